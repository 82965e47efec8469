//! What the evening review shows, read in one go.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime};
use sponsor_core::Now;
use sponsor_core::command::CommandName;
use sponsor_core::model::{
    EntryId, EntryKind, EntryState, LookedBack, Move, PersonId, PlanLevel, RecordKind, Review, ReviewState,
};
use sponsor_core::query::{
    Item, PlanCalendar, PlanRow, Silent, SortedNote, TodayView, View, ending_soon, overlap, plan_rows, silent_people,
    sorted_notes, today, week_of,
};
use sponsor_core::store::{HistoryState, StoreError};

use crate::app::{Question, Scene};

/// How far back unsorted notes are looked for, in days.
const NOTES_BACK: u64 = 14;
/// How many days the evenings in a row are shown for: three weeks.
pub const EVENINGS_SHOWN: u64 = 21;
/// How many commands of the past are looked at for what was moved this evening.
const LOOKED_BACK: usize = 200;
/// How many people not heard from are suggested.
const HEARD: usize = 6;
/// How many tasks without a day are suggested.
const UNDATED: usize = 6;

/// Asks for what the evening review of a day shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EveningQuestion {
    /// A past day; none for today.
    pub day: Option<NaiveDate>,
    /// The moment at which the review was begun.
    pub begun: Option<NaiveDateTime>,
}

/// A row of the week's plan of which something is left, with how many the next day would take of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanShare {
    /// The row.
    pub row: PlanRow,
    /// How many are left without those that the next day has already.
    pub left: u32,
    /// How many the next day would take, were they shared over the days that are left.
    pub share: u32,
}

/// A period of the plan that ends, with what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The level.
    pub level: PlanLevel,
    /// Its days.
    pub days: RangeInclusive<NaiveDate>,
    /// The answers that were given; all empty before.
    pub kept: LookedBack,
}

/// What the evening review shows.
#[derive(Clone, Debug)]
pub struct EveningView {
    /// The day that is looked at.
    pub on: NaiveDate,
    /// The day after it, which is planned.
    pub next: NaiveDate,
    /// The day to which what is unfinished is moved: the day after, but never one that has passed.
    pub target: NaiveDate,
    /// What is done on the day, and the notes of the day.
    pub happened: Vec<Item>,
    /// Meetings and calls that are over and undecided.
    pub asks: Vec<Item>,
    /// Notes that nobody has sorted, oldest first.
    pub notes: Vec<Item>,
    /// What was sorted today, newest first.
    pub sorted: Vec<SortedNote>,
    /// What is undecided from the day and before.
    pub open: Vec<Item>,
    /// The day after.
    pub tomorrow: Vec<Item>,
    /// Those of the day after that were put there since the review was begun.
    pub added: Vec<EntryId>,
    /// Tasks that have no day yet, the most pressing first.
    pub undated: Vec<Item>,
    /// What is left of the week's plan.
    pub plan: Vec<PlanShare>,
    /// Whom it is time to hear, with what to ask.
    pub silent: Vec<Silent>,
    /// The periods of the plan at which one looks back: those that end within three evenings, in January the last year.
    pub ending: Vec<Ending>,
    /// The evenings of the last three weeks that have a review.
    pub evenings: Vec<(NaiveDate, ReviewState)>,
    /// Evenings in a row.
    pub streak: u32,
    /// Whether the day's was held.
    pub held: bool,
}

impl EveningView {
    /// The day to which things are moved, in words.
    #[must_use]
    pub fn target_words(&self, scene: &Scene<'_>) -> String {
        scene.formats.date_near(self.target, scene.today)
    }

    /// Whether this was put into the day after since the review was begun.
    #[must_use]
    pub fn is_added(&self, item: &Item) -> bool {
        self.added.contains(&item.id)
    }

    /// What else is planned at the time of this item on the day after.
    pub fn overlapping<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Item> {
        let same = |other: &&Item| other.id == item.id && other.instance == item.instance;
        self.tomorrow.iter().filter(move |other| !same(other) && overlap(&item.when, &other.when))
    }
}

