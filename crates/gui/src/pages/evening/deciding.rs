//! What is undecided, one thing at a time: what was done, moved to another day, or dropped; of a meeting or a call that
//! is over one tells how it went, right there.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::EntryState;
use sponsor_core::query::Item;

use super::place::{Mark, Trail, number_pressed, walk};
use super::question::EveningView;
use super::tiles::{Tile, tiles};
use crate::app::{FormKey, FormKind, Scene};
use crate::icons;
use crate::pages::diary::{outcome_first_field, outcome_here, outcome_key_of};
use crate::pages::today::decide::{MoveForm, move_to};
use crate::pages::today::item::{Hour, item_detail, item_icon, item_row, place_of};
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, Field, date_field, icon, soft, split, text};

/// What can be decided of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decision {
    Tell,
    Done,
    Next,
    Another,
    Drop,
}

/// What stands open below the thing at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Telling,
    Moving,
}

/// What is decided one thing at a time.
#[derive(Clone, Debug, Default)]
pub struct Deciding {
    trail: Trail,
    open: Option<(Mark, Open)>,
    /// What of that which stands open had the keyboard in the frame before, and is to be seen.
    seen: Option<egui::Id>,
}

impl Deciding {
    /// Closes what stands open below the thing at hand; tells whether anything did.
    pub const fn close(&mut self) -> bool {
        self.open.take().is_some()
    }

    /// Whether something stands open below the thing at hand.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The number of the thing at hand.
    pub fn index(&mut self, items: &[Item], at: &mut Option<Mark>) -> usize {
        self.trail.index(items, at)
    }

    /// Shows the thing at hand with what can be decided, and the others below. `keys` is whether the keys are its own.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        view: &EveningView,
        items: &[Item],
        at: &mut Option<Mark>,
        keys: bool,
    ) {
        let index = self.trail.index(items, at);
        let Some(item) = items.get(index) else { return };
        let mark = Mark::of(item);
        if self.open.is_some_and(|(of, _)| of != mark) {
            self.open = None;
        }
        thing(ui, scene, view, item);
        let offered = offered(scene, item);
        let all: Vec<Tile> = offered.iter().map(|one| self.tile(scene, view, mark, *one)).collect();
        // A number means the same wherever one decides; where there is nothing to tell the 1 is left out.
        let first = if offered.contains(&Decision::Tell) { 1 } else { 2 };
        let pressed = tiles(ui, &all, first);
        let by_key = if keys { number_pressed(ui).and_then(|number| (number + 1).checked_sub(first)) } else { None };
        let enters = keys && offered.contains(&Decision::Tell) && self.open.is_none() && enter_pressed(ui);
        let chosen = pressed.or(by_key).or(enters.then_some(0)).and_then(|number| offered.get(number).copied());
        if let Some(decision) = chosen {
            self.decide(scene, view, (items, index), at, decision);
            if decision == Decision::Tell {
                // One writes at once, without the pointer.
                let first = outcome_first_field(item.id, item.instance);
                ui.memory_mut(|memory| memory.request_focus(first));
                self.seen = None;
            }
        }
        self.opened(ui, scene, view, (items, index), at);
        if keys {
            walk(ui, items, index, at);
        }
        others(ui, scene, items, index, at);
    }

    fn tile(&self, scene: &Scene<'_>, view: &EveningView, of: Mark, decision: Decision) -> Tile {
        let words = scene.words;
        let (icon, name, line) = match decision {
            Decision::Tell => (icons::HOW_DID_IT_GO, "how-did-it-go", words.get("evening-tell-line")),
            Decision::Done => (icons::DONE, "done", words.get("evening-done-line")),
            Decision::Next => (icons::MOVE, "evening-move-next", view.target_words(scene)),
            Decision::Another => (icons::CALENDAR, "evening-move-other", words.get("evening-move-other-line")),
            Decision::Drop => (icons::NOTHING, "drop", words.get("evening-drop-line")),
        };
        let opens = match decision {
            Decision::Tell => Some(Open::Telling),
            Decision::Another => Some(Open::Moving),
            _ => None,
        };
        let chosen = opens.is_some_and(|open| self.open == Some((of, open)));
        Tile { icon, name: words.get(name), line, chosen }
    }

    fn decide(
        &mut self,
        scene: &mut Scene<'_>,
        view: &EveningView,
        (items, index): (&[Item], usize),
        at: &mut Option<Mark>,
        decision: Decision,
    ) {
        let Some(item) = items.get(index) else { return };
        let state = |state| Command::SetState { entry: item.id, instance: item.instance, state };
        let command = match decision {
            Decision::Tell => {
                self.open = Some((Mark::of(item), Open::Telling));
                return;
            }
            Decision::Another => {
                self.open = Some((Mark::of(item), Open::Moving));
                return;
            }
            Decision::Done => state(EntryState::Done),
            Decision::Next => move_to(item, view.target),
            Decision::Drop => state(EntryState::Dropped),
        };
        scene.run(command);
        self.open = None;
        self.trail.decided(items, index, at);
    }

    /// What stands open below the thing at hand; once it is saved the next thing comes.
    fn opened(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        view: &EveningView,
        (items, index): (&[Item], usize),
        at: &mut Option<Mark>,
    ) {
        let Some(((_, open), item)) = self.open.zip(items.get(index)) else { return };
        let key = match open {
            Open::Telling => outcome_key_of(item.id, item.instance),
            Open::Moving => move_key(item),
        };
        if scene.was_saved(&key) {
            self.open = None;
            self.trail.decided(items, index, at);
            return;
        }
        let card = Card::new().edged().show(ui, |ui| match open {
            Open::Telling => outcome_here(ui, scene, item.id, item.instance),
            Open::Moving => moving(ui, scene, view, item),
        });
        self.bring_into_view(ui, card.response.rect);
    }
}

