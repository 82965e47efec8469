//! Finding people and entries by what is typed; the projection over which it scans follows changes.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::Serialize;

use super::shared::Following;
use super::{Item, People, View};
use crate::model::{Entry, EntryId, EntryKind, Person, PersonId, RecordKind};
use crate::search::{Document, Group, Query, SearchIndex, Snippet};
use crate::store::{Changes, StoreError, decode};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoundId {
    /// A person.
    Person(PersonId),
    /// An entry.
    Entry(EntryId),
}

/// Something that was found, with the part that matched.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What.
    pub id: FoundId,
    /// Of an entry, its kind.
    pub kind: Option<EntryKind>,
    /// The name or the title.
    pub title: String,
    /// The text in which it was found, cut around the match.
    pub snippet: String,
    /// The first marked part, in code points of the snippet.
    pub marked: (usize, usize),
    /// All marked parts of the title, in code points.
    pub title_marks: Vec<(usize, usize)>,
    /// The day of an entry.
    pub on: Option<NaiveDate>,
    /// What tells a person from others of the same name: city, else phone.
    pub detail: String,
}

/// How wide a snippet is, in code points.
const SNIPPET: usize = 80;

/// The folded texts over which a search scans.
#[derive(Debug)]
pub(crate) struct Finder {
    index: SearchIndex<FoundId>,
}

impl Following for Finder {
    fn load(view: &View) -> Result<Self, StoreError> {
        let mut finder = Self { index: SearchIndex::new() };
        let me = view.people().settings().map(|settings| settings.me);
        for person in view.people().all().filter(|person| Some(person.id) != me) {
            finder.put_person(person, view.people());
        }
        for entry in view.all::<Entry>()? {
            finder.put_entry(&entry);
        }
        Ok(finder)
    }

    fn follow(&mut self, changes: &Changes, people: &People) -> Result<(), StoreError> {
        let me = people.settings().map(|settings| settings.me);
        for (key, body) in &changes.records {
            match (key.kind, body) {
                (RecordKind::Person, body) => {
                    let id = PersonId::from_bytes(key.id);
                    match people.get(id).filter(|_| body.is_some() && Some(id) != me) {
                        Some(person) => self.put_person(person, people),
                        None => drop(self.index.remove(&FoundId::Person(id))),
                    }
                }
                (RecordKind::Entry, Some(body)) => self.put_entry(&decode(body)?),
                (RecordKind::Entry, None) => drop(self.index.remove(&FoundId::Entry(EntryId::from_bytes(key.id)))),
                _ => {}
            }
        }
        Ok(())
    }
}

impl Finder {
    fn put_person(&mut self, person: &Person, people: &People) {
        let others = person_texts(person);
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let rank = people.name_rank(person.id);
        let id = FoundId::Person(person.id);
        self.index.insert(&Document { id, group: Group::Person, rank, main: &person.name.full(), others: &others });
    }

    fn put_entry(&mut self, entry: &Entry) {
        let others = entry_texts(entry);
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let day = entry.when.first_day().unwrap_or_else(|| entry.created.date());
        let rank = crate::search::newest_first(day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp());
        let id = FoundId::Entry(entry.id);
        self.index.insert(&Document { id, group: Group::Entry, rank, main: &entry.title, others: &others });
    }

    /// What is found, best first, people before entries.
    pub(crate) fn find(&self, view: &View, typed: &str, limit: usize) -> Result<Vec<Found>, StoreError> {
        let query = Query::parse(typed);
        let mut found = Vec::new();
        for hit in self.index.search(&query, limit) {
            match hit.id {
                FoundId::Person(id) => found.extend(view.people().get(id).map(|person| {
                    let shown = show(&query, hit.id, None, None, &person.name.full(), person_texts(person), hit.text);
                    Found { detail: detail(person), ..shown }
                })),
                FoundId::Entry(id) => found.extend(view.entry(id)?.map(|entry| {
                    let on = entry.when.first_day().or(Some(entry.created.date()));
                    show(&query, hit.id, Some(entry.kind), on, &entry.title, entry_texts(&entry), hit.text)
                })),
            }
        }
        Ok(found)
    }
}

fn detail(person: &Person) -> String {
    let phone = person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
    if person.city.is_empty() { phone } else { person.city.clone() }
}

fn show(
    query: &Query,
    id: FoundId,
    kind: Option<EntryKind>,
    on: Option<NaiveDate>,
    title: &str,
    others: Vec<String>,
    text: usize,
) -> Found {
    let source = text.checked_sub(1).and_then(|at| others.into_iter().nth(at)).unwrap_or_else(|| title.to_owned());
    let snippet = Snippet::around(&source, &query.marks(&source), SNIPPET);
    let marked = snippet.marks.first().map_or((0, 0), |range| (range.start, range.end));
    let title_marks = query.marks(title).into_iter().map(|range| (range.start, range.end)).collect();
    Found { id, kind, title: title.to_owned(), snippet: snippet.text, marked, title_marks, on, detail: String::new() }
}

