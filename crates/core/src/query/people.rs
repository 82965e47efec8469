//! All people in memory: small, wanted by every page, and followed change by change.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{Person, PersonId, RecordKey, RecordKind, Settings};
use crate::store::{Changes, Lookup, Reading, StoreError, day_of_person_key, decode};
use crate::text::{NameCollator, SortKey, fold_city};

/// What is kept of everyone. Cloning it is cheap: the maps are shared until one side changes.
#[derive(Clone, Debug)]
pub struct People {
    kept: Arc<Kept>,
}

#[derive(Clone, Debug, Default)]
struct Kept {
    settings: Option<Arc<Settings>>,
    people: HashMap<PersonId, Known>,
    home_city: String,
    below: HashMap<PersonId, Vec<PersonId>>,
    last_contact: HashMap<PersonId, NaiveDate>,
}

/// A person with what is worked out once and compared often.
#[derive(Clone, Debug)]
struct Known {
    person: Arc<Person>,
    name_key: Arc<SortKey>,
    city_key: Arc<str>,
}

/// A person with what the diary knows of the contact with them.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The person.
    pub person: Arc<Person>,
    /// The day of the last real contact.
    pub last_contact: Option<NaiveDate>,
    /// Days between contacts; none before the first contact.
    pub cadence_days: Option<u16>,
}

impl Standing {
    /// The day on which the next contact is due by the cadence.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.last_contact?.checked_add_days(chrono::Days::new(self.cadence_days?.into()))
    }
}

impl People {
    pub(crate) fn load(reading: &Reading) -> Result<Self, StoreError> {
        let mut kept = Kept::default();
        kept.set_settings(reading.get([0; 16])?);
        let collator = collator();
        for person in reading.all::<Person>()? {
            kept.add(Arc::new(person), collator.as_ref());
        }
        for key in reading.keys_with(Lookup::Contact, &[])? {
            // Keys come by person and day, so the last of a person's stays.
            if let (Some(person), Some(day)) = (crate::store::person_of(&key), day_of_person_key(&key)) {
                kept.last_contact.insert(person, day);
            }
        }
        Ok(Self { kept: Arc::new(kept) })
    }

    pub(crate) fn follow(&mut self, changes: &Changes, reading: &Reading) -> Result<(), StoreError> {
        let wanted = |key: &RecordKey| matches!(key.kind, RecordKind::Person | RecordKind::Settings);
        if changes.contacts.is_empty() && !changes.records.keys().any(wanted) {
            return Ok(());
        }
        let kept = Arc::make_mut(&mut self.kept);
        let collator = collator();
        for (key, body) in changes.records.iter().filter(|(key, _)| wanted(key)) {
            match (key.kind, body) {
                (RecordKind::Settings, body) => {
                    kept.set_settings(body.as_ref().map(|body| decode(body)).transpose()?);
                }
                (_, Some(body)) => {
                    kept.remove(PersonId::from_bytes(key.id));
                    kept.add(Arc::new(decode(body)?), collator.as_ref());
                }
                (_, None) => kept.remove(PersonId::from_bytes(key.id)),
            }
        }
        for person in &changes.contacts {
            let last = reading.last_key_with(Lookup::Contact, &[&person.to_bytes()])?;
            match last.and_then(|key| day_of_person_key(&key)) {
                Some(day) => drop(kept.last_contact.insert(*person, day)),
                None => drop(kept.last_contact.remove(person)),
            }
        }
        Ok(())
    }

    /// The settings; none before the workspace has begun.
    #[must_use]
    pub fn settings(&self) -> Option<&Arc<Settings>> {
        self.kept.settings.as_ref()
    }

    /// The user's own record.
    #[must_use]
    pub fn me(&self) -> Option<&Arc<Person>> {
        self.get(self.settings()?.me)
    }

