//! One training: what it is about, who came, and one more person.

use egui::{ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::{AttendanceSheet, Command};
use sponsor_core::learning::steps;
use sponsor_core::model::{AttendanceChange, EntryId, EntryState, PersonId};
use sponsor_core::query::TrainingView;

use super::attend::Attending;
use super::preview::{NamesQuestion, line_of, seed};
use super::{path, say};
use crate::app::{Action, Form, FormKey, FormKind, Place, Purpose, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Below, Button, Card, Field, Pill, Sorting, Tone, heading, icon, key_hint, soft, split, text};

/// The least and the most height of the table of people.
const LEAST: f32 = 180.0;

/// What is typed in the line for one more person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct MoreDraft {
    name: String,
}

impl Form for MoreDraft {
    const KIND: FormKind = FormKind::AttendanceNames;
}

/// What a training is shown with.
#[derive(Debug, Default)]
pub(super) struct OneTraining {
    shown: Option<EntryId>,
    selected: Option<PersonId>,
    sorting: Option<Sorting>,
    /// Ids for guests are made from it.
    seed: u64,
}

/// What is asked of the page.
pub(super) enum Asked {
    Nothing,
    /// The instance of a series became this entry.
    Became(EntryId),
    Form,
    Paste,
    Learnt(PersonId),
}

impl OneTraining {
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &TrainingView) -> Asked {
        let id = view.row.item.id;
        let turned = self.shown.is_some_and(|shown| shown != id);
        if self.shown != Some(id) {
            (self.shown, self.selected) = (Some(id), view.people.first().map(|one| one.person.id));
            self.seed = seed(scene);
        }
        let mut asked = Asked::Nothing;
        let room = ui.available_height();
        ScrollArea::vertical().id_salt("training").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::L;
            asked = self.contents(ui, scene, view, (turned, room));
        });
        asked
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        view: &TrainingView,
        (turned, room): (bool, f32),
    ) -> Asked {
        let mut asked = Asked::Nothing;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            asked = head(ui, scene, view);
            if !view.people.is_empty() {
                let top = ui.cursor().top();
                let path = steps(&scene.frame.settings, scene.words.language());
                let attending = Attending {
                    people: &view.people,
                    steps: &path,
                    usual: say::mode(&view.row.item),
                    height: (room - (top - ui.max_rect().top()).max(0.0) - 220.0).max(LEAST),
                    focus: turned,
                };
                let ticked = attending.show(ui, scene, &mut self.selected, &mut self.sorting);
                if let Some(change) = ticked.change {
                    asked = put(scene, view, vec![change]);
                    ticked.response.request_focus();
                }
            }
            if let Some(more) = self.more(ui, scene, view) {
                asked = more;
            }
        });
        let person = view.people.iter().find(|one| Some(one.person.id) == self.selected).map(|one| &one.person);
        if let Some(person) = person.filter(|person| person.registration.is_some() || !person.learnt.is_empty()) {
            path::path_card(ui, scene, person);
            let words = scene.words.get("training-all-people");
            if ui.add(Button::link(&words).trailing(icons::ARROW_RIGHT).small()).clicked() {
                asked = Asked::Learnt(person.id);
            }
        }
        asked
    }

    /// The line for one more person: somebody of the list, or a guest; and the ways for many at once.
    fn more(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &TrainingView) -> Option<Asked> {
        let key = FormKey::about(FormKind::AttendanceNames, format!("{}/one", view.row.item.id));
        let words = scene.words;
        let (label, hint) = (
            words.get("training-more"),
            words.get(if view.begun { "training-more-hint" } else { "training-invite-hint" }),
        );
        let typed = scene.form(&key, MoreDraft::default).name.clone();
        let question = NamesQuestion {
            text: typed.trim().to_owned(),
            training: view.row.item.id,
            instance: view.row.item.instance,
            invites: !view.begun,
            seed: self.seed,
        };
        let found = (!typed.trim().is_empty()).then(|| scene.ask_exact(&question)).flatten();
        let preview = found.as_ref().and_then(|found| found.as_ref().as_ref());
        let row = preview.and_then(|preview| preview.rows.first().map(|row| (preview, row)));
        let below = row.map(|(preview, row)| Below::Understood(line_of(scene, preview, row)));
        let fitting = row
            .filter(|(_, row)| row.fitting.len() > 1 && row.said.is_none())
            .map(|(preview, row)| (preview.clone(), row.fitting.clone()));
        let form = scene.form(&key, MoreDraft::default);
        let field =
            Field::new(&label, &mut form.name).hint(&hint).icon(icons::ADD_PERSON).hide_label().below(below).show(ui);
        let chosen = fitting.and_then(|(preview, fitting)| choose(ui, &preview, &fitting));
        let clear = row.filter(|(preview, _)| field.committed && preview.counts().refused == 0);
        let command = clear.map(|(preview, _)| preview.into_command()).or(chosen);
        if let Some(command) = command {
            field.response.request_focus();
            self.seed = seed(scene);
            let became = became(&command);
            if command_changes(&command) {
                scene.save(key, command);
            } else {
                // They are down already: there is nothing to save.
                scene.drafts.forget(&key);
            }
            return became.map(Asked::Became);
        }
        Self::ways(ui, scene, view)
    }

    /// Many at once, and the keys.
    fn ways(ui: &mut Ui, scene: &mut Scene<'_>, view: &TrainingView) -> Option<Asked> {
        let [paste, file] = ["training-paste", "training-file"].map(|key| scene.words.get(key));
        let [came, online, wants] =
            ["training-key-came", "training-key-online", "training-key-wants"].map(|key| scene.words.get(key));
        let keys = !view.people.is_empty() && ui.available_width() > 560.0;
        let (pasted, brought) = split(
            ui,
            height::BUTTON_SMALL,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let pasted = ui.add(Button::quiet(&paste).icon(icons::PASTE).small()).clicked();
                (pasted, ui.add(Button::quiet(&file).icon(icons::IMPORT).small()).clicked())
            },
            |ui| {
                if keys {
                    ui.spacing_mut().item_spacing.x = space::S;
                    key_hint(ui, &["G"], &wants);
                    key_hint(ui, &["O"], &online);
                    key_hint(ui, &["Space"], &came);
                }
            },
        )
        .0;
        if brought {
            scene.act(Action::Choose(Purpose::ImportAttendance));
        }
        pasted.then_some(Asked::Paste)
    }
}

