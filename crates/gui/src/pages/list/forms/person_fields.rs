//! The fields of a person, in sections: who they are, how to reach them, what links us, notes; and what is seldom told.

use egui::{Id, Ui};
use sponsor_core::model::{FormOfAddress, Gender, Relation};

use super::contact;
use super::pair;
use super::person::{PersonForm, Problem, Shown};
use super::who::who_field;
use crate::app::{FormKey, Scene};
use crate::icons;
use crate::pages::list::say;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Below, Button, Field, Segmented, Select, checkbox, hairline, parsed_field, text};
use crate::words::Words;

/// From this width on the sections stand in two columns.
const COLUMNS: f32 = 800.0;

/// Shows the fields; tells whether one of them was committed. `more` is whether what is seldom told is shown.
pub(super) fn fields(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, shown: Shown<'_>, more: &mut bool) -> bool {
    ui.spacing_mut().item_spacing.y = space::M;
    // The scroll bar must not stand on the fields.
    ui.set_max_width(ui.available_width() - space::M);
    let (mut left, mut right) = (false, false);
    if ui.available_width() < COLUMNS {
        left = person(ui, scene, key, shown);
        ui.add_space(space::S);
        right = between_us(ui, scene, key, shown.problem, more);
        return left || right;
    }
    let width = (ui.available_width() - space::XL) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        let column = |ui: &mut Ui, contents: &mut dyn FnMut(&mut Ui)| {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.x = space::S;
                contents(ui);
            });
        };
        column(ui, &mut |ui| left = person(ui, scene, key, shown));
        column(ui, &mut |ui| right = between_us(ui, scene, key, shown.problem, more));
    });
    left || right
}

/// Who they are, and how to reach them.
fn person(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, shown: Shown<'_>) -> bool {
    section(ui, &scene.words.get("list-section-who"));
    let mut committed = names(ui, scene, key, shown);
    committed |= life(ui, scene, key);
    ui.add_space(space::S);
    section(ui, &scene.words.get("list-section-reach"));
    committed | reach(ui, scene, key)
}

/// What links us, notes, and what is seldom told.
fn between_us(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, problem: Option<Problem>, more: &mut bool) -> bool {
    section(ui, &scene.words.get("list-section-link"));
    let mut committed = link(ui, scene, key, problem);
    ui.add_space(space::S);
    section(ui, &scene.words.get("list-notes"));
    committed |= notes(ui, scene, key);
    let (words, sign) = (scene.words.get("list-section-more"), if *more { icons::DOWN } else { icons::RIGHT });
    if ui.add(Button::quiet(&words).icon(sign)).clicked() {
        *more = !*more;
    }
    if *more {
        committed |= seldom(ui, scene, key);
    }
    committed
}

/// The title of a section, over a line.
fn section(ui: &mut Ui, title: &str) {
    let tokens = Tokens::of(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        text(ui, title, TextSize::Strong, tokens.ink);
        hairline(ui);
    });
}

/// The id of the first field, so that a form that opens begins there.
pub(super) fn given_id() -> Id {
    Id::unique("given name of a person")
}

fn names(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, shown: Shown<'_>) -> bool {
    let words = scene.words;
    let missing = (shown.problem == Some(Problem::NoName)).then(|| Below::Error(words.get("error-empty-name")));
    let form = scene.form(key, PersonForm::default);
    let split = form.split_family(shown.before);
    let split = split.map(|family| words.with("list-family-split", &[("family", family.into())]));
    let split = split.map(Below::Understood);
    let (mut given, mut family, mut nickname) = (false, false, false);
    pair(
        ui,
        |ui, _| {
            let field = Field::new(&words.get("list-given"), &mut form.given).id(given_id()).below(missing).show(ui);
            given = field.committed;
            if shown.focus {
                field.response.request_focus();
            }
        },
        |ui, _| {
            let label = words.get("list-family");
            family = Field::new(&label, &mut form.family).below(split).show(ui).committed;
        },
    );
    pair(
        ui,
        |ui, _| nickname = Field::new(&words.get("list-nickname"), &mut form.nickname).show(ui).committed,
        |ui, width| {
            let label = words.get("list-gender");
            Select::new(&label, &mut form.gender)
                .option(None, words.get("list-gender-by-name"))
                .option(Some(Gender::Female), words.get("list-gender-woman"))
                .option(Some(Gender::Male), words.get("list-gender-man"))
                .option(Some(Gender::Unknown), words.get("list-gender-neutral"))
                .width(width)
                .show(ui);
        },
    );
    given || family || nickname
}

