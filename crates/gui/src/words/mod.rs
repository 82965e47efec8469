//! Every word the window says, in Bulgarian and English, from `assets/i18n`.
//!
//! A page asks [`Words::get`] or [`Words::with`] by the message's name; numbers in messages are
//! written as the language writes them. Another file of messages is one line in [`files`].

mod files;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use sponsor_core::model::Language;

use crate::format::numbers;

/// A value for a message's place holder: a number or a text.
pub type WordValue<'a> = FluentValue<'a>;

fn identifier(language: Language) -> LanguageIdentifier {
    let (language, region) = match language {
        Language::Bulgarian => ("bg", "BG"),
        Language::English => ("en", "GB"),
    };
    LanguageIdentifier::from_parts(language.parse().unwrap_or_default(), None, region.parse().ok(), &[])
}

/// The messages of one language. Cheap to clone, shared between threads.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// The messages of this language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Bulgarian => |value, _| number_in_message(value, Language::Bulgarian),
            Language::English => |value, _| number_in_message(value, Language::English),
        }));
        for (_, text) in files::of(language) {
            // A file with an error still gives its good messages; the tests allow no error at all.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle: Arc::new(bundle) }
    }

    /// The language of these words.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The message of this name; the name itself where there is none.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.message(key, None)
    }

    /// The message of this name with its place holders filled: `words.with("count-days", &[("count", 3.into())])`.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, WordValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.message(key, Some(&arguments))
    }

    /// Whether there is a message of this name.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn message(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned()
    }
}

fn number_in_message(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::group(&number.as_string(), language)),
        _ => None,
    }
}
