//! How the index follows changes, what is marked, and what holds for any text.

use proptest::prelude::*;

use super::{Document, Group, Query, SearchIndex, Snippet, newest_first};

fn insert(index: &mut SearchIndex<u32>, id: u32, main: &str, other: &str) {
    index.insert(&Document {
        id,
        group: if id.is_multiple_of(2) { Group::Person } else { Group::Entry },
        rank: u64::from(id),
        main,
        others: &[other],
    });
}

fn found(index: &SearchIndex<u32>, query: &str) -> Vec<u32> {
    index.search(&Query::parse(query), 1_000).iter().map(|hit| hit.id).collect()
}

#[test]
fn all_words_are_in_a_text_or_it_is_not_meant() {
    assert!(Query::parse("ask for").is_in("Ask for a phone"));
    assert!(Query::parse("телеф").is_in("Питай за телефон"));
    assert!(!Query::parse("ask for").is_in("Ready words for"));
    assert!(Query::parse(" ").is_in("anything"));
}

/// The marked parts, each in brackets.
fn marked(query: &str, text: &str) -> String {
    let marks = Query::parse(query).marks(text);
    let mut result = String::new();
    for (position, character) in text.chars().enumerate() {
        if marks.iter().any(|mark| mark.start == position) {
            result.push('[');
        }
        result.push(character);
        if marks.iter().any(|mark| mark.end == position + 1) {
            result.push(']');
        }
    }
    result
}

#[test]
fn the_matching_part_is_marked_in_either_script() {
    for (query, text, expected) in [
        ("mari", "Мария Петрова", "[Мари]я Петрова"),
        ("mariq", "Мария Петрова", "[Мария] Петрова"),
        ("мария", "Maria Petrova", "[Maria] Petrova"),
        ("петр мар", "Мария Петрова", "[Мар]ия [Петр]ова"),
        ("s", "Щерю, Шишков", "[Щ]ерю, [Ш]ишков"),
        ("6te", "Среща с Щерю", "Среща с [Ще]рю"),
        ("gross", "Élodie Groß", "Élodie [Groß]"),
        ("georgi", "Георгий", "[Георгий]"),
        ("мари", "Мари\u{306}я", "[Мари\u{306}]я"),
        ("888123", "тел. +359 888 123 456", "тел. +359 [888 123] 456"),
        ("0888", "+359 888 123 456", "+[359 888] 123 456"),
        ("+359888", "0888 123 456", "[0888] 123 456"),
        ("мария", "Марин", "Марин"),
        ("", "Марин", "Марин"),
    ] {
        assert_eq!(marked(query, text), expected, "{query}");
    }
}

#[test]
fn a_replaced_record_is_found_by_its_new_words_only() {
    let mut index = SearchIndex::new();
    insert(&mut index, 2, "Мария Петрова", "Пловдив");
    insert(&mut index, 4, "Иван Петров", "Пловдив");
    insert(&mut index, 2, "Мария Иванова", "Русе");
    assert_eq!(found(&index, "петров"), [4]);
    assert_eq!(found(&index, "ruse"), [2]);
    assert_eq!(index.len(), 2);
    assert!(index.remove(&4) && !index.remove(&4));
    assert!(found(&index, "пловдив").is_empty());
}

#[test]
fn thousands_of_changes_do_not_let_the_index_grow() {
    let mut index = SearchIndex::new();
    for round in 0..200 {
        for id in 0..50 {
            insert(&mut index, id, &format!("Човек номер {id}"), &format!("обиколка {round}"));
        }
    }
    assert_eq!(index.len(), 50);
    assert!(index.folded_size() < 200_000, "{}", index.folded_size());
    assert_eq!(found(&index, "обиколка 199").len(), 50);
    assert!(found(&index, "обиколка 198").is_empty());
}

