//! Commands about what people learn: what they have learnt, the learning path, the methods.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::people::names;
use super::{CommandError, Doing};
use crate::learning::{is_shipped_method, is_shipped_path, kept_path, shipped_path, shipped_step, step_title};
use crate::model::{InvalidValue, Language, LearningId, Learnt, OwnMethod, PathStep, PersonId, Settings, StepWords};

/// A change of the learning path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PathChange {
    /// A step of the sponsor's own comes to the end.
    Add(StepWords),
    /// A step gets the sponsor's own words; none for those that come with the program.
    Reword {
        /// The key of the step.
        step: String,
        /// The words.
        words: Option<StepWords>,
    },
    /// A step goes to another place.
    Move {
        /// The key of the step.
        step: String,
        /// The place, from 0; one beyond the end is the last.
        to: usize,
    },
    /// A step is switched on or off.
    Switch {
        /// The key of the step.
        step: String,
        /// Whether it is taught.
        on: bool,
    },
    /// A step of the sponsor's own goes.
    Remove(String),
    /// The steps that come with the program are as they come; the sponsor's own stay after them.
    Shipped,
}

/// A change of the methods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MethodChange {
    /// A method in the sponsor's own words; one without a key is new.
    Write(Box<OwnMethod>),
    /// A method is not shown, or shown again.
    Hide {
        /// The key of the method.
        method: String,
        /// Whether it is hidden.
        hidden: bool,
    },
    /// The words of the sponsor go: those that come with the program are back, and a method of the sponsor's own is gone.
    Unwrite(String),
}

/// People have learnt a step on a day; without a day they have not.
pub(super) fn learn(
    doing: &mut Doing<'_, '_>,
    people: &[PersonId],
    step: &str,
    on: Option<NaiveDate>,
) -> Result<String, CommandError> {
    let settings = doing.settings()?;
    if kept_path(&settings).iter().all(|kept| kept.key != step) {
        return Err(CommandError::NotFound("step"));
    }
    let mut changed = doing.people(people)?;
    for person in &mut changed {
        person.learnt.retain(|one| one.step != step);
        person.learnt.extend(on.map(|on| Learnt { step: step.to_owned(), on }));
        doing.writing.put(&*person)?;
    }
    let title = step_title(&settings, step, settings.language).unwrap_or_default();
    Ok(format!("{} · {title}", names(&changed)))
}

pub(super) fn change_path(doing: &mut Doing<'_, '_>, change: &PathChange) -> Result<String, CommandError> {
    let mut settings = doing.settings()?;
    let mut path = kept_path(&settings);
    let place = |path: &[PathStep], key: &str| {
        path.iter().position(|step| step.key == key).ok_or(CommandError::NotFound("step"))
    };
    let title = |settings: &Settings, key: &str| step_title(settings, key, settings.language).unwrap_or_default();
    let about = match change {
        PathChange::Add(words) => {
            let words = tidy(words)?;
            let key = LearningId::new(doing.ids, doing.now.local).to_string();
            path.push(PathStep { key, words: Some(words.clone()), off: false });
            words.title
        }
        PathChange::Reword { step, words } => {
            let at = place(&path, step)?;
            let shipped = |words: &StepWords| Language::ALL.iter().any(|one| shipped_step(step, *one) == Some(words));
            let words = words.as_ref().map(tidy).transpose()?.filter(|words| !shipped(words));
            if words.is_none() && shipped_step(step, Language::English).is_none() {
                return Err(InvalidValue::EmptyTitle.into());
            }
            path[at].words = words;
            settings.learning_path.clone_from(&path);
            title(&settings, step)
        }
        PathChange::Move { step, to } => {
            let at = place(&path, step)?;
            let moved = path.remove(at);
            path.insert((*to).min(path.len()), moved);
            title(&settings, step)
        }
        PathChange::Switch { step, on } => {
            let at = place(&path, step)?;
            path[at].off = !on;
            title(&settings, step)
        }
        PathChange::Remove(step) => {
            let at = place(&path, step)?;
            if shipped_step(step, Language::English).is_some() {
                return Err(CommandError::NotFound("step of one's own"));
            }
            path.remove(at);
            title(&settings, step)
        }
        PathChange::Shipped => {
            path = shipped_path(&path);
            String::new()
        }
    };
    settings.learning_path = if is_shipped_path(&path) { Vec::new() } else { path };
    doing.writing.put(&settings)?;
    Ok(about)
}

/// Words without space around them, checked.
fn tidy(words: &StepWords) -> Result<StepWords, CommandError> {
    let tidy = |text: &str| text.trim().to_owned();
    let words =
        StepWords { title: tidy(&words.title), learned_when: tidy(&words.learned_when), next: tidy(&words.next) };
    words.check()?;
    Ok(words)
}

pub(super) fn change_method(doing: &mut Doing<'_, '_>, change: &MethodChange) -> Result<String, CommandError> {
    let mut settings = doing.settings()?;
    let title = |settings: &Settings, key: &str| {
        let all = crate::learning::methods(settings, settings.language);
        all.into_iter().find(|method| method.key == key).map(|method| method.words.title)
    };
    let missing = CommandError::NotFound("method");
    let about = match change {
        MethodChange::Write(method) => {
            method.words.check()?;
            let mut method = (**method).clone();
            if method.key.is_empty() {
                method.key = LearningId::new(doing.ids, doing.now.local).to_string();
            }
            let same = |own: &OwnMethod| own.key == method.key && own.language == method.language;
            settings.own_methods.retain(|own| !same(own));
            let is_as_shipped = crate::learning::shipped_method(&method.key, method.language) == Some(&method.words);
            let title = method.words.title.clone();
            if !is_as_shipped {
                settings.own_methods.push(method);
            }
            title
        }
        MethodChange::Hide { method, hidden } => {
            let title = title(&settings, method).ok_or(missing)?;
            settings.hidden_methods.retain(|one| one != method);
            if *hidden {
                settings.hidden_methods.push(method.clone());
            }
            title
        }
        MethodChange::Unwrite(method) => {
            let title = title(&settings, method).ok_or(missing)?;
            settings.own_methods.retain(|own| own.key != *method);
            if !is_shipped_method(method) {
                settings.hidden_methods.retain(|one| one != method);
            }
            title
        }
    };
    doing.writing.put(&settings)?;
    Ok(about)
}
