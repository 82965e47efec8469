//! The page of a person's plan as a document: goal, three months, month and week with boxes for what is done.

use std::path::PathBuf;

use chrono::{Datelike as _, NaiveDate};
use sponsor_core::files::write_whole;
use sponsor_core::model::{PersonId, PlanLevel};
use sponsor_core::query::{PlanLine, PlanReader, PlanView, View};
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, Now};
use sponsor_documents::{
    About, DocumentError, Format, PlanBoxes, PlanData, PlanGoal, PlanNotes, PlanPageCount, PlanPageDay, PlanPageRow,
    PlanPeriod, PlanWeek, PlanWeekRow, Template, render,
};

use crate::app::{Progress, Work, WorkOutcome};
use crate::format::Formats;
use crate::pages::plan::say::{capital, level_key, period_words, plan_name};
use crate::words::{Language, Words};

/// The most boxes of a day, rows of the page and lines of a period.
const MOST_BOXES: u32 = 6;
const MOST_ROWS: usize = 10;
const MOST_LINES: usize = 6;

/// Why the page of a plan could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PlanPageError {
    /// The workspace could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The document could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
}

/// Writes the page of a plan as a PDF.
#[derive(Debug)]
pub struct PlanPageWork {
    /// Whose plan.
    pub person: PersonId,
    /// A day of its periods.
    pub day: NaiveDate,
    /// Where the file goes.
    pub path: PathBuf,
    /// The moment at which it is made.
    pub now: Now,
    /// The words of the language.
    pub words: Words,
}

