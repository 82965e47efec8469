//! The form of an entry, new or changed.

use chrono::Timelike as _;
use egui::{Key, Modifiers, ScrollArea, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::{Action, EntryKind, EntryState, Mode, PersonId, TaskNature, When};

use super::action_chip::{Counts, action_chip};
use super::chosen::{Chosen, new_people};
use super::draft::{EntryDraft, Problem};
use super::looks::{KINDS, PRIORITIES, action_word, entry_icon, kind_word, priority_look, said_shortly};
use super::pane::{foot_room, keep_foot};
use super::people_field::{PeopleAnswer, PeopleField, find};
use super::questions::{Details, GuessQuestion, NamedQuestion, TakenQuestion};
use super::said_kind::said_kind;
use super::repeating::{Rhythm, last_day_kept};
use crate::app::{FormKey, Scene, kind_icon, older_draft};
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{
    Below, Button, Chip, Field, Segmented, Select, Tone, checkbox, date_field, heading, keep_clear, key_cap, soft, split, text,
    time_field,
};

/// Minutes before the start at which a person can be reminded.
const REMINDERS: [u32; 6] = [0, 10, 30, 60, 120, 1440];

/// What became of the form in this frame.
#[derive(Debug)]
pub(super) struct FormAnswer {
    /// It is to close; what is typed stays.
    pub(super) close: bool,
    /// When the entry would be, for its ghost in the week.
    pub(super) when: Option<When>,
    /// What it would be called.
    pub(super) title: String,
    /// With whom.
    pub(super) people: Vec<String>,
}

/// Shows the form over its draft; `about` is the entry that is changed.
pub(super) fn entry_form(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    key: &FormKey,
    about: Option<&Details>,
    initial: impl Fn() -> EntryDraft,
) -> FormAnswer {
    let mut draft = scene.form(key, &initial).clone();
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    let mut save = !covered && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let mut close = head(ui, scene, about.is_some());
    let start_over = older_draft(ui, scene, key, (title_id(), &draft.title)).start_over;
    let foot_id = ui.scope_id().with("foot");
    let room = (ui.available_height() - foot_room(ui, foot_id)).max(120.0);
    ScrollArea::vertical().id_salt("entry form").max_height(room).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(ui.available_width() - space::XS);
        ui.spacing_mut().item_spacing.y = space::S;
        save |= Fields { draft: &mut draft, about }.show(ui, scene);
    });
    let foot = ui.scope(|ui| footer(ui, scene, &draft, about.is_some()));
    keep_foot(ui, foot_id, foot.response.rect.height());
    keep_clear(ui, foot.response.rect);
    let (pressed, cancelled) = foot.inner;
    save |= pressed;
    close |= cancelled;
    if save {
        if about.is_some() {
            // Where nothing was typed, what the entry has become since stays.
            draft = scene.drafts.rebased(key, &draft, &initial());
        }
        submit(scene, key, &mut draft, about);
    }
    let answer = FormAnswer {
        close,
        when: draft.when(scene.now, scene.today).ok(),
        title: draft.spoken_title(),
        people: draft.people.iter().map(|one| one.name.clone()).collect(),
    };
    if !start_over {
        let stored = scene.form(key, initial);
        if *stored != draft {
            *stored = draft;
        }
    }
    answer
}

fn submit(scene: &mut Scene<'_>, key: &FormKey, draft: &mut EntryDraft, about: Option<&Details>) {
    match draft.entry(about.map(|details| &details.entry), scene.now, scene.today) {
        Err(_) => draft.tried = true,
        Ok(entry) => {
            let new = new_people(&draft.people, scene.today);
            let command =
                if about.is_some() { Command::edit_entry(entry, new) } else { Command::add_entry(entry, new) };
            scene.save(key.clone(), command);
        }
    }
}

/// The title of the form; tells whether it is to close.
fn head(ui: &mut Ui, scene: &Scene<'_>, changes: bool) -> bool {
    let title = scene.words.get(if changes { "diary-change-entry" } else { "new-entry" });
    let close = scene.words.get("close");
    let closes = |ui: &mut Ui| ui.add(Button::quiet_icon(icons::CLOSE, &close)).clicked();
    split(ui, 34.0, |ui| heading(ui, &title), closes).1
}

fn footer(ui: &mut Ui, scene: &mut Scene<'_>, draft: &EntryDraft, changes: bool) -> (bool, bool) {
    let words = scene.words;
    ui.add_space(space::S);
    if (!changes && !draft.title().is_empty()) || !draft.person.trim().is_empty() {
        will_be_created(ui, scene, draft);
    }
    let (save, cancel) = (words.get("save"), words.get("cancel"));
    let ((), pressed) = split(
        ui,
        34.0,
        |ui| drop(soft(ui, &words.get("diary-kept-while-typing"))),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let saved = ui.add(Button::primary(&save).keys("Ctrl ↵")).clicked();
            (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
        },
    );
    pressed
}

