//! The header: which day is looked at, with the days before and after it, and the ways out.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Popup, Ui};
use sponsor_core::model::ReviewState;

use super::line::EveningLineForm;
use super::place::PlaceForm;
use super::question::later;
use super::tomorrow::end;
use crate::app::{FormKey, FormKind, Page, Place, Scene};
use crate::icons;
use crate::pages::search::search;
use crate::theme::space;
use crate::widgets::{Button, Field, date_field, page_header, popover};

/// Shows the header; another day begins its review anew.
pub fn header(ui: &mut Ui, scene: &mut Scene<'_>, place: &mut PlaceForm) {
    let on = place.day.unwrap_or(scene.today);
    let title = scene.words.get("evening-review");
    let day = scene.formats.date_weekday_long(on);
    let subtitle =
        if place.day.is_some() { day } else { format!("{day} · {}", scene.formats.time(scene.now.local.time())) };
    let (stop, rest, tip) =
        (scene.words.get("evening-stop"), scene.words.get("evening-rest"), scene.words.get("evening-rest-tip"));
    let mut wanted = None;
    page_header(
        ui,
        &title,
        &subtitle,
        |_, _| {},
        |ui, fold| {
            if ui.add(Button::quiet(&stop).keys("Esc")).clicked() {
                leave(scene);
            }
            search(ui, scene, fold);
            if ui.add(Button::plain(&rest).icon(icons::PAUSED).folded(fold.actions())).on_hover_text(&tip).clicked() {
                end(scene, on, ReviewState::Rest);
            }
            wanted = days(ui, scene, on);
        },
    );
    if let Some(day) = wanted.filter(|day| *day != on) {
        let day = (day < scene.today).then_some(day);
        *place = PlaceForm { day, left_on: place.left_on, begun: place.begun, ..PlaceForm::default() };
    }
}

/// The day before, another day, the day after; the one that was chosen. The rightmost comes first.
fn days(ui: &mut Ui, scene: &mut Scene<'_>, on: NaiveDate) -> Option<NaiveDate> {
    let words = scene.words;
    let [before, other, after] =
        ["evening-day-before", "evening-day-other", "evening-day-after"].map(|key| words.get(key));
    ui.spacing_mut().item_spacing.x = space::XS;
    let onward = ui.add_enabled(on < scene.today, Button::quiet_icon(icons::RIGHT, &after)).clicked();
    let button = ui.add(Button::plain(&other).trailing(icons::DOWN));
    let typed = popover(&button, 260.0, |ui| day_field(ui, scene));
    let back = ui.add(Button::quiet_icon(icons::LEFT, &before)).clicked();
    let beside = if back { on.pred_opt() } else { onward.then(|| later(on, 1)) };
    typed.and_then(|typed| typed.inner).or(beside)
}

fn day_field(ui: &mut Ui, scene: &mut Scene<'_>) -> Option<NaiveDate> {
    ui.spacing_mut().item_spacing.y = space::S;
    let (words, today) = (scene.words, scene.today);
    let key = FormKey::about(FormKind::EveningLine, "day");
    let (label, hint, show) = (words.get("evening-day-field"), words.get("yesterday"), words.get("open"));
    let form = scene.form(&key, EveningLineForm::default);
    let typed = date_field(ui, words, Field::new(&label, &mut form.text).hint(&hint), today);
    let past = typed.value.filter(|day| *day <= today);
    let pressed = ui.add_enabled(past.is_some(), Button::primary(&show)).clicked();
    let day = past.filter(|_| pressed || typed.field.committed);
    if day.is_some() {
        form.text.clear();
        ui.close();
    }
    day
}

/// Escape leaves, unless it belongs to something that floats above the page.
pub fn escape_pressed(ui: &Ui) -> bool {
    let floats = Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some());
    !floats && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Leaves the review; where one is in it is kept.
pub fn leave(scene: &mut Scene<'_>) {
    scene.go(Place::Page(Page::Today));
}
