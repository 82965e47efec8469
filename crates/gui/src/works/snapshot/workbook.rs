//! A snapshot as a workbook: what it is about and its three figures beside charts that count on in a spreadsheet, and
//! below them the periods that led to it as numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType, Color, Format, Workbook, Worksheet, XlsxError,
};
use sponsor_core::model::{FigureValues, Snapshot};

use super::data::{COLUMNS, customers};
use super::page::scope_name;
use crate::format::Formats;
use crate::words::Words;

/// The row of the heading of the three figures.
const FIGURES: u32 = 6;
/// The row of the heading of the periods.
const PERIODS: u32 = 11;
/// The column in which the charts begin.
const CHARTS: u16 = 11;
/// The size of a chart, in pixels.
const CHART: (u32, u32) = (520, 260);
/// How many rows a chart takes.
const CHART_ROWS: u32 = 14;
/// Colours that people who see few colours tell apart, light and dark: of what is, of what was, of its other part.
const NOW: Color = Color::RGB(0x0F_6B_62);
const BEFORE: Color = Color::RGB(0xB8_C4_C0);
const OTHER: Color = Color::RGB(0xC9_8A_1B);

/// A chart: its title, its kind, and its columns with their colours.
type Drawn = (&'static str, ChartType, &'static [(u16, Color)]);

const DRAWN: [Drawn; 3] = [
    ("figure-points", ChartType::Column, &[(2, BEFORE), (1, NOW)]),
    ("figure-new-users", ChartType::ColumnStacked, &[(4, NOW), (5, OTHER)]),
    ("figure-in-training", ChartType::ColumnStacked, &[(7, NOW), (8, OTHER)]),
];

/// The workbook, in the language of the words.
///
/// # Errors
/// When it cannot be put together: a comment that no cell takes, say.
pub fn snapshot_workbook(words: &Words, formats: &Formats, snapshot: &Snapshot) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let name = words.get("snapshot");
    let sheet = book.add_worksheet().set_name(&name)?;
    about(sheet, words, formats, snapshot)?;
    figures(sheet, words, snapshot)?;
    periods(sheet, words, snapshot)?;
    sheet.autofit();
    sheet.set_landscape().set_print_fit_to_pages(1, 1);
    let count = u32::try_from(snapshot.series.len()).unwrap_or(0);
    for (place, drawn) in (0_u32..).zip(DRAWN) {
        let chart = chart(words, &name, drawn, count);
        sheet.insert_chart(place * CHART_ROWS, CHARTS, &chart)?;
    }
    book.save_to_buffer()
}

fn about(sheet: &mut Worksheet, words: &Words, formats: &Formats, snapshot: &Snapshot) -> Result<(), XlsxError> {
    let (bold, head) = (Format::new().set_bold(), Format::new().set_bold().set_font_size(15));
    let period = formats.figure_period(snapshot.period, snapshot.until);
    sheet.write_string_with_format(0, 0, format!("{} · {period}", words.get("snapshot")), &head)?;
    let lines = [
        ("figures-scope", scope_name(words, snapshot.scope, &snapshot.scope_name)),
        ("figures-taken-at", snapshot.taken.format("%Y-%m-%d %H:%M").to_string()),
        ("figures-taken-by", snapshot.by.clone()),
        ("figures-comment", snapshot.comment.clone()),
    ];
    for (row, (key, value)) in (1_u32..).zip(lines) {
        sheet.write_string_with_format(row, 0, words.get(key), &bold)?;
        sheet.write_string(row, 1, value)?;
    }
    Ok(())
}

/// The three figures beside those of the same days before; what is unknown stays empty.
fn figures(sheet: &mut Worksheet, words: &Words, snapshot: &Snapshot) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, key) in [(1, "figures-now"), (2, "figures-before")] {
        sheet.write_string_with_format(FIGURES, column, words.get(key), &bold)?;
    }
    let three = |values: &FigureValues| {
        [values.points, values.new_users.map(Decimal::from), values.in_training.map(Decimal::from)]
    };
    let both = three(&snapshot.values).into_iter().zip(three(&snapshot.previous));
    let keys = ["figure-points", "figure-new-users", "figure-in-training"];
    for ((row, key), (now, before)) in (FIGURES + 1..).zip(keys).zip(both) {
        sheet.write_string(row, 0, words.get(key))?;
        number(sheet, row, 1, now)?;
        number(sheet, row, 2, before)?;
    }
    Ok(())
}

