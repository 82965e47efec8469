//! The table of a period: actions by parts of it, each planned with what is done; sums by row alone, for unlike things
//! are never added up.

use egui::{Align2, Rect, Response, Sense, Stroke, Ui, pos2, vec2};
use sponsor_core::model::{FIRST_ROWS, PlanLevel};
use sponsor_core::query::PlanLine;

use super::ask::PlanAnswer;
use super::cell::{CellEvent, cell, cell_id, cell_name, legend};
use super::say::{days_left, level_key, part_head, plan_name, rule_words, running_words, table_title};
use super::strip::strip;
use super::typing::CellAt;
use super::{Open, Wish};
use crate::app::Scene;
use crate::icons;
use crate::pages::today::progress::plan_icon;
use crate::theme::{IconSize, TextSize, Tokens, height, space, stroke};
use crate::widgets::{
    Button, Card, hairline, heading, icon, key_cap, progress_bar, soft, split, telling_icon, text, text_cut,
};

/// Heights of the rows.
const HEAD: f32 = 36.0;
const ROW: f32 = 48.0;
const ROW_LOW: f32 = 42.0;
const CELL: f32 = 32.0;
/// Widths of the columns.
const NAME_LEAST: f32 = 120.0;
const PART_LEAST: f32 = 38.0;
const PART_MOST: f32 = 76.0;
const TOTAL: f32 = 124.0;
const TOTAL_UNKNOWN: f32 = 152.0;
const TOTAL_WITH_BAR: f32 = 214.0;
const TOTAL_CELL: f32 = 52.0;
/// At both sides of a row.
const SIDE: f32 = 16.0;

/// Where the columns stand.
#[derive(Clone, Copy)]
struct Columns {
    name: f32,
    part: f32,
    total: f32,
    low: bool,
}

impl Columns {
    fn of(ui: &Ui, scene: &Scene<'_>, answer: &PlanAnswer) -> Self {
        let ink = Tokens::of(ui).ink;
        let wide = |line: &PlanLine| {
            let name = plan_name(scene.words, &line.action);
            ui.painter().layout_no_wrap(name, TextSize::Strong.font(), ink).size().x
        };
        let widest = answer.now.rows.iter().map(wide).fold(NAME_LEAST, f32::max);
        let name = SIDE + IconSize::Regular.size() + space::S + widest + space::S + IconSize::Small.size() + space::S;
        #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
        let many = answer.parts.len().max(1) as f32;
        let room = ui.available_width() - SIDE;
        let with_bar = (room - name - TOTAL_WITH_BAR) / many >= PART_LEAST + 14.0;
        let total = match (with_bar, answer.mine) {
            (true, _) => TOTAL_WITH_BAR,
            (false, true) => TOTAL,
            (false, false) => TOTAL_UNKNOWN,
        };
        // A name that is cut says less than cells that are narrow.
        let part = ((room - name - total) / many).clamp(PART_LEAST, PART_MOST);
        let name = room - total - part * many;
        Self { name, part, total, low: ui.ctx().content_rect().height() < 880.0 }
    }

    const fn row(self) -> f32 {
        if self.low { ROW_LOW } else { ROW }
    }
}

/// Paints the table; gives what a person wished for.
pub(super) fn table(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    answer: &PlanAnswer,
    chosen: &mut Option<CellAt>,
) -> Option<Wish> {
    let mut wish = None;
    Card::new().padding(0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        wish = head(ui, scene, answer);
        let columns = Columns::of(ui, scene, answer);
        hairline(ui);
        heads(ui, scene, answer, columns);
        let first = |line: &&PlanLine| FIRST_ROWS.contains(&line.action);
        let rows = &answer.now.rows;
        let ordered: Vec<&PlanLine> =
            rows.iter().filter(first).chain(rows.iter().filter(|line| !first(line))).collect();
        let (many, switched) = (ordered.iter().filter(|line| first(line)).count(), ordered.len());
        for index in 0..switched {
            if index == many {
                wish = more_rows(ui, scene, switched > many).or(wish.take());
            }
            wish = row(ui, scene, answer, columns, (&ordered, index), chosen).or(wish.take());
        }
        if many == switched {
            wish = more_rows(ui, scene, false).or(wish.take());
        }
        hairline(ui);
        wish = strip(ui, scene, answer, chosen.as_ref()).or(wish.take());
        hairline(ui);
        foot(ui, scene, answer);
    });
    wish
}

