//! The charts: points as a line against a year before, people as stacked bars.

use egui::{Align2, Color32, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, FilledArea, Line, LineStyle, Plot, PlotBounds, PlotPoints, PlotUi, Points};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;
use sponsor_core::model::Snapshot;
use sponsor_documents::{PointsChart, PointsMonth, StackedChart, StackedMonth};

use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Card, body, heading, soft, split, strong, text};

/// Room for the numbers at the left and the words below.
const AXIS: f32 = 44.0;
const NAMES: f32 = 36.0;
const NAMES_SMALL: f32 = 20.0;
/// Room for the number above the highest bar.
const ABOVE: f32 = 18.0;

/// A sign of the legend.
#[derive(Clone, Copy)]
enum Sign {
    Line(f32, Color32),
    Dashed(Color32),
    Square(Color32),
}

/// Round numbers on an axis, from the least to the most.
#[derive(Debug, PartialEq)]
struct Axis {
    bottom: f64,
    top: f64,
    step: f64,
}

impl Axis {
    /// At most about four steps of 1, 2, 2.5 or 5 that hold every value and zero.
    fn over(values: impl Iterator<Item = f64>) -> Self {
        let (mut least, mut most) = (0.0_f64, 0.0_f64);
        for value in values.filter(|value| value.is_finite()) {
            least = least.min(value);
            most = most.max(value);
        }
        let span = (most - least).max(1.0);
        let power = 10_f64.powf((span / 4.0).log10().floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| span / step <= 4.0)
            .unwrap_or(power * 10.0)
            .max(0.25);
        Self { bottom: (least / step).floor() * step, top: (most / step).ceil().max(1.0) * step, step }
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let (bottom, step) = (self.bottom, self.step);
        let steps = ((self.top - self.bottom) / self.step).round().clamp(0.0, 12.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a dozen steps at most")]
        let steps = steps as u32;
        (0..=steps).map(move |at| f64::from(at).mul_add(step, bottom))
    }

    fn y(&self, rect: Rect, value: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
        let share = ((value - self.bottom) / (self.top - self.bottom)) as f32;
        rect.bottom() - share * rect.height()
    }
}

#[expect(clippy::cast_precision_loss, reason = "thirteen periods")]
const fn place(at: usize) -> f64 {
    at as f64
}

/// The middle of a period on the screen.
fn x(rect: Rect, at: usize, count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "thirteen periods")]
    let share = (at as f32 + 0.5) / count.max(1) as f32;
    rect.left() + share * rect.width()
}

fn legend(ui: &mut Ui, signs: &[(Sign, &str)]) {
    ui.spacing_mut().item_spacing.x = space::S;
    for (sign, words) in signs.iter().rev() {
        soft(ui, words);
        let size = if matches!(sign, Sign::Square(_)) { vec2(10.0, 10.0) } else { vec2(20.0, 10.0) };
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let y = rect.center().y;
        match sign {
            Sign::Line(width, colour) => drop(ui.painter().hline(rect.x_range(), y, Stroke::new(*width, *colour))),
            Sign::Dashed(colour) => {
                let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
                ui.painter().extend(egui::Shape::dashed_line(&ends, Stroke::new(2.0, *colour), 4.0, 3.0));
            }
            Sign::Square(colour) => drop(ui.painter().rect_filled(rect, 2.0, *colour)),
        }
        ui.add_space(space::XS);
    }
}

/// Whether the heading and the legend stand on one line.
fn heading_fits(ui: &Ui, title: &str, signs: &[(Sign, &str)]) -> bool {
    let width = |words: &str, size: TextSize| {
        ui.painter().layout_no_wrap(words.to_owned(), size.font(), Tokens::of(ui).ink).size().x
    };
    let legend: f32 = signs.iter().map(|(_, words)| width(words, TextSize::Soft) + 20.0 + 3.0 * space::S).sum();
    width(title, TextSize::Heading) + space::M + legend <= ui.available_width()
}

/// A card of a height with a heading, a legend, and room for a chart.
fn chart_card(ui: &mut Ui, title: &str, height: f32, signs: &[(Sign, &str)], chart: impl FnOnce(&mut Ui, Rect)) {
    Card::new().show(ui, |ui| {
        let top = ui.cursor().top();
        if heading_fits(ui, title, signs) {
            split(ui, 24.0, |ui| heading(ui, title), |ui| legend(ui, signs));
        } else {
            heading(ui, title);
            split(ui, 18.0, |_| (), |ui| legend(ui, signs));
        }
        let taken = ui.cursor().top() - top;
        let size = vec2(ui.available_width(), height - 32.0 - 2.0 - taken);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        chart(ui, rect);
    });
}

