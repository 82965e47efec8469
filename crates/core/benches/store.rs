//! Opening, searching and committing at the size of a lifetime, the last two beside SQLite.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{Days, NaiveDate, NaiveDateTime};
use divan::{Bencher, black_box};
use rusqlite::{Connection, params};
use sponsor_core::command::{Beginning, Command};
use sponsor_core::model::{
    AnyRecord, CommandId, Entry, EntryId, EntryKind, EntryState, IdSource, Language, Name, Person, PersonId, Phone,
    Record as _, RecordKey, Repeat, ThemeChoice, When,
};
use sponsor_core::search::{Document, Group, Query, SearchIndex, newest_first};
use sponsor_core::store::Author;
use sponsor_core::{Desk, Now, Request};

const PEOPLE: usize = 20_000;
const ENTRIES: usize = 150_000;

fn main() {
    divan::main();
}

fn moment(minute: usize) -> NaiveDateTime {
    let days = Days::new(minute as u64 / 40);
    let day = NaiveDate::from_ymd_opt(2016, 1, 1).and_then(|first| first.checked_add_days(days)).unwrap_or_default();
    let quarter = chrono::TimeDelta::minutes(15 * i64::try_from(minute % 40).unwrap_or(0));
    day.and_hms_opt(8, 0, 0).unwrap_or_default() + quarter
}

fn now(minute: usize) -> Now {
    Now::new(moment(minute), chrono_tz::Europe::Sofia)
}

/// A lifetime of records, the same at each run.
fn lifetime() -> (Vec<Person>, Vec<Entry>) {
    const GIVEN: [&str; 10] =
        ["Мария", "Иван", "Елена", "Георги", "Десислава", "Николай", "Ивайло", "Петя", "Стоян", "Anna"];
    const FAMILY: [&str; 8] = ["Петров", "Димитров", "Иванов", "Георгиев", "Тодоров", "Колев", "Smith", "Стоянов"];
    const CITIES: [&str; 5] = ["Пловдив", "София", "Варна", "Бургас", "Русе"];
    const TITLES: [&str; 6] = ["Кафе", "Презентация", "Обаждане", "Каталог", "Обучение за начинаещи", "Среща 2+1"];
    let ids = IdSource::seeded(5);
    let mut random = fastrand::Rng::with_seed(5);
    let people: Vec<Person> = (0..PEOPLE)
        .filter_map(|number| {
            let name = Name::new(GIVEN[random.usize(..10)], FAMILY[random.usize(..8)]).ok()?;
            let mut person = Person::new(PersonId::new(&ids, moment(number)), name, moment(number).date());
            CITIES[random.usize(..5)].clone_into(&mut person.city);
            person
                .phones
                .push(Phone { number: format!("+359 88 {:07}", random.u32(..9_999_999)), label: String::new() });
            "познаваме се от училище, интересува се от здраве".clone_into(&mut person.notes);
            Some(person)
        })
        .collect();
    let entries = (0..ENTRIES).map(|number| {
        let kind = [EntryKind::Meeting, EntryKind::Call, EntryKind::Task][number % 3];
        let person = &people[random.usize(..people.len())];
        let title = format!("{} {}", TITLES[random.usize(..6)], person.name.full());
        let when = When::Timed { start: moment(number), minutes: Some(60), zone: chrono_tz::Europe::Sofia };
        let mut entry = Entry::new(EntryId::new(&ids, moment(number)), kind, &title, when, moment(number));
        entry.people.push(person.id);
        entry.state = EntryState::Done;
        entry
    });
    let entries = entries.collect();
    (people, entries)
}

fn request(desk: &Desk, minute: usize, command: Command) -> Request {
    Request { id: CommandId::new(desk.ids(), moment(minute)), by: Author::Person, now: now(minute), command }
}

/// A workspace that has begun.
#[expect(clippy::expect_used, reason = "a benchmark without its workspace has nothing to say")]
fn begun(path: &std::path::Path) -> Desk {
    let desk = Desk::create(path, IdSource::seeded(1), now(0)).expect("a new workspace");
    let beginning = Beginning {
        me: PersonId::new(desk.ids(), moment(0)),
        name: Name::from_full("Димитър Николов").expect("a name"),
        language: Language::Bulgarian,
        home_city: "Пловдив".to_owned(),
        evening_at: moment(0).time(),
        review_day: chrono::Weekday::Fri,
        review_at: moment(0).time(),
        theme: ThemeChoice::System,
    };
    desk.run(&request(&desk, 1, Command::Begin(Box::new(beginning)))).expect("the workspace begins");
    desk
}