/// What saving will create: the entry, its reminder, people who come to the list.
fn will_be_created(ui: &mut Ui, scene: &mut Scene<'_>, draft: &EntryDraft) {
    let waits = draft.person.trim();
    // Who is on the list already is to be chosen, not called new.
    let known = !find(scene, waits, &super::chosen::ids(&draft.people)).is_empty();
    let tokens = Tokens::of(ui);
    let action = shown_action(scene, draft, None);
    // A training is called so, whatever kind of entry it is.
    let called = action.as_ref().filter(|action| draft.action_chosen || **action == Action::Training);
    let what = called
        .map_or_else(|| kind_word(scene.words, draft.kind).to_lowercase(), |action| action_word(scene.words, action));
    let when = draft.when(scene.now, scene.today).ok();
    let day = when.and_then(|when| when.first_day()).map(|day| scene.formats.date_near(day, scene.today));
    let hour = when.and_then(|when| when.time()).map(|time| scene.formats.time(time));
    let entry = [Some(what), day, hour].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    egui::Frame::new().fill(tokens.accent_soft).corner_radius(crate::theme::radius::BUTTON).inner_margin(10).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            text(ui, &scene.words.get("will-be-created"), TextSize::Soft, tokens.accent);
            ui.horizontal_wrapped(|ui| {
                pill(ui, entry_icon(draft.kind, EntryState::Planned, action.as_ref()), &entry);
                let start = when.and_then(|when| when.time()).zip(draft.reminder);
                if let Some((start, before)) = start {
                    let at = start.overflowing_sub_signed(chrono::TimeDelta::minutes(before.into())).0;
                    let reminder = scene.words.with("diary-reminder-at", &[("time", scene.formats.time(at).into())]);
                    pill(ui, icons::REMINDER, &reminder);
                }
                for person in draft.people.iter().filter(|person| person.new) {
                    pill(ui, icons::ADD_PERSON, &person.name);
                }
                if !waits.is_empty() {
                    let key = if known { "diary-choose-person" } else { "diary-not-added-yet" };
                    let words = scene.words.with(key, &[("name", waits.into())]);
                    ui.add(crate::widgets::Pill::new(&words).icon(icons::QUESTION).tone(Tone::Important));
                }
            });
        },
    );
    ui.add_space(space::S);
}

fn pill(ui: &mut Ui, icon: char, words: &str) {
    ui.add(crate::widgets::Pill::new(words).icon(icon).tone(Tone::Card));
}

/// What the entry that is changed counts in, where nothing is changed from which that is guessed.
fn kept_action(draft: &EntryDraft, about: Option<&Details>) -> Option<Action> {
    let before = &about?.entry;
    let (kind, title, people) = (draft.kind, draft.title(), super::chosen::ids(&draft.people));
    let after = sponsor_core::model::Entry { kind, title, people, ..before.clone() };
    if sponsor_core::command::guesses_again(before, &after) { None } else { before.action.clone() }
}

/// The row of the plan in which the entry will count: the chosen one, else as it was, else as it is guessed.
fn shown_action(scene: &mut Scene<'_>, draft: &EntryDraft, about: Option<&Details>) -> Option<Action> {
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
struct Fields<'a> {
    draft: &'a mut EntryDraft,
    about: Option<&'a Details>,
}

