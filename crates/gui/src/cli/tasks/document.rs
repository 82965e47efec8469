//! `document`: pages for paper.

use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::json;
use sponsor_core::files::write_whole;
use sponsor_documents::Format;

use super::super::arguments::DocumentArgument;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use super::person_of;
use crate::works::snapshot::page_paths;
use crate::works::{DayParts, day_page, plan_page};

/// Makes a document.
pub fn make(
    session: &Session,
    kind: DocumentArgument,
    (person, date): (Option<&str>, Option<NaiveDate>),
    out: &Path,
) -> Result<Output, Failure> {
    let format = format_of(out)?;
    session.spare(out)?;
    let desk = session.open()?;
    let view = desk.read()?;
    let today = session.now.today(view.settings()?.day_ends);
    let pages = match kind {
        DocumentArgument::Plan => {
            let about = (person_of(&view, person)?, date.unwrap_or(today));
            plan_page(&view, about, session.now, &session.words(), format)?
        }
        DocumentArgument::Tomorrow => {
            let day = date.unwrap_or_else(|| today.checked_add_days(Days::new(1)).unwrap_or(today));
            day_page(&view, (day, DayParts::default()), session.now, &session.words(), format)?
        }
    };
    let mut written = Vec::new();
    for (path, bytes) in page_paths(out, pages.len()).into_iter().zip(&pages) {
        write_whole(&path, bytes)?;
        written.push(path.display().to_string());
    }
    let words = session.words();
    let lines = written.iter().map(|file| words.with("work-written", &[("file", file.as_str().into())])).collect();
    Ok(Output::new(lines, json!({ "files": written, "pages": pages.len() })))
}

/// The format follows from the ending.
fn format_of(out: &Path) -> Result<Format, Failure> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "pdf" => Ok(Format::Pdf),
        "png" => Ok(Format::Png),
        "svg" => Ok(Format::Svg),
        _ => Err(Failure::Message("error-ending", vec![("ending", ending)])),
    }
}
