//! What was done, in words; and the window that lists it.

use std::sync::Arc;

use egui::Ui;
use sponsor_core::Now;
use sponsor_core::command::CommandName;
use sponsor_core::model::{FigurePeriod, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::{HistoryRow, HistoryState, StoreError};

use super::action::Action;
use super::ask::Question;
use super::scene::Scene;
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, height};
use crate::widgets::{Button, modal, row, soft, split, text, text_cut};
use crate::words::Words;

/// How many commands the window lists.
const LISTED: usize = 200;

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
    if subject.is_empty() {
        what
    } else {
        words.with("history-about", &[("what", what.into()), ("subject", subject.into())])
    }
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
        CommandName::ReachStage => "history-reach-stage",
        CommandName::SetCadence => "history-set-cadence",
        CommandName::Snooze => "history-snooze",
        CommandName::AddLine => "history-add-line",
        CommandName::Register => "history-register",
        CommandName::Unregister => "history-unregister",
        CommandName::DeletePeople => "history-delete-people",
        CommandName::AddEntry => "history-add-entry",
        CommandName::EditEntry => "history-edit-entry",
        CommandName::AddEntryAndPeople => "history-add-entry-and-people",
        CommandName::EditEntryAndPeople => "history-edit-entry-and-people",
        CommandName::SetState => "history-set-state",
        CommandName::MoveEntry => "history-move-entry",
        CommandName::DeleteEntries => "history-delete-entries",
        CommandName::RecordOutcome => "history-record-outcome",
        CommandName::SortNote => "history-sort-note",
        CommandName::HoldEvening => "history-hold-evening",
        CommandName::AddOrder => "history-add-order",
        CommandName::EditOrder => "history-edit-order",
        CommandName::DeleteOrder => "history-delete-order",
        CommandName::AddReading => "history-add-reading",
        CommandName::DeleteReading => "history-delete-reading",
        CommandName::SetGoal => "history-set-goal",
        CommandName::DeleteGoal => "history-delete-goal",
        CommandName::PlanCount | CommandName::PlanWords => "history-plan",
        CommandName::StartInterview => "history-start-interview",
        CommandName::SaveInterview => "history-save-interview",
        CommandName::DeleteInterview => "history-delete-interview",
        CommandName::FinishFirstTalk => "history-finish-first-talk",
        CommandName::TakeSnapshot => "history-take-snapshot",
        CommandName::DeleteSnapshot => "history-delete-snapshot",
        CommandName::ImportContacts => "history-import-contacts",
        CommandName::ImportReport => "history-import-report",
    }
}

/// The window of the history; tells whether it should close.
pub fn history_window(ui: &Ui, scene: &mut Scene<'_>) -> bool {
    let rows = scene.ask(&HistoryQuestion).unwrap_or_else(|| Arc::new(Vec::new()));
    let title = scene.words.get("command-history");
    let close = scene.words.get("close");
    modal(ui.ctx(), "history", &title, &close, 560.0, |ui| {
        if rows.is_empty() {
            soft(ui, &scene.words.get("history-empty"));
        }
        egui::ScrollArea::vertical().max_height(420.0).show_rows(ui, height::TABLE_ROW, rows.len(), |ui, shown| {
            for (index, done) in shown.clone().zip(rows.get(shown).into_iter().flatten()) {
                row(ui, index, height::TABLE_ROW, |ui| history_row(ui, scene, done));
            }
        });
    })
    .closed
}

fn history_row(ui: &mut Ui, scene: &mut Scene<'_>, done: &HistoryRow) {
    let tokens = Tokens::of(ui);
    let holds = done.state == HistoryState::Done;
    let what = done_words(scene.words, done.name, &done.subject);
    let when =
        format!("{} {}", scene.formats.date_near(done.at.date(), scene.today), scene.formats.time(done.at.time()));
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
