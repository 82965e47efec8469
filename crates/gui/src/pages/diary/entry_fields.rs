//! The fields in the form of an entry.

use egui::{Color32, Id, Role, Ui, UiBuilder};
use sponsor_core::command::guesses_again;
use sponsor_core::model::{Action, Entry, EntryKind, Mode, PersonId, TaskNature, When};

use super::action_chip::{Counts, action_chip};
use super::chosen::{Chosen, ids};
use super::draft::{EntryDraft, Problem, typed_time};
use super::entry_form::soft_if_room;
use super::looks::{KINDS, PRIORITIES, kind_word, priority_look, said_shortly};
use super::people_field::{PeopleAnswer, PeopleField};
use super::questions::{Details, GuessQuestion, TakenQuestion};
use super::said_kind::said_kind;
use crate::app::{Scene, kind_icon};
use crate::format::parse;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{
    Below, Chip, Field, Segmented, Select, checkbox, date_field, key_cap, soft, split, text, text_cut, time_field,
};

/// The box before «цял ден», and the gaps at its words.
const BOX: f32 = 48.0;
/// Up to this width the chips of a row stand close.
const NARROW: f32 = 380.0;
/// Minutes before the start at which a person can be reminded.
const REMINDERS: [u32; 6] = [0, 10, 30, 60, 120, 1440];

/// What the entry that is changed counts in, where nothing is changed from which that is guessed.
fn kept_action(draft: &EntryDraft, about: Option<&Details>) -> Option<Action> {
    let before = &about?.entry;
    let (kind, title, people) = (draft.kind, draft.title(), ids(&draft.people));
    let after = Entry { kind, title, people, ..before.clone() };
    if guesses_again(before, &after) { None } else { before.action.clone() }
}

/// The row of the plan in which the entry will count: the chosen one, else as it was, else as it is guessed.
pub(super) fn shown_action(scene: &mut Scene<'_>, draft: &EntryDraft, about: Option<&Details>) -> Option<Action> {
    if draft.action_chosen {
        return draft.action.clone();
    }
    let guess = GuessQuestion {
        kind: draft.kind,
        title: draft.title(),
        people: draft.people.iter().filter(|one| !one.new).map(|one| one.id).collect(),
        training: about.is_some_and(|details| details.entry.training.is_some()),
    };
    let guessed = scene.ask(&guess).and_then(|guess| (*guess).clone());
    kept_action(draft, about).or(guessed)
}

/// The fields over a draft.
pub(super) struct Fields<'a> {
    /// What is typed.
    pub(super) draft: &'a mut EntryDraft,
    /// The entry that is changed.
    pub(super) about: Option<&'a Details>,
}

