//! A line of the chronicle: when, what, with whom, and everything that was told of it, in full.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, CornerRadius, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::{EntryState, Priority};
use sponsor_core::query::{ChronicleLine, PersonName};
use std::sync::Arc;

use crate::app::Scene;
use crate::icons;
use crate::pages::diary::looks::{day_and_hours, entry_icon, hours, mode_word, priority_look, spoken, state_word};
use crate::pages::diary::week::{Chosen, WeekWish};
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};

/// How wide the hours are.
const TIME: f32 = 92.0;
/// How wide the sign is.
const SIGN: f32 = 30.0;
/// Above and below a line.
const PADDING: f32 = 8.0;

/// Shows a line in full; gives what was asked there.
pub(super) fn line(ui: &mut Ui, scene: &Scene<'_>, told: &ChronicleLine, chosen: Option<Chosen>) -> Option<WeekWish> {
    let item = &told.item;
    let entry = (item.id, item.instance);
    let tokens = Tokens::of(ui);
    let room = ui.available_width() - TIME - SIGN;
    let galleys: Vec<Arc<Galley>> =
        jobs(scene, &tokens, told, room).into_iter().map(|job| ui.painter().layout_job(job)).collect();
    let tall = galleys.iter().map(|galley| galley.size().y).sum::<f32>() + 2.0 * PADDING;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("told", entry)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said(scene, told)));
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    if ui.is_rect_visible(rect) {
        let ground = rect.expand2(vec2(space::S, -1.0));
        let corner = CornerRadius::same(radius::BUTTON);
        let is_chosen = chosen == Some(entry);
        if is_chosen || response.hovered() {
            let fill = if is_chosen { tokens.accent_soft } else { tokens.hovered(tokens.card) };
            ui.painter().rect_filled(ground, corner, fill);
        }
        if response.has_focus() {
            let edge = Stroke::new(stroke::FOCUS, tokens.accent);
            ui.painter().rect_stroke(ground, corner, edge, StrokeKind::Inside);
        }
        paint(ui, scene, rect, told, galleys);
    }
    response.clicked().then_some(WeekWish::Open(entry))
}

fn paint(ui: &Ui, scene: &Scene<'_>, rect: Rect, told: &ChronicleLine, galleys: Vec<Arc<Galley>>) {
    let (tokens, item) = (Tokens::of(ui), &told.item);
    let first = rect.top() + PADDING + TextSize::Strong.line_height() / 2.0;
    let time = if item.is_note_of_day() { String::new() } else { hours(scene.formats, scene.words, &item.when) };
    let font = TextSize::SoftTabular.font();
    ui.painter().text(pos2(rect.left(), first), Align2::LEFT_CENTER, time, font, tokens.soft);
    let sign =
        if item.is_note_of_day() { icons::EDIT } else { entry_icon(item.kind, item.state, item.action.as_ref()) };
    let at = pos2(rect.left() + TIME, first);
    ui.painter().text(at, Align2::LEFT_CENTER, sign, IconSize::Regular.font(), tokens.soft);
    let mut top = rect.top() + PADDING;
    for galley in galleys {
        let tall = galley.size().y;
        ui.painter().galley(pos2(rect.left() + TIME + SIGN, top), galley, tokens.ink);
        top += tall;
    }
}

