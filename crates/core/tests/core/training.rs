//! Trainings: who came, what each person has learnt, the path and the methods.

use sponsor_core::DeskError;
use sponsor_core::command::{AttendanceSheet, Command, MethodChange, PathChange};
use sponsor_core::exchange::{
    Against, AttendanceOptions, AttendancePreview, AttendanceVerdict, ForTraining, NoProgress, Refusal, Who,
    preview_attendance, preview_names,
};
use sponsor_core::learning::{all_steps, methods, next_step, steps};
use sponsor_core::model::{
    Action, Attendance, AttendanceChange, Entry, EntryId, EntryKind, EntryState, Language, MethodWords, Mode, Name,
    OwnMethod, Person, PersonId, Phone, Registration, Repeat, Role, Settings, StepWords, Training, When,
};
use sponsor_core::query::{TimelineKind, learners, person, training, trainings};

use crate::figures::{Case, moment, november, now};

fn add(case: &Case, name: &str) -> PersonId {
    let person = Person::new(PersonId::new(case.desk.ids(), moment()), Name::from_full(name).unwrap(), november(1));
    let id = person.id;
    case.run(Command::AddPeople(vec![person]));
    id
}

/// A training at ten on a day of November, online.
fn held(case: &Case, on: u32, title: &str) -> Entry {
    let start = november(on).and_hms_opt(10, 0, 0).unwrap();
    let when = When::Timed { start, minutes: Some(60), zone: chrono_tz::Europe::Sofia };
    let mut entry = Entry::new(EntryId::new(case.desk.ids(), moment()), EntryKind::Event, title, when, moment());
    (entry.action, entry.action_chosen, entry.mode) = (Some(Action::Training), true, Some(Mode::Online));
    case.run(Command::AddEntry(Box::new(entry.clone())));
    entry
}

fn entry(case: &Case, id: EntryId) -> Entry {
    case.desk.read().unwrap().entry(id).unwrap().unwrap()
}

fn came(case: &Case, id: EntryId) -> Vec<Attendance> {
    entry(case, id).training.unwrap().came
}

fn settings(case: &Case) -> Settings {
    Settings::clone(case.desk.read().unwrap().settings().unwrap())
}

fn put(case: &Case, id: EntryId, changes: Vec<AttendanceChange>) {
    case.run(Command::Attend(Box::new(AttendanceSheet::of(id, changes))));
}

fn attendance(person: PersonId, mode: Mode, wants_more: bool) -> AttendanceChange {
    AttendanceChange::Came(Attendance { person, mode, wants_more })
}

fn of(case: &Case, id: EntryId) -> ForTraining {
    ForTraining { entry: std::sync::Arc::new(entry(case, id)), instance: None, is_new: false, invites: false }
}

fn pasted(case: &Case, id: EntryId, text: &str) -> AttendancePreview {
    let view = case.desk.read().unwrap();
    let against = Against { people: view.people(), ids: case.desk.ids(), now: now() };
    preview_names(text, of(case, id), &against)
}

fn file(case: &Case, id: EntryId, text: &str) -> AttendancePreview {
    let view = case.desk.read().unwrap();
    let against = Against { people: view.people(), ids: case.desk.ids(), now: now() };
    let options = AttendanceOptions::default();
    preview_attendance("гости.csv", text.as_bytes(), &options, of(case, id), &against, &NoProgress).unwrap()
}

fn counts(preview: &AttendancePreview) -> [usize; 4] {
    let counts = preview.counts();
    assert_eq!(preview.rows.len(), counts.added + counts.updated + counts.unchanged + counts.refused);
    [counts.added, counts.updated, counts.unchanged, counts.refused]
}

const FILE: &str = "Име;Телефон;Имейл;Присъствие;Иска повече\n\
    Мария Петрова;0888 111 222;;онлайн;да\n\
    Гост Гостев;0888 333 444;gost@example.com;на живо;\n\
    Невена Стоянова;;;да;\n\
    Мария Петрова;0888 111 222;;на живо;\n\
    Лъчезар Иванов;;;може би;\n";

#[test]
fn the_same_attendance_twice_changes_nothing_and_one_undo_takes_it_back() {
    let case = Case::new();
    let (training, maria) = (held(&case, 20, "Поканата").id, add(&case, "Мария Петрова"));
    let first = file(&case, training, FILE);
    assert_eq!(
        counts(&first),
        [1, 1, 2, 1],
        "a guest, Мария once, her second row and the sponsor, one that cannot be read"
    );
    case.run(first.into_command());
    let there = came(&case, training);
    assert_eq!(there.len(), 2, "nobody twice");
    assert_eq!(there[0], Attendance { person: maria, mode: Mode::InPerson, wants_more: true }, "there in person too");
    assert!(!there[1].wants_more);
    let second = file(&case, training, FILE);
    assert_eq!(counts(&second), [0, 0, 4, 1]);
    let before = entry(&case, training);
    case.run(second.into_command());
    assert_eq!(entry(&case, training), before);
    case.desk.undo().unwrap();
    assert!(entry(&case, training).training.is_none_or(|training| training.came.is_empty()));
    assert_eq!(case.desk.read().unwrap().people().len(), 2, "the guest goes with it");
}

