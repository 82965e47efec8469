//! Who it is: filled in before the guest looks at the screen, and again as the first step of the talk.

use egui::{Frame, Id, Key, ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{
    FormOfAddress, Interview, InterviewId, InterviewState, Language, Person, PersonId, RecordKind, Role, Talk,
};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::text::{WordOrder, same_name};

use super::talk::{any_popup, column};
use super::wording::Voice;
use crate::app::{Form, FormKey, FormKind, Question, Scene};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::space;
use crate::widgets::{
    Banner, Button, Card, Field, Segmented, Select, date_field, page_header, page_margin, soft, time_field,
};
use crate::words::Words;

/// Who it is, as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuestForm {
    name: String,
    phone: String,
    city: String,
    language: Language,
    form: FormOfAddress,
    role: Role,
    number: String,
    date: String,
    time: String,
    person: Option<PersonId>,
}

impl Form for GuestForm {
    const KIND: FormKind = FormKind::InterviewGuest;
}

impl GuestForm {
    fn new(now: Now, formats: &Formats) -> Self {
        Self {
            name: String::new(),
            phone: String::new(),
            city: String::new(),
            language: formats.language(),
            form: FormOfAddress::Informal,
            role: Role::Partner,
            number: String::new(),
            date: formats.date_compact(now.local.date()),
            time: formats.time(now.local.time()),
            person: None,
        }
    }

    fn take(&mut self, person: &Person, formats: &Formats) {
        self.person = Some(person.id);
        self.name = person.name.full();
        self.form = person.address_form;
        self.phone = person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
        self.city.clone_from(&person.city);
        if let Some(registration) = &person.registration {
            self.role = registration.role;
            self.number.clone_from(&registration.company_number);
            self.date = formats.date_compact(registration.on);
            if let Some(at) = registration.at {
                self.time = formats.time(at);
            }
        }
    }

    /// As an interview has it.
    #[must_use]
    pub fn of(interview: &Interview, formats: &Formats) -> Self {
        Self {
            name: interview.guest_name.clone(),
            phone: interview.guest_phone.clone(),
            city: interview.guest_city.clone(),
            language: interview.language,
            form: interview.address_form,
            role: interview.role,
            number: interview.company_number.clone(),
            date: formats.date_compact(interview.registered.date()),
            time: formats.time(interview.registered.time()),
            person: interview.person,
        }
    }

    /// Puts what was typed into an interview; what cannot be read leaves what was there. Another language or form of
    /// address gives the questions their other wording.
    pub fn put_into(&self, interview: &mut Interview, now: Now) {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() {
            interview.guest_name = name;
        }
        self.phone.trim().clone_into(&mut interview.guest_phone);
        self.city.trim().clone_into(&mut interview.guest_city);
        self.number.trim().clone_into(&mut interview.company_number);
        interview.role = self.role;
        if let Some(registered) = self.registered(now) {
            interview.registered = registered;
        }
        if (interview.language, interview.address_form) != (self.language, self.form) || interview.steps.is_empty() {
            (interview.language, interview.address_form) = (self.language, self.form);
            interview.steps = Voice::new(self.language, self.form).steps();
        }
    }

    fn registered(&self, now: Now) -> Option<chrono::NaiveDateTime> {
        let day = parse::date(&self.date, now.local.date())?;
        Some(day.and_time(parse::time(&self.time)?))
    }

    fn can_begin(&self, now: Now) -> bool {
        self.name.chars().any(char::is_alphanumeric) && self.registered(now).is_some()
    }

    fn interview(&self, id: InterviewId, now: Now) -> Interview {
        let mut interview = Interview {
            id,
            person: self.person,
            guest_name: String::new(),
            guest_phone: String::new(),
            guest_city: String::new(),
            language: self.language,
            address_form: self.form,
            role: self.role,
            company_number: String::new(),
            registered: now.local,
            talk: Talk::First,
            state: InterviewState::Open,
            step: "company".to_owned(),
            steps: Vec::new(),
            answers: Vec::new(),
            goal_what: String::new(),
            goal_until: None,
            goal_why: String::new(),
            first_names: Vec::new(),
            first_actions: Vec::new(),
            next_meeting: None,
            entries: Vec::new(),
            started: now.local,
            updated: now.local,
        };
        self.put_into(&mut interview, now);
        interview
    }
}

