//! Tests of the window: the real window code, drawn by `egui_kittest`, over a workspace in a temporary folder.

mod diary;
mod evening;
mod figures;
mod list;
mod onboarding;
mod settings;
mod shell;
mod start;
mod structure;
mod support;
mod today;
