//! The data of the sheet that both keep after an interview.

use serde::Serialize;

/// The sheet of one person. All words are finished: translated and formatted; a section without an
/// answer is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetData {
    /// Whose sheet it is.
    pub person: String,
    /// The line below the name: «партньор от 23 ноември 2026 · № 118 026 · Пловдив».
    pub line: String,
    /// The sponsor: «спонсор Невена Стоянова».
    pub sponsor: String,
    /// The sponsor's telephone.
    pub phone: String,
    /// The goal both agreed on, set large.
    pub goal: Section,
    /// Time a week, set large, with the days as its detail.
    pub hours: Section,
    /// The income they would like to reach.
    pub income: Section,
    /// What the person said, in their own words.
    pub words: Section,
    /// What they want to learn.
    pub learn: Section,
    /// First names for the two lists.
    pub names: FirstNames,
    /// The first three days.
    pub first_days: FirstDays,
    /// The next meeting, framed.
    pub next_meeting: Option<NextMeeting>,
    /// Last line of each page.
    pub footer: String,
}

/// An answer under its heading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What was said; line breaks are kept.
    pub text: String,
    /// A quiet line below; empty for none.
    pub detail: String,
}

/// First names for the lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FirstNames {
    /// The heading.
    pub heading: String,
    /// How many: «Пловдив 9 · други градове 4»; empty for none.
    pub summary: String,
    /// The names themselves, at the end of the sheet in three columns; empty to leave them out.
    pub names: Vec<String>,
}

/// What is to be done in the first three days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FirstDays {
    /// The heading, with the end: «Първите 3 дни, до чт 26 ноември, 10:40».
    pub heading: String,
    /// What a reader aloud says for a ticked box: «направено».
    pub done_word: String,
    /// The steps, in order of time.
    pub items: Vec<Step>,
}

/// One step of the first three days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Its day: «вт 24».
    pub day: String,
    /// What is to be done.
    pub text: String,
    /// Its time: «11:00»; empty for none.
    pub time: String,
    /// Done already.
    pub done: bool,
}

/// The next meeting of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextMeeting {
    /// What for: «Втора среща: план за 3 месеца».
    pub title: String,
    /// What will be talked of.
    pub detail: String,
    /// Day and time.
    pub when: String,
    /// Where; empty if not said.
    pub place: String,
}
