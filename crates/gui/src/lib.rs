//! The window and the command line of Sponsor Desk, as a library that tests can draw and drive.

pub mod app;
pub mod cli;
pub mod format;
pub mod icons;
pub mod pages;
pub mod theme;
pub mod widgets;
pub mod words;
pub mod works;
