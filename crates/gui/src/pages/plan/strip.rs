//! The line below the table: what the chosen cell holds, by what rule it counts, and what typing would change, said before
//! it is done.

use egui::Ui;

use super::ask::PlanAnswer;
use super::say::{count_words, pace_words, part_words, plan_name, rule_words};
use super::typing::CellAt;
use super::{Open, Wish};
use crate::app::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, split, text};

/// Its height: two lines.
const TALL: f32 = 52.0;

/// Paints the line; gives what a person wished for.
pub(super) fn strip(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer, chosen: Option<&CellAt>) -> Option<Wish> {
    let words = scene.words;
    let shown = |cell: &&CellAt| {
        let whole = cell.days.start() >= answer.now.days.start() && cell.days.end() <= answer.now.days.end();
        whole && answer.now.rows.iter().any(|row| row.action == cell.action)
    };
    let Some(cell) = chosen.filter(shown) else {
        let (first, second) = (words.get("plan-strip-hint"), words.get("plan-strip-hint-about"));
        lines(ui, &first, &second, false, |_| ());
        return None;
    };
    if let Some(typed) = cell.typed(scene, answer) {
        let change = cell.preview(scene, answer, &typed);
        lines(ui, &change, &words.get("plan-strip-typing"), true, |_| ());
        return None;
    }
    let (planned, done) = cell.known(answer);
    let row = plan_name(words, &cell.action);
    let line = answer.now.rows.iter().find(|row| row.action == cell.action);
    let first = match line.filter(|_| cell.days == answer.now.days) {
        Some(line) => format!("{row} · {}", pace_words(words, line, &answer.now.days, answer.today)),
        None => {
            let counts = count_words(words, done.or(answer.mine.then_some(0)), planned);
            format!("{row} · {} · {counts}", part_words(scene.formats, &cell.days))
        }
    };
    let rule = rule_words(words, &cell.action, answer.mine);
    let mut wish = None;
    lines(ui, &first, &rule, false, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (from, to) = (*cell.days.start(), *cell.days.end());
        if answer.mine && cell.is_day() && from <= answer.today {
            let correct = words.get("plan-correct");
            if ui.add(Button::quiet(&correct).icon(icons::EDIT).small()).clicked() {
                wish = Some(Wish::Open(Open::Correct { action: cell.action.clone(), on: from }));
            }
        }
        let entries = words.get("plan-show-entries");
        if ui.add(Button::plain(&entries).keys("↵").small()).clicked() {
            wish = Some(Wish::Open(Open::Behind { action: cell.action.clone(), from, to }));
        }
    });
    wish
}

fn lines(ui: &mut Ui, first: &str, second: &str, accent: bool, actions: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    let fill = if accent { tokens.accent_soft } else { tokens.card };
    let frame = egui::Frame::new().fill(fill).inner_margin(egui::Margin::symmetric(16, 0));
    frame.show(ui, |ui| {
        split(
            ui,
            TALL,
            |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(6.0);
                    text(ui, first, TextSize::Medium, if accent { tokens.accent } else { tokens.ink });
                    text(ui, second, TextSize::Soft, tokens.soft).on_hover_text(second);
                });
            },
            actions,
        );
    });
}
