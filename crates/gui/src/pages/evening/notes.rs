//! Step 1, «Бележки»: one note at a time becomes a task, a call, a contact, a promise, or stays a note.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::{Command, NoteInto};
use sponsor_core::model::{EntryId, Name};
use sponsor_core::query::Item;

use super::guess::{Sort, name_in, proposed_sort};
use super::place::{Mark, Trail, number_pressed, walk};
use super::question::{EveningView, later};
use super::sorted::already_sorted;
use super::tiles::{Tile, sort_icon, sort_line, sort_name, tiles};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, Chip, Field, date_field, empty_state, icon, progress_segments, soft, split, text};

/// What is typed while a note is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteForm {
    /// The name of the new contact.
    pub name: String,
    /// The day as it is typed; empty for tomorrow.
    pub on: String,
}

impl Form for NoteForm {
    const KIND: FormKind = FormKind::NoteContact;
}

/// What was chosen for the note at hand.
#[derive(Clone, Debug, Default)]
pub struct Sorting {
    trail: Trail,
    chosen: Option<(EntryId, Sort)>,
    /// The name of a new contact is to be written.
    names: bool,
}

impl Sorting {
    /// The number of the note at hand.
    pub fn index(&mut self, view: &EveningView, at: &mut Option<Mark>) -> usize {
        self.trail.index(&view.notes, at)
    }

    /// Shows the step.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, at: &mut Option<Mark>) {
        let index = self.trail.index(&view.notes, at);
        let total = view.sorted.len() + view.notes.len();
        if total > 0 {
            progress(ui, scene, view.sorted.len(), total);
        }
        match view.notes.get(index) {
            Some(note) => {
                self.one(ui, scene, view, note);
                if scene.was_saved(&FormKey::about(FormKind::NoteContact, note.id)) {
                    self.trail.decided(&view.notes, index, at);
                }
                walk(ui, &view.notes, index, at);
            }
            None => nothing_left(ui, scene),
        }
        already_sorted(ui, scene, &view.sorted);
    }

    fn one(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, note: &Item) {
        let proposed = proposed_sort(&note.title);
        let chosen = self.chosen.filter(|(id, _)| *id == note.id).map(|(_, sort)| sort);
        let mut sort = chosen.unwrap_or(proposed);
        note_card(ui, scene, note);
        let tile = |one: Sort| Tile {
            icon: sort_icon(one),
            name: sort_name(scene.words, one),
            line: if one == proposed { scene.words.get("evening-proposed") } else { sort_line(scene.words, one) },
            chosen: one == sort,
        };
        let all: Vec<Tile> = Sort::ALL.into_iter().map(tile).collect();
        if let Some(pressed) = tiles(ui, &all, 1).or_else(|| number_pressed(ui)).and_then(|at| Sort::ALL.get(at)) {
            sort = *pressed;
            self.chosen = Some((note.id, sort));
            self.names = sort == Sort::Contact && name_in(&note.title).is_empty();
        }
        result_card(ui, scene, view, note, sort);
        if std::mem::take(&mut self.names) {
            // Where no name is seen in the note it is written at once.
            ui.memory_mut(|memory| memory.request_focus(name_id()));
        }
    }
}

/// How many of the step are decided.
pub fn progress(ui: &mut Ui, scene: &Scene<'_>, done: usize, total: usize) {
    let words = scene.words.with("count-of-total", &[("done", done.into()), ("total", total.into())]);
    split(
        ui,
        20.0,
        |ui| {
            let width = ui.available_width();
            progress_segments(ui, done, total, width, &words);
        },
        |ui| text(ui, &words, TextSize::TabularMedium, Tokens::of(ui).ink),
    );
}

fn note_card(ui: &mut Ui, scene: &Scene<'_>, note: &Item) {
    let tokens = Tokens::of(ui);
    let when = scene.formats.date_near(note.created.date(), scene.today);
    let time = scene.formats.time(note.created.time());
    let written = scene.words.with("evening-written", &[("when", when.into()), ("time", time.into())]);
    Card::new().padding(24).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, icons::NOTE, IconSize::Regular, tokens.soft);
            soft(ui, &written);
        });
        text(ui, &note.title, TextSize::Answer, tokens.ink);
        if !note.people.is_empty() {
            let names: Vec<_> = note.people.iter().map(|person| person.full.as_str()).collect();
            ui.horizontal_wrapped(|ui| {
                for name in names {
                    ui.add(crate::widgets::Pill::new(name).icon(icons::PERSON).tone(crate::widgets::Tone::Accent));
                }
            });
        }
    });
}

