//! Above the tree: from whom on it is shown, who is chosen, the search and the zoom. Below it: what the icons mean.

use egui::{Frame, Id, Key, Margin, Modifiers, Rect, Ui, UiBuilder, vec2};
use sponsor_core::model::PersonId;
use sponsor_core::query::StructureRow;

use super::Tree;
use crate::app::Scene;
use crate::format::short_name;
use crate::icons;
use crate::pages::structure::shown::Choice;
use crate::pages::structure::status::Status;
use crate::theme::{IconSize, TextSize, Tokens, height, space, stroke};
use crate::widgets::{Button, Chip, Field, hairline, icon, person_name, soft, split, telling_icon, text};
use crate::words::Words;

/// The height of the bar.
pub(super) const HEIGHT: f32 = 46.0;
/// The height of the legend.
pub(super) const FOOT: f32 = 40.0;
/// From this width of the bar on there is room for all its buttons; below it the keys do what they do.
const ROOMY: f32 = 620.0;
/// Beside the words of one line of the legend: its icon and what stands between.
const LEGEND_BESIDE: f32 = 40.0;
/// How many of those above the root are named.
const NAMED: usize = 2;

/// What was pressed in the bar.
#[derive(Clone, Copy, Debug, Default)]
struct Pressed {
    root: Option<PersonId>,
    closer: i32,
    all: Option<bool>,
    fit: bool,
    next: bool,
}

impl Tree {
    pub(super) fn bar(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        choice: &mut Choice,
        selected: &mut Option<PersonId>,
        room: Rect,
    ) {
        let whole = ui.available_rect_before_wrap();
        let bar = Rect::from_min_size(whole.min, vec2(whole.width(), HEIGHT));
        let mut pressed = Pressed::default();
        let builder = UiBuilder::new().max_rect(bar.shrink2(vec2(space::L, 0.0)));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mut left = Pressed::default();
            split(
                ui,
                HEIGHT,
                |ui| left = self.crumbs(ui, scene, *selected),
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    pressed = zoom_and_search(ui, scene, choice, bar.width() < ROOMY);
                },
            );
            pressed.root = left.root;
        });
        ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, egui::Stroke::new(stroke::HAIRLINE, Tokens::of(ui).line));
        if let Some(root) = pressed.root {
            self.root_at(root, scene.frame.me.id);
            *selected = Some(root);
        }
        if pressed.closer != 0 {
            let about = self.middle(room, *selected);
            self.camera.zoom_by(pressed.closer, room, about);
        }
        if pressed.fit {
            self.fit(room);
        }
        if let Some(open) = pressed.all {
            self.turn_branch(None, open);
            self.focus = true;
        }
        if pressed.next {
            self.next_found(selected);
        }
    }

    /// The way back to the user, the root, and the chosen one with «Покажи оттук надолу».
    fn crumbs(&self, ui: &mut Ui, scene: &Scene<'_>, selected: Option<PersonId>) -> Pressed {
        let tokens = Tokens::of(ui);
        let words = scene.words;
        let mut pressed = Pressed::default();
        let Some(laid) = &self.laid else { return pressed };
        let me = scene.frame.me.id;
        let root = self.root.unwrap_or(me);
        let name = |id: PersonId| match laid.row_of(id) {
            Some(row) => row.person.name.full(),
            None => words.with("structure-me", &[("name", scene.frame.me.name.given().into())]),
        };
        icon(ui, icons::STRUCTURE, IconSize::Regular, tokens.soft);
        let mut above = laid.above(root);
        above.reverse();
        let skipped = above.len().saturating_sub(NAMED);
        for (at, id) in above.iter().enumerate() {
            if at > 0 && at < skipped + 1 {
                if at == 1 {
                    soft(ui, "…");
                    icon(ui, icons::RIGHT, IconSize::Small, tokens.soft);
                }
                continue;
            }
            let full = name(*id);
            let said = words.with("structure-root-at", &[("name", full.as_str().into())]);
            let shown = if *id == me { full } else { short_name(&full) };
            if ui.add(Button::link(&shown).name(&said).small()).clicked() {
                pressed.root = Some(*id);
            }
            icon(ui, icons::RIGHT, IconSize::Small, tokens.soft);
        }
        let full = name(root);
        let shown = if root == me { full } else { short_name(&full) };
        if Chip::new(&shown).icon(icons::FROM_HERE).selected(true).show(ui).response.clicked() {
            pressed.root = Some(root);
        }
        if let Some(row) = selected.filter(|chosen| *chosen != root).and_then(|chosen| laid.row_of(chosen)) {
            icon(ui, icons::RIGHT, IconSize::Small, tokens.soft);
            let between: Vec<_> = laid.above(row.person.id).into_iter().take_while(|one| *one != root).collect();
            if !between.is_empty() {
                let names: Vec<_> = between.iter().rev().map(|one| name(*one)).collect();
                soft(ui, "…").on_hover_text(names.join(" › "));
                icon(ui, icons::RIGHT, IconSize::Small, tokens.soft);
            }
            pressed.root = pressed.root.or(last_crumb(ui, words, row));
        }
        pressed
    }

    /// What the icons mean, and how many are shown.
    pub(super) fn foot(&self, ui: &mut Ui, scene: &Scene<'_>, choice: &Choice) {
        let words = scene.words;
        let Some(laid) = &self.laid else { return };
        let counts = [("shown", laid.shown().into()), ("count", laid.count().into())];
        let counted = if choice.text.trim().is_empty() {
            words.with("structure-shown-of", &counts)
        } else {
            words.with("structure-found", &[("count", self.found.len().into())])
        };
        hairline(ui);
        Frame::new().inner_margin(Margin::symmetric(16, 0)).show(ui, |ui| {
            split(
                ui,
                FOOT - 1.0,
                |ui| {
                    let said: Vec<String> = Status::ALL.iter().map(|status| words.get(status.words())).collect();
                    // Where not all words have room, the icons stand alone and say theirs when they are pointed at.
                    let in_words = legend_width(ui, &said) <= ui.available_width();
                    for (status, said) in Status::ALL.into_iter().zip(&said) {
                        let tokens = Tokens::of(ui);
                        ui.spacing_mut().item_spacing.x = 6.0;
                        telling_icon(ui, status.icon(), IconSize::Regular, status.colour(&tokens), said);
                        if in_words {
                            text(ui, said, TextSize::Soft, tokens.soft);
                            ui.add_space(space::S);
                        }
                    }
                },
                |ui| soft(ui, &counted),
            );
        });
    }
}

