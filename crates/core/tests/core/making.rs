//! Every command, made from numbers and whatever stands in a workspace.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use rust_decimal::Decimal;
use sponsor_core::command::{
    AttendanceSheet, Beginning, Command, CommandName, CorrectionDraft, CorrectionInto, Line, NoteInto, PeopleChange,
    PlanDecision, PlannedDay, ReportRecords, SeriesEdit, SeriesScope, ToldPlan,
};
use sponsor_core::exchange::{
    ContactJoin, NoProgress, ReadOptions, ReportUpdate, compare_people, joined_person, preview_calendar,
};
use sponsor_core::model::{
    Action, AnyRecord, Attendance, ColumnMapping, ContactColumn, Entry, EntryId, EntryKind, EntryState, FIRST_ROWS,
    FigurePeriod, FigureValues, FirstAction, FirstName, Goal, GoalId, GoalState, IdSource, Interview, InterviewId,
    InterviewState, Language, ListOwner, LookedBack, Mode, Name, NextMeeting, Order, OrderId, Person, PersonId, Phone,
    PlanAction, PlanLevel, Points, PointsFrom, PointsSource, Reading, ReadingId, Registration, Relation, Repeat,
    ReportColumn, ReviewState, Role, Scope, Settings, Snapshot, SnapshotId, Stage, ThemeChoice, Together, Training,
    When,
};
use sponsor_core::query::View;
use sponsor_core::store::{MemoryMedium, StoreError};
use sponsor_core::{Desk, Now};

use crate::learning;
use crate::telling::{contact_log, outcome};

/// The day on which everything happens.
pub fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().checked_add_days(Days::new(number % 60)).unwrap()
}

/// A moment of the n-th minute.
pub fn moment(minute: u64) -> Now {
    let midnight = day(23).and_time(NaiveTime::MIN);
    let local = midnight + chrono::TimeDelta::minutes(i64::try_from(minute).unwrap());
    Now::new(local, chrono_tz::Europe::Sofia)
}

/// Numbers that choose among what is there.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub a: u64,
    pub b: u64,
    pub c: u64,
}

/// Everything that a command can be about.
pub struct There {
    pub settings: Option<Settings>,
    pub people: Vec<Person>,
    pub entries: Vec<Entry>,
    orders: Vec<Order>,
    readings: Vec<Reading>,
    goals: Vec<Goal>,
    interviews: Vec<Interview>,
    snapshots: Vec<Snapshot>,
}

impl There {
    pub fn of(view: &View) -> Self {
        Self::try_of(view).unwrap()
    }

    /// Everything there is, on a disk that may fail.
    pub fn try_of(view: &View) -> Result<Self, StoreError> {
        Ok(Self {
            settings: view.all()?.pop(),
            people: view.all()?,
            entries: view.all()?,
            orders: view.all()?,
            readings: view.all()?,
            goals: view.all()?,
            interviews: view.all()?,
            snapshots: view.all()?,
        })
    }

    pub fn person(&self, number: u64) -> PersonId {
        pick(&self.people, number).map_or(PersonId::from_bytes([9; 16]), |person| person.id)
    }

    /// Somebody who can bring others in: the user or a registered user.
    fn sponsor(&self, number: u64) -> PersonId {
        let me = self.settings.as_ref().map(|settings| settings.me);
        let can = |person: &&Person| Some(person.id) == me || person.registration.is_some();
        let sponsors: Vec<_> = self.people.iter().filter(can).collect();
        pick(&sponsors, number).map_or(PersonId::from_bytes([9; 16]), |person| person.id)
    }

    pub fn entry(&self, number: u64) -> EntryId {
        pick(&self.entries, number).map_or(EntryId::from_bytes([9; 16]), |entry| entry.id)
    }

    fn note(&self, number: u64) -> EntryId {
        let notes: Vec<_> = self.entries.iter().filter(|entry| entry.kind == EntryKind::Note).collect();
        pick(&notes, number).map_or(EntryId::from_bytes([9; 16]), |entry| entry.id)
    }

    /// A day of the series, for one that is.
    pub fn instance(&self, id: EntryId, number: u64) -> Option<NaiveDate> {
        let entry = self.entries.iter().find(|entry| entry.id == id)?;
        entry.repeat.as_ref()?;
        entry.when.first_day()?.checked_add_days(Days::new(7 * (number % 3)))
    }
}

fn pick<T>(all: &[T], number: u64) -> Option<&T> {
    all.get(usize::try_from(number).unwrap().checked_rem(all.len())?)
}

