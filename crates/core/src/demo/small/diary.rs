//! The diary, the evenings and the plan of the small example.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use super::Telling;
use super::business::evening_before;
use super::data::{Happened, Line};
use crate::command::{Command, OutcomeForm};
use crate::desk::DeskError;
use crate::model::{
    Entry, EntryId, EntryKind, EntryState, FigurePeriod, PlanAction, PlanLevel, Priority, Repeat, ReviewState, When,
};

pub(super) fn tell(telling: &mut Telling<'_, '_>) -> Result<(), DeskError> {
    for line in std::mem::take(&mut telling.data.diary) {
        entry(telling, &line)?;
    }
    weekly_review(telling)?;
    for (days, state) in
        [(telling.data.evenings.clone(), ReviewState::Done), (telling.data.rests.clone(), ReviewState::Rest)]
    {
        for day in days {
            let on = telling.day(day);
            telling.tell(telling.scribe.moment(on, 19, 50), Command::HoldEvening { on, state });
        }
    }
    plan(telling)
}

/// Writes an entry down the evening before, or as it happens, and then what became of it.
fn entry(telling: &mut Telling<'_, '_>, line: &Line) -> Result<(), DeskError> {
    let day = telling.day(line.day);
    let start = line.time.as_ref().map(|time| telling.at(line.day, time)).transpose()?;
    let when = match start {
        _ if line.jotted => When::Undated,
        Some(start) => telling.scribe.timed(start, line.minutes),
        None => When::day(day),
    };
    let written = start.filter(|_| line.jotted).unwrap_or_else(|| evening_before(telling, day)).min(telling.now);
    let written = written.max(telling.began);
    let id = EntryId::new(&telling.scribe.ids, written);
    let mut entry = Entry::new(id, line.kind, &telling.text(&line.title)?, when, written);
    entry.people = telling.persons(&line.people)?;
    entry.place = telling.maybe_text(line.place.as_ref())?;
    entry.note = telling.maybe_text(line.note.as_ref())?;
    entry.mode = line.mode;
    entry.priority = line.priority.unwrap_or_default();
    entry.count = line.count.unwrap_or(1);
    entry.action.clone_from(&line.action);
    // Tasks and lines that are said to count nowhere are not guessed at.
    entry.action_chosen = true;
    telling.tell(written, Command::AddEntry(Box::new(entry.clone())));
    if let Some((to, time)) = &line.moved {
        let to = telling.scribe.timed(telling.at(*to, time)?, line.minutes);
        telling.tell(telling.now, Command::MoveEntry { entry: id, instance: None, to });
    }
    let end = entry.when.end().unwrap_or_else(|| telling.scribe.moment(day, 18, 0)).min(telling.now);
    match (&line.outcome, line.state) {
        (Some(outcome), _) => happened(telling, &entry, end, outcome)?,
        (None, Some(state)) => telling.tell(end, Command::SetState { entry: id, instance: None, state }),
        (None, None) => {}
    }
    Ok(())
}

fn happened(
    telling: &mut Telling<'_, '_>,
    entry: &Entry,
    at: NaiveDateTime,
    outcome: &Happened,
) -> Result<(), DeskError> {
    let form = OutcomeForm {
        talked_about: telling.maybe_text(outcome.talked.as_ref())?,
        important: telling.maybe_text(outcome.important.as_ref())?,
        promise: telling.maybe_text(outcome.promise.as_ref())?,
        promise_until: outcome.promise_day.map(|day| telling.day(day)),
        information: telling.maybe_text(outcome.information.as_ref())?,
        ..OutcomeForm::about(entry, None)
    };
    telling.tell(at, Command::RecordOutcome(Box::new(form)));
    Ok(())
}

/// The day of the weekly review on or after a day.
fn review_day(day: NaiveDate) -> NaiveDate {
    let ahead = (Weekday::Fri.num_days_from_monday() + 7 - day.weekday().num_days_from_monday()) % 7;
    day.checked_add_days(Days::new(ahead.into())).unwrap_or(day)
}

