//! The onboarding interview: an unfinished one is a record like any other, changed by commands.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{EntryId, FormOfAddress, InterviewId, Language, PersonId, Role};

/// Which of the two talks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Talk {
    /// About 25 minutes.
    #[default]
    First,
    /// Within the three days.
    Second,
}

/// How far an interview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum InterviewState {
    /// Being held, or put aside.
    #[default]
    Open,
    /// The first talk ended with «Готово».
    FirstDone,
    /// Both talks ended.
    Finished,
}

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StepKind {
    /// Who: chosen before the focus mode opens.
    Person,
    /// One of the questions.
    Question,
    /// The goal, agreed.
    Goal,
    /// First names for the two lists.
    FirstNames,
    /// The first three days, with dates, and the next meeting.
    FirstDays,
    /// The sheet for both.
    Sheet,
}

/// A step of an interview with the wording it was held with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// A stable name of the step, such as "company".
    pub key: String,
    /// What it is about.
    pub kind: StepKind,
    /// The question as it was asked.
    pub question: String,
    /// A short title for the progress line.
    pub title: String,
    /// Words that can be added with one press.
    pub chips: Vec<String>,
}

/// What the guest answered to a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The step's key.
    pub step: String,
    /// The text, theirs.
    pub text: String,
    /// The chips that were chosen.
    pub chips: Vec<String>,
}

/// A name that the guest gave for their own two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstName {
    /// The name as typed.
    pub name: String,
    /// The city, empty for the guest's own.
    pub city: String,
}

/// Who does an action of the first three days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Together {
    /// The sponsor and the new user.
    Both,
    /// The new user.
    Alone,
}

/// One action of the first three days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstAction {
    /// A stable name of the action.
    pub key: String,
    /// What is done, as it was agreed.
    pub title: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who does it.
    pub together: Together,
}

/// The second talk as a dated meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMeeting {
    /// When.
    pub at: NaiveDateTime,
    /// Where.
    pub place: String,
}

/// An interview with a new user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    /// The id.
    pub id: InterviewId,
    /// The person, once known: chosen from the list, or made by the first «Готово».
    pub person: Option<PersonId>,
    /// The guest's name as typed on the first screen.
    pub guest_name: String,
    /// The guest's phone as typed on the first screen.
    pub guest_phone: String,
    /// The guest's city as typed on the first screen.
    pub guest_city: String,
    /// The guest's language.
    pub language: Language,
    /// «ти» or «Вие».
    pub address_form: FormOfAddress,
    /// Partner or customer.
    pub role: Role,
    /// The number in the company, empty when there is none yet.
    pub company_number: String,
    /// The moment of registration, from which the 72 hours run.
    pub registered: NaiveDateTime,
    /// Which talk is being held.
    pub talk: Talk,
    /// How far it is.
    pub state: InterviewState,
    /// The key of the step on the screen.
    pub step: String,
    /// The steps, in order, with their wording.
    pub steps: Vec<Step>,
    /// The answers so far.
    pub answers: Vec<Answer>,
    /// The goal: what, in their words.
    pub goal_what: String,
    /// The goal: by when.
    pub goal_until: Option<NaiveDate>,
    /// The goal: why it matters.
    pub goal_why: String,
    /// Names for the guest's own lists.
    pub first_names: Vec<FirstName>,
    /// The actions of the first three days.
    pub first_actions: Vec<FirstAction>,
    /// The second talk.
    pub next_meeting: Option<NextMeeting>,
    /// The entries that «Готово» made.
    pub entries: Vec<EntryId>,
    /// When it began.
    pub started: NaiveDateTime,
    /// When it was last changed.
    pub updated: NaiveDateTime,
}

impl Interview {
    /// A first talk in which nothing has been said yet, with a guest who begins as a partner at this moment. The guest,
    /// the steps and the step on the screen are filled in by whoever begins it.
    #[must_use]
    pub const fn new(id: InterviewId, language: Language, at: NaiveDateTime) -> Self {
        Self {
            id,
            person: None,
            guest_name: String::new(),
            guest_phone: String::new(),
            guest_city: String::new(),
            language,
            address_form: FormOfAddress::Informal,
            role: Role::Partner,
            company_number: String::new(),
            registered: at,
            talk: Talk::First,
            state: InterviewState::Open,
            step: String::new(),
            steps: Vec::new(),
            answers: Vec::new(),
            goal_what: String::new(),
            goal_until: None,
            goal_why: String::new(),
            first_names: Vec::new(),
            first_actions: Vec::new(),
            next_meeting: None,
            entries: Vec::new(),
            started: at,
            updated: at,
        }
    }

    /// The answer to a step, empty when there is none.
    #[must_use]
    pub fn answer(&self, step: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.step == step)
    }

    /// Whether anything has been said yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.answers.iter().all(|answer| answer.text.trim().is_empty() && answer.chips.is_empty())
            && self.goal_what.trim().is_empty()
            && self.first_names.is_empty()
    }
}
