//! A calendar file as components. They are parted on bytes before anything in them is looked at, so that what is broken
//! in one never touches its neighbours.

use crate::exchange::vcard_lines::{RawCard, RawLine, lines};

/// What a record of a calendar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ComponentKind {
    Event,
    Todo,
    Journal,
    /// Free and busy times, availability: nothing that stands in a diary.
    Other,
}

impl ComponentKind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "VEVENT" => Self::Event,
            "VTODO" => Self::Todo,
            "VJOURNAL" => Self::Journal,
            "VFREEBUSY" | "VAVAILABILITY" => Self::Other,
            _ => return None,
        })
    }
}

/// A component as its lines.
#[derive(Debug)]
pub(super) struct RawComponent<'a> {
    /// Its name in capitals.
    pub(super) name: String,
    /// The number of its first line.
    pub(super) line: usize,
    /// Its own lines, without those of components within it.
    pub(super) lines: Vec<RawLine<'a>>,
    /// Components within it.
    pub(super) inner: Vec<Self>,
    /// Whether it has an end of its own.
    pub(super) ended: bool,
}

impl<'a> RawComponent<'a> {
    const fn new(name: String, line: usize) -> Self {
        Self { name, line, lines: Vec::new(), inner: Vec::new(), ended: false }
    }

    /// Its own lines, to be read as those of a card are.
    pub(super) fn as_card(&self) -> RawCard<'a> {
        RawCard { line: self.line, lines: self.lines.clone(), ended: self.ended }
    }
}

/// A record of the file.
#[derive(Debug)]
pub(super) struct RawRecord<'a> {
    pub(super) kind: ComponentKind,
    pub(super) component: RawComponent<'a>,
    /// Whether the calendar around it says that all in it is called off.
    pub(super) cancelled: bool,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct RawCalendar<'a> {
    /// The records, in order.
    pub(super) records: Vec<RawRecord<'a>>,
    /// The definitions of zones.
    pub(super) zones: Vec<RawComponent<'a>>,
}

/// Takes a file apart.
pub(super) fn components(bytes: &[u8]) -> RawCalendar<'_> {
    let mut parts = Parts::default();
    for line in lines(bytes) {
        match mark(line.bytes) {
            Some((Mark::Begin, name)) => parts.begin(name, line.number),
            Some((Mark::End, name)) => parts.end(&name),
            None => parts.line(line),
        }
    }
    parts.close();
    parts.found
}

#[derive(Default)]
struct Parts<'a> {
    found: RawCalendar<'a>,
    /// The record or zone that is open, and what is open within it.
    open: Vec<RawComponent<'a>>,
    cancelled: bool,
}

impl<'a> Parts<'a> {
    fn begin(&mut self, name: String, line: usize) {
        let stands_alone = ComponentKind::of(&name).is_some() || name == "VTIMEZONE" || name == "VCALENDAR";
        if stands_alone {
            self.close();
        }
        if name == "VCALENDAR" {
            self.cancelled = false;
        } else if stands_alone || !self.open.is_empty() {
            self.open.push(RawComponent::new(name, line));
        }
        // Anything else around records is only a cover.
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            if name == "VCALENDAR" {
                self.close();
            }
            return;
        };
        while self.open.len() > at + 1 {
            self.fold_last();
        }
        if let Some(last) = self.open.last_mut() {
            last.ended = true;
        }
        if at == 0 { self.close() } else { self.fold_last() }
    }

    /// Puts what is open last into what is around it.
    fn fold_last(&mut self) {
        if let Some(inner) = self.open.pop()
            && let Some(outer) = self.open.last_mut()
        {
            outer.inner.push(inner);
        }
    }

    fn line(&mut self, line: RawLine<'a>) {
        match self.open.last_mut() {
            Some(open) => open.lines.push(line),
            None if line.bytes.trim_ascii().eq_ignore_ascii_case(b"METHOD:CANCEL") => self.cancelled = true,
            None => {}
        }
    }

    /// Whatever is open ends here, with its own end or without.
    fn close(&mut self) {
        while self.open.len() > 1 {
            self.fold_last();
        }
        let Some(component) = self.open.pop() else { return };
        match ComponentKind::of(&component.name) {
            Some(kind) => self.found.records.push(RawRecord { kind, component, cancelled: self.cancelled }),
            None => self.found.zones.push(component),
        }
    }
}

#[derive(Clone, Copy)]
enum Mark {
    Begin,
    End,
}

/// Whether a line begins or ends a component, and which. A line that begins with a space goes on with the one before.
fn mark(line: &[u8]) -> Option<(Mark, String)> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let (head, name) = line.split_at_checked(memchr::memchr(b':', line.get(..16).unwrap_or(line))?)?;
    let mark = match head.trim_ascii_end() {
        head if head.eq_ignore_ascii_case(b"BEGIN") => Mark::Begin,
        head if head.eq_ignore_ascii_case(b"END") => Mark::End,
        _ => return None,
    };
    let name = name.get(1..).unwrap_or_default().trim_ascii();
    Some((mark, String::from_utf8_lossy(name).to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::{ComponentKind, components};

    #[test]
    fn a_record_without_an_end_ends_where_the_next_begins() {
        let file = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nBEGIN:VTODO\nSUMMARY:b\nEND:VTODO\nBEGIN:VEVENT\nEND:VCALENDAR";
        let found = components(file);
        let seen: Vec<_> =
            found.records.iter().map(|one| (one.kind, one.component.line, one.component.ended)).collect();
        assert_eq!(
            seen,
            [(ComponentKind::Event, 2, false), (ComponentKind::Todo, 5, true), (ComponentKind::Event, 8, false)]
        );
        assert_eq!(found.records[0].component.inner[0].name, "VALARM");
    }

    #[test]
    fn a_folded_line_that_looks_like_a_mark_is_text() {
        let found = components(b"BEGIN:VEVENT\r\nDESCRIPTION:see\r\n END:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\n");
        assert_eq!(found.records.len(), 1);
        assert_eq!(found.records[0].component.lines.len(), 3);
    }

    #[test]
    fn what_a_calendar_calls_off_ends_with_it() {
        let found = components(
            b"BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
        );
        assert_eq!(found.records.iter().map(|one| one.cancelled).collect::<Vec<_>>(), [true, false]);
    }
}
