//! The diary of the simulated life: what is written down as it happens, what is planned ahead, and what becomes of it.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Known, Life};
use crate::command::{CallBack, Command, Line, OutcomeForm};
use crate::model::{Action, Entry, EntryId, EntryKind, EntryState, Mode, Priority, Stage, When};

/// Something that is planned ahead.
#[derive(Debug)]
pub(super) struct Planned {
    entry: Entry,
    moves: u32,
}

/// What an entry is about: kind, action, the pool of its titles, and whether it is planned ahead.
type Sort = (EntryKind, Option<Action>, &'static str, bool);

/// What comes of a number under a hundred.
const fn sort_of(drawn: u32) -> Sort {
    match drawn {
        0..40 => (EntryKind::Call, Some(Action::Call), "call", false),
        40..49 => (EntryKind::Message, None, "message", false),
        49..56 => (EntryKind::Note, None, "note", false),
        56..64 => (EntryKind::Message, Some(Action::Invitation), "invitation", false),
        64..73 => (EntryKind::Meeting, Some(Action::Meeting), "meeting", true),
        73..81 => (EntryKind::Meeting, Some(Action::TwoPlusOne), "two_plus_one", true),
        81..86 => (EntryKind::Meeting, Some(Action::Presentation), "presentation", true),
        86..90 => (EntryKind::Call, Some(Action::FollowUp), "follow_up", true),
        90..97 => (EntryKind::Task, None, "task", true),
        97..99 => (EntryKind::Event, None, "event", true),
        _ => (EntryKind::Message, Some(Action::OnlinePost), "post", false),
    }
}

impl Life<'_, '_> {
    /// So many entries are written down on a day.
    pub(super) fn write_entries(&mut self, day: NaiveDate, many: u32) {
        for _ in 0..many {
            let drawn = self.scribe.random.u32(..100);
            let sort = sort_of(drawn);
            if let Some(known) = self.somebody() {
                self.write_entry(day, &sort, &known);
            }
        }
    }

    fn write_entry(&mut self, day: NaiveDate, (kind, action, pool, ahead): &Sort, known: &Known) {
        self.made.entries += 1;
        let at = self.moment(day);
        let id = EntryId::new(&self.scribe.ids, at);
        let mut people = vec![known.id];
        let mut title = self.words.any(&mut self.scribe.random, pool).replace("{name}", &known.name);
        if *action == Some(Action::TwoPlusOne)
            && let Some(partner) = self.partner().filter(|partner| partner.id != known.id)
        {
            title = title.replace("{partner}", &partner.name);
            people.insert(0, partner.id);
        }
        let title = title.replace("{partner}", "—");
        let when = self.when(*kind, at, *ahead);
        let mut entry = Entry::new(id, *kind, &title, when, at);
        entry.action.clone_from(action);
        entry.action_chosen = true;
        if !matches!(kind, EntryKind::Event) && *action != Some(Action::OnlinePost) {
            entry.people = people;
        }
        entry.priority = self
            .scribe
            .random
            .choice([Priority::Urgent, Priority::Important, Priority::Necessary, Priority::Necessary, Priority::Other])
            .unwrap_or_default();
        if *kind == EntryKind::Meeting {
            entry.mode = Some(if self.scribe.chance(75) { Mode::InPerson } else { Mode::Online });
            self.words.any(&mut self.scribe.random, "place").clone_into(&mut entry.place);
        }
        let tells = !ahead && *kind == EntryKind::Call && self.scribe.chance(12);
        if !ahead && !tells {
            entry.state = if *kind == EntryKind::Note { EntryState::Planned } else { EntryState::Done };
            entry.sorted = *kind == EntryKind::Note;
        }
        self.scribe.give(at, Command::AddEntry(Box::new(entry.clone())));
        if tells {
            self.tell_outcome(&entry, at);
        }
        if *ahead {
            let day = entry.when.first_day().unwrap_or(day);
            self.agenda.entry(day).or_default().push(Planned { entry, moves: 0 });
        } else {
            self.after_a_talk(known, *kind, at);
        }
    }

    /// Now for what happened, some days ahead for what is planned.
    fn when(&mut self, kind: EntryKind, at: NaiveDateTime, ahead: bool) -> When {
        if !ahead {
            let call = kind == EntryKind::Call;
            let minutes = call.then(|| self.scribe.random.u32(1..7) * 5);
            return if kind == EntryKind::Note { When::Undated } else { self.scribe.timed(at, minutes) };
        }
        let days = Days::new(self.scribe.random.u64(1..8));
        let day = at.date().checked_add_days(days).unwrap_or_else(|| at.date());
        if matches!(kind, EntryKind::Task | EntryKind::Event) {
            return When::day(day);
        }
        let time = NaiveTime::from_hms_opt(self.scribe.random.u32(9..19), self.scribe.random.u32(..2) * 30, 0);
        let minutes = self.scribe.random.choice([30, 45, 60, 60, 90]);
        self.scribe.timed(day.and_time(time.unwrap_or_default()), minutes)
    }

    /// What a talk changes about a person.
    fn after_a_talk(&mut self, known: &Known, kind: EntryKind, at: NaiveDateTime) {
        if kind != EntryKind::Call {
            return;
        }
        if known.registered {
            if self.scribe.chance(5) {
                let (about, pool) =
                    if self.scribe.chance(50) { (Line::Need, "need") } else { (Line::GoingOn, "going_on") };
                let text = self.words.any(&mut self.scribe.random, pool).to_owned();
                self.scribe.give(at, Command::AddLine { person: known.id, about, text });
            }
        } else if self.scribe.chance(12) {
            let (stage, ask_again) = match self.scribe.random.u32(..10) {
                0..4 => (Stage::ThinkingOver, None),
                4..6 => (Stage::NotNow, at.date().checked_add_days(Days::new(90))),
                _ => (Stage::NotForThem, None),
            };
            self.scribe.give(at, Command::ReachStage { people: vec![known.id], stage, ask_again });
        }
    }

    /// What was planned up to a day is done, moved or dropped; of the last days something is left open.
    pub(super) fn keep_agenda(&mut self, day: NaiveDate) {
        let later = self.agenda.split_off(&day.succ_opt().unwrap_or(day));
        let due = std::mem::replace(&mut self.agenda, later);
        for planned in due.into_values().flatten() {
            let over = planned.entry.when.end().is_none_or(|end| end < self.scribe.moment(self.last_day, 23, 59));
            let late = (self.last_day - day).num_days() < 3 && self.scribe.chance(25);
            if over && !late {
                self.decide(planned, day);
            }
        }
    }

    fn decide(&mut self, planned: Planned, day: NaiveDate) {
        let Planned { mut entry, moves } = planned;
        let end = entry.when.end().filter(|end| end.date() == day);
        let at = end.unwrap_or_else(|| self.scribe.moment(day, 19, 30));
        match self.scribe.random.u32(..100) {
            0..6 => {
                self.scribe.give(at, Command::SetState { entry: entry.id, instance: None, state: EntryState::Dropped });
            }
            6..15 if moves < 2 => {
                let to = day.checked_add_days(Days::new(self.scribe.random.u64(1..6))).unwrap_or(day);
                let when = entry.when.on_day(to);
                self.scribe.give(at, Command::MoveEntry { entry: entry.id, instance: None, to: when });
                entry.when = when;
                self.agenda.entry(to).or_default().push(Planned { entry, moves: moves + 1 });
            }
            _ if entry.kind == EntryKind::Meeting && self.scribe.chance(35) => self.tell_outcome(&entry, at),
            _ => self.scribe.give(at, Command::SetState { entry: entry.id, instance: None, state: EntryState::Done }),
        }
    }

    /// «Как мина?»: what is told, and in the last weeks also what follows from it.
    fn tell_outcome(&mut self, entry: &Entry, at: NaiveDateTime) {
        let mut form = OutcomeForm::about(entry, None);
        self.words.any(&mut self.scribe.random, "talked").clone_into(&mut form.talked_about);
        if self.scribe.chance(30) {
            self.words.any(&mut self.scribe.random, "important").clone_into(&mut form.important);
        }
        // Earlier ones are long done; nobody leaves years of promises open.
        if (self.last_day - at.date()).num_days() < 12 {
            if self.scribe.chance(30) {
                self.words.any(&mut self.scribe.random, "promise").clone_into(&mut form.promise);
                form.promise_until = at.date().checked_add_days(Days::new(self.scribe.random.u64(2..12)));
                self.made.entries += 1;
            }
            if self.scribe.chance(20) {
                self.words.any(&mut self.scribe.random, "information").clone_into(&mut form.information);
                self.made.entries += 1;
            }
            if self.scribe.chance(40) {
                let day = at.date().checked_add_days(Days::new(self.scribe.random.u64(1..10)));
                form.call = Some(CallBack { when: When::day(day.unwrap_or_else(|| at.date())) });
                self.made.entries += 1;
            }
        }
        self.scribe.give(at, Command::RecordOutcome(Box::new(form)));
    }
}
