//! `plan`: shows a plan, and sets in it what the window can set.

use chrono::NaiveDate;
use serde_json::{Value, json};
use sponsor_core::Desk;
use sponsor_core::command::{Command, PlanDecision, PlannedDay, ToldPlan};
use sponsor_core::model::{Action, Goal, GoalId, GoalState, PersonId, PlanAction, PlanLevel};
use sponsor_core::query::{PlanReader, PlanSource, PlanView, as_before, carried_days, proposal};

use super::super::arguments::{PlanArguments, PlanTask};
use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use super::person_of;
use crate::pages::plan::say::{level_key, pace_words, period_words, plan_name, source_key};

/// A period of a person's plan that was asked for.
struct Asked {
    desk: Desk,
    person: PersonId,
    mine: bool,
    today: NaiveDate,
    now: PlanView,
    before: PlanView,
}

impl Asked {
    fn of(session: &Session, arguments: &PlanArguments) -> Result<Self, Failure> {
        let level = match arguments.level {
            Some(level) => level.into(),
            None => PlanLevel::Week,
        };
        Self::read(session, level, arguments.date, arguments.person.as_deref())
    }

    fn read(session: &Session, level: PlanLevel, date: Option<NaiveDate>, name: Option<&str>) -> Result<Self, Failure> {
        let desk = session.open()?;
        let (person, mine, today, now, before) = {
            let view = desk.read()?;
            let settings = view.settings()?;
            let (person, today) = (person_of(&view, name)?, session.now.today(settings.day_ends));
            let reader = PlanReader::of(&view, person, today)?;
            let now = reader.read(level, date.unwrap_or(today))?;
            let last = now.days.start().pred_opt().unwrap_or(today);
            (person, person == settings.me, today, now, reader.read(level, last)?)
        };
        Ok(Self { desk, person, mine, today, now, before })
    }

    /// Does a command, and shows the period as it is then.
    fn done(self, session: &Session, command: Command) -> Result<Output, Failure> {
        session.run(&self.desk, command)?;
        let day = *self.now.days.start();
        let again = {
            let view = self.desk.read()?;
            PlanReader::of(&view, self.person, self.today)?.read(self.now.level, day)?
        };
        Self { now: again, ..self }.shown(session)
    }

    fn shown(&self, session: &Session) -> Result<Output, Failure> {
        let view = self.desk.read()?;
        let name = (!self.mine).then(|| view.people().name(self.person));
        Ok(Output::new(self.lines(session, name.as_deref()), value(&self.now, name.as_deref())))
    }

    fn lines(&self, session: &Session, name: Option<&str>) -> Vec<String> {
        let (words, formats) = (session.words(), session.formats());
        let level = words.get(level_key(self.now.level));
        let head = format!("{level}: {}", period_words(&formats, self.now.level, &self.now.days));
        let mut lines = vec![name.map_or(head.clone(), |name| format!("{name} · {head}"))];
        if let Some(goal) = &self.now.goal {
            lines.push(words.with("plan-cli-goal", &[("goal", goal.what.as_str().into())]));
        }
        lines.extend(self.now.important.iter().map(|line| format!("– {line}")));
        for row in &self.now.rows {
            let pace = pace_words(&words, row, &self.now.days, self.today);
            let source = row.source.map(|source| format!(" ({})", words.get(source_key(Some(source)))));
            lines.push(format!("{}: {pace}{}", plan_name(&words, &row.action), source.unwrap_or_default()));
        }
        lines
    }

    /// The days that change so that each row holds its number.
    fn set(&self, counts: &[(PlanAction, u32)]) -> Result<Vec<PlannedDay>, Failure> {
        let mut changed = Vec::new();
        for (action, total) in counts {
            let days = proposal(&self.now.days_of(action), *total, self.today, &self.now.works);
            let days = days.ok_or_else(|| Failure::message("plan-too-many"))?;
            changed.extend(days.into_iter().map(|(on, planned)| PlannedDay { on, action: action.clone(), planned }));
        }
        Ok(changed)
    }
}

