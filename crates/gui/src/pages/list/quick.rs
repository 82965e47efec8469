//! Names in a row: a name, Enter, the next name; or many of them pasted at once.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{ListOwner, PersonId, WhichList};
use sponsor_core::query::ListView;
use sponsor_core::text::fold_city;

use super::filters::Filters;
use super::typed::{QuickLine, quick_line};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Below, Button, Chip, Field, Tone, modal, soft, split, text_cut};

/// What is typed: a name, or names one below the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct QuickNameForm {
    pub(super) text: String,
    /// What stands at the end and is no city, though it looks like one.
    pub(super) not_a_city: String,
}

impl Form for QuickNameForm {
    const KIND: FormKind = FormKind::QuickName;
}

/// The line for names in a row.
#[derive(Debug, Default)]
pub(super) struct Quick {
    /// The person that the text becomes, so that Enter twice does not make two.
    becomes: Option<PersonId>,
    /// Whether names are being pasted.
    pub(super) pasting: bool,
}

/// The id of the field, so that a key or a prompt can give it the focus.
pub(super) fn quick_id() -> Id {
    Id::unique("quick name")
}

fn pasted_key() -> FormKey {
    FormKey::about(FormKind::QuickName, "many")
}

/// The cities that are understood without a comma.
fn known_cities<'a>(scene: &'a Scene<'_>, view: &'a ListView) -> Vec<&'a str> {
    let home = std::iter::once(scene.frame.settings.home_city.as_str());
    home.chain(view.cities.iter().map(|city| city.name.as_str())).filter(|city| !city.is_empty()).collect()
}

/// Says into which list a city leads.
fn goes_to(scene: &Scene<'_>, city: &str) -> String {
    let home = &scene.frame.settings.home_city;
    if city.is_empty() {
        scene.words.get("list-goes-no-city")
    } else if fold_city(city) == fold_city(home) {
        scene.words.with("list-goes-home", &[("city", city.into())])
    } else {
        scene.words.with("list-goes-others", &[("city", city.into())])
    }
}

/// «Мария Илиева · Карлово · 0888…», when more than a name was typed.
fn in_words(line: &QuickLine) -> Option<String> {
    let more = !line.city.is_empty() || !line.phone.is_empty();
    let parts = [&line.name, &line.city, &line.phone].into_iter().filter(|part| !part.is_empty());
    more.then(|| parts.cloned().collect::<Vec<_>>().join(" · "))
}

/// The field alone; tells whether Enter was pressed in it.
fn field(ui: &mut Ui, scene: &mut Scene<'_>, width: f32) -> bool {
    let key = FormKey::new(FormKind::QuickName);
    let (label, hint) = (scene.words.get("list-quick-name"), scene.words.get("list-quick-hint"));
    let form = scene.form(&key, QuickNameForm::default);
    let field = Field::new(&label, &mut form.text).hint(&hint).icon(icons::ADD_PERSON).hide_label();
    let answer = field.id(quick_id()).width(width).show(ui);
    if answer.committed {
        answer.response.request_focus();
    }
    answer.committed
}

/// The city that was recognised at the end of the name, to be taken off where it is part of the name.
fn city_chip(ui: &mut Ui, scene: &mut Scene<'_>, line: &QuickLine) {
    if !line.is_guess {
        return;
    }
    let remove = scene.words.with("list-not-a-city", &[("city", line.city.as_str().into())]);
    let chip = Chip::new(&line.city).icon(icons::OTHER_CITIES).tone(Tone::Accent).removable(&remove).show(ui);
    if chip.removed {
        let form = scene.form(&FormKey::new(FormKind::QuickName), QuickNameForm::default);
        form.not_a_city.clone_from(&line.city);
        ui.memory_mut(|memory| memory.request_focus(quick_id()));
    }
}