#[test]
fn names_are_found_on_the_list_with_a_choice_where_two_fit_and_others_are_guests() {
    let case = Case::new();
    let training = held(&case, 20, "Поканата").id;
    let (maria, other) = (add(&case, "Мария Петрова"), add(&case, "Мария Колева"));
    let ivan = add(&case, "Иван Динев");
    let mut preview = pasted(&case, training, "Петрова Мария\nМария\nИван Д.\nГост Гостев\nГост Гостев\n");
    let verdicts: Vec<_> = preview.rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts[0], AttendanceVerdict::Updated(maria));
    assert_eq!(verdicts[1], AttendanceVerdict::Refused(Refusal::SeveralFit));
    assert_eq!(preview.rows[1].fitting.len(), 2);
    assert_eq!(verdicts[2], AttendanceVerdict::Updated(ivan));
    assert_eq!(verdicts[3], AttendanceVerdict::Added);
    assert!(matches!(verdicts[4], AttendanceVerdict::Unchanged(_)), "the same guest is not another");
    preview.say(1, Some(Who::Person(other)));
    assert_eq!(preview.rows[1].verdict, AttendanceVerdict::Updated(other));
    case.run(preview.into_command());
    let there: Vec<_> = came(&case, training).iter().map(|one| one.person).collect();
    assert_eq!(there.len(), 4);
    assert!(there.starts_with(&[maria, other, ivan]));
    assert!(came(&case, training).iter().all(|one| one.mode == Mode::Online), "as the training is");
    case.desk.undo().unwrap();
    assert_eq!(case.desk.read().unwrap().people().len(), 4);
}

#[test]
fn names_for_a_training_to_come_are_invited() {
    let case = Case::new();
    let (coming, maria) = (held(&case, 28, "Поканата").id, add(&case, "Мария Петрова"));
    let view = case.desk.read().unwrap();
    let against = Against { people: view.people(), ids: case.desk.ids(), now: now() };
    let training = ForTraining { invites: true, ..of(&case, coming) };
    let preview = preview_names("Мария Петрова\nГост Гостев", training, &against);
    drop(view);
    assert_eq!(counts(&preview), [1, 1, 0, 0]);
    case.run(preview.into_command());
    let training = entry(&case, coming).training.unwrap();
    assert_eq!((training.invited.len(), training.invited[0], training.came.len()), (2, maria, 0));
}

#[test]
fn somebody_of_the_same_name_with_another_phone_is_somebody_else_unless_it_is_said() {
    let case = Case::new();
    let training = held(&case, 20, "Поканата").id;
    let maria = add(&case, "Мария Петрова");
    let mut known = Person::clone(case.desk.read().unwrap().people().get(maria).unwrap());
    known.phones.push(Phone { number: "0888 999 999".to_owned(), label: String::new() });
    case.run(Command::EditPerson(Box::new(known)));
    let mut preview = file(&case, training, "Име;Телефон\nМария Петрова;0888 111 222\n");
    assert_eq!((preview.rows[0].verdict, preview.rows[0].fitting.as_slice()), (AttendanceVerdict::Added, &[maria][..]));
    preview.say(0, Some(Who::Person(maria)));
    assert_eq!(preview.rows[0].verdict, AttendanceVerdict::Updated(maria));
    preview.include(0, false);
    assert_eq!(counts(&preview), [0, 0, 1, 0]);
}

#[test]
fn neither_the_leader_nor_the_sponsor_are_put_down_as_those_who_came() {
    let case = Case::new();
    let (leader, guest) = (add(&case, "Яна Лидер"), add(&case, "Иван Гост"));
    let mut entry = held(&case, 20, "Списъкът");
    entry.training =
        Some(Training { topic: "Списъкът".to_owned(), leader: Some(leader), ..Training::default() });
    case.run(Command::EditEntry(Box::new(entry.clone())));
    let ticks = [leader, case.me, guest].map(|one| attendance(one, Mode::InPerson, false));
    put(&case, entry.id, ticks.to_vec());
    assert_eq!(came(&case, entry.id).iter().map(|one| one.person).collect::<Vec<_>>(), [guest]);
    let view = case.desk.read().unwrap();
    let shown = training(&view, entry.id, None, moment()).unwrap().unwrap();
    assert_eq!((shown.row.came, shown.people.len(), shown.leader.unwrap().id), (1, 1, leader));
    let all = trainings(&view, moment(), november(24), 30).unwrap();
    assert_eq!((all.held.len(), all.month.in_training), (1, Some(1)));
}

