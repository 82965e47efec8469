//! The sheet that both keep, as it will be printed, and what «Готово» creates.

use egui::{CornerRadius, Frame, Margin, Stroke, Ui};
use sponsor_core::command::{FIRST_CADENCE_DAYS, first_talk_consequences};
use sponsor_core::model::{Interview, InterviewState, Name, Person};
use sponsor_documents::{NextMeeting, Section, SheetData, Step};

use super::talk::{column, part};
use super::wording::Voice;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space};
use crate::widgets::{Card, body, hairline, icon, row, soft, split, text, tick_box};
use crate::works::sheet_data;

/// How wide the consequences are.
const ASIDE: f32 = 310.0;
/// How wide all of it is.
const WIDE: f32 = 1200.0;

/// Shows the sheet and, beside it, what will be created.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, sponsor: &Person, done: &[bool]) {
    let data = sheet_data(voice, interview, sponsor, done);
    column(ui, WIDE, |ui| {
        ui.add_space(space::M);
        let left = (ui.available_width() - ASIDE - space::XL).max(360.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            part(ui, left, |ui| {
                page(ui, &data);
            });
            part(ui, ASIDE, |ui| {
                aside(ui, voice, interview);
            });
        });
        ui.add_space(space::L);
    });
}

fn page(ui: &mut Ui, data: &SheetData) {
    let tokens = Tokens::of(ui);
    let edge = Stroke::new(1.0, tokens.line);
    let frame = Frame::new().fill(tokens.card).stroke(edge).corner_radius(CornerRadius::same(radius::KEY));
    frame.inner_margin(Margin::symmetric(40, 24)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        masthead(ui, data);
        ui.add_space(space::S);
        let wide = (ui.available_width() - space::XL) * 0.58;
        let narrow = ui.available_width() - space::XL - wide;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            part(ui, wide, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                section(ui, icons::GOAL, &data.goal, TextSize::Heading);
                first_days(ui, data);
            });
            part(ui, narrow, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                section(ui, icons::CLOCK, &data.hours, TextSize::Heading);
                section(ui, icons::SPEECH, &data.words, TextSize::Body);
                section(ui, icons::LEARN, &data.learn, TextSize::Body);
                let (heading, summary) = (data.names.heading.clone(), data.names.summary.clone());
                section(ui, icons::LIST, &Section { heading, text: summary, detail: String::new() }, TextSize::Body);
            });
        });
        if let Some(meeting) = &data.next_meeting {
            ui.add_space(space::S);
            next_meeting(ui, meeting);
        }
        ui.add_space(space::S);
        soft(ui, &data.footer);
    });
}

fn masthead(ui: &mut Ui, data: &SheetData) {
    let tokens = Tokens::of(ui);
    split(ui, 28.0, |ui| text(ui, &data.person, TextSize::Title, tokens.ink), |ui| soft(ui, &data.sponsor));
    split(ui, 20.0, |ui| text(ui, &data.line, TextSize::Body, tokens.soft), |ui| soft(ui, &data.phone));
    let (line, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 2.0), egui::Sense::hover());
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(1.5, tokens.ink));
}

fn heading_of(ui: &mut Ui, sign: char, words: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        icon(ui, sign, IconSize::Small, tokens.accent);
        text(ui, words, TextSize::SoftStrong, tokens.accent);
    });
}

fn section(ui: &mut Ui, sign: char, part: &Section, size: TextSize) {
    if part.text.is_empty() && part.detail.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    heading_of(ui, sign, &part.heading);
    if !part.text.is_empty() {
        text(ui, &part.text, size, tokens.ink);
    }
    if !part.detail.is_empty() {
        soft(ui, &part.detail);
    }
    ui.add_space(space::M);
}

fn first_days(ui: &mut Ui, data: &SheetData) {
    if data.first_days.items.is_empty() {
        return;
    }
    heading_of(ui, icons::FIRST_DAYS, &data.first_days.heading);
    for (index, step) in data.first_days.items.iter().enumerate() {
        row(ui, index, 32.0, |ui| step_row(ui, step));
    }
}

