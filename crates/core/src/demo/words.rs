//! The texts of the example, by language: names, titles, lines of talks.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::unreadable;
use crate::desk::DeskError;
use crate::model::Language;

const BULGARIAN: &str = include_str!("../../../../assets/content/demo/bg.json");
const ENGLISH: &str = include_str!("../../../../assets/content/demo/en.json");

/// The texts in one language. Lists of names and cities have the same order in both.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    /// Given and family name of the sponsor.
    pub(super) sponsor: [String; 2],
    /// The home city.
    pub(super) home: String,
    /// Where readings come from.
    pub(super) reading_source: String,
    /// Given names of women.
    pub(super) women: Vec<String>,
    /// Given names of men.
    pub(super) men: Vec<String>,
    /// Family names, of men and of women.
    pub(super) families: Vec<[String; 2]>,
    /// Other cities.
    pub(super) cities: Vec<String>,
    /// Quarters of the home city.
    pub(super) districts: Vec<String>,
    /// Texts to choose from, by what they are for; `{name}` and `{partner}` stand for people.
    pools: BTreeMap<String, Vec<String>>,
    /// The names of the people of the small example, by key.
    cast: BTreeMap<String, String>,
    /// The texts of the small example, by key.
    texts: BTreeMap<String, String>,
    /// The Latin twins of the names, for addresses.
    #[serde(skip)]
    pub(super) latin: Latin,
}

/// Names in Latin letters, in the order of the others.
#[derive(Debug, Default)]
pub(super) struct Latin {
    pub(super) women: Vec<String>,
    pub(super) men: Vec<String>,
    pub(super) families: Vec<[String; 2]>,
}

impl Words {
    /// The texts of a language.
    ///
    /// # Errors
    /// When the embedded file is not what this type says.
    pub(super) fn of(language: Language) -> Result<Self, DeskError> {
        let parse = |text| serde_json::from_str::<Self>(text).map_err(|error| unreadable(&error.to_string()));
        let english = parse(ENGLISH)?;
        let mut words = match language {
            Language::Bulgarian => parse(BULGARIAN)?,
            Language::English => parse(ENGLISH)?,
        };
        words.latin = Latin { women: english.women, men: english.men, families: english.families };
        Ok(words)
    }

    /// The texts to choose from for a purpose; empty for one that there is not.
    pub(super) fn pool(&self, purpose: &str) -> &[String] {
        self.pools.get(purpose).map_or(&[], Vec::as_slice)
    }

    /// One of the texts for a purpose.
    pub(super) fn any(&self, random: &mut fastrand::Rng, purpose: &str) -> &str {
        random.choice(self.pool(purpose)).map_or("", String::as_str)
    }

    /// The name of one of the small example's people.
    pub(super) fn cast(&self, key: &str) -> Result<&str, DeskError> {
        self.cast.get(key).map(String::as_str).ok_or_else(|| unreadable(key))
    }

    /// A text of the small example.
    pub(super) fn text(&self, key: &str) -> Result<&str, DeskError> {
        self.texts.get(key).map(String::as_str).ok_or_else(|| unreadable(key))
    }
}
