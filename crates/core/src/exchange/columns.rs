//! The heading of a table: which column holds what, in the words of mail accounts and of people, English and Bulgarian.

use super::headings::{Headings, SPONSOR_DESK};
use super::own::OWN;
use crate::model::{ColumnMapping, ContactColumn, remembered};

/// What a column holds. The number tells apart columns of one kind that belong to different phones or addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The whole name.
    Full,
    /// «Име»: the given name where there is a column for the family name, else the whole one.
    GivenOrFull,
    Given,
    Middle,
    Family,
    Nickname,
    Phone(u32),
    PhoneLabel(u32),
    Email(u32),
    EmailLabel(u32),
    MessengerKind(u32),
    Messenger(u32),
    Link,
    City,
    Address,
    Birthday,
    Notes,
    Title,
    Organisation,
    Labels,
    /// A field of the product's own.
    Own(String),
    /// Several of them, and lines of cards.
    OwnFields,
    /// Lines of cards, given back.
    Foreign,
    /// Anything else, with its heading.
    Other(String),
    /// Not taken in, as was said.
    Skipped,
}

/// The column in which lines of imported cards travel.
pub(super) const FOREIGN: &str = "X-SPONSOR-DESK-FOREIGN";

const FULL: [&str; 9] =
    ["name", "full name", "fullname", "display name", "contact", "имена", "трите имена", "име и фамилия", "контакт"];
const GIVEN: [&str; 5] = ["first name", "given name", "firstname", "собствено име", "малко име"];
const MIDDLE: [&str; 4] = ["middle name", "additional name", "презиме", "бащино име"];
const FAMILY: [&str; 6] = ["last name", "family name", "lastname", "surname", "фамилия", "фамилно име"];
const NICKNAME: [&str; 3] = ["nickname", "прякор", "псевдоним"];
const LABELS: [&str; 5] = ["labels", "group membership", "categories", "групи", "етикети"];
const TITLES: [&str; 8] =
    ["organization title", "job title", "title", "occupation", "професия", "длъжност", "занимание", "работа"];
const ORGANISATIONS: [&str; 6] = ["organization name", "organization", "company", "фирма", "организация", "компания"];
const BIRTHDAYS: [&str; 7] =
    ["birthday", "birth date", "birthdate", "date of birth", "рожден ден", "рождена дата", "дата на раждане"];
const NOTES: [&str; 8] = ["notes", "note", "comment", "comments", "бележки", "бележка", "коментар", "забележка"];
const PHONE_WORDS: [&str; 13] = [
    "phone",
    "phones",
    "telephone",
    "mobile",
    "cell",
    "gsm",
    "tel",
    "телефон",
    "телефони",
    "мобилен",
    "тел",
    "номер",
    "джиесем",
];
const EMAIL_WORDS: [&str; 9] = ["email", "emails", "mail", "имейл", "имейли", "мейл", "емейл", "поща", "епоща"];
const LINK_WORDS: [&str; 6] = ["website", "web", "url", "link", "сайт", "уебсайт"];
const CITY_WORDS: [&str; 4] = ["city", "town", "град", "населено"];
const ADDRESS_WORDS: [&str; 4] = ["street", "address", "адрес", "улица"];
/// Words of columns that belong to an address and are neither its street nor its city.
const ADDRESS_PARTS: [&str; 9] =
    ["label", "type", "region", "state", "postal", "country", "box", "extended", "formatted"];

