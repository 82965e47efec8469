//! A small workspace, and what must hold of it at any time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sponsor_core::command::CommandName;
use sponsor_core::model::{AnyRecord, CommandId, IdSource, Person, PersonId};
use sponsor_core::query::View;
use sponsor_core::store::{Author, Medium, MemoryMedium};
use sponsor_core::{Desk, DeskError, Done, Request};

pub use crate::making::{Choice, all_commands, moment, person};
use crate::making::{There, command};

/// A desk over memory (or any medium), with a clock that goes on by itself.
pub struct World {
    pub desk: Desk,
    pub minute: u64,
    pub seed: u64,
}

impl World {
    pub fn create(medium: Box<dyn Medium>) -> Self {
        Self { desk: Desk::create_in(medium, IdSource::seeded(1), moment(0)).unwrap(), minute: 0, seed: 1 }
    }

    /// A workspace in memory that has begun and has something of everything in it.
    pub fn full() -> (Self, MemoryMedium) {
        let medium = MemoryMedium::new();
        let mut world = Self::create(Box::new(medium.clone()));
        world.fill();
        (world, medium)
    }

    pub fn fill(&mut self) {
        self.give(CommandName::Begin, Choice { a: 0, b: 0, c: 0 }).unwrap();
        for (name, numbers) in [
            (CommandName::AddPeople, [1, 1, 1]),
            (CommandName::AddPeople, [2, 0, 2]),
            (CommandName::AddEntry, [0, 1, 4]),
            (CommandName::AddEntry, [0, 2, 2]),
            (CommandName::AddEntry, [5, 2, 1]),
            (CommandName::AddEntry, [1, 2, 3]),
            (CommandName::AddOrder, [1, 2, 3]),
            (CommandName::AddReading, [1, 2, 3]),
            (CommandName::SetGoal, [1, 1, 1]),
            (CommandName::PlanCount, [1, 2, 3]),
            (CommandName::StartInterview, [1, 1, 1]),
            (CommandName::TakeSnapshot, [1, 1, 1]),
            (CommandName::Register, [1, 0, 3]),
            (CommandName::AddCorrection, [1, 1, 0]),
        ] {
            let [a, b, c] = numbers;
            self.give(name, Choice { a, b, c }).unwrap();
        }
    }

    pub fn there(&self) -> There {
        There::of(&self.desk.read().unwrap())
    }

    /// A request for the command of this name.
    pub fn request(&mut self, name: CommandName, choice: Choice) -> Request {
        let there = self.there();
        self.minute += 1;
        let now = moment(self.minute);
        let command = command(name, &there, choice, self.desk.ids(), now);
        Request { id: CommandId::new(self.desk.ids(), now.local), by: Author::Person, now, command }
    }

    pub fn give(&mut self, name: CommandName, choice: Choice) -> Result<Done, DeskError> {
        let request = self.request(name, choice);
        self.desk.run(&request)
    }

    /// As [`World::give`], on a disk that may fail while it is asked what there is.
    pub fn try_give(&mut self, name: CommandName, choice: Choice) -> Result<Done, DeskError> {
        let there = There::try_of(&self.desk.read()?)?;
        let now = moment(self.minute + 1);
        let command = command(name, &there, choice, self.desk.ids(), now);
        let request = Request { id: CommandId::new(self.desk.ids(), now.local), by: Author::Person, now, command };
        self.minute += 1;
        self.desk.run(&request)
    }

    /// Closes the workspace and opens it again from the same bytes. What was kept in memory is the same as what is
    /// loaded.
    pub fn reopen(self, medium: &MemoryMedium) -> Self {
        let before = kept(&self.desk.read().unwrap());
        let (minute, seed) = (self.minute, self.seed + 1);
        drop(self.desk);
        let desk = Desk::open_in(Box::new(medium.clone()), IdSource::seeded(seed)).unwrap();
        assert_eq!(before, kept(&desk.read().unwrap()));
        Self { desk, minute, seed }
    }

    /// Every record; the check must find nothing, and the people in memory must be those of the file.
    pub fn state(&self) -> Vec<AnyRecord> {
        let view = self.desk.read().unwrap();
        sound(&view);
        records(&view)
    }
}

/// Every record of a view.
pub fn records(view: &View) -> Vec<AnyRecord> {
    let mut all = Vec::new();
    view.each_record(|record| all.push(record)).unwrap();
    all
}

/// Nothing is wrong with what a view shows.
pub fn sound(view: &View) {
    let there = records(view);
    if !there.is_empty() {
        assert_eq!(view.check().unwrap().problems, []);
    }
    let people: BTreeMap<PersonId, Person> = there
        .into_iter()
        .filter_map(|record| match record {
            AnyRecord::Person(person) => Some((person.id, person)),
            _ => None,
        })
        .collect();
    let kept: BTreeMap<PersonId, Person> = view.people().all().map(|person| (person.id, (**person).clone())).collect();
    assert_eq!(people, kept);
    for person in people.values() {
        let above = std::iter::successors(Some(person), |one| people.get(&one.registration.as_ref()?.sponsor));
        assert!(above.take(people.len() + 1).count() <= people.len(), "a ring of sponsors over {}", person.id);
    }
}

/// What a view keeps of everyone: the record, those below, the last contact.
fn kept(view: &View) -> BTreeMap<PersonId, (Person, Vec<PersonId>, Option<NaiveDate>)> {
    let each = view.people().all().map(|person| {
        let mut below = view.people().below(person.id).to_vec();
        below.sort_unstable();
        (person.id, ((**person).clone(), below, view.people().standing(person).last_contact))
    });
    each.collect()
}
