//! Somebody in a file beside the one who is there, field by field, and what of it is to stay.

use super::joining::{email_key, has_other_city, phone_key, same_names, says_same, stands_in};
use crate::model::{Gender, Messenger, PartialDate, Person, Relation};

/// What a file tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name.
    Name,
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
    /// Which problem they have.
    Problem,
    /// Who they are to the owner of the list.
    Relation,
    /// Another note, below the one there is.
    Notes,
    /// Something else of the product's own: interests, dated lines.
    Own,
    /// Something that the product has no field for.
    Foreign,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
    /// A phone, as it was typed.
    Phone(String),
    /// A birthday.
    Day(PartialDate),
    /// For wording.
    Gender(Gender),
    /// Who they are to the owner of the list.
    Relation(Relation),
    /// A messenger.
    Messenger(Messenger),
}

impl FieldValue {
    /// Whether nothing stands there.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    fn text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

/// What of a field is to stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What is there; nothing, where nothing is.
    Ours,
    /// What the file has.
    Theirs,
    /// Both, one below the other.
    Both,
}

/// A field of somebody who is there beside the same of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which field.
    pub field: Field,
    /// What is there.
    pub ours: FieldValue,
    /// What the file has.
    pub theirs: FieldValue,
    /// What is to stay.
    pub choice: Choice,
    /// Whether both say the same, however it is written.
    pub same: bool,
    /// What else of the kind is there, and stays whatever is chosen: other phones, other addresses.
    pub stays: Vec<FieldValue>,
}

impl FieldChange {
    /// Whether the file has what is not there.
    #[must_use]
    pub const fn is_news(&self) -> bool {
        self.ours.is_nothing()
    }

    /// Whether both have something and it is not the same.
    #[must_use]
    pub const fn differs(&self) -> bool {
        !self.same && !self.ours.is_nothing()
    }

    /// Whether what the file has takes the place of what is there.
    #[must_use]
    pub fn replaces(&self) -> bool {
        self.differs() && self.choice == Choice::Theirs
    }

    /// Whether both can stay, one below the other.
    #[must_use]
    pub fn takes_both(&self) -> bool {
        self.field == Field::Notes && self.differs()
    }
}

/// Every field that the file has of a person, beside what is there. What is there stays where both have something;
/// what is missing is taken.
pub(super) fn compare(there: &Person, new: &Person) -> Vec<FieldChange> {
    let mut changes = Changes::default();
    let (ours, theirs) = (FieldValue::text(&there.name.full()), FieldValue::text(&new.name.full()));
    changes.put(Field::Name, ours, theirs, same_names(there, new) || stands_in(new));
    changes.put_contacts(there, new);
    let same_city = !has_other_city(there, new);
    changes.put(Field::City, FieldValue::text(&there.city), FieldValue::text(&new.city), same_city);
    for (field, ours, theirs) in texts(there, new) {
        changes.put(field, FieldValue::text(ours), FieldValue::text(theirs), says_same(ours, theirs));
    }
    let day = |day: Option<PartialDate>| day.map_or(FieldValue::Nothing, FieldValue::Day);
    changes.put(Field::Birthday, day(there.birthday), day(new.birthday), there.birthday == new.birthday);
    if there.gender == Gender::Unknown && new.gender != Gender::Unknown {
        changes.put(Field::Gender, FieldValue::Nothing, FieldValue::Gender(new.gender), false);
    }
    let relation = |relation: Option<Relation>| relation.map_or(FieldValue::Nothing, FieldValue::Relation);
    let same = there.relation == new.relation;
    changes.put(Field::Relation, relation(there.relation), relation(new.relation), same);
    let note = new.notes.trim();
    changes.put(Field::Notes, FieldValue::text(&there.notes), FieldValue::text(note), there.notes.contains(note));
    changes.0
}

/// Fields as they are gathered.
#[derive(Default)]
struct Changes(Vec<FieldChange>);

impl Changes {
    fn put(&mut self, field: Field, ours: FieldValue, theirs: FieldValue, same: bool) {
        self.put_beside(field, ours, theirs, same, &[]);
    }

    /// Puts a field of which there may be several; `all` of the kind are there.
    fn put_beside(&mut self, field: Field, ours: FieldValue, theirs: FieldValue, same: bool, all: &[FieldValue]) {
        if theirs.is_nothing() {
            return;
        }
        let same = same && !ours.is_nothing();
        let choice = if ours.is_nothing() { Choice::Theirs } else { Choice::Ours };
        let stays = if ours.is_nothing() { all.to_vec() } else { Vec::new() };
        let mut change = FieldChange { field, ours, theirs, choice, same, stays };
        if change.takes_both() {
            change.choice = Choice::Both;
        }
        self.0.push(change);
    }

