//! What kind of entry a title speaks of: «Обади се на Мария» is a call. Only a guess, until a person says the kind.

use sponsor_core::model::EntryKind;

/// Beginnings of first words, in small letters.
const CALLS: [&str; 3] = ["обад", "обаж", "звън"];
const MEETINGS: [&str; 2] = ["срещ", "кафе"];
const MESSAGES: [&str; 1] = ["съобщ"];
/// Whole first words of English.
const CALL_WORDS: [&str; 4] = ["call", "calls", "ring", "phone"];
const MEETING_WORDS: [&str; 3] = ["meet", "meeting", "coffee"];
const MESSAGE_WORDS: [&str; 2] = ["message", "text"];

/// The kind that a title begins to speak of, if it does.
pub(super) fn said_kind(title: &str) -> Option<EntryKind> {
    let title = title.to_lowercase();
    let mut words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.find(|word| !matches!(*word, "да" | "to"))?;
    let says =
        |begins: &[&str], whole: &[&str]| begins.iter().any(|word| first.starts_with(word)) || whole.contains(&first);
    if says(&CALLS, &CALL_WORDS) {
        Some(EntryKind::Call)
    } else if says(&MEETINGS, &MEETING_WORDS) {
        Some(EntryKind::Meeting)
    } else if says(&MESSAGES, &MESSAGE_WORDS) {
        Some(EntryKind::Message)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use sponsor_core::model::EntryKind::{Call, Meeting, Message};

    use super::said_kind;

    #[test]
    fn the_first_word_of_a_title_says_its_kind() {
        for (title, kind) in [
            ("Call Maria", Some(Call)),
            ("Обади се на Мария", Some(Call)),
            ("Да звънна на Мария", Some(Call)),
            ("Звънни на Мария", Some(Call)),
            ("Среща с Мария", Some(Meeting)),
            ("Coffee with Maria", Some(Meeting)),
            ("Съобщение до Мария", Some(Message)),
            ("Callanetics с Мария", None),
            ("Каталог за Мария", None),
            ("", None),
        ] {
            assert_eq!(said_kind(title), kind, "«{title}»");
        }
    }
}
