//! What is being typed in any form. It survives Escape, another page, another language and a kill: typing writes only
//! the draft, at most once a second; Enter or Save is one command, and the draft goes when that is acknowledged.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Every form of the window. A form that is not here does not compile: [`Form::KIND`] needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FormKind {
    /// The jot line.
    Jot,
    /// A new entry or one that is changed.
    Entry,
    /// «Как мина?».
    Outcome,
    /// Another day and hour for an entry.
    MoveEntry,
    /// The name of a guest of a training.
    TrainingGuest,
    /// Names in a row on the list.
    QuickName,
    /// A new person or one that is changed.
    Person,
    /// A note about a person, on their pane.
    PersonNote,
    /// «От какво има нужда» and «Какво става при него/нея».
    PersonLine,
    /// A registration.
    Registration,
    /// A rank or a milestone that was reached.
    Milestone,
    /// An order.
    Order,
    /// A goal.
    Goal,
    /// A reading of the company's site.
    Reading,
    /// The comment of a snapshot.
    SnapshotComment,
    /// «Какво стана днес?» in the evening.
    EveningLine,
    /// A name for a note that becomes a contact.
    NoteContact,
    /// The first screen of an interview: who.
    InterviewGuest,
    /// The field under the caret in an interview.
    InterviewField,
    /// The fields of the settings.
    Settings,
    /// The date to which an entry is moved.
    Move,
}

impl FormKind {
    /// Every form.
    pub const ALL: [Self; 21] = [
        Self::Jot,
        Self::Entry,
        Self::Outcome,
        Self::MoveEntry,
        Self::TrainingGuest,
        Self::QuickName,
        Self::Person,
        Self::PersonNote,
        Self::PersonLine,
        Self::Registration,
        Self::Milestone,
        Self::Order,
        Self::Goal,
        Self::Reading,
        Self::SnapshotComment,
        Self::EveningLine,
        Self::NoteContact,
        Self::InterviewGuest,
        Self::InterviewField,
        Self::Settings,
        Self::Move,
    ];
}

/// A form and what it is about: a record's id, or nothing for a new one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormKey {
    /// The form.
    pub kind: FormKind,
    /// What it is about; empty for something new.
    pub about: String,
}

impl FormKey {
    /// The form about something that has an id.
    pub fn about(kind: FormKind, id: impl std::fmt::Display) -> Self {
        Self { kind, about: id.to_string() }
    }

    /// The form for something new.
    #[must_use]
    pub const fn new(kind: FormKind) -> Self {
        Self { kind, about: String::new() }
    }

    fn name(&self) -> String {
        format!("{:?}/{}", self.kind, self.about)
    }

    fn from_name(name: &str) -> Option<Self> {
        let (kind, about) = name.split_once('/')?;
        let kind = FormKind::ALL.into_iter().find(|one| format!("{one:?}") == kind)?;
        Some(Self { kind, about: about.to_owned() })
    }
}

/// What a form holds while it is being typed.
pub trait Form: Serialize + DeserializeOwned + Clone + PartialEq + Debug + Send + 'static {
    /// Which form it is.
    const KIND: FormKind;
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Held<F> {
    initial: F,
    value: F,
}

/// A form in memory, without its type.
trait AnyHeld: Send {
    fn is_touched(&self) -> bool;
    /// Its bytes if they differ from those that were kept last.
    fn bytes(&self) -> Option<Vec<u8>>;
    fn as_any(&mut self) -> &mut dyn Any;
}

impl<F: Form> AnyHeld for Held<F> {
    fn is_touched(&self) -> bool {
        self.initial != self.value
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        // JSON, so that a form whose fields have changed in an update still gives back what it can.
        serde_json::to_vec(self).ok()
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// Seconds between two writings of drafts.
const PAUSE: f64 = 1.0;

/// Everything that is being typed.
#[derive(Default)]
pub struct Drafts {
    held: BTreeMap<FormKey, Box<dyn AnyHeld>>,
    kept: BTreeMap<FormKey, Vec<u8>>,
    gone: BTreeSet<FormKey>,
    last: Option<f64>,
}

impl Debug for Drafts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Drafts").field("forms", &self.held.len()).finish_non_exhaustive()
    }
}

impl Drafts {
    /// Takes in what was being typed when the workspace was last open.
    pub fn load(&mut self, stored: Vec<(String, Vec<u8>)>) {
        let known = stored.into_iter().filter_map(|(name, bytes)| Some((FormKey::from_name(&name)?, bytes)));
        *self = Self { kept: known.collect(), ..Self::default() };
    }

    /// The form about something new.
    pub fn new_form<F: Form>(&mut self, initial: impl Fn() -> F) -> &mut F {
        self.form(&FormKey::new(F::KIND), initial)
    }

