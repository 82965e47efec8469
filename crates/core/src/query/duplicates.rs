//! People who look the same: one phone, one e-mail address, or one name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use super::{People, View};
use crate::exchange::email_key;
use crate::model::{Person, PersonId};
use crate::text::{name_keys, normalise_phone};

/// By what two people look the same, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SameBy {
    /// One phone, as it is written with the one who stays.
    Phone(String),
    /// One e-mail address.
    Email(String),
    /// One name, in either script and in any order of its words.
    Name,
}

/// Two people who look the same.
#[derive(Clone, Debug)]
pub struct DuplicatePair {
    /// The one who is proposed to stay: of whom more is known.
    pub stays: Arc<Person>,
    /// The other one.
    pub goes: Arc<Person>,
    /// Why; empty only for two whom a person chose.
    pub reasons: Vec<SameBy>,
}

/// Of a larger group of equals each is held only against the next: their pairs would be too many to look at.
const ALL_PAIRS: usize = 6;
/// Digits at the end of a number that are compared first, for reading numbers whole takes long.
const LAST_DIGITS: usize = 6;

/// Everyone who looks the same as somebody else and was not said to be another, the surest first.
#[must_use]
pub fn duplicates(view: &View) -> Vec<DuplicatePair> {
    let people = view.people();
    let me = people.settings().map(|settings| settings.me);
    let mut all: Vec<&Arc<Person>> = people.all().filter(|person| Some(person.id) != me).collect();
    all.sort_by(|one, other| people.by_name(one.id, other.id));
    let mut found = Found::default();
    found.by_phone(&all);
    found.by_email(&all);
    found.by_name(&all);
    found.pairs(view, people)
}

/// Two people held against each other, whoever they are; none where one of them is not there.
#[must_use]
pub fn pair_of(view: &View, one: PersonId, other: PersonId) -> Option<DuplicatePair> {
    let people = view.people();
    let both = [people.get(one)?, people.get(other)?];
    let mut found = Found::default();
    found.by_phone(&both);
    found.by_email(&both);
    found.by_name(&both);
    let reasons = found.0.into_values().flatten().collect();
    let (stays, goes) = in_order(view, both[0], both[1]);
    Some(DuplicatePair { stays: Arc::clone(stays), goes: Arc::clone(goes), reasons })
}

/// Pairs as they are found; the lower id stands first.
#[derive(Default)]
struct Found(BTreeMap<(PersonId, PersonId), BTreeSet<SameBy>>);

impl Found {
    fn by_phone(&mut self, all: &[&Arc<Person>]) {
        let mut alike: HashMap<String, Vec<(PersonId, &str)>> = HashMap::new();
        for person in all {
            for phone in &person.phones {
                let digits: String = phone.number.chars().filter(char::is_ascii_digit).collect();
                if let Some(end) = digits.len().checked_sub(LAST_DIGITS).and_then(|from| digits.get(from..)) {
                    alike.entry(end.to_owned()).or_default().push((person.id, &phone.number));
                }
            }
        }
        for numbers in alike.into_values().filter(|numbers| numbers.len() > 1) {
            let read = numbers.into_iter().filter_map(|(id, number)| Some((normalise_phone(number)?, id)));
            self.put(read, |number| SameBy::Phone(number.to_owned()));
        }
    }

    fn by_email(&mut self, all: &[&Arc<Person>]) {
        let emails = all.iter().flat_map(|person| {
            let whole = person.emails.iter().filter(|email| email.address.contains('@'));
            whole.map(|email| (email_key(&email.address), person.id))
        });
        self.put(emails, |address| SameBy::Email(address.to_owned()));
    }

    fn by_name(&mut self, all: &[&Arc<Person>]) {
        let names = all.iter().flat_map(|person| {
            let keys = name_keys(&person.name.full()).into_iter();
            keys.map(|key| (key, person.id))
        });
        self.put(names, |_| SameBy::Name);
    }

