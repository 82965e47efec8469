//! A line about what took place on a day: «Обадих се на Мария в 14» is a call that was made.

use chrono::NaiveDate;

use super::kinds::is_wish;
use super::words::words;
use super::{Context, Meaning, TypedLine, Wishes, read_with};
use crate::Now;
use crate::model::{Entry, EntryId, EntryKind, EntryState, When};

/// Reads a line that tells what took place on a day. An hour without a day is one of that day. What is still to be done
/// («да звънна на Ива») stays a note, unless it says when.
#[must_use]
pub fn read_happening(line: &str, wishes: &Wishes, day: NaiveDate, context: &Context<'_>) -> TypedLine {
    let context = Context { happened: Some(day), ..*context };
    let read = read_with(line, wishes, &context);
    let dated = read.parts.iter().any(|part| matches!(part.meaning, Meaning::Day | Meaning::Time | Meaning::Repeat));
    if dated || wishes.kind.is_some() || read.kind == EntryKind::Note || !is_wish(&words(line)) {
        return read;
    }
    let note = Wishes { kind: Some(EntryKind::Note), ..wishes.clone() };
    let mut read = read_with(line, &note, &context);
    read.kind_said = false;
    read.parts.retain(|part| part.meaning != Meaning::Kind);
    read.title = line.split_whitespace().collect::<Vec<_>>().join(" ");
    read
}

/// The entry that a line about a day becomes: what people did together until now took place, a task or something later
/// is planned, a note waits to be sorted.
#[must_use]
pub fn happening(read: &TypedLine, id: EntryId, day: NaiveDate, now: Now) -> Entry {
    let mut entry = read.entry(id, now);
    if entry.when == When::Undated {
        entry.when = When::day(day);
    }
    let begins = match entry.when {
        When::Timed { start, .. } => start <= now.local,
        When::AllDay { from, .. } => from <= day,
        When::Undated => true,
    };
    let takes_place = !matches!(entry.kind, EntryKind::Task | EntryKind::Note);
    if takes_place && begins && entry.repeat.is_none() {
        entry.state = EntryState::Done;
    }
    entry
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::{happening, read_happening};
    use crate::Now;
    use crate::model::{Entry, EntryId, EntryKind, EntryState, When};
    use crate::typed_line::{Context, KnownNames, Wishes};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    /// Told on the evening of Tuesday 24 November about a day.
    fn told(line: &str, about: u32) -> Entry {
        let now = Now::new(day(24).and_hms_opt(19, 34, 0).unwrap(), chrono_tz::Europe::Sofia);
        let context = Context {
            now,
            day_ends: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
            week_starts: chrono::Weekday::Mon,
            people: &KnownNames::default(),
            happened: None,
        };
        let read = read_happening(line, &Wishes::default(), day(about), &context);
        happening(&read, EntryId::from_bytes([1; 16]), day(about), now)
    }

    fn at(on: u32, hour: u32) -> When {
        let start = day(on).and_hms_opt(hour, 0, 0).unwrap();
        When::Timed { start, minutes: None, zone: chrono_tz::Europe::Sofia }
    }

    #[test]
    fn what_was_done_is_done_at_its_hour_of_the_day() {
        for (line, kind, when) in [
            ("Обадих се на Мария в 14", EntryKind::Call, at(24, 14)),
            ("Срещнах Ива в магазина", EntryKind::Meeting, When::day(day(24))),
            ("Писах на Ралица", EntryKind::Message, When::day(day(24))),
            ("Called Petar at 9:00", EntryKind::Call, at(24, 9)),
            ("Met Iva", EntryKind::Meeting, When::day(day(24))),
            ("звъннах вчера на Стоян", EntryKind::Call, When::day(day(23))),
        ] {
            let entry = told(line, 24);
            assert_eq!((entry.kind, entry.when, entry.state), (kind, when, EntryState::Done), "{line}");
        }
        assert_eq!(told("Обадих се на Мария в 14", 20).when, at(20, 14));
        assert_eq!(told("Обадих се на Мария в 14", 24).title, "Мария");
    }

    #[test]
    fn what_is_to_be_done_is_planned_when_it_says_when_and_else_stays_a_note() {
        let note = told("Да звънна на Ива", 24);
        assert_eq!((note.kind, note.title.as_str()), (EntryKind::Note, "Да звънна на Ива"));
        let wish = told("call Iva", 24);
        assert_eq!((wish.kind, wish.state), (EntryKind::Note, EntryState::Planned));
        let call = told("да звънна на Ива утре в 10", 24);
        assert_eq!((call.kind, call.when, call.state), (EntryKind::Call, at(25, 10), EntryState::Planned));
        let coffee = told("утре 14:00 Мария кафе", 24);
        assert_eq!((coffee.when, coffee.state), (at(25, 14), EntryState::Planned));
        let task = told("задача: визитки", 24);
        assert_eq!((task.kind, task.state), (EntryKind::Task, EntryState::Planned));
        assert_eq!(told("Хубав ден", 24).kind, EntryKind::Note);
        // Later this evening is still to come.
        assert_eq!(told("среща с Мария в 21:00", 24).state, EntryState::Planned);
    }
}
