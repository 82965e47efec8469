//! Numbers, money, dates and names as each language writes them, and what people type read back.
//!
//! [`Formats`] writes; [`parse`] reads what is typed in forms, in either language.

mod dates;
mod figures;
mod names;
pub(crate) mod numbers;
pub mod parse;
mod phones;
mod titles;

pub use dates::week_number;
pub use figures::FigureChange;
pub use names::{fitting_name, initials, short_name};
pub use titles::{broken, fitting_title};

use crate::words::{Language, Words};

/// Writes numbers and dates in the language of its words. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Formats {
    words: Words,
}

impl Formats {
    /// The formats of the language of these words.
    #[must_use]
    pub const fn new(words: Words) -> Self {
        Self { words }
    }

    /// The language that is written.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.words.language()
    }
}
