//! The five ways to look at the entries, their keys, and how far each goes at a step.

use chrono::{Datelike as _, Months, NaiveDate, Weekday};
use egui::{Key, Rect, Ui, UiBuilder, pos2, vec2};
use serde::{Deserialize, Serialize};

use super::agenda;
use super::layout::{shifted, week_start};
use crate::format::Formats;
use crate::theme::width;
use crate::words::Words;

/// How the entries are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Look {
    /// Месец.
    Month,
    /// Седмица.
    #[default]
    Week,
    /// Ден.
    Day,
    /// Предстоящо.
    Agenda,
    /// Хроника.
    Chronicle,
}

impl Look {
    /// Every view, in the order of the switch.
    pub(super) const ALL: [Self; 5] = [Self::Month, Self::Week, Self::Day, Self::Agenda, Self::Chronicle];

    /// The key of its name in the messages.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Month => "diary-month",
            Self::Week => "diary-week",
            Self::Day => "diary-day",
            Self::Agenda => "agenda",
            Self::Chronicle => "diary-chronicle",
        }
    }

    /// The key that turns to it, and as it is written on a cap.
    pub(super) const fn key(self) -> (Key, &'static str) {
        match self {
            Self::Month => (Key::M, "M"),
            Self::Week => (Key::W, "W"),
            Self::Day => (Key::D, "D"),
            Self::Agenda => (Key::A, "A"),
            Self::Chronicle => (Key::C, "C"),
        }
    }

    /// The names of the buttons that go back and on.
    pub(super) const fn steps(self) -> [&'static str; 2] {
        match self {
            Self::Month | Self::Chronicle => ["diary-month-before", "diary-month-after"],
            Self::Week | Self::Agenda => ["diary-week-before", "diary-week-after"],
            Self::Day => ["diary-day-before", "diary-day-after"],
        }
    }

    /// The day one step on, or back: a month, a week, a day.
    pub(super) fn step(self, day: NaiveDate, on: bool) -> NaiveDate {
        let ahead = |days: i64| shifted(day, if on { days } else { -days });
        match self {
            Self::Month | Self::Chronicle => {
                let month = Months::new(1);
                let there = if on { day.checked_add_months(month) } else { day.checked_sub_months(month) };
                there.unwrap_or(day)
            }
            Self::Week | Self::Agenda => ahead(7),
            Self::Day => ahead(1),
        }
    }

    /// Which days are shown, in words; after the whole of it shorter forms, for where there is less room.
    pub(super) fn ranges(
        self,
        words: &Words,
        formats: &Formats,
        (day, today): (NaiveDate, NaiveDate),
        starts: Weekday,
    ) -> Vec<String> {
        let tiny = |from, to| format!("{} – {}", formats.date_tiny(from), formats.date_tiny(to));
        let until = |day: String| words.with("diary-until-day", &[("day", day.into())]);
        match self {
            Self::Month => vec![formats.month_year(day)],
            Self::Week => {
                let first = week_start(day, starts);
                let last = shifted(first, 6);
                vec![formats.week(first), formats.date_range(first, last), tiny(first, last)]
            }
            Self::Day => vec![day_said(formats, day, today), formats.date_compact(day)],
            Self::Agenda => {
                let last = shifted(day, agenda::DAYS - 1);
                vec![formats.date_range(day, last), tiny(day, last)]
            }
            Self::Chronicle => vec![until(formats.date_long(day)), until(formats.date_tiny(day))],
        }
    }
}

/// How wide what is read is at most, where there is much more room; it stands in the middle then.
const READ: f32 = width::READING + 180.0;
/// How much more room there has to be.
const SPARE: f32 = 160.0;

/// Shows what is read in the middle of the room, no wider than it is read well.
pub(super) fn in_the_middle<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui, f32) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let wide = if room.width() - READ < SPARE { room.width() } else { READ };
    let left = room.left() + (room.width() - wide) / 2.0;
    let middle = Rect::from_min_size(pos2(left, room.top()), vec2(wide, room.height()));
    ui.scope_builder(UiBuilder::new().id_salt("middle").max_rect(middle), |ui| contents(ui, wide)).inner
}

/// `вторник, 24 ноември`, with its year when that is another one.
pub(super) fn day_said(formats: &Formats, day: NaiveDate, today: NaiveDate) -> String {
    let said = formats.date_weekday_long(day);
    if day.year() == today.year() { said } else { format!("{said} {}", day.year()) }
}

/// The days that a month shows: its first one, and how many weeks from the beginning of the week in which the month
/// begins. Six rows, or five where the sixth would not show a day of the month.
pub(super) fn month_days(day: NaiveDate, starts: Weekday) -> (NaiveDate, usize) {
    let begins = day.with_day(1).unwrap_or(day);
    let ends = begins.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(begins);
    let first = week_start(begins, starts);
    let weeks = usize::try_from((ends - first).num_days() / 7 + 1).unwrap_or(6);
    (first, weeks.clamp(5, 6))
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use super::{Look, month_days};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_month_shows_every_one_of_its_days_in_whole_weeks() {
        assert_eq!(month_days(day(11, 24), Weekday::Mon), (day(10, 26), 6));
        assert_eq!(month_days(day(11, 24), Weekday::Sun), (day(11, 1), 5));
        let february = |day| NaiveDate::from_ymd_opt(2027, 2, day).unwrap();
        assert_eq!(month_days(february(10), Weekday::Mon), (february(1), 5));
    }

    #[test]
    fn a_step_is_as_long_as_the_view() {
        assert_eq!(Look::Month.step(day(10, 31), true), day(11, 30));
        assert_eq!(Look::Week.step(day(11, 24), false), day(11, 17));
        assert_eq!(Look::Day.step(day(11, 30), true), day(12, 1));
        assert_eq!(Look::Agenda.step(day(11, 24), true), day(12, 1));
        assert_eq!(Look::Chronicle.step(day(11, 24), false), day(10, 24));
    }
}
