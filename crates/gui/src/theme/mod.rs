//! The look: every colour, size, radius and font of the window, and how egui is told of them.
//!
//! Pages and widgets ask [`Tokens::of`] for colours, [`space`], [`radius`] and [`height`] for
//! measures and [`TextSize`] for type; no other module writes a colour or a size of text.

mod colours;
#[cfg(test)]
mod contrast;
mod fonts;
mod measures;
mod style;
mod text;

use std::num::NonZeroUsize;

use egui::{Context, Id, Ui};
use sponsor_core::model::ThemeChoice;

pub use colours::Tokens;
pub use measures::{height, radius, space, stroke, width};
pub use text::{IconSize, TextSize, icon_text};

/// How often a frame is laid out at most.
const MOST_PASSES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(4);

/// The tokens of a choice; `system_is_dark` is `None` where the system does not say, then it is light.
#[must_use]
pub fn tokens(choice: ThemeChoice, system_is_dark: Option<bool>) -> Tokens {
    let dark = match choice {
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
        ThemeChoice::System => system_is_dark.unwrap_or(false),
    };
    if dark { Tokens::DARK } else { Tokens::LIGHT }
}

/// Tells egui how everything looks: fonts (once), style, visuals and size.
///
/// `text_scale` is 1.0 for the sizes of the design; everything grows with it, so that nothing is cut.
/// Cheap enough to be called whenever the theme or the scale changes; takes hold with the next frame.
pub fn install(context: &Context, tokens: Tokens, text_scale: f32) {
    fonts::install_once(context);
    style::apply(context, &tokens);
    context.data_mut(|data| data.insert_temp(tokens_id(), tokens));
    context.set_zoom_factor(text_scale.clamp(0.5, 3.0));
    context.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // What is measured before it is laid out, as the header of a page, settles within one frame.
        options.max_passes = MOST_PASSES;
    });
}

/// Whether widgets may move: `false` where the system asks for no motion.
pub fn set_motion(context: &Context, allowed: bool) {
    style::set_motion(context, allowed);
}

fn tokens_id() -> Id {
    Id::unique("sponsor-desk-tokens")
}

impl Tokens {
    /// The tokens that were installed; the light ones if none were.
    #[must_use]
    pub fn of(ui: &Ui) -> Self {
        Self::of_context(ui.ctx())
    }

    /// As [`Tokens::of`], where there is no [`Ui`].
    #[must_use]
    pub fn of_context(context: &Context) -> Self {
        context.data(|data| data.get_temp::<Self>(tokens_id())).unwrap_or(Self::LIGHT)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn colours_written_in(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("the sources are there") {
            let path = entry.expect("the sources can be read").path();
            if path.is_dir() && !path.ends_with("src/theme") {
                colours_written_in(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).expect("a source is text");
                let written = ["Color32::from_", "Color32::WHITE", "Color32::BLACK", "Color32::GRAY", "Color32::RED"]
                    .iter()
                    .any(|colour| source.contains(colour));
                if written {
                    found.push(path.display().to_string());
                }
            }
        }
    }

    #[test]
    fn no_colour_is_written_outside_the_theme() {
        let mut found = Vec::new();
        colours_written_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_system_that_does_not_say_gets_the_light_theme() {
        assert_eq!(tokens(ThemeChoice::System, None), Tokens::LIGHT);
        assert_eq!(tokens(ThemeChoice::System, Some(true)), Tokens::DARK);
        assert_eq!(tokens(ThemeChoice::Dark, Some(false)), Tokens::DARK);
    }

    #[test]
    fn what_was_installed_is_what_a_page_finds() {
        let context = Context::default();
        install(&context, Tokens::DARK, 1.15);
        assert_eq!(Tokens::of_context(&context), Tokens::DARK);
    }
}
