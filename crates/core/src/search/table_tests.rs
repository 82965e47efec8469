//! What each query finds, in which order.

use super::{Document, Group, Query, SearchIndex, newest_first};
use crate::text::NameCollator;

/// People: id, name, everything else.
const PEOPLE: [(&str, &str, &[&str]); 13] = [
    ("maria", "Мария Петрова", &["Пловдив", "+359 888 123 456", "йога, книги", "maria.petrova@abv.bg"]),
    ("shteryu", "Щерю Гьошев", &["гр. София", "0899 765 432", "риболов"]),
    ("zhivka", "Живка Величкова", &["Варна", "0877 111 222", "близка"]),
    ("tsonka", "Цонка Иванова", &["Русе"]),
    ("hristo", "Христо Стоянов", &["Стара Загора", "+44 20 7946 0958", "колега на Мария"]),
    ("stoyan", "Stoyan Hristov", &["Sofia", "*88"]),
    ("ana", "Ана", &["Бургас"]),
    ("anastasia", "Анастасия Маринова", &["Плевен"]),
    ("ivaylo", "Ивайло Ангелов", &["Кърджали"]),
    ("yulia", "Юлия Янева", &["Габрово", "познати от яхта"]),
    ("elodie", "Élodie Groß", &["Wien, Bulgaria"]),
    ("petar", "Петър Шишков", &["София"]),
    ("kalin", "Калин Мариянов", &["Перник"]),
];

/// Entries, newest first: id, title, note.
const ENTRIES: [(&str, &str, &str); 6] = [
    ("call", "Обаждане с Мария", "Пита за витамини; да върна 12.11.2026 г."),
    ("meeting", "Среща 2+1 с Щерю", "Кафе до пощата,\nтелефон 0888 555 777"),
    ("idea", "Идеи за презентация", "Кръгове; книга «Чуваш ли ме»"),
    ("task", "Купи подаръци", "за Живка и Цонка, 120 лв."),
    ("training", "Обучение Пловдив", "зала Шипка, изход 4, вход от двора"),
    ("missed", "Мария", "не вдигна"),
];

/// Queries that find the same, and what they find, best first.
const TABLE: &[(&[&str], &[&str])] = &[
    // Case, accents and script; a whole word before a beginning, the name before other fields, people before entries.
    (&["Мария", "МАРИЯ", "maria", "Mariya", "mariq", "MARIA "], &["maria", "kalin", "hristo", "missed", "call"]),
    (&["мар", "mar"], &["maria", "anastasia", "kalin", "hristo", "missed", "call"]),
    (&["petrova", "petrowa", "ПЕТРОВА"], &["maria"]),
    // Any order, beginnings of words.
    (&["петрова мария", "мария петрова", "mariq petrowa", "мария пет", "petr mar"], &["maria"]),
    (&["п мар"], &["maria", "anastasia", "kalin", "call"]),
    (&["пет"], &["petar", "maria"]),
    // щ, ю, ьо.
    (&["щерю", "shteryu", "6teriu", "6terju", "щ", "sht", "шт"], &["shteryu", "meeting"]),
    (&["гьошев", "gyoshev", "gio6ev", "гьо", "gjo6ew"], &["shteryu"]),
    (&["Gyoshev sht", "гьош 6te"], &["shteryu"]),
    // ж, ч, ц, х.
    (&["живка", "jivka", "zhivka", "Живк"], &["zhivka", "task"]),
    (&["величкова", "velichkova", "veli4kova", "veli4kowa jivka", "величкова живка"], &["zhivka"]),
    (&["цонка", "conka", "tsonka", "tzonka"], &["tsonka", "task"]),
    (&["христо", "hristo", "xristo"], &["hristo", "stoyan"]),
    (&["христов", "xristov", "hristow"], &["stoyan"]),
    (&["изход", "izhod", "izxod"], &["training"]),
    // я, й, ю, ъ.
    (&["стоян", "stoyan", "stoian", "stojan", "stoqn"], &["stoyan", "hristo"]),
    (&["стоянов", "stojanov"], &["hristo"]),
    (&["ивайло", "ivaylo", "ivailo", "ivajlo"], &["ivaylo"]),
    (&["юлия", "yulia", "julia", "iuliq"], &["yulia"]),
    (&["янева", "qneva", "yaneva", "ianeva", "janewa"], &["yulia"]),
    (&["яхта", "qhta", "yahta", "qxta"], &["yulia"]),
    (&["йога", "yoga", "ioga", "joga"], &["maria"]),
    (&["кърджали", "kardzhali", "kyrdjali"], &["ivaylo"]),
    (&["къ", "ка", "ka"], &["kalin", "ivaylo", "meeting"]),
    (&["петър", "petar", "petyr", "petyr 6i6kov"], &["petar"]),
    (&["шишков", "shishkow", "6i6kov", "шишков петър"], &["petar"]),
    (&["българия", "Bulgaria", "bulg", "бълг"], &["elodie"]),
    // Other languages.
    (&["elodie", "élodie", "ÉLODIE gross", "groß", "Грос"], &["elodie"]),
    // The whole name first.
    (&["ана", "ana"], &["ana", "anastasia"]),
    (&["ан"], &["ana", "anastasia", "ivaylo"]),
    (&["ана бургас", "burgas ana"], &["ana"]),
    // Other fields.
    (&["софия", "sofiq", "Sofia"], &["petar", "shteryu", "stoyan"]),
    (&["пловдив"], &["maria", "training"]),
    (&["abv", "maria.petrova@abv.bg"], &["maria"]),
    (&["загора христо"], &["hristo"]),
    // Phones.
    (&["0888123456", "0888 123 456", "+359888123456", "00359 888 123 456", "888123", "(0888) 123-456"], &["maria"]),
    (&["0888"], &["maria", "meeting"]),
    (&["0888555777", "555 777", "+359 888 555 777"], &["meeting"]),
    (&["+44 20 7946", "00442079460958", "7946", "2079"], &["hristo"]),
    (&["*88"], &["stoyan", "maria"]),
    (&["765432", "99 765", "0899"], &["shteryu"]),
    (&["мария 0888", "123456 мар"], &["maria"]),
    // Entries and notes.
    (&["12.11.2026", "2026"], &["call"]),
    (&["2+1 щерю", "sreshta 2+1"], &["meeting"]),
    (&["витамини", "vitamini", "witamini"], &["call"]),
    (&["кафе поща", "kafe po6ta"], &["meeting"]),
    (&["чуваш", "chuvash", "4uva6"], &["idea"]),
    (&["презентация идеи"], &["idea"]),
    (&["120"], &["task"]),
    (&["обаждане"], &["call"]),
    // Nothing.
    (&["", "   ", "!?", "мария живка", "няма такъв", "рия", "0887", "х6"], &[]),
];

