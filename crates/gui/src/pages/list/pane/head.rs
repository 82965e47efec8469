//! The top of a person's pane: the name, and what can be done with the person at once.

use egui::{Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind, EntryState, Messenger, MessengerKind, Person, When};
use sponsor_core::query::PersonView;
use sponsor_core::text::normalise_phone;

use super::PaneEvent;
use crate::app::{Action, Place, Scene};
use crate::icons;
use crate::pages::list::say;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, MenuItem, avatar, avatar_size, hairline, menu, person_name, split, text_cut};
use crate::words::Words;

/// Avatar, name and a line about the person; the buttons of the pane.
pub(super) fn head(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) -> Option<PaneEvent> {
    let tokens = Tokens::of(ui);
    let person = &view.row.person;
    let name = person.name.full();
    let about = about(scene, view);
    let ((), event) = split(
        ui,
        avatar_size::LARGE,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            avatar(ui, &name, avatar_size::LARGE, false);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                person_name(ui, &name, TextSize::Heading, tokens.ink);
                text_cut(ui, &about, TextSize::Soft, tokens.soft);
            });
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let words = scene.words;
            let close = ui.add(Button::quiet_icon(icons::CLOSE, &words.get("close")).small()).clicked();
            let more = more(ui, words, view);
            let edit = ui.add(Button::quiet_icon(icons::EDIT, &words.get("edit")).small()).clicked();
            match (close, edit) {
                (true, _) => Some(PaneEvent::Close),
                (_, true) => Some(PaneEvent::Edit),
                _ => more,
            }
        },
    );
    event
}

/// «приятел · 41 г. · Карлово · шофьор».
fn about(scene: &Scene<'_>, view: &PersonView) -> String {
    let words = scene.words;
    let person = &view.row.person;
    let relation = person.relation.map(|relation| say::relation(words, relation));
    let age = person.birthday.and_then(|birthday| birthday.age_on(scene.today));
    let age = age.map(|age| words.with("list-age", &[("age", i64::from(age).into())]));
    let texts = [&person.city, &person.occupation].into_iter().filter(|text| !text.is_empty()).cloned();
    relation.into_iter().chain(age).chain(texts).collect::<Vec<_>>().join(" · ")
}

fn more(ui: &mut Ui, words: &Words, view: &PersonView) -> Option<PaneEvent> {
    let person = &view.row.person;
    let button = ui.add(Button::quiet_icon(icons::MORE, &words.get("list-more-actions")).small());
    let mut event = None;
    menu(&button, |ui| {
        if ui.add(MenuItem::new(&words.get("edit")).icon(icons::EDIT)).clicked() {
            event = Some(PaneEvent::Edit);
        }
        let register = if person.registration.is_some() { "list-edit-registration" } else { "list-register" };
        if ui.add(MenuItem::new(&words.get(register)).icon(icons::STAGE_PARTNER)).clicked() {
            event = Some(PaneEvent::Register);
        }
        let own = words.with("list-of-partner", &[("name", person.name.full().into())]);
        if ui.add(MenuItem::new(&own).icon(icons::LIST)).clicked() {
            event = Some(PaneEvent::ShowList { partner: person.id, name: person.name.full() });
        }
        if ui.add(MenuItem::new(&words.get("delete")).icon(icons::DELETE).keys("Del").danger()).clicked() {
            event = Some(PaneEvent::Delete);
        }
    });
    event
}

/// Call, message, mail, a new entry, an interview.
pub(super) fn actions(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView, enter: bool) {
    let words = scene.words;
    let person = &view.row.person;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
        call(ui, scene, person, enter);
        message(ui, scene, person);
        let mail = person.emails.first();
        let name = words.get(if mail.is_some() { "list-mail" } else { "list-no-mail" });
        let pressed = ui.add_enabled(mail.is_some(), Button::icon_only(icons::MAIL, &name)).clicked();
        if let Some(mail) = mail.filter(|_| pressed) {
            scene.act(Action::OpenOutside(format!("mailto:{}", mail.address)));
        }
        if ui.add(Button::icon_only(icons::CALENDAR_ADD, &words.get("list-new-entry-with"))).clicked() {
            scene.go(Place::NewEntry { people: vec![person.id], day: None });
        }
        if ui.add(Button::icon_only(icons::ONBOARDING, &words.get("meet"))).clicked() {
            scene.go(Place::Meet(Some(person.id)));
        }
    });
}

