//! What keeps the link with people alive: contacts, the cadence, the thing to ask, days on which one congratulates.

use chrono::{Days, NaiveDate};
use sponsor_core::command::{Command, ContactKind, ContactLog, Line};
use sponsor_core::model::{
    Entry, EntryId, EntryKind, EntryState, Goal, GoalId, GoalState, Language, Outcome, PartialDate, Person, PersonId,
    Priority, Relation, Repeat, Role, Settings, Stage, TaskNature, When,
};
use sponsor_core::query::{
    AskKind, Item, OccasionKind, PersonView, Standing, TimelineKind, jogger, occasions, person, silent_people, today,
};

use crate::figures::{Case, moment, november, now};

fn entry(
    case: &Case,
    kind: EntryKind,
    title: &str,
    when: When,
    who: PersonId,
    shape: impl FnOnce(&mut Entry),
) -> EntryId {
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, kind, title, when, moment());
    entry.people.push(who);
    shape(&mut entry);
    case.run(Command::AddEntry(Box::new(entry)));
    id
}

fn log(case: &Case, who: PersonId, kind: ContactKind, shape: impl FnOnce(&mut ContactLog)) {
    let mut log = ContactLog::new(EntryId::new(case.desk.ids(), moment()), who, kind);
    shape(&mut log);
    case.run(Command::LogContact(Box::new(log)));
}

fn done(entry: &mut Entry) {
    entry.state = EntryState::Done;
}

fn view(case: &Case, who: PersonId) -> PersonView {
    person(&case.desk.read().unwrap(), who, november(24)).unwrap().unwrap()
}

fn known(case: &Case, who: PersonId) -> Person {
    Person::clone(case.desk.read().unwrap().people().get(who).unwrap())
}

fn standing(case: &Case, who: PersonId) -> Standing {
    let view = case.desk.read().unwrap();
    view.people().standing(view.people().get(who).unwrap())
}

fn last_contact(case: &Case, who: PersonId) -> Option<NaiveDate> {
    standing(case, who).last_contact
}

fn cadence(case: &Case, who: PersonId) -> Option<u16> {
    standing(case, who).cadence_days
}

fn change(case: &Case, who: PersonId, how: impl FnOnce(&mut Person)) {
    let mut person = known(case, who);
    how(&mut person);
    case.run(Command::EditPerson(Box::new(person)));
}

fn set(case: &Case, how: impl FnOnce(&mut Settings)) {
    let mut settings = Settings::clone(case.desk.read().unwrap().people().settings().unwrap());
    how(&mut settings);
    case.run(Command::ChangeSettings(Box::new(settings)));
}

#[test]
fn a_contact_is_written_down_with_the_next_call_as_one_step() {
    let case = Case::new();
    let maria = case.contact("Мария Петрова");
    let before = known(&case, maria);
    log(&case, maria, ContactKind::Call, |log| {
        log.said = " харесва пробата ".to_owned();
        log.next_call = Some(november(30));
        log.need = "каталог".to_owned();
        log.greeted = Some(november(24));
    });
    let shown = view(&case, maria);
    let call: &Item = shown.upcoming.first().unwrap();
    assert_eq!((call.kind, call.when), (EntryKind::Call, When::day(november(30))));
    let person = known(&case, maria);
    assert_eq!((person.stage, person.greeted_on), (Stage::FirstTalk, Some(november(24))));
    assert_eq!(person.needs.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["каталог"]);
    let done = shown.timeline.iter().find_map(|line| match &line.kind {
        TimelineKind::Entry(item) => Some(item),
        _ => None,
    });
    let outcome = done.unwrap().outcome.clone().unwrap();
    assert_eq!((outcome.talked_about.as_str(), outcome.call), ("харесва пробата", Some(call.id)));
    assert_eq!(last_contact(&case, maria), Some(november(24)));
    case.desk.undo().unwrap();
    assert_eq!((known(&case, maria), last_contact(&case, maria)), (before, None));
    assert!(view(&case, maria).upcoming.is_empty());
}

#[test]
fn a_message_that_was_sent_keeps_its_words_and_no_call_follows_unless_asked_for() {
    let case = Case::new();
    let maria = case.contact("Мария Петрова");
    log(&case, maria, ContactKind::Message, |log| log.said = "Здравей".to_owned());
    let shown = view(&case, maria);
    assert!(shown.upcoming.is_empty());
    let notes = shown.timeline.iter().filter_map(|line| match &line.kind {
        TimelineKind::Entry(item) => Some((item.kind, item.note.clone())),
        _ => None,
    });
    assert_eq!(notes.collect::<Vec<_>>(), [(EntryKind::Message, "Здравей".to_owned())]);
}