/// A plot that only shows: nothing in it is dragged or zoomed.
fn still_plot<'a>(
    ui: &mut Ui,
    title: &str,
    name: &str,
    rect: Rect,
    draw: impl FnOnce(&mut PlotUi<'a>) + 'a,
) -> Response {
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            Plot::new(("figures", title))
                .show_axes(false)
                .show_grid(false)
                .show_background(false)
                .show_x(false)
                .show_y(false)
                .show_crosshair(false)
                .allow_zoom(false)
                .allow_drag(false)
                .allow_scroll(false)
                .allow_boxed_zoom(false)
                .allow_double_click_reset(false)
                .allow_axis_zoom_drag(false)
                .set_margin_fraction(Vec2::ZERO)
                .label_formatter(|_| None)
                .sense(Sense::hover())
                .width(rect.width())
                .height(rect.height())
                .show(ui, draw)
                .response
        })
        .inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    response
}

/// Which period is under the pointer.
fn hovered(response: &Response, rect: Rect, count: usize) -> Option<usize> {
    let at = response.hover_pos().filter(|at| rect.contains(*at))?;
    #[expect(clippy::cast_precision_loss, reason = "thirteen periods")]
    let share = (at.x - rect.left()) / rect.width() * count as f32;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside the chart")]
    let index = share.max(0.0) as usize;
    (index < count).then_some(index)
}

fn known_parts(months: &[PointsMonth], running: bool) -> Vec<Vec<(usize, f64)>> {
    let mut parts: Vec<Vec<(usize, f64)>> = vec![Vec::new()];
    for (at, month) in months.iter().enumerate() {
        match month.value.filter(|value| value.is_finite() && (running || !month.running)) {
            Some(value) => parts.last_mut().into_iter().for_each(|part| part.push((at, value))),
            None => parts.push(Vec::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn plotted(part: &[(usize, f64)]) -> PlotPoints<'static> {
    PlotPoints::new(part.iter().map(|(at, value)| [place(*at), *value]).collect())
}

/// The chart of points.
pub(super) fn points(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot, chart: &PointsChart, height: f32) {
    let tokens = Tokens::of(ui);
    let mut signs = vec![
        (Sign::Line(2.0, tokens.accent), chart.current.as_str()),
        (Sign::Line(1.0, tokens.soft), chart.previous.as_str()),
        (Sign::Dashed(tokens.accent), chart.running.as_str()),
    ];
    // What is not drawn has no words.
    signs.retain(|(_, words)| !words.is_empty());
    chart_card(ui, &chart.title, height, &signs, |ui, whole| {
        let months = &chart.months;
        if months.iter().all(|month| month.value.is_none() && month.previous.is_none()) {
            text_in_middle(ui, whole, &chart.no_data);
            return;
        }
        let axis = Axis::over(months.iter().flat_map(|month| [month.value, month.previous]).flatten());
        let rect = Rect::from_min_max(whole.min + vec2(AXIS, 6.0), whole.max - vec2(0.0, NAMES));
        points_axes(ui, scene, rect, &axis, months);
        let name = scene.words.with("figures-chart-name", &[("title", chart.title.as_str().into())]);
        let drawn = months.clone();
        let bounds = PlotBounds::from_min_max([-0.5, axis.bottom], [place(months.len()) - 0.5, axis.top]);
        let response = still_plot(ui, &chart.title, &name, rect, move |plot| {
            plot.set_plot_bounds(bounds);
            draw_points(plot, &tokens, &drawn);
        });
        if let Some(at) = hovered(&response, rect, months.len()) {
            mark_point(ui, rect, &axis, months, at);
            points_tip(&response, scene, snapshot, at);
        }
    });
}

/// Every how many periods are named, counted from the last, so that no names touch.
fn every<'a>(ui: &Ui, rect: Rect, labels: impl Iterator<Item = &'a str>, count: usize) -> usize {
    let font = TextSize::EntryStrong.font();
    let width = |label: &str| ui.painter().layout_no_wrap(label.to_owned(), font.clone(), Tokens::of(ui).ink).size().x;
    let widest = labels.map(width).fold(0.0, f32::max) + space::S;
    let room = x(rect, 1, count) - x(rect, 0, count);
    (1_u8..4).find(|every| widest <= room * f32::from(*every)).map_or(4, usize::from)
}

fn points_axes(ui: &Ui, scene: &Scene<'_>, rect: Rect, axis: &Axis, months: &[PointsMonth]) {
    let tokens = Tokens::of(ui);
    let font = TextSize::Entry.font();
    for tick in axis.ticks() {
        let y = axis.y(rect, tick);
        let colour = if tick == 0.0 { tokens.line } else { tokens.grid };
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, colour));
        let number = Decimal::from_f64(tick).map(|tick| scene.formats.decimal(tick)).unwrap_or_default();
        ui.painter().text(pos2(rect.left() - 10.0, y), Align2::RIGHT_CENTER, number, font.clone(), tokens.soft);
    }
    let every = every(ui, rect, months.iter().map(|month| month.label.as_str()), months.len());
    for (at, month) in months.iter().enumerate().filter(|(at, _)| (months.len() - 1 - at).is_multiple_of(every)) {
        let place = pos2(x(rect, at, months.len()), rect.bottom() + 5.0);
        let last = at + 1 == months.len();
        let (size, colour) = if last { (TextSize::EntryStrong, tokens.ink) } else { (TextSize::Entry, tokens.soft) };
        ui.painter().text(place, Align2::CENTER_TOP, &month.label, size.font(), colour);
        if let Some(year) = &month.year {
            ui.painter().text(place + vec2(0.0, 14.0), Align2::CENTER_TOP, year, font.clone(), tokens.soft);
        }
    }
}

