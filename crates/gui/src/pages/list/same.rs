//! «Еднакви»: two people who look the same, one pair after another: joined, told apart, or left for later.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align, Frame, Id, Key, Layout, Modifiers, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::exchange::{Field, FieldChange, compare_people, joined_person};
use sponsor_core::model::{Person, PersonId, RecordKind};
use sponsor_core::query::{self, DuplicatePair, SameBy, View};
use sponsor_core::store::StoreError;

use super::import::field;
use super::{is_covered, say};
use crate::app::{Question, Scene};
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{
    Button, Card, avatar, avatar_size, empty_state, heading, key_hint, page_header, page_margin, person_name, soft,
    split, text,
};

/// How wide the one column is.
const COLUMN: f32 = 720.0;
/// Room below the fields, for what is decided.
const FOOT: f32 = 108.0;

/// Asks who looks the same, or holds two against each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SameAsk {
    only: Option<(PersonId, PersonId)>,
}

/// Those who look the same.
#[derive(Debug, Default)]
struct Pairs(Vec<DuplicatePair>);

impl Question for SameAsk {
    type Answer = Pairs;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        Ok(Pairs(match self.only {
            Some((one, other)) => query::pair_of(view, one, other).into_iter().collect(),
            None => query::duplicates(view),
        }))
    }
}

/// The pair that is looked at, with what was chosen of each field.
#[derive(Debug)]
struct Held {
    stays: Arc<Person>,
    goes: Arc<Person>,
    changes: Vec<FieldChange>,
}

impl Held {
    fn new(stays: &Arc<Person>, goes: &Arc<Person>) -> Self {
        let mut changes = compare_people(stays, goes);
        for change in changes.iter_mut().filter(|change| change.field == Field::Name && change.ours != change.theirs) {
            // One name in two scripts or two orders: which of them stays is a choice, too.
            change.same = false;
        }
        Self { stays: Arc::clone(stays), goes: Arc::clone(goes), changes }
    }

    /// Whether it is about this pair as they are now, whoever of them stays.
    fn is_of(&self, pair: &DuplicatePair) -> bool {
        let same = |one: &Arc<Person>, other: &Arc<Person>| *self.stays == **one && *self.goes == **other;
        same(&pair.stays, &pair.goes) || same(&pair.goes, &pair.stays)
    }

    fn swap(&mut self) {
        *self = Self::new(&self.goes, &self.stays);
    }
}

/// What was decided about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decision {
    Join,
    Apart,
    Later,
    Swap,
}

/// The page while it is looked at.
#[derive(Debug, Default)]
pub(super) struct Same {
    only: Option<(PersonId, PersonId)>,
    held: Option<Held>,
    /// Pairs that were left for later.
    later: BTreeSet<(PersonId, PersonId)>,
    /// The answer in which a pair was decided: until the next one it is not looked at again.
    decided: Option<Arc<Pairs>>,
}

impl Same {
    /// Holds two people against each other whom a person chose.
    pub(super) fn two(one: PersonId, other: PersonId) -> Self {
        Self { only: Some((one, other)), ..Self::default() }
    }

