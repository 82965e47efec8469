//! The product's own fields in files of other programs' forms: one property or column a field, named `X-SPONSOR-DESK-…`,
//! the value as JSON. And what a reader has gathered of a person before it is one.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::Refusal;
use crate::model::{Email, Gender, Messenger, Name, PartialDate, Person, PersonId, Phone};

/// What the names of the product's own properties and columns begin with.
pub(super) const OWN: &str = "X-SPONSOR-DESK-";
/// The own field that names the person, so that people who name each other still do after a round trip.
const ID: &str = "id";
/// Fields that have no place in cards or tables of other programs.
const OWN_FIELDS: [&str; 17] = [
    ID,
    "gender",
    "address_form",
    "relation",
    "referred_by",
    "owner",
    "off_list",
    "stage",
    "stage_changes",
    "ask_again",
    "interests",
    "problem",
    "needs",
    "going_on",
    "cadence_days",
    "snoozed_until",
    "registration",
];
/// As [`OWN_FIELDS`], but always given.
const CREATED: &str = "created";

/// The id of somebody who has none yet.
pub(super) const NOBODY: PersonId = PersonId::from_bytes([0; 16]);

/// The name of a field as a property or a column.
pub(super) fn own_name(field: &str) -> String {
    format!("{OWN}{}", field.to_ascii_uppercase().replace('_', "-"))
}

fn as_object(person: &Person) -> Map<String, Value> {
    match serde_json::to_value(person) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

/// The own fields of a person that are not as with a new one: name of the field and value.
fn changed_fields(person: &Person) -> impl Iterator<Item = (String, Value)> {
    let mut own = as_object(person);
    let blank = as_object(&Person::new(NOBODY, person.name.clone(), NaiveDate::MIN));
    let fields = OWN_FIELDS.into_iter().chain([CREATED]);
    fields.filter_map(move |field| own.remove_entry(field).filter(|(field, value)| blank.get(field) != Some(value)))
}

/// The own fields of a person that are not as with a new one: name of the property and JSON.
pub(super) fn own_fields(person: &Person) -> Vec<(String, String)> {
    changed_fields(person).map(|(field, value)| (own_name(&field), value.to_string())).collect()
}

/// The most letters of own fields that stand in one cell; a workbook takes 32,767.
const LONGEST_CELL: usize = 30_000;
/// The key under which lines of imported cards travel among the own fields of a table.
const FOREIGN_LINES: &str = "foreign";

/// The own fields of a person and the lines of imported cards as JSON objects, as few as cells of a table take.
pub(super) fn own_cells(person: &Person) -> Vec<String> {
    let foreign = (!person.foreign.is_empty()).then(|| (FOREIGN_LINES.to_owned(), Value::from(person.foreign.clone())));
    let mut cells: Vec<(usize, Map<String, Value>)> = Vec::new();
    for (field, value) in changed_fields(person).chain(foreign) {
        let long = field.len() + value.to_string().chars().count() + 8;
        match cells.last_mut().filter(|(filled, _)| filled + long <= LONGEST_CELL) {
            Some((filled, cell)) => {
                *filled += long;
                cell.insert(field, value);
            }
            None => cells.push((long, Map::from_iter([(field, value)]))),
        }
    }
    cells.into_iter().map(|(_, cell)| Value::Object(cell).to_string()).collect()
}

/// What a cell of own fields holds.
#[derive(Debug, Default)]
pub(super) struct OwnCell {
    /// Fields: name of the property and JSON.
    pub(super) fields: Vec<(String, String)>,
    /// Lines of imported cards.
    pub(super) lines: Vec<String>,
}

impl OwnCell {
    /// Reads a cell; none where it holds something else.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let mut fields: Map<String, Value> = serde_json::from_str(cell).ok()?;
        let lines = match fields.remove(FOREIGN_LINES) {
            Some(lines) => serde_json::from_value(lines).ok()?,
            None => Vec::new(),
        };
        Some(Self {
            fields: fields.into_iter().map(|(field, value)| (own_name(&field), value.to_string())).collect(),
            lines,
        })
    }
}

/// Behind a star or a hash, so many figures are more than the code of a service.
const LONGEST_CODE: usize = 6;

