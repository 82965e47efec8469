//! How a person is reached and what is known of them.

use egui::{Align, Layout, Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::{PartialDate, Person};
use sponsor_core::query::PersonView;

use super::{LineForm, line_key};
use crate::app::{Action, Place, Reach, Scene, dialled, messenger_name};
use crate::format::Formats;
use crate::icons;
use crate::pages::list::say;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, Field, MenuItem, Pill, number_field, popover, property, soft, split, text};

/// How wide the labels are.
const LABEL: f32 = 92.0;

/// All that is known, one line each.
pub(super) fn facts(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    let words = scene.words;
    let person = &view.row.person;
    ui.spacing_mut().item_spacing.y = space::XS;
    reached(ui, scene, person);
    if !person.interests.is_empty() {
        property(ui, &words.get("list-interests"), LABEL, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
                for interest in &person.interests {
                    ui.add(Pill::new(interest));
                }
            });
        });
    }
    let birthday = person.birthday.map(|day| birthday(scene, day)).unwrap_or_default();
    let lines = [
        ("list-problem", person.problem.as_str()),
        ("list-birthday", birthday.as_str()),
        ("list-address", person.address.as_str()),
        ("list-notes", person.notes.as_str()),
    ];
    for (key, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
        property(ui, &words.get(key), LABEL, |ui| text(ui, value, TextSize::Body, Tokens::of(ui).ink));
    }
    cadence(ui, scene, view);
    of_whom(ui, scene, view);
    ui.spacing_mut().item_spacing.y = space::M;
}

/// `14 май · 41 г.`
fn birthday(scene: &Scene<'_>, day: PartialDate) -> String {
    let shown = format!("{} {}", day.day(), scene.formats.month(u32::from(day.month())));
    match day.year() {
        Some(year) => format!("{shown} {year}"),
        None => shown,
    }
}

/// Phones, e-mail addresses, messengers and links; a click opens, the button beside copies.
fn reached(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let words = scene.words;
    let phones =
        person.phones.iter().map(|phone| (Formats::phone(&phone.number), format!("tel:{}", dialled(&phone.number))));
    group(ui, scene, "list-phone", phones.collect());
    let emails = person.emails.iter().map(|email| (email.address.clone(), format!("mailto:{}", email.address)));
    group(ui, scene, "list-email", emails.collect());
    for messenger in &person.messengers {
        let opens = Reach::to_write(person).into_iter().find(|way| way.shown == messenger.handle);
        let opens = opens.map(|way| way.address);
        one_line(ui, &messenger_name(words, messenger.kind), |ui| value(ui, scene, &messenger.handle, opens));
    }
    let links = person.links.iter().map(|link| (link.clone(), link.clone()));
    group(ui, scene, "list-link", links.collect());
}

fn group(ui: &mut Ui, scene: &mut Scene<'_>, label: &str, values: Vec<(String, String)>) {
    if values.is_empty() {
        return;
    }
    let label = scene.words.get(label);
    for (index, (shown, address)) in values.into_iter().enumerate() {
        let opens = address.contains(':').then_some(address);
        let label = if index == 0 { label.as_str() } else { "" };
        one_line(ui, label, |ui| value(ui, scene, &shown, opens));
    }
}

/// A label and, in the middle of the same line, its value.
fn one_line<R>(ui: &mut Ui, label: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let size = vec2(LABEL, height::BUTTON_SMALL);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            soft(ui, label);
        });
        value(ui)
    })
    .inner
}

/// As much of an address as there is room for; «…» where it is cut.
fn fitting(ui: &Ui, address: &str) -> String {
    let width = |text: &str| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), TextSize::Medium.font(), Tokens::of(ui).ink);
        galley.size().x
    };
    let room = ui.available_width();
    if width(address) <= room {
        return address.to_owned();
    }
    let mut kept: Vec<char> = address.chars().collect();
    while kept.pop().is_some() {
        let text: String = kept.iter().chain(['…'].iter()).collect();
        if width(&text) <= room {
            return text;
        }
    }
    String::from('…')
}

