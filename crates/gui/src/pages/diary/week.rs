//! The week: seven days side by side, a strip for whole days, hours from midnight to midnight. One day has the same shape.

use chrono::{Datelike as _, NaiveDate, Weekday};
use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use sponsor_core::model::{EntryId, PersonId, When};
use sponsor_core::query::{Item, Occasion};

use super::day_notes::notes_chip;
use super::drag::Drag;
use super::grid::y;
use super::layout::shifted;
use super::looks::spoken_day;
use super::occasions::occasions_chip;
use super::strip::Strip;
use super::views::Look;
use crate::app::Scene;
use crate::format::week_number;
use crate::theme::{TextSize, Tokens, radius, stroke};

/// Width of the hours at the left.
pub(super) const GUTTER: f32 = 50.0;
/// Height of the names of the days.
const HEAD: f32 = 46.0;
/// An entry, or one instance of a series.
pub(super) type Chosen = (EntryId, Option<NaiveDate>);

/// The entry of a form, which is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ghost {
    /// When it would be.
    pub(super) when: When,
    /// What it would be called, with the people in it.
    pub(super) title: String,
    /// With whom.
    pub(super) people: Vec<String>,
}

/// What a view asks of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WeekWish {
    /// To open an entry.
    Open(Chosen),
    /// To show a person.
    Person(PersonId),
    /// To open an entry with the fields that move it.
    Plan(Chosen),
    /// To show a day.
    Day(NaiveDate),
    /// To show the week of a day.
    Week(NaiveDate),
    /// To begin an entry on a day, with hours if some were pointed at.
    New {
        /// The day.
        day: NaiveDate,
        /// Minutes of the day.
        hours: Option<(u32, u32)>,
        /// The last day of what lasts whole days.
        last: Option<NaiveDate>,
    },
}

/// The week as it is shown.
pub(super) struct Week<'a> {
    /// The first day that is shown.
    pub(super) first: NaiveDate,
    /// How many days are shown, up to seven.
    pub(super) count: usize,
    /// What is on these days.
    pub(super) items: &'a [Item],
    /// The entry whose pane is open.
    pub(super) chosen: Option<Chosen>,
    /// The entry that takes the focus now.
    pub(super) focus: Option<Chosen>,
    /// The entry of the form.
    pub(super) ghost: Option<&'a Ghost>,
    /// Whether the form changes the entry that is chosen, rather than making a new one.
    pub(super) edited: bool,
    /// The minute to which the hours are scrolled now.
    pub(super) scroll_to: Option<u32>,
    /// Minutes of a day that come into sight now, by as little scrolling as that takes.
    pub(super) reveal: Option<(u32, u32)>,
    /// What is kept of people on these days.
    pub(super) occasions: &'a [Occasion],
    /// Whether this is the week or one day of it, with more said in its entries.
    pub(super) look: Look,
}

/// Columns of days.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) left: f32,
    pub(super) width: f32,
}

impl Columns {
    #[expect(clippy::cast_precision_loss, reason = "a column from 0 to 7")]
    pub(super) fn x(self, column: usize) -> f32 {
        self.left + self.width * column as f32
    }
}

/// The room that the signs of what is kept and of notes need beside each other in the head of a day.
const BOTH: f32 = 38.0;

/// Where they stand above each other, at the right of a head that has not so much.
fn stacked(room: Rect) -> (Rect, Rect) {
    let right = Rect::from_min_max(pos2(room.right() - 19.0, room.top() + 4.0), room.max - vec2(0.0, 4.0));
    right.split_top_bottom_at_fraction(0.5)
}