/// What a reader knows of a person so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) given: String,
    pub(super) family: String,
    /// The whole name, where the parts are not known.
    pub(super) full: String,
    pub(super) nickname: String,
    pub(super) gender: Option<Gender>,
    pub(super) phones: Vec<Phone>,
    pub(super) emails: Vec<Email>,
    pub(super) messengers: Vec<Messenger>,
    pub(super) links: Vec<String>,
    pub(super) city: String,
    pub(super) address: String,
    pub(super) birthday: Option<PartialDate>,
    pub(super) occupation: String,
    pub(super) organisation: String,
    pub(super) notes: String,
    /// The product's own fields: name of the property and JSON.
    pub(super) own: Vec<(String, String)>,
    pub(super) foreign: Vec<String>,
}

impl Draft {
    /// Adds a note below those that are there.
    pub(super) fn add_note(&mut self, note: &str) {
        if !note.trim().is_empty() {
            if !self.notes.is_empty() {
                self.notes.push_str("\n\n");
            }
            self.notes.push_str(note);
        }
    }

    /// The name, or else what a person is known by in a phone: a nickname, a company, an address, a number.
    fn name(&self) -> Result<Name, Refusal> {
        if let Ok(name) = Name::new(&self.given, &self.family) {
            return Ok(name);
        }
        if self.given.trim().is_empty() && self.family.trim().is_empty() && !self.full.trim().is_empty() {
            return Ok(Name::from_full(&self.full)?);
        }
        let email = self.emails.first().map(|email| email.address.as_str());
        let phone = self.phones.iter().map(|phone| phone.number.as_str()).find(|number| !is_service(number));
        let stand_ins = [Some(self.nickname.as_str()), Some(self.organisation.as_str()), email, phone];
        let known = stand_ins.into_iter().flatten().find(|text| !text.trim().is_empty());
        Ok(Name::new(known.unwrap_or(""), "")?)
    }

    /// The person, without an id unless the file gives one.
    ///
    /// # Errors
    /// [`Refusal::NoName`], [`Refusal::FieldTooLong`].
    pub(super) fn into_person(mut self, created: NaiveDate) -> Result<Person, Refusal> {
        let mut person = Person::new(NOBODY, self.name()?, created);
        person.gender = self.gender.unwrap_or(person.gender);
        let own = std::mem::take(&mut self.own);
        person = with_own(person, own, &mut self.foreign);
        person.nickname = self.nickname;
        person.phones = distinct(self.phones);
        person.emails = distinct(self.emails);
        person.messengers = distinct(self.messengers);
        person.links = distinct(self.links);
        person.city = self.city;
        person.address = self.address;
        person.birthday = self.birthday;
        person.occupation = if self.occupation.is_empty() { self.organisation } else { self.occupation };
        person.notes = self.notes;
        let mut seen = std::collections::HashSet::new();
        person.foreign = self.foreign.into_iter().filter(|line| seen.insert(line.clone())).collect();
        check(&person)?;
        Ok(person)
    }
}

/// Whether a number is one of a service, such as *88 or 112: nobody is known by it.
fn is_service(number: &str) -> bool {
    let number = number.trim();
    let figures = number.chars().filter(char::is_ascii_digit).count();
    let coded = number.starts_with(['*', '#']) && figures < LONGEST_CODE;
    coded || (figures == 3 && number.len() == 3)
}

fn distinct<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

fn check(person: &Person) -> Result<(), Refusal> {
    person.check()?;
    let numbers = person.phones.iter().flat_map(|phone| [&phone.number, &phone.label]);
    let addresses = person.emails.iter().flat_map(|email| [&email.address, &email.label]);
    let handles = person.messengers.iter().map(|messenger| &messenger.handle);
    let mut texts = numbers.chain(addresses).chain(handles).chain(&person.foreign);
    if texts.any(|text| text.len() > crate::model::LONGEST_TEXT) { Err(Refusal::FieldTooLong) } else { Ok(()) }
}

/// Takes over the product's own fields. Those that cannot be read stay as foreign lines.
fn with_own(person: Person, own: Vec<(String, String)>, foreign: &mut Vec<String>) -> Person {
    let mut person = person;
    for (name, json) in own {
        let field = name.strip_prefix(OWN).unwrap_or("").to_ascii_lowercase().replace('-', "_");
        let mut object = as_object(&person);
        let known = OWN_FIELDS.contains(&field.as_str()) || field == CREATED;
        let value = serde_json::from_str::<Value>(&json).ok().filter(|_| known);
        let taken = value.and_then(|value| {
            object.insert(field, value);
            serde_json::from_value::<Person>(Value::Object(object)).ok().filter(|person| person.check().is_ok())
        });
        match taken {
            Some(taken) => person = taken,
            None => foreign.push(format!("{name}:{}", super::vcard_lines::escape(&json))),
        }
    }
    person
}
