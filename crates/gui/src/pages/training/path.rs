//! The learning path of one person: what is learnt, with its day, and what comes next.

use std::sync::Arc;

use egui::{Align, CornerRadius, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::command::Command;
use sponsor_core::learning::{Step, learnt_of, next_step, steps};
use sponsor_core::model::Person;

use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space, stroke};
use crate::widgets::{
    Button, Card, avatar, avatar_size, hairline, icon, person_name, progress_segments, soft, split, text,
};

/// The radius of a step, and the height of its words below it.
const RADIUS: f32 = 11.0;
const WORDS: f32 = 48.0;
/// The narrowest a step with its words is.
const STEP: f32 = 60.0;

/// The command that a press on a step gives: learnt today, or not after all.
pub(super) fn turn(scene: &Scene<'_>, person: &Person, step: &str) -> Command {
    let known = person.learnt.iter().any(|one| one.step == step);
    let on = (!known).then(|| scene.now.date());
    Command::Learn { people: vec![person.id], step: step.to_owned(), on }
}

/// What is read aloud for a step of a person.
pub(super) fn told(scene: &Scene<'_>, person: &Person, step: &Step) -> String {
    let learnt = person.learnt.iter().find(|one| one.step == step.key);
    let values = [("name", person.name.full().into()), ("step", step.words.title.as_str().into())];
    let told = scene.words.with("training-step-of", &values);
    match learnt {
        Some(learnt) => {
            let date = scene.formats.date_day_month(learnt.on);
            format!("{told}, {}", scene.words.with("training-learnt-on", &[("date", date.into())]))
        }
        None => told,
    }
}

/// The card of a person's path.
pub(super) fn path_card(ui: &mut Ui, scene: &mut Scene<'_>, person: &Arc<Person>) {
    let path = steps(&scene.frame.settings, scene.words.language());
    let learnt = learnt_of(&path, &person.learnt);
    let name = person.name.full();
    let title = scene.words.with("training-path-of", &[("name", name.as_str().into())]);
    let of = scene.words.with("training-learnt-of", &[("done", learnt.into()), ("total", path.len().into())]);
    let next = next_step(&path, &person.learnt);
    let mut pressed = None;
    Card::new().show(ui, |ui| {
        let ink = Tokens::of(ui).ink;
        split(
            ui,
            avatar_size::SMALL,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                avatar(ui, &name, avatar_size::SMALL, false);
                text(ui, &title, TextSize::Heading, ink);
            },
            |ui| soft(ui, &of),
        );
        let a_row = rows_of(ui.available_width(), path.len(), widest(ui, &path));
        for part in path.chunks(a_row) {
            if let Some(step) = line(ui, scene, person, part, next) {
                pressed = Some(step);
            }
        }
        hairline(ui);
        next_line(ui, scene, next);
    });
    if let Some(step) = pressed {
        let command = turn(scene, person, &step);
        scene.run(command);
    }
}

/// How many steps stand in a row: all of them, or as many rows of the same length as there have to be.
fn rows_of(room: f32, count: usize, least: f32) -> usize {
    let mut rows = 1;
    while rows < count && width_of(room, count.div_ceil(rows)) < least {
        rows += 1;
    }
    count.div_ceil(rows).max(1)
}

/// The width of the longest word of the titles, so that none is cut.
fn widest(ui: &Ui, path: &[Step]) -> f32 {
    let words = path.iter().flat_map(|step| step.words.title.split_whitespace());
    let width = |word: &str| {
        ui.painter().layout_no_wrap(word.to_owned(), TextSize::Pill.font(), Tokens::of(ui).ink).size().x + space::S
    };
    words.map(width).fold(STEP, f32::max)
}

fn width_of(room: f32, count: usize) -> f32 {
    room / f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX))
}

/// What to do next with the person.
fn next_line(ui: &mut Ui, scene: &Scene<'_>, next: Option<&Step>) {
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let Some(step) = next else {
            icon(ui, icons::DONE_CIRCLE, IconSize::Regular, tokens.accent);
            soft(ui, &scene.words.get("training-all-learnt"));
            return;
        };
        icon(ui, icons::STEPS, IconSize::Regular, tokens.soft);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let title = scene.words.with("training-next-is", &[("step", step.words.title.as_str().into())]);
            text(ui, &title, TextSize::Strong, tokens.ink);
            for words in [&step.words.next, &step.words.learned_when] {
                if !words.is_empty() {
                    soft(ui, words);
                }
            }
        });
    });
}

