//! A process that is killed at any moment loses nothing that it had acknowledged.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use sponsor_core::Desk;
use sponsor_core::command::CommandName;
use sponsor_core::model::IdSource;
use sponsor_core::store::StoreError;

use crate::world::{Choice, World, moment, sound};

/// Names the file to the child; without it the child's test does nothing.
const FILE: &str = "SPONSOR_DESK_KILLED_FILE";
/// Numbers the child, so that its ids are its own.
const NUMBER: &str = "SPONSOR_DESK_KILLED_NUMBER";
/// Stands before each id that the child prints.
const DONE: &str = "done ";

/// The child: gives commands without end and prints the id of each after its acknowledgement.
#[test]
fn the_process_that_is_killed() {
    let (Ok(file), Ok(number)) = (std::env::var(FILE), std::env::var(NUMBER)) else { return };
    let number: u64 = number.parse().unwrap();
    let (path, ids) = (Path::new(&file), IdSource::seeded(1_000 + number));
    let desk = match Desk::open(path, ids) {
        Err(StoreError::Missing) => Desk::create(path, IdSource::seeded(2_000 + number), moment(0)),
        other => other,
    };
    let mut world = World { desk: desk.unwrap(), minute: number * 1_000, seed: number };
    for round in 0_u64.. {
        let has_begun = world.there().settings.is_some();
        let names = [CommandName::AddPeople, CommandName::AddEntry, CommandName::EditPerson, CommandName::AddOrder];
        let name = if has_begun { names[usize::try_from(round % 4).unwrap()] } else { CommandName::Begin };
        let request = world.request(name, Choice { a: round, b: 1, c: round * 2 + 1 });
        if world.desk.run(&request).unwrap().sequence.is_some() {
            let line = format!("\n{DONE}{}\n", request.id);
            std::io::stdout().write_all(line.as_bytes()).unwrap();
            std::io::stdout().flush().unwrap();
        }
    }
}

fn start(file: &Path, number: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::the_process_that_is_killed", "--nocapture"])
        .env(FILE, file)
        .env(NUMBER, number.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Starts a child, kills it after some acknowledgements and a while, and says which ids it printed.
fn killed(file: &Path, number: u64) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(number);
    let (wanted, while_spinning) = (random.usize(..12), random.u32(..300_000));
    let mut child = start(file, number);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut printed = Vec::new();
    let id_of = |line: &str| line.strip_prefix(DONE).map(str::to_owned);
    while printed.len() < wanted {
        printed.extend(id_of(&lines.next().unwrap().unwrap()));
    }
    for _ in 0..while_spinning {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had printed before it was killed, but not yet been read. The last line may be cut.
    printed.extend(lines.map_while(Result::ok).filter_map(|line| id_of(&line)).filter(|id| id.len() == 36));
    printed
}

#[test]
fn a_killed_process_loses_nothing_that_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    for workspace in 0..10_u64 {
        let file = folder.path().join(format!("{workspace}.desk"));
        let mut known = BTreeSet::new();
        for run in 0..10 {
            let printed = killed(&file, workspace * 10 + run);
            acknowledged += printed.len();
            let desk = match Desk::open(&file, IdSource::seeded(1)) {
                Err(StoreError::Missing) if known.is_empty() && printed.is_empty() => continue,
                other => other.unwrap_or_else(|error| panic!("workspace {workspace}, run {run}: {error}")),
            };
            let view = desk.read().unwrap();
            sound(&view);
            let there: BTreeSet<_> = view.history(100_000).unwrap().iter().map(|row| row.command.to_string()).collect();
            for id in &printed {
                assert!(there.contains(id), "workspace {workspace}, run {run}: {id} is lost");
            }
            assert!(known.is_subset(&there));
            let unprinted = there.difference(&known).filter(|id| !printed.contains(id)).count();
            assert!(unprinted <= 1, "workspace {workspace}, run {run}: {unprinted} were done and not acknowledged");
            known = there;
        }
    }
    assert!(acknowledged > 100, "the processes must come to work before they are killed");
}
