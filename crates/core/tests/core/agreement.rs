//! The key figures of whole workspaces beside those that other code counts from the same export: scripts/figures.py knows
//! the rules and nothing of ours.

use std::path::Path;
use std::process::Command as Process;

use chrono::{Days, NaiveDate};
use sponsor_core::command::Command;
use sponsor_core::demo::{Recipe, Size, fill, ids};
use sponsor_core::exchange::workspace_as_json;
use sponsor_core::model::{CommandId, FigurePeriod, Language, Mode, PersonId, Role, Scope};
use sponsor_core::query::{View, figures};
use sponsor_core::store::{Author, MemoryMedium};
use sponsor_core::{Desk, Request};

use crate::figures::{Case, november, now};

/// A line of the script: branch, period, points, new users and partners, in training, in person, online, who want more.
type Line = (
    Option<PersonId>,
    String,
    Option<String>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
);

fn counted_by_the_script(view: &View, today: NaiveDate) -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("all.json");
    std::fs::write(&export, workspace_as_json(view).unwrap()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/figures.py");
    let answer = Process::new("python3").arg(script).arg(&export).arg(today.to_string()).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn counted_here(view: &View, (branch, name, ..): &Line, today: NaiveDate) -> Line {
    let period = FigurePeriod::parse(name).unwrap();
    let scope = branch.map_or(Scope::Whole, Scope::Branch);
    let values = figures(view, period, scope, today).unwrap().values;
    let points = values.points.map(|points| points.normalize().to_string());
    let training = (values.in_training, values.in_person, values.online_only, values.wants_more);
    let (users, partners) = (values.new_users, values.new_partners);
    (*branch, name.clone(), points, users, partners, training.0, training.1, training.2, training.3)
}

/// Moves some of the registered users, on days of the year behind; what would make a ring is refused and stays.
fn move_some(desk: &Desk, seed: u64) -> usize {
    let mut chance = fastrand::Rng::with_seed(seed);
    let view = desk.read().unwrap();
    let mut registered: Vec<_> = view.people().all().filter(|person| person.registration.is_some()).collect();
    registered.sort_by_key(|person| person.id);
    let all: Vec<PersonId> = registered.iter().map(|person| person.id).collect();
    let moves = (0..12).filter(|_| {
        let (person, sponsor) = (all[chance.usize(..all.len())], all[chance.usize(..all.len())]);
        let from = november(24) - Days::new(chance.u64(1..300));
        let id = CommandId::new(desk.ids(), now().local);
        let command = Command::MoveUnder { person, sponsor, from };
        desk.run(&Request { id, by: Author::Person, now: now(), command }).is_ok()
    });
    moves.count()
}

#[test]
fn every_figure_of_every_branch_month_and_week_is_the_one_that_other_code_counts() {
    let today = november(24);
    for seed in 1..=3 {
        let recipe = Recipe { seed, size: Size::Year, language: Language::Bulgarian, now: now() };
        let desk = Desk::create_in(Box::new(MemoryMedium::new()), ids(&recipe), recipe.now).unwrap();
        fill(&desk, &recipe, &mut |_, _| {}).unwrap();
        let moved = move_some(&desk, seed);
        let view = desk.read().unwrap();
        let expected = counted_by_the_script(&view, today);
        assert!(moved > 3 && expected.len() > 2000, "{moved} moves and {} lines are too few", expected.len());
        let different: Vec<_> = expected
            .iter()
            .map(|line| (line, counted_here(&view, line, today)))
            .filter(|(line, here)| *line != here)
            .collect();
        assert!(different.is_empty(), "seed {seed}: {} lines differ, {:#?}", different.len(), different.first());
    }
}

/// Four years of made-up facts, dense around the turns of years, a leap day and a week 53.
fn any_facts(seed: u64) -> Case {
    let mut chance = fastrand::Rng::with_seed(seed);
    let case = Case::new();
    let turns = [(2023, 12, 25), (2024, 2, 26), (2024, 12, 28), (2025, 12, 29), (2026, 12, 24)];
    let day = |chance: &mut fastrand::Rng| {
        let (year, month, day) = turns[chance.usize(..turns.len())];
        NaiveDate::from_ymd_opt(year, month, day).unwrap() + Days::new(chance.u64(..12))
    };
    let mut people = vec![case.me];
    for number in 0..12 {
        let sponsor = people[chance.usize(..people.len())];
        let role = if chance.bool() { Role::Partner } else { Role::Customer };
        people.push(case.registered(&format!("Човек {number}"), sponsor, day(&mut chance), role));
    }
    let guest = case.contact("Гост");
    for _ in 0..60 {
        let (person, on) = (people[chance.usize(..people.len())], day(&mut chance));
        match chance.u8(..4) {
            0 => {
                let scope = if chance.bool() || person == case.me { Scope::Whole } else { Scope::Branch(person) };
                case.reading(scope, on, &chance.u32(..900).to_string());
            }
            1 => {
                let leader = chance.bool().then_some(person);
                let came = [person, guest, people[chance.usize(..people.len())]];
                let mode = |chance: &mut fastrand::Rng| if chance.bool() { Mode::InPerson } else { Mode::Online };
                let came: Vec<_> = came.map(|one| (one, mode(&mut chance), chance.bool())).to_vec();
                case.training(on, leader, &came);
            }
            _ => case.order(person, on, &format!("{}.5", chance.u32(1..90))),
        }
    }
    for _ in 0..6 {
        let (person, sponsor) = (people[chance.usize(1..people.len())], people[chance.usize(..people.len())]);
        let id = CommandId::new(case.desk.ids(), now().local);
        let command = Command::MoveUnder { person, sponsor, from: day(&mut chance) };
        // What would make a ring is refused.
        let _ = case.desk.run(&Request { id, by: Author::Person, now: now(), command });
    }
    case
}

#[test]
fn figures_agree_over_the_turns_of_years_leap_days_and_a_week_53_with_readings_and_orders_mixed() {
    let today = NaiveDate::from_ymd_opt(2027, 1, 3).unwrap();
    for seed in 1..=12 {
        let case = any_facts(seed);
        let view = case.desk.read().unwrap();
        let expected = counted_by_the_script(&view, today);
        assert!(expected.iter().any(|line| line.1 == "2026-W53"));
        for line in &expected {
            assert_eq!(&counted_here(&view, line, today), line, "seed {seed}");
        }
    }
}
