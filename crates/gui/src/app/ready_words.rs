//! Ready words: a text is chosen, filled for a person, changed by hand, and sent by what the person is reached by.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Id, Key, Modifiers, Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::{Command, ContactKind, ContactLog};
use sponsor_core::model::{EntryId, EntryKind, Person, PersonId, RecordKind, Wording};
use sponsor_core::query::{Item, View, occasions, person};
use sponsor_core::ready_words::{Filling, ReadyText, all, fill};
use sponsor_core::store::StoreError;

use super::action::Action;
use super::ask::Question;
use super::forms::{Form, FormKey, FormKind};
use super::reach::Reach;
use super::scene::Scene;
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Chip, Field, Segmented, modal, soft, split};
use crate::words::Words;

/// The text for what is kept of a person.
pub const CONGRATULATION: &str = "congratulation";
/// Width of the panel.
const WIDTH: f32 = 600.0;

/// A message as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadyForm {
    /// The key of the chosen text.
    chosen: String,
    wording: Wording,
    day: String,
    place: String,
    /// The message.
    text: String,
    /// The message as it was filled last: while it is the same, a change of day or place fills it anew.
    filled: String,
}

impl Form for ReadyForm {
    const KIND: FormKind = FormKind::ReadyWords;
}

/// Asks for whom the words are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct ForWhom(PersonId);

/// For whom the words are.
#[derive(Debug)]
struct Whom {
    person: Arc<Person>,
    /// The next meeting with them, which fills day and place.
    meeting: Option<Item>,
    /// Today, where something of theirs is kept.
    celebrates: Option<NaiveDate>,
}

impl Question for ForWhom {
    type Answer = Option<Whom>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Entry, RecordKind::Settings];

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let Some(known) = view.people().get(self.0).cloned() else { return Ok(None) };
        let settings = view.settings()?;
        let today = now.today(settings.day_ends);
        let upcoming = person(view, self.0, today)?.map(|view| view.upcoming).unwrap_or_default();
        let ahead = |item: &Item| item.kind == EntryKind::Meeting && item.when.last_day() >= Some(today);
        let kept = occasions(view, &(today..=today), settings.language);
        Ok(Some(Whom {
            person: known,
            meeting: upcoming.into_iter().find(ahead),
            celebrates: kept.iter().any(|one| one.person.id == self.0).then_some(today),
        }))
    }
}

/// The panel of ready words.
#[derive(Debug)]
pub(super) struct ReadyPanel {
    person: PersonId,
    /// The text that was asked for.
    wanted: Option<&'static str>,
    becomes: Option<EntryId>,
    begun: bool,
}

/// What was pressed below the message.
enum Pressed {
    Nothing,
    /// It is opened in another program, and written down.
    Send(Reach),
    /// It was sent already.
    Sent,
    Copy,
}

impl ReadyPanel {
    pub(super) const fn new(person: PersonId, wanted: Option<&'static str>) -> Self {
        Self { person, wanted, becomes: None, begun: false }
    }

