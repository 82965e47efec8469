//! A snapshot («отчет»): key figures frozen at a date; never changed afterwards.

use chrono::{Datelike as _, IsoWeek, NaiveDate, NaiveDateTime, Weekday};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{InvalidValue, Scope, SnapshotId};

/// A month or a week that figures are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "WrittenPeriod")]
pub enum FigurePeriod {
    /// A calendar month.
    Month {
        /// The year.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// An ISO week.
    Week {
        /// The ISO year.
        year: i32,
        /// 1 to 53.
        week: u32,
    },
}

/// A period as it stands in a file, before it is checked.
#[derive(Deserialize)]
enum WrittenPeriod {
    Month { year: i32, month: u32 },
    Week { year: i32, week: u32 },
}

impl TryFrom<WrittenPeriod> for FigurePeriod {
    type Error = InvalidValue;

    fn try_from(written: WrittenPeriod) -> Result<Self, InvalidValue> {
        let (first, period) = match written {
            WrittenPeriod::Month { year, month } => {
                (NaiveDate::from_ymd_opt(year, month, 1), Self::Month { year, month })
            }
            WrittenPeriod::Week { year, week } => {
                (NaiveDate::from_isoywd_opt(year, week, Weekday::Mon), Self::Week { year, week })
            }
        };
        first.map(|_| period).ok_or(InvalidValue::NoSuchDay)
    }
}

/// A period as it is written in scripts: "2026-11" or "2026-W48".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodName(pub String);

impl FigurePeriod {
    /// The month of a day.
    #[must_use]
    pub fn month_of(day: NaiveDate) -> Self {
        Self::Month { year: day.year(), month: day.month() }
    }

    /// The ISO week of a day.
    #[must_use]
    pub fn week_of(day: NaiveDate) -> Self {
        let week: IsoWeek = day.iso_week();
        Self::Week { year: week.year(), week: week.week() }
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Week { year, week } => NaiveDate::from_isoywd_opt(year, week, Weekday::Mon),
        }
        .unwrap_or_default()
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day().pred_opt().unwrap_or_default()
    }

    /// The period after this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Month { year, month: 12 } => Self::Month { year: year + 1, month: 1 },
            Self::Month { year, month } => Self::Month { year, month: month + 1 },
            Self::Week { .. } => {
                Self::week_of(self.first_day().checked_add_days(chrono::Days::new(7)).unwrap_or_default())
            }
        }
    }

    /// The period before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        let before = self.first_day().pred_opt().unwrap_or_default();
        match self {
            Self::Month { .. } => Self::month_of(before),
            Self::Week { .. } => Self::week_of(before),
        }
    }

    /// The period as it is written in scripts.
    #[must_use]
    pub fn name(self) -> PeriodName {
        PeriodName(match self {
            Self::Month { year, month } => format!("{year:04}-{month:02}"),
            Self::Week { year, week } => format!("{year:04}-W{week:02}"),
        })
    }

    /// The period that is written so in scripts, if there is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let year: i32 = year.parse().ok()?;
        if let Some(week) = rest.strip_prefix('W') {
            let week: u32 = week.parse().ok()?;
            return NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(|_| Self::Week { year, week });
        }
        let month: u32 = rest.parse().ok()?;
        NaiveDate::from_ymd_opt(year, month, 1).map(|_| Self::Month { year, month })
    }
}

/// The three key figures of a period; what is unknown is none, never 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureValues {
    /// Points; of a week the difference of two levels, so that a corrected reading can make it negative.
    pub points: Option<Decimal>,
    /// New users.
    pub new_users: Option<u32>,
    /// Of them partners.
    pub new_partners: Option<u32>,
    /// People in training.
    pub in_training: Option<u32>,
    /// Of them in person at least once.
    pub in_person: Option<u32>,
    /// Of them online only.
    pub online_only: Option<u32>,
    /// Of them those who want to grow.
    pub wants_more: Option<u32>,
}

/// Where the points of a period come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PointsSource {
    /// A figure typed as the company's site shows it.
    Reading,
    /// The sum of orders.
    Orders,
}

/// Where the points of a snapshot come from, and up to which day they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsFrom {
    /// Readings or orders.
    pub source: PointsSource,
    /// The day of the newest reading; of orders the day up to which they were summed.
    pub on: NaiveDate,
}

/// Key figures frozen at a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The id.
    pub id: SnapshotId,
    /// When it was taken.
    pub taken: NaiveDateTime,
    /// Who took it, by name as it was then.
    pub by: String,
    /// A comment.
    pub comment: String,
    /// The period.
    pub period: FigurePeriod,
    /// The day up to which the figures were counted.
    pub until: NaiveDate,
    /// Whole or branch.
    pub scope: Scope,
    /// The branch's name as it was then; empty for the whole.
    pub scope_name: String,
    /// The figures.
    pub values: FigureValues,
    /// The figures of the same days of the period before.
    pub previous: FigureValues,
    /// The figures of the periods that led here, oldest first, this one last; thirteen of them.
    pub series: Vec<(FigurePeriod, FigureValues)>,
    /// Points of the same periods a year before, as far as known.
    pub year_before: Vec<Option<Decimal>>,
    /// Where the points come from; none where they are unknown, and in snapshots from before this was kept.
    #[serde(default)]
    pub points_from: Option<PointsFrom>,
}