/// A row of steps with their words below; gives the step that was pressed.
fn line(ui: &mut Ui, scene: &Scene<'_>, person: &Person, path: &[Step], next: Option<&Step>) -> Option<String> {
    let tokens = Tokens::of(ui);
    let (whole, row) =
        ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * RADIUS + space::XS + WORDS), Sense::hover());
    let apart = width_of(whole.width(), path.len());
    let middle = whole.top() + RADIUS + 1.0;
    let mut pressed = None;
    let mut x = whole.left() + apart / 2.0;
    for (at, step) in path.iter().enumerate() {
        let known = person.learnt.iter().any(|one| one.step == step.key);
        let is_next = next.is_some_and(|next| next.key == step.key);
        if at + 1 < path.len() {
            let colour = if known { tokens.accent } else { tokens.line };
            ui.painter().hline(x + RADIUS..=x + apart - RADIUS, middle, Stroke::new(stroke::FOCUS, colour));
        }
        let circle = Rect::from_center_size(pos2(x, middle), vec2(2.0 * RADIUS, 2.0 * RADIUS));
        let place = Rect::from_min_max(pos2(x - apart / 2.0, whole.top()), pos2(x + apart / 2.0, whole.bottom()));
        let response = ui.interact(place, row.id.with(&step.key), Sense::click());
        let told = told(scene, person, step);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), known, &told));
        paint_step(ui, circle, known, is_next, response.hovered());
        paint_words(ui, place, middle + RADIUS + space::XS, &step.words.title, is_next, known);
        if response.has_focus() {
            let ring = Stroke::new(stroke::FOCUS, tokens.accent);
            ui.painter().rect_stroke(circle.expand(3.0), CornerRadius::same(14), ring, StrokeKind::Inside);
        }
        if response.on_hover_text(&step.words.learned_when).clicked() {
            pressed = Some(step.key.clone());
        }
        x += apart;
    }
    pressed
}

fn paint_step(ui: &Ui, place: Rect, known: bool, next: bool, hovered: bool) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let sign = |sign: char, colour| {
        let font = FontId::new(TextSize::Soft.size(), IconSize::Small.font().family);
        let galley = painter.layout_no_wrap(sign.to_string(), font, colour);
        painter.galley(place.center() - galley.size() / 2.0, galley, colour);
    };
    if known {
        painter.circle_filled(place.center(), RADIUS, tokens.accent);
        sign(icons::DONE, tokens.on_accent);
    } else if next {
        painter.circle(place.center(), RADIUS - 1.0, tokens.card, Stroke::new(stroke::FOCUS, tokens.accent));
        sign(icons::ARROW_RIGHT, tokens.accent);
    } else {
        let edge = if hovered { tokens.soft } else { tokens.other };
        painter.circle(place.center(), RADIUS - 1.0, tokens.card, Stroke::new(1.25, edge));
    }
}

fn paint_words(ui: &Ui, place: Rect, top: f32, words: &str, next: bool, known: bool) {
    let tokens = Tokens::of(ui);
    let colour = if next {
        tokens.accent
    } else if known {
        tokens.ink
    } else {
        tokens.soft
    };
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), TextSize::Pill.font(), colour, place.width() - 4.0);
    job.halign = Align::Center;
    job.wrap.max_rows = 3;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(place.center().x, top), galley, colour);
}

/// The lines of a person's pane: how much is learnt, and the next step; the heading leads to the page.
pub(crate) fn learnt_lines(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let path = steps(&scene.frame.settings, scene.words.language());
    let done = learnt_of(&path, &person.learnt);
    let (title, open) = (scene.words.get("page-training"), scene.words.get("open"));
    let name = format!("{open}: {title}");
    let of = scene.words.with("training-learnt-of", &[("done", done.into()), ("total", path.len().into())]);
    let tokens = Tokens::of(ui);
    let opened = split(
        ui,
        height::BUTTON_SMALL,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, icons::TRAINING, IconSize::Regular, tokens.soft);
            text(ui, &title, TextSize::Strong, tokens.ink);
        },
        |ui| ui.add(Button::link(&open).name(&name).small()).clicked(),
    )
    .1;
    progress_segments(ui, done, path.len(), ui.available_width(), &of);
    match next_step(&path, &person.learnt) {
        Some(step) => {
            soft(ui, &of);
            let next = scene.words.with("training-next-is", &[("step", step.words.title.as_str().into())]);
            text(ui, &next, TextSize::Body, tokens.ink);
        }
        None => {
            soft(ui, &scene.words.get("training-all-learnt"));
        }
    }
    if opened {
        scene.go(Place::Learning(Some(person.id)));
    }
}

/// The name of a person beside their avatar, for a row of the matrix.
pub(super) fn name_cell(ui: &mut Ui, person: &Person) {
    let name = person.name.full();
    let ink = Tokens::of(ui).ink;
    avatar(ui, &name, avatar_size::SMALL, false);
    person_name(ui, &name, TextSize::Medium, ink);
}
