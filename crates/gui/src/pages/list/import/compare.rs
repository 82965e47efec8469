//! Somebody of the file beside the one who is there: one after another, field by field.

use egui::{
    Align, Color32, CornerRadius, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use sponsor_core::exchange::{Choice, Field, FieldChange, Preview, PreviewRow, Verdict};

use super::say;
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, icon_text, radius, space, stroke};
use crate::widgets::{Button, Card, heading, icon, soft, split, text};

/// Room below the fields, for what is decided.
const FOOT: f32 = 100.0;
/// And where all namesakes may be said to be the same.
const FOOT_WITH_ALL: f32 = 132.0;

/// What was decided about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// It is the same person.
    Join,
    /// Everyone whose name alone is equal, and of whom nothing was decided, is the same person.
    JoinAll,
    /// They are different people.
    Part,
    /// What of a field stays.
    Choose(usize, Choice),
}

/// Whether a row is one that a person may want to compare, or has compared.
const fn is_alike(row: &PreviewRow) -> bool {
    matches!(row.verdict, Verdict::Joined { .. }) || (matches!(row.verdict, Verdict::Added) && row.proposed.is_some())
}

/// Whether a row is still to be compared.
pub(super) const fn is_compared(row: &PreviewRow) -> bool {
    is_alike(row) && !row.decided
}

/// Whether there is somebody to hold the row against.
pub(super) fn can_be_compared(row: &PreviewRow) -> bool {
    row.other().is_some() && !row.changes.is_empty()
}

/// The next row to compare after this one, from the beginning again after the last.
pub(super) fn next(preview: &Preview, after: usize) -> Option<usize> {
    let rows = || preview.rows.iter().enumerate().filter(|(at, row)| is_compared(row) && *at != after);
    rows().find(|(at, _)| *at > after).or_else(|| rows().next()).map(|(at, _)| at)
}

/// Shows the pane of a row; `focus` gives the keyboard to its main button.
pub(super) fn pane(ui: &mut Ui, scene: &Scene<'_>, preview: &Preview, at: usize, focus: bool) -> Option<Decision> {
    let row = preview.rows.get(at)?;
    let contents = |ui: &mut Ui| {
        let inside = ui.available_rect_before_wrap();
        ui.set_min_height(inside.height());
        heading(ui, &scene.words.get("import-compare-title"));
        soft(ui, &reason(scene, row));
        ui.add_space(space::XS);
        sides(ui, scene, preview.is_held_against_file(at));
        let foot = if all_proposed(preview, at).is_some() { FOOT_WITH_ALL } else { FOOT };
        let parted = inside.bottom() - foot;
        let middle = Rect::from_min_max(pos2(inside.left(), ui.cursor().top()), pos2(inside.right(), parted));
        let builder = UiBuilder::new().id_salt(("fields", at)).max_rect(middle);
        let chosen = ui.scope_builder(builder, |ui| fields(ui, scene, row)).inner;
        let below = Rect::from_min_max(pos2(inside.left(), parted), inside.max);
        let builder = UiBuilder::new().id_salt("decide").max_rect(below);
        let decided = ui.scope_builder(builder, |ui| decide(ui, scene, preview, at, focus)).inner;
        chosen.or(decided)
    };
    Card::new().show(ui, contents).inner
}

/// The headings of the two columns.
fn sides(ui: &mut Ui, scene: &Scene<'_>, in_file: bool) {
    let ours = if in_file { (icons::FILE, "import-above") } else { (icons::LIST, "import-ours") };
    let half = column_width(ui.available_width() - space::M);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (sign, key) in [ours, (icons::FILE, "import-theirs")] {
            let room = vec2(half, height::PILL);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(half);
                icon(ui, sign, IconSize::Regular, Tokens::of(ui).soft);
                text(ui, &scene.words.get(key), TextSize::SoftMedium, Tokens::of(ui).ink);
            });
        }
    });
}

/// The fields one below the other; gives what was chosen of one.
fn fields(ui: &mut Ui, scene: &Scene<'_>, row: &PreviewRow) -> Option<Decision> {
    let mut decision = None;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - space::M);
        for (index, change) in row.changes.iter().enumerate() {
            let chosen = ui.push_id(index, |ui| field(ui, scene, change)).inner;
            decision = decision.or(chosen.map(|choice| Decision::Choose(index, choice)));
        }
    });
    decision
}

/// Two columns with a gap between them.
fn column_width(room: f32) -> f32 {
    ((room - space::S) / 2.0).floor()
}

