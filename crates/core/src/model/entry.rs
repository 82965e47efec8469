//! An entry of the diary: meeting, event, call, message, task or note.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::values::{check_text, is_default};
use super::{CalendarSource, EntryId, InterviewId, InvalidValue, PersonId, Repeat, Training};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryKind {
    /// среща
    Meeting,
    /// събитие
    Event,
    /// обаждане
    Call,
    /// съобщение
    Message,
    /// задача
    Task,
    /// бележка
    Note,
}

impl EntryKind {
    /// Whether people are in touch by it, once it took place.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Call | Self::Meeting | Self::Message)
    }
}

/// Which row of the plan an entry counts in. One entry counts in one row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Action {
    /// A call.
    Call,
    /// An invitation to a meeting or training.
    Invitation,
    /// A meeting that is not a 2+1.
    Meeting,
    /// A 2+1 meeting.
    TwoPlusOne,
    /// A presentation.
    Presentation,
    /// The talk after a presentation.
    FollowUp,
    /// A training.
    Training,
    /// A post on the Internet.
    OnlinePost,
    /// A kind of one's own.
    Own(String),
}

/// How pressing an entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Priority {
    /// спешно
    Urgent,
    /// важно
    Important,
    /// необходимо
    Necessary,
    /// друго
    #[default]
    Other,
}

/// What became of an entry. A move is a dated change, not a state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EntryState {
    /// Still to come or not yet decided.
    #[default]
    Planned,
    /// направено / проведена
    Done,
    /// отпада
    Dropped,
}

/// Where people come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// на живо
    InPerson,
    /// онлайн
    Online,
}

/// What a task is beyond something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TaskNature {
    /// уговорка that I gave.
    MyPromise,
    /// уговорка that the other person gave.
    TheirPromise,
    /// Information that somebody asked for.
    InformationAsked,
}

/// When an entry is. An all-day thing is a date, never an instant; a timed one is wall time in a zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// No day yet.
    #[default]
    Undated,
    /// Whole days, both ends included.
    AllDay {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A wall time, which stays over a change of clocks.
    Timed {
        /// Local date and time in `zone`.
        start: NaiveDateTime,
        /// The length, if it was said.
        minutes: Option<u32>,
        /// The IANA zone of the wall time.
        zone: Tz,
    },
}

impl When {
    /// One whole day.
    #[must_use]
    pub const fn day(day: NaiveDate) -> Self {
        Self::AllDay { from: day, to: day }
    }

    /// The first day, unless undated.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Undated => None,
            Self::AllDay { from, .. } => Some(*from),
            Self::Timed { start, .. } => Some(start.date()),
        }
    }

    /// The last day on which it still is, unless undated.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Undated => None,
            Self::AllDay { to, .. } => Some(*to),
            Self::Timed { start, minutes, .. } => {
                // What ends at midnight does not reach into the next day.
                let length = i64::from(minutes.unwrap_or(0)).max(1);
                let end = start.checked_add_signed(TimeDelta::seconds(length * 60 - 1));
                Some(end.unwrap_or(*start).date())
            }
        }
    }

    /// The time of day at which it starts, for a timed entry.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        match self {
            Self::Timed { start, .. } => Some(start.time()),
            Self::Undated | Self::AllDay { .. } => None,
        }
    }

    /// The length in minutes, if it was said.
    #[must_use]
    pub const fn minutes(&self) -> Option<u32> {
        match self {
            Self::Timed { minutes, .. } => *minutes,
            Self::Undated | Self::AllDay { .. } => None,
        }
    }

    /// The local end of a timed entry; its start where no length was said.
    #[must_use]
    pub fn end(&self) -> Option<NaiveDateTime> {
        match self {
            Self::Timed { start, minutes, .. } => {
                start.checked_add_signed(TimeDelta::minutes(minutes.unwrap_or(0).into()))
            }
            Self::Undated | Self::AllDay { .. } => None,
        }
    }

    /// The same hour and length on another day.
    #[must_use]
    pub fn on_day(&self, day: NaiveDate) -> Self {
        match self {
            Self::Undated => Self::day(day),
            Self::AllDay { from, to } => {
                let to = day.checked_add_signed(*to - *from).unwrap_or(day);
                Self::AllDay { from: day, to }
            }
            Self::Timed { start, minutes, zone } => {
                Self::Timed { start: day.and_time(start.time()), minutes: *minutes, zone: *zone }
            }
        }
    }

    /// The same moment by the clock of another zone; a day stays a day. An hour that the clocks leave out counts as
    /// they did before.
    #[must_use]
    pub fn seen_in(&self, zone: Tz) -> Self {
        match self {
            Self::Timed { start, minutes, zone: own } if *own != zone => Self::Timed {
                start: moment_of(*start, *own).with_timezone(&zone).naive_local(),
                minutes: *minutes,
                zone,
            },
            other => *other,
        }
    }

    /// Checks ends and lengths.
    ///
    /// # Errors
    /// [`InvalidValue::EndBeforeStart`], or [`InvalidValue::Duration`] for zero minutes or more than a week.
    pub fn check(&self) -> Result<(), InvalidValue> {
        match self {
            Self::AllDay { from, to } if to < from => Err(InvalidValue::EndBeforeStart),
            Self::Timed { minutes: Some(0), .. } => Err(InvalidValue::Duration),
            Self::Timed { minutes: Some(minutes), .. } if *minutes > 7 * 24 * 60 => Err(InvalidValue::Duration),
            _ => Ok(()),
        }
    }
}

