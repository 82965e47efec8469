//! What somebody in a file adds to the person who is there.

use super::compare::Field;
use super::csv_out::birthday_text;
use super::vcard_in::ADDRESS_REST;
use super::vcard_lines::escape;
use super::vcard_out::is_address_rest;
use crate::model::{Gender, Person};
use crate::text::{WordOrder, fold, fold_city, normalise_phone, same_name};

/// What joining came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Joined {
    /// What was added.
    pub(super) news: Vec<Field>,
    /// What differs, and is kept beside what is there, out of sight.
    pub(super) beside: Vec<Field>,
}

impl Joined {
    /// Whether the file had nothing more.
    pub(super) const fn is_nothing(&self) -> bool {
        self.news.is_empty() && self.beside.is_empty()
    }
}

/// Adds to a person what somebody in a file has more, and says what that was. Nothing that is there is changed: fields
/// that are empty are filled, and what differs is kept beside.
pub(super) fn join(person: &mut Person, new: &Person) -> Joined {
    let mut joined = Joined::default();
    let has_address = !person.city.is_empty() || !person.address.is_empty();
    let mut beside = join_texts(person, new, &mut joined);
    match (person.birthday, new.birthday) {
        (None, Some(day)) => {
            person.birthday = Some(day);
            joined.news.push(Field::Birthday);
        }
        (Some(there), Some(day)) if there != day => {
            beside.push((Field::Birthday, format!("X-OTHER-BDAY:{}", birthday_text(day))));
        }
        _ => {}
    }
    if person.gender == Gender::Unknown && new.gender != Gender::Unknown {
        person.gender = new.gender;
        joined.news.push(Field::Gender);
    }
    if person.relation.is_none() && new.relation.is_some() {
        person.relation = new.relation;
        joined.news.push(Field::Relation);
    }
    join_lists(person, new, &mut joined.news);
    if !same_names(person, new) && !stands_in(new) {
        beside.push((Field::Name, format!("X-OTHER-NAME:{}", escape(&new.name.full()))));
    }
    for (field, line) in beside {
        if !person.foreign.contains(&line) {
            person.foreign.push(line);
            joined.beside.push(field);
        }
    }
    join_foreign(person, new, has_address, &mut joined.news);
    joined.beside.sort_unstable();
    joined.news.sort_unstable();
    joined.news.dedup();
    joined
}

/// Fills texts that are empty; gives those that differ as lines.
fn join_texts(person: &mut Person, new: &Person, joined: &mut Joined) -> Vec<(Field, String)> {
    let other_city = has_other_city(person, new);
    let texts = [
        (Field::Nickname, "NICKNAME", &mut person.nickname, &new.nickname),
        (Field::City, "CITY", &mut person.city, &new.city),
        (Field::Address, "ADDRESS", &mut person.address, &new.address),
        (Field::Occupation, "OCCUPATION", &mut person.occupation, &new.occupation),
        (Field::Problem, "PROBLEM", &mut person.problem, &new.problem),
    ];
    let mut beside = Vec::new();
    for (field, name, there, text) in texts {
        if text.is_empty() {
            continue;
        }
        let differs = if field == Field::City { other_city } else { !says_same(there, text) };
        if there.is_empty() {
            there.clone_from(text);
            joined.news.push(field);
        } else if differs {
            beside.push((field, format!("X-OTHER-{name}:{}", escape(text))));
        }
    }
    beside
}

fn join_foreign(person: &mut Person, new: &Person, has_address: bool, news: &mut Vec<Field>) {
    let lines = new.foreign.iter().map(|line| {
        // The end of another address must not become the end of the one that is there.
        let other = has_address && is_address_rest(line) && !person.foreign.contains(line);
        if other { line.replacen(ADDRESS_REST, "X-OTHER-ADDRESS-REST", 1) } else { line.clone() }
    });
    let lines: Vec<String> = lines.collect();
    if add(&mut person.foreign, &lines, |one, other| one == other) {
        news.push(Field::Foreign);
    }
}

/// Whether two names are one, in either script and in any order of their words.
pub(super) fn same_names(one: &Person, other: &Person) -> bool {
    one.name == other.name || same_name(&one.name.full(), &other.name.full(), WordOrder::Any)
}

/// Whether both have a city and it is not the same: «гр. Карлово» is "Karlovo".
pub(super) fn has_other_city(one: &Person, other: &Person) -> bool {
    !one.city.is_empty() && !other.city.is_empty() && fold_city(&one.city) != fold_city(&other.city)
}

/// Whether two texts are the same without regard to case and script.
pub(super) fn says_same(one: &str, other: &str) -> bool {
    !one.is_empty() && fold(one) == fold(other)
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
pub(super) fn stands_in(person: &Person) -> bool {
    let name = person.name.full();
    person.phones.iter().any(|phone| phone.number == name) || person.emails.iter().any(|email| email.address == name)
}

/// The number in its one form; for what is no full number its digits, for what has none the text.
pub(super) fn phone_key(number: &str) -> String {
    let digits = || number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '*').collect::<String>();
    normalise_phone(number)
        .or_else(|| Some(digits()).filter(|digits| !digits.is_empty()))
        .unwrap_or_else(|| number.trim().to_lowercase())
}

pub(crate) fn email_key(address: &str) -> String {
    address.trim().to_lowercase()
}
