//! The first three days: the seven actions with day, hour and who does them, and the second talk.

use egui::{Id, Ui};
use sponsor_core::model::{Interview, Together};

use super::board;
use super::draft::{ActionDraft, MeetingDraft, StepDraft};
use super::talk::{column, part};
use super::wording::Voice;
use crate::format::parse;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Card, Field, Segmented, hairline, soft, text};

/// How wide the list of actions is.
const LIST: f32 = 580.0;
/// How wide all of it is.
const WIDE: f32 = 1400.0;

/// Shows the step; `fresh` gives the focus to the day of the first action.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, fresh: bool) {
    let tokens = Tokens::of(ui);
    column(ui, WIDE, |ui| {
        ui.add_space(space::L);
        text(ui, &voice.to_guest("interview-first-days-question"), TextSize::Question, tokens.ink);
        ui.add_space(space::S);
        let left = (ui.available_width() - LIST - space::PAGE).max(260.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::PAGE;
            part(ui, left, |ui| {
                board::ui(ui, voice, interview, draft);
            });
            part(ui, LIST, |ui| {
                list(ui, voice, interview, draft, fresh);
            });
        });
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
        meeting_row(ui, voice, interview, &mut draft.meeting);
    });
    ui.add_space(space::XS);
    soft(ui, &voice.to_guest("interview-days-note"));
}

fn action_row(ui: &mut Ui, voice: &Voice, interview: &Interview, action: &mut ActionDraft, fresh: bool) {
    let tokens = Tokens::of(ui);
    let registered = interview.registered;
    let spoken = |key: &str| voice.words.with(key, &[("what", action.title.as_str().into())]);
    let (day, time, who) = (spoken("interview-days-day"), spoken("interview-days-time"), spoken("interview-days-who"));
    let mut left = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let words = (ui.available_width() - 96.0 - 60.0 - 146.0 - 3.0 * space::S).max(80.0);
        ui.allocate_ui_with_layout(egui::vec2(words, 36.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_width(words);
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
            text(ui, &action.title, TextSize::Soft, tokens.ink);
        });
        let id = Id::unique(("interview-day", interview.id, action.key.as_str()));
        let date = Field::new(&day, &mut action.date).hide_label().width(96.0).id(id).show(ui).response;
        if fresh {
            date.request_focus();
        }
        left |= date.lost_focus();
        left |= Field::new(&time, &mut action.time).hide_label().width(60.0).show(ui).response.lost_focus();
        let (both, alone) = (voice.words.get("interview-days-together"), voice.to_guest("interview-days-alone"));
        let switch = Segmented::new(&who, &mut action.together).option(Together::Both, &both);
        switch.option(Together::Alone, &alone).width(146.0).show(ui);
    });
    if left {
        action.tidy(registered, &voice.formats);
    }
    if action.typed(registered).is_none() {
        let closed = voice.words.get("interview-days-closed");
        text(ui, &closed, TextSize::Soft, tokens.urgent);
    }
}

fn meeting_row(ui: &mut Ui, voice: &Voice, interview: &Interview, meeting: &mut MeetingDraft) {
    let tokens = Tokens::of(ui);
    let title = voice.words.get("interview-days-second-talk");
    let spoken = |key: &str| voice.words.with(key, &[("what", title.as_str().into())]);
    let (day, time) = (spoken("interview-days-day"), spoken("interview-days-time"));
    let (place, hint) = (voice.words.get("interview-days-place"), voice.words.get("interview-days-where"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let words = (ui.available_width() - 96.0 - 60.0 - 146.0 - 3.0 * space::S).max(80.0);
        ui.allocate_ui_with_layout(egui::vec2(words, 36.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_width(words);
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
            text(ui, &title, TextSize::SoftStrong, tokens.ink);
        });
        Field::new(&day, &mut meeting.date).hide_label().width(96.0).show(ui);
        Field::new(&time, &mut meeting.time).hide_label().width(60.0).show(ui);
        Field::new(&place, &mut meeting.place).hide_label().hint(&hint).width(146.0).show(ui);
    });
    let unread = |text: &str, read: bool| !text.trim().is_empty() && !read;
    if unread(&meeting.date, meeting.day(interview.registered).is_some()) {
        text(ui, &voice.words.get("not-understood-date"), TextSize::Soft, tokens.urgent);
    } else if unread(&meeting.time, parse::time(&meeting.time).is_some()) {
        text(ui, &voice.words.get("not-understood-time"), TextSize::Soft, tokens.urgent);
    }
}
