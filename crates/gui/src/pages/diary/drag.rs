//! What is dragged in the diary: free hours, or an entry by pointer or keys; where it is put down; what is said meanwhile.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{Align2, CornerRadius, Key, Modifiers, Pos2, Rect, Response, Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::When;
use sponsor_core::query::Item;

use super::carry::{By, Carry};
use super::series_ask::{Asked, MoveAsked};
use super::views::Look;
use super::week::{Chosen, WeekWish};
use super::{DiaryPage, Side};
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens};

/// Hours of a day that are being dragged over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hours {
    pub(super) day: NaiveDate,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Whole days that are being dragged over, in the order in which they were reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Days {
    /// The first and the last of them.
    pub(super) fn range(self) -> (NaiveDate, NaiveDate) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    /// Whether a day is among them.
    pub(super) fn holds(self, day: NaiveDate) -> bool {
        let (first, last) = self.range();
        (first..=last).contains(&day)
    }
}

/// What is being dragged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Drag {
    /// Free hours, for a new entry.
    Hours(Hours),
    /// Whole days, for a new entry.
    Days(Days),
    /// An entry.
    Entry(Carry),
}

impl Drag {
    pub(super) const fn hours(&self) -> Option<&Hours> {
        match self {
            Self::Hours(hours) => Some(hours),
            Self::Days(_) | Self::Entry(_) => None,
        }
    }

    pub(super) const fn days(&self) -> Option<Days> {
        match self {
            Self::Days(days) => Some(*days),
            Self::Hours(_) | Self::Entry(_) => None,
        }
    }

    /// Whether the pointer holds it, rather than the keys.
    pub(super) const fn is_by_pointer(&self) -> bool {
        !is_by_keys(self)
    }

    pub(super) const fn entry(&self) -> Option<&Carry> {
        match self {
            Self::Hours(_) | Self::Days(_) => None,
            Self::Entry(carry) => Some(carry),
        }
    }
}

/// The entry that is carried, if any is.
pub(super) fn carried(drag: Option<&Drag>) -> Option<&Carry> {
    drag.and_then(Drag::entry)
}

/// Whether this entry leaves its place: it is carried and no copy of it is.
pub(super) fn leaves(drag: Option<&Drag>, entry: Chosen) -> bool {
    carried(drag).is_some_and(|carry| carry.entry == entry && !carry.copies)
}

/// Whole days under a thing that can be dragged over: begins at `day`, goes on to the day under the pointer, and is
/// put down as what it asks for.
pub(super) fn over_days(
    response: &Response,
    day: NaiveDate,
    under: impl FnOnce(Pos2) -> Option<NaiveDate>,
    drag: &mut Option<Drag>,
) -> Option<WeekWish> {
    if response.drag_started_by(egui::PointerButton::Primary) {
        *drag = Some(Drag::Days(Days { from: day, to: day }));
    }
    if let (Some(Drag::Days(days)), true) = (drag.as_mut(), response.dragged()) {
        days.to = response.interact_pointer_pos().and_then(under).unwrap_or(days.to);
    }
    if !response.drag_stopped() {
        return None;
    }
    let ended = drag.take_if(|drag| drag.days().is_some())?.days()?;
    let (day, last) = ended.range();
    Some(WeekWish::New { day, hours: None, last: Some(last) })
}

/// Takes hold of an entry when it begins to be dragged; `held` says what is at the place where it was pressed.
pub(super) fn lift(
    ui: &Ui,
    scene: &Scene<'_>,
    response: &Response,
    item: &Item,
    held: impl FnOnce(Pos2) -> (By, Option<NaiveDateTime>),
    drag: &mut Option<Drag>,
) {
    let origin = ui.input(|input| input.pointer.press_origin()).filter(|_| response.drag_started());
    if let Some(origin) = origin.filter(|_| scene.frame.writable) {
        let (by, held) = held(origin);
        *drag = Some(Drag::Entry(Carry::begin(item, by, held, scene.now.zone)));
    }
}

/// A step by the keys: whether it stretches, days, quarters of an hour.
type Step = (bool, i64, i64);

