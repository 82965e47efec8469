//! «Чухме се»: a contact that took place just now, in one line, with the next call.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Id, Key, Modifiers, Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::{Command, ContactKind, ContactLog};
use sponsor_core::model::{EntryId, Gender, Person, PersonId, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::action::{Action, ContactWish};
use super::ask::Question;
use super::forms::{Form, FormKey, FormKind};
use super::reach::Reach;
use super::scene::Scene;
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Chip, Field, Segmented, date_field, modal, soft, split};
use crate::words::Words;

/// In how many days the next call is proposed.
const NEXT: [u16; 4] = [7, 14, 30, 60];
/// Width of the panel.
const WIDTH: f32 = 500.0;

/// A contact as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    kind: ContactKind,
    said: String,
    next: String,
    need: String,
    going_on: String,
}

impl Form for ContactForm {
    const KIND: FormKind = FormKind::Contact;
}

/// Asks with whom one was in touch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct WhoQuestion(pub(super) PersonId);

impl Question for WhoQuestion {
    type Answer = Option<Arc<Person>>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        Ok(view.people().get(self.0).cloned())
    }
}

/// The panel of a contact.
#[derive(Debug)]
pub(super) struct ContactPanel {
    wish: ContactWish,
    /// The entry that it becomes, so that Enter twice does not make two.
    becomes: Option<EntryId>,
    begun: bool,
}

/// What was pressed in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Nothing,
    Save,
    Cancel,
}

impl ContactPanel {
    pub(super) const fn new(wish: ContactWish) -> Self {
        Self { wish, becomes: None, begun: false }
    }

    /// Shows the panel; tells whether it should close.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let key = FormKey::about(FormKind::Contact, self.wish.person);
        if scene.was_saved(&key) {
            return true;
        }
        let Some(answer) = scene.ask_exact(&WhoQuestion(self.wish.person)) else { return false };
        let Some(person) = answer.as_ref() else { return true };
        if !std::mem::replace(&mut self.begun, true) {
            let kind = self.wish.kind;
            if !scene.drafts.is_touched(&key) {
                // Nothing was typed: it begins with what is asked for now.
                scene.drafts.forget(&key);
            }
            scene.form(&key, || ContactForm { kind, ..ContactForm::default() }).kind = kind;
        }
        let title = scene.words.with("contact-title", &[("name", person.name.full().into())]);
        let close = scene.words.get("close");
        let answer = modal(ui.ctx(), "contact", &title, &close, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            let committed = fields(ui, scene, &key, person);
            let pressed = foot(ui, scene.words);
            if committed && pressed == Pressed::Nothing { Pressed::Save } else { pressed }
        });
        match answer.inner {
            Pressed::Save => self.save(scene, key),
            Pressed::Cancel => scene.act(Action::Forget(key)),
            Pressed::Nothing => {}
        }
        answer.closed || answer.inner == Pressed::Cancel
    }

    fn save(&mut self, scene: &mut Scene<'_>, key: FormKey) {
        let today = scene.today;
        let form = scene.form(&key, ContactForm::default).clone();
        let next_call = parse::date(&form.next, today);
        if next_call.is_none() && !form.next.trim().is_empty() {
            return;
        }
        let entry = *self.becomes.get_or_insert_with(|| scene.new_entry());
        let log = ContactLog {
            said: form.said,
            next_call,
            need: form.need,
            going_on: form.going_on,
            greeted: self.wish.greeted,
            ..ContactLog::new(entry, self.wish.person, form.kind)
        };
        scene.save(key, Command::LogContact(Box::new(log)));
    }
}

fn said_id() -> Id {
    Id::unique("contact said")
}

/// The fields; tells whether Enter was pressed in one of them.
fn fields(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, person: &Person) -> bool {
    let words = scene.words;
    let mut kind = scene.form(key, ContactForm::default).kind;
    let names = [words.get("kind-call"), words.get("kind-message"), words.get("kind-meeting")];
    let label = words.get("contact-kind");
    let mut switch = Segmented::new(&label, &mut kind);
    for (one, name) in ContactKind::ALL.into_iter().zip(&names) {
        switch = switch.option(one, name);
    }
    switch.show(ui);
    reach(ui, scene, kind, person);
    if ui.memory(|memory| memory.focused().is_none()) {
        ui.memory_mut(|memory| memory.request_focus(said_id()));
    }
    let (label, hint) = (words.get("contact-said"), words.get("contact-said-hint"));
    let form = scene.form(key, ContactForm::default);
    form.kind = kind;
    let mut committed = Field::new(&label, &mut form.said).hint(&hint).id(said_id()).show(ui).committed;
    if person.registration.is_some() {
        committed |= lines(ui, scene, key, person);
    }
    committed | next_call(ui, scene, key)
}

