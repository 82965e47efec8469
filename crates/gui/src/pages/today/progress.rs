//! What is planned for the week with what is done, and the figures of the month so far.

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};
use rust_decimal::Decimal;
use sponsor_core::model::{Action as DiaryAction, PlanAction, PointsSource};
use sponsor_core::query::{Figures, PlanRow, week_of};

use super::is_short;
use super::press::press;
use crate::app::{Page, Place, Scene, shown_pages};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, heading, icon, progress_bar, row, soft, split, text, text_cut};
use crate::words::Words;

/// The column of key figures.
const FIGURE_WIDTH: f32 = 92.0;

/// «План за седмицата», when anything is planned.
pub fn plan_card(ui: &mut Ui, scene: &mut Scene<'_>, rows: &[PlanRow]) {
    if rows.is_empty() {
        return;
    }
    let title = scene.words.get("today-plan");
    let week = week_of(scene.today, scene.frame.settings.week_starts);
    let day = (scene.today - *week.start()).num_days() + 1;
    let note = scene
        .words
        .with("today-plan-note", &[("week", scene.formats.week_of(*week.start()).into()), ("day", day.into())]);
    let name = format!("{title}: {}", scene.words.get("open"));
    let shown = Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let measures = Measures::of(ui, scene, rows);
        if is_short(ui) && ui.available_width() >= 2.0 * PAIRED + space::L {
            plan_pairs(ui, scene, rows, measures);
            return;
        }
        for plan in rows {
            plan_line(ui, scene, plan, measures, true);
        }
    });
    if press(ui, shown.response.rect, "plan", &name).clicked() {
        scene.go(Place::Plan(None));
    }
}

/// The columns of the plan, the same in all rows.
#[derive(Clone, Copy)]
struct Measures {
    /// What is done of what is planned.
    counts: f32,
    /// The bar.
    bar: f32,
}

impl Measures {
    fn of(ui: &Ui, scene: &Scene<'_>, rows: &[PlanRow]) -> Self {
        let name = |plan: &PlanRow| width_of(ui, &plan_name(scene.words, &plan.action), TextSize::Body);
        let counts = rows.iter().map(|plan| width_of(ui, &counts_of(scene, plan), TextSize::Tabular));
        let counts = counts.fold(0.0, f32::max).ceil();
        let room = ui.available_width() - rows.iter().map(name).fold(0.0, f32::max);
        let room = room - IconSize::Regular.size() - counts - 4.0 * space::M;
        Self { counts, bar: (ui.available_width() * 0.34).clamp(80.0, 160.0).min(room.max(40.0)) }
    }
}

fn width_of(ui: &Ui, words: &str, size: TextSize) -> f32 {
    let ink = Tokens::of(ui).ink;
    ui.painter().layout_no_wrap(words.to_owned(), size.font(), ink).size().x
}

/// Whether a row has room beside another with its whole name; a name that is cut says less than a line that is added.
fn has_room_in_half(ui: &Ui, scene: &Scene<'_>, plan: &PlanRow) -> bool {
    let each = (ui.available_width() - space::L) / 2.0;
    let around = IconSize::Regular.size() + space::S + space::M + 2.0;
    let name = width_of(ui, &plan_name(scene.words, &plan.action), TextSize::Body);
    name + width_of(ui, &counts_of(scene, plan), TextSize::Tabular) + around <= each
}

fn counts_of(scene: &Scene<'_>, plan: &PlanRow) -> String {
    scene.words.with("count-of-total", &[("done", plan.done.into()), ("total", plan.planned.into())])
}

/// The least width of a row of the plan without its bar.
const PAIRED: f32 = 160.0;
/// The height of two rows beside each other.
const PAIR: f32 = 22.0;

