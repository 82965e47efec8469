//! Tests of the window: the real window code, drawn by `egui_kittest`, over a workspace in a temporary folder.

#![expect(clippy::unwrap_used, reason = "a test says what it takes for granted")]

mod diary;
mod diary_forms;
mod drafts;
mod evening;
mod figures;
mod idle;
mod import;
mod interview;
mod journey;
mod layout;
mod list;
mod onboarding;
mod pictures;
mod report;
mod settings;
mod shell;
mod start;
mod structure;
mod support;
mod today;