/// The title of the period, where it is, and the arrows to the ones beside it.
fn head(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) -> Option<Wish> {
    let words = scene.words;
    let level = answer.now.level;
    let title = table_title(words, scene.formats, level, &answer.now.days);
    let running = running_words(words, &answer.now.days, answer.today);
    let left = days_left(words, &answer.now.days, answer.today).filter(|_| running.is_some());
    let note = running.into_iter().chain(left).collect::<Vec<_>>().join(" · ");
    let [before, after, today, like, tell] =
        ["plan-before", "plan-after", "plan-to-today", "plan-as-before", "plan-tell"].map(|key| words.get(key));
    let mut wish = None;
    egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 12, top: 8, bottom: 8 }).show(ui, |ui| {
        split(
            ui,
            height::BUTTON,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                heading(ui, &title);
                soft(ui, &note);
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                if !answer.mine && ui.add(Button::accent(&tell).icon(icons::CALL).small()).clicked() {
                    wish = Some(Wish::Open(Open::Told));
                }
                if ui.add(Button::plain(&like).small()).clicked() {
                    wish = Some(Wish::Open(Open::AsBefore));
                }
                if ui.add(Button::icon_only(icons::RIGHT, &after).small()).clicked() {
                    wish = Some(Wish::Turn(1));
                }
                if ui.add(Button::icon_only(icons::LEFT, &before).small()).clicked() {
                    wish = Some(Wish::Turn(-1));
                }
                let away = !answer.now.days.contains(&answer.today);
                if away && ui.add(Button::link(&today).small()).clicked() {
                    wish = Some(Wish::Today);
                }
            },
        );
    });
    wish
}

fn heads(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer, columns: Columns) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    tint_rests(ui, answer, columns, rect);
    let at = |x: f32, align: Align2, words: &str, size: TextSize, colour| {
        ui.painter().text(pos2(x, rect.center().y), align, words, size.font(), colour);
    };
    at(rect.left() + SIDE, Align2::LEFT_CENTER, &scene.words.get("plan-action"), TextSize::Soft, tokens.soft);
    let mut left = rect.left() + columns.name;
    // Where the days have no room beside their names they stand below them, all of them.
    let wide = |part| {
        let words = part_head(scene.formats, answer.now.level, part);
        ui.painter().layout_no_wrap(words, TextSize::SoftStrong.font(), tokens.soft).size().x
    };
    let stacked = answer.parts.iter().any(|part| wide(part) > columns.part - 3.0);
    for part in &answer.parts {
        let now = part.contains(&answer.today);
        let (size, colour) =
            if now { (TextSize::SoftStrong, tokens.accent) } else { (TextSize::SoftTabular, tokens.soft) };
        let words = part_head(scene.formats, answer.now.level, part);
        let middle = left + columns.part / 2.0;
        match words.split_once(' ').filter(|_| stacked) {
            Some((name, day)) => {
                let line = |words: &str, align: Align2| {
                    ui.painter().text(pos2(middle, rect.center().y), align, words, size.font(), colour);
                };
                line(name, Align2::CENTER_BOTTOM);
                line(day, Align2::CENTER_TOP);
            }
            None => at(middle, Align2::CENTER_CENTER, &words, size, colour),
        }
        left += columns.part;
    }
    let sum = scene.words.get(&format!("{}-sum", level_key(answer.now.level)));
    at(rect.right() - SIDE, Align2::RIGHT_CENTER, &sum, TextSize::Soft, tokens.soft);
}

/// The ground of days on which the person does not work, and of today.
fn tint_rests(ui: &Ui, answer: &PlanAnswer, columns: Columns, rect: Rect) {
    use chrono::Datelike as _;
    if answer.now.level != PlanLevel::Week {
        return;
    }
    let tokens = Tokens::of(ui);
    let mut left = rect.left() + columns.name;
    for part in &answer.parts {
        let rests = !answer.now.works.is_empty() && !answer.now.works.contains(&part.start().weekday());
        if rests || *part.start() == answer.today {
            let column = Rect::from_min_size(pos2(left, rect.top()), vec2(columns.part, rect.height()));
            ui.painter().rect_filled(column, 0.0, tokens.wash);
        }
        left += columns.part;
    }
}

