//! A person: one record, whatever the role — the sponsor, a contact, a prospect, a customer, a partner.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::values::{check_text, is_default};
use super::{Email, InvalidValue, Learnt, Messenger, PartialDate, PersonId, Phone, Registration};
use crate::text::is_title;

/// A person's name, never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenName")]
pub struct Name {
    given: String,
    family: String,
}

/// A name as it stands in a file, before it is checked.
#[derive(Deserialize)]
struct WrittenName {
    given: String,
    family: String,
}

impl TryFrom<WrittenName> for Name {
    type Error = InvalidValue;

    fn try_from(written: WrittenName) -> Result<Self, InvalidValue> {
        Self::new(&written.given, &written.family)
    }
}

impl Name {
    /// A name from its parts; one of them may be empty.
    ///
    /// # Errors
    /// [`InvalidValue::EmptyName`] when nothing but spaces is left, [`InvalidValue::TextTooLong`] above 64 KiB.
    pub fn new(given: &str, family: &str) -> Result<Self, InvalidValue> {
        let tidy = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = Self { given: tidy(given), family: tidy(family) };
        if name.given.is_empty() && name.family.is_empty() {
            return Err(InvalidValue::EmptyName);
        }
        check_text(&name.given)?;
        check_text(&name.family)?;
        Ok(name)
    }

    /// A name as typed in one field: the last word is the family name, all before it the given one.
    ///
    /// # Errors
    /// As [`Name::new`].
    pub fn from_full(full: &str) -> Result<Self, InvalidValue> {
        match full.trim().rsplit_once(char::is_whitespace) {
            Some((given, family)) => Self::new(given, family),
            None => Self::new(full, ""),
        }
    }

    /// The given name, with a middle name if there is one.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The family name.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// The whole name as it is shown.
    #[must_use]
    pub fn full(&self) -> String {
        match (self.given.as_str(), self.family.as_str()) {
            (given, "") => given.to_owned(),
            ("", family) => family.to_owned(),
            (given, family) => format!("{given} {family}"),
        }
    }

    /// First name and initial, for narrow places: «Мария П.». The first name alone where there is no other.
    #[must_use]
    pub fn short(&self) -> String {
        let is_name = |word: &&str| !word.is_empty() && !is_title(word);
        let mut words = self.given.split(' ').filter(is_name);
        let mut of_family = self.family.split(' ').filter(is_name);
        // A title alone before the family name is no first name.
        let Some(first) = words.next().or_else(|| of_family.next()) else { return self.full() };
        match of_family.next().and_then(|word| word.chars().next()) {
            Some(initial) => format!("{first} {initial}."),
            None => first.to_owned(),
        }
    }
}

/// A person's gender, as far as wording needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gender {
    /// Known or guessed to be a woman.
    Female,
    /// Known or guessed to be a man.
    Male,
    /// Unknown: sentences stay neutral.
    #[default]
    Unknown,
}

/// How a person is addressed in Bulgarian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormOfAddress {
    /// «ти».
    #[default]
    Informal,
    /// «Вие».
    Formal,
}

/// Who a person is to the one on whose list they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Relation {
    /// близък
    Close,
    /// приятел
    Friend,
    /// познат
    Acquaintance,
    /// колега
    Colleague,
    /// препоръка; by whom stands beside it
    Referral,
}

/// Whose list a person belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListOwner {
    /// The user's own.
    #[default]
    Mine,
    /// A partner's: the names that the partner gave or who were met 2+1 with the partner.
    Partner(PersonId),
}

/// How far a person has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// нов
    #[default]
    New,
    /// първи разговор
    FirstTalk,
    /// видя презентация
    SawPresentation,
    /// обмисля
    ThinkingOver,
    /// регистриран, as partner or customer
    Registered,
    /// не сега, with a date on which to ask again
    NotNow,
    /// не е за него/нея
    NotForThem,
}

/// A stage and the day on which it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageChange {
    /// The stage that was reached.
    pub stage: Stage,
    /// The day.
    pub on: NaiveDate,
}

/// A line with the day on which it was written; «От какво има нужда», «Какво става при него/нея».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedLine {
    /// The day.
    pub on: NaiveDate,
    /// The line.
    pub text: String,
}

