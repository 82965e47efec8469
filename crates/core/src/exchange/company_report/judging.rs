//! What each row comes to: who it is, below whom, and what of it is new. Found anew after each decision, because a row
//! that is left out may be the sponsor of others.

use std::collections::{HashMap, HashSet};

use super::cycles::on_cycles;
use super::preview::{Leaver, ReportChanges, ReportPreview, ReportUpdate, ReportVerdict};
use super::records::{ReportRecord, number_key};
use crate::exchange::Refusal;
use crate::exchange::matching::name_key;
use crate::model::{
    FigurePeriod, Name, Person, PersonId, Points, Registration, RegistrationResult, Role, Scope, Stage,
};

/// Who a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// Nobody, for this reason.
    Nobody(Refusal),
    /// The user.
    Me(PersonId),
    /// Somebody there.
    There(PersonId),
    /// Somebody new, with the id they get.
    New(PersonId),
}

impl Who {
    const fn id(self) -> Option<PersonId> {
        match self {
            Self::Nobody(_) => None,
            Self::Me(id) | Self::There(id) | Self::New(id) => Some(id),
        }
    }
}

/// The people there as rows look for them.
struct Known {
    me: Option<PersonId>,
    by_number: HashMap<String, PersonId>,
    /// Those who may get a number: not registered, or registered without one.
    by_name: HashMap<String, PersonId>,
}

impl Known {
    fn of(preview: &ReportPreview) -> Self {
        let me = preview.people.me().map(|me| me.id);
        let mut known = Self { me, by_number: HashMap::new(), by_name: HashMap::new() };
        let mut all: Vec<_> = preview.people.all().filter(|person| Some(person.id) != me).collect();
        all.sort_by_key(|person| person.id);
        for person in all {
            let number = person.registration.as_ref().map(|own| number_key(&own.company_number)).unwrap_or_default();
            if number.is_empty() {
                known.by_name.entry(name_key(&person.name.full())).or_insert(person.id);
            } else {
                known.by_number.entry(number).or_insert(person.id);
            }
        }
        known
    }
}

impl ReportPreview {
    /// Finds what every row comes to, and who has left.
    pub(super) fn judge(&mut self) {
        let known = Known::of(self);
        let mut who = self.identify(&known);
        let sponsors = self.place(&known, &mut who);
        let readings = self.readings_of_day();
        // Nobody is two rows.
        let taken: HashSet<PersonId> = self.rows.iter().filter_map(|row| row.joined).collect();
        for (place, who) in who.iter().enumerate() {
            let verdict = self.verdict(place, *who, sponsors.get(&place).copied(), &readings);
            let joined = self.rows.get(place).is_some_and(|row| row.joined.is_some());
            let name = self.rows.get(place).map(|row| name_key(&row.name)).unwrap_or_default();
            let proposed = matches!(verdict, ReportVerdict::Added { .. }).then(|| known.by_name.get(&name)).flatten();
            if let Some(row) = self.rows.get_mut(place) {
                row.verdict = verdict;
                row.below = sponsors.get(&place).copied();
                row.proposed = proposed.copied().filter(|one| !joined && !taken.contains(one));
            }
        }
        self.left = self.leavers(&known);
    }

    fn identify(&self, known: &Known) -> Vec<Who> {
        let numbers: HashSet<String> = self.records.iter().map(|record| number_key(&record.number)).collect();
        let my_name = self.people.me().map(|me| name_key(&me.name.full())).unwrap_or_default();
        let mut seen: HashSet<String> = HashSet::new();
        let mut all = Vec::with_capacity(self.rows.len());
        for (row, record) in self.rows.iter().zip(self.records.iter()) {
            let number = number_key(&record.number);
            let sponsor = number_key(&record.sponsor);
            let on_top = !numbers.contains(&sponsor) && !known.by_number.contains_key(&sponsor);
            let is_me = on_top && name_key(&record.name) == my_name && !known.by_number.contains_key(&number);
            all.push(match (record.refusal, row.joined.or_else(|| known.by_number.get(&number).copied())) {
                (Some(refusal), _) => Who::Nobody(refusal),
                (None, _) if !seen.insert(number) => Who::Nobody(Refusal::NumberTwice),
                (None, None) if is_me => known.me.map_or(Who::Nobody(Refusal::Row), Who::Me),
                (None, Some(person)) => self.there(person, record),
                (None, None) if record.registered.is_none() => Who::Nobody(Refusal::NoDay),
                (None, None) if Name::from_full(&record.name).is_err() => Who::Nobody(Refusal::NoName),
                (None, None) => Who::New(row.fresh.person),
            });
        }
        all
    }