/// The rows of the plan two beside each other, without their bars; below them those that need a whole line.
fn plan_pairs(ui: &mut Ui, scene: &Scene<'_>, rows: &[PlanRow], measures: Measures) {
    let each = (ui.available_width() - space::L) / 2.0;
    let (short, long): (Vec<_>, Vec<_>) = rows.iter().partition(|plan| has_room_in_half(ui, scene, plan));
    for pair in short.chunks(2) {
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), PAIR), Sense::hover());
        let halves = [line.left(), line.left() + each + space::L];
        for (plan, left) in pair.iter().zip(halves) {
            let half = Rect::from_min_size(pos2(left, line.top()), vec2(each, PAIR));
            let builder = UiBuilder::new().id_salt(&plan.action).max_rect(half);
            ui.scope_builder(builder, |ui| plan_line(ui, scene, plan, measures, false));
        }
    }
    for plan in long {
        plan_line(ui, scene, plan, measures, true);
    }
}

/// What is planned with what is done; with the bar where there is room for it.
fn plan_line(ui: &mut Ui, scene: &Scene<'_>, plan: &PlanRow, measures: Measures, bar: bool) {
    let tokens = Tokens::of(ui);
    let name = plan_name(scene.words, &plan.action);
    let counts = counts_of(scene, plan);
    let tall = if bar && !is_short(ui) { 26.0 } else { PAIR };
    split(
        ui,
        tall,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, plan_icon(&plan.action), IconSize::Regular, tokens.soft);
            text(ui, &name, TextSize::Body, tokens.ink);
        },
        |ui| {
            if !bar {
                text(ui, &counts, TextSize::Tabular, tokens.ink);
                return;
            }
            let size = vec2(measures.counts, tall);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_width(measures.counts);
                text(ui, &counts, TextSize::Tabular, tokens.ink);
            });
            let share = f64::from(plan.done) / f64::from(plan.planned.max(1));
            #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
            progress_bar(ui, share.min(1.0) as f32, measures.bar, &format!("{name}: {counts}"));
        },
    );
}

/// The name of a row of the plan.
#[must_use]
pub fn plan_name(words: &Words, action: &PlanAction) -> String {
    let PlanAction::Action(action) = action else { return words.get("today-plan-new-names") };
    match action {
        DiaryAction::Call => words.get("today-plan-call"),
        DiaryAction::Invitation => words.get("today-plan-invitation"),
        DiaryAction::Meeting => words.get("today-plan-meeting"),
        DiaryAction::TwoPlusOne => words.get("today-plan-two-plus-one"),
        DiaryAction::Presentation => words.get("today-plan-presentation"),
        DiaryAction::FollowUp => words.get("today-plan-follow-up"),
        DiaryAction::Training => words.get("today-plan-training"),
        DiaryAction::OnlinePost => words.get("today-plan-online-post"),
        DiaryAction::Own(name) => name.clone(),
    }
}

/// The icon of a row of the plan.
#[must_use]
pub const fn plan_icon(action: &PlanAction) -> char {
    let PlanAction::Action(action) = action else { return icons::ADD_PERSON };
    match action {
        DiaryAction::Call => icons::CALL,
        DiaryAction::Invitation => icons::INVITATION,
        DiaryAction::Meeting => icons::MEETING,
        DiaryAction::TwoPlusOne => icons::TWO_PLUS_ONE,
        DiaryAction::Presentation => icons::PRESENTATION,
        DiaryAction::FollowUp => icons::FOLLOW_UP,
        DiaryAction::Training => icons::TRAINING,
        DiaryAction::OnlinePost => icons::ONLINE_POST,
        DiaryAction::Own(_) => icons::STAGE_NEW,
    }
}

/// A figure with the same days before.
struct Shown {
    value: Option<Decimal>,
    before: Option<Decimal>,
    name: String,
    below: String,
    in_percent: bool,
}

