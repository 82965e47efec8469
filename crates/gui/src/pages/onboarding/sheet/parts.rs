//! The parts of the sheet, in the order of the printed one.

use egui::epaint::RectShape;
use egui::{
    Align, CornerRadius, CursorIcon, Frame, Layout, Margin, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};
use sponsor_core::model::{Interview, InterviewState, StepKind};
use sponsor_documents::{Section, SheetData, Step};

use super::super::layout::part;
use super::super::steps::Move;
use super::super::wording::Voice;
use super::{SheetLine, SheetPage, edit};
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{icon, row, soft, split, text, tick_box};
use crate::works::in_order_of_time;

/// Where there is less room both columns stand below each other.
const TWO_COLUMNS: f32 = 600.0;
/// How wide the day of an action is.
const DAY: f32 = 52.0;
/// How wide its time is.
const TIME: f32 = 44.0;

/// What the sheet is painted from.
pub struct Page<'a, 's> {
    /// Which line is edited.
    pub sheet: &'a mut SheetPage,
    /// The scene.
    pub scene: &'a mut Scene<'s>,
    /// The words.
    pub voice: &'a Voice,
    /// The interview.
    pub interview: &'a Interview,
    /// What stands on the sheet.
    pub data: &'a SheetData,
    /// Where the talk goes, once something was pressed.
    pub wanted: Option<Move>,
}

impl Page<'_, '_> {
    /// Shows the whole sheet.
    pub fn ui(&mut self, ui: &mut Ui) {
        let data = self.data;
        self.line(ui, SheetLine::Person, &data.person, |ui| masthead(ui, data));
        let (under, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0), Sense::hover());
        ui.painter().hline(under.x_range(), under.center().y, Stroke::new(1.5, Tokens::of(ui).ink));
        ui.add_space(space::S);
        if ui.available_width() < TWO_COLUMNS {
            self.left(ui);
            self.right(ui);
        } else {
            let wide = (ui.available_width() - space::XL) * 0.58;
            let narrow = ui.available_width() - space::XL - wide;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XL;
                part(ui, wide, |ui| self.left(ui));
                part(ui, narrow, |ui| self.right(ui));
            });
        }
        if data.next_meeting.is_some() {
            ui.add_space(space::S);
            self.next_meeting(ui);
        }
        ui.add_space(space::S);
        soft(ui, &data.footer);
    }

    fn left(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let data = self.data;
        self.section(ui, SheetLine::Goal, icons::GOAL, &data.goal, TextSize::Heading);
        self.first_days(ui);
    }

    fn right(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let data = self.data;
        self.section(ui, SheetLine::Answer("time"), icons::CLOCK, &data.hours, TextSize::Heading);
        self.section(ui, SheetLine::Answer("income"), icons::FIGURES, &data.income, TextSize::Body);
        self.section(ui, SheetLine::Answer("company"), icons::SPEECH, &data.words, TextSize::Body);
        self.section(ui, SheetLine::Answer("products"), icons::LEARN, &data.learn, TextSize::Body);
        self.names(ui);
    }

    fn section(&mut self, ui: &mut Ui, line: SheetLine, sign: char, said: &Section, size: TextSize) {
        if said.text.is_empty() && said.detail.is_empty() {
            return;
        }
        heading_of(ui, sign, &said.heading);
        self.line(ui, line, &said.heading, |ui| {
            let tokens = Tokens::of(ui);
            if !said.text.is_empty() {
                text(ui, &said.text, size, tokens.ink);
            }
            if !said.detail.is_empty() {
                soft(ui, &said.detail);
            }
        });
        ui.add_space(space::M);
    }

    fn first_days(&mut self, ui: &mut Ui) {
        let data = self.data;
        if data.first_days.items.is_empty() {
            return;
        }
        heading_of(ui, icons::FIRST_DAYS, &data.first_days.heading);
        for (place, (index, step)) in
            in_order_of_time(self.interview).into_iter().zip(&data.first_days.items).enumerate()
        {
            row(ui, place, 32.0, |ui| {
                self.line(ui, SheetLine::Action(index), &step.text, |ui| step_row(ui, step));
            });
        }
    }

    /// The names are given on their own step, one after another: pressing them goes there.
    fn names(&mut self, ui: &mut Ui) {
        let names = &self.data.names;
        if names.summary.is_empty() {
            return;
        }
        heading_of(ui, icons::LIST, &names.heading);
        let shown = |ui: &mut Ui| {
            text(ui, &names.summary, TextSize::Body, Tokens::of(ui).ink);
        };
        if pressed(ui, &self.name_of(&names.heading), self.interview.state == InterviewState::Open, shown) {
            let step = self.interview.steps.iter().position(|step| step.kind == StepKind::FirstNames);
            self.wanted = self.wanted.or(step.map(Move::To));
        }
    }

    fn next_meeting(&mut self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let Some(meeting) = &self.data.next_meeting else { return };
        let edge = Stroke::new(stroke::HAIRLINE, tokens.accent);
        let frame = Frame::new().stroke(edge).corner_radius(CornerRadius::same(radius::BUTTON));
        frame.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XXS;
            self.line(ui, SheetLine::Meeting, &meeting.title, |ui| {
                let title = |ui: &mut Ui| {
                    icon(ui, icons::CALENDAR_DONE, IconSize::Regular, tokens.accent);
                    text(ui, &meeting.title, TextSize::Strong, tokens.ink)
                };
                split(ui, TextSize::Body.line_height(), title, |ui| {
                    text(ui, &meeting.when, TextSize::TabularStrong, tokens.ink)
                });
                let detail = |ui: &mut Ui| text(ui, &meeting.detail, TextSize::Soft, tokens.soft);
                split(ui, TextSize::Body.line_height(), detail, |ui| soft(ui, &meeting.place));
            });
        });
    }

    fn name_of(&self, what: &str) -> String {
        self.voice.words.with("interview-sheet-edit", &[("what", what.into())])
    }

    /// A line as it stands, or the fields in which it is edited.
    fn line(&mut self, ui: &mut Ui, line: SheetLine, what: &str, shown: impl FnOnce(&mut Ui)) {
        let open = self.interview.state == InterviewState::Open;
        if self.sheet.editing == Some(line) {
            let fresh = std::mem::take(&mut self.sheet.fresh);
            if edit::ui(ui, self.scene, self.voice, self.interview, (line, what), fresh) {
                self.wanted = Some(Move::Stay);
            }
        } else if pressed(ui, &self.name_of(what), open, shown) {
            // What was typed in the line before is saved first.
            self.sheet.next = Some(line);
            self.wanted = Some(Move::Stay);
        }
    }
}

