//! What must hold of the store and of every command, whatever happens to the file, the disk or the process.

mod commands;
mod damage;
mod faults;
mod kill;
mod locks;
mod undo;
mod world;