fn draw_points(plot: &mut PlotUi<'_>, tokens: &Tokens, months: &[PointsMonth]) {
    for part in known_parts(months, true) {
        let xs: Vec<f64> = part.iter().map(|(at, _)| place(*at)).collect();
        let ys: Vec<f64> = part.iter().map(|(_, value)| *value).collect();
        let zeros = vec![0.0; xs.len()];
        let fill = tokens.accent_soft.gamma_multiply(0.7);
        plot.add(FilledArea::new("", &xs, &zeros, &ys).fill_color(fill).allow_hover(false));
    }
    let before: Vec<PointsMonth> =
        months.iter().map(|month| PointsMonth { value: month.previous, running: false, ..month.clone() }).collect();
    for part in known_parts(&before, true) {
        plot.line(Line::new("", plotted(&part)).stroke(Stroke::new(1.0, tokens.soft)).allow_hover(false));
    }
    let whole = known_parts(months, false);
    for part in &whole {
        plot.line(Line::new("", plotted(part)).stroke(Stroke::new(2.0, tokens.accent)).allow_hover(false));
        plot.points(Points::new("", plotted(part)).color(tokens.accent).radius(4.0).allow_hover(false));
    }
    draw_running(plot, tokens, months);
}

/// The period that still runs: dashed and hollow.
fn draw_running(plot: &mut PlotUi<'_>, tokens: &Tokens, months: &[PointsMonth]) {
    let Some((at, value)) = months
        .iter()
        .enumerate()
        .find_map(|(at, month)| month.value.filter(|_| month.running).map(|value| (at, value)))
    else {
        return;
    };
    let before = at.checked_sub(1).and_then(|before| Some((before, months.get(before)?.value?)));
    if let Some(before) = before {
        let line = Line::new("", plotted(&[before, (at, value)])).stroke(Stroke::new(2.0, tokens.accent));
        plot.line(line.style(LineStyle::Dashed { length: 5.0 }).allow_hover(false));
    }
    let end = [(at, value)];
    plot.points(Points::new("", plotted(&end)).color(tokens.accent).radius(4.5).allow_hover(false));
    plot.points(Points::new("", plotted(&end)).color(tokens.card).radius(2.5).allow_hover(false));
}

fn mark_point(ui: &Ui, rect: Rect, axis: &Axis, months: &[PointsMonth], at: usize) {
    let tokens = Tokens::of(ui);
    let x = x(rect, at, months.len());
    ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, tokens.soft.gamma_multiply(0.6)));
    if let Some(value) = months.get(at).and_then(|month| month.value) {
        ui.painter().circle_filled(pos2(x, axis.y(rect, value)), 6.0, tokens.accent);
    }
}

fn points_tip(response: &Response, scene: &Scene<'_>, snapshot: &Snapshot, at: usize) {
    let Some((period, values)) = snapshot.series.get(at) else { return };
    let name = scene.formats.figure_period_tip(*period);
    let value = scene.formats.figure_value(values.points);
    let first = scene.words.with("figures-point-tip", &[("period", name.into()), ("value", value.into())]);
    let before = snapshot.year_before.get(at).copied().flatten();
    let second = before
        .map(|before| scene.words.with("figures-year-before-tip", &[("value", scene.formats.decimal(before).into())]));
    tip(response, &first, second.as_deref());
}

fn tip(response: &Response, first: &str, second: Option<&str>) {
    response.clone().on_hover_ui_at_pointer(|ui| {
        strong(ui, first);
        if let Some(second) = second {
            body(ui, second);
        }
    });
}

fn text_in_middle(ui: &mut Ui, rect: Rect, words: &str) {
    let soft = Tokens::of(ui).soft;
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.centered_and_justified(|ui| text(ui, words, TextSize::Body, soft));
    });
}

fn total(month: &StackedMonth) -> Option<u32> {
    Some(month.first?.saturating_add(month.second?))
}

