//! The question before an instance of a series goes to another time or is changed: this one, this and the following
//! ones, or all.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use sponsor_core::command::{Command, SeriesEdit, SeriesScope};
use sponsor_core::model::{Entry, Person, When};

use super::looks::day_and_hours;
use super::move_form::move_key_of;
use super::questions::{EntryQuestion, entry_key};
use super::week::Chosen;
use super::{DiaryPage, Side};
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, modal, soft, text};

/// Width of the question.
const WIDTH: f32 = 420.0;

/// What is asked about.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// An instance that goes to another time.
    Move(MoveAsked),
    /// An instance that was changed in its form.
    Edit(Box<EditAsked>),
}

/// An instance that goes to another time.
#[derive(Clone, Debug)]
pub(super) struct MoveAsked {
    /// Which.
    pub(super) entry: Chosen,
    /// What it is called.
    pub(super) title: String,
    /// Where it stood.
    pub(super) from: When,
    /// Where it is to go.
    pub(super) to: When,
    /// That was typed in its form, not shown by the pointer or the keys.
    pub(super) typed: bool,
}

/// An instance that was changed in its form.
#[derive(Clone, Debug)]
pub(super) struct EditAsked {
    /// The entry as it is to be, at the time of the instance.
    pub(super) entry: Entry,
    /// People who come to the list with it.
    pub(super) people: Vec<Person>,
    /// The original day of the instance.
    pub(super) instance: NaiveDate,
}

/// How much of the series changes; none for the instance alone.
type Scope = Option<SeriesScope>;

impl Asked {
    fn chosen(&self) -> Chosen {
        match self {
            Self::Move(moved) => moved.entry,
            Self::Edit(edit) => (edit.entry.id, Some(edit.instance)),
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Move(moved) => &moved.title,
            Self::Edit(edit) => &edit.entry.title,
        }
    }
}

impl DiaryPage {
    /// Asks how much of a series goes or changes, while that is open; only this one is what Enter takes.
    pub(super) fn ask_about_series(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(asked) = self.asked.clone() else { return };
        let (id, instance) = asked.chosen();
        let Some(answer) = scene.ask_exact(&EntryQuestion { id, instance }) else { return };
        let Some(details) = answer.as_ref() else {
            self.asked = None;
            return;
        };
        let to = match &asked {
            Asked::Move(moved) => moved.to,
            Asked::Edit(edit) => edit.entry.when,
        };
        let days = instance.zip(to.first_day());
        let repeat = details.entry.repeat.as_ref();
        let can = days.zip(repeat).is_some_and(|((day, to), repeat)| repeat.moved(day, to).is_some());
        let key = if matches!(asked, Asked::Edit(_)) { "diary-series-ask-change" } else { "diary-series-ask" };
        let [title, close] = [key, "close"].map(|key| scene.words.get(key));
        let shown = modal(ui.ctx(), "series", &title, &close, WIDTH, |ui| answers(ui, scene, &asked, can));
        if let Some(scope) = shown.inner {
            self.asked = None;
            self.answered(scene, asked, scope);
        } else if shown.closed {
            self.asked = None;
        }
    }

    fn answered(&mut self, scene: &mut Scene<'_>, asked: Asked, scope: Scope) {
        match asked {
            Asked::Move(moved) => {
                let command = moving(&moved, scope);
                if moved.typed {
                    scene.save(move_key_of(moved.entry), command);
                } else {
                    scene.run(command);
                }
                self.focus_soon(moved.entry);
                // The days of a series that went have other names now.
                if scope.is_some() && self.chosen() == Some(moved.entry) {
                    self.side = Side::Nothing;
                }
            }
            Asked::Edit(edit) => {
                let EditAsked { entry, people, instance } = *edit;
                let key = entry_key((entry.id, Some(instance)));
                let edit = SeriesEdit { entry, instance, scope, fresh: scene.new_entry(), people };
                scene.save(key, Command::EditSeries(Box::new(edit)));
            }
        }
    }

    /// A changed entry was saved. An instance may be an entry of its own now, or of another series: its pane is left.
    pub(super) fn saved(&mut self, chosen: Chosen) {
        self.close();
        if chosen.1.is_some() {
            self.side = Side::Nothing;
        }
    }
}

/// What takes it where it goes.
fn moving(moved: &MoveAsked, scope: Scope) -> Command {
    let ((entry, instance), to) = (moved.entry, moved.to);
    match scope.zip(instance) {
        Some((scope, instance)) => Command::MoveSeries { entry, instance, to, scope },
        None => Command::MoveEntry { entry, instance, to },
    }
}

/// The three answers, with their keys.
fn answers(ui: &mut Ui, scene: &Scene<'_>, asked: &Asked, can: bool) -> Option<Scope> {
    let tokens = Tokens::of(ui);
    let (words, formats) = (scene.words, scene.formats);
    ui.spacing_mut().item_spacing.y = space::S;
    text(ui, asked.title(), TextSize::Strong, tokens.ink);
    if let Asked::Move(moved) = asked {
        let [from, to] = [&moved.from, &moved.to].map(|when| day_and_hours(formats, words, when));
        soft(ui, &words.with("diary-from-to-when", &[("from", from.into()), ("to", to.into())]));
    }
    ui.add_space(space::S);
    let width = ui.available_width();
    let [this, following, all] =
        ["diary-series-this", "diary-series-following", "diary-series-all"].map(|key| words.get(key));
    let first = ui.add(Button::primary(&this).keys("1").width(width));
    if ui.memory(|memory| memory.focused().is_none()) {
        first.request_focus();
    }
    let mut answer = first.clicked().then_some(None);
    let rest = [(following, "2", SeriesScope::Following), (all, "3", SeriesScope::All)];
    for (words, keys, scope) in rest {
        if ui.add_enabled(can, Button::plain(&words).keys(keys).width(width)).clicked() {
            answer = Some(Some(scope));
        }
    }
    if !can {
        soft(ui, &words.get("diary-series-cannot"));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Num1) {
        answer = Some(None);
    } else if can && pressed(Key::Num2) {
        answer = Some(Some(SeriesScope::Following));
    } else if can && pressed(Key::Num3) {
        answer = Some(Some(SeriesScope::All));
    }
    answer
}
