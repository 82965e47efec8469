//! The first three days: the seven actions with day, hour and who does them, and the second talk.

use egui::{Id, Ui};
use sponsor_core::model::{Interview, Together};
use sponsor_core::query::FIRST_DAYS_LENGTH;

use super::board;
use super::days_draft::{ActionDraft, MeetingDraft, Refused};
use super::draft::StepDraft;
use super::layout::{column, part};
use super::wording::Voice;
use crate::format::parse;
use crate::theme::{TextSize, Tokens, radius, space};
use crate::widgets::{Card, Field, Segmented, hairline, soft, text};
use crate::words::Words;

/// How wide the list of actions is.
const LIST: f32 = 500.0;
/// How wide all of it is.
const WIDE: f32 = 1560.0;
/// Where there is less room the board stands below the list.
const NARROW: f32 = 1080.0;
/// How wide a day is.
const DAY: f32 = 98.0;
/// How wide a time is.
const TIME: f32 = 60.0;
/// How wide it is who does it.
const WHO: f32 = 132.0;

/// Shows the step; `fresh` gives the focus to the day of the first action.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, fresh: bool) {
    let tokens = Tokens::of(ui);
    column(ui, WIDE, |ui| {
        ui.add_space(space::L);
        text(ui, &voice.to_guest("interview-first-days-question"), TextSize::Question, tokens.ink);
        ui.add_space(space::S);
        if ui.available_width() < NARROW {
            list(ui, voice, interview, draft, fresh);
            ui.add_space(space::M);
            board::ui(ui, voice, interview, draft);
        } else {
            let left = ui.available_width() - LIST - space::PAGE;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::PAGE;
                part(ui, left, |ui| board::ui(ui, voice, interview, draft));
                part(ui, LIST, |ui| list(ui, voice, interview, draft, fresh));
            });
        }
        ui.add_space(space::L);
    });
}

fn list(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, fresh: bool) {
    Card::new().padding(12).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (index, action) in draft.actions.iter_mut().enumerate() {
            if index > 0 {
                hairline(ui);
            }
            ui.push_id(index, |ui| action_row(ui, voice, interview, action, fresh && index == 0));
        }
        hairline(ui);
        meeting_row(ui, voice, interview, &mut draft.meeting, false);
    });
    ui.add_space(space::XS);
    soft(ui, &voice.to_guest("interview-days-note"));
    legend(ui, voice);
}

/// What the colours of the board mean.
fn legend(ui: &mut Ui, voice: &Voice) {
    let tokens = Tokens::of(ui);
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let both = (tokens.accent, voice.words.get("interview-days-together"));
        for (colour, who) in [both, (tokens.necessary, voice.to_guest("interview-days-alone"))] {
            let (square, _) = ui.allocate_exact_size(egui::vec2(12.0, 12.0), egui::Sense::hover());
            ui.painter().rect_filled(square, radius::BAR, colour);
            soft(ui, &who);
            ui.add_space(space::S);
        }
    });
}

/// An action with its day, its time and who does it; tells whether Enter was pressed. `fresh` gives the focus to the day.
pub fn action_row(ui: &mut Ui, voice: &Voice, interview: &Interview, action: &mut ActionDraft, fresh: bool) -> bool {
    let registered = interview.registered;
    let words = &voice.words;
    let names = spoken(words, &action.title);
    let who = words.with("interview-days-who", &[("what", action.title.as_str().into())]);
    let id = Id::unique(("interview-day", interview.id, action.key.as_str()));
    let mut fields = DayFields::default();
    ui.horizontal(|ui| {
        title(ui, &action.title, TextSize::Soft);
        fields = day_and_time(ui, &names, (&mut action.date, &mut action.time), id, fresh);
        let (both, alone) = (words.get("interview-days-together"), voice.to_guest("interview-days-alone"));
        let switch = Segmented::new(&who, &mut action.together).option(Together::Both, &both);
        switch.option(Together::Alone, &alone).width(WHO).show(ui);
    });
    if fields.left {
        action.tidy(registered, &voice.formats);
    }
    if let Err(refused) = action.typed(registered) {
        // Nothing is called wrong while one is still typing.
        let colour = if fields.focused { Tokens::of(ui).soft } else { Tokens::of(ui).urgent };
        text(ui, &why_refused(voice, interview, action, refused), TextSize::Soft, colour);
    }
    fields.entered
}

