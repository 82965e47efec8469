//! A panel over the dimmed window.

use egui::{Align2, Area, Context, Id, Margin, Modal, Order, Role, Ui, vec2};

use super::button::Button;
use super::card::split;
use super::menu::popover_frame;
use super::text::heading;
use crate::icons;
use crate::theme::{Tokens, space};

/// What a modal gives back.
#[derive(Debug)]
pub struct ModalAnswer<R> {
    /// What the contents gave back.
    pub inner: R,
    /// It should close: Escape, its cross, or a click beside it.
    pub closed: bool,
}

/// A panel with a heading in the middle of the window: `modal(ctx, "delete", "Изтрий…", &words.get("close"), 420.0, |ui| …)`.
///
/// `close` is the name of the cross.
pub fn modal<R>(
    context: &Context,
    id: &str,
    title: &str,
    close: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> ModalAnswer<R> {
    let mut crossed = false;
    let answer = bare_modal(context, id, title, width, Place::Middle, |ui| {
        split(
            ui,
            28.0,
            |ui| heading(ui, title),
            |ui| {
                let cross = Button::quiet_icon(icons::CLOSE, close).small();
                crossed = ui.add(cross).clicked();
            },
        );
        ui.add_space(space::S);
        contents(ui)
    });
    ModalAnswer { inner: answer.inner, closed: answer.closed || crossed }
}

/// Where a panel stands over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the middle.
    Middle,
    /// Near the top, as the palette.
    Top,
}

/// A panel without a heading of its own, as the palette; the name is read aloud.
pub fn bare_modal<R>(
    context: &Context,
    id: &str,
    name: &str,
    width: f32,
    place: Place,
    contents: impl FnOnce(&mut Ui) -> R,
) -> ModalAnswer<R> {
    let tokens = Tokens::of_context(context);
    let id = Id::unique(("modal", id));
    let (anchor, offset) = match place {
        Place::Middle => (Align2::CENTER_CENTER, vec2(0.0, 0.0)),
        Place::Top => (Align2::CENTER_TOP, vec2(0.0, 96.0)),
    };
    let area = Area::new(id)
        .order(Order::Foreground)
        .anchor(anchor, offset)
        .interactable(true)
        .role(Role::Dialog)
        .accessible_name(name);
    let room = context.content_rect().width() - 2.0 * space::PAGE;
    let answer = Modal::new(id)
        .area(area)
        .backdrop_color(tokens.dim)
        .frame(popover_frame(&tokens).inner_margin(Margin::same(20)))
        .show(context, |ui| {
            ui.set_width(width.min(room));
            contents(ui)
        });
    let closed = answer.should_close();
    ModalAnswer { inner: answer.inner, closed }
}