    /// Shows the next pair; tells whether the page is left.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let Some(pairs) = scene.ask_exact(&SameAsk { only: self.only }) else { return false };
        let stale = self.decided.as_ref().is_some_and(|decided| Arc::ptr_eq(decided, &pairs));
        if !stale && self.decided.take().is_some() && self.only.is_some() {
            return true;
        }
        let left: Vec<&DuplicatePair> = pairs.0.iter().filter(|pair| !self.later.contains(&ids(pair))).collect();
        let mut ended = false;
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            ended = header(ui, scene, left.len());
            match left.first() {
                _ if stale => {}
                Some(pair) => {
                    if let Some(decision) = self.pair(ui, scene, pair) {
                        self.decide(scene, pair, decision, &pairs);
                    }
                }
                None => ended |= self.nobody(ui, scene),
            }
        });
        ended |= !is_covered(ui) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        ended
    }

    fn nobody(&self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let words = scene.words;
        let (title, below) = if self.later.is_empty() {
            (words.get("list-same-nobody"), words.get("list-same-nobody-text"))
        } else {
            (words.with("list-same-later", &[("count", self.later.len().into())]), words.get("list-same-later-text"))
        };
        empty_state(ui, icons::DONE_CIRCLE, &title, &below, |ui| {
            ui.add(Button::primary(&words.get("list-sort-to-list")).icon(icons::LIST)).clicked()
        })
    }

    fn decide(&mut self, scene: &mut Scene<'_>, pair: &DuplicatePair, decision: Decision, pairs: &Arc<Pairs>) {
        let Some(held) = &mut self.held else { return };
        match decision {
            Decision::Swap => held.swap(),
            Decision::Later if self.only.is_some() => self.decided = Some(Arc::default()),
            Decision::Later => drop(self.later.insert(ids(pair))),
            Decision::Join => {
                let person = Box::new(joined_person(&held.stays, &held.goes, &held.changes));
                scene.run(Command::JoinPeople { keep: held.stays.id, gone: held.goes.id, person });
                self.decided = Some(Arc::clone(pairs));
            }
            Decision::Apart => {
                scene.run(Command::TellApart { one: held.stays.id, other: held.goes.id });
                self.decided = Some(Arc::clone(pairs));
            }
        }
    }

    fn pair(&mut self, ui: &mut Ui, scene: &Scene<'_>, pair: &DuplicatePair) -> Option<Decision> {
        let held = match self.held.take() {
            Some(held) if held.is_of(pair) => self.held.insert(held),
            _ => self.held.insert(Held::new(&pair.stays, &pair.goes)),
        };
        let room = ui.available_rect_before_wrap();
        let width = COLUMN.min(room.width());
        // As tall as the fields need, known from the painting before.
        let tall = ui.data(|data| data.get_temp::<f32>(tall_id())).unwrap_or(f32::INFINITY).min(room.height());
        let column = Rect::from_min_size(pos2(room.center().x - width / 2.0, room.top()), vec2(width, tall));
        let builder = UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min));
        let pressed =
            ui.scope_builder(builder, |ui| Card::new().show(ui, |ui| card(ui, scene, pair, held)).inner).inner;
        pressed.or_else(|| keys(ui, scene))
    }
}

/// A pair by the ids, whoever of them stays.
fn ids(pair: &DuplicatePair) -> (PersonId, PersonId) {
    (pair.stays.id.min(pair.goes.id), pair.stays.id.max(pair.goes.id))
}

fn keys(ui: &Ui, scene: &Scene<'_>) -> Option<Decision> {
    if is_covered(ui) || ui.memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::COMMAND, Key::Enter) && scene.frame.writable {
        Some(Decision::Join)
    } else if pressed(Modifiers::NONE, Key::D) && scene.frame.writable {
        Some(Decision::Apart)
    } else if pressed(Modifiers::NONE, Key::ArrowRight) {
        Some(Decision::Later)
    } else {
        None
    }
}

fn header(ui: &mut Ui, scene: &Scene<'_>, count: usize) -> bool {
    let words = scene.words;
    let subtitle = words.with("list-same-count", &[("count", count.into())]);
    let end = |ui: &mut Ui, _| ui.add(Button::plain(&words.get("list-sort-end")).keys("Esc")).clicked();
    page_header(ui, &words.get("list-same"), &subtitle, |_, _| {}, end).1
}

fn card(ui: &mut Ui, scene: &Scene<'_>, pair: &DuplicatePair, held: &mut Held) -> Option<Decision> {
    let words = scene.words;
    let inside = ui.available_rect_before_wrap();
    ui.set_min_height(inside.height());
    ui.spacing_mut().item_spacing.y = space::XS;
    heading(ui, &words.get("import-compare-title"));
    soft(ui, &reasons(scene, pair));
    ui.add_space(space::S);
    let swapped = sides(ui, scene, held);
    let parted = inside.bottom() - FOOT;
    let middle = Rect::from_min_max(pos2(inside.left(), ui.cursor().top()), pos2(inside.right(), parted));
    let builder = UiBuilder::new().id_salt("fields").max_rect(middle);
    let fields = ui.scope_builder(builder, |ui| fields(ui, scene, held)).inner;
    keep_tall(ui, (middle.top() - inside.top()) + fields + FOOT + 2.0 * space::L + space::XXS);
    let below = Rect::from_min_max(pos2(inside.left(), parted), inside.max);
    let builder = UiBuilder::new().id_salt("decide").max_rect(below);
    let decided = ui.scope_builder(builder, |ui| decisions(ui, scene, held)).inner;
    if swapped { Some(Decision::Swap) } else { decided }
}