impl Fields<'_> {
    /// Shows all fields; tells whether Enter was pressed in one of a single line.
    pub(super) fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let words = scene.words;
        let problems = if self.draft.tried { self.draft.problems(scene.now, scene.today) } else { Vec::new() };
        if self.about.is_some_and(|details| details.entry.repeat.is_some()) {
            let tokens = Tokens::of(ui);
            text(ui, &words.get("diary-series-note"), TextSize::Soft, tokens.important);
        }
        let mut committed = self.title(ui, scene, &problems);
        self.offer_when(ui, scene);
        self.kinds(ui, scene);
        self.action(ui, scene);
        committed |= self.times(ui, scene, &problems);
        self.all_day(ui, scene);
        committed |= self.place(ui, scene);
        committed |= self.people(ui, scene);
        self.priorities(ui, scene);
        committed |= self.rhythm(ui, scene, &problems);
        committed |= self.count(ui, scene, &problems);
        let label = words.get("diary-note");
        Field::new(&label, &mut self.draft.note).rows(2).show(ui);
        committed
    }

    fn title(&mut self, ui: &mut Ui, scene: &Scene<'_>, problems: &[Problem]) -> bool {
        let label = scene.words.get("diary-title");
        let hint = scene.words.get("diary-title-hint");
        let wrong = if problems.contains(&Problem::Title) {
            Some("error-empty-title")
        } else {
            problems.contains(&Problem::TooLong).then_some("error-text-too-long")
        };
        let below = wrong.map(|key| Below::Error(scene.words.get(key)));
        let field = Field::new(&label, &mut self.draft.title).hint(&hint).hide_label().id(title_id()).below(below);
        let answer = field.show(ui);
        if answer.response.changed() && !self.draft.kind_chosen {
            self.draft.kind = said_kind(&self.draft.title).unwrap_or(EntryKind::Meeting);
        }
        answer.committed
    }

    /// The kinds in one row, with their icons where these have room; with large text in two rows.
    fn kinds(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let room = ui.available_width();
        let named = KINDS.map(|kind| (kind, kind_word(scene.words, kind)));
        let chip = |at: &(EntryKind, String), icons: bool| {
            let chip = Chip::new(&at.1).narrow();
            if icons { chip.icon(kind_icon(Some(at.0))) } else { chip }.natural_width(ui)
        };
        let one_row = |icons: bool| named.iter().map(|one| chip(one, icons) + space::XS).sum::<f32>() - space::XS;
        let (icons, each) = if one_row(true) <= room {
            (true, named.len())
        } else if one_row(false) <= room {
            (false, named.len())
        } else {
            (true, 3)
        };
        let spare = (room - one_row(icons)).max(0.0) / 6.0;
        let widths = named.each_ref().map(|one| chip(one, icons) + spare);
        let third = (room - 2.0 * space::XS) / 3.0;
        let all: Vec<_> = named.iter().zip(widths).collect();
        for row in all.chunks(each) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for ((kind, word), width) in row {
                    let chip = Chip::new(word).selected(self.draft.kind == *kind).narrow();
                    let chip = if icons { chip.icon(kind_icon(Some(*kind))) } else { chip };
                    if chip.width(if each == 3 { third } else { *width }).show(ui).response.clicked() {
                        self.draft.kind = *kind;
                        self.draft.kind_chosen = true;
                    }
                }
            });
        }
    }

    fn action(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let shown = shown_action(scene, self.draft, self.about);
        let guessed = !self.draft.action_chosen && shown.is_some();
        let by = if self.draft.people.is_empty() { "diary-guessed-by-kind" } else { "diary-guessed-by-people" };
        let (chosen, _) = split(
            ui,
            height::BUTTON_SMALL,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let chosen = action_chip(ui, scene, shown.as_ref());
                if guessed {
                    soft_if_room(ui, &scene.words.get(by));
                }
                chosen
            },
            |ui| key_cap(ui, "Ctrl B"),
        );
        if let Some(Counts(chosen)) = chosen {
            self.draft.action = chosen;
            self.draft.action_chosen = true;
        }
    }

    fn times(&mut self, ui: &mut Ui, scene: &Scene<'_>, problems: &[Problem]) -> bool {
        let words = scene.words;
        let mut committed = false;
        let [day, last_day, from, to] =
            ["diary-date", "diary-last-date", "diary-from", "diary-to"].map(|key| words.get(key));
        let width = ui.available_width() - 2.0 * space::S;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let empty = problems.contains(&Problem::Day) && self.draft.day.trim().is_empty();
            ui.vertical(|ui| {
                ui.set_width(width * 0.42);
                committed |= date_field(ui, words, Field::new(&day, &mut self.draft.day), scene.today).field.committed;
                wrong(ui, scene, empty, "diary-day-missing");
            });
            if self.draft.all_day {
                let field = Field::new(&last_day, &mut self.draft.last_day).width(width * 0.42);
                ui.vertical(|ui| {
                    ui.set_width(width * 0.42);
                    committed |= date_field(ui, words, field, scene.today).field.committed;
                    wrong(ui, scene, problems.contains(&Problem::LastDay), "error-end-before-start");
                });
                return;
            }
            let field = Field::new(&from, &mut self.draft.from).width(width * 0.29);
            let answer = time_field(ui, words, field).field;
            committed |= answer.committed;
            self.keep_length(ui, &answer.response);
            committed |= self.until(ui, scene, &to, width * 0.29);
        });
        committed
    }

    /// Another start takes an end that was typed as an hour along: the entry stays as long as it was.
    fn keep_length(&mut self, ui: &Ui, from: &egui::Response) {
        let id = from.id.with("length");
        if from.gained_focus() {
            let before = (self.draft.from.clone(), self.draft.to.clone());
            ui.data_mut(|data| data.insert_temp(id, before));
        }
        if !from.changed() {
            return;
        }
        let before: Option<(String, String)> = ui.data(|data| data.get_temp(id));
        let read =
            |(from, to): (String, String)| parse::time(&from).zip(parse::time(&to)).filter(|(from, to)| to > from);
        let Some(((start, end), now)) = before.and_then(read).zip(parse::time(&self.draft.from)) else { return };
        let (end, days) = now.overflowing_add_signed(end - start);
        if days == 0 {
            self.draft.to = typed_time(end);
        }
    }

    /// «цял ден», and what else is at that time: beside it, or below where it has no room.
    fn all_day(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let all_day = scene.words.get("diary-all-day");
        let busy = self.busy(ui, scene);
        let wide = |words: &str| {
            ui.painter().layout_no_wrap(words.to_owned(), TextSize::Soft.font(), Tokens::of(ui).soft).size().x
        };
        let beside = busy.as_ref().is_some_and(|(words, _)| wide(words) + wide(&all_day) + BOX <= ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            checkbox(ui, &mut self.draft.all_day, &all_day, false);
            if let Some((words, colour)) = busy.as_ref().filter(|_| beside) {
                text(ui, words, TextSize::Soft, *colour);
            }
        });
        if let Some((words, colour)) = busy.filter(|_| !beside) {
            text_cut(ui, &words, TextSize::Soft, colour);
        }
    }

    /// «До» takes the end or how long it lasts.
    fn until(&mut self, ui: &mut Ui, scene: &Scene<'_>, label: &str, width: f32) -> bool {
        let end = self.draft.end(scene.now, scene.today).map(|end| scene.formats.time(end));
        let not_understood = scene.words.get("not-understood-duration");
        let usual = self.draft.usual_minutes().filter(|_| !self.draft.from.trim().is_empty());
        let hint = usual.map(|minutes| scene.formats.duration(minutes)).unwrap_or_default();
        let field = Field::new(label, &mut self.draft.to).hint(&hint).width(width);
        let answer = field.show_with(ui, |text, focused| match end {
            None if text.trim().is_empty() => None,
            Some(end) => Some(Below::Understood(end)),
            None if focused => Some(Below::Note(not_understood)),
            None => Some(Below::Error(not_understood)),
        });
        answer.committed
    }

    /// What else is at that time, in words and their colour.
    fn busy(&self, ui: &Ui, scene: &mut Scene<'_>) -> Option<(String, Color32)> {
        let Ok(When::Timed { start, minutes, zone }) = self.draft.when(scene.now, scene.today) else { return None };
        let taken = scene.ask_exact(&TakenQuestion { start, minutes, zone, except: self.draft.id })?;
        let tokens = Tokens::of(ui);
        let Some(first) = taken.first() else { return Some((scene.words.get("diary-free"), tokens.accent)) };
        let others = taken.len().saturating_sub(1);
        let what = said_shortly(scene.formats, scene.words, first);
        let values = [("what", what.into()), ("others", others.into())];
        let key = if others > 0 { "diary-taken-more" } else { "diary-taken" };
        Some((scene.words.with(key, &values), tokens.important))
    }

    fn place(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let words = scene.words;
        let [label, mode, in_person, online] =
            ["diary-place", "diary-mode", "in-person", "online"].map(|key| words.get(key));
        let switch = 212.0;
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let width = ui.available_width() - switch - space::S;
            committed = Field::new(&label, &mut self.draft.place).icon(icons::PLACE).width(width).show(ui).committed;
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                soft(ui, &mode);
                Segmented::new(&mode, &mut self.draft.mode)
                    .icon_option(Some(Mode::InPerson), icons::IN_PERSON, &in_person)
                    .icon_option(Some(Mode::Online), icons::ONLINE, &online)
                    .width(switch)
                    .show(ui);
            });
        });
        committed
    }

    fn people(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let label = scene.words.get("diary-people");
        let hint = scene.words.get("diary-people-hint");
        soft(ui, &label);
        let field = PeopleField { label: &label, hint: &hint, takes_new: true };
        let offered = self.name_people(scene);
        let answer = field.show(ui, scene, &self.draft.people, &mut self.draft.person);
        let committed = answer.committed;
        let id = scene.new_person();
        let removed = answer.removed.and_then(|at| self.draft.people.get(at)).map(|one| one.id);
        self.draft.not_these.extend(removed);
        take_in(&mut self.draft.people, answer, id);
        self.offer(ui, scene, offered);
        committed
    }

    fn priorities(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let label = scene.words.get("diary-priority");
        let named =
            UiBuilder::new().id_salt("priority").accessibility_role(Role::RadioGroup).accessibility_label(&label);
        let narrow = ui.available_width() < NARROW;
        ui.scope_builder(named, |ui| {
            ui.horizontal_wrapped(|ui| self.priority_chips(ui, scene, narrow));
        });
    }

    fn priority_chips(&mut self, ui: &mut Ui, scene: &Scene<'_>, narrow: bool) {
        ui.spacing_mut().item_spacing.x = space::XS;
        for priority in PRIORITIES {
            let look = priority_look(priority);
            let word = look.word(scene.words);
            let chip = Chip::new(&word).icon(look.icon()).tone(look.tone()).selected(self.draft.priority == priority);
            let chip = if narrow { chip.narrow() } else { chip };
            if chip.show(ui).response.clicked() {
                self.draft.priority = priority;
            }
        }
    }

    fn count(&mut self, ui: &mut Ui, scene: &Scene<'_>, problems: &[Problem]) -> bool {
        let words = scene.words;
        let label = words.get("diary-count");
        let below = problems.contains(&Problem::Count).then(|| Below::Error(words.get("error-count")));
        let half = (ui.available_width() - space::S) / 2.0;
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            committed = Field::new(&label, &mut self.draft.count).hint("1").width(half).below(below).show(ui).committed;
            if self.draft.kind == EntryKind::Task {
                let nature = words.get("diary-nature");
                Select::new(&nature, &mut self.draft.nature)
                    .option(None, words.get("diary-nature-task"))
                    .option(Some(TaskNature::MyPromise), words.get("diary-nature-my-promise"))
                    .option(Some(TaskNature::TheirPromise), words.get("diary-nature-their-promise"))
                    .option(Some(TaskNature::InformationAsked), words.get("diary-nature-information"))
                    .width(half)
                    .show(ui);
            }
        });
        committed
    }
}

