//! The learning path and the methods of sponsoring: as they come with the program, and as the sponsor has made them.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Language, Learnt, MethodWords, PathStep, Settings, StepWords};

/// The shipped path.
const PATH: &str = include_str!("../../../assets/content/learning_path.json");
/// The shipped methods.
const METHODS: &str = include_str!("../../../assets/content/methods.json");

/// A step as it comes with the program.
#[derive(Debug, Deserialize)]
struct ShippedStep {
    key: String,
    bg: StepWords,
    en: StepWords,
}

/// A method as it comes with the program.
#[derive(Debug, Deserialize)]
struct ShippedMethod {
    key: String,
    live: bool,
    minutes: u32,
    bg: MethodWords,
    en: MethodWords,
}

static STEPS: LazyLock<Vec<ShippedStep>> = LazyLock::new(|| read(PATH, "the learning path cannot be read"));
static SHIPPED_METHODS: LazyLock<Vec<ShippedMethod>> = LazyLock::new(|| read(METHODS, "the methods cannot be read"));

fn read<T: serde::de::DeserializeOwned>(text: &str, problem: &str) -> Vec<T> {
    serde_json::from_str(text).unwrap_or_else(|error| {
        tracing::error!(%error, "{problem}");
        Vec::new()
    })
}

/// A step of the path, in the words that hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its key.
    pub key: String,
    /// Its words.
    pub words: StepWords,
    /// Whether it is switched off.
    pub off: bool,
    /// Whether it comes with the program.
    pub shipped: bool,
    /// Whether the words are the sponsor's own.
    pub reworded: bool,
}

/// The words of a step that comes with the program.
#[must_use]
pub fn shipped_step(key: &str, language: Language) -> Option<&'static StepWords> {
    let step = STEPS.iter().find(|step| step.key == key)?;
    Some(match language {
        Language::Bulgarian => &step.bg,
        Language::English => &step.en,
    })
}

/// The whole path as it is kept: the sponsor's own, with those shipped steps at its end that it does not know yet.
#[must_use]
pub fn kept_path(settings: &Settings) -> Vec<PathStep> {
    let mut path = settings.learning_path.clone();
    for step in STEPS.iter() {
        if path.iter().all(|kept| kept.key != step.key) {
            path.push(PathStep { key: step.key.clone(), words: None, off: false });
        }
    }
    path.retain(|step| step.words.is_some() || shipped_step(&step.key, Language::English).is_some());
    path
}

/// Whether a path is just the one that comes with the program.
pub(crate) fn is_shipped_path(path: &[PathStep]) -> bool {
    let untouched = |step: &PathStep| step.words.is_none() && !step.off;
    path.iter().all(untouched) && path.iter().map(|step| &step.key).eq(STEPS.iter().map(|step| &step.key))
}

/// The path as it comes with the program, with the sponsor's own steps after it.
pub(crate) fn shipped_path(own: &[PathStep]) -> Vec<PathStep> {
    let shipped = STEPS.iter().map(|step| PathStep { key: step.key.clone(), words: None, off: false });
    let own = own.iter().filter(|step| shipped_step(&step.key, Language::English).is_none());
    shipped.chain(own.cloned()).collect()
}

/// The path, those switched off too.
#[must_use]
pub fn all_steps(settings: &Settings, language: Language) -> Vec<Step> {
    let step = |kept: PathStep| {
        let shipped = shipped_step(&kept.key, language);
        let reworded = kept.words.is_some();
        let words = kept.words.or_else(|| shipped.cloned())?;
        Some(Step { shipped: shipped.is_some(), words, off: kept.off, key: kept.key, reworded })
    };
    kept_path(settings).into_iter().filter_map(step).collect()
}

/// The path as it is taught.
#[must_use]
pub fn steps(settings: &Settings, language: Language) -> Vec<Step> {
    all_steps(settings, language).into_iter().filter(|step| !step.off).collect()
}

/// The first step of the path that is not learnt yet; none when all are.
#[must_use]
pub fn next_step<'a>(steps: &'a [Step], learnt: &[Learnt]) -> Option<&'a Step> {
    steps.iter().find(|step| learnt.iter().all(|one| one.step != step.key))
}

/// How many steps of the path are learnt.
#[must_use]
pub fn learnt_of(steps: &[Step], learnt: &[Learnt]) -> usize {
    steps.iter().filter(|step| learnt.iter().any(|one| one.step == step.key)).count()
}

/// What a step is called, one that is switched off too; none for a step that is gone.
#[must_use]
pub fn step_title(settings: &Settings, key: &str, language: Language) -> Option<String> {
    let own = settings.learning_path.iter().find(|step| step.key == key).and_then(|step| step.words.as_ref());
    own.or_else(|| shipped_step(key, language)).map(|words| words.title.clone())
}

