//! «Как мина?» on the pane of an entry: what happened, in the order in which it is asked.

use egui::Ui;
use sponsor_core::command::{Command, Consequence, consequences};
use sponsor_core::model::EntryState;

use super::chosen::new_people;
use super::looks::day_and_hours;
use super::outcome_draft::{OutcomeDraft, OutcomeProblem};
use super::outcome_here::{outcome_first_field, outcome_key_of};
use super::people_field::PeopleField;
use super::questions::Details;
use super::two_plus_one::{after, is_two_plus_one, presented};
use crate::app::{Action, FormKey, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{
    Button, Chip, Field, FieldResponse, Pill, Tone, date_field, heading, icon, soft, split, text, time_field,
};

/// The form about an entry or one instance of a series.
pub(super) fn outcome_key(details: &Details) -> FormKey {
    outcome_key_of(details.entry.id, details.item.instance)
}

/// Shows the lines of the form. Above [`outcome_foot`], which saves it.
pub(super) fn outcome_lines(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details) {
    let key = outcome_key(details);
    let initial = || initial(details);
    let mut draft = scene.form(&key, initial).clone();
    let recorded = details.item.outcome.is_some();
    heading(ui, &scene.words.get("how-did-it-go"));
    ui.spacing_mut().item_spacing.y = space::XS;
    // Who came to a training is ticked above.
    if !details.entry.is_training() {
        met(ui, scene, &mut draft);
    }
    let two_plus_one = is_two_plus_one(&details.entry);
    if two_plus_one {
        presented(ui, scene, &mut draft);
    }
    let first = outcome_first_field(details.entry.id, details.item.instance);
    let talked = question(ui, scene, icons::SPEECH, "diary-talked-about");
    Field::new(&talked, &mut draft.talked_about).hide_label().rows(2).id(first).show(ui);
    if !recorded {
        call(ui, scene, &mut draft, details);
    }
    lines(ui, scene, icons::INFO, "diary-information", &mut draft.information);
    lines(ui, scene, icons::PROMISE, "diary-promise", &mut draft.promise);
    if !recorded {
        until(ui, scene, &mut draft, details);
        if two_plus_one {
            after(ui, scene, &mut draft);
        }
        contacts(ui, scene, &mut draft);
    }
    lines(ui, scene, icons::IMPORTANT, "diary-what-matters", &mut draft.important);
    let stored = scene.form(&key, initial);
    if *stored != draft {
        *stored = draft;
    }
}

fn initial(details: &Details) -> OutcomeDraft {
    OutcomeDraft::about(&details.entry, details.item.outcome.as_ref(), |id| details.name(id).to_owned())
}

/// The icon and the question of a line.
pub(super) fn question(ui: &mut Ui, scene: &Scene<'_>, sign: char, key: &str) -> String {
    let words = scene.words.get(key);
    let tokens = Tokens::of(ui);
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon(ui, sign, IconSize::Small, tokens.soft);
        soft(ui, &words);
    });
    words
}

fn lines(ui: &mut Ui, scene: &Scene<'_>, sign: char, key: &str, value: &mut String) {
    let words = question(ui, scene, sign, key);
    Field::new(&words, value).hide_label().rows(2).show(ui);
}

fn met(ui: &mut Ui, scene: &mut Scene<'_>, draft: &mut OutcomeDraft) {
    let label = question(ui, scene, icons::PEOPLE, "diary-met");
    let hint = scene.words.get("diary-people-hint");
    let field = PeopleField { label: &label, hint: &hint, takes_new: true };
    let answer = field.show(ui, scene, &draft.met, &mut draft.person);
    let id = scene.new_person();
    super::entry_fields::take_in(&mut draft.met, answer, id);
}

