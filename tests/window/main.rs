//! Tests of the window: the real window code, drawn by `egui_kittest`, over a workspace in a temporary folder.

#![expect(clippy::unwrap_used, reason = "a test says what it takes for granted")]

mod calendar;
mod diary;
mod diary_chronicle;
mod diary_copy;
mod diary_day;
mod diary_drags;
mod diary_filters;
mod diary_forms;
mod diary_looks;
mod diary_month;
mod diary_pane;
mod diary_pictures;
mod drafts;
mod evening;
mod evening_sorting;
mod evening_tomorrow;
mod export;
mod figures;
mod idle;
mod import;
mod interview;
mod jot;
mod journey;
mod layout;
mod link;
mod list;
mod list_many;
mod list_same;
mod list_views;
mod onboarding;
mod pictures;
mod plan;
mod reminders;
mod report;
mod review;
mod settings;
mod shell;
mod start;
mod structure;
mod structure_orders;
mod structure_tree;
mod support;
mod today;
mod training;
