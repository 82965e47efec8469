//! Promises that are open, and the two dated lines about a registered user.

use egui::{CornerRadius, Frame, Margin, Ui};
use sponsor_core::command::{Command, Line};
use sponsor_core::model::{DatedLine, EntryState, Gender, TaskNature};
use sponsor_core::query::{Item, PersonView};

use super::{LineForm, line_key};
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space};
use crate::widgets::{Button, Field, dated_line, icon, text};

/// A box for each promise that is open.
pub(super) fn promises(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    for promise in &view.promises {
        ui.push_id(promise.id, |ui| show_promise(ui, scene, promise));
    }
}

fn show_promise(ui: &mut Ui, scene: &mut Scene<'_>, promise: &Item) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let whose = match promise.nature {
        Some(TaskNature::TheirPromise) => words.get("list-promise-theirs"),
        _ => words.get("list-promise-mine"),
    };
    let until = until(scene, promise);
    let frame = Frame::new().fill(tokens.urgent_soft).corner_radius(CornerRadius::same(radius::BUTTON));
    frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, icons::PROMISE, IconSize::Regular, tokens.urgent);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text(ui, &format!("{whose}: {}", promise.title), TextSize::Body, tokens.ink);
                text(ui, &until, TextSize::Strong, tokens.ink);
                ui.add_space(space::XS);
                ui.horizontal(|ui| {
                    if ui.add(Button::plain(&words.get("list-promise-kept")).icon(icons::DONE).small()).clicked() {
                        scene.run(Command::SetState { entry: promise.id, instance: None, state: EntryState::Done });
                    }
                    if ui.add(Button::quiet(&words.get("open")).small()).clicked() {
                        let day = promise.when.first_day();
                        scene.go(Place::Entry { id: promise.id, instance: None, day });
                    }
                });
            });
        });
    });
}

/// «до ср 25 ноем, 09:00».
fn until(scene: &Scene<'_>, promise: &Item) -> String {
    let Some(day) = promise.when.first_day() else { return scene.words.get("list-promise-undated") };
    let day = scene.formats.date_near(day, scene.today);
    let when = match promise.when.time() {
        Some(time) => format!("{day}, {}", scene.formats.time(time)),
        None => day,
    };
    scene.words.with("until-time", &[("time", when.into())])
}

/// «От какво има нужда» and «Какво става при него/нея»: the newest line, and a field for the next.
pub(super) fn dated(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    let words = scene.words;
    let person = &view.row.person;
    let going_on = match person.gender {
        Gender::Female => words.get("list-going-on-she"),
        Gender::Male => words.get("list-going-on-he"),
        Gender::Unknown => words.get("list-going-on"),
    };
    line(ui, scene, view, (Line::Need, "need", &words.get("list-need")), person.needs.last());
    line(ui, scene, view, (Line::GoingOn, "going-on", &going_on), person.going_on.last());
}

fn line(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView, about: (Line, &str, &str), newest: Option<&DatedLine>) {
    let (about, salt, title) = about;
    let person = &view.row.person;
    ui.spacing_mut().item_spacing.y = space::XS;
    if let Some(newest) = newest {
        let when = scene.formats.date_near(newest.on, scene.today);
        dated_line(ui, title, &when, &newest.text);
    }
    let key = line_key(person.id, salt);
    // Where there is no line yet the field says itself what it is for.
    let hint = if newest.is_some() { scene.words.get("list-line-hint") } else { title.to_owned() };
    let form = scene.form(&key, LineForm::default);
    let field = Field::new(title, &mut form.text).hint(&hint).hide_label().show(ui);
    let typed = form.text.trim().to_owned();
    if field.committed && !typed.is_empty() {
        scene.save(key, Command::AddLine { person: person.id, about, text: typed });
    }
    ui.spacing_mut().item_spacing.y = space::M;
}
