//! What the diary asks the workspace.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use sponsor_core::Now;
use sponsor_core::model::{Action, Entry, EntryId, ListOwner, PersonId, RecordKind, Relation, When};
use sponsor_core::query::{FoundId, Item, View, own_actions};
use sponsor_core::store::StoreError;

use super::looks::ACTIONS;
use crate::app::{FormKey, FormKind, Question, Scene};
use crate::works::DiaryFilter;

/// Asks for everything on some days, both ends included, that the filters let through.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct DaysQuestion {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) wanted: DiaryFilter,
}

impl Question for DaysQuestion {
    type Answer = Vec<Item>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let mut items = view.items(&(self.from..=self.to))?;
        items.retain(|item| {
            item.when.first_day().is_some_and(|day| day <= self.to)
                && item.when.last_day() >= Some(self.from)
                && self.wanted.shows(item)
        });
        items.sort_by_key(|item| {
            (item.when.first_day(), item.when.time().unwrap_or(NaiveTime::MIN), item.priority, item.id)
        });
        Ok(items)
    }
}

/// Asks for the days that come, each with its entries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct AgendaQuestion(pub(super) DaysQuestion);

impl Question for AgendaQuestion {
    type Answer = Vec<(NaiveDate, Vec<Item>)>;

    const SHOWS: &'static [RecordKind] = DaysQuestion::SHOWS;

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let mut days: BTreeMap<NaiveDate, Vec<Item>> = BTreeMap::new();
        for item in self.0.answer(view, now)? {
            // What began before the first day stands on it.
            let Some(day) = item.when.first_day().map(|day| day.max(self.0.from)) else { continue };
            days.entry(day).or_default().push(item);
        }
        for of_day in days.values_mut() {
            // Notes have no place in time: they stand at the end of their day.
            of_day.sort_by_key(Item::is_note_of_day);
        }
        Ok(days.into_iter().collect())
    }
}

/// Asks what has no day yet, as far as the filters let it through.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct UndatedQuestion {
    pub(super) wanted: DiaryFilter,
}

impl Question for UndatedQuestion {
    type Answer = Vec<Item>;

    const SHOWS: &'static [RecordKind] = DaysQuestion::SHOWS;

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let mut items = view.undated()?;
        items.retain(|item| self.wanted.shows(item));
        Ok(items)
    }
}

/// Asks what is planned at a time, without an entry itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TakenQuestion {
    pub(super) start: NaiveDateTime,
    pub(super) minutes: Option<u32>,
    pub(super) zone: chrono_tz::Tz,
    pub(super) except: EntryId,
}

impl Question for TakenQuestion {
    type Answer = Vec<Item>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        view.planned_at(&When::Timed { start: self.start, minutes: self.minutes, zone: self.zone }, self.except)
    }
}

/// Asks for one entry, or one instance of a series, with everyone whom it names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct EntryQuestion {
    pub(super) id: EntryId,
    pub(super) instance: Option<NaiveDate>,
}

/// An entry with everyone whom it names.
#[derive(Clone, Debug)]
pub(super) struct Details {
    /// The whole entry.
    pub(super) entry: Entry,
    /// How it appears.
    pub(super) item: Item,
    /// The call that «Кога да звънна» made, unless it is gone.
    pub(super) call: Option<Item>,
    /// Names of all people whom it mentions.
    pub(super) names: BTreeMap<PersonId, String>,
}

impl Details {
    /// The entry as it appears: of a series the instance, with its own title and time.
    pub(super) fn shown(&self) -> Entry {
        let mut entry = self.entry.clone();
        if self.item.instance.is_some() {
            entry.title.clone_from(&self.item.title);
            entry.when = self.item.when;
        }
        entry
    }

    /// The form that changes it.
    pub(super) fn form_key(&self) -> FormKey {
        entry_key((self.entry.id, self.item.instance))
    }

    /// A person's whole name; empty for one who is gone.
    pub(super) fn name(&self, id: PersonId) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }
}

impl Question for EntryQuestion {
    type Answer = Option<Details>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let Some((entry, item)) = view.item(self.id, self.instance)? else { return Ok(None) };
        let mut ids = entry.people.clone();
        ids.extend(item.outcome.iter().flat_map(sponsor_core::model::Outcome::people));
        ids.extend(entry.training.iter().flat_map(|training| training.invited.iter().chain(&training.leader)));
        ids.extend(entry.training.iter().flat_map(|training| training.came.iter().map(|one| one.person)));
        let names = ids.into_iter().filter_map(|id| Some((id, view.people().get(id)?.name.full()))).collect();
        let call = item.outcome.as_ref().and_then(|outcome| outcome.call);
        let call = call.map(|id| view.item(id, None)).transpose()?.flatten().map(|(_, call)| call);
        Ok(Some(Details { entry, item, call, names }))
    }
}

