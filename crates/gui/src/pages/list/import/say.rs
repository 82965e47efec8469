//! What a row of the file comes to and why, in words; and what stands in a field.

use sponsor_core::exchange::{Field, FieldChange, FieldValue, Preview, PreviewRow, Reasons as _, Verdict};
use sponsor_core::model::{ContactColumn, Gender};

use crate::app::messenger_name;
use crate::format::Formats;
use crate::icons;
use crate::pages::list::forms::birthday_text;
use crate::pages::list::say;
use crate::widgets::Tone;
use crate::words::Words;

/// Icon, word and tone of what a row comes to.
pub(super) fn verdict(words: &Words, row: &PreviewRow) -> (char, String, Tone) {
    match &row.verdict {
        Verdict::Added if row.decided => (icons::DONE, words.get("import-decided-new"), Tone::Accent),
        Verdict::Joined { .. } if row.decided => (icons::DONE, words.get("import-joined"), Tone::Necessary),
        Verdict::Added => (icons::ADD, words.get("import-added"), Tone::Accent),
        Verdict::Joined { .. } => (icons::LINK, words.get("import-joined"), Tone::Necessary),
        Verdict::Unchanged => (icons::NOTHING, words.get("import-unchanged"), Tone::Neutral),
        Verdict::Refused(_) => (icons::STAGE_NOT_FOR_THEM, words.get("import-refused-one"), Tone::Important),
    }
}

/// Why a row comes to that.
pub(super) fn why(words: &Words, preview: &Preview, row: &PreviewRow) -> String {
    match (&row.verdict, row.proposed) {
        (Verdict::Added, Some(other)) => {
            let name = preview.name_of(other);
            // The name stands in the row already, unless the other has it in other letters.
            let key = if name == row.name { "import-why-same-name" } else { "import-why-same-name-as" };
            words.with(key, &[("name", name.into())])
        }
        (Verdict::Added, None) if row.city.is_empty() => words.get("import-why-no-city"),
        (Verdict::Added, None) => words.get("import-why-new"),
        (Verdict::Joined { with, news, beside, replaced }, _) => {
            let who = words.with("import-why-joined", &[("name", preview.name_of(*with).into())]);
            let kinds = [("import-why-replaced", replaced), ("import-why-news", news), ("import-why-beside", beside)];
            let parts = kinds.into_iter().filter(|(_, fields)| !fields.is_empty());
            let parts = parts.map(|(key, fields)| words.with(key, &[("fields", names(words, fields).into())]));
            // What changes comes first: the end of a long line is cut.
            parts.chain([who]).collect::<Vec<_>>().join("; ")
        }
        (Verdict::Unchanged, _) if row.changes.iter().any(is_latin) => words.get("import-why-latin"),
        (Verdict::Unchanged, _) => words.get("import-why-unchanged"),
        (Verdict::Refused(refusal), _) => {
            let why = words.refusal(*refusal);
            match row.line {
                Some(line) => words.with("import-why-refused", &[("why", why.into()), ("line", line.into())]),
                None => why,
            }
        }
    }
}

/// Whether both names are the same, one in Cyrillic letters and one in Latin ones.
pub(super) fn is_latin(change: &FieldChange) -> bool {
    let (FieldValue::Text(ours), FieldValue::Text(theirs)) = (&change.ours, &change.theirs) else { return false };
    let latin = |text: &str| text.chars().any(|letter| letter.is_ascii_alphabetic());
    change.field == Field::Name && change.same && latin(ours) != latin(theirs)
}

fn names(words: &Words, fields: &[Field]) -> String {
    fields.iter().map(|field| words.get(field_key(*field))).collect::<Vec<_>>().join(", ")
}

const fn field_key(field: Field) -> &'static str {
    match field {
        Field::Name => "import-field-name",
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
        Field::Problem => "import-field-problem",
        Field::Relation => "import-field-relation",
        Field::Notes => "import-field-notes",
        Field::Own => "import-field-own",
        Field::Foreign => "import-field-foreign",
    }
}

/// What a field is called above its two values.
pub(super) fn title(words: &Words, field: Field) -> String {
    words.get(match field {
        Field::Name => "list-column-name",
        Field::Nickname => "import-title-nickname",
        Field::Gender => "import-title-gender",
        Field::Phone => "list-phone",
        Field::Email => "list-email",
        Field::Messenger => "import-title-messenger",
        Field::Link => "import-title-link",
        Field::City => "list-city",
        Field::Address => "list-address",
        Field::Birthday => "list-birthday",
        Field::Occupation => "list-occupation",
        Field::Problem => "list-problem",
        Field::Relation => "list-column-relation",
        Field::Notes => "list-notes",
        Field::Own => "list-interests",
        Field::Foreign => "import-field-foreign",
    })
}

/// What a column of a table may be, as it is called.
pub(super) fn column(words: &Words, column: ContactColumn) -> String {
    words.get(match column {
        ContactColumn::FullName => "list-column-name",
        ContactColumn::GivenName => "mapping-given-name",
        ContactColumn::MiddleName => "mapping-middle-name",
        ContactColumn::FamilyName => "mapping-family-name",
        ContactColumn::Nickname => "import-title-nickname",
        ContactColumn::Phone => "list-phone",
        ContactColumn::Email => "list-email",
        ContactColumn::City => "list-city",
        ContactColumn::Address => "list-address",
        ContactColumn::Birthday => "list-birthday",
        ContactColumn::Occupation => "list-occupation",
        ContactColumn::Organisation => "mapping-organisation",
        ContactColumn::Link => "import-title-link",
        ContactColumn::Notes => "list-notes",
    })
}

/// What stands in a field; a dash where nothing does.
pub(super) fn value(words: &Words, formats: &Formats, value: &FieldValue) -> String {
    match value {
        FieldValue::Nothing => "–".to_owned(),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Phone(phone) => Formats::phone(phone),
        FieldValue::Day(day) => birthday_text(formats, *day),
        FieldValue::Gender(Gender::Female) => words.get("list-gender-woman"),
        FieldValue::Gender(Gender::Male) => words.get("list-gender-man"),
        FieldValue::Gender(Gender::Unknown) => words.get("list-gender-neutral"),
        FieldValue::Relation(relation) => say::relation(words, *relation),
        FieldValue::Messenger(messenger) => {
            format!("{} {}", messenger_name(words, messenger.kind), messenger.handle)
        }
    }
}