/// The weekly review as a series whose past instances were held.
fn weekly_review(telling: &mut Telling<'_, '_>) -> Result<(), DeskError> {
    let first = review_day(telling.day(-25));
    let start = first.and_hms_opt(17, 0, 0).unwrap_or(telling.now);
    let title = telling.text(&telling.data.review.clone())?;
    let written = evening_before(telling, first);
    let when = telling.scribe.timed(start, Some(60));
    let mut series = Entry::new(EntryId::new(&telling.scribe.ids, written), EntryKind::Event, &title, when, written);
    series.priority = Priority::Important;
    series.repeat = Repeat::new("FREQ=WEEKLY;BYDAY=FR").ok();
    let entry = series.id;
    telling.tell(written, Command::AddEntry(Box::new(series)));
    let mut day = first;
    while day < telling.today {
        let at = telling.scribe.moment(day, 18, 0);
        telling.tell(at, Command::SetState { entry, instance: Some(day), state: EntryState::Done });
        day = day.checked_add_signed(TimeDelta::days(7)).unwrap_or(telling.today);
    }
    Ok(())
}

fn plan(telling: &mut Telling<'_, '_>) -> Result<(), DeskError> {
    let monday = telling.today.week(Weekday::Mon).checked_first_day().unwrap_or(telling.today);
    let person = telling.person("me")?;
    for (row, counts) in telling.data.plan_week.clone() {
        for (planned, day) in counts.into_iter().zip(0..).filter(|(planned, _)| *planned > 0) {
            let on = monday.checked_add_days(Days::new(day)).unwrap_or(monday);
            let at = telling.scribe.moment(monday, 9, 20);
            telling.tell(at, Command::PlanCount { person, on, action: row.clone().into(), planned });
        }
    }
    for (row, planned) in telling.data.plan_month.clone() {
        rest_of_month(telling, &row.into(), planned, monday);
    }
    for level in [PlanLevel::Year, PlanLevel::ThreeMonths, PlanLevel::Month, PlanLevel::Week] {
        let keys: Vec<_> =
            telling.data.plan_words.iter().filter(|(own, _)| *own == level).map(|(_, key)| key.clone()).collect();
        let lines = keys.iter().map(|key| telling.text(key)).collect::<Result<_, _>>()?;
        let from = first_of(level, telling.today, monday);
        let at = telling.scribe.moment(from, 9, 30);
        telling.tell(at, Command::PlanWords { person, level, from, lines });
    }
    Ok(())
}

fn first_of(level: PlanLevel, today: NaiveDate, monday: NaiveDate) -> NaiveDate {
    let month = |month| NaiveDate::from_ymd_opt(today.year(), month, 1).unwrap_or(today);
    match level {
        PlanLevel::Year => month(1),
        PlanLevel::ThreeMonths => month(today.month0() / 3 * 3 + 1),
        PlanLevel::Month => month(today.month()),
        PlanLevel::Week => monday,
        PlanLevel::Day => today,
    }
}

/// Plans the other working days of the month, so that the month's days sum to what was planned for it.
fn rest_of_month(telling: &mut Telling<'_, '_>, action: &PlanAction, planned: u16, monday: NaiveDate) {
    let Some(person) = telling.people.get("me").copied() else { return };
    let month = FigurePeriod::month_of(telling.today);
    let this_week: u16 = telling
        .data
        .plan_week
        .iter()
        .filter(|(row, _)| PlanAction::from(row.clone()) == *action)
        .flat_map(|(_, counts)| counts)
        .sum();
    let week = monday..=monday.checked_add_days(Days::new(6)).unwrap_or(monday);
    let working = month
        .first_day()
        .iter_days()
        .take_while(|day| *day <= month.last_day())
        .filter(|day| !week.contains(day) && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    let days: Vec<_> = working.collect();
    let left = planned.saturating_sub(this_week);
    for (order, on) in (0_u16..).zip(&days) {
        let many = u16::try_from(days.len()).unwrap_or(1);
        let count = left * (order + 1) / many - left * order / many;
        if count > 0 {
            let at = telling.scribe.moment(month.first_day(), 9, 10);
            telling.tell(at, Command::PlanCount { person, on: *on, action: action.clone(), planned: count });
        }
    }
}
