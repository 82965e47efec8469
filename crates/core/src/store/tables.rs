//! The tables of the file.

use redb::TableDefinition;

/// kind and id → number of the command that last wrote it, and the record.
pub(crate) const RECORDS: TableDefinition<'_, &[u8; 17], &[u8]> = TableDefinition::new("records");
/// Lookup keys (`super::index`); there is nothing behind them.
pub(crate) const INDEX: TableDefinition<'_, &[u8], ()> = TableDefinition::new("index");
/// Number of a command → what it was.
pub(crate) const HISTORY: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("history");
/// Number of a command → the ways to its other side.
pub(crate) const WAYS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("ways");
/// Id of a command → its number, so that a retry finds what was already done.
pub(crate) const COMMANDS: TableDefinition<'_, &[u8; 16], u64> = TableDefinition::new("commands");
/// What is being typed, by form; the state of the window. No commands.
pub(crate) const DRAFTS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("drafts");
/// Schema and id of the workspace.
pub(crate) const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");

/// In [`META`]: the schema, four bytes, big end first.
pub(crate) const SCHEMA: &str = "schema";
/// In [`META`]: the id of the workspace, sixteen bytes.
pub(crate) const WORKSPACE: &str = "workspace";
