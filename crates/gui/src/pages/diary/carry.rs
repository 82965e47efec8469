//! An entry while it is moved, stretched or copied, by drag or by keys. Nothing here paints.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use sponsor_core::model::{EntryKind, When};
use sponsor_core::query::Item;

use super::layout::{DAY_MINUTES, shifted};
use super::week::Chosen;

/// Steps of a drag, in minutes.
pub(super) const STEP: i64 = 15;
/// The longest that an entry becomes by stretching.
const LONGEST: i64 = 24 * 60;

/// How an entry is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By the pointer, which holds it: all of it goes.
    Pointer,
    /// By the pointer at its lower edge: its end goes.
    Edge,
    /// By the keys, as long as one of them is held.
    Keys,
}

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// A minute of a day.
    Hour(NaiveDate, u32),
    /// A day as a whole.
    Day(NaiveDate),
}

/// An entry that is being carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carry {
    /// Which.
    pub(super) entry: Chosen,
    /// What it is called.
    pub(super) title: String,
    /// With whom.
    pub(super) people: Vec<String>,
    /// Where it stood.
    pub(super) from: When,
    /// Where it would go now.
    pub(super) to: When,
    /// How.
    pub(super) by: By,
    /// Whether it stays where it is and a copy goes.
    pub(super) copies: bool,
    /// From where it was taken hold of to its start.
    held: Held,
    /// The zone of the hours over which it goes.
    zone: Tz,
    /// How long it lasts where it gets an hour.
    usual: u32,
}

/// Where an entry is held: minutes and days from its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Held {
    minutes: i64,
    days: i64,
}

impl Carry {
    /// Takes hold of an entry; `held` is the moment or day under the pointer.
    pub(super) fn begin(item: &Item, by: By, held: Option<NaiveDateTime>, zone: Tz) -> Self {
        let first = item.when.first_day();
        let days = held.zip(first).map_or(0, |(held, first)| (held.date() - first).num_days());
        let start = item.when.time().zip(first).map(|(time, first)| first.and_time(time));
        let minutes = held.zip(start).map_or(0, |(held, start)| (held - start).num_minutes());
        let usual = if matches!(item.kind, EntryKind::Meeting | EntryKind::Event) { 60 } else { 30 };
        Self {
            entry: (item.id, item.instance),
            title: item.title.clone(),
            people: item.people.iter().map(|person| person.full.clone()).collect(),
            from: item.when,
            to: item.when,
            by,
            copies: false,
            held: Held { minutes, days },
            zone,
            usual,
        }
    }

    /// Follows the pointer.
    pub(super) fn follow(&mut self, over: Over) {
        self.to = match (self.by, over) {
            (By::Keys, _) => self.to,
            (By::Edge, Over::Hour(day, minute)) => self.ending_at(day, minute),
            (By::Edge, Over::Day(_)) => self.from,
            (By::Pointer, Over::Day(day)) => self.from.on_day(shifted(day, -self.held.days)),
            (By::Pointer, Over::Hour(day, minute)) => self.beginning_at(day, minute),
        };
    }

    fn ending_at(&self, day: NaiveDate, minute: u32) -> When {
        let When::Timed { start, zone, .. } = self.from else { return self.from };
        let pointed = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
        let length = nearest((pointed - start).num_minutes()).clamp(STEP, LONGEST);
        When::Timed { start, minutes: u32::try_from(length).ok(), zone }
    }

    fn beginning_at(&self, day: NaiveDate, minute: u32) -> When {
        let at = |minutes: i64| {
            let within = minutes.clamp(0, i64::from(DAY_MINUTES) - STEP);
            day.and_time(NaiveTime::MIN) + TimeDelta::minutes(within)
        };
        match self.from {
            When::Timed { minutes, zone, .. } => {
                When::Timed { start: at(nearest(i64::from(minute) - self.held.minutes)), minutes, zone }
            }
            // What lasts several days has no hour anywhere.
            When::AllDay { from, to } if from != to => self.from.on_day(shifted(day, -self.held.days)),
            When::AllDay { .. } | When::Undated => {
                let start = at(i64::from(minute) / STEP * STEP);
                When::Timed { start, minutes: Some(self.usual), zone: self.zone }
            }
        }
    }

    /// Stays where it was: the pointer is over no day.
    pub(super) const fn stay(&mut self) {
        self.to = self.from;
    }

    /// Goes some days and quarters of an hour on; what has no hour goes by days alone.
    pub(super) fn nudge(&mut self, days: i64, quarters: i64) {
        self.to = match self.to {
            When::Timed { start, minutes, zone } => {
                let by = TimeDelta::days(days) + TimeDelta::minutes(quarters * STEP);
                When::Timed { start: start.checked_add_signed(by).unwrap_or(start), minutes, zone }
            }
            When::AllDay { from, .. } => self.to.on_day(shifted(from, days)),
            When::Undated => When::Undated,
        };
    }

    /// Lasts some quarters of an hour longer, or days for what lasts whole days.
    pub(super) fn stretch(&mut self, days: i64, quarters: i64) {
        self.to = match self.to {
            When::Timed { start, minutes, zone } => {
                let length = i64::from(minutes.unwrap_or(0)) + quarters * STEP;
                When::Timed { start, minutes: u32::try_from(length.clamp(STEP, LONGEST)).ok(), zone }
            }
            When::AllDay { from, to } => When::AllDay { from, to: shifted(to, days).max(from) },
            When::Undated => When::Undated,
        };
    }