    /// A person by id.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<&Arc<Person>> {
        self.kept.people.get(&id).map(|known| &known.person)
    }

    /// A person's whole name; empty for one who is gone.
    #[must_use]
    pub fn name(&self, id: PersonId) -> String {
        self.get(id).map(|person| person.name.full()).unwrap_or_default()
    }

    /// Everyone, the user too, in no particular order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Person>> {
        self.kept.people.values().map(|known| &known.person)
    }

    /// How many people there are, the user too.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.people.len()
    }

    /// Whether there is nobody, not even the user.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.people.is_empty()
    }

    /// Those whom a person brought in, in no particular order.
    #[must_use]
    pub fn below(&self, sponsor: PersonId) -> &[PersonId] {
        self.kept.below.get(&sponsor).map_or(&[], Vec::as_slice)
    }

    /// A person and all registered users below, the person first.
    #[must_use]
    pub fn branch(&self, root: PersonId) -> Vec<PersonId> {
        let mut branch = vec![root];
        let mut next = 0;
        while let Some(person) = branch.get(next).copied() {
            // A cycle that came from outside must not hold the walk for ever.
            if branch.len() > self.kept.people.len() {
                break;
            }
            branch.extend_from_slice(self.below(person));
            next += 1;
        }
        branch
    }

    /// Whether anybody is registered below the user, so that the hidden pages appear.
    #[must_use]
    pub fn has_registered(&self) -> bool {
        !self.kept.below.is_empty()
    }

    /// A person with what the diary knows of the contact with them.
    #[must_use]
    pub fn standing(&self, person: &Arc<Person>) -> Standing {
        // The first talk is a contact, too: the first steps begin with it.
        let talk = person.registration.as_ref().and_then(|own| own.first_steps_from).map(|from| from.date());
        let last_contact = self.kept.last_contact.get(&person.id).copied().max(talk);
        let cadence_days = last_contact.and_then(|_| person.cadence_days.or_else(|| self.days_by_rule(person)));
        Standing { person: Arc::clone(person), last_contact, cadence_days }
    }

    /// Days between contacts as the settings say for the person's stage, else for the relation, else for everyone.
    #[must_use]
    pub fn days_by_rule(&self, person: &Person) -> Option<u16> {
        let settings = self.settings()?;
        let by_stage = settings.cadence_by_stage.iter().find(|(stage, _)| *stage == person.stage);
        let by_relation = || settings.cadence_by_relation.iter().find(|(one, _)| Some(*one) == person.relation);
        let days = by_stage.map(|(_, days)| *days).or_else(|| by_relation().map(|(_, days)| *days));
        Some(days.unwrap_or(settings.cadence_days))
    }
}

/// The order of names. Without it, which no system brought about yet, names sort by their folded letters.
fn collator() -> Option<NameCollator> {
    NameCollator::new("bg").ok()
}

impl People {
    /// The home city, folded; empty when none is set.
    #[must_use]
    pub fn home_city(&self) -> &str {
        &self.kept.home_city
    }

    /// A person's city, folded; empty when it is unknown.
    #[must_use]
    pub fn city_key(&self, id: PersonId) -> &str {
        self.kept.people.get(&id).map_or("", |known| &known.city_key)
    }

    /// The order of two people by name.
    #[must_use]
    pub fn by_name(&self, one: PersonId, other: PersonId) -> Ordering {
        let key = |id| self.kept.people.get(&id).map(|known| &known.name_key);
        key(one).cmp(&key(other)).then_with(|| one.cmp(&other))
    }

    /// A number that grows with the name.
    pub(crate) fn name_rank(&self, id: PersonId) -> u64 {
        self.kept.people.get(&id).map_or(0, |known| known.name_key.leading())
    }
}

impl Kept {
    fn set_settings(&mut self, settings: Option<Settings>) {
        self.home_city = settings.as_ref().map(|settings| fold_city(&settings.home_city)).unwrap_or_default();
        self.settings = settings.map(Arc::new);
    }

    fn add(&mut self, person: Arc<Person>, collator: Option<&NameCollator>) {
        if let Some(registration) = &person.registration {
            self.below.entry(registration.sponsor).or_default().push(person.id);
        }
        let full = person.name.full();
        let name_key = Arc::new(collator.map_or_else(|| SortKey::folded(&full), |collator| collator.key(&full)));
        let city_key = fold_city(&person.city).into();
        self.people.insert(person.id, Known { person, name_key, city_key });
    }

    fn remove(&mut self, id: PersonId) {
        let Some(person) = self.people.remove(&id) else { return };
        let Some(registration) = &person.person.registration else { return };
        if let Some(below) = self.below.get_mut(&registration.sponsor) {
            below.retain(|one| *one != id);
            if below.is_empty() {
                self.below.remove(&registration.sponsor);
            }
        }
    }
}