    /// Somebody there; one who is not registered yet needs a day.
    fn there(&self, person: PersonId, record: &ReportRecord) -> Who {
        let registered = self.people.get(person).is_some_and(|person| person.registration.is_some());
        if registered || record.registered.is_some() { Who::There(person) } else { Who::Nobody(Refusal::NoDay) }
    }

    /// Puts every row below its sponsor, and refuses those that have none or would stand below themselves; what hangs on
    /// a refused row is refused, too.
    fn place(&self, known: &Known, who: &mut [Who]) -> HashMap<usize, PersonId> {
        let mine = self.my_number(known);
        let numbers: HashSet<String> = self.records.iter().map(|record| number_key(&record.number)).collect();
        loop {
            let mut by_number = known.by_number.clone();
            for ((record, row), who) in self.records.iter().zip(&self.rows).zip(who.iter()) {
                let comes = row.include || !matches!(who, Who::New(_));
                if let Some(id) = who.id().filter(|_| comes) {
                    by_number.insert(number_key(&record.number), id);
                }
            }
            let mut sponsors = HashMap::new();
            let mut changed = false;
            for (place, record) in self.records.iter().enumerate() {
                let Some(one) = who.get_mut(place).filter(|one| matches!(one, Who::There(_) | Who::New(_))) else {
                    continue;
                };
                let number = number_key(&record.sponsor);
                let on_top = number.is_empty() || Some(&number) == mine.as_ref();
                let sponsor = if on_top { known.me } else { by_number.get(&number).copied() };
                match sponsor {
                    Some(sponsor) => drop(sponsors.insert(place, sponsor)),
                    None => {
                        let refused =
                            if numbers.contains(&number) { Refusal::SponsorRefused } else { Refusal::NoSponsor };
                        *one = Who::Nobody(refused);
                        changed = true;
                    }
                }
            }
            if !changed && !self.refuse_cycles(who, &sponsors) {
                return sponsors;
            }
        }
    }

    /// The one number of a sponsor that nobody has, where no row says by an empty cell that it stands below the user:
    /// then it is the user's own.
    fn my_number(&self, known: &Known) -> Option<String> {
        let numbers: HashSet<String> = self.records.iter().map(|record| number_key(&record.number)).collect();
        let readable = self.records.iter().filter(|record| record.refusal.is_none());
        let sponsors: HashSet<String> = readable.map(|record| number_key(&record.sponsor)).collect();
        if sponsors.contains("") {
            return None;
        }
        let mut unknown =
            sponsors.into_iter().filter(|number| !numbers.contains(number) && !known.by_number.contains_key(number));
        unknown.next().filter(|_| unknown.next().is_none())
    }

    fn refuse_cycles(&self, who: &mut [Who], sponsors: &HashMap<usize, PersonId>) -> bool {
        let there = self.people.all().filter_map(|person| Some((person.id, person.registration.as_ref()?.sponsor)));
        let before: HashMap<PersonId, PersonId> = there.collect();
        let mut after = before.clone();
        for (place, sponsor) in sponsors {
            let comes = self.rows.get(*place).is_some_and(|row| row.include);
            if let Some(id) = who.get(*place).and_then(|who| who.id()).filter(|_| comes) {
                after.insert(id, *sponsor);
            }
        }
        let cycles = on_cycles(&after);
        let mut changed = false;
        for (place, one) in who.iter_mut().enumerate() {
            let Some(id) = one.id().filter(|id| cycles.contains(id)) else { continue };
            // Who stands where they stood did not bring it about.
            if sponsors.get(&place).is_some_and(|sponsor| before.get(&id) != Some(sponsor)) {
                *one = Who::Nobody(Refusal::Cycle);
                changed = true;
            }
        }
        changed
    }

    /// The readings of the day that are there.
    pub(super) fn readings_of_day(&self) -> HashMap<Scope, Points> {
        self.readings.iter().filter(|reading| reading.on == self.on).map(|one| (one.scope, one.points)).collect()
    }

    fn verdict(
        &self,
        place: usize,
        who: Who,
        sponsor: Option<PersonId>,
        readings: &HashMap<Scope, Points>,
    ) -> ReportVerdict {
        let (Some(record), Some(row)) = (self.records.get(place), self.rows.get(place)) else {
            return ReportVerdict::Refused(Refusal::Row);
        };
        match (who, sponsor) {
            (Who::Nobody(refusal), _) => ReportVerdict::Refused(refusal),
            (Who::New(_), Some(sponsor)) => match new_person(record, row.fresh.person, sponsor, self.today) {
                Ok(_) => ReportVerdict::Added { sponsor },
                Err(refusal) => ReportVerdict::Refused(refusal),
            },
            (Who::There(person), Some(sponsor)) => self.verdict_of(record, person, Some(sponsor), readings),
            (Who::Me(me), _) => self.verdict_of(record, me, None, readings),
            (_, None) => ReportVerdict::Refused(Refusal::NoSponsor),
        }
    }

