//! Everything that changes data: one variant a kind of change, one function a variant.

mod business;
mod calendar;
mod contact;
mod diary;
mod interviews;
mod joining;
mod learning;
mod name;
mod outcome;
mod people;
mod plan;
mod review;
mod said_contact;
mod series;
mod series_edit;
mod training;
mod transfer;
mod workspace;

use chrono::{NaiveDate, Weekday};

pub use self::contact::{ContactKind, ContactLog};
pub use self::diary::{NoteInto, guess_action, guesses_again};
pub use self::interviews::{FIRST_CADENCE_DAYS, first_talk_consequences};
pub use self::learning::{MethodChange, PathChange};
pub use self::name::CommandName;
pub use self::outcome::{CallBack, Consequence, OutcomeForm, StepAfter, consequences};
pub use self::people::{Line, PeopleChange};
pub use self::plan::{MOST_PLANNED, PlanDecision, PlannedDay, ToldPlan, shares};
pub use self::review::{CorrectionDraft, CorrectionInto};
pub use self::series::SeriesScope;
pub use self::series_edit::SeriesEdit;
pub use self::training::AttendanceSheet;
pub use self::transfer::ReportRecords;
pub use self::workspace::Beginning;

use crate::exchange::{CalendarItem, ContactJoin};
use crate::model::{
    AnyRecord, ColumnMapping, ContactColumn, Entry, EntryId, EntryState, Goal, GoalId, IdSource, Interview,
    InterviewId, InvalidValue, LookedBack, Order, OrderId, Person, PersonId, PlanAction, PlanLevel, Reading, ReadingId,
    Registration, ReviewState, Settings, Snapshot, SnapshotId, Stage, When,
};
use crate::moment::Now;
use crate::store::{StoreError, Writing};

