//! Names sorted one at a time: my city, another city, not for the list, and who they are.

use std::sync::Arc;

use egui::{Align, Event, Frame, Id, Key, Layout, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::{Command, PeopleChange};
use sponsor_core::model::{PersonId, RecordKind, Relation, Stage};
use sponsor_core::query::{PersonView, View};
use sponsor_core::store::StoreError;

use super::ask::PersonAsk;
use super::{is_covered, say};
use crate::app::{Action, Form, FormKey, FormKind, Question, Scene, select_all};
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{
    Button, Card, Chip, Field, empty_state, key_cap, key_hint, page_header, page_margin, progress_bar, soft, text,
};

/// How wide the one column is.
const COLUMN: f32 = 720.0;

/// Whom the sorting is about, and how far it is. It is kept as what is typed is, so that it goes on where it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SortingForm {
    /// Everyone, in order.
    people: Vec<PersonId>,
    /// Who of them is asked about.
    at: usize,
    /// Another city is being typed.
    typing: bool,
    /// The city as typed.
    city: String,
    /// The one that was typed before.
    last: String,
}

impl Form for SortingForm {
    const KIND: FormKind = FormKind::Sorting;
}

fn key() -> FormKey {
    FormKey::new(FormKind::Sorting)
}

fn city_id() -> Id {
    Id::unique("city of the sorted name")
}

/// Asks whose place on the list is not said yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct UnsortedAsk;

impl Question for UnsortedAsk {
    type Answer = Vec<PersonId>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let me = view.settings()?.me;
        let unsorted = people.all().filter(|person| {
            let new = person.stage == Stage::New && person.relation.is_none();
            person.id != me && person.is_mine() && (person.city.trim().is_empty() || new)
        });
        let mut unsorted: Vec<_> = unsorted.map(|person| (!person.city.trim().is_empty(), person.id)).collect();
        unsorted.sort_by(|one, other| one.0.cmp(&other.0).then_with(|| people.by_name(one.1, other.1)));
        Ok(unsorted.into_iter().map(|(_, id)| id).collect())
    }
}

/// What was decided about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Decision {
    City(String),
    TypeCity,
    OffList,
    Relation(Relation),
    Next,
    Back,
}

/// The sorting while it is looked at.
#[derive(Debug)]
pub(super) struct Sorting {
    /// Whom it is to be about; none for everyone whose place is not said, or for those who were left.
    people: Option<Vec<PersonId>>,
    /// Whether it is known whom it is about.
    begun: bool,
}

impl Sorting {
    /// Goes on where it was left, or begins with everyone whose place on the list is not said.
    pub(super) const fn go_on() -> Self {
        Self { people: None, begun: false }
    }

    /// Sorts these people, after those who were left.
    pub(super) const fn of(people: Vec<PersonId>) -> Self {
        Self { people: Some(people), begun: false }
    }

    /// Puts together whom it is about; tells whether that is known.
    fn begin(&mut self, scene: &mut Scene<'_>) -> bool {
        if self.begun {
            return true;
        }
        let left = scene.form(&key(), SortingForm::default).clone();
        let is_left = left.at < left.people.len();
        let more = match self.people.take() {
            Some(people) => people,
            None if is_left => Vec::new(),
            None => match scene.ask_exact(&UnsortedAsk) {
                Some(unsorted) => Vec::clone(&unsorted),
                None => return false,
            },
        };
        let mut form = if is_left { left } else { SortingForm::default() };
        let more: Vec<PersonId> = more.into_iter().filter(|person| !form.people.contains(person)).collect();
        form.people.extend(more);
        *scene.form(&key(), SortingForm::default) = form;
        self.begun = true;
        true
    }

