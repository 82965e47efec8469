//! Whom records name, and that they are there: no command and no undo leaves a record that names somebody who is gone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use redb::ReadableTable as _;

use super::codec::{Stored, decode_any};
use super::index::{Lookup, last_id};
use super::undo::Way;
use super::{StoreError, Writing};
use crate::model::{
    AnyRecord, Entry, ListOwner, Person, PersonId, Reading, Record as _, RecordKey, RecordKind, Registration, Scope,
    Settings,
};

/// The kinds that name people and have no lookup by person. There are few of each beside entries and orders.
const SCANNED: [RecordKind; 6] = [
    RecordKind::Settings,
    RecordKind::Person,
    RecordKind::Reading,
    RecordKind::Goal,
    RecordKind::PlanItem,
    RecordKind::Interview,
];

/// The people that a record names. A snapshot is frozen: it keeps its names whoever goes.
pub(crate) fn named(record: &AnyRecord) -> Vec<PersonId> {
    match record {
        AnyRecord::Settings(settings) => vec![settings.me],
        AnyRecord::Person(person) => {
            let owner = match person.owner {
                ListOwner::Mine => None,
                ListOwner::Partner(partner) => Some(partner),
            };
            let sponsors = person.registration.iter().flat_map(Registration::sponsors);
            let named = owner.into_iter().chain(sponsors).chain(person.referred_by);
            named.chain(person.different_from.iter().copied()).collect()
        }
        AnyRecord::Entry(entry) => named_in_entry(entry),
        AnyRecord::Order(order) => vec![order.person],
        AnyRecord::Reading(reading) => match reading.scope {
            Scope::Whole => Vec::new(),
            Scope::Branch(person) | Scope::Own(person) => vec![person],
        },
        AnyRecord::Goal(goal) => vec![goal.person],
        AnyRecord::PlanItem(item) => vec![item.person()],
        AnyRecord::Interview(interview) => interview.person.into_iter().collect(),
        AnyRecord::Review(_) | AnyRecord::Snapshot(_) => Vec::new(),
    }
}

/// Everyone whom an entry names in any way.
pub(crate) fn named_in_entry(entry: &Entry) -> Vec<PersonId> {
    let of_outcome = |outcome: &crate::model::Outcome| outcome.people().collect::<Vec<_>>();
    let mut people = entry.people.clone();
    people.extend(entry.outcome.iter().flat_map(of_outcome));
    if let Some(training) = &entry.training {
        people.extend(training.leader);
        people.extend(&training.invited);
        people.extend(training.came.iter().map(|one| one.person));
    }
    if let Some(repeat) = &entry.repeat {
        people.extend(repeat.overrides.values().filter_map(|own| own.outcome.as_ref()).flat_map(of_outcome));
    }
    people.sort_unstable();
    people.dedup();
    people
}

fn person_key(person: PersonId) -> RecordKey {
    RecordKey { kind: RecordKind::Person, id: person.to_bytes() }
}

/// What a record would be once its way is taken.
#[derive(Debug)]
struct Outcome {
    named: Vec<PersonId>,
    sponsor: Option<PersonId>,
    /// Of a reading: what it is the figure of.
    reading: Option<ReadingOf>,
}

/// The day and the scope of a reading: of each there is one.
type ReadingOf = (NaiveDate, Scope);

/// What records that are not touched need of those that would change.
#[derive(Debug, Default)]
struct Needs {
    /// Records that name people who would go.
    named: Vec<(RecordKey, PersonId)>,
    /// People who stand below somebody who would no longer be registered.
    below: Vec<(RecordKey, PersonId)>,
}

fn outcome(record: &AnyRecord) -> Outcome {
    let reading = match record {
        AnyRecord::Reading(reading) => Some((reading.on, reading.scope)),
        _ => None,
    };
    Outcome { named: named(record), sponsor: sponsor_in(record), reading }
}

/// What ways would come to: each record, or none for one that would go.
type Outcomes = BTreeMap<RecordKey, Option<Outcome>>;

fn sponsor_in(record: &AnyRecord) -> Option<PersonId> {
    match record {
        AnyRecord::Person(person) => person.registration.as_ref().map(|registration| registration.sponsor),
        _ => None,
    }
}