/// The ways to the person by what was chosen: one may call from here and write down what came of it.
fn reach(ui: &mut Ui, scene: &mut Scene<'_>, kind: ContactKind, person: &Person) {
    let ways = match kind {
        ContactKind::Call => Reach::to_call(person),
        ContactKind::Message => Reach::to_write(person),
        ContactKind::Meeting => Vec::new(),
    };
    if ways.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        for way in ways {
            let name = way.name(scene.words);
            let shown = if kind == ContactKind::Call { way.shown.clone() } else { name.clone() };
            let button = Button::quiet(&shown).icon(way.icon()).small();
            let spoken = format!("{name}: {}", way.shown);
            if ui.add(button.name(&spoken)).on_hover_text(&spoken).clicked() {
                scene.act(Action::OpenOutside(way.address));
            }
        }
    });
}

/// «От какво има нужда» and «Какво става при него/нея», asked for after each talk with a registered user.
fn lines(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, person: &Person) -> bool {
    let words = scene.words;
    let going_on = words.get(going_on_key(person.gender));
    let need = words.get("list-need");
    let newest = |lines: &[sponsor_core::model::DatedLine]| lines.last().map(|line| line.text.clone());
    let hint = words.get("contact-line-hint");
    let hints = [newest(&person.needs), newest(&person.going_on)].map(|known| known.unwrap_or_else(|| hint.clone()));
    let [need_hint, going_on_hint] = hints;
    let form = scene.form(key, ContactForm::default);
    let needed = Field::new(&need, &mut form.need).hint(&need_hint).show(ui).committed;
    let told = Field::new(&going_on, &mut form.going_on).hint(&going_on_hint).show(ui).committed;
    needed || told
}

/// The key of «Какво става при него/нея» by gender.
#[must_use]
pub(super) const fn going_on_key(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "list-going-on-she",
        Gender::Male => "list-going-on-he",
        Gender::Unknown => "list-going-on",
    }
}

/// When to call next: proposals, none, or a day as typed.
fn next_call(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) -> bool {
    let (words, today) = (scene.words, scene.today);
    let form = scene.form(key, ContactForm::default);
    let chosen = parse::date(&form.next, today);
    soft(ui, &words.get("contact-next"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        if Chip::new(&words.get("contact-next-none")).selected(form.next.trim().is_empty()).show(ui).response.clicked()
        {
            form.next.clear();
        }
        for days in NEXT {
            let Some(day) = today.checked_add_days(Days::new(days.into())) else { continue };
            let name = words.with("contact-next-days", &[("count", days.into())]);
            if Chip::new(&name).selected(chosen == Some(day)).show(ui).response.clicked() {
                form.next = Formats::date_typed(day);
            }
        }
    });
    typed_day(ui, words, &mut form.next, today)
}

fn typed_day(ui: &mut Ui, words: &Words, typed: &mut String, today: NaiveDate) -> bool {
    let (label, hint) = (words.get("contact-next-day"), words.get("contact-next-hint"));
    let field = Field::new(&label, typed).hint(&hint).hide_label().icon(icons::CALENDAR);
    date_field(ui, words, field, today).field.committed
}

fn foot(ui: &mut Ui, words: &Words) -> Pressed {
    ui.add_space(space::XS);
    let (_, pressed) = split(
        ui,
        height::BUTTON,
        |ui| soft(ui, &words.get("list-form-kept")),
        |ui| {
            let saved = ui.add(Button::primary(&words.get("save")).keys("Enter")).clicked();
            let cancelled = ui.add(Button::plain(&words.get("cancel"))).clicked();
            match (saved, cancelled) {
                (true, _) => Pressed::Save,
                (_, true) => Pressed::Cancel,
                _ => Pressed::Nothing,
            }
        },
    );
    let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if keys { Pressed::Save } else { pressed }
}