fn value(ui: &mut Ui, scene: &mut Scene<'_>, shown: &str, opens: Option<String>) {
    let tokens = Tokens::of(ui);
    let copy = scene.words.with("list-copy", &[("what", shown.into())]);
    let (opened, copied) = split(
        ui,
        height::BUTTON_SMALL,
        |ui| match opens {
            Some(_) => {
                let fitting = fitting(ui, shown);
                let link = ui.add(Button::link(&fitting).name(shown).small().colour(tokens.ink));
                let link = if fitting == shown { link } else { link.on_hover_text(shown) };
                link.clicked()
            }
            None => text(ui, shown, TextSize::Body, tokens.ink).clicked(),
        },
        |ui| ui.add(Button::quiet_icon(icons::COPY, &copy).small()).clicked(),
    );
    if copied {
        scene.act(Action::Copy(shown.to_owned()));
        scene.act(Action::Say(scene.words.with("list-copied", &[("what", shown.into())])));
    }
    if let Some(address) = opens.filter(|_| opened) {
        scene.act(Action::OpenOutside(address));
    }
}

/// «през 7 дни · ср 25 ноем», which opens the choice.
fn cadence(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    let words = scene.words;
    let person = &view.row.person;
    let days = view.cadence_days.or(person.cadence_days);
    let next = view.row.next.map(|day| scene.formats.date_near(day, scene.today));
    let shown = match next {
        Some(next) => format!("{} · {next}", say::cadence(words, days)),
        None => say::cadence(words, days),
    };
    one_line(ui, &words.get("cadence"), |ui| {
        let ink = Tokens::of(ui).ink;
        let name = words.with("list-cadence-is", &[("what", shown.as_str().into())]);
        let button = ui.add(Button::link(&shown).name(&name).small().colour(ink).trailing(icons::DOWN));
        popover(&button, 220.0, |ui| {
            if choose_cadence(ui, scene, view) {
                ui.close();
            }
        });
    });
}

/// The choice of a cadence; tells whether one was chosen.
fn choose_cadence(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) -> bool {
    let words = scene.words;
    let person = &view.row.person;
    let mut chosen = Vec::new();
    ui.spacing_mut().item_spacing.y = 0.0;
    for days in say::CADENCES {
        let on = person.cadence_days == Some(days);
        if ui.add(MenuItem::new(&say::cadence(words, Some(days))).chosen(on)).clicked() {
            chosen.push(Some(days));
        }
    }
    let usual = match view.rule_days {
        Some(days) => {
            let days = say::cadence(words, Some(days));
            words.with("list-cadence-by-rule", &[("what", days.into())])
        }
        None => words.get("list-cadence-usual"),
    };
    if ui.add(MenuItem::new(&usual).chosen(person.cadence_days.is_none())).clicked() {
        chosen.push(None);
    }
    ui.add_space(space::S);
    let key = line_key(person.id, "cadence");
    let label = words.get("list-cadence-other");
    let form = scene.form(&key, LineForm::default);
    let typed = number_field(ui, words, Field::new(&label, &mut form.text));
    let days = typed.value.and_then(|days| u16::try_from(days).ok()).filter(|days| (1..=3_650).contains(days));
    if typed.field.committed && days.is_some() {
        scene.act(Action::Forget(key));
        chosen.push(days);
    }
    let Some(days) = chosen.pop() else { return false };
    scene.run(Command::SetCadence { people: vec![person.id], days });
    true
}

/// Whose list the person stands on, and who referred them.
fn of_whom(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    let words = scene.words;
    let people = [("list-owner", &view.of_list), ("list-referred-by", &view.referred_by)];
    for (key, person) in people {
        let Some(person) = person else { continue };
        one_line(ui, &words.get(key), |ui| {
            if ui.add(Button::link(&person.full).small()).clicked() {
                scene.go(Place::Person(person.id));
            }
        });
    }
    if view.row.person.off_list {
        property(ui, &words.get("list-on-list"), LABEL, |ui| {
            text(ui, &words.get("list-off-list"), TextSize::Body, Tokens::of(ui).ink)
        });
    }
}
