//! What was done, in words; and the window that lists it.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;
use sponsor_core::Now;
use sponsor_core::command::CommandName;
use sponsor_core::model::{FigurePeriod, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::{HistoryRow, HistoryState, StoreError};

use super::action::Action;
use super::ask::Question;
use super::frame::FrameAnswer;
use super::scene::Scene;
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, modal, soft, split, text, text_cut};
use crate::words::Words;

/// How many commands the window lists.
const LISTED: usize = 200;
/// How much of the height of the window they take at most.
const HEIGHT: f32 = 0.6;

/// Asks for the newest commands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct HistoryQuestion;

impl Question for HistoryQuestion {
    type Answer = Vec<HistoryRow>;

    const SHOWS: &'static [RecordKind] = &RecordKind::ALL;

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        view.history(LISTED)
    }
}

/// What a command was, with whom or what it was about.
#[must_use]
pub fn done_words(words: &Words, name: CommandName, subject: &str) -> String {
    let what = words.get(key(name));
    let subject = spoken_subject(words, name, subject);
    about_subject(words, &what, &subject)
}

/// What was done, with whom or what it was about.
pub fn about_subject(words: &Words, what: &str, subject: &str) -> String {
    if subject.is_empty() {
        what.to_owned()
    } else {
        words.with("history-about", &[("what", what.into()), ("subject", subject.into())])
    }
}

/// «Отмени: …», with what the next undo takes back.
#[must_use]
pub fn undo_words(words: &Words, frame: &FrameAnswer) -> String {
    named(words, frame.undo.as_ref(), "undo", "undo-what")
}

/// «Върни: …», with what the next redo does again.
#[must_use]
pub fn redo_words(words: &Words, frame: &FrameAnswer) -> String {
    named(words, frame.redo.as_ref(), "redo", "redo-what")
}

fn named(words: &Words, next: Option<&(CommandName, String)>, plain: &str, with: &str) -> String {
    let Some((name, subject)) = next else { return words.get(plain) };
    words.with(with, &[("what", done_words(words, *name, subject).into())])
}

/// What a command was about, as it is said: a period is kept as scripts write it and said in words.
fn spoken_subject(words: &Words, name: CommandName, subject: &str) -> String {
    match (name, FigurePeriod::parse(subject)) {
        (CommandName::TakeSnapshot | CommandName::DeleteSnapshot, Some(period)) => {
            Formats::new(words.clone()).figure_period_name(period)
        }
        _ => subject.to_owned(),
    }
}

const fn key(name: CommandName) -> &'static str {
    match name {
        CommandName::Begin => "history-begin",
        CommandName::ChangeSettings => "history-change-settings",
        CommandName::ImportWorkspace => "history-import-workspace",
        CommandName::AddPeople => "history-add-people",
        CommandName::EditPerson => "history-edit-person",
        CommandName::EditPeople => "history-edit-people",
        CommandName::JoinPeople => "history-join-people",
        CommandName::TellApart => "history-tell-apart",
        CommandName::ReachStage => "history-reach-stage",
        CommandName::SetCadence => "history-set-cadence",
        CommandName::Snooze => "history-snooze",
        CommandName::AddLine => "history-add-line",
        CommandName::Register => "history-register",
        CommandName::Unregister => "history-unregister",
        CommandName::MoveUnder => "history-move-under",
        CommandName::DeletePeople => "history-delete-people",
        CommandName::AddEntry => "history-add-entry",
        CommandName::EditEntry => "history-edit-entry",
        CommandName::AddEntryAndPeople => "history-add-entry-and-people",
        CommandName::EditEntryAndPeople => "history-edit-entry-and-people",
        CommandName::SetState => "history-set-state",
        CommandName::MoveEntry => "history-move-entry",
        CommandName::EditSeries => "history-edit-series",
        CommandName::MoveSeries => "history-move-series",
        CommandName::CopyEntry => "history-copy-entry",
        CommandName::DeleteEntries => "history-delete-entries",
        CommandName::RecordOutcome => "history-record-outcome",
        CommandName::SortNote => "history-sort-note",
        CommandName::HoldEvening => "history-hold-evening",
        CommandName::LookBack => "history-look-back",
        CommandName::AddOrder => "history-add-order",
        CommandName::AddOrderAndCalls => "history-add-order-and-calls",
        CommandName::EditOrder => "history-edit-order",
        CommandName::DeleteOrder => "history-delete-order",
        CommandName::AddReading => "history-add-reading",
        CommandName::DeleteReading => "history-delete-reading",
        CommandName::SetGoal => "history-set-goal",
        CommandName::DeleteGoal => "history-delete-goal",
        CommandName::PlanCount | CommandName::SpreadPlan | CommandName::PlanDays => "history-plan",
        CommandName::PlanWords => "history-plan-words",
        CommandName::SetUpPlan => "history-set-up-plan",
        CommandName::TellPlan => "history-tell-plan",
        CommandName::CorrectDone => "history-correct-done",
        CommandName::DecidePlan => "history-decide-plan",
        CommandName::HoldWeek | CommandName::CloseWeek => "history-hold-week",
        CommandName::AddCorrection => "history-add-correction",
        CommandName::ChangeCorrection => "history-change-correction",
        CommandName::RemoveCorrection => "history-remove-correction",
        CommandName::StartInterview => "history-start-interview",
        CommandName::SaveInterview => "history-save-interview",
        CommandName::DeleteInterview => "history-delete-interview",
        CommandName::FinishFirstTalk => "history-finish-first-talk",
        CommandName::TakeSnapshot => "history-take-snapshot",
        CommandName::DeleteSnapshot => "history-delete-snapshot",
        CommandName::ImportContacts => "history-import-contacts",
        CommandName::ImportCalendar => "history-import-calendar",
        CommandName::ImportReport => "history-import-report",
        CommandName::Attend => "history-attend",
        CommandName::ImportAttendance => "history-import-attendance",
        CommandName::Learn => "history-learn",
        CommandName::ChangePath => "history-change-path",
        CommandName::ChangeMethod => "history-change-method",
        CommandName::LogContact => "history-log-contact",
        CommandName::Greet => "history-greet",
    }
}