/// By what the two look the same.
fn reasons(scene: &Scene<'_>, pair: &DuplicatePair) -> String {
    let words = scene.words;
    let say = |reason: &SameBy| match reason {
        SameBy::Phone(number) => words.with("list-same-phone", &[("value", Formats::phone(number).into())]),
        SameBy::Email(address) => words.with("list-same-email", &[("value", address.as_str().into())]),
        SameBy::Name => words.get("list-same-name"),
    };
    let said: Vec<String> = pair.reasons.iter().map(say).collect();
    if said.is_empty() { words.get("list-same-chosen") } else { said.join(" · ") }
}

/// The two people over their columns; tells whether the other one is to stay.
fn sides(ui: &mut Ui, scene: &Scene<'_>, held: &Held) -> bool {
    let words = scene.words;
    let ink = Tokens::of(ui).ink;
    let half = ((ui.available_width() - space::M - space::S) / 2.0).floor();
    let mut swapped = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (person, key, stays) in [(&held.stays, "list-same-stays", true), (&held.goes, "list-same-goes", false)] {
            let room = vec2(half, height::AGENDA_ROW);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(half);
                let name = person.name.full();
                avatar(ui, &name, avatar_size::SMALL, stays);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    person_name(ui, &name, TextSize::Strong, ink);
                    let (_, stage) = say::stage_of(words, person);
                    soft(ui, &format!("{} · {stage}", words.get(key)));
                });
            });
        }
    });
    let swap = words.get("list-same-swap");
    if ui.add(Button::link(&swap).icon(icons::MOVE).small()).clicked() {
        swapped = true;
    }
    swapped
}

/// Where the height that the card needs is kept.
fn tall_id() -> Id {
    Id::unique("card of two who look the same")
}

fn keep_tall(ui: &Ui, tall: f32) {
    let before = ui.data(|data| data.get_temp::<f32>(tall_id()));
    if before.is_none_or(|before| (before - tall).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(tall_id(), tall));
        ui.ctx().request_repaint();
    }
}

/// The fields; gives how tall they are in all.
fn fields(ui: &mut Ui, scene: &Scene<'_>, held: &mut Held) -> f32 {
    let id = (held.stays.id, held.goes.id);
    let shown = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - space::M);
        if held.changes.iter().all(|change| change.same) {
            soft(ui, &scene.words.get("list-same-nothing-new"));
        }
        for (index, change) in held.changes.iter_mut().enumerate() {
            if let Some(choice) = ui.push_id((id, index), |ui| field(ui, scene, change)).inner {
                change.choice = choice;
            }
        }
    });
    shown.content_size.y
}

fn decisions(ui: &mut Ui, scene: &Scene<'_>, held: &Held) -> Option<Decision> {
    let words = scene.words;
    ui.spacing_mut().item_spacing.y = space::S;
    ui.add_space(space::S);
    let name = held.stays.name.full();
    let soft_ink = Tokens::of(ui).soft;
    let kept = words.with("list-same-kept", &[("name", name.as_str().into())]);
    text(ui, &kept, TextSize::Soft, soft_ink);
    let writable = scene.frame.writable;
    let (later, (apart, join)) = split(
        ui,
        height::BUTTON,
        |ui| ui.add(Button::quiet(&words.get("list-same-not-now")).keys("→")).clicked(),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let join = words.get("import-join");
            let join = ui.add_enabled(writable, Button::primary(&join).icon(icons::LINK).keys("Ctrl ↵")).clicked();
            let apart = words.get("import-apart");
            (ui.add_enabled(writable, Button::plain(&apart).keys("D")).clicked(), join)
        },
    );
    ui.horizontal(|ui| key_hint(ui, &["Ctrl Z"], &words.get("list-same-undo")));
    match (join, apart, later) {
        (true, ..) => Some(Decision::Join),
        (_, true, _) => Some(Decision::Apart),
        (.., true) => Some(Decision::Later),
        _ => None,
    }
}
