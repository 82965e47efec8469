//! Where entries stand in the week: days, minutes, columns of what overlaps, lanes of what lasts whole days. Nothing
//! here paints.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Weekday};
use sponsor_core::model::When;

/// Minutes of a day.
pub(super) const DAY_MINUTES: u32 = 24 * 60;

/// What an entry takes in the grid where it has room, in minutes, so that its words can be read.
pub(super) const LEAST_MINUTES: u32 = 30;
/// The same of a thing without a length: a slim line.
const MOMENT_MINUTES: u32 = 20;
/// The least that anything takes, where another begins soon after it.
const SLIM_MINUTES: u32 = 15;

/// The first day of the week in which a day stands.
pub(super) fn week_start(day: NaiveDate, starts: Weekday) -> NaiveDate {
    let back = day.weekday().days_since(starts);
    day.checked_sub_days(Days::new(back.into())).unwrap_or(day)
}

/// A day some days later, or earlier for a negative number.
pub(super) fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

/// From which minute to which a thing stands on a day, midnight to midnight; none where it does not touch the day or
/// has no hour.
pub(super) fn minutes_on(when: &When, day: NaiveDate) -> Option<(u32, u32)> {
    let When::Timed { start, .. } = when else { return None };
    let end = when.end().unwrap_or(*start);
    let midnight = day.and_time(NaiveTime::MIN);
    let next = midnight.checked_add_signed(TimeDelta::days(1))?;
    let touches = *start < next && (end > midnight || *start >= midnight);
    touches.then(|| (minute_of(*start, midnight), minute_of(end, midnight)))
}

fn minute_of(moment: NaiveDateTime, midnight: NaiveDateTime) -> u32 {
    let minutes = (moment - midnight).num_minutes().clamp(0, DAY_MINUTES.into());
    u32::try_from(minutes).unwrap_or(0)
}

/// The minute of the day.
pub(super) fn minute(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// The time at a minute of the day; the last minute for midnight.
pub(super) fn time_at(minutes: u32) -> NaiveTime {
    let within = minutes.min(DAY_MINUTES - 1);
    NaiveTime::from_hms_opt(within / 60, within % 60, 0).unwrap_or_default()
}

/// A column beside others: the `column`-th of `of` equal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Counted from 0 at the left.
    pub(super) column: usize,
    /// How many stand side by side here.
    pub(super) of: usize,
}

/// How much of the day each thing takes as it is shown: what is short gets the room in which it can be read, but gives
/// way to what begins before that, so that only what truly stands at one time is side by side.
pub(super) fn shown_spans(spans: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let shown = |(from, to): &(u32, u32)| {
        let wanted = from + if from == to { MOMENT_MINUTES } else { LEAST_MINUTES };
        let next = spans.iter().map(|(other, _)| *other).filter(|other| other > from).min().unwrap_or(DAY_MINUTES);
        (*from, (*to).max(wanted.min(next)).max(from + SLIM_MINUTES))
    };
    spans.iter().map(shown).collect()
}

/// Puts what overlaps side by side: each span of minutes gets the first column that is free when it begins; all spans
/// that hang together share the width equally. The answer is in the order of the spans.
pub(super) fn side_by_side(spans: &[(u32, u32)]) -> Vec<Slot> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    let span = |at: usize| spans.get(at).copied().unwrap_or_default();
    order.sort_by_key(|at| (span(*at).0, std::cmp::Reverse(span(*at).1), *at));
    let mut slots = vec![Slot { column: 0, of: 1 }; spans.len()];
    let mut cluster: Vec<usize> = Vec::new();
    let mut ends: Vec<u32> = Vec::new();
    for at in order {
        let (from, to) = span(at);
        if ends.iter().all(|end| *end <= from) {
            share(&mut slots, &mut cluster, ends.len());
            ends.clear();
        }
        let column = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
        match ends.get_mut(column) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        if let Some(slot) = slots.get_mut(at) {
            slot.column = column;
        }
        cluster.push(at);
    }
    share(&mut slots, &mut cluster, ends.len());
    slots
}

fn share(slots: &mut [Slot], cluster: &mut Vec<usize>, of: usize) {
    for at in cluster.drain(..) {
        if let Some(slot) = slots.get_mut(at) {
            slot.of = of.max(1);
        }
    }
}

/// Lanes of what lasts whole days: each span of columns, both ends included, gets the first lane that is free.
pub(super) fn lanes(spans: &[(usize, usize)]) -> Vec<usize> {
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut answer = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        let free = |lane: &Vec<(usize, usize)>| lane.iter().all(|(first, last)| to < first || from > last);
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        match taken.get_mut(lane) {
            Some(lane) => lane.push((*from, *to)),
            None => taken.push(vec![(*from, *to)]),
        }
        answer.push(lane);
    }
    answer
}

