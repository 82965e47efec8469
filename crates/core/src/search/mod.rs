//! Search over people, entries and notes: a plain scan over folded text in memory.
//!
//! [`SearchIndex`] holds the folded words of every record and follows changes one at a time; it keeps no source text.
//! Who shows a [`Hit`] has the text at hand and asks [`Query::marks`] which part of it matched, and [`Snippet`] for the
//! part of a long note to show.

mod index;
mod query;
mod rank;
mod snippet;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod tests;

pub use index::{Document, Group, Hit, SearchIndex, newest_first};
pub use query::Query;
pub use rank::MatchClass;
pub use snippet::Snippet;
