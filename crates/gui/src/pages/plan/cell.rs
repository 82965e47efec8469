//! One cell of the table: what is planned with what is done, painted by its state; the keys over it.

use egui::{
    Align2, Color32, CornerRadius, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::ask::PlanAnswer;
use super::say::{count_words, part_words, plan_name};
use super::typing::CellAt;
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, radius, space, stroke};

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Nothing planned, nothing done.
    Nothing,
    /// Planned, and its time has not come; or how much was done is not known.
    Planned,
    /// Its time is now.
    Now,
    /// Done.
    Done,
    /// Its time is over and something is left.
    Left,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    look: Look,
    text: String,
    /// More than was planned.
    over: u32,
}

fn shown(scene: &Scene<'_>, cell: &CellAt, answer: &PlanAnswer) -> Shown {
    let (planned, done) = cell.known(answer);
    let known = done.unwrap_or(0);
    let (over, runs) = (known.saturating_sub(planned), cell.days.contains(&answer.today));
    let past = *cell.days.end() < answer.today;
    let both = || format!("{}/{}", scene.formats.integer(known), scene.formats.integer(planned));
    let number = |count: u32| scene.formats.integer(count);
    let (look, text) = match (planned, known) {
        (0, 0) => (Look::Nothing, "·".to_owned()),
        (planned, known) if known >= planned => (Look::Done, number(known)),
        (planned, 0) if done.is_none() => (if runs { Look::Now } else { Look::Planned }, number(planned)),
        _ if runs => (Look::Now, both()),
        // Of another person only a part is ever known: nothing is said to be left.
        _ if past && answer.mine => (Look::Left, both()),
        (planned, 0) => (Look::Planned, number(planned)),
        _ => (Look::Planned, both()),
    };
    Shown { look, text, over }
}

/// The name of a cell, read aloud.
pub(super) fn cell_name(scene: &Scene<'_>, cell: &CellAt, answer: &PlanAnswer) -> String {
    let (planned, done) = cell.known(answer);
    let row = plan_name(scene.words, &cell.action);
    let when = if cell.days == answer.now.days && answer.parts.len() > 1 {
        scene.words.get("plan-whole-period")
    } else {
        part_words(scene.formats, &cell.days)
    };
    let done = done.or(answer.mine.then_some(0));
    format!("{row}, {when}: {}", count_words(scene.words, done, planned))
}

/// What a person did at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellEvent {
    /// Nothing.
    None,
    /// Goes to another cell, so many to the right and down.
    Go(i32, i32),
    /// Opens what stands behind the number.
    Open,
}

/// Paints a cell and takes the keys while it has the focus.
pub(super) fn cell(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    rect: Rect,
    at: &CellAt,
    answer: &PlanAnswer,
    total: bool,
) -> (Response, CellEvent) {
    let inner = rect.shrink2(vec2(3.0, 0.0));
    let response = ui.interact(inner, cell_id(at, total), Sense::click());
    if response.clicked() {
        response.request_focus();
    }
    let mut event = if response.double_clicked() { CellEvent::Open } else { CellEvent::None };
    let typed = at.typed(scene, answer);
    if response.has_focus() {
        event = keys(ui, scene, at, answer, &response, typed, event);
    } else if response.lost_focus() && typed.is_some() {
        at.take(scene, answer);
    }
    let typed = at.typed(scene, answer);
    paint(ui, scene, inner, at, answer, &response, typed.as_deref(), total);
    let name = cell_name(scene, at, answer);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::SpinButton, ui.is_enabled(), &name);
        info.current_text_value = Some(typed.clone().unwrap_or_else(|| at.planned(answer).to_string()));
        info
    });
    (response, event)
}

/// The id of a cell, by which it gets the focus.
pub(super) fn cell_id(at: &CellAt, total: bool) -> Id {
    Id::unique(("plan cell", &at.action, at.days.start(), at.days.end(), total))
}

#[expect(clippy::too_many_arguments, reason = "all of it is painted")]
fn paint(
    ui: &Ui,
    scene: &Scene<'_>,
    rect: Rect,
    at: &CellAt,
    answer: &PlanAnswer,
    response: &Response,
    typed: Option<&str>,
    total: bool,
) {
    let tokens = Tokens::of(ui);
    let shown = if total {
        // Done stands beside it.
        Shown { look: Look::Planned, text: scene.formats.integer(at.planned(answer)), over: 0 }
    } else {
        shown(scene, at, answer)
    };
    let (fill, edge, ink) = colours(&tokens, shown.look, total);
    let edge = if response.hovered() && edge != tokens.accent { tokens.hovered_line() } else { edge };
    let corner = CornerRadius::same(radius::ENTRY);
    ui.painter().rect(rect, corner, fill, Stroke::new(stroke::HAIRLINE, edge), StrokeKind::Inside);
    if typed.is_some() {
        ui.painter().rect_filled(rect.shrink(1.0), corner, tokens.card);
    }
    let (text, ink) = typed.map_or((shown.text.as_str(), ink), |text| (text, tokens.ink));
    let roomy = rect.width() >= 44.0 || text.chars().count() < 4;
    let size = match (shown.look, roomy) {
        (_, false) => TextSize::SoftTabular,
        (Look::Nothing | Look::Planned, true) => TextSize::Tabular,
        (_, true) => TextSize::TabularMedium,
    };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), size.font(), ink);
    let place = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    ui.painter().galley(place.min, galley, ink);
    if typed.is_some() && response.has_focus() {
        let x = place.right() + 1.5;
        ui.painter().vline(x, place.top() + 2.0..=place.bottom() - 2.0, Stroke::new(1.0, tokens.accent));
    }
    if typed.is_none() {
        corners(ui, &tokens, rect, at, answer, shown.over, total);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, corner, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Outside);
    }
}

