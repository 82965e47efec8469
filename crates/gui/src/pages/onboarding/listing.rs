//! The talks that were begun, the finished first ones, and what stands here before there is any.

use egui::{Frame, ScrollArea, Ui};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{Interview, InterviewId, InterviewState, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use crate::app::{Question, Scene};
use crate::icons;
use crate::pages::search::search;
use crate::theme::{height, space, width};
use crate::widgets::{
    Button, Card, avatar, avatar_size, empty_state, page_header, page_margin, progress_segments, row, split, two_lines,
};

/// Asks for all interviews, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct InterviewsQuestion;

impl Question for InterviewsQuestion {
    type Answer = Vec<Interview>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Interview];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let mut all: Vec<Interview> = view.all()?;
        all.sort_by_key(|interview| std::cmp::Reverse((interview.updated, interview.id)));
        Ok(all)
    }
}

/// What was asked for on the list of talks.
#[derive(Clone, Copy, Debug)]
pub enum ListingAnswer {
    /// A new person is welcomed.
    Meet,
    /// A talk goes on.
    Open(InterviewId),
}

/// Shows the talks; what was asked for, if anything.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) -> Option<ListingAnswer> {
    let interviews = scene.ask(&InterviewsQuestion)?;
    let mut answer = None;
    Frame::new().inner_margin(page_margin()).show(ui, |ui| {
        let (title, meet) = (scene.words.get("page-onboarding"), scene.words.get("meet-new-person"));
        page_header(
            ui,
            &title,
            "",
            |_, _| (),
            |ui, fold| {
                let button = Button::primary(&meet).icon(icons::ONBOARDING).folded(fold.main());
                if !interviews.is_empty() && ui.add(button).clicked() {
                    answer = Some(ListingAnswer::Meet);
                }
                search(ui, scene, fold);
            },
        );
        if interviews.is_empty() {
            let (title, text) = (scene.words.get("onboarding-empty-title"), scene.words.get("onboarding-empty-text"));
            ui.add_space(ui.available_height() / 6.0);
            empty_state(ui, icons::ONBOARDING, &title, &text, |ui| {
                if ui.add(Button::primary(&meet).icon(icons::ONBOARDING)).clicked() {
                    answer = Some(ListingAnswer::Meet);
                }
            });
            return;
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(width::READING + 2.0 * space::XL));
            ui.spacing_mut().item_spacing.y = space::L;
            for (name, open) in [("onboarding-open", true), ("onboarding-first-done", false)] {
                let fits = |one: &&Interview| (one.state == InterviewState::Open) == open;
                let shown: Vec<&Interview> = interviews.iter().filter(fits).collect();
                if !shown.is_empty() {
                    answer = answer.or(group(ui, scene, name, &shown));
                }
            }
        });
    });
    answer
}

fn group(ui: &mut Ui, scene: &mut Scene<'_>, name: &str, shown: &[&Interview]) -> Option<ListingAnswer> {
    let (title, count) = (scene.words.get(name), scene.formats.count(shown.len()));
    let mut answer = None;
    Card::new().title(&title).note(&count).show(ui, |ui| {
        for (index, interview) in shown.iter().enumerate() {
            ui.push_id(interview.id, |ui| {
                row(ui, index, height::AGENDA_ROW_TALL, |ui| {
                    answer = answer.or(talk_row(ui, scene, interview));
                });
            });
        }
    });
    answer
}

fn talk_row(ui: &mut Ui, scene: &mut Scene<'_>, interview: &Interview) -> Option<ListingAnswer> {
    let open = interview.state == InterviewState::Open;
    let at = interview.steps.iter().position(|step| step.key == interview.step).unwrap_or(0);
    let below = if open { how_far(scene, interview, at) } else { next_meeting(scene, interview) };
    let started = scene.formats.date_near(interview.started.date(), scene.today);
    let started = scene.words.with("onboarding-started", &[("date", started.into())]);
    let below = if open { format!("{below} · {started}") } else { below };
    let delete = scene.words.with("onboarding-delete", &[("name", interview.guest_name.as_str().into())]);
    let go = scene.words.get(if open { "onboarding-continue" } else { "onboarding-sheet" });
    let spoken = format!("{go}: {}", interview.guest_name);
    let done = [("done", at.into()), ("total", interview.steps.len().into())];
    let done = scene.words.with("count-of-total", &done);
    let mut answer = None;
    split(
        ui,
        height::AGENDA_ROW_TALL,
        |ui| {
            avatar(ui, &interview.guest_name, avatar_size::MEDIUM, false);
            two_lines(ui, &interview.guest_name, &below);
        },
        |ui| {
            let button = if open { Button::accent(&go) } else { Button::plain(&go).icon(icons::REPORT) };
            if ui.add(button.name(&spoken)).clicked() {
                answer = Some(ListingAnswer::Open(interview.id));
            }
            if open && ui.add(Button::quiet_icon(icons::DELETE, &delete)).clicked() {
                scene.run(Command::DeleteInterview(interview.id));
            }
            if open {
                progress_segments(ui, at, interview.steps.len(), 132.0, &done);
            }
        },
    );
    answer
}

fn how_far(scene: &Scene<'_>, interview: &Interview, at: usize) -> String {
    let title = interview.steps.get(at).map(|step| step.title.clone()).unwrap_or_default();
    let values = [("number", (at + 1).into()), ("total", interview.steps.len().into()), ("title", title.into())];
    scene.words.with("onboarding-step", &values)
}

fn next_meeting(scene: &Scene<'_>, interview: &Interview) -> String {
    let Some(meeting) = &interview.next_meeting else { return scene.words.get("onboarding-no-meeting") };
    let date = scene.formats.date_near(meeting.at.date(), scene.today);
    let time = scene.formats.time(meeting.at.time());
    scene.words.with("onboarding-next-meeting", &[("date", date.into()), ("time", time.into())])
}