/// The texts of a line under each other, each broken where it has to be.
fn jobs(scene: &Scene<'_>, tokens: &Tokens, told: &ChronicleLine, room: f32) -> Vec<LayoutJob> {
    let item = &told.item;
    let format = |size: TextSize, color| TextFormat {
        font_id: size.font(),
        color,
        line_height: Some(size.line_height()),
        ..TextFormat::default()
    };
    let job = || {
        let mut job = LayoutJob::default();
        job.wrap.max_width = room;
        job
    };
    let mut title = job();
    if item.is_note_of_day() {
        title.append(&item.title, 0.0, format(TextSize::Body, tokens.ink));
    } else {
        let ink = if item.state == EntryState::Dropped { tokens.soft } else { tokens.ink };
        title.append(&item.title, 0.0, format(TextSize::Strong, ink));
    }
    for (word, colour) in beside(scene, tokens, told) {
        title.append(&word, space::S, format(TextSize::Soft, colour));
    }
    let mut all = vec![title];
    let second = second(scene, told);
    if !second.is_empty() {
        let mut line = job();
        line.append(&second, 0.0, format(TextSize::Soft, tokens.soft));
        all.push(line);
    }
    for (label, words) in outcome(scene, told) {
        let mut line = job();
        line.append(&format!("{label}: "), 0.0, format(TextSize::Body, tokens.soft));
        line.append(&words, 0.0, format(TextSize::Body, tokens.ink));
        all.push(line);
    }
    if !item.note.trim().is_empty() {
        let mut line = job();
        line.append(item.note.trim(), 0.0, format(TextSize::Body, tokens.ink));
        all.push(line);
    }
    all
}

/// What stands beside a title: how pressing it was, and what became of it where that is not "done".
fn beside(scene: &Scene<'_>, tokens: &Tokens, told: &ChronicleLine) -> Vec<(String, egui::Color32)> {
    let item = &told.item;
    let mut words = Vec::new();
    if matches!(item.priority, Priority::Urgent | Priority::Important) {
        let look = priority_look(item.priority);
        words.push((look.word(scene.words), look.bar(tokens)));
    }
    if item.state != EntryState::Done && !item.is_note_of_day() {
        words.push((state_word(scene.words, item), tokens.soft));
    }
    words
}

/// With whom, where, how.
fn second(scene: &Scene<'_>, told: &ChronicleLine) -> String {
    let item = &told.item;
    let people = item.people.iter().map(|one| one.full.as_str()).filter(|name| !item.title.contains(name));
    let people = people.collect::<Vec<_>>().join(", ");
    let mode = item.mode.map(|mode| mode_word(scene.words, mode)).unwrap_or_default();
    let parts = [people, item.place.clone(), mode];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What was told of it, in the order in which it is asked: the question and the answer.
fn outcome(scene: &Scene<'_>, told: &ChronicleLine) -> Vec<(String, String)> {
    let Some(outcome) = &told.item.outcome else { return Vec::new() };
    let names = |people: &[PersonName]| people.iter().map(|one| one.full.as_str()).collect::<Vec<_>>().join(", ");
    let call = told.call.as_ref().map(|call| day_and_hours(scene.formats, scene.words, &call.when));
    let lines = [
        ("diary-met", names(&told.met)),
        ("diary-talked-about", outcome.talked_about.clone()),
        ("diary-call-when", call.unwrap_or_default()),
        ("diary-information", outcome.information.clone()),
        ("diary-promise", outcome.promise.clone()),
        ("diary-new-contacts", names(&told.new_contacts)),
        ("diary-what-matters", outcome.important.clone()),
    ];
    let told = lines.into_iter().filter(|(_, words)| !words.trim().is_empty());
    told.map(|(key, words)| (scene.words.get(key), words)).collect()
}

/// The whole line as it is read aloud.
fn said(scene: &Scene<'_>, told: &ChronicleLine) -> String {
    let lines = outcome(scene, told).into_iter().map(|(label, words)| format!("{label}: {words}"));
    let note = Some(told.item.note.trim().to_owned()).filter(|note| !note.is_empty());
    sentences([spoken(scene, &told.item)].into_iter().chain(lines).chain(note))
}

/// Parts one after another, each with its own end or a full stop: never two.
fn sentences(parts: impl Iterator<Item = String>) -> String {
    parts.fold(String::new(), |said, part| {
        let between = match said.chars().last() {
            None => "",
            Some('.' | '…' | '!' | '?') => " ",
            Some(_) => ". ",
        };
        said + between + &part
    })
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_part_that_has_its_end_gets_no_second_full_stop() {
        let parts = ["обаждане, Мария И.", "За какво говорихме: цената", "Пита пак."].map(str::to_owned);
        assert_eq!(sentences(parts.into_iter()), "обаждане, Мария И. За какво говорихме: цената. Пита пак.");
    }
}