/// A method, in the words that hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// Its key.
    pub key: String,
    /// Whether it is done in person.
    pub live: bool,
    /// How long it takes, if that is known.
    pub minutes: Option<u32>,
    /// Its words.
    pub words: MethodWords,
    /// Whether it comes with the program.
    pub shipped: bool,
    /// Whether the words are the sponsor's own.
    pub reworded: bool,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// Whether a method comes with the program.
pub(crate) fn is_shipped_method(key: &str) -> bool {
    SHIPPED_METHODS.iter().any(|method| method.key == key)
}

/// The words of a method that comes with the program.
#[must_use]
pub fn shipped_method(key: &str, language: Language) -> Option<&'static MethodWords> {
    SHIPPED_METHODS.iter().find(|method| method.key == key).map(|method| method.words(language))
}

impl ShippedMethod {
    const fn words(&self, language: Language) -> &MethodWords {
        match language {
            Language::Bulgarian => &self.bg,
            Language::English => &self.en,
        }
    }
}

/// Every method, hidden ones too: what is done in person first, the sponsor's own after those that come with the
/// program. A method of the sponsor's own that is not written in the language stands in the one in which it is.
#[must_use]
pub fn methods(settings: &Settings, language: Language) -> Vec<Method> {
    let hidden = |key: &str| settings.hidden_methods.iter().any(|one| one == key);
    let written = |key: &str| settings.own_methods.iter().find(|own| own.key == key && own.language == language);
    let mut all: Vec<Method> = SHIPPED_METHODS
        .iter()
        .map(|method| {
            let own = written(&method.key);
            Method {
                key: method.key.clone(),
                live: method.live,
                minutes: Some(method.minutes),
                words: own.map_or_else(|| method.words(language).clone(), |own| own.words.clone()),
                shipped: true,
                reworded: own.is_some(),
                hidden: hidden(&method.key),
            }
        })
        .collect();
    for own in settings.own_methods.iter().filter(|own| !is_shipped_method(&own.key)) {
        if all.iter().any(|method| method.key == own.key) {
            continue;
        }
        let own = written(&own.key).unwrap_or(own);
        all.push(Method {
            key: own.key.clone(),
            live: own.live,
            minutes: None,
            words: own.words.clone(),
            shipped: false,
            reworded: true,
            hidden: hidden(&own.key),
        });
    }
    all.sort_by_key(|method| !method.live);
    all
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::model::PersonId;

    fn settings() -> Settings {
        Settings::new(PersonId::from_bytes([1; 16]), Language::Bulgarian)
    }

    #[test]
    fn the_path_leads_from_the_product_to_teaching_others_in_both_languages() {
        for language in Language::ALL {
            let path = steps(&settings(), language);
            assert_eq!(path.len(), 9);
            assert!(path.iter().all(|step| step.words.check().is_ok() && !step.words.learned_when.is_empty()));
            assert_eq!(path.iter().map(|step| &step.key).collect::<HashSet<_>>().len(), path.len());
        }
        assert_eq!(steps(&settings(), Language::Bulgarian)[0].words.title, "Продуктът");
    }

    #[test]
    fn every_method_says_all_that_a_method_says_and_what_is_live_stands_first() {
        for language in Language::ALL {
            let all = methods(&settings(), language);
            assert!(all.len() >= 9);
            assert!(all[0].live && all.is_sorted_by_key(|method| !method.live));
            for method in &all {
                let words = &method.words;
                assert!(words.check().is_ok());
                let filled = [&words.what, &words.when, &words.exercise, &words.teach];
                assert!(filled.into_iter().all(|text| !text.is_empty()), "{}", method.key);
                assert!((3..=5).contains(&words.say_informal.len()), "{}", method.key);
                assert_eq!(language == Language::Bulgarian, !words.say_formal.is_empty(), "{}", method.key);
                assert!(!words.not.is_empty(), "{}", method.key);
            }
        }
    }

    #[test]
    fn the_next_step_is_the_first_that_is_not_learnt_whatever_was_learnt_after_it() {
        let path = steps(&settings(), Language::English);
        let on = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let learnt = |keys: &[&str]| keys.iter().map(|key| Learnt { step: (*key).to_owned(), on }).collect::<Vec<_>>();
        let next = |keys: &[&str]| next_step(&path, &learnt(keys)).map(|step| step.key.as_str());
        assert_eq!(next(&[]), Some("product"));
        assert_eq!(next(&["product", "invitation"]), Some("list"));
        assert_eq!(learnt_of(&path, &learnt(&["product", "gone"])), 1);
        let all: Vec<&str> = path.iter().map(|step| step.key.as_str()).collect();
        assert_eq!(next(&all), None);
    }
}
