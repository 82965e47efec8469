//! What is being typed in any form. It survives Escape, another page, another language and a kill: typing writes only
//! the draft, at most once a second; Enter or Save is one command, and the draft goes when that is acknowledged.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::forms::{Form, FormKey};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "F: serde::de::DeserializeOwned"))]
struct Held<F> {
    initial: F,
    value: F,
    /// When it was last typed in.
    #[serde(default)]
    typed: Option<NaiveDateTime>,
    /// What was typed when it was last compared with what is kept; none for what it begins with.
    #[serde(skip)]
    seen: Option<F>,
    /// What it began with has changed, so that what is kept of it is no longer the same.
    #[serde(skip)]
    rebased: bool,
}

/// When a form that is only kept was last typed in.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    typed: Option<NaiveDateTime>,
}

/// A form in memory, without its type.
trait AnyHeld: Send {
    fn is_touched(&self) -> bool;
    /// Whether something else is typed than when this was last marked as seen. Asked with every painting, so it
    /// compares and writes nothing.
    fn is_fresh(&self) -> bool;
    fn mark_seen(&mut self);
    /// What is kept of it.
    fn bytes(&self) -> Option<Vec<u8>>;
    /// When it was last typed in.
    fn typed(&self) -> Option<NaiveDateTime>;
    /// It was typed in at this moment.
    fn stamp(&mut self, moment: Option<NaiveDateTime>);
    fn as_any(&mut self) -> &mut dyn Any;
}

impl<F: Form> AnyHeld for Held<F> {
    fn is_touched(&self) -> bool {
        self.initial != self.value
    }

    fn is_fresh(&self) -> bool {
        self.rebased || self.value != *self.seen.as_ref().unwrap_or(&self.initial)
    }

    fn mark_seen(&mut self) {
        (self.seen, self.rebased) = (Some(self.value.clone()), false);
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        // JSON, so that a form whose fields have changed in an update still gives back what it can.
        serde_json::to_vec(self).ok()
    }

    fn typed(&self) -> Option<NaiveDateTime> {
        self.typed
    }

    fn stamp(&mut self, moment: Option<NaiveDateTime>) {
        self.typed = moment;
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// Seconds between two writings of drafts.
const PAUSE: f64 = 1.0;

/// How many texts of saved forms are kept, for their commands may still be taken back.
const SAVED_KEPT: usize = 60;

/// What the name of a saved text begins with where drafts are kept; the number of its command follows.
const SAVED: &str = "saved/";

/// What was typed in a form whose command was done.
#[derive(Debug)]
struct SavedText {
    key: FormKey,
    bytes: Vec<u8>,
}

/// Everything that is being typed.
#[derive(Default)]
pub struct Drafts {
    held: BTreeMap<FormKey, Box<dyn AnyHeld>>,
    kept: BTreeMap<FormKey, Vec<u8>>,
    gone: BTreeSet<FormKey>,
    /// What was typed in forms that were saved, by the number of the command.
    saved: BTreeMap<u64, SavedText>,
    /// What is there again because its command was taken back.
    returned: BTreeMap<FormKey, Vec<u8>>,
    /// Changes of what is kept of saved forms, not yet written.
    unwritten: BTreeMap<String, Option<Vec<u8>>>,
    last: Option<f64>,
    /// The moment of this frame.
    moment: Option<NaiveDateTime>,
}

impl Debug for Drafts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Drafts").field("forms", &self.held.len()).finish_non_exhaustive()
    }
}

impl Drafts {
    /// Tells what time it is: whatever is typed from now on was typed then.
    pub const fn at(&mut self, moment: NaiveDateTime) {
        self.moment = Some(moment);
    }

    /// When a form in which something is typed was last typed in; none where nothing is, or it is not known.
    #[must_use]
    pub fn typed_at(&self, key: &FormKey) -> Option<NaiveDateTime> {
        if !self.is_touched(key) {
            return None;
        }
        if let Some(held) = self.held.get(key) {
            return held.typed();
        }
        serde_json::from_slice::<Typed>(&self.bytes_of(key)?).ok()?.typed
    }

