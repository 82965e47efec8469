//! From a template and its data to the bytes of files.

use serde::Serialize;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::about::About;
use crate::error::{DocumentError, messages};
use crate::world::DocumentWorld;

/// How many renderings ago a remembered part of a layout is forgotten.
const REMEMBERED_RENDERINGS: usize = 2;

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The key figures frozen at a date, from a [`SnapshotData`](crate::SnapshotData).
    Snapshot,
    /// The sheet of an interview, from a [`SheetData`](crate::SheetData).
    Sheet,
    /// The page of a day, from a [`TomorrowData`](crate::TomorrowData).
    Tomorrow,
    /// The page of a person's plan, from a [`PlanData`](crate::PlanData).
    Plan,
}

impl Template {
    /// The whole source of this template.
    fn source(self) -> String {
        let common = include_str!("../../../assets/templates/common.typ");
        match self {
            Self::Snapshot => [
                common,
                include_str!("../../../assets/templates/charts.typ"),
                include_str!("../../../assets/templates/snapshot.typ"),
            ]
            .join("\n"),
            Self::Tomorrow => [common, include_str!("../../../assets/templates/tomorrow.typ")].join("\n"),
            Self::Plan => [common, include_str!("../../../assets/templates/plan.typ")].join("\n"),
            Self::Sheet => [common, include_str!("../../../assets/templates/sheet.typ")].join("\n"),
        }
    }
}

/// In which format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One file with all pages, tagged for readers aloud.
    Pdf,
    /// One picture a page, two pixels a point (144 a inch), on white.
    Png,
    /// One drawing a page; letters are outlines and need no font.
    Svg,
}

/// All that a template reads.
#[derive(Serialize)]
struct Input<'a, D> {
    about: &'a About,
    data: &'a D,
}

/// Makes a document.
///
/// PDF comes as one element, PNG and SVG as one element a page, in order. The same input gives the
/// same bytes.
///
/// # Errors
/// [`DocumentError::Data`] if the data cannot be serialized, [`DocumentError::Template`] if it is not
/// the data of this template, [`DocumentError::Export`] if the format could not be written.
pub fn render<D: Serialize>(
    template: Template,
    data: &D,
    about: &About,
    format: Format,
) -> Result<Vec<Vec<u8>>, DocumentError> {
    let files = lay_out(template, data, about).and_then(|document| match format {
        Format::Pdf => pdf(&document).map(|file| vec![file]),
        Format::Png => document.pages().iter().map(png).collect(),
        Format::Svg => Ok(document.pages().iter().map(svg).collect()),
    });
    // What failed was remembered, too.
    typst::comemo::evict(REMEMBERED_RENDERINGS);
    files
}

fn lay_out<D: Serialize>(template: Template, data: &D, about: &About) -> Result<PagedDocument, DocumentError> {
    let json = serde_json::to_vec(&Input { about, data })?;
    let world = DocumentWorld::new(template.source(), json);
    typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|diagnostics| DocumentError::Template(messages(&diagnostics)))
}

fn pdf(document: &PagedDocument) -> Result<Vec<u8>, DocumentError> {
    let options = PdfOptions { creator: Smart::Custom(Some("Sponsor Desk".to_owned())), ..PdfOptions::default() };
    typst_pdf::pdf(document, &options)
        .map_err(|diagnostics| DocumentError::Export { format: "PDF", reason: messages(&diagnostics) })
}

fn png(page: &typst_layout::Page) -> Result<Vec<u8>, DocumentError> {
    typst_render::render(page, &RenderOptions::default())
        .encode_png()
        .map_err(|error| DocumentError::Export { format: "PNG", reason: error.to_string() })
}

