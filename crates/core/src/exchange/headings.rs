//! What the columns of a table of people are called where it goes out: in English as Google's address book calls them, in
//! Bulgarian as people do. Both are read again.

use crate::model::Language;

/// The column in which travels what tables of other programs have no place for; there are several where it is long.
pub(super) const SPONSOR_DESK: &str = "Sponsor Desk";

/// The names of the columns; `#` is the number of those of which there are several.
#[derive(Debug)]
pub(super) struct Headings {
    /// Given name, family name, nickname, birthday, occupation, notes.
    pub(super) person: [&'static str; 6],
    /// The kind of a phone, and the phone.
    pub(super) phone: [&'static str; 2],
    pub(super) email: [&'static str; 2],
    pub(super) messenger: [&'static str; 2],
    pub(super) link: &'static str,
    /// Street and city.
    pub(super) address: [&'static str; 2],
    /// Who they are and how far, for the reader alone.
    pub(super) told: [&'static str; 2],
}

const ENGLISH: Headings = Headings {
    person: ["First Name", "Last Name", "Nickname", "Birthday", "Occupation", "Notes"],
    phone: ["Phone # - Label", "Phone # - Value"],
    email: ["E-mail # - Label", "E-mail # - Value"],
    messenger: ["IM # - Service", "IM # - Value"],
    link: "Website # - Value",
    address: ["Address 1 - Street", "Address 1 - City"],
    told: ["Who they are", "Stage"],
};

const BULGARIAN: Headings = Headings {
    person: ["Име", "Фамилия", "Прякор", "Рожден ден", "Занимание", "Бележки"],
    phone: ["Телефон # – вид", "Телефон #"],
    email: ["Имейл # – вид", "Имейл #"],
    messenger: ["Месинджър # – услуга", "Месинджър #"],
    link: "Сайт #",
    address: ["Адрес", "Град"],
    told: ["Кой е", "Етап"],
};

impl Headings {
    /// The names in a language.
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Bulgarian => &BULGARIAN,
        }
    }

    /// Whether a column only tells in words what [`SPONSOR_DESK`] holds.
    pub(super) fn is_told(heading: &str) -> bool {
        [&ENGLISH, &BULGARIAN].into_iter().any(|known| known.told.contains(&heading))
    }
}

/// A name with its number.
pub(super) fn numbered(name: &str, number: usize) -> String {
    name.replace('#', &number.to_string())
}
