//! What the examples hold.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::{Recipe, Size, fill, ids};
use crate::desk::Desk;
use crate::model::{
    Action, AnyRecord, Entry, EntryKind, EntryState, FigurePeriod, Interview, InterviewState, Language, Order, Person,
    PersonId, RecordKind, Role,
};
use crate::moment::Now;
use crate::query::{View, silent_people};
use crate::store::MemoryMedium;

fn recipe(size: Size, seed: u64) -> Recipe {
    at(size, seed, NaiveDate::from_ymd_opt(2026, 11, 24).unwrap())
}

fn at(size: Size, seed: u64, day: NaiveDate) -> Recipe {
    let now = Now::new(day.and_hms_opt(12, 40, 0).unwrap(), chrono_tz::Europe::Sofia);
    Recipe { seed, size, language: Language::Bulgarian, now }
}

fn made(recipe: &Recipe) -> Desk {
    let desk = Desk::create_in(Box::new(MemoryMedium::new()), ids(recipe), recipe.now).unwrap();
    fill(&desk, recipe, &mut |_, _| {}).unwrap();
    desk
}

fn records(desk: &Desk) -> Vec<AnyRecord> {
    let mut all = Vec::new();
    desk.read().unwrap().each_record(|record| all.push(record)).unwrap();
    all
}

fn points(view: &View, days: std::ops::RangeInclusive<NaiveDate>) -> Decimal {
    view.all::<Order>()
        .unwrap()
        .iter()
        .filter(|order| days.contains(&order.on))
        .map(|order| order.points.amount())
        .sum()
}

#[test]
fn the_same_seed_gives_the_same_records_and_another_gives_others() {
    for size in [Size::Small, Size::Year] {
        let first = made(&recipe(size, 7));
        assert_eq!(records(&first), records(&made(&recipe(size, 7))));
        assert_ne!(records(&first), records(&made(&recipe(size, 8))));
        assert_eq!(first.read().unwrap().check().unwrap().problems, []);
    }
}

#[test]
fn the_english_example_is_the_same_life_with_latin_names() {
    let english = Recipe { language: Language::English, ..recipe(Size::Small, 7) };
    let (english, bulgarian) = (made(&english), made(&recipe(Size::Small, 7)));
    let english = records(&english);
    assert_eq!(english.len(), records(&bulgarian).len());
    let cyrillic = |text: &str| text.chars().any(|letter| ('\u{0400}'..='\u{04ff}').contains(&letter));
    let odd = english.iter().find(|record| cyrillic(&serde_json::to_string(record).unwrap()));
    assert_eq!(odd, None);
}

#[test]
fn the_small_example_has_the_figures_of_the_pictures() {
    let desk = made(&recipe(Size::Small, 1));
    let view = desk.read().unwrap();
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    assert_eq!(points(&view, day(11, 1)..=day(11, 24)), Decimal::from(1_284));
    assert_eq!(points(&view, day(10, 1)..=day(10, 24)), Decimal::from(1_146));
    assert_eq!(points(&view, day(10, 1)..=day(10, 31)), Decimal::from(1_420));
    assert_eq!(points(&view, day(2, 1)..=day(2, 28)), Decimal::from(880));
    let people: Vec<Person> = view.all().unwrap();
    let users: Vec<_> = people.iter().filter_map(|person| person.registration.as_ref()).collect();
    let partners = |role| users.iter().filter(|own| own.role == role).count();
    assert_eq!((users.len(), partners(Role::Partner), partners(Role::Customer)), (38, 24, 14));
    let new: Vec<_> = users.iter().filter(|own| own.on >= day(11, 1)).collect();
    assert_eq!((new.len(), new.iter().filter(|own| own.role == Role::Partner).count()), (5, 3));
    let entries: Vec<Entry> = view.all().unwrap();
    let came = || {
        let held = entries.iter().filter(|entry| entry.when.first_day() >= Some(day(11, 1)));
        held.flat_map(|entry| entry.training.iter()).flat_map(|training| training.came.iter())
    };
    let all: BTreeSet<_> = came().map(|one| one.person).collect();
    let wants: BTreeSet<_> = came().filter(|one| one.wants_more).map(|one| one.person).collect();
    assert_eq!((all.len(), wants.len()), (11, 4));
    let mine = |person: &&Person| person.is_mine() && person.id != view.settings().unwrap().me;
    let home = people.iter().filter(mine).filter(|person| person.city == "Пловдив").count();
    assert_eq!((home, people.iter().filter(mine).count()), (126, 214));
    let done = |action: Action| -> u16 {
        let this_month = |entry: &&Entry| entry.when.first_day() >= Some(day(11, 1)) && entry.state == EntryState::Done;
        entries
            .iter()
            .filter(this_month)
            .filter(|entry| entry.action == Some(action.clone()))
            .map(|entry| entry.count)
            .sum()
    };
    assert_eq!((done(Action::Call), done(Action::TwoPlusOne), done(Action::Training)), (58, 7, 4));
}

