//! Tasks that have no day yet: a list beside the hours, from which they are dragged onto an hour or a day.

use egui::{CornerRadius, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use sponsor_core::model::{EntryKind, Priority};
use sponsor_core::query::Item;

use super::carry::By;
use super::drag::{Drag, keys_of, leaves, lift};
use super::looks::{entry_icon, priority_look, spoken};
use super::pane::pane_frame;
use super::questions::UndatedQuestion;
use super::views::Look;
use super::week::{Chosen, WeekWish};
use super::{DiaryPage, Prefill, Side};
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{Button, Chip, heading, soft, split};

/// Width of the list beside the week.
const BESIDE_WEEK: f32 = 216.0;
/// Width of the list beside a day, and wherever there is room for it.
const BESIDE_DAY: f32 = 300.0;
/// From this width of the window on the list stands beside the week, unless it was closed.
const WIDE: f32 = 1700.0;
/// The least room that is left to the calendar.
const CALENDAR: f32 = 480.0;

/// Whether the list is open, as it was said for each view; unsaid where nobody has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Undated {
    week: Option<bool>,
    day: Option<bool>,
    month: Option<bool>,
}

impl Undated {
    const fn said(&mut self, look: Look) -> Option<&mut Option<bool>> {
        match look {
            Look::Month => Some(&mut self.month),
            Look::Week => Some(&mut self.week),
            Look::Day => Some(&mut self.day),
            Look::Agenda | Look::Chronicle => None,
        }
    }

    /// Whether the list is open in a view, in a window of this width; an empty one only where that was said.
    fn is_open(mut self, look: Look, window: f32, empty: bool) -> bool {
        let usual = match look {
            Look::Day => !empty,
            Look::Week => window >= WIDE && !empty,
            Look::Month | Look::Agenda | Look::Chronicle => false,
        };
        self.said(look).is_some_and(|said| said.unwrap_or(usual))
    }
}

impl DiaryPage {
    /// The chip that opens and closes the list, with how many there are.
    pub(super) fn undated_chip(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let look = self.look;
        if !matches!(look, Look::Month | Look::Week | Look::Day) {
            return;
        }
        let Some(items) = scene.ask_exact(&UndatedQuestion { wanted: self.filter.wanted().clone() }) else { return };
        let open = self.undated.is_open(look, ui.ctx().content_rect().width(), items.is_empty());
        let label = scene.words.get("diary-undated-tasks");
        let count = scene.formats.count(items.len());
        let chip = Chip::new(&label).icon(icons::TASK_OPEN).selected(open);
        let chip = if items.is_empty() { chip } else { chip.count(&count) }.show(ui);
        if chip.response.clicked()
            && let Some(said) = self.undated.said(look)
        {
            *said = Some(!open);
        }
    }

    /// How wide the list is in this room; nothing where it is closed or there is none for it.
    pub(super) fn undated_width(&self, ui: &Ui, scene: &mut Scene<'_>, room: f32) -> f32 {
        let items = scene.ask_exact(&UndatedQuestion { wanted: self.filter.wanted().clone() });
        let empty = items.is_none_or(|items| items.is_empty());
        let window = ui.ctx().content_rect().width();
        let wide = if self.look == Look::Day || window >= WIDE { BESIDE_DAY } else { BESIDE_WEEK };
        let enough = room - wide - space::L >= CALENDAR || self.side == Side::Nothing;
        if self.undated.is_open(self.look, window, empty) && enough { wide } else { 0.0 }
    }

