//! Texts compared without regard to case, accents and script.

use super::words::{Form, read_words};

/// Whether names are the same with their words exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordOrder {
    /// «Мария Петрова» is not «Петрова Мария».
    Same,
    /// «Мария Петрова» is «Петрова Мария».
    Any,
}

/// The text in the common Latin form, likeliest reading, words parted by one space.
///
/// Case, accents, punctuation and script go: «Щерю Гьошев», "Shteryu Gyoshev" and "6teriu gio6ev" give the same.
/// Letters of other scripts stay, in lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    first_readings(text).join(" ")
}

/// A city for comparison: [`fold`] without «гр.», «град», «с.», «село» before the name.
#[must_use]
pub fn fold_city(city: &str) -> String {
    let words = first_readings(city);
    match words.split_first() {
        Some((kind, name)) if !name.is_empty() && matches!(kind.as_str(), "gr" | "grad" | "s" | "selo") => {
            name.join(" ")
        }
        _ => words.join(" "),
    }
}

/// Whether two names are spelled alike, in either script and with the keyboard's spellings («Мария Петрова» and
/// "Maria Petrova"). Names without a word are never the same.
#[must_use]
pub fn same_name(one: &str, other: &str, order: WordOrder) -> bool {
    let one = all_readings(one);
    let mut other = all_readings(other);
    if one.is_empty() || one.len() != other.len() {
        return false;
    }
    match order {
        WordOrder::Same => one.iter().zip(&other).all(|(left, right)| share_a_reading(left, right)),
        WordOrder::Any => one.iter().all(|word| {
            let found = other.iter().position(|candidate| share_a_reading(word, candidate));
            found.map(|index| other.swap_remove(index)).is_some()
        }),
    }
}

/// How many ways to read a whole name are tried; a longer one has its likeliest alone.
const NAMES_TRIED: usize = 64;

/// Every way to read a name, in either script and without the order of its words: two names are the same by
/// [`same_name`] in any order when they share one of these.
pub(crate) fn name_keys(name: &str) -> Vec<String> {
    let words = all_readings(name);
    let ways: usize = words.iter().map(Vec::len).fold(1, usize::saturating_mul);
    let mut keys: Vec<Vec<Vec<u8>>> = vec![Vec::new()];
    for readings in &words {
        let tried = if ways > NAMES_TRIED { 1 } else { readings.len() };
        let longer = keys.iter().flat_map(|key| {
            readings.iter().take(tried).map(|reading| key.iter().cloned().chain([reading.clone()]).collect())
        });
        keys = longer.collect();
    }
    let mut keys: Vec<String> = keys
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(|mut words| {
            words.sort_unstable();
            words.iter().map(|word| String::from_utf8_lossy(word)).collect::<Vec<_>>().join(" ")
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn share_a_reading(left: &[Vec<u8>], right: &[Vec<u8>]) -> bool {
    left.iter().any(|reading| right.contains(reading))
}

fn first_readings(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    read_words(text, &mut |reading| {
        if reading.form == Form::First {
            words.push(String::from_utf8_lossy(reading.bytes).into_owned());
        }
    });
    words
}

fn all_readings(text: &str) -> Vec<Vec<Vec<u8>>> {
    let mut words: Vec<Vec<Vec<u8>>> = Vec::new();
    read_words(text, &mut |reading| match (reading.form, words.last_mut()) {
        (Form::First, _) => words.push(vec![reading.bytes.to_vec()]),
        (Form::Other, Some(readings)) => readings.push(reading.bytes.to_vec()),
        _ => {}
    });
    words
}