impl Work for PlanPageWork {
    fn name(&self) -> &'static str {
        "plan-work-print"
    }

    fn run(self: Box<Self>, desk: &Desk, _progress: &Progress) -> WorkOutcome {
        let made = desk
            .read()
            .map_err(PlanPageError::from)
            .and_then(|view| plan_page(&view, (self.person, self.day), self.now, &self.words, Format::Pdf));
        let pdf = match made {
            Ok(files) => files.concat(),
            Err(error) => return WorkOutcome::failed(error),
        };
        match write_whole(&self.path, &pdf) {
            Ok(()) => WorkOutcome::Written(self.path),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

/// The page of a person's plan around a day in a format, one element a page.
///
/// # Errors
/// When the workspace cannot be read or the document cannot be made.
pub fn plan_page(
    view: &View,
    (person, day): (PersonId, NaiveDate),
    now: Now,
    words: &Words,
    format: Format,
) -> Result<Vec<Vec<u8>>, PlanPageError> {
    let data = plan_page_data(view, person, day, now, words)?;
    let language = match words.language() {
        Language::Bulgarian => sponsor_documents::Language::Bulgarian,
        Language::English => sponsor_documents::Language::English,
    };
    let author = view.people().me().map(|me| me.name.full()).unwrap_or_default();
    let title = words.with("plan-page-title", &[("name", data.person.as_str().into())]);
    let about = About { title, language, author, date: now.date() };
    Ok(render(Template::Plan, &data, &about, format)?)
}

fn plan_page_data(
    view: &View,
    person: PersonId,
    day: NaiveDate,
    now: Now,
    words: &Words,
) -> Result<PlanData, StoreError> {
    let formats = Formats::new(words.clone());
    let reader = PlanReader::of(view, person, now.today(view.settings()?.day_ends))?;
    let levels = [PlanLevel::ThreeMonths, PlanLevel::Month, PlanLevel::Week];
    let views: Vec<PlanView> = levels.iter().map(|level| reader.read(*level, day)).collect::<Result<_, _>>()?;
    let (Some(three), Some(week)) = (views.first(), views.last()) else { return Ok(PlanData::default()) };
    let page = PlanPage { words, formats: &formats };
    let printed = format!("{}, {}", formats.date_short(now.date()), formats.time(now.local.time()));
    let year = reader.read(PlanLevel::Year, day)?;
    let sponsor = view.people().me().filter(|me| me.id != person).map(|me| me.name.full());
    let range = period_words(&formats, three.level, &three.days);
    let line = format!("{}: {range}", words.get("plan-level-three-months"));
    Ok(PlanData {
        person: words.with("plan-page-title", &[("name", view.people().name(person).into())]),
        line: sponsor.map_or(line.clone(), |sponsor| format!("{line} · {}: {sponsor}", words.get("plan-page-sponsor"))),
        goal: page.goal(&year),
        action: words.get("plan-action"),
        periods: views.iter().map(|view| page.period(view)).collect(),
        rows: page.rows(&views),
        week: page.week(week),
        important: page.important(&views),
        talk: words.get("plan-page-talk").split('·').map(|part| capital(part.trim())).collect(),
        remark: words.get("plan-page-outcomes"),
        footer: words.get("program"),
        printed: words.with("day-page-printed", &[("when", printed.into())]),
    })
}

/// What the parts of the page are made from.
struct PlanPage<'a> {
    words: &'a Words,
    formats: &'a Formats,
}

impl PlanPage<'_> {
    fn goal(&self, year: &PlanView) -> PlanGoal {
        let heading = self.words.get("plan-goal-title");
        let Some(goal) = &year.goal else { return PlanGoal { heading, ..PlanGoal::default() } };
        let until = goal
            .until
            .map(|until| self.words.with("structure-goal-until", &[("date", self.formats.date_long(until).into())]));
        PlanGoal { heading, what: goal.what.clone(), why: goal.why.clone(), until: until.unwrap_or_default() }
    }

    fn period(&self, view: &PlanView) -> PlanPeriod {
        let name = match view.level {
            PlanLevel::Week => capital(&self.formats.week_of(*view.days.start())),
            PlanLevel::Month => capital(&self.formats.month(view.days.start().month())),
            level => self.words.get(level_key(level)),
        };
        PlanPeriod { name, days: self.formats.figure_days(*view.days.start(), *view.days.end()) }
    }

    fn rows(&self, views: &[PlanView]) -> Vec<PlanPageRow> {
        let Some(longest) = views.first() else { return Vec::new() };
        let count = |line: Option<&PlanLine>| {
            let Some(line) = line else { return PlanPageCount::default() };
            let planned = if line.planned > 0 { self.formats.integer(line.planned) } else { String::new() };
            let done = line
                .done
                .filter(|done| *done > 0)
                .map(|done| self.words.with("plan-page-done", &[("count", done.into())]));
            PlanPageCount { planned, done: done.unwrap_or_default() }
        };
        let row = |line: &PlanLine| PlanPageRow {
            action: plan_name(self.words, &line.action),
            counts: views.iter().map(|view| count(view.rows.iter().find(|one| one.action == line.action))).collect(),
        };
        longest.rows.iter().take(MOST_ROWS).map(row).collect()
    }

    fn week(&self, week: &PlanView) -> PlanWeek {
        let days = week.days.start().iter_days().take_while(|day| day <= week.days.end());
        let days = days.map(|day| PlanPageDay {
            name: format!("{} {}", self.formats.weekday_short(day.weekday()), day.day()),
            rests: !week.works.is_empty() && !week.works.contains(&day.weekday()),
        });
        let boxes = |planned: u32, done: u32| PlanBoxes {
            boxes: usize::try_from(planned.min(MOST_BOXES)).unwrap_or(0),
            ticked: usize::try_from(done.min(planned).min(MOST_BOXES)).unwrap_or(0),
            more: match planned.saturating_sub(MOST_BOXES) {
                0 => String::new(),
                more => format!("+{more}"),
            },
        };
        let row = |line: &PlanLine| PlanWeekRow {
            action: plan_name(self.words, &line.action),
            days: line.days.iter().map(|day| boxes(day.planned, day.done.unwrap_or(0))).collect(),
        };
        let title = self.words.get("plan-page-week-table");
        PlanWeek {
            heading: format!("{title}: {}", period_words(self.formats, week.level, &week.days)),
            note: self.words.get("plan-page-boxes"),
            days: days.collect(),
            rows: week.rows.iter().take(MOST_ROWS).map(row).collect(),
        }
    }

    fn important(&self, views: &[PlanView]) -> Vec<PlanNotes> {
        let said = views.iter().filter(|view| !view.important.is_empty());
        let notes = said.map(|view| {
            let period = self.words.get(&format!("{}-of", level_key(view.level)));
            PlanNotes {
                heading: self.words.with("plan-important", &[("period", period.into())]),
                lines: view.important.iter().take(MOST_LINES).cloned().collect(),
            }
        });
        notes.collect()
    }
}
