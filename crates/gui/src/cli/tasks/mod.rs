//! One function a subcommand.

mod add;
mod attendance;
mod document;
mod exchange;
mod figures;
mod history;
mod keeping;
mod plan;
mod report;
mod today;

use super::arguments::{IntoArgument, PeriodArguments, Task};
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use sponsor_core::model::{FigurePeriod, PersonId, Scope};
use sponsor_core::query::View;
use sponsor_core::text::{WordOrder, same_name};

/// Does what was asked for.
///
/// # Errors
/// Why it could not be done; nothing is half-written.
pub fn perform(session: &Session, task: Task) -> Result<Output, Failure> {
    match task {
        Task::Demo { out, size, seed } => keeping::demo(session, &out, size.into(), seed),
        Task::Today => today::today(session),
        Task::Search { text, limit } => today::search(session, &text, limit),
        Task::Add { text, at } => add::add(session, &text, at.as_deref()),
        Task::Import { files, into: Some(IntoArgument::Training), date, entry, dry_run } => {
            attendance::import(session, &files, (date, entry), dry_run)
        }
        Task::Import { files, into: Some(IntoArgument::Structure), date, dry_run, .. } => {
            report::import(session, &files, date, dry_run)
        }
        Task::Import { files, dry_run, .. } => exchange::import(session, &files, dry_run),
        Task::Export { what, out, vcard, from, to } => exchange::export(session, (what, from, to), &out, vcard.into()),
        Task::Figures(period) => figures::show(session, &period),
        Task::Reading { date, points, branch, own } => figures::reading(session, date, points, branch.as_deref(), own),
        Task::Snapshot { task, out, period, comment } => match task {
            Some(task) => figures::snapshots(session, task),
            None => figures::take_and_export(session, &period, &comment, out.as_deref()),
        },
        Task::Plan { task: None, period } => plan::show(session, &period),
        Task::Plan { task: Some(task), .. } => plan::set(session, task),
        Task::Document { kind, person, date, out } => document::make(session, kind, (person.as_deref(), date), &out),
        Task::Undo { number } => history::undo(session, number),
        Task::Redo => history::redo(session),
        Task::History { limit } => history::list(session, limit),
        Task::Backup { out } => keeping::backup(session, &out),
        Task::Restore { file } => keeping::restore(session, &file),
        Task::Check { repair } => keeping::check(session, repair),
    }
}

/// The period that was asked for; this month where none was.
fn period_of(session: &Session, arguments: &PeriodArguments) -> FigurePeriod {
    arguments.month.or(arguments.week).unwrap_or_else(|| FigurePeriod::month_of(session.now.date()))
}

/// The scope that was asked for.
fn scope_of(view: &View, branch: Option<&str>) -> Result<Scope, Failure> {
    branch.map_or(Ok(Scope::Whole), |name| registered(view, name).map(Scope::Branch))
}

/// The person with this name or id; the user where nobody is named. Of several a registered one goes before.
fn person_of(view: &View, name: Option<&str>) -> Result<PersonId, Failure> {
    let Some(name) = name else { return Ok(view.settings()?.me) };
    if let Some(person) = name.parse().ok().and_then(|id| view.people().get(id)) {
        return Ok(person.id);
    }
    let mut found: Vec<_> =
        view.people().all().filter(|person| same_name(&person.name.full(), name, WordOrder::Any)).collect();
    if found.iter().any(|person| person.registration.is_some()) {
        found.retain(|person| person.registration.is_some());
    }
    found.sort_by_key(|person| person.id);
    match found.as_slice() {
        [one] => Ok(one.id),
        [] => Err(Failure::Message("error-no-such-person", vec![("name", name.to_owned())])),
        several => {
            let names = several.iter().map(|one| format!("{} ({}, {})", one.name.full(), one.city, one.id));
            let candidates = names.collect::<Vec<_>>().join("; ");
            let arguments = vec![("name", name.to_owned()), ("candidates", candidates)];
            Err(Failure::Message("error-several-people", arguments))
        }
    }
}

/// The one registered user with this name.
fn registered(view: &View, name: &str) -> Result<PersonId, Failure> {
    let registered = view.people().all().filter(|person| person.registration.is_some());
    let mut found: Vec<_> = registered.filter(|person| same_name(&person.name.full(), name, WordOrder::Any)).collect();
    found.sort_by_key(|person| person.id);
    match found.as_slice() {
        [one] => Ok(one.id),
        [] => Err(Failure::Message("error-no-such-branch", vec![("name", name.to_owned())])),
        several => {
            let names: Vec<_> =
                several.iter().map(|person| format!("{} ({})", person.name.full(), person.city)).collect();
            let arguments = vec![("name", name.to_owned()), ("candidates", names.join(", "))];
            Err(Failure::Message("error-several-branches", arguments))
        }
    }
}
