//! An entry in the week: soft fill and left bar by priority, the icon of its kind, its title shortened and never cut.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::{EntryState, Priority};
use sponsor_core::query::Item;

use super::looks::{asks, hours, priority_look, sign, spoken};
use crate::app::Scene;
use crate::format::{broken, fitting_title};
use crate::theme::{IconSize, TextSize, Tokens, radius, stroke};

/// Height of a line in a block.
const LINE: f32 = 15.0;

/// Between the left edge of a block and its words.
const LEFT: f32 = 9.0;
/// The same in a narrow block, where every point is for the name.
const NARROW_LEFT: f32 = 7.0;
/// Up to this width a block is narrow.
const NARROW: f32 = 72.0;

/// Between the left edge of a block and its words.
fn left_of(rect: Rect) -> f32 {
    if rect.width() < NARROW { NARROW_LEFT } else { LEFT }
}

/// Colours of an entry, quieter when it is decided.
#[derive(Clone, Copy, Debug)]
struct Paint {
    fill: Color32,
    bar: Color32,
    ink: Color32,
    icon: Color32,
}

impl Paint {
    /// As the place looks from which an entry is dragged away.
    fn faint(self, tokens: &Tokens) -> Self {
        let towards = |colour: Color32| colour.lerp_to_gamma(tokens.card, 0.6);
        Self { fill: towards(self.fill), bar: towards(self.bar), ink: towards(self.ink), icon: towards(self.icon) }
    }

    fn of(tokens: &Tokens, item: &Item, asks: bool) -> Self {
        let look = priority_look(item.priority);
        let (fill, bar) = (look.tone().ground(tokens), look.bar(tokens));
        let icon = if item.priority == Priority::Other { tokens.soft } else { bar };
        match item.state {
            // Over, and nothing said of it yet: paler than what comes, and its question stands out.
            EntryState::Planned if asks => {
                Self { fill: fill.lerp_to_gamma(tokens.card, 0.35), bar, ink: tokens.ink, icon: tokens.accent }
            }
            EntryState::Planned => Self { fill, bar, ink: tokens.ink, icon },
            EntryState::Done => {
                Self { fill: fill.lerp_to_gamma(tokens.card, 0.35), bar, ink: tokens.soft, icon: tokens.soft }
            }
            EntryState::Dropped => {
                let (fill, bar) = (tokens.card.lerp_to_gamma(tokens.other_soft, 0.5), tokens.line);
                Self { fill, bar, ink: tokens.soft, icon: tokens.soft }
            }
        }
    }
}

/// How an entry is shown in its rectangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Its pane is open.
    pub(super) chosen: bool,
    /// Hours and place may stand below the title.
    pub(super) lines: bool,
    /// People and note, too.
    pub(super) detail: bool,
    /// Which of its days this is, counted from its first.
    pub(super) part: i64,
    /// It takes the focus now.
    pub(super) focus: bool,
}

/// Shows an entry in a rectangle of the week; `leaves` while it is being carried to another place.
pub(super) fn block(ui: &Ui, scene: &Scene<'_>, rect: Rect, item: &Item, form: Form, leaves: bool) -> Response {
    let tokens = Tokens::of(ui);
    // It keeps the focus when it goes to another day.
    let id = ui.scope_id().with(("entry", item.id, item.instance, form.part, form.lines));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = || spoken(scene, item);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    if form.focus {
        response.request_focus();
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    if ui.is_rect_visible(rect) {
        let mut paint = Paint::of(&tokens, item, asks(scene, item));
        if leaves {
            paint = paint.faint(&tokens);
        }
        let fill = if response.hovered() { tokens.hovered(paint.fill) } else { paint.fill };
        ground(ui, rect, fill, paint.bar);
        let room_for_glyph = words(ui, scene, rect, item, paint, (form, leaves));
        if item.state == EntryState::Planned && room_for_glyph {
            glyph(ui, &tokens, rect, item);
        }
        if form.chosen || response.has_focus() {
            let corner = CornerRadius::same(radius::ENTRY);
            ui.painter().rect_stroke(rect, corner, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
        }
    }
    if leaves || response.dragged() { response } else { response.on_hover_ui(|ui| drop(ui.label(name()))) }
}

fn ground(ui: &Ui, rect: Rect, fill: Color32, bar: Color32) {
    ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), fill);
    let left = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
    let corner = CornerRadius { nw: radius::ENTRY, sw: radius::ENTRY, ..CornerRadius::ZERO };
    ui.painter().rect_filled(left, corner, bar);
}