/// How wide the legend is in words.
fn legend_width(ui: &Ui, said: &[String]) -> f32 {
    let ink = Tokens::of(ui).soft;
    let width = |words: &String| ui.painter().layout_no_wrap(words.clone(), TextSize::Soft.font(), ink).size().x;
    said.iter().map(|words| width(words) + LEGEND_BESIDE).sum()
}

/// The one who is chosen, how many stand below, and «Покажи оттук надолу»; gives them when that was pressed.
fn last_crumb(ui: &mut Ui, words: &Words, row: &StructureRow) -> Option<PersonId> {
    let ink = Tokens::of(ui).ink;
    let full = row.person.name.full();
    if row.below == 0 {
        person_name(ui, &full, TextSize::Medium, ink);
        return None;
    }
    let width = |words: &str, size: TextSize| {
        ui.painter().layout_no_wrap(words.to_owned(), size.font(), ink).size().x + space::S
    };
    let from_here = words.get("structure-from-here");
    let people = words.with("count-people", &[("count", row.below.into())]);
    let (counted, link) = (width(&people, TextSize::Soft), width(&from_here, TextSize::Medium));
    let (whole, free) = (width(&full, TextSize::Medium), ui.available_width());
    // The words give way first, then the name.
    let in_words = free >= whole.min(120.0) + counted + link;
    let rest = counted + if in_words { link } else { height::BUTTON_SMALL + space::S };
    ui.allocate_ui(vec2(whole.min((free - rest).max(40.0)), height::BUTTON_SMALL), |ui| {
        person_name(ui, &full, TextSize::Medium, ink);
    });
    soft(ui, &people);
    let button = if in_words {
        Button::link(&from_here).small()
    } else {
        Button::quiet_icon(icons::FROM_HERE, &from_here).small()
    };
    ui.add(button).clicked().then_some(row.person.id)
}

/// From the right: all of it in sight, larger, smaller, folded and unfolded, the search.
fn zoom_and_search(ui: &mut Ui, scene: &Scene<'_>, choice: &mut Choice, narrow: bool) -> Pressed {
    let words = scene.words;
    let mut pressed = Pressed::default();
    let button = |ui: &mut Ui, icon: char, key: &str, keys: &str| {
        let name = words.get(key);
        ui.add(Button::icon_only(icon, &name).small()).on_hover_text(format!("{name} ({keys})")).clicked()
    };
    pressed.fit = button(ui, icons::FIT, "structure-fit", "0");
    if narrow {
        pressed.next = find(ui, scene, &mut choice.text, 110.0);
        return pressed;
    }
    pressed.closer += i32::from(button(ui, icons::LARGER, "structure-larger", "+"));
    pressed.closer -= i32::from(button(ui, icons::SMALLER, "structure-smaller", "-"));
    if button(ui, icons::FOLD_ALL, "structure-fold-all", "Shift ←") {
        pressed.all = Some(false);
    }
    if button(ui, icons::UNFOLD_ALL, "structure-unfold-all", "Shift →") {
        pressed.all = Some(true);
    }
    pressed.next = find(ui, scene, &mut choice.text, 140.0);
    pressed
}

/// The field in which one looks for somebody; tells whether Enter was pressed.
pub(in crate::pages::structure) fn find(ui: &mut Ui, scene: &Scene<'_>, typed: &mut String, width: f32) -> bool {
    let label = scene.words.get("structure-find");
    let hint = scene.words.get("structure-find-hint");
    let id = Id::unique("find in the structure");
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    if !covered && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let field = Field::new(&label, typed).hint(&hint).icon(icons::SEARCH).hide_label().width(width).id(id);
    ui.allocate_ui(vec2(width, height::FIELD), |ui| field.show(ui).committed).inner
}
