//! Today: what matters now.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::figures::{Figures, figures};
use super::item::name;
use super::plan::{PlanRow, plan_rows};
use super::{Instance, Item, Occasion, PersonName, Silent, View, instances, occasions, silent_people};
use crate::model::{
    EntryKind, EntryState, FigurePeriod, Interview, InterviewState, Registration, Review, ReviewState, Scope,
};
use crate::moment::Now;
use crate::store::StoreError;

/// How long the first steps' first part lasts: 72 hours.
const FIRST_DAYS: TimeDelta = TimeDelta::hours(72);

/// How far back the instances of a series still wait for a decision: what nobody missed for four weeks is over.
const SERIES_BACK: Days = Days::new(28);

/// A registered user in their first three days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstDays {
    /// Who.
    pub person: PersonName,
    /// When the 72 hours end, local.
    pub until: NaiveDateTime,
    /// Whole hours left.
    pub hours_left: i64,
    /// Actions done.
    pub done: usize,
    /// Actions agreed.
    pub total: usize,
    /// The title of the next one.
    pub next: Option<String>,
}

/// The evening review as Today offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evening {
    /// Whether today's was held.
    pub held: bool,
    /// Whether today's is a planned rest.
    pub rest: bool,
    /// Evenings in a row, planned rest forgiven.
    pub streak: u32,
}

impl Evening {
    /// Whether nothing is left of it today: it was held, or is a planned rest.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.held || self.rest
    }
}

/// Everything that Today shows.
#[derive(Clone, Debug)]
pub struct TodayView {
    /// The day that is "today".
    pub date: NaiveDate,
    /// The day in order of time and priority; notes apart.
    pub programme: Vec<Item>,
    /// What waits from before, oldest first.
    pub overdue: Vec<Item>,
    /// Jotted today and not yet decided.
    pub notes: Vec<Item>,
    /// Not heard from for longer than the cadence; the longest first.
    pub silent: Vec<Silent>,
    /// In their first three days.
    pub first_days: Vec<FirstDays>,
    /// Birthdays, name days and anniversaries of registration.
    pub occasions: Vec<Occasion>,
    /// The week's plan, its rows with anything planned.
    pub plan: Vec<PlanRow>,
    /// The figures of the month so far.
    pub figures: Figures,
    /// The evening review.
    pub evening: Evening,
    /// Interviews that were begun and put aside.
    pub open_interviews: usize,
}

/// What matters at a moment.
///
/// # Errors
/// Any failure of the store.
pub fn today(view: &View, now: Now) -> Result<TodayView, StoreError> {
    let settings = view.settings()?;
    let date = now.today(settings.day_ends);
    let (notes, mut programme): (Vec<_>, Vec<_>) =
        view.items(&(date..=date))?.into_iter().partition(|item| item.kind == EntryKind::Note);
    programme.sort_by_key(Item::rank);
    let interviews: Vec<Interview> = view.all()?;
    let week = super::plan::week_of(date, settings.week_starts);
    Ok(TodayView {
        date,
        programme,
        overdue: overdue(view, date)?,
        notes: notes.into_iter().filter(|note| !note.sorted).collect(),
        silent: silent_people(view, date)?,
        first_days: first_days(view, now, &interviews)?,
        occasions: occasions(view, &(date..=date), settings.language),
        plan: plan_rows(view, settings.me, &week)?.into_iter().filter(|row| row.planned > 0).collect(),
        figures: figures(view, FigurePeriod::month_of(now.date()), Scope::Whole, now.date())?,
        evening: evening(view, date)?,
        open_interviews: interviews.iter().filter(|one| one.state == InterviewState::Open).count(),
    })
}

/// What nobody has decided and ended before a day: single entries, and of series each instance by itself.
fn overdue(view: &View, date: NaiveDate) -> Result<Vec<Item>, StoreError> {
    let mut found = view.whole_items(&view.open_before(date)?);
    // What began before the day may go on: several days, or a night.
    found.retain(|item| item.when.last_day() < Some(date));
    let from = date.checked_sub_days(SERIES_BACK).unwrap_or(date);
    let until = date.pred_opt().unwrap_or(date);
    for entry in view.series()?.into_iter().filter(|entry| entry.kind != EntryKind::Note) {
        let waits = |one: &Instance| one.state == EntryState::Planned && one.when.last_day() < Some(date);
        let waiting = instances(&entry, &(from..=until)).into_iter().filter(waits);
        found.extend(waiting.map(|instance| Item::of(&entry, instance, view.people())));
    }
    found.sort_by_key(|item| (item.when.first_day(), item.when.time(), item.id));
    Ok(found)
}

fn first_days(view: &View, now: Now, interviews: &[Interview]) -> Result<Vec<FirstDays>, StoreError> {
    let mut found = Vec::new();
    for person in view.people().all() {
        let Some(from) = person.registration.as_ref().map(Registration::steps_from) else { continue };
        let until = from.checked_add_signed(FIRST_DAYS).unwrap_or(from);
        if now.local < from || now.local >= until {
            continue;
        }
        let mut steps = Vec::new();
        for id in interviews.iter().filter(|one| one.person == Some(person.id)).flat_map(|one| one.entries.iter()) {
            steps.extend(view.entry(*id)?.filter(|entry| entry.first_steps_of.is_some()));
        }
        steps.retain(|entry| entry.state != EntryState::Dropped);
        steps.sort_by_key(|entry| (entry.when.first_day(), entry.when.time(), entry.id));
        let next = steps.iter().find(|entry| entry.state == EntryState::Planned).map(|entry| entry.title.clone());
        found.extend(name(view.people(), person.id).map(|person| FirstDays {
            person,
            until,
            hours_left: (until - now.local).num_hours(),
            done: steps.iter().filter(|entry| entry.state == EntryState::Done).count(),
            total: steps.len(),
            next,
        }));
    }
    found.sort_by(|one, other| (one.until, &one.person.full).cmp(&(other.until, &other.person.full)));
    Ok(found)
}

fn evening(view: &View, date: NaiveDate) -> Result<Evening, StoreError> {
    let reviews: Vec<Review> = view.all()?;
    let state = |day: NaiveDate| {
        reviews.iter().find_map(|review| match review {
            Review::Evening { on, state, .. } if *on == day => Some(*state),
            _ => None,
        })
    };
    let held = state(date) == Some(ReviewState::Done);
    let rest = state(date) == Some(ReviewState::Rest);
    let (mut streak, mut day) = (u32::from(held), date);
    loop {
        day = day.checked_sub_days(Days::new(1)).unwrap_or(day);
        match state(day) {
            Some(ReviewState::Done) => streak += 1,
            Some(ReviewState::Rest) => {}
            Some(ReviewState::Open) | None => return Ok(Evening { held, rest, streak }),
        }
    }
}