/// At the corners: how many more than planned, and that something was corrected by hand.
fn corners(ui: &Ui, tokens: &Tokens, rect: Rect, at: &CellAt, answer: &PlanAnswer, over: u32, total: bool) {
    let planned = at.planned(answer);
    if over > 0 && planned > 0 {
        let words = format!("+{over}");
        let place = rect.right_top() + vec2(-3.0, 1.0);
        ui.painter().text(place, Align2::RIGHT_TOP, words, TextSize::Initials.font(), tokens.accent);
    }
    let days = answer.now.days_of(&at.action);
    if !total && days.iter().any(|day| at.days.contains(&day.on) && day.corrected != 0) {
        ui.painter().circle_filled(rect.left_top() + vec2(6.0, 6.0), 2.5, tokens.necessary);
    }
}

const fn colours(tokens: &Tokens, look: Look, total: bool) -> (Color32, Color32, Color32) {
    match look {
        Look::Nothing => (Color32::TRANSPARENT, Color32::TRANSPARENT, tokens.soft),
        Look::Planned if total => (Color32::TRANSPARENT, tokens.line, tokens.ink),
        Look::Planned => (tokens.card, tokens.line, tokens.soft),
        Look::Now => (tokens.card, tokens.accent, tokens.ink),
        Look::Done => (tokens.accent_soft, tokens.accent_soft, tokens.accent),
        Look::Left => (tokens.important_soft, tokens.important_soft, tokens.important),
    }
}

/// An example of each look for the legend.
pub(super) fn legend(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) {
    let tokens = Tokens::of(ui);
    let one_day = |part: &std::ops::RangeInclusive<chrono::NaiveDate>| part.start() == part.end();
    let looks = [
        (Look::Done, "3", "plan-legend-done"),
        (Look::Now, "1/2", if answer.parts.iter().all(one_day) { "plan-legend-today" } else { "plan-legend-now" }),
        (Look::Planned, "2", "plan-legend-planned"),
        (Look::Left, "0/1", "plan-legend-left"),
    ];
    ui.spacing_mut().item_spacing.x = space::S;
    for (look, example, key) in looks.into_iter().filter(|(look, ..)| answer.mine || *look != Look::Left) {
        let (rect, _) = ui.allocate_exact_size(vec2(30.0, 22.0), Sense::hover());
        let (fill, edge, ink) = colours(&tokens, look, false);
        let corner = CornerRadius::same(radius::ENTRY);
        ui.painter().rect(rect, corner, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, example, TextSize::SoftTabular.font(), ink);
        crate::widgets::soft(ui, &scene.words.get(key));
        ui.add_space(space::XS);
    }
}

fn keys(
    ui: &Ui,
    scene: &mut Scene<'_>,
    at: &CellAt,
    answer: &PlanAnswer,
    response: &Response,
    typed: Option<String>,
    event: CellEvent,
) -> CellEvent {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: typed.is_some(),
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (digits, signs) = ui.input_mut(taken_text);
    if !digits.is_empty() {
        let whole = typed.unwrap_or_default() + &digits;
        let number = whole.trim_start_matches('0');
        at.type_text(scene, answer, if number.is_empty() { "0" } else { number });
        return event;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    // A key that writes its sign is heard by the sign alone.
    let by_key = i64::from(pressed(Key::Plus)) - i64::from(pressed(Key::Minus));
    let more = if signs == 0 { by_key } else { signs };
    if more != 0 {
        let now = typed.as_deref().and_then(|text| text.parse().ok()).unwrap_or_else(|| i64::from(at.planned(answer)));
        at.type_text(scene, answer, &(now + more).max(0).to_string());
        return event;
    }
    if pressed(Key::Delete) {
        if at.is_day() {
            at.give_up(scene, answer);
            at.set(scene, answer, 0);
        } else {
            at.type_text(scene, answer, "0");
        }
    }
    if pressed(Key::Backspace) {
        let mut text = typed.clone().unwrap_or_else(|| at.planned(answer).to_string());
        text.pop();
        at.type_text(scene, answer, if text.is_empty() && typed.is_none() { "0" } else { &text });
    }
    if pressed(Key::Escape) {
        at.give_up(scene, answer);
    }
    if pressed(Key::Enter) {
        if typed.is_none() {
            return CellEvent::Open;
        }
        at.take(scene, answer);
        return CellEvent::Go(0, 1);
    }
    let steps =
        [(Key::ArrowLeft, (-1, 0)), (Key::ArrowRight, (1, 0)), (Key::ArrowUp, (0, -1)), (Key::ArrowDown, (0, 1))];
    let went = steps.into_iter().find(|(key, _)| pressed(*key));
    went.map_or(event, |(_, (right, down))| {
        at.take(scene, answer);
        CellEvent::Go(right, down)
    })
}

/// The digits, and the signs of more and fewer, that were typed in this frame, taken out of what others hear.
fn taken_text(input: &mut egui::InputState) -> (String, i64) {
    let (mut digits, mut signs) = (String::new(), 0);
    input.events.retain(|event| {
        let Event::Text(text) = event else { return true };
        match text.as_str() {
            "+" => signs += 1,
            "-" | "−" => signs -= 1,
            text if text.chars().all(|letter| letter.is_ascii_digit()) => digits.push_str(text),
            _ => return true,
        }
        false
    });
    (digits, signs)
}
