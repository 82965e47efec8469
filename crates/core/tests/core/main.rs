//! What must hold of the store and of every command, whatever happens to the file, the disk or the process.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what it takes for granted")]

mod agreement;
mod closing;
mod commands;
mod damage;
mod faults;
mod figures;
mod interviews;
mod joining;
#[cfg(unix)]
mod kill;
mod learning;
mod link;
mod listing;
mod locks;
mod making;
mod moving;
mod older;
mod outcomes;
mod plan;
mod planning;
mod recurrence;
mod reminders;
mod review;
mod series;
mod structure;
mod telling;
mod today;
mod training;
mod undo;
mod world;
