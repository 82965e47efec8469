//! When something of a calendar is: beginning, end, due day and length together.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::components::ComponentKind;
use super::content::Property;
use super::moments::{Clock, Moment, length, moment};
use super::record::{Reader, Remark, Sorted, beginning, whole_days};
use crate::exchange::Refusal;
use crate::model::When;

/// The longest that something with hours may be, in minutes.
const LONGEST: i64 = 7 * 24 * 60;

/// When a component is.
#[derive(Clone, Debug)]
pub(super) struct Times {
    pub(super) when: When,
    /// For a series of another zone than that at home: the zone at home, in which it is shown.
    pub(super) shown_in: Option<Tz>,
    pub(super) remarks: Vec<Remark>,
}

/// Reads when a component is.
///
/// # Errors
/// [`Refusal::NoStart`], [`Refusal::Time`], [`Refusal::EndBeforeStart`].
pub(super) fn read_times(reader: &Reader<'_>, kind: ComponentKind, sorted: &mut Sorted) -> Result<Times, Refusal> {
    let said = |name: &str| sorted.times.iter().find(|property| property.name == name && !property.value.is_empty());
    let read = |name: &str| said(name).map(|property| moment(property, &reader.zones).ok_or(Refusal::Time)).transpose();
    let (start, end, due) = (read("DTSTART")?, read("DTEND")?, read("DUE")?);
    let lasts = said("DURATION").map(|one| length(&one.value).ok_or(Refusal::Time)).transpose()?;
    let repeats = sorted.repeats();
    let (begins, ends) = match (kind, start, due) {
        // Of a task the day that counts is the one on which it is due.
        (ComponentKind::Todo, Some(start), Some(due)) if repeats => (Some(start), Some(due)),
        (ComponentKind::Todo, _, Some(due)) => (Some(due), None),
        (ComponentKind::Todo | ComponentKind::Journal, start, None) => (start, None),
        (_, start, _) => (start, end),
    };
    // Of a task with a beginning and a length the end is the due day.
    let lasts = lasts.filter(|_| kind != ComponentKind::Todo || due.is_none());
    let mut times = Times { when: When::Undated, shown_in: None, remarks: Vec::new() };
    let Some(begins) = begins else {
        return if kind == ComponentKind::Event || repeats { Err(Refusal::NoStart) } else { Ok(times) };
    };
    match begins {
        Moment::Day(day) => times.when = days(day, ends, lasts)?,
        Moment::Local(local, clock) => {
            if clock == Clock::Unknown {
                times.remarks.push(Remark::UnknownZone);
            }
            times.put(reader.home(), begins, local, clock, repeats);
            times.put_length(begins, ends, lasts)?;
        }
    }
    keep_start(kind, sorted, begins, start);
    Ok(times)
}

/// The beginning of a task that is shown on its due day is given back with it.
fn keep_start(kind: ComponentKind, sorted: &mut Sorted, begins: Moment, start: Option<Moment>) {
    if kind == ComponentKind::Todo && start.is_some_and(|start| start != begins) {
        let lines: Vec<String> =
            sorted.times.iter().filter(|one| one.name == "DTSTART").map(|one: &Property| one.text.clone()).collect();
        sorted.keep(lines);
    }
}

/// Whole days: the end that a calendar says is the day after the last.
fn days(from: NaiveDate, ends: Option<Moment>, lasts: Option<TimeDelta>) -> Result<When, Refusal> {
    let last = |after: NaiveDate| after.pred_opt().map_or(from, |last| last.max(from));
    let to = match (ends, lasts) {
        (Some(end), _) if end.day() < from => return Err(Refusal::EndBeforeStart),
        (Some(Moment::Local(local, _)), _) if local.time() != NaiveTime::MIN => local.date(),
        (Some(end), _) => last(end.day()),
        (None, Some(lasts)) if lasts < TimeDelta::zero() => return Err(Refusal::EndBeforeStart),
        (None, Some(lasts)) => {
            let whole = u64::try_from(lasts.num_seconds()).unwrap_or(0).div_ceil(86_400);
            last(from.checked_add_days(Days::new(whole)).ok_or(Refusal::Time)?)
        }
        (None, None) => from,
    };
    Ok(whole_days(from, to))
}

impl Times {
    /// The beginning: by the clock at home, but a series keeps the zone by which it repeats.
    fn put(&mut self, home: Tz, begins: Moment, local: NaiveDateTime, clock: Clock, repeats: bool) {
        let own = match clock {
            Clock::Zone(zone) => Some(zone),
            Clock::Offset(offset) => whole_hours(offset.local_minus_utc()),
            Clock::Floating | Clock::Unknown => None,
        };
        match own.filter(|own| repeats && *own != home) {
            Some(zone) => {
                self.when = When::Timed { start: local, minutes: None, zone };
                self.shown_in = Some(home);
            }
            None => self.when = When::Timed { start: begins.by_clock_of(home), minutes: None, zone: home },
        }
    }

    fn put_length(&mut self, begins: Moment, ends: Option<Moment>, lasts: Option<TimeDelta>) -> Result<(), Refusal> {
        let lasts = match ends {
            // Between two clocks the world's time counts; a day alone is its beginning.
            Some(Moment::Day(day)) => Some(beginning(day) - begins.by_clock_of(self.zone())),
            Some(end) => Some(end.by_clock_of(Tz::UTC) - begins.by_clock_of(Tz::UTC)),
            None => lasts,
        };
        let Some(lasts) = lasts else { return Ok(()) };
        if lasts < TimeDelta::zero() && !matches!(ends, Some(Moment::Day(day)) if day == begins.day()) {
            return Err(Refusal::EndBeforeStart);
        }
        let length = (lasts.num_seconds() + 59) / 60;
        if let When::Timed { start, minutes, .. } = &mut self.when {
            if length > LONGEST {
                let last = start.checked_add_signed(lasts - TimeDelta::seconds(1)).ok_or(Refusal::Time)?;
                self.when = whole_days(start.date(), last.date());
                self.shown_in = None;
                self.remarks.push(Remark::WholeDays);
            } else {
                *minutes = u32::try_from(length).ok().filter(|minutes| *minutes > 0);
            }
        }
        Ok(())
    }

    const fn zone(&self) -> Tz {
        match self.when {
            When::Timed { zone, .. } => zone,
            _ => Tz::UTC,
        }
    }
}

/// The zone that is so many whole hours from UTC all year round.
fn whole_hours(seconds: i32) -> Option<Tz> {
    let hours = seconds / 3_600;
    // The names of these zones have the sign that nobody expects.
    (seconds % 3_600 == 0)
        .then(|| if hours == 0 { "UTC".to_owned() } else { format!("Etc/GMT{:+}", -hours) })?
        .parse()
        .ok()
}
