//! The domain of Sponsor Desk: records, the commands that change them, the queries that read them, and the file that
//! keeps them. It knows of no window, no terminal and no clock.

pub mod backup;
pub mod command;
pub mod demo;
pub mod desk;
pub mod exchange;
pub mod files;
pub mod learning;
pub mod memory_prompts;
pub mod model;
pub mod moment;
pub mod name_days;
pub mod query;
pub mod ready_words;
pub mod search;
pub mod store;
pub mod text;
pub mod typed_line;

pub use desk::{Desk, DeskError, Done, Request};
pub use moment::Now;
