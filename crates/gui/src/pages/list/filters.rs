//! Which of the lists is shown, what of it, and in which order.

use chrono::NaiveDate;
use egui::{Id, Ui};
use sponsor_core::model::{PersonId, Relation, Stage};
use sponsor_core::query::{CityCount, ListOrder, ListQuestion, ListView, WhichList};

use super::say;
use crate::app::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Chip, Field, MenuItem, Segmented, Tone, menu, soft, split, text};

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// List 1: own city.
    #[default]
    Home,
    /// List 2: other cities.
    Others,
    /// Without a city, waiting for one.
    NoCity,
    /// Kept, but on no list.
    OffList,
    /// The list of a partner.
    Partner(PersonId),
}

/// What the list is narrowed to.
#[derive(Debug, Default)]
pub(super) struct Filters {
    /// Which list.
    pub(super) shown: Shown,
    /// Of list 2, only this city: its folded name.
    pub(super) city: Option<String>,
    /// Words that the person's fields contain.
    pub(super) text: String,
    pub(super) stage: Option<Stage>,
    pub(super) relation: Option<Relation>,
    /// Only those who wait for a call.
    pub(super) waiting: bool,
    pub(super) order: ListOrder,
    pub(super) descending: bool,
    /// Whether the list with people on it was looked for at first sight.
    settled: bool,
    /// The name of the partner whose list is shown.
    pub(super) whose: String,
    /// The city that names typed in a row go on getting, though the one typed last stands on another list.
    pub(super) kept_city: Option<String>,
}

/// Cities that are shown as chips; the others stand in a menu.
const CITY_CHIPS: usize = 6;
/// Cities that are named beside list 1.
const CITIES_NAMED: usize = 3;

/// The id of the field that narrows the list by words.
pub(super) fn text_id() -> Id {
    Id::unique("list filter")
}

impl Filters {
    /// What is asked of the workspace.
    pub(super) fn question(&self, today: NaiveDate) -> ListQuestion {
        ListQuestion {
            which: match self.shown {
                Shown::Home => WhichList::Home,
                Shown::Others => WhichList::Others(self.city.clone()),
                Shown::NoCity => WhichList::NoCity,
                Shown::OffList => WhichList::OffList,
                Shown::Partner(partner) => WhichList::Partner(partner),
            },
            text: self.text.clone(),
            stage: self.stage,
            relation: self.relation,
            waiting: self.waiting,
            order: self.order,
            descending: self.descending,
            today,
        }
    }

    /// Whether the list is narrowed.
    pub(super) fn are_set(&self) -> bool {
        self.stage.is_some() || self.relation.is_some() || self.waiting || !self.text.trim().is_empty()
    }

