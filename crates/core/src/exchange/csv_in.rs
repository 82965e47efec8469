//! A table of people: a row as a person.

use chrono::NaiveDate;

use super::Refusal;
use super::columns::{Column, FOREIGN};
use super::csv_out::disarmed;
use super::headings::SPONSOR_DESK;
use super::own::{Draft, OwnCell};
use super::preview::Item;
use super::source::{FileError, FileKind, Progress, advance};
use super::table_in::{Table, TableCell};
use super::vcard_lines::escape;
use super::vcard_values::parse_birthday;
use crate::model::{Email, Messenger, MessengerKind, Person, Phone};

/// What stands between several values in one cell of Google's tables.
const SEVERAL: &str = " ::: ";

/// Every row of a table as a person or a reason.
pub(super) fn read_rows(
    table: &Table<'_>,
    columns: &[Column],
    created: NaiveDate,
    progress: &dyn Progress,
) -> Result<Vec<Item>, FileError> {
    let total = table.total();
    let mut items = Vec::new();
    for row in table.rows() {
        let person = row.cells.and_then(|cells| read_row(&cells, columns, table.kind, created));
        items.push(Item { line: row.line, person, readable: None });
        // How far it is, by bytes: how many rows there are is known only at the end.
        advance(progress, row.place / 64 * 64, total)?;
    }
    advance(progress, total, total)?;
    Ok(items)
}

fn read_row(cells: &[TableCell], columns: &[Column], kind: FileKind, created: NaiveDate) -> Result<Person, Refusal> {
    let parts = columns.contains(&Column::Family);
    let mut reader = RowReader { draft: Draft::default(), parts, kinds: Vec::new(), labels: Vec::new() };
    let mut numbered: Vec<(u32, usize)> = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let text = cell.as_deref().map_err(|refusal| *refusal)?;
        if !text.trim().is_empty() {
            let column = columns.get(index).cloned().unwrap_or(Column::Other(format!("{}", index + 1)));
            let as_it_stands = matches!(column, Column::Notes | Column::Foreign | Column::Own(_) | Column::OwnFields);
            let text = if as_it_stands { text } else { text.trim() };
            // In a workbook nothing was armed.
            let text = if kind == FileKind::Csv { disarmed(text) } else { text };
            reader.take(column, text, &mut numbered);
        }
    }
    reader.finish(&numbered).into_person(created)
}

struct RowReader {
    draft: Draft,
    /// Whether the table has names in parts.
    parts: bool,
    kinds: Vec<(u32, MessengerKind)>,
    /// Labels of phones (true) and addresses (false), by number.
    labels: Vec<(bool, u32, String)>,
}