impl Question for EveningQuestion {
    type Answer = EveningView;

    const SHOWS: &'static [RecordKind] = &RecordKind::ALL;

    // What is over asks how it went.
    const BY_MINUTE: bool = true;

    fn answer(&self, view: &View, real: Now) -> Result<Self::Answer, StoreError> {
        let settings = view.settings()?;
        let real_today = real.today(settings.day_ends);
        // A past day is looked at as its last minute was.
        let now = match self.day.filter(|day| *day < real_today) {
            Some(day) => Now::new(day.and_time(LAST_MINUTE), real.zone),
            None => real,
        };
        let of_day = today(view, now)?;
        let on = of_day.date;
        let next = later(on, 1);
        let (asks, open) = undecided(&of_day, now, real);
        let mut tomorrow = view.items(&one_day(next))?;
        tomorrow.retain(|item| item.kind != EntryKind::Note && item.state != EntryState::Dropped);
        tomorrow.sort_by_key(|item| (item.when.time().is_none(), item.when.time(), item.priority, item.id));
        let written = written_notes(view, on, on.max(now.date()))?;
        let sorted = sorted_notes(view, &written, real_today.and_time(settings.day_ends))?;
        let (notes_of_day, notes) = notes(written, on);
        let done = of_day.programme.iter().filter(|item| item.state == EntryState::Done).cloned();
        Ok(EveningView {
            on,
            next,
            target: next.max(real_today),
            happened: done.chain(notes_of_day).collect(),
            asks,
            notes,
            sorted,
            added: added_since(view, self.begun, next, &tomorrow)?,
            open,
            undated: undated(view)?,
            plan: plan_shares(view, next, &tomorrow)?,
            silent: silent(view, next, &tomorrow)?,
            ending: ending(view, settings.me, on)?,
            tomorrow,
            evenings: evenings(view, on)?,
            streak: of_day.evening.streak,
            held: of_day.evening.held,
        })
    }
}

const LAST_MINUTE: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

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

/// The notes of the last weeks. After midnight what is jotted already has the date of the next day: `last`.
fn written_notes(view: &View, on: NaiveDate, last: NaiveDate) -> Result<Vec<Item>, StoreError> {
    let from = on.checked_sub_days(Days::new(NOTES_BACK)).unwrap_or(on);
    let mut written: Vec<Item> = view.items(&(from..=last))?;
    written.retain(|item| item.kind == EntryKind::Note && item.state != EntryState::Dropped);
    Ok(written)
}

/// The notes of the day, and those that nobody has sorted, oldest first.
fn notes(written: Vec<Item>, on: NaiveDate) -> (Vec<Item>, Vec<Item>) {
    let (of_day, before): (Vec<_>, Vec<_>) = written.into_iter().partition(|note| first_day(note) >= Some(on));
    let mut unsorted: Vec<Item> = before.iter().chain(&of_day).filter(|note| !note.sorted).cloned().collect();
    unsorted.sort_by_key(|note| (note.created, note.id));
    (of_day, unsorted)
}

/// What was written down for the next day or moved to it since a moment.
fn added_since(
    view: &View,
    since: Option<NaiveDateTime>,
    next: NaiveDate,
    tomorrow: &[Item],
) -> Result<Vec<EntryId>, StoreError> {
    let Some(since) = since else { return Ok(Vec::new()) };
    let rows = view.history(LOOKED_BACK)?;
    let moved: Vec<&str> = rows
        .iter()
        .filter(|row| row.name == CommandName::MoveEntry && row.state == HistoryState::Done && row.at >= since)
        .map(|row| row.subject.as_str())
        .collect();
    let mut added = Vec::new();
    for item in tomorrow {
        let Some(entry) = view.entry(item.id)? else { continue };
        let to_it = |step: &Move| step.to.first_day() == Some(next);
        let came = moved.contains(&entry.title.as_str()) && entry.moves.last().is_some_and(to_it);
        if came || entry.created >= since {
            added.push(item.id);
        }
    }
    Ok(added)
}

