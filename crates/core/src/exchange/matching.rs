//! Who of the people there somebody in a file is.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::joining::{email_key, join, phone_key};
use super::own::NOBODY;
use crate::model::{Person, PersonId};
use crate::query::People;
use crate::text::{fold, normalise_phone};

/// The words of a name without their order.
pub(super) fn name_key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// What somebody in a file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// Nobody there; perhaps this one, by the name alone.
    New { proposed: Option<PersonId> },
    /// This person; perhaps that one too.
    Same { with: PersonId, proposed: Option<PersonId> },
}

/// Everyone there, and those that the file has added so far, found by what identifies them.
#[derive(Debug)]
pub(super) struct Matcher {
    people: HashMap<PersonId, Arc<Person>>,
    by_phone: HashMap<String, PersonId>,
    by_email: HashMap<String, PersonId>,
    by_uid: HashMap<String, PersonId>,
    by_name: HashMap<String, Vec<PersonId>>,
    /// Those whom the file names by ids of the product's own: it knows them to be different people.
    told_apart: HashSet<PersonId>,
}

impl Matcher {
    pub(super) fn new(people: &People) -> Self {
        let mut matcher = Self {
            people: HashMap::new(),
            by_phone: HashMap::new(),
            by_email: HashMap::new(),
            by_uid: HashMap::new(),
            by_name: HashMap::new(),
            told_apart: HashSet::new(),
        };
        // In order of their ids, so that the same file always meets the same person.
        let mut all: Vec<_> = people.all().collect();
        all.sort_by_key(|person| person.id);
        for person in all {
            matcher.put(Arc::clone(person));
        }
        matcher
    }

    pub(super) fn get(&self, id: PersonId) -> Option<&Arc<Person>> {
        self.people.get(&id)
    }

    /// Adds a person or puts them in the place of the one with their id.
    pub(super) fn put(&mut self, person: Arc<Person>) {
        for number in person.phones.iter().filter_map(|phone| normalise_phone(&phone.number)) {
            self.by_phone.entry(number).or_insert(person.id);
        }
        for email in person.emails.iter().filter(|email| email.address.contains('@')) {
            self.by_email.entry(email_key(&email.address)).or_insert(person.id);
        }
        for uid in uids(&person) {
            self.by_uid.entry(uid.to_owned()).or_insert(person.id);
        }
        let named = self.by_name.entry(name_key(&person.name.full())).or_default();
        if !named.contains(&person.id) {
            named.push(person.id);
        }
        match self.people.entry(person.id) {
            Entry::Occupied(mut there) => drop(there.insert(person)),
            Entry::Vacant(place) => drop(place.insert(person)),
        }
    }

    /// Adds somebody whom the file names by an id of the product's own.
    pub(super) fn put_known(&mut self, person: Arc<Person>) {
        self.told_apart.insert(person.id);
        self.put(person);
    }

    /// Who somebody in a file is.
    pub(super) fn find(&self, new: &Person) -> Match {
        self.find_other(new, NOBODY)
    }

    /// Who somebody in a file is, other than this one: the row itself, which the file has added already.
    pub(super) fn find_other(&self, new: &Person, except: PersonId) -> Match {
        let phones = new.phones.iter().filter_map(|phone| self.by_phone.get(&normalise_phone(&phone.number)?));
        let emails = new.emails.iter().filter_map(|email| self.by_email.get(&email_key(&email.address)));
        let cards = uids(new).filter_map(|uid| self.by_uid.get(uid));
        let own = Some(&new.id).filter(|id| **id != NOBODY && self.people.contains_key(id));
        let others = phones.chain(emails).chain(cards).filter(|id| !self.are_told_apart(new.id, **id));
        let mut known = own.into_iter().chain(others).copied().filter(|id| *id != except);
        if let Some(with) = known.next() {
            return Match::Same { with, proposed: known.find(|other| *other != with) };
        }
        let named = self.by_name.get(&name_key(&new.name.full())).map_or(&[][..], Vec::as_slice);
        let named = named.iter().filter(|id| **id != except && !self.are_told_apart(new.id, **id));
        let mut alike = named.filter_map(|id| self.people.get(id));
        if let Some(there) = alike.clone().find(|there| is_same_card(there, new)) {
            return Match::Same { with: there.id, proposed: None };
        }
        Match::New { proposed: alike.next().map(|there| there.id) }
    }
}

impl Matcher {
    /// Whether the file names this person by an id of the product's own.
    pub(super) fn is_told(&self, person: PersonId) -> bool {
        self.told_apart.contains(&person)
    }

    /// Whether somebody with this id is another than one whom the same file has named by an id.
    fn are_told_apart(&self, new: PersonId, there: PersonId) -> bool {
        new != NOBODY && new != there && self.told_apart.contains(&there)
    }
}

fn uids(person: &Person) -> impl Iterator<Item = &str> {
    let uid = |line: &str| {
        line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("UID:") || start.eq_ignore_ascii_case("UID;"))
    };
    person.foreign.iter().map(String::as_str).filter(move |line| uid(line))
}

/// Whether somebody of the same name is this very record once more: a number that is no full phone is the same, or all
/// that the file says is known already and it says more than a name. Somebody of whom either side knows only the name
/// is the same when the other side does too.
fn is_same_card(there: &Person, new: &Person) -> bool {
    let shares_phone = new
        .phones
        .iter()
        .any(|phone| there.phones.iter().any(|known| phone_key(&known.number) == phone_key(&phone.number)));
    if shares_phone {
        return true;
    }
    let adds_nothing = join(&mut there.clone(), new).is_nothing();
    adds_nothing && (!is_only_a_name(new) || is_only_a_name(there))
}

fn is_only_a_name(person: &Person) -> bool {
    let texts = [&person.nickname, &person.city, &person.address, &person.occupation, &person.notes];
    texts.into_iter().all(String::is_empty)
        && person.phones.is_empty()
        && person.emails.is_empty()
        && person.messengers.is_empty()
        && person.links.is_empty()
        && person.foreign.is_empty()
        && person.birthday.is_none()
}