fn svg(page: &typst_layout::Page) -> Vec<u8> {
    typst_svg::svg(page, &SvgOptions::default()).into_bytes()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

    use super::{Template, lay_out};
    use crate::{
        About, CountList, CountRow, FirstDays, FirstNames, HourRow, Language, NamedLine, PlanBoxes, PlanData, PlanGoal,
        PlanNotes, PlanPageCount, PlanPageDay, PlanPageRow, PlanPeriod, PlanWeek, PlanWeekRow, PointsChart,
        PointsMonth, Section, SheetData, SnapshotData, StackedChart, Step, Table, TickList, TickRow, TomorrowData,
    };

    fn words() -> String {
        "Думи".to_owned()
    }

    fn about() -> About {
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
        About { title: words(), language: Language::Bulgarian, author: words(), date }
    }

    fn assert_accessible<D: serde::Serialize>(template: Template, data: &D) {
        let document = lay_out(template, data, &about()).expect("a document");
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]).expect("a standard");
        let options = PdfOptions { standards, ..PdfOptions::default() };
        let messages = typst_pdf::pdf(&document, &options).err();
        assert!(messages.is_none(), "{messages:?}");
    }

    #[test]
    fn a_sheet_reaches_the_standard_for_readers_aloud() {
        let section = Section { heading: words(), text: words(), detail: words() };
        let step = Step { day: words(), text: words(), time: words(), done: true };
        let sheet = SheetData {
            person: words(),
            line: words(),
            sponsor: words(),
            phone: words(),
            goal: section.clone(),
            hours: section.clone(),
            income: section.clone(),
            words: section.clone(),
            learn: section,
            names: FirstNames { heading: words(), summary: words(), names: vec![words()] },
            first_days: FirstDays { heading: words(), done_word: words(), items: vec![step] },
            next_meeting: None,
            footer: words(),
        };
        assert_accessible(Template::Sheet, &sheet);
    }

    #[test]
    fn the_page_of_a_day_reaches_the_standard_for_readers_aloud() {
        let row = |title: String| HourRow { time: words(), title, tag: words(), phone: words(), detail: words() };
        let page = TomorrowData {
            day: words(),
            line: words(),
            owner: words(),
            hours: vec![row(words()), row(String::new())],
            tasks: TickList {
                heading: words(),
                items: vec![TickRow { text: words(), tag: words() }],
                more: String::new(),
            },
            plan: CountList {
                heading: words(),
                items: vec![CountRow { text: words(), boxes: 2, more: String::new() }],
            },
            first_days: vec![NamedLine { name: words(), text: words() }],
            notes: vec![words(), words()],
            footer: words(),
            printed: words(),
            two: false,
        };
        assert_accessible(Template::Tomorrow, &page);
        assert_accessible(Template::Tomorrow, &TomorrowData { two: true, ..page });
    }

    #[test]
    fn the_page_of_a_plan_reaches_the_standard_for_readers_aloud() {
        let count = PlanPageCount { planned: "20".to_owned(), done: words() };
        let page = PlanData {
            person: words(),
            line: words(),
            goal: PlanGoal { heading: words(), what: words(), why: words(), until: words() },
            action: words(),
            periods: vec![PlanPeriod { name: words(), days: words() }],
            rows: vec![PlanPageRow { action: words(), counts: vec![count] }],
            week: PlanWeek {
                heading: words(),
                note: words(),
                days: vec![PlanPageDay { name: words(), rests: true }],
                rows: vec![PlanWeekRow {
                    action: words(),
                    days: vec![PlanBoxes { boxes: 3, ticked: 1, more: "+2".to_owned() }],
                }],
            },
            important: vec![PlanNotes { heading: words(), lines: vec![words()] }],
            talk: vec![words(), words()],
            remark: words(),
            footer: words(),
            printed: words(),
        };
        assert_accessible(Template::Plan, &page);
    }

    #[test]
    fn a_snapshot_reaches_the_standard_for_readers_aloud() {
        let chart =
            StackedChart { title: words(), first: words(), second: words(), no_data: words(), months: Vec::new() };
        let month =
            PointsMonth { label: words(), year: None, value: Some(1.0), text: words(), previous: None, running: true };
        let snapshot = SnapshotData {
            heading: words(),
            period: words(),
            scope: words(),
            taken: words(),
            comment: words(),
            figures: Vec::new(),
            points: PointsChart {
                title: words(),
                current: words(),
                previous: words(),
                running: words(),
                no_data: words(),
                group_separator: words(),
                months: vec![month],
            },
            new_users: chart.clone(),
            training: chart,
            table: Table {
                title: words(),
                note: words(),
                header: vec![words(), words()],
                rows: vec![crate::TableRow { label: words(), cells: vec![crate::Cell::plain("1")] }],
                running: false,
            },
            footer: words(),
        };
        assert_accessible(Template::Snapshot, &snapshot);
    }
}
