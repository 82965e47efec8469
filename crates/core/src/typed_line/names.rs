//! The people whom the list knows, by every word that people call them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Person, PersonId};
use crate::query::People;
use crate::text::{fold, is_title, name_keys};

use super::words::{Gap, Word};

/// Names that people go by instead of their own.
const SHORT_NAMES: &str = include_str!("../../../../assets/content/short_names.txt");

/// Given names that are also ordinary words: in small letters they are the words.
const ALSO_WORDS: [&str; 80] = [
    "надежда",
    "вяра",
    "любов",
    "роза",
    "мира",
    "слава",
    "ради",
    "ели",
    "злата",
    "мая",
    "бойко",
    "благо",
    "радост",
    "цвят",
    "цвета",
    "калина",
    "малина",
    "явор",
    "ясен",
    "камен",
    "огнян",
    "пламен",
    "светла",
    "бистра",
    "мила",
    "добри",
    "весела",
    "мина",
    "пена",
    "рая",
    "стойка",
    "драга",
    "вила",
    "лоза",
    "ружа",
    "рада",
    "роса",
    "зора",
    "звезда",
    "невена",
    "люба",
    "дара",
    "сила",
    "лена",
    "дора",
    "сам",
    "том",
    "дан",
    "бен",
    "ким",
    "тед",
    "рой",
    "will",
    "may",
    "mark",
    "rose",
    "grace",
    "hope",
    "bill",
    "art",
    "sue",
    "pat",
    "joy",
    "faith",
    "dawn",
    "june",
    "april",
    "drew",
    "bob",
    "jack",
    "rob",
    "ray",
    "gene",
    "frank",
    "iris",
    "ivy",
    "lily",
    "olive",
    "pearl",
    "ruby",
];

/// How many people may fit before a choice between them helps nobody.
const MOST_CANDIDATES: usize = 20;

/// What a word is of a person's name, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Nickname,
    Given,
    Short,
    Family,
}

/// Everyone on the list by the words that they are called.
#[derive(Clone, Debug, Default)]
pub struct KnownNames {
    by_word: HashMap<String, Vec<(usize, Role)>>,
    people: Vec<Known>,
}

#[derive(Clone, Debug)]
struct Known {
    id: PersonId,
    full: String,
    /// On the user's own list, or registered.
    near: bool,
    initial: Option<char>,
}

/// A mention of a person in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// How many words it has.
    pub(super) count: usize,
    /// Who fits, the nearest first.
    pub(super) people: Vec<PersonId>,
    /// More than one name was said, so that it cannot be another word.
    pub(super) whole: bool,
}

/// What the words from a place on are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// People of the list.
    Known(Mention),
    /// So many words are a name that is not on the list.
    Stranger(usize),
    /// No name.
    Nobody,
}

/// What each short name stands for, both folded; and the other way round.
struct Shorts {
    full: HashMap<String, Vec<String>>,
    short: HashMap<String, Vec<String>>,
}

static SHORTS: LazyLock<Shorts> = LazyLock::new(|| {
    let mut shorts = Shorts { full: HashMap::new(), short: HashMap::new() };
    for line in SHORT_NAMES.lines().filter(|line| !line.starts_with('#')) {
        let Some((short, full)) = line.split_once(':') else { continue };
        let short = fold(short);
        for full in full.split(',').map(fold).filter(|full| *full != short) {
            shorts.short.entry(full.clone()).or_default().push(short.clone());
            shorts.full.entry(short.clone()).or_default().push(full);
        }
    }
    shorts
});

impl KnownNames {
    /// Everyone but the user.
    #[must_use]
    pub fn of(people: &People) -> Self {
        let me = people.settings().map(|settings| settings.me);
        Self::of_people(people.all().filter(|person| Some(person.id) != me).map(AsRef::as_ref))
    }

