//! The page of a day as a document: hours, people with their telephones, what to ask, tasks with boxes, empty lines.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use sponsor_core::files::write_whole;
use sponsor_core::model::{EntryKind, EntryState, PersonId, Priority};
use sponsor_core::name_days::names_on;
use sponsor_core::query::{Item, View, ask_of, occasions, today, week_of};
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, Now};
use sponsor_documents::{
    About, CountList, CountRow, DocumentError, Format, HourRow, NamedLine, Template, TickList, TickRow, TomorrowData,
    render,
};

use crate::app::{Progress, Work, WorkOutcome};
use crate::format::Formats;
use crate::pages::diary::priority_look;
use crate::pages::evening::plan_shares;
use crate::pages::today::{ask_words, plan_name};
use crate::words::{Language, Words};

/// The first hour of the page.
const FROM: u32 = 8;
/// The most things with an hour, and without one, that are told by themselves.
const MOST_TIMED: usize = 18;
const MOST_TASKS: usize = 9;
/// The most boxes in a row of the plan; of its rows all are told.
const MOST_BOXES: u32 = 6;
/// The most names whose day it is.
const MOST_NAMES: usize = 4;
/// The most people in their first days.
const MOST_FIRST_DAYS: usize = 3;

/// Why the page of a day could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DayPageError {
    /// The workspace could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The document could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
}

/// A part of the page that may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// The hours at which nothing stands.
    FreeHours,
    /// Telephones.
    Phones,
    /// What to ask.
    Asks,
    /// The rows of the plan.
    Plan,
    /// Who is in their first three days.
    FirstDays,
    /// Empty lines to write on.
    Lines,
    /// Whose name day it is.
    NameDay,
}

impl DayPart {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::FreeHours, Self::Phones, Self::Asks, Self::Plan, Self::FirstDays, Self::Lines, Self::NameDay];

    /// The key of its name in the messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FreeHours => "day-part-hours",
            Self::Phones => "day-part-phones",
            Self::Asks => "day-part-asks",
            Self::Plan => "day-part-plan",
            Self::FirstDays => "day-part-first-days",
            Self::Lines => "day-part-lines",
            Self::NameDay => "day-part-name-day",
        }
    }
}

/// What stands on the page, and on which paper: all of it on A5 unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayParts {
    left_out: u8,
    /// Whether it stands twice on a sheet of A4.
    pub two: bool,
}

impl DayParts {
    /// Whether a part stands on the page.
    #[must_use]
    pub const fn has(self, part: DayPart) -> bool {
        self.left_out & (1 << part as u8) == 0
    }

    /// Takes a part out, or puts it back.
    pub const fn put(&mut self, part: DayPart, stands: bool) {
        let bit = 1 << part as u8;
        self.left_out = if stands { self.left_out & !bit } else { self.left_out | bit };
    }
}

/// Writes the page of a day as a PDF.
#[derive(Debug)]
pub struct DayPageWork {
    /// The day.
    pub day: NaiveDate,
    /// What stands on it.
    pub parts: DayParts,
    /// Where the file goes.
    pub path: PathBuf,
    /// The moment at which it is made.
    pub now: Now,
    /// The words of the language.
    pub words: Words,
}

