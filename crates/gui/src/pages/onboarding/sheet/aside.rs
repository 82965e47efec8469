//! Beside the sheet: what «Готово» creates.

use egui::Ui;
use sponsor_core::command::{FIRST_CADENCE_DAYS, first_talk_consequences};
use sponsor_core::model::{Interview, InterviewState, Name};

use super::super::wording::Voice;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Card, body, hairline, icon, soft, split, text};

/// Shows what will be created.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview) {
    let tokens = Tokens::of(ui);
    let words = &voice.words;
    ui.add_space(space::S);
    text(ui, &voice.to_guest("interview-sheet-question"), TextSize::Title, tokens.ink);
    if interview.state != InterviewState::Open {
        body(ui, &words.get("interview-sheet-done"));
        return;
    }
    text(ui, &voice.to_guest("interview-sheet-note"), TextSize::Body, tokens.soft);
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