/// Alt with an arrow moves, with Shift too it stretches; in the month up and down are weeks.
fn step(ui: &Ui, look: Look) -> Option<Step> {
    let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    let pressed = |modifiers| {
        let arrow = |key: &Key| ui.input_mut(|input| input.consume_key(modifiers, *key));
        arrows.into_iter().find(arrow)
    };
    // A longer combination goes first: the shorter would take it.
    let stretched = pressed(Modifiers::ALT | Modifiers::SHIFT).map(|key| (true, key));
    let (stretches, key) = stretched.or_else(|| pressed(Modifiers::ALT).map(|key| (false, key)))?;
    let (days, quarters) = match (key, look) {
        (Key::ArrowLeft, _) => (-1, 0),
        (Key::ArrowRight, _) => (1, 0),
        (Key::ArrowUp, Look::Month) if !stretches => (-7, 0),
        (Key::ArrowDown, Look::Month) if !stretches => (7, 0),
        (Key::ArrowUp, _) => (0, -1),
        _ => (0, 1),
    };
    Some((stretches, days, quarters))
}

fn take_step(carry: &mut Carry, (stretches, days, quarters): Step) {
    if stretches {
        carry.stretch(days, quarters);
    } else {
        carry.nudge(days, quarters);
    }
}

/// The keys of an entry that has the focus, or is chosen while nothing has it: it is moved, stretched, or planned anew.
pub(super) fn keys_of(
    ui: &Ui,
    scene: &Scene<'_>,
    look: Look,
    response: &Response,
    item: &Item,
    chosen: bool,
    drag: &mut Option<Drag>,
) -> Option<WeekWish> {
    let addressed = response.has_focus() || (chosen && ui.memory(|memory| memory.focused().is_none()));
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui.ctx());
    if !addressed || covered || !scene.frame.writable || drag.is_some() {
        return None;
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::P)) {
        return Some(WeekWish::Plan((item.id, item.instance)));
    }
    let step = step(ui, look).filter(|_| item.when != When::Undated)?;
    let mut carry = Carry::begin(item, By::Keys, None, scene.now.zone);
    take_step(&mut carry, step);
    *drag = Some(Drag::Entry(carry));
    None
}

/// Steps by the keys that were put down a moment ago: the views may show the entry where it was before some of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stepped {
    entry: Chosen,
    /// Where it stood, one place after the other.
    places: Vec<When>,
    /// When the last step was, in seconds of the window.
    at: f64,
}

/// How long the views may need to show a step, in seconds.
const UNSEEN: f64 = 1.5;

impl DiaryPage {
    /// A step on an entry that is not seen yet where the step before put it goes on from there, so that none is lost.
    fn after_the_step_before(&mut self, carry: &mut Carry, now: f64) {
        let is_near =
            |step: &Stepped| step.entry == carry.entry && now - step.at < UNSEEN && step.places.contains(&carry.from);
        let mut places = self.stepped.take().filter(is_near).map_or(vec![carry.from], |step| step.places);
        if let Some(last) = places.last() {
            carry.to = carry.to_after(last);
        }
        places.push(carry.to);
        self.stepped = Some(Stepped { entry: carry.entry, places, at: now });
    }

    /// Goes on with what is carried by keys; the days follow it.
    pub(super) fn carry_by_keys(&mut self, ui: &Ui) {
        let Some(Drag::Entry(carry)) = self.drag.as_mut().filter(|drag| is_by_keys(drag)) else { return };
        if let Some(step) = step(ui, self.look) {
            take_step(carry, step);
            self.shown = carry.to.first_day().or(self.shown);
        }
    }

    /// Puts down what is no longer held, where it is.
    pub(super) fn let_go(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let held = match &self.drag {
            Some(drag) if is_by_keys(drag) => ui.input(|input| input.modifiers.alt),
            Some(Drag::Entry(_)) => ui.input(|input| input.pointer.primary_down()),
            Some(Drag::Hours(_) | Drag::Days(_)) | None => return,
        };
        if held {
            return;
        }
        let Some(Drag::Entry(mut carry)) = self.drag.take() else { return };
        let (entry, instance) = carry.entry;
        if carry.by == By::Keys {
            self.after_the_step_before(&mut carry, ui.input(|input| input.time));
            // It does not go out of sight.
            self.shown = carry.to.first_day().or(self.shown);
            self.focus_soon(carry.entry);
        }
        if !carry.changes() || carry.to == When::Undated {
            return;
        }
        if carry.copies {
            scene.run(Command::CopyEntry { entry, instance, copy: scene.new_entry(), to: carry.to });
        } else if instance.is_some() {
            self.asked = Some(Asked::Move(MoveAsked {
                entry: carry.entry,
                title: carry.title,
                from: carry.from,
                to: carry.to,
                typed: false,
            }));
        } else {
            scene.run(Command::MoveEntry { entry, instance, to: carry.to });
        }
    }