#[test]
fn the_newest_of_equals_comes_first() {
    assert!(newest_first(10) < newest_first(9));
    assert!(newest_first(0) < newest_first(-1));
    assert!(newest_first(i64::MAX) < newest_first(i64::MIN));
}

#[test]
fn a_snippet_is_cut_between_words_around_the_match() {
    let note = "Първо говорихме за времето и за децата,\nпосле попита за витамините и дали има нещо за сън";
    let snippet = Snippet::around(note, &Query::parse("vitamini").marks(note), 40);
    assert_eq!(snippet.text, "…попита за витамините и дали има нещо за…");
    let shown: Vec<char> = snippet.text.chars().collect();
    let marked: Vec<String> = snippet.marks.iter().map(|mark| shown[mark.clone()].iter().collect()).collect();
    assert_eq!(marked, ["витамини"]);
    let short = Snippet::around("Кафе\nс Мария", &[0..4, 7..12], 40);
    assert_eq!((short.text.as_str(), short.marks), ("Кафе с Мария", vec![0..4, 7..12]));
    assert_eq!(Snippet::around(note, &[], 12).text, "Първо…");
}

#[derive(Debug, Clone)]
enum Change {
    Insert(u32, String, String),
    Remove(u32),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (0..12_u32, "[абвгж ]{0,8}", "[abc14 ]{0,8}").prop_map(|(id, main, other)| Change::Insert(id, main, other)),
        1 => (0..12_u32).prop_map(Change::Remove),
    ]
}

proptest! {
    #[test]
    fn marks_and_snippets_stay_within_any_text(text in any::<String>(), query in any::<String>(), width in 0_usize..60) {
        let beginning: String = text.chars().take(3).collect();
        for query in [query, beginning] {
            let marks = Query::parse(&query).marks(&text);
            let length = text.chars().count();
            prop_assert!(marks.iter().all(|mark| mark.start < mark.end && mark.end <= length));
            prop_assert!(marks.is_sorted_by(|one, other| one.end <= other.start));
            let snippet = Snippet::around(&text, &marks, width);
            let length = snippet.text.chars().count();
            prop_assert!(length <= width.max(text.chars().count().min(width)) + 2);
            prop_assert!(snippet.marks.iter().all(|mark| mark.start < mark.end && mark.end <= length));
        }
    }

    #[test]
    fn a_record_is_found_and_marked_by_any_beginning_of_any_word(
        words in prop::collection::vec("[a-zA-Z46]{1,10}|[А-Яа-я]{1,10}|[a-zа-я0-9éßł]{1,8}|\\PC{1,6}", 1..5),
        chosen in any::<prop::sample::Index>(),
        length in 1_usize..12,
    ) {
        let text = words.join(" ");
        let beginning: String = chosen.get(&words).chars().take(length).collect();
        let query = Query::parse(&beginning);
        let mut index = SearchIndex::new();
        insert(&mut index, 1, "", &text);
        if !query.is_empty() {
            prop_assert_eq!(found(&index, &beginning), vec![1], "{} in {}", beginning, text);
            prop_assert!(!query.marks(&text).is_empty());
        }
    }

    #[test]
    fn after_any_changes_the_index_finds_what_a_new_one_would(changes in prop::collection::vec(change(), 0..40)) {
        let mut index = SearchIndex::new();
        let mut records = std::collections::BTreeMap::new();
        for change in changes {
            match change {
                Change::Insert(id, main, other) => {
                    insert(&mut index, id, &main, &other);
                    records.insert(id, (main, other));
                }
                Change::Remove(id) => prop_assert_eq!(index.remove(&id), records.remove(&id).is_some()),
            }
        }
        let mut fresh = SearchIndex::new();
        for (id, (main, other)) in &records {
            insert(&mut fresh, *id, main, other);
        }
        for query in ["а", "b", "ж", "аб", "14", "в a", "гж"] {
            prop_assert_eq!(found(&index, query), found(&fresh, query));
        }
    }
}
