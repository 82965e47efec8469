//! A snapshot in finished words, for the document and for the page of the key figures, which show the same.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use sponsor_core::model::{FigurePeriod, FigureValues, PointsSource, Scope, Snapshot};
use sponsor_documents::{
    Cell, Change, Direction, Figure, PointsChart, PointsMonth, SnapshotData, StackedChart, StackedMonth, Table,
    TableRow,
};

use crate::format::Formats;
use crate::words::{Language, Words};

/// What stands in a cell where nothing is known.
const UNKNOWN: &str = "–";

/// What writes the words of one snapshot.
struct Writer<'a> {
    words: &'a Words,
    formats: &'a Formats,
    snapshot: &'a Snapshot,
}

/// A snapshot with every word and number as the language writes them.
#[must_use]
pub fn snapshot_data(words: &Words, formats: &Formats, snapshot: &Snapshot) -> SnapshotData {
    let writer = Writer { words, formats, snapshot };
    let taken = [("date", formats.date_long(snapshot.taken.date()).into()), ("by", snapshot.by.as_str().into())];
    SnapshotData {
        heading: words.get("snapshot"),
        period: formats.figure_period(snapshot.period, snapshot.until),
        scope: scope_name(words, snapshot.scope, &snapshot.scope_name),
        taken: words.with("figures-taken", &taken),
        comment: snapshot.comment.clone(),
        figures: writer.figures(),
        points: writer.points(),
        new_users: writer.stacked(["figures-new", "figures-partners", "figures-customers"], |values| {
            (values.new_partners, values.new_users.zip(values.new_partners).map(|(all, own)| all.saturating_sub(own)))
        }),
        training: writer.stacked(["figures-in-training", "figures-in-person", "figures-online-only"], |values| {
            (values.in_person, values.online_only)
        }),
        table: writer.table(),
        footer: format!("{} · {}", snapshot.by, formats.date_long(snapshot.taken.date())),
    }
}

/// The whole structure, or the branch of whom.
#[must_use]
pub fn scope_name(words: &Words, scope: Scope, name: &str) -> String {
    match scope {
        Scope::Whole => words.get("figures-whole"),
        Scope::Branch(_) => words.with("figures-branch-of", &[("name", name.into())]),
        Scope::Own(_) => words.with("figures-own-of", &[("name", name.into())]),
    }
}

fn number(count: Option<u32>) -> Option<Decimal> {
    count.map(Decimal::from)
}

