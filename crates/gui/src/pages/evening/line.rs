//! The typed lines of the review: one tells what took place, one adds what is to come; what is understood is shown as
//! chips while one types.

use chrono::NaiveDate;
use egui::{Id, Response, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind};
use sponsor_core::typed_line::{Meaning, TypedLine, Wishes, happening, read_happening, read_with};

use crate::app::{Form, FormKey, FormKind, JotForm, LineLook, Scene, line_with_chips, read_line};

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

/// Shows a line; on Enter it is one command and the next line can be written. Gives its field, and whether Enter was
/// pressed in it while it was empty.
pub fn evening_line(ui: &mut Ui, scene: &mut Scene<'_>, about: About, look: &LineLook<'_>) -> (Response, bool) {
    let key = about.key();
    let form = scene.form(&key, EveningLineForm::default).clone();
    let before = JotForm { text: form.text, wishes: form.wishes };
    let read = about.read(scene, &before);
    let answer = line_with_chips(ui, scene, look, &before, &read);
    if answer.typed != before {
        let JotForm { text, wishes } = answer.typed.clone();
        *scene.form(&key, EveningLineForm::default) = EveningLineForm { text, wishes };
    }
    let empty = answer.typed.text.trim().is_empty();
    if answer.committed && !empty {
        let read = about.read(scene, &answer.typed);
        let entry = about.entry(scene, &read);
        scene.save(key, Command::AddEntry(Box::new(entry)));
        answer.field.request_focus();
    }
    (answer.field, answer.committed && empty)
}

/// The id of the line of step 0.
#[must_use]
pub fn line_id() -> Id {
    Id::unique("evening line")
}
