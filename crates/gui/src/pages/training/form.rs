//! The form of a training: what it is about, when and where, who leads it, and what is used.

use chrono::NaiveTime;
use egui::{Id, ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Action, Entry, EntryId, EntryKind, Mode, PersonId, Training, When};

use super::ask::{LeadersQuestion, TrainingQuestion};
use super::focus_first;
use crate::app::{Form, FormKey, FormKind, Scene, older_draft};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{height, space, width};
use crate::widgets::{Below, Button, Field, Segmented, Select, date_field, modal, opening, soft, split, time_field};

/// How long a training lasts where nothing is said, in minutes.
const LASTS: u32 = 60;

/// What is typed of a training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct TrainingDraft {
    topic: String,
    day: String,
    from: String,
    to: String,
    mode: Mode,
    place: String,
    leader: Option<PersonId>,
    materials: String,
}

impl Default for TrainingDraft {
    fn default() -> Self {
        Self {
            topic: String::new(),
            day: String::new(),
            from: String::new(),
            to: String::new(),
            mode: Mode::InPerson,
            place: String::new(),
            leader: None,
            materials: String::new(),
        }
    }
}

impl Form for TrainingDraft {
    const KIND: FormKind = FormKind::Training;
}

/// What the form gives back to the page.
pub(super) enum Answer {
    Open,
    Close,
    /// It was saved, as this entry.
    Saved(Option<EntryId>),
}

/// What is wrong; each stands beside its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Topic,
    Day,
    From,
    To,
}

/// The form while it is open.
#[derive(Debug)]
pub(super) struct TrainingModal {
    /// The training that is changed; none for a new one.
    id: Option<EntryId>,
    new: Option<EntryId>,
    fresh: bool,
    tried: bool,
}

impl TrainingModal {
    pub(super) const fn new(id: Option<EntryId>) -> Self {
        Self { id, new: None, fresh: true, tried: false }
    }

