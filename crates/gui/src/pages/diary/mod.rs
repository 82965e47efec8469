//! The diary: week calendar and agenda over the same entries, the pane of an entry, and the form of one.

mod action_chip;
mod agenda;
mod block;
mod carry;
mod chosen;
mod day_notes;
mod draft;
mod entry_form;
mod filter;
mod header;
mod layout;
mod looks;
mod move_form;
mod occasions;
mod outcome;
mod outcome_draft;
mod pane;
mod people_field;
mod questions;
mod recorded;
mod repeating;
mod strip;
mod training;
mod week;

use chrono::NaiveDate;
use egui::{Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use sponsor_core::command::Command;
use sponsor_core::model::{EntryId, EntryKind, PersonId};
use sponsor_core::query::Item;

use self::agenda::Wish;
use self::chosen::Chosen as ChosenPerson;
use self::draft::{EntryDraft, typed_day, typed_time};
use self::entry_form::{entry_form, next_hour, title_id};
use self::filter::Filter;
use self::layout::{minute, shifted, time_at, week_start};
pub(super) use self::looks::state_word;
pub(crate) use self::looks::{KINDS, action_word, kind_word, priority_look};
use self::pane::{PaneState, PaneWish, gone, pane, pane_frame};
use self::questions::{DaysQuestion, Details, EntryQuestion, NamesQuestion};
use self::week::{Chosen, Drag, Ghost, Week, WeekWish};
use crate::app::{FormKey, FormKind, Place, Scene};
use crate::icons;
use crate::pages::occasions::kept;
use crate::theme::{Tokens, space, width};
use crate::widgets::{Button, empty_state, opening, page_margin, soft};

/// The minute of the day to which the week is scrolled when it opens.
const MORNING: u32 = 8 * 60;

/// Width of the form of an entry.
const FORM: f32 = 484.0;
/// The least width of a day beside the pane or the form; where seven have less room there are fewer of them.
const DAY: f32 = 108.0;

/// How the entries are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Look {
    /// Седмица.
    #[default]
    Week,
    /// Предстоящо.
    Agenda,
}

/// What stands at the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    /// Nothing.
    #[default]
    Nothing,
    /// The pane of an entry.
    Entry(Chosen),
    /// The form of an entry that is changed.
    Edit(Chosen),
    /// The form of a new entry.
    New,
}

/// With what the form of a new entry begins.
#[derive(Clone, Debug, Default)]
struct Prefill {
    people: Vec<PersonId>,
    day: Option<NaiveDate>,
    hours: Option<(u32, u32)>,
    kind: Option<EntryKind>,
}

/// The page as it was left.
#[derive(Debug)]
pub struct DiaryPage {
    look: Look,
    shown: Option<NaiveDate>,
    go_to: String,
    filter: Filter,
    side: Side,
    pane: PaneState,
    prefill: Option<Prefill>,
    initial: Option<EntryDraft>,
    ghost: Option<Ghost>,
    drag: Option<Drag>,
    scroll_to: Option<u32>,
    follow: bool,
}

impl Default for DiaryPage {
    fn default() -> Self {
        Self {
            look: Look::Week,
            shown: None,
            go_to: String::new(),
            filter: Filter::default(),
            side: Side::Nothing,
            pane: PaneState::default(),
            prefill: None,
            initial: None,
            ghost: None,
            drag: None,
            scroll_to: Some(MORNING),
            follow: false,
        }
    }
}

impl DiaryPage {
    /// Turns to an entry, or one instance of a series, and to the day on which it stands.
    pub fn open_entry(&mut self, id: EntryId, instance: Option<NaiveDate>, day: Option<NaiveDate>) {
        self.show_entry((id, instance));
        self.follow = true;
        if let Some(day) = day {
            self.shown = Some(day);
        }
    }

    /// Opens the form that changes an entry.
    pub fn change_entry(&mut self, id: EntryId) {
        self.show_entry((id, None));
        self.side = Side::Edit((id, None));
        self.follow = true;
    }

    /// Turns to the week of a day.
    pub fn open_day(&mut self, day: NaiveDate) {
        self.look = Look::Week;
        self.shown = Some(day);
    }