#[test]
fn what_is_no_training_takes_no_attendance() {
    let case = Case::new();
    let guest = add(&case, "Иван Гост");
    let entry =
        Entry::new(EntryId::new(case.desk.ids(), moment()), EntryKind::Call, "Звън", When::day(november(3)), moment());
    case.run(Command::AddEntry(Box::new(entry.clone())));
    let sheet = AttendanceSheet::of(entry.id, vec![attendance(guest, Mode::Online, true)]);
    let refused = case.try_run(Command::Attend(Box::new(sheet)));
    assert!(matches!(refused, Err(DeskError::Command(_))));
}

#[test]
fn who_came_to_one_training_of_a_series_came_to_no_other() {
    let case = Case::new();
    let guest = add(&case, "Иван Гост");
    let mut series = held(&case, 3, "Всеки вторник");
    series.repeat = Some(Repeat::new("FREQ=WEEKLY;COUNT=6").unwrap());
    case.run(Command::EditEntry(Box::new(series.clone())));
    let all = |case: &Case| trainings(&case.desk.read().unwrap(), moment(), november(24), 30).unwrap();
    assert_eq!((all(&case).held.len(), all(&case).coming.len()), (4, 2));
    let fresh = EntryId::new(case.desk.ids(), moment());
    let changes = vec![attendance(guest, Mode::InPerson, true)];
    let sheet = AttendanceSheet { instance: Some((november(10), fresh)), ..AttendanceSheet::of(series.id, changes) };
    case.run(Command::Attend(Box::new(sheet)));
    assert_eq!((all(&case).held.len(), all(&case).coming.len()), (4, 2), "the same days as before");
    let counted: Vec<_> = all(&case).held.iter().map(|row| (row.item.id == fresh, row.came)).collect();
    assert_eq!(counted.iter().filter(|(_, came)| *came == 1).count(), 1);
    assert!(counted.contains(&(true, 1)));
    case.desk.undo().unwrap();
    assert_eq!(all(&case).held.iter().filter(|row| row.came > 0).count(), 0);
}

#[test]
fn trainings_that_are_over_stand_apart_and_dropped_ones_nowhere() {
    let case = Case::new();
    let (past, coming, dropped) =
        (held(&case, 17, "Минало"), held(&case, 28, "Предстоящо"), held(&case, 18, "Отпаднало"));
    case.run(Command::SetState { entry: dropped.id, instance: None, state: EntryState::Dropped });
    let view = case.desk.read().unwrap();
    let all = trainings(&view, moment(), november(24), 30).unwrap();
    let ids = |rows: &[sponsor_core::query::TrainingRow]| rows.iter().map(|row| row.item.id).collect::<Vec<_>>();
    assert_eq!((ids(&all.held), ids(&all.coming)), (vec![past.id], vec![coming.id]));
    assert_eq!(trainings(&view, moment(), november(24), 0).unwrap().older, 1);
}

#[test]
fn a_learnt_step_stands_with_its_day_and_the_next_one_follows() {
    let case = Case::new();
    let lili = add(&case, "Лили Караджова");
    let registration = Registration::new(november(2), Role::Partner, case.me);
    case.run(Command::Register { person: lili, registration });
    let learn = |step: &str, on| Command::Learn { people: vec![lili], step: step.to_owned(), on };
    case.run(learn("product", Some(november(20))));
    case.run(learn("product", Some(november(21))));
    let view = case.desk.read().unwrap();
    let known = Person::clone(view.people().get(lili).unwrap());
    assert_eq!(known.learnt.iter().map(|one| one.on).collect::<Vec<_>>(), [november(21)]);
    let path = steps(view.settings().unwrap(), Language::Bulgarian);
    assert_eq!(next_step(&path, &known.learnt).unwrap().key, "list");
    assert_eq!(learners(&view).iter().map(|one| one.id).collect::<Vec<_>>(), [lili]);
    let timeline = person(&view, lili, november(24)).unwrap().unwrap().timeline;
    let learnt = |kind: &TimelineKind| matches!(kind, TimelineKind::Learnt(step) if step == "product");
    assert!(timeline.iter().any(|line| learnt(&line.kind) && line.on == Some(november(21))));
    drop(view);
    case.run(learn("product", None));
    assert!(case.desk.read().unwrap().people().get(lili).unwrap().learnt.is_empty());
    case.desk.undo().unwrap();
    assert_eq!(case.desk.read().unwrap().people().get(lili).unwrap().learnt.len(), 1);
    assert!(case.try_run(Command::Learn { people: vec![lili], step: "none".to_owned(), on: None }).is_err());
}

