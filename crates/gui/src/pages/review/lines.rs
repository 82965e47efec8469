//! The lines of a review in words: rows of the plan, people with the reasons. A correction remembers the line that it
//! came from.

use egui::Ui;
use sponsor_core::model::Role;
use sponsor_core::query::{PlanRow, ReviewPerson, ReviewWhy};

use super::question::ReviewView;
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::today::plan_name;
use crate::pages::today::press::press;
use crate::pages::today::progress::plan_icon;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, avatar, avatar_size, icon, progress_bar, row, soft, split, text, text_cut};

/// How high a line of the plan is, and one of a person.
const PLAN_ROW: f32 = 40.0;
const PERSON_ROW: f32 = 50.0;

/// A row of the plan in words: «Обаждания: 13 от 20».
pub(super) fn plan_words(scene: &Scene<'_>, plan: &PlanRow) -> String {
    let values = [
        ("name", plan_name(scene.words, &plan.action).into()),
        ("done", scene.formats.integer(plan.done).into()),
        ("planned", scene.formats.integer(plan.planned).into()),
    ];
    scene.words.with(if plan.planned > 0 { "review-plan-line" } else { "review-done-line" }, &values)
}

/// A person in words: the name and the weightiest reason.
pub(super) fn person_words(scene: &Scene<'_>, one: &ReviewPerson) -> String {
    let why = one.why.first().map(|why| why_words(scene, why)).unwrap_or_default();
    format!("{}: {why}", one.person.full)
}

/// A reason in words.
pub(super) fn why_words(scene: &Scene<'_>, why: &ReviewWhy) -> String {
    let (words, formats) = (scene.words, scene.formats);
    let day = |on| formats.date_tiny(on);
    match why {
        ReviewWhy::Registered { on, role } => {
            let role = words.get(if *role == Role::Partner { "role-partner" } else { "role-customer" });
            words.with("review-why-registered", &[("date", day(*on).into()), ("role", role.into())])
        }
        ReviewWhy::Reached { on, text } => {
            words.with("review-why-reached", &[("date", day(*on).into()), ("what", text.as_str().into())])
        }
        ReviewWhy::BroughtIn(count) => words.with("review-why-brought", &[("count", (*count).into())]),
        ReviewWhy::FirstOrder(on) => words.with("review-why-first-order", &[("date", day(*on).into())]),
        ReviewWhy::TwoPlusOne(count) => words.with("review-why-together", &[("count", (*count).into())]),
        ReviewWhy::FirstDays(until) => words.with("review-why-first-days", &[("date", day(*until).into())]),
        ReviewWhy::WantsMore(on) => words.with("review-why-wants-more", &[("date", day(*on).into())]),
        ReviewWhy::Silent { days, cadence_days } => {
            words.with("review-why-silent", &[("days", (*days).into()), ("cadence", (*cadence_days).into())])
        }
        ReviewWhy::Plan { action, planned, done } => {
            let name = plan_name(words, action);
            let planned = formats.integer(*planned);
            match done {
                Some(done) => {
                    let done = formats.integer(*done);
                    let values = [("name", name.into()), ("planned", planned.into()), ("done", done.into())];
                    words.with("review-why-plan", &values)
                }
                None => words.with("review-why-plan-unknown", &[("name", name.into()), ("planned", planned.into())]),
            }
        }
    }
}

/// Step 2: what was planned and what is done, row by row; a row can become a correction. Gives its words.
pub(super) fn plan_step(ui: &mut Ui, scene: &Scene<'_>, view: &ReviewView) -> Option<String> {
    let mut wanted = None;
    let (title, note) = (scene.words.get("review-plan-title"), scene.words.get("review-plan-note"));
    Card::new().title(&title).note(&note).icon(icons::PLAN).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.review.rows.is_empty() {
            soft(ui, &scene.words.get("review-plan-empty"));
        }
        let bar = (ui.available_width() * 0.3).clamp(60.0, 300.0);
        for (index, plan) in view.review.rows.iter().enumerate() {
            row(ui, index, PLAN_ROW, |ui| {
                if plan_row(ui, scene, plan, bar) {
                    wanted = Some(plan_words(scene, plan));
                }
            });
        }
    });
    wanted
}

