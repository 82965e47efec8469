//! Key figures in words: the period, the days compared with, how a figure changed.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use sponsor_core::model::FigurePeriod;

use super::Formats;

/// How a figure changed against the same days before, without a sign: an arrow says which way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// How much: `138 · 12 %`; the percentage only where there was something before.
    pub text: String,
    /// Which way.
    pub way: std::cmp::Ordering,
}

impl Formats {
    /// A period as a title: `ноември 2026`, `23–29 ноември · седмица 48`; while it runs `ноември 2026, до 24-ти`.
    #[must_use]
    pub fn figure_period(&self, period: FigurePeriod, until: NaiveDate) -> String {
        let whole = match period {
            FigurePeriod::Month { .. } => self.month_year(period.first_day()),
            FigurePeriod::Week { .. } => self.week(period.first_day()),
        };
        if until >= period.last_day() {
            return whole;
        }
        self.words.with("figures-until", &[("period", whole.into()), ("day", until.day().into())])
    }

    /// A period by name in a sentence: `февруари 2026`, `седмица 8 от 2026`.
    #[must_use]
    pub fn figure_period_name(&self, period: FigurePeriod) -> String {
        match period {
            FigurePeriod::Month { .. } => self.month_year(period.first_day()),
            FigurePeriod::Week { year, week } => self
                .words
                .with("figures-week-of-year", &[("week", week.to_string().into()), ("year", year.to_string().into())]),
        }
    }

    /// A period beside the pointer, in a chart of a few months or weeks: `ноември 2026`, `седмица 48`.
    #[must_use]
    pub fn figure_period_tip(&self, period: FigurePeriod) -> String {
        match period {
            FigurePeriod::Month { .. } => self.month_year(period.first_day()),
            FigurePeriod::Week { .. } => self.week_of(period.first_day()),
        }
    }

    /// A period on an axis or above a column: `ноем`, `48`.
    #[must_use]
    pub fn figure_period_label(&self, period: FigurePeriod) -> String {
        match period {
            FigurePeriod::Month { month, .. } => self.month_short(month),
            FigurePeriod::Week { week, .. } => week.to_string(),
        }
    }

    /// Days that a figure is compared with: `1–24 окт`, `30 ноем – 2 дек`.
    #[must_use]
    pub fn figure_days(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            self.date_tiny(from)
        } else if from.month() == to.month() {
            format!("{}–{}", from.day(), self.date_tiny(to))
        } else {
            format!("{} – {}", self.date_tiny(from), self.date_tiny(to))
        }
    }

    /// A figure, or «няма данни» where it is unknown.
    #[must_use]
    pub fn figure_value(&self, value: Option<Decimal>) -> String {
        value.map_or_else(|| self.words.get("no-data"), |value| self.decimal(value))
    }

    /// How a figure changed; none where one of both is unknown.
    #[must_use]
    pub fn figure_change(&self, now: Option<Decimal>, before: Option<Decimal>, percent: bool) -> Option<FigureChange> {
        let (now, before) = (now?, before?);
        let change = now.saturating_sub(before);
        let mut text = self.decimal(change.abs());
        let share = (percent && before > Decimal::ZERO && !change.is_zero())
            .then(|| change.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before))
            .flatten();
        if let Some(share) = share {
            text = format!("{text} · {}", self.percent(share));
        }
        Some(FigureChange { text, way: now.cmp(&before) })
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use chrono::NaiveDate;
    use rust_decimal::Decimal;
    use sponsor_core::model::FigurePeriod;

    use crate::format::Formats;
    use crate::words::{Language, Words};

    fn formats(language: Language) -> Formats {
        Formats::new(Words::new(language))
    }

    fn november(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    #[test]
    fn a_running_period_says_up_to_which_day() {
        let month = FigurePeriod::month_of(november(24));
        let week = FigurePeriod::week_of(november(24));
        let (bulgarian, english) = (formats(Language::Bulgarian), formats(Language::English));
        assert_eq!(bulgarian.figure_period(month, november(24)), "ноември 2026, до 24-ти");
        assert_eq!(bulgarian.figure_period(month, november(22)), "ноември 2026, до 22-ри");
        assert_eq!(english.figure_period(month, november(23)), "November 2026, to the 23rd");
        assert_eq!(english.figure_period(month, november(13)), "November 2026, to the 13th");
        assert_eq!(bulgarian.figure_period(month, november(30)), "ноември 2026");
        assert_eq!(bulgarian.figure_period(week, november(24)), "23–29 ноември · седмица 48, до 24-ти");
    }

    #[test]
    fn a_change_between_figures_beyond_all_bounds_is_told_and_stops_nothing() {
        let huge = formats(Language::Bulgarian).figure_change(Some(Decimal::MAX), Some(Decimal::MIN), true);
        assert!(huge.is_some());
    }

    #[test]
    fn a_change_has_a_percentage_only_where_there_was_something() {
        let formats = formats(Language::Bulgarian);
        let change =
            |now: i64, before: i64| formats.figure_change(Some(now.into()), Some(before.into()), true).unwrap();
        assert_eq!((change(1284, 1146).text.as_str(), change(1284, 1146).way), ("138 · 12\u{a0}%", Ordering::Greater));
        assert_eq!((change(5, 0).text.as_str(), change(5, 0).way), ("5", Ordering::Greater));
        assert_eq!((change(7, 7).text.as_str(), change(7, 7).way), ("0", Ordering::Equal));
        assert_eq!(formats.figure_change(Some(5.into()), None, true), None);
    }
}