/// «Ноември досега», once the page of figures is shown.
pub fn figures_card(ui: &mut Ui, scene: &mut Scene<'_>, figures: &Figures) {
    if !shown_pages(scene.frame).contains(&Page::Figures) {
        return;
    }
    let first = figures.period.first_day();
    let month = capital(&scene.formats.month(chrono::Datelike::month(&first)));
    let title = scene.words.with("today-figures", &[("month", month.into())]);
    let before = figures.period.previous().first_day();
    let range = scene.formats.date_range(before, figures.previous_until);
    let note = scene.words.with("today-figures-against", &[("range", range.into())]);
    let shown = shown_figures(scene, figures);
    if is_short(ui) {
        figures_line(ui, scene, (&title, &note), &shown);
        return;
    }
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, shown) in shown.iter().enumerate() {
            figure_row(ui, scene, index, shown);
        }
        figures_foot(ui, scene);
    });
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn shown_figures(scene: &Scene<'_>, figures: &Figures) -> [Shown; 3] {
    let (words, now, before) = (scene.words, &figures.values, &figures.previous);
    let own = scene.frame.settings.points_name.trim();
    let counted = |count: Option<u32>| count.map(Decimal::from);
    let said = |count: Option<u32>, some: &str, none: &str| match count {
        Some(count) => words.with(some, &[("count", count.into())]),
        None => words.get(none),
    };
    let source = match (figures.source, figures.reading) {
        (Some(PointsSource::Reading), Some((on, _))) => {
            words.with("today-points-read", &[("when", scene.formats.date_near(on, scene.today).into())])
        }
        (Some(PointsSource::Reading), None) => words.get("read-from-site"),
        (Some(PointsSource::Orders), _) => words.get("today-points-orders"),
        (None, _) => words.get("today-points-none"),
    };
    [
        Shown {
            value: now.points,
            before: before.points,
            name: if own.is_empty() { words.get("points") } else { own.to_owned() },
            below: source,
            in_percent: true,
        },
        Shown {
            value: counted(now.new_users),
            before: counted(before.new_users),
            name: words.get("today-new-users"),
            below: said(now.new_partners, "today-new-partners", "today-new-none"),
            in_percent: false,
        },
        Shown {
            value: counted(now.in_training),
            before: counted(before.in_training),
            name: words.get("today-training"),
            below: said(now.wants_more, "today-training-more", "today-training-none"),
            in_percent: false,
        },
    ]
}

/// The three figures beside each other; they lead to their page.
fn figures_line(ui: &mut Ui, scene: &mut Scene<'_>, (title, note): (&str, &str), figures: &[Shown; 3]) {
    let (all, read) = (scene.words.get("page-figures"), scene.words.get("today-type-reading"));
    let (mut opens, mut types) = (false, false);
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        split(
            ui,
            TextSize::Heading.line_height(),
            |ui| heading(ui, title).on_hover_text(note),
            |ui| types |= ui.add(Button::link(&read).small()).clicked(),
        );
        let line = ui.horizontal_top(|ui| figure_columns(ui, scene, figures));
        opens |= press(ui, line.response.rect, "figures", &all).clicked();
    });
    if types {
        scene.go(Place::Reading);
    } else if opens {
        scene.go(Place::Page(Page::Figures));
    }
}

/// Between two figures that stand beside each other, so that a change is read with its own.
const BETWEEN: f32 = 24.0;

fn figure_columns(ui: &mut Ui, scene: &Scene<'_>, figures: &[Shown; 3]) {
    let tokens = Tokens::of(ui);
    let needs = figures.each_ref().map(|shown| {
        let change = change_of(scene, shown).map_or(0.0, |(amount, _)| {
            2.0 * space::S + IconSize::Small.size() + width_of(ui, &amount, TextSize::TabularMedium)
        });
        let value = width_of(ui, &value_words(scene, shown), TextSize::Title) + change;
        value.max(width_of(ui, &shown.name, TextSize::Soft)) + 1.0
    });
    // What remains is shared; where there is too little the names take two lines.
    let spare = (ui.available_width() - 2.0 * BETWEEN - needs.iter().sum::<f32>()) / 3.0;
    ui.spacing_mut().item_spacing = vec2(BETWEEN, 0.0);
    for (shown, needs) in figures.iter().zip(needs) {
        super::column(ui, needs + spare, |ui| {
            ui.allocate_ui_with_layout(vec2(needs + spare, 30.0), Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
                let (size, colour) = match shown.value {
                    Some(_) => (TextSize::Title, tokens.ink),
                    None => (TextSize::Body, tokens.soft),
                };
                text(ui, &value_words(scene, shown), size, colour);
                show_change(ui, scene, shown);
            });
            // Two lines where one is too short: a name is never cut.
            text(ui, &shown.name, TextSize::Soft, tokens.soft).on_hover_text(&shown.below);
        });
    }
}