fn points(number: u64) -> Points {
    Points::new(Decimal::from(number % 500)).unwrap()
}

pub fn person(ids: &IdSource, name: &str, now: Now) -> Person {
    Person::new(PersonId::new(ids, now.local), Name::from_full(name).unwrap(), now.date())
}

/// The command of this name that the choice makes of what is there. Every command has an arm: a new one that the tests
/// do not know does not compile.
#[expect(clippy::too_many_lines, reason = "one arm a command, so that none can be forgotten")]
pub fn command(name: CommandName, there: &There, choice: Choice, ids: &IdSource, now: Now) -> Command {
    let Choice { a, b, c } = choice;
    match name {
        CommandName::Begin => begin(ids, now),
        CommandName::ChangeSettings => Command::ChangeSettings(Box::new(changed_settings(there, choice))),
        CommandName::ImportWorkspace => Command::ImportWorkspace(imported(there, choice, ids, now)),
        CommandName::AddPeople => Command::AddPeople(new_people(there, choice, ids, now)),
        CommandName::EditPerson => Command::EditPerson(Box::new(edited_person(there, choice, ids, now))),
        CommandName::ReachStage => Command::ReachStage {
            people: vec![there.person(a)],
            stage: [Stage::FirstTalk, Stage::ThinkingOver, Stage::NotNow, Stage::NotForThem]
                [usize::try_from(b % 4).unwrap()],
            ask_again: (c.is_multiple_of(2)).then(|| day(c)),
        },
        CommandName::EditPeople => {
            let change = match c % 3 {
                0 => PeopleChange::City(format!("град {b}")),
                1 => PeopleChange::Relation(Some(Relation::Friend)),
                _ => PeopleChange::OffList(b.is_multiple_of(2)),
            };
            Command::EditPeople { people: vec![there.person(a), there.person(b)], change }
        }
        CommandName::JoinPeople => joined(there, choice),
        CommandName::TellApart => Command::TellApart { one: there.person(a), other: there.person(b) },
        CommandName::SetCadence => {
            Command::SetCadence { people: vec![there.person(a), there.person(b)], days: (c % 3 > 0).then_some(7) }
        }
        CommandName::Snooze => Command::Snooze { person: there.person(a), until: day(b) },
        CommandName::LogContact => Command::LogContact(Box::new(contact_log(there, choice, ids, now))),
        CommandName::Greet => Command::Greet { person: there.person(a), on: day(b) },
        CommandName::AddLine => Command::AddLine {
            person: there.person(a),
            about: if b.is_multiple_of(2) { Line::Need } else { Line::GoingOn },
            text: format!("ред {c}"),
        },
        CommandName::Register => Command::Register {
            person: there.person(a),
            registration: Registration::new(day(c), role(c), there.sponsor(b)),
        },
        CommandName::Unregister => {
            let registered: Vec<_> = there.people.iter().filter(|person| person.registration.is_some()).collect();
            Command::Unregister(pick(&registered, a).map_or(there.person(b), |person| person.id))
        }
        CommandName::MoveUnder => {
            let registered: Vec<_> = there.people.iter().filter(|person| person.registration.is_some()).collect();
            let moved = pick(&registered, a).map_or(there.person(b), |person| person.id);
            let under = pick(&registered, b).filter(|_| c % 4 > 0).map_or(there.person(0), |person| person.id);
            Command::MoveUnder { person: moved, sponsor: under, from: day(c) }
        }
        CommandName::AddOrderAndCalls => {
            let order = new_order(there, choice, ids, now);
            let call = |after: u64| {
                let (id, when) = (EntryId::new(ids, now.local), When::day(day(c + after)));
                let mut call = Entry::new(id, EntryKind::Call, "Пристигна ли?", when, now.local);
                call.people.push(order.person);
                call
            };
            let calls = (0..b % 4).map(call).collect();
            Command::AddOrderAndCalls { order: Box::new(order), calls }
        }
        CommandName::DeletePeople => Command::DeletePeople(
            BTreeSet::from([there.person(a), there.person(if c.is_multiple_of(2) { a } else { b })])
                .into_iter()
                .collect(),
        ),
        CommandName::AddEntry => Command::AddEntry(Box::new(new_entry(there, choice, ids, now))),
        CommandName::EditEntry => Command::EditEntry(Box::new(edited_entry(there, choice, ids, now))),
        CommandName::SetState => Command::SetState {
            entry: there.entry(a),
            instance: there.instance(there.entry(a), b),
            state: [EntryState::Done, EntryState::Dropped, EntryState::Planned][usize::try_from(c % 3).unwrap()],
        },
        CommandName::MoveEntry => Command::MoveEntry {
            entry: there.entry(a),
            instance: there.instance(there.entry(a), b),
            to: When::day(day(c)),
        },
        CommandName::MoveSeries => {
            let series: Vec<_> = there.entries.iter().filter(|entry| entry.repeat.is_some()).collect();
            let entry = pick(&series, a).map_or(there.entry(a), |entry| entry.id);
            Command::MoveSeries {
                entry,
                instance: there.instance(entry, b).unwrap_or(day(b)),
                to: When::day(day(c)),
                scope: if c.is_multiple_of(2) { SeriesScope::All } else { SeriesScope::Following },
            }
        }
        CommandName::EditSeries => edit_series(there, choice, ids, now),
        CommandName::CopyEntry => Command::CopyEntry {
            entry: there.entry(a),
            instance: there.instance(there.entry(a), b),
            copy: EntryId::new(ids, now.local),
            to: When::day(day(c)),
        },
        CommandName::DeleteEntries => Command::DeleteEntries(vec![there.entry(a)]),
        CommandName::RecordOutcome => Command::RecordOutcome(Box::new(outcome(there, choice, ids, now))),
        CommandName::SortNote => Command::SortNote { note: there.note(a), into: note_into(there, b, c) },
        CommandName::LookBack => Command::LookBack {
            level: PlanLevel::Month,
            from: day(a % 3),
            answers: LookedBack {
                did: format!("обаждания {b}"),
                keeps: String::new(),
                changes: format!("по-рано {c}"),
            },
        },
        CommandName::HoldEvening => Command::HoldEvening {
            on: day(a % 3),
            state: [ReviewState::Open, ReviewState::Done, ReviewState::Rest][usize::try_from(b % 3).unwrap()],
        },
        CommandName::AddOrder => Command::AddOrder(Box::new(new_order(there, choice, ids, now))),
        CommandName::EditOrder => {
            let there_is = pick(&there.orders, a).map(|order| order.id);
            let order = new_order(there, choice, ids, now);
            Command::EditOrder(Box::new(Order { id: there_is.unwrap_or(order.id), ..order }))
        }
        CommandName::DeleteOrder => {
            Command::DeleteOrder(pick(&there.orders, a).map_or(OrderId::from_bytes([9; 16]), |order| order.id))
        }
        CommandName::AddReading => Command::AddReading(Reading {
            id: ReadingId::new(ids, now.local),
            on: day(a % 3),
            scope: [Scope::Whole, Scope::Branch(there.person(b)), Scope::Own(there.person(b))]
                [usize::try_from(c % 3).unwrap()],
            points: points(c),
            source: String::new(),
        }),
        CommandName::DeleteReading => {
            Command::DeleteReading(pick(&there.readings, a).map_or(ReadingId::from_bytes([9; 16]), |one| one.id))
        }
        CommandName::SetGoal => {
            let id = pick(&there.goals, a)
                .filter(|_| b.is_multiple_of(2))
                .map_or_else(|| GoalId::new(ids, now.local), |goal| goal.id);
            Command::SetGoal(Box::new(Goal {
                id,
                person: there.person(c),
                what: format!("цел {c}"),
                until: (c.is_multiple_of(2)).then(|| day(c)),
                why: String::new(),
                agreed: now.date(),
                state: GoalState::Open,
                decided: None,
            }))
        }
        CommandName::DeleteGoal => {
            Command::DeleteGoal(pick(&there.goals, a).map_or(GoalId::from_bytes([9; 16]), |goal| goal.id))
        }
        CommandName::PlanCount => Command::PlanCount {
            person: there.person(a % 2),
            on: day(b % 3),
            action: if b.is_multiple_of(2) { PlanAction::NewNames } else { PlanAction::Action(Action::Call) },
            planned: u16::try_from(c % 4).unwrap(),
        },
        CommandName::SpreadPlan => Command::SpreadPlan {
            person: there.person(a % 2),
            from: day(b % 3),
            to: day(b % 3 + c % 10),
            action: PlanAction::Action(Action::Call),
            planned: u32::try_from(a % 50).unwrap(),
            works: if c.is_multiple_of(2) { vec![Weekday::Mon, Weekday::Thu] } else { Vec::new() },
        },
        CommandName::PlanWords => Command::PlanWords {
            person: there.person(a % 2),
            level: PlanLevel::Week,
            from: day(b % 3),
            lines: (0..c % 3).map(|line| format!("важно {line}")).collect(),
        },
        CommandName::PlanDays => Command::PlanDays { person: there.person(a % 2), counts: planned_days(b, c) },
        CommandName::SetUpPlan => Command::SetUpPlan {
            person: there.person(a % 2),
            rows: if b.is_multiple_of(2) {
                FIRST_ROWS.to_vec()
            } else {
                vec![PlanAction::Action(Action::Own(format!("вид {c}")))]
            },
            works: if c.is_multiple_of(2) { vec![Weekday::Sun, Weekday::Mon] } else { Vec::new() },
        },
        CommandName::TellPlan => Command::TellPlan(Box::new(ToldPlan {
            person: there.person(a),
            from: day(b % 5),
            to: day(b % 5 + 6),
            counts: if c % 4 == 0 { Vec::new() } else { vec![(PlanAction::NewNames, u16::try_from(c % 9).unwrap())] },
            on: day(b % 5 + 7),
            source: format!("обаждане {c}"),
        })),
        CommandName::CorrectDone => Command::CorrectDone {
            on: day(a % 3),
            action: PlanAction::Action(Action::Call),
            by: i32::try_from(b % 5).unwrap() - 1,
            why: format!("защото {c}"),
        },
        CommandName::DecidePlan => Command::DecidePlan(Box::new(PlanDecision {
            person: there.person(a % 2),
            level: PlanLevel::Week,
            from: day(b % 3),
            carried: vec![(PlanAction::NewNames, u32::try_from(c % 4).unwrap())],
            dropped: Vec::new(),
            days: planned_days(b, c),
        })),
        CommandName::StartInterview => Command::StartInterview(Box::new(interview(there, choice, ids, now))),
        CommandName::SaveInterview => {
            let mut interview =
                pick(&there.interviews, a).cloned().unwrap_or_else(|| interview(there, choice, ids, now));
            interview.goal_why = format!("защото {b}");
            Command::SaveInterview(Box::new(interview))
        }
        CommandName::DeleteInterview => {
            Command::DeleteInterview(pick(&there.interviews, a).map_or(InterviewId::from_bytes([9; 16]), |one| one.id))
        }
        CommandName::FinishFirstTalk => {
            let open: Vec<_> = there.interviews.iter().filter(|one| one.state == InterviewState::Open).collect();
            Command::FinishFirstTalk(pick(&open, a).map_or(InterviewId::from_bytes([9; 16]), |one| one.id))
        }
        CommandName::TakeSnapshot => Command::TakeSnapshot(Box::new(snapshot(there, choice, ids, now))),
        CommandName::DeleteSnapshot => {
            Command::DeleteSnapshot(pick(&there.snapshots, a).map_or(SnapshotId::from_bytes([9; 16]), |one| one.id))
        }
        CommandName::AddEntryAndPeople => {
            let (people, entry) = with_new_people(there, choice, ids, now, new_entry(there, choice, ids, now));
            Command::add_entry(entry, people)
        }
        CommandName::EditEntryAndPeople => {
            let (people, entry) = with_new_people(there, choice, ids, now, edited_entry(there, choice, ids, now));
            Command::edit_entry(entry, people)
        }
        CommandName::ImportContacts => Command::ImportContacts {
            file: "контакти.vcf".to_owned(),
            added: new_people(there, choice, ids, now),
            joined: pick(&there.people, b)
                .map(|person| ContactJoin::of(person.id, Person { nickname: format!("прякор {c}"), ..person.clone() }))
                .into_iter()
                .collect(),
            mapping: Some(ColumnMapping::new(&[format!("колона {c}")], vec![Some(ContactColumn::FullName)])),
        },
        CommandName::ImportReport => import_report(there, choice, ids, now),
        CommandName::ImportCalendar => import_calendar(there, choice, now),
        CommandName::Attend => Command::Attend(Box::new(learning::attendance(there, choice, ids, now))),
        CommandName::ImportAttendance => Command::Attend(Box::new(AttendanceSheet {
            file: Some("обучение.csv".to_owned()),
            ..learning::attendance(there, choice, ids, now)
        })),
        CommandName::Learn => learning::learn(there, choice),
        CommandName::ChangePath => Command::ChangePath(learning::path(there, choice)),
        CommandName::ChangeMethod => Command::ChangeMethod(learning::method(choice)),
        CommandName::HoldWeek => Command::HoldWeek {
            week: day(a % 20),
            state: if b.is_multiple_of(2) { ReviewState::Open } else { ReviewState::Done },
        },
        CommandName::AddCorrection => {
            Command::AddCorrection { week: day(a % 20), correction: Box::new(correction(there, choice, ids, now)) }
        }
        CommandName::ChangeCorrection => Command::ChangeCorrection {
            week: day(a % 20),
            at: usize::try_from(b % 3).unwrap(),
            correction: Box::new(correction(there, choice, ids, now)),
        },
        CommandName::RemoveCorrection => {
            Command::RemoveCorrection { week: day(a % 20), at: usize::try_from(b % 3).unwrap() }
        }
        CommandName::CloseWeek => close_week(there, choice, ids, now),
    }
}

