//! The pane of an entry: what it is, what became of it, what happened.

use egui::{Frame, Key, Modifiers, ScrollArea, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::{Action, Entry, EntryKind, EntryState, PersonId, TaskNature, When};

use super::action_chip::{Counts, action_chip};
use super::looks::{action_word, entry_icon, item_when, kind_word, mode_word, priority_look, state_word};
use super::move_form::{move_day_id, move_form, move_key};
use super::outcome::{outcome_foot, outcome_key, outcome_lines};
use super::questions::Details;
use super::recorded::{person_chips, recorded};
use super::training::training_list;
use crate::app::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{Button, MenuItem, Pill, Tone, hairline, heading, keep_free, menu, soft, split, text};

/// From this width of the pane on what is done with an entry has words while «Как мина?» is asked.
const WORDS: f32 = 320.0;

/// The pane as it was left.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PaneState {
    /// Its entry is being moved.
    pub(super) moving: bool,
    /// The fields that move it were just opened by a key: one types there.
    pub(super) begins_to_move: bool,
    /// «Как мина?» is asked for before its time, or what was written down is being put right.
    pub(super) telling: bool,
}

/// What the pane asks of its page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PaneWish {
    /// To close.
    Close,
    /// To change the entry in its form.
    Edit,
    /// To take this instance of a series there, once it is known how much of the series goes.
    Move(When),
}

/// The card of everything at the right of the diary.
pub(super) fn pane_frame(tokens: &Tokens) -> Frame {
    Frame::new()
        .fill(tokens.card)
        .stroke(egui::Stroke::new(stroke::HAIRLINE, tokens.line))
        .corner_radius(radius::CARD)
        .inner_margin(space::L)
}

/// Shows the pane.
pub(super) fn pane(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut PaneState, details: &Details) -> Option<PaneWish> {
    if scene.was_saved(&move_key(details)) {
        state.moving = false;
    }
    if scene.was_saved(&outcome_key(details)) {
        state.telling = false;
    }
    let asks = asks(scene, *state, details);
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    let by_key = asks && !covered && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let foot_id = ui.scope_id().with("foot");
    let foot = if asks { foot_room(ui, foot_id) } else { 0.0 };
    let mut wish = None;
    let room = (ui.available_height() - foot).max(120.0);
    ScrollArea::vertical().id_salt("entry pane").max_height(room).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::S;
        wish = head(ui, scene, details);
        about(ui, scene, details, asks);
        wish = deeds(ui, scene, state, details, asks).or(wish);
        if state.moving && std::mem::take(&mut state.begins_to_move) {
            ui.memory_mut(|memory| memory.request_focus(move_day_id()));
        }
        if state.moving {
            let answer = move_form(ui, scene, details);
            state.moving &= !answer.close;
            wish = answer.asks.map(PaneWish::Move).or(wish);
        }
        if details.entry.is_training() {
            hairline(ui);
            training_list(ui, scene, details);
        }
        told(ui, scene, state, details, asks);
        if asks && foot_grew(ui, foot_id) {
            keep_in_sight(ui);
        }
    });
    if asks {
        let shown = ui.scope(|ui| {
            ui.add_space(space::S);
            outcome_foot(ui, scene, details, by_key);
        });
        keep_foot(ui, foot_id, shown.response.rect.height());
        keep_free(ui.ctx(), shown.response.rect);
    }
    wish
}

/// The room that the foot of a pane took when it was last painted.
pub(super) fn foot_room(ui: &Ui, id: egui::Id) -> f32 {
    ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(60.0) + ui.spacing().item_spacing.y
}

/// Keeps how high the foot of a pane is, so that what scrolls above it ends there.
pub(super) fn keep_foot(ui: &Ui, id: egui::Id, height: f32) {
    let known = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    if (known - height).abs() > 0.5 {
        ui.data_mut(|data| {
            data.insert_temp(id, height);
            data.insert_temp(id.with("grew"), true);
        });
        ui.ctx().request_repaint();
    }
}

/// Whether the foot became another since this was asked last.
fn foot_grew(ui: &Ui, id: egui::Id) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(id.with("grew"))).unwrap_or(false)
}

/// Scrolls to the field that has the focus: one is typing there.
fn keep_in_sight(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused);
    if let Some(field) = focused.and_then(|id| ui.ctx().read_response(id)) {
        ui.scroll_to_rect(field.rect, None);
    }
}

/// Whether «Как мина?» is asked: what could be told is over and was not told yet, or a person wants to tell it.
fn asks(scene: &Scene<'_>, state: PaneState, details: &Details) -> bool {
    let item = &details.item;
    let done = item.state == EntryState::Done && tells(item.kind) && item.outcome.is_none();
    state.telling || (item.outcome.is_none() && (done || item.asks_how_it_went(scene.now.local)))
}

const fn tells(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Meeting | EntryKind::Call | EntryKind::Event)
}

fn told(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut PaneState, details: &Details, asks: bool) {
    let item = &details.item;
    if asks {
        hairline(ui);
        outcome_lines(ui, scene, details);
    } else if let Some(outcome) = &item.outcome {
        hairline(ui);
        state.telling = recorded(ui, scene, details, outcome);
    } else if tells(item.kind) && item.state == EntryState::Planned {
        let words = scene.words.get("how-did-it-go");
        state.telling = ui.add(Button::quiet(&words).icon(icons::HOW_DID_IT_GO).small()).clicked();
    }
}