fn row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    answer: &PlanAnswer,
    columns: Columns,
    (lines, index): (&[&PlanLine], usize),
    chosen: &mut Option<CellAt>,
) -> Option<Wish> {
    let tokens = Tokens::of(ui);
    let line = lines.get(index)?;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), columns.row()), Sense::hover());
    tint_rests(ui, answer, columns, rect);
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(stroke::HAIRLINE, tokens.line));
    name_cell(ui, scene, answer, line, Rect::from_min_size(rect.min, vec2(columns.name, rect.height())));
    let mut wish = None;
    let many = answer.parts.len();
    for (place, part) in answer.parts.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
        let left = rect.left() + columns.name + place as f32 * columns.part;
        let whole = Rect::from_min_size(pos2(left, rect.center().y - CELL / 2.0), vec2(columns.part, CELL));
        let at = CellAt { action: line.action.clone(), days: part.clone() };
        let (response, event) = cell(ui, scene, whole, &at, answer, false);
        let rule = rule_words(scene.words, &line.action, answer.mine);
        let tip = format!("{}\n{rule}", cell_name(scene, &at, answer));
        let response = response.on_hover_text(tip);
        wish = happened(ui, answer, (lines, index, place), &at, &response, event, chosen).or(wish);
    }
    let total = Rect::from_min_max(pos2(rect.right() - SIDE - columns.total, rect.top()), rect.max - vec2(SIDE, 0.0));
    if answer.now.level == PlanLevel::Day {
        // Of a single day there is no sum.
        return done_of(ui, scene, answer, line, total).or(wish);
    }
    let at = CellAt { action: line.action.clone(), days: answer.now.days.clone() };
    let whole = Rect::from_min_max(
        pos2(total.right() - TOTAL_CELL, total.center().y - CELL / 2.0),
        pos2(total.right() + 3.0, total.center().y + CELL / 2.0),
    );
    let (response, event) = cell(ui, scene, whole, &at, answer, true);
    wish = happened(ui, answer, (lines, index, many), &at, &response, event, chosen).or(wish);
    done_of(ui, scene, answer, line, total).or(wish)
}

fn name_cell(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer, line: &PlanLine, rect: Rect) {
    let tokens = Tokens::of(ui);
    let inner = rect.with_min_x(rect.left() + SIDE).with_max_x(rect.right() - space::S);
    let builder = egui::UiBuilder::new()
        .id_salt(("plan row", &line.action))
        .max_rect(inner)
        .layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon(ui, plan_icon(&line.action), IconSize::Regular, tokens.soft);
        let name = plan_name(scene.words, &line.action);
        let room = ui.available_width() - IconSize::Small.size() - space::S;
        ui.allocate_ui_with_layout(vec2(room, 20.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            text_cut(ui, &name, TextSize::Strong, tokens.ink);
        });
        let rule = rule_words(scene.words, &line.action, answer.mine);
        telling_icon(ui, icons::INFO, IconSize::Small, tokens.soft, &rule);
    });
}

