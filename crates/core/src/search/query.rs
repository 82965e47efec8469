//! What was typed, made ready to be sought.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::text::digits::joins_groups;
use crate::text::words::{Form, Reading, Span, read_words};

/// Stands before every word in the index, and so in what is sought at the beginning of words.
pub(super) const WORD: u8 = b' ';
/// From how many digits on a number is sought inside words, too.
const DIGITS_INSIDE: usize = 3;
/// Most digits that are taken for one number.
const MOST_DIGITS: usize = 15;

/// A query: words in any order, each a beginning of a word; digits, with or without spaces, a part of a number.
#[derive(Debug, Clone)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// Something that must be found.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Each alternative is a set of patterns that must all be found; a better one stands before.
    pub(super) alternatives: Vec<Vec<Pattern>>,
}

/// Folded bytes that are sought.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Finds the bytes; those of a word's beginning include [`WORD`].
    pub(super) finder: Finder<'static>,
    /// Whether it may stand inside a word.
    pub(super) inside: bool,
}

impl Pattern {
    fn new(bytes: &[u8], inside: bool) -> Self {
        let finder =
            if inside { Finder::new(bytes).into_owned() } else { Finder::new(&[&[WORD], bytes].concat()).into_owned() };
        Self { finder, inside }
    }

    fn of_digits(digits: &[u8]) -> Self {
        Self::new(digits, digits.len() >= DIGITS_INSIDE)
    }

    /// Which of a word's bytes match.
    fn find_in_word(&self, word: &[u8]) -> Option<Range<usize>> {
        let needle = self.finder.needle();
        if self.inside {
            let start = self.finder.find(word)?;
            Some(start..start + needle.len())
        } else {
            let beginning = needle.get(1..)?;
            word.starts_with(beginning).then_some(0..beginning.len())
        }
    }
}

#[derive(Debug)]
struct TypedWord {
    readings: Vec<Vec<u8>>,
    is_number: bool,
    span: Span,
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let words = typed_words(typed);
        let characters: Vec<char> = typed.chars().collect();
        let mut terms = Vec::new();
        let mut sought: Vec<&[Vec<u8>]> = Vec::new();
        let mut rest = words.as_slice();
        while let Some((word, others)) = rest.split_first() {
            if word.is_number {
                let groups = 1 + others
                    .iter()
                    .zip(rest)
                    .take_while(|(next, word)| next.is_number && is_one_number(&characters, word.span, next.span))
                    .count();
                let (number, others) = rest.split_at(groups);
                terms.push(number_term(number));
                rest = others;
            } else {
                if !sought.contains(&word.readings.as_slice()) {
                    terms.push(word_term(word));
                    sought.push(&word.readings);
                }
                rest = others;
            }
        }
        Self { terms }
    }

    /// Whether nothing is sought (no letter and no digit was typed).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether every word that was typed is found in `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let mut missing: Vec<&Term> = self.terms.iter().collect();
        read_words(text, &mut |reading| missing.retain(|term| term.mark(reading).is_none()));
        missing.is_empty()
    }

    /// The parts of `text` that match, in code points, in order and apart from each other.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        read_words(text, &mut |reading| {
            for term in &self.terms {
                found.extend(term.mark(reading));
            }
        });
        found.sort_unstable_by_key(|mark: &Range<usize>| (mark.start, mark.end));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for mark in found {
            match marks.last_mut() {
                Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
                _ => marks.push(mark),
            }
        }
        marks
    }
}

impl Term {
    /// What of a word of the source matches.
    fn mark(&self, reading: &Reading<'_>) -> Option<Range<usize>> {
        let mut patterns = self.alternatives.iter().flatten();
        let bytes = patterns.find_map(|pattern| pattern.find_in_word(reading.bytes))?;
        let span = Span::over(reading.spans.get(bytes)?);
        (span.start < span.end).then_some(span.start..span.end)
    }
}

fn typed_words(typed: &str) -> Vec<TypedWord> {
    let mut words: Vec<TypedWord> = Vec::new();
    read_words(typed, &mut |reading| match (reading.form, words.last_mut()) {
        (Form::First, _) => words.push(TypedWord {
            readings: vec![reading.bytes.to_vec()],
            is_number: reading.is_number,
            span: Span::over(reading.spans),
        }),
        (Form::Other, Some(word)) if !word.readings.iter().any(|known| known == reading.bytes) => {
            word.readings.push(reading.bytes.to_vec());
        }
        _ => {}
    });
    words
}

/// Whether two groups of digits are parted only by what parts the groups of a phone.
fn is_one_number(characters: &[char], left: Span, right: Span) -> bool {
    characters
        .get(left.end..right.start)
        .is_some_and(|between| between.iter().all(|character| joins_groups(*character)))
}

fn word_term(word: &TypedWord) -> Term {
    let readings = word.readings.iter();
    Term { alternatives: readings.map(|reading| vec![Pattern::new(reading, false)]).collect() }
}

/// A number is sought as a whole and, when typed in groups, by its groups, too (a date is no phone).
fn number_term(groups: &[TypedWord]) -> Term {
    let parts: Vec<&[u8]> = groups.iter().filter_map(|group| group.readings.first()).map(Vec::as_slice).collect();
    let joined = parts.concat();
    let whole = match joined.strip_prefix(b"00") {
        Some(international) if international.len() >= DIGITS_INSIDE => international,
        _ => &joined,
    };
    let mut alternatives = Vec::new();
    if whole.len() <= MOST_DIGITS || parts.len() == 1 {
        alternatives.push(vec![Pattern::of_digits(whole)]);
    }
    if parts.len() > 1 {
        alternatives.push(parts.iter().map(|part| Pattern::of_digits(part)).collect());
    }
    Term { alternatives }
}