/// Some days of a plan.
fn planned_days(b: u64, c: u64) -> Vec<PlannedDay> {
    let of = |order: u64| PlannedDay {
        on: day(b + order),
        action: PlanAction::NewNames,
        planned: u16::try_from(c % 4 + order).unwrap(),
    };
    (0..c % 4).map(of).collect()
}

/// The review of a week that ends with its snapshot.
fn close_week(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Command {
    let week = day(choice.a % 20);
    let snapshot = Snapshot { period: FigurePeriod::week_of(week), ..snapshot(there, choice, ids, now) };
    Command::CloseWeek { week, snapshot: Box::new(snapshot) }
}

/// A correction that stays words, or becomes a task or a row of the plan.
fn correction(there: &There, choice: Choice, ids: &IdSource, now: Now) -> CorrectionDraft {
    let Choice { b, c, .. } = choice;
    let into = match c % 3 {
        0 => CorrectionInto::Words,
        1 => CorrectionInto::Task(Box::new(new_entry(there, choice, ids, now))),
        _ => CorrectionInto::Row {
            action: PlanAction::Action(Action::Call),
            planned: u32::try_from(b % 30).unwrap(),
            works: vec![Weekday::Mon, Weekday::Fri],
        },
    };
    CorrectionDraft { from: format!("ред {b}"), text: format!("корекция {c}"), into }
}

/// A change of a series: of one instance, of it and all that follow, or of all.
fn edit_series(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Command {
    let Choice { a, b, c } = choice;
    let series: Vec<_> = there.entries.iter().filter(|entry| entry.repeat.is_some()).collect();
    let entry = pick(&series, a).map_or_else(|| new_entry(there, choice, ids, now), |entry| Entry::clone(entry));
    let instance = there.instance(entry.id, b).unwrap_or(day(b));
    let scope = [None, Some(SeriesScope::Following), Some(SeriesScope::All)][usize::try_from(c % 3).unwrap()];
    let when = if c % 2 == 0 { entry.when.on_day(instance) } else { When::day(day(c)) };
    let entry = Entry {
        title: format!("нова {c}"),
        note: if c % 5 == 0 { "бележка".to_owned() } else { String::new() },
        when,
        ..entry
    };
    Command::EditSeries(Box::new(SeriesEdit {
        entry,
        instance,
        scope,
        fresh: EntryId::new(ids, now.local),
        people: Vec::new(),
    }))
}

/// What a report brings to somebody of the structure: another rank and a city.
fn registered_update(there: &There, Choice { b, c, .. }: Choice) -> Option<ReportUpdate> {
    let registered: Vec<_> = there.people.iter().filter_map(|one| Some((one.id, one.registration.as_ref()?))).collect();
    let (person, own) = pick(&registered, b)?;
    let registration = Registration { rank: format!("ранг {c}"), ..Registration::clone(own) };
    Some(ReportUpdate { person: *person, registration, city: format!("град {c}"), moves: c % 2 == 0, on: day(c) })
}

/// A calendar with a meeting, perhaps one that an earlier calendar brought.
fn import_calendar(there: &There, Choice { b, c, .. }: Choice, now: Now) -> Command {
    let with = pick(&there.people, b).map(|person| format!("ATTENDEE;CN={}:mailto:x\r\n", person.name.full()));
    let file = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:{}\r\nSEQUENCE:{c}\r\nSUMMARY:среща {c}\r\nDTSTART:20261201T100000Z\r\n{}END:VEVENT\r\nEND:VCALENDAR\r\n",
        b % 3,
        with.unwrap_or_default(),
    );
    calendar_command(file.as_bytes(), now)
}

/// The command that brings in a calendar, looked at beside an empty workspace.
fn calendar_command(file: &[u8], now: Now) -> Command {
    let desk = Desk::create_in(Box::new(MemoryMedium::new()), IdSource::seeded(3), now).unwrap();
    let view = desk.read().unwrap();
    preview_calendar("календар.ics", file, &ReadOptions::default(), (&view, now), &NoProgress).unwrap().into_command()
}

/// A report that adds people, moves one to another city and reads the points of another.
fn import_report(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Command {
    let Choice { b, c, .. } = choice;
    let reading = pick(&there.people, b).map(|person| Reading {
        id: ReadingId::new(ids, now.local),
        on: now.date(),
        scope: Scope::Branch(person.id),
        points: Points::new(Decimal::from(c)).unwrap(),
        source: "отчет".to_owned(),
    });
    Command::ImportReport(Box::new(ReportRecords {
        file: "отчет.csv".to_owned(),
        added: new_people(there, choice, ids, now),
        updated: registered_update(there, choice).into_iter().collect(),
        readings: reading.into_iter().collect(),
        mapping: Some(ColumnMapping::new(&[format!("колона {c}")], vec![Some(ReportColumn::Number)])),
    }))
}

/// The command after this one, so that a walk from [`CommandName::Begin`] meets all of them; none after the last.
const fn after(name: CommandName) -> Option<CommandName> {
    Some(match name {
        CommandName::Begin => CommandName::ChangeSettings,
        CommandName::ChangeSettings => CommandName::ImportWorkspace,
        CommandName::ImportWorkspace => CommandName::AddPeople,
        CommandName::AddPeople => CommandName::EditPerson,
        CommandName::EditPerson => CommandName::ReachStage,
        CommandName::ReachStage => CommandName::SetCadence,
        CommandName::SetCadence => CommandName::Snooze,
        CommandName::Snooze => CommandName::AddLine,
        CommandName::AddLine => CommandName::Register,
        CommandName::Register => CommandName::Unregister,
        CommandName::Unregister => CommandName::DeletePeople,
        CommandName::DeletePeople => CommandName::AddEntry,
        CommandName::AddEntry => CommandName::EditEntry,
        CommandName::EditEntry => CommandName::SetState,
        CommandName::SetState => CommandName::MoveEntry,
        CommandName::MoveEntry => CommandName::DeleteEntries,
        CommandName::DeleteEntries => CommandName::RecordOutcome,
        CommandName::RecordOutcome => CommandName::SortNote,
        CommandName::SortNote => CommandName::HoldEvening,
        CommandName::HoldEvening => CommandName::AddOrder,
        CommandName::AddOrder => CommandName::EditOrder,
        CommandName::EditOrder => CommandName::DeleteOrder,
        CommandName::DeleteOrder => CommandName::AddReading,
        CommandName::AddReading => CommandName::DeleteReading,
        CommandName::DeleteReading => CommandName::SetGoal,
        CommandName::SetGoal => CommandName::DeleteGoal,
        CommandName::DeleteGoal => CommandName::PlanCount,
        CommandName::PlanCount => CommandName::PlanWords,
        CommandName::PlanWords => CommandName::StartInterview,
        CommandName::StartInterview => CommandName::SaveInterview,
        CommandName::SaveInterview => CommandName::DeleteInterview,
        CommandName::DeleteInterview => CommandName::FinishFirstTalk,
        CommandName::FinishFirstTalk => CommandName::TakeSnapshot,
        CommandName::TakeSnapshot => CommandName::DeleteSnapshot,
        CommandName::DeleteSnapshot => CommandName::ImportContacts,
        CommandName::ImportContacts => CommandName::AddEntryAndPeople,
        CommandName::AddEntryAndPeople => CommandName::EditEntryAndPeople,
        CommandName::EditEntryAndPeople => CommandName::MoveUnder,
        CommandName::MoveUnder => CommandName::AddOrderAndCalls,
        CommandName::AddOrderAndCalls => CommandName::EditPeople,
        CommandName::EditPeople => CommandName::JoinPeople,
        CommandName::JoinPeople => CommandName::TellApart,
        CommandName::TellApart => CommandName::LogContact,
        CommandName::LogContact => CommandName::Greet,
        CommandName::Greet => CommandName::ImportReport,
        CommandName::ImportReport => CommandName::MoveSeries,
        CommandName::MoveSeries => CommandName::CopyEntry,
        CommandName::CopyEntry => CommandName::SpreadPlan,
        CommandName::SpreadPlan => CommandName::ImportCalendar,
        CommandName::ImportCalendar => CommandName::EditSeries,
        CommandName::EditSeries => CommandName::LookBack,
        CommandName::LookBack => CommandName::PlanDays,
        CommandName::PlanDays => CommandName::SetUpPlan,
        CommandName::SetUpPlan => CommandName::TellPlan,
        CommandName::TellPlan => CommandName::CorrectDone,
        CommandName::CorrectDone => CommandName::DecidePlan,
        CommandName::DecidePlan => CommandName::Attend,
        CommandName::Attend => CommandName::ImportAttendance,
        CommandName::ImportAttendance => CommandName::Learn,
        CommandName::Learn => CommandName::ChangePath,
        CommandName::ChangePath => CommandName::ChangeMethod,
        CommandName::ChangeMethod => CommandName::HoldWeek,
        CommandName::HoldWeek => CommandName::AddCorrection,
        CommandName::AddCorrection => CommandName::ChangeCorrection,
        CommandName::ChangeCorrection => CommandName::RemoveCorrection,
        CommandName::RemoveCorrection => CommandName::CloseWeek,
        CommandName::CloseWeek => return None,
    })
}

/// Every command.
pub fn all_commands() -> Vec<CommandName> {
    std::iter::successors(Some(CommandName::Begin), |name| after(*name)).collect()
}

pub fn begin(ids: &IdSource, now: Now) -> Command {
    Command::Begin(Box::new(Beginning {
        me: PersonId::new(ids, now.local),
        name: Name::from_full("Димитър Николов").unwrap(),
        language: Language::Bulgarian,
        home_city: "Пловдив".to_owned(),
        evening_at: NaiveTime::from_hms_opt(20, 0, 0).unwrap(),
        review_day: Weekday::Fri,
        review_at: NaiveTime::from_hms_opt(17, 0, 0).unwrap(),
        theme: ThemeChoice::System,
    }))
}

fn role(number: u64) -> Role {
    if number.is_multiple_of(2) { Role::Partner } else { Role::Customer }
}

/// Two of the people there as one.
fn joined(there: &There, choice: Choice) -> Command {
    let (keep, gone) = (there.person(choice.a), there.person(choice.b));
    let one = |id: PersonId| there.people.iter().find(|person| person.id == id);
    let nobody = || Person::new(keep, Name::from_full("Никой").unwrap(), day(0));
    let person = one(keep)
        .zip(one(gone))
        .map_or_else(nobody, |(keep, gone)| joined_person(keep, gone, &compare_people(keep, gone)));
    Command::JoinPeople { keep, gone, person: Box::new(person) }
}

fn changed_settings(there: &There, choice: Choice) -> Settings {
    let fallback = || Settings::new(there.person(0), Language::English);
    let mut settings = there.settings.clone().unwrap_or_else(fallback);
    settings.text_percent = 100 + u16::try_from(choice.a % 50).unwrap();
    settings.reminder_minutes = (choice.b.is_multiple_of(2)).then_some(30);
    settings
}

fn imported(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Vec<AnyRecord> {
    let mut records: Vec<AnyRecord> = new_people(there, choice, ids, now).into_iter().map(AnyRecord::from).collect();
    records.push(new_entry(there, choice, ids, now).into());
    records
}

fn new_people(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Vec<Person> {
    let mut people = vec![
        person(ids, &format!("Мария Петрова{}", choice.a), now),
        person(ids, &format!("Ivan Georgiev{}", choice.b), now),
    ];
    people[0].phones.push(Phone { number: format!("0888 {}", choice.c), label: String::new() });
    people[1].referred_by = Some(people[0].id);
    if choice.c.is_multiple_of(2) && !there.people.is_empty() {
        people[0].owner = ListOwner::Partner(there.person(choice.c));
        people[0].registration = Some(Registration::new(day(choice.c), role(choice.a), there.sponsor(choice.b)));
    }
    people
}

fn edited_person(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Person {
    let mut person = pick(&there.people, choice.a).cloned().unwrap_or_else(|| person(ids, "Никой", now));
    match choice.b % 4 {
        0 => person.city = format!("град {}", choice.c),
        1 => person.notes = "дълга бележка ".repeat(usize::try_from(choice.c % 40).unwrap()),
        2 => person.referred_by = Some(there.person(choice.c)),
        _ => person.stage = Stage::SawPresentation,
    }
    person
}

fn new_entry(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Entry {
    let Choice { a, b, c } = choice;
    let kinds =
        [EntryKind::Meeting, EntryKind::Event, EntryKind::Call, EntryKind::Message, EntryKind::Task, EntryKind::Note];
    let kind = kinds[usize::try_from(a % 6).unwrap()];
    let start = day(b).and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap());
    let when = match c % 4 {
        0 => When::AllDay { from: day(b), to: day(b).checked_add_days(Days::new(c % 3)).unwrap() },
        1 => When::Undated,
        _ => When::Timed { start, minutes: Some(60), zone: now.zone },
    };
    let mut entry = Entry::new(EntryId::new(ids, now.local), kind, &format!("Среща {c}"), when, now.local);
    if !there.people.is_empty() {
        entry.people = vec![there.person(b)];
    }
    if c % 5 == 2 {
        entry.repeat = Some(Repeat::new("FREQ=WEEKLY;COUNT=4").unwrap());
    }
    if c % 5 == 3 {
        entry.action = Some(Action::Training);
        entry.action_chosen = true;
        let came = Attendance { person: there.person(c), mode: Mode::Online, wants_more: true };
        entry.training = (!there.people.is_empty()).then(|| Training {
            leader: Some(there.person(a)),
            invited: vec![there.person(b)],
            came: vec![came],
            ..Training::default()
        });
    }
    entry
}

fn new_order(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Order {
    Order {
        id: OrderId::new(ids, now.local),
        person: there.person(choice.a),
        on: day(choice.b),
        products: "каталог".to_owned(),
        points: points(choice.c),
        amount: None,
        note: String::new(),
    }
}

fn edited_entry(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Entry {
    let mut entry = pick(&there.entries, choice.a).cloned().unwrap_or_else(|| new_entry(there, choice, ids, now));
    match choice.b % 3 {
        0 => entry.title = format!("Друго {}", choice.c),
        1 => entry.when = When::day(day(choice.c)),
        _ => entry.people = vec![there.person(choice.c), there.person(choice.a)],
    }
    entry
}

/// An entry with people of it who come to the list with it: in the entry itself, or as guests of its training.
fn with_new_people(there: &There, choice: Choice, ids: &IdSource, now: Now, mut entry: Entry) -> (Vec<Person>, Entry) {
    let people = new_people(there, choice, ids, now);
    let named = people.iter().map(|person| person.id);
    if choice.a.is_multiple_of(2) {
        entry.action = Some(Action::TwoPlusOne);
        entry.action_chosen = true;
    }
    match &mut entry.training {
        Some(training) if choice.b.is_multiple_of(2) => training.invited.extend(named),
        _ => entry.people.extend(named),
    }
    (people, entry)
}

fn note_into(there: &There, b: u64, c: u64) -> NoteInto {
    match b % 5 {
        0 => NoteInto::Task { on: day(c) },
        1 => NoteInto::Call { on: day(c), person: Some(there.person(c)) },
        2 => NoteInto::Contact { name: Name::from_full("Елена Тодорова").unwrap() },
        3 => NoteInto::Promise { on: day(c) },
        _ => NoteInto::Note,
    }
}

fn interview(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Interview {
    let at = now.local + chrono::TimeDelta::days(1);
    Interview {
        person: pick(&there.people, choice.a).filter(|_| choice.b.is_multiple_of(2)).map(|person| person.id),
        guest_name: format!("Гост Гостев{}", choice.c),
        guest_phone: "0888 111".to_owned(),
        guest_city: "София".to_owned(),
        role: role(choice.a),
        company_number: "123".to_owned(),
        step: "goal".to_owned(),
        goal_what: "пътуване".to_owned(),
        goal_until: Some(day(choice.b)),
        first_names: vec![FirstName { name: "Петя".to_owned(), city: String::new() }],
        first_actions: vec![FirstAction {
            key: "list".to_owned(),
            title: "Списък".to_owned(),
            at,
            together: Together::Both,
        }],
        next_meeting: Some(NextMeeting { at, place: "кафе".to_owned() }),
        ..Interview::new(InterviewId::new(ids, now.local), Language::Bulgarian, now.local)
    }
}

fn snapshot(there: &There, choice: Choice, ids: &IdSource, now: Now) -> Snapshot {
    Snapshot {
        id: SnapshotId::new(ids, now.local),
        taken: now.local,
        by: "Димитър".to_owned(),
        comment: format!("{}", choice.a),
        period: FigurePeriod::month_of(now.date()),
        until: now.date(),
        scope: Scope::Branch(there.person(choice.b)),
        scope_name: String::new(),
        values: FigureValues { points: Some(points(choice.c).amount()), ..FigureValues::default() },
        previous: FigureValues::default(),
        series: Vec::new(),
        year_before: vec![None, Some(points(choice.a).amount())],
        points_from: Some(PointsFrom { source: PointsSource::Reading, on: now.date() }),
    }
}
