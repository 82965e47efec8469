//! The first screen: who it is, filled in before the guest looks at the screen.

use egui::{Frame, Key, Modifiers, ScrollArea, Ui};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{Interview, InterviewId, InterviewState, Person, PersonId, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::text::{WordOrder, same_name};

use super::guest_fields::fields;
use super::guest_form::GuestForm;
use super::layout::{any_popup, column};
use crate::app::{FormKey, FormKind, Question, Scene};
use crate::format::Formats;
use crate::icons;
use crate::theme::space;
use crate::widgets::{Banner, Button, Card, page_header, page_margin, soft};
use crate::words::Words;

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

/// Asks for the talk of a person that was begun and not brought to its end, the newest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct BegunQuestion(PersonId);

impl Question for BegunQuestion {
    type Answer = Option<InterviewId>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Interview];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let all: Vec<Interview> = view.all()?;
        let open = all.iter().filter(|one| one.person == Some(self.0) && one.state == InterviewState::Open);
        Ok(open.max_by_key(|one| (one.updated, one.id)).map(|one| one.id))
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

/// What was wished for on the screen in this frame.
#[derive(Default)]
struct Wants {
    begin: bool,
    leave: bool,
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
        // A talk that was left goes on where it was left.
        if let Some(id) = self.person
            && let Some(interview) = *scene.ask_exact(&BegunQuestion(id))?
        {
            return Some(GuestAnswer::Started(interview));
        }
        let known = match self.person {
            Some(id) => Some(scene.ask_exact(&KnownQuestion::Id(id))?),
            None => None,
        };
        let (now, formats) = (scene.now, scene.formats.clone());
        let initial = || {
            let mut form = GuestForm::new(now, &formats);
            if let Some(person) = known.as_ref().and_then(|known| known.as_ref().as_ref()) {
                form.take(person, &formats);
            }
            form
        };
        let wants = self.paint(ui, scene, &key, &initial);
        if wants.begin {
            self.begin(scene, &key, initial);
        }
        wants.leave.then_some(GuestAnswer::Left)
    }

    fn paint(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, initial: &impl Fn() -> GuestForm) -> Wants {
        let mut wants = keys(ui);
        let (now, words, formats) = (scene.now, scene.words.clone(), scene.formats.clone());
        let typed = scene.form(key, initial).clone();
        let offered = offered(scene, &typed);
        let fresh = std::mem::take(&mut self.fresh);
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            let (title, back) = (words.get("onboarding-guest-title"), words.get("back"));
            let back = Button::plain(&back).keys("Esc");
            page_header(ui, &title, "", |_, _| (), |ui, _| wants.leave |= ui.add(back).clicked());
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                column(ui, 640.0, |ui| {
                    soft(ui, &words.get("onboarding-guest-note"));
                    ui.add_space(space::S);
                    let form = scene.form(key, initial);
                    Card::new().padding(24).show(ui, |ui| {
                        wants.begin |= fields(ui, &words, now, form, fresh);
                        known_person(ui, &words, &formats, form, offered.as_ref());
                        ui.add_space(space::S);
                        let begin = words.get("onboarding-guest-begin");
                        let button = Button::primary(&begin).keys("Ctrl ↵").trailing(icons::ARROW_RIGHT).large();
                        wants.begin |= ui.add_enabled(form.can_begin(now), button).clicked();
                    });
                });
            });
        });
        wants
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

/// Escape leaves, Ctrl+Enter begins.
fn keys(ui: &Ui) -> Wants {
    if any_popup(ui) {
        return Wants::default();
    }
    ui.input_mut(|input| Wants {
        begin: input.consume_key(Modifiers::COMMAND, Key::Enter),
        leave: input.key_pressed(Key::Escape),
    })
}

/// The known person of just the name that is typed.
fn offered(scene: &mut Scene<'_>, typed: &GuestForm) -> Option<Person> {
    if typed.person().is_some() || typed.name.trim().chars().count() < 2 {
        return None;
    }
    let answer = scene.ask_exact(&KnownQuestion::Name(typed.name.trim().to_owned()))?;
    (*answer).clone()
}

/// Whose record it is: of the person who was chosen, of one who could be, or a new one.
fn known_person(ui: &mut Ui, words: &Words, formats: &Formats, form: &mut GuestForm, offered: Option<&Person>) {
    let banner = |ui: &mut Ui, title: &str, sign: char, action: Button<'_>| {
        ui.add_space(space::S);
        Banner::new(title).icon(sign).show(ui, |ui| ui.add(action.small()).clicked())
    };
    if let Some(person) = offered {
        let title = words.get("onboarding-guest-known");
        let it_is = words.with("onboarding-guest-choose", &[("name", person.name.full().into())]);
        if banner(ui, &title, icons::LIST, Button::accent(&it_is)) {
            form.take(person, formats);
        }
    } else if form.person().is_some() {
        let title = words.with("onboarding-guest-chosen", &[("name", form.name.trim().into())]);
        let other = words.get("onboarding-guest-other");
        if banner(ui, &title, icons::DONE_CIRCLE, Button::quiet(&other)) {
            form.leave_person();
        }
    } else if let Some(before) = form.let_go() {
        let title = words.with("onboarding-guest-let-go", &[("name", before.into())]);
        let back = words.get("onboarding-guest-take-back");
        if banner(ui, &title, icons::ADD_PERSON, Button::quiet(&back)) {
            form.take_back();
        }
    }
}