fn call(ui: &mut Ui, scene: &Scene<'_>, draft: &mut OutcomeDraft, details: &Details) {
    let words = question(ui, scene, icons::CALL, "diary-call-when");
    let (day, time) = (scene.words.get("diary-date"), scene.words.get("diary-hour"));
    let problem = draft.tried && draft.problems(scene.now, scene.today).contains(&OutcomeProblem::CallDay);
    let width = ui.available_width() - space::S;
    let (day_name, time_name) = (format!("{words}: {day}"), format!("{words}: {time}"));
    let said = draft.call_said(scene.today);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let id = field_id(details, OutcomeProblem::CallDay);
        let field = Field::new(&day_name, &mut draft.call_day).hint(&day).hide_label().width(width * 0.62).id(id);
        let shown = if said.is_some() { field.show(ui) } else { date_field(ui, scene.words, field, scene.today).field };
        come_into_sight(&shown);
        let id = field_id(details, OutcomeProblem::CallTime);
        let field = Field::new(&time_name, &mut draft.call_time).hint(&time).hide_label().width(width * 0.38).id(id);
        come_into_sight(&time_field(ui, scene.words, field).field);
    });
    if let Some(said) = said {
        let hour = draft.call_hour(scene.today).ok().flatten();
        let hour = hour.map(|hour| format!(" · {}", scene.formats.time(hour))).unwrap_or_default();
        let words = format!("{}{hour}", scene.formats.date_compact(said.day));
        if said_chip(ui, scene, &words) {
            draft.call_day.clear();
        }
    }
    if problem && draft.call_day.trim().is_empty() {
        let tokens = Tokens::of(ui);
        text(ui, &scene.words.get("diary-day-missing"), TextSize::Soft, tokens.urgent);
    }
}

fn until(ui: &mut Ui, scene: &Scene<'_>, draft: &mut OutcomeDraft, details: &Details) {
    if draft.promise.trim().is_empty() && draft.promise_until.is_empty() {
        return;
    }
    if let Some(said) = draft.promise_said(scene.today) {
        let day = scene.formats.date_compact(said.day);
        let words = scene.words.with("diary-said-until", &[("date", day.into())]);
        if said_chip(ui, scene, &words) {
            draft.not_a_day = said.words;
        }
    }
    let (label, hint) = (scene.words.get("diary-promise-until"), scene.words.get("tomorrow"));
    let id = field_id(details, OutcomeProblem::Until);
    let field = Field::new(&label, &mut draft.promise_until).hint(&hint).width(180.0).id(id);
    come_into_sight(&date_field(ui, scene.words, field, scene.today).field);
}

/// The field in which a problem lies.
fn field_id(details: &Details, problem: OutcomeProblem) -> egui::Id {
    egui::Id::unique(("outcome", problem, details.entry.id, details.item.instance))
}

/// A field that comes to have the keyboard is seen.
fn come_into_sight(shown: &FieldResponse) {
    if shown.response.gained_focus() {
        shown.response.scroll_to_me(None);
    }
}

/// What a text was understood to say, as a chip; tells whether it was taken away.
fn said_chip(ui: &mut Ui, scene: &Scene<'_>, words: &str) -> bool {
    let cross = scene.words.with("diary-take-away", &[("name", words.into())]);
    Chip::new(words).icon(icons::CALENDAR).removable(&cross).most(ui.available_width()).show(ui).removed
}

fn contacts(ui: &mut Ui, scene: &Scene<'_>, draft: &mut OutcomeDraft) {
    let label = question(ui, scene, icons::ADD_PERSON, "diary-new-contacts");
    let hint = scene.words.get("diary-new-contacts-hint");
    let mut removed = None;
    if !draft.contacts.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            let most = ui.max_rect().width();
            for (at, name) in draft.contacts.iter().enumerate() {
                let cross = scene.words.with("diary-take-away", &[("name", name.as_str().into())]);
                let chip = Chip::new(name)
                    .icon(icons::ADD)
                    .removable(&cross)
                    .id(ui.scope_id().with(("new contact", at)))
                    .most(most);
                if chip.show(ui).removed {
                    removed = Some(at);
                }
            }
        });
    }
    if let Some(at) = removed {
        draft.contacts.remove(at);
    }
    let field = Field::new(&label, &mut draft.contact).hint(&hint).hide_label().show(ui);
    let name = draft.contact.trim().to_owned();
    if field.committed && !name.is_empty() {
        draft.contacts.push(name);
        draft.contact.clear();
        field.response.request_focus();
    }
}

fn created(scene: &Scene<'_>, details: &Details, draft: &OutcomeDraft) -> Vec<Consequence> {
    if details.item.outcome.is_some() {
        return Vec::new();
    }
    let form = draft.form(&details.entry, details.item.instance, scene.now, scene.today);
    consequences(&form, scene.now.date()).unwrap_or_default()
}