    /// Shows the panel; tells whether it should close.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let key = FormKey::about(FormKind::ReadyWords, self.person);
        if scene.was_saved(&key) {
            return true;
        }
        let Some(answer) = scene.ask_exact(&ForWhom(self.person)) else { return false };
        let Some(whom) = answer.as_ref() else { return true };
        if !std::mem::replace(&mut self.begun, true) {
            self.begin(scene, &key, whom);
        }
        let title = scene.words.with("ready-title", &[("name", whom.person.name.full().into())]);
        let answer = modal(ui.ctx(), "ready words", &title, &scene.words.get("close"), WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            choose(ui, scene, &key);
            places(ui, scene, &key);
            refill(scene, &key, whom);
            message(ui, scene, &key, whom);
            send(ui, scene.words, &whom.person)
        });
        self.answer(scene, key, whom, answer.inner);
        answer.closed
    }

    /// Begins the message; one that was begun before stays, unless another text was asked for and nothing was typed.
    fn begin(&self, scene: &mut Scene<'_>, key: &FormKey, whom: &Whom) {
        if !scene.drafts.is_touched(key) {
            scene.drafts.forget(key);
        }
        let wording = Wording::of(scene.words.language(), whom.person.address_form);
        let proposed = whom.celebrates.map(|_| CONGRATULATION);
        let chosen =
            self.wanted.or(proposed).or_else(|| all().first().map(|text| text.key.as_str())).unwrap_or_default();
        let day = whom.meeting.as_ref().map(|item| when(scene, item)).unwrap_or_default();
        let place = whom.meeting.as_ref().map(|item| at_place(scene.words, &item.place)).unwrap_or_default();
        let text = text_of(chosen).map(|text| filled(scene, whom, text, wording, &day, &place)).unwrap_or_default();
        scene.form(key, || ReadyForm {
            chosen: chosen.to_owned(),
            wording,
            day: day.clone(),
            place: place.clone(),
            text: text.clone(),
            filled: text.clone(),
        });
    }

    fn answer(&mut self, scene: &mut Scene<'_>, key: FormKey, whom: &Whom, pressed: Pressed) {
        let form = scene.form(&key, ReadyForm::default).clone();
        let text = form.text.trim().to_owned();
        match pressed {
            Pressed::Nothing => return,
            Pressed::Copy => {
                scene.act(Action::Copy(text));
                scene.act(Action::Say(scene.words.get("ready-copied")));
                return;
            }
            Pressed::Send(way) => {
                let subject = text_of(&form.chosen).map_or("", |text| text.title(scene.words.language())).to_owned();
                // Not every program takes a text: then it is pasted.
                scene.act(Action::Copy(text.clone()));
                scene.act(Action::OpenOutside(way.with_text(&subject, &text)));
            }
            Pressed::Sent => {}
        }
        let entry = *self.becomes.get_or_insert_with(|| scene.new_entry());
        let log = ContactLog {
            said: text,
            greeted: whom.celebrates.filter(|_| form.chosen == CONGRATULATION),
            ..ContactLog::new(entry, self.person, ContactKind::Message)
        };
        scene.save(key, Command::LogContact(Box::new(log)));
    }
}

fn text_of(key: &str) -> Option<&'static ReadyText> {
    all().iter().find(|text| text.key == key)
}

/// «утре в 14:00».
fn when(scene: &Scene<'_>, item: &Item) -> String {
    let Some(day) = item.when.first_day() else { return String::new() };
    let near = scene.formats.date_near(day, scene.today);
    match item.when.time() {
        Some(time) => {
            scene.words.with("ready-day-at", &[("day", near.into()), ("time", scene.formats.time(time).into())])
        }
        None => near,
    }
}

/// «в „Старинен файтон“»; a link is no place.
fn at_place(words: &Words, place: &str) -> String {
    let place = place.trim();
    if place.contains("://") {
        return words.get("online");
    }
    if place.is_empty() { String::new() } else { words.with("ready-at-place", &[("place", place.into())]) }
}

fn filled(scene: &Scene<'_>, whom: &Whom, text: &ReadyText, wording: Wording, day: &str, place: &str) -> String {
    let first = |person: &Person| {
        let first = person.name.given().split(' ').next().filter(|name| !name.is_empty());
        first.unwrap_or_else(|| person.name.family()).to_owned()
    };
    let filling = Filling {
        name: if whom.person.nickname.is_empty() { first(&whom.person) } else { whom.person.nickname.clone() },
        day: day.to_owned(),
        place: place.to_owned(),
        me: first(&scene.frame.me),
    };
    fill(text.words(&scene.frame.settings, wording), &filling)
}

