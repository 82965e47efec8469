//! The data of the page of a day, which is taken along on paper.

use serde::Serialize;

/// The page of a day. All words are finished: translated and formatted; what is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TomorrowData {
    /// The day: «Сряда, 25 ноември».
    pub day: String,
    /// A quiet line below: the week, who has a name day.
    pub line: String,
    /// Whose day it is.
    pub owner: String,
    /// The hours in order, with and without something.
    pub hours: Vec<HourRow>,
    /// What is to be done during the day, by priority.
    pub tasks: TickList,
    /// What the plan of the week gives to the day.
    pub plan: CountList,
    /// New users in their first days: a line each.
    pub first_days: Vec<NamedLine>,
    /// The headings over the empty lines, side by side.
    pub notes: Vec<String>,
    /// At the left of the last line.
    pub footer: String,
    /// At the right of the last line: when it was printed.
    pub printed: String,
    /// Whether it stands twice on a sheet of A4, to be cut; else once on A5.
    pub two: bool,
}

/// An hour, with what stands at it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct HourRow {
    /// The hour: «09:00».
    pub time: String,
    /// What stands at it; empty for a free hour.
    pub title: String,
    /// How pressing it is; empty when it is not.
    pub tag: String,
    /// The telephone of the person.
    pub phone: String,
    /// What to ask, where, until when.
    pub detail: String,
}

/// Things with a box to tick.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TickList {
    /// The heading.
    pub heading: String,
    /// The things.
    pub items: Vec<TickRow>,
    /// How many are not on the page; empty for none.
    pub more: String,
}

/// A thing with a box to tick.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TickRow {
    /// What it is.
    pub text: String,
    /// How pressing it is; empty when it is not.
    pub tag: String,
}

/// Things that are counted, each with so many boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CountList {
    /// The heading.
    pub heading: String,
    /// The things.
    pub items: Vec<CountRow>,
}

/// A thing with so many boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CountRow {
    /// What is counted.
    pub text: String,
    /// How many boxes.
    pub boxes: usize,
    /// How many more than there are boxes: «+8»; empty for none.
    pub more: String,
}

/// A line that begins with whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NamedLine {
    /// «Първите 3 дни на Елена».
    pub name: String,
    /// What is said.
    pub text: String,
}
