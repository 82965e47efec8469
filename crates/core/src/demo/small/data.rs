//! The shape of the small example's plan: who, when and how much, with keys in the place of texts.

use serde::Deserialize;

use crate::demo::unreadable;
use crate::desk::DeskError;
use crate::model::{
    Action, EntryKind, EntryState, Mode, PlanAction, PlanLevel, Priority, Relation, Role, Stage, StepKind, Together,
};

/// The day of a month that lies so many months back.
pub(super) type MonthDay = (u32, u32);

/// Points of a part of a month: first day, last day, how many.
pub(super) type Part = (u32, u32, u32);

/// The whole plan. Days are counted from today: 0 today, −1 yesterday.
#[derive(Debug, Deserialize)]
pub(super) struct Data {
    pub(super) people: Vec<Somebody>,
    /// City and how many of the user's list live there.
    pub(super) cities: Vec<(usize, usize)>,
    pub(super) home_total: usize,
    /// First day, last day, how many new names came between them.
    pub(super) new_names: Vec<(i64, i64, usize)>,
    pub(super) diary: Vec<Line>,
    pub(super) trainings: Vec<Lesson>,
    /// Months back, people in training, of them in person, trainings.
    pub(super) past_trainings: Vec<(u32, usize, usize, u32)>,
    /// Who, months back, day, points.
    pub(super) orders: Vec<(String, u32, u32, u32)>,
    /// Months back, then first day, last day, points.
    pub(super) order_months: Vec<(u32, Vec<Part>)>,
    /// Months back, day, points.
    pub(super) readings: Vec<(u32, u32, u32)>,
    /// Months back, points of the whole month.
    pub(super) older_readings: Vec<(u32, u32)>,
    pub(super) interview: Welcome,
    /// Whose, what, days until, days ago, why.
    pub(super) goals: Vec<(String, String, i64, i64, String)>,
    pub(super) plan_week: Vec<(RowName, [u16; 7])>,
    pub(super) plan_month: Vec<(RowName, u16)>,
    pub(super) plan_words: Vec<(PlanLevel, String)>,
    pub(super) evenings: Vec<i64>,
    pub(super) rests: Vec<i64>,
    pub(super) review: String,
    /// Online, in person.
    pub(super) training_titles: [String; 2],
    pub(super) contact_titles: Vec<String>,
}

/// A row of the plan by name.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum RowName {
    New(NewNames),
    Action(Action),
}

/// The one row that is no action.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum NewNames {
    NewNames,
}

impl From<RowName> for PlanAction {
    fn from(name: RowName) -> Self {
        match name {
            RowName::New(NewNames::NewNames) => Self::NewNames,
            RowName::Action(action) => Self::Action(action),
        }
    }
}

/// A person of the cast.
#[derive(Debug, Deserialize)]
pub(super) struct Somebody {
    pub(super) key: String,
    pub(super) relation: Option<Relation>,
    pub(super) district: Option<usize>,
    pub(super) city: Option<usize>,
    pub(super) stage: Option<Stage>,
    pub(super) stage_day: Option<i64>,
    #[serde(default)]
    pub(super) interests: Vec<String>,
    /// The day of the last message.
    pub(super) contact: Option<i64>,
    pub(super) cadence: Option<u16>,
    /// The partner on whose list they stand.
    pub(super) owner: Option<String>,
    pub(super) occupation: Option<String>,
    pub(super) problem: Option<String>,
    pub(super) notes: Option<String>,
    pub(super) age: Option<i32>,
    /// Days until the birthday.
    pub(super) birthday: Option<i64>,
    pub(super) ask_again: Option<i64>,
    pub(super) snoozed: Option<i64>,
    #[serde(default)]
    pub(super) needs: Vec<(i64, String)>,
    #[serde(default)]
    pub(super) going_on: Vec<(i64, String)>,
    pub(super) registration: Option<Joined>,
}

/// A registration.
#[derive(Debug, Deserialize)]
pub(super) struct Joined {
    pub(super) date: MonthDay,
    pub(super) role: Role,
    pub(super) sponsor: String,
    pub(super) number: String,
    pub(super) rank: Option<String>,
}

/// An entry of the diary.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    pub(super) kind: EntryKind,
    pub(super) day: i64,
    pub(super) title: String,
    pub(super) time: Option<String>,
    pub(super) minutes: Option<u32>,
    #[serde(default)]
    pub(super) people: Vec<String>,
    pub(super) place: Option<String>,
    pub(super) mode: Option<Mode>,
    pub(super) priority: Option<Priority>,
    pub(super) state: Option<EntryState>,
    pub(super) action: Option<Action>,
    pub(super) count: Option<u16>,
    pub(super) note: Option<String>,
    pub(super) outcome: Option<Happened>,
    /// The day and time to which it was moved.
    pub(super) moved: Option<(i64, String)>,
    #[serde(default)]
    pub(super) jotted: bool,
}

/// What happened.
#[derive(Debug, Deserialize)]
pub(super) struct Happened {
    pub(super) talked: Option<String>,
    pub(super) important: Option<String>,
    pub(super) promise: Option<String>,
    pub(super) promise_day: Option<i64>,
    pub(super) information: Option<String>,
}

/// A training, on a day of a month or on a day counted from today.
#[derive(Debug, Deserialize)]
pub(super) struct Lesson {
    pub(super) topic: String,
    pub(super) time: String,
    pub(super) minutes: u32,
    pub(super) live: bool,
    pub(super) leader: String,
    pub(super) invited: Vec<String>,
    #[serde(default)]
    pub(super) came: Vec<String>,
    #[serde(default)]
    pub(super) wants: Vec<String>,
    pub(super) month: Option<MonthDay>,
    pub(super) day: Option<i64>,
}

/// The interview that ended yesterday, and the one that is open.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Welcome {
    pub(super) person: String,
    pub(super) number: String,
    pub(super) registered: (i64, String),
    pub(super) steps: Vec<Asked>,
    pub(super) answers: Vec<(String, String)>,
    pub(super) goal_what: String,
    pub(super) goal_days: i64,
    pub(super) goal_why: String,
    /// Name and city.
    pub(super) names: Vec<(String, Option<usize>)>,
    pub(super) actions: Vec<FirstThing>,
    pub(super) meeting: (i64, String, String),
    pub(super) two_title: String,
    pub(super) two_note: String,
    pub(super) two_place: String,
    pub(super) two_with: String,
    pub(super) second_title: String,
    pub(super) open_person: String,
    pub(super) open_answers: Vec<(String, String)>,
    pub(super) open_step: String,
}

/// A step of the interview.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Asked {
    pub(super) key: String,
    pub(super) kind: StepKind,
    pub(super) question: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) chips: Vec<String>,
}

/// An action of the first three days.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct FirstThing {
    pub(super) key: String,
    pub(super) day: i64,
    pub(super) time: String,
    pub(super) together: Together,
    pub(super) title: String,
    pub(super) done: bool,
}

impl Data {
    /// The plan of the small example.
    ///
    /// # Errors
    /// When the embedded file is not what this type says.
    pub(super) fn load() -> Result<Self, DeskError> {
        serde_json::from_str(include_str!("../../../../../assets/content/demo/small.json"))
            .map_err(|error| unreadable(&error.to_string()))
    }
}