fn value_words(scene: &Scene<'_>, shown: &Shown) -> String {
    match shown.value {
        Some(value) => scene.formats.decimal(value.round_dp(1)),
        None => scene.words.get("no-data"),
    }
}

fn figure_row(ui: &mut Ui, scene: &Scene<'_>, index: usize, shown: &Shown) {
    let tall = 46.0;
    row(ui, index, tall, |ui| {
        split(
            ui,
            tall,
            |ui| {
                let tokens = Tokens::of(ui);
                super::item::cell(ui, FIGURE_WIDTH, |ui| match shown.value {
                    Some(value) => text(ui, &scene.formats.decimal(value.round_dp(1)), TextSize::Figure, tokens.ink),
                    None => text(ui, &scene.words.get("no-data"), TextSize::Body, tokens.soft),
                });
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space((tall - 38.0) / 2.0);
                    text_cut(ui, &shown.name, TextSize::Medium, tokens.ink);
                    text_cut(ui, &shown.below, TextSize::Soft, tokens.soft);
                });
            },
            |ui| show_change(ui, scene, shown),
        );
    });
}

/// By how much a figure changed, and whether it rose; none where one of the two is not known or nothing changed.
fn change_of(scene: &Scene<'_>, shown: &Shown) -> Option<(String, bool)> {
    let (value, before) = shown.value.zip(shown.before)?;
    let change = value.saturating_sub(before);
    let percent = change.abs().saturating_mul(Decimal::ONE_HUNDRED).checked_div(before).filter(|_| shown.in_percent);
    let amount = match percent {
        Some(percent) => scene.formats.percent(percent),
        None => scene.formats.decimal(change.abs().round_dp(1)),
    };
    (!change.is_zero()).then_some((amount, change.is_sign_positive()))
}

/// The change against the same days before: an arrow, a colour, and words for those who listen.
fn show_change(ui: &mut Ui, scene: &Scene<'_>, shown: &Shown) {
    let tokens = Tokens::of(ui);
    let Some((amount, rose)) = change_of(scene, shown) else {
        if shown.value.is_some() && shown.value == shown.before {
            soft(ui, &scene.words.get("today-no-change"));
        }
        return;
    };
    let (sign, colour, key) = if rose {
        (icons::ARROW_UP, tokens.up, "today-change-up")
    } else {
        (icons::ARROW_DOWN, tokens.down, "today-change-down")
    };
    ui.spacing_mut().item_spacing.x = space::XS;
    let aloud = scene.words.with(key, &[("change", amount.as_str().into())]);
    // The arrow stands before the amount, on whichever side one begins.
    let from_right = ui.layout().prefer_right_to_left();
    if !from_right {
        icon(ui, sign, IconSize::Small, colour);
    }
    let said = text(ui, &amount, TextSize::TabularMedium, colour);
    said.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &aloud));
    if from_right {
        icon(ui, sign, IconSize::Small, colour);
    }
}

fn figures_foot(ui: &mut Ui, scene: &mut Scene<'_>) {
    let tokens = Tokens::of(ui);
    let settings = &scene.frame.settings;
    let day = scene.formats.weekday(settings.review_day);
    let time = scene.formats.time(settings.review_at);
    let review = scene.words.with("today-weekly-review", &[("day", day.into()), ("time", time.into())]);
    let (all, read) = (scene.words.get("page-figures"), scene.words.get("today-type-reading"));
    row(ui, 1, 38.0, |ui| {
        split(
            ui,
            38.0,
            |ui| {
                icon(ui, icons::CALENDAR_DONE, IconSize::Regular, tokens.soft);
                ui.spacing_mut().item_spacing.x = space::S;
                text(ui, &review, TextSize::Soft, tokens.soft);
            },
            |ui| {
                let to_page = ui.add(Button::link(&all).trailing(icons::RIGHT).small()).clicked();
                let to_reading = ui.add(Button::link(&read).small()).clicked();
                if to_reading {
                    scene.go(Place::Reading);
                } else if to_page {
                    scene.go(Place::Page(Page::Figures));
                }
            },
        );
    });
}