/// What the column under this heading holds.
pub(super) fn column(heading: &str) -> Column {
    let trimmed = heading.trim();
    let upper = trimmed.to_ascii_uppercase();
    if upper == FOREIGN {
        return Column::Foreign;
    }
    if upper.starts_with(OWN) {
        return Column::Own(upper);
    }
    if trimmed.starts_with(SPONSOR_DESK) {
        return Column::OwnFields;
    }
    let (words, number) = words(trimmed);
    let plain = words.join(" ");
    let is = |known: &[&str]| known.contains(&plain.as_str());
    if plain == "име" {
        return Column::GivenOrFull;
    }
    let exact = [
        (FULL.as_slice(), Column::Full),
        (&GIVEN, Column::Given),
        (&MIDDLE, Column::Middle),
        (&FAMILY, Column::Family),
        (&NICKNAME, Column::Nickname),
        (&LABELS, Column::Labels),
        (&TITLES, Column::Title),
        (&ORGANISATIONS, Column::Organisation),
        (&BIRTHDAYS, Column::Birthday),
        (&NOTES, Column::Notes),
    ];
    if let Some((_, column)) = exact.into_iter().find(|(known, _)| is(known)) {
        return column;
    }
    by_word(&words, number).unwrap_or_else(|| Column::Other(trimmed.to_owned()))
}

fn by_word(words: &[String], number: u32) -> Option<Column> {
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let label = any(&["label", "type", "вид"]);
    if any(&["im", "messenger", "месинджър"]) {
        return Some(if any(&["service", "услуга"]) {
            Column::MessengerKind(number)
        } else {
            Column::Messenger(number)
        })
        .filter(|_| !label);
    }
    if any(&EMAIL_WORDS) {
        return Some(if label { Column::EmailLabel(number) } else { Column::Email(number) });
    }
    if any(&PHONE_WORDS) {
        return Some(if label { Column::PhoneLabel(number) } else { Column::Phone(number) });
    }
    if any(&LINK_WORDS) {
        return (!label).then_some(Column::Link);
    }
    if any(&CITY_WORDS) {
        return Some(Column::City);
    }
    (any(&ADDRESS_WORDS) && !any(&ADDRESS_PARTS)).then_some(Column::Address)
}

/// The words of a heading in lower case, and the number among them (zero when there is none).
fn words(heading: &str) -> (Vec<String>, u32) {
    let mut number = 0;
    let lower = heading.to_lowercase().replace("e-mail", "email").replace("е-мейл", "емейл").replace("е-поща", "епоща");
    let mut words = Vec::new();
    for word in lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match word.parse::<u32>() {
            Ok(found) => number = found,
            Err(_) if word == "value" => {}
            Err(_) => words.push(word.to_owned()),
        }
    }
    (words, number)
}

/// The byte between cells: the one that the heading has most of, outside quotes.
pub(super) fn delimiter(heading: &[u8]) -> u8 {
    let count = |wanted: u8| {
        let mut quoted = false;
        heading
            .iter()
            .filter(|byte| {
                quoted ^= **byte == b'"';
                **byte == wanted && !quoted
            })
            .count()
    };
    let mut best = b',';
    for candidate in [b';', b'\t'] {
        if count(candidate) > count(best) {
            best = candidate;
        }
    }
    best
}

/// What the columns of a table of contacts are: as was said now or before, else by the heading; none where nobody is
/// named.
pub(super) fn contact_columns(
    heading: &[String],
    said: Option<&[Option<ContactColumn>]>,
    known: &[ColumnMapping<ContactColumn>],
) -> Option<Vec<Column>> {
    let remembered = said.is_none().then(|| remembered(known, heading)).flatten();
    let columns = match said.or(remembered.as_deref()) {
        Some(said) => {
            // A column beyond those of which something was said is left out, too.
            (0_u32..)
                .zip(said)
                .map(|(place, what)| what.map_or(Column::Skipped, |what| said_column(what, place)))
                .collect()
        }
        None => columns_of(heading),
    };
    Some(columns).filter(|columns| names_people(columns))
}

/// What the headings say. Where the product's own fields are there, what only tells of them in words is left out.
fn columns_of(heading: &[String]) -> Vec<Column> {
    let columns: Vec<Column> = heading.iter().map(|cell| column(cell)).collect();
    let own = columns.contains(&Column::OwnFields);
    let told = |column: Column| match &column {
        Column::Other(heading) if own && Headings::is_told(heading) => Column::Skipped,
        _ => column,
    };
    columns.into_iter().map(told).collect()
}