/// What the note becomes, drawn up; Enter confirms it.
fn result_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, note: &Item, sort: Sort) {
    let key = FormKey::about(FormKind::NoteContact, note.id);
    let mut entered = enter_pressed(ui);
    ui.push_id(("result", note.id), |ui| {
        Card::new().edged().show(ui, |ui| {
            result_title(ui, scene, note, sort);
            let into = match sort {
                Sort::Note => {
                    soft(ui, &scene.words.get("evening-stays"));
                    Some(NoteInto::Note)
                }
                Sort::Contact => {
                    let (name, committed) = name_field(ui, scene, &key, note);
                    entered |= committed;
                    name.map(|name| NoteInto::Contact { name })
                }
                Sort::Task | Sort::Call | Sort::Promise => {
                    let (day, committed) = day_fields(ui, scene, view, &key, note);
                    entered |= committed;
                    day.map(|on| match sort {
                        Sort::Call => NoteInto::Call { on, person: None },
                        Sort::Promise => NoteInto::Promise { on },
                        _ => NoteInto::Task { on },
                    })
                }
            };
            let words = scene.words.get("evening-save-next");
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let button = Button::primary(&words).keys("Enter");
                entered |= ui.add_enabled(into.is_some(), button).clicked();
            });
            if let Some(into) = into.filter(|_| entered) {
                scene.save(key.clone(), Command::SortNote { note: note.id, into });
            }
        });
    });
}

/// Enter where nothing has the focus confirms; on a button or in a field it belongs to that.
fn enter_pressed(ui: &Ui) -> bool {
    let free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

fn result_title(ui: &mut Ui, scene: &Scene<'_>, note: &Item, sort: Sort) {
    let tokens = Tokens::of(ui);
    let name = sort_name(scene.words, sort);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon(ui, sort_icon(sort), IconSize::Regular, tokens.accent);
        text(ui, &name, TextSize::Strong, tokens.ink);
        crate::widgets::text_cut(ui, &format!("· {}", note.title), TextSize::Soft, tokens.soft);
    });
}

/// The field of a new contact's name.
fn name_id() -> egui::Id {
    egui::Id::unique("evening contact name")
}

fn name_field(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, note: &Item) -> (Option<Name>, bool) {
    let (label, hint) = (scene.words.get("evening-contact-name"), scene.words.get("evening-contact-hint"));
    let today = scene.today;
    let form = scene.form(key, || note_form(note, today));
    let field =
        Field::new(&label, &mut form.name).hint(&hint).icon(icons::ADD_PERSON).width(320.0).id(name_id()).show(ui);
    (Name::from_full(&form.name).ok(), field.committed)
}

/// What the form begins with: the name and the day that the note says.
fn note_form(note: &Item, today: NaiveDate) -> NoteForm {
    let said = parse::day_in(&note.title, note.created.date()).map(|said| said.day).filter(|day| *day > today);
    NoteForm { name: name_in(&note.title), on: said.map(Formats::date_typed).unwrap_or_default() }
}

/// The day: the one after the day that is looked at, unless the note says another or another is chosen or typed.
fn day_fields(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    view: &EveningView,
    key: &FormKey,
    note: &Item,
) -> (Option<NaiveDate>, bool) {
    let (words, today, target) = (scene.words, scene.today, view.target);
    let (label, hint) = (words.get("evening-on"), view.target_words(scene));
    let quick = [
        (target, view.target_words(scene)),
        (later(today, 2), words.get("evening-overmorrow")),
        (later(today, 7), words.get("evening-in-a-week")),
    ];
    let form = scene.form(key, || note_form(note, today));
    let chosen = if form.on.trim().is_empty() { Some(target) } else { parse::date(&form.on, today) };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (day, name) in &quick {
            if Chip::new(name).icon(icons::CALENDAR).selected(chosen == Some(*day)).show(ui).response.clicked() {
                form.on = if *day == target { String::new() } else { Formats::date_typed(*day) };
            }
        }
    });
    let typed = date_field(ui, words, Field::new(&label, &mut form.on).hint(&hint).width(220.0), today);
    let day = if form.on.trim().is_empty() { Some(target) } else { typed.value };
    (day, typed.field.committed)
}

fn nothing_left(ui: &mut Ui, scene: &Scene<'_>) {
    let (title, words) = (scene.words.get("evening-notes-empty-title"), scene.words.get("evening-notes-empty"));
    Card::new().show(ui, |ui| empty_state(ui, icons::DONE_CIRCLE, &title, &words, |_| {}));
}
