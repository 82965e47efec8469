//! A row of a preview that a person mends before it is taken in.

use std::sync::Arc;

use super::compare::compare;
use super::matching::Match;
use super::own::NOBODY;
use super::preview::{Preview, PreviewRow, Verdict};
use crate::model::{Email, IdSource, InvalidValue, Name, Person, PersonId, Phone, guess_gender};
use crate::moment::Now;

/// What can be mended of a row; an empty phone, e-mail or city is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The whole name.
    pub name: String,
    /// The first phone.
    pub phone: String,
    /// The first e-mail address.
    pub email: String,
    /// The city.
    pub city: String,
}

impl Mended {
    fn of(person: &Person) -> Self {
        Self {
            name: person.name.full(),
            phone: person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default(),
            email: person.emails.first().map(|email| email.address.clone()).unwrap_or_default(),
            city: person.city.clone(),
        }
    }

    /// Puts what was typed into a person; what was not touched stays as the file has it.
    fn put_into(&self, person: &mut Person) -> Result<(), InvalidValue> {
        let before = Self::of(person);
        if self.name.trim() != before.name {
            person.name = Name::from_full(&self.name)?;
            person.gender = guess_gender(&person.name);
        }
        if self.phone.trim() != before.phone {
            let phone = |number: String| Phone { number, label: String::new() };
            put_first(&mut person.phones, &self.phone, phone, |phone, number| phone.number = number);
        }
        if self.email.trim() != before.email {
            let email = |address: String| Email { address, label: String::new() };
            put_first(&mut person.emails, &self.email, email, |email, address| email.address = address);
        }
        self.city.trim().clone_into(&mut person.city);
        person.check()
    }
}

fn put_first<T>(all: &mut Vec<T>, text: &str, new: impl Fn(String) -> T, put: impl Fn(&mut T, String)) {
    let text = text.trim().to_owned();
    match all.first_mut() {
        Some(_) if text.is_empty() => drop(all.remove(0)),
        Some(first) => put(first, text),
        None if text.is_empty() => {}
        None => all.push(new(text)),
    }
}

impl Preview {
    /// What of a row can be mended, as it is now; all empty for one of which nothing could be read.
    #[must_use]
    pub fn mendable(&self, row: usize) -> Mended {
        self.rows.get(row).and_then(|row| row.person.as_deref()).map(Mended::of).unwrap_or_default()
    }

    /// Mends a row, and finds anew what it comes to. What a person has decided about it stays decided.
    ///
    /// # Errors
    /// [`InvalidValue::EmptyName`] without a name, [`InvalidValue::TextTooLong`] for a text above 64 KiB; then nothing
    /// is changed.
    pub fn mend(&mut self, row: usize, mended: &Mended, ids: &IdSource, now: Now) -> Result<(), InvalidValue> {
        let Some(known) = self.rows.get(row) else { return Ok(()) };
        let fresh = if known.fresh == NOBODY { PersonId::new(ids, now.local) } else { known.fresh };
        let mut person = match &known.person {
            Some(person) => Person::clone(person),
            None => Person::new(NOBODY, Name::from_full(&mended.name)?, now.date()),
        };
        let before = person.id;
        mended.put_into(&mut person)?;
        if !self.matcher.is_told(person.id) {
            person.id = NOBODY;
        }
        let found = match self.decided(known, self.matcher.find_other(&person, fresh), fresh) {
            // A row below of the same name is held against this one already.
            Match::New { proposed: Some(other) } if self.comes_below(row, other) => Match::New { proposed: None },
            found => found,
        };
        let there = match found {
            Match::Same { with, .. } => Some(with),
            Match::New { proposed } => proposed,
        };
        let changes = there.and_then(|id| self.there(id)).map(|there| compare(&there, &person)).unwrap_or_default();
        let (id, verdict, proposed) = match found {
            Match::Same { with, proposed } => (with, Verdict::Unchanged, proposed),
            Match::New { proposed } => (if person.id == NOBODY { fresh } else { person.id }, Verdict::Added, proposed),
        };
        person.id = id;
        if let Some(row) = self.rows.get_mut(row) {
            row.name = person.name.full();
            row.phone = person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
            row.city.clone_from(&person.city);
            (row.verdict, row.proposed, row.changes, row.include, row.fresh) =
                (verdict, proposed, changes, true, fresh);
            // Whom it was found to be now is for a person to see.
            row.decided = false;
            row.person = Some(Arc::new(person));
        }
        self.judge(row);
        if before == fresh && id != fresh {
            self.follow(before, id);
        }
        Ok(())
    }

    /// Whether somebody comes only with a row below.
    fn comes_below(&self, row: usize, person: PersonId) -> bool {
        self.rows.iter().skip(row + 1).any(|below| below.fresh == person)
    }

    /// What was found, unless a person has said before that the row is this one, or is another.
    fn decided(&self, row: &PreviewRow, found: Match, fresh: PersonId) -> Match {
        let Some(person) = &row.person else { return found };
        match (&row.verdict, found) {
            (Verdict::Joined { with, .. }, Match::New { proposed: Some(alike) }) if *with == alike => {
                Match::Same { with: alike, proposed: None }
            }
            (Verdict::Added, Match::Same { with, proposed }) => {
                let was_found =
                    matches!(self.matcher.find_other(person, fresh), Match::Same { with: one, .. } if one == with);
                if was_found && row.proposed == Some(with) {
                    Match::New { proposed: Some(with) }
                } else {
                    Match::Same { with, proposed }
                }
            }
            (_, found) => found,
        }
    }
}