fn periods(sheet: &mut Worksheet, words: &Words, snapshot: &Snapshot) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, key) in (0_u16..).zip(COLUMNS) {
        sheet.write_string_with_format(PERIODS, column, words.get(key), &bold)?;
    }
    for (at, (period, values)) in snapshot.series.iter().enumerate() {
        let row = PERIODS + 1 + u32::try_from(at).unwrap_or(0);
        sheet.write_string(row, 0, period.name().0)?;
        let before = snapshot.year_before.get(at).copied().flatten();
        let counts = [
            values.new_users,
            values.new_partners,
            customers(values),
            values.in_training,
            values.in_person,
            values.online_only,
            values.wants_more,
        ];
        let all = [values.points, before].into_iter().chain(counts.map(|count| count.map(Decimal::from)));
        for (column, value) in (1_u16..).zip(all) {
            number(sheet, row, column, value)?;
        }
    }
    Ok(())
}

fn number(sheet: &mut Worksheet, row: u32, column: u16, value: Option<Decimal>) -> Result<(), XlsxError> {
    if let Some(value) = value.and_then(|value| value.to_f64()) {
        sheet.write_number(row, column, value)?;
    }
    Ok(())
}

/// A chart that a spreadsheet draws from the cells.
fn chart(words: &Words, sheet: &str, (title, kind, columns): Drawn, count: u32) -> Chart {
    let mut chart = Chart::new(kind);
    let (first, last) = (PERIODS + 1, PERIODS + count);
    for (column, colour) in columns {
        let series = chart.add_series();
        series.set_name((sheet, PERIODS, *column));
        series.set_categories((sheet, first, 0, last, 0)).set_values((sheet, first, *column, last, *column));
        series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(*colour)));
    }
    chart.title().set_name(words.get(title).as_str());
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(CHART.0).set_height(CHART.1);
    chart
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};
    use chrono::NaiveDate;
    use sponsor_core::model::{FigurePeriod, FigureValues, IdSource, Scope, Snapshot, SnapshotId};

    use super::snapshot_workbook;
    use crate::format::Formats;
    use crate::words::{Language, Words};

    fn snapshot() -> Snapshot {
        let taken = NaiveDate::from_ymd_opt(2026, 11, 27).and_then(|day| day.and_hms_opt(17, 0, 0)).unwrap();
        let values = FigureValues {
            points: Some("1284.5".parse().unwrap()),
            new_users: Some(3),
            new_partners: Some(2),
            ..FigureValues::default()
        };
        let period = FigurePeriod::Month { year: 2026, month: 11 };
        Snapshot {
            id: SnapshotId::new(&IdSource::seeded(1), taken),
            taken,
            by: "Невена Стоянова".to_owned(),
            comment: "=HYPERLINK(\"x\")".to_owned(),
            period,
            until: taken.date(),
            scope: Scope::Whole,
            scope_name: String::new(),
            values,
            previous: FigureValues::default(),
            series: vec![(period.previous(), FigureValues::default()), (period, values)],
            year_before: vec![None, Some("900".parse().unwrap())],
            points_from: None,
        }
    }

    #[test]
    fn a_workbook_holds_numbers_leaves_out_what_is_unknown_and_runs_nothing_that_was_typed() {
        for language in [Language::Bulgarian, Language::English] {
            let words = Words::new(language);
            let bytes = snapshot_workbook(&words, &Formats::new(words.clone()), &snapshot()).unwrap();
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
            let sheet = book.worksheet_range(&words.get("snapshot")).unwrap();
            let sheet = &sheet;
            let row = |row| (0..6).map(move |column| sheet.get_value((row, column)).cloned().unwrap_or_default());
            assert_eq!(sheet.get_value((4, 1)), Some(&Data::String("=HYPERLINK(\"x\")".to_owned())));
            let last: Vec<Data> = row(13).collect();
            let number = |number| Data::Float(number);
            let expected = ["2026-11"].map(|text| Data::String(text.to_owned())).into_iter();
            let numbers = [1284.5, 900.0, 3.0, 2.0, 1.0].map(number);
            assert_eq!(last, expected.chain(numbers).collect::<Vec<_>>());
            assert!(row(12).skip(1).all(|cell| cell == Data::Empty), "what is unknown is no 0");
            let formulas = book.worksheet_formula(&words.get("snapshot")).unwrap();
            assert!(formulas.used_cells().next().is_none());
        }
    }
}
