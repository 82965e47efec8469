//! Bulgarian name days: fixed ones, and those that move with the Orthodox Easter.
//!
//! People keep one day a year though the church has several feasts for a name: the list holds the one that is kept.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike as _, Days, NaiveDate};
use serde::Deserialize;

use crate::text::fold;

/// The shipped calendar.
const CALENDAR: &str = include_str!("../../../assets/content/name_days.json");

/// The day of a name in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameDay {
    /// The day, a date of the civil calendar.
    pub on: NaiveDate,
    /// The feast: «Никулден».
    pub feast: &'static str,
}

/// When a feast is kept: on a date, or so many days from the Orthodox Easter.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Kept {
    Fixed { month: u32, day: u32 },
    Movable { easter: i64 },
}

impl Kept {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Movable { easter } => orthodox_easter(year)?.checked_add_signed(chrono::TimeDelta::days(easter)),
        }
    }
}

#[derive(Debug, Deserialize)]
struct Feast {
    #[serde(flatten)]
    kept: Kept,
    #[serde(rename = "feast")]
    name: String,
    names: Vec<String>,
}

static FEASTS: LazyLock<Vec<Feast>> = LazyLock::new(|| {
    serde_json::from_str(CALENDAR).unwrap_or_else(|error| {
        tracing::error!(%error, "the calendar of name days cannot be read");
        Vec::new()
    })
});

/// The feast of each name, folded, so that "Maria" keeps the day of «Мария».
static BY_NAME: LazyLock<HashMap<String, &'static Feast>> = LazyLock::new(|| {
    let pairs = FEASTS.iter().flat_map(|feast| feast.names.iter().map(move |name| (fold(name), feast)));
    pairs.collect()
});

/// The name day of a given name in a year; of several names the first one counts. None for a name without one, and for
/// years outside 1900 to 2099.
#[must_use]
pub fn name_day(given: &str, year: i32) -> Option<NameDay> {
    let first = given.split([' ', '-']).find(|word| !word.is_empty())?;
    let feast = BY_NAME.get(&fold(first))?;
    Some(NameDay { on: feast.kept.in_year(year)?, feast: &feast.name })
}

/// The names that are kept on a day, as they stand in the calendar: the best known ones first. Empty for an ordinary day
/// and for years outside 1900 to 2099.
#[must_use]
pub fn names_on(day: NaiveDate) -> Vec<&'static str> {
    let kept = FEASTS.iter().filter(|feast| feast.kept.in_year(day.year()) == Some(day));
    kept.flat_map(|feast| feast.names.iter().map(String::as_str)).collect()
}

/// The Orthodox Easter of a year from 1900 to 2099, by Meeus' rule for the Julian calendar (Astronomical Algorithms,
/// chapter 8) and the thirteen days between the calendars in these years.
#[must_use]
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let sum = moon + sunday + 114;
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)?;
    julian.checked_add_days(Days::new(13))
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, Weekday};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn of(name: &str, year: i32) -> Option<NaiveDate> {
        name_day(name, year).map(|found| found.on)
    }

    #[test]
    fn the_orthodox_easter_of_known_years() {
        // Dates as the Bulgarian church announced them.
        for known in [
            "2000-04-30",
            "2008-04-27",
            "2013-05-05",
            "2016-05-01",
            "2019-04-28",
            "2021-05-02",
            "2022-04-24",
            "2023-04-16",
            "2024-05-05",
            "2025-04-20",
            "2026-04-12",
            "2027-05-02",
            "2028-04-16",
            "2029-04-08",
            "2030-04-28",
        ] {
            assert_eq!(orthodox_easter(day(known).year()), Some(day(known)));
        }
        assert!((1900..=2099).all(|year| orthodox_easter(year).unwrap().weekday() == Weekday::Sun));
        assert_eq!(orthodox_easter(1899), None);
        assert_eq!(orthodox_easter(2100), None);
    }

    #[test]
    fn fixed_days_are_the_same_every_year() {
        for year in 2024..=2028 {
            for (name, on) in [
                ("Мария", "08-15"),
                ("Никола", "12-06"),
                ("Иван", "01-07"),
                ("Георги", "05-06"),
                ("Димитър", "10-26"),
                ("Стефан", "12-27"),
                ("Екатерина", "11-24"),
                ("Елена", "05-21"),
                ("Петър", "06-29"),
                ("Васил", "01-01"),
            ] {
                assert_eq!(of(name, year), Some(day(&format!("{year}-{on}"))), "{name}");
            }
        }
    }

    #[test]
    fn flowers_and_theodors_move_with_easter() {
        for (year, theodore, lazarus, flowers, thomas, ascension) in [
            (2024, "2024-03-23", "2024-04-27", "2024-04-28", "2024-05-12", "2024-06-13"),
            (2025, "2025-03-08", "2025-04-12", "2025-04-13", "2025-04-27", "2025-05-29"),
            (2026, "2026-02-28", "2026-04-04", "2026-04-05", "2026-04-19", "2026-05-21"),
            (2027, "2027-03-20", "2027-04-24", "2027-04-25", "2027-05-09", "2027-06-10"),
            (2028, "2028-03-04", "2028-04-08", "2028-04-09", "2028-04-23", "2028-05-25"),
        ] {
            assert_eq!(of("Тодор", year), Some(day(theodore)));
            assert_eq!(of("Лазар", year), Some(day(lazarus)));
            assert_eq!(of("Невена", year), Some(day(flowers)));
            assert_eq!(of("Тома", year), Some(day(thomas)));
            assert_eq!(of("Спас", year), Some(day(ascension)));
        }
    }

    #[test]
    fn a_name_is_found_as_people_write_it() {
        assert_eq!(of("мария", 2026), of("Maria", 2026));
        assert_eq!(of("Мария Магдалена", 2026), of("Мария", 2026));
        assert_eq!(of("Анна-Мария", 2026), of("Анна", 2026));
        assert_eq!(name_day("Николай", 2026).map(|found| found.feast), Some("Никулден"));
        assert_eq!(of("Ричард", 2026), None);
        assert_eq!(of("", 2026), None);
    }

    #[test]
    fn every_name_of_the_calendar_has_one_day() {
        let mut seen = HashMap::new();
        for feast in FEASTS.iter() {
            assert!(feast.kept.in_year(2026).is_some(), "{}", feast.name);
            for name in &feast.names {
                if let Some(other) = seen.insert(name, &feast.name) {
                    panic!("{name} stands under {other} and {}", feast.name);
                }
                assert_eq!(of(name, 2026), feast.kept.in_year(2026), "{name} of {}", feast.name);
            }
        }
        assert!(seen.len() > 600);
    }
}