    fn key(&self) -> FormKey {
        self.id.map_or_else(|| FormKey::new(FormKind::Training), |id| FormKey::about(FormKind::Training, id))
    }

    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> Answer {
        let key = self.key();
        if scene.was_saved(&key) {
            return Answer::Saved(self.id.or(self.new));
        }
        let known = self.id.map(|id| scene.ask_exact(&TrainingQuestion { id, instance: None }));
        let entry = match &known {
            Some(Some(answer)) => match answer.as_ref() {
                Some(view) => Some(Entry::clone(&view.entry)),
                None => return Answer::Close,
            },
            Some(None) => return Answer::Open,
            None => None,
        };
        let begin = || entry.as_ref().map_or_else(TrainingDraft::default, draft_of);
        let mut form = scene.form(&key, begin).clone();
        let title = scene.words.get(if self.id.is_some() { "training-change" } else { "training-new" });
        let close = scene.words.get("close");
        let leaders = scene.ask(&LeadersQuestion);
        let answer = modal(ui.ctx(), "training", &title, &close, width::MODAL, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            let first = (Id::unique("topic of a training"), form.topic.as_str());
            if older_draft(ui, scene, &key, first).start_over {
                form = begin();
            }
            let most = ui.ctx().content_rect().height() - 200.0;
            let entered = ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                let Some(leaders) = &leaders else {
                    opening(ui, &scene.words.get("page-opens"));
                    return false;
                };
                let named = leaders.iter().map(|one| (Some(one.id), one.full.clone())).collect();
                self.fields(ui, scene, &mut form, named)
            });
            let (saved, cancelled) = buttons(ui, scene);
            (entered.inner | saved, cancelled)
        });
        let (entered, cancelled) = answer.inner;
        *scene.form(&key, begin) = form.clone();
        if entered {
            self.commit(scene, key, &form, entry);
            ui.ctx().request_repaint();
        }
        if answer.closed || cancelled { Answer::Close } else { Answer::Open }
    }

    fn fields(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        form: &mut TrainingDraft,
        leaders: Vec<(Option<PersonId>, String)>,
    ) -> bool {
        let words = scene.words;
        let [topic, day, from, to, leader, materials] = ["topic", "day", "from", "to", "leader", "materials"]
            .map(|key| words.get(&format!("training-field-{key}")));
        let problem = if self.tried { meant(form, scene.now.date()).err() } else { None };
        let wrong = |one: Problem, key: &str| (problem == Some(one)).then(|| Below::Error(words.get(key)));
        let id = Id::unique("topic of a training");
        focus_first(ui, &mut self.fresh, id);
        let hint = words.get("training-topic-hint");
        let field = Field::new(&topic, &mut form.topic).hint(&hint).id(id);
        let mut entered = field.below(wrong(Problem::Topic, "training-no-topic")).show(ui).committed;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let today = scene.now.date();
            let hint = scene.formats.date_short(today);
            let field = Field::new(&day, &mut form.day).hint(&hint).width(200.0);
            entered |= date_field(ui, words, field, today).field.committed;
            let field = Field::new(&from, &mut form.from).hint("18:00").width(110.0);
            entered |= time_field(ui, words, field).field.committed;
            let field = Field::new(&to, &mut form.to).hint("19:00");
            entered |= time_field(ui, words, field).field.committed;
        });
        for (one, key) in
            [(Problem::Day, "training-bad-day"), (Problem::From, "training-bad-from"), (Problem::To, "training-bad-to")]
        {
            if let Some(Below::Error(told)) = wrong(one, key) {
                crate::widgets::text(ui, &told, crate::theme::TextSize::Soft, crate::theme::Tokens::of(ui).urgent);
            }
        }
        let [in_person, online] = ["in-person", "online"].map(|key| words.get(key));
        Segmented::new(&words.get("training-field-mode"), &mut form.mode)
            .option(Mode::InPerson, &in_person)
            .option(Mode::Online, &online)
            .show(ui);
        let online = form.mode == Mode::Online;
        let label = words.get(if online { "training-field-link" } else { "training-field-place" });
        entered |=
            ui.push_id("place", |ui| Field::new(&label, &mut form.place).icon(icons::PLACE).show(ui)).inner.committed;
        Select::new(&leader, &mut form.leader)
            .option(None, words.get("training-no-leader"))
            .options(leaders)
            .icon(icons::PERSON)
            .width(ui.available_width())
            .show(ui);
        Field::new(&materials, &mut form.materials).rows(2).show(ui);
        entered
    }

    fn commit(&mut self, scene: &mut Scene<'_>, key: FormKey, form: &TrainingDraft, entry: Option<Entry>) {
        self.tried = true;
        let Ok(when) = meant(form, scene.now.date()) else { return };
        let is_new = entry.is_none();
        let mut entry = entry.unwrap_or_else(|| {
            let id = *self.new.get_or_insert_with(|| scene.new_entry());
            let mut entry = Entry::new(id, EntryKind::Event, &form.topic, When::Undated, scene.now.local);
            entry.reminders.extend(scene.frame.settings.reminder_minutes);
            entry
        });
        let topic = form.topic.trim().to_owned();
        let mut training = entry.training.take().unwrap_or_default();
        if training.topic.is_empty() || training.topic == entry.title || is_new {
            entry.title.clone_from(&topic);
        }
        (training.topic, training.leader) = (topic, form.leader);
        form.materials.trim().clone_into(&mut training.materials);
        if let Some(leader) = form.leader {
            training.invited.retain(|one| *one != leader);
        }
        entry.training = Some(training);
        (entry.action, entry.action_chosen) = (Some(Action::Training), true);
        entry.mode = Some(form.mode);
        form.place.trim().clone_into(&mut entry.place);
        if let Some((date, hours)) = when {
            entry.when = match hours {
                Some((start, minutes)) => {
                    let zone = match entry.when {
                        When::Timed { zone, .. } => zone,
                        _ => scene.now.zone,
                    };
                    When::Timed { start: date.and_time(start), minutes: Some(minutes), zone }
                }
                None => When::day(date),
            };
        }
        let command =
            if is_new { Command::add_entry(entry, Vec::new()) } else { Command::edit_entry(entry, Vec::new()) };
        scene.save(key, command);
    }
}

