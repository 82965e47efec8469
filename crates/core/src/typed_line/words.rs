//! A line cut into words, and a place among them from which something is read.

use std::ops::Range;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing but room.
    None,
    /// A comma.
    Comma,
    /// A quotation mark.
    Quote,
    /// Another mark that parts two thoughts.
    Mark,
}

/// A word of a line: letters and figures with what belongs between them (`14:30`, `24.11.`, `2+1`), or a sign that says
/// something by itself (`@`, `!!`, `-`).
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
    /// In small letters, with plain dashes and without full stops behind.
    pub(super) lower: String,
    /// What parts it from the word before.
    pub(super) gap: Gap,
    /// Whether it stands right behind the word before, without room.
    pub(super) attached: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether it belongs to something that was read, or is to stay as it is.
    pub(super) taken: bool,
}

/// What parts words.
const MARKS: &str = ",;?()[]{}…|·•";

/// What stands around words that are cited.
pub(super) const QUOTES: &str = "„“”\"«»";

pub(super) const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—' | '−')
}

/// Cuts a line into its words.
pub(super) fn words(line: &str) -> Vec<Word> {
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    let mut cut = Cutting { line, words: Vec::new(), start: None, gap: Gap::None, room: true };
    for (index, (at, letter)) in letters.iter().copied().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before)).map(|(_, letter)| *letter);
        let next = letters.get(index + 1).map(|(_, letter)| *letter);
        cut.letter(at, letter, before, next);
    }
    cut.finish(line.len());
    cut.words
}

struct Cutting<'a> {
    line: &'a str,
    words: Vec<Word>,
    start: Option<usize>,
    gap: Gap,
    room: bool,
}

impl Cutting<'_> {
    fn letter(&mut self, at: usize, letter: char, before: Option<char>, next: Option<char>) {
        let digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
        let plain = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
        let within = plain(before) && plain(next);
        let letters = |one: Option<char>| one.is_some_and(char::is_alphabetic);
        if letter.is_whitespace() {
            self.finish(at);
            self.room = true;
        } else if letter == '!' {
            if before != Some('!') {
                self.finish(at);
                self.start = Some(at);
            }
            if next != Some('!') {
                self.finish(at + 1);
            }
        } else if matches!(letter, ',' | ':') && digit(before) && digit(next) {
            self.start.get_or_insert(at);
        } else if letter == ':' || MARKS.contains(letter) || QUOTES.contains(letter) {
            self.finish(at);
            let mark = match letter {
                ',' => Gap::Comma,
                letter if QUOTES.contains(letter) => Gap::Quote,
                _ => Gap::Mark,
            };
            self.gap = if self.gap == Gap::None { mark } else { Gap::Mark };
        } else if (is_dash(letter) || matches!(letter, '@' | '+')) && !within {
            self.finish(at);
            self.start = Some(at);
            self.finish(at + letter.len_utf8());
        } else if letter == '/' && (!within || (letters(before) && letters(next))) {
            self.finish(at);
            self.gap = Gap::Mark;
        } else {
            self.start.get_or_insert(at);
        }
    }

    fn finish(&mut self, end: usize) {
        let Some(start) = self.start.take() else { return };
        let Some(text) = self.line.get(start..end) else { return };
        let lower: String = text.to_lowercase().chars().map(|one| if is_dash(one) { '-' } else { one }).collect();
        let lower = lower.trim_matches('.').to_owned();
        if lower.is_empty() {
            self.gap = Gap::Mark;
            return;
        }
        self.words.push(Word {
            at: start..end,
            lower,
            gap: self.gap,
            attached: !self.room && self.gap == Gap::None,
            capital: text.chars().next().is_some_and(char::is_uppercase),
            taken: false,
        });
        (self.gap, self.room) = (Gap::None, false);
    }
}

/// A place among the words of a line. What was read already, or stands behind a mark, is not seen from it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'w> {
    words: &'w [Word],
    start: usize,
    at: usize,
}

impl<'w> Cursor<'w> {
    /// The word with this number.
    pub(super) const fn new(words: &'w [Word], at: usize) -> Self {
        Self { words, start: at, at }
    }