impl Work for DayPageWork {
    fn name(&self) -> &'static str {
        "evening-work-print"
    }

    fn run(self: Box<Self>, desk: &Desk, _progress: &Progress) -> WorkOutcome {
        let made = desk
            .read()
            .map_err(DayPageError::from)
            .and_then(|view| day_page(&view, (self.day, self.parts), self.now, &self.words, Format::Pdf));
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

/// The page of a day in a format, one element a page.
///
/// # Errors
/// When the workspace cannot be read or the document cannot be made.
pub fn day_page(
    view: &View,
    (day, parts): (NaiveDate, DayParts),
    now: Now,
    words: &Words,
    format: Format,
) -> Result<Vec<Vec<u8>>, DayPageError> {
    let data = day_page_data(view, (day, parts), now, words)?;
    let language = match words.language() {
        Language::Bulgarian => sponsor_documents::Language::Bulgarian,
        Language::English => sponsor_documents::Language::English,
    };
    let about = About { title: data.day.clone(), language, author: data.owner.clone(), date: now.date() };
    Ok(render(Template::Tomorrow, &data, &about, format)?)
}

/// What stands on the page of a day.
///
/// # Errors
/// Any failure of the store.
pub fn day_page_data(
    view: &View,
    (day, parts): (NaiveDate, DayParts),
    now: Now,
    words: &Words,
) -> Result<TomorrowData, StoreError> {
    let formats = Formats::new(words.clone());
    let settings = view.settings()?;
    let page = DayPage { view, day, parts, words, formats: &formats, me: settings.me };
    let mut items = view.items(&(day..=day))?;
    items.retain(|item| item.kind != EntryKind::Note && item.state == EntryState::Planned);
    let (timed, whole): (Vec<Item>, Vec<Item>) = items.iter().cloned().partition(|item| item.when.time().is_some());
    let notes = ["day-page-names", "day-page-happened"];
    let printed = format!("{}, {}", formats.date_short(now.date()), formats.time(now.local.time()));
    Ok(TomorrowData {
        day: capital(&formats.date_weekday_long(day)),
        line: page.line()?,
        owner: view.people().me().map(|me| me.name.full()).unwrap_or_default(),
        hours: page.hours(&timed, settings.evening_at)?,
        tasks: page.tasks(whole),
        plan: if parts.has(DayPart::Plan) { page.plan(&items)? } else { CountList::default() },
        first_days: if parts.has(DayPart::FirstDays) { page.first_days(now)? } else { Vec::new() },
        notes: if parts.has(DayPart::Lines) { notes.map(|key| words.get(key)).to_vec() } else { Vec::new() },
        footer: words.get("program"),
        printed: words.with("day-page-printed", &[("when", printed.into())]),
        two: parts.two,
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the parts of the page are made from.
struct DayPage<'a> {
    view: &'a View,
    day: NaiveDate,
    parts: DayParts,
    words: &'a Words,
    formats: &'a Formats,
    me: PersonId,
}

impl DayPage<'_> {
    /// The week, the day of it, and who has a birthday or name day.
    fn line(&self) -> Result<String, StoreError> {
        let settings = self.view.settings()?;
        let week = week_of(self.day, settings.week_starts);
        let number = (self.day - *week.start()).num_days() + 1;
        let values = [("week", self.formats.week_of(*week.start()).into()), ("day", number.into())];
        let mut parts = vec![self.words.with("today-plan-note", &values)];
        if self.parts.has(DayPart::NameDay) && self.words.language() == Language::Bulgarian {
            let kept = names_on(self.day);
            let few: Vec<_> = kept.iter().take(MOST_NAMES).copied().collect();
            if !few.is_empty() {
                parts.push(self.words.with("day-page-name-day", &[("names", few.join(", ").into())]));
            }
        }
        let kept = occasions(self.view, &(self.day..=self.day), self.words.language());
        let names: Vec<_> = kept.iter().take(3).map(|one| one.person.short.as_str()).collect();
        if !names.is_empty() {
            parts.push(self.words.with("day-page-congratulate", &[("names", names.join(", ").into())]));
        }
        Ok(parts.join(" · "))
    }

    /// The hours with what stands at them, and the free ones between.
    fn hours(&self, timed: &[Item], evening: NaiveTime) -> Result<Vec<HourRow>, StoreError> {
        let mut rows: Vec<(u32, HourRow)> = Vec::new();
        let mut asked = Vec::new();
        for item in timed.iter().take(MOST_TIMED) {
            rows.push((begins(item), self.hour(item, &mut asked)?));
        }
        let last = evening.hour() * 60 + evening.minute();
        let review = self.words.get("evening-review");
        if !timed.iter().any(|item| begins(item) == last) {
            let time = self.formats.time(evening);
            rows.push((last, HourRow { time, title: review, ..HourRow::default() }));
        }
        let until = if self.parts.has(DayPart::FreeHours) { evening.hour() } else { FROM };
        for hour in FROM..until {
            let (from, until) = (hour * 60, hour * 60 + 60);
            let taken = |item: &Item| {
                let end = begins(item) + item.when.minutes().unwrap_or(0);
                (from..until).contains(&begins(item)) || (begins(item) < from && end > from)
            };
            if let Some(time) = NaiveTime::from_hms_opt(hour, 0, 0).filter(|_| !timed.iter().any(taken)) {
                rows.push((from, HourRow { time: self.formats.time(time), ..HourRow::default() }));
            }
        }
        rows.sort_by_key(|(minute, _)| *minute);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// A thing at its hour: with the telephone of its first person, and what to ask them. What was to be asked of a person
    /// in the morning is not said once more: `asked` holds of whom.
    fn hour(&self, item: &Item, asked: &mut Vec<PersonId>) -> Result<HourRow, StoreError> {
        let others: Vec<_> = item.people.iter().filter(|person| person.id != self.me).collect();
        let known = others.iter().filter_map(|person| self.view.people().get(person.id));
        let phone = known.filter_map(|person| person.phones.first()).map(|phone| Formats::phone(&phone.number)).next();
        let mut detail = Vec::new();
        if !item.place.is_empty() && !item.place.contains("://") {
            detail.push(item.place.clone());
        }
        let beside = others.iter().filter(|person| !names(&item.title, &person.full)).map(|one| one.short.clone());
        let beside: Vec<_> = beside.take(3).collect();
        if !beside.is_empty() {
            detail.push(beside.join(", "));
        }
        let note = item.note.trim().lines().next().unwrap_or_default();
        if !note.is_empty() {
            detail.push(note.to_owned());
        } else if let Some(person) =
            others.first().filter(|one| self.parts.has(DayPart::Asks) && !asked.contains(&one.id))
        {
            asked.push(person.id);
            let ask = ask_of(self.view, person.id, self.day)?;
            detail.push(ask_words(self.words, self.formats, &ask, &person.full));
        }
        if let Some(end) = item.when.end().filter(|_| item.when.minutes().is_some_and(|minutes| minutes >= 60)) {
            let until = self.words.with("until-time", &[("time", self.formats.time(end.time()).into())]);
            // The hour stays with its word.
            detail.push(until.replace(' ', "\u{a0}"));
        }
        Ok(HourRow {
            time: item.when.time().map(|time| self.formats.time(time)).unwrap_or_default(),
            title: item.title.clone(),
            tag: self.tag(item),
            phone: phone.filter(|_| self.parts.has(DayPart::Phones)).unwrap_or_default(),
            detail: detail.join(" · "),
        })
    }

    /// How pressing a thing is, where it is more than other.
    fn tag(&self, item: &Item) -> String {
        match item.priority {
            Priority::Other => String::new(),
            priority => priority_look(priority).word(self.words),
        }
    }

    fn tasks(&self, mut whole: Vec<Item>) -> TickList {
        whole.sort_by_key(|item| (item.priority, item.id));
        let hidden = whole.len().saturating_sub(MOST_TASKS);
        let more = if hidden == 0 {
            String::new()
        } else {
            self.words.with("today-programme-more", &[("count", hidden.into())])
        };
        let items = whole.iter().take(MOST_TASKS).map(|item| TickRow { text: item.title.clone(), tag: self.tag(item) });
        TickList { heading: self.words.get("today-all-day"), items: items.collect(), more }
    }

    fn plan(&self, items: &[Item]) -> Result<CountList, StoreError> {
        let shares = plan_shares(self.view, self.day, items)?;
        let row = |share: &crate::pages::evening::PlanShare| CountRow {
            text: plan_name(self.words, &share.row.action).to_lowercase(),
            boxes: usize::try_from(share.share.min(MOST_BOXES)).unwrap_or(0),
            more: match share.share.saturating_sub(MOST_BOXES) {
                0 => String::new(),
                more => format!("+{more}"),
            },
        };
        let items = shares.iter().map(row).collect();
        Ok(CountList { heading: self.words.get("day-page-plan"), items })
    }

    /// Who is in their first three days on that day.
    fn first_days(&self, now: Now) -> Result<Vec<NamedLine>, StoreError> {
        let morning = NaiveTime::from_hms_opt(FROM, 0, 0).unwrap_or_default();
        let there = today(self.view, Now::new(self.day.and_time(morning), now.zone))?;
        let line = |one: &sponsor_core::query::FirstDays| {
            let day = self.formats.date_short(one.until.date());
            let until = format!("{day}, {}", self.formats.time(one.until.time()));
            let until = self.words.with("until-time", &[("time", until.into())]);
            let next =
                one.next.as_ref().map(|next| self.words.with("day-page-next", &[("what", next.as_str().into())]));
            let name = self.words.with("day-page-first-days", &[("name", one.person.full.as_str().into())]);
            NamedLine { name, text: [Some(until), next].into_iter().flatten().collect::<Vec<_>>().join(" · ") }
        };
        Ok(there.first_days.iter().take(MOST_FIRST_DAYS).map(line).collect())
    }
}

/// The minute of the day at which a thing begins.
fn begins(item: &Item) -> u32 {
    item.when.time().map_or(0, |time| time.hour() * 60 + time.minute())
}

/// Whether a title says somebody's first name.
fn names(title: &str, name: &str) -> bool {
    name.split(' ').next().is_some_and(|first| title.contains(first))
}
