//! The widgets as a person meets them: found by role and name, clicked, typed into; and a picture of them all.

mod behaviour;
mod gallery;
mod gallery_columns;
mod pane;
mod tables;

use egui::{Ui, vec2};
use egui_kittest::Harness;

use crate::theme::{self, Tokens};

/// A window of this size with our look and these contents.
fn window<'a, S>(
    width: f32,
    height: f32,
    tokens: Tokens,
    contents: impl FnMut(&mut Ui, &mut S) + 'a,
    state: S,
) -> Harness<'a, S> {
    Harness::builder()
        .with_size(vec2(width, height))
        .with_pixels_per_point(1.0)
        .with_context_setup(move |context| {
            theme::install(context, tokens, 1.0);
            theme::set_motion(context, false);
        })
        .build_ui_state(contents, state)
}

/// A light window.
fn light<'a, S>(contents: impl FnMut(&mut Ui, &mut S) + 'a, state: S) -> Harness<'a, S> {
    window(600.0, 500.0, Tokens::LIGHT, contents, state)
}
