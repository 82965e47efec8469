//! The part of a text that shows a match.

use std::ops::Range;

const CUT: char = '…';

/// A part of a text on one line, with the marked parts of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The part; «…» where the text was cut, a space for each line break.
    pub text: String,
    /// What is marked, in code points of [`Snippet::text`].
    pub marks: Vec<Range<usize>>,
}

impl Snippet {
    /// At most about `width` code points of `text` around the first of `marks` (code points of `text`), from word to word.
    #[must_use]
    pub fn around(text: &str, marks: &[Range<usize>], width: usize) -> Self {
        let characters: Vec<char> =
            text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
        let shown = window(&characters, marks.first(), width);
        let mut snippet = String::new();
        if shown.start > 0 {
            snippet.push(CUT);
        }
        let offset = usize::from(shown.start > 0);
        snippet.extend(characters.get(shown.clone()).unwrap_or_default());
        if shown.end < characters.len() {
            snippet.push(CUT);
        }
        let marks = marks.iter().filter_map(|mark| {
            let start = mark.start.max(shown.start);
            let end = mark.end.min(shown.end);
            (start < end).then(|| start - shown.start + offset..end - shown.start + offset)
        });
        Self { text: snippet, marks: marks.collect() }
    }
}

/// Which characters to show: a third of what is left over stands before the mark.
fn window(characters: &[char], mark: Option<&Range<usize>>, width: usize) -> Range<usize> {
    let length = characters.len();
    if length <= width {
        return 0..length;
    }
    let mark_start = mark.map_or(0, |mark| mark.start.min(length));
    let mark_end = mark.map_or(0, |mark| mark.end.clamp(mark_start, length));
    let spare = width.saturating_sub(mark_end - mark_start);
    let earliest = mark_start.saturating_sub(spare / 3).min(length.saturating_sub(width));
    let start = word_start(characters, earliest, mark_start);
    let latest = start.saturating_add(width).clamp(mark_end.min(start.saturating_add(width)), length);
    start..word_end(characters, start, latest, mark_end)
}

/// The first beginning of a word from `from` on, if it comes before the mark.
fn word_start(characters: &[char], from: usize, mark_start: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let before = characters.get(from - 1..mark_start).unwrap_or_default();
    match before.iter().position(|character| character.is_whitespace()) {
        Some(offset) => from + offset,
        None => from.min(mark_start),
    }
}

/// The last end of a word up to `until`, if it comes after the mark.
fn word_end(characters: &[char], start: usize, until: usize, mark_end: usize) -> usize {
    if until >= characters.len() {
        return characters.len();
    }
    let from = mark_end.max(start).min(until);
    let after = characters.get(from..=until).unwrap_or_default();
    match after.iter().rposition(|character| character.is_whitespace()) {
        Some(offset) => from + offset,
        None => until,
    }
}
