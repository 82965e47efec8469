//! A training on its entry's pane: who was invited, who came, in person or online, and who wants to grow.

use egui::Ui;
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Attendance, Entry, Mode, Name, Person, PersonId, Training};

use super::people_field::PeopleField;
use super::questions::Details;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Segmented, heading, person_name, row, soft, split, tick_box};

/// How far what is said of a person who came stands from the edge: below their name.
const INDENT: f32 = 30.0;

/// What is typed in the line for one more person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct GuestDraft {
    name: String,
}

impl Form for GuestDraft {
    const KIND: FormKind = FormKind::TrainingGuest;
}

/// Everyone who was invited or came, in the order in which they were put down.
fn everyone(training: &Training) -> Vec<PersonId> {
    let mut all = training.invited.clone();
    let came = training.came.iter().map(|one| one.person);
    all.extend(came.filter(|one| !training.invited.contains(one)));
    all
}

/// Puts down that a person came, or that they did not.
fn came(training: &mut Training, person: PersonId, mode: Option<Mode>) {
    match (training.came.iter_mut().find(|one| one.person == person), mode) {
        (Some(one), Some(mode)) => one.mode = mode,
        (None, Some(mode)) => training.came.push(Attendance { person, mode, wants_more: false }),
        (_, None) => training.came.retain(|one| one.person != person),
    }
}

/// Puts down whether a person who came wants to grow.
fn wants(training: &mut Training, person: PersonId, wants_more: bool) {
    if let Some(one) = training.came.iter_mut().find(|one| one.person == person) {
        one.wants_more = wants_more;
    }
}

/// Adds a person: to those who came when the training has begun, else to those who are invited.
fn add(training: &mut Training, person: PersonId, begun: bool, mode: Mode) {
    if !training.invited.contains(&person) {
        training.invited.push(person);
    }
    if begun {
        came(training, person, Some(mode));
    }
}

/// The training of an entry, whose people are those who were invited.
fn invited(entry: &Entry, me: PersonId) -> Training {
    let mut entry = entry.clone();
    entry.invite_its_people(me);
    entry.training.unwrap_or_default()
}

/// Shows the list. Every tick is saved at once.
pub(super) fn training_list(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details) {
    let entry = &details.entry;
    let training = invited(entry, scene.frame.settings.me);
    let mut changed = training.clone();
    let people = everyone(&training);
    let count = scene.formats.count(training.came.len());
    let note = scene.words.with("diary-came-count", &[("came", count.into()), ("total", people.len().into())]);
    let title = scene.words.get("diary-training-people");
    split(ui, 24.0, |ui| heading(ui, &title), |ui| soft(ui, &note));
    ui.spacing_mut().item_spacing.y = space::XS;
    for (at, id) in people.iter().enumerate() {
        let name = details.name(*id);
        if !name.is_empty() {
            ui.push_id(id, |ui| person_row(ui, scene, (at, *id), name, entry, &mut changed));
        }
    }
    let more = guest(ui, scene, details, &mut changed);
    if changed != training {
        let entry = Entry { training: Some(changed), ..entry.clone() };
        match more {
            None => scene.run(Command::edit_entry(entry, Vec::new())),
            Some(PutDown { new }) => scene.save(guest_key(details), Command::edit_entry(entry, new)),
        }
    } else if more.is_some() {
        // They were put down already: there is nothing to save, and nothing more to say of them.
        scene.drafts.forget(&guest_key(details));
    }
}

fn guest_key(details: &Details) -> FormKey {
    FormKey::about(FormKind::TrainingGuest, details.entry.id)
}