/// Shows what Enter will create, and the button that saves; `by_key` is that the key which saves was pressed.
pub(super) fn outcome_foot(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, by_key: bool) {
    let key = outcome_key(details);
    let draft = scene.form(&key, || initial(details)).clone();
    let made = created(scene, details, &draft);
    crate::widgets::hairline(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let new: Vec<_> = draft.met.iter().filter(|one| one.new).map(|one| one.name.as_str()).collect();
    if !made.is_empty() || !new.is_empty() {
        soft(ui, &scene.words.get("will-be-created"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            let most = ui.max_rect().width();
            for consequence in &made {
                let (sign, words) = consequence_words(scene, details, &draft, consequence);
                ui.add(Pill::new(&words).icon(sign).tone(Tone::Accent).most(most));
            }
            for name in new {
                ui.add(Pill::new(name).icon(icons::ADD_PERSON).tone(Tone::Accent).most(most));
            }
        });
    }
    let problem = draft.problems(scene.now, scene.today).first().copied().filter(|_| draft.tried);
    if let Some(problem) = problem {
        let tokens = Tokens::of(ui);
        text(ui, &scene.words.get(problem.word()), TextSize::Soft, tokens.urgent);
    }
    let (note, save) = (scene.words.get("diary-kept-while-typing"), scene.words.get("save"));
    let button = |ui: &mut Ui| ui.add(Button::primary(&save).keys("Ctrl ↵")).clicked();
    let ((), pressed) = split(ui, height::BUTTON, |ui| drop(soft(ui, &note)), button);
    if (pressed || by_key)
        && let Some(problem) = submit(scene, &key, draft, details)
    {
        ui.memory_mut(|memory| memory.request_focus(field_id(details, problem)));
        ui.request_repaint();
    }
}

/// Saves the form; gives what is wrong where a day or an hour in it is not understood.
fn submit(scene: &mut Scene<'_>, key: &FormKey, mut draft: OutcomeDraft, details: &Details) -> Option<OutcomeProblem> {
    let (entry, instance) = (details.entry.id, details.item.instance);
    if draft.is_untouched(&initial(details)) && !details.entry.is_training() {
        // Nothing was told: it took place, and no more than that is known.
        if details.item.state == EntryState::Planned {
            scene.save(key.clone(), Command::SetState { entry, instance, state: EntryState::Done });
        } else {
            scene.act(Action::Say(scene.words.get("diary-nothing-told")));
        }
        return None;
    }
    if details.item.outcome.is_some() {
        let entry = draft.corrected(&details.entry, instance);
        let new = new_people(&draft.met, scene.today);
        scene.save(key.clone(), Command::edit_entry(entry, new));
        return None;
    }
    if let Some(problem) = draft.problems(scene.now, scene.today).first().copied() {
        draft.tried = true;
        scene.form(key, || initial(details)).clone_from(&draft);
        return Some(problem);
    }
    let form = draft.form(&details.entry, instance, scene.now, scene.today);
    scene.save(key.clone(), Command::RecordOutcome(Box::new(form)));
    None
}

fn consequence_words(
    scene: &Scene<'_>,
    details: &Details,
    draft: &OutcomeDraft,
    consequence: &Consequence,
) -> (char, String) {
    let words = scene.words;
    match consequence {
        Consequence::Call { when } => {
            let when = match when {
                sponsor_core::model::When::AllDay { from, .. } => scene.formats.date_compact(*from),
                when => day_and_hours(scene.formats, words, when),
            };
            (icons::CALL, words.with("diary-creates-call", &[("when", when.into())]))
        }
        Consequence::Information { .. } => (icons::INFO, words.get("diary-creates-information")),
        Consequence::Promise { until, .. } => {
            let day = scene.formats.date_near(*until, scene.today);
            (icons::PROMISE, words.with("diary-creates-promise", &[("date", day.into())]))
        }
        Consequence::Step { person, call, on, .. } => {
            let typed = draft.met.iter().find(|one| one.id == *person).map(|one| one.name.as_str());
            let name = typed.unwrap_or_else(|| details.name(*person));
            let (icon, key) =
                if *call { (icons::CALL, "diary-creates-step-call") } else { (icons::TASK, "diary-creates-step") };
            let day = scene.formats.date_near(*on, scene.today);
            (icon, words.with(key, &[("name", name.into()), ("date", day.into())]))
        }
        Consequence::Person { name, city, phone, about } => {
            let name = name.full();
            let said = [&name, city, phone, about].map(String::as_str);
            let said: Vec<_> = said.into_iter().filter(|part| !part.is_empty()).collect();
            (icons::ADD_PERSON, said.join(" · "))
        }
    }
}
