//! The top of a person's pane: the name, and what can be done with the person at once.

use egui::{Label, Ui, vec2};
use sponsor_core::command::ContactKind;
use sponsor_core::model::{EntryKind, Person};
use sponsor_core::query::PersonView;

use super::PaneEvent;
use crate::app::{Action, PersonDeed, Place, Reach, ReachBy, Scene};
use crate::icons;
use crate::pages::list::say;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, MenuItem, avatar, avatar_size, hairline, key_hint, menu, split, text, text_cut};
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
                whole_name(ui, &name);
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

/// The name at the top of its own pane is whole: smaller and in two lines where it is long.
fn whole_name(ui: &mut Ui, name: &str) {
    let ink = Tokens::of(ui).ink;
    let width = |size: TextSize| ui.painter().layout_no_wrap(name.to_owned(), size.font(), ink).size().x;
    if width(TextSize::Heading) <= ui.available_width() {
        text(ui, name, TextSize::Heading, ink);
    } else {
        ui.add(Label::new(TextSize::Strong.rich(name).color(ink)).wrap());
    }
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

/// Call, message, mail, a new entry, an interview; below them what the keys do.
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
        let mail = Reach::to_write(person).into_iter().find(|way| way.by == ReachBy::Mail);
        if let Some(mail) = mail.filter(|_| pressed) {
            scene.act(Action::OpenOutside(mail.address));
        }
        if ui.add(Button::icon_only(icons::CALENDAR_ADD, &words.get("list-new-entry-with"))).clicked() {
            scene.go(Place::NewEntryWith { person: person.id, kind: None });
        }
        // Of those who are not registered yet it stands below, in words.
        let registered = person.registration.is_some();
        if registered && ui.add(Button::icon_only(icons::ONBOARDING, &words.get("meet"))).clicked() {
            scene.go(Place::Meet(Some(person.id)));
        }
    });
    keys(ui, words);
}

/// What the keys do with the person, while nothing is typed.
fn keys(ui: &mut Ui, words: &Words) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        ui.spacing_mut().interact_size.y = 18.0;
        for (key, name) in [
            ("C", "pane-key-call"),
            ("M", "pane-key-message"),
            ("S", "pane-key-meeting"),
            ("T", "pane-key-task"),
            ("B", "pane-key-note"),
        ] {
            key_hint(ui, &[key], &words.get(name));
        }
        key_hint(ui, &["K", "J"], &words.get("pane-key-person"));
    });
}

fn deed(ui: &mut Ui, scene: &mut Scene<'_>, deed: PersonDeed, person: &Person) {
    let name = scene.words.get(deed.name());
    let item = MenuItem::new(&name).icon(deed.icon());
    let item = deed.key().map_or(item.clone(), |(_, keys)| item.keys(keys));
    if ui.add_enabled(scene.frame.writable, item).clicked() {
        scene.act(deed.action(person.id));
    }
}

fn call(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person, enter: bool) {
    let words = scene.words;
    let button = ui.add(Button::plain(&words.get("call-person")).icon(icons::CALL));
    if enter {
        button.request_focus();
    }
    menu(&button, |ui| {
        ways(ui, scene, Reach::to_call(person));
        deed(ui, scene, PersonDeed::Contact(ContactKind::Call), person);
        deed(ui, scene, PersonDeed::Contact(ContactKind::Meeting), person);
        deed(ui, scene, PersonDeed::Plan(EntryKind::Call), person);
    });
}

fn message(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let words = scene.words;
    let button = ui.add(Button::icon_only(icons::MESSAGE, &words.get("message-person")));
    menu(&button, |ui| {
        ways(ui, scene, Reach::to_write(person).into_iter().filter(|way| way.by != ReachBy::Mail).collect());
        deed(ui, scene, PersonDeed::ReadyWords, person);
        deed(ui, scene, PersonDeed::Contact(ContactKind::Message), person);
    });
}

/// The ways to the person, each opened by the system's own program.
fn ways(ui: &mut Ui, scene: &mut Scene<'_>, ways: Vec<Reach>) {
    if ways.is_empty() {
        return;
    }
    for way in ways {
        let line = match way.by {
            ReachBy::Telephone => way.shown.clone(),
            _ => format!("{} {}", way.name(scene.words), way.shown),
        };
        if ui.add(MenuItem::new(&line).icon(way.icon())).clicked() {
            scene.act(Action::OpenOutside(way.address));
        }
    }
    hairline(ui);
}