    /// Shows the name that is asked about; tells whether the sorting is left.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        if !self.begin(scene) {
            return false;
        }
        let form = scene.form(&key(), SortingForm::default).clone();
        let mut ended = false;
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            ended = header(ui, scene, &form);
            match form.people.get(form.at) {
                Some(person) => self.one(ui, scene, &form, *person),
                None => ended |= over(ui, scene, form.people.len()),
            }
        });
        let free = !is_covered(ui) && !form.typing;
        ended |= free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if ended && form.at >= form.people.len() {
            scene.act(Action::Forget(key()));
        }
        ended
    }

    fn one(&self, ui: &mut Ui, scene: &mut Scene<'_>, form: &SortingForm, person: PersonId) {
        let Some(answer) = scene.ask_exact(&PersonAsk { id: person, today: scene.today }) else { return };
        let Some(view) = answer.as_ref() else {
            // Gone meanwhile.
            self.go(scene, form.at + 1);
            ui.ctx().request_repaint();
            return;
        };
        let by_key = self.keys(ui, scene, form);
        let room = ui.available_rect_before_wrap();
        let width = COLUMN.min(room.width());
        let column = Rect::from_min_size(pos2(room.center().x - width / 2.0, room.top()), vec2(width, room.height()));
        let builder = UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min));
        let pressed = ui
            .scope_builder(builder, |ui| {
                ui.add_space(space::XL);
                progress(ui, scene, form);
                ui.add_space(space::L);
                let pressed = Card::new().edged().show(ui, |ui| card(ui, scene, form, view)).inner;
                ui.add_space(space::L);
                hints(ui, scene);
                pressed
            })
            .inner;
        if let Some(decision) = by_key.or(pressed) {
            self.decide(ui, scene, form, view, decision);
        }
    }

    /// Keys, while no city is being typed.
    fn keys(&self, ui: &Ui, scene: &Scene<'_>, form: &SortingForm) -> Option<Decision> {
        if is_covered(ui) || form.typing || ui.ctx().text_edit_focused() || !self.begun {
            return None;
        }
        let home = scene.frame.settings.home_city.clone();
        ui.input_mut(|input| {
            let letters: Vec<String> = input
                .events
                .iter()
                .filter_map(|event| if let Event::Text(text) = event { Some(text.to_lowercase()) } else { None })
                .collect();
            let relation = letters.iter().find_map(|letter| relation_of(letter));
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let decision = if pressed(Key::Num1) && !home.is_empty() {
                Some(Decision::City(home))
            } else if pressed(Key::Num2) {
                Some(Decision::TypeCity)
            } else if pressed(Key::Num0) {
                Some(Decision::OffList)
            } else if pressed(Key::Enter) {
                Some(Decision::Next)
            } else if pressed(Key::Backspace) {
                Some(Decision::Back)
            } else {
                relation.map(Decision::Relation)
            };
            if decision.is_some() {
                // What was pressed must not be typed into the field that opens.
                input.events.retain(|event| !matches!(event, Event::Text(_)));
            }
            decision
        })
    }

    fn decide(&self, ui: &Ui, scene: &mut Scene<'_>, form: &SortingForm, view: &PersonView, decision: Decision) {
        let person = view.row.person.id;
        let mut change = |change| {
            if scene.frame.writable {
                scene.run(Command::EditPeople { people: vec![person], change });
            }
        };
        match decision {
            Decision::City(city) => {
                change(PeopleChange::City(city.clone()));
                if form.typing {
                    scene.form(&key(), SortingForm::default).last = city;
                }
            }
            Decision::OffList => change(PeopleChange::OffList(true)),
            Decision::Relation(relation) => {
                change(PeopleChange::Relation(Some(relation)));
                return;
            }
            Decision::TypeCity => {
                let form = scene.form(&key(), SortingForm::default);
                form.typing = true;
                if form.city.is_empty() {
                    // Names come in rows of one city: what the person has, else what was typed for the one before.
                    let known = &view.row.person.city;
                    form.city.clone_from(if known.trim().is_empty() { &form.last } else { known });
                    select_all(ui, city_id(), &form.city);
                }
                ui.memory_mut(|memory| memory.request_focus(city_id()));
                return;
            }
            Decision::Back => {
                self.go(scene, form.at.saturating_sub(1));
                return;
            }
            Decision::Next => {}
        }
        self.go(scene, form.at + 1);
    }

    #[expect(clippy::unused_self, reason = "what is sorted goes on by this one thing")]
    fn go(&self, scene: &mut Scene<'_>, at: usize) {
        let form = scene.form(&key(), SortingForm::default);
        (form.at, form.typing, form.city) = (at, false, String::new());
    }
}

/// The relation that a letter stands for: of its Bulgarian word, of the English one, or the Latin letter in its place.
fn relation_of(letter: &str) -> Option<Relation> {
    Some(match letter {
        "б" | "b" | "c" => Relation::Close,
        "п" | "p" | "f" => Relation::Friend,
        "з" | "z" | "a" => Relation::Acquaintance,
        "к" | "k" => Relation::Colleague,
        "р" | "r" => Relation::Referral,
        _ => return None,
    })
}

fn letter_key(relation: Relation) -> &'static str {
    match relation {
        Relation::Close => "list-sort-key-close",
        Relation::Friend => "list-sort-key-friend",
        Relation::Acquaintance => "list-sort-key-acquaintance",
        Relation::Colleague => "list-sort-key-colleague",
        Relation::Referral => "list-sort-key-referral",
    }
}

fn header(ui: &mut Ui, scene: &mut Scene<'_>, form: &SortingForm) -> bool {
    let words = scene.words;
    let count = form.people.len();
    let subtitle = words.with("list-sort-count", &[("count", count.into())]);
    let end = |ui: &mut Ui, _| ui.add(Button::plain(&words.get("list-sort-end")).keys("Esc")).clicked();
    page_header(ui, &words.get("list-sort"), &subtitle, |_, _| {}, end).1
}

/// What stands there when everyone was asked about; tells whether it is left.
fn over(ui: &mut Ui, scene: &Scene<'_>, count: usize) -> bool {
    let words = scene.words;
    let (title, below) = if count == 0 {
        (words.get("list-sort-nobody"), words.get("list-sort-nobody-text"))
    } else {
        (words.with("list-sort-over", &[("count", count.into())]), words.get("list-sort-over-text"))
    };
    empty_state(ui, icons::DONE_CIRCLE, &title, &below, |ui| {
        ui.add(Button::primary(&words.get("list-sort-to-list")).icon(icons::LIST)).clicked()
    })
}