/// The moment of a local time. Of an hour that there is twice it is the first; one that the clocks leave out counts as
/// they did before (RFC 5545 §3.3.5).
#[must_use]
pub fn moment_of(local: NaiveDateTime, zone: Tz) -> DateTime<Tz> {
    let hour = TimeDelta::hours(1);
    let later = || local.checked_add_signed(hour).and_then(|later| zone.from_local_datetime(&later).earliest());
    let found = zone.from_local_datetime(&local).earliest().or_else(later);
    found.unwrap_or_else(|| zone.from_utc_datetime(&local))
}

/// A move of an entry: from when, to when, and the day on which it was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Where it stood.
    pub from: When,
    /// Where it went.
    pub to: When,
    /// The day of the decision.
    pub on: NaiveDate,
}

/// What somebody does after a meeting, as it was agreed there, with the task or call that it became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// Who does it.
    pub person: PersonId,
    /// What they do.
    pub text: String,
    /// The task or call that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
}

/// «Как мина?»: what happened, in the order in which it is asked. Every line may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// С кого се срещнах.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<PersonId>,
    /// За какво говорихме.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub talked_about: String,
    /// Кога да звънна: the call that was made from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<EntryId>,
    /// Каква информация е нужна.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub information: String,
    /// Каква уговорка имаме.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub promise: String,
    /// Нови контакти.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_contacts: Vec<PersonId>,
    /// Кое е важно.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub important: String,
    /// Of a 2+1: who presented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presented_by: Option<PersonId>,
    /// Of a 2+1: what each of those who met does after it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<NextStep>,
}

impl Outcome {
    /// Everyone whom it names: those who were met, new contacts, who presented, who does something after it.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        let after = self.after.iter().map(|step| &step.person);
        self.met.iter().chain(&self.new_contacts).chain(&self.presented_by).chain(after).copied()
    }
}

const fn once() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_once(count: &u16) -> bool {
    *count == 1
}

/// An entry of the diary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// The row of the plan that it counts in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// Whether a person chose the action, so that it is not guessed again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub action_chosen: bool,
    /// The title; of a note its text.
    pub title: String,
    /// When it is.
    pub when: When,
    /// Where it is; a link when online.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// In person or online, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Who takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
    /// How pressing it is.
    pub priority: Priority,
    /// What became of it.
    pub state: EntryState,
    /// Reminders, in minutes before the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<u32>,
    /// How it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// How many actions it stands for in its row: 1 unless said.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub count: u16,
    /// For a task: promise or information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<TaskNature>,
    /// A longer text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What a training adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Training>,
    /// The entry whose outcome made this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<EntryId>,
    /// The interview whose first three days it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_steps_of: Option<InterviewId>,
    /// For a jotted note: already decided in an evening review.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sorted: bool,
    /// Every move, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    /// The calendar file that it came from, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Box<CalendarSource>>,
    /// The moment at which it was written.
    pub created: NaiveDateTime,
}

impl Entry {
    /// An entry with a kind, a title and a time, and nothing else said.
    #[must_use]
    pub fn new(id: EntryId, kind: EntryKind, title: &str, when: When, created: NaiveDateTime) -> Self {
        Self {
            id,
            kind,
            action: None,
            action_chosen: false,
            title: title.trim().to_owned(),
            when,
            place: String::new(),
            mode: None,
            people: Vec::new(),
            priority: Priority::Other,
            state: EntryState::Planned,
            reminders: Vec::new(),
            repeat: None,
            count: 1,
            nature: None,
            note: String::new(),
            outcome: None,
            training: None,
            follows: None,
            first_steps_of: None,
            sorted: false,
            moves: Vec::new(),
            calendar: None,
            created,
        }
    }

    /// Checks what the types alone cannot hold.
    ///
    /// # Errors
    /// What is wrong with the title, the texts, the time or the count.
    pub fn check(&self) -> Result<(), InvalidValue> {
        if self.title.trim().is_empty() {
            return Err(InvalidValue::EmptyTitle);
        }
        [&self.title, &self.place, &self.note].into_iter().try_for_each(|text| check_text(text))?;
        self.when.check()?;
        if self.count == 0 || self.count > 1_000 {
            return Err(InvalidValue::Count);
        }
        Ok(())
    }

    /// Whether this entry is a real contact with its people once it is done: a call, a meeting, a message, or a note
    /// about them.
    #[must_use]
    pub const fn is_contact(&self) -> bool {
        match self.kind {
            EntryKind::Call | EntryKind::Meeting | EntryKind::Message => matches!(self.state, EntryState::Done),
            EntryKind::Note => !matches!(self.state, EntryState::Dropped),
            EntryKind::Event | EntryKind::Task => false,
        }
    }

    /// Of a training: puts its people down as invited, unless they are, or came; its leader and the sponsor `me` are not
    /// invited. Does nothing to what is no training.
    pub fn invite_its_people(&mut self, me: PersonId) {
        if !self.is_training() {
            return;
        }
        let (people, topic) = (&self.people, &self.title);
        let training = self.training.get_or_insert_with(|| Training { topic: topic.clone(), ..Training::default() });
        for person in people {
            let known = training.invited.contains(person) || training.came.iter().any(|one| one.person == *person);
            if !known && *person != me && training.leader != Some(*person) {
                training.invited.push(*person);
            }
        }
    }

    /// Whether it is a training, by its action.
    #[must_use]
    pub fn is_training(&self) -> bool {
        self.action == Some(Action::Training)
    }
}
