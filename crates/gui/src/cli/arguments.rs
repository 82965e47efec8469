//! The arguments of the program.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::{Parser, ValueEnum};
use sponsor_core::model::{Language, ThemeChoice};

use crate::app::Page;

/// Sponsor Desk: the desktop workspace of a sponsor.
#[derive(Clone, Debug, Parser)]
#[command(name = "sponsor-desk", version, about)]
pub struct Arguments {
    /// The file of the workspace
    #[arg(long, global = true, value_name = "FILE")]
    pub workspace: Option<PathBuf>,
    /// The language of the screen and of the output
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LanguageArgument>,
    /// The theme of the window
    #[arg(long, value_enum)]
    pub theme: Option<ThemeArgument>,
    /// The page to begin with
    #[arg(long, value_parser = parse_page, value_name = "NAME")]
    pub page: Option<Page>,
    /// Fixes the clock, for pictures and tests
    #[arg(long, global = true, value_parser = parse_moment, value_name = "YYYY-MM-DDTHH:MM")]
    pub now: Option<NaiveDateTime>,
}

/// A language by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageArgument {
    /// Български
    Bg,
    /// English
    En,
}

impl From<LanguageArgument> for Language {
    fn from(argument: LanguageArgument) -> Self {
        match argument {
            LanguageArgument::Bg => Self::Bulgarian,
            LanguageArgument::En => Self::English,
        }
    }
}

/// A theme by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeArgument {
    /// Always light
    Light,
    /// Always dark
    Dark,
    /// As the system is
    System,
}

impl From<ThemeArgument> for ThemeChoice {
    fn from(argument: ThemeArgument) -> Self {
        match argument {
            ThemeArgument::Light => Self::Light,
            ThemeArgument::Dark => Self::Dark,
            ThemeArgument::System => Self::System,
        }
    }
}

fn parse_page(text: &str) -> Result<Page, String> {
    let names = || Page::ALL.map(Page::word).join(", ");
    Page::ALL.into_iter().find(|page| page.word() == text).ok_or_else(|| format!("one of: {}", names()))
}

/// A local moment as scripts write it; seconds are not said.
///
/// # Errors
/// A sentence that shows the form.
pub fn parse_moment(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| "a moment like 2026-11-24T12:40".to_owned())
}