/// How many are done, which opens what stands behind it, and the bar; the planned number stands at the right of it.
fn done_of(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer, line: &PlanLine, total: Rect) -> Option<Wish> {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let name = plan_name(words, &line.action);
    let whole = answer.now.level == PlanLevel::Day;
    let right = total.right() - if whole { 0.0 } else { TOTAL_CELL + 4.0 };
    let rect = Rect::from_min_max(total.min, pos2(right, total.max.y));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let builder = egui::UiBuilder::new().id_salt(("plan done", &line.action)).max_rect(rect).layout(layout);
    let mut wish = None;
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        if line.done.is_some() || whole {
            soft(ui, &words.get(if whole { "plan-done-word" } else { "plan-of" }));
        }
        let (shown, spoken) = match line.done {
            Some(done) => (scene.formats.integer(done), words.with("plan-open-done", &[("row", name.as_str().into())])),
            None => (words.get("unknown-yet"), words.with("plan-open-unknown", &[("row", name.as_str().into())])),
        };
        let spoken = format!("{spoken}: {shown}");
        let colour = if line.done.is_some() { tokens.ink } else { tokens.soft };
        let button = Button::link(&shown).name(&spoken).colour(colour).small();
        let rule = rule_words(words, &line.action, answer.mine);
        if ui.add(button).on_hover_text(rule).clicked() {
            let (from, to) = (*answer.now.days.start(), *answer.now.days.end());
            wish = Some(Wish::Open(match (line.done, answer.mine) {
                (None, false) => Open::Told,
                _ => Open::Behind { action: line.action.clone(), from, to },
            }));
        }
        let room = ui.available_width();
        if room > 64.0 && line.planned > 0 && line.done.is_some() {
            ui.add_space(space::S);
            let share = f64::from(line.done.unwrap_or(0)) / f64::from(line.planned);
            let counts = super::say::pace_words(words, line, &answer.now.days, answer.today);
            #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
            progress_bar(ui, share.min(1.0) as f32, (room - space::L).min(80.0), &format!("{name}: {counts}"));
        }
    });
    wish
}

/// What a key or click at a cell leads to.
fn happened(
    ui: &Ui,
    answer: &PlanAnswer,
    (lines, index, place): (&[&PlanLine], usize, usize),
    at: &CellAt,
    response: &Response,
    event: CellEvent,
    chosen: &mut Option<CellAt>,
) -> Option<Wish> {
    if response.has_focus() || response.gained_focus() {
        *chosen = Some(at.clone());
    }
    match event {
        CellEvent::None => None,
        CellEvent::Open => {
            let (from, to) = (*at.days.start(), *at.days.end());
            Some(Wish::Open(Open::Behind { action: at.action.clone(), from, to }))
        }
        CellEvent::Go(right, down) => {
            let columns = answer.parts.len() + usize::from(answer.now.level != PlanLevel::Day);
            let step = |now: usize, by: i32, many: usize| {
                let next = i64::try_from(now).unwrap_or(0) + i64::from(by);
                usize::try_from(next.max(0)).unwrap_or(0).min(many.saturating_sub(1))
            };
            let (row, column) = (step(index, down, lines.len()), step(place, right, columns));
            let total = column >= answer.parts.len();
            let days = answer.parts.get(column).unwrap_or(&answer.now.days).clone();
            let target = CellAt { action: lines.get(row)?.action.clone(), days };
            ui.memory_mut(|memory| memory.request_focus(cell_id(&target, total)));
            *chosen = Some(target);
            None
        }
    }
}

fn more_rows(ui: &mut Ui, scene: &Scene<'_>, switched: bool) -> Option<Wish> {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let mut wish = None;
    let frame = egui::Frame::new().fill(tokens.wash).inner_margin(egui::Margin::symmetric(16, 0));
    hairline(ui);
    frame.show(ui, |ui| {
        split(
            ui,
            30.0,
            |ui| soft(ui, &if switched { words.get("plan-rows-on") } else { words.get("plan-rows-first") }),
            |ui| {
                let more = words.get("plan-more-rows");
                if ui.add(Button::link(&more).icon(icons::ADD).small()).clicked() {
                    wish = Some(Wish::Open(Open::Setup));
                }
            },
        );
    });
    wish
}

fn foot(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 0)).show(ui, |ui| {
        split(
            ui,
            40.0,
            |ui| {
                legend(ui, scene, answer);
                let marked = answer.now.rows.iter().any(|line| line.days.iter().any(|day| day.corrected != 0));
                if marked {
                    let tokens = Tokens::of(ui);
                    let (dot, _) = ui.allocate_exact_size(vec2(8.0, 20.0), Sense::hover());
                    ui.painter().circle_filled(dot.center(), 2.5, tokens.necessary);
                    soft(ui, &scene.words.get("plan-legend-corrected"));
                }
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                if ui.available_width() > 560.0 {
                    text(ui, &scene.words.get("plan-keys"), TextSize::Soft, Tokens::of(ui).soft);
                    for cap in ["Enter", "−", "+", "0–9"] {
                        key_cap(ui, cap);
                    }
                }
            },
        );
    });
}