/// Shows something that can be pressed, on a wash while the pointer is over it; tells whether it was.
fn pressed(ui: &mut Ui, name: &str, open: bool, shown: impl FnOnce(&mut Ui)) -> bool {
    if !open {
        ui.vertical(shown);
        return false;
    }
    let tokens = Tokens::of(ui);
    let ground = ui.painter().add(Shape::Noop);
    let width = ui.available_width();
    let rect = ui
        .vertical(|ui| {
            ui.set_min_width(width);
            shown(ui);
        })
        .response
        .rect;
    let place = rect.expand2(vec2(space::S, 2.0));
    let response = ui.interact(rect, ui.scope_id().with(("line", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let corners = CornerRadius::same(radius::ENTRY);
    if response.hovered() {
        ui.painter().set(ground, RectShape::filled(place, corners, tokens.wash));
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(place, corners, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    response.clicked()
}

fn masthead(ui: &mut Ui, data: &SheetData) {
    let tokens = Tokens::of(ui);
    split(
        ui,
        height::BUTTON_SMALL,
        |ui| text(ui, &data.person, TextSize::Title, tokens.ink),
        |ui| soft(ui, &data.sponsor),
    );
    split(
        ui,
        TextSize::Body.line_height(),
        |ui| text(ui, &data.line, TextSize::Body, tokens.soft),
        |ui| soft(ui, &data.phone),
    );
}

fn heading_of(ui: &mut Ui, sign: char, words: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        icon(ui, sign, IconSize::Small, tokens.accent);
        text(ui, words, TextSize::SoftStrong, tokens.accent);
    });
}

/// Box, day, what and time in columns of their own.
fn step_row(ui: &mut Ui, step: &Step) {
    let tokens = Tokens::of(ui);
    let mut done = step.done;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(6.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        // It only shows: the diary says what is done.
        ui.add_enabled_ui(false, |ui| tick_box(ui, &mut done, &step.text));
        cell(ui, DAY, Align::Min, |ui| text(ui, &step.day, TextSize::SoftTabular, tokens.soft));
        let room = ui.available_width() - TIME - space::M;
        cell(ui, room, Align::Min, |ui| text(ui, &step.text, TextSize::Body, tokens.ink));
        cell(ui, TIME, Align::Max, |ui| text(ui, &step.time, TextSize::SoftTabular, tokens.soft));
    });
    ui.add_space(6.0);
}

/// A cell this wide; what is long goes on below.
fn cell<R>(ui: &mut Ui, width: f32, align: Align, contents: impl FnOnce(&mut Ui) -> R) {
    let layout = Layout::top_down(align);
    ui.allocate_ui_with_layout(vec2(width, 20.0), layout, |ui| {
        ui.set_width(width);
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
        contents(ui)
    });
}