    /// Opens the pane of an entry with the fields that move it.
    pub(super) fn plan(&mut self, chosen: Chosen) {
        self.show_entry(chosen);
        self.pane.moving = true;
        self.pane.begins_to_move = true;
    }

    /// Does what a view asked for.
    pub(super) fn grant(&mut self, scene: &mut Scene<'_>, wish: Option<WeekWish>) {
        match wish {
            Some(WeekWish::Open(chosen)) => self.show_entry(chosen),
            Some(WeekWish::Plan(chosen)) => self.plan(chosen),
            Some(WeekWish::Person(person)) => scene.go(crate::app::Place::Person(person)),
            Some(WeekWish::Day(day)) => self.turn_to(Look::Day, day),
            Some(WeekWish::Week(day)) => self.turn_to(Look::Week, day),
            Some(WeekWish::New { day, hours, last }) if scene.frame.writable && self.side != Side::New => {
                self.begin(super::Prefill { day: Some(day), hours, last, ..super::Prefill::default() });
            }
            Some(WeekWish::New { .. }) | None => {}
        }
    }
}

const fn is_by_keys(drag: &Drag) -> bool {
    matches!(drag, Drag::Entry(carry) if matches!(carry.by, By::Keys))
}

/// Hears whether a copy is wanted, as long as the entry is held by the pointer.
pub(super) fn hear_copy(ui: &Ui, carry: &mut Carry) {
    let (down, wanted) = ui.input(|input| (input.pointer.primary_down(), input.modifiers.command));
    if down && carry.by == By::Pointer {
        carry.copies = wanted;
    }
}

/// A plus at the corner of what is copied.
pub(super) fn plus(ui: &Ui, ghost: Rect) {
    let tokens = Tokens::of(ui);
    let centre = ghost.right_top() + vec2(-9.0, 9.0);
    ui.painter().circle_filled(centre, 8.0, tokens.accent);
    ui.painter().text(centre, Align2::CENTER_CENTER, icons::ADD, IconSize::Small.font(), tokens.on_accent);
}

/// Says from when to when an entry goes, beside the pointer, or beside `ghost` where it is carried by keys.
pub(super) fn tip(ui: &Ui, scene: &Scene<'_>, drag: Option<&Drag>, ghost: Option<Rect>) {
    let pointer = ui.input(|input| input.pointer.interact_pos());
    if let Some((days, at)) = drag.and_then(Drag::days).map(Days::range).filter(|days| days.0 != days.1).zip(pointer) {
        say_at(ui, at, scene.formats.date_range(days.0, days.1));
    }
    let Some(carry) = carried(drag) else { return };
    let pointer = pointer.filter(|_| carry.by != By::Keys);
    let Some(at) = pointer.or(ghost.map(|ghost| ghost.center_top() + vec2(0.0, 18.0))) else { return };
    let said = |when: &When| match when.first_day() {
        None => scene.words.get("diary-undated"),
        Some(day) => {
            let weekday = scene.formats.weekday_short(chrono::Datelike::weekday(&day));
            let day = format!("{weekday} {}", chrono::Datelike::day(&day));
            format!("{day} {}", super::looks::hours(scene.formats, scene.words, when))
        }
    };
    let values = [("from", said(&carry.from).into()), ("to", said(&carry.to).into())];
    let key = match (carry.copies, carry.from) {
        (true, _) => "diary-copy-tip",
        (false, When::Undated) => "diary-drop-tip",
        (false, _) => "diary-drag-tip",
    };
    say_at(ui, at, scene.words.with(key, &values));
}

/// Words on a dark ground above a point.
fn say_at(ui: &Ui, at: Pos2, words: String) {
    let tokens = Tokens::of(ui);
    let galley = ui.painter().layout_no_wrap(words, TextSize::Pill.font(), tokens.on_tip);
    let size = galley.size() + vec2(20.0, 10.0);
    let seen = ui.clip_rect();
    let left = (at.x - size.x / 2.0).clamp(seen.left() + 4.0, (seen.right() - size.x - 4.0).max(seen.left() + 4.0));
    let place = Rect::from_min_size(egui::pos2(left, (at.y - size.y - 26.0).max(seen.top() + 4.0)), size);
    ui.painter().rect_filled(place, CornerRadius::same(12), tokens.tip);
    ui.painter().galley(place.min + vec2(10.0, 5.0), galley, tokens.on_tip);
}