/// The second talk with its day, time and place; tells whether Enter was pressed.
pub fn meeting_row(ui: &mut Ui, voice: &Voice, interview: &Interview, meeting: &mut MeetingDraft, fresh: bool) -> bool {
    let words = &voice.words;
    let what = words.get("interview-days-second-talk");
    let names = spoken(words, &what);
    let (place, hint) = (words.get("interview-days-place"), words.get("interview-days-where"));
    let id = Id::unique(("interview-meeting", interview.id));
    let mut fields = DayFields::default();
    ui.horizontal(|ui| {
        title(ui, &what, TextSize::SoftStrong);
        fields = day_and_time(ui, &names, (&mut meeting.date, &mut meeting.time), id, fresh);
        fields.entered |= Field::new(&place, &mut meeting.place).hide_label().hint(&hint).width(WHO).show(ui).committed;
    });
    let tokens = Tokens::of(ui);
    let colour = if fields.focused { tokens.soft } else { tokens.urgent };
    let unread = |text: &str, read: bool| !text.trim().is_empty() && !read;
    if unread(&meeting.date, meeting.day(interview.registered).is_some()) {
        text(ui, &words.get("not-understood-date"), TextSize::Soft, colour);
    } else if unread(&meeting.time, parse::time(&meeting.time).is_some()) {
        text(ui, &words.get("not-understood-time"), TextSize::Soft, colour);
    } else if meeting.is_late(interview.registered) {
        soft(ui, &words.with("interview-days-meeting-late", &[("until", end(voice, interview).into())]));
    }
    fields.entered
}

/// What became of a day and a time in this frame.
#[derive(Clone, Copy, Debug, Default)]
struct DayFields {
    /// One of them was left.
    left: bool,
    /// One of them has the focus.
    focused: bool,
    /// Enter was pressed.
    entered: bool,
}

/// The names of a day and of a time.
fn spoken(words: &Words, what: &str) -> [String; 2] {
    ["interview-days-day", "interview-days-time"].map(|key| words.with(key, &[("what", what.into())]))
}

fn title(ui: &mut Ui, words: &str, size: TextSize) {
    ui.spacing_mut().item_spacing.x = space::S;
    let room = (ui.available_width() - DAY - TIME - WHO - 3.0 * space::S).max(80.0);
    ui.allocate_ui_with_layout(egui::vec2(room, 36.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_width(room);
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
        text(ui, words, size, Tokens::of(ui).ink);
    });
}

fn day_and_time(
    ui: &mut Ui,
    [day, time]: &[String; 2],
    (date, hour): (&mut String, &mut String),
    id: Id,
    fresh: bool,
) -> DayFields {
    let date = Field::new(day, date).hide_label().width(DAY).id(id).show(ui);
    if fresh {
        date.response.request_focus();
    }
    let hour = Field::new(time, hour).hide_label().width(TIME).show(ui);
    DayFields {
        left: date.response.lost_focus() || hour.response.lost_focus(),
        focused: date.response.has_focus() || hour.response.has_focus(),
        entered: date.committed || hour.committed,
    }
}

/// The end of the three days as it is said.
fn end(voice: &Voice, interview: &Interview) -> String {
    let until = interview.registered + FIRST_DAYS_LENGTH;
    let (date, time) = (voice.formats.date_short(until.date()), voice.formats.time(until.time()));
    voice.words.with("interview-sheet-date-time", &[("date", date.into()), ("time", time.into())])
}

/// Why a moment is not taken, kindly, and which one stays.
fn why_refused(voice: &Voice, interview: &Interview, action: &ActionDraft, refused: Refused) -> String {
    let key = match refused {
        Refused::Day => return voice.words.get("not-understood-date"),
        Refused::Time => return voice.words.get("not-understood-time"),
        Refused::Night => "interview-days-night",
        Refused::Before => "interview-days-before",
        Refused::After => "interview-days-after",
    };
    let (date, time) = (voice.formats.date_compact(action.at.date()), voice.formats.time(action.at.time()));
    let stays = voice.words.with("interview-sheet-date-time", &[("date", date.into()), ("time", time.into())]);
    voice.words.with(key, &[("until", end(voice, interview).into()), ("stays", stays.into())])
}