    /// Takes in what was being typed when the workspace was last open.
    pub fn load(&mut self, stored: Vec<(String, Vec<u8>)>) {
        *self = Self { moment: self.moment, ..Self::default() };
        for (name, bytes) in stored {
            if let Some(key) = FormKey::from_name(&name) {
                self.kept.insert(key, bytes);
            } else if let Some((sequence, key)) = saved_from_name(&name) {
                self.saved.insert(sequence, SavedText { key, bytes });
            }
        }
    }

    /// The form about something new.
    pub fn new_form<F: Form>(&mut self, initial: impl Fn() -> F) -> &mut F {
        self.form(&FormKey::new(F::KIND), initial)
    }

    /// What is typed in a form; where nothing was typed yet, what it begins with.
    pub fn form<F: Form>(&mut self, key: &FormKey, initial: impl Fn() -> F) -> &mut F {
        debug_assert_eq!(key.kind, F::KIND, "the key is of another form");
        debug_assert!(key.place().is_some(), "{key:?} stands in no place that the registry knows");
        let bytes = self.returned.get(key).or_else(|| self.kept.get(key));
        let stored = || bytes.and_then(|bytes| serde_json::from_slice::<Held<F>>(bytes).ok());
        let fresh = || Held { value: initial(), initial: initial(), typed: None, seen: None, rebased: false };
        if !self.held.get_mut(key).is_some_and(|held| held.as_any().is::<Held<F>>()) {
            let mut held = stored().unwrap_or_else(fresh);
            held.seen = Some(held.value.clone());
            self.held.insert(key.clone(), Box::new(held));
        }
        let held = self.held.get_mut(key).and_then(|held| held.as_any().downcast_mut::<Held<F>>());
        match held {
            Some(held) => &mut held.value,
            // Never: it was put there just now. Leaking one form is better than a panic would be.
            None => Box::leak(Box::new(initial())),
        }
    }

    /// What is typed in a form, over what is known `now`: fields that stand as the form began take what is known now, so
    /// that an old draft puts nothing back that nobody typed.
    pub fn rebased<F: Form>(&mut self, key: &FormKey, typed: &F, now: &F) -> F {
        self.form(key, || now.clone());
        let held = self.held.get_mut(key).and_then(|held| held.as_any().downcast_mut::<Held<F>>());
        held.and_then(|held| rebase(typed, &held.initial, now)).unwrap_or_else(|| typed.clone())
    }

    /// A form that was begun earlier goes on from what is known `now`; what was typed stays.
    pub fn keep_up<F: Form>(&mut self, key: &FormKey, now: &F) {
        let typed = self.form(key, || now.clone()).clone();
        let value = self.rebased(key, &typed, now);
        if let Some(held) = self.held.get_mut(key).and_then(|held| held.as_any().downcast_mut::<Held<F>>()) {
            held.rebased |= held.initial != *now;
            (held.initial, held.value) = (now.clone(), value);
        }
    }

    /// Whether anything is typed in a form beyond what it began with.
    #[must_use]
    pub fn is_touched(&self, key: &FormKey) -> bool {
        match self.held.get(key) {
            Some(held) => held.is_touched(),
            None => self.kept.contains_key(key) || self.returned.contains_key(key),
        }
    }

    /// The forms in which something was typed and not saved.
    #[must_use]
    pub fn unfinished(&self) -> Vec<FormKey> {
        let held = self.held.iter().filter(|(_, held)| held.is_touched()).map(|(key, _)| key.clone());
        let rest: BTreeSet<_> = self.kept.keys().chain(self.returned.keys()).cloned().collect();
        held.chain(rest.into_iter().filter(|key| !self.held.contains_key(key))).collect()
    }

    /// Forgets a form: it was saved, or given up on purpose.
    pub fn forget(&mut self, key: &FormKey) {
        self.held.remove(key);
        self.returned.remove(key);
        if self.kept.remove(key).is_some() {
            self.gone.insert(key.clone());
        }
    }