/// By what the row was found to be somebody.
fn reason(scene: &Scene<'_>, row: &PreviewRow) -> String {
    let words = scene.words;
    let same = |field: Field| row.changes.iter().find(|change| change.field == field && change.same);
    let by = [(Field::Phone, "import-compare-phone"), (Field::Email, "import-compare-email")];
    let by = by.into_iter().find_map(|(field, key)| Some((key, same(field)?)));
    match by {
        Some((key, change)) => words.with(key, &[("value", say::value(words, scene.formats, &change.ours).into())]),
        None if same(Field::Name).is_some() => words.get("import-compare-name"),
        None => words.get("import-compare-card"),
    }
}

/// One field: its name, and both values; gives what was chosen.
pub(in crate::pages::list) fn field(ui: &mut Ui, scene: &Scene<'_>, change: &FieldChange) -> Option<Choice> {
    let words = scene.words;
    let name = say::title(words, change.field);
    ui.spacing_mut().item_spacing.y = space::XXS;
    split(ui, TextSize::Soft.line_height(), |ui| soft(ui, &name), |ui| beside(ui, scene, change));
    let [mut ours, theirs] = [&change.ours, &change.theirs].map(|value| say::value(words, scene.formats, value));
    // Beside a second phone stands the first, which stays.
    if !change.stays.is_empty() {
        let stays = change.stays.iter().map(|value| say::value(words, scene.formats, value));
        ours = stays.collect::<Vec<_>>().join("\n");
    }
    let width = column_width(ui.available_width());
    let tall = [&ours, &theirs].map(|value| cell_height(ui, value, width)).into_iter().fold(height::FIELD, f32::max);
    let on = if change.same {
        (true, false)
    } else {
        (change.choice != Choice::Theirs || !change.stays.is_empty(), change.choice != Choice::Ours)
    };
    let ticks = change.takes_both() || !change.stays.is_empty();
    let spoken = |key: &str, value: &str| words.with(key, &[("field", name.as_str().into()), ("value", value.into())]);
    let both = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let size = vec2(width, tall);
        let same = change.same;
        let (left, right) =
            (Cell { words: &ours, on: on.0, ticks, same }, Cell { words: &theirs, on: on.1, ticks, same });
        let left = left.show(ui, size, &spoken("import-choose-ours", &ours));
        (left, right.show(ui, size, &spoken("import-choose-theirs", &theirs)))
    };
    let pressed = ui.horizontal(both).inner;
    ui.add_space(space::XS);
    chosen(pressed, on, ticks)
}

/// Says that both are the same, or that both stay.
fn beside(ui: &mut Ui, scene: &Scene<'_>, change: &FieldChange) {
    let tokens = Tokens::of(ui);
    if change.same {
        let key = if say::is_latin(change) { "import-same-latin" } else { "import-same" };
        text(ui, &scene.words.get(key), TextSize::Soft, tokens.soft);
    } else if change.choice == Choice::Both || (!change.stays.is_empty() && change.choice == Choice::Theirs) {
        text(ui, &scene.words.get("import-both"), TextSize::Soft, tokens.accent);
    }
}

/// What a press means: one of two, or where both may stay each by itself, but never none.
const fn chosen(pressed: (bool, bool), on: (bool, bool), both: bool) -> Option<Choice> {
    match (pressed, both) {
        ((true, _), false) => Some(Choice::Ours),
        ((_, true), false) => Some(Choice::Theirs),
        ((true, _), true) => Some(if on.0 { Choice::Theirs } else { Choice::Both }),
        ((_, true), true) => Some(if on.1 { Choice::Ours } else { Choice::Both }),
        ((false, false), _) => None,
    }
}

/// Room for the sign of a choice, with what stands around it.
const SIGN: f32 = 32.0;

fn cell_height(ui: &Ui, words: &str, width: f32) -> f32 {
    let room = width - SIGN - space::S;
    ui.painter().layout(words.to_owned(), TextSize::Soft.font(), Color32::PLACEHOLDER, room).size().y + space::L
}

/// One of the two values of a field.
struct Cell<'a> {
    words: &'a str,
    on: bool,
    ticks: bool,
    /// Both values are the same: there is nothing to choose, and both are as readable as any.
    same: bool,
}