#[test]
fn the_path_is_renamed_ordered_switched_off_and_had_back() {
    let case = Case::new();
    let change = |change: PathChange| case.run(Command::ChangePath(change));
    let titles = || {
        let path = steps(&settings(&case), Language::Bulgarian);
        path.into_iter().map(|step| step.words.title).collect::<Vec<_>>()
    };
    let shipped = titles();
    let own = |title: &str| StepWords { title: title.to_owned(), ..StepWords::default() };
    change(PathChange::Add(own(" Моята стъпка ")));
    assert_eq!(titles().last().unwrap(), "Моята стъпка");
    change(PathChange::Move { step: "invitation".to_owned(), to: 0 });
    change(PathChange::Reword { step: "list".to_owned(), words: Some(own("Сто имена")) });
    change(PathChange::Switch { step: "product".to_owned(), on: false });
    assert_eq!(titles()[..2], ["Поканата", "Сто имена"]);
    assert!(!titles().contains(&"Продуктът".to_owned()));
    assert_eq!(all_steps(&settings(&case), Language::English).len(), shipped.len() + 1);
    change(PathChange::Reword { step: "list".to_owned(), words: None });
    assert!(titles().contains(&"Списъкът".to_owned()));
    change(PathChange::Shipped);
    assert_eq!(titles()[..shipped.len()], shipped);
    let mine = all_steps(&settings(&case), Language::Bulgarian).last().unwrap().key.clone();
    change(PathChange::Remove(mine));
    assert_eq!(titles(), shipped);
    assert!(settings(&case).learning_path.is_empty(), "nothing is kept of what is as it comes");
    case.desk.undo().unwrap();
    assert_eq!(titles().last().unwrap(), "Моята стъпка");
    assert!(case.try_run(Command::ChangePath(PathChange::Remove("list".to_owned()))).is_err());
    assert!(case.try_run(Command::ChangePath(PathChange::Add(own(" ")))).is_err());
}

#[test]
fn methods_are_written_hidden_and_had_back_each_language_by_itself() {
    let case = Case::new();
    let change = |change: MethodChange| case.run(Command::ChangeMethod(change));
    let find = |title: &str, language| {
        methods(&settings(&case), language).into_iter().find(|method| method.words.title == title)
    };
    let write = |key: &str, title: &str| {
        let words = MethodWords { title: title.to_owned(), ..MethodWords::default() };
        let method = OwnMethod { key: key.to_owned(), language: Language::Bulgarian, live: true, words };
        MethodChange::Write(Box::new(method))
    };
    let count = methods(&settings(&case), Language::Bulgarian).len();
    change(write("", "Разходка в парка"));
    let own = find("Разходка в парка", Language::English).unwrap();
    assert!(own.live && !own.shipped, "what is written in one language stands in the other as it is");
    change(write("live_talk", "Кафе на две"));
    assert!(find("Кафе на две", Language::Bulgarian).is_some_and(|method| method.shipped && method.reworded));
    assert!(find("A live talk", Language::English).is_some());
    change(MethodChange::Hide { method: "live_talk".to_owned(), hidden: true });
    assert!(find("Кафе на две", Language::Bulgarian).unwrap().hidden);
    change(MethodChange::Unwrite("live_talk".to_owned()));
    change(MethodChange::Unwrite(own.key));
    assert_eq!(methods(&settings(&case), Language::Bulgarian).len(), count);
    assert!(settings(&case).own_methods.is_empty());
    case.desk.undo().unwrap();
    assert!(find("Разходка в парка", Language::Bulgarian).is_some());
}

#[test]
fn two_people_who_are_one_have_learnt_what_either_has() {
    let case = Case::new();
    let (keep, gone) = (add(&case, "Лили Караджова"), add(&case, "Лили К"));
    for (person, step) in [(keep, "product"), (gone, "list")] {
        case.run(Command::Learn { people: vec![person], step: step.to_owned(), on: Some(november(20)) });
    }
    let person = Person::clone(case.desk.read().unwrap().people().get(keep).unwrap());
    case.run(Command::JoinPeople { keep, gone, person: Box::new(person) });
    let view = case.desk.read().unwrap();
    let learnt: Vec<_> = view.people().get(keep).unwrap().learnt.iter().map(|one| one.step.as_str()).collect();
    assert_eq!(learnt, ["product", "list"]);
}
