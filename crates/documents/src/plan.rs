//! The data of the page of a person's plan: the goal, three months, month and week, with boxes for what is done.

use serde::Serialize;

/// The page of a plan. All words are finished: translated and formatted; what is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanData {
    /// Whose plan it is.
    pub person: String,
    /// A quiet line below: the three months.
    pub line: String,
    /// The goal.
    pub goal: PlanGoal,
    /// The heading over the actions in the table of periods.
    pub action: String,
    /// The periods: three months, month, week.
    pub periods: Vec<PlanPeriod>,
    /// The rows of the table of periods.
    pub rows: Vec<PlanPageRow>,
    /// The week by days.
    pub week: PlanWeek,
    /// The important things of each period.
    pub important: Vec<PlanNotes>,
    /// Headings over empty lines, side by side: what I did, what I keep, what I change.
    pub talk: Vec<String>,
    /// A remark at the foot: actions are planned, outcomes are measured.
    pub remark: String,
    /// At the left of the last line.
    pub footer: String,
    /// At the right of the last line: when it was printed.
    pub printed: String,
}

/// The goal of the year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanGoal {
    /// The heading.
    pub heading: String,
    /// What; empty for a line to write on.
    pub what: String,
    /// What it means.
    pub why: String,
    /// By when.
    pub until: String,
}

/// A period of the table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanPeriod {
    /// Its name: «3 месеца».
    pub name: String,
    /// Its days: «24 ноември – 23 февруари».
    pub days: String,
}

/// A row of the table of periods.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanPageRow {
    /// The action.
    pub action: String,
    /// For each period how many.
    pub counts: Vec<PlanPageCount>,
}

/// How many are planned in a period, and done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanPageCount {
    /// How many are planned; empty for none.
    pub planned: String,
    /// How many are done, in words: «6 направени»; empty where it is not known or nothing is.
    pub done: String,
}

/// The week by days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanWeek {
    /// The heading.
    pub heading: String,
    /// What the boxes are for.
    pub note: String,
    /// The days.
    pub days: Vec<PlanPageDay>,
    /// The rows.
    pub rows: Vec<PlanWeekRow>,
}

/// A day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanPageDay {
    /// Its name: «пн 23».
    pub name: String,
    /// Whether the person does not work on it.
    pub rests: bool,
}

/// A row of the week.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanWeekRow {
    /// The action.
    pub action: String,
    /// For each day its boxes.
    pub days: Vec<PlanBoxes>,
}

/// The boxes of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanBoxes {
    /// How many boxes.
    pub boxes: usize,
    /// How many of them are ticked.
    pub ticked: usize,
    /// How many more than there are boxes: «+8»; empty for none.
    pub more: String,
}

/// The important things of a period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PlanNotes {
    /// The heading.
    pub heading: String,
    /// One line each.
    pub lines: Vec<String>,
}