    /// Shows the list.
    pub(super) fn undated(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> Option<WeekWish> {
        let items = scene.ask_exact(&UndatedQuestion { wanted: self.filter.wanted().clone() })?;
        let (look, chosen) = (self.look, self.chosen());
        let tokens = Tokens::of(ui);
        let mut wish = None;
        let mut adds = false;
        pane_frame(&tokens).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = space::XS;
            let title = scene.words.get("diary-undated-tasks");
            let add = scene.words.get("diary-undated-new");
            let writable = scene.frame.writable;
            let plus = |ui: &mut Ui| writable && ui.add(Button::quiet_icon(icons::ADD, &add).small()).clicked();
            adds = split(ui, height::BUTTON_SMALL, |ui| heading(ui, &title), plus).1;
            let hint = if items.is_empty() { "diary-undated-empty" } else { "diary-undated-hint" };
            soft(ui, &scene.words.get(hint));
            ui.add_space(space::XS);
            ScrollArea::vertical().id_salt("undated").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                for item in items.iter() {
                    let one = chosen == Some((item.id, item.instance));
                    wish = row(ui, scene, (look, item), one, &mut self.drag).or(wish.take());
                }
            });
        });
        if adds {
            self.begin(Prefill { kind: Some(EntryKind::Task), undated: true, ..Prefill::default() });
        }
        wish
    }
}

/// One task: its title over as many lines as it takes, so that no word is cut.
fn row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (look, item): (Look, &Item),
    chosen: bool,
    drag: &mut Option<Drag>,
) -> Option<WeekWish> {
    let tokens = Tokens::of(ui);
    let entry: Chosen = (item.id, item.instance);
    let gone = leaves(drag.as_ref(), entry);
    let ink = if gone { tokens.soft } else { tokens.ink };
    let marked = matches!(item.priority, Priority::Urgent | Priority::Important);
    let room = ui.available_width() - 30.0 - if marked { 24.0 } else { 8.0 };
    let galley = ui.painter().layout(item.title.clone(), TextSize::SoftMedium.font(), ink, room);
    let names: Vec<&str> =
        item.people.iter().map(|one| one.short.as_str()).filter(|name| !item.title.contains(name)).collect();
    let names =
        (!names.is_empty()).then(|| ui.painter().layout(names.join(", "), TextSize::Entry.font(), tokens.soft, room));
    let below = names.as_ref().map_or(0.0, |names| names.size().y);
    let tall = (galley.size().y + below + 14.0).max(height::TABLE_ROW);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("undated", item.id)), Sense::click_and_drag());
    let name = || format!("{}, {}", spoken(scene, item), scene.words.get("diary-undated"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    paint_ground(ui, &tokens, rect, item, &response, chosen);
    let sign = |sign: char, at: f32, colour| {
        let at = egui::pos2(at, rect.center().y);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, sign, IconSize::Small.font(), colour);
    };
    sign(entry_icon(item.kind, item.state, item.action.as_ref()), rect.left() + 18.0, tokens.soft);
    let top = rect.center().y - f32::midpoint(galley.size().y, below);
    let after = top + galley.size().y;
    ui.painter().galley(egui::pos2(rect.left() + 30.0, top), galley, ink);
    if let Some(names) = names {
        ui.painter().galley(egui::pos2(rect.left() + 30.0, after), names, tokens.soft);
    }
    if marked {
        let look = priority_look(item.priority);
        sign(look.icon(), rect.right() - 14.0, look.bar(&tokens));
    }
    lift(ui, scene, &response, item, |_| (By::Pointer, None), drag);
    let by_key = keys_of(ui, scene, look, &response, item, chosen, drag);
    by_key.or(response.clicked().then_some(WeekWish::Open(entry)))
}

fn paint_ground(ui: &Ui, tokens: &Tokens, rect: Rect, item: &Item, response: &Response, chosen: bool) {
    let corner = CornerRadius::same(radius::ENTRY);
    let look = priority_look(item.priority);
    let ground = look.tone().ground(tokens);
    let fill = if response.hovered() { tokens.hovered(ground) } else { ground };
    ui.painter().rect_filled(rect, corner, fill);
    let left = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
    let bar = CornerRadius { nw: radius::ENTRY, sw: radius::ENTRY, ..CornerRadius::ZERO };
    ui.painter().rect_filled(left, bar, look.bar(tokens));
    if chosen || response.has_focus() {
        ui.painter().rect_stroke(rect, corner, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
}