impl Quick {
    /// The line above the table.
    pub(super) fn line(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, filters: &Filters, view: &ListView) {
        let tokens = Tokens::of(ui);
        let key = FormKey::new(FormKind::QuickName);
        let QuickNameForm { text: typed, not_a_city } = scene.form(&key, QuickNameForm::default).clone();
        let proposed = filters.proposed_city(scene, view);
        let line = quick_line(&typed, &known_cities(scene, view), &not_a_city);
        let city = if line.city.is_empty() { proposed.clone() } else { line.city.clone() };
        let beside = match (typed.trim().is_empty(), filters.which()) {
            (true, _) => scene.words.get("list-quick-keys"),
            (false, WhichList::Partner(_)) => {
                scene.words.with("list-goes-partner", &[("name", filters.whose.as_str().into())])
            }
            (false, _) => goes_to(scene, &city),
        };
        let width = (ui.available_width() * 0.55).max(240.0);
        let committed = ui
            .horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let committed = field(ui, scene, width);
                city_chip(ui, scene, &line);
                text_cut(ui, &beside, TextSize::Soft, tokens.soft);
                committed
            })
            .inner;
        if committed {
            self.add(scene, filters, &line, &proposed);
        }
    }

    /// The large field of the empty page; tells whether a name was added.
    pub(super) fn first_name(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, filters: &Filters, view: &ListView) {
        let key = FormKey::new(FormKind::QuickName);
        let QuickNameForm { text: typed, not_a_city } = scene.form(&key, QuickNameForm::default).clone();
        let line = quick_line(&typed, &known_cities(scene, view), &not_a_city);
        let add = scene.words.get("add");
        let label = scene.words.get("list-quick-name");
        let hint = scene.words.get("list-first-hint");
        let width = ui.available_width() - 136.0;
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let form = scene.form(&key, QuickNameForm::default);
            let field = Field::new(&label, &mut form.text).hint(&hint).hide_label().id(quick_id()).width(width);
            let answer = field.text_size(TextSize::Answer).below(in_words(&line).map(Below::Understood)).show(ui);
            committed = answer.committed;
            committed |= ui.add(Button::primary(&add).large().keys("Enter").width(124.0)).clicked();
            if committed {
                answer.response.request_focus();
            }
        });
        city_chip(ui, scene, &line);
        if committed {
            let home = scene.frame.settings.home_city.clone();
            self.add(scene, filters, &line, &home);
        }
    }

    fn add(&mut self, scene: &mut Scene<'_>, filters: &Filters, line: &QuickLine, city: &str) {
        let id = *self.becomes.get_or_insert_with(|| scene.new_person());
        let Some(mut person) = line.person(id, city, scene.today) else { return };
        if let WhichList::Partner(partner) = filters.which() {
            person.owner = ListOwner::Partner(partner);
        }
        scene.save(FormKey::new(FormKind::QuickName), Command::AddPeople(vec![person]));
    }

    /// Hears whether the names were saved, and shows the panel for many of them; gives the person who was added.
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        filters: &Filters,
        view: &ListView,
    ) -> Option<PersonId> {
        let saved = scene.was_saved(&FormKey::new(FormKind::QuickName));
        let added = if saved { self.becomes.take() } else { None };
        if scene.was_saved(&pasted_key()) {
            self.pasting = false;
        }
        if self.pasting {
            self.paste(ui, scene, filters, view);
        }
        added
    }

    fn paste(&mut self, ui: &Ui, scene: &mut Scene<'_>, filters: &Filters, view: &ListView) {
        let key = pasted_key();
        let words = scene.words;
        let (title, close) = (words.get("list-paste"), words.get("close"));
        let answer = modal(ui.ctx(), "paste names", &title, &close, 520.0, |ui| {
            soft(ui, &words.get("list-paste-text"));
            ui.add_space(space::XS);
            let (label, hint) = (words.get("list-paste-label"), words.get("list-paste-hint"));
            let form = scene.form(&key, QuickNameForm::default);
            let field = Field::new(&label, &mut form.text).hint(&hint).rows(9).show(ui);
            let lines: Vec<String> = form.text.lines().map(str::to_owned).collect();
            let known = known_cities(scene, view);
            let named = lines.iter().map(|line| quick_line(line, &known, ""));
            let named: Vec<QuickLine> = named.filter(|line| !line.name.is_empty()).collect();
            ui.add_space(space::S);
            let add = words.with("list-paste-add", &[("count", named.len().into())]);
            let clicked = split(
                ui,
                height::BUTTON,
                |_| {},
                |ui| ui.add_enabled(!named.is_empty(), Button::primary(&add).keys("Ctrl ↵")).clicked(),
            );
            (clicked.1 || field.committed).then_some(named)
        });
        if let Some(named) = answer.inner.filter(|named| !named.is_empty()) {
            let city = filters.proposed_city(scene, view);
            let owner = match filters.which() {
                WhichList::Partner(partner) => ListOwner::Partner(partner),
                _ => ListOwner::Mine,
            };
            let people = named.iter().filter_map(|line| {
                let person = line.person(scene.new_person(), &city, scene.today)?;
                Some(sponsor_core::model::Person { owner, ..person })
            });
            let people = people.collect();
            scene.save(key, Command::AddPeople(people));
        }
        if answer.closed {
            self.pasting = false;
        }
    }
}
