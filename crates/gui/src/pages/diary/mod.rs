//! The diary: month, week, day, agenda and chronicle over the same entries, the pane of an entry, and the form of one.

mod action_chip;
mod agenda;
mod begun;
mod block;
mod carry;
mod chosen;
mod chronicle;
mod crowd;
mod day_notes;
mod draft;
mod drag;
mod entry_fields;
mod entry_form;
mod export;
mod filter;
mod grid;
mod header;
mod keys;
mod layout;
mod looks;
mod month;
mod move_form;
mod named;
mod occasions;
mod outcome;
mod outcome_draft;
mod outcome_here;
mod painted;
mod pane;
mod people_field;
mod questions;
mod recorded;
mod repeat_fields;
mod repeating;
mod said_kind;
mod said_when;
mod series_ask;
mod strip;
mod training;
mod two_plus_one;
mod undated;
mod views;
mod week;

use chrono::NaiveDate;
use egui::{Rect, Ui, UiBuilder, pos2};
use sponsor_core::model::{EntryId, EntryKind, PersonId, When};
use sponsor_core::query::Item;

use self::chronicle::ChronicleState;
use self::draft::EntryDraft;
use self::drag::Drag;
use self::filter::Filter;
use self::layout::{shifted, week_start};
pub(super) use self::looks::state_word;
pub(crate) use self::looks::{KINDS, action_word, kind_word, priority_look};
pub(crate) use self::outcome_here::{outcome_first_field, outcome_here, outcome_key_of};
use self::pane::PaneState;
use self::questions::entry_key;
pub(crate) use self::repeating::repeat_word;
use self::series_ask::Asked;
use self::undated::Undated;
pub use self::views::Look;
use self::week::{Chosen, Ghost};
use crate::app::{FormKey, FormKind, Scene};
use crate::theme::{space, width};
use crate::widgets::page_margin;

/// The minute of the day to which the week is scrolled when it opens.
const MORNING: u32 = 8 * 60;

/// Width of the form of an entry: this much of the window, within these limits.
const FORM: f32 = 0.31;
const NARROWEST_FORM: f32 = 396.0;
const WIDEST_FORM: f32 = 484.0;
/// The least width of a day beside the pane or the form; where seven have less room there are fewer of them.
const DAY: f32 = 76.0;

/// For how many paintings an entry that is not there yet is waited for, to take the focus.
const SOON: u8 = 12;

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
    person: Option<PersonId>,
    day: Option<NaiveDate>,
    hours: Option<(u32, u32)>,
    /// The last day of what lasts whole days.
    last: Option<NaiveDate>,
    kind: Option<EntryKind>,
    /// A task that has no day yet.
    undated: bool,
}

impl Prefill {
    /// The form that it begins. With a person it is another one than without.
    fn key(&self) -> FormKey {
        self.person.map_or_else(|| FormKey::new(FormKind::Entry), |person| FormKey::entry_with(person, self.kind))
    }
}

/// The page as it was left.
#[derive(Debug)]
pub struct DiaryPage {
    look: Look,
    shown: Option<NaiveDate>,
    go_to: String,
    filter: Filter,
    out: export::DiaryExport,
    side: Side,
    pane: PaneState,
    /// The form of the new entry.
    new: FormKey,
    prefill: Option<Prefill>,
    initial: Option<EntryDraft>,
    ghost: Option<Ghost>,
    drag: Option<Drag>,
    /// An instance of a series that was put down elsewhere, while it is asked how much of the series goes.
    asked: Option<Asked>,
    undated: Undated,
    chronicle: ChronicleState,
    /// The day of the month that takes the focus.
    focus_day: Option<NaiveDate>,
    /// The day of the month that has it.
    month_day: Option<NaiveDate>,
    scroll_to: Option<u32>,
    /// The hours were scrolled to where one begins to look.
    opened: bool,
    /// The form that opens takes the keyboard and begins at its top.
    begins: bool,
    /// The entry that takes the focus when it is there: it was saved, moved, or its pane was closed.
    focus_entry: Option<(Chosen, u8)>,
    /// The last step by the keys, until it is surely seen.
    stepped: Option<drag::Stepped>,
    /// When the entry is that is to come into sight.
    reveal: Option<When>,
    follow: bool,
}

