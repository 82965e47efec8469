//! The form of a person, new or changed.

use egui::{Id, ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{FormOfAddress, Gender, InvalidValue, ListOwner, Name, Person, PersonId, Relation};
use sponsor_core::query::PersonView;

use chrono::NaiveDate;

use super::contact;
use super::who::{Who, who_field};
use super::{Pressed, pair, save_row};
use crate::app::{Action, Form, FormKey, FormKind, Scene, older_draft};
use crate::format::Formats;
use crate::pages::list::say;
use crate::theme::space;
use crate::widgets::{Below, Field, Segmented, Select, checkbox, modal, parsed_field};
use crate::words::Words;

/// Everything of a person, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct PersonForm {
    given: String,
    family: String,
    nickname: String,
    /// None: guessed from the name.
    gender: Option<Gender>,
    address_form: FormOfAddress,
    relation: Option<Relation>,
    phones: String,
    emails: String,
    messengers: String,
    links: String,
    city: String,
    address: String,
    birthday: String,
    occupation: String,
    referred_by: Who,
    interests: String,
    problem: String,
    notes: String,
    cadence: String,
    off_list: bool,
}

impl Form for PersonForm {
    const KIND: FormKind = FormKind::Person;
}

/// Why a form cannot be saved yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    NoName,
    Birthday,
    Cadence,
}

impl PersonForm {
    fn of(person: &Person, referred_by: Who, words: &Words, formats: &Formats) -> Self {
        Self {
            given: person.name.given().to_owned(),
            family: person.name.family().to_owned(),
            nickname: person.nickname.clone(),
            gender: Some(person.gender),
            address_form: person.address_form,
            relation: person.relation,
            phones: contact::phones_text(&person.phones),
            emails: contact::emails_text(&person.emails),
            messengers: contact::messengers_text(words, &person.messengers),
            links: person.links.join("\n"),
            city: person.city.clone(),
            address: person.address.clone(),
            birthday: person.birthday.map(|day| contact::birthday_text(formats, day)).unwrap_or_default(),
            occupation: person.occupation.clone(),
            referred_by,
            interests: person.interests.join(", "),
            problem: person.problem.clone(),
            notes: person.notes.clone(),
            cadence: person.cadence_days.map(|days| days.to_string()).unwrap_or_default(),
            off_list: person.off_list,
        }
    }

    fn of_view(view: &PersonView, words: &Words, formats: &Formats) -> Self {
        let by = view.referred_by.as_ref().map(|by| Who::known(by.id, by.full.clone()));
        Self::of(&view.row.person, by.unwrap_or_default(), words, formats)
    }

    /// The name; typed in one field it is split at its last word. A name that is there without a family name stays so
    /// until it is changed.
    fn name(&self, before: Option<&Name>) -> Result<Name, InvalidValue> {
        let typed = Name::new(&self.given, &self.family)?;
        if typed.family().is_empty() && before != Some(&typed) { Name::from_full(typed.given()) } else { Ok(typed) }
    }

    /// The family name that is split from what was typed as the given one.
    fn split_family(&self, before: Option<&Name>) -> Option<String> {
        let name = self.name(before).ok().filter(|_| self.family.trim().is_empty())?;
        Some(name.family().to_owned()).filter(|family| !family.is_empty())
    }

    /// What keeps the form from being saved, if anything does.
    fn problem(&self, today: NaiveDate) -> Option<Problem> {
        if self.name(None).is_err() {
            return Some(Problem::NoName);
        }
        if !self.birthday.trim().is_empty() && contact::birthday(&self.birthday, today).is_none() {
            return Some(Problem::Birthday);
        }
        (!self.cadence.trim().is_empty() && days(&self.cadence).is_none()).then_some(Problem::Cadence)
    }

    /// Fills a person with what was typed.
    fn fill(&self, person: &mut Person, words: &Words, today: NaiveDate) {
        let tidy = |text: &str| text.trim().to_owned();
        person.nickname = tidy(&self.nickname);
        person.gender = self.gender.unwrap_or(person.gender);
        person.address_form = self.address_form;
        person.relation = self.relation;
        person.phones = contact::phones(&self.phones, &person.phones);
        person.emails = contact::emails(&self.emails, &person.emails);
        person.messengers = contact::messengers(words, &self.messengers);
        person.links = contact::lines(&self.links).map(str::to_owned).collect();
        person.city = tidy(&self.city);
        person.address = tidy(&self.address);
        person.birthday = contact::birthday(&self.birthday, today);
        person.occupation = tidy(&self.occupation);
        person.referred_by = self.referred_by.id;
        person.interests = contact::interests(&self.interests);
        person.problem = tidy(&self.problem);
        person.notes = tidy(&self.notes);
        person.cadence_days = days(&self.cadence);
        person.off_list = self.off_list;
    }
}