    /// Puts what there may be several of: each by itself, beside the same one that is there.
    fn put_contacts(&mut self, there: &Person, new: &Person) {
        let phones: Vec<_> = there.phones.iter().map(|known| FieldValue::Phone(known.number.clone())).collect();
        let emails: Vec<_> = there.emails.iter().map(|known| FieldValue::text(&known.address)).collect();
        for phone in &new.phones {
            let known = there.phones.iter().find(|known| phone_key(&known.number) == phone_key(&phone.number));
            let ours = known.map_or(FieldValue::Nothing, |known| FieldValue::Phone(known.number.clone()));
            self.put_beside(Field::Phone, ours, FieldValue::Phone(phone.number.clone()), known.is_some(), &phones);
        }
        for email in &new.emails {
            let known = there.emails.iter().find(|known| email_key(&known.address) == email_key(&email.address));
            let ours = known.map_or(FieldValue::Nothing, |known| FieldValue::text(&known.address));
            self.put_beside(Field::Email, ours, FieldValue::text(&email.address), known.is_some(), &emails);
        }
        for messenger in &new.messengers {
            self.put_known(
                Field::Messenger,
                FieldValue::Messenger(messenger.clone()),
                there.messengers.contains(messenger),
            );
        }
        for link in &new.links {
            self.put_known(Field::Link, FieldValue::text(link), there.links.contains(link));
        }
    }

    fn put_known(&mut self, field: Field, value: FieldValue, known: bool) {
        self.put(field, if known { value.clone() } else { FieldValue::Nothing }, value, known);
    }
}

fn texts<'a>(there: &'a Person, new: &'a Person) -> [(Field, &'a str, &'a str); 4] {
    [
        (Field::Nickname, &there.nickname, &new.nickname),
        (Field::Address, &there.address, &new.address),
        (Field::Occupation, &there.occupation, &new.occupation),
        (Field::Problem, &there.problem, &new.problem),
    ]
}

/// Makes both such that what is then joined is what was chosen: what is not to come goes out of the file's person, and
/// what is to be replaced is replaced in the one who is there.
pub(super) fn choose(there: &mut Person, new: &mut Person, changes: &[FieldChange]) {
    for change in changes.iter().filter(|change| !change.same) {
        match (change.is_news(), change.choice) {
            (true, Choice::Ours) => leave_out(new, change),
            (false, Choice::Theirs) => replace(there, new, change.field),
            (false, Choice::Ours) if change.field == Field::Notes => new.notes.clear(),
            _ => {}
        }
    }
}

fn leave_out(new: &mut Person, change: &FieldChange) {
    match (change.field, &change.theirs) {
        (Field::Phone, FieldValue::Phone(number)) => new.phones.retain(|phone| phone.number != *number),
        (Field::Email, FieldValue::Text(address)) => new.emails.retain(|email| email.address != *address),
        (Field::Messenger, FieldValue::Messenger(one)) => new.messengers.retain(|messenger| messenger != one),
        (Field::Link, FieldValue::Text(one)) => new.links.retain(|link| link != one),
        (Field::Nickname, _) => new.nickname.clear(),
        (Field::City, _) => new.city.clear(),
        (Field::Address, _) => new.address.clear(),
        (Field::Occupation, _) => new.occupation.clear(),
        (Field::Problem, _) => new.problem.clear(),
        (Field::Notes, _) => new.notes.clear(),
        (Field::Birthday, _) => new.birthday = None,
        (Field::Gender, _) => new.gender = Gender::Unknown,
        (Field::Relation, _) => new.relation = None,
        _ => {}
    }
}

fn replace(there: &mut Person, new: &Person, field: Field) {
    match field {
        Field::Name => there.name = new.name.clone(),
        Field::Nickname => there.nickname.clone_from(&new.nickname),
        Field::City => there.city.clone_from(&new.city),
        Field::Address => there.address.clone_from(&new.address),
        Field::Occupation => there.occupation.clone_from(&new.occupation),
        Field::Problem => there.problem.clone_from(&new.problem),
        Field::Notes => there.notes.clone_from(&new.notes),
        Field::Birthday => there.birthday = new.birthday,
        Field::Relation => there.relation = new.relation,
        _ => {}
    }
}
