//! What was done: one row a command.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::command::CommandName;
use crate::model::CommandId;

/// Who gave a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// A person's hand: Ctrl+Z takes it back.
    Person,
    /// The program by itself; taken back only from History.
    Background,
}

/// Whether a command holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HistoryState {
    /// It holds.
    Done,
    /// It was taken back and can be done again.
    Undone,
    /// It was taken back and something else was done since.
    Abandoned,
}

/// A command of the past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// Its number; later commands have greater ones.
    #[serde(skip)]
    pub sequence: u64,
    /// Its id.
    pub command: CommandId,
    /// What it was.
    pub name: CommandName,
    /// Whom or what it was about, in the words of the data.
    pub subject: String,
    /// How many records it touched.
    pub touched: u32,
    /// The local moment at which it was given.
    #[serde(with = "chrono::naive::serde::ts_microseconds")]
    pub at: NaiveDateTime,
    /// Who gave it.
    pub by: Author,
    /// Whether it holds.
    pub state: HistoryState,
    /// The schema with which its ways were written.
    pub schema: u32,
}