type Hours = Option<(NaiveTime, u32)>;

/// The day and the hours that are meant; a training without a day is today's.
fn meant(form: &TrainingDraft, today: chrono::NaiveDate) -> Result<Option<(chrono::NaiveDate, Hours)>, Problem> {
    if form.topic.trim().is_empty() {
        return Err(Problem::Topic);
    }
    let day = if form.day.trim().is_empty() { today } else { parse::date(&form.day, today).ok_or(Problem::Day)? };
    if form.from.trim().is_empty() {
        return if form.to.trim().is_empty() { Ok(Some((day, None))) } else { Err(Problem::From) };
    }
    let from = parse::time(&form.from).ok_or(Problem::From)?;
    let minutes = if form.to.trim().is_empty() {
        LASTS
    } else {
        let to = parse::time(&form.to).filter(|to| *to > from).ok_or(Problem::To)?;
        u32::try_from((to - from).num_minutes()).map_err(|_| Problem::To)?
    };
    Ok(Some((day, Some((from, minutes)))))
}

/// The form of a training that is there.
fn draft_of(entry: &Entry) -> TrainingDraft {
    let training =
        entry.training.clone().unwrap_or_else(|| Training { topic: entry.title.clone(), ..Training::default() });
    let time = |time: NaiveTime| time.format("%H:%M").to_string();
    let link = entry.place.contains("://");
    TrainingDraft {
        topic: if training.topic.is_empty() { entry.title.clone() } else { training.topic },
        day: entry.when.first_day().map(Formats::date_typed).unwrap_or_default(),
        from: entry.when.time().map(time).unwrap_or_default(),
        to: entry.when.time().and(entry.when.end()).map(|end| time(end.time())).unwrap_or_default(),
        mode: entry.mode.unwrap_or(if link { Mode::Online } else { Mode::InPerson }),
        place: entry.place.clone(),
        leader: training.leader,
        materials: training.materials,
    }
}

fn buttons(ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
    let [save, cancel, note] = ["save", "cancel", "training-form-note"].map(|key| scene.words.get(key));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let saved = ui.add(Button::primary(&save).icon(icons::SAVE).keys("↵")).clicked();
        (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    split(ui, height::BUTTON, |ui| soft(ui, &note), right).1
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Problem, TrainingDraft, draft_of, meant};
    use sponsor_core::model::{Entry, EntryId, EntryKind, When};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    #[test]
    fn a_training_needs_a_topic_and_hours_that_go_forward() {
        let draft =
            TrainingDraft { topic: "Поканата".into(), from: "18".into(), to: "17".into(), ..<_>::default() };
        assert_eq!(meant(&draft, today()), Err(Problem::To));
        assert_eq!(meant(&TrainingDraft::default(), today()), Err(Problem::Topic));
        let draft = TrainingDraft { to: String::new(), ..draft };
        let hours = meant(&draft, today()).unwrap().unwrap().1.unwrap();
        assert_eq!(hours.1, super::LASTS);
    }

    #[test]
    fn the_form_shows_the_training_as_it_is() {
        let start = today().and_hms_opt(18, 0, 0).unwrap();
        let when = When::Timed { start, minutes: Some(90), zone: chrono_tz::Europe::Sofia };
        let entry = Entry::new(EntryId::from_bytes([1; 16]), EntryKind::Event, "Поканата", when, start);
        let draft = draft_of(&entry);
        assert_eq!((draft.topic.as_str(), draft.from.as_str(), draft.to.as_str()), ("Поканата", "18:00", "19:30"));
        let hours = meant(&draft, today()).unwrap().unwrap();
        assert_eq!(hours, (today(), Some((start.time(), 90))));
    }
}
