//! What the diary knows of a person: what is planned, and everything that happened, newest first.

use egui::{Color32, Ui};
use sponsor_core::learning::step_title;
use sponsor_core::model::{EntryKind, EntryState, Priority};
use sponsor_core::query::{Item, PersonView, TimelineKind, TimelineLine};

use crate::app::{Place, Scene, state_icon};
use crate::icons;
use crate::pages::list::say;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, PriorityLook, heading, icon, soft, split, text, timeline_item};
use crate::words::Words;

/// How much of what is planned is shown.
const UPCOMING: usize = 4;
/// How much of what happened is shown before «още».
const SHOWN: usize = 40;

/// What is planned with the person, soonest first.
pub(super) fn upcoming(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    if view.upcoming.is_empty() {
        return;
    }
    heading(ui, &scene.words.get("agenda"));
    ui.spacing_mut().item_spacing.y = space::XS;
    for item in view.upcoming.iter().take(UPCOMING) {
        let when = when_words(scene, item);
        let tokens = Tokens::of(ui);
        let (pressed, _) = split(
            ui,
            22.0,
            |ui| {
                icon(ui, state_icon(item.kind, item.state), IconSize::Regular, colour(&tokens, item));
                ui.add(Button::link(&item.title).small().colour(tokens.ink)).clicked()
            },
            |ui| text(ui, &when, TextSize::SoftTabular, tokens.soft),
        );
        if pressed {
            scene.go(Place::Entry { id: item.id, instance: item.instance, day: item.when.first_day() });
        }
    }
    ui.spacing_mut().item_spacing.y = space::M;
}

fn when_words(scene: &Scene<'_>, item: &Item) -> String {
    let Some(day) = item.when.first_day() else { return String::new() };
    let day = say::day_next(scene.formats, day, scene.today);
    match item.when.time() {
        Some(time) => format!("{day} {}", scene.formats.time(time)),
        None => day,
    }
}

/// Everything that happened, newest first.
pub(super) fn timeline(ui: &mut Ui, scene: &Scene<'_>, view: &PersonView) {
    let words = scene.words;
    let count = words.with("list-timeline-count", &[("count", view.timeline.len().into())]);
    split(ui, 22.0, |ui| heading(ui, &words.get("list-timeline")), |ui| soft(ui, &count));
    if view.timeline.is_empty() {
        soft(ui, &words.get("list-timeline-empty"));
    }
    ui.spacing_mut().item_spacing.y = space::XS;
    let shown = view.timeline.len().min(SHOWN);
    for (index, line) in view.timeline.iter().take(SHOWN).enumerate() {
        let (sign, colour, said) = shown_as(ui, scene, line);
        timeline_item(ui, sign, colour, &moment(scene, line), &said, index + 1 == shown);
    }
    if view.timeline.len() > SHOWN {
        let rest = view.timeline.len() - SHOWN;
        soft(ui, &words.with("list-timeline-more", &[("count", rest.into())]));
    }
}

fn moment(scene: &Scene<'_>, line: &TimelineLine) -> String {
    let Some(day) = line.on else { return String::new() };
    let day = say::day_past(scene.formats, day, scene.today);
    match line.at {
        Some(time) => format!("{day} {}", scene.formats.time(time)),
        None => day,
    }
}

/// The colour of an entry's icon: its priority, and quiet for those that have none.
fn colour(tokens: &Tokens, item: &Item) -> Color32 {
    match item.priority {
        Priority::Urgent => PriorityLook::Urgent.bar(tokens),
        Priority::Important => PriorityLook::Important.bar(tokens),
        Priority::Necessary => PriorityLook::Necessary.bar(tokens),
        Priority::Other => tokens.soft,
    }
}

/// Icon, colour and words of a line.
fn shown_as(ui: &Ui, scene: &Scene<'_>, line: &TimelineLine) -> (char, Color32, String) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    match &line.kind {
        TimelineKind::Entry(item) => {
            (state_icon(item.kind, item.state), colour(&tokens, item), entry_words(scene, item))
        }
        TimelineKind::Stage(stage) => (say::look(*stage, None).icon(), tokens.accent, say::stage(words, *stage)),
        TimelineKind::Came => (icons::ADD_PERSON, tokens.soft, words.get("timeline-came")),
        TimelineKind::Registered => (icons::STAGE_PARTNER, tokens.accent, words.get("stage-registered")),
        TimelineKind::Result(result) => (icons::RANK, tokens.accent, result.clone()),
        TimelineKind::Goal(goal) => {
            let agreed = words.with("list-goal-agreed", &[("goal", goal.what.as_str().into())]);
            (icons::GOAL, tokens.accent, agreed)
        }
        TimelineKind::Changed(fields) => (icons::EDIT, tokens.soft, changed_words(words, fields)),
        TimelineKind::Order(order) => {
            let points = scene.formats.decimal(order.points.amount());
            (icons::ORDER, tokens.accent, words.with("list-order", &[("points", points.into())]))
        }
        TimelineKind::Learnt(step) => {
            let title = step_title(&scene.frame.settings, step, words.language()).unwrap_or_default();
            (icons::TRAINING, tokens.accent, words.with("timeline-learnt", &[("step", title.into())]))
        }
        TimelineKind::Need(text) => (icons::INFO, tokens.accent, format!("{}: {text}", words.get("list-need"))),
        TimelineKind::GoingOn(text) => (icons::SPEECH, tokens.accent, text.clone()),
    }
}

/// «Променено: град, телефон».
fn changed_words(words: &Words, fields: &[String]) -> String {
    let named = fields.iter().map(|field| format!("timeline-field-{}", field.replace('_', "-")));
    let known: Vec<String> = named.filter(|key| words.has(key)).map(|key| words.get(&key)).collect();
    if known.is_empty() {
        return words.get("timeline-changed");
    }
    words.with("timeline-changed-fields", &[("fields", known.join(", ").into())])
}

/// The title, what was talked about and what was agreed; that it was dropped.
fn entry_words(scene: &Scene<'_>, item: &Item) -> String {
    let mut parts = vec![item.title.clone()];
    if let Some(outcome) = &item.outcome {
        let told = [&outcome.talked_about, &outcome.information, &outcome.promise, &outcome.important];
        parts.extend(told.into_iter().filter(|text| !text.trim().is_empty()).cloned());
    }
    if !item.note.trim().is_empty() && item.kind != EntryKind::Note {
        parts.push(item.note.clone());
    }
    if item.state == EntryState::Dropped {
        parts.push(scene.words.get("state-dropped"));
    }
    parts.join("\n")
}
