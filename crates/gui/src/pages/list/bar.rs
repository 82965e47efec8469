//! Above the table: the lists, the ready views, and what the list is narrowed to.

use egui::{Align, Layout, Ui, UiBuilder, vec2};
use sponsor_core::model::{ReadyView, WhichList};
use sponsor_core::query::{CityCount, ListView};

use super::filters::{Filters, text_id};
use super::narrow;
use super::views::Views;
use crate::app::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Chip, Field, MenuItem, Segmented, Tone, menu, soft, split, text};

/// Cities that are shown as chips; the others stand in a menu.
const CITY_CHIPS: usize = 6;
/// Cities that are named beside list 1.
const CITIES_NAMED: usize = 3;

/// The lists as one control, the cities beside or below it.
pub(super) fn lists(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters, view: &ListView) {
    let mut shown = filters.which();
    let left = |ui: &mut Ui| {
        switch(ui, scene, view, &mut shown);
        ui.add_space(space::L);
        if filters.which() == WhichList::Home {
            beside(ui, scene, view);
        }
    };
    split(ui, height::BUTTON + 6.0, left, |_| {});
    if shown != filters.which() {
        filters.show(shown);
    }
    if filters.which() == WhichList::Others && view.cities.len() > 1 {
        ui.add_space(space::S);
        cities(ui, scene, filters, view);
    }
    elsewhere(ui, scene, filters);
}

/// Says that a list is shown that the control does not name, with the way back.
fn elsewhere(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters) {
    let name = match filters.which() {
        WhichList::OffList => scene.words.get("list-off-list"),
        WhichList::Partner(_) => scene.words.with("list-of-partner", &[("name", filters.whose.as_str().into())]),
        WhichList::Home | WhichList::Others | WhichList::NoCity | WhichList::All => return,
    };
    ui.add_space(space::S);
    let back = scene.words.get("list-back-to-mine");
    let chip = Chip::new(&name).icon(icons::LIST).removable(&back).show(ui);
    if chip.removed || chip.response.clicked() {
        filters.show(WhichList::Home);
    }
}

fn cities(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters, view: &ListView) {
    let before = filters.filter.city.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let shown = |(index, city): &(usize, &CityCount)| *index < CITY_CHIPS || Some(&city.key) == before.as_ref();
        for (_, city) in view.cities.iter().enumerate().filter(shown) {
            let on = Some(&city.key) == before.as_ref();
            let count = scene.formats.count(city.people);
            if Chip::new(&city.name).count(&count).selected(on).show(ui).response.clicked() {
                filters.filter.city = (!on).then(|| city.key.clone());
            }
        }
        let rest = view.cities.get(CITY_CHIPS..).unwrap_or_default();
        if let Some(city) = more_cities(ui, scene, rest) {
            filters.filter.city = Some(city);
        }
    });
    if filters.filter.city != before {
        filters.kept_city = None;
    }
}

/// The ready views and filters, the field that narrows by words, and below them everything that is narrowed.
pub(super) fn chips(ui: &mut Ui, scene: &mut Scene<'_>, filters: &mut Filters, views: &mut Views, view: &ListView) {
    let room = (ui.available_width() - 560.0).clamp(150.0, 260.0);
    let whole = ui.available_rect_before_wrap();
    let mut left = whole;
    left.max.x -= room + space::M;
    let builder = UiBuilder::new().id_salt("chips").max_rect(left).layout(Layout::top_down(Align::Min));
    let chips = ui.scope_builder(builder, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            ui.spacing_mut().interact_size.y = height::CHIP;
            ready_views(ui, scene, filters, view);
            views.chip(ui, scene, filters);
            narrow::menus(ui, scene, filters, view, left.width());
        });
    });
    let mut right = whole;
    right.min.x = right.max.x - room;
    let (label, hint) = (scene.words.get("list-filter"), scene.words.get("list-filter-hint"));
    ui.scope_builder(UiBuilder::new().id_salt("words").max_rect(right), |ui| {
        let field = Field::new(&label, &mut filters.filter.text).hint(&hint).icon(icons::SEARCH).hide_label();
        field.id(text_id()).width(room).show(ui);
    });
    let below = chips.response.rect.bottom().max(whole.top() + height::FIELD);
    ui.advance_cursor_after_rect(egui::Rect::from_min_max(whole.min, egui::pos2(whole.max.x, below)));
    narrow::active(ui, scene, filters, views, view);
}

