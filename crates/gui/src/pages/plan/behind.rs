//! What stands behind a number: entries, names, corrections, what was told; each entry opens.

use chrono::NaiveDate;
use egui::{ScrollArea, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::PlanAction;
use sponsor_core::query::PlanBehind;

use super::ask::{BehindQuestion, PlanAnswer};
use super::say::{plan_name, rule_words};
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::today::item::item_icon;
use crate::pages::today::press::press;
use crate::theme::{IconSize, TextSize, Tokens, height, space, width};
use crate::widgets::{Button, icon, modal, row, soft, split, text, text_cut};

/// The list; tells whether it should close.
pub(super) fn behind_modal(
    ui: &Ui,
    scene: &mut Scene<'_>,
    answer: &PlanAnswer,
    (action, from, to): (&PlanAction, NaiveDate, NaiveDate),
) -> bool {
    let question = BehindQuestion { person: answer.person, action: action.clone(), from, to };
    let found = scene.ask_exact(&question);
    let words = scene.words;
    let range = scene.formats.date_range(from, to);
    let title = format!("{}: {range}", plan_name(words, action));
    let close = words.get("close");
    let mut left = false;
    let shown = modal(ui.ctx(), "plan behind", &title, &close, width::MODAL, |ui| {
        soft(ui, &rule_words(words, action, answer.mine));
        ui.add_space(space::S);
        let Some(found) = found else { return };
        if found.is_empty() {
            let empty = if answer.mine { "plan-behind-empty" } else { "plan-behind-unknown" };
            text(ui, &words.get(empty), TextSize::Body, Tokens::of(ui).soft);
        }
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            ui.set_width(ui.available_width() - space::M);
            for (index, one) in found.iter().enumerate() {
                left |= line(ui, scene, action, index, one);
            }
        });
    });
    shown.closed || left
}

/// A line of the list; tells whether it led elsewhere.
fn line(ui: &mut Ui, scene: &mut Scene<'_>, action: &PlanAction, index: usize, one: &PlanBehind) -> bool {
    let (words, formats) = (scene.words, scene.formats);
    let day = |on: NaiveDate| formats.date_near(on, scene.today);
    match one {
        PlanBehind::Entry(item) => {
            let when = item.when.first_day().map(day).unwrap_or_default();
            let count = if item.count > 1 {
                words.with("plan-counts-for", &[("count", item.count.into())])
            } else {
                String::new()
            };
            if opening(ui, index, item_icon(item), &when, &item.title, &count) {
                scene.go(Place::Entry { id: item.id, instance: item.instance, day: item.when.first_day() });
                return true;
            }
        }
        PlanBehind::Name { person, on } => {
            if opening(ui, index, icons::ADD_PERSON, &day(*on), &person.full, "") {
                scene.go(Place::Person(person.id));
                return true;
            }
        }
        PlanBehind::Corrected { on, by, why } => {
            let by = formats.change((*by).into());
            let said = words.with("plan-corrected-by", &[("by", by.into())]);
            let said = if why.is_empty() { said } else { format!("{said} · {why}") };
            if quiet(ui, index, icons::EDIT, &day(*on), &said, &words.get("plan-correction-back")) {
                scene.run(Command::CorrectDone { on: *on, action: action.clone(), by: 0, why: String::new() });
            }
        }
        PlanBehind::Told(told) => {
            let days = formats.date_range(told.from, told.to);
            let values = [("count", told.count.into()), ("days", days.into()), ("date", day(told.on).into())];
            let said = words.with(if told.counted { "plan-told" } else { "plan-told-beyond" }, &values);
            let said = if told.source.is_empty() { said } else { format!("{said}, {}", told.source) };
            quiet(ui, index, icons::SPEECH, "", &said, "");
        }
    }
    false
}

fn opening(ui: &mut Ui, index: usize, sign: char, when: &str, title: &str, count: &str) -> bool {
    let tokens = Tokens::of(ui);
    let shown = row(ui, index, height::AGENDA_ROW, |ui| {
        split(
            ui,
            height::AGENDA_ROW,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                icon(ui, sign, IconSize::Regular, tokens.soft);
                text_cut(ui, title, TextSize::Body, tokens.ink);
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                icon(ui, icons::RIGHT, IconSize::Small, tokens.soft);
                text(ui, when, TextSize::SoftTabular, tokens.soft);
                if !count.is_empty() {
                    text(ui, count, TextSize::SoftMedium, tokens.accent);
                }
            },
        );
    });
    let name = [title, when, count].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    press(ui, shown.response.rect, ("plan behind", index), &name).clicked()
}

fn quiet(ui: &mut Ui, index: usize, sign: char, when: &str, said: &str, does: &str) -> bool {
    let tokens = Tokens::of(ui);
    row(ui, index, height::AGENDA_ROW, |ui| {
        split(
            ui,
            height::AGENDA_ROW,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                icon(ui, sign, IconSize::Regular, tokens.necessary);
                text_cut(ui, said, TextSize::Body, tokens.ink);
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let back = !does.is_empty() && ui.add(Button::quiet_icon(icons::UNDO, does).small()).clicked();
                text(ui, when, TextSize::SoftTabular, tokens.soft);
                back
            },
        )
        .1
    })
    .inner
}