fn person_row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (at, id): (usize, PersonId),
    name: &str,
    entry: &Entry,
    training: &mut Training,
) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let attendance = training.came.iter().find(|one| one.person == id).copied();
    let usual = entry.mode.unwrap_or(Mode::InPerson);
    row(ui, at, height::TABLE_ROW, |ui| {
        let mut here = attendance.is_some();
        let told = words.with("diary-came", &[("name", name.into())]);
        if tick_box(ui, &mut here, &told).changed() {
            came(training, id, here.then_some(usual));
        }
        person_name(ui, name, TextSize::Body, if here { tokens.ink } else { tokens.soft });
    });
    let Some(attendance) = attendance else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        ui.add_space(INDENT);
        let mut mode = attendance.mode;
        let [in_person, online] = ["in-person", "online"].map(|key| words.get(key));
        let told = words.with("diary-came-how", &[("name", name.into())]);
        let switch = Segmented::new(&told, &mut mode).option(Mode::InPerson, &in_person).option(Mode::Online, &online);
        let switch = switch.narrow();
        if switch.show(ui).changed() {
            came(training, id, Some(mode));
        }
        let grows_words = words.get("diary-wants-more");
        let wide = ui.painter().layout_no_wrap(grows_words.clone(), TextSize::Soft.font(), tokens.soft).size().x;
        if ui.available_size_before_wrap().x < 18.0 + space::S + wide {
            // With large text the tick stands below, never beyond the edge.
            ui.end_row();
            ui.add_space(INDENT);
        }
        let mut grows = attendance.wants_more;
        let told = words.with("diary-wants-more-name", &[("name", name.into())]);
        if tick_box(ui, &mut grows, &told).changed() {
            wants(training, id, grows);
        }
        soft(ui, &grows_words);
    });
}

/// What the line for one more person has put down.
struct PutDown {
    /// The guest, where they come to the list with it.
    new: Vec<Person>,
}

/// The line for one more person, of the list or a guest.
fn guest(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, training: &mut Training) -> Option<PutDown> {
    let key = guest_key(details);
    let mut draft = scene.form(&key, GuestDraft::default).clone();
    let (label, hint) = (scene.words.get("diary-guest"), scene.words.get("diary-guest-hint"));
    ui.add_space(space::S);
    let field = PeopleField { label: &label, hint: &hint, takes_new: true };
    let answer = field.show(ui, scene, &[], &mut draft.name);
    let mode = details.entry.mode.unwrap_or(Mode::InPerson);
    let begun = details.item.when.first_day().is_some_and(|day| {
        let start = day.and_time(details.item.when.time().unwrap_or(chrono::NaiveTime::MIN));
        start <= scene.now.local
    });
    if let Some(one) = answer.chosen {
        add(training, one.id, begun, mode);
        return Some(PutDown { new: Vec::new() });
    }
    if let Some(Ok(name)) = answer.new.map(|name| Name::from_full(&name)) {
        let person = Person::new(scene.new_person(), name, scene.today);
        add(training, person.id, begun, mode);
        return Some(PutDown { new: vec![person] });
    }
    // What was typed goes with the saving only, so that it is there again when that is taken back.
    let stored = scene.form(&key, GuestDraft::default);
    if *stored != draft {
        *stored = draft;
    }
    None
}

#[cfg(test)]
mod tests {
    use sponsor_core::model::{Mode, PersonId, Training};

    use super::{add, came, everyone, wants};

    #[test]
    fn who_came_is_put_down_once_and_can_be_taken_back() {
        let (one, other) = (PersonId::from_bytes([1; 16]), PersonId::from_bytes([2; 16]));
        let mut training = Training { invited: vec![one], ..Training::default() };
        came(&mut training, one, Some(Mode::Online));
        came(&mut training, one, Some(Mode::InPerson));
        came(&mut training, other, Some(Mode::Online));
        wants(&mut training, one, true);
        assert_eq!(everyone(&training), [one, other]);
        assert_eq!(training.came.len(), 2);
        assert!(training.came.first().is_some_and(|first| first.mode == Mode::InPerson && first.wants_more));
        came(&mut training, one, None);
        assert_eq!(everyone(&training), [one, other]);
        assert_eq!(training.came.len(), 1);
    }

    #[test]
    fn before_a_training_one_is_invited_and_from_its_start_one_has_come() {
        let one = PersonId::from_bytes([1; 16]);
        let mut training = Training::default();
        add(&mut training, one, false, Mode::InPerson);
        assert!(training.came.is_empty());
        add(&mut training, one, true, Mode::InPerson);
        assert_eq!((training.invited.len(), training.came.len()), (1, 1));
    }
}