/// Days between contacts as typed.
fn days(text: &str) -> Option<u16> {
    let number: String = text.chars().filter(char::is_ascii_digit).collect();
    number.parse().ok().filter(|days| (1..=3_650).contains(days))
}

/// The panel with the form of a person.
#[derive(Debug)]
pub(in crate::pages::list) struct PersonPanel {
    /// Who is changed; none for a new person.
    person: Option<PersonId>,
    /// The id of a new person, the same however often it is tried.
    new: Option<PersonId>,
    /// The city that a new person begins with.
    city: String,
    /// Whose list a new person comes to.
    owner: ListOwner,
    /// A save was tried, so that what is missing is said.
    tried: bool,
    /// It was shown before: what is known was filled in.
    begun: bool,
    /// The first field is to take the focus.
    focus: bool,
}

/// What became of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages::list) enum Panel {
    /// It stays open.
    Open,
    /// It closes; what was typed stays.
    Closed,
    /// It was saved; this person is shown.
    Saved(PersonId),
}

impl PersonPanel {
    /// The form of a new person.
    pub(in crate::pages::list) const fn new(city: String, owner: ListOwner) -> Self {
        Self { person: None, new: None, city, owner, tried: false, begun: false, focus: true }
    }

    /// The form of somebody who is there.
    pub(in crate::pages::list) const fn edit(person: PersonId) -> Self {
        Self {
            person: Some(person),
            new: None,
            city: String::new(),
            owner: ListOwner::Mine,
            tried: false,
            begun: false,
            focus: true,
        }
    }

    /// Whom the form changes.
    pub(in crate::pages::list) const fn person(&self) -> Option<PersonId> {
        self.person
    }

    fn key(&self) -> FormKey {
        self.person.map_or_else(|| FormKey::new(FormKind::Person), |id| FormKey::about(FormKind::Person, id))
    }

    /// Shows the panel. `view` is the person who is changed.
    pub(in crate::pages::list) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>, view: Option<&PersonView>) -> Panel {
        let key = self.key();
        if scene.was_saved(&key)
            && let Some(id) = self.person.or(self.new)
        {
            return Panel::Saved(id);
        }
        let (words, formats) = (scene.words, scene.formats);
        self.fill_first(scene, view, words, formats);
        let title = match view.filter(|_| self.person.is_some()) {
            Some(view) => view.row.person.name.full(),
            None => words.get("new-person"),
        };
        let before = view.filter(|_| self.person.is_some()).map(|view| &view.row.person.name);
        let room = ui.ctx().content_rect().height() - 220.0;
        let answer = modal(ui.ctx(), "person form", &title, &words.get("close"), 640.0, |ui| {
            let typed = scene.form(&key, PersonForm::default).given.clone();
            // Begun anew, it is filled in again with what is known.
            self.begun = !older_draft(ui, scene, &key, (given_id(), &typed)).start_over;
            let scroll = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
            let committed = scroll.show(ui, |ui| self.fields(ui, scene, &key, before)).inner;
            save_row(ui, words, &words.get("list-form-kept")).or(committed)
        });
        self.focus = false;
        if answer.inner == Pressed::Save {
            self.tried = true;
            self.save(scene, &key, view);
        }
        if answer.inner == Pressed::Cancel {
            scene.act(Action::Forget(key));
        }
        if answer.closed || answer.inner == Pressed::Cancel { Panel::Closed } else { Panel::Open }
    }

    /// Begins the form with what is known.
    fn fill_first(&mut self, scene: &mut Scene<'_>, view: Option<&PersonView>, words: &Words, formats: &Formats) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let key = self.key();
        if !scene.drafts.is_touched(&key) {
            // What was known when it was last open may have changed since.
            scene.drafts.forget(&key);
        }
        let city = self.city.clone();
        match view.filter(|_| self.person.is_some()) {
            // A draft of another day goes on from the person as they are now.
            Some(view) => scene.drafts.keep_up(&key, &PersonForm::of_view(view, words, formats)),
            None => drop(scene.form(&key, || PersonForm { city: city.clone(), ..PersonForm::default() })),
        }
    }

    fn save(&mut self, scene: &mut Scene<'_>, key: &FormKey, view: Option<&PersonView>) {
        let (words, today) = (scene.words, scene.today);
        let mut form = scene.form(key, PersonForm::default).clone();
        if let Some(view) = view.filter(|_| self.person.is_some()) {
            form = scene.drafts.rebased(key, &form, &PersonForm::of_view(view, words, scene.formats));
        }
        let there = view.filter(|_| self.person.is_some()).map(|view| Person::clone(&view.row.person));
        let name = form.name(there.as_ref().map(|person| &person.name));
        let (Ok(name), None) = (name, form.problem(today)) else { return };
        let command = match there {
            Some(mut person) => {
                person.name = name;
                form.fill(&mut person, words, today);
                Command::EditPerson(Box::new(person))
            }
            None => {
                let id = *self.new.get_or_insert_with(|| scene.new_person());
                let mut person = Person { owner: self.owner, ..Person::new(id, name, today) };
                form.fill(&mut person, words, today);
                Command::AddPeople(vec![person])
            }
        };
        scene.save(key.clone(), command);
    }

    fn fields(&self, ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, before: Option<&Name>) -> bool {
        ui.spacing_mut().item_spacing.y = space::M;
        // The scroll bar must not stand on the fields.
        ui.set_max_width(ui.available_width() - space::M);
        let today = scene.today;
        let problem = scene.form(key, PersonForm::default).problem(today).filter(|_| self.tried);
        let mut committed = self.names(ui, scene, key, problem, before);
        committed |= reach(ui, scene, key);
        committed |= life(ui, scene, key);
        committed | rest(ui, scene, key, problem)
    }

    fn names(
        &self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        key: &FormKey,
        problem: Option<Problem>,
        before: Option<&Name>,
    ) -> bool {
        let words = scene.words;
        let missing = (problem == Some(Problem::NoName)).then(|| Below::Error(words.get("error-empty-name")));
        let form = scene.form(key, PersonForm::default);
        let split = form.split_family(before);
        let split = split.map(|family| words.with("list-family-split", &[("family", family.into())]));
        let split = split.map(Below::Understood);
        let (mut given, mut family, mut nickname) = (false, false, false);
        let focus = self.focus;
        pair(
            ui,
            |ui, _| {
                let field =
                    Field::new(&words.get("list-given"), &mut form.given).id(given_id()).below(missing).show(ui);
                given = field.committed;
                if focus {
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
                let label = words.get("list-column-relation");
                let mut select = Select::new(&label, &mut form.relation).option(None, words.get("list-unsaid"));
                for relation in say::RELATIONS {
                    select = select.option(Some(relation), say::relation(words, relation));
                }
                select.width(width).show(ui);
            },
        );
        given || family || nickname
    }
}

