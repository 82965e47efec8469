//! What one letter says in the common Latin form that every spelling is folded to.
//!
//! The form is the official Bulgarian transliteration with и, й, ь, y and j as one `i` (я = `ia`, ю = `iu`). A Latin
//! letter that people use for two Bulgarian ones (j for ж and й, y for ъ and й, c for ц and к, x for х and кс,
//! 4 and 6 for ч and ш or themselves) has several readings.

/// What a letter adds to the folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sound {
    /// Always the same.
    Fixed(&'static str),
    /// One of several, likeliest first; `otherwise` where a word has too many such letters to try them all.
    Choice { readings: &'static [&'static str], otherwise: &'static str },
    /// A letter of another script, as it is.
    Own(char),
}

const fn choice(readings: &'static [&'static str], otherwise: &'static str) -> Sound {
    Sound::Choice { readings, otherwise }
}

/// The sound of `letter` (lower case, without accents) between its neighbours in the word; `keyboard` where 4 and 6
/// stand for ч and ш.
///
/// A neighbour on the right may only narrow the readings that the letter has at the end of a word: what is typed so
/// far must stay a beginning of the word that it becomes.
pub(super) fn sound(previous: Option<char>, letter: char, next: Option<char>, keyboard: bool) -> Sound {
    if let Some(fixed) = cyrillic(letter).or_else(|| foreign(letter)) {
        return Sound::Fixed(fixed);
    }
    match letter {
        'y' => sound_of_y(previous, next),
        'j' if previous == Some('d') || matches!(next, Some('i' | 'e')) => choice(&["zh", "i"], "zh"),
        'j' => choice(&["i", "zh"], "zh"),
        'x' => choice(&["h", "ks"], "h"),
        'c' => match next {
            Some('h') => Sound::Fixed("c"),
            Some('k') => Sound::Fixed(""),
            Some(_) => choice(&["ts", "k"], "ts"),
            None => choice(&["ts", "k", "c"], "ts"),
        },
        'q' => Sound::Fixed("ia"),
        'w' => Sound::Fixed("v"),
        '4' if keyboard => choice(&["ch", "4"], "4"),
        '6' if keyboard => choice(&["sh", "6"], "6"),
        other => Sound::Own(other),
    }
}

/// й beside a vowel («Ivaylo», «Stoyan»); between consonants rather ъ («Petyr»).
fn sound_of_y(previous: Option<char>, next: Option<char>) -> Sound {
    if previous.is_some_and(is_vowel) || next.is_some_and(is_vowel) {
        Sound::Fixed("i")
    } else if previous.is_some() && next.is_some() {
        choice(&["a", "i"], "i")
    } else {
        choice(&["i", "a"], "i")
    }
}

/// The first u of "Bulgaria", which the law on transliteration excepts from ъ = a.
pub(super) const U_OF_BULGARIA: Sound = choice(&["a", "u"], "u");

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'q' | 'а' | 'е' | 'и' | 'о' | 'у' | 'ъ' | 'ю' | 'я')
}

/// Whether the letter belongs to the Cyrillic script.
pub(super) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// The Latin form of a Cyrillic letter: Bulgarian, then those of the neighbours.
const fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ъ' | 'ѫ' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' | 'ѣ' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ь' | 'ы' | 'і' | 'ј' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ю' => "iu",
        'я' => "ia",
        'ђ' | 'џ' => "dzh",
        'љ' => "li",
        'њ' => "ni",
        _ => return None,
    })
}

/// The plain form of Latin letters that do not decompose into a letter and an accent.
const fn foreign(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'ł' => "l",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ς' => "σ",
        _ => return None,
    })
}
