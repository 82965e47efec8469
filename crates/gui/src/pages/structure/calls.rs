//! The three calls that an order offers: has it come, how is it used, is it running out.

use chrono::{Days, NaiveDate};
use egui::{Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{Entry, EntryKind, PersonId, When};

use crate::app::Scene;
use crate::format::{Formats, parse};
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Field, checkbox, soft, split, text};

/// What is asked, and how many days after the order.
const OFFERED: [(&str, u64); 3] =
    [("structure-call-arrived", 3), ("structure-call-used", 14), ("structure-call-running-out", 30)];

/// One of the calls as it was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfferedCall {
    /// The day as typed; empty for the one that is offered.
    pub on: String,
    /// Whether it is wanted, once a person said so; else every one is whose day has not passed.
    pub wanted: Option<bool>,
}

/// The three calls of an order.
pub type OfferedCalls = [OfferedCall; 3];

fn offered_day(ordered: NaiveDate, after: u64) -> NaiveDate {
    ordered.checked_add_days(Days::new(after)).unwrap_or(ordered)
}

/// Shows the calls, each with its day; tells whether Enter was pressed.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, calls: &mut OfferedCalls, ordered: NaiveDate) -> bool {
    let words = scene.words;
    let formats = scene.formats;
    let today = scene.now.date();
    let bad = words.with("structure-example", &[("example", Formats::date_typed(today).into())]);
    let mut entered = false;
    soft(ui, &words.get("will-be-created"));
    for (call, (key, after)) in calls.iter_mut().zip(OFFERED) {
        let what = words.get(key);
        let typed = parse::date(&call.on, today);
        let unclear = typed.is_none() && !call.on.trim().is_empty();
        let day = offered_day(ordered, after);
        let mut wanted = call.wanted.unwrap_or(day >= today);
        let enabled = wanted;
        let hint = formats.date_near(day, today);
        let label = words.with("structure-call-day", &[("what", what.as_str().into())]);
        ui.push_id(key, |ui| {
            split(
                ui,
                height::FIELD,
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    if checkbox(ui, &mut wanted, &what, false).changed() {
                        call.wanted = Some(wanted);
                    }
                    // How the day was read stands beside it, so that the rows keep their height.
                    let tokens = Tokens::of(ui);
                    if let Some(on) = typed.filter(|_| wanted) {
                        text(ui, &formats.date_compact(on), TextSize::Soft, tokens.accent);
                    } else if unclear && wanted {
                        text(ui, &bad, TextSize::Soft, tokens.urgent);
                    }
                },
                |ui| {
                    if !enabled {
                        ui.disable();
                    }
                    let field = Field::new(&label, &mut call.on).hint(&hint).hide_label().width(112.0);
                    ui.allocate_ui(vec2(112.0, height::FIELD), |ui| entered |= field.show(ui).committed);
                },
            );
        });
    }
    entered
}

/// The calls that are wanted, as they come to the diary; none where a day is not understood.
pub(super) fn entries(
    scene: &Scene<'_>,
    calls: &OfferedCalls,
    (person, name, products): (PersonId, &str, &str),
    ordered: NaiveDate,
) -> Option<Vec<Entry>> {
    let today = scene.now.date();
    let mut entries = Vec::new();
    for (call, (key, after)) in calls.iter().zip(OFFERED) {
        let offered = offered_day(ordered, after);
        if !call.wanted.unwrap_or(offered >= today) {
            continue;
        }
        let on = if call.on.trim().is_empty() { offered } else { parse::date(&call.on, today)? };
        let title = format!("{name}: {}", scene.words.get(key));
        let mut entry = Entry::new(scene.new_entry(), EntryKind::Call, &title, When::day(on), scene.now.local);
        entry.people.push(person);
        products.clone_into(&mut entry.note);
        entries.push(entry);
    }
    Some(entries)
}