/// Everything that is known of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The name.
    pub name: Name,
    /// What friends call them; the typed line knows it too.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nickname: String,
    /// For wording.
    pub gender: Gender,
    /// For wording.
    pub address_form: FormOfAddress,
    /// Phones, the first is the main one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// E-mail addresses, the first is the main one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Email>,
    /// Messengers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messengers: Vec<Messenger>,
    /// Addresses on the web.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// The city as typed; list 1 or 2 follows from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Street and the like.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The birthday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birthday: Option<PartialDate>,
    /// What they do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
    /// Who they are to the owner of the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Who referred them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<PersonId>,
    /// Whose list they stand on.
    pub owner: ListOwner,
    /// "Not for the list": kept and found, but on no list.
    #[serde(default, skip_serializing_if = "is_default")]
    pub off_list: bool,
    /// How far they have come.
    pub stage: Stage,
    /// Every stage that was reached, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stage_changes: Vec<StageChange>,
    /// For [`Stage::NotNow`]: when to ask again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_again: Option<NaiveDate>,
    /// What interests them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<String>,
    /// Which problem they have.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
    /// «От какво има нужда», newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<DatedLine>,
    /// «Какво става при него/нея», newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub going_on: Vec<DatedLine>,
    /// Private notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// «на колко време»: days between contacts; none before the first contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence_days: Option<u16>,
    /// Snoozed on «отдавна не сте се чували» until this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<NaiveDate>,
    /// The day on which they were last congratulated, so that what is kept that day is not shown again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greeted_on: Option<NaiveDate>,
    /// The registration in the company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Registration>,
    /// What they have learnt of the learning path.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub learnt: Vec<Learnt>,
    /// The day on which they came to the list.
    pub created: NaiveDate,
    /// People who look the same and were said to be others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub different_from: Vec<PersonId>,
    /// Properties of an imported card that the product has no field for, one line each, given back on export.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<String>,
}

impl Person {
    /// A person of whom only the name is known, new on the user's own list.
    #[must_use]
    pub fn new(id: PersonId, name: Name, created: NaiveDate) -> Self {
        let gender = guess_gender(&name);
        Self {
            id,
            name,
            nickname: String::new(),
            gender,
            address_form: FormOfAddress::Informal,
            phones: Vec::new(),
            emails: Vec::new(),
            messengers: Vec::new(),
            links: Vec::new(),
            city: String::new(),
            address: String::new(),
            birthday: None,
            occupation: String::new(),
            relation: None,
            referred_by: None,
            owner: ListOwner::Mine,
            off_list: false,
            stage: Stage::New,
            stage_changes: Vec::new(),
            ask_again: None,
            interests: Vec::new(),
            problem: String::new(),
            needs: Vec::new(),
            going_on: Vec::new(),
            notes: String::new(),
            cadence_days: None,
            snoozed_until: None,
            greeted_on: None,
            registration: None,
            learnt: Vec::new(),
            created,
            different_from: Vec::new(),
            foreign: Vec::new(),
        }
    }

    /// Checks what the types alone cannot hold.
    ///
    /// # Errors
    /// [`InvalidValue::TextTooLong`] for a text above 64 KiB, [`InvalidValue::Days`] for a cadence outside 1 to 3,650.
    pub fn check(&self) -> Result<(), InvalidValue> {
        let texts = [&self.nickname, &self.city, &self.address, &self.occupation, &self.problem, &self.notes];
        texts.into_iter().try_for_each(|text| check_text(text))?;
        self.interests.iter().chain(&self.links).try_for_each(|text| check_text(text))?;
        self.needs.iter().chain(&self.going_on).try_for_each(|line| check_text(&line.text))?;
        match self.cadence_days {
            Some(days) if days == 0 || days > 3_650 => Err(InvalidValue::Days),
            _ => Ok(()),
        }
    }

    /// Puts the person in a stage from a day on, and remembers it; the same stage again changes nothing.
    pub fn reach(&mut self, stage: Stage, on: NaiveDate) {
        if self.stage != stage {
            self.stage = stage;
            self.stage_changes.push(StageChange { stage, on });
            if stage != Stage::NotNow {
                self.ask_again = None;
            }
        }
    }

    /// Whether the person stands on the user's own list.
    #[must_use]
    pub fn is_mine(&self) -> bool {
        self.owner == ListOwner::Mine && !self.off_list
    }

    /// The day on which the person was a new name on the user's own list; none for somebody who does not stand there, or
    /// who was registered before they were written down, as those are who come with the company's report.
    #[must_use]
    pub fn new_name_on(&self) -> Option<NaiveDate> {
        let known_before = self.registration.as_ref().is_some_and(|own| own.on < self.created);
        (self.is_mine() && !known_before).then_some(self.created)
    }
}

/// Guesses the gender from a name by the endings that Bulgarian and English names have; unknown rather than wrong.
#[must_use]
pub fn guess_gender(name: &Name) -> Gender {
    let family = name.family().to_lowercase();
    let given = name.given().split(' ').next().unwrap_or("").to_lowercase();
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&family, &["ова", "ева", "ска", "ова-", "ova", "eva", "ska"]) {
        return Gender::Female;
    }
    if ends(&family, &["ов", "ев", "ски", "ov", "ev", "ski"]) {
        return Gender::Male;
    }
    const MEN_IN_A: [&str; 5] = ["никола", "сава", "илия", "тома", "лука"];
    if MEN_IN_A.contains(&given.as_str()) {
        return Gender::Male;
    }
    let cyrillic = given.chars().all(|letter| ('\u{0400}'..='\u{04ff}').contains(&letter));
    if !cyrillic || given.is_empty() {
        return Gender::Unknown;
    }
    if ends(&given, &["а", "я"]) {
        return Gender::Female;
    }
    if ends(&given, &["ър", "ян", "ан", "ил", "ин", "он", "ас", "ей", "ай", "ен", "ис", "ир", "ор", "ко", "чо", "шо"])
    {
        return Gender::Male;
    }
    Gender::Unknown
}
