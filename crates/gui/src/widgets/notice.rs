//! What the program tells: banners in a page, toasts at the bottom, and what an empty page says.

use egui::{Align, Align2, Area, Context, CornerRadius, Frame, Id, Layout, Margin, Order, Role, Ui, UiBuilder, vec2};

use super::button::Button;
use super::card::split;
use super::text::{icon, text, text_cut};
use super::tone::Tone;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space};

/// A message within a page: `Banner::new("Последно: днес, 08:12").text("…").icon(icons::DONE_CIRCLE).show(ui, |ui| …)`.
#[derive(Debug, Clone)]
#[must_use = "a banner is shown with `show`"]
pub struct Banner<'a> {
    title: &'a str,
    text: &'a str,
    icon: Option<char>,
    tone: Tone,
}

impl<'a> Banner<'a> {
    /// A banner on the soft ground of the accent.
    pub const fn new(title: &'a str) -> Self {
        Self { title, text: "", icon: None, tone: Tone::Accent }
    }

    /// Quiet words below the title.
    pub const fn text(mut self, text: &'a str) -> Self {
        self.text = text;
        self
    }

    /// An icon at its left.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Another meaning: urgent, important, necessary, neutral.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Shows the banner; the actions stand at its right, the first one rightmost.
    pub fn show<R>(self, ui: &mut Ui, actions: impl FnOnce(&mut Ui) -> R) -> R {
        let tokens = Tokens::of(ui);
        Frame::new()
            .fill(self.tone.ground(&tokens))
            .corner_radius(CornerRadius::same(radius::BUTTON))
            .inner_margin(Margin::symmetric(16, 10))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                let height = if self.text.is_empty() { 28.0 } else { 42.0 };
                let left = |ui: &mut Ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    if let Some(sign) = self.icon {
                        icon(ui, sign, IconSize::Large, self.tone.ink(&tokens));
                    }
                    super::card::two_lines(ui, self.title, self.text);
                };
                split(ui, height, left, actions).1
            })
            .inner
    }
}

/// How wide the text of an empty page may be.
const EMPTY_TEXT: f32 = 480.0;

/// What an empty page says: what will stand here, and the first step.
pub fn empty_state<R>(ui: &mut Ui, sign: char, title: &str, words: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = Tokens::of(ui);
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        ui.add_space(space::XL);
        icon(ui, sign, IconSize::Hero, tokens.accent);
        text(ui, title, TextSize::Title, tokens.ink);
        let side = ((ui.available_width() - EMPTY_TEXT) / 2.0).max(0.0);
        let room = ui.available_rect_before_wrap().shrink2(vec2(side, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Center)), |ui| {
            text(ui, words, TextSize::Body, tokens.soft)
        });
        ui.add_space(space::XS);
        let answer = centred_row(ui, actions);
        ui.add_space(space::XL);
        answer
    })
    .inner
}

/// Things side by side in the middle, as wide as they were in the frame before.
fn centred_row<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.next_auto_id().with("centred");
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let room = ui.available_width();
    let answer = ui.horizontal(|ui| {
        ui.add_space(((room - known.unwrap_or(0.0)) / 2.0).max(0.0));
        ui.scope_builder(UiBuilder::new(), |ui| ui.horizontal(contents).inner)
    });
    let width = answer.inner.response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("a centred row was measured");
    }
    answer.inner.inner
}

/// A short message at the bottom of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// Which one it is, for the answer.
    pub id: u64,
    /// What happened.
    pub text: String,
    /// The words of its action, as «Отмени».
    pub action: Option<String>,
    /// The words of a second action, beside the first.
    pub also: Option<String>,
}

/// What a person did with a toast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastEvent {
    /// Its action was pressed.
    Action(u64),
    /// Its second action was pressed.
    Also(u64),
    /// It was closed.
    Close(u64),
}

/// How far the toasts stand from the lower edge of the window: over the line below a table, not over its rows.
const BELOW: f32 = 6.0;

/// Where in this frame no toast may lie.
#[derive(Clone, Copy)]
struct KeptFree {
    frame: u64,
    from: f32,
}

fn kept_free_id() -> Id {
    Id::unique("toasts lie above")
}

