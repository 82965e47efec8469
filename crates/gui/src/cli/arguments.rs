//! The arguments of the program.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Parser, Subcommand, ValueEnum};
use rust_decimal::Decimal;
use sponsor_core::demo::Size;
use sponsor_core::exchange::CardVersion;
use sponsor_core::model::{EntryId, FigurePeriod, Language, PlanLevel, ThemeChoice};

use crate::app::Page;
use crate::words::Words;

/// Sponsor Desk: the desktop workspace of a sponsor.
#[derive(Clone, Debug, Parser)]
#[command(name = "sponsor-desk", version, about)]
pub struct Arguments {
    /// The file of the workspace
    #[arg(long, global = true, overrides_with = "workspace", value_name = "FILE")]
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
    /// Prints stable JSON instead of lines for people
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do; without it the window opens
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// What a script can ask for.
#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    /// Makes an example workspace, the same for the same seed
    Demo {
        /// Where the file goes
        #[arg(long)]
        out: PathBuf,
        /// How much there is in it
        #[arg(long, value_enum, default_value_t = SizeArgument::Small)]
        size: SizeArgument,
        /// The seed of names and chances
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Shows what matters today
    Today,
    /// Finds people and entries
    Search {
        /// What is sought
        text: String,
        /// The most results
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// Writes what a line says, as an entry or a note: "утре 14:00 Мария кафе", "call Petar next Friday"
    Add {
        /// The line
        text: String,
        /// When it is, outright: a date, or date and time; the line is not asked for another
        #[arg(long, value_name = "WHEN")]
        at: Option<String>,
    },
    /// Brings in contacts (vCard, CSV, XLSX), calendars (iCalendar), the company's report, or an export of everything (JSON)
    Import {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// What the files are brought into; without it they are contacts or an export of everything
        #[arg(long, value_enum)]
        into: Option<IntoArgument>,
        /// The day that the points of the company's report are about, the last one of the month before unless said; or
        /// the day of the training, today unless said
        #[arg(long, requires = "into", value_name = "YYYY-MM-DD")]
        date: Option<NaiveDate>,
        /// The training, where there are several on the day: the id of its entry in the diary
        #[arg(long, requires = "into", value_name = "ID")]
        entry: Option<EntryId>,
        /// Only tells what would happen
        #[arg(long)]
        dry_run: bool,
    },
    /// Sends out contacts, structure, orders, the diary or everything; the format follows from the ending
    Export {
        /// What
        #[arg(value_enum)]
        what: ExportArgument,
        /// Where the file goes
        #[arg(long)]
        out: PathBuf,
        /// The version of cards
        #[arg(long, value_enum, default_value_t = CardArgument::V4, value_name = "VERSION")]
        vcard: CardArgument,
        /// Of the diary: from this day on
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: Option<NaiveDate>,
        /// Of the diary: up to this day
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: Option<NaiveDate>,
    },
    /// Shows the key figures of a month or a week
    Figures(PeriodArguments),
    /// Types in a figure as the company's site shows it
    Reading {
        /// The day up to which it counts
        #[arg(long)]
        date: NaiveDate,
        /// The points of the month to date
        #[arg(long)]
        points: Decimal,
        /// The branch that it is about, by the name of the person at its top
        #[arg(long, conflicts_with = "own")]
        branch: Option<String>,
        /// It is about one's own orders
        #[arg(long)]
        own: bool,
    },
    /// Shows a plan of actions with what is done, and sets it
    Plan {
        /// What to do; without it the plan is shown
        #[command(subcommand)]
        task: Option<PlanTask>,
        /// The period
        #[command(flatten)]
        period: PlanArguments,
    },
    /// Freezes key figures, lists and exports what was frozen
    Snapshot {
        /// What to do; without it the figures are taken and exported at once
        #[command(subcommand)]
        task: Option<SnapshotTask>,
        /// Where the file goes
        #[arg(long)]
        out: Option<PathBuf>,
        /// The figures
        #[command(flatten)]
        period: PeriodArguments,
        /// A comment
        #[arg(long, default_value = "")]
        comment: String,
    },
    /// Makes a page for paper: PDF, PNG or SVG; the format follows from the ending
    Document {
        /// Which
        #[arg(value_enum)]
        kind: DocumentArgument,
        /// The person that it is about, by name or id; the user unless said
        #[arg(long = "for", value_name = "NAME")]
        person: Option<String>,
        /// The day that it is about; of a day tomorrow, of a plan today unless said
        #[arg(long)]
        date: Option<NaiveDate>,
        /// Where the file goes
        #[arg(long)]
        out: PathBuf,
    },
    /// Takes back the newest command, or one of the history
    Undo {
        /// The number of a command of the history
        number: Option<u64>,
    },
    /// Does again what was last taken back
    Redo,
    /// Lists what was done, newest first
    History {
        /// The most commands
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Saves a checked copy of the workspace
    Backup {
        /// Where the file goes
        #[arg(long)]
        out: PathBuf,
    },
    /// Puts a backup in the place of the workspace, which is kept aside
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Checks that everything can be read and fits together
    Check {
        /// Makes the lookups again from the records
        #[arg(long)]
        repair: bool,
    },
}

/// What is done with snapshots.
#[derive(Clone, Debug, Subcommand)]
pub enum SnapshotTask {
    /// Freezes the figures of a period
    Take {
        /// The figures
        #[command(flatten)]
        period: PeriodArguments,
        /// A comment
        #[arg(long, default_value = "")]
        comment: String,
    },
    /// Lists what was frozen, newest first
    List,
    /// Sends one out; the format follows from the ending
    Export {
        /// The id, as the list shows it
        id: String,
        /// Where the file goes
        #[arg(long)]
        out: PathBuf,
    },
}

/// What is set in a plan.
#[derive(Clone, Debug, Subcommand)]
pub enum PlanTask {
    /// Plans how many of an action over the period: call=20 meeting=3 "own:Samples=5"; its days share them
    Set {
        /// An action and how many of it
        #[arg(required = true, value_name = "ACTION=N")]
        counts: Vec<String>,
        /// The period
        #[command(flatten)]
        period: PlanArguments,
    },
    /// Writes the important things of the period, in words; none takes them away
    Words {
        /// One line each
        lines: Vec<String>,
        /// The period
        #[command(flatten)]
        period: PlanArguments,
    },
    /// Writes the goal of the year
    Goal {
        /// What
        what: String,
        /// What it means
        #[arg(long, default_value = "")]
        why: String,
        /// By when
        #[arg(long)]
        until: Option<NaiveDate>,
        /// Whose, by name or id; the user's unless said
        #[arg(long = "for", value_name = "NAME")]
        person: Option<String>,
    },
    /// Types in what a partner told of the period
    Told {
        /// An action and how many of it
        #[arg(required = true, value_name = "ACTION=N")]
        counts: Vec<String>,
        /// The day on which it was told; today unless said
        #[arg(long)]
        on: Option<NaiveDate>,
        /// How it was told
        #[arg(long, default_value = "")]
        source: String,
        /// The period
        #[command(flatten)]
        period: PlanArguments,
    },
    /// Corrects by hand how many were done on the day
    Correct {
        /// An action and how many there really were
        #[arg(required = true, value_name = "ACTION=N")]
        counts: Vec<String>,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
        /// The day; today unless said
        #[arg(long)]
        date: Option<NaiveDate>,
    },
    /// Switches rows of the plan on, in this order; the others are off
    Rows {
        /// The actions
        #[arg(required = true, value_name = "ACTION")]
        rows: Vec<String>,
        /// Whose, by name or id; the user's unless said
        #[arg(long = "for", value_name = "NAME")]
        person: Option<String>,
    },
    /// Sets the days of the week on which the person works
    Days {
        /// The days, as mon tue sat
        #[arg(required = true, value_name = "DAY")]
        days: Vec<chrono::Weekday>,
        /// Whose, by name or id; the user's unless said
        #[arg(long = "for", value_name = "NAME")]
        person: Option<String>,
    },
    /// Plans the period as the one before
    AsBefore {
        /// The period
        #[command(flatten)]
        period: PlanArguments,
    },
    /// Carries what was not done in the period before over to this one, and lets drop what is named
    Decide {
        /// The actions that drop; all others are carried over
        #[arg(long, value_name = "ACTION", num_args = 1..)]
        drop: Vec<String>,
        /// The period
        #[command(flatten)]
        period: PlanArguments,
    },
}

/// A period of a plan.
#[derive(Clone, Debug, Default, Args)]
pub struct PlanArguments {
    /// The level; the week unless said
    #[arg(long, value_enum)]
    pub level: Option<LevelArgument>,
    /// The week: the same as --level week
    #[arg(long, conflicts_with = "level")]
    pub week: bool,
    /// A day of the period; today unless said
    #[arg(long)]
    pub date: Option<NaiveDate>,
    /// Whose, by name or id; the user's own unless said
    #[arg(long = "for", value_name = "NAME")]
    pub person: Option<String>,
}

/// A level of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum LevelArgument {
    /// A day
    Day,
    /// A week
    Week,
    /// A month
    Month,
    /// Three months, from the person's own start
    ThreeMonths,
    /// A year
    Year,
}

impl From<LevelArgument> for PlanLevel {
    fn from(argument: LevelArgument) -> Self {
        match argument {
            LevelArgument::Day => Self::Day,
            LevelArgument::Week => Self::Week,
            LevelArgument::Month => Self::Month,
            LevelArgument::ThreeMonths => Self::ThreeMonths,
            LevelArgument::Year => Self::Year,
        }
    }
}

/// A period and a scope of figures.
#[derive(Clone, Debug, Default, Args)]
pub struct PeriodArguments {
    /// A month, as 2026-11
    #[arg(long, value_name = "YYYY-MM", conflicts_with = "week", value_parser = parse_month)]
    pub month: Option<FigurePeriod>,
    /// An ISO week, as 2026-W48
    #[arg(long, value_name = "YYYY-Www", value_parser = parse_week)]
    pub week: Option<FigurePeriod>,
    /// One branch, by the name of the person at its top
    #[arg(long)]
    pub branch: Option<String>,
}

/// A page for paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentArgument {
    /// A day: its hours, people with phones, what to ask, tasks, empty lines
    Tomorrow,
    /// A person's plan: goal, three months, month and week with boxes for what is done
    Plan,
}

/// What files are brought into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum IntoArgument {
    /// The structure: the company's monthly report (CSV, XLSX)
    Structure,
    /// A training: who came (CSV, XLSX)
    Training,
}

