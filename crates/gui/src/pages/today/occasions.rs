//! What is kept of people today: a quiet line each, and by one key a call, a message, or that it is done.

use egui::{Key, Modifiers, Ui};
use sponsor_core::command::{Command, ContactKind};
use sponsor_core::query::{Occasion, OccasionKind};

use super::decide::COMPACT_BELOW;
use super::is_short;
use super::item::cell;
use super::press::press;
use crate::app::{Action, CONGRATULATION, ContactWish, Place, Scene};
use crate::icons;
use crate::pages::occasions::{beside_words, kept_words, sign};
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, MenuItem, icon, menu, person_name, row, split, text};
use crate::words::Language;

/// How many lines there are at most, and how many where the window is low; the others stand behind «още».
const SHOWN: usize = 3;
const SHOWN_SHORT: usize = 2;

/// What is done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Call,
    Message,
    Done,
}

impl Deed {
    const ALL: [(Self, Key); 3] = [(Self::Call, Key::C), (Self::Message, Key::M), (Self::Done, Key::D)];
}

/// The lines of those who were not congratulated yet; tells how many rows stand there now.
pub fn occasion_rows(ui: &mut Ui, scene: &mut Scene<'_>, first: usize, occasions: &[Occasion]) -> usize {
    // The window may speak another language than the one that is set.
    let bulgarian = scene.words.language() == Language::Bulgarian;
    let kept = |one: &&Occasion| {
        !one.greeted && (bulgarian || one.kinds.iter().any(|kind| !matches!(kind, OccasionKind::NameDay { .. })))
    };
    let waiting: Vec<&Occasion> = occasions.iter().filter(kept).collect();
    if let Some(one) = waiting.first().filter(|_| scene.frame.writable) {
        keys(ui, scene, one);
    }
    let most = if is_short(ui) { SHOWN_SHORT } else { SHOWN };
    let (shown, hidden) = waiting.split_at(waiting.len().min(most));
    for (at, one) in shown.iter().enumerate() {
        let more = if at + 1 == shown.len() { hidden } else { &[] };
        occasion_row(ui, scene, (first + at, at == 0), one, more);
    }
    shown.len()
}

/// The keys do it with the first line, while nothing is typed and nothing else has the focus.
fn keys(ui: &Ui, scene: &mut Scene<'_>, one: &Occasion) {
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui.ctx());
    if covered || ui.ctx().text_edit_focused() {
        return;
    }
    for (deed, key) in Deed::ALL {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            act(scene, deed, one);
        }
    }
}

fn act(scene: &mut Scene<'_>, deed: Deed, one: &Occasion) {
    let person = one.person.id;
    match deed {
        Deed::Call => {
            scene.act(Action::Contact(ContactWish { person, kind: ContactKind::Call, greeted: Some(one.on) }));
        }
        Deed::Message => scene.act(Action::ReadyWords { person, text: Some(CONGRATULATION) }),
        Deed::Done => scene.run(Command::Greet { person, on: one.on }),
    }
}

/// What the kind of a day takes beside the name, which other rows do not have.
const NAMED_BESIDE: f32 = 140.0;

fn occasion_row(ui: &mut Ui, scene: &mut Scene<'_>, place: (usize, bool), one: &Occasion, hidden: &[&Occasion]) {
    let (index, is_first) = place;
    let height = if is_short(ui) { 36.0 } else { 40.0 };
    let compact = ui.available_width() < COMPACT_BELOW + NAMED_BESIDE;
    row(ui, index, height, |ui| {
        let held = std::cell::RefCell::new(&mut *scene);
        split(
            ui,
            height,
            |ui| said(ui, &mut held.borrow_mut(), one),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let scene = &mut **held.borrow_mut();
                // The line that the keys are for says all of it; the others are quieter.
                deeds(ui, scene, one, is_first, compact || !is_first);
                if !hidden.is_empty() {
                    more(ui, scene, hidden);
                }
            },
        );
    });
}

/// «днес: имен ден на Екатерина Танева».
fn said(ui: &mut Ui, scene: &mut Scene<'_>, one: &Occasion) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    cell(ui, 62.0, |ui| icon(ui, icons::ALL_DAY, IconSize::Regular, tokens.soft));
    cell(ui, 22.0, |ui| icon(ui, sign(one), IconSize::Regular, tokens.soft));
    ui.spacing_mut().item_spacing.x = space::XS;
    let what = kept_words(words, one);
    text(ui, &words.with("occasion-of", &[("what", what.into())]), TextSize::Body, tokens.soft);
    let name = person_name(ui, &one.person.full, TextSize::Medium, tokens.ink);
    let beside = beside_words(words, one);
    if press(ui, name.rect, ("occasion", one.person.id), &one.person.full).clicked() {
        scene.go(Place::Person(one.person.id));
    }
    let wide = ui.painter().layout_no_wrap(beside.clone(), TextSize::Soft.font(), tokens.soft).size().x;
    if wide <= ui.available_width() {
        text(ui, &beside, TextSize::Soft, tokens.soft);
    } else {
        name.on_hover_text(beside);
    }
}

fn deeds(ui: &mut Ui, scene: &mut Scene<'_>, one: &Occasion, is_first: bool, compact: bool) {
    let words = scene.words;
    let name = |key: &str| words.with(key, &[("name", one.person.full.as_str().into())]);
    let [call, message, done] = ["today-call", "today-message", "occasion-done"].map(name);
    let mut pressed = None;
    let mut finish = Button::quiet_icon(icons::DONE, &done).small();
    if is_first && !compact {
        finish = finish.keys("D");
    }
    if ui.add(finish).clicked() {
        pressed = Some(Deed::Done);
    }
    let (write, ring) = (words.get("message-person"), words.get("call-person"));
    for (deed, words, name, sign, key) in
        [(Deed::Message, &write, &message, icons::MESSAGE, "M"), (Deed::Call, &ring, &call, icons::CALL, "C")]
    {
        let mut button = Button::plain(words).name(name).icon(sign).small();
        if is_first {
            button = button.keys(key);
        }
        if ui.add(button.folded(compact)).clicked() {
            pressed = Some(deed);
        }
    }
    if let Some(deed) = pressed {
        act(scene, deed, one);
    }
}

/// The others, each leading to the person.
fn more(ui: &mut Ui, scene: &mut Scene<'_>, hidden: &[&Occasion]) {
    let words = scene.words.with("occasion-more", &[("count", hidden.len().into())]);
    let button = ui.add(Button::link(&words).trailing(icons::DOWN).small());
    menu(&button, |ui| {
        for one in hidden {
            let line = format!("{} · {}", one.person.full, kept_words(scene.words, one));
            if ui.add(MenuItem::new(&line).icon(sign(one))).clicked() {
                scene.go(Place::Person(one.person.id));
            }
        }
    });
}
