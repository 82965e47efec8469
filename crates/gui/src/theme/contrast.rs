//! Contrast of the text pairs, by the formula of WCAG 2.

use egui::Color32;

use super::Tokens;

fn channel(value: u8) -> f64 {
    let value = f64::from(value) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn luminance(colour: Color32) -> f64 {
    0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
}

fn contrast(text: Color32, ground: Color32) -> f64 {
    let (a, b) = (luminance(text), luminance(ground));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn text_pairs(tokens: &Tokens) -> Vec<(&'static str, Color32, Color32)> {
    let mut pairs = vec![
        ("text on a primary button", tokens.on_accent, tokens.accent),
        ("urgent on its ground", tokens.urgent, tokens.urgent_soft),
        ("important on its ground", tokens.important, tokens.important_soft),
        ("necessary on its ground", tokens.necessary, tokens.necessary_soft),
        ("accent on its ground", tokens.accent, tokens.accent_soft),
        ("accent on a card", tokens.accent, tokens.card),
        ("urgent on a card", tokens.urgent, tokens.card),
        ("important on a card", tokens.important, tokens.card),
        ("up on a card", tokens.up, tokens.card),
        ("down on a card", tokens.down, tokens.card),
        ("text of a tip", tokens.on_tip, tokens.tip),
        ("action of a toast", tokens.accent_on_tip, tokens.tip),
    ];
    for ground in [tokens.paper, tokens.card, tokens.rail, tokens.wash] {
        pairs.push(("ink", tokens.ink, ground));
        pairs.push(("soft", tokens.soft, ground));
    }
    for ground in
        [tokens.accent_soft, tokens.urgent_soft, tokens.important_soft, tokens.necessary_soft, tokens.other_soft]
    {
        pairs.push(("soft on a soft ground", tokens.soft, ground));
        pairs.push(("ink on a soft ground", tokens.ink, ground));
    }
    pairs
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    for tokens in [Tokens::LIGHT, Tokens::DARK] {
        for (name, text, ground) in text_pairs(&tokens) {
            let ratio = contrast(text, ground);
            assert!(ratio >= 4.5, "{name}, dark: {}: {ratio:.2}", tokens.dark);
        }
    }
}

#[test]
fn strokes_and_icons_can_be_seen() {
    for tokens in [Tokens::LIGHT, Tokens::DARK] {
        for ground in [tokens.paper, tokens.card, tokens.wash] {
            assert!(contrast(tokens.other, ground) >= 3.0);
            assert!(contrast(tokens.accent, ground) >= 3.0);
        }
    }
}
