//! Reminders while the program runs: a notification of the system and a card in the window, once each; and at start what
//! was missed while it was closed.
//!
//! Which reminders are due core says. Up to which moment they were told is kept with the state of the window, and so are
//! those that were put off: they say nothing of the work itself, so they are no commands, are in no history and no export.

use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};
use egui::Context;
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::model::{EntryId, EntryState, RecordKind};
use sponsor_core::query::{Item, Reminder, View, reminders_between};
use sponsor_core::store::StoreError;

use super::App;
use super::ask::Question;
use super::crew::Lane;
use super::notifier::Notice;
use super::open::Phase;
use super::reply::{Broken, Reply};

/// For how long after the program was closed it is told at start what was missed.
const MISSED_BACK: TimeDelta = TimeDelta::days(7);
/// How far ahead reminders are read.
const AHEAD: TimeDelta = TimeDelta::hours(2);

/// A reminder that was put off, beside the size of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutOff {
    /// The file of the workspace.
    pub workspace: String,
    /// The entry.
    pub entry: EntryId,
    /// The original day, for an instance of a series.
    pub instance: Option<NaiveDate>,
    /// When it reminds again.
    pub at: NaiveDateTime,
}

/// Asks for the reminders after one moment up to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct RemindersQuestion {
    after: NaiveDateTime,
    until: NaiveDateTime,
}

impl Question for RemindersQuestion {
    type Answer = Vec<Reminder>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        reminders_between(view, self.after, self.until, now.zone)
    }
}

/// Asks for what was put off, as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct PutOffQuestion {
    entries: Vec<(EntryId, Option<NaiveDate>)>,
}

impl Question for PutOffQuestion {
    type Answer = Vec<Item>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let mut found = Vec::new();
        for (entry, instance) in &self.entries {
            found.extend(view.item(*entry, *instance)?.map(|(_, item)| item));
        }
        found.retain(|item| item.state == EntryState::Planned);
        Ok(found)
    }
}

/// A reminder that stands in the window.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standing {
    /// What is reminded of.
    pub(super) item: Item,
    /// Whether its moment passed while the program was closed.
    pub(super) missed: bool,
}

/// The reminders of the window.
#[derive(Debug, Default)]
pub(super) struct Reminders {
    /// Of which workspace, as answers count them; another one begins anew.
    workspace: Option<u64>,
    /// From when it is still to be told what was missed.
    missed_after: Option<NaiveDateTime>,
    /// When the workspace was opened.
    opened: Option<NaiveDateTime>,
    /// Up to when everything was told.
    told: Option<NaiveDateTime>,
    /// What stands in the window, oldest first.
    pub(super) standing: Vec<Standing>,
}

/// The hour in which a moment lies, so that one question serves for all of it: the clock shows another moment in every
/// painting, down to its fractions of a second.
fn hour(moment: NaiveDateTime) -> NaiveDateTime {
    moment.date().and_hms_opt(moment.hour(), 0, 0).unwrap_or(moment)
}

impl App {
    fn workspace_name(&self) -> Option<String> {
        self.desk.as_ref()?.path().map(|path| path.display().to_string())
    }

    /// Tells what is due. In the window's own logic, so that it is told while nobody looks at the window, too.
    pub(super) fn remind(&mut self, context: &Context) {
        let Some(name) = self.workspace_name().filter(|_| matches!(self.phase, Phase::Open)) else { return };
        let now = self.options.clock.now();
        if self.reminders.workspace != Some(self.answers.workspace()) {
            self.begin_reminders(&name, now.local);
        }
        self.remind_of_missed(now);
        self.remind_of_due(&name, now, context);
        self.remind_again(&name, now, context);
    }

    fn begin_reminders(&mut self, name: &str, now: NaiveDateTime) {
        let told = self.state.reminded.get(name).copied();
        let missed_after = told.map(|told| told.max(now - MISSED_BACK)).filter(|told| *told < now);
        let (workspace, opened, told) = (Some(self.answers.workspace()), Some(now), Some(now));
        self.reminders = Reminders { workspace, missed_after, opened, told, standing: Vec::new() };
        self.keep_told(name, now);
    }

    /// Everything up to now was told: that is found again after a kill.
    fn keep_told(&mut self, name: &str, now: NaiveDateTime) {
        self.state.reminded.insert(name.to_owned(), now);
        self.save_state();
    }

    /// Once after the start: what was missed while the program was closed.
    fn remind_of_missed(&mut self, now: Now) {
        let Some((after, until)) = self.reminders.missed_after.zip(self.reminders.opened) else { return };
        let Some(missed) = self.answers.ask_exact(&RemindersQuestion { after, until }, now) else { return };
        self.reminders.missed_after = None;
        for reminder in missed.iter() {
            self.stand(reminder.item.clone(), true);
        }
    }