impl Fields<'_> {
    /// Shows all fields; tells whether Enter was pressed in one of a single line.
    fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let words = scene.words;
        let problems = if self.draft.tried { self.draft.problems(scene.now, scene.today) } else { Vec::new() };
        if self.about.is_some_and(|details| details.entry.repeat.is_some()) {
            let tokens = Tokens::of(ui);
            text(ui, &words.get("diary-series-note"), TextSize::Soft, tokens.important);
        }
        let mut committed = self.title(ui, scene, &problems);
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
        let (chosen, _) = split(
            ui,
            28.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let chosen = action_chip(ui, scene, shown.as_ref());
                if guessed {
                    soft(ui, &scene.words.get("diary-guessed"));
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
            committed |= time_field(ui, words, field).field.committed;
            committed |= self.until(ui, scene, &to, width * 0.29);
        });
        committed
    }

    /// «цял ден», and what else is at that time.
    fn all_day(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let all_day = scene.words.get("diary-all-day");
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            checkbox(ui, &mut self.draft.all_day, &all_day, false);
            self.busy(ui, scene);
        });
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

    /// What else is at that time.
    fn busy(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let Ok(When::Timed { start, minutes, zone }) = self.draft.when(scene.now, scene.today) else { return };
        let question = TakenQuestion { start, minutes, zone, except: self.draft.id };
        let Some(taken) = scene.ask_exact(&question) else { return };
        let tokens = Tokens::of(ui);
        match taken.first() {
            None => drop(text(ui, &scene.words.get("diary-free"), TextSize::Soft, tokens.accent)),
            Some(first) => {
                let others = taken.len().saturating_sub(1);
                let what = said_shortly(scene.formats, scene.words, first);
                let values = [("what", what.into()), ("others", others.into())];
                let key = if others > 0 { "diary-taken-more" } else { "diary-taken" };
                crate::widgets::text_cut(ui, &scene.words.with(key, &values), TextSize::Soft, tokens.important);
            }
        }
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
        let answer = field.show(ui, scene, &self.draft.people, &mut self.draft.person);
        let committed = answer.committed;
        let id = scene.new_person();
        take_in(&mut self.draft.people, answer, id);
        self.named(ui, scene);
        committed
    }

    /// Those whom the title names, while nobody is put down: each a chip that adds them.
    fn named(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let title = self.draft.title.trim();
        if title.is_empty() || !self.draft.people.is_empty() || !self.draft.person.trim().is_empty() {
            return;
        }
        let Some(named) = scene.ask(&NamedQuestion { title: title.to_owned() }) else { return };
        if named.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            let most = ui.max_rect().width();
            for (id, name) in named.iter() {
                let words = scene.words.with("diary-add-named", &[("name", name.as_str().into())]);
                let chip = Chip::new(&words).icon(icons::ADD_PERSON).id(ui.scope_id().with(("named", id))).most(most);
                if chip.show(ui).response.clicked() {
                    self.draft.people.push(Chosen { id: *id, name: name.clone(), new: false });
                }
            }
        });
    }

    fn priorities(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        soft(ui, &scene.words.get("diary-priority"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for priority in PRIORITIES {
                let look = priority_look(priority);
                let word = look.word(scene.words);
                let chip =
                    Chip::new(&word).icon(look.icon()).tone(look.tone()).selected(self.draft.priority == priority);
                if chip.show(ui).response.clicked() {
                    self.draft.priority = priority;
                }
            }
        });
    }

    fn rhythm(&mut self, ui: &mut Ui, scene: &Scene<'_>, problems: &[Problem]) -> bool {
        let words = scene.words;
        let half = (ui.available_width() - space::S) / 2.0;
        let [remind, repeat] = ["diary-reminder", "diary-repeat"].map(|key| words.get(key));
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let none = [(None, words.get("diary-reminder-none"))];
            let own = self.draft.reminder.filter(|own| !REMINDERS.contains(own));
            let some = REMINDERS.into_iter().chain(own).map(|minutes| (Some(minutes), reminder_words(scene, minutes)));
            let options = none.into_iter().chain(some);
            Select::new(&remind, &mut self.draft.reminder).options(options).icon(icons::REMINDER).width(half).show(ui);
            let own = Some(self.draft.rhythm.clone()).filter(|rhythm| matches!(rhythm, Rhythm::Other(_)));
            let options =
                Rhythm::OFFERED.into_iter().chain(own).map(|rhythm| (rhythm.clone(), words.get(rhythm.word())));
            Select::new(&repeat, &mut self.draft.rhythm).options(options).icon(icons::REPEAT).width(half).show(ui);
        });
        if self.draft.rhythm == Rhythm::Never {
            self.say_what_stays(ui, scene);
            return false;
        }
        let (label, hint) = (words.get("diary-repeat-until"), words.get("diary-repeat-until-hint"));
        let field = Field::new(&label, &mut self.draft.until).hint(&hint).width(half);
        let answer = date_field(ui, words, field, scene.today);
        wrong(ui, scene, problems.contains(&Problem::Until), "error-end-before-start");
        answer.field.committed
    }

    /// A series that is to repeat no longer keeps the days of which something was decided.
    fn say_what_stays(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(last) = self.about.and_then(|details| last_day_kept(&details.entry, scene.today)) else { return };
        let day = scene.formats.date_near(last, scene.today);
        let tokens = Tokens::of(ui);
        text(ui, &scene.words.with("diary-repeat-kept", &[("day", day.into())]), TextSize::Soft, tokens.important);
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
pub(super) fn title_id() -> egui::Id {
    egui::Id::unique("diary entry title")
}

/// Takes over what a field for people said.
pub(super) fn take_in(people: &mut Vec<Chosen>, answer: PeopleAnswer, new_id: PersonId) {
    if let Some(at) = answer.removed.filter(|at| *at < people.len()) {
        people.remove(at);
    }
    if let Some(one) = answer.chosen {
        people.push(Chosen { id: one.id, name: one.name, new: false });
    }
    if let Some(name) = answer.new {
        people.push(Chosen { id: new_id, name, new: true });
    }
}

fn wrong(ui: &mut Ui, scene: &Scene<'_>, is: bool, key: &str) {
    if is {
        let tokens = Tokens::of(ui);
        text(ui, &scene.words.get(key), TextSize::Soft, tokens.urgent);
    }
}

fn reminder_words(scene: &Scene<'_>, minutes: u32) -> String {
    match minutes {
        0 => scene.words.get("diary-reminder-at-start"),
        1440 => scene.words.get("diary-reminder-day-before"),
        _ => scene.words.with("diary-reminder-before", &[("duration", scene.formats.duration(minutes).into())]),
    }
}

/// The next whole hour, at which a new entry of today begins.
pub(super) fn next_hour(time: chrono::NaiveTime) -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt((time.hour() + 1).min(23), 0, 0).unwrap_or(time)
}
