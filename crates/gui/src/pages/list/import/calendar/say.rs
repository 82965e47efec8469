//! What a record of a calendar is called, when it is, what it comes to and why.

use chrono::{Datelike as _, NaiveDate};
use sponsor_core::exchange::{CalendarField, CalendarRow, CalendarVerdict, Reasons as _, Remark};
use sponsor_core::model::When;

use crate::app::Scene;
use crate::icons;
use crate::pages::diary::kind_word;
use crate::widgets::Tone;
use crate::words::Words;

/// The title, or that there is none.
pub(super) fn title(words: &Words, row: &CalendarRow) -> String {
    if row.title.is_empty() {
        words.with("import-record", &[("number", row.ordinal.into())])
    } else {
        row.title.clone()
    }
}

/// Day, hour, and that it repeats.
pub(super) fn when(scene: &Scene<'_>, row: &CalendarRow) -> String {
    let (words, formats) = (scene.words, scene.formats);
    if matches!(row.verdict, CalendarVerdict::Refused(_)) {
        return "–".to_owned();
    }
    let day = match row.when {
        When::Undated => words.get("calendar-undated"),
        When::AllDay { from, to } if to > from && from.year() == to.year() => {
            dated(formats.date_range(from, to), from, scene.today)
        }
        When::AllDay { from, to } if to > from => formats.date_range(from, to),
        When::AllDay { from, .. } => dated(formats.date_short(from), from, scene.today),
        When::Timed { start, .. } => {
            let day = dated(formats.date_short(start.date()), start.date(), scene.today);
            format!("{day}, {}", formats.time(start.time()))
        }
    };
    let more = if row.of_series {
        Some("calendar-instance")
    } else if row.repeat.is_empty() {
        None
    } else {
        Some("calendar-repeats")
    };
    more.map_or_else(|| day.clone(), |key| format!("{day} · {}", words.get(key)))
}

/// A day with its year, where that is not this one.
fn dated(text: String, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { text } else { format!("{text} {}", day.year()) }
}

/// Icon, word and tone of what a record comes to.
pub(super) fn verdict(words: &Words, row: &CalendarRow) -> (char, String, Tone) {
    match &row.verdict {
        CalendarVerdict::Added => (icons::ADD, words.get("import-added"), Tone::Accent),
        CalendarVerdict::Updated { .. } => (icons::LINK, words.get("calendar-updated"), Tone::Necessary),
        CalendarVerdict::Unchanged { .. } => (icons::NOTHING, words.get("import-unchanged"), Tone::Neutral),
        CalendarVerdict::Refused(_) => (icons::STAGE_NOT_FOR_THEM, words.get("import-refused-one"), Tone::Important),
    }
}

/// Why a record comes to that.
pub(super) fn why(words: &Words, row: &CalendarRow) -> String {
    let fields = |key: &str, fields: &[CalendarField]| {
        let names: Vec<String> = fields.iter().map(|field| words.get(field_key(*field))).collect();
        Some(words.with(key, &[("fields", names.join(", ").into())])).filter(|_| !fields.is_empty())
    };
    let remarks = row.remarks.iter().map(|remark| words.get(remark_key(*remark)));
    let said: Vec<String> = match &row.verdict {
        CalendarVerdict::Added => vec![format!("{}, {}", kind_word(words, row.kind), words.get("calendar-why-new"))],
        CalendarVerdict::Updated { news, kept } => {
            let news = fields("calendar-why-news", news).or_else(|| Some(words.get("calendar-why-rest")));
            news.into_iter().chain(fields("calendar-why-kept", kept)).collect()
        }
        CalendarVerdict::Unchanged { older: true, .. } => vec![words.get("calendar-why-older")],
        CalendarVerdict::Unchanged { kept, .. } => {
            vec![fields("calendar-why-kept", kept).unwrap_or_else(|| words.get("calendar-why-unchanged"))]
        }
        CalendarVerdict::Refused(refusal) => {
            let values = [("why", words.refusal(*refusal).into()), ("line", row.line.into())];
            vec![words.with("import-why-refused", &values)]
        }
    };
    // What is odd about it comes first: the end of a long line is cut.
    remarks.chain(said).collect::<Vec<_>>().join("; ")
}

const fn remark_key(remark: Remark) -> &'static str {
    match remark {
        Remark::UnknownZone => "calendar-remark-zone",
        Remark::WholeDays => "calendar-remark-days",
        Remark::WithoutEnd => "calendar-remark-end",
        Remark::NoTitle => "calendar-remark-title",
    }
}

const fn field_key(field: CalendarField) -> &'static str {
    match field {
        CalendarField::Kind => "calendar-field-kind",
        CalendarField::Title => "calendar-field-title",
        CalendarField::When => "calendar-field-when",
        CalendarField::Place => "calendar-field-place",
        CalendarField::Note => "calendar-field-note",
        CalendarField::People => "calendar-field-people",
        CalendarField::Priority => "calendar-field-priority",
        CalendarField::State => "calendar-field-state",
        CalendarField::Reminders => "calendar-field-reminders",
        CalendarField::Repeat => "calendar-field-repeat",
    }
}