/// Everything of a person beside the name that is searched.
pub(crate) fn person_texts(person: &Person) -> Vec<String> {
    let mut texts = vec![person.nickname.clone(), person.city.clone(), person.address.clone()];
    texts.extend([person.occupation.clone(), person.problem.clone(), person.notes.clone()]);
    texts.extend(person.interests.iter().cloned());
    texts.extend(person.phones.iter().map(|phone| phone.number.clone()));
    texts.extend(person.emails.iter().map(|email| email.address.clone()));
    texts.extend(person.messengers.iter().map(|messenger| messenger.handle.clone()));
    texts.extend(person.links.iter().cloned());
    texts.extend(person.needs.iter().chain(&person.going_on).map(|line| line.text.clone()));
    texts.extend(person.registration.iter().flat_map(|own| [own.company_number.clone(), own.rank.clone()]));
    texts.retain(|text| !text.is_empty());
    texts
}

fn entry_texts(entry: &Entry) -> Vec<String> {
    let mut texts = vec![entry.place.clone(), entry.note.clone()];
    for outcome in entry.outcome.iter().chain(
        entry
            .repeat
            .iter()
            .flat_map(|repeat| repeat.overrides.values().filter_map(|instance| instance.outcome.as_ref())),
    ) {
        texts.extend([outcome.talked_about.clone(), outcome.information.clone()]);
        texts.extend([outcome.promise.clone(), outcome.important.clone()]);
    }
    texts.extend(entry.training.iter().flat_map(|training| [training.topic.clone(), training.materials.clone()]));
    texts.retain(|text| !text.is_empty());
    texts
}

/// A found entry or person as one word for scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundKind {
    /// A person.
    Person,
    /// A meeting.
    Meeting,
    /// An event.
    Event,
    /// A call.
    Call,
    /// A message.
    Message,
    /// A task.
    Task,
    /// A note.
    Note,
}

impl Found {
    /// What it is, in one word.
    #[must_use]
    pub const fn word(&self) -> FoundKind {
        match self.kind {
            None => FoundKind::Person,
            Some(EntryKind::Meeting) => FoundKind::Meeting,
            Some(EntryKind::Event) => FoundKind::Event,
            Some(EntryKind::Call) => FoundKind::Call,
            Some(EntryKind::Message) => FoundKind::Message,
            Some(EntryKind::Task) => FoundKind::Task,
            Some(EntryKind::Note) => FoundKind::Note,
        }
    }
}

impl View {
    /// People and entries by what is typed, best first, people before entries. The first search reads everything once.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn find(&self, typed: &str, limit: usize) -> Result<Vec<Found>, StoreError> {
        self.with_finder(|finder| finder.find(self, typed, limit))?
    }

    /// Everyone in whom something is found; none when nothing is sought.
    pub(crate) fn matching_people(&self, typed: &str) -> Result<Option<HashSet<PersonId>>, StoreError> {
        let query = Query::parse(typed);
        if query.is_empty() {
            return Ok(None);
        }
        let hits = self.with_finder(|finder| finder.index.search(&query, usize::MAX))?;
        let people = hits.into_iter().filter_map(|hit| match hit.id {
            FoundId::Person(id) => Some(id),
            FoundId::Entry(_) => None,
        });
        Ok(Some(people.collect()))
    }

    fn with_finder<T>(&self, ask: impl FnOnce(&Finder) -> T) -> Result<T, StoreError> {
        self.shared().finder.ask(self, self.generations().finder, ask)
    }

    /// The details of an entry for its pane and form.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn item(&self, id: EntryId, instance: Option<NaiveDate>) -> Result<Option<(Entry, Item)>, StoreError> {
        let Some(entry) = self.entry(id)? else { return Ok(None) };
        let item = match instance {
            Some(day) => super::instances(&entry, &days_of_instance(&entry, day))
                .into_iter()
                .find(|one| one.of_series == Some(day))
                .map(|one| Item::of(&entry, one, self.people())),
            None => Some(Item::whole(&entry, self.people())),
        };
        Ok(item.map(|item| (entry, item)))
    }
}

/// The days on which an instance stands: its own, where it was moved, else the day of the rule. A rule without end is
/// never expanded further than this.
fn days_of_instance(entry: &Entry, day: NaiveDate) -> RangeInclusive<NaiveDate> {
    let own = entry.repeat.as_ref().and_then(|repeat| repeat.overrides.get(&day)).and_then(|own| own.when);
    let first = own.and_then(|when| when.first_day()).unwrap_or(day);
    first..=first
}