/// A change of the workspace. Each is done whole or not at all, and undone as one step.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The first command of a workspace: the user's own record and the settings.
    Begin(Box<Beginning>),
    /// The settings as they are to be.
    ChangeSettings(Box<Settings>),
    /// Takes in every record of an export of everything.
    ImportWorkspace(Vec<AnyRecord>),
    /// People come to a list.
    AddPeople(Vec<Person>),
    /// A person as they are to be.
    EditPerson(Box<Person>),
    /// People reach a stage today.
    ReachStage {
        /// Who.
        people: Vec<PersonId>,
        /// The stage.
        stage: Stage,
        /// For «не сега»: when to ask again.
        ask_again: Option<NaiveDate>,
    },
    /// One thing of many people changes.
    EditPeople {
        /// Who.
        people: Vec<PersonId>,
        /// What.
        change: PeopleChange,
    },
    /// Two people who are one: everything that names the one who goes comes to the one who stays.
    JoinPeople {
        /// The one who stays.
        keep: PersonId,
        /// The one who goes.
        gone: PersonId,
        /// The one who stays, as they are to be.
        person: Box<Person>,
    },
    /// Two people who look the same are said to be different.
    TellApart {
        /// One.
        one: PersonId,
        /// The other.
        other: PersonId,
    },
    /// How often one wants to be in touch with people.
    SetCadence {
        /// Who.
        people: Vec<PersonId>,
        /// Days; none for what the relation and the settings say.
        days: Option<u16>,
    },
    /// A person is not shown among those not heard from until a day.
    Snooze {
        /// Who.
        person: PersonId,
        /// The day.
        until: NaiveDate,
    },
    /// Two people were in touch just now, and what follows from it.
    LogContact(Box<ContactLog>),
    /// A person was congratulated on what is kept on a day: it is not shown again on that day.
    Greet {
        /// Who.
        person: PersonId,
        /// The day.
        on: NaiveDate,
    },
    /// A dated line about a person.
    AddLine {
        /// Who.
        person: PersonId,
        /// What it is about.
        about: Line,
        /// The line.
        text: String,
    },
    /// A person is registered in the company, or the registration is corrected.
    Register {
        /// Who.
        person: PersonId,
        /// The registration.
        registration: Registration,
    },
    /// A registration that was a mistake goes.
    Unregister(PersonId),
    /// A registered user comes under another sponsor; everyone below comes along.
    MoveUnder {
        /// Who.
        person: PersonId,
        /// Under whom: a registered user, or the user themselves.
        sponsor: PersonId,
        /// From which day on; up to the day of registration it corrects what was said then.
        from: NaiveDate,
    },
    /// People go, with their orders and goals; entries stay without them.
    DeletePeople(Vec<PersonId>),
    /// An entry comes to the diary.
    AddEntry(Box<Entry>),
    /// An entry as it is to be.
    EditEntry(Box<Entry>),
    /// An entry comes to the diary together with people of it who are not on the list yet.
    AddEntryAndPeople {
        /// The entry.
        entry: Box<Entry>,
        /// Who comes to the list.
        people: Vec<Person>,
    },
    /// An entry as it is to be, together with people of it who are not on the list yet.
    EditEntryAndPeople {
        /// The entry.
        entry: Box<Entry>,
        /// Who comes to the list.
        people: Vec<Person>,
    },
    /// An entry, or one instance of a series, is done, dropped or planned again.
    SetState {
        /// The entry.
        entry: EntryId,
        /// The original day of the instance, for a series.
        instance: Option<NaiveDate>,
        /// The state.
        state: EntryState,
    },
    /// An entry, or one instance of a series, goes to another time.
    MoveEntry {
        /// The entry.
        entry: EntryId,
        /// The original day of the instance, for a series.
        instance: Option<NaiveDate>,
        /// The new time.
        to: When,
    },
    /// An instance of a series, the rest of it, or all of it is changed.
    EditSeries(Box<SeriesEdit>),
    /// A series, or an instance and all that follow it, goes to another time.
    MoveSeries {
        /// The series.
        entry: EntryId,
        /// The original day of the instance that is moved.
        instance: NaiveDate,
        /// The new time of that instance; all others go likewise.
        to: When,
        /// How much of it goes.
        scope: SeriesScope,
    },
    /// An entry, or one instance of a series, is put down once more at another time: planned, with nothing told of it.
    CopyEntry {
        /// The entry.
        entry: EntryId,
        /// The original day of the instance, for a series.
        instance: Option<NaiveDate>,
        /// The id of the copy.
        copy: EntryId,
        /// Its time.
        to: When,
    },
    /// Entries go.
    DeleteEntries(Vec<EntryId>),
    /// «Как мина?»: what happened, and everything that follows from it.
    RecordOutcome(Box<OutcomeForm>),
    /// A jotted note is decided in an evening review.
    SortNote {
        /// The note.
        note: EntryId,
        /// What it becomes.
        into: NoteInto,
    },
    /// An evening review is begun, held or rested.
    HoldEvening {
        /// The day that it is about.
        on: NaiveDate,
        /// How far it is.
        state: ReviewState,
    },
    /// One looks back at a period of the plan that ends; without a word it is not looked back at.
    LookBack {
        /// The level of the plan.
        level: PlanLevel,
        /// The first day of the period.
        from: NaiveDate,
        /// What was done, what stays, what changes.
        answers: LookedBack,
    },
    /// An order comes in.
    AddOrder(Box<Order>),
    /// An order comes in together with the calls that ask after it.
    AddOrderAndCalls {
        /// The order.
        order: Box<Order>,
        /// Planned calls to the one who ordered.
        calls: Vec<Entry>,
    },
    /// An order as it is to be.
    EditOrder(Box<Order>),
    /// An order goes.
    DeleteOrder(OrderId),
    /// A reading is typed; another of the same day and scope is replaced.
    AddReading(Reading),
    /// A reading goes.
    DeleteReading(ReadingId),
    /// A goal is agreed or changed.
    SetGoal(Box<Goal>),
    /// A goal goes.
    DeleteGoal(GoalId),
    /// How many of an action on a day; zero takes the row out.
    PlanCount {
        /// Whose plan.
        person: PersonId,
        /// The day.
        on: NaiveDate,
        /// The row.
        action: PlanAction,
        /// How many.
        planned: u16,
    },
    /// How many of an action over some days: the days on which the person works share them, all others have none.
    SpreadPlan {
        /// Whose plan.
        person: PersonId,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        /// The row.
        action: PlanAction,
        /// How many on all days together.
        planned: u32,
        /// The days of the week on which the person works; none for every day.
        works: Vec<Weekday>,
    },
    /// The important things of a period.
    PlanWords {
        /// Whose plan.
        person: PersonId,
        /// The level.
        level: PlanLevel,
        /// The first day of the period.
        from: NaiveDate,
        /// One line each.
        lines: Vec<String>,
    },
    /// How many of some actions on some days, each by itself; all other days stay as they are.
    PlanDays {
        /// Whose plan.
        person: PersonId,
        /// The days that change.
        counts: Vec<PlannedDay>,
    },
    /// The rows of a plan and the days of the week on which the person works.
    SetUpPlan {
        /// Whose plan.
        person: PersonId,
        /// The rows, in their order.
        rows: Vec<PlanAction>,
        /// The days of the week.
        works: Vec<Weekday>,
    },
    /// What a partner told of what they did over some days; told again for the same days it takes the place of the first.
    TellPlan(Box<ToldPlan>),
    /// A correction by hand of what the diary counts as done on a day; zero takes it back.
    CorrectDone {
        /// The day.
        on: NaiveDate,
        /// The row.
        action: PlanAction,
        /// How many more than the diary counts; negative for fewer.
        by: i32,
        /// Why; may be empty.
        why: String,
    },
    /// What was not done in a period that is over goes to other days or is let go.
    DecidePlan(Box<PlanDecision>),
    /// A weekly review is begun, or held to the end without a snapshot.
    HoldWeek {
        /// A day of the week.
        week: NaiveDate,
        /// How far it is.
        state: ReviewState,
    },
    /// A correction comes to a weekly review, with the task or the row of the plan that it becomes.
    AddCorrection {
        /// A day of the week.
        week: NaiveDate,
        /// The correction.
        correction: Box<CorrectionDraft>,
    },
    /// A correction as it is to be; a planned task that it became goes, unless it is still the same.
    ChangeCorrection {
        /// A day of the week.
        week: NaiveDate,
        /// Which, from 0.
        at: usize,
        /// The correction.
        correction: Box<CorrectionDraft>,
    },
    /// A correction goes, with its task while that is planned. The plan of the next week stays.
    RemoveCorrection {
        /// A day of the week.
        week: NaiveDate,
        /// Which, from 0.
        at: usize,
    },
    /// A weekly review ends with the figures of its week, frozen.
    CloseWeek {
        /// A day of the week.
        week: NaiveDate,
        /// The snapshot.
        snapshot: Box<Snapshot>,
    },
    /// An interview begins.
    StartInterview(Box<Interview>),
    /// An interview as it stands now.
    SaveInterview(Box<Interview>),
    /// An interview goes.
    DeleteInterview(InterviewId),
    /// «Готово» of the first talk: person, answers, goal, actions, names and meeting as one.
    FinishFirstTalk(InterviewId),
    /// Key figures are frozen.
    TakeSnapshot(Box<Snapshot>),
    /// A snapshot goes.
    DeleteSnapshot(SnapshotId),
    /// People of an address book are added and joined, as previewed.
    ImportContacts {
        /// The file's name, for the history.
        file: String,
        /// New people.
        added: Vec<Person>,
        /// What comes to people who are there.
        joined: Vec<ContactJoin>,
        /// What was said of the columns of the table, to be remembered.
        mapping: Option<ColumnMapping<ContactColumn>>,
    },
    /// Records of a calendar come to the diary or change what is there, as previewed.
    ImportCalendar {
        /// The file's name, for the history.
        file: String,
        /// The records.
        items: Vec<CalendarItem>,
    },
    /// The company's report: structure and readings of the month, as previewed.
    ImportReport(Box<ReportRecords>),
    /// Who was invited to a training and who came.
    Attend(Box<AttendanceSheet>),
    /// People have learnt a step of the learning path.
    Learn {
        /// Who.
        people: Vec<PersonId>,
        /// The key of the step.
        step: String,
        /// The day; none where it was not learnt after all.
        on: Option<NaiveDate>,
    },
    /// The learning path changes.
    ChangePath(PathChange),
    /// The methods change.
    ChangeMethod(MethodChange),
}