impl RowReader {
    fn take(&mut self, column: Column, text: &str, numbered: &mut Vec<(u32, usize)>) {
        let draft = &mut self.draft;
        match column {
            Column::GivenOrFull if !self.parts => text.clone_into(&mut draft.full),
            Column::Full => text.clone_into(&mut draft.full),
            Column::Given | Column::GivenOrFull => draft.given = format!("{text} {}", draft.given),
            Column::Middle => draft.given = format!("{} {text}", draft.given),
            Column::Family => text.clone_into(&mut draft.family),
            Column::Nickname => text.clone_into(&mut draft.nickname),
            Column::Phone(number) => {
                for one in text.split(SEVERAL) {
                    numbered.push((number, draft.phones.len()));
                    draft.phones.push(Phone { number: disarmed(one.trim()).to_owned(), label: String::new() });
                }
            }
            Column::Email(number) => {
                for one in text.split(SEVERAL) {
                    numbered.push((number + EMAILS, draft.emails.len()));
                    draft.emails.push(Email { address: one.trim().to_owned(), label: String::new() });
                }
            }
            Column::PhoneLabel(number) => self.labels.push((true, number, label(text))),
            Column::EmailLabel(number) => self.labels.push((false, number, label(text))),
            Column::MessengerKind(number) => self.kinds.push((number, messenger_kind(text))),
            Column::Messenger(number) => {
                let kind =
                    self.kinds.iter().find(|(known, _)| *known == number).map_or(MessengerKind::Other, |found| found.1);
                draft.messengers.push(Messenger { kind, handle: text.to_owned() });
            }
            Column::Link => draft.links.extend(text.split(SEVERAL).map(|link| link.trim().to_owned())),
            Column::City if draft.city.is_empty() => text.clone_into(&mut draft.city),
            Column::Address if draft.address.is_empty() => text.clone_into(&mut draft.address),
            Column::Birthday => match parse_birthday(text) {
                Some(day) => draft.birthday = Some(day),
                None => draft.foreign.push(format!("BDAY:{}", escape(text))),
            },
            Column::Notes => draft.add_note(text),
            Column::Title => text.clone_into(&mut draft.occupation),
            Column::Organisation => text.clone_into(&mut draft.organisation),
            Column::Labels => labels(draft, text),
            Column::Own(name) => draft.own.push((name, text.to_owned())),
            Column::OwnFields => match OwnCell::read(text) {
                Some(cell) => {
                    draft.own.extend(cell.fields);
                    draft.foreign.extend(cell.lines.iter().map(|line| foreign(line)));
                }
                None => draft.foreign.push(other(SPONSOR_DESK, text)),
            },
            Column::Foreign => draft.foreign.extend(text.lines().map(foreign)),
            Column::City => draft.foreign.push(other("City", text)),
            Column::Address => draft.foreign.push(other("Address", text)),
            Column::Other(heading) => draft.foreign.push(other(&heading, text)),
            Column::Skipped => {}
        }
    }

    fn finish(mut self, numbered: &[(u32, usize)]) -> Draft {
        let draft = &mut self.draft;
        for (is_phone, number, label) in self.labels {
            let wanted = if is_phone { number } else { number + EMAILS };
            for (_, index) in numbered.iter().filter(|(number, _)| *number == wanted) {
                let field = if is_phone {
                    draft.phones.get_mut(*index).map(|phone| &mut phone.label)
                } else {
                    draft.emails.get_mut(*index).map(|email| &mut email.label)
                };
                if let Some(field) = field {
                    field.clone_from(&label);
                }
            }
        }
        if !draft.occupation.is_empty() && !draft.organisation.is_empty() {
            draft.foreign.push(format!("ORG:{}", escape(&draft.organisation)));
        }
        self.draft
    }
}

/// Numbers of e-mail columns are kept apart from those of phones by this.
const EMAILS: u32 = 1 << 16;

/// A label without the star that Google puts before the main one.
fn label(text: &str) -> String {
    text.trim().trim_start_matches('*').trim().to_owned()
}

fn labels(draft: &mut Draft, text: &str) {
    let words = text.split(":::").map(label).filter(|word| !word.is_empty() && word != "myContacts");
    let words: Vec<_> = words.map(|word| escape(&word)).collect();
    if !words.is_empty() {
        draft.foreign.push(format!("CATEGORIES:{}", words.join(",")));
    }
}

/// A line of a card as it was exported; what is none, or would end or rename the card, is kept as a cell's text.
fn foreign(line: &str) -> String {
    let head = line.split_once(':').map_or("", |(head, _)| head);
    let name = head.split(';').next().unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or_default();
    let sound = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let kept_out = ["BEGIN", "END", "VERSION", "FN", "N"].iter().any(|out| name.eq_ignore_ascii_case(out));
    if sound && !kept_out { line.to_owned() } else { other(FOREIGN, line) }
}

/// A cell that the product has no field for, as a line of a card.
fn other(heading: &str, text: &str) -> String {
    let heading: String = heading.chars().filter(|letter| !letter.is_control() && *letter != '"').collect();
    format!("X-COLUMN;X-HEADING=\"{heading}\":{}", escape(text))
}

/// The messenger of this name.
fn messenger_kind(name: &str) -> MessengerKind {
    match name.trim().to_lowercase().as_str() {
        "viber" => MessengerKind::Viber,
        "whatsapp" => MessengerKind::WhatsApp,
        "telegram" => MessengerKind::Telegram,
        "messenger" | "facebook" => MessengerKind::Messenger,
        _ => MessengerKind::Other,
    }
}