impl Deciding {
    /// Brings the field that has come to have the keyboard into view, with the card around it as far as there is room.
    fn bring_into_view(&mut self, ui: &Ui, card: egui::Rect) {
        let focused = ui.memory(egui::Memory::focused);
        if focused == self.seen {
            return;
        }
        // A field that is there for the first time has its place in the next frame only.
        let Some(field) = focused.and_then(|id| ui.ctx().read_response(id)).map(|field| field.rect) else {
            ui.request_repaint();
            return;
        };
        self.seen = focused;
        if card.contains(field.center()) {
            let around = field.expand2(egui::vec2(0.0, AROUND_FIELD)).intersect(card);
            ui.scroll_to_rect(around, None);
        }
    }
}

/// How much above and below the field with the keyboard is brought into view with it.
const AROUND_FIELD: f32 = 140.0;

/// The form of a move to another day.
fn move_key(item: &Item) -> FormKey {
    match item.instance {
        Some(day) => FormKey::about(FormKind::Move, format!("{} {day}", item.id)),
        None => FormKey::about(FormKind::Move, item.id),
    }
}

fn offered(scene: &Scene<'_>, item: &Item) -> Vec<Decision> {
    let rest = [Decision::Done, Decision::Next, Decision::Another, Decision::Drop];
    let tells = item.asks_how_it_went(scene.now.local);
    tells.then_some(Decision::Tell).into_iter().chain(rest).collect()
}

/// Enter where nothing has the focus.
fn enter_pressed(ui: &Ui) -> bool {
    let free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

/// The thing at hand, large.
fn thing(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, item: &Item) {
    let tokens = Tokens::of(ui);
    let (when, late) = said_when(scene, view.on, item);
    let detail = item_detail(scene.words, item);
    let open = scene.words.with("today-open-entry", &[("title", item.title.as_str().into())]);
    Card::new().padding(20).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let mut opened = false;
        split(
            ui,
            24.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                icon(ui, item_icon(item), IconSize::Regular, tokens.soft);
                text(ui, &when, TextSize::Soft, if late { tokens.urgent } else { tokens.soft });
            },
            |ui| opened = ui.add(Button::quiet_icon(icons::OPEN, &open).small()).clicked(),
        );
        text(ui, &item.title, TextSize::Answer, tokens.ink);
        if !detail.is_empty() {
            soft(ui, &detail);
        }
        if opened {
            scene.go(place_of(item));
        }
    });
}

/// Day and hour of the thing, and whether it waits from before.
fn said_when(scene: &Scene<'_>, on: NaiveDate, item: &Item) -> (String, bool) {
    let day = item.when.first_day();
    let late = item.when.last_day().is_some_and(|day| day < on);
    let day = day.map(|day| scene.formats.date_near(day, scene.today));
    let time = item.when.time().map(|time| scene.formats.time(time));
    (day.into_iter().chain(time).collect::<Vec<_>>().join(" · "), late)
}

fn moving(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, item: &Item) {
    let (words, today) = (scene.words, scene.today);
    let (label, hint, act) = (words.get("today-move-field"), words.get("today-move-hint"), words.get("move"));
    let key = move_key(item);
    let form = scene.form(&key, MoveForm::default);
    let id = ui.make_persistent_id(("evening move", item.id, item.instance));
    let mut wanted = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let field = Field::new(&label, &mut form.on).hint(&hint).width(260.0).id(id);
        let typed = date_field(ui, words, field, today);
        let pressed = ui.add_enabled(typed.value.is_some(), Button::primary(&act).keys("Enter")).clicked();
        wanted = typed.value.filter(|_| pressed || typed.field.committed);
        if ui.memory(|memory| memory.focused().is_none()) && !typed.field.committed {
            typed.field.response.request_focus();
        }
    });
    if let Some(day) = wanted {
        scene.save(key, move_to(item, day.max(view.on)));
    }
}

/// The other things; a press brings one to hand.
fn others(ui: &mut Ui, scene: &mut Scene<'_>, items: &[Item], index: usize, at: &mut Option<Mark>) {
    if items.len() < 2 {
        return;
    }
    soft(ui, &scene.words.get("evening-others"));
    Card::new().padding(8).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rest = items.iter().enumerate().filter(|(number, _)| *number != index);
        for (row, (_, item)) in rest.enumerate() {
            let hour = match item.when.last_day() {
                Some(day) if day < scene.today => Hour::From(day),
                _ => Hour::OfDay,
            };
            let decide = scene.words.get("evening-decide");
            let name = format!("{decide}: {}", item.title);
            item_row(ui, scene, row, item, hour, |ui, _| {
                if ui.add(Button::quiet(&decide).name(&name).small()).clicked() {
                    *at = Some(Mark::of(item));
                }
            });
        }
    });
}
