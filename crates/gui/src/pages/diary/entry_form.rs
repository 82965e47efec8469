//! The form of an entry, new or changed.

use chrono::Timelike as _;
use egui::{Key, Modifiers, ScrollArea, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::{Action, Entry, EntryState, Person, When};

use super::chosen::new_people;
use super::draft::EntryDraft;
use super::entry_fields::{Fields, shown_action, title_id};
use super::looks::{action_word, entry_icon, kind_word};
use super::pane::{foot_room, keep_foot};
use super::people_field::find;
use super::questions::Details;
use super::repeat_fields::show_what_is_wrong;
use super::repeating::Rhythm;
use crate::app::{FormKey, Scene, older_draft};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, radius, space};
use crate::widgets::{Button, Pill, Tone, heading, keep_free, soft, split, text};

/// A form with less height than this is low.
const LOW: f32 = 620.0;

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
    /// An instance of a series is to be saved, with people who come to the list: it is asked first how much of the series
    /// that changes.
    pub(super) asks: Option<(Entry, Vec<Person>)>,
}

/// Shows the form over its draft; `about` is the entry that is changed.
pub(super) fn entry_form(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (key, begins): (&FormKey, bool),
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
    let mut area = ScrollArea::vertical().id_salt("entry form").max_height(room).auto_shrink([false, false]);
    if begins {
        area = area.vertical_scroll_offset(0.0);
    }
    // Where the window is low the fields stand closer, so that all of them are seen at once.
    let between = if room < LOW { space::S - 2.0 } else { space::S };
    area.show(ui, |ui| {
        ui.set_width(ui.available_width() - space::XS);
        ui.spacing_mut().item_spacing.y = between;
        save |= Fields { draft: &mut draft, about }.show(ui, scene);
    });
    let foot = ui.scope(|ui| footer(ui, scene, &draft, about.is_some()));
    keep_foot(ui, foot_id, foot.response.rect.height());
    keep_free(ui.ctx(), foot.response.rect);
    let (pressed, cancelled) = foot.inner;
    save |= pressed;
    close |= cancelled;
    let mut asks = None;
    if save {
        if about.is_some() {
            // Where nothing was typed, what the entry has become since stays.
            draft = scene.drafts.rebased(key, &draft, &initial());
        }
        asks = submit(scene, key, &mut draft, about);
        show_what_is_wrong(ui);
    }
    let answer = FormAnswer {
        close,
        when: draft.when(scene.now, scene.today).ok(),
        title: draft.spoken_title(),
        people: draft.people.iter().map(|one| one.name.clone()).collect(),
        asks,
    };
    if !start_over {
        let stored = scene.form(key, initial);
        if *stored != draft {
            *stored = draft;
        }
    }
    answer
}

/// Saves what was typed, unless something is wrong; gives back an instance of a series, of which more is to be asked.
fn submit(
    scene: &mut Scene<'_>,
    key: &FormKey,
    draft: &mut EntryDraft,
    about: Option<&Details>,
) -> Option<(Entry, Vec<Person>)> {
    let of_series = about.filter(|details| details.item.instance.is_some());
    let read = match of_series {
        Some(details) => draft.instance(&details.shown(), scene.now, scene.today),
        None => draft.entry(about.map(|details| &details.entry), scene.now, scene.today),
    };
    let Ok(entry) = read else {
        draft.tried = true;
        return None;
    };
    let new = new_people(&draft.people, scene.today);
    if of_series.is_some() {
        return Some((entry, new));
    }
    let command = if about.is_some() { Command::edit_entry(entry, new) } else { Command::add_entry(entry, new) };
    scene.save(key.clone(), command);
    None
}

/// The title of the form; tells whether it is to close.
fn head(ui: &mut Ui, scene: &Scene<'_>, changes: bool) -> bool {
    let title = scene.words.get(if changes { "diary-change-entry" } else { "new-entry" });
    let close = scene.words.get("close");
    let closes = |ui: &mut Ui| ui.add(Button::quiet_icon(icons::CLOSE, &close)).clicked();
    split(ui, height::BUTTON, |ui| heading(ui, &title), closes).1
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
        height::BUTTON,
        |ui| soft_if_room(ui, &words.get("diary-kept-while-typing")),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let saved = ui.add(Button::primary(&save).keys("Ctrl ↵")).clicked();
            (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
        },
    );
    pressed
}

/// Quiet words, where all of them have room.
pub(super) fn soft_if_room(ui: &mut Ui, words: &str) {
    let colour = Tokens::of(ui).soft;
    let wide = ui.painter().layout_no_wrap(words.to_owned(), TextSize::Soft.font(), colour).size().x;
    if wide <= ui.available_width() {
        soft(ui, words);
    }
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
    let margin = egui::Margin::symmetric(10, 6);
    egui::Frame::new().fill(tokens.accent_soft).corner_radius(radius::BUTTON).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        // One row where all has room: what is typed above it needs the height.
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            text(ui, &scene.words.get("will-be-created"), TextSize::Soft, tokens.accent);
            pill(ui, entry_icon(draft.kind, EntryState::Planned, action.as_ref()), &entry);
            let start = when.and_then(|when| when.time()).zip(draft.reminder);
            if let Some((start, before)) = start {
                let at = start.overflowing_sub_signed(chrono::TimeDelta::minutes(before.into())).0;
                let reminder = scene.words.with("diary-reminder-at", &[("time", scene.formats.time(at).into())]);
                pill(ui, icons::REMINDER, &reminder);
            }
            if draft.rhythm != Rhythm::Never {
                pill(ui, icons::REPEAT, &scene.words.get(draft.rhythm.word()));
            }
            for person in draft.people.iter().filter(|person| person.new) {
                pill(ui, icons::ADD_PERSON, &person.name);
            }
            if !waits.is_empty() {
                let key = if known { "diary-choose-person" } else { "diary-not-added-yet" };
                let words = scene.words.with(key, &[("name", waits.into())]);
                ui.add(Pill::new(&words).icon(icons::QUESTION).tone(Tone::Important));
            }
        });
    });
    ui.add_space(space::S);
}

fn pill(ui: &mut Ui, icon: char, words: &str) {
    ui.add(Pill::new(words).icon(icon).tone(Tone::Card));
}

/// The next whole hour, at which a new entry of today begins.
pub(super) fn next_hour(time: chrono::NaiveTime) -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt((time.hour() + 1).min(23), 0, 0).unwrap_or(time)
}