fn plan_row(ui: &mut Ui, scene: &Scene<'_>, plan: &PlanRow, bar: f32) -> bool {
    let tokens = Tokens::of(ui);
    let words = plan_words(scene, plan);
    let pressed = split(
        ui,
        PLAN_ROW,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            icon(ui, plan_icon(&plan.action), IconSize::Regular, tokens.soft);
            text(ui, &words, TextSize::Body, tokens.ink);
        },
        |ui| {
            let pressed = correct_button(ui, scene, &words);
            if plan.planned > 0 {
                let share = f64::from(plan.done) / f64::from(plan.planned);
                #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
                progress_bar(ui, share.min(1.0) as f32, bar, &words);
            }
            pressed
        },
    );
    pressed.1
}

fn correct_button(ui: &mut Ui, scene: &Scene<'_>, line: &str) -> bool {
    let correct = scene.words.get("review-correct");
    let name = scene.words.with("review-correct-line", &[("line", line.into())]);
    ui.add(Button::link(&correct).name(&name).small()).clicked()
}

/// Step 3: whom to congratulate and whom to support. Gives the words of what becomes a correction.
pub(super) fn people_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) -> Option<String> {
    let room = ui.available_width();
    let review = &view.review;
    let lists = [
        ("review-congratulate", "review-congratulate-empty", icons::GIFT, &review.congratulate),
        ("review-support", "review-support-empty", icons::PROMISE, &review.support),
    ];
    if room < 700.0 {
        let mut wanted = None;
        for list in lists {
            wanted = people_card(ui, scene, list).or(wanted);
        }
        return wanted;
    }
    let each = (room - space::L) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let mut wanted = None;
        for list in lists {
            let found = crate::pages::today::column(ui, each, |ui| people_card(ui, scene, list));
            wanted = found.or(wanted);
        }
        wanted
    })
    .inner
}

fn people_card(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (title, empty, sign, people): (&str, &str, char, &Vec<ReviewPerson>),
) -> Option<String> {
    let mut wanted = None;
    let heading = scene.words.get(title);
    let count = scene.formats.count(people.len());
    Card::new().title(&heading).note(&count).icon(sign).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if people.is_empty() {
            soft(ui, &scene.words.get(empty));
        }
        for (index, one) in people.iter().enumerate() {
            let shown = row(ui, index, PERSON_ROW, |ui| person_row(ui, scene, title, one));
            if shown.inner {
                wanted = Some(person_words(scene, one));
            }
        }
    });
    wanted
}

fn person_row(ui: &mut Ui, scene: &mut Scene<'_>, list: &str, one: &ReviewPerson) -> bool {
    let tokens = Tokens::of(ui);
    let why = one.why.iter().map(|why| why_words(scene, why)).collect::<Vec<_>>().join(" · ");
    let line = person_words(scene, one);
    let open = scene.words.with("review-open-person", &[("name", one.person.full.as_str().into())]);
    let (opens, corrects) = split(
        ui,
        PERSON_ROW,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            avatar(ui, &one.person.full, avatar_size::MEDIUM, false);
            let words = ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((PERSON_ROW - 38.0) / 2.0);
                let named = text_cut(ui, &one.person.full, TextSize::Strong, tokens.ink);
                text_cut(ui, &why, TextSize::Soft, tokens.soft).on_hover_text(&why);
                named.rect
            });
            press(ui, words.inner, ("review", list, one.person.id), &open).clicked()
        },
        |ui| correct_button(ui, scene, &line),
    );
    if opens {
        scene.go(Place::Person(one.person.id));
    }
    corrects
}
