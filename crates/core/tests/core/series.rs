//! What of a series stands with its people: what was held, what comes next, and how far it takes them.

use sponsor_core::command::{Command, OutcomeForm};
use sponsor_core::model::{
    Action, Entry, EntryId, EntryKind, EntryState, Outcome, PersonId, Repeat, Role, Stage, TaskNature, When,
};
use sponsor_core::query::{ListQuestion, PersonView, TimelineKind, list, person, silent_people};

use crate::figures::{Case, moment, november, now};

fn entry(case: &Case, who: PersonId, title: &str, on: u32, hour: u32) -> Entry {
    let start = november(on).and_hms_opt(hour, 0, 0).unwrap();
    let when = When::Timed { start, minutes: Some(60), zone: chrono_tz::Europe::Sofia };
    let mut entry = Entry::new(EntryId::new(case.desk.ids(), moment()), EntryKind::Meeting, title, when, moment());
    entry.people = vec![who];
    entry
}

fn add(case: &Case, entry: &Entry) -> EntryId {
    case.run(Command::AddEntry(Box::new(entry.clone())));
    entry.id
}

fn weekly(case: &Case, who: PersonId) -> EntryId {
    let mut entry = entry(case, who, "Кафе", 3, 10);
    entry.repeat = Some(Repeat::new("FREQ=WEEKLY").unwrap());
    add(case, &entry)
}

fn pane(case: &Case, who: PersonId) -> PersonView {
    person(&case.desk.read().unwrap(), who, now().date()).unwrap().unwrap()
}

fn held(case: &Case, entry: EntryId, on: u32, change: impl FnOnce(&mut OutcomeForm)) {
    let there = case.desk.read().unwrap().entry(entry).unwrap().unwrap();
    let mut form = OutcomeForm::about(&there, Some(november(on)));
    change(&mut form);
    case.run(Command::RecordOutcome(Box::new(form)));
}

#[test]
fn what_was_held_stands_in_the_timeline_and_the_next_instance_is_upcoming_on_its_own_day() {
    let case = Case::new();
    let maria = case.contact("Мария Петрова");
    let series = weekly(&case, maria);
    held(&case, series, 10, |form| form.talked_about = "за почивката".to_owned());
    case.run(Command::SetState { entry: series, instance: Some(november(17)), state: EntryState::Dropped });
    let shown = pane(&case, maria);
    let next: Vec<_> = shown.upcoming.iter().map(|item| (item.when.first_day(), item.instance)).collect();
    assert_eq!(next, [(Some(november(24)), Some(november(24)))]);
    assert_eq!(shown.row.next, Some(november(24)));
    let entries: Vec<_> = shown
        .timeline
        .iter()
        .filter_map(|line| match &line.kind {
            TimelineKind::Entry(item) => {
                Some((line.on, item.state, item.outcome.as_ref().map(|outcome| outcome.talked_about.clone())))
            }
            _ => None,
        })
        .collect();
    let talked = Some("за почивката".to_owned());
    assert_eq!(
        entries,
        [(Some(november(17)), EntryState::Dropped, None), (Some(november(10)), EntryState::Done, talked)]
    );
    case.run(Command::SetState { entry: series, instance: Some(november(24)), state: EntryState::Done });
    assert_eq!(pane(&case, maria).row.next, Some(november(24) + chrono::Days::new(7)));
}

#[test]
fn an_instance_that_was_held_takes_its_people_from_new_to_the_first_talk_on_its_day() {
    let case = Case::new();
    let (maria, ivan, met) = (case.contact("Мария"), case.contact("Иван"), case.contact("Нов Човек"));
    let series = weekly(&case, maria);
    held(&case, series, 10, |form| form.met = vec![maria, met]);
    let stage = |who| {
        let view = case.desk.read().unwrap();
        let person = view.people().get(who).unwrap();
        (person.stage, person.stage_changes.last().map(|change| change.on))
    };
    assert_eq!(stage(maria), (Stage::FirstTalk, Some(november(10))));
    assert_eq!(stage(met), (Stage::FirstTalk, Some(november(10))));
    let other = weekly(&case, ivan);
    case.run(Command::SetState { entry: other, instance: Some(november(3)), state: EntryState::Dropped });
    assert_eq!(stage(ivan).0, Stage::New);
    case.run(Command::SetState { entry: other, instance: Some(november(17)), state: EntryState::Done });
    assert_eq!(stage(ivan), (Stage::FirstTalk, Some(november(17))));
}

