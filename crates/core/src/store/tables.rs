//! The tables of the file.

use redb::TableDefinition;

use crate::model::RecordKind;

/// id → number of the command that last wrote it, and the record. Each kind has a table of its own: ids sort by time,
/// so that new records come at its end, where pages fill up instead of being split in half.
pub(crate) type Records = TableDefinition<'static, &'static [u8; 16], &'static [u8]>;

/// The table of a kind of record.
pub(crate) const fn records(kind: RecordKind) -> Records {
    TableDefinition::new(kind.name())
}

/// Lookup keys (`super::index`); there is nothing behind them.
pub(crate) const INDEX: TableDefinition<'_, &[u8], ()> = TableDefinition::new("index");
/// Number of a command → what it was.
pub(crate) const HISTORY: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("history");
/// Number of a command → the ways to its other side.
pub(crate) const WAYS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("ways");
/// Number of a command → the ways that were left when it was last taken to its other side, because later commands had
/// changed what they are about. They are of the side that the command is on now.
pub(crate) const LEFT: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("left");
/// Id of a command → its number, so that a retry finds what was already done.
pub(crate) const COMMANDS: TableDefinition<'_, &[u8; 16], u64> = TableDefinition::new("commands");
/// What is being typed, by form; the state of the window. No commands.
pub(crate) const DRAFTS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("drafts");
/// Schema and id of the workspace.
pub(crate) const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");

/// In [`META`]: the schema, four bytes, big end first.
pub(crate) const SCHEMA: &str = "schema";
/// In [`META`]: the numbers of the commands that can be done again, the one that was taken back last at the end.
pub(crate) const UNDONE: &str = "undone";
/// In [`META`]: the id of the workspace, sixteen bytes.
pub(crate) const WORKSPACE: &str = "workspace";