/// The id of the first field, so that a form that opens begins there.
fn given_id() -> Id {
    Id::unique("given name of a person")
}

fn reach(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let words = scene.words;
    let form = scene.form(key, PersonForm::default);
    let mut committed = [false; 6];
    let [phones, emails, messengers, links, city, address] = &mut committed;
    let rows = |ui: &mut Ui, label: &str, hint: &str, text: &mut String| {
        Field::new(&words.get(label), text).hint(&words.get(hint)).rows(2).show(ui).committed
    };
    pair(
        ui,
        |ui, _| *phones = rows(ui, "list-phones", "list-one-a-line", &mut form.phones),
        |ui, _| *emails = rows(ui, "list-emails", "list-one-a-line", &mut form.emails),
    );
    pair(
        ui,
        |ui, _| *city = Field::new(&words.get("list-city"), &mut form.city).show(ui).committed,
        |ui, _| *address = Field::new(&words.get("list-address"), &mut form.address).show(ui).committed,
    );
    pair(
        ui,
        |ui, _| *messengers = rows(ui, "list-messengers", "list-messengers-hint", &mut form.messengers),
        |ui, _| *links = rows(ui, "list-links", "list-one-a-line", &mut form.links),
    );
    committed.contains(&true)
}

fn life(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let (words, formats, today) = (scene.words, scene.formats, scene.today);
    let form = scene.form(key, PersonForm::default);
    let (mut birthday, mut occupation, mut interests) = (false, false, false);
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
    let hint = words.get("list-interests-hint");
    interests |= Field::new(&words.get("list-interests"), &mut form.interests).hint(&hint).show(ui).committed;
    let problem = Field::new(&words.get("list-problem"), &mut form.problem).rows(2).show(ui).committed;
    let notes = Field::new(&words.get("list-notes"), &mut form.notes).rows(3).show(ui).committed;
    birthday || occupation || interests || problem || notes
}

fn rest(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, problem: Option<Problem>) -> bool {
    let words = scene.words;
    let me = key.about.parse().ok();
    let label = words.get("list-referred-by");
    let committed =
        who_field(ui, scene, &label, false, me, |scene| &mut scene.form(key, PersonForm::default).referred_by);
    let form = scene.form(key, PersonForm::default);
    let wrong = (problem == Some(Problem::Cadence)).then(|| Below::Error(words.get("error-days")));
    let mut cadence = false;
    pair(
        ui,
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
        |ui, _| {
            let hint = words.get("list-cadence-hint");
            let field =
                Field::new(&words.get("list-cadence-days"), &mut form.cadence).hint(&hint).below(wrong).show(ui);
            cadence = field.committed;
        },
    );
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
    committed || cadence
}