/// The words of a block as they are laid out.
struct Laid {
    /// The lines of the title; the first may be empty where only the icon stands in it.
    lines: Vec<String>,
    /// Whether the icon stands before the title.
    icon: bool,
    /// Whether everything has room.
    fits: bool,
}

fn words(ui: &Ui, scene: &Scene<'_>, rect: Rect, item: &Item, paint: Paint, (form, leaves): (Form, bool)) -> bool {
    let one_line = rect.height() < 2.0 * LINE + 6.0;
    let has_glyph =
        item.state == EntryState::Planned && matches!(item.priority, Priority::Urgent | Priority::Important);
    let left = left_of(rect);
    let room = (rect.width() - left - if left < LEFT { 1.0 } else { 3.0 }).max(8.0);
    let beside = if one_line && has_glyph { 17.0 } else { 0.0 };
    let rows = rows(rect.height());
    // What gives way first is the glyph, then the icon; the name stays.
    let corner = if has_glyph && !one_line { 17.0 } else { 0.0 };
    let mut laid = lay(ui, item, Room { width: room - beside, rows, corner }, true);
    let glyph = laid.fits;
    if !laid.fits && has_glyph {
        laid = lay(ui, item, Room { width: room, rows, corner: 0.0 }, true);
    }
    if !laid.fits {
        laid = lay(ui, item, Room { width: room, rows, corner: 0.0 }, false);
    }
    if !laid.fits {
        laid = least(ui, scene, item, Room { width: room, rows, corner: 0.0 });
    }
    let taken = laid.lines.len().min(rows);
    let galley = ui.painter().layout_job(job(ui, scene, item, paint, &laid));
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    let top = if one_line { rect.center().y - galley.size().y / 2.0 } else { rect.top() + 4.0 };
    let mut y = top + galley.size().y;
    let beside_title = rect.left() + left + galley.size().x + 10.0;
    painter.galley(pos2(rect.left() + left, top), galley, paint.ink);
    if !form.lines || item.when.time().is_none() {
        return glyph;
    }
    // What is being carried away is faint as a whole.
    let soft = if leaves { paint.ink } else { Tokens::of(ui).soft };
    let put = |line: String, at: egui::Pos2, room: f32| {
        let galley = ui.painter().layout_no_wrap(line, TextSize::Entry.font(), soft);
        let fits = galley.size().x <= room;
        if fits {
            painter.galley(at, galley, soft);
        }
        fits
    };
    if one_line && form.detail {
        let right = rect.right() - if has_glyph { 24.0 } else { 6.0 };
        let parts = details(scene, item);
        // As many whole parts as have room beside the title.
        let joined =
            (1..=parts.len()).rev().map(|count| parts.iter().take(count).cloned().collect::<Vec<_>>().join(" · "));
        let at = pos2(beside_title, rect.center().y - LINE / 2.0);
        joined.into_iter().any(|line| put(line, at, right - beside_title));
        return glyph;
    }
    let under = if form.detail { wrapped(ui, scene, item, room) } else { with_whom(scene, item, &laid) };
    for (at, line) in (taken..rows).zip(under) {
        let room = if glyph && at + 1 == rows { room - corner } else { room };
        if put(line, pos2(rect.left() + left, y), room) {
            y += LINE;
        }
    }
    glyph
}