/// The file of a lifetime, made once.
struct Lifetime {
    _folder: tempfile::TempDir,
    path: PathBuf,
    sqlite: PathBuf,
    people: Vec<Person>,
    entries: Vec<Entry>,
}

#[expect(clippy::expect_used, reason = "a benchmark without its workspace has nothing to say")]
static LIFETIME: LazyLock<Lifetime> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let path = folder.path().join("lifetime.desk");
    let (people, entries) = lifetime();
    let desk = begun(&path);
    let records = people.iter().cloned().map(AnyRecord::from).chain(entries.iter().cloned().map(AnyRecord::from));
    desk.run(&request(&desk, 2, Command::ImportWorkspace(records.collect()))).expect("the records come in");
    drop(desk);
    let sqlite = folder.path().join("lifetime.sqlite");
    fill_sqlite(&sqlite, &people, &entries).expect("the same records in SQLite");
    Lifetime { _folder: folder, path, sqlite, people, entries }
});

fn open_sqlite(path: &std::path::Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

fn fill_sqlite(path: &std::path::Path, people: &[Person], entries: &[Entry]) -> rusqlite::Result<()> {
    let mut connection = open_sqlite(path)?;
    connection.execute_batch(
        "CREATE TABLE entries (id BLOB PRIMARY KEY, day TEXT, title TEXT, person BLOB) WITHOUT ROWID;
         CREATE INDEX by_day ON entries (day);
         CREATE INDEX by_person ON entries (person, day);
         CREATE TABLE history (id INTEGER PRIMARY KEY, command BLOB UNIQUE, undo BLOB);
         CREATE VIRTUAL TABLE found USING fts5 (main, others, prefix = '2 3');",
    )?;
    let transaction = connection.transaction()?;
    {
        let mut found = transaction.prepare("INSERT INTO found (main, others) VALUES (?1, ?2)")?;
        for person in people {
            found.execute(params![person.name.full(), format!("{} {}", person.city, person.notes)])?;
        }
        let mut row = transaction.prepare("INSERT INTO entries VALUES (?1, ?2, ?3, ?4)")?;
        for entry in entries {
            found.execute(params![entry.title, ""])?;
            row.execute(sqlite_row(entry))?;
        }
    }
    transaction.commit()
}

fn sqlite_row(entry: &Entry) -> (Vec<u8>, String, String, Vec<u8>) {
    let person = entry.people.first().map(|person| person.to_bytes().to_vec()).unwrap_or_default();
    (entry.id.to_bytes().to_vec(), entry.created.date().to_string(), entry.title.clone(), person)
}

/// The whole way from a path to a workspace that can be asked.
#[divan::bench(sample_count = 10)]
fn open_a_lifetime() -> usize {
    Desk::open(&LIFETIME.path, IdSource::seeded(2)).and_then(|desk| desk.read()).map_or(0, |view| view.people().len())
}

fn index() -> SearchIndex<RecordKey> {
    let mut index = SearchIndex::new();
    for person in &LIFETIME.people {
        let phones: Vec<&str> = person.phones.iter().map(|phone| phone.number.as_str()).collect();
        let others = [&[person.city.as_str(), person.notes.as_str()], phones.as_slice()].concat();
        let main = person.name.full();
        index.insert(&Document { id: person.key(), group: Group::Person, rank: 0, main: &main, others: &others });
    }
    for entry in &LIFETIME.entries {
        let rank = newest_first(entry.created.and_utc().timestamp());
        index.insert(&Document { id: entry.key(), group: Group::Entry, rank, main: &entry.title, others: &[] });
    }
    index
}

#[divan::bench(sample_count = 3)]
fn build_the_search_index(bencher: Bencher<'_, '_>) {
    LazyLock::force(&LIFETIME);
    bencher.bench_local(index);
}

#[divan::bench(args = ["мария", "презент", "петя тод", "0888"])]
fn search(bencher: Bencher<'_, '_>, typed: &str) {
    static INDEX: LazyLock<SearchIndex<RecordKey>> = LazyLock::new(index);
    LazyLock::force(&INDEX);
    bencher.bench(|| INDEX.search(&Query::parse(black_box(typed)), 20));
}

#[divan::bench(args = ["мария", "презент", "петя тод"])]
#[expect(clippy::expect_used, reason = "a benchmark without its database has nothing to say")]
fn search_in_sqlite(bencher: Bencher<'_, '_>, typed: &str) {
    let connection = open_sqlite(&LIFETIME.sqlite).expect("the database");
    let mut query =
        connection.prepare("SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rank LIMIT 20").expect("the query");
    let words: Vec<String> = typed.split(' ').map(|word| format!("{word}*")).collect();
    let words = words.join(" ");
    bencher.bench_local(|| {
        let rows = query.query_map([black_box(&words)], |row| row.get::<_, i64>(0))?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    });
}

/// A moved meeting: record, lookups, history and undo, durable.
#[divan::bench(sample_count = 100)]
#[expect(clippy::expect_used, reason = "a benchmark without its workspace has nothing to say")]
fn commit(bencher: Bencher<'_, '_>) {
    let desk = Desk::open(&LIFETIME.path, IdSource::seeded(3)).expect("the workspace");
    let turn = AtomicUsize::new(0);
    bencher
        .with_inputs(|| {
            let turn = turn.fetch_add(1, Ordering::Relaxed) + 1;
            let entry = &LIFETIME.entries[turn * 7 % LIFETIME.entries.len()];
            let to = When::day(moment(turn * 11).date());
            request(&desk, ENTRIES + turn, Command::MoveEntry { entry: entry.id, instance: None, to })
        })
        .bench_local_values(|request| desk.run(&request).is_ok());
}

/// The same in SQLite: the row with its two indexes, its text, and a row of history.
#[divan::bench(sample_count = 100)]
#[expect(clippy::expect_used, reason = "a benchmark without its database has nothing to say")]
fn commit_in_sqlite(bencher: Bencher<'_, '_>) {
    let mut connection = open_sqlite(&LIFETIME.sqlite).expect("the database");
    let ids = IdSource::seeded(4);
    let mut turn = 0_usize;
    bencher.bench_local(|| -> rusqlite::Result<()> {
        turn += 1;
        let entry = &LIFETIME.entries[turn * 7 % LIFETIME.entries.len()];
        let command = CommandId::new(&ids, moment(turn)).to_bytes().to_vec();
        let transaction = connection.transaction()?;
        transaction.execute(
            "UPDATE entries SET day = ?2 WHERE id = ?1",
            params![entry.id.to_bytes().to_vec(), moment(turn * 11).date().to_string()],
        )?;
        transaction
            .execute("INSERT INTO history (command, undo) VALUES (?1, ?2)", params![command, vec![0_u8; 200]])?;
        transaction.commit()
    });
}

/// So many series, begun over the last years: every day, two days a week, every second week, month or year.
fn series(count: usize) -> Vec<Entry> {
    const RULES: [&str; 5] = [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=2WE",
        "FREQ=YEARLY",
    ];
    let ids = IdSource::seeded(6);
    let one = |number: usize| {
        let start = moment(number * 60);
        let when = When::Timed { start, minutes: Some(30), zone: chrono_tz::Europe::Sofia };
        let mut entry = Entry::new(EntryId::new(&ids, start), EntryKind::Task, "Поредица", when, start);
        entry.repeat = RULES.get(number % RULES.len()).and_then(|rule| Repeat::new(rule).ok());
        entry
    };
    (0..count).map(one).collect()
}

/// What stands in the six weeks of a month, with so many series behind them.
#[divan::bench(args = [0, 1_000], sample_count = 50)]
#[expect(clippy::expect_used, reason = "a benchmark without its workspace has nothing to say")]
fn a_month(bencher: Bencher<'_, '_>, count: usize) {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let desk = begun(&folder.path().join("series.desk"));
    let records = series(count).into_iter().map(AnyRecord::from);
    desk.run(&request(&desk, 2, Command::ImportWorkspace(records.collect()))).expect("the series come in");
    let first = NaiveDate::from_ymd_opt(2020, 10, 26).unwrap_or_default();
    let days = first..=first + Days::new(41);
    let view = desk.read().expect("the workspace");
    bencher.bench_local(|| view.items(&days).map(|items| items.len()));
}