    /// The form was saved by the command of this number: it closes, and what was typed is remembered for as long as the
    /// command may be taken back.
    pub fn was_saved(&mut self, key: &FormKey, sequence: Option<u64>) {
        let moment = self.moment;
        if let Some(held) = self.held.get_mut(key).filter(|held| held.typed().is_none()) {
            held.stamp(moment);
        }
        let bytes = self.bytes_of(key);
        self.forget(key);
        let Some((sequence, bytes)) = sequence.zip(bytes).filter(|_| key.kind.comes_back()) else { return };
        self.unwritten.insert(saved_name(sequence, key), Some(bytes.clone()));
        self.saved.insert(sequence, SavedText { key: key.clone(), bytes });
        while self.saved.len() > SAVED_KEPT {
            let Some((oldest, text)) = self.saved.pop_first() else { break };
            self.unwritten.insert(saved_name(oldest, &text.key), None);
        }
    }

    /// The command of this number was taken back: what was typed in its form is there again, unless something else was
    /// typed there since. Gives the form in which it is.
    pub fn was_taken_back(&mut self, sequence: u64) -> Option<FormKey> {
        let SavedText { key, bytes } = self.saved.get(&sequence)?;
        let ours = |typed: &Vec<u8>| self.saved.values().any(|text| text.key == *key && text.bytes == *typed);
        if self.is_touched(key) && !self.bytes_of(key).is_some_and(|typed| ours(&typed)) {
            return None;
        }
        let (key, bytes) = (key.clone(), bytes.clone());
        self.held.remove(&key);
        self.gone.remove(&key);
        self.returned.insert(key.clone(), bytes);
        Some(key)
    }

    /// The command of this number was done again: its form closes, unless something else was typed there. Gives the
    /// form.
    pub fn was_done_again(&mut self, sequence: u64) -> Option<FormKey> {
        let SavedText { key, bytes } = self.saved.get(&sequence)?;
        let key = key.clone();
        if self.is_touched(&key) && self.bytes_of(&key).as_ref() != Some(bytes) {
            return None;
        }
        self.forget(&key);
        Some(key)
    }

    fn bytes_of(&self, key: &FormKey) -> Option<Vec<u8>> {
        match self.held.get(key) {
            Some(held) => held.is_touched().then(|| held.bytes())?,
            None => self.returned.get(key).or_else(|| self.kept.get(key)).cloned(),
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
        let waits = !(self.gone.is_empty() && self.returned.is_empty() && self.unwritten.is_empty())
            || self.held.values().any(|held| held.is_fresh());
        waits.then(|| self.last.map_or(0.0, |last| (last + PAUSE - time).max(0.0)))
    }

    /// Everything that differs from what was kept, now.
    pub fn changes(&mut self) -> Vec<(String, Option<Vec<u8>>)> {
        let mut changes: Vec<_> = std::mem::take(&mut self.gone).into_iter().map(|key| (key.name(), None)).collect();
        changes.extend(std::mem::take(&mut self.unwritten));
        for (key, bytes) in std::mem::take(&mut self.returned) {
            changes.push((key.name(), Some(bytes.clone())));
            self.kept.insert(key, bytes);
        }
        for (key, held) in self.held.iter_mut().filter(|(_, held)| held.is_fresh()) {
            held.mark_seen();
            let mut bytes = if held.is_touched() { held.bytes() } else { None };
            if bytes.as_ref() == self.kept.get(key) {
                continue;
            }
            if bytes.is_some() {
                held.stamp(self.moment);
                bytes = held.bytes();
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

/// Field by field what was typed, or what is known now where nothing was; none for a form that has no fields.
fn rebase<F: Form>(typed: &F, begun: &F, now: &F) -> Option<F> {
    let fields = |form: &F| match serde_json::to_value(form) {
        Ok(serde_json::Value::Object(fields)) => Some(fields),
        _ => None,
    };
    let (mut typed, begun, now) = (fields(typed)?, fields(begun)?, fields(now)?);
    for (name, value) in &mut typed {
        if begun.get(name) == Some(value)
            && let Some(known) = now.get(name)
        {
            value.clone_from(known);
        }
    }
    serde_json::from_value(serde_json::Value::Object(typed)).ok()
}

fn saved_name(sequence: u64, key: &FormKey) -> String {
    format!("{SAVED}{sequence}/{}", key.name())
}

fn saved_from_name(name: &str) -> Option<(u64, FormKey)> {
    let (sequence, key) = name.strip_prefix(SAVED)?.split_once('/')?;
    Some((sequence.parse().ok()?, FormKey::from_name(key)?))
}

#[cfg(test)]
mod tests;
