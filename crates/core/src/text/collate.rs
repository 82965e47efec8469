//! The order of names in lists, as the reader's language has it.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// Why there is no collator for a language.
#[derive(Debug, thiserror::Error)]
pub enum CollationError {
    /// The tag is no language tag (BCP 47).
    #[error("{0:?} is not a language tag")]
    Tag(String),
    /// The data of the order is missing.
    #[error("no order of letters for {tag}: {reason}")]
    Data {
        /// The language tag.
        tag: String,
        /// What the collator says.
        reason: String,
    },
}

/// A name's place in the order of its language: keys of one collator compare as the names do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Box<[u8]>);

impl SortKey {
    /// A key by the folded letters alone, for where a collator cannot be had; it compares only with its like.
    #[must_use]
    pub fn folded(name: &str) -> Self {
        Self(super::fold(name).into_bytes().into_boxed_slice())
    }

    /// The first eight bytes as a number: orders names by their first letters where a whole key is too much to keep.
    #[must_use]
    pub fn leading(&self) -> u64 {
        let mut first = [0; 8];
        for (slot, byte) in first.iter_mut().zip(&self.0) {
            *slot = *byte;
        }
        u64::from_be_bytes(first)
    }
}

/// Compares names in the order of a language.
#[derive(Debug)]
pub struct NameCollator(CollatorBorrowed<'static>);

impl NameCollator {
    /// A collator for a language tag such as "bg" (Cyrillic before Latin) or "en".
    ///
    /// # Errors
    /// [`CollationError`] if the tag is none or the language's data is missing.
    pub fn new(tag: &str) -> Result<Self, CollationError> {
        let locale: Locale = tag.parse().map_err(|_| CollationError::Tag(tag.to_owned()))?;
        let collator = Collator::try_new(locale.into(), CollatorOptions::default());
        collator.map(Self).map_err(|error| CollationError::Data { tag: tag.to_owned(), reason: error.to_string() })
    }

    /// The key of a name, made once for a list that is sorted often.
    #[must_use]
    pub fn key(&self, name: &str) -> SortKey {
        let mut bytes = Vec::with_capacity(name.len() + 8);
        let Ok(()) = self.0.write_sort_key_to(name, &mut bytes);
        SortKey(bytes.into_boxed_slice())
    }

    /// Compares two names.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.compare(one, other)
    }
}