/// A table without a column of names has no people.
pub(super) fn names_people(columns: &[Column]) -> bool {
    columns.iter().any(|column| {
        matches!(column, Column::Full | Column::GivenOrFull | Column::Given | Column::Family | Column::Nickname)
    })
}

/// Whether a row of a table heads contacts: it names people and something more, or nothing but names.
pub(super) fn is_contact_heading(cells: &[String]) -> bool {
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let known = columns.iter().filter(|column| !matches!(column, Column::Other(_))).count();
    names_people(&columns) && (known > 1 || cells.len() == 1)
}

/// What a heading seems to be, in what a person can say of a column.
#[must_use]
pub fn guess_contact_column(heading: &str) -> Option<ContactColumn> {
    Some(match column(heading) {
        Column::Full | Column::GivenOrFull => ContactColumn::FullName,
        Column::Given => ContactColumn::GivenName,
        Column::Middle => ContactColumn::MiddleName,
        Column::Family => ContactColumn::FamilyName,
        Column::Nickname => ContactColumn::Nickname,
        Column::Phone(_) => ContactColumn::Phone,
        Column::Email(_) => ContactColumn::Email,
        Column::City => ContactColumn::City,
        Column::Address => ContactColumn::Address,
        Column::Birthday => ContactColumn::Birthday,
        Column::Title => ContactColumn::Occupation,
        Column::Organisation => ContactColumn::Organisation,
        Column::Link => ContactColumn::Link,
        Column::Notes => ContactColumn::Notes,
        _ => return None,
    })
}

/// What was said of a column; the place keeps phones and addresses apart.
const fn said_column(what: ContactColumn, place: u32) -> Column {
    match what {
        ContactColumn::FullName => Column::Full,
        ContactColumn::GivenName => Column::Given,
        ContactColumn::MiddleName => Column::Middle,
        ContactColumn::FamilyName => Column::Family,
        ContactColumn::Nickname => Column::Nickname,
        ContactColumn::Phone => Column::Phone(place),
        ContactColumn::Email => Column::Email(place),
        ContactColumn::City => Column::City,
        ContactColumn::Address => Column::Address,
        ContactColumn::Birthday => Column::Birthday,
        ContactColumn::Occupation => Column::Title,
        ContactColumn::Organisation => Column::Organisation,
        ContactColumn::Link => Column::Link,
        ContactColumn::Notes => Column::Notes,
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, column, delimiter};

    #[test]
    fn columns_are_known_by_the_words_that_people_and_programs_use() {
        for (heading, wanted) in [
            ("First Name", Column::Given),
            ("E-mail 1 - Value", Column::Email(1)),
            ("E-mail 2 - Label", Column::EmailLabel(2)),
            ("Phone 1 - Type", Column::PhoneLabel(1)),
            ("Mobile Phone", Column::Phone(0)),
            ("Address 1 - City", Column::City),
            ("Address 1 - Street", Column::Address),
            ("Имейл", Column::Email(0)),
            ("Ел. поща", Column::Email(0)),
            ("Телефон", Column::Phone(0)),
            ("ГРАД", Column::City),
            ("Рожден ден", Column::Birthday),
            ("Име", Column::GivenOrFull),
            ("Address 1 - Country", Column::Other("Address 1 - Country".to_owned())),
        ] {
            assert_eq!(column(heading), wanted, "{heading}");
        }
    }

    #[test]
    fn cells_are_parted_by_what_the_heading_shows() {
        assert_eq!(delimiter(b"Name,Phone"), b',');
        assert_eq!(delimiter(b"\"a,b,c\";Phone;City"), b';');
        assert_eq!(delimiter(b"Name\tPhone"), b'\t');
    }
}