/// Asks for the one known person of a name; nobody's name appears for part of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum KnownQuestion {
    Name(String),
    Id(PersonId),
}

impl Question for KnownQuestion {
    type Answer = Option<Person>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let name = match self {
            Self::Id(id) => return Ok(people.get(*id).map(|person| (**person).clone())),
            Self::Name(name) => name,
        };
        let me = people.settings().map(|settings| settings.me);
        let same = |person: &&std::sync::Arc<Person>| {
            Some(person.id) != me && same_name(&person.name.full(), name, WordOrder::Any)
        };
        let mut found = people.all().filter(same);
        // Two people of one name: neither is offered, for it would be a guess.
        Ok(found.next().filter(|_| found.next().is_none()).map(|person| (**person).clone()))
    }
}

/// What was asked for on the first screen.
#[derive(Clone, Copy, Debug)]
pub enum GuestAnswer {
    /// The interview was begun.
    Started(InterviewId),
    /// The screen is left; what was typed stays.
    Left,
}

/// The first screen.
#[derive(Debug)]
pub struct GuestPage {
    person: Option<PersonId>,
    begun: Option<InterviewId>,
    fresh: bool,
}

impl GuestPage {
    /// For a person of the list, or for somebody new.
    #[must_use]
    pub const fn new(person: Option<PersonId>) -> Self {
        Self { person, begun: None, fresh: true }
    }

    /// Shows the screen; what was asked for, if anything.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> Option<GuestAnswer> {
        let key = match self.person {
            Some(id) => FormKey::about(FormKind::InterviewGuest, id),
            None => FormKey::new(FormKind::InterviewGuest),
        };
        if let Some(begun) = self.begun.filter(|_| scene.was_saved(&key)) {
            return Some(GuestAnswer::Started(begun));
        }
        let leaves = !any_popup(ui) && ui.input(|input| input.key_pressed(Key::Escape));
        let known = match self.person {
            Some(id) => Some(scene.ask_exact(&KnownQuestion::Id(id))?),
            None => None,
        };
        let (now, words, formats) = (scene.now, scene.words.clone(), scene.formats.clone());
        let initial = || {
            let mut form = GuestForm::new(now, &formats);
            if let Some(person) = known.as_ref().and_then(|known| known.as_ref().as_ref()) {
                form.take(person, &formats);
            }
            form
        };
        let typed = scene.form(&key, initial).clone();
        let offered = offered(scene, &typed);
        let mut wants = Wants::default();
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            let title = words.get("onboarding-guest-title");
            page_header(
                ui,
                &title,
                "",
                |_, _| (),
                |ui, _| wants.leave = ui.add(Button::plain(&words.get("back"))).clicked(),
            );
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                column(ui, 640.0, |ui| {
                    soft(ui, &words.get("onboarding-guest-note"));
                    ui.add_space(space::S);
                    let form = scene.form(&key, initial);
                    Card::new().padding(24).show(ui, |ui| {
                        wants.begin = fields(ui, &words, now, form, self.fresh);
                        known_person(ui, &words, &formats, form, offered.as_ref());
                        ui.add_space(space::S);
                        let begin = words.get("onboarding-guest-begin");
                        let button = Button::primary(&begin).trailing(icons::ARROW_RIGHT).large();
                        wants.begin |= ui.add_enabled(form.can_begin(now), button).clicked();
                    });
                });
            });
        });
        self.fresh = false;
        if wants.begin {
            self.begin(scene, &key, initial);
        }
        (leaves || wants.leave).then_some(GuestAnswer::Left)
    }

    fn begin(&mut self, scene: &mut Scene<'_>, key: &FormKey, initial: impl Fn() -> GuestForm) {
        let form = scene.form(key, initial).clone();
        if !form.can_begin(scene.now) {
            return;
        }
        // The same id for a second press before the first was acknowledged.
        let id = *self.begun.get_or_insert_with(|| scene.new_interview());
        let interview = form.interview(id, scene.now);
        scene.save(key.clone(), Command::StartInterview(Box::new(interview)));
    }
}

