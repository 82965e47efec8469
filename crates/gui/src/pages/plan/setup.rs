//! The rows of a plan and the days of the week on which the person works.

use chrono::Weekday;
use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Action, FIRST_ROWS, MORE_ROWS, PlanAction, Settings, is_outcome};

use super::ask::PlanAnswer;
use super::say::plan_name;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::pages::start::week_days;
use crate::pages::today::progress::plan_icon;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Below, Button, Chip, Field, Select, hairline, modal, soft, split, text};

/// What is typed of a row of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRowForm {
    /// Its name.
    pub name: String,
}

impl Form for PlanRowForm {
    const KIND: FormKind = FormKind::PlanRow;
}

/// Rows and days; tells whether it should close.
pub(super) fn setup_modal(ui: &Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) -> bool {
    let words = scene.words;
    let (title, close) = (words.get("plan-setup-title"), words.get("close"));
    let shown = modal(ui.ctx(), "plan setup", &title, &close, 560.0, |ui| {
        text(ui, &words.get("plan-setup-rows"), TextSize::Strong, Tokens::of(ui).ink);
        soft(ui, &words.get("plan-setup-rows-about"));
        ui.add_space(space::S);
        rows(ui, scene, answer);
        ui.add_space(space::S);
        own_row(ui, scene, answer);
        ui.add_space(space::S);
        hairline(ui);
        ui.add_space(space::S);
        text(ui, &words.get("plan-setup-days"), TextSize::Strong, Tokens::of(ui).ink);
        soft(ui, &words.get("plan-setup-days-about"));
        ui.add_space(space::S);
        days(ui, scene, answer);
        if answer.mine {
            ui.add_space(space::S);
            hairline(ui);
            ui.add_space(space::S);
            three_months(ui, scene, answer);
        }
        ui.add_space(space::M);
        let done = words.get("done");
        split(ui, height::BUTTON, |_| (), |ui| ui.add(Button::primary(&done).keys("Esc")).clicked()).1
    });
    shown.closed || shown.inner
}

fn set(scene: &mut Scene<'_>, answer: &PlanAnswer, rows: Vec<PlanAction>, works: Vec<Weekday>) {
    scene.run(Command::SetUpPlan { person: answer.person, rows, works });
}

fn rows(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) {
    let chosen = &answer.now.chosen;
    let offered = || FIRST_ROWS.iter().chain(&MORE_ROWS);
    let own = chosen.iter().chain(answer.now.rows.iter().map(|line| &line.action));
    let mut all: Vec<&PlanAction> = offered().collect();
    for action in own {
        if !all.contains(&action) {
            all.push(action);
        }
    }
    let mut turned = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for action in all {
            let name = plan_name(scene.words, action);
            let chip = Chip::new(&name).icon(plan_icon(action)).selected(chosen.contains(action));
            if chip.id(Id::unique(("plan row chip", action))).show(ui).response.clicked() {
                turned = Some(action.clone());
            }
        }
    });
    let Some(turned) = turned else { return };
    let mut rows = chosen.clone();
    if let Some(at) = rows.iter().position(|row| *row == turned) {
        rows.remove(at);
    } else {
        rows.push(turned);
        // The rows of the product keep their order; those of one's own follow as they came.
        let place = |row: &PlanAction| offered().position(|one| one == row).unwrap_or(usize::MAX);
        rows.sort_by_key(place);
    }
    set(scene, answer, rows, answer.now.works.clone());
}

fn own_row(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) {
    let key = FormKey::about(FormKind::PlanRow, answer.person);
    let words = scene.words;
    let (label, hint, add) = (words.get("plan-own-row"), words.get("plan-own-row-hint"), words.get("add"));
    let refused = words.get("error-outcome");
    let form = scene.form(&key, PlanRowForm::default);
    let mut name = form.name.clone();
    let outcome = is_outcome(&name);
    let entered = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let below = outcome.then_some(Below::Note(refused));
            let room = ui.available_width() - 110.0;
            let field = Field::new(&label, &mut name).hint(&hint).hide_label().width(room).below(below).show(ui);
            field.committed | ui.add(Button::plain(&add).icon(icons::ADD)).clicked()
        })
        .inner;
    scene.form(&key, PlanRowForm::default).name.clone_from(&name);
    let name = name.trim().to_owned();
    let action = PlanAction::Action(Action::Own(name.clone()));
    if entered && !name.is_empty() && !outcome && !answer.now.chosen.contains(&action) {
        let mut rows = answer.now.chosen.clone();
        rows.push(action);
        let works = answer.now.works.clone();
        scene.save(key, Command::SetUpPlan { person: answer.person, rows, works });
    }
}

fn days(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) {
    let works = &answer.now.works;
    let week = week_days(scene.words);
    let mut turned = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for (day, name) in &week {
            let on = works.is_empty() || works.contains(day);
            if Chip::new(name).selected(on).id(Id::unique(("plan works", *day))).show(ui).response.clicked() {
                turned = Some(*day);
            }
        }
    });
    let Some(turned) = turned else { return };
    let all: Vec<Weekday> = week.iter().map(|(day, _)| *day).collect();
    let mut works = if works.is_empty() { all } else { works.clone() };
    if works.contains(&turned) {
        works.retain(|day| *day != turned);
    } else {
        works.push(turned);
    }
    // One day at least: a plan without days has nowhere to go.
    if !works.is_empty() {
        set(scene, answer, answer.now.chosen.clone(), works);
    }
}

/// When the user's own three months begin: with the quarters of the calendar, or on the first of this or another month.
fn three_months(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) {
    use chrono::Datelike as _;
    let words = scene.words;
    let settings = std::sync::Arc::clone(&scene.frame.settings);
    let first = answer.today.with_day(1).unwrap_or(answer.today);
    let mut chosen = settings.three_months_from;
    let mut options = vec![None, Some(first), Some(answer.today)];
    if !options.contains(&chosen) {
        options.push(chosen);
    }
    options.dedup();
    let named = options.into_iter().map(|from| {
        let name = match from {
            None => words.get("plan-setup-quarters"),
            Some(from) => words.with("plan-setup-from", &[("date", scene.formats.date_long(from).into())]),
        };
        (from, name)
    });
    let label = words.get("plan-setup-three-months");
    if Select::new(&label, &mut chosen).options(named).width(320.0).show(ui).changed() {
        let changed = Settings { three_months_from: chosen, ..Settings::clone(&settings) };
        scene.run(Command::ChangeSettings(Box::new(changed)));
    }
}
