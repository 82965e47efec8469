//! The colours, light and dark, by what they mean.

#![expect(clippy::unreadable_literal, reason = "colours are six digits, as everybody reads them")]

use egui::Color32;

/// Every colour of one theme, named by meaning. Copied freely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Whether this is the dark theme.
    pub dark: bool,
    /// The ground of the window.
    pub paper: Color32,
    /// The ground of cards, panes, menus and plain buttons.
    pub card: Color32,
    /// The ground of the navigation.
    pub rail: Color32,
    /// The ground of fields, key caps and of the weekend.
    pub wash: Color32,
    /// Lines of hours and charts.
    pub grid: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub soft: Color32,
    /// The one hairline.
    pub line: Color32,
    /// Action, selection, "done", now.
    pub accent: Color32,
    /// Ground of what is selected or belongs to the accent.
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Urgent, overdue.
    pub urgent: Color32,
    /// Ground of urgent.
    pub urgent_soft: Color32,
    /// Important, due today.
    pub important: Color32,
    /// Ground of important.
    pub important_soft: Color32,
    /// Necessary.
    pub necessary: Color32,
    /// Ground of necessary.
    pub necessary_soft: Color32,
    /// Strokes and icons of "other", edges of checkboxes; never text.
    pub other: Color32,
    /// Ground of "other", empty tracks, the ground of a switch.
    pub other_soft: Color32,
    /// A figure that rose; always with an arrow.
    pub up: Color32,
    /// A figure that fell; always with an arrow.
    pub down: Color32,
    /// The second series of a chart.
    pub series2: Color32,
    /// An entry while it is dragged.
    pub ghost: Color32,
    /// What lies over the window behind a modal.
    pub dim: Color32,
    /// The breath of shadow under what floats.
    pub shadow: Color32,
    /// The ground of a tip and of a toast.
    pub tip: Color32,
    /// Text of a tip and of a toast.
    pub on_tip: Color32,
    /// The action in a toast.
    pub accent_on_tip: Color32,
}

#[expect(clippy::disallowed_methods, reason = "the tokens are made here and nowhere else")]
const fn hex(value: u32) -> Color32 {
    let [_, red, green, blue] = value.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

impl Tokens {
    /// The light theme.
    pub const LIGHT: Self = Self {
        dark: false,
        paper: hex(0xF7F5F0),
        card: hex(0xFFFFFF),
        rail: hex(0xEFECE4),
        wash: hex(0xFAF8F4),
        grid: hex(0xEEEBE3),
        ink: hex(0x1D2528),
        soft: hex(0x566164),
        line: hex(0xE4E0D6),
        accent: hex(0x0F6B63),
        accent_soft: hex(0xDCEDE9),
        on_accent: hex(0xFFFFFF),
        urgent: hex(0xB3382C),
        urgent_soft: hex(0xF9E5E1),
        important: hex(0x8A5800),
        important_soft: hex(0xF8EDD6),
        necessary: hex(0x2F66B0),
        necessary_soft: hex(0xE2EBF7),
        other: hex(0x737C7F),
        other_soft: hex(0xEEEFEF),
        up: hex(0x1E7A45),
        down: hex(0xB3382C),
        series2: hex(0x8DABD4),
        ghost: Color32::from_rgba_unmultiplied_const(0x0F, 0x6B, 0x63, 36),
        dim: Color32::from_rgba_unmultiplied_const(0x1D, 0x25, 0x28, 96),
        shadow: Color32::from_rgba_unmultiplied_const(0x1D, 0x25, 0x28, 26),
        tip: hex(0x1D2528),
        on_tip: hex(0xF7F5F0),
        accent_on_tip: hex(0x5CC2B4),
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        dark: true,
        paper: hex(0x14181A),
        card: hex(0x1C2225),
        rail: hex(0x101415),
        wash: hex(0x191F21),
        grid: hex(0x252D30),
        ink: hex(0xE9E7E2),
        soft: hex(0x98A3A6),
        line: hex(0x2B3437),
        accent: hex(0x5CC2B4),
        accent_soft: hex(0x173732),
        on_accent: hex(0x0D1A18),
        urgent: hex(0xF08A7C),
        urgent_soft: hex(0x3B211E),
        important: hex(0xE5B25A),
        important_soft: hex(0x372C17),
        necessary: hex(0x8AB4EE),
        necessary_soft: hex(0x1D2B40),
        other: hex(0x8A9598),
        other_soft: hex(0x262D30),
        up: hex(0x6CCB92),
        down: hex(0xF08A7C),
        series2: hex(0x597294),
        ghost: Color32::from_rgba_unmultiplied_const(0x5C, 0xC2, 0xB4, 46),
        dim: Color32::from_rgba_unmultiplied_const(0, 0, 0, 140),
        shadow: Color32::from_rgba_unmultiplied_const(0, 0, 0, 115),
        tip: hex(0xE9E7E2),
        on_tip: hex(0x14181A),
        accent_on_tip: hex(0x0F6B63),
    };

    /// A plain ground as it looks under the pointer: a little of the ink in it.
    #[must_use]
    pub fn hovered(&self, ground: Color32) -> Color32 {
        ground.lerp_to_gamma(self.ink, 0.05)
    }

    /// A plain ground as it looks while it is pressed.
    #[must_use]
    pub fn pressed(&self, ground: Color32) -> Color32 {
        ground.lerp_to_gamma(self.ink, 0.10)
    }

    /// The edge of a card or field under the pointer.
    #[must_use]
    pub fn hovered_line(&self) -> Color32 {
        self.line.lerp_to_gamma(self.soft, 0.35)
    }

    /// Nothing at all, for grounds and lines that are not drawn.
    #[must_use]
    pub const fn none(&self) -> Color32 {
        Color32::TRANSPARENT
    }
}