impl Writing<'_> {
    /// Whether everyone whom the records touched so far name is there.
    pub(crate) fn names_are_there(&self) -> Result<bool, StoreError> {
        for key in self.touched() {
            let Some(stored) = self.stored(key)? else { continue };
            for person in named(&decode_any(key.kind, &stored.body)?) {
                if self.stored(person_key(person))?.is_none() {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// The ways that can be taken without leaving a record that names somebody who is not there, a registered user below
    /// somebody who is not registered, people without settings, or a second reading of a day; and the others.
    pub(crate) fn sound_ways(&self, ways: Vec<Way>) -> Result<(Vec<Way>, Vec<Way>), StoreError> {
        let mut outcomes = Outcomes::new();
        for way in &ways {
            if way.field_names().is_some() && self.stored(way.key)?.is_none() {
                // An undo of an older command took the record away since: there is nothing to put the fields into.
                continue;
            }
            let next = way.take(self.stored(way.key)?.as_ref())?;
            let next =
                next.map(|next| decode_any(way.key.kind, &next.body).map(|record| outcome(&record))).transpose()?;
            outcomes.insert(way.key, next);
        }
        let needs = self.needs(&outcomes)?;
        loop {
            let unsound = self.unsound(&outcomes, &needs)?;
            if unsound.is_empty() {
                break;
            }
            outcomes.retain(|key, _| !unsound.contains(key));
        }
        Ok(ways.into_iter().partition(|way| outcomes.contains_key(&way.key)))
    }

    /// Ways that must not be taken as things stand. Without them others may be unsound in their turn.
    fn unsound(&self, outcomes: &Outcomes, needs: &Needs) -> Result<BTreeSet<RecordKey>, StoreError> {
        let goes = |person: PersonId| matches!(outcomes.get(&person_key(person)), Some(None));
        let mut unsound = BTreeSet::new();
        for (key, next) in outcomes {
            for person in next.iter().flat_map(|next| &next.named) {
                if goes(*person) {
                    unsound.insert(person_key(*person));
                } else if !outcomes.contains_key(&person_key(*person)) && self.stored(person_key(*person))?.is_none() {
                    unsound.insert(*key);
                }
            }
        }
        let untouched = needs.named.iter().filter(|(key, person)| !outcomes.contains_key(key) && goes(*person));
        unsound.extend(untouched.map(|(_, person)| person_key(*person)));
        if !unsound.is_empty() {
            return Ok(unsound);
        }
        unsound.extend(self.sponsor_of_nobody(outcomes, needs)?);
        unsound.extend(self.in_a_ring(outcomes)?);
        unsound.extend(self.last_settings(outcomes)?);
        unsound.extend(self.older_readings(outcomes)?);
        Ok(unsound)
    }

    /// The settings, when they would go while there are people whom they belong to.
    fn last_settings(&self, outcomes: &Outcomes) -> Result<Option<RecordKey>, StoreError> {
        let going = outcomes.iter().filter(|(key, next)| key.kind == RecordKind::Person && next.is_none()).count();
        let Some((key, _)) = outcomes.iter().find(|(key, next)| key.kind == RecordKind::Settings && next.is_none())
        else {
            return Ok(None);
        };
        let people = self.table(RecordKind::Person)?.iter()?.count();
        Ok((people > going).then_some(*key))
    }

    /// Readings that would come back beside a later one of the same day and scope: the newest is what holds.
    fn older_readings(&self, outcomes: &Outcomes) -> Result<Vec<RecordKey>, StoreError> {
        let returns = |key: &RecordKey| Ok::<_, StoreError>(self.stored(*key)?.is_none());
        let mut found = Vec::new();
        for (key, next) in outcomes {
            let Some(of) = next.as_ref().and_then(|next| next.reading) else { continue };
            if !returns(key)? {
                continue;
            }
            let stays = |reading: &Reading| !matches!(outcomes.get(&reading.key()), Some(None));
            let twin = |reading: &Reading| (reading.on, reading.scope) == of && stays(reading);
            if self.all::<Reading>()?.iter().any(twin) {
                found.push(*key);
            }
        }
        Ok(found)
    }

    /// People who would stand below somebody who is not registered, or such a sponsor.
    fn sponsor_of_nobody(&self, outcomes: &Outcomes, needs: &Needs) -> Result<Vec<RecordKey>, StoreError> {
        let me = self.all::<Settings>()?.first().map(|settings| settings.me);
        let mut found = Vec::new();
        for (key, next) in outcomes {
            let Some(sponsor) = next.as_ref().and_then(|next| next.sponsor).filter(|sponsor| Some(*sponsor) != me)
            else {
                continue;
            };
            match outcomes.get(&person_key(sponsor)) {
                Some(next) if next.as_ref().is_some_and(|next| next.sponsor.is_none()) => {
                    found.push(person_key(sponsor));
                }
                Some(_) => {}
                None => {
                    let person = self.get::<Person>(sponsor.to_bytes())?;
                    if person.is_some_and(|person| person.registration.is_none()) {
                        found.push(*key);
                    }
                }
            }
        }
        // Those who stand below now and are not touched, or would still stand there.
        let still = |key: &RecordKey, sponsor: PersonId| {
            outcomes.get(key).is_none_or(|next| next.as_ref().is_some_and(|next| next.sponsor == Some(sponsor)))
        };
        let unregistered = |sponsor: PersonId| matches!(outcomes.get(&person_key(sponsor)), Some(Some(next)) if next.sponsor.is_none());
        let below = needs.below.iter().filter(|(key, sponsor)| unregistered(*sponsor) && still(key, *sponsor));
        found.extend(below.map(|(_, sponsor)| person_key(*sponsor)));
        Ok(found)
    }

    /// A person who would come to stand below themselves, if there is one.
    fn in_a_ring(&self, outcomes: &Outcomes) -> Result<Option<RecordKey>, StoreError> {
        for (key, next) in outcomes {
            let mut above = next.as_ref().and_then(|next| next.sponsor);
            let mut met = BTreeSet::new();
            while let Some(person) = above {
                if person_key(person) == *key {
                    return Ok(Some(*key));
                }
                if !met.insert(person) {
                    break;
                }
                above = match outcomes.get(&person_key(person)) {
                    Some(next) => next.as_ref().and_then(|next| next.sponsor),
                    None => {
                        self.get::<Person>(person.to_bytes())?.and_then(|one| one.registration).map(|own| own.sponsor)
                    }
                };
            }
        }
        Ok(None)
    }

    /// What the records as they are now need of those that would go or be registered no longer.
    fn needs(&self, outcomes: &Outcomes) -> Result<Needs, StoreError> {
        let people = outcomes.iter().filter(|(key, _)| key.kind == RecordKind::Person);
        let (mut going, mut unregistered) = (BTreeSet::new(), BTreeSet::new());
        for (key, next) in people {
            match next {
                None => drop(going.insert(PersonId::from_bytes(key.id))),
                Some(next) if next.sponsor.is_none() => {
                    let now = self.get::<Person>(key.id)?.filter(|person| person.registration.is_some());
                    unregistered.extend(now.map(|person| person.id));
                }
                Some(_) => {}
            }
        }
        let mut needs = Needs::default();
        for person in &going {
            for (lookup, kind) in [
                (Lookup::EntryByPerson, RecordKind::Entry),
                (Lookup::EntryNaming, RecordKind::Entry),
                (Lookup::OrderByPerson, RecordKind::Order),
            ] {
                let keys = self.keys_with(lookup, &[&person.to_bytes()])?;
                let records = keys.iter().filter_map(|key| last_id(key)).map(|id| RecordKey { kind, id });
                needs.named.extend(records.map(|key| (key, *person)));
            }
        }
        if !unregistered.is_empty() {
            let below = self.all::<Person>()?.into_iter().filter_map(|person| {
                let sponsor = person.registration.as_ref()?.sponsor;
                unregistered.contains(&sponsor).then_some((person_key(person.id), sponsor))
            });
            needs.below = below.collect();
        }
        if going.is_empty() {
            return Ok(needs);
        }
        for kind in SCANNED {
            for row in self.table(kind)?.iter()? {
                let (id, bytes) = row?;
                let key = RecordKey { kind, id: *id.value() };
                let record = decode_any(kind, &Stored::from_bytes(bytes.value())?.body)?;
                needs.named.extend(named(&record).into_iter().filter(|one| going.contains(one)).map(|one| (key, one)));
            }
        }
        Ok(needs)
    }
}