/// Two minutes of a drag as a span in steps of a quarter of an hour, at least one step long.
pub(super) fn dragged(one: u32, other: u32) -> (u32, u32) {
    const STEP: u32 = 15;
    let (from, to) = (one.min(other), one.max(other));
    let from = from / STEP * STEP;
    let to = to.div_ceil(STEP) * STEP;
    (from.min(DAY_MINUTES - STEP), to.max(from + STEP).min(DAY_MINUTES))
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};
    use sponsor_core::model::When;

    use super::{Slot, dragged, lanes, minutes_on, shown_spans, side_by_side, week_start};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn timed(on: u32, hour: u32, minutes: Option<u32>) -> When {
        let start = day(on).and_hms_opt(hour, 0, 0).unwrap();
        When::Timed { start, minutes, zone: chrono_tz::Europe::Sofia }
    }

    fn slot(column: usize, of: usize) -> Slot {
        Slot { column, of }
    }

    #[test]
    fn entries_that_overlap_stand_side_by_side_and_those_apart_have_the_whole_width() {
        let slots = side_by_side(&[(600, 690), (630, 690), (720, 780)]);
        assert_eq!(slots, [slot(0, 2), slot(1, 2), slot(0, 1)]);
    }

    #[test]
    fn entries_that_follow_each_other_do_not_overlap() {
        assert_eq!(side_by_side(&[(600, 660), (660, 720)]), [slot(0, 1), slot(0, 1)]);
    }

    #[test]
    fn a_column_that_is_free_again_is_used_again_within_what_hangs_together() {
        let slots = side_by_side(&[(540, 720), (560, 600), (610, 700)]);
        assert_eq!(slots, [slot(0, 2), slot(1, 2), slot(1, 2)]);
    }

    #[test]
    fn a_moment_without_length_takes_little_room_and_pushes_only_what_stands_at_its_time() {
        let placed = |spans: &[(u32, u32)]| side_by_side(&shown_spans(spans));
        assert_eq!(placed(&[(600, 600), (615, 675)]), [slot(0, 1), slot(0, 1)]);
        assert_eq!(placed(&[(540, 600), (600, 600)]), [slot(0, 1), slot(0, 1)]);
        assert_eq!(placed(&[(540, 630), (600, 600)]), [slot(0, 2), slot(1, 2)]);
        assert_eq!(placed(&[(600, 600), (600, 600)]), [slot(0, 2), slot(1, 2)]);
        assert!(placed(&[]).is_empty());
    }

    #[test]
    fn what_is_short_is_as_high_as_it_is_read_unless_another_follows_at_once() {
        assert_eq!(shown_spans(&[(600, 615)]), [(600, 630)]);
        assert_eq!(shown_spans(&[(600, 615), (620, 700)]), [(600, 620), (620, 700)]);
        assert_eq!(shown_spans(&[(600, 605), (605, 700)]), [(600, 615), (605, 700)]);
        assert_eq!(shown_spans(&[(600, 600)]), [(600, 620)]);
    }

    #[test]
    fn no_two_entries_ever_cover_each_other() {
        let mut spans = Vec::new();
        for step in 0_u32..60 {
            let from = step * 37 % 1300;
            spans.push((from, from + 15 + step * 53 % 160));
        }
        let slots = side_by_side(&spans);
        for (one, (from, to)) in spans.iter().enumerate() {
            for (other, (first, last)) in spans.iter().enumerate().skip(one + 1) {
                let overlap = from < last && first < to;
                assert!(!overlap || slots[one].column != slots[other].column, "{one} and {other}");
            }
            assert!(slots[one].column < slots[one].of);
        }
    }

    #[test]
    fn an_entry_over_midnight_stands_on_both_days() {
        let when = timed(24, 23, Some(120));
        assert_eq!(minutes_on(&when, day(24)), Some((23 * 60, 24 * 60)));
        assert_eq!(minutes_on(&when, day(25)), Some((0, 60)));
        assert_eq!(minutes_on(&when, day(26)), None);
        assert_eq!(minutes_on(&timed(24, 22, Some(120)), day(25)), None);
        assert_eq!(minutes_on(&timed(24, 0, None), day(24)), Some((0, 0)));
        assert_eq!(minutes_on(&When::day(day(24)), day(24)), None);
    }

    #[test]
    fn whole_days_that_meet_stand_under_each_other() {
        assert_eq!(lanes(&[(0, 2), (1, 1), (3, 4), (2, 3)]), [0, 1, 0, 1]);
    }

    #[test]
    fn the_week_begins_on_the_day_of_the_settings() {
        assert_eq!(week_start(day(24), Weekday::Mon), day(23));
        assert_eq!(week_start(day(24), Weekday::Sun), day(22));
        assert_eq!(week_start(day(23), Weekday::Mon), day(23));
    }

    #[test]
    fn a_drag_upwards_is_the_same_as_one_downwards() {
        assert_eq!(dragged(607, 655), (600, 660));
        assert_eq!(dragged(655, 607), (600, 660));
        assert_eq!(dragged(600, 600), (600, 615));
        assert_eq!(dragged(1439, 1439), (1425, 1440));
    }
}