fn head(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details) -> Option<PaneWish> {
    let item = &details.item;
    let look = priority_look(item.priority);
    let priority = look.word(scene.words);
    let kind = match &item.action {
        Some(action @ Action::Training) => action_word(scene.words, action),
        _ => kind_word(scene.words, item.kind).to_lowercase(),
    };
    let sign = entry_icon(item.kind, item.state, item.action.as_ref());
    let state = state_word(scene.words, item);
    let close = scene.words.get("close");
    let mut wish = None;
    split(
        ui,
        height::BUTTON_SMALL,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.add(Pill::priority(look, &priority));
            match item.state {
                EntryState::Planned => ui.add(Pill::new(&kind).icon(sign)),
                EntryState::Done => ui.add(Pill::new(&state).icon(icons::DONE).tone(Tone::Accent)),
                EntryState::Dropped => ui.add(Pill::new(&state).icon(icons::NOTHING)),
            };
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            if ui.add(Button::quiet_icon(icons::CLOSE, &close).small()).clicked() {
                wish = Some(PaneWish::Close);
            }
            more(ui, scene, details);
        },
    );
    wish
}

/// The menu of what is seldom done.
fn more(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details) {
    let words = scene.words;
    let [name, delete, one_day, series] =
        ["more", "delete", "diary-delete-day", "diary-delete-series"].map(|key| words.get(key));
    let button = ui.add(Button::quiet_icon(icons::MORE, &name).small());
    let id = details.entry.id;
    menu(&button, |ui| {
        let item = |words| MenuItem::new(words).icon(icons::DELETE).danger();
        let Some(day) = details.item.instance else {
            if ui.add(item(&delete)).clicked() {
                scene.run(Command::DeleteEntries(vec![id]));
                ui.close();
            }
            return;
        };
        if ui.add(item(&one_day)).clicked() {
            scene.run(Command::EditEntry(Box::new(without_day(&details.entry, day))));
            ui.close();
        }
        if ui.add(item(&series)).clicked() {
            scene.run(Command::DeleteEntries(vec![id]));
            ui.close();
        }
    });
}

/// A series without one of its days.
fn without_day(entry: &Entry, day: chrono::NaiveDate) -> Entry {
    let mut entry = entry.clone();
    if let Some(repeat) = &mut entry.repeat {
        repeat.overrides.remove(&day);
        repeat.left_out.insert(day);
    }
    entry
}

/// What it is. While «Как мина?» is asked the people stand once, in its first question.
fn about(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, asks: bool) {
    let (item, words) = (&details.item, scene.words);
    let tokens = Tokens::of(ui);
    text(ui, &item.title, TextSize::Heading, tokens.ink);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text(ui, &item_when(scene.formats, words, item), TextSize::SoftTabular, tokens.soft);
        let mode = item.mode.map(|mode| mode_word(words, mode));
        let place = [Some(item.place.clone()), mode].into_iter().flatten().filter(|part| !part.is_empty());
        let place = place.collect::<Vec<_>>().join(" · ");
        if !place.is_empty() {
            soft(ui, &place);
        }
        if let Some((repeat, first)) = details.entry.repeat.as_ref().zip(details.entry.when.first_day()) {
            let pattern = super::repeating::Pattern::of(repeat.rule(), first);
            soft(ui, &pattern.said(words, scene.formats, first));
        }
        if let Some(nature) = item.nature {
            soft(ui, &words.get(nature_key(nature)));
        }
    });
    let people: Vec<PersonId> = item.people.iter().map(|person| person.id).collect();
    if !people.is_empty() && !asks {
        person_chips(ui, scene, details, "people", &people);
    }
    if let Some(Counts(action)) = action_chip(ui, scene, item.action.as_ref()) {
        let entry = Entry { action, action_chosen: true, ..details.entry.clone() };
        scene.run(Command::EditEntry(Box::new(entry)));
    }
    if !item.note.is_empty() {
        crate::widgets::body(ui, &item.note);
    }
}

const fn nature_key(nature: TaskNature) -> &'static str {
    match nature {
        TaskNature::MyPromise => "diary-nature-my-promise",
        TaskNature::TheirPromise => "diary-nature-their-promise",
        TaskNature::InformationAsked => "diary-nature-information",
    }
}

/// The buttons: done, moved, dropped, changed. While «Как мина?» is asked they stand in one row, so that it begins high.
fn deeds(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut PaneState, details: &Details, asks: bool) -> Option<PaneWish> {
    let words = scene.words;
    let [done, moved, drop, edit, again] =
        ["done", "move", "drop", "edit", "diary-plan-again"].map(|key| words.get(key));
    let narrow = asks && ui.available_width() < WORDS;
    let plain = |ui: &mut Ui, sign: char, words: &str, narrow: bool| {
        let button = if narrow { Button::icon_only(sign, words) } else { Button::plain(words).icon(sign) };
        ui.add(button.small()).clicked()
    };
    let mut becomes = None;
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        if details.item.state == EntryState::Planned {
            if ui.add(Button::accent(&done).icon(icons::DONE).small()).clicked() {
                becomes = Some(EntryState::Done);
            }
            if plain(ui, icons::MOVE, &moved, narrow) {
                state.moving = !state.moving;
            }
            if plain(ui, icons::NOTHING, &drop, narrow) {
                becomes = Some(EntryState::Dropped);
            }
        } else if ui.add(Button::plain(&again).icon(icons::UNDO).small()).clicked() {
            becomes = Some(EntryState::Planned);
        }
        if plain(ui, icons::EDIT, &edit, asks) {
            wish = Some(PaneWish::Edit);
        }
    });
    if let Some(state) = becomes {
        scene.run(Command::SetState { entry: details.entry.id, instance: details.item.instance, state });
    }
    wish
}

/// What stands where an entry was that is gone.
pub(super) fn gone(ui: &mut Ui, scene: &Scene<'_>) -> bool {
    heading(ui, &scene.words.get("diary-gone"));
    ui.add(Button::plain(&scene.words.get("close"))).clicked()
}
