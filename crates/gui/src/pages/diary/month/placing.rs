//! What stands in a month and in which line of its days: answered once, not for each painting.

use chrono::{Datelike as _, Months, NaiveDate};
use sponsor_core::Now;
use sponsor_core::model::{Action, PlanAction, RecordKind};
use sponsor_core::query::{Item, View, done_actions};
use sponsor_core::store::StoreError;

use crate::app::Question;
use crate::pages::diary::layout::shifted;
use crate::pages::diary::questions::DaysQuestion;
use crate::works::DiaryFilter;

/// Days of a week.
pub(super) const WEEK: usize = 7;

/// Asks for the weeks of a month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::pages::diary) struct MonthQuestion {
    /// The first day that is shown.
    pub(in crate::pages::diary) first: NaiveDate,
    /// How many weeks are.
    pub(in crate::pages::diary) weeks: usize,
    /// A day of the month itself.
    pub(in crate::pages::diary) month: NaiveDate,
    /// What the filters let through.
    pub(in crate::pages::diary) wanted: DiaryFilter,
}

/// The weeks of a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::pages::diary) struct MonthAnswer {
    /// Everything that is on these days.
    pub(in crate::pages::diary) items: Vec<Item>,
    /// Each week.
    pub(super) weeks: Vec<WeekRow>,
    /// What was done in the month so far: the rows of the plan that the title of a month tells.
    pub(in crate::pages::diary) done: Vec<(Action, u32)>,
}

/// A week of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WeekRow {
    /// Each bar of it.
    pub(super) bars: Vec<Bar>,
    /// How many lines each day has.
    pub(super) lines: [usize; WEEK],
    /// The bars that stand on each day, seen or not, in the order of its lines.
    pub(super) days: [Vec<Bar>; WEEK],
}

/// An entry in a week: over one day or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    /// Which of the items.
    pub(super) item: usize,
    /// Its first and last column.
    pub(super) span: (usize, usize),
    /// Its line, counted from the top.
    pub(super) line: usize,
}

/// The rows of the plan that are counted in the title of a month.
const COUNTED: [Action; 4] = [Action::Call, Action::TwoPlusOne, Action::Presentation, Action::Training];

impl Question for MonthQuestion {
    type Answer = MonthAnswer;

    const SHOWS: &'static [RecordKind] = DaysQuestion::SHOWS;

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let days = i64::try_from(self.weeks * WEEK).unwrap_or(42);
        let question =
            DaysQuestion { from: self.first, to: shifted(self.first, days - 1), wanted: self.wanted.clone() };
        let mut items = question.answer(view, now)?;
        // Over several days first, the longest on top; then by the day's order: whole days, hours, notes.
        items.sort_by_key(|item| {
            let long = item.when.last_day() > item.when.first_day() && item.when.time().is_none();
            (
                !long,
                item.when.first_day(),
                std::cmp::Reverse(item.when.last_day()),
                item.is_note_of_day(),
                item.when.time(),
            )
        });
        let weeks = (0..self.weeks).map(|week| {
            let first = shifted(self.first, i64::try_from(week * WEEK).unwrap_or(0));
            placed(&items, first)
        });
        let weeks = weeks.collect();
        let begins = self.month.with_day(1).unwrap_or(self.month);
        let ends = begins.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(begins);
        let done = if begins <= now.local.date() { done_actions(view, &(begins..=ends))? } else { <_>::default() };
        let count = |action: Action| Some((action.clone(), *done.get(&PlanAction::Action(action))?));
        Ok(MonthAnswer { items, weeks, done: COUNTED.into_iter().filter_map(count).collect() })
    }
}

/// The bars of a week, each in the first line that is free on all of its days.
fn placed(items: &[Item], first: NaiveDate) -> WeekRow {
    let last = i64::try_from(WEEK).unwrap_or(7) - 1;
    let mut row = WeekRow::default();
    let mut taken: [Vec<bool>; WEEK] = <_>::default();
    for (at, item) in items.iter().enumerate() {
        let Some((from, to)) = item.when.first_day().zip(shown_until(item)) else { continue };
        let (from, to) = ((from - first).num_days(), (to - first).num_days());
        if to < 0 || from > last {
            continue;
        }
        let column = |at: i64| usize::try_from(at.clamp(0, last)).unwrap_or(0);
        let span = (column(from), column(to));
        let free = |line: usize| taken.iter().take(span.1 + 1).skip(span.0).all(|day| day.get(line) != Some(&true));
        let Some(line) = (0..=items.len()).find(|line| free(*line)) else { continue };
        for day in taken.iter_mut().take(span.1 + 1).skip(span.0) {
            if day.len() <= line {
                day.resize(line + 1, false);
            }
            if let Some(slot) = day.get_mut(line) {
                *slot = true;
            }
        }
        row.bars.push(Bar { item: at, span, line });
    }
    for (lines, day) in row.lines.iter_mut().zip(&taken) {
        *lines = day.len();
    }
    row.sort_into_days();
    row
}

/// The last day on which an entry is shown: what goes on past midnight by a few hours stands on the day it began.
fn shown_until(item: &Item) -> Option<NaiveDate> {
    if item.when.time().is_some() { item.when.first_day() } else { item.when.last_day() }
}

impl WeekRow {
    /// How many lines a day shows where so many have room: one fewer where that line says how much more there is.
    fn shown_on(&self, column: usize, room: usize) -> usize {
        let lines = self.lines.get(column).copied().unwrap_or(0);
        if lines > room { room.saturating_sub(1) } else { room }
    }

    /// Whether a bar is seen: it has room on every one of its days.
    pub(super) fn is_shown(&self, bar: &Bar, room: usize) -> bool {
        (bar.span.0..=bar.span.1).all(|column| bar.line < self.shown_on(column, room))
    }

    fn sort_into_days(&mut self) {
        for (column, day) in self.days.iter_mut().enumerate() {
            let on_day = |bar: &&Bar| (bar.span.0..=bar.span.1).contains(&column);
            *day = self.bars.iter().filter(on_day).copied().collect();
            day.sort_by_key(|bar| bar.line);
        }
    }

    /// What stands on a day, seen or not, in the order of its lines.
    pub(super) fn on_day(&self, column: usize) -> &[Bar] {
        self.days.get(column).map_or(&[], Vec::as_slice)
    }

    /// How many things of a day are not seen.
    pub(super) fn hidden_on(&self, column: usize, room: usize) -> usize {
        self.on_day(column).iter().filter(|bar| !self.is_shown(bar, room)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, WeekRow};

    fn bar(item: usize, span: (usize, usize), line: usize) -> Bar {
        Bar { item, span, line }
    }

    #[test]
    fn what_has_no_room_on_one_of_its_days_is_counted_on_all_of_them() {
        let bars = vec![bar(0, (0, 2), 0), bar(1, (1, 1), 1), bar(2, (1, 1), 2), bar(3, (1, 3), 3)];
        let mut row = WeekRow { bars, lines: [1, 4, 4, 4, 0, 0, 0], ..WeekRow::default() };
        row.sort_into_days();
        let shown: Vec<usize> = row.bars.iter().filter(|bar| row.is_shown(bar, 3)).map(|bar| bar.item).collect();
        assert_eq!(shown, [0, 1]);
        assert_eq!([0, 1, 2, 3, 4].map(|column| row.hidden_on(column, 3)), [0, 2, 1, 1, 0]);
        assert_eq!(row.hidden_on(1, 4), 0);
        // A day of which nothing has room still says how much there is.
        assert_eq!(row.hidden_on(1, 1), 4);
    }
}
