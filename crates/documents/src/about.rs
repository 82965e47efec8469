//! What a document says of itself, beside its content.

use chrono::{Datelike as _, NaiveDate};
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

/// The language a document is written in: readers aloud and hyphenation go by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Language {
    /// Bulgarian.
    #[serde(rename = "bg")]
    Bulgarian,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// Title, language, author and date of a document. They go into the file's own properties; the
/// page shows only what stands in the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct About {
    /// Title of the document, as a viewer shows it in its window.
    pub title: String,
    /// Language of all its words.
    pub language: Language,
    /// Who made it; empty: nobody is named.
    pub author: String,
    /// The day it was made. A document has no clock of its own.
    #[serde(serialize_with = "date_parts")]
    pub date: NaiveDate,
}

/// Writes a date as `{year, month, day}`, from which the template builds its own.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field by reference")]
fn date_parts<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    let mut parts = serializer.serialize_struct("Date", 3)?;
    parts.serialize_field("year", &date.year())?;
    parts.serialize_field("month", &date.month())?;
    parts.serialize_field("day", &date.day())?;
    parts.end()
}
