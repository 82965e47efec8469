//! What a person learns, and what the sponsor has made of the learning path and of the methods that come with the
//! program.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::values::check_text;
use super::{InvalidValue, Language};

/// A step of the learning path that a person has learnt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learnt {
    /// The key of the step.
    pub step: String,
    /// The day on which it was seen that they have.
    pub on: NaiveDate,
}

/// The words of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepWords {
    /// What is learnt.
    pub title: String,
    /// By what one sees that it is.
    pub learned_when: String,
    /// What to do next with the one who learns it.
    pub next: String,
}

/// A step of the path as the sponsor has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathStep {
    /// The key: of a step that comes with the program, or of one of the sponsor's own.
    pub key: String,
    /// The sponsor's own words; none for those that come with the program, in the language of the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<StepWords>,
    /// Whether it is switched off: kept, and not taught.
    #[serde(default, skip_serializing_if = "super::values::is_default")]
    pub off: bool,
}

/// A part of a method that goes in parts: before, during, after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodPart {
    /// Its name.
    pub title: String,
    /// What is done in it.
    pub text: String,
}

/// The words of a method of sponsoring, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodWords {
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    #[serde(default)]
    pub what: String,
    /// When one uses it.
    #[serde(default)]
    pub when: String,
    /// Its parts, where it goes in parts.
    #[serde(default)]
    pub parts: Vec<MethodPart>,
    /// What to say: to somebody addressed as «ти»; in English to anybody.
    #[serde(default, alias = "say")]
    pub say_informal: Vec<String>,
    /// What to say to somebody addressed as «Вие».
    #[serde(default)]
    pub say_formal: Vec<String>,
    /// What not to do.
    #[serde(default)]
    pub not: Vec<String>,
    /// One exercise.
    #[serde(default)]
    pub exercise: String,
    /// How to teach it on.
    #[serde(default)]
    pub teach: String,
}

/// A method in the sponsor's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMethod {
    /// The key: of a method that comes with the program, or of one of the sponsor's own; empty for a new one.
    pub key: String,
    /// The language in which the words are.
    pub language: Language,
    /// Whether it is done in person.
    pub live: bool,
    /// The words.
    pub words: MethodWords,
}

impl StepWords {
    /// Checks what the types alone cannot hold.
    ///
    /// # Errors
    /// [`InvalidValue::EmptyTitle`] without a title, [`InvalidValue::TextTooLong`] for a text above 64 KiB.
    pub fn check(&self) -> Result<(), InvalidValue> {
        check_all(&self.title, [&self.learned_when, &self.next])
    }
}

impl MethodWords {
    /// Checks what the types alone cannot hold.
    ///
    /// # Errors
    /// [`InvalidValue::EmptyTitle`] without a title, [`InvalidValue::TextTooLong`] for a text above 64 KiB.
    pub fn check(&self) -> Result<(), InvalidValue> {
        let parts = self.parts.iter().flat_map(|part| [&part.title, &part.text]);
        let lines = self.say_informal.iter().chain(&self.say_formal).chain(&self.not);
        let texts = [&self.what, &self.when, &self.exercise, &self.teach];
        check_all(&self.title, texts.into_iter().chain(lines).chain(parts))
    }
}

fn check_all<'a>(title: &str, texts: impl IntoIterator<Item = &'a String>) -> Result<(), InvalidValue> {
    if title.trim().is_empty() {
        return Err(InvalidValue::EmptyTitle);
    }
    check_text(title)?;
    texts.into_iter().try_for_each(|text| check_text(text))
}