/// Keeps a place at the foot of the window free of toasts in this frame, because something is done there: they stand
/// above it.
pub fn keep_free(context: &Context, place: egui::Rect) {
    let kept = KeptFree { frame: context.cumulative_frame_nr(), from: place.top() };
    context.data_mut(|data| data.insert_temp(kept_free_id(), kept));
}

/// How far above the lower edge of the window the toasts stand.
fn toasts_above(context: &Context) -> f32 {
    let kept: Option<KeptFree> = context.data(|data| data.get_temp(kept_free_id()));
    let kept = kept.filter(|kept| kept.frame == context.cumulative_frame_nr());
    kept.map_or(0.0, |kept| context.content_rect().bottom() - kept.from) + BELOW
}

/// Shows the toasts beside each other at the bottom, the newest rightmost; where there is no room for all the older
/// ones wait. `close` is the name of their crosses. Tells also whether the pointer is on them.
#[must_use = "what was pressed is for the page to do"]
pub fn toasts(context: &Context, toasts: &[Toast], close: &str) -> (Option<ToastEvent>, bool) {
    if toasts.is_empty() {
        return (None, false);
    }
    let tokens = Tokens::of_context(context);
    let room = context.content_rect().width() - 2.0 * space::PAGE;
    let answer = Area::new(Id::unique("toasts"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -toasts_above(context)))
        .show(context, |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let shown = toasts.len() - fitting(ui, toasts, room);
            let mut event = None;
            ui.horizontal(|ui| {
                for toast in toasts.iter().skip(shown) {
                    event = event.or(show_toast(ui, &tokens, toast, close, room));
                }
            });
            event
        });
    (answer.inner, answer.response.contains_pointer())
}

/// What a toast takes beside its words and its action.
const AROUND: f32 = 100.0;

/// How many of the newest toasts have room beside each other; at least one.
fn fitting(ui: &Ui, toasts: &[Toast], room: f32) -> usize {
    let mut taken = 0.0;
    let fits = |toast: &&Toast| {
        let actions = [&toast.action, &toast.also].into_iter().flatten();
        taken += width_of(ui, &toast.text) + AROUND;
        taken += actions.map(|action| width_of(ui, action) + space::L).sum::<f32>();
        taken <= room
    };
    toasts.iter().rev().take_while(fits).count().max(1)
}

fn width_of(ui: &Ui, words: &str) -> f32 {
    let ink = Tokens::of(ui).ink;
    ui.painter().layout_no_wrap(words.to_owned(), TextSize::Body.font(), ink).size().x
}

fn show_toast(ui: &mut Ui, tokens: &Tokens, toast: &Toast, close: &str, room: f32) -> Option<ToastEvent> {
    let mut event = None;
    let builder = UiBuilder::new()
        .id_salt(("toast", toast.id))
        .accessibility_role(Role::Status)
        .accessibility_label(toast.text.as_str());
    ui.scope_builder(builder, |ui| {
        Frame::new()
            .fill(tokens.tip)
            .corner_radius(CornerRadius::same(radius::CARD))
            .inner_margin(Margin { left: 16, right: 8, top: 6, bottom: 6 })
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    let actions = [&toast.action, &toast.also].into_iter().flatten();
                    let action = actions.map(|action| width_of(ui, action) + space::L).sum::<f32>();
                    let words = width_of(ui, &toast.text).min((room - action - AROUND).max(0.0));
                    ui.allocate_ui(vec2(words + 1.0, TextSize::Body.line_height()), |ui| {
                        text_cut(ui, &toast.text, TextSize::Body, tokens.on_tip);
                    });
                    ui.add_space(space::S);
                    if let Some(action) = &toast.action
                        && ui.add(Button::quiet(action).small().colour(tokens.accent_on_tip)).clicked()
                    {
                        event = Some(ToastEvent::Action(toast.id));
                    }
                    if let Some(also) = &toast.also
                        && ui.add(Button::quiet(also).small().colour(tokens.accent_on_tip)).clicked()
                    {
                        event = Some(ToastEvent::Also(toast.id));
                    }
                    let cross = Button::quiet_icon(icons::CLOSE, close).small().colour(tokens.on_tip);
                    if ui.add(cross).clicked() {
                        event = Some(ToastEvent::Close(toast.id));
                    }
                });
            });
    });
    event
}