/// What is undecided: meetings and calls that are over, and all else that is not still to come this evening. What lies
/// before the day that is looked at belongs to it too.
fn undecided(of_day: &TodayView, now: Now, real: Now) -> (Vec<Item>, Vec<Item>) {
    let to_come = |item: &Item| {
        let start = item.when.first_day().zip(item.when.time()).map(|(day, time)| day.and_time(time));
        // What lasts for days is decided on its last one.
        start.is_some_and(|start| start > now.local) || item.when.last_day() > Some(of_day.date)
    };
    let of_the_day = of_day.programme.iter().filter(|item| item.state == EntryState::Planned && !to_come(item));
    let all = of_day.overdue.iter().chain(of_the_day).cloned();
    all.partition(|item| item.asks_how_it_went(real.local))
}

/// What is left of the plan of the week in which the next day is, without what that day has already, shared over the
/// days that are left.
///
/// # Errors
/// Any failure of the store.
pub fn plan_shares(view: &View, next: NaiveDate, tomorrow: &[Item]) -> Result<Vec<PlanShare>, StoreError> {
    let settings = view.settings()?;
    let week = week_of(next, settings.week_starts);
    let days_left = u32::try_from((*week.end() - next).num_days() + 1).unwrap_or(1).max(1);
    let planned = |row: &PlanRow| -> u32 {
        let here = tomorrow.iter().filter(|item| item.state == EntryState::Planned && counts_in(item, row));
        here.map(|item| u32::from(item.count)).sum()
    };
    let share = |row: PlanRow| {
        let left = row.left().saturating_sub(planned(&row));
        (left > 0).then(|| PlanShare { share: left.div_ceil(days_left), left, row })
    };
    Ok(plan_rows(view, settings.me, &week)?.into_iter().filter_map(share).collect())
}

fn counts_in(item: &Item, row: &PlanRow) -> bool {
    match &row.action {
        sponsor_core::model::PlanAction::Action(action) => item.action.as_ref() == Some(action),
        sponsor_core::model::PlanAction::NewNames => false,
    }
}

/// Tasks without a day, the most pressing and oldest first.
fn undated(view: &View) -> Result<Vec<Item>, StoreError> {
    let mut tasks = view.undated()?;
    tasks.retain(|item| item.kind == EntryKind::Task);
    tasks.truncate(UNDATED);
    Ok(tasks)
}

/// Whom it is time to hear on the next day, without those whom that day has already.
fn silent(view: &View, next: NaiveDate, tomorrow: &[Item]) -> Result<Vec<Silent>, StoreError> {
    let has = |one: &Silent| tomorrow.iter().any(|item| item.people.iter().any(|who| who.id == one.standing.person.id));
    Ok(silent_people(view, next)?.into_iter().filter(|one| !has(one)).take(HEARD).collect())
}

/// The periods at which one looks back on an evening.
fn ending(view: &View, me: PersonId, on: NaiveDate) -> Result<Vec<Ending>, StoreError> {
    let calendar = PlanCalendar::of(view, me)?;
    let mut periods = ending_soon(calendar, on);
    if on.month() == 1 {
        let last_year = on.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(on);
        periods.push((PlanLevel::Year, calendar.days(PlanLevel::Year, last_year)));
    }
    let all = if periods.is_empty() { Vec::new() } else { view.all::<Review>()? };
    let kept = |of: PlanLevel, first: NaiveDate| {
        all.iter().find_map(|review| match review {
            Review::Period { level, from, answers, .. } if *level == of && *from == first => Some(answers.clone()),
            _ => None,
        })
    };
    let ending = |(level, days): (PlanLevel, RangeInclusive<NaiveDate>)| Ending {
        level,
        kept: kept(level, *days.start()).unwrap_or_default(),
        days,
    };
    Ok(periods.into_iter().map(ending).collect())
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
