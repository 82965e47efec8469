//! The sheet of an interview as a document.

use std::path::PathBuf;

use chrono::{Days, Months};
use sponsor_core::Desk;
use sponsor_core::files::write_whole;
use sponsor_core::model::{EntryState, Gender, Interview, InterviewId, Language, Name, Person, Role, guess_gender};
use sponsor_core::query::FIRST_DAYS_LENGTH;
use sponsor_core::store::StoreError;
use sponsor_documents::{
    About, FirstDays, FirstNames, Format, NextMeeting, Section, SheetData, Step, Template, render,
};

use crate::app::{Progress, Work, WorkOutcome};
use crate::pages::onboarding::{Voice, counted_names, goal_sentence};

/// The second talk speaks of three months.
const PLANNED_MONTHS: Months = Months::new(3);

/// Writes the sheet of an interview as a PDF.
#[derive(Debug)]
pub struct SheetWork {
    /// The interview.
    pub interview: InterviewId,
    /// Where the file goes.
    pub path: PathBuf,
    /// The day on which it is made.
    pub on: chrono::NaiveDate,
}

impl Work for SheetWork {
    fn name(&self) -> &'static str {
        "interview-work-sheet"
    }

    fn run(self: Box<Self>, desk: &Desk, _progress: &Progress) -> WorkOutcome {
        let (interview, sponsor, done) = match self.read(desk) {
            Ok(Some(read)) => read,
            Ok(None) => return WorkOutcome::failed(StoreError::Missing),
            Err(error) => return WorkOutcome::failed(error),
        };
        let voice = Voice::new(interview.language, interview.address_form);
        let data = sheet_data(&voice, &interview, &sponsor, &done);
        let title = voice.words.with("interview-sheet-document", &[("name", data.person.as_str().into())]);
        let language = match interview.language {
            Language::Bulgarian => sponsor_documents::Language::Bulgarian,
            Language::English => sponsor_documents::Language::English,
        };
        let about = About { title, language, author: sponsor.name.full(), date: self.on };
        let pdf = match render(Template::Sheet, &data, &about, Format::Pdf) {
            Ok(files) => files.concat(),
            Err(error) => return WorkOutcome::failed(error),
        };
        match write_whole(&self.path, &pdf) {
            Ok(()) => WorkOutcome::Written(self.path),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

type Read = Option<(Interview, Person, Vec<bool>)>;

impl SheetWork {
    fn read(&self, desk: &Desk) -> Result<Read, StoreError> {
        let view = desk.read()?;
        let (Some(interview), Some(me)) = (view.interview(self.interview)?, view.people().me()) else {
            return Ok(None);
        };
        let made = interview.entries.iter().map(|id| view.entry(*id));
        let done = made.map(|entry| Ok(entry?.is_some_and(|entry| entry.state == EntryState::Done)));
        let done = done.collect::<Result<_, StoreError>>()?;
        Ok(Some((interview, (**me).clone(), done)))
    }
}

/// What stands on the sheet of an interview; `done` tells of its first actions, in order, which are done.
#[must_use]
pub fn sheet_data(voice: &Voice, interview: &Interview, sponsor: &Person, done: &[bool]) -> SheetData {
    let words = &voice.words;
    let phone = sponsor.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
    let footer = match phone.as_str() {
        "" => words.get("interview-sheet-footer-plain"),
        phone => words.with("interview-sheet-footer", &[("phone", phone.into())]),
    };
    let goal = goal_sentence(voice, &interview.goal_what, interview.goal_until, &interview.goal_why);
    SheetData {
        person: interview.guest_name.clone(),
        line: line(voice, interview),
        sponsor: words.with("interview-sheet-sponsor", &[("name", sponsor.name.full().into())]),
        phone,
        goal: Section {
            heading: words.get("interview-sheet-agreed"),
            text: goal,
            detail: interview.answer("goal").map(|answer| answer.text.clone()).unwrap_or_default(),
        },
        hours: hours(voice, interview),
        income: answer(voice, interview, "income", "interview-sheet-income"),
        words: answer(voice, interview, "company", own_words(&interview.guest_name)),
        learn: answer(voice, interview, "products", "interview-sheet-learn"),
        names: first_names(voice, interview),
        first_days: first_days(voice, interview, done),
        next_meeting: next_meeting(voice, interview),
        footer,
    }
}

fn line(voice: &Voice, interview: &Interview) -> String {
    let key = match interview.role {
        Role::Partner => "interview-sheet-line-partner",
        Role::Customer => "interview-sheet-line-customer",
    };
    let date = voice.formats.date_long(interview.registered.date());
    let mut parts = vec![voice.words.with(key, &[("date", date.into())])];
    if !interview.company_number.is_empty() {
        // An identifier is text: as a number it would be grouped.
        let number = interview.company_number.as_str();
        parts.push(voice.words.with("interview-sheet-number", &[("number", number.into())]));
    }
    if !interview.guest_city.is_empty() {
        parts.push(interview.guest_city.clone());
    }
    parts.join(" · ")
}

fn own_words(name: &str) -> &'static str {
    match Name::from_full(name).map(|name| guess_gender(&name)) {
        Ok(Gender::Female) => "interview-sheet-her-words",
        Ok(Gender::Male) => "interview-sheet-his-words",
        _ => "interview-sheet-own-words",
    }
}

fn answer(voice: &Voice, interview: &Interview, step: &str, heading: &str) -> Section {
    let given = interview.answer(step).cloned().unwrap_or_default();
    let chips = given.chips.join(", ");
    let (text, detail) = if given.text.is_empty() { (chips, String::new()) } else { (given.text, chips) };
    Section { heading: voice.words.get(heading), text, detail }
}

/// The time a week: the hours that were chosen say it; what else was said of the work stands below.
fn hours(voice: &Voice, interview: &Interview) -> Section {
    let mut section = answer(voice, interview, "time", "interview-sheet-hours");
    if !section.detail.is_empty() {
        std::mem::swap(&mut section.text, &mut section.detail);
    }
    section
}

fn first_names(voice: &Voice, interview: &Interview) -> FirstNames {
    let counts = counted_names(&interview.guest_city, &interview.first_names);
    let own = interview.guest_city.trim();
    let others: usize = counts.iter().filter(|(city, _)| city != own).map(|(_, count)| count).sum();
    let mut parts = Vec::new();
    if let Some((city, count)) = counts.iter().find(|(city, _)| city == own) {
        let city = if city.is_empty() { voice.words.get("interview-names-no-city") } else { city.clone() };
        let values = [("city", city.into()), ("count", (*count).into())];
        parts.push(voice.words.with("interview-sheet-city-count", &values));
    }
    if others > 0 {
        parts.push(voice.words.with("interview-sheet-other-cities", &[("count", others.into())]));
    }
    let heading = voice.words.get("interview-sheet-first-names");
    FirstNames { heading, summary: parts.join(" · "), names: Vec::new() }
}

/// The places of the first actions in the interview, by their time; the sheet lists them so.
#[must_use]
pub fn in_order_of_time(interview: &Interview) -> Vec<usize> {
    let mut places: Vec<_> = interview.first_actions.iter().enumerate().collect();
    places.sort_by_key(|(_, action)| action.at);
    places.into_iter().map(|(place, _)| place).collect()
}

fn first_days(voice: &Voice, interview: &Interview, done: &[bool]) -> FirstDays {
    let until = interview.registered + FIRST_DAYS_LENGTH;
    let values =
        [("date", voice.formats.date_short(until.date()).into()), ("time", voice.formats.time(until.time()).into())];
    let item = |place: usize| {
        let action = interview.first_actions.get(place)?;
        Some(Step {
            day: voice.formats.date_compact(action.at.date()).split(' ').take(2).collect::<Vec<_>>().join(" "),
            text: action.title.clone(),
            time: voice.formats.time(action.at.time()),
            done: done.get(place).copied().unwrap_or(false),
        })
    };
    FirstDays {
        heading: voice.words.with("interview-sheet-first-days", &values),
        done_word: voice.words.get("state-done"),
        items: in_order_of_time(interview).into_iter().filter_map(item).collect(),
    }
}

fn next_meeting(voice: &Voice, interview: &Interview) -> Option<NextMeeting> {
    let meeting = interview.next_meeting.as_ref()?;
    let starts = interview.registered.date().checked_add_days(Days::new(1))?;
    let ends = starts.checked_add_months(PLANNED_MONTHS)?.checked_sub_days(Days::new(1))?;
    // The years go without saying: the sheet has its date.
    let range = format!("{} – {}", voice.formats.date_day_month(starts), voice.formats.date_day_month(ends));
    let date = voice.formats.date_weekday_long(meeting.at.date());
    let values = [("date", date.into()), ("time", voice.formats.time(meeting.at.time()).into())];
    Some(NextMeeting {
        title: voice.words.get("interview-sheet-second"),
        detail: voice.words.with("interview-sheet-second-detail", &[("range", range.into())]),
        when: voice.words.with("interview-sheet-date-time", &values),
        place: meeting.place.clone(),
    })
}
