//! Where a person stands: the line of stages, and «не сега» and «не е за него/нея» below it.

use egui::Ui;
use sponsor_core::command::Command;
use sponsor_core::model::{Gender, Person, Stage};
use sponsor_core::query::PersonView;

use chrono::{Months, NaiveDate};

use super::{LineForm, PaneEvent, line_key};
use crate::app::{Action, Scene};
use crate::icons;
use crate::pages::list::say;
use crate::theme::{TextSize, Tokens, space, width};
use crate::widgets::{Chip, Field, MenuItem, Step, date_field, hairline, popover, split, stepper, text};

/// The stages of the way, as the line shows them.
const WAY: [Stage; 5] = [Stage::New, Stage::FirstTalk, Stage::SawPresentation, Stage::ThinkingOver, Stage::Registered];

/// The line of stages, what the present one is and since when.
pub(super) fn stage(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) -> Option<PaneEvent> {
    let words = scene.words;
    let person = &view.row.person;
    let registered = person.registration.is_some();
    let names = WAY.map(|stage| say::stage(words, stage));
    let role = person.registration.as_ref().map(|own| own.role);
    let steps: Vec<Step<'_>> =
        WAY.iter().zip(&names).map(|(stage, name)| Step { name, icon: say::look(*stage, role).icon() }).collect();
    let present = WAY.iter().position(|stage| *stage == way_stage(person)).unwrap_or(0);
    let width = ui.available_width();
    let pressed = stepper(ui, &steps, present, width).and_then(|index| WAY.get(index).copied());
    words_below(ui, scene, view);
    if !registered {
        leave_chips(ui, scene, person);
    }
    match pressed {
        Some(Stage::Registered) => Some(PaneEvent::Register),
        // A registered person goes back only by taking the registration away.
        Some(stage) if !registered && stage != person.stage => {
            reach(scene, person, stage, None);
            None
        }
        _ => None,
    }
}

fn reach(scene: &mut Scene<'_>, person: &Person, stage: Stage, ask_again: Option<NaiveDate>) {
    scene.run(Command::ReachStage { people: vec![person.id], stage, ask_again });
}

/// How far on the way a person is: who is asked again later stays where they were.
fn way_stage(person: &Person) -> Stage {
    if WAY.contains(&person.stage) {
        return person.stage;
    }
    let earlier = person.stage_changes.iter().rev().map(|change| change.stage);
    earlier.into_iter().find(|stage| WAY.contains(stage)).unwrap_or_default()
}

fn words_below(ui: &mut Ui, scene: &Scene<'_>, view: &PersonView) {
    let tokens = Tokens::of(ui);
    let person = &view.row.person;
    let (_, word) = say::stage_of(scene.words, person);
    let since = person.stage_changes.last().map_or(person.created, |change| change.on);
    let since = say::day_past(scene.formats, since, scene.today);
    let since = match person.ask_again {
        Some(day) => {
            scene.words.with("list-ask-again-on", &[("day", scene.formats.date_near(day, scene.today).into())])
        }
        None => scene.words.with("list-stage-since", &[("day", since.into())]),
    };
    let aside = matches!(person.stage, Stage::NotNow | Stage::NotForThem);
    let colour = if aside { tokens.soft } else { tokens.accent };
    ui.spacing_mut().item_spacing.y = space::XS;
    split(
        ui,
        TextSize::Body.line_height(),
        |ui| text(ui, &word, TextSize::Strong, colour),
        |ui| text(ui, &since, TextSize::Soft, tokens.soft),
    );
    ui.spacing_mut().item_spacing.y = space::M;
}

/// «не сега» asks for a date; «не е за него/нея» does not.
fn leave_chips(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let words = scene.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (not_now, not_for_them) = (words.get("stage-not-now"), not_for(words, person.gender));
        let on = person.stage == Stage::NotNow;
        let button = Chip::new(&not_now).icon(icons::STAGE_NOT_NOW).selected(on).opens().show(ui).response;
        popover(&button, width::POPOVER, |ui| {
            if let Some(day) = when_to_ask(ui, scene, person) {
                reach(scene, person, Stage::NotNow, Some(day));
                ui.close();
            }
        });
        let on = person.stage == Stage::NotForThem;
        let chip = Chip::new(&not_for_them).icon(icons::STAGE_NOT_FOR_THEM).selected(on).show(ui);
        if chip.response.clicked() && !on {
            reach(scene, person, Stage::NotForThem, None);
        }
    });
}

fn not_for(words: &crate::words::Words, gender: Gender) -> String {
    match gender {
        Gender::Female => words.get("list-stage-not-for-her"),
        Gender::Male => words.get("list-stage-not-for-him"),
        Gender::Unknown => words.get("stage-not-for-them"),
    }
}

/// Asks when to ask again: a few proposals, or a day as typed.
fn when_to_ask(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) -> Option<NaiveDate> {
    let words = scene.words;
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (months, key) in [(1, "list-in-a-month"), (3, "list-in-three-months"), (6, "list-in-six-months")] {
        let Some(day) = scene.today.checked_add_months(Months::new(months)) else { continue };
        let line = format!("{} · {}", words.get(key), scene.formats.date_near(day, scene.today));
        if ui.add(MenuItem::new(&line)).clicked() {
            chosen = Some(day);
        }
    }
    ui.add_space(space::S);
    hairline(ui);
    ui.add_space(space::S);
    let key = line_key(person.id, "ask-again");
    let (label, hint) = (words.get("list-ask-again"), words.get("list-day-hint"));
    let today = scene.today;
    let form = scene.form(&key, LineForm::default);
    let typed = date_field(ui, words, Field::new(&label, &mut form.text).hint(&hint), today);
    if typed.field.committed && typed.value.is_some() {
        scene.act(Action::Forget(key));
        chosen = typed.value;
    }
    chosen
}
