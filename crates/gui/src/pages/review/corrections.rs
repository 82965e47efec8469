//! Step 4: what the week teaches, the corrections, and the plan of the next week beside them.

use egui::{Id, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::{PlanAction, Priority};
use sponsor_core::query::{CorrectionLine, next_week_of};

use super::correcting::{CorrectionForm, correction_id, correction_key, correction_line};
use super::lines::{person_words, plan_words};
use super::question::ReviewView;
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::diary::priority_look;
use crate::pages::today::item::place_of;
use crate::pages::today::press::press;
use crate::pages::today::progress::plan_icon;
use crate::pages::today::{column, plan_name};
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, Pill, Tone, icon, row, soft, split, text, text_cut};

/// How many lines each card of what the week teaches shows.
const SHOWN: usize = 3;
/// How high a line is, a correction, and a row of the plan.
const LINE: f32 = 34.0;
const CORRECTION: f32 = 50.0;
const PLAN_ROW: f32 = 40.0;
/// Below this width cards stand above each other.
const ONE_BELOW: f32 = 760.0;
/// The card of the plan.
const PLAN_WIDTH: f32 = 330.0;

/// Shows the step. Tells whether one goes on: Enter in the empty line.
pub(super) fn corrections_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) -> bool {
    if ui.data_mut(|data| data.remove_temp::<bool>(wants_focus())).is_some() {
        ui.memory_mut(|memory| memory.request_focus(correction_id()));
    }
    sources(ui, scene, view);
    let room = ui.available_width();
    if room < ONE_BELOW {
        let onward = corrections_card(ui, scene, view);
        next_plan_card(ui, scene, view);
        return onward;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let onward = column(ui, room - PLAN_WIDTH - space::L, |ui| corrections_card(ui, scene, view));
        column(ui, PLAN_WIDTH, |ui| next_plan_card(ui, scene, view));
        onward
    })
    .inner
}

/// What went well, what did not come about, whom to support: each line can be what a correction comes from.
fn sources(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) {
    let rows = || view.review.rows.iter();
    let well = rows().filter(|row| row.left() == 0 && row.done > 0).map(|row| plan_words(scene, row));
    let left = rows().filter(|row| row.left() > 0).map(|row| plan_words(scene, row));
    let support = view.review.support.iter().map(|one| person_words(scene, one));
    let cards: [(&str, char, Vec<String>); 3] = [
        ("review-went-well", icons::DONE_CIRCLE, well.collect()),
        ("review-did-not", icons::REPEAT, left.collect()),
        ("review-support", icons::PROMISE, support.collect()),
    ];
    let room = ui.available_width();
    let mut wanted = None;
    if room < ONE_BELOW {
        for card in &cards {
            wanted = source_card(ui, scene, card).or(wanted);
        }
    } else {
        let each = (room - 2.0 * space::L) / 3.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for card in &cards {
                wanted = column(ui, each, |ui| source_card(ui, scene, card)).or(wanted.take());
            }
        });
    }
    if let Some(line) = wanted {
        begin_from(ui, scene, line);
    }
}

/// Begins a correction from a line of the review.
pub(super) fn begin_from(ui: &Ui, scene: &mut Scene<'_>, line: String) {
    scene.form(&correction_key(), CorrectionForm::default).from = line;
    focus_line(ui);
}

fn wants_focus() -> Id {
    Id::unique("review correction wants the focus")
}

/// Gives the line the focus in the next frame: in this one a field loses it to the click.
fn focus_line(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(wants_focus(), true));
    ui.request_repaint();
}

fn source_card(ui: &mut Ui, scene: &Scene<'_>, (title, sign, lines): &(&str, char, Vec<String>)) -> Option<String> {
    let tokens = Tokens::of(ui);
    let heading = scene.words.get(title);
    let mut wanted = None;
    Card::new().title(&heading).icon(*sign).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if lines.is_empty() {
            soft(ui, &scene.words.get("review-nothing"));
        }
        for (index, line) in lines.iter().take(SHOWN).enumerate() {
            let shown = row(ui, index, LINE, |ui| text_cut(ui, line, TextSize::Body, tokens.ink).on_hover_text(line));
            let name = scene.words.with("review-correct-line", &[("line", line.as_str().into())]);
            if press(ui, shown.inner.rect, ("source", title, index), &name).clicked() {
                wanted = Some(line.clone());
            }
        }
        if lines.len() > SHOWN {
            let more = [("count", (lines.len() - SHOWN).into())];
            soft(ui, &scene.words.with("review-more", &more));
        }
    });
    wanted
}

fn corrections_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) -> bool {
    let week = scene.formats.week_of(*next_week_of(view.review.from).start());
    let title = scene.words.with("review-corrections-for", &[("week", week.into())]);
    let note = scene.words.get("review-corrections-note");
    Card::new()
        .title(&title)
        .note(&note)
        .icon(icons::EDIT)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let changing = scene.form(&correction_key(), CorrectionForm::default).at;
            for (at, line) in view.review.corrections.iter().enumerate() {
                row(ui, at, CORRECTION, |ui| correction_row(ui, scene, view, at, line, changing == Some(at)));
            }
            ui.add_space(space::M);
            ui.spacing_mut().item_spacing.y = space::S;
            correction_line(ui, scene, view)
        })
        .inner
}

