//! Where something is: what stands behind `@`, and behind «в» or "at" where that leads to no time.

use std::ops::Range;

use super::words::{Gap, Word};

/// Most words of a place.
const LONGEST: usize = 5;

/// Words at which a place is over.
const AFTER: [&str; 31] = [
    "с",
    "със",
    "на",
    "за",
    "от",
    "до",
    "при",
    "и",
    "да",
    "към",
    "по",
    "в",
    "във",
    "без",
    "заради",
    "относно",
    "че",
    "ако",
    "with",
    "for",
    "about",
    "to",
    "from",
    "and",
    "at",
    "in",
    "on",
    "by",
    "re",
    "because",
    "if",
];

/// Words behind "at" and «в» that are no place.
const NO_PLACE: [&str; 25] = [
    "момента",
    "края",
    "началото",
    "средата",
    "ред",
    "случай",
    "отговор",
    "която",
    "който",
    "които",
    "какво",
    "него",
    "нея",
    "тях",
    "първо",
    "least",
    "last",
    "first",
    "once",
    "all",
    "any",
    "it",
    "them",
    "this",
    "that",
];

/// A place: the words that say it, `@` or «в» among them, and where the place itself begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidPlace {
    /// The words, by their numbers.
    pub(super) words: Range<usize>,
    /// The first word of the place itself.
    pub(super) from: usize,
}

/// A place that begins with the word with this number; `led` also by «в» and "at".
pub(super) fn place(words: &[Word], at: usize, led: bool) -> Option<SaidPlace> {
    let lead = words.get(at).filter(|word| !word.taken)?;
    let sign = lead.lower == "@";
    let preposition = led && matches!(lead.lower.as_str(), "в" | "във" | "at");
    if !sign && !preposition {
        return None;
    }
    let mut from = at + 1;
    if !sign && words.get(from).is_some_and(|word| matches!(word.lower.as_str(), "the" | "a")) {
        from += 1;
    }
    // One quotation may begin within: «кафе „Старинен файтон“»; where it ends the place is over.
    let mut quoted = words.get(from).is_some_and(|word| word.gap == Gap::Quote);
    let mut end = from;
    while let Some(word) = words.get(end).filter(|_| end < from + LONGEST) {
        let stops = word.taken || word.lower.starts_with('!') || matches!(word.lower.as_str(), "@" | "-");
        let opens = word.gap == Gap::Quote && !quoted;
        let marked = word.gap != Gap::None && !opens;
        let led_on = AFTER.contains(&word.lower.as_str()) && !opens;
        if stops || (end > from && (marked || led_on)) {
            break;
        }
        quoted |= opens;
        end += 1;
    }
    let first = words.get(from).filter(|_| end > from)?;
    let no_place = NO_PLACE.contains(&first.lower.as_str()) || AFTER.contains(&first.lower.as_str());
    let number = first.lower.starts_with(|letter: char| letter.is_ascii_digit());
    (sign || !(no_place || number)).then_some(SaidPlace { words: at..end, from })
}