#[test]
fn the_last_talk_is_asked_about_however_much_is_planned_after_it() {
    let case = Case::new();
    let maria = case.contact("Мария");
    case.run(Command::SetCadence { people: vec![maria], days: Some(3) });
    let mut talk = entry(&case, maria, "Кафе", 5, 10);
    talk.state = EntryState::Done;
    talk.outcome = Some(Outcome { talked_about: "за сина ѝ".to_owned(), ..Outcome::default() });
    add(&case, &talk);
    for hour in 0..14 {
        add(&case, &entry(&case, maria, "После", 28, hour));
        let mut task = entry(&case, maria, "Някога", 28, hour);
        (task.kind, task.when) = (EntryKind::Task, When::Undated);
        add(&case, &task);
    }
    let asked = || silent_people(&case.desk.read().unwrap(), now().date()).unwrap().remove(0).ask;
    assert_eq!((asked().text.as_str(), asked().on), ("за сина ѝ", Some(november(5))));
    let series = weekly(&case, maria);
    held(&case, series, 17, |form| form.talked_about = "за курса".to_owned());
    assert_eq!((asked().text.as_str(), asked().on), ("за курса", Some(november(17))));
    held(&case, series, 10, |form| form.important = "изпитът".to_owned());
    assert_eq!(asked().text, "изпитът");
    let mut promise = entry(&case, maria, "Да пратя снимки", 26, 9);
    (promise.kind, promise.nature) = (EntryKind::Task, Some(TaskNature::MyPromise));
    promise.repeat = Some(Repeat::new("FREQ=WEEKLY").unwrap());
    add(&case, &promise);
    assert_eq!(asked().text, "Да пратя снимки");
}

#[test]
fn the_list_says_when_the_next_meeting_of_a_series_is() {
    let case = Case::new();
    let maria = case.contact("Мария");
    weekly(&case, maria);
    let shown = list(&case.desk.read().unwrap(), &ListQuestion::all(november(25))).unwrap();
    assert_eq!(shown.rows[0].next, Some(november(24) + chrono::Days::new(7)));
}

#[test]
fn a_typo_mended_in_an_old_entry_does_not_recount_it() {
    let case = Case::new();
    let ivan = case.contact("Иван");
    let action = |id| case.desk.read().unwrap().entry(id).unwrap().unwrap().action;
    let change = |id, change: &dyn Fn(&mut Entry)| {
        let mut entry = case.desk.read().unwrap().entry(id).unwrap().unwrap();
        change(&mut entry);
        case.run(Command::EditEntry(Box::new(entry)));
    };
    let [held, open] = [12, 26].map(|on| add(&case, &entry(&case, ivan, "Кфе", on, 10)));
    case.run(Command::SetState { entry: held, instance: None, state: EntryState::Done });
    assert_eq!(action(held), Some(Action::Meeting));
    case.run(Command::ReachStage { people: vec![ivan], stage: Stage::ThinkingOver, ask_again: None });
    change(held, &|entry| entry.title = "Кафе".to_owned());
    assert_eq!(action(held), Some(Action::Meeting), "what is done is not recounted");
    change(open, &|entry| entry.note = "в центъра".to_owned());
    assert_eq!(action(open), Some(Action::Meeting), "nothing of what it is guessed from has changed");
    change(open, &|entry| entry.title = "Кафе".to_owned());
    assert_eq!(action(open), Some(Action::FollowUp));
    change(open, &|entry| (entry.action, entry.action_chosen) = (Some(Action::Call), true));
    change(open, &|entry| entry.title = "Презентация".to_owned());
    assert_eq!(action(open), Some(Action::Call), "what a person chose stays");
    let partner = case.registered("Партньор", case.me, november(1), Role::Partner);
    let guest = case.contact("Гост");
    let two = add(&case, &entry(&case, guest, "Кафе", 27, 10));
    change(two, &|entry| entry.people.push(partner));
    assert_eq!(action(two), Some(Action::TwoPlusOne));
}
