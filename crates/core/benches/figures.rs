//! Key figures at the size of a lifetime, with readings of a thousand branches in each month of ten years.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to measure")]

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use divan::{Bencher, black_box};
use sponsor_core::command::Command;
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::{
    AnyRecord, CommandId, FigurePeriod, IdSource, Language, PersonId, Points, Reading, ReadingId, Scope,
};
use sponsor_core::query::{figure_series, figures, structure};
use sponsor_core::store::Author;
use sponsor_core::{Desk, Now, Request};

/// How many branches have readings.
const BRANCHES: usize = 1_000;
/// Over how many months.
const MONTHS: usize = 120;

fn main() {
    divan::main();
}

fn moment() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(12, 40, 0)).unwrap_or_default()
}

fn now() -> Now {
    Now::new(moment(), chrono_tz::Europe::Sofia)
}

/// The workspace, made once, and its branches.
struct Lifetime {
    folder: tempfile::TempDir,
    desk: Desk,
    branches: Vec<PersonId>,
}

static LIFETIME: LazyLock<Lifetime> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let path = folder.path().join("lifetime.desk");
    let recipe = Recipe { seed: 1, size: Size::Lifetime, language: Language::Bulgarian, now: now() };
    build_file(&path, &recipe, &mut |_, _| {}).expect("the example");
    let desk = Desk::open(&path, IdSource::seeded(9)).expect("the workspace opens");
    let view = desk.read().expect("a view");
    let registered = view.people().all().filter(|person| person.registration.is_some());
    let mut branches: Vec<PersonId> = registered.map(|person| person.id).collect();
    branches.sort_unstable();
    branches.truncate(BRANCHES);
    let mut chance = fastrand::Rng::with_seed(7);
    let mut records: Vec<AnyRecord> =
        view.all::<Reading>().expect("readings").into_iter().map(AnyRecord::from).collect();
    let mut month = FigurePeriod::month_of(moment().date());
    for _ in 0..MONTHS {
        month = month.previous();
        for branch in &branches {
            let points = Points::new(chance.u32(10..9_000).into()).expect("points");
            let id = ReadingId::new(desk.ids(), moment());
            let scope = Scope::Branch(*branch);
            records.push(Reading { id, on: month.last_day(), scope, points, source: String::new() }.into());
        }
    }
    drop(view);
    let command = Command::ImportWorkspace(records);
    let id = CommandId::new(desk.ids(), moment());
    desk.run(&Request { id, by: Author::Background, now: now(), command }).expect("the readings come in");
    Lifetime { folder, desk, branches }
});

/// Some month of the ten years and some branch.
fn chosen(chance: &mut fastrand::Rng) -> (FigurePeriod, Scope) {
    let all = &LIFETIME.branches;
    let (year, month) = (chance.i32(2017..=2026), chance.u32(1..=10));
    let period = FigurePeriod::Month { year, month };
    let week = FigurePeriod::week_of(period.first_day());
    let branch = Scope::Branch(all[chance.usize(..all.len())]);
    (if chance.bool() { period } else { week }, if chance.u8(..5) == 0 { Scope::Whole } else { branch })
}

/// Any figure of any branch, once the facts are kept.
#[divan::bench(sample_count = 200)]
fn any_figure(bencher: Bencher<'_, '_>) {
    let view = LIFETIME.desk.read().expect("a view");
    let mut chance = fastrand::Rng::with_seed(3);
    bencher
        .with_inputs(|| chosen(&mut chance))
        .bench_local_values(|(period, scope)| figures(&view, period, scope, moment().date()).is_ok());
}

/// The figures of ten years of months, as the longest chart shows them.
#[divan::bench(sample_count = 20)]
fn ten_years_of_a_branch(bencher: Bencher<'_, '_>) {
    let view = LIFETIME.desk.read().expect("a view");
    let branch = Scope::Branch(LIFETIME.branches[0]);
    let month = FigurePeriod::month_of(moment().date());
    bencher.bench_local(|| figure_series(black_box(&view), month, MONTHS, branch, moment().date()).is_ok());
}

/// The structure with the figures of all branches.
#[divan::bench(sample_count = 10)]
fn the_structure(bencher: Bencher<'_, '_>) {
    let view = LIFETIME.desk.read().expect("a view");
    bencher.bench_local(|| structure(black_box(&view), moment().date()).is_ok());
}

/// The first figure of a workspace that was just opened: everything is read once.
#[divan::bench(sample_count = 5)]
fn the_first_figure(bencher: Bencher<'_, '_>) {
    let copy = LIFETIME.folder.path().join("first.desk");
    LIFETIME.desk.copy_to(&copy).expect("a copy");
    bencher.with_inputs(|| Desk::open(&copy, IdSource::seeded(2)).expect("the copy opens")).bench_local_values(
        |desk| {
            let view = desk.read().expect("a view");
            let period = FigurePeriod::Month { year: moment().year(), month: moment().month() };
            figures(&view, period, Scope::Whole, moment().date()).is_ok()
        },
    );
}