fn correction_row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    view: &ReviewView,
    at: usize,
    line: &CorrectionLine,
    changing: bool,
) {
    let tokens = Tokens::of(ui);
    let correction = &line.correction;
    let said = [("title", correction.text.as_str().into())];
    let [change, delete] = ["review-change", "review-delete"].map(|key| scene.words.with(key, &said));
    let below = if correction.from.is_empty() {
        scene.words.get("review-from-nothing")
    } else {
        scene.words.with("review-from", &[("line", correction.from.as_str().into())])
    };
    let (changes, (removes, opens)) = split(
        ui,
        CORRECTION,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            icon(ui, icons::ENTER_KEY, IconSize::Regular, if changing { tokens.accent } else { tokens.soft });
            let words = ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((CORRECTION - 38.0) / 2.0);
                let title = text_cut(ui, &correction.text, TextSize::Strong, tokens.ink);
                text_cut(ui, &below, TextSize::Soft, tokens.soft).on_hover_text(&below);
                title.rect
            });
            press(ui, words.inner, ("correction", at), &change).clicked()
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let removes = ui.add(Button::quiet_icon(icons::DELETE, &delete).small()).clicked();
            (removes, became(ui, scene, line))
        },
    );
    if changes {
        scene.form(&correction_key(), CorrectionForm::default).clone_from(&CorrectionForm::of(at, line));
        focus_line(ui);
    }
    if removes {
        scene.run(Command::RemoveCorrection { week: view.review.from, at });
    }
    if let Some(place) = opens {
        scene.go(place);
    }
}

/// What a correction became: its day and priority, or the plan. Gives where its task stands when that is pressed.
fn became(ui: &mut Ui, scene: &Scene<'_>, line: &CorrectionLine) -> Option<Place> {
    if line.correction.row.is_some() {
        ui.add(Pill::new(&scene.words.get("review-in-plan")).icon(icons::PLAN).tone(Tone::Accent));
        return None;
    }
    let task = line.task.as_ref()?;
    if task.priority != Priority::Other {
        let key = match task.priority {
            Priority::Urgent => "priority-urgent",
            Priority::Important => "priority-important",
            Priority::Necessary | Priority::Other => "priority-necessary",
        };
        ui.add(Pill::priority(priority_look(task.priority), &scene.words.get(key)));
    }
    let day = task.when.first_day()?;
    let mut when = scene.formats.date_short(day);
    if let Some(time) = task.when.time() {
        when = format!("{when} · {}", scene.formats.time(time));
    }
    let pill = ui.add(Pill::new(&when).icon(icons::CALENDAR).tone(Tone::Accent));
    let open = scene.words.with("today-open-entry", &[("title", task.title.as_str().into())]);
    press(ui, pill.rect, ("correction task", task.id), &open).clicked().then(|| place_of(task))
}

/// The plan of the next week, row by row beside what this week had.
fn next_plan_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) {
    let week = scene.formats.week_of(*next_week_of(view.review.from).start());
    let title = scene.words.with("review-plan-for", &[("week", week.into())]);
    Card::new().title(&title).icon(icons::PLAN).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.review.next.is_empty() {
            soft(ui, &scene.words.get("review-next-empty"));
        }
        for (index, (action, planned)) in view.review.next.iter().enumerate() {
            let wanted = row(ui, index, PLAN_ROW, |ui| next_row(ui, scene, view, action, *planned)).inner;
            if let Some(planned) = wanted {
                plan_next(scene, view, action.clone(), planned);
            }
        }
    });
}

fn next_row(ui: &mut Ui, scene: &Scene<'_>, view: &ReviewView, action: &PlanAction, planned: u32) -> Option<u32> {
    let tokens = Tokens::of(ui);
    let name = plan_name(scene.words, action);
    let [less, more] = ["review-less", "review-more-of"].map(|key| {
        let said = [("name", name.as_str().into())];
        scene.words.with(key, &said)
    });
    let this = view.review.rows.iter().find(|row| row.action == *action);
    let of = this.map(|row| match row.planned {
        0 => scene.formats.integer(row.done),
        planned => scene.words.with("count-of-total", &[("done", row.done.into()), ("total", planned.into())]),
    });
    let ((), wanted) = split(
        ui,
        PLAN_ROW,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, plan_icon(action), IconSize::Regular, tokens.soft);
            text(ui, &name, TextSize::Body, tokens.ink);
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let up = ui.add(Button::icon_only(icons::ADD, &more).small()).clicked();
            let number = scene.formats.integer(planned);
            ui.allocate_ui_with_layout(
                egui::vec2(34.0, PLAN_ROW),
                egui::Layout::centered_and_justified(egui::Direction::LeftToRight),
                |ui| text(ui, &number, TextSize::TabularMedium, tokens.ink),
            );
            let down = ui.add_enabled(planned > 0, Button::icon_only(icons::SMALLER, &less).small()).clicked();
            ui.add_space(space::S);
            soft(ui, &of.unwrap_or_default());
            match (up, down) {
                (true, _) => Some(planned.saturating_add(1)),
                (_, true) => planned.checked_sub(1),
                _ => None,
            }
        },
    );
    wanted
}

fn plan_next(scene: &mut Scene<'_>, view: &ReviewView, action: PlanAction, planned: u32) {
    let days = next_week_of(view.review.from);
    scene.run(Command::SpreadPlan {
        person: scene.frame.me.id,
        from: *days.start(),
        to: *days.end(),
        action,
        planned,
        works: view.review.works.clone(),
    });
}