#[test]
fn the_cadence_counts_from_what_took_place_and_never_from_a_reminder() {
    let case = Case::new();
    let who = case.contact("Мария Петрова");
    assert_eq!((last_contact(&case, who), cadence(&case, who)), (None, None));
    entry(&case, EntryKind::Call, "Обаждане", When::day(november(2)), who, |_| {});
    entry(&case, EntryKind::Task, "Каталог", When::day(november(3)), who, done);
    entry(&case, EntryKind::Event, "Обучение", When::day(november(4)), who, done);
    let series = entry(&case, EntryKind::Event, "Сбирка", When::day(november(5)), who, |entry| {
        entry.repeat = Repeat::new("FREQ=WEEKLY").ok();
    });
    case.run(Command::SetState { entry: series, instance: Some(november(12)), state: EntryState::Done });
    assert_eq!(last_contact(&case, who), None, "neither a plan nor a task nor an event is a contact");
    entry(&case, EntryKind::Message, "Писах", When::day(november(6)), who, done);
    assert_eq!(last_contact(&case, who), Some(november(6)));
    let calls = entry(&case, EntryKind::Call, "Всяка неделя", When::day(november(1)), who, |entry| {
        entry.repeat = Repeat::new("FREQ=WEEKLY").ok();
    });
    case.run(Command::SetState { entry: calls, instance: Some(november(8)), state: EntryState::Done });
    assert_eq!(last_contact(&case, who), Some(november(8)));
    entry(&case, EntryKind::Note, "За 30 ноември", When::day(november(30)), who, |_| {});
    assert_eq!(last_contact(&case, who), Some(november(24)), "a note is of the day on which it was written");
    assert_eq!(cadence(&case, who), Some(14));
}

#[test]
fn a_person_goes_before_a_stage_a_stage_before_a_relation_and_that_before_the_rest() {
    let case = Case::new();
    let who = case.contact("Мария Петрова");
    entry(&case, EntryKind::Call, "Обаждане", When::day(november(2)), who, done);
    set(&case, |settings| settings.cadence_days = 21);
    assert_eq!(cadence(&case, who), Some(21));
    set(&case, |settings| settings.cadence_by_relation = vec![(Relation::Friend, 30)]);
    change(&case, who, |person| person.relation = Some(Relation::Friend));
    assert_eq!(cadence(&case, who), Some(30));
    set(&case, |settings| settings.cadence_by_stage = vec![(Stage::FirstTalk, 10)]);
    assert_eq!(cadence(&case, who), Some(10));
    case.run(Command::SetCadence { people: vec![who], days: Some(3) });
    assert_eq!(cadence(&case, who), Some(3));
}

#[test]
fn the_thing_to_ask_is_chosen_in_the_products_order() {
    let case = Case::new();
    let who = case.contact("Мария Петрова");
    let asked = || {
        let silent = silent_people(&case.desk.read().unwrap(), november(24)).unwrap();
        let ask = silent.into_iter().find(|one| one.standing.person.id == who).unwrap().ask;
        (ask.kind, ask.text, ask.on)
    };
    entry(&case, EntryKind::Call, "Мария Петрова: ремонтът", When::day(november(2)), who, done);
    // What is planned, however much of it, is no talk.
    for on in 0..20 {
        let when = When::day(november(25).checked_add_days(Days::new(on)).unwrap());
        entry(&case, EntryKind::Call, "Обаждане", when, who, |_| {});
    }
    assert_eq!(asked(), (AskKind::LastTalk, "ремонтът".to_owned(), Some(november(2))));
    let series = entry(&case, EntryKind::Call, "Мария Петрова", When::day(november(1)), who, |entry| {
        entry.repeat = Repeat::new("FREQ=DAILY;COUNT=9").ok();
    });
    let form = sponsor_core::command::OutcomeForm {
        talked_about: "изпитът на дъщерята".to_owned(),
        ..sponsor_core::command::OutcomeForm::about(
            &case.desk.read().unwrap().entry(series).unwrap().unwrap(),
            Some(november(5)),
        )
    };
    case.run(Command::RecordOutcome(Box::new(form)));
    assert_eq!(asked(), (AskKind::LastTalk, "изпитът на дъщерята".to_owned(), Some(november(5))));
    let goal = Goal {
        id: GoalId::new(case.desk.ids(), moment()),
        person: who,
        what: "своя кола".to_owned(),
        until: None,
        why: String::new(),
        agreed: november(1),
        decided: None,
        state: GoalState::Open,
    };
    case.run(Command::SetGoal(Box::new(goal)));
    assert_eq!(asked().0, AskKind::Goal);
    entry(&case, EntryKind::Meeting, "Кафе", When::day(november(3)), who, |entry| {
        done(entry);
        entry.outcome = Some(Outcome { important: "болно коляно".to_owned(), ..Outcome::default() });
    });
    assert_eq!(asked(), (AskKind::Important, "болно коляно".to_owned(), None));
    let task = |title: &str, on: u32, nature: TaskNature| {
        entry(&case, EntryKind::Task, title, When::day(november(on)), who, |task| task.nature = Some(nature));
    };
    task("каталог", 28, TaskNature::InformationAsked);
    assert_eq!(asked(), (AskKind::Information, "каталог".to_owned(), None));
    task("тяхна уговорка", 25, TaskNature::TheirPromise);
    task("цена", 29, TaskNature::MyPromise);
    task("проба", 26, TaskNature::MyPromise);
    assert_eq!(asked(), (AskKind::Promise, "проба".to_owned(), None));
}

