//! Ready words: short texts for messages, with places for the name, the day, the place and the user's own name.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Language, OwnWords, Settings, Wording};

/// The shipped texts.
const TEXTS: &str = include_str!("../../../assets/content/ready_words.json");

/// A text as it comes with the program.
#[derive(Clone, Debug, Deserialize)]
pub struct ReadyText {
    /// The name of the text, the same in every language.
    pub key: String,
    title: HashMap<String, String>,
    text: HashMap<String, String>,
}

impl ReadyText {
    /// What it is for, in a language.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        self.title.get(language.code()).map_or("", String::as_str)
    }

    /// The words as they come with the program.
    #[must_use]
    pub fn shipped(&self, wording: Wording) -> &str {
        let name = match wording {
            Wording::BulgarianInformal => "bg_informal",
            Wording::BulgarianFormal => "bg_formal",
            Wording::English => "en",
        };
        self.text.get(name).map_or("", String::as_str)
    }

    /// The words as they are used: the user's own, else those that come with the program.
    #[must_use]
    pub fn words<'a>(&'a self, settings: &'a Settings, wording: Wording) -> &'a str {
        let own = settings.ready_words.iter().find(|own| own.key == self.key && own.wording == wording);
        own.map_or_else(|| self.shipped(wording), |own| own.text.as_str())
    }
}

static ALL: LazyLock<Vec<ReadyText>> = LazyLock::new(|| {
    serde_json::from_str(TEXTS).unwrap_or_else(|error| {
        tracing::error!(%error, "the ready words cannot be read");
        Vec::new()
    })
});

/// Every text, in the order in which one chooses.
#[must_use]
pub fn all() -> &'static [ReadyText] {
    &ALL
}

/// Puts words in the place of those that come with the program; the same words as those, or none, give them back.
pub fn put(settings: &mut Settings, text: &ReadyText, wording: Wording, words: &str) {
    settings.ready_words.retain(|own| own.key != text.key || own.wording != wording);
    let words = words.trim();
    if !words.is_empty() && words != text.shipped(wording) {
        settings.ready_words.push(OwnWords { key: text.key.clone(), wording, text: words.to_owned() });
    }
}

/// What is put in the places of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// The person's given name.
    pub name: String,
    /// The day, with its hour if there is one, as it is said: «утре в 14:00».
    pub day: String,
    /// The place.
    pub place: String,
    /// The user's own name.
    pub me: String,
}

/// The text with its places filled. A place of which nothing is known goes, with the space before it.
#[must_use]
pub fn fill(text: &str, filling: &Filling) -> String {
    let places =
        [("{name}", &filling.name), ("{day}", &filling.day), ("{place}", &filling.place), ("{me}", &filling.me)];
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((at, (mark, value))) =
        places.iter().filter_map(|one| Some((rest.find(one.0)?, one))).min_by_key(|(at, _)| *at)
    {
        let (before, after) = rest.split_at(at);
        filled.push_str(before);
        let value = value.trim();
        if value.is_empty() {
            let kept = filled.trim_end_matches([' ', ',', ':']).len();
            filled.truncate(kept);
        }
        // What is typed in a place is never read as a place itself.
        filled.push_str(value);
        rest = after.get(mark.len()..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PersonId, Settings};

    #[test]
    fn every_text_stands_in_every_wording_with_places_that_are_known() {
        assert!(all().len() >= 5);
        for text in all() {
            assert!(Language::ALL.iter().all(|language| !text.title(*language).is_empty()), "{}", text.key);
            for wording in Wording::ALL {
                let filling = Filling { name: "А".into(), day: "Б".into(), place: "В".into(), me: "Г".into() };
                let filled = fill(text.shipped(wording), &filling);
                assert!(!filled.is_empty() && !filled.contains(['{', '}']), "{filled}");
            }
        }
    }

    #[test]
    fn what_is_unknown_leaves_no_hole() {
        let text = "Здравей, {name}. Виждаме се {day} {place}. {me}";
        let known = Filling { name: "Мария".into(), day: "утре".into(), ..Filling::default() };
        assert_eq!(fill(text, &known), "Здравей, Мария. Виждаме се утре.");
        assert_eq!(fill(text, &Filling::default()), "Здравей. Виждаме се.");
        let sly = Filling { name: "{me}".into(), me: "Невена".into(), ..Filling::default() };
        assert_eq!(fill("{name} и {me}", &sly), "{me} и Невена");
    }

    #[test]
    fn own_words_hold_for_one_wording_and_the_shipped_ones_come_back() {
        let mut settings = Settings::new(PersonId::from_bytes([1; 16]), Language::Bulgarian);
        let text = all().first().unwrap();
        put(&mut settings, text, Wording::English, " Hi {name} ");
        assert_eq!(text.words(&settings, Wording::English), "Hi {name}");
        assert_eq!(text.words(&settings, Wording::BulgarianFormal), text.shipped(Wording::BulgarianFormal));
        put(&mut settings, text, Wording::English, "");
        assert_eq!(text.words(&settings, Wording::English), text.shipped(Wording::English));
        assert!(settings.ready_words.is_empty());
    }
}