    fn remind_of_due(&mut self, name: &str, now: Now, context: &Context) {
        let Some(told) = self.reminders.told else { return };
        let question = RemindersQuestion { after: hour(told) - AHEAD, until: hour(now.local) + AHEAD };
        let Some(answer) = self.answers.ask_exact(&question, now) else { return };
        let due: Vec<&Reminder> = answer.iter().filter(|one| told < one.at && one.at <= now.local).collect();
        for reminder in &due {
            self.notify(&reminder.item);
            self.stand(reminder.item.clone(), false);
        }
        self.reminders.told = Some(now.local.max(told));
        if !due.is_empty() {
            self.keep_told(name, now.local);
            context.request_repaint();
        }
        let next = answer.iter().map(|one| one.at).filter(|at| *at > now.local).min();
        self.await_moment(context, now.local, next.unwrap_or(hour(now.local) + TimeDelta::hours(1)));
    }

    /// What was put off comes again, unless it was decided meanwhile.
    fn remind_again(&mut self, name: &str, now: Now, context: &Context) {
        let mine: Vec<&PutOff> = self.state.put_off.iter().filter(|one| one.workspace == name).collect();
        if let Some(next) = mine.iter().map(|one| one.at).filter(|at| *at > now.local).min() {
            self.await_moment(context, now.local, next);
        }
        let due: Vec<_> = mine.iter().filter(|one| one.at <= now.local).map(|one| (one.entry, one.instance)).collect();
        if due.is_empty() {
            return;
        }
        // What came due while the program was closed is missed: the system is not asked to tell what has passed.
        let opened = self.reminders.opened;
        let missed: Vec<_> =
            mine.iter().filter(|one| Some(one.at) < opened).map(|one| (one.entry, one.instance)).collect();
        let Some(items) = self.answers.ask_exact(&PutOffQuestion { entries: due }, now) else { return };
        self.state.put_off.retain(|one| one.workspace != name || one.at > now.local);
        self.save_state();
        for item in items.iter() {
            let missed = missed.contains(&(item.id, item.instance));
            if !missed {
                self.notify(item);
            }
            self.stand(item.clone(), missed);
        }
        context.request_repaint();
    }

    /// Wakes the window then, while time passes.
    fn await_moment(&self, context: &Context, now: NaiveDateTime, then: NaiveDateTime) {
        if self.options.clock.runs() {
            let wait = (then - now).to_std().unwrap_or_default();
            context.request_repaint_after(wait.max(Duration::from_millis(500)));
        }
    }

    /// One entry stands once, however often it reminds.
    fn stand(&mut self, item: Item, missed: bool) {
        self.reminders.standing.retain(|one| one.item.id != item.id || one.item.instance != item.instance);
        self.reminders.standing.push(Standing { item, missed });
    }

    /// Lets the system show it. While a guest looks at the screen no name is said.
    fn notify(&mut self, item: &Item) {
        let notice = if self.focused {
            Notice { title: self.words.get("reminder-quiet"), body: String::new() }
        } else {
            Notice {
                title: item.title.clone(),
                body: super::reminder_cards::reminder_line(&self.formats, &self.words, item),
            }
        };
        let notifier = std::sync::Arc::clone(&self.options.notifier);
        self.crew.post(Lane::Long, Broken::Job, Box::new(move || Reply::Notified(notifier.notify(&notice))));
    }

    /// Puts a reminder off for some minutes.
    pub(super) fn put_off(&mut self, entry: EntryId, instance: Option<NaiveDate>, minutes: u32) {
        let Some(workspace) = self.workspace_name() else { return };
        let at = self.options.clock.now().local + TimeDelta::minutes(minutes.into());
        self.put_aside(entry, instance);
        self.state.put_off.retain(|one| one.entry != entry || one.instance != instance);
        self.state.put_off.push(PutOff { workspace, entry, instance, at });
        self.save_state();
    }

    /// Takes a reminder out of the window.
    pub(super) fn put_aside(&mut self, entry: EntryId, instance: Option<NaiveDate>) {
        self.reminders.standing.retain(|one| one.item.id != entry || one.item.instance != instance);
    }

    /// The window closes: everything up to now was told.
    pub(super) fn end_reminders(&mut self) {
        let now = self.options.clock.now().local;
        if let Some(name) = self.workspace_name().filter(|_| self.reminders.workspace.is_some()) {
            self.state.reminded.insert(name, now);
        }
    }
}