    /// What is typed in a form; where nothing was typed yet, what it begins with.
    pub fn form<F: Form>(&mut self, key: &FormKey, initial: impl Fn() -> F) -> &mut F {
        debug_assert_eq!(key.kind, F::KIND, "the key is of another form");
        let stored = || self.kept.get(key).and_then(|bytes| serde_json::from_slice::<Held<F>>(bytes).ok());
        let fresh = || Held { value: initial(), initial: initial() };
        if !self.held.get_mut(key).is_some_and(|held| held.as_any().is::<Held<F>>()) {
            let held = stored().unwrap_or_else(fresh);
            self.held.insert(key.clone(), Box::new(held));
        }
        let held = self.held.get_mut(key).and_then(|held| held.as_any().downcast_mut::<Held<F>>());
        match held {
            Some(held) => &mut held.value,
            // Never: it was put there just now. Leaking one form is better than a panic would be.
            None => Box::leak(Box::new(initial())),
        }
    }

    /// Whether anything is typed in a form beyond what it began with.
    #[must_use]
    pub fn is_touched(&self, key: &FormKey) -> bool {
        match self.held.get(key) {
            Some(held) => held.is_touched(),
            None => self.kept.contains_key(key),
        }
    }

    /// The forms in which something was typed and not saved.
    #[must_use]
    pub fn unfinished(&self) -> Vec<FormKey> {
        let held = self.held.iter().filter(|(_, held)| held.is_touched()).map(|(key, _)| key.clone());
        let kept = self.kept.keys().filter(|key| !self.held.contains_key(*key)).cloned();
        held.chain(kept).collect()
    }

    /// Forgets a form: it was saved, or given up on purpose.
    pub fn forget(&mut self, key: &FormKey) {
        self.held.remove(key);
        if self.kept.remove(key).is_some() {
            self.gone.insert(key.clone());
        }
    }

    /// What is to be written now, at `time` in seconds; nothing while the last writing is less than a second ago.
    pub fn due(&mut self, time: f64) -> Vec<(String, Option<Vec<u8>>)> {
        if self.last.is_some_and(|last| time - last < PAUSE) {
            return Vec::new();
        }
        let changes = self.changes();
        if !changes.is_empty() {
            self.last = Some(time);
        }
        changes
    }

    /// Seconds until something waits to be written, if anything does.
    #[must_use]
    pub fn wait(&self, time: f64) -> Option<f64> {
        let waits = !self.gone.is_empty() || self.held.iter().any(|(key, held)| self.differs(key, &**held));
        waits.then(|| self.last.map_or(0.0, |last| (last + PAUSE - time).max(0.0)))
    }

    fn differs(&self, key: &FormKey, held: &dyn AnyHeld) -> bool {
        let bytes = if held.is_touched() { held.bytes() } else { None };
        bytes.as_ref() != self.kept.get(key)
    }

    /// Everything that differs from what was kept, now.
    pub fn changes(&mut self) -> Vec<(String, Option<Vec<u8>>)> {
        let mut changes: Vec<_> = std::mem::take(&mut self.gone).into_iter().map(|key| (key.name(), None)).collect();
        for (key, held) in &self.held {
            let bytes = if held.is_touched() { held.bytes() } else { None };
            if bytes.as_ref() == self.kept.get(key) {
                continue;
            }
            changes.push((key.name(), bytes.clone()));
            match bytes {
                Some(bytes) => drop(self.kept.insert(key.clone(), bytes)),
                None => drop(self.kept.remove(key)),
            }
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{Drafts, Form, FormKey, FormKind};

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Line {
        text: String,
    }

    impl Form for Line {
        const KIND: FormKind = FormKind::Jot;
    }

    #[test]
    fn what_was_typed_comes_back_after_a_kill_and_goes_when_it_is_saved() {
        let key = FormKey::new(FormKind::Jot);
        let mut drafts = Drafts::default();
        drafts.form(&key, Line::default).text = "утре 14:00 Мария".to_owned();
        let written: Vec<_> = drafts.due(0.0).into_iter().map(|(name, bytes)| (name, bytes.unwrap())).collect();

        let mut later = Drafts::default();
        later.load(written);
        assert!(later.is_touched(&key));
        assert_eq!(later.form(&key, Line::default).text, "утре 14:00 Мария");
        later.forget(&key);
        assert_eq!(later.due(0.0), [("Jot/".to_owned(), None)]);
        assert!(later.unfinished().is_empty());
    }

    #[test]
    fn typing_is_written_at_most_once_a_second_and_an_untouched_form_never() {
        let key = FormKey::new(FormKind::Jot);
        let mut drafts = Drafts::default();
        drafts.form(&key, Line::default);
        assert!(drafts.due(0.0).is_empty());
        drafts.form(&key, Line::default).text = "а".to_owned();
        assert_eq!(drafts.due(0.1).len(), 1);
        drafts.form(&key, Line::default).text = "аб".to_owned();
        assert!(drafts.due(0.6).is_empty());
        assert!(drafts.wait(0.6).is_some_and(|wait| wait > 0.4));
        assert_eq!(drafts.due(1.2).len(), 1);
        drafts.form(&key, Line::default).text.clear();
        assert_eq!(drafts.due(2.4), [("Jot/".to_owned(), None)]);
    }
}
