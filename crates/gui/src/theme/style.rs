//! egui's own style and visuals, set completely, so that nothing looks like stock egui.

use std::collections::BTreeMap;

use egui::style::{
    HandleShape, ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, Spacing, TextCursorStyle, WidgetVisuals,
    Widgets,
};
use egui::{Color32, Context, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2, Visuals};

use super::{TextSize, Tokens, height, radius, space};

/// Seconds of a short motion.
const MOTION: f32 = 0.12;

/// Sets style and visuals of both of egui's themes to these tokens.
pub(super) fn apply(context: &Context, tokens: &Tokens) {
    let theme = if tokens.dark { egui::Theme::Dark } else { egui::Theme::Light };
    context.set_theme(theme);
    context.all_styles_mut(|style| {
        let motion = style.animation_time;
        style.text_styles = text_styles();
        style.spacing = spacing();
        style.visuals = visuals(tokens);
        style.animation_time = if motion > 0.0 { MOTION } else { 0.0 };
        interaction(style);
    });
}

/// Allows or forbids motion in everything that egui animates.
pub(super) fn set_motion(context: &Context, allowed: bool) {
    context.all_styles_mut(|style| {
        style.animation_time = if allowed { MOTION } else { 0.0 };
        style.scroll_animation = if allowed { ScrollAnimation::duration(MOTION) } else { ScrollAnimation::none() };
    });
}

fn interaction(style: &mut Style) {
    style.interaction.selectable_labels = false;
    style.interaction.show_tooltips_only_when_still = true;
    style.interaction.tooltip_delay = 0.4;
    style.url_in_tooltip = false;
    style.explanation_tooltips = false;
    style.scroll_animation = ScrollAnimation::duration(MOTION);
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Heading, TextSize::Heading),
        (TextStyle::Body, TextSize::Body),
        (TextStyle::Monospace, TextSize::Tabular),
        (TextStyle::Button, TextSize::Medium),
        (TextStyle::Small, TextSize::Soft),
    ]
    .into_iter()
    .map(|(style, size)| (style, size.font()))
    .collect()
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: Vec2::splat(space::S),
        window_margin: Margin::same(16),
        button_padding: Vec2::new(12.0, 6.0),
        menu_margin: Margin::same(6),
        indent: space::L,
        interact_size: Vec2::new(40.0, height::BUTTON_SMALL),
        combo_width: 120.0,
        text_edit_width: 240.0,
        icon_width: 18.0,
        icon_width_inner: 12.0,
        icon_spacing: space::S,
        tooltip_width: 360.0,
        menu_width: 320.0,
        menu_spacing: 4.0,
        combo_height: 320.0,
        scroll: ScrollStyle {
            bar_width: 6.0,
            handle_min_length: 32.0,
            bar_inner_margin: 4.0,
            bar_outer_margin: 2.0,
            fade: ScrollFadeStyle { strength: 0.0, size: 0.0 },
            ..ScrollStyle::solid()
        },
        ..Spacing::default()
    }
}

fn visuals(tokens: &Tokens) -> Visuals {
    let base = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        override_text_color: None,
        weak_text_color: Some(tokens.soft),
        widgets: widgets(tokens),
        selection: Selection { bg_fill: tokens.accent_soft, stroke: Stroke::new(2.0, tokens.accent) },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.wash,
        extreme_bg_color: tokens.wash,
        text_edit_bg_color: Some(tokens.wash),
        code_bg_color: tokens.wash,
        warn_fg_color: tokens.important,
        error_fg_color: tokens.urgent,
        window_corner_radius: CornerRadius::same(radius::CARD),
        window_shadow: Shadow::NONE,
        window_fill: tokens.card,
        window_stroke: Stroke::new(1.0, tokens.line),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(radius::CARD),
        panel_fill: tokens.paper,
        popup_shadow: Shadow::NONE,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(2.0, tokens.accent),
            blink: false,
            ..TextCursorStyle::default()
        },
        button_frame: true,
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        interact_cursor: None,
        image_loading_spinners: false,
        disabled_alpha: 0.5,
        ..base
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let button = |fill: Color32, line: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(radius::BUTTON),
        fg_stroke: Stroke::new(1.0, tokens.ink),
        expansion: 0.0,
    };
    let hovered = tokens.hovered_line();
    Widgets {
        noninteractive: button(tokens.card, tokens.line),
        // Scroll handles take this fill, so it must be seen on paper and on cards.
        inactive: WidgetVisuals {
            bg_fill: tokens.other.lerp_to_gamma(tokens.card, 0.5),
            ..button(tokens.card, tokens.line)
        },
        hovered: WidgetVisuals { bg_fill: tokens.other, ..button(tokens.hovered(tokens.card), hovered) },
        active: WidgetVisuals { bg_fill: tokens.soft, ..button(tokens.pressed(tokens.card), hovered) },
        open: button(tokens.wash, hovered),
    }
}
