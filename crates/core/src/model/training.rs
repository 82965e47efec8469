//! What a training adds to its entry: who was invited and who came.

use serde::{Deserialize, Serialize};

use super::{Mode, PersonId};

/// One person who came to a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Who came.
    pub person: PersonId,
    /// In person or online.
    pub mode: Mode,
    /// Whether they want to grow.
    pub wants_more: bool,
}

/// The part of an entry that only a training has. There is no second record of a training.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// What it is about.
    pub topic: String,
    /// Who leads it; not counted among the people in training.
    pub leader: Option<PersonId>,
    /// What is used, in words.
    pub materials: String,
    /// Who was invited.
    pub invited: Vec<PersonId>,
    /// Who came.
    pub came: Vec<Attendance>,
}

/// What changes of who was invited to a training and who came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttendanceChange {
    /// Somebody came, in this way; the same person never twice.
    Came(Attendance),
    /// Somebody did not come; they stay invited.
    NotCame(PersonId),
    /// Somebody is invited.
    Invited(PersonId),
    /// Somebody was neither invited nor came.
    Off(PersonId),
}

impl Training {
    /// Who of those who came counts: neither who leads it nor the sponsor `me`.
    pub fn counted(&self, me: PersonId) -> impl Iterator<Item = &Attendance> {
        self.came.iter().filter(move |one| one.person != me && Some(one.person) != self.leader)
    }

    /// How somebody came, if they did.
    #[must_use]
    pub fn attendance(&self, person: PersonId) -> Option<Attendance> {
        self.came.iter().find(|one| one.person == person).copied()
    }

    /// Everyone who was invited or came, in the order in which they were put down.
    #[must_use]
    pub fn everyone(&self) -> Vec<PersonId> {
        let mut all = self.invited.clone();
        all.extend(self.came.iter().map(|one| one.person).filter(|one| !self.invited.contains(one)));
        all
    }

    /// Puts a change down. Who leads the training and the sponsor `me` are not put down as invited or come.
    pub fn put(&mut self, change: AttendanceChange, me: PersonId) {
        let is_guest = |person: PersonId| person != me && self.leader != Some(person);
        match change {
            AttendanceChange::Came(new) if is_guest(new.person) => {
                match self.came.iter_mut().find(|one| one.person == new.person) {
                    Some(one) => *one = new,
                    None => self.came.push(new),
                }
            }
            AttendanceChange::Invited(person) if is_guest(person) => self.invite(person),
            AttendanceChange::NotCame(person) => {
                let came = self.attendance(person).is_some();
                self.came.retain(|one| one.person != person);
                if came && is_guest(person) {
                    self.invite(person);
                }
            }
            AttendanceChange::Off(person) => {
                self.came.retain(|one| one.person != person);
                self.invited.retain(|one| *one != person);
            }
            AttendanceChange::Came(_) | AttendanceChange::Invited(_) => {}
        }
    }

    fn invite(&mut self, person: PersonId) {
        if !self.invited.contains(&person) {
            self.invited.push(person);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{Attendance, AttendanceChange, Mode, PersonId, Training};

    fn person(number: u8) -> PersonId {
        PersonId::from_bytes([number; 16])
    }

    fn change() -> impl Strategy<Value = AttendanceChange> {
        (0_u8..6, 0_u8..4, any::<bool>(), any::<bool>()).prop_map(|(who, what, online, wants_more)| {
            let mode = if online { Mode::Online } else { Mode::InPerson };
            match what {
                0 => AttendanceChange::Came(Attendance { person: person(who), mode, wants_more }),
                1 => AttendanceChange::NotCame(person(who)),
                2 => AttendanceChange::Invited(person(who)),
                _ => AttendanceChange::Off(person(who)),
            }
        })
    }

    proptest! {
        #[test]
        fn nobody_is_counted_twice_and_neither_leader_nor_sponsor_are(
            changes in proptest::collection::vec(change(), 0..40),
        ) {
            let (me, leader) = (person(0), person(1));
            let mut training = Training { leader: Some(leader), ..Training::default() };
            for change in &changes {
                training.put(*change, me);
                let came: HashSet<_> = training.came.iter().map(|one| one.person).collect();
                prop_assert_eq!(came.len(), training.came.len());
                let invited: HashSet<_> = training.invited.iter().collect();
                prop_assert_eq!(invited.len(), training.invited.len());
                prop_assert!(!came.contains(&me) && !came.contains(&leader));
                prop_assert_eq!(training.counted(me).count(), came.len());
            }
        }
    }

    #[test]
    fn who_leads_a_training_counts_no_longer_among_those_who_came() {
        let attendance = |number| Attendance { person: person(number), mode: Mode::InPerson, wants_more: false };
        let mut training = Training { came: vec![attendance(1), attendance(2)], ..Training::default() };
        assert_eq!(training.counted(person(0)).count(), 2);
        training.leader = Some(person(2));
        assert_eq!(training.counted(person(0)).count(), 1);
    }

    #[test]
    fn who_did_not_come_after_all_stays_among_those_invited() {
        let mut training = Training::default();
        let came = Attendance { person: person(3), mode: Mode::Online, wants_more: true };
        training.put(AttendanceChange::Came(came), person(0));
        training.put(AttendanceChange::NotCame(person(3)), person(0));
        assert_eq!((training.everyone(), training.came.len()), (vec![person(3)], 0));
    }
}
