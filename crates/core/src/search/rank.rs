//! How well a record matches.

use memchr::{memchr, memchr_iter};

use super::query::{Pattern, Query, Term, WORD};

/// Follows a word's reading when another reading of the same word comes.
pub(super) const OTHER_READING: u8 = 0x02;
/// Parts the texts of a record.
pub(super) const NEXT_TEXT: u8 = 0x03;

/// How a record matches, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchClass {
    /// The words typed are the whole name or title, in any order.
    WholeName,
    /// All words begin words of the name, one of them its first.
    FirstWord,
    /// All words begin words of the name.
    AnyWord,
    /// A word is found in another text only.
    OtherText,
    /// Digits are found in the middle of a number only.
    InsideNumber,
}

/// A record's match: compared, the better is the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    pub(super) class: MatchClass,
    /// How many of the sought words are beginnings and no whole words.
    unfinished: usize,
}

/// Where a pattern was found: compared, the better is the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    place: MatchClass,
    unfinished: bool,
    position: usize,
}

/// A record's folded bytes with the end of its first text.
#[derive(Debug, Clone, Copy)]
struct Folded<'a> {
    bytes: &'a [u8],
    main: &'a [u8],
}

/// How the folded record matches the query, and which of its texts shows why; None if a term is missing.
pub(super) fn score(bytes: &[u8], query: &Query) -> Option<(Score, usize)> {
    let main_end = memchr(NEXT_TEXT, bytes).unwrap_or(bytes.len());
    let main = bytes.get(..main_end)?;
    let record = Folded { bytes, main };
    let mut worst: Option<Found> = None;
    let mut best = MatchClass::InsideNumber;
    let mut unfinished = 0;
    for term in &query.terms {
        let found = find_term(record, term)?;
        unfinished += usize::from(found.unfinished);
        best = best.min(found.place);
        let lower = worst.is_none_or(|worst| found.place > worst.place);
        worst = if lower { Some(found) } else { worst };
    }
    let worst = worst?;
    let class = match worst.place {
        _ if worst.position >= main.len() => worst.place,
        MatchClass::InsideNumber => MatchClass::InsideNumber,
        _ if unfinished == 0 && count_words(main) == query.terms.len() => MatchClass::WholeName,
        _ => best,
    };
    let text = memchr_iter(NEXT_TEXT, bytes.get(..worst.position)?).count();
    Some((Score { class, unfinished }, text))
}

/// The best of a term's alternatives, each as good as its worst pattern.
fn find_term(record: Folded<'_>, term: &Term) -> Option<Found> {
    let alternatives = term.alternatives.iter().filter_map(|patterns| {
        let found = patterns.iter().map(|pattern| find_pattern(record, pattern));
        let all: Option<Found> = found.reduce(|one, other| Some(one?.max(other?))).flatten();
        all
    });
    alternatives.min()
}

fn find_pattern(record: Folded<'_>, pattern: &Pattern) -> Option<Found> {
    let mut best: Option<Found> = None;
    for position in pattern.finder.find_iter(record.bytes) {
        let found = judge(record, pattern, position);
        if best.is_none_or(|best| found < best) {
            best = Some(found);
        }
        if found.place == MatchClass::FirstWord && !found.unfinished {
            break;
        }
    }
    best
}

fn judge(record: Folded<'_>, pattern: &Pattern, position: usize) -> Found {
    let byte_at = |index: usize| record.bytes.get(index).copied();
    let before = position.checked_sub(1).and_then(byte_at);
    let begins_word = !pattern.inside || before == Some(WORD);
    let place = if !begins_word {
        MatchClass::InsideNumber
    } else if position >= record.main.len() {
        MatchClass::OtherText
    } else if is_first_word(record.main, position) {
        MatchClass::FirstWord
    } else {
        MatchClass::AnyWord
    };
    let after = byte_at(position + pattern.finder.needle().len());
    let ends_word = matches!(after, None | Some(WORD | OTHER_READING | NEXT_TEXT));
    Found { place, unfinished: !(begins_word && ends_word), position }
}

/// Whether the match at `position` stands in the first word, in whichever reading.
fn is_first_word(main: &[u8], position: usize) -> bool {
    let until = main.get(..=position).unwrap_or(main);
    until.windows(2).all(|pair| !matches!(pair, [before, WORD] if *before != OTHER_READING))
}

fn count_words(main: &[u8]) -> usize {
    let begins = main.first().map_or(0, |first| usize::from(*first == WORD));
    let further = main.windows(2).filter(|pair| matches!(pair, [before, WORD] if *before != OTHER_READING));
    begins + further.count()
}
