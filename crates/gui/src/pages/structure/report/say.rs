//! What a row of the report comes to and why, in words.

use sponsor_core::exchange::{Reasons as _, Refusal, ReportChanges, ReportPreview, ReportRow, ReportVerdict};
use sponsor_core::model::{PersonId, ReportColumn};

use crate::icons;
use crate::widgets::Tone;
use crate::words::Words;

/// What a column of a report is called.
pub(super) fn column(words: &Words, column: ReportColumn) -> String {
    words.get(match column {
        ReportColumn::Number => "report-column-number",
        ReportColumn::Name => "list-column-name",
        ReportColumn::Sponsor => "export-column-sponsor-number",
        ReportColumn::RegisteredOn => "export-column-registered",
        ReportColumn::OwnPoints => "report-column-own",
        ReportColumn::GroupPoints => "report-column-group",
        ReportColumn::Rank => "export-column-rank",
        ReportColumn::City => "list-city",
        ReportColumn::Role => "export-column-role",
    })
}

/// Icon, word and tone of what a row comes to.
pub(super) fn verdict(words: &Words, row: &ReportRow) -> (char, String, Tone) {
    match &row.verdict {
        ReportVerdict::Added { .. } => (icons::ADD, words.get("report-verdict-added"), Tone::Accent),
        ReportVerdict::Updated { changes, .. } if changes.moved.is_some() => {
            (icons::MOVE, words.get("report-verdict-moved"), Tone::Important)
        }
        ReportVerdict::Updated { .. } => (icons::LINK, words.get("report-verdict-updated"), Tone::Necessary),
        ReportVerdict::Unchanged { .. } => (icons::NOTHING, words.get("report-unchanged"), Tone::Neutral),
        ReportVerdict::Refused(_) => (icons::STAGE_NOT_FOR_THEM, words.get("import-refused-one"), Tone::Important),
    }
}

/// Why a row of a report is refused; it has no phone and no e-mail that could stand for a name.
pub(super) fn refusal(words: &Words, refusal: Refusal) -> String {
    if refusal == Refusal::NoName { words.get("report-refusal-no-name") } else { words.refusal(refusal) }
}

/// Why a row comes to that.
pub(super) fn why(words: &Words, preview: &ReportPreview, me: PersonId, place: usize, row: &ReportRow) -> String {
    match &row.verdict {
        ReportVerdict::Added { sponsor } => {
            let sponsor = ("sponsor", preview.name_of(*sponsor).into());
            match row.proposed {
                Some(other) => {
                    words.with("report-why-added-alike", &[sponsor, ("name", preview.name_of(other).into())])
                }
                None => words.with("report-why-added", &[sponsor]),
            }
        }
        ReportVerdict::Updated { person, changes } => changed(words, preview, *person, me, changes),
        ReportVerdict::Unchanged { .. } => words.get("report-why-unchanged"),
        ReportVerdict::Refused(refusal) => {
            let why = refusal_of(words, preview, place, *refusal);
            match row.line {
                Some(line) => words.with("import-why-refused", &[("why", why.into()), ("line", line.into())]),
                None => why,
            }
        }
    }
}

/// Why a row is refused, with what stands there.
fn refusal_of(words: &Words, preview: &ReportPreview, place: usize, why: Refusal) -> String {
    let why = refusal(words, why);
    match preview.wrong_text(place) {
        Some(text) => words.with("report-why-stands", &[("why", why.into()), ("text", text.into())]),
        None => why,
    }
}

fn changed(words: &Words, preview: &ReportPreview, person: PersonId, me: PersonId, changes: &ReportChanges) -> String {
    if person == me {
        return words.get("report-why-me");
    }
    let name = |id: PersonId| preview.name_of(id).into();
    let mut parts = Vec::new();
    if let Some((from, to)) = changes.moved {
        parts.push(words.with("report-why-moved", &[("from", name(from)), ("to", name(to))]));
    }
    if changes.registered {
        parts.push(words.with("report-why-registered", &[("name", name(person))]));
    }
    if let Some((before, rank)) = &changes.rank {
        let rank = ("rank", rank.as_str().into());
        parts.push(if before.is_empty() {
            words.with("report-why-rank", &[rank])
        } else {
            words.with("report-why-rank-was", &[rank, ("before", before.as_str().into())])
        });
    }
    let more = [
        (changes.numbered && !changes.registered, "report-why-numbered"),
        (changes.city, "report-why-city"),
        (changes.points, "report-why-points"),
    ];
    parts.extend(more.into_iter().filter(|(is, _)| *is).map(|(_, key)| words.get(key)));
    parts.join("; ")
}
