//! «От какво има нужда» and «Какво става при него/нея»: the newest of each, and how another is typed.

use egui::{Id, Ui};
use sponsor_core::command::{Command, Line};
use sponsor_core::model::{DatedLine, Gender, PersonId};
use sponsor_core::query::PersonView;

use super::pane::{Pane, Typing};
use crate::app::{FormKey, FormKind, Place, Scene};
use crate::icons;
use crate::pages::list::LineForm;
use crate::theme::{TextSize, Tokens};
use crate::widgets::{Button, Field, dated_line, soft, split, text};

/// The form of the list's pane: what is begun in one place is gone on with in the other.
fn key(person: PersonId, about: Line) -> FormKey {
    let which = match about {
        Line::Need => "need",
        Line::GoingOn => "going-on",
    };
    FormKey::about(FormKind::PersonLine, format!("{person}/{which}"))
}

/// The title of a line, by gender where it is known.
fn title(scene: &Scene<'_>, about: Line, gender: Gender) -> String {
    scene.words.get(match (about, gender) {
        (Line::Need, _) => "structure-needs",
        (Line::GoingOn, Gender::Female) => "structure-going-on-her",
        (Line::GoingOn, Gender::Male) => "structure-going-on-him",
        (Line::GoingOn, Gender::Unknown) => "structure-going-on",
    })
}

/// Shows both lines.
pub(super) fn dated(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, view: &PersonView) {
    let person = &view.row.person;
    for (about, lines) in [(Line::Need, &person.needs), (Line::GoingOn, &person.going_on)] {
        one(ui, scene, pane, view, about, lines.last());
    }
    let older = person.needs.len().saturating_sub(1) + person.going_on.len().saturating_sub(1);
    if older > 0 {
        let words = scene.words.with("structure-older", &[("count", older.into())]);
        if ui.add(Button::link(&words).icon(icons::FROM_BEFORE).small()).clicked() {
            scene.go(Place::Person(person.id));
        }
    }
}

fn one(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    pane: &mut Pane,
    view: &PersonView,
    about: Line,
    newest: Option<&DatedLine>,
) {
    let person = view.row.person.id;
    let title = title(scene, about, view.row.person.gender);
    let typing = Typing::Line(about);
    let key = key(person, about);
    if scene.was_saved(&key) && pane.typing == Some(typing) {
        pane.typing = None;
    }
    match newest {
        Some(line) => {
            let when = scene.formats.date_near(line.on, scene.now.date());
            dated_line(ui, &title, &when, &line.text);
        }
        None => {
            split(ui, TextSize::Soft.line_height(), |ui| soft(ui, &title), |_| ());
            let soft = Tokens::of(ui).soft;
            text(ui, &scene.words.get("unknown-yet"), TextSize::Body, soft);
        }
    }
    if pane.typing == Some(typing) {
        write(ui, scene, pane, person, about, &title);
    } else {
        let add = scene.words.get("add");
        let name = format!("{add}: {title}");
        if ui.add(Button::link(&add).name(&name).icon(icons::ADD).small()).clicked() {
            pane.turn(typing);
        }
    }
}

fn write(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, person: PersonId, about: Line, title: &str) {
    let key = key(person, about);
    let id = Id::unique(("line", person, title));
    let hint = scene.words.get("structure-line-hint");
    let form = scene.form(&key, LineForm::default);
    let answer = Field::new(title, &mut form.text).hint(&hint).hide_label().id(id).show(ui);
    let text = form.text.trim().to_owned();
    if pane.take_fresh() {
        answer.response.request_focus();
    }
    if answer.committed && !text.is_empty() {
        scene.save(key, Command::AddLine { person, about, text });
    }
}