/// What a day says of an entry beside its title: hours, who, where, what was noted.
fn details(scene: &Scene<'_>, item: &Item) -> Vec<String> {
    let people = item.people.iter().map(|person| person.full.as_str()).filter(|name| !item.title.contains(name));
    let people = people.collect::<Vec<_>>().join(", ");
    let mut lines = below(scene, item);
    lines.insert(1.min(lines.len()), people);
    lines.extend(item.note.lines().map(str::to_owned));
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// The same broken into lines of this width, between words.
fn wrapped(ui: &Ui, scene: &Scene<'_>, item: &Item, room: f32) -> Vec<String> {
    let wide = |text: &str| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), TextSize::Entry.font(), Tokens::of(ui).soft);
        galley.size().x
    };
    details(scene, item).iter().flat_map(|line| broken(line, room, room, wide)).collect()
}

/// The room for a title.
#[derive(Clone, Copy)]
struct Room {
    /// Width of a line.
    width: f32,
    /// How many lines.
    rows: usize,
    /// What the last of them leaves free at its right.
    corner: f32,
}

/// Whether the whole title has room in one line of a block this wide, beside its icon and its glyph.
pub(super) fn has_room(ui: &Ui, item: &Item, width: f32) -> bool {
    let planned = item.state == EntryState::Planned;
    let glyph = planned && matches!(item.priority, Priority::Urgent | Priority::Important);
    let beside = IconSize::Small.size() + 5.0 + if glyph { 17.0 } else { 0.0 };
    measure(ui, &item.title) <= width - LEFT - 3.0 - beside
}

fn measure(ui: &Ui, text: &str) -> f32 {
    let ink = Tokens::of(ui).ink;
    ui.painter().layout_no_wrap(text.to_owned(), TextSize::EntryStrong.font(), ink).size().x
}

/// The longest form of the title that has room, broken between words.
fn lay(ui: &Ui, item: &Item, room: Room, icon: bool) -> Laid {
    let first_room = if icon { room.width - IconSize::Small.size() - 5.0 } else { room.width };
    let breaks = |form: &str| {
        let mut lines = broken(form, first_room, room.width, |text| measure(ui, text));
        if !icon && lines.first().is_some_and(String::is_empty) {
            lines.remove(0);
        }
        lines
    };
    let has_room = |lines: &[String]| {
        let at_corner = |at: usize| if at + 1 == room.rows { room.corner } else { 0.0 };
        let wide = |(at, line): (usize, &String)| measure(ui, line) <= room.width - at_corner(at);
        lines.len() <= room.rows && lines.iter().enumerate().all(wide)
    };
    let people: Vec<&str> = item.people.iter().map(|person| person.full.as_str()).collect();
    let title = fitting_title(&item.title, &people, |form| has_room(&breaks(form)));
    let lines = breaks(&title);
    Laid { fits: has_room(&lines), lines, icon }
}

/// What stands where not even a first name has room: the icon and the time, beside or below it where that has room.
/// The whole name is said aloud and shown on hover; a word is never chopped, and initials say nothing.
fn least(ui: &Ui, scene: &Scene<'_>, item: &Item, room: Room) -> Laid {
    let time = item.when.time().map(|time| scene.formats.time(time)).unwrap_or_default();
    let wide = measure(ui, &time);
    let lines = if wide + IconSize::Small.size() + 5.0 <= room.width {
        vec![time]
    } else if wide <= room.width && room.rows > 1 {
        vec![String::new(), time]
    } else {
        vec![String::new()]
    };
    Laid { lines, icon: true, fits: true }
}

/// The lines below a title in the week: with whom, where the title does not say that, before all others.
fn with_whom(scene: &Scene<'_>, item: &Item, laid: &Laid) -> Vec<String> {
    let shown = laid.lines.join(" ");
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    let unnamed = item.people.iter().filter(|person| !shown.contains(&first(&person.full)));
    let names = unnamed.map(|person| person.short.as_str()).collect::<Vec<_>>().join(", ");
    [names].into_iter().filter(|names| !names.is_empty()).chain(below(scene, item)).collect()
}