    fn verdict_of(
        &self,
        record: &ReportRecord,
        person: PersonId,
        sponsor: Option<PersonId>,
        readings: &HashMap<Scope, Points>,
    ) -> ReportVerdict {
        let Some(there) = self.people.get(person) else { return ReportVerdict::Refused(Refusal::Row) };
        let mut changes = match sponsor {
            Some(sponsor) => {
                let mut changed = Person::clone(there);
                let changes = ReportUpdate::of(record, person, sponsor, self.on).put_into(&mut changed);
                if changed.check().is_err() {
                    return ReportVerdict::Refused(Refusal::FieldTooLong);
                }
                changes
            }
            None => ReportChanges::default(),
        };
        let scopes = scopes(person, sponsor.is_none());
        let points = [(scopes.0, record.own), (scopes.1, record.group)];
        changes.points = points
            .into_iter()
            .any(|(scope, points)| points.is_some_and(|points| readings.get(&scope) != Some(&points)));
        if changes == ReportChanges::default() {
            ReportVerdict::Unchanged { person }
        } else {
            ReportVerdict::Updated { person, changes }
        }
    }

    fn leavers(&self, known: &Known) -> Vec<Leaver> {
        let numbers: HashSet<String> = self.records.iter().map(|record| number_key(&record.number)).collect();
        let joined: HashSet<PersonId> = self.rows.iter().filter_map(|row| row.joined).collect();
        let gone = known.by_number.iter().filter(|(number, id)| !numbers.contains(*number) && !joined.contains(id));
        let mut gone: Vec<PersonId> = gone.map(|(_, id)| *id).collect();
        gone.sort_by(|one, other| self.people.by_name(*one, *other));
        let to_leaver = |id: PersonId| {
            let person = self.people.get(id)?;
            let number = person.registration.as_ref().map(|own| own.company_number.clone()).unwrap_or_default();
            Some(Leaver { person: id, name: person.name.full(), number })
        };
        gone.into_iter().filter_map(to_leaver).collect()
    }
}

/// Own points and those of the branch of somebody; of the user those of the whole structure.
pub(super) const fn scopes(person: PersonId, is_me: bool) -> (Scope, Scope) {
    (Scope::Own(person), if is_me { Scope::Whole } else { Scope::Branch(person) })
}

/// Somebody new, as the report has them.
pub(super) fn new_person(
    record: &ReportRecord,
    id: PersonId,
    sponsor: PersonId,
    today: chrono::NaiveDate,
) -> Result<Person, Refusal> {
    let on = record.registered.ok_or(Refusal::NoDay)?;
    let mut person = Person::new(id, Name::from_full(&record.name)?, today);
    person.city.clone_from(&record.city);
    person.registration = Some(registration(record, on, sponsor));
    person.reach(Stage::Registered, on);
    person.check()?;
    Ok(person)
}

fn registration(record: &ReportRecord, on: chrono::NaiveDate, sponsor: PersonId) -> Registration {
    Registration {
        company_number: record.number.clone(),
        rank: record.rank.clone(),
        ..Registration::new(on, record.role.unwrap_or(Role::Partner), sponsor)
    }
}

impl ReportUpdate {
    /// What a row brings to somebody who is there; `on` is the day that the report is about.
    pub(super) fn of(record: &ReportRecord, person: PersonId, sponsor: PersonId, on: chrono::NaiveDate) -> Self {
        let registration = registration(record, record.registered.unwrap_or(on), sponsor);
        Self { person, registration, city: record.city.clone(), moves: true, on }
    }

    /// Puts what the report has into the person and tells what changed. What it says nothing of stays.
    pub(crate) fn put_into(&self, person: &mut Person) -> ReportChanges {
        let mut changes = ReportChanges::default();
        if person.city.is_empty() && !self.city.is_empty() {
            person.city.clone_from(&self.city);
            changes.city = true;
        }
        let new = &self.registration;
        let Some(own) = person.registration.as_mut() else {
            person.registration = Some(new.clone());
            person.reach(Stage::Registered, new.on);
            (changes.registered, changes.numbered) = (true, true);
            return changes;
        };
        if number_key(&own.company_number).is_empty() {
            own.company_number.clone_from(&new.company_number);
            changes.numbered = true;
        }
        if self.moves && own.sponsor != new.sponsor {
            changes.moved = Some((own.sponsor, new.sponsor));
            // The report counts its whole month so.
            own.move_under(new.sponsor, FigurePeriod::month_of(self.on).first_day());
        }
        if !new.rank.is_empty() && own.rank != new.rank {
            changes.rank = Some((own.rank.clone(), new.rank.clone()));
            own.rank.clone_from(&new.rank);
            own.results.push(RegistrationResult { on: self.on, text: new.rank.clone() });
        }
        changes
    }
}
