//! What the cells of an attendance say, in the words that people write into them, in both languages.

use super::super::columns::{Column, column};
use crate::model::Mode;

/// What a column of an attendance holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AttendanceColumn {
    /// The name, or a part of it that stands at this place of it.
    Name(u8),
    Phone,
    Email,
    /// Whether and how they came.
    Came,
    /// Whether they want to grow.
    WantsMore,
}

const CAME: [&str; 21] = [
    "дойде",
    "дошли",
    "дошъл",
    "дошла",
    "присъства",
    "присъствал",
    "присъствала",
    "присъствие",
    "участие",
    "начин",
    "как",
    "came",
    "attended",
    "attendance",
    "present",
    "mode",
    "how",
    "format",
    "форма",
    "формат",
    "status",
];
const WANTS: [&str; 12] = [
    "иска",
    "развива",
    "развитие",
    "расте",
    "растеж",
    "повече",
    "wants",
    "want",
    "grow",
    "growth",
    "more",
    "interested",
];

/// What the columns of a heading hold; a column of which nothing is known is left out.
pub(super) fn attendance_columns(heading: &[String]) -> Vec<Option<AttendanceColumn>> {
    heading.iter().map(|cell| attendance_column(cell)).collect()
}

fn attendance_column(heading: &str) -> Option<AttendanceColumn> {
    let lower = heading.to_lowercase();
    let any = |known: &[&str]| lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| known.contains(&word));
    if any(&WANTS) {
        return Some(AttendanceColumn::WantsMore);
    }
    if any(&CAME) {
        return Some(AttendanceColumn::Came);
    }
    Some(match column(heading) {
        Column::Given | Column::GivenOrFull | Column::Full => AttendanceColumn::Name(0),
        Column::Middle => AttendanceColumn::Name(1),
        Column::Family => AttendanceColumn::Name(2),
        Column::Phone(_) => AttendanceColumn::Phone,
        Column::Email(_) => AttendanceColumn::Email,
        _ if any(&["гост", "гости", "участник", "участници", "guest", "attendee", "participant", "партньор"]) => {
            AttendanceColumn::Name(0)
        }
        _ => return None,
    })
}

/// Whether a row heads an attendance: it names people.
pub(super) fn is_attendance_heading(cells: &[String]) -> bool {
    let columns = attendance_columns(cells);
    let known = columns.iter().flatten().count();
    columns.iter().any(|column| matches!(column, Some(AttendanceColumn::Name(_)))) && (known > 1 || cells.len() == 1)
}

/// What a cell says of somebody's coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// They came, in this way if it is said.
    Came(Option<Mode>),
    NotCame,
}

const ONLINE: [&str; 9] = ["онлайн", "online", "zoom", "viber", "вайбър", "зуум", "meet", "дистанционно", "remote"];
const IN_PERSON: [&str; 8] = ["живо", "присъствено", "person", "live", "зала", "залата", "лично", "hall"];
const YES: [&str; 18] = [
    "да",
    "yes",
    "y",
    "x",
    "х",
    "1",
    "true",
    "дойде",
    "дошъл",
    "дошла",
    "came",
    "attended",
    "present",
    "иска",
    "присъства",
    "wants",
    "д",
    "ok",
];
const NO: [&str; 9] = ["не", "no", "n", "0", "false", "absent", "отсъства", "н", "missed"];
const TICKS: [char; 6] = ['✓', '✔', '+', '☑', '✅', '√'];
const DASHES: [char; 5] = ['-', '–', '—', '✗', '☐'];

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Yes or no; an empty cell is no; none for what is neither.
pub(super) fn yes(text: &str) -> Option<bool> {
    let text = text.trim();
    let words = words(text);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if any(&NO) || text.is_empty() || (words.is_empty() && text.chars().all(|one| DASHES.contains(&one))) {
        Some(false)
    } else {
        (any(&YES) || text.chars().any(|one| TICKS.contains(&one))).then_some(true)
    }
}

/// Whether and how somebody came; none for what cannot be read.
pub(super) fn said(text: &str) -> Option<Said> {
    let words = words(text);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    // Who was there both ways counts as there in person.
    if any(&IN_PERSON) {
        return Some(Said::Came(Some(Mode::InPerson)));
    }
    if any(&ONLINE) {
        return Some(Said::Came(Some(Mode::Online)));
    }
    yes(text).map(|came| if came { Said::Came(None) } else { Said::NotCame })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_yes_no_and_how_in_many_ways() {
        for text in ["да", "Yes", "х", "✓", " + ", "1", "дойде"] {
            assert_eq!(said(text), Some(Said::Came(None)), "{text}");
        }
        for text in ["", "не", "No", "—", "0", "не дойде"] {
            assert_eq!(said(text), Some(Said::NotCame), "{text}");
        }
        for (text, mode) in [("На живо", Mode::InPerson), ("in person", Mode::InPerson), ("Zoom", Mode::Online)] {
            assert_eq!(said(text), Some(Said::Came(Some(mode))), "{text}");
        }
        assert_eq!(said("онлайн и на живо"), Some(Said::Came(Some(Mode::InPerson))));
        assert_eq!((said("може би"), yes("може би")), (None, None));
    }

    #[test]
    fn headings_are_known_in_both_languages() {
        use AttendanceColumn::{Came, Email, Name, Phone, WantsMore};
        let wanted = [Some(Name(0)), Some(Phone), Some(Email), Some(Came), Some(WantsMore)];
        for heading in [
            ["Име", "Телефон", "Имейл", "Присъствие", "Иска да се развива"],
            ["Name", "Phone", "E-mail", "Mode", "Wants more"],
        ] {
            assert_eq!(attendance_columns(&heading.map(str::to_owned)), wanted);
        }
        assert!(!is_attendance_heading(&["Мария Петрова".to_owned()]));
        assert!(is_attendance_heading(&["Име".to_owned()]));
    }
}