/// The known person of just the name that is typed.
fn offered(scene: &mut Scene<'_>, typed: &GuestForm) -> Option<Person> {
    if typed.person.is_some() || typed.name.trim().chars().count() < 2 {
        return None;
    }
    let answer = scene.ask_exact(&KnownQuestion::Name(typed.name.trim().to_owned()))?;
    (*answer).clone()
}

#[derive(Default)]
struct Wants {
    begin: bool,
    leave: bool,
}

fn known_person(ui: &mut Ui, words: &Words, formats: &Formats, form: &mut GuestForm, offered: Option<&Person>) {
    if let Some(person) = offered {
        ui.add_space(space::S);
        let title = words.get("onboarding-guest-known");
        let it_is = words.with("onboarding-guest-choose", &[("name", person.name.full().into())]);
        let taken =
            Banner::new(&title).icon(icons::LIST).show(ui, |ui| ui.add(Button::accent(&it_is).small()).clicked());
        if taken {
            form.take(person, formats);
        }
    } else if form.person.is_some() {
        ui.add_space(space::S);
        let title = words.with("onboarding-guest-chosen", &[("name", form.name.as_str().into())]);
        let other = words.get("onboarding-guest-other");
        if Banner::new(&title).icon(icons::DONE_CIRCLE).show(ui, |ui| ui.add(Button::quiet(&other).small()).clicked()) {
            form.person = None;
        }
    }
}

/// The fields of the form; tells whether Enter was pressed in one. `fresh` gives the focus to the name.
pub fn fields(ui: &mut Ui, words: &Words, now: Now, form: &mut GuestForm, fresh: bool) -> bool {
    ui.spacing_mut().item_spacing.y = space::M;
    let half = (ui.available_width() - space::L) / 2.0;
    let label = |key: &str| words.get(key);
    let mut committed = false;
    let name_id = Id::unique("onboarding-guest-name");
    let name = label("onboarding-guest-name");
    committed |= Field::new(&name, &mut form.name).id(name_id).show(ui).committed;
    if fresh {
        ui.memory_mut(|memory| memory.request_focus(name_id));
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let (phone, city) = (label("onboarding-guest-phone"), label("onboarding-guest-city"));
        committed |= Field::new(&phone, &mut form.phone).width(half).show(ui).committed;
        committed |= Field::new(&city, &mut form.city).width(half).show(ui).committed;
    });
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let (date, time, number) =
            (label("onboarding-guest-date"), label("onboarding-guest-time"), label("onboarding-guest-number"));
        let quarter = (half - space::L) / 2.0;
        let date = Field::new(&date, &mut form.date).width(half - quarter.min(104.0) - space::L);
        committed |= date_field(ui, words, date, now.local.date()).field.committed;
        let time = Field::new(&time, &mut form.time).width(quarter.min(104.0));
        committed |= time_field(ui, words, time).field.committed;
        committed |= Field::new(&number, &mut form.number).width(half).show(ui).committed;
    });
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        choices(ui, words, form);
    });
    committed
}

fn choices(ui: &mut Ui, words: &Words, form: &mut GuestForm) {
    let role = words.get("onboarding-guest-role");
    labelled(ui, &role, |ui| {
        let (partner, customer) = (words.get("role-partner"), words.get("role-customer"));
        let switch = Segmented::new(&role, &mut form.role).option(Role::Partner, &partner);
        switch.option(Role::Customer, &customer).show(ui);
    });
    let address = words.get("onboarding-guest-form");
    labelled(ui, &address, |ui| {
        let (ti, vie) = (words.get("onboarding-guest-ti"), words.get("onboarding-guest-vie"));
        let switch = Segmented::new(&address, &mut form.form).option(FormOfAddress::Informal, &ti);
        switch.option(FormOfAddress::Formal, &vie).show(ui);
    });
    let language = words.get("onboarding-guest-language");
    let names = Language::ALL.map(|language| (language, language.own_name().to_owned()));
    Select::new(&language, &mut form.language).options(names).width(160.0).show(ui);
}

fn labelled(ui: &mut Ui, label: &str, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        soft(ui, label);
        contents(ui);
    });
}
