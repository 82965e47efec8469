//! The prompts of the memory jogger: questions that bring people to mind, in groups.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Language;

/// The shipped prompts.
const PROMPTS: &str = include_str!("../../../assets/content/memory_prompts.json");

/// Words in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Prompt {
    bg: String,
    en: String,
}

impl Prompt {
    /// The words in a language.
    #[must_use]
    pub fn words(&self, language: Language) -> &str {
        match language {
            Language::Bulgarian => &self.bg,
            Language::English => &self.en,
        }
    }
}

/// Prompts that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PromptGroup {
    /// The name of the group, the same in every language.
    pub key: String,
    #[serde(flatten)]
    title: Prompt,
    /// The prompts, at least one.
    pub prompts: Vec<Prompt>,
}

impl PromptGroup {
    /// The title in a language.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        self.title.words(language)
    }
}

static GROUPS: LazyLock<Vec<PromptGroup>> = LazyLock::new(|| {
    serde_json::from_str(PROMPTS).unwrap_or_else(|error| {
        tracing::error!(%error, "the prompts of the memory jogger cannot be read");
        Vec::new()
    })
});

/// Every group, in the order in which one goes through them.
#[must_use]
pub fn groups() -> &'static [PromptGroup] {
    &GROUPS
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_over_a_hundred_prompts_in_each_language_and_none_twice() {
        for language in Language::ALL {
            let all: Vec<_> = groups().iter().flat_map(|group| &group.prompts).map(|one| one.words(language)).collect();
            assert!(all.len() > 100, "{}", all.len());
            assert!(all.iter().all(|words| !words.trim().is_empty()));
            assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
        }
        assert!(groups().iter().all(|group| !group.prompts.is_empty()));
    }
}
