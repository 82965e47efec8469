//! The typed lines of the review: one tells what took place, one adds what is to come; what is understood is shown as
//! chips while one types.

use chrono::NaiveDate;
use egui::{Id, Response, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind};
use sponsor_core::typed_line::{Meaning, TypedLine, Wishes, happening, read_happening, read_with};

use super::steps::Step;
use crate::app::{Form, FormKey, FormKind, JotForm, LineLook, Scene, asking_line, read_line};

/// A line that is being written in the evening.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EveningLineForm {
    /// The line.
    pub text: String,
    /// What was decided about it by its chips.
    #[serde(default)]
    pub wishes: Wishes,
}

impl Form for EveningLineForm {
    const KIND: FormKind = FormKind::EveningLine;
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What took place on a day.
    Happened(NaiveDate),
    /// What is to come on a day, unless the line says another.
    Comes(NaiveDate),
}

impl About {
    fn key(self) -> FormKey {
        match self {
            Self::Happened(_) => FormKey::new(FormKind::EveningLine),
            Self::Comes(_) => FormKey::about(FormKind::EveningLine, "tomorrow"),
        }
    }

    fn read(self, scene: &mut Scene<'_>, typed: &JotForm) -> TypedLine {
        read_line(scene, typed, |typed, context| match self {
            Self::Happened(day) => read_happening(&typed.text, &typed.wishes, day, context),
            Self::Comes(day) => coming(read_with(&typed.text, &typed.wishes, context), day),
        })
    }

    fn entry(self, scene: &Scene<'_>, read: &TypedLine) -> Entry {
        match self {
            Self::Happened(day) => happening(read, scene.new_entry(), day, scene.now),
            Self::Comes(_) => read.entry(scene.new_entry(), scene.now),
        }
    }
}

/// A line about a day that is to come: without a word of another day it is that day, and what is no more than words is
/// something to do.
fn coming(mut read: TypedLine, day: NaiveDate) -> TypedLine {
    if !read.parts.iter().any(|part| matches!(part.meaning, Meaning::Day | Meaning::Repeat)) {
        read.date = Some(day);
    }
    if read.kind == EntryKind::Note && !read.kind_said {
        read.kind = EntryKind::Task;
    }
    read
}

/// Shows a line; on Enter it is one command and the next line can be written. A name that several people have is asked
/// about first: `asks` is whether that stands open. Gives the field, and whether the keyboard is no more the line's: Enter
/// was pressed while it was empty, or it asks who is meant.
pub fn evening_line(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    about: About,
    look: &LineLook<'_>,
    asks: &mut bool,
) -> (Response, bool) {
    let key = about.key();
    let form = scene.form(&key, EveningLineForm::default).clone();
    let before = JotForm { text: form.text, wishes: form.wishes };
    let read = |scene: &mut Scene<'_>, typed: &JotForm| about.read(scene, typed);
    let answer = asking_line(ui, scene, look, &before, asks, &read);
    if answer.typed != before {
        let JotForm { text, wishes } = answer.typed;
        *scene.form(&key, EveningLineForm::default) = EveningLineForm { text, wishes };
    }
    if let Some(line) = answer.kept {
        let entry = about.entry(scene, &line);
        scene.save(key, Command::AddEntry(Box::new(entry)));
    }
    (answer.field, answer.left || *asks)
}

/// The id of the line of step 0.
#[must_use]
pub fn line_id() -> Id {
    Id::unique("evening line")
}

/// The id of the line of the last step.
#[must_use]
pub fn coming_line_id() -> Id {
    Id::unique("evening tomorrow line")
}

/// The line of a step, where it has one.
#[must_use]
pub fn line_of(step: Step) -> Option<Id> {
    match step {
        Step::Happened => Some(line_id()),
        Step::Tomorrow => Some(coming_line_id()),
        Step::Notes | Step::Open => None,
    }
}
