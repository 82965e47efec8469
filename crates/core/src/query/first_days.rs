//! When the seven actions of the first three days are proposed, and which hours are open for them.

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};

/// How long the first days last: 72 hours from the registration.
pub const FIRST_DAYS_LENGTH: TimeDelta = TimeDelta::hours(72);

/// Nothing is planned before this hour.
const MORNING: NaiveTime = at(8, 0);
/// Nothing is planned from this hour on.
const NIGHT: NaiveTime = at(21, 0);
/// The latest hour at which the first action may still be proposed for the day of the registration.
const LATE: NaiveTime = at(18, 30);
/// Between the first action and the second one.
const APART: TimeDelta = TimeDelta::minutes(90);

const fn at(hour: u32, minute: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Whether an action of the first days may stand at a moment: within the 72 hours, and not between 21:00 and 8:00.
#[must_use]
pub fn is_in_first_days(registered: NaiveDateTime, moment: NaiveDateTime) -> bool {
    let inside = moment >= registered && moment.signed_duration_since(registered) <= FIRST_DAYS_LENGTH;
    inside && is_open_hour(moment.time())
}

/// Whether a new user is asked for anything at this time of day: not at night.
#[must_use]
pub fn is_open_hour(time: NaiveTime) -> bool {
    (MORNING..NIGHT).contains(&time)
}

/// The moments that are proposed for the seven actions, in order: two on the first day, three on the second and two on
/// the third. A registration in the evening begins its first day in the morning after.
#[must_use]
pub fn propose_first_days(registered: NaiveDateTime) -> Vec<NaiveDateTime> {
    let first = first_action(registered);
    let later = |days, time| first.date().checked_add_days(Days::new(days)).map(|day| day.and_time(time));
    let mut moments = vec![first, first + APART];
    let others =
        [later(1, at(9, 30)), later(1, at(11, 0)), later(1, at(19, 0)), later(2, at(10, 0)), later(2, at(17, 0))];
    moments.extend(others.into_iter().flatten());
    moments
}

/// Half an hour after the registration at the earliest, on a whole or half hour, in the day.
fn first_action(registered: NaiveDateTime) -> NaiveDateTime {
    let soonest = registered + TimeDelta::minutes(30);
    let past = soonest.num_seconds_from_midnight() % 1_800;
    let waits = if past == 0 { 0 } else { 1_800 - past };
    let soonest = soonest - TimeDelta::nanoseconds(soonest.nanosecond().into()) + TimeDelta::seconds(waits.into());
    let day = registered.date();
    if soonest.date() == day && soonest.time() <= LATE {
        return soonest.max(day.and_time(at(9, 0)));
    }
    day.checked_add_days(Days::new(1)).unwrap_or(day).and_time(at(9, 0))
}

/// The moment that is proposed for the second talk: the morning on which the 72 hours end, or the noon before.
#[must_use]
pub fn propose_second_talk(registered: NaiveDateTime) -> NaiveDateTime {
    let actions = propose_first_days(registered);
    let last = actions.last().copied().unwrap_or(registered).date();
    let morning = registered.date().checked_add_days(Days::new(3)).map(|day| day.and_time(at(10, 0)));
    let free = |moment: &NaiveDateTime| is_in_first_days(registered, *moment) && !actions.contains(moment);
    morning.filter(free).unwrap_or(last.and_time(at(12, 0)))
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
    use proptest::prelude::*;

    use super::{is_in_first_days, propose_first_days, propose_second_talk};

    fn moment(hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn a_registration_in_the_morning_fills_three_days_and_the_second_talk_ends_them() {
        let proposed = propose_first_days(moment(10, 40));
        let written: Vec<String> = proposed.iter().map(|at| at.format("%d %H:%M").to_string()).collect();
        assert_eq!(written, ["23 11:30", "23 13:00", "24 09:30", "24 11:00", "24 19:00", "25 10:00", "25 17:00"]);
        assert_eq!(propose_second_talk(moment(10, 40)).format("%d %H:%M").to_string(), "26 10:00");
    }

    #[test]
    fn a_registration_at_night_begins_in_the_morning() {
        let proposed = propose_first_days(moment(22, 15));
        assert_eq!(proposed.first().unwrap().format("%d %H:%M").to_string(), "24 09:00");
    }

    proptest! {
        #[test]
        fn whenever_one_registers_seven_actions_fit_in_the_open_hours_one_after_another(
            seconds in 0_i64..86_400 * 400,
            nanos in 0_i64..1_000_000_000,
        ) {
            let registered = moment(0, 0) + TimeDelta::seconds(seconds) + TimeDelta::nanoseconds(nanos);
            let proposed = propose_first_days(registered);
            prop_assert_eq!(proposed.len(), 7);
            for (index, at) in proposed.iter().enumerate() {
                prop_assert!(is_in_first_days(registered, *at), "{} of {}", at, registered);
                let ends = *at + TimeDelta::minutes(60);
                prop_assert!(is_in_first_days(registered, ends - TimeDelta::minutes(1)));
                if let Some(next) = proposed.get(index + 1) {
                    prop_assert!(ends <= *next);
                }
            }
            let talk = propose_second_talk(registered);
            prop_assert!(is_in_first_days(registered, talk));
            prop_assert!(proposed.iter().all(|at| (*at - talk).abs() >= TimeDelta::minutes(60)));
        }
    }
}