impl Cell<'_> {
    /// Paints the value; tells whether it was pressed.
    fn show(&self, ui: &mut Ui, size: egui::Vec2, name: &str) -> bool {
        let tokens = Tokens::of(ui);
        let sense = if self.same { Sense::hover() } else { Sense::click() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let role = if self.ticks { Role::CheckBox } else { Role::RadioButton };
        response.widget_info(|| WidgetInfo::selected(role, !self.same, self.on, name));
        let corner = CornerRadius::same(radius::BUTTON);
        let (ground, edge) = if self.same {
            (tokens.wash, tokens.line)
        } else if self.on {
            (tokens.accent_soft, tokens.accent)
        } else {
            (tokens.card, tokens.line)
        };
        let edge = if response.hovered() && !self.on { tokens.other } else { edge };
        let stroke = if response.has_focus() {
            Stroke::new(stroke::FOCUS, tokens.accent)
        } else {
            Stroke::new(stroke::HAIRLINE, edge)
        };
        ui.painter().rect(rect, corner, ground, stroke, StrokeKind::Inside);
        let left = if self.same { space::M } else { SIGN };
        if !self.same {
            self.sign(ui, pos2(rect.left() + SIGN / 2.0, rect.center().y));
        }
        let room = rect.width() - left - space::S;
        let words = ui.painter().layout(self.words.to_owned(), TextSize::Soft.font(), tokens.ink, room);
        let at = pos2(rect.left() + left, rect.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, tokens.ink);
        response.clicked()
    }

    fn sign(&self, ui: &Ui, middle: egui::Pos2) {
        let tokens = Tokens::of(ui);
        let painter = ui.painter();
        let edge = Stroke::new(1.25, if self.on { tokens.accent } else { tokens.other });
        if !self.ticks {
            painter.circle_stroke(middle, 7.0, edge);
            if self.on {
                painter.circle_filled(middle, 4.0, tokens.accent);
            }
            return;
        }
        let square = Rect::from_center_size(middle, vec2(16.0, 16.0));
        let ground = if self.on { tokens.accent } else { tokens.card };
        painter.rect(square, CornerRadius::same(radius::KEY), ground, edge, StrokeKind::Inside);
        if self.on {
            let sign = icon_text(icons::DONE, IconSize::Small).color(tokens.on_accent);
            let sign = egui::WidgetText::from(sign).into_galley(
                ui,
                Some(egui::TextWrapMode::Extend),
                f32::INFINITY,
                egui::TextStyle::Body,
            );
            painter.galley(middle - sign.size() / 2.0, sign, tokens.on_accent);
        }
    }
}

fn decide(ui: &mut Ui, scene: &Scene<'_>, preview: &Preview, at: usize, focus: bool) -> Option<Decision> {
    let words = scene.words;
    ui.spacing_mut().item_spacing.y = space::S;
    if !preview.is_held_against_file(at) {
        soft(ui, &words.get("import-stays"));
    }
    let half = column_width(ui.available_width());
    let only_name = preview.rows.get(at).is_some_and(|row| matches!(row.verdict, Verdict::Added));
    let decision = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (apart, join) = (words.get("import-apart"), words.get("import-join"));
            let apart = ui.add(Button::plain(&apart).width(half));
            let button = if only_name { Button::plain(&join) } else { Button::primary(&join) };
            let join = ui.add(button.trailing(icons::ARROW_RIGHT).width(half));
            if focus {
                // A name alone makes nobody the same person.
                if only_name { &apart } else { &join }.request_focus();
            }
            if join.clicked() { Some(Decision::Join) } else { apart.clicked().then_some(Decision::Part) }
        })
        .inner;
    let compared = || preview.rows.iter().enumerate().filter(|(_, row)| is_alike(row)).map(|(at, _)| at);
    if let Some(place) = compared().position(|one| one == at) {
        let values = [("at", (place + 1).into()), ("count", compared().count().into())];
        ui.vertical_centered(|ui| soft(ui, &words.with("import-position", &values)));
    }
    if let Some(proposed) = all_proposed(preview, at) {
        let all = words.with("import-all-same", &[("count", proposed.into())]);
        let pressed = ui.vertical_centered(|ui| ui.add(Button::quiet(&all).icon(icons::LINK).small()).clicked()).inner;
        return decision.or(pressed.then_some(Decision::JoinAll));
    }
    decision
}

/// How many namesakes may be said to be the same at once, beside the row that is compared.
fn all_proposed(preview: &Preview, at: usize) -> Option<usize> {
    let only_name = preview.rows.get(at).is_some_and(|row| matches!(row.verdict, Verdict::Added));
    let count = proposed(preview).count();
    (only_name && count > 1).then_some(count)
}

/// The rows that may be somebody there by their name alone, and of which nothing was decided.
pub(super) fn proposed(preview: &Preview) -> impl Iterator<Item = usize> + '_ {
    let rows = preview.rows.iter().enumerate();
    let open = rows.filter(|(_, row)| is_compared(row) && matches!(row.verdict, Verdict::Added));
    open.map(|(at, _)| at)
}
