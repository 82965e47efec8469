//! What a row of the file comes to and why, in words.

use sponsor_core::exchange::{Field, FileError, Preview, PreviewRow, Refusal, Verdict};

use crate::icons;
use crate::widgets::Tone;
use crate::words::Words;

/// Icon, word and tone of what a row comes to.
pub(super) fn verdict(words: &Words, row: &PreviewRow) -> (char, String, Tone) {
    match &row.verdict {
        Verdict::Added => (icons::ADD, words.get("import-added"), Tone::Accent),
        Verdict::Joined { .. } => (icons::LINK, words.get("import-joined"), Tone::Necessary),
        Verdict::Unchanged => (icons::NOTHING, words.get("import-unchanged"), Tone::Neutral),
        Verdict::Refused(_) => (icons::STAGE_NOT_FOR_THEM, words.get("import-refused-one"), Tone::Important),
    }
}

/// Why a row comes to that.
pub(super) fn why(words: &Words, preview: &Preview, row: &PreviewRow) -> String {
    let name = |id| preview.name_of(id);
    match (&row.verdict, row.proposed) {
        (Verdict::Added, Some(other)) => words.with("import-why-same-name", &[("name", name(other).into())]),
        (Verdict::Added, None) if row.city.is_empty() => words.get("import-why-no-city"),
        (Verdict::Added, None) => words.get("import-why-new"),
        (Verdict::Joined { with, news }, _) => {
            let news: Vec<String> = news.iter().map(|field| words.get(field_key(*field))).collect();
            let values = [("name", name(*with).into()), ("news", news.join(", ").into())];
            words.with("import-why-joined", &values)
        }
        (Verdict::Unchanged, _) => words.get("import-why-unchanged"),
        (Verdict::Refused(refusal), _) => {
            let why = words.get(refusal_key(*refusal));
            match row.line {
                Some(line) => words.with("import-why-refused", &[("why", why.into()), ("line", line.into())]),
                None => why,
            }
        }
    }
}

const fn field_key(field: Field) -> &'static str {
    match field {
        Field::Nickname => "import-field-nickname",
        Field::Gender => "import-field-gender",
        Field::Phone => "import-field-phone",
        Field::Email => "import-field-email",
        Field::Messenger => "import-field-messenger",
        Field::Link => "import-field-link",
        Field::City => "import-field-city",
        Field::Address => "import-field-address",
        Field::Birthday => "import-field-birthday",
        Field::Occupation => "import-field-occupation",
        Field::Notes => "import-field-notes",
        Field::Own => "import-field-own",
        Field::Foreign => "import-field-foreign",
    }
}

const fn refusal_key(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoEnd => "import-refusal-no-end",
        Refusal::NoName => "import-refusal-no-name",
        Refusal::LineTooLong => "import-refusal-line-too-long",
        Refusal::FieldTooLong => "import-refusal-field-too-long",
        Refusal::Letters => "import-refusal-letters",
        Refusal::Row => "import-refusal-row",
        Refusal::Invalid(_) => "import-refusal-invalid",
    }
}

/// Why the whole file is refused.
pub(super) fn file_error(words: &Words, error: &FileError) -> String {
    words.get(match error {
        FileError::Missing => "import-error-missing",
        FileError::Folder => "import-error-folder",
        FileError::Empty => "import-error-empty",
        FileError::TooLong => "import-error-too-long",
        FileError::Binary => "import-error-binary",
        FileError::NoContacts => "import-error-no-contacts",
        FileError::OtherKind(_) => "import-error-other-kind",
        FileError::Cancelled => "work-cancelled",
        FileError::Io(_) => "import-error-io",
    })
}
