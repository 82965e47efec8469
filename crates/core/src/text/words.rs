//! A text as words, and each word in every form in which it may be sought.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::digits::DigitRun;
use super::letters::{self, Sound};

/// How many letters of a word are tried in all their readings; the rest has one.
const LETTERS_TRIED: usize = 3;

/// A stretch of the source, in code points.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    /// From the beginning of the first to the end of the last of `spans`.
    pub(crate) fn over(spans: &[Self]) -> Self {
        match (spans.first(), spans.last()) {
            (Some(first), Some(last)) => Self { start: first.start, end: last.end.max(first.end) },
            _ => Self::default(),
        }
    }
}

/// What a reading is a form of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// The likeliest reading of a word.
    First,
    /// Another reading of the same word.
    Other,
    /// A whole phone, made of the groups of digits up to this word.
    Phone,
}

/// One form of one word.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    /// Which form it is.
    pub(crate) form: Form,
    /// Whether the word has nothing but digits.
    pub(crate) is_number: bool,
    /// The folded bytes.
    pub(crate) bytes: &'a [u8],
    /// For each byte, the place in the source that it stands for.
    pub(crate) spans: &'a [Span],
}

#[derive(Debug, Clone, Copy)]
struct Letter {
    character: char,
    span: Span,
}

/// Reads the words of `text` in order and gives every form of each to `visit`, the likeliest first.
pub(crate) fn read_words(text: &str, visit: &mut dyn FnMut(&Reading<'_>)) {
    let mut reader = Reader::default();
    for (position, character) in text.chars().enumerate() {
        if is_ignored(character) {
            if let Some(last) = reader.letters.last_mut() {
                last.span.end = position + 1;
            }
        } else if character.is_alphanumeric() {
            reader.push_character(character, position);
        } else {
            reader.finish_word(visit);
            reader.separate(character, visit);
        }
    }
    reader.finish_word(visit);
    reader.finish_number(visit);
}

/// Accents that follow their letter, and what may stand unseen within a word.
fn is_ignored(character: char) -> bool {
    !character.is_ascii()
        && (is_combining_mark(character)
            || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
}

#[derive(Debug, Default)]
struct Reader {
    letters: Vec<Letter>,
    sounds: Vec<Sound>,
    bytes: Vec<u8>,
    spans: Vec<Span>,
    number: DigitRun,
}

impl Reader {
    /// Adds a letter in lower case without accents (a ligature is several).
    fn push_character(&mut self, character: char, position: usize) {
        let span = Span { start: position, end: position + 1 };
        if character.is_ascii() || matches!(character, 'А'..='я') {
            let lower = character.to_lowercase();
            self.letters.extend(lower.map(|character| Letter { character, span }));
            return;
        }
        let plain = std::iter::once(character)
            .nfkd()
            .flat_map(char::to_lowercase)
            .filter(|part| part.is_alphanumeric() && !is_ignored(*part));
        self.letters.extend(plain.map(|character| Letter { character, span }));
    }

    fn separate(&mut self, character: char, visit: &mut dyn FnMut(&Reading<'_>)) {
        if character == '+' || !self.number.continues_over(character) {
            self.finish_number(visit);
            self.number.restart(character == '+');
        }
    }

    fn finish_word(&mut self, visit: &mut dyn FnMut(&Reading<'_>)) {
        if self.letters.is_empty() {
            return;
        }
        let is_number = self.letters.iter().all(|letter| letter.character.is_ascii_digit());
        if !is_number {
            self.finish_number(visit);
            self.number.restart(false);
        }
        self.find_sounds();
        self.give_readings(is_number, visit);
        if is_number {
            let digits = self.letters.iter().filter_map(|letter| {
                let digit = u8::try_from(letter.character).ok()?;
                Some((digit, letter.span))
            });
            self.number.push_group(digits);
        }
        self.letters.clear();
    }

    /// Gives the forms of the phone that the last groups of digits may be, as forms of the last word.
    fn finish_number(&mut self, visit: &mut dyn FnMut(&Reading<'_>)) {
        if self.number.is_empty() {
            return;
        }
        self.number.forms(&mut |bytes, spans| {
            visit(&Reading { form: Form::Phone, is_number: true, bytes, spans });
        });
    }

    fn find_sounds(&mut self) {
        let letters = &self.letters;
        let keyboard = letters.iter().any(|letter| letter.character.is_ascii_lowercase())
            && !letters.iter().any(|letter| letters::is_cyrillic(letter.character));
        let at = |index: usize| letters.get(index).map(|letter| letter.character);
        self.sounds.clear();
        self.sounds.extend(letters.iter().enumerate().map(|(index, letter)| {
            let previous = index.checked_sub(1).and_then(at);
            letters::sound(previous, letter.character, at(index + 1), keyboard)
        }));
        let beginning = letters.iter().map(|letter| letter.character).take(4);
        if beginning.eq("bulg".chars())
            && let Some(sound) = self.sounds.get_mut(1)
        {
            *sound = letters::U_OF_BULGARIA;
        }
        self.limit_choices();
    }

    /// Leaves the first letters their choice, and always the last one, which the next keystroke may decide.
    fn limit_choices(&mut self) {
        let last = self.sounds.len().saturating_sub(1);
        let mut tried = 0;
        for (index, sound) in self.sounds.iter_mut().enumerate() {
            if let Sound::Choice { otherwise, .. } = *sound {
                tried += 1;
                if tried > LETTERS_TRIED && index < last {
                    *sound = Sound::Fixed(otherwise);
                }
            }
        }
    }

    fn give_readings(&mut self, is_number: bool, visit: &mut dyn FnMut(&Reading<'_>)) {
        let count: usize = self.sounds.iter().map(choices).product();
        for number in 0..count {
            self.write_reading(number);
            visit(&Reading {
                form: if number == 0 { Form::First } else { Form::Other },
                is_number,
                bytes: &self.bytes,
                spans: &self.spans,
            });
        }
    }

    /// Writes the reading with the given number: its digits, in the mixed radix of the choices, are the choices made.
    fn write_reading(&mut self, mut number: usize) {
        self.bytes.clear();
        self.spans.clear();
        for (sound, letter) in self.sounds.iter().zip(&self.letters) {
            let mut buffer = [0; 4];
            let added: &str = match sound {
                Sound::Fixed(fixed) => fixed,
                Sound::Own(character) => character.encode_utf8(&mut buffer),
                Sound::Choice { readings, otherwise } => {
                    let chosen = readings.get(number % readings.len().max(1));
                    number /= readings.len().max(1);
                    chosen.unwrap_or(otherwise)
                }
            };
            for byte in added.bytes() {
                push_byte(byte, letter.span, &mut self.bytes, &mut self.spans);
            }
            if added == "i"
                && let Some(last) = self.spans.last_mut()
            {
                last.end = letter.span.end;
            }
        }
    }
}

fn choices(sound: &Sound) -> usize {
    match sound {
        Sound::Choice { readings, .. } => readings.len().max(1),
        Sound::Fixed(_) | Sound::Own(_) => 1,
    }
}

/// Adds a byte; «иа», «ия» and "ya" meet by one i for several, "tz" and "ts" by s after t.
fn push_byte(byte: u8, span: Span, bytes: &mut Vec<u8>, spans: &mut Vec<Span>) {
    match (bytes.last(), byte) {
        (Some(b'i'), b'i') => {}
        (Some(b't'), b'z') => {
            bytes.push(b's');
            spans.push(span);
        }
        _ => {
            bytes.push(byte);
            spans.push(span);
        }
    }
}