/// Those who fit a name, to be chosen by a press.
fn choose(ui: &mut Ui, preview: &sponsor_core::exchange::AttendancePreview, fitting: &[PersonId]) -> Option<Command> {
    use sponsor_core::exchange::Who;
    let mut command = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        for id in fitting {
            let city = preview.person(*id).map(|person| person.city.clone()).unwrap_or_default();
            let name = [preview.name_of(*id), city].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            if ui.add(Button::plain(&name.join(" · ")).icon(icons::PERSON).small()).clicked() {
                let mut decided = preview.clone();
                decided.say(0, Some(Who::Person(*id)));
                command = Some(decided.into_command());
            }
        }
    });
    command
}

/// The entry that an instance of a series becomes by a command.
pub(super) fn became(command: &Command) -> Option<EntryId> {
    match command {
        Command::Attend(sheet) => sheet.instance.map(|(_, fresh)| fresh),
        _ => None,
    }
}

fn command_changes(command: &Command) -> bool {
    matches!(command, Command::Attend(sheet) if !sheet.changes.is_empty())
}

/// Puts changes down.
fn put(scene: &mut Scene<'_>, view: &TrainingView, changes: Vec<AttendanceChange>) -> Asked {
    let instance = view.row.item.instance.map(|day| (day, scene.new_entry()));
    let sheet = AttendanceSheet { instance, ..AttendanceSheet::of(view.row.item.id, changes) };
    scene.run(Command::Attend(Box::new(sheet)));
    instance.map_or(Asked::Nothing, |(_, fresh)| Asked::Became(fresh))
}