#[test]
fn the_small_example_has_the_day_of_the_pictures() {
    let recipe = recipe(Size::Small, 1);
    let desk = made(&recipe);
    let view = desk.read().unwrap();
    let today = crate::query::today(&view, recipe.now).unwrap();
    let titles: Vec<_> = today.programme.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles.len(), 6, "{titles:?}");
    assert_eq!(today.overdue.len(), 1);
    assert_eq!(today.notes.len(), 3);
    assert_eq!(today.evening.streak, 12);
    // Saint Catherine: five name days, and a birthday.
    assert_eq!(today.occasions.len(), 6);
    let elena = today.first_days.first().unwrap();
    assert_eq!((elena.done, elena.total, elena.hours_left), (3, 7, 46));
    let silent = silent_people(&view, today.date).unwrap();
    let names: Vec<_> = silent.iter().map(|one| one.standing.person.name.full()).collect();
    assert_eq!(names.len(), 6, "{names:?}");
    let interviews: Vec<Interview> = view.all().unwrap();
    assert_eq!(interviews.iter().filter(|one| one.state == InterviewState::FirstDone).count(), 1);
    assert_eq!(today.open_interviews, 1);
    assert_eq!(today.figures.values.points.unwrap(), Decimal::from(1_284));
}

#[test]
fn the_small_example_fits_any_day() {
    for (month, date) in [(1, 1), (3, 31), (2, 28), (7, 9)] {
        let today = NaiveDate::from_ymd_opt(2028, month, date).unwrap();
        let recipe = at(Size::Small, 3, today);
        let desk = made(&recipe);
        let view = desk.read().unwrap();
        assert_eq!(view.check().unwrap().problems, []);
        let first = today.with_day(1).unwrap();
        assert_eq!(points(&view, first..=today), Decimal::from(1_284), "{today}");
        let before = FigurePeriod::month_of(first).previous().first_day();
        let same = before.with_day(today.day()).unwrap_or_else(|| FigurePeriod::month_of(before).last_day());
        assert_eq!(points(&view, before..=same), Decimal::from(1_146), "{today}");
    }
}

#[test]
fn a_year_grows_from_a_few_to_sixty() {
    let desk = made(&recipe(Size::Year, 1));
    let view = desk.read().unwrap();
    let people: Vec<Person> = view.all().unwrap();
    let registered: Vec<_> =
        people.iter().filter_map(|person| person.registration.as_ref().map(|own| own.on)).collect();
    let first = registered.iter().min().copied().unwrap();
    assert_eq!(registered.len(), 60);
    assert!(registered.iter().filter(|on| **on == first).count() >= 5);
    assert_eq!(people.len(), 601);
    let entries: Vec<Entry> = view.all().unwrap();
    assert!((4_410..=4_590).contains(&entries.len()), "{}", entries.len());
    let state = |state| entries.iter().filter(|entry| entry.state == state && entry.kind != EntryKind::Note).count();
    assert!(state(EntryState::Dropped) > 50);
    assert!((5..120).contains(&state(EntryState::Planned)), "{}", state(EntryState::Planned));
    assert!(entries.iter().filter(|entry| !entry.moves.is_empty()).count() > 80);
    let phones: HashSet<_> = people.iter().flat_map(|person| &person.phones).map(|phone| &phone.number).collect();
    assert_eq!(phones.len(), 600);
}

/// What the lifetime example is made by: its file is made again when any of it changes.
const MADE_BY: [&str; 9] = [
    include_str!("mod.rs"),
    include_str!("scribe.rs"),
    include_str!("life/mod.rs"),
    include_str!("life/business.rs"),
    include_str!("life/calendar.rs"),
    include_str!("life/diary.rs"),
    include_str!("life/people.rs"),
    include_str!("../../../../assets/content/demo/bg.json"),
    include_str!("../store/history.rs"),
];

/// Where the lifetime example is kept between runs.
fn cached() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target")), PathBuf::from);
    let name = PersonId::named(&MADE_BY.map(str::as_bytes));
    let folder = target.join("example-workspaces");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(format!("lifetime-{}-{name}.sponsor", crate::store::SCHEMA))
}

#[test]
fn a_lifetime_has_the_size_at_which_everything_must_stay_fast() {
    let path = cached();
    let recipe = recipe(Size::Lifetime, 1);
    if !path.exists() {
        super::build_file(&path, &recipe, &mut |_, _| {}).unwrap();
    }
    assert!(path.metadata().unwrap().len() <= 200_000_000, "{}", path.metadata().unwrap().len());
    let desk = Desk::open(&path, ids(&recipe)).unwrap();
    let view = desk.read().unwrap();
    let report = view.check().unwrap();
    assert_eq!(report.problems, []);
    let near = |kind, wanted: u64| {
        let found = report.records.get(&kind).copied().unwrap_or_default();
        assert!(found.abs_diff(wanted) * 50 <= wanted, "{kind:?}: {found}");
    };
    near(RecordKind::Person, 20_000);
    near(RecordKind::Entry, 150_000);
    near(RecordKind::Order, 60_000);
    assert_eq!(view.people().all().filter(|person| person.registration.is_some()).count(), 5_000);
}