#[test]
fn a_starred_note_is_what_was_marked_important() {
    let case = Case::new();
    let who = case.contact("Мария Петрова");
    let note = |entry: &mut Entry| entry.created = november(2).and_hms_opt(9, 0, 0).unwrap();
    entry(&case, EntryKind::Note, "Търси работа за сина си", When::Undated, who, |entry| {
        note(entry);
        entry.priority = Priority::Important;
    });
    entry(&case, EntryKind::Note, "Харесва чай", When::Undated, who, note);
    let silent = silent_people(&case.desk.read().unwrap(), november(24)).unwrap();
    let ask = &silent.first().unwrap().ask;
    assert_eq!((ask.kind, ask.text.as_str()), (AskKind::Important, "Търси работа за сина си"));
}

#[test]
fn what_is_kept_today_is_one_line_a_person_and_goes_when_they_were_congratulated() {
    let case = Case::new();
    let katya = case.contact("Екатерина Танева");
    change(&case, katya, |person| person.birthday = PartialDate::new(Some(1990), 11, 24).ok());
    let stoyan =
        case.registered("Стоян Вълчев", case.me, NaiveDate::from_ymd_opt(2024, 11, 24).unwrap(), Role::Partner);
    let new = case.registered("Мира Николова", case.me, november(24), Role::Partner);
    let other = case.contact("Екатерина Далчева");
    change(&case, other, |person| person.off_list = true);
    let kept = |language| {
        let found = occasions(&case.desk.read().unwrap(), &(november(24)..=november(24)), language);
        found.into_iter().map(|one| (one.person.id, one.kinds, one.greeted)).collect::<Vec<_>>()
    };
    let birthday = OccasionKind::Birthday { age: Some(36) };
    let years = vec![OccasionKind::Registration { years: 2 }];
    let english = vec![(stoyan, years, false), (katya, vec![birthday], false)];
    assert_eq!(kept(Language::English), english);
    let bulgarian = kept(Language::Bulgarian);
    let (who, kinds, _) = bulgarian.last().unwrap();
    assert_eq!((bulgarian.len(), *who, kinds.len()), (2, katya, 2));
    assert!(matches!(kinds.last(), Some(OccasionKind::NameDay { .. })));
    assert!(!bulgarian.iter().any(|(who, ..)| *who == new || *who == other));
    case.run(Command::Greet { person: katya, on: november(24) });
    assert!(kept(Language::Bulgarian).iter().any(|(who, _, greeted)| *who == katya && *greeted));
    case.desk.undo().unwrap();
    assert_eq!(kept(Language::Bulgarian), bulgarian);
    assert_eq!(today(&case.desk.read().unwrap(), now()).unwrap().occasions.len(), 2);
}

#[test]
fn the_timeline_is_one_stream_of_lines_results_and_changes_without_what_stands_above_it() {
    let case = Case::new();
    let who = case.contact("Мария Петрова");
    for (about, text) in [(Line::Need, "старо"), (Line::Need, "ново"), (Line::GoingOn, "едно")] {
        case.run(Command::AddLine { person: who, about, text: text.to_owned() });
    }
    change(&case, who, |person| "Варна".clone_into(&mut person.city));
    change(&case, who, |person| "учител".clone_into(&mut person.occupation));
    let lines: Vec<_> = view(&case, who).timeline.into_iter().map(|line| line.kind).collect();
    let changed = TimelineKind::Changed(vec!["occupation".to_owned(), "city".to_owned()]);
    assert_eq!(lines, [TimelineKind::Need("старо".to_owned()), changed, TimelineKind::Came]);
}

#[test]
fn new_names_of_the_week_stand_beside_the_prompts_the_newest_first() {
    let case = Case::new();
    case.contact("Преди Това");
    let add = |name: &str| {
        let id = PersonId::new(case.desk.ids(), moment());
        let name = sponsor_core::model::Name::from_full(name).unwrap();
        case.run(Command::AddPeople(vec![Person::new(id, name, november(24))]));
    };
    add("Първа Добавена");
    add("Втора Добавена");
    case.run(Command::PlanCount {
        person: case.me,
        on: november(24),
        action: sponsor_core::model::PlanAction::NewNames,
        planned: 10,
    });
    let beside = jogger(&case.desk.read().unwrap(), november(24)).unwrap();
    let names: Vec<_> = beside.today.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names, beside.this_week, beside.planned), (vec!["Втора Добавена", "Първа Добавена"], 2, 10));
}