fn progress(ui: &mut Ui, scene: &Scene<'_>, form: &SortingForm) {
    let at = (form.at + 1).min(form.people.len());
    let values = [("at", at.into()), ("count", form.people.len().into())];
    let words = scene.words.with("list-sort-position", &values);
    #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
    let share = form.at as f32 / form.people.len().max(1) as f32;
    soft(ui, &words);
    ui.add_space(space::XS);
    let width = ui.available_width();
    progress_bar(ui, share, width, &scene.words.get("list-sort"));
}

/// The name, what is known, and what can be decided.
fn card(ui: &mut Ui, scene: &mut Scene<'_>, form: &SortingForm, view: &PersonView) -> Option<Decision> {
    let tokens = Tokens::of(ui);
    let person = Arc::clone(&view.row.person);
    ui.spacing_mut().item_spacing.y = space::S;
    ui.add_space(space::S);
    ui.add(egui::Label::new(TextSize::Question.rich(person.name.full()).color(tokens.ink)).wrap());
    let phones = person.phones.iter().map(|phone| Formats::phone(&phone.number));
    let emails = person.emails.iter().map(|email| email.address.clone());
    let city = Some(person.city.clone()).filter(|city| !city.is_empty());
    let note = person.notes.lines().next().filter(|line| !line.trim().is_empty()).map(str::to_owned);
    let off = person.off_list.then(|| scene.words.get("list-off-list"));
    let known: Vec<String> = phones.take(2).chain(emails.take(1)).chain(city).chain(note).chain(off).collect();
    let known = if known.is_empty() { scene.words.get("list-sort-only-name") } else { known.join(" · ") };
    ui.add(egui::Label::new(TextSize::Body.rich(&known).color(tokens.soft)).wrap());
    ui.add_space(space::M);
    let decided = decisions(ui, scene, form);
    ui.add_space(space::XS);
    let relation = relations(ui, scene, person.relation);
    ui.add_space(space::XS);
    decided.or(relation)
}

/// Where the name goes.
fn decisions(ui: &mut Ui, scene: &mut Scene<'_>, form: &SortingForm) -> Option<Decision> {
    let words = scene.words;
    let home = scene.frame.settings.home_city.clone();
    let mine = match home.as_str() {
        "" => words.get("list-my-city"),
        city => words.with("list-my-city-named", &[("city", city.into())]),
    };
    let mut decision = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let button = Button::accent(&mine).icon(icons::MY_CITY).keys("1").large();
        if ui.add_enabled(!home.is_empty() && scene.frame.writable, button).clicked() {
            decision = Some(Decision::City(home.clone()));
        }
        let other = words.get("list-sort-other-city");
        let button = Button::plain(&other).icon(icons::OTHER_CITIES).keys("2").large();
        if ui.add_enabled(scene.frame.writable, button).clicked() {
            decision = Some(Decision::TypeCity);
        }
        let off = words.get("list-take-off");
        let button = Button::plain(&off).icon(icons::EYE_OFF).keys("0").large();
        if ui.add_enabled(scene.frame.writable, button).clicked() {
            decision = Some(Decision::OffList);
        }
    });
    if form.typing {
        decision = other_city(ui, scene).or(decision);
    }
    decision
}

/// The field for another city; Escape closes it and keeps what is typed.
fn other_city(ui: &mut Ui, scene: &mut Scene<'_>) -> Option<Decision> {
    let (label, hint) = (scene.words.get("list-city"), scene.words.get("list-city-hint"));
    let form = scene.form(&key(), SortingForm::default);
    let width = 320.0;
    let field = Field::new(&label, &mut form.city).hint(&hint).id(city_id()).width(width).show(ui);
    let city = form.city.trim().to_owned();
    if field.committed && !city.is_empty() {
        return Some(Decision::City(city));
    }
    let escaped = field.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if escaped {
        form.typing = false;
    }
    None
}

/// Who they are.
fn relations(ui: &mut Ui, scene: &Scene<'_>, present: Option<Relation>) -> Option<Decision> {
    let words = scene.words;
    let mut decision = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        ui.spacing_mut().interact_size.y = height::BUTTON;
        for relation in say::RELATIONS {
            let (name, letter) = (say::relation(words, relation), words.get(letter_key(relation)));
            key_cap(ui, &letter);
            let chip = Chip::new(&name).selected(present == Some(relation)).height(height::BUTTON);
            if chip.show(ui).response.clicked() {
                decision = Some(Decision::Relation(relation));
            }
        }
    });
    decision
}

fn hints(ui: &mut Ui, scene: &Scene<'_>) {
    let words = scene.words;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        key_hint(ui, &["Enter"], &words.get("list-sort-next"));
        key_hint(ui, &["Backspace"], &words.get("list-sort-back"));
        key_hint(ui, &["Ctrl Z"], &words.get("undo"));
        let soft = Tokens::of(ui).soft;
        text(ui, &words.get("list-sort-kept"), TextSize::Soft, soft);
    });
}