/// Asks for people whose names begin as what is typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PeopleQuestion {
    pub(super) typed: String,
}

/// A person who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// Who.
    pub(super) id: PersonId,
    /// The whole name.
    pub(super) name: String,
    /// The parts of the name that match, in code points.
    pub(super) marks: Vec<(usize, usize)>,
    /// Whose list they stand on, when it is a partner's.
    pub(super) list_of: Option<String>,
    /// Who they are.
    pub(super) relation: Option<Relation>,
    /// Where they live.
    pub(super) city: String,
}

/// Whether each word typed begins a word of the name, letter for letter.
fn begins_so(name: &str, typed: &str) -> bool {
    let (name, typed) = (name.to_lowercase(), typed.to_lowercase());
    typed.split_whitespace().all(|typed| name.split_whitespace().any(|word| word.starts_with(typed)))
}

/// How many people are suggested.
const SUGGESTED: usize = 5;

/// How many things are found at most before people are taken out of them.
const FOUND: usize = 40;

impl Question for PeopleQuestion {
    type Answer = Vec<Suggestion>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let found = view.find(&self.typed, FOUND)?;
        let mut found = found;
        // The letters that were typed, before those that only sound so in the other script.
        found.sort_by_key(|found| !begins_so(&found.title, &self.typed));
        let people = found.into_iter().filter_map(|found| {
            let FoundId::Person(id) = found.id else { return None };
            let person = view.people().get(id)?;
            let list_of = match person.owner {
                ListOwner::Mine => None,
                ListOwner::Partner(partner) => Some(view.people().get(partner)?.name.short()),
            };
            Some(Suggestion {
                id,
                name: found.title,
                marks: found.title_marks,
                list_of,
                relation: person.relation,
                city: person.city.clone(),
            })
        });
        Ok(people.take(SUGGESTED).collect())
    }
}

/// Asks for the kinds of action that a person has added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct OwnActionsQuestion {
    pub(super) today: NaiveDate,
}

impl Question for OwnActionsQuestion {
    type Answer = Vec<Action>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::PlanItem];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        Ok(own_actions(view, self.today)?.into_iter().map(Action::Own).collect())
    }
}

/// Every row of the plan that can be chosen: those of the field, then a person's own.
pub(super) fn every_action(scene: &mut Scene<'_>) -> Vec<Action> {
    let own = scene.ask(&OwnActionsQuestion { today: scene.today });
    ACTIONS.into_iter().chain(own.iter().flat_map(|own| own.iter().cloned())).collect()
}

/// Asks for the name of a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct NamesQuestion {
    pub(super) people: Vec<PersonId>,
}

impl Question for NamesQuestion {
    type Answer = Vec<(PersonId, String)>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let known = self.people.iter().filter_map(|id| Some((*id, view.people().get(*id)?.name.full())));
        Ok(known.collect())
    }
}

/// The form that changes an entry, or one instance of a series.
pub(super) fn entry_key((id, instance): (EntryId, Option<NaiveDate>)) -> FormKey {
    match instance {
        Some(day) => FormKey::about(FormKind::Entry, format!("{id} {day}")),
        None => FormKey::about(FormKind::Entry, id),
    }
}

/// Asks which row of the plan an entry would be guessed to count in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct GuessQuestion {
    pub(super) kind: sponsor_core::model::EntryKind,
    pub(super) title: String,
    pub(super) people: Vec<PersonId>,
    pub(super) training: bool,
}

impl Question for GuessQuestion {
    type Answer = Option<sponsor_core::model::Action>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let mut entry = Entry::new(EntryId::from_bytes([0; 16]), self.kind, &self.title, When::Undated, now.local);
        entry.people.clone_from(&self.people);
        if self.training {
            entry.training = Some(sponsor_core::model::Training::default());
        }
        let people: Vec<_> =
            self.people.iter().filter_map(|id| view.people().get(*id)).map(|one| (**one).clone()).collect();
        Ok(sponsor_core::command::guess_action(&entry, &people))
    }
}