    /// Where this would go, had it stood at `place` rather than where it was seen: as far from there, as much longer.
    pub(super) fn to_after(&self, place: &When) -> When {
        match (self.from, self.to, *place) {
            (
                When::Timed { start: seen, minutes: was, .. },
                When::Timed { start, minutes, zone },
                When::Timed { start: stood, minutes: lasted, .. },
            ) => {
                let length = |minutes: Option<u32>| i64::from(minutes.unwrap_or(0));
                let longer = length(minutes) - length(was);
                let minutes = if longer == 0 {
                    lasted
                } else {
                    u32::try_from((length(lasted) + longer).clamp(STEP, LONGEST)).ok()
                };
                When::Timed { start: stood + (start - seen), minutes, zone }
            }
            (
                When::AllDay { from: seen, to: until },
                When::AllDay { from, to },
                When::AllDay { from: stood, to: ended },
            ) => {
                let (by, longer) = ((from - seen).num_days(), (to - until).num_days());
                let from = shifted(stood, by);
                When::AllDay { from, to: shifted(ended, longer).max(from) }
            }
            (_, to, _) => to,
        }
    }

    /// Whether it would stand elsewhere or end elsewhere.
    pub(super) fn changes(&self) -> bool {
        self.from != self.to
    }
}

fn nearest(minutes: i64) -> i64 {
    (minutes + STEP / 2).div_euclid(STEP) * STEP
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime};
    use sponsor_core::model::{EntryId, EntryKind, When};
    use sponsor_core::query::Item;

    use super::{By, Carry, Over};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn at(on: u32, hour: u32, minute: u32) -> NaiveDateTime {
        day(on).and_hms_opt(hour, minute, 0).unwrap()
    }

    fn timed(on: u32, hour: u32, minute: u32, minutes: u32) -> When {
        When::Timed { start: at(on, hour, minute), minutes: Some(minutes), zone: chrono_tz::Europe::Sofia }
    }

    fn item(when: When) -> Item {
        Item {
            count: 1,
            id: EntryId::from_bytes([1; 16]),
            instance: None,
            kind: EntryKind::Task,
            action: None,
            title: "Каталози".to_owned(),
            when,
            place: String::new(),
            mode: None,
            people: Vec::new(),
            priority: sponsor_core::model::Priority::Other,
            state: sponsor_core::model::EntryState::Planned,
            nature: None,
            outcome: None,
            note: String::new(),
            first_steps_of: None,
            sorted: false,
            invited: 0,
            created: at(24, 12, 40),
        }
    }

    fn carry(when: When, by: By, held: NaiveDateTime) -> Carry {
        Carry::begin(&item(when), by, Some(held), chrono_tz::Europe::Sofia)
    }

    #[test]
    fn an_entry_follows_the_point_where_it_is_held_in_quarters_of_an_hour() {
        let mut carry = carry(timed(25, 16, 0, 45), By::Pointer, at(25, 16, 20));
        carry.follow(Over::Hour(day(25), 16 * 60 + 22));
        assert!(!carry.changes());
        carry.follow(Over::Hour(day(26), 15 * 60 + 24));
        assert_eq!(carry.to, timed(26, 15, 0, 45));
        carry.follow(Over::Hour(day(26), 5));
        assert_eq!(carry.to, timed(26, 0, 0, 45));
        carry.follow(Over::Day(day(30)));
        assert_eq!(carry.to, timed(30, 16, 0, 45));
    }

    #[test]
    fn a_stretched_entry_keeps_its_start_and_never_vanishes() {
        let mut carry = carry(timed(25, 16, 0, 45), By::Edge, at(25, 16, 44));
        carry.follow(Over::Hour(day(25), 17 * 60 + 31));
        assert_eq!(carry.to, timed(25, 16, 0, 90));
        carry.follow(Over::Hour(day(25), 15 * 60));
        assert_eq!(carry.to, timed(25, 16, 0, 15));
    }

    #[test]
    fn what_has_no_hour_gets_one_over_the_hours_and_a_day_over_a_day() {
        let mut undated = carry(When::Undated, By::Pointer, at(24, 0, 0));
        undated.follow(Over::Day(day(26)));
        assert_eq!(undated.to, When::day(day(26)));
        undated.follow(Over::Hour(day(26), 10 * 60 + 20));
        assert_eq!(undated.to, timed(26, 10, 15, 30));
        undated.stay();
        assert!(!undated.changes());
        // The second of three days is held: it goes where the pointer is.
        let days = |from, to| When::AllDay { from: day(from), to: day(to) };
        let mut long = carry(days(23, 25), By::Pointer, at(24, 0, 0));
        long.follow(Over::Hour(day(27), 600));
        assert_eq!(long.to, days(26, 28));
    }

    #[test]
    fn keys_move_and_stretch_step_by_step() {
        let mut carry = carry(timed(25, 16, 0, 45), By::Keys, at(25, 16, 0));
        carry.nudge(1, -1);
        assert_eq!(carry.to, timed(26, 15, 45, 45));
        carry.stretch(0, 2);
        assert_eq!(carry.to, timed(26, 15, 45, 75));
        carry.stretch(0, -9);
        assert_eq!(carry.to, timed(26, 15, 45, 15));
    }
}
