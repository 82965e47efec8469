//! What was sorted this evening: what each note became, and the way to take it back.

use egui::Ui;
use sponsor_core::model::{EntryKind, TaskNature};
use sponsor_core::query::{Became, SortedNote};

use super::guess::Sort;
use super::tiles::{sort_icon, sort_name};
use crate::app::{Action, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, Card, entry_title, icon, row, soft, split, text};

/// The card of what was sorted.
pub fn already_sorted(ui: &mut Ui, scene: &mut Scene<'_>, sorted: &[SortedNote]) {
    if sorted.is_empty() {
        return;
    }
    soft(ui, &scene.words.get("evening-sorted"));
    Card::new().padding(8).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, one) in sorted.iter().enumerate() {
            sorted_row(ui, scene, index, one);
        }
    });
}

fn sorted_row(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, one: &SortedNote) {
    let tokens = Tokens::of(ui);
    let name = scene.words.with("evening-take-back", &[("title", one.title.as_str().into())]);
    let (sign, became) = said(scene, &one.became);
    let mut back = false;
    row(ui, index, height::AGENDA_ROW, |ui| {
        split(
            ui,
            height::AGENDA_ROW,
            |ui| {
                ui.add_space(space::S);
                icon(ui, sign, IconSize::Regular, tokens.accent);
                ui.add_space(space::S);
                entry_title(ui, &one.title, &[], TextSize::Body, tokens.ink)
            },
            |ui| {
                back = ui.add(Button::quiet_icon(icons::UNDO, &name).small()).clicked();
                text(ui, &became, TextSize::Soft, tokens.soft);
            },
        );
    });
    if back {
        scene.act(Action::UndoOne(one.sequence));
    }
}

/// The icon and the words of what a note became: «обаждане · пт 27 ноем».
fn said(scene: &Scene<'_>, became: &Became) -> (char, String) {
    let (sort, more) = match became {
        Became::Entry(item) => {
            let sort = match (item.kind, item.nature) {
                (EntryKind::Call, _) => Sort::Call,
                (_, Some(TaskNature::MyPromise | TaskNature::TheirPromise)) => Sort::Promise,
                _ => Sort::Task,
            };
            (sort, item.when.first_day().map(|day| scene.formats.date_near(day, scene.today)))
        }
        Became::Contact(person) => (Sort::Contact, Some(person.short.clone())),
        Became::Note => (Sort::Note, Some(scene.words.get("evening-into-note-line"))),
        Became::Gone => return (icons::DONE, String::new()),
    };
    let name = sort_name(scene.words, sort).to_lowercase();
    (sort_icon(sort), [Some(name), more].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