/// Shows a plan.
pub fn show(session: &Session, arguments: &PlanArguments) -> Result<Output, Failure> {
    Asked::of(session, arguments)?.shown(session)
}

/// Sets something in a plan, and shows it as it is then.
pub fn set(session: &Session, task: PlanTask) -> Result<Output, Failure> {
    match task {
        PlanTask::Set { counts, period } => {
            let asked = Asked::of(session, &period)?;
            let counts = asked.set(&counts_of(&counts)?)?;
            let command = Command::PlanDays { person: asked.person, counts };
            asked.done(session, command)
        }
        PlanTask::Words { lines, period } => {
            let asked = Asked::of(session, &period)?;
            let (level, from) = (asked.now.level, *asked.now.days.start());
            let command = Command::PlanWords { person: asked.person, level, from, lines };
            asked.done(session, command)
        }
        PlanTask::Goal { what, why, until, person } => goal(session, (what, why), until, person.as_deref()),
        PlanTask::Told { counts, on, source, period } => told(session, &counts, (on, source), &period),
        PlanTask::Correct { counts, why, date } => correct(session, &counts, &why, date),
        PlanTask::Rows { rows, person } => {
            let asked = Asked::read(session, PlanLevel::Week, None, person.as_deref())?;
            let rows = rows.iter().map(|row| action_of(row)).collect::<Result<_, _>>()?;
            let command = Command::SetUpPlan { person: asked.person, rows, works: asked.now.works.clone() };
            asked.done(session, command)
        }
        PlanTask::Days { days, person } => {
            let asked = Asked::read(session, PlanLevel::Week, None, person.as_deref())?;
            let command = Command::SetUpPlan { person: asked.person, rows: asked.now.chosen.clone(), works: days };
            asked.done(session, command)
        }
        PlanTask::AsBefore { period } => {
            let asked = Asked::of(session, &period)?;
            let counts = as_before(&asked.now, &asked.before, asked.today);
            let command = Command::PlanDays { person: asked.person, counts };
            asked.done(session, command)
        }
        PlanTask::Decide { drop, period } => decide(session, &drop, &period),
    }
}

fn goal(
    session: &Session,
    (what, why): (String, String),
    until: Option<NaiveDate>,
    person: Option<&str>,
) -> Result<Output, Failure> {
    let asked = Asked::read(session, PlanLevel::Year, None, person)?;
    let (known, today) = (asked.now.goal.clone(), session.now.date());
    let goal = Goal {
        id: known.as_ref().map_or_else(|| GoalId::new(asked.desk.ids(), session.now.local), |goal| goal.id),
        person: asked.person,
        what,
        until,
        why,
        agreed: known.map_or(today, |goal| goal.agreed),
        state: GoalState::Open,
        decided: None,
    };
    asked.done(session, Command::SetGoal(Box::new(goal)))
}

fn told(
    session: &Session,
    counts: &[String],
    (on, source): (Option<NaiveDate>, String),
    period: &PlanArguments,
) -> Result<Output, Failure> {
    let asked = Asked::of(session, period)?;
    let count = |(action, count): (PlanAction, u32)| {
        Ok((action, u16::try_from(count).map_err(|_| Failure::message("plan-too-many"))?))
    };
    let counts = counts_of(counts)?.into_iter().map(count).collect::<Result<_, Failure>>()?;
    let (from, to) = (*asked.now.days.start(), *asked.now.days.end());
    let on = on.unwrap_or_else(|| session.now.date());
    let told = ToldPlan { person: asked.person, from, to, counts, on, source };
    asked.done(session, Command::TellPlan(Box::new(told)))
}

