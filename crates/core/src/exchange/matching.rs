//! Who of the people there somebody in a file is, and what the file adds to them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::csv_out::birthday_text;
use super::own::NOBODY;
use super::vcard_in::ADDRESS_REST;
use super::vcard_lines::escape;
use super::vcard_out::is_address_rest;
use crate::model::{Gender, Person, PersonId};
use crate::query::People;
use crate::text::{WordOrder, fold, normalise_phone, same_name};

/// What a file adds to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What friends call them.
    Nickname,
    /// For wording.
    Gender,
    /// Another phone.
    Phone,
    /// Another e-mail address.
    Email,
    /// Another messenger.
    Messenger,
    /// Another address on the web.
    Link,
    /// The city.
    City,
    /// Street and the like.
    Address,
    /// The birthday.
    Birthday,
    /// What they do.
    Occupation,
    /// Another note, below the one there is.
    Notes,
    /// Something of the product's own: relation, interests, problem.
    Own,
    /// Something that the product has no field for.
    Foreign,
}

/// Adds to a person what somebody in a file has more, and says what that was. Nothing that is there is changed: fields
/// that are empty are filled, and what differs is kept beside.
pub(super) fn join(person: &mut Person, new: &Person) -> Vec<Field> {
    let mut news = Vec::new();
    let mut beside = Vec::new();
    let has_address = !person.city.is_empty() || !person.address.is_empty();
    let texts = [
        (Field::Nickname, "NICKNAME", &mut person.nickname, &new.nickname),
        (Field::City, "CITY", &mut person.city, &new.city),
        (Field::Address, "ADDRESS", &mut person.address, &new.address),
        (Field::Occupation, "OCCUPATION", &mut person.occupation, &new.occupation),
        (Field::Own, "PROBLEM", &mut person.problem, &new.problem),
    ];
    for (field, name, there, text) in texts {
        if text.is_empty() || fold(there) == fold(text) && !there.is_empty() {
            continue;
        }
        if there.is_empty() {
            there.clone_from(text);
            news.push(field);
        } else {
            beside.push(format!("X-OTHER-{name}:{}", escape(text)));
        }
    }
    match (person.birthday, new.birthday) {
        (None, Some(day)) => {
            person.birthday = Some(day);
            news.push(Field::Birthday);
        }
        (Some(there), Some(day)) if there != day => beside.push(format!("X-OTHER-BDAY:{}", birthday_text(day))),
        _ => {}
    }
    if person.gender == Gender::Unknown && new.gender != Gender::Unknown {
        person.gender = new.gender;
        news.push(Field::Gender);
    }
    if person.relation.is_none() && new.relation.is_some() {
        person.relation = new.relation;
        news.push(Field::Own);
    }
    join_lists(person, new, &mut news);
    let same = person.name == new.name || same_name(&person.name.full(), &new.name.full(), WordOrder::Any);
    if !same && !stands_in(new) {
        beside.push(format!("X-OTHER-NAME:{}", escape(&new.name.full())));
    }
    beside.extend(new.foreign.iter().map(|line| {
        // The end of another address must not become the end of the one that is there.
        let other = has_address && is_address_rest(line) && !person.foreign.contains(line);
        if other { line.replacen(ADDRESS_REST, "X-OTHER-ADDRESS-REST", 1) } else { line.clone() }
    }));
    if add(&mut person.foreign, &beside, |one, other| one == other) {
        news.push(Field::Foreign);
    }
    news.sort_unstable();
    news.dedup();
    news
}

fn join_lists(person: &mut Person, new: &Person, news: &mut Vec<Field>) {
    if add(&mut person.phones, &new.phones, |one, other| phone_key(&one.number) == phone_key(&other.number)) {
        news.push(Field::Phone);
    }
    if add(&mut person.emails, &new.emails, |one, other| email_key(&one.address) == email_key(&other.address)) {
        news.push(Field::Email);
    }
    if add(&mut person.messengers, &new.messengers, |one, other| one == other) {
        news.push(Field::Messenger);
    }
    if add(&mut person.links, &new.links, |one, other| one == other) {
        news.push(Field::Link);
    }
    if add(&mut person.interests, &new.interests, |one, other| fold(one) == fold(other)) {
        news.push(Field::Own);
    }
    let lines = add(&mut person.needs, &new.needs, |one, other| one == other);
    if lines | add(&mut person.going_on, &new.going_on, |one, other| one == other) {
        news.push(Field::Own);
    }
    let note = new.notes.trim();
    if !note.is_empty() && !person.notes.contains(note) {
        person.notes = if person.notes.is_empty() { new.notes.clone() } else { format!("{}\n\n{note}", person.notes) };
        news.push(Field::Notes);
    }
}

/// Adds what is not there yet; whether anything was.
fn add<T: Clone>(there: &mut Vec<T>, new: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    let before = there.len();
    for one in new {
        if !there.iter().any(|known| same(known, one)) {
            there.push(one.clone());
        }
    }
    there.len() > before
}

/// Whether the name is only what stands for one: a phone or an address.
fn stands_in(person: &Person) -> bool {
    let name = person.name.full();
    person.phones.iter().any(|phone| phone.number == name) || person.emails.iter().any(|email| email.address == name)
}

/// The number in its one form; for what is no full number its digits, for what has none the text.
fn phone_key(number: &str) -> String {
    let digits = || number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '*').collect::<String>();
    normalise_phone(number)
        .or_else(|| Some(digits()).filter(|digits| !digits.is_empty()))
        .unwrap_or_else(|| number.trim().to_lowercase())
}

fn email_key(address: &str) -> String {
    address.trim().to_lowercase()
}

/// The words of a name without their order.
fn name_key(person: &Person) -> String {
    let folded = fold(&person.name.full());
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
}

impl Matcher {
    pub(super) fn new(people: &People) -> Self {
        let mut matcher = Self {
            people: HashMap::new(),
            by_phone: HashMap::new(),
            by_email: HashMap::new(),
            by_uid: HashMap::new(),
            by_name: HashMap::new(),
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
        let named = self.by_name.entry(name_key(&person)).or_default();
        if !named.contains(&person.id) {
            named.push(person.id);
        }
        match self.people.entry(person.id) {
            Entry::Occupied(mut there) => drop(there.insert(person)),
            Entry::Vacant(place) => drop(place.insert(person)),
        }
    }

    /// Who somebody in a file is.
    pub(super) fn find(&self, new: &Person) -> Match {
        let phones = new.phones.iter().filter_map(|phone| self.by_phone.get(&normalise_phone(&phone.number)?));
        let emails = new.emails.iter().filter_map(|email| self.by_email.get(&email_key(&email.address)));
        let cards = uids(new).filter_map(|uid| self.by_uid.get(uid));
        let own = Some(&new.id).filter(|id| **id != NOBODY && self.people.contains_key(id));
        let mut known = own.into_iter().chain(phones).chain(emails).chain(cards).copied();
        if let Some(with) = known.next() {
            return Match::Same { with, proposed: known.find(|other| *other != with) };
        }
        let named = self.by_name.get(&name_key(new)).map_or(&[][..], Vec::as_slice);
        let mut alike = named.iter().filter_map(|id| self.people.get(id));
        if let Some(there) = alike.clone().find(|there| is_same_card(there, new)) {
            return Match::Same { with: there.id, proposed: None };
        }
        Match::New { proposed: alike.next().map(|there| there.id) }
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
    let adds_nothing = join(&mut there.clone(), new).is_empty();
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