    /// Opens the form of a new entry.
    pub fn begin_entry(&mut self, people: Vec<PersonId>, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.open_day(day);
        }
        self.begin(Prefill { people, day, ..Prefill::default() });
    }

    /// Opens the form of a new entry of a kind.
    pub fn begin_entry_of(&mut self, kind: EntryKind, people: Vec<PersonId>) {
        self.begin(Prefill { people, kind: Some(kind), ..Prefill::default() });
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.keys(ui);
        self.close_saved(scene);
        let prepared = self.prepare(scene);
        egui::Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = 0.0;
            self.header(ui, scene);
            self.filters(ui, scene);
            ui.add_space(space::M);
            let whole = ui.available_rect_before_wrap();
            let side = self.side_width();
            let edge = whole.right() - if side > 0.0 { side + space::L } else { 0.0 };
            let left = Rect::from_min_max(whole.min, pos2(edge, whole.bottom()));
            ui.scope_builder(UiBuilder::new().id_salt("entries").max_rect(left), |ui| self.entries(ui, scene));
            if side > 0.0 && prepared {
                let right = Rect::from_min_max(pos2(whole.right() - side, whole.top()), whole.max);
                ui.scope_builder(UiBuilder::new().id_salt("side").max_rect(right), |ui| self.side(ui, scene));
            }
        });
    }

    fn show_entry(&mut self, chosen: Chosen) {
        if self.side != Side::Entry(chosen) {
            self.pane = PaneState::default();
        }
        self.side = Side::Entry(chosen);
        self.ghost = None;
    }

    fn begin(&mut self, prefill: Prefill) {
        self.side = Side::New;
        self.prefill = Some(prefill);
    }

    fn close(&mut self) {
        self.side = match self.side {
            Side::Edit(chosen) => Side::Entry(chosen),
            Side::Entry(_) | Side::New | Side::Nothing => Side::Nothing,
        };
        self.ghost = None;
    }

    const fn side_width(&self) -> f32 {
        match self.side {
            Side::Nothing => 0.0,
            Side::Entry(_) => width::PANE,
            Side::New | Side::Edit(_) => FORM,
        }
    }

    /// The days of the week that have room: all of it, or beside the pane and the form fewer around the chosen one.
    fn days(&self, room: f32, scene: &Scene<'_>, items: &[Item]) -> (NaiveDate, usize) {
        let first = self.first_day(scene);
        let room = room - week::GUTTER;
        if self.side == Side::Nothing || room >= 7.0 * DAY {
            return (first, 7);
        }
        let fits = |count: &u8| f32::from(*count) * DAY <= room;
        let count = (3..=5_u8).rev().find(fits).unwrap_or(3);
        let ghost = self.ghost.as_ref().and_then(|ghost| ghost.when.first_day());
        let is_chosen = |item: &&Item| self.chosen() == Some((item.id, item.instance));
        let entry = || items.iter().find(is_chosen).and_then(|item| item.when.first_day());
        let within = |day: &NaiveDate| (0..7).contains(&(*day - first).num_days());
        let middle = ghost.or_else(entry).filter(within).or(Some(scene.today).filter(within));
        let before = middle.map_or(0, |day| (day - first).num_days()) - i64::from(count / 2);
        (shifted(first, before.clamp(0, 7 - i64::from(count))), count.into())
    }

    fn keys(&mut self, ui: &Ui) {
        let covered = ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui.ctx());
        if covered {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            if self.drag.take().is_none() && !std::mem::take(&mut self.pane.moving) {
                self.close();
            }
            return;
        }
        if ui.ctx().egui_wants_keyboard_input() {
            return;
        }
        let nothing = ui.memory(|memory| memory.focused().is_none());
        if pressed(Key::T) {
            self.shown = None;
        }
        if pressed(Key::PageUp) || (nothing && pressed(Key::ArrowLeft)) {
            self.step(-7, ui);
        }
        if pressed(Key::PageDown) || (nothing && pressed(Key::ArrowRight)) {
            self.step(7, ui);
        }
    }

    /// Goes some days on from the day that is shown; the day itself is known where the page is painted.
    fn step(&mut self, days: i64, ui: &Ui) {
        let today = ui.data(|data| data.get_temp::<NaiveDate>(today_id()));
        self.shown = self.shown.or(today).map(|day| shifted(day, days));
    }

    fn close_saved(&mut self, scene: &Scene<'_>) {
        match self.side {
            Side::New if scene.was_saved(&FormKey::new(FormKind::Entry)) => {
                self.initial = None;
                self.close();
            }
            Side::Edit((id, _)) if scene.was_saved(&FormKey::about(FormKind::Entry, id)) => self.close(),
            _ => {}
        }
    }

    /// Fills in the form of a new entry once the names are known; tells whether the side can be painted.
    fn prepare(&mut self, scene: &mut Scene<'_>) -> bool {
        let Some(prefill) = self.prefill.take() else { return true };
        let names = scene.ask_exact(&NamesQuestion { people: prefill.people.clone() });
        let Some(names) = names else {
            self.prefill = Some(prefill);
            return false;
        };
        let people: Vec<_> =
            names.iter().map(|(id, name)| ChosenPerson { id: *id, name: name.clone(), new: false }).collect();
        let key = FormKey::new(FormKind::Entry);
        let begun = EntryDraft { people: people.clone(), ..Self::empty(scene, &prefill) };
        if scene.drafts.is_touched(&key) {
            let draft = scene.form(&key, || begun.clone());
            let new = people.into_iter().filter(|one| draft.people.iter().all(|known| known.id != one.id));
            let new: Vec<_> = new.collect();
            draft.people.extend(new);
            put_time(draft, &prefill);
        } else {
            scene.drafts.forget(&key);
        }
        // What the form begins with, now or when what was typed is given up.
        self.initial = Some(begun);
        true
    }

    /// An empty form: on the day that was pointed at, else today at the next hour.
    fn empty(scene: &Scene<'_>, prefill: &Prefill) -> EntryDraft {
        let day = prefill.day.unwrap_or(scene.today);
        let mut draft = EntryDraft::empty(scene.new_entry(), day, scene.frame.settings.reminder_minutes);
        if prefill.hours.is_none() && day == scene.today {
            draft.from = typed_time(next_hour(scene.now.local.time()));
        }
        if let Some(kind) = prefill.kind {
            draft.kind = kind;
            // A task is for the day; its hour is said if it has one.
            if kind == EntryKind::Task {
                draft.from.clear();
            }
        }
        put_time(&mut draft, prefill);
        draft
    }

    fn first_day(&self, scene: &Scene<'_>) -> NaiveDate {
        week_start(self.shown.unwrap_or(scene.today), scene.frame.settings.week_starts)
    }

    fn chosen(&self) -> Option<Chosen> {
        match self.side {
            Side::Entry(chosen) | Side::Edit(chosen) => Some(chosen),
            Side::New | Side::Nothing => None,
        }
    }

    fn filters(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.horizontal(|ui| {
            self.filter.ui(ui, scene);
            let first = self.first_day(scene);
            let week = DaysQuestion { from: first, to: shifted(first, 6) };
            let empty = self.look == Look::Week && scene.ask_exact(&week).is_some_and(|items| items.is_empty());
            if empty && self.side == Side::Nothing {
                ui.add_space(space::S);
                soft(ui, &scene.words.get("diary-week-free"));
            }
        });
    }

    fn entries(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.data_mut(|data| data.insert_temp(today_id(), scene.today));
        match self.look {
            Look::Week => self.week(ui, scene),
            Look::Agenda => self.agenda(ui, scene),
        }
    }

    fn week(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let first = self.first_day(scene);
        let answer = scene.ask(&DaysQuestion { from: first, to: shifted(first, 6) });
        if answer.is_none() {
            opening(ui, &scene.words.get("page-opens"));
        }
        let items: Vec<Item> = answer
            .iter()
            .flat_map(|items| items.iter())
            .filter(|item| self.filter.lets_through(item))
            .cloned()
            .collect();
        let occasions = kept(scene, first, shifted(first, 6));
        let (first, count) = self.days(ui.available_width(), scene, &items);
        let week = Week {
            first,
            count,
            items: &items,
            chosen: self.chosen(),
            ghost: self.ghost.as_ref(),
            edited: matches!(self.side, Side::Edit(_)),
            scroll_to: self.scroll_to.take(),
            occasions: &occasions,
        };
        match week.show(ui, scene, &mut self.drag) {
            Some(WeekWish::Open(chosen)) => self.show_entry(chosen),
            Some(WeekWish::Move(carry)) => {
                let (entry, instance) = carry.entry;
                scene.run(Command::MoveEntry { entry, instance, to: carry.to });
            }
            Some(WeekWish::Person(person)) => scene.go(Place::Person(person)),
            Some(WeekWish::New { day, hours }) => {
                self.begin(Prefill { day: Some(day), hours, ..Prefill::default() });
            }
            None => {}
        }
    }

    fn agenda(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let (from, to) = (scene.today, shifted(scene.today, agenda::DAYS - 1));
        let Some(answer) = scene.ask_exact(&DaysQuestion { from, to }) else { return };
        let items: Vec<&Item> = answer.iter().filter(|item| self.filter.lets_through(item)).collect();
        let occasions = kept(scene, from, to);
        if items.is_empty() && occasions.is_empty() {
            let words = scene.words;
            let [title, text, new] =
                ["diary-agenda-empty", "diary-agenda-empty-text", "new-entry"].map(|key| words.get(key));
            let button = |ui: &mut Ui| ui.add(Button::primary(&new).icon(icons::ADD)).clicked();
            let mut pressed = false;
            empty_state(ui, icons::CALENDAR, &title, &text, |ui| pressed = button(ui));
            if pressed {
                self.begin(Prefill::default());
            }
        } else {
            match agenda::agenda(ui, scene, &items, &occasions, self.chosen()) {
                Some(Wish::Entry(chosen)) => self.show_entry(chosen),
                Some(Wish::Person(person)) => scene.go(Place::Person(person)),
                None => {}
            }
        }
    }

    fn side(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let tokens = Tokens::of(ui);
        let form = matches!(self.side, Side::New | Side::Edit(_));
        let frame =
            if form { pane_frame(&tokens).stroke(egui::Stroke::new(1.0, tokens.accent)) } else { pane_frame(&tokens) };
        frame.show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            match self.side {
                Side::Nothing => {}
                Side::New => self.form(ui, scene, None),
                Side::Entry(chosen) | Side::Edit(chosen) => self.about(ui, scene, chosen),
            }
        });
    }

    fn about(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, (id, instance): Chosen) {
        let Some(answer) = scene.ask_exact(&EntryQuestion { id, instance }) else { return };
        let Some(details) = answer.as_ref() else {
            if gone(ui, scene) {
                self.side = Side::Nothing;
            }
            return;
        };
        if std::mem::take(&mut self.follow) {
            self.shown = details.item.when.first_day().or(self.shown);
            self.scroll_to = details.item.when.time().map(|time| minute(time).saturating_sub(120));
        }
        if matches!(self.side, Side::Edit(_)) {
            self.form(ui, scene, Some(details));
            return;
        }
        match ui.push_id((id, instance), |ui| pane(ui, scene, &mut self.pane, details)).inner {
            Some(PaneWish::Close) => self.close(),
            Some(PaneWish::Edit) => self.side = Side::Edit((id, instance)),
            None => {}
        }
    }

    fn form(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, about: Option<&Details>) {
        let key = about
            .map_or_else(|| FormKey::new(FormKind::Entry), |details| FormKey::about(FormKind::Entry, details.entry.id));
        let fallback = self.initial.clone().unwrap_or_else(|| Self::empty(scene, &Prefill::default()));
        let initial = || {
            about.map_or_else(
                || fallback.clone(),
                |details| EntryDraft::of(&details.entry, |id| details.name(id).to_owned()),
            )
        };
        if about.is_none() && self.initial.is_none() {
            self.initial = Some(fallback.clone());
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(title_id()));
        }
        let answer = entry_form(ui, scene, &key, about, initial);
        let (title, people) = (answer.title, answer.people);
        self.ghost = answer.when.map(|when| Ghost { when, title, people });
        if answer.close {
            self.close();
        }
    }
}

/// Where the page keeps which day is today, for its keys.
fn today_id() -> egui::Id {
    egui::Id::unique("diary today")
}

/// Puts the day and hours that were pointed at in a form.
fn put_time(draft: &mut EntryDraft, prefill: &Prefill) {
    if let Some(day) = prefill.day {
        draft.day = typed_day(day);
    }
    if let Some((from, to)) = prefill.hours {
        draft.all_day = false;
        draft.from = typed_time(time_at(from));
        draft.to = if to >= layout::DAY_MINUTES { "24:00".to_owned() } else { typed_time(time_at(to)) };
    }
}