fn step_row(ui: &mut Ui, step: &Step) {
    let tokens = Tokens::of(ui);
    let mut done = step.done;
    let time = step.time.clone();
    split(
        ui,
        32.0,
        |ui| {
            // It only shows: the diary says what is done.
            ui.add_enabled_ui(false, |ui| tick_box(ui, &mut done, &step.text));
            text(ui, &step.day, TextSize::SoftTabular, tokens.soft);
            text(ui, &step.text, TextSize::Body, tokens.ink);
        },
        |ui| text(ui, &time, TextSize::SoftTabular, tokens.soft),
    );
}

fn next_meeting(ui: &mut Ui, meeting: &NextMeeting) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().stroke(Stroke::new(1.0, tokens.accent)).corner_radius(CornerRadius::same(radius::BUTTON));
    frame.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        split(
            ui,
            20.0,
            |ui| {
                icon(ui, icons::CALENDAR_DONE, IconSize::Regular, tokens.accent);
                text(ui, &meeting.title, TextSize::Strong, tokens.ink)
            },
            |ui| text(ui, &meeting.when, TextSize::TabularStrong, tokens.ink),
        );
        split(ui, 20.0, |ui| text(ui, &meeting.detail, TextSize::Soft, tokens.soft), |ui| soft(ui, &meeting.place));
    });
}

fn aside(ui: &mut Ui, voice: &Voice, interview: &Interview) {
    let tokens = Tokens::of(ui);
    let words = &voice.words;
    ui.add_space(space::S);
    text(ui, &voice.to_guest("interview-sheet-question"), TextSize::Title, tokens.ink);
    if interview.state != InterviewState::Open {
        body(ui, &words.get("interview-sheet-done"));
        return;
    }
    text(ui, &words.get("interview-sheet-note"), TextSize::Body, tokens.soft);
    ui.add_space(space::S);
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, (sign, what, beside)) in consequences(voice, interview).into_iter().enumerate() {
            if index > 0 {
                hairline(ui);
            }
            split(
                ui,
                40.0,
                |ui| {
                    icon(ui, sign, IconSize::Regular, tokens.accent);
                    text(ui, &what, TextSize::Body, tokens.ink)
                },
                |ui| soft(ui, &beside),
            );
        }
    });
    ui.add_space(space::S);
    soft(ui, &words.get("interview-sheet-at-once"));
}

/// What «Готово» will create: an icon, what, and a word beside it.
fn consequences(voice: &Voice, interview: &Interview) -> Vec<(char, String, String)> {
    let words = &voice.words;
    let (actions, names, meetings) = first_talk_consequences(interview);
    let name = Name::from_full(&interview.guest_name).map(|name| name.given().to_owned());
    let name = name.unwrap_or_else(|_| interview.guest_name.clone());
    let cadence = words.with("interview-sheet-cadence", &[("count", FIRST_CADENCE_DAYS.into())]);
    let who = words.with("interview-sheet-in-structure", &[("name", name.into())]);
    let mut all = vec![(icons::ADD_PERSON, who, cadence)];
    if !interview.goal_what.is_empty() {
        all.push((icons::GOAL, words.get("interview-sheet-goal"), String::new()));
    }
    if actions > 0 {
        let what = words.with("interview-sheet-actions", &[("count", actions.into())]);
        all.push((icons::TASK, what, words.get("interview-sheet-with-dates")));
    }
    if names > 0 {
        all.push((icons::LIST, words.with("interview-sheet-names", &[("count", names.into())]), String::new()));
    }
    if let Some(meeting) = interview.next_meeting.as_ref().filter(|_| meetings > 0) {
        let date = voice.formats.date_day_month(meeting.at.date());
        let what = words.with("interview-sheet-meeting", &[("date", date.into())]);
        all.push((icons::CALENDAR_DONE, what, voice.formats.time(meeting.at.time())));
    }
    all
}
