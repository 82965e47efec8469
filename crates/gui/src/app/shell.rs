//! The frame around every page: the rail at the left, folded to icons where there is little room.

use egui::{Frame, Margin, Panel, Ui};
use sponsor_core::model::Page as HiddenPage;

use super::action::{Action, Page, Place};
use super::commands::{page_icon, page_name};
use super::frame::FrameAnswer;
use super::scene::Scene;
use crate::theme::{TextSize, Tokens, space, width};
use crate::widgets::{mark, nav_group, nav_item, person_name, text};

/// Below this width of the window the rail folds to icons.
const FOLDS_BELOW: f32 = 1060.0;

/// The groups of the rail.
const GROUPS: [(&str, &[Page]); 3] = [
    ("group-now", &[Page::Today, Page::Diary]),
    ("group-people", &[Page::List, Page::Structure, Page::Onboarding]),
    ("group-progress", &[Page::Plan, Page::Figures, Page::Training]),
];

/// The pages that the rail shows: those that a beginner does not need yet appear with the first registered person, or
/// when they are switched on.
#[must_use]
pub fn shown_pages(frame: &FrameAnswer) -> Vec<Page> {
    let hidden = |page| match page {
        Page::Structure => Some(HiddenPage::Structure),
        Page::Onboarding => Some(HiddenPage::Onboarding),
        Page::Figures | Page::Review => Some(HiddenPage::Figures),
        Page::Training => Some(HiddenPage::Training),
        Page::Today | Page::Evening | Page::Diary | Page::List | Page::Plan | Page::Settings => None,
    };
    let needed = frame.registered > 0;
    let shown = |page: &Page| hidden(*page).is_none_or(|page| needed || frame.settings.pages_on.contains(&page));
    Page::ALL.into_iter().filter(shown).collect()
}

/// The rail.
pub fn rail(ui: &mut Ui, scene: &mut Scene<'_>, current: Page) {
    let tokens = Tokens::of(ui);
    let folded = ui.ctx().content_rect().width() < FOLDS_BELOW;
    let size = if folded { width::RAIL_FOLDED } else { width::RAIL };
    let frame = Frame::new().fill(tokens.rail).inner_margin(Margin::symmetric(12, 16));
    Panel::left("rail").exact_size(size).resizable(false).show_separator_line(true).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        whose(ui, scene, folded);
        let pages = shown_pages(scene.frame);
        for (name, group) in GROUPS {
            let shown: Vec<_> = group.iter().copied().filter(|page| pages.contains(page)).collect();
            if shown.is_empty() {
                continue;
            }
            if folded {
                ui.add_space(space::L);
            } else {
                nav_group(ui, &scene.words.get(name));
            }
            for page in shown {
                item(ui, scene, page, current, folded);
            }
        }
        ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
            item(ui, scene, Page::Settings, current, folded);
        });
    });
}

fn whose(ui: &mut Ui, scene: &Scene<'_>, folded: bool) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        if !folded {
            ui.add_space(8.0);
        }
        mark(ui, &scene.words.get("program"));
        if !folded {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text(ui, &scene.words.get("program"), TextSize::Strong, tokens.ink);
                person_name(ui, &scene.frame.me.name.full(), TextSize::Soft, tokens.soft);
            });
        }
    });
    ui.add_space(space::XS);
}

fn item(ui: &mut Ui, scene: &mut Scene<'_>, page: Page, current: Page, folded: bool) {
    let count = match page {
        Page::List => Some(scene.frame.on_list),
        Page::Structure => Some(scene.frame.registered),
        Page::Onboarding => Some(scene.frame.open_interviews),
        _ => None,
    };
    let count = count.filter(|count| *count > 0).map(|count| scene.formats.count(count));
    let within = match current {
        Page::Evening => Page::Today,
        Page::Review => Page::Figures,
        other => other,
    };
    let chosen = within == page;
    let name = scene.words.get(page_name(page));
    if nav_item(ui, page_icon(page), &name, count.as_deref(), chosen, folded).clicked() {
        scene.act(Action::Go(Place::Page(page)));
    }
}
