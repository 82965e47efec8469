//! What must hold of the store and of every command, whatever happens to the file, the disk or the process.

mod commands;
mod damage;
mod faults;
#[cfg(unix)]
mod kill;
mod locks;
mod making;
mod undo;
mod world;