    /// Puts everyone together who has the same key.
    fn put<K: Hash + Eq + AsRef<str>>(
        &mut self,
        keys: impl Iterator<Item = (K, PersonId)>,
        reason: impl Fn(&str) -> SameBy,
    ) {
        let mut groups: HashMap<K, Vec<PersonId>> = HashMap::new();
        for (key, person) in keys {
            let group = groups.entry(key).or_default();
            if group.last() != Some(&person) {
                group.push(person);
            }
        }
        for (key, group) in groups {
            for (at, one) in group.iter().enumerate() {
                let reach = if group.len() <= ALL_PAIRS { group.len() } else { 1 };
                for other in group.iter().skip(at + 1).take(reach).filter(|other| *other != one) {
                    let pair = (*one.min(other), *one.max(other));
                    self.0.entry(pair).or_default().insert(reason(key.as_ref()));
                }
            }
        }
    }

    fn pairs(self, view: &View, people: &People) -> Vec<DuplicatePair> {
        let pairs = self.0.into_iter().filter_map(|((one, other), reasons)| {
            let (one, other) = (people.get(one)?, people.get(other)?);
            let said = one.different_from.contains(&other.id)
                || other.different_from.contains(&one.id)
                || have_two_numbers(one, other);
            // Whoever is not for the list need not be cleared up among themselves.
            let hidden = one.off_list && other.off_list;
            let (stays, goes) = in_order(view, one, other);
            let reasons: Vec<SameBy> = reasons.into_iter().collect();
            let only_a_word = reasons == [SameBy::Name] && !can_be_one(one, other);
            let pair = || DuplicatePair { stays: Arc::clone(stays), goes: Arc::clone(goes), reasons };
            (!said && !hidden && !only_a_word).then(pair)
        });
        let mut pairs: Vec<DuplicatePair> = pairs.collect();
        pairs.sort_by(|one, other| {
            let strength = |pair: &DuplicatePair| match pair.reasons.first() {
                Some(SameBy::Phone(_)) => (0, pair.reasons.last() != Some(&SameBy::Name)),
                Some(SameBy::Email(_)) => (1, pair.reasons.last() != Some(&SameBy::Name)),
                Some(SameBy::Name) | None => (2, false),
            };
            let by_name = people.by_name(one.stays.id, other.stays.id);
            strength(one).cmp(&strength(other)).then(by_name).then_with(|| one.goes.id.cmp(&other.goes.id))
        });
        pairs
    }
}

/// Whether the company knows both, under different numbers: then they are two people, whatever else is equal.
fn have_two_numbers(one: &Person, other: &Person) -> bool {
    let number = |person: &Person| person.registration.as_ref().map(|own| own.company_number.trim().to_owned());
    match (number(one), number(other)) {
        (Some(one), Some(other)) => !one.is_empty() && !other.is_empty() && one != other,
        _ => false,
    }
}

/// Whether two people of one name may be one: with a first name alone, which many have, only where nothing of what is
/// known of both speaks against it.
fn can_be_one(one: &Person, other: &Person) -> bool {
    let whole = |person: &Person| person.name.full().split(' ').count() > 1;
    whole(one) && whole(other) || one.phones.is_empty() || other.phones.is_empty()
}

/// The one of whom more is known first: registered, on the user's own list, heard from, with more fields, there longer.
fn in_order<'a>(view: &View, one: &'a Arc<Person>, other: &'a Arc<Person>) -> (&'a Arc<Person>, &'a Arc<Person>) {
    let worth = |person: &Arc<Person>| {
        let heard = view.people().standing(person).last_contact;
        let fields = person.phones.len() + person.emails.len() + usize::from(!person.city.is_empty());
        (person.registration.is_some(), person.is_mine(), heard, fields)
    };
    let (left, right) = (worth(one), worth(other));
    if right > left || right == left && other.created < one.created { (other, one) } else { (one, other) }
}