    /// These people.
    #[must_use]
    pub fn of_people<'a>(people: impl IntoIterator<Item = &'a Person>) -> Self {
        let mut known = Self::default();
        for person in people {
            known.add(person);
        }
        known
    }

    /// Whether nobody is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    fn add(&mut self, person: &Person) {
        let number = self.people.len();
        let family = person.name.family();
        self.people.push(Known {
            id: person.id,
            full: person.name.full(),
            near: person.is_mine() || person.registration.is_some(),
            initial: fold(family).chars().next(),
        });
        for (words, role) in
            [(person.nickname.as_str(), Role::Nickname), (person.name.given(), Role::Given), (family, Role::Family)]
        {
            for word in words.split_whitespace().filter(|word| !is_title(word)).flat_map(name_keys) {
                let known = self.by_word.entry(word).or_default();
                if !known.contains(&(number, role)) {
                    known.push((number, role));
                }
            }
        }
    }

    /// Who is called by a word, each in the surest way.
    fn called(&self, word: &str) -> HashMap<usize, Role> {
        let mut found: HashMap<usize, Role> = HashMap::new();
        let mut keep = |number: usize, role: Role| {
            let best = found.entry(number).or_insert(role);
            *best = (*best).min(role);
        };
        for key in name_keys(word) {
            for (number, role) in self.by_word.get(&key).into_iter().flatten() {
                keep(*number, *role);
            }
            let others = [SHORTS.full.get(&key), SHORTS.short.get(&key)];
            for (number, role) in
                others.into_iter().flatten().flatten().filter_map(|one| self.by_word.get(one)).flatten()
            {
                if *role == Role::Given {
                    keep(*number, Role::Short);
                }
            }
        }
        found
    }

    /// What the words from a place on are.
    pub(super) fn at(&self, line: &str, words: &[Word], at: usize) -> Named {
        let Some(first) = words.get(at).filter(|word| !word.taken && is_name_like(&word.lower)) else {
            return Named::Nobody;
        };
        let mut found = self.called(&first.lower);
        if found.is_empty() {
            return Named::Nobody;
        }
        let mut count = 1;
        while let Some(next) = words.get(at + count).filter(|next| !next.taken && next.gap == Gap::None && count < 4) {
            let narrower = self.narrowed(&found, next);
            if narrower.is_empty() {
                break;
            }
            found = narrower;
            count += 1;
        }
        let whole = count > 1;
        let best = found.values().min().copied();
        if !whole {
            if let Some(family) = stranger_behind(line, words, at) {
                // Two given names beside each other are two people.
                if !self.called(&family.lower).values().any(|role| *role != Role::Family) {
                    return Named::Stranger(2);
                }
            }
            let also_word = ALSO_WORDS.contains(&first.lower.as_str());
            if !first.capital && (also_word || best == Some(Role::Family)) {
                return Named::Nobody;
            }
        }
        found.retain(|_, role| Some(*role) == best || whole);
        Named::Known(Mention { count, people: self.ordered(found.into_keys()), whole })
    }

    /// Who of some is called by one more word, or by its initial: «Мария П.».
    fn narrowed(&self, found: &HashMap<usize, Role>, next: &Word) -> HashMap<usize, Role> {
        if next.capital && next.lower.chars().count() == 1 {
            let initial = fold(&next.lower).chars().next();
            let fits = |number: &usize| self.people.get(*number).is_some_and(|one| one.initial == initial);
            return found.iter().filter(|(number, _)| fits(number)).map(|(number, role)| (*number, *role)).collect();
        }
        let more = self.called(&next.lower);
        let both = found.iter().filter(|(number, role)| {
            // The same name said twice is two people, «Петър и Петър» apart.
            more.get(number).is_some_and(|other| other != *role || *other == Role::Given)
        });
        both.map(|(number, role)| (*number, *role)).collect()
    }

    /// Those on the user's own lists first, then by name.
    fn ordered(&self, numbers: impl Iterator<Item = usize>) -> Vec<PersonId> {
        let mut known: Vec<&Known> = numbers.filter_map(|number| self.people.get(number)).collect();
        known.sort_by(|one, other| {
            other.near.cmp(&one.near).then_with(|| one.full.cmp(&other.full)).then_with(|| one.id.cmp(&other.id))
        });
        known.into_iter().take(MOST_CANDIDATES).map(|one| one.id).collect()
    }

    /// A person's whole name; empty for one who is not known.
    #[must_use]
    pub fn full_name(&self, id: PersonId) -> &str {
        self.people.iter().find(|one| one.id == id).map_or("", |one| one.full.as_str())
    }
}

/// Whether a word may be a name at all.
fn is_name_like(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
        && word.chars().all(|one| one.is_alphabetic() || matches!(one, '-' | '\'' | '’'))
}

/// The family name behind a given name, where one follows that nobody known by the given name has.
fn stranger_behind<'w>(line: &str, words: &'w [Word], at: usize) -> Option<&'w Word> {
    const ENDINGS: [&str; 16] =
        ["ов", "ев", "ова", "ева", "ски", "ска", "ин", "ина", "ич", "ян", "ev", "ov", "ova", "eva", "ski", "ska"];
    let next = words.get(at + 1).filter(|next| !next.taken && next.gap == Gap::None && next.capital)?;
    let letters = line.get(next.at.clone())?;
    let all_capitals = letters.chars().count() > 1 && !letters.chars().any(char::is_lowercase);
    let latin = next.lower.chars().all(|one| one.is_ascii_alphabetic()) && next.lower.len() > 1;
    let ends = next.lower.chars().count() >= 4 && ENDINGS.iter().any(|ending| next.lower.ends_with(ending));
    ((latin || ends) && !all_capitals && is_name_like(&next.lower)).then_some(next)
}
