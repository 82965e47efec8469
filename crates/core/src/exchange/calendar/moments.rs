//! Days, moments and lengths as calendars write them.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _};
use chrono_tz::Tz;

use super::content::Property;
use super::zones::{Zone, Zones};
use crate::model::moment_of;

/// A day or a moment of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// A whole day.
    Day(NaiveDate),
    /// A local time by some clock.
    Local(NaiveDateTime, Clock),
}

/// By whose clock a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// Wherever one is.
    Floating,
    /// A zone of the world; UTC is one, too.
    Zone(Tz),
    /// So far from UTC.
    Offset(FixedOffset),
    /// A zone that nobody knows, taken as the clock at home.
    Unknown,
}

impl Moment {
    /// The day on it.
    pub(super) const fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Local(local, _) => local.date(),
        }
    }

    /// The local time by the clock of a zone; of a day its beginning.
    pub(super) fn by_clock_of(self, zone: Tz) -> NaiveDateTime {
        let instant = match self {
            Self::Day(day) => return day.and_time(NaiveTime::MIN),
            Self::Local(local, Clock::Floating | Clock::Unknown) => return local,
            Self::Local(local, Clock::Zone(own)) if own == zone => return local,
            Self::Local(local, Clock::Zone(own)) => moment_of(local, own).naive_utc(),
            Self::Local(local, Clock::Offset(offset)) => local - offset,
        };
        zone.from_utc_datetime(&instant).naive_local()
    }

    /// The same in UTC, for stamps; a time without a zone is taken as UTC.
    pub(super) fn in_utc(self) -> NaiveDateTime {
        self.by_clock_of(Tz::UTC)
    }
}

/// The moment that a property says; none for what is no moment.
pub(super) fn moment(property: &Property, zones: &Zones) -> Option<Moment> {
    let zone = property.parameter("TZID");
    // What follows on the next line without a colon was no part of it.
    let value = property.value.split("\\n").next().unwrap_or("");
    moment_in(value, zone, property.parameter("VALUE"), zones).or_else(|| {
        // A name such as "(UTC-03:00) Brasilia" without quotes cuts the line at the wrong colon.
        let (rest, value) = property.value.rsplit_once(':')?;
        let whole = format!("{}:{rest}", zone?);
        moment_in(value, Some(&whole), None, zones)
    })
}

/// The moments between commas; none when one of them is no moment.
pub(super) fn moments(property: &Property, zones: &Zones) -> Option<Vec<Moment>> {
    let (zone, kind) = (property.parameter("TZID"), property.parameter("VALUE"));
    let values = property.value.split([',', ';']).map(str::trim).filter(|value| !value.is_empty());
    values.map(|value| moment_in(value, zone, kind, zones)).collect()
}

pub(super) fn moment_in(value: &str, zone: Option<&str>, kind: Option<&str>, zones: &Zones) -> Option<Moment> {
    let (day, time) = match value.trim().split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time.trim())),
        None => (value.trim(), None),
    };
    let day = day_of(day)?;
    let Some(time) = time.filter(|_| kind != Some("DATE")) else { return Some(Moment::Day(day)) };
    let ends = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, behind) = time.split_at_checked(ends)?;
    let local = time_of(clock)?.map(|time| day.and_time(time)).or_else(|| {
        // Midnight at the end of a day.
        Some(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN))
    })?;
    let clock = match behind {
        "" => match zone.map(|name| zones.find(name)) {
            None => Clock::Floating,
            Some(Zone::Known(zone)) => Clock::Zone(zone),
            Some(Zone::Fixed(offset)) => Clock::Offset(offset),
            Some(Zone::Unknown) => Clock::Unknown,
        },
        "Z" | "z" => Clock::Zone(Tz::UTC),
        offset => Clock::Offset(offset_of(offset)?),
    };
    Some(Moment::Local(local, clock))
}

fn digits(text: &str, from: usize, to: usize) -> Option<u32> {
    let part = text.get(from..to).filter(|part| part.bytes().all(|digit| digit.is_ascii_digit()))?;
    part.parse().ok()
}

fn day_of(text: &str) -> Option<NaiveDate> {
    let plain = text.replace('-', "");
    if plain.len() != 8 {
        return None;
    }
    let year = i32::try_from(digits(&plain, 0, 4)?).ok().filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year, digits(&plain, 4, 6)?, digits(&plain, 6, 8)?)
}