impl Default for DiaryPage {
    fn default() -> Self {
        Self {
            look: Look::Week,
            shown: None,
            go_to: String::new(),
            filter: Filter::default(),
            out: export::DiaryExport::default(),
            side: Side::Nothing,
            pane: PaneState::default(),
            new: FormKey::new(FormKind::Entry),
            prefill: None,
            initial: None,
            ghost: None,
            drag: None,
            asked: None,
            undated: Undated::default(),
            chronicle: ChronicleState::default(),
            focus_day: None,
            month_day: None,
            scroll_to: None,
            opened: false,
            begins: false,
            focus_entry: None,
            stepped: None,
            reveal: None,
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
    pub fn change_entry(&mut self, id: EntryId, instance: Option<NaiveDate>) {
        self.show_entry((id, instance));
        self.side = Side::Edit((id, instance));
        self.begins = true;
        self.follow = true;
    }

    /// Turns to a day, in the week where the days are not seen by themselves.
    pub fn open_day(&mut self, day: NaiveDate) {
        if !matches!(self.look, Look::Month | Look::Day) {
            self.look = Look::Week;
        }
        self.shown = Some(day);
    }

    /// How the entries are looked at.
    pub(crate) const fn look(&self) -> Look {
        self.look
    }

    /// Looks at the entries as they were looked at before.
    pub(crate) const fn set_look(&mut self, look: Look) {
        self.look = look;
    }

    /// Opens the form of a new entry.
    pub fn begin_entry(&mut self, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.open_day(day);
        }
        self.begin(Prefill { day, ..Prefill::default() });
    }

    /// Opens the form of a new entry with a person, of a kind if that was said.
    pub fn begin_entry_with(&mut self, person: PersonId, kind: Option<EntryKind>) {
        self.begin(Prefill { person: Some(person), kind, ..Prefill::default() });
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.keys(ui, scene);
        self.close_saved(scene);
        let prepared = self.prepare(scene);
        egui::Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = 0.0;
            self.header(ui, scene);
            self.filters(ui, scene);
            ui.add_space(space::M);
            let whole = ui.available_rect_before_wrap();
            let side = self.side_width(ui.ctx().content_rect().width());
            let edge = whole.right() - if side > 0.0 { side + space::L } else { 0.0 };
            let mut left = Rect::from_min_max(whole.min, pos2(edge, whole.bottom()));
            let beside = self.undated_width(ui, scene, left.width());
            let list = Rect::from_min_max(pos2(left.right() - beside, left.top()), left.max);
            if beside > 0.0 {
                left.max.x -= beside + space::L;
            }
            ui.scope_builder(UiBuilder::new().id_salt("entries").max_rect(left), |ui| self.entries(ui, scene));
            if beside > 0.0 {
                let list = UiBuilder::new().id_salt("undated").max_rect(list);
                let wish = ui.scope_builder(list, |ui| self.undated(ui, scene)).inner;
                self.grant(scene, wish);
            }
            if side > 0.0 && prepared {
                let right = Rect::from_min_max(pos2(whole.right() - side, whole.top()), whole.max);
                ui.scope_builder(UiBuilder::new().id_salt("side").max_rect(right), |ui| self.side(ui, scene));
            }
        });
        self.let_go(ui, scene);
        self.ask_about_series(ui, scene);
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
        self.begins = true;
        self.new = prefill.key();
        self.prefill = Some(prefill);
    }

    /// An entry takes the focus as soon as it is seen in its place and nothing else has it, or not at all.
    const fn focus_soon(&mut self, entry: Chosen) {
        self.focus_entry = Some((entry, SOON));
    }

    fn close(&mut self) {
        if let Side::Entry(chosen) = self.side {
            self.focus_soon(chosen);
        }
        self.side = match self.side {
            Side::Edit(chosen) => Side::Entry(chosen),
            Side::Entry(_) | Side::New | Side::Nothing => Side::Nothing,
        };
        self.ghost = None;
    }

    /// How wide the right side is in a window of this width.
    fn side_width(&self, window: f32) -> f32 {
        match self.side {
            Side::Nothing => 0.0,
            Side::Entry(_) => width::pane(window),
            Side::New | Side::Edit(_) => (window * FORM).clamp(NARROWEST_FORM, WIDEST_FORM),
        }
    }

    /// The days of the week that have room: all of it, or beside the pane and the form fewer around the chosen one.
    fn days(&self, room: f32, scene: &Scene<'_>, items: &[Item]) -> (NaiveDate, usize) {
        if self.look == Look::Day {
            return (self.day(scene.today), 1);
        }
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

    fn close_saved(&mut self, scene: &Scene<'_>) {
        match self.side {
            Side::New if scene.was_saved(&self.new) => {
                if let Some(begun) = self.initial.take() {
                    self.focus_soon((begun.id, None));
                }
                self.reveal = self.ghost.as_ref().map(|ghost| ghost.when);
                self.close();
            }
            Side::Edit(chosen) if scene.was_saved(&entry_key(chosen)) => self.saved(chosen),
            _ => {}
        }
    }

    fn first_day(&self, scene: &Scene<'_>) -> NaiveDate {
        week_start(self.day(scene.today), scene.frame.settings.week_starts)
    }

    fn chosen(&self) -> Option<Chosen> {
        match self.side {
            Side::Entry(chosen) | Side::Edit(chosen) => Some(chosen),
            Side::New | Side::Nothing => None,
        }
    }
}