/// The lines below a title: hours, place, how many are invited.
fn below(scene: &Scene<'_>, item: &Item) -> Vec<String> {
    let invited = i64::try_from(item.invited).unwrap_or(0);
    let invited = (invited > 0).then(|| scene.words.with("diary-invited", &[("count", invited.into())]));
    let lines = [Some(hours(scene.formats, scene.words, &item.when)), Some(item.place.clone()), invited];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// How many lines stand in a height; at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a height of a day at most, never negative"
)]
fn rows(height: f32) -> usize {
    ((height - 6.0) / LINE).floor().max(1.0) as usize
}

fn job(ui: &Ui, scene: &Scene<'_>, item: &Item, paint: Paint, laid: &Laid) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let sign = sign(scene, item);
    let planned = item.state == EntryState::Planned && !asks(scene, item);
    let size = if planned { TextSize::EntryStrong } else { TextSize::Entry };
    let format = |font, color| TextFormat {
        font_id: font,
        color,
        line_height: Some(LINE),
        valign: Align::Center,
        ..TextFormat::default()
    };
    let mut words = format(size.font(), paint.ink);
    if item.state == EntryState::Dropped {
        words.strikethrough = Stroke::new(stroke::HAIRLINE, tokens.soft);
    }
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    if laid.icon {
        job.append(&sign.to_string(), 0.0, format(IconSize::Small.font(), paint.icon));
    }
    let space = if laid.icon { 4.0 } else { 0.0 };
    job.append(&laid.lines.join("\n"), space, words);
    job
}

/// The glyph of what presses, at a corner.
fn glyph(ui: &Ui, tokens: &Tokens, rect: Rect, item: &Item) {
    let look = priority_look(item.priority);
    if !matches!(item.priority, Priority::Urgent | Priority::Important) || rect.width() < 60.0 {
        return;
    }
    let sign = look.icon().to_string();
    let galley = ui.painter().layout_no_wrap(sign, IconSize::Small.font(), look.bar(tokens));
    let size = galley.size();
    let at = if rect.height() < 2.0 * LINE + 6.0 {
        pos2(rect.right() - size.x - 4.0, rect.center().y - size.y / 2.0)
    } else {
        rect.max - size - vec2(4.0, 3.0)
    };
    ui.painter().galley(at, galley, look.bar(tokens));
}

/// Paints what is not there yet: a form's entry, or hours that are being dragged over.
pub(super) fn ghost(ui: &Ui, rect: Rect, title: &str, people: &[&str], hours: &str) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::ENTRY);
    ui.painter().rect(rect, corner, tokens.ghost, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    let mut y = rect.top() + if rect.height() < LINE + 4.0 { 0.0 } else { 4.0 };
    let room = rect.width() - LEFT - 4.0;
    let wide =
        |line: &str, size: TextSize| ui.painter().layout_no_wrap(line.to_owned(), size.font(), tokens.accent).size().x;
    // As in an entry: the longest form that has room, a word is whole or not there; so are hours.
    let title = fitting_title(title, people, |form| wide(form, TextSize::EntryStrong) <= room);
    let title = if wide(&title, TextSize::EntryStrong) > room { String::new() } else { title };
    let hours = if wide(hours, TextSize::Entry) > room { "" } else { hours };
    for (line, size) in [(title.as_str(), TextSize::EntryStrong), (hours, TextSize::Entry)] {
        if !line.is_empty() && y + LINE <= rect.bottom() + 4.0 {
            let mut job = LayoutJob::simple_singleline(line.to_owned(), size.font(), tokens.accent);
            job.wrap =
                TextWrapping { max_width: room, max_rows: 1, break_anywhere: false, overflow_character: Some('…') };
            painter.galley(pos2(rect.left() + LEFT, y), ui.painter().layout_job(job), tokens.accent);
            y += LINE;
        }
    }
}