fn index() -> SearchIndex<&'static str> {
    let collator = NameCollator::new("bg").expect("a language");
    let mut index = SearchIndex::new();
    for (age, (id, title, note)) in (0..).zip(ENTRIES) {
        index.insert(&Document {
            id,
            group: Group::Entry,
            rank: newest_first(1_790_000_000 - age * 86_400),
            main: title,
            others: &[note],
        });
    }
    for (id, name, others) in PEOPLE {
        index.insert(&Document { id, group: Group::Person, rank: collator.key(name).leading(), main: name, others });
    }
    index
}

fn texts_of(id: &str) -> Vec<&'static str> {
    let person = PEOPLE.iter().find(|person| person.0 == id);
    let person = person.map(|(_, name, others)| [&[*name], *others].concat());
    let entry = ENTRIES.iter().find(|entry| entry.0 == id);
    person.or_else(|| entry.map(|(_, title, note)| vec![*title, *note])).expect("a record")
}

#[test]
fn every_query_of_the_table_finds_its_records_best_first() {
    let index = index();
    let mut wrong = Vec::new();
    for (queries, expected) in TABLE {
        for query in *queries {
            let found: Vec<&str> = index.search(&Query::parse(query), 50).iter().map(|hit| hit.id).collect();
            if found != *expected {
                wrong.push(format!("{query:?}: {found:?} instead of {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(TABLE.iter().map(|(queries, _)| queries.len()).sum::<usize>() >= 60);
}

#[test]
fn the_text_that_a_hit_names_has_something_to_mark() {
    let index = index();
    for query in TABLE.iter().flat_map(|(queries, _)| *queries) {
        let query = Query::parse(query);
        for hit in index.search(&query, 50) {
            let text = texts_of(hit.id)[hit.text];
            assert!(!query.marks(text).is_empty(), "{query:?} in {text}");
        }
    }
}

#[test]
fn a_short_list_is_the_beginning_of_the_long_one() {
    let index = index();
    let query = Query::parse("мар");
    let all = index.search(&query, 50);
    for limit in 0..=all.len() {
        assert_eq!(index.search(&query, limit), all[..limit]);
    }
}