/// Fills the message anew where nobody has changed it by hand.
fn refill(scene: &mut Scene<'_>, key: &FormKey, whom: &Whom) {
    let form = scene.form(key, ReadyForm::default).clone();
    let Some(text) = text_of(&form.chosen) else { return };
    let fresh = filled(scene, whom, text, form.wording, &form.day, &form.place);
    let form = scene.form(key, ReadyForm::default);
    if form.text == form.filled && form.filled != fresh {
        form.text.clone_from(&fresh);
        form.filled = fresh;
    }
}

/// The texts, and in which wording.
fn choose(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) {
    let words = scene.words;
    let form = scene.form(key, ReadyForm::default);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for text in all() {
            let on = form.chosen == text.key;
            if Chip::new(text.title(words.language())).selected(on).show(ui).response.clicked() {
                form.chosen.clone_from(&text.key);
            }
        }
    });
    let names = [words.get("ready-informal"), words.get("ready-formal"), words.get("ready-english")];
    let label = words.get("ready-wording");
    let mut switch = Segmented::new(&label, &mut form.wording);
    for (wording, name) in Wording::ALL.into_iter().zip(&names) {
        switch = switch.option(wording, name);
    }
    switch.show(ui);
}

fn places(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey) {
    let words = scene.words;
    let form = scene.form(key, ReadyForm::default);
    let width = (ui.available_width() - space::L) / 2.0;
    let takes = text_of(&form.chosen).map(|text| text.shipped(form.wording)).unwrap_or_default();
    let (day, place) = (takes.contains("{day}"), takes.contains("{place}"));
    if !day && !place {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        if day {
            let (label, hint) = (words.get("ready-day"), words.get("ready-day-hint"));
            Field::new(&label, &mut form.day).hint(&hint).width(width).show(ui);
        }
        if place {
            let (label, hint) = (words.get("ready-place"), words.get("ready-place-hint"));
            Field::new(&label, &mut form.place).hint(&hint).width(width).show(ui);
        }
    });
}

/// The message, and the way back to what was filled.
fn message(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, whom: &Whom) {
    let words = scene.words;
    let id = Id::unique("ready text");
    if ui.memory(|memory| memory.focused().is_none()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let label = words.get("ready-text");
    let form = scene.form(key, ReadyForm::default);
    Field::new(&label, &mut form.text).rows(6).id(id).show(ui);
    if form.text == form.filled {
        return;
    }
    if ui.add(Button::link(&words.get("ready-fill-again")).icon(icons::UNDO).small()).clicked() {
        let form = scene.form(key, ReadyForm::default);
        form.text.clone_from(&form.filled);
        refill(scene, key, whom);
    }
}

/// By what it is sent; without an address it is copied.
fn send(ui: &mut Ui, words: &Words, person: &Person) -> Pressed {
    soft(ui, &words.get("ready-logged"));
    let (copy, sent) = (words.get("copy"), words.get("ready-sent"));
    let ways = Reach::to_write(person);
    let (opened, done) = split(
        ui,
        height::BUTTON,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mut opened = None;
            let mut seen = Vec::new();
            for (at, way) in ways.into_iter().enumerate() {
                // One of a kind: the main number, the main address.
                if seen.contains(&way.by) {
                    continue;
                }
                seen.push(way.by);
                let name = way.name(words);
                let button = if at == 0 { Button::primary(&name) } else { Button::plain(&name) };
                if ui.add(button.icon(way.icon())).on_hover_text(&way.shown).clicked() {
                    opened = Some(way);
                }
            }
            opened
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let sent = ui.add(Button::quiet(&sent).icon(icons::DONE).keys("Ctrl ↵")).clicked();
            (sent, ui.add(Button::icon_only(icons::COPY, &copy)).clicked())
        },
    );
    let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    match (opened, done) {
        (Some(way), _) => Pressed::Send(way),
        (None, (sent, _)) if sent || keys => Pressed::Sent,
        (None, (_, true)) => Pressed::Copy,
        _ => Pressed::Nothing,
    }
}