/// What it is about, when and where, who leads it, and how many came.
fn head(ui: &mut Ui, scene: &mut Scene<'_>, view: &TrainingView) -> Asked {
    let words = scene.words;
    let item = &view.row.item;
    let mode = say::mode(item);
    let state = match item.state {
        EntryState::Done => Some(words.get("state-held-event")),
        EntryState::Dropped => Some(words.get("state-dropped")),
        EntryState::Planned => None,
    };
    split(
        ui,
        TextSize::Heading.line_height() + 4.0,
        |ui| heading(ui, &view.row.topic),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if let Some(state) = &state {
                ui.add(Pill::new(state).icon(icons::DONE).tone(Tone::Accent));
            }
            ui.add(Pill::new(&say::mode_word(words, mode)).icon(say::mode_icon(item)).tone(Tone::Accent));
        },
    );
    soft(ui, &line(scene, view));
    for (sign, words) in [(icons::PLACE, &item.place), (icons::FILE, &view.materials)] {
        if !words.is_empty() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let tokens = Tokens::of(ui);
                icon(ui, sign, IconSize::Regular, tokens.soft);
                let link = words.contains("://");
                if link {
                    if ui.add(Button::link(words).small()).clicked() {
                        scene.act(Action::OpenOutside(words.clone()));
                    }
                } else {
                    text(ui, words, TextSize::Body, tokens.ink);
                }
            });
        }
    }
    let (edit, diary, held) = (words.get("edit"), words.get("training-in-diary"), words.get("training-mark-held"));
    let is_open = view.begun && item.state == EntryState::Planned;
    let (diary, edit, held) = split(
        ui,
        TextSize::Title.line_height() + space::S,
        |ui| figures(ui, scene, view),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let diary = ui.add(Button::quiet_icon(icons::DIARY, &diary).small()).clicked();
            let edit = item.instance.is_none() && ui.add(Button::quiet_icon(icons::EDIT, &edit).small()).clicked();
            (diary, edit, is_open && ui.add(Button::plain(&held).icon(icons::DONE).small()).clicked())
        },
    )
    .1;
    if diary {
        scene.go(Place::Entry { id: item.id, instance: item.instance, day: item.when.first_day() });
    }
    if held {
        let state = EntryState::Done;
        scene.run(Command::SetState { entry: item.id, instance: item.instance, state });
    }
    if edit { Asked::Form } else { Asked::Nothing }
}

/// The numbers: invited, came, want to grow.
fn figures(ui: &mut Ui, scene: &Scene<'_>, view: &TrainingView) {
    let tokens = Tokens::of(ui);
    let row = &view.row;
    let mut numbers = vec![("training-number-invited", row.invited)];
    if view.begun || row.came > 0 {
        numbers.extend([("training-number-came", row.came), ("training-number-wants", row.wants_more)]);
    }
    ui.spacing_mut().item_spacing.x = space::S;
    for (at, (key, number)) in numbers.into_iter().enumerate() {
        if at > 0 {
            ui.add_space(space::L);
        }
        text(ui, &scene.formats.count(number), TextSize::Title, tokens.ink);
        text(ui, &scene.words.with(key, &[("count", number.into())]), TextSize::Body, tokens.ink);
    }
}

/// «вторник, 17 ноември · 18:00–19:00 · води Ива Георгиева».
fn line(scene: &Scene<'_>, view: &TrainingView) -> String {
    let when = &view.row.item.when;
    let mut parts = Vec::new();
    match when.first_day() {
        Some(day) => parts.push(scene.formats.date_weekday_long(day)),
        None => parts.push(scene.words.get("training-undated")),
    }
    if let Some(from) = when.time() {
        let to = when.end().map(|end| end.time()).filter(|to| *to != from);
        parts.push(to.map_or_else(|| scene.formats.time(from), |to| scene.formats.time_range(from, to)));
    }
    if let Some(leader) = &view.leader {
        let me = leader.id == scene.frame.me.id;
        let key = if me { "training-led-by-me" } else { "training-led-by" };
        parts.push(scene.words.with(key, &[("name", leader.full.as_str().into())]));
    }
    parts.join(" · ")
}