fn correct(session: &Session, counts: &[String], why: &str, date: Option<NaiveDate>) -> Result<Output, Failure> {
    let counts = counts_of(counts)?;
    let mut last = None;
    for (action, really) in counts {
        let asked = Asked::read(session, PlanLevel::Day, date, None)?;
        let day = asked.now.days_of(&action).first().copied();
        let (done, before) = day.map_or((0, 0), |day| (day.done.unwrap_or(0), day.corrected));
        let on = *asked.now.days.start();
        let by = i64::from(really) - (i64::from(done) - i64::from(before));
        let by = i32::try_from(by).map_err(|_| Failure::message("plan-too-many"))?;
        let command = Command::CorrectDone { on, action, by, why: why.to_owned() };
        last = Some(asked.done(session, command)?);
    }
    last.ok_or_else(|| Failure::message("error-not-found"))
}

fn decide(session: &Session, drop: &[String], period: &PlanArguments) -> Result<Output, Failure> {
    let asked = Asked::of(session, period)?;
    let drop: Vec<PlanAction> = drop.iter().map(|row| action_of(row)).collect::<Result<_, _>>()?;
    if asked.before.decided {
        return Err(Failure::message("plan-left-decided"));
    }
    let (dropped, carried): (Vec<_>, Vec<_>) = asked.before.left().into_iter().partition(|(row, _)| drop.contains(row));
    let days = carried_days(&asked.now, &carried, asked.today);
    let decision = PlanDecision {
        person: asked.person,
        level: asked.before.level,
        from: *asked.before.days.start(),
        carried,
        dropped,
        days,
    };
    asked.done(session, Command::DecidePlan(Box::new(decision)))
}

/// Actions with their numbers, as `call=20`.
fn counts_of(counts: &[String]) -> Result<Vec<(PlanAction, u32)>, Failure> {
    let count = |text: &String| {
        let wrong = || Failure::Message("error-plan-count", vec![("text", text.clone())]);
        let (action, number) = text.rsplit_once('=').ok_or_else(wrong)?;
        Ok((action_of(action)?, number.trim().parse().map_err(|_| wrong())?))
    };
    counts.iter().map(count).collect()
}

/// A row of the plan by its word.
fn action_of(word: &str) -> Result<PlanAction, Failure> {
    let action = match word.trim() {
        "new_names" => return Ok(PlanAction::NewNames),
        "call" => Action::Call,
        "invitation" => Action::Invitation,
        "meeting" => Action::Meeting,
        "two_plus_one" => Action::TwoPlusOne,
        "presentation" => Action::Presentation,
        "follow_up" => Action::FollowUp,
        "training" => Action::Training,
        "online_post" => Action::OnlinePost,
        word => match word.strip_prefix("own:").filter(|name| !name.trim().is_empty()) {
            Some(name) => Action::Own(name.trim().to_owned()),
            None => return Err(Failure::Message("error-plan-action", vec![("text", word.to_owned())])),
        },
    };
    Ok(PlanAction::Action(action))
}

const fn level_word(level: PlanLevel) -> &'static str {
    match level {
        PlanLevel::Year => "year",
        PlanLevel::ThreeMonths => "three_months",
        PlanLevel::Month => "month",
        PlanLevel::Week => "week",
        PlanLevel::Day => "day",
    }
}

fn value(view: &PlanView, person: Option<&str>) -> Value {
    let rows = view.rows.iter().map(|row| {
        let action = match &row.action {
            PlanAction::NewNames => json!("new_names"),
            PlanAction::Action(action) => json::action(Some(action)),
        };
        let source = row.source.map(|source| match source {
            PlanSource::Diary => "diary",
            PlanSource::Together => "together",
            PlanSource::Told => "told",
        });
        let days =
            row.days.iter().map(|day| json!({ "date": json::date(day.on), "planned": day.planned, "done": day.done }));
        json!({
            "action": action,
            "planned": row.planned,
            "done": row.done,
            "source": source,
            "days": days.collect::<Vec<_>>(),
        })
    });
    json!({
        "person": person,
        "level": level_word(view.level),
        "from": json::date(*view.days.start()),
        "to": json::date(*view.days.end()),
        "goal": view.goal.as_ref().map(|goal| goal.what.as_str()),
        "important": view.important,
        "rows": rows.collect::<Vec<_>>(),
    })
}