    /// The number of the word at which it stands.
    pub(super) const fn place(self) -> usize {
        self.at
    }

    /// The word before the one here, whatever stands between them; empty at the beginning.
    pub(super) fn before(self) -> &'w str {
        self.at.checked_sub(1).and_then(|at| self.words.get(at)).map_or("", |word| word.lower.as_str())
    }

    /// The word here; empty at the end, before a mark, and where the word is taken.
    pub(super) fn word(self) -> &'w str {
        self.ahead(0)
    }

    /// The word so many words on.
    pub(super) fn ahead(self, count: usize) -> &'w str {
        let seen = (self.at..=self.at + count).all(|at| {
            self.words.get(at).is_some_and(|word| !word.taken && (at == self.start || word.gap == Gap::None))
        });
        self.words.get(self.at + count).filter(|_| seen).map_or("", |word| word.lower.as_str())
    }

    /// The word behind a comma.
    pub(super) fn behind_comma(self) -> &'w str {
        let word = self.words.get(self.at).filter(|word| !word.taken && word.gap == Gap::Comma);
        word.map_or("", |word| word.lower.as_str())
    }

    /// So many words on.
    #[must_use]
    pub(super) const fn on(self, count: usize) -> Self {
        Self { words: self.words, start: self.start, at: self.at + count }
    }

    /// The same place, from which the word behind a comma is seen.
    #[must_use]
    pub(super) const fn afresh(self) -> Self {
        Self { words: self.words, start: self.at, at: self.at }
    }

    /// Goes on if the word here is one of these.
    pub(super) fn eat(&mut self, any: &[&str]) -> bool {
        let found = !self.word().is_empty() && any.contains(&self.word());
        if found {
            self.at += 1;
        }
        found
    }

    /// Goes on if these words, parted by single spaces, stand here.
    pub(super) fn eat_phrase(&mut self, phrase: &str) -> bool {
        let mut count = 0;
        for word in phrase.split(' ') {
            if self.ahead(count) != word {
                return false;
            }
            count += 1;
        }
        self.at += count;
        true
    }

    /// Goes on over the first of these phrases that stands here, and gives its number.
    pub(super) fn eat_any(&mut self, phrases: &[&str]) -> Option<usize> {
        (0..phrases.len()).find(|number| phrases.get(*number).is_some_and(|phrase| self.eat_phrase(phrase)))
    }

    /// Whether nothing more is seen from here.
    pub(super) fn ends(self) -> bool {
        self.word().is_empty()
    }
}

/// A word parted into the figures at its beginning and the rest; nothing without figures or with more than nine.
pub(super) fn figures(word: &str) -> Option<(u32, usize, &str)> {
    let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
    let (figures, rest) = word.split_at_checked(end)?;
    if end > 9 {
        return None;
    }
    Some((figures.parse().ok()?, end, rest))
}

#[cfg(test)]
mod tests {
    use super::{Cursor, words};

    fn cut(line: &str) -> Vec<String> {
        words(line).into_iter().map(|word| word.lower).collect()
    }

    #[test]
    fn words_keep_what_belongs_between_their_letters_and_figures() {
        assert_eq!(cut("Утре, в 14:30 ч. – Мария!!"), ["утре", "в", "14:30", "ч", "-", "мария", "!!"]);
        assert_eq!(cut("24.11. 24/11 14–15:30 2+1 1,5 ч"), ["24.11", "24/11", "14-15:30", "2+1", "1,5", "ч"]);
        assert_eq!(cut("@офиса (Анна-Мария) a@b.bg 5-и"), ["@", "офиса", "анна-мария", "a@b.bg", "5-и"]);
        assert_eq!(cut("важно: виж... -3"), ["важно", "виж", "-", "3"]);
        assert_eq!(cut(" … "), Vec::<String>::new());
    }

    #[test]
    fn nothing_is_seen_behind_a_mark() {
        let cut = words("до 5, май");
        let cursor = Cursor::new(&cut, 0);
        assert_eq!((cursor.word(), cursor.ahead(1), cursor.ahead(2)), ("до", "5", ""));
        assert_eq!(cursor.on(2).behind_comma(), "май");
    }
}