impl Command {
    /// A new entry, with those of its people who come to the list with it.
    #[must_use]
    pub fn add_entry(entry: Entry, people: Vec<Person>) -> Self {
        let entry = Box::new(entry);
        if people.is_empty() { Self::AddEntry(entry) } else { Self::AddEntryAndPeople { entry, people } }
    }

    /// A changed entry, with those of its people who come to the list with it.
    #[must_use]
    pub fn edit_entry(entry: Entry, people: Vec<Person>) -> Self {
        let entry = Box::new(entry);
        if people.is_empty() { Self::EditEntry(entry) } else { Self::EditEntryAndPeople { entry, people } }
    }

    /// A new order, with the calls that ask after it.
    #[must_use]
    pub fn add_order(order: Order, calls: Vec<Entry>) -> Self {
        let order = Box::new(order);
        if calls.is_empty() { Self::AddOrder(order) } else { Self::AddOrderAndCalls { order, calls } }
    }
}

/// Why a command was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A record that the command names is not there.
    #[error("a {0} that the command names is not there")]
    NotFound(&'static str),
    /// A record with this id is there already.
    #[error("a record with this id is there already")]
    AlreadyThere,
    /// A value is not what its field takes.
    #[error(transparent)]
    Invalid(#[from] InvalidValue),
    /// A person would stand below themselves.
    #[error("the sponsor stands below the person in the structure")]
    Cycle,
    /// Who brings somebody in is registered, or the user.
    #[error("the sponsor is not registered")]
    SponsorNotRegistered,
    /// The user's own record stays.
    #[error("the user's own record cannot be deleted or registered")]
    Myself,
    /// The instance is none of the series'.
    #[error("the series has no instance on that day")]
    NoSuchInstance,
    /// The interview is not where the command needs it.
    #[error("the interview is already finished or lacks a name")]
    InterviewState,
    /// An export of another workspace, and this one is not empty.
    #[error("the workspace is not empty and has another id")]
    OtherWorkspace,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a command works with.
#[derive(Debug)]
pub(crate) struct Doing<'a, 't> {
    pub(crate) writing: &'a mut Writing<'t>,
    pub(crate) ids: &'a IdSource,
    pub(crate) now: Now,
}

impl Doing<'_, '_> {
    pub(crate) fn person(&self, id: PersonId) -> Result<Person, CommandError> {
        self.writing.get(id.to_bytes())?.ok_or(CommandError::NotFound("person"))
    }

    pub(crate) fn person_is_there(&self, id: PersonId) -> Result<bool, CommandError> {
        Ok(self.writing.get::<Person>(id.to_bytes())?.is_some())
    }

    pub(crate) fn entry(&self, id: EntryId) -> Result<Entry, CommandError> {
        self.writing.get(id.to_bytes())?.ok_or(CommandError::NotFound("entry"))
    }

    pub(crate) fn settings(&self) -> Result<Settings, CommandError> {
        self.writing.get([0; 16])?.ok_or(CommandError::NotFound("settings"))
    }

    pub(crate) fn people(&self, ids: &[PersonId]) -> Result<Vec<Person>, CommandError> {
        ids.iter().map(|id| self.person(*id)).collect()
    }

    /// Refuses to add a record in the place of another.
    pub(crate) fn is_new<R: crate::model::Record>(&self, record: &R) -> Result<(), CommandError> {
        match self.writing.get::<R>(record.id_bytes())? {
            Some(_) => Err(CommandError::AlreadyThere),
            None => Ok(()),
        }
    }
}

/// Does a command and says whom or what it was about.
pub(crate) fn apply(command: &Command, doing: &mut Doing<'_, '_>) -> Result<String, CommandError> {
    match command {
        Command::Begin(beginning) => workspace::begin(doing, beginning),
        Command::ChangeSettings(settings) => workspace::change_settings(doing, settings),
        Command::ImportWorkspace(records) => transfer::import_workspace(doing, records),
        Command::ImportContacts { file, added, joined, mapping } => {
            transfer::import_contacts(doing, file, added, joined, mapping.as_ref())
        }
        Command::ImportCalendar { file, items } => calendar::import(doing, file, items),
        Command::ImportReport(records) => transfer::import_report(doing, records),
        Command::Attend(sheet) => training::attend(doing, sheet),
        Command::Learn { people, step, on } => learning::learn(doing, people, step, *on),
        Command::ChangePath(change) => learning::change_path(doing, change),
        Command::ChangeMethod(change) => learning::change_method(doing, change),
        Command::AddPeople(people) => people::add(doing, people),
        Command::EditPerson(person) => people::edit(doing, person),
        Command::EditPeople { people, change } => people::edit_each(doing, people, change),
        Command::JoinPeople { keep, gone, person } => joining::join(doing, *keep, *gone, person),
        Command::TellApart { one, other } => joining::tell_apart(doing, *one, *other),
        Command::ReachStage { people, stage, ask_again } => people::reach_stage(doing, people, *stage, *ask_again),
        Command::SetCadence { people, days } => people::set_cadence(doing, people, *days),
        Command::Snooze { person, until } => people::snooze(doing, *person, *until),
        Command::LogContact(log) => contact::log(doing, log),
        Command::Greet { person, on } => contact::greet(doing, *person, *on),
        Command::AddLine { person, about, text } => people::add_line(doing, *person, *about, text),
        Command::Register { person, registration } => people::register(doing, *person, registration),
        Command::Unregister(person) => people::unregister(doing, *person),
        Command::MoveUnder { person, sponsor, from } => people::move_under(doing, *person, *sponsor, *from),
        Command::DeletePeople(people) => people::delete(doing, people),
        Command::AddEntry(entry) => diary::add(doing, entry, &[]),
        Command::EditEntry(entry) => diary::edit(doing, entry, &[]),
        Command::AddEntryAndPeople { entry, people } => diary::add(doing, entry, people),
        Command::EditEntryAndPeople { entry, people } => diary::edit(doing, entry, people),
        Command::SetState { entry, instance, state } => diary::set_state(doing, *entry, *instance, *state),
        Command::MoveEntry { entry, instance, to } => diary::move_to(doing, *entry, *instance, *to),
        Command::EditSeries(edit) => series_edit::edit_series(doing, edit),
        Command::MoveSeries { entry, instance, to, scope } => {
            series::move_series(doing, *entry, *instance, *to, *scope)
        }
        Command::CopyEntry { entry, instance, copy, to } => series::copy(doing, *entry, *instance, *copy, *to),
        Command::DeleteEntries(entries) => diary::delete(doing, entries),
        Command::RecordOutcome(form) => outcome::record(doing, form),
        Command::SortNote { note, into } => diary::sort_note(doing, *note, into),
        Command::HoldEvening { on, state } => diary::hold_evening(doing, *on, *state),
        Command::LookBack { level, from, answers } => plan::look_back(doing, *level, *from, answers),
        Command::AddOrder(order) => business::add_order(doing, order),
        Command::AddOrderAndCalls { order, calls } => business::add_order_and_calls(doing, order, calls),
        Command::EditOrder(order) => business::edit_order(doing, order),
        Command::DeleteOrder(order) => business::delete_order(doing, *order),
        Command::AddReading(reading) => business::add_reading(doing, reading),
        Command::DeleteReading(reading) => business::delete_reading(doing, *reading),
        Command::SetGoal(goal) => business::set_goal(doing, goal),
        Command::DeleteGoal(goal) => business::delete_goal(doing, *goal),
        Command::PlanCount { person, on, action, planned } => plan::count(doing, *person, *on, action, *planned),
        Command::SpreadPlan { person, from, to, action, planned, works } => {
            plan::spread(doing, *person, &(*from..=*to), action, *planned, works)
        }
        Command::PlanWords { person, level, from, lines } => plan::words(doing, *person, *level, *from, lines),
        Command::PlanDays { person, counts } => plan::days(doing, *person, counts),
        Command::SetUpPlan { person, rows, works } => plan::set_up(doing, *person, rows, works),
        Command::TellPlan(told) => plan::tell(doing, told),
        Command::CorrectDone { on, action, by, why } => plan::correct(doing, *on, action, *by, why),
        Command::DecidePlan(decision) => plan::decide(doing, decision),
        Command::HoldWeek { week, state } => review::hold(doing, *week, *state),
        Command::AddCorrection { week, correction } => review::add_correction(doing, *week, correction),
        Command::ChangeCorrection { week, at, correction } => review::change_correction(doing, *week, *at, correction),
        Command::RemoveCorrection { week, at } => review::remove_correction(doing, *week, *at),
        Command::CloseWeek { week, snapshot } => review::close(doing, *week, snapshot),
        Command::StartInterview(interview) => interviews::start(doing, interview),
        Command::SaveInterview(interview) => interviews::save(doing, interview),
        Command::DeleteInterview(interview) => interviews::delete(doing, *interview),
        Command::FinishFirstTalk(interview) => interviews::finish_first_talk(doing, *interview),
        Command::TakeSnapshot(snapshot) => business::take_snapshot(doing, snapshot),
        Command::DeleteSnapshot(snapshot) => business::delete_snapshot(doing, *snapshot),
    }
}