/// The id of the title's field, so that a form that opens begins there.
pub(super) fn title_id() -> Id {
    Id::unique("diary entry title")
}

/// Takes over what a field for people said.
pub(super) fn take_in(people: &mut Vec<Chosen>, answer: PeopleAnswer, new_id: PersonId) {
    if let Some(at) = answer.removed.filter(|at| *at < people.len()) {
        people.remove(at);
    }
    if let Some(one) = answer.chosen {
        people.push(Chosen::of(one.id, one.name));
    }
    if let Some(name) = answer.new {
        people.push(Chosen { new: true, ..Chosen::of(new_id, name) });
    }
}

/// Says what is wrong below a field, where it is.
pub(super) fn wrong(ui: &mut Ui, scene: &Scene<'_>, is: bool, key: &str) {
    if is {
        let tokens = Tokens::of(ui);
        text(ui, &scene.words.get(key), TextSize::Soft, tokens.urgent);
    }
}

/// How long before its start one is reminded.
pub(super) fn reminders(ui: &mut Ui, scene: &Scene<'_>, draft: &mut EntryDraft, width: f32) {
    let remind = scene.words.get("diary-reminder");
    let none = [(None, scene.words.get("diary-reminder-none"))];
    let own = draft.reminder.filter(|own| !REMINDERS.contains(own));
    let some = REMINDERS.into_iter().chain(own).map(|minutes| (Some(minutes), reminder_words(scene, minutes)));
    let options = none.into_iter().chain(some);
    Select::new(&remind, &mut draft.reminder).options(options).icon(icons::REMINDER).width(width).show(ui);
}

fn reminder_words(scene: &Scene<'_>, minutes: u32) -> String {
    match minutes {
        0 => scene.words.get("diary-reminder-at-start"),
        1440 => scene.words.get("diary-reminder-day-before"),
        _ => scene.words.with("diary-reminder-before", &[("duration", scene.formats.duration(minutes).into())]),
    }
}