impl Writer<'_> {
    const fn is_monthly(&self) -> bool {
        matches!(self.snapshot.period, FigurePeriod::Month { .. })
    }

    fn runs(&self) -> bool {
        self.snapshot.until < self.snapshot.period.last_day()
    }

    fn figures(&self) -> Vec<Figure> {
        let (now, before) = (&self.snapshot.values, &self.snapshot.previous);
        // Of nobody there is nothing to tell apart.
        let of_them = |key, all: Option<u32>, count: Option<u32>| match count {
            Some(count) if all != Some(0) => self.words.with(key, &[("count", count.into())]),
            _ => String::new(),
        };
        vec![
            self.figure("figures-points", now.points, before.points, self.points_from()),
            self.figure(
                "figures-new",
                number(now.new_users),
                number(before.new_users),
                of_them("figures-of-them-partners", now.new_users, now.new_partners),
            ),
            self.figure(
                "figures-training",
                number(now.in_training),
                number(before.in_training),
                of_them("figures-of-them-want-more", now.in_training, now.wants_more),
            ),
        ]
    }

    /// Where the points come from: readings of the company's site or orders, and up to which day.
    fn points_from(&self) -> String {
        let Some(from) = self.snapshot.points_from else { return String::new() };
        let key = match from.source {
            PointsSource::Reading => "figures-from-site",
            PointsSource::Orders => "figures-from-orders-until",
        };
        self.words.with(key, &[("date", self.formats.date_day_month(from.on).into())])
    }

    fn figure(&self, label: &str, now: Option<Decimal>, before: Option<Decimal>, detail: String) -> Figure {
        let percent = label == "figures-points";
        let change = self.formats.figure_change(now, before, percent).map(|change| Change {
            text: change.text,
            direction: match change.way {
                Ordering::Greater => Direction::Up,
                Ordering::Less => Direction::Down,
                Ordering::Equal => Direction::Same,
            },
        });
        let period = self.snapshot.period;
        let from = period.previous().first_day();
        let until = sponsor_core::query::same_days_before(period, self.snapshot.until);
        let days = self.formats.figure_days(from, until);
        Figure {
            label: self.words.get(label),
            value: self.formats.figure_value(now),
            change,
            detail,
            previous: format!("{days}: {}", self.formats.figure_value(before)),
        }
    }

    fn points(&self) -> PointsChart {
        let (title, current) = if self.is_monthly() {
            ("figures-points-by-month", "figures-thirteen-months")
        } else {
            ("figures-points-by-week", "figures-thirteen-weeks")
        };
        let separator = match self.words.language() {
            Language::Bulgarian => "\u{a0}",
            Language::English => ",",
        };
        let last = self.snapshot.series.len().saturating_sub(1);
        let months = self.snapshot.series.iter().enumerate().map(|(at, (period, values))| PointsMonth {
            label: self.formats.figure_period_label(*period),
            year: Self::year_below(at, *period),
            value: values.points.and_then(|points| points.to_f64()),
            text: values.points.map(|points| self.formats.decimal(points)).unwrap_or_default(),
            previous: self.snapshot.year_before.get(at).copied().flatten().and_then(|points| points.to_f64()),
            running: at == last && self.runs(),
        });
        let months: Vec<_> = months.collect();
        // A legend names only what is drawn.
        let legend = |drawn: bool, key: &str| if drawn { self.words.get(key) } else { String::new() };
        let known = |at: usize| months.get(at).is_some_and(|month| month.value.is_some());
        PointsChart {
            title: self.words.get(title),
            // A period that still runs is drawn as such, also where it is alone.
            current: legend((0..months.len()).any(|at| known(at) && !(at == last && self.runs())), current),
            previous: legend(months.iter().any(|month| month.previous.is_some()), "figures-year-before"),
            running: legend(self.runs() && known(last), "figures-running"),
            no_data: self.words.get("no-data"),
            group_separator: separator.to_owned(),
            months,
        }
    }

    /// The year stands below the first period and below the first of each year.
    fn year_below(at: usize, period: FigurePeriod) -> Option<String> {
        let (year, first) = match period {
            FigurePeriod::Month { year, month } => (year, month == 1),
            FigurePeriod::Week { year, week } => (year, week == 1),
        };
        (at == 0 || first).then(|| year.to_string())
    }

    fn stacked(&self, words: [&str; 3], parts: impl Fn(&FigureValues) -> (Option<u32>, Option<u32>)) -> StackedChart {
        let [title, first, second] = words.map(|key| self.words.get(key));
        let last = self.snapshot.series.len().saturating_sub(1);
        let months = self.snapshot.series.iter().enumerate().map(|(at, (period, values))| {
            let (first, second) = parts(values);
            let label = self.formats.figure_period_label(*period);
            StackedMonth { label, first, second, running: at == last && self.runs() }
        });
        StackedChart { title, first, second, no_data: self.words.get("no-data"), months: months.collect() }
    }

    fn table(&self) -> Table {
        let (title, head) = if self.is_monthly() {
            ("figures-thirteen-months", "figures-month")
        } else {
            ("figures-thirteen-weeks", "figures-week")
        };
        let labels = self.snapshot.series.iter().map(|(period, _)| self.formats.figure_period_label(*period));
        let note = match self.snapshot.series.last().filter(|_| self.runs()) {
            Some((period, _)) => {
                let name = self.formats.figure_period_name(*period);
                self.words.with("figures-still-runs", &[("period", name.into())])
            }
            None => String::new(),
        };
        let points: Vec<_> = self.snapshot.series.iter().map(|(_, values)| values.points).collect();
        Table {
            title: self.words.get(title),
            note,
            header: std::iter::once(self.words.get(head)).chain(labels).collect(),
            rows: vec![
                self.row("figures-points", |values| values.points),
                self.changes(&points),
                self.row("figures-new", |values| number(values.new_users)),
                self.row("figures-row-in-person", |values| number(values.in_person)),
                self.row("figures-row-online-only", |values| number(values.online_only)),
                self.row("figures-row-want-more", |values| number(values.wants_more)),
            ],
            running: self.runs(),
        }
    }

    fn row(&self, label: &str, of: impl Fn(&FigureValues) -> Option<Decimal>) -> TableRow {
        let cell = |value: Option<Decimal>| match value {
            Some(value) => Cell::plain(self.formats.decimal(value)),
            None => Cell::plain(UNKNOWN),
        };
        let cells = self.snapshot.series.iter().map(|(_, values)| cell(of(values))).collect();
        TableRow { label: self.words.get(label), cells }
    }

    /// Points against the period before; a period that still runs is not compared with a whole one.
    fn changes(&self, points: &[Option<Decimal>]) -> TableRow {
        let cells = points.iter().enumerate().map(|(at, now)| {
            let before = at.checked_sub(1).and_then(|before| points.get(before).copied().flatten());
            if self.runs() && at + 1 == points.len() {
                return Cell::plain("…");
            }
            match now.zip(before) {
                Some((now, before)) => Cell {
                    text: self.formats.change(now.saturating_sub(before)),
                    direction: match now.cmp(&before) {
                        Ordering::Greater => Direction::Up,
                        Ordering::Less => Direction::Down,
                        Ordering::Equal => Direction::None,
                    },
                },
                None => Cell::plain(UNKNOWN),
            }
        });
        TableRow { label: self.words.get("figures-against-before"), cells: cells.collect() }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::model::{
        FigurePeriod, FigureValues, IdSource, PointsFrom, PointsSource, Scope, Snapshot, SnapshotId,
    };

    use super::snapshot_data;
    use crate::format::Formats;
    use crate::words::{Language, Words};

    fn snapshot(points: Option<i64>, year_before: Option<i64>) -> Snapshot {
        let until = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let taken = until.and_hms_opt(12, 40, 0).unwrap();
        let values = FigureValues { points: points.map(Into::into), ..FigureValues::default() };
        Snapshot {
            id: SnapshotId::new(&IdSource::seeded(1), taken),
            taken,
            by: "Невена Стоянова".to_owned(),
            comment: String::new(),
            period: FigurePeriod::month_of(until),
            until,
            scope: Scope::Whole,
            scope_name: String::new(),
            values,
            previous: FigureValues::default(),
            series: vec![(FigurePeriod::month_of(until).previous(), values), (FigurePeriod::month_of(until), values)],
            year_before: vec![None, year_before.map(Into::into)],
            points_from: points.map(|_| PointsFrom { source: PointsSource::Orders, on: until }),
        }
    }

    #[test]
    fn a_legend_names_only_the_lines_that_are_drawn() {
        let words = Words::new(Language::Bulgarian);
        let legends = |points, year_before| {
            let chart = snapshot_data(&words, &Formats::new(words.clone()), &snapshot(points, year_before)).points;
            [chart.current, chart.previous, chart.running]
        };
        assert_eq!(legends(Some(1284), Some(830)), ["13 месеца", "година по-рано", "още тече"]);
        assert_eq!(legends(Some(1284), None), ["13 месеца", "", "още тече"]);
        assert_eq!(legends(None, None), ["", "", ""]);
        let mut alone = snapshot(Some(40), None);
        alone.series.remove(0);
        alone.year_before.remove(0);
        let chart = snapshot_data(&words, &Formats::new(words.clone()), &alone).points;
        assert_eq!([chart.current, chart.running], ["", "още тече"], "a lone month that still runs");
    }

    #[test]
    fn the_points_say_where_they_come_from_and_unknown_ones_say_nothing() {
        for (language, said) in [
            (Language::Bulgarian, "сбор от поръчките до 24 ноември"),
            (Language::English, "sum of the orders to 24 November"),
        ] {
            let words = Words::new(language);
            let detail = |points| {
                let data = snapshot_data(&words, &Formats::new(words.clone()), &snapshot(points, None));
                data.figures[0].detail.clone()
            };
            assert_eq!(detail(Some(20)), said);
            assert_eq!(detail(None), "");
        }
    }
}