impl Week<'_> {
    /// Shows the week in all the room there is.
    pub(super) fn show(&self, ui: &mut Ui, scene: &Scene<'_>, drag: &mut Option<Drag>) -> Option<WeekWish> {
        let tokens = Tokens::of(ui);
        let whole = ui.available_rect_before_wrap();
        let columns = Columns { left: whole.left() + GUTTER, width: (whole.width() - GUTTER) / self.count_in_points() };
        ui.painter().rect_filled(whole, CornerRadius::same(radius::CARD), tokens.card);
        self.weekend(ui, whole, columns);
        let note = self.heads(ui, scene, whole, columns);
        let whole_days = Strip::of(ui, self, columns);
        let strip = Rect::from_min_max(
            pos2(whole.left(), whole.top() + HEAD),
            pos2(whole.right(), whole.top() + HEAD + whole_days.height()),
        );
        let mut wish = whole_days.show(ui, scene, strip, columns, drag);
        let hours = Rect::from_min_max(pos2(whole.left(), strip.bottom()), whole.max - vec2(0.0, 1.0));
        ui.scope_builder(UiBuilder::new().id_salt("hours").max_rect(hours), |ui| {
            ui.set_clip_rect(ui.clip_rect().intersect(hours));
            let mut area = ScrollArea::vertical()
                .id_salt("week")
                .auto_shrink([false, false])
                .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
            if let Some(minutes) = self.scroll_to {
                area = area.vertical_scroll_offset((y(minutes) - 12.0).max(0.0));
            }
            area.show(ui, |ui| {
                wish = self.grid(ui, scene, whole, columns, drag).or(wish.take());
            });
        });
        let edge = Stroke::new(stroke::HAIRLINE, tokens.line);
        ui.painter().rect_stroke(whole, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
        ui.advance_cursor_after_rect(whole);
        note.or(wish)
    }

    pub(super) fn days(&self) -> impl Iterator<Item = (usize, NaiveDate)> {
        let first = self.first;
        (0..self.count).zip((0..7).map(move |day| shifted(first, day)))
    }

    fn count_in_points(&self) -> f32 {
        f32::from(u8::try_from(self.count.max(1)).unwrap_or(7))
    }

    fn weekend(&self, ui: &Ui, whole: Rect, columns: Columns) {
        let tokens = Tokens::of(ui);
        for (column, day) in self.days() {
            let left = columns.x(column);
            if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                let corner = if column + 1 == self.count { radius::CARD } else { 0 };
                let corner = CornerRadius { ne: corner, se: corner, ..CornerRadius::ZERO };
                let wash = Rect::from_min_max(pos2(left, whole.top()), pos2(left + columns.width, whole.bottom()));
                ui.painter().rect_filled(wash, corner, tokens.wash);
            }
            ui.painter().vline(
                left,
                whole.top() + HEAD - 14.0..=whole.bottom(),
                Stroke::new(stroke::HAIRLINE, tokens.line),
            );
        }
    }

    /// The names of the days, with what is kept and their notes; gives what was chosen.
    fn heads(&self, ui: &mut Ui, scene: &Scene<'_>, whole: Rect, columns: Columns) -> Option<WeekWish> {
        let tokens = Tokens::of(ui);
        let mut chosen = None;
        for (column, day) in self.days() {
            let rect = Rect::from_min_size(pos2(columns.x(column), whole.top()), vec2(columns.width, HEAD));
            let name = spoken_day(scene.formats, day);
            if self.head(ui, rect, column, &name) {
                chosen = Some(WeekWish::Day(day));
            }
            let weekday = scene.formats.weekday_short(day.weekday());
            let at = rect.left_center() + vec2(9.0, 0.0);
            let word = ui.painter().text(at, Align2::LEFT_CENTER, weekday, TextSize::Soft.font(), tokens.soft);
            let number = day.day().to_string();
            let is_today = day == scene.today;
            let ink = if is_today { tokens.on_accent } else { tokens.ink };
            let galley = ui.painter().layout_no_wrap(number, TextSize::Heading.font(), ink);
            let mut left = word.right() + 7.0;
            if is_today {
                left += 5.0;
                let centre = pos2(left + galley.size().x / 2.0, rect.center().y);
                ui.painter().circle_filled(centre, 14.0, tokens.accent);
            }
            let end = left + galley.size().x + if is_today { 10.0 } else { 5.0 };
            ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
            let of_day = |item: &&Item| item.is_note_of_day() && item.when.first_day() == Some(day);
            let notes: Vec<&Item> = self.items.iter().filter(of_day).collect();
            let room = Rect::from_min_max(pos2(end, rect.top()), rect.max);
            let kept: Vec<&Occasion> = self.occasions.iter().filter(|one| one.on == day).collect();
            let narrow = room.width() < BOTH && !kept.is_empty() && !notes.is_empty();
            let (above, below) = if narrow { stacked(room) } else { (room, room) };
            let (left, person) = occasions_chip(ui, scene, above, &name, &kept);
            let below = if narrow { below } else { left };
            let note = notes_chip(ui, scene, below, &name, &notes).map(WeekWish::Open);
            chosen = person.map(WeekWish::Person).or(note).or(chosen);
        }
        if self.look == Look::Week {
            let corner = Rect::from_min_size(whole.min, vec2(GUTTER, HEAD));
            let response = ui.interact(corner, ui.scope_id().with("week number"), Sense::hover());
            let font = TextSize::SoftTabular.font();
            let number = week_number(self.first).to_string();
            ui.painter().text(corner.center(), Align2::CENTER_CENTER, number, font, tokens.soft);
            response.on_hover_text(scene.formats.week_of(self.first));
        }
        ui.painter().hline(whole.x_range(), whole.top() + HEAD, Stroke::new(stroke::HAIRLINE, tokens.line));
        chosen
    }

    /// The ground of a day's name; in the week it leads to the day. Tells whether it was pressed.
    fn head(&self, ui: &Ui, rect: Rect, column: usize, name: &str) -> bool {
        let leads = self.look == Look::Week;
        let sense = if leads { Sense::click() } else { Sense::hover() };
        let head = ui.interact(rect, ui.scope_id().with(("head", column)), sense);
        let role = if leads { Role::Button } else { Role::Label };
        head.widget_info(|| WidgetInfo::labeled(role, true, name));
        if leads && (head.hovered() || head.has_focus()) {
            let tokens = Tokens::of(ui);
            let ground = rect.shrink2(vec2(3.0, 8.0));
            ui.painter().rect_filled(ground, CornerRadius::same(radius::BUTTON), tokens.hovered(tokens.card));
            if head.has_focus() {
                let edge = Stroke::new(stroke::FOCUS, tokens.accent);
                ui.painter().rect_stroke(ground, CornerRadius::same(radius::BUTTON), edge, StrokeKind::Inside);
            }
        }
        head.clicked()
    }
}