/// A chart of two counts that add up.
pub(super) fn stacked(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot, chart: &StackedChart, height: f32) {
    let tokens = Tokens::of(ui);
    let signs =
        [(Sign::Square(tokens.accent), chart.first.as_str()), (Sign::Square(tokens.series2), chart.second.as_str())];
    chart_card(ui, &chart.title, height, &signs, |ui, whole| {
        let months = &chart.months;
        let Some(most) = months.iter().filter_map(total).max() else {
            text_in_middle(ui, whole, &chart.no_data);
            return;
        };
        let rect = Rect::from_min_max(whole.min + vec2(0.0, ABOVE), whole.max - vec2(0.0, NAMES_SMALL));
        let top = f64::from(most.max(1));
        let axis = Axis { bottom: 0.0, top, step: top };
        let name = scene.words.with("figures-chart-name", &[("title", chart.title.as_str().into())]);
        let drawn = months.clone();
        let bounds = PlotBounds::from_min_max([-0.5, 0.0], [place(months.len()) - 0.5, top]);
        let response = still_plot(ui, &chart.title, &name, rect, move |plot| {
            plot.set_plot_bounds(bounds);
            draw_bars(plot, &tokens, &drawn);
        });
        bar_words(ui, scene, rect, &axis, months);
        if let Some(at) = hovered(&response, rect, months.len()) {
            parts_tip(&response, scene, snapshot, chart, at);
        }
    });
}

fn draw_bars(plot: &mut PlotUi<'_>, tokens: &Tokens, months: &[StackedMonth]) {
    let edge = Stroke::new(1.0, tokens.card);
    let bar = |at: usize, count: u32, base: u32, colour| {
        Bar::new(place(at), f64::from(count)).base_offset(base.into()).width(0.86).fill(colour).stroke(edge)
    };
    let (mut lower, mut upper) = (Vec::new(), Vec::new());
    for (at, month) in months.iter().enumerate() {
        let (first, second) = (month.first.unwrap_or(0), month.second.unwrap_or(0));
        if first > 0 {
            lower.push(bar(at, first, 0, tokens.accent));
        }
        if second > 0 {
            upper.push(bar(at, second, first, tokens.series2));
        }
    }
    plot.bar_chart(BarChart::new("", lower).allow_hover(false));
    plot.bar_chart(BarChart::new("", upper).allow_hover(false));
}

/// The sum above each bar, and the names of every third period.
fn bar_words(ui: &Ui, scene: &Scene<'_>, rect: Rect, axis: &Axis, months: &[StackedMonth]) {
    let tokens = Tokens::of(ui);
    for (at, month) in months.iter().enumerate() {
        let x = x(rect, at, months.len());
        let last = at + 1 == months.len();
        let (size, colour) = if last { (TextSize::EntryStrong, tokens.ink) } else { (TextSize::Entry, tokens.soft) };
        if let Some(count) = total(month) {
            let above = pos2(x, axis.y(rect, count.into()) - 3.0);
            ui.painter().text(above, Align2::CENTER_BOTTOM, scene.formats.integer(count), size.font(), colour);
        }
        if at % 3 == 0 {
            let below = pos2(x, rect.bottom() + 5.0);
            ui.painter().text(below, Align2::CENTER_TOP, &month.label, size.font(), colour);
        }
    }
}

fn parts_tip(response: &Response, scene: &Scene<'_>, snapshot: &Snapshot, chart: &StackedChart, at: usize) {
    let (Some((period, _)), Some(month)) = (snapshot.series.get(at), chart.months.get(at)) else { return };
    let name = scene.formats.figure_period_tip(*period);
    let value = total(month).map_or_else(|| chart.no_data.clone(), |count| scene.formats.integer(count));
    let first = scene.words.with("figures-point-tip", &[("period", name.into()), ("value", value.into())]);
    let second = month.first.zip(month.second).map(|(one, two)| {
        scene.words.with(
            "figures-parts-tip",
            &[
                ("first", chart.first.as_str().into()),
                ("one", one.into()),
                ("second", chart.second.as_str().into()),
                ("two", two.into()),
            ],
        )
    });
    tip(response, &first, second.as_deref());
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn an_axis_holds_every_value_on_round_numbers() {
        let axis = Axis::over([830.0, 1420.0, 420.0].into_iter());
        assert_eq!((axis.bottom, axis.top, axis.step), (0.0, 1500.0, 500.0));
        let below = Axis::over([-60.0, 110.0].into_iter());
        assert_eq!((below.bottom, below.top), (-100.0, 150.0));
        let nothing = Axis::over(std::iter::empty());
        assert!(nothing.top > 0.0 && nothing.ticks().count() <= 6);
        assert!(Axis::over([f64::NAN, 1e9].into_iter()).top >= 1e9);
    }
}