/// What is sent out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportArgument {
    /// Everything, as JSON
    All,
    /// The contacts, as vCard, CSV, XLSX or JSON
    Contacts,
    /// Everyone registered, as CSV, XLSX, JSON or vCard
    Structure,
    /// The orders, as CSV, XLSX or JSON
    Orders,
    /// The entries of the diary, as iCalendar, CSV or JSON
    Diary,
}

/// The version of the cards that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CardArgument {
    /// 3.0, for older programs and phones
    #[value(name = "3.0")]
    V3,
    /// 4.0
    #[value(name = "4.0")]
    V4,
}

impl From<CardArgument> for CardVersion {
    fn from(argument: CardArgument) -> Self {
        match argument {
            CardArgument::V3 => Self::V3,
            CardArgument::V4 => Self::V4,
        }
    }
}

/// How much there is in an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SizeArgument {
    /// One week in detail
    Small,
    /// A year
    Year,
    /// Ten years
    Lifetime,
}

impl From<SizeArgument> for Size {
    fn from(argument: SizeArgument) -> Self {
        match argument {
            SizeArgument::Small => Self::Small,
            SizeArgument::Year => Self::Year,
            SizeArgument::Lifetime => Self::Lifetime,
        }
    }
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

/// The words in which an argument is refused: of the language that is asked for beside it, else of the system's.
fn spoken() -> Words {
    let given: Vec<String> = std::env::args_os().map(|one| one.to_string_lossy().into_owned()).collect();
    let beside = given.windows(2).find(|pair| matches!(pair, [name, _] if name == "--lang"));
    let code = given.iter().find_map(|one| one.strip_prefix("--lang="));
    let code = code.or(beside.and_then(|pair| pair.last()).map(String::as_str));
    let language = code.and_then(|code| LanguageArgument::from_str(code, false).ok()).map(Language::from);
    let system = || Language::from_system(&sys_locale::get_locale().unwrap_or_default());
    Words::new(language.unwrap_or_else(system))
}

fn parse_month(text: &str) -> Result<FigurePeriod, String> {
    let month = |period: &FigurePeriod| matches!(period, FigurePeriod::Month { .. });
    FigurePeriod::parse(text).filter(month).ok_or_else(|| spoken().get("argument-month"))
}

fn parse_week(text: &str) -> Result<FigurePeriod, String> {
    let week = |period: &FigurePeriod| matches!(period, FigurePeriod::Week { .. });
    FigurePeriod::parse(text).filter(week).ok_or_else(|| spoken().get("argument-week"))
}

fn parse_page(text: &str) -> Result<Page, String> {
    let wrong = || spoken().with("argument-page", &[("names", Page::ALL.map(Page::word).join(", ").into())]);
    Page::ALL.into_iter().find(|page| page.word() == text).ok_or_else(wrong)
}

/// A local moment as scripts write it; seconds are not said.
///
/// # Errors
/// A sentence that shows the form.
pub fn parse_moment(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| spoken().get("argument-moment"))
}
