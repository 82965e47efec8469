//! Why a task failed, as a sentence.

use std::error::Error;

use crate::app::sentence;
use crate::words::Words;

/// Why a task failed.
#[derive(Debug)]
pub enum Failure {
    /// An error of the core or of the system.
    Error(Box<dyn Error>),
    /// A message of our own, with its arguments.
    Message(&'static str, Vec<(&'static str, String)>),
}

impl Failure {
    /// A message without arguments.
    pub fn message(key: &'static str) -> Self {
        Self::Message(key, Vec::new())
    }

    /// The sentence in the language of the words.
    #[must_use]
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Error(error) => sentence(words, &**error),
            Self::Message(key, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
                words.with(key, &arguments)
            }
        }
    }
}

impl<E: Error + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Error(Box::new(error))
    }
}