fn ready_views(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters, view: &ListView) {
    let everyone = scene.words.get("list-everyone");
    let count = scene.formats.count(view.on_list);
    let all = Chip::new(&everyone).icon(icons::FILTER).count(&count).selected(!filters.are_set());
    if all.show(ui).response.clicked() {
        filters.clear();
    }
    let ready = [
        (ReadyView::Prospects, "list-prospects", icons::FOLLOW_UP, Tone::Accent, view.prospects),
        (ReadyView::Calls, "list-waiting", icons::OVERDUE, Tone::Urgent, view.waiting),
    ];
    for (ready, key, sign, tone, count) in ready {
        let (name, count) = (scene.words.get(key), scene.formats.count(count));
        let chip = Chip::new(&name).icon(sign).tone(tone).count(&count).selected(filters.filter.view == ready);
        if chip.show(ui).response.clicked() {
            filters.toggle_view(ready);
        }
    }
}

/// The lists that the control names, each with how many stand on it.
fn switch(ui: &mut Ui, scene: &Scene<'_>, view: &ListView, shown: &mut WhichList) {
    let words = scene.words;
    let city = &scene.frame.settings.home_city;
    let home_name = if city.is_empty() {
        words.get("list-my-city")
    } else {
        words.with("list-my-city-named", &[("city", city.as_str().into())])
    };
    let (others, no_city) = (words.get("list-other-cities"), words.get("list-no-city"));
    let all = words.get("list-all");
    let counts = [view.home, view.others, view.no_city, view.home + view.others + view.no_city];
    let counts = counts.map(|count| scene.formats.count(count));
    let [home_count, others_count, no_city_count, all_count] = &counts;
    let name = words.get("list-which");
    let waits = view.no_city > 0 || *shown == WhichList::NoCity;
    let mut lists = Segmented::new(&name, shown)
        .accent()
        .full_option(WhichList::Home, Some(icons::MY_CITY), &home_name, Some(home_count))
        .full_option(WhichList::Others, Some(icons::OTHER_CITIES), &others, Some(others_count));
    if waits {
        lists = lists.full_option(WhichList::NoCity, None, &no_city, Some(no_city_count));
    }
    lists.full_option(WhichList::All, None, &all, Some(all_count)).show(ui);
}

/// The cities that have no chip, in a menu; gives the one that is chosen.
fn more_cities(ui: &mut Ui, scene: &Scene<'_>, rest: &[CityCount]) -> Option<String> {
    if rest.is_empty() {
        return None;
    }
    let more = scene.words.with("list-more-cities", &[("count", rest.len().into())]);
    let button = Chip::new(&more).opens().show(ui).response;
    let mut chosen = None;
    menu(&button, |ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for city in rest {
                let line = format!("{} {}", city.name, scene.formats.count(city.people));
                if ui.add(MenuItem::new(&line)).clicked() {
                    chosen = Some(city.key.clone());
                }
            }
        });
    });
    chosen
}

/// The largest cities of list 2, as many as there is room for.
fn beside(ui: &mut Ui, scene: &Scene<'_>, view: &ListView) {
    let soft = Tokens::of(ui).soft;
    let room = ui.available_width();
    let fits =
        |words: &String| ui.painter().layout_no_wrap(words.clone(), TextSize::Soft.font(), soft).size().x <= room;
    let words = (1..=CITIES_NAMED).rev().map(|named| cities_in_words(scene, view, named)).find(fits);
    if let Some(words) = words {
        text(ui, &words, TextSize::Soft, soft);
    }
}

/// «Карлово 21 · София 19 · и още 9».
fn cities_in_words(scene: &Scene<'_>, view: &ListView, named: usize) -> String {
    let rest = view.cities.len().saturating_sub(named);
    let named = view.cities.iter().take(named);
    let mut parts: Vec<String> =
        named.map(|city| format!("{} {}", city.name, scene.formats.count(city.people))).collect();
    if rest > 0 {
        parts.push(scene.words.with("list-and-more", &[("count", rest.into())]));
    }
    parts.join(" · ")
}

/// What stands in the place of rows where there are none.
pub(super) fn no_match(ui: &mut Ui, scene: &Scene<'_>, filtered: bool) {
    let tokens = Tokens::of(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(space::XL);
        let words = scene.words;
        let (title, below) = if filtered {
            (words.get("list-nobody-matches"), words.get("list-nobody-matches-text"))
        } else {
            (words.get("list-nobody-here"), words.get("list-nobody-here-text"))
        };
        text(ui, &title, TextSize::Heading, tokens.ink);
        ui.add_space(space::XS);
        soft(ui, &below);
        ui.add_space(space::M);
    });
}