/// A line of the window: a day, or what was done on it.
enum Line<'a> {
    Day(NaiveDate),
    Done(&'a HistoryRow),
}

/// The days, each before what was done on it; the newest first.
fn by_day(rows: &[HistoryRow]) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(rows.len());
    let mut day = None;
    for row in rows {
        let on = row.at.date();
        if day.replace(on) != Some(on) {
            lines.push(Line::Day(on));
        }
        lines.push(Line::Done(row));
    }
    lines
}

/// The window of the history; tells whether it should close.
pub fn history_window(ui: &Ui, scene: &mut Scene<'_>) -> bool {
    let rows = scene.ask(&HistoryQuestion).unwrap_or_else(|| Arc::new(Vec::new()));
    let lines = by_day(&rows);
    let title = scene.words.get("command-history");
    let close = scene.words.get("close");
    let tall = ui.ctx().content_rect().height() * HEIGHT;
    modal(ui.ctx(), "history", &title, &close, 600.0, |ui| {
        if rows.is_empty() {
            soft(ui, &scene.words.get("history-empty"));
        }
        // The panel is as high as its contents; without a least height it would stay as low as it was before they came.
        let area = egui::ScrollArea::vertical().max_height(tall).min_scrolled_height(tall);
        area.auto_shrink([false, true]).show_rows(ui, height::TABLE_ROW, lines.len(), |ui, shown| {
            ui.set_width(ui.available_width() - space::M);
            for line in lines.get(shown).into_iter().flatten() {
                match line {
                    Line::Day(day) => day_line(ui, scene, *day),
                    Line::Done(done) => history_row(ui, scene, done),
                }
            }
        });
    })
    .closed
}

fn day_line(ui: &mut Ui, scene: &Scene<'_>, day: NaiveDate) {
    let soft = Tokens::of(ui).soft;
    let words = scene.formats.date_near(day, scene.today);
    split(ui, height::TABLE_ROW, |ui| text(ui, &words, TextSize::SoftMedium, soft), |_| ());
}

fn history_row(ui: &mut Ui, scene: &mut Scene<'_>, done: &HistoryRow) {
    let tokens = Tokens::of(ui);
    let holds = done.state == HistoryState::Done;
    let what = done_words(scene.words, done.name, &done.subject);
    let when = scene.formats.time(done.at.time());
    let undo = scene.words.get("undo");
    split(
        ui,
        height::TABLE_ROW,
        |ui| {
            text(ui, &when, TextSize::SoftTabular, tokens.soft);
            text_cut(ui, &what, TextSize::Body, if holds { tokens.ink } else { tokens.soft });
        },
        |ui| {
            if !holds {
                text(ui, &scene.words.get("history-taken-back"), TextSize::Soft, tokens.soft);
            } else if ui.add(Button::quiet_icon(icons::UNDO, &undo).small()).clicked() {
                scene.act(Action::UndoOne(done.sequence));
            }
        },
    );
}
