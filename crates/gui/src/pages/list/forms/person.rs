//! The form of a person, new or changed.

use egui::{ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{FormOfAddress, Gender, InvalidValue, ListOwner, Name, Person, PersonId, Relation};
use sponsor_core::query::PersonView;

use chrono::NaiveDate;

use super::contact;
use super::person_fields::{fields, given_id};
use super::who::Who;
use super::{Pressed, save_row};
use crate::app::{Action, Form, FormKey, FormKind, Scene, older_draft};
use crate::format::Formats;
use crate::widgets::modal;
use crate::words::Words;

/// From this width of the window on the sections stand in two columns.
const BESIDE: f32 = 1_180.0;
/// How wide the panel is in two columns.
const WIDE: f32 = 1_040.0;
/// How wide it is in one.
const NARROW: f32 = 640.0;

/// Everything of a person, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PersonForm {
    pub(super) given: String,
    pub(super) family: String,
    pub(super) nickname: String,
    /// None: guessed from the name.
    pub(super) gender: Option<Gender>,
    pub(super) address_form: FormOfAddress,
    pub(super) relation: Option<Relation>,
    pub(super) phones: String,
    pub(super) emails: String,
    pub(super) messengers: String,
    pub(super) links: String,
    pub(super) city: String,
    pub(super) address: String,
    pub(super) birthday: String,
    pub(super) occupation: String,
    pub(super) referred_by: Who,
    pub(super) interests: String,
    pub(super) problem: String,
    pub(super) notes: String,
    pub(super) cadence: String,
    pub(super) off_list: bool,
}

impl Form for PersonForm {
    const KIND: FormKind = FormKind::Person;
}

/// Why a form cannot be saved yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
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
    pub(super) fn split_family(&self, before: Option<&Name>) -> Option<String> {
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

    /// Whether something stands in the fields that are seldom filled in.
    fn holds_more(&self) -> bool {
        let texts = [&self.address, &self.messengers, &self.links];
        texts.iter().any(|text| !text.trim().is_empty())
            || self.off_list
            || self.address_form != FormOfAddress::default()
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
    /// Whether what is seldom told is shown; none until a person says so: then it is shown where it holds something.
    more: Option<bool>,
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
        Self { person: None, new: None, city, owner, tried: false, begun: false, focus: true, more: None }
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
            more: None,
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
        let window = ui.ctx().content_rect();
        let room = window.height() - 220.0;
        let wide = if window.width() >= BESIDE { WIDE } else { NARROW };
        let answer = modal(ui.ctx(), "person form", &title, &words.get("close"), wide, |ui| {
            let typed = scene.form(&key, PersonForm::default).given.clone();
            // Begun anew, it is filled in again with what is known.
            self.begun = !older_draft(ui, scene, &key, (given_id(), &typed)).start_over;
            let scroll = ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]);
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

    fn fields(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, before: Option<&Name>) -> bool {
        let today = scene.today;
        let form = scene.form(key, PersonForm::default);
        let problem = form.problem(today).filter(|_| self.tried);
        let mut more = self.more.unwrap_or_else(|| form.holds_more());
        let asked = more;
        let committed = fields(ui, scene, key, Shown { problem, before, focus: self.focus }, &mut more);
        if more != asked {
            self.more = Some(more);
        }
        committed
    }
}

/// How the fields are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    /// What is wrong, once a save was tried.
    pub(super) problem: Option<Problem>,
    /// The name of a person who is changed.
    pub(super) before: Option<&'a Name>,
    /// The first field is to take the focus.
    pub(super) focus: bool,
}
