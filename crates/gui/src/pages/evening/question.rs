//! What the evening review shows, read in one go.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use sponsor_core::Now;
use sponsor_core::command::CommandName;
use sponsor_core::model::{EntryKind, EntryState, RecordKind, Review, ReviewState};
use sponsor_core::query::{Item, TodayView, View, today};
use sponsor_core::store::{HistoryState, StoreError};

use crate::app::Question;

/// How far back unsorted notes are looked for, in days.
const NOTES_BACK: u64 = 14;
/// How many days the evenings in a row are shown for: three weeks.
pub const EVENINGS_SHOWN: u64 = 21;
/// How many commands of the past are looked at for what was sorted this evening.
const LOOKED_BACK: usize = 200;

/// Asks for what the evening review shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EveningQuestion;

/// A note that was sorted this evening and can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedNote {
    /// The number of the command.
    pub sequence: u64,
    /// The note.
    pub title: String,
}

/// What the evening review shows.
#[derive(Clone, Debug)]
pub struct EveningView {
    /// What is done today, and the notes of the day.
    pub happened: Vec<Item>,
    /// Meetings and calls that are over and undecided.
    pub asks: Vec<Item>,
    /// Notes that nobody has sorted, oldest first.
    pub notes: Vec<Item>,
    /// What was sorted today, newest first.
    pub sorted: Vec<SortedNote>,
    /// What is undecided from today and before.
    pub open: Vec<Item>,
    /// The day after.
    pub tomorrow: Vec<Item>,
    /// The evenings of the last three weeks that have a review.
    pub evenings: Vec<(NaiveDate, ReviewState)>,
    /// Evenings in a row.
    pub streak: u32,
    /// Whether today's was held.
    pub held: bool,
}

impl Question for EveningQuestion {
    type Answer = EveningView;

    const SHOWS: &'static [RecordKind] = &RecordKind::ALL;

    // What is over asks how it went.
    const BY_MINUTE: bool = true;

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let of_today = today(view, now)?;
        let date = of_today.date;
        let (asks, open) = undecided(&of_today, now);
        let mut tomorrow = view.items(&one_day(later(date, 1)))?;
        tomorrow.retain(|item| item.kind != EntryKind::Note && item.state != EntryState::Dropped);
        tomorrow.sort_by_key(|item| (item.when.time().is_none(), item.when.time(), item.priority, item.id));
        let from = date.checked_sub_days(Days::new(NOTES_BACK)).unwrap_or(date);
        // After midnight what is jotted already has the date of the next day.
        let last = date.max(now.date());
        let written: Vec<Item> = view.items(&(from..=last))?;
        let written =
            written.into_iter().filter(|item| item.kind == EntryKind::Note && item.state != EntryState::Dropped);
        let (notes_of_today, before): (Vec<_>, Vec<_>) = written.partition(|note| first_day(note) >= Some(date));
        let mut notes: Vec<Item> = before.iter().chain(&notes_of_today).filter(|note| !note.sorted).cloned().collect();
        notes.sort_by_key(|note| (note.created, note.id));
        let done = of_today.programme.iter().filter(|item| item.state == EntryState::Done).cloned();
        Ok(EveningView {
            happened: done.chain(notes_of_today).collect(),
            asks,
            notes,
            sorted: sorted_today(view, date)?,
            open,
            tomorrow,
            evenings: evenings(view, date)?,
            streak: of_today.evening.streak,
            held: of_today.evening.held,
        })
    }
}

fn one_day(day: NaiveDate) -> RangeInclusive<NaiveDate> {
    day..=day
}

/// A day so many days later.
#[must_use]
pub fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn first_day(item: &Item) -> Option<NaiveDate> {
    item.when.first_day()
}

/// What is undecided: meetings and calls that are over, and all else that is not still to come this evening.
fn undecided(of_today: &TodayView, now: Now) -> (Vec<Item>, Vec<Item>) {
    let to_come = |item: &Item| {
        let start = item.when.first_day().zip(item.when.time()).map(|(day, time)| day.and_time(time));
        // What lasts for days is decided on its last one.
        start.is_some_and(|start| start > now.local) || item.when.last_day() > Some(of_today.date)
    };
    let of_the_day = of_today.programme.iter().filter(|item| item.state == EntryState::Planned && !to_come(item));
    let all = of_today.overdue.iter().chain(of_the_day).cloned();
    all.partition(|item| item.asks_how_it_went(now.local))
}

/// The notes that were sorted since the day began, with the number of the command that takes each back.
fn sorted_today(view: &View, date: NaiveDate) -> Result<Vec<SortedNote>, StoreError> {
    let rows = view.history(LOOKED_BACK)?.into_iter();
    let sorted = rows
        .filter(|row| row.name == CommandName::SortNote && row.state == HistoryState::Done && row.at.date() >= date);
    Ok(sorted.map(|row| SortedNote { sequence: row.sequence, title: row.subject }).collect())
}

fn evenings(view: &View, date: NaiveDate) -> Result<Vec<(NaiveDate, ReviewState)>, StoreError> {
    let from = date.checked_sub_days(Days::new(EVENINGS_SHOWN)).unwrap_or(date);
    let all = view.all::<Review>()?.into_iter();
    Ok(all
        .filter_map(|review| match review {
            Review::Evening { on, state, .. } if on > from => Some((on, state)),
            _ => None,
        })
        .collect())
}