/// The time of day; within it none for 24:00.
#[expect(clippy::option_option, reason = "the outer one is for what is no time at all")]
fn time_of(text: &str) -> Option<Option<NaiveTime>> {
    let plain = text.replace(':', "");
    let plain = plain.split('.').next().unwrap_or("");
    let seconds = match plain.len() {
        6 => digits(plain, 4, 6)?,
        4 => 0,
        _ => return None,
    };
    let (hour, minute) = (digits(plain, 0, 2)?, digits(plain, 2, 4)?);
    if (hour, minute, seconds) == (24, 0, 0) {
        return Some(None);
    }
    // A leap second is the last one of its minute.
    NaiveTime::from_hms_opt(hour, minute, seconds.min(59)).filter(|_| seconds <= 60).map(Some)
}

fn offset_of(text: &str) -> Option<FixedOffset> {
    let plain = text.replace(':', "");
    let seconds = i32::try_from(digits(&plain, 1, 3)? * 3_600 + digits(&plain, 3, 5).unwrap_or(0) * 60).ok()?;
    FixedOffset::east_opt(if plain.starts_with('-') { -seconds } else { seconds })
}

/// A length such as "-PT15M" or "P1DT2H"; none for what is none.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut seconds, mut number, mut said) = (0_i64, String::new(), false);
    for letter in rest.chars() {
        let unit = match letter {
            'T' if number.is_empty() => continue,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            digit if digit.is_ascii_digit() => {
                number.push(digit);
                continue;
            }
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(unit)?)?;
        number.clear();
        said = true;
    }
    let whole = number.is_empty() && said;
    TimeDelta::try_seconds(if negative { -seconds } else { seconds }).filter(|_| whole)
}

/// A local moment of a zone as UTC, as calendars write it.
pub(super) fn utc_text(local: NaiveDateTime, zone: Tz) -> String {
    stamp_text(moment_of(local, zone).naive_utc())
}

/// A moment in UTC as calendars write it.
pub(super) fn stamp_text(utc: NaiveDateTime) -> String {
    DateTime::<chrono::Utc>::from_naive_utc_and_offset(utc, chrono::Utc).format("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};

    use super::{Clock, Moment, Zones, length, moment_in};

    #[test]
    fn days_and_moments_are_read_in_all_their_forms() {
        let zones = Zones::default();
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let ten = day.and_hms_opt(10, 30, 0).unwrap();
        let read = |text: &str| moment_in(text, None, None, &zones);
        assert_eq!(read("20261124"), Some(Moment::Day(day)));
        assert_eq!(read("2026-11-24"), Some(Moment::Day(day)));
        for text in ["20261124T103000", "20261124T1030", "2026-11-24T10:30:00", "2026-11-24 10:30"] {
            assert_eq!(read(text), Some(Moment::Local(ten, Clock::Floating)), "{text}");
        }
        assert_eq!(read("20261124T103000Z"), Some(Moment::Local(ten, Clock::Zone(chrono_tz::UTC))));
        let offset = read("2026-11-24T10:30:00+02:00").unwrap();
        assert_eq!(offset.in_utc(), day.and_hms_opt(8, 30, 0).unwrap());
        assert_eq!(read("20261123T240000").unwrap().by_clock_of(chrono_tz::UTC), day.and_hms_opt(0, 0, 0).unwrap());
        for none in ["", "20261324", "2026", "20261124T99", "20261124T250000", "утре", "00000101"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn a_name_of_windows_and_one_behind_a_path_is_a_zone() {
        let zones = Zones::default();
        let zone = |name: &str| moment_in("20261124T103000", Some(name), None, &zones);
        let ten = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(10, 30, 0).unwrap();
        for (name, known) in [
            ("Europe/Sofia", chrono_tz::Europe::Sofia),
            ("W. Europe Standard Time", chrono_tz::Europe::Berlin),
            ("/mozilla.org/20070129_1/America/New_York", chrono_tz::America::New_York),
            ("/freeassociation.sourceforge.net/Europe/Berlin", chrono_tz::Europe::Berlin),
            ("(UTC-03:00) Brasilia", chrono_tz::America::Sao_Paulo),
        ] {
            assert_eq!(zone(name), Some(Moment::Local(ten, Clock::Zone(known))), "{name}");
        }
        assert_eq!(zone("Нашето време"), Some(Moment::Local(ten, Clock::Unknown)));
        assert_eq!(zone("UTC+11").unwrap().in_utc(), ten - TimeDelta::hours(11));
    }

    #[test]
    fn lengths_are_read_and_nonsense_is_none() {
        assert_eq!(length("-PT15M"), Some(TimeDelta::minutes(-15)));
        assert_eq!(length("P1DT2H"), Some(TimeDelta::hours(26)));
        assert_eq!(length("P2W"), Some(TimeDelta::days(14)));
        for none in ["", "P", "PT", "15M", "P99999999999999999999D", "PT1X"] {
            assert_eq!(length(none), None, "{none}");
        }
    }
}