/// Writes down that a call or message was made just now.
fn log(scene: &mut Scene<'_>, person: &Person, kind: EntryKind) {
    let title = if kind == EntryKind::Call { "kind-call" } else { "kind-message" };
    let when = When::Timed { start: scene.now.local, minutes: None, zone: scene.now.zone };
    let mut entry = Entry::new(scene.new_entry(), kind, &scene.words.get(title), when, scene.now.local);
    entry.people = vec![person.id];
    entry.state = EntryState::Done;
    scene.run(Command::AddEntry(Box::new(entry)));
}

fn call(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person, enter: bool) {
    let words = scene.words;
    let button = ui.add(Button::plain(&words.get("call-person")).icon(icons::CALL));
    if enter {
        button.request_focus();
    }
    menu(&button, |ui| {
        for phone in &person.phones {
            if ui.add(MenuItem::new(&phone.number).icon(icons::PHONE)).clicked() {
                scene.act(Action::OpenOutside(format!("tel:{}", dialled(&phone.number))));
            }
        }
        if !person.phones.is_empty() {
            hairline(ui);
        }
        if ui.add(MenuItem::new(&words.get("list-called-now")).icon(icons::DONE)).clicked() {
            log(scene, person, EntryKind::Call);
        }
        if ui.add(MenuItem::new(&words.get("list-plan-call")).icon(icons::CALENDAR_ADD)).clicked() {
            scene.go(Place::NewEntry { people: vec![person.id], day: None });
        }
    });
}

fn message(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let words = scene.words;
    let button = ui.add(Button::icon_only(icons::MESSAGE, &words.get("message-person")));
    menu(&button, |ui| {
        for messenger in &person.messengers {
            let line = format!("{} {}", messenger_name(words, messenger.kind), messenger.handle);
            let Some(link) = link(messenger) else { continue };
            if ui.add(MenuItem::new(&line).icon(icons::MESSAGE)).clicked() {
                scene.act(Action::OpenOutside(link));
            }
        }
        for phone in &person.phones {
            let line = words.with("list-sms", &[("phone", phone.number.as_str().into())]);
            if ui.add(MenuItem::new(&line).icon(icons::PHONE)).clicked() {
                scene.act(Action::OpenOutside(format!("sms:{}", dialled(&phone.number))));
            }
        }
        if !person.phones.is_empty() || !person.messengers.is_empty() {
            hairline(ui);
        }
        if ui.add(MenuItem::new(&words.get("list-wrote-now")).icon(icons::DONE)).clicked() {
            log(scene, person, EntryKind::Message);
        }
    });
}

/// The number as a telephone dials it.
pub(super) fn dialled(number: &str) -> String {
    let plain =
        || number.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '+' | '*' | '#')).collect();
    normalise_phone(number).unwrap_or_else(plain)
}

/// The name of a messenger.
pub(in crate::pages::list) fn messenger_name(words: &Words, kind: MessengerKind) -> String {
    match kind {
        MessengerKind::Viber => words.get("list-messenger-viber"),
        MessengerKind::WhatsApp => words.get("list-messenger-whatsapp"),
        MessengerKind::Telegram => words.get("list-messenger-telegram"),
        MessengerKind::Messenger => words.get("list-messenger-messenger"),
        MessengerKind::Other => words.get("list-messenger-other"),
    }
}

/// The address that opens a talk in a messenger; none where it cannot be known.
fn link(messenger: &Messenger) -> Option<String> {
    let number = normalise_phone(&messenger.handle);
    let number = number.as_deref().map(|number| number.trim_start_matches('+'));
    let safe = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    let handle = messenger.handle.trim().trim_start_matches('@');
    let handle = (!handle.is_empty() && handle.chars().all(safe)).then_some(handle);
    match messenger.kind {
        MessengerKind::Viber => number.map(|number| format!("viber://chat?number=%2B{number}")),
        MessengerKind::WhatsApp => number.map(|number| format!("https://wa.me/{number}")),
        MessengerKind::Telegram => match number {
            Some(number) => Some(format!("https://t.me/+{number}")),
            None => handle.map(|handle| format!("https://t.me/{handle}")),
        },
        MessengerKind::Messenger => handle.map(|handle| format!("https://m.me/{handle}")),
        MessengerKind::Other => None,
    }
}
