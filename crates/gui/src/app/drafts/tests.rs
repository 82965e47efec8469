//! Tests of drafts.

use serde::{Deserialize, Serialize};

use super::{Drafts, Form, FormKey};
use crate::app::FormKind;

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

/// Counts how often it is written.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize)]
struct Counted(String);

static WRITTEN: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

impl Serialize for Counted {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WRITTEN.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        serializer.serialize_str(&self.0)
    }
}

impl Form for Counted {
    const KIND: FormKind = FormKind::Reading;
}

#[test]
fn painting_what_was_typed_writes_nothing_again() {
    let written = || WRITTEN.load(std::sync::atomic::Ordering::Relaxed);
    let mut drafts = Drafts::default();
    drafts.new_form(Counted::default).0 = "1284".to_owned();
    assert_eq!(drafts.due(0.0).len(), 1);
    let once = written();
    for frame in 1..50 {
        drafts.new_form(Counted::default);
        assert!(drafts.due(f64::from(frame)).is_empty() && drafts.wait(f64::from(frame)).is_none());
    }
    assert_eq!(written(), once);
}

fn typed(drafts: &mut Drafts) -> String {
    drafts.form(&FormKey::new(FormKind::Jot), Line::default).text.clone()
}

fn say(drafts: &mut Drafts, text: &str, sequence: Option<u64>) {
    let key = FormKey::new(FormKind::Jot);
    drafts.form(&key, Line::default).text = text.to_owned();
    if sequence.is_some() {
        drafts.was_saved(&key, sequence);
    }
}

/// As after a restart: everything that was to be written is all there is.
fn restarted(drafts: &mut Drafts, stored: &mut std::collections::BTreeMap<String, Vec<u8>>) -> Drafts {
    for (name, bytes) in drafts.changes() {
        match bytes {
            Some(bytes) => drop(stored.insert(name, bytes)),
            None => drop(stored.remove(&name)),
        }
    }
    let mut later = Drafts::default();
    later.load(stored.clone().into_iter().collect());
    later
}

#[test]
fn what_was_typed_is_there_again_when_its_command_is_taken_back_and_goes_when_it_is_done_again() {
    let (mut drafts, mut stored) = (Drafts::default(), std::collections::BTreeMap::new());
    say(&mut drafts, "утре 14:00 Мария", Some(7));
    assert_eq!(typed(&mut drafts), "");
    let mut drafts = restarted(&mut drafts, &mut stored);
    assert!(drafts.unfinished().is_empty());
    drafts.was_taken_back(7);
    assert_eq!(drafts.unfinished(), [FormKey::new(FormKind::Jot)]);
    let mut drafts = restarted(&mut drafts, &mut stored);
    assert_eq!(typed(&mut drafts), "утре 14:00 Мария");
    assert_eq!(drafts.was_done_again(7), Some(FormKey::new(FormKind::Jot)));
    assert_eq!(typed(&mut restarted(&mut drafts, &mut stored)), "");
}

#[test]
fn what_is_being_typed_is_never_lost_to_what_comes_back() {
    let mut drafts = Drafts::default();
    say(&mut drafts, "едно", Some(1));
    say(&mut drafts, "две", Some(2));
    say(&mut drafts, "пише се", None);
    drafts.was_taken_back(2);
    assert_eq!(typed(&mut drafts), "пише се");
    assert_eq!(drafts.was_done_again(2), None);
    drafts.form(&FormKey::new(FormKind::Jot), Line::default).text.clear();
    drafts.was_taken_back(2);
    assert_eq!(typed(&mut drafts), "две");
    // Nobody has changed it, so the next one that is taken back takes its place.
    drafts.was_taken_back(1);
    assert_eq!(typed(&mut drafts), "едно");
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Two {
    name: String,
    city: String,
}

impl Form for Two {
    const KIND: FormKind = FormKind::Person;
}

#[test]
fn an_old_draft_goes_on_from_what_is_known_now_and_keeps_what_was_typed() {
    let two = |name: &str, city: &str| Two { name: name.to_owned(), city: city.to_owned() };
    let (key, mut drafts) = (FormKey::about(FormKind::Person, 1), Drafts::default());
    drafts.form(&key, || two("Мария", "София")).name = "Марийка".to_owned();
    let mut drafts = restarted(&mut drafts, &mut std::collections::BTreeMap::new());
    let typed = drafts.form(&key, Two::default).clone();
    assert_eq!(drafts.rebased(&key, &typed, &two("Мария", "Пловдив")), two("Марийка", "Пловдив"));
    assert_eq!(*drafts.form(&key, Two::default), typed, "nothing is changed by looking");
    drafts.keep_up(&key, &two("Мария", "Варна"));
    assert_eq!(*drafts.form(&key, Two::default), two("Марийка", "Варна"));
    assert!(drafts.is_touched(&key));
    // What came to be as it was typed is no draft any more.
    drafts.keep_up(&key, &two("Марийка", "Варна"));
    assert!(!drafts.is_touched(&key));
}

#[test]
fn only_so_many_saved_texts_are_kept() {
    let (mut drafts, mut stored) = (Drafts::default(), std::collections::BTreeMap::new());
    for sequence in 0..200 {
        say(&mut drafts, &format!("ред {sequence}"), Some(sequence));
    }
    drafts = restarted(&mut drafts, &mut stored);
    assert_eq!(stored.len(), super::SAVED_KEPT);
    drafts.was_taken_back(3);
    assert_eq!(typed(&mut drafts), "");
    drafts.was_taken_back(199);
    assert_eq!(typed(&mut drafts), "ред 199");
}