    /// Shows everyone on the list again.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        (self.stage, self.relation, self.waiting) = (None, None, false);
    }

    /// Shows another list, as a person asked.
    pub(super) fn show(&mut self, shown: Shown) {
        self.turn_to(shown);
        self.kept_city = None;
    }

    /// Shows the whole of a list, because somebody on it is to be seen.
    pub(super) fn turn_to(&mut self, shown: Shown) {
        self.shown = shown;
        self.city = None;
        self.settled = true;
    }

    /// At first sight: the list that has people.
    pub(super) fn settle(&mut self, view: &ListView) {
        if !self.settled && view.home == 0 {
            if view.others > 0 {
                self.shown = Shown::Others;
            } else if view.no_city > 0 {
                self.shown = Shown::NoCity;
            }
        }
        self.settled = self.settled || view.home + view.others + view.no_city > 0;
    }

    /// The lists as one control, the cities beside or below it.
    pub(super) fn lists(&mut self, ui: &mut Ui, scene: &Scene<'_>, view: &ListView) {
        let mut shown = self.shown;
        let left = |ui: &mut Ui| {
            switch(ui, scene, view, &mut shown);
            ui.add_space(space::L);
            if self.shown == Shown::Home {
                beside(ui, scene, view);
            }
        };
        split(ui, height::BUTTON + 6.0, left, |_| {});
        if shown != self.shown {
            self.show(shown);
        }
        if self.shown == Shown::Others && view.cities.len() > 1 {
            ui.add_space(space::S);
            self.cities(ui, scene, view);
        }
        self.elsewhere(ui, scene);
    }

    /// Says that a list is shown that the control does not name, with the way back.
    fn elsewhere(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let name = match self.shown {
            Shown::OffList => scene.words.get("list-off-list"),
            Shown::Partner(_) => scene.words.with("list-of-partner", &[("name", self.whose.as_str().into())]),
            Shown::Home | Shown::Others | Shown::NoCity => return,
        };
        ui.add_space(space::S);
        let back = scene.words.get("list-back-to-mine");
        let chip = Chip::new(&name).icon(icons::LIST).removable(&back).show(ui);
        if chip.removed || chip.response.clicked() {
            self.show(Shown::Home);
        }
    }

    fn cities(&mut self, ui: &mut Ui, scene: &Scene<'_>, view: &ListView) {
        let before = self.city.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            let shown = |(index, city): &(usize, &CityCount)| *index < CITY_CHIPS || Some(&city.key) == before.as_ref();
            for (_, city) in view.cities.iter().enumerate().filter(shown) {
                let on = Some(&city.key) == before.as_ref();
                let count = scene.formats.count(city.people);
                if Chip::new(&city.name).count(&count).selected(on).show(ui).response.clicked() {
                    self.city = (!on).then(|| city.key.clone());
                }
            }
            let rest = view.cities.get(CITY_CHIPS..).unwrap_or_default();
            if let Some(city) = more_cities(ui, scene, rest) {
                self.city = Some(city);
            }
        });
        if self.city != before {
            self.kept_city = None;
        }
    }

    /// The ready views and filters, and the field that narrows by words.
    pub(super) fn chips(&mut self, ui: &mut Ui, scene: &Scene<'_>, view: &ListView) {
        let words = scene.words;
        let label = words.get("list-filter");
        let hint = words.get("list-filter-hint");
        let room = (ui.available_width() - 470.0).clamp(140.0, 260.0);
        let before = self.text.clone();
        let mut typed = before.clone();
        split(
            ui,
            height::FIELD,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                self.ready_views(ui, scene, view);
                self.stage_menu(ui, scene);
                self.relation_menu(ui, scene);
            },
            |ui| {
                ui.set_max_width(room);
                let field = Field::new(&label, &mut typed).hint(&hint).icon(icons::SEARCH).hide_label();
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| field.id(text_id()).width(room).show(ui));
            },
        );
        if typed != before {
            self.text = typed;
        }
    }

    fn ready_views(&mut self, ui: &mut Ui, scene: &Scene<'_>, view: &ListView) {
        let everyone = scene.words.get("list-everyone");
        let count = scene.formats.count(view.on_list);
        let all = Chip::new(&everyone).icon(icons::FILTER).count(&count).selected(!self.are_set());
        if all.show(ui).response.clicked() {
            self.clear();
        }
        let waits = scene.words.get("list-waiting");
        let count = scene.formats.count(view.waiting);
        let waiting = Chip::new(&waits).icon(icons::OVERDUE).tone(Tone::Urgent).count(&count).selected(self.waiting);
        if waiting.show(ui).response.clicked() {
            self.waiting = !self.waiting;
        }
    }

    fn stage_menu(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let choices = say::STAGES.map(|stage| (stage, say::stage(words, stage), Some(say::look(stage, None).icon())));
        choice_menu(ui, &mut self.stage, (&words.get("list-stage"), &words.get("list-any-stage")), &choices);
    }

    fn relation_menu(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let choices = say::RELATIONS.map(|relation| (relation, say::relation(words, relation), None));
        choice_menu(ui, &mut self.relation, (&words.get("list-relation"), &words.get("list-any-relation")), &choices);
    }

    /// The city that a new name of the shown list gets.
    pub(super) fn proposed_city(&self, scene: &Scene<'_>, view: &ListView) -> String {
        if let Some(city) = &self.kept_city {
            return city.clone();
        }
        match self.shown {
            Shown::Home => scene.frame.settings.home_city.clone(),
            Shown::Others => {
                let chosen = view.cities.iter().find(|city| Some(&city.key) == self.city.as_ref());
                chosen.map(|city| city.name.clone()).unwrap_or_default()
            }
            Shown::NoCity | Shown::OffList | Shown::Partner(_) => String::new(),
        }
    }
}

/// A chip that opens a menu with one choice, or none: `names` are its own name and that of «any».
fn choice_menu<T: Copy + PartialEq>(
    ui: &mut Ui,
    chosen: &mut Option<T>,
    names: (&str, &str),
    choices: &[(T, String, Option<char>)],
) {
    let known = choices.iter().find(|(value, ..)| Some(*value) == *chosen);
    let name = known.map_or(names.0, |(_, word, _)| word);
    let button = Chip::new(name).opens().selected(chosen.is_some()).show(ui).response;
    menu(&button, |ui| {
        if ui.add(MenuItem::new(names.1).chosen(chosen.is_none())).clicked() {
            *chosen = None;
        }
        for (value, word, sign) in choices {
            let item = MenuItem::new(word).chosen(*chosen == Some(*value));
            let item = match sign {
                Some(sign) => item.icon(*sign),
                None => item,
            };
            if ui.add(item).clicked() {
                *chosen = Some(*value);
            }
        }
    });
}

/// The lists that the control names, each with how many stand on it.
fn switch(ui: &mut Ui, scene: &Scene<'_>, view: &ListView, shown: &mut Shown) {
    let words = scene.words;
    let city = &scene.frame.settings.home_city;
    let home_name = if city.is_empty() {
        words.get("list-my-city")
    } else {
        words.with("list-my-city-named", &[("city", city.as_str().into())])
    };
    let (others, no_city) = (words.get("list-other-cities"), words.get("list-no-city"));
    let counts = [view.home, view.others, view.no_city].map(|count| scene.formats.count(count));
    let [home_count, others_count, no_city_count] = &counts;
    let name = words.get("list-which");
    let waits = view.no_city > 0 || *shown == Shown::NoCity;
    let mut lists = Segmented::new(&name, shown)
        .accent()
        .full_option(Shown::Home, Some(icons::MY_CITY), &home_name, Some(home_count))
        .full_option(Shown::Others, Some(icons::OTHER_CITIES), &others, Some(others_count));
    if waits {
        lists = lists.full_option(Shown::NoCity, None, &no_city, Some(no_city_count));
    }
    lists.show(ui);
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