fn life(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let (words, formats, today) = (scene.words, scene.formats, scene.today);
    let form = scene.form(key, PersonForm::default);
    let (mut birthday, mut occupation) = (false, false);
    pair(
        ui,
        |ui, _| {
            let (label, hint) = (words.get("list-birthday"), words.get("list-birthday-hint"));
            let field = Field::new(&label, &mut form.birthday).hint(&hint);
            let read = |text: &str| contact::birthday(text, today);
            let spoken = |day: &sponsor_core::model::PartialDate| contact::birthday_text(formats, *day);
            let unclear = words.get("list-birthday-unclear");
            birthday = parsed_field(ui, field, read, spoken, &unclear).field.committed;
        },
        |ui, _| occupation = Field::new(&words.get("list-occupation"), &mut form.occupation).show(ui).committed,
    );
    birthday || occupation
}

/// A field of several lines, one thing on each.
fn lines(ui: &mut Ui, words: &Words, [label, hint]: [&str; 2], text: &mut String) -> bool {
    Field::new(&words.get(label), text).hint(&words.get(hint)).rows(2).show(ui).committed
}

fn reach(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let words = scene.words;
    let form = scene.form(key, PersonForm::default);
    let (mut phones, mut emails) = (false, false);
    pair(
        ui,
        |ui, _| phones = lines(ui, words, ["list-phones", "list-one-a-line"], &mut form.phones),
        |ui, _| emails = lines(ui, words, ["list-emails", "list-one-a-line"], &mut form.emails),
    );
    let city = Field::new(&words.get("list-city"), &mut form.city).show(ui).committed;
    phones || emails || city
}

fn link(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, problem: Option<Problem>) -> bool {
    let words = scene.words;
    let form = scene.form(key, PersonForm::default);
    let wrong = (problem == Some(Problem::Cadence)).then(|| Below::Error(words.get("error-days")));
    let mut cadence = false;
    pair(
        ui,
        |ui, width| relation(ui, words, &mut form.relation, width),
        |ui, _| {
            let (label, hint) = (words.get("list-cadence-days"), words.get("list-cadence-hint"));
            cadence = Field::new(&label, &mut form.cadence).hint(&hint).below(wrong).show(ui).committed;
        },
    );
    let (me, label) = (key.about.parse().ok(), words.get("list-referred-by"));
    let by = who_field(ui, scene, &label, false, me, |scene| &mut scene.form(key, PersonForm::default).referred_by);
    by || cadence
}

fn relation(ui: &mut Ui, words: &Words, relation: &mut Option<Relation>, width: f32) {
    let label = words.get("list-column-relation");
    let mut select = Select::new(&label, relation).option(None, words.get("list-unsaid"));
    for relation in say::RELATIONS {
        select = select.option(Some(relation), say::relation(words, relation));
    }
    select.width(width).show(ui);
}

fn notes(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let words = scene.words;
    let form = scene.form(key, PersonForm::default);
    let hint = words.get("list-interests-hint");
    let interests = Field::new(&words.get("list-interests"), &mut form.interests).hint(&hint).show(ui).committed;
    let problem = Field::new(&words.get("list-problem"), &mut form.problem).rows(2).show(ui).committed;
    let notes = Field::new(&words.get("list-notes"), &mut form.notes).rows(3).show(ui).committed;
    interests || problem || notes
}

/// What is seldom told.
fn seldom(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let words = scene.words;
    let form = scene.form(key, PersonForm::default);
    let (mut messengers, mut links) = (false, false);
    pair(
        ui,
        |ui, _| messengers = lines(ui, words, ["list-messengers", "list-messengers-hint"], &mut form.messengers),
        |ui, _| links = lines(ui, words, ["list-links", "list-one-a-line"], &mut form.links),
    );
    let address = Field::new(&words.get("list-address"), &mut form.address).show(ui).committed;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let (informal, formal) = (words.get("list-informal"), words.get("list-formal"));
        let name = words.get("list-form-of-address");
        Segmented::new(&name, &mut form.address_form)
            .option(FormOfAddress::Informal, &informal)
            .option(FormOfAddress::Formal, &formal)
            .show(ui);
        checkbox(ui, &mut form.off_list, &words.get("list-off-list-tick"), false);
    });
    messengers || links || address
}
