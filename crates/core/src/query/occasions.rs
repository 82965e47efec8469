//! What is kept of people in the year: birthdays, name days, anniversaries of registration.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};

use super::item::name;
use super::{PersonName, View};
use crate::model::{Language, PartialDate, Person};
use crate::name_days::name_day;

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OccasionKind {
    /// A birthday.
    Birthday {
        /// The age that is reached, where the year is known.
        age: Option<u16>,
    },
    /// A name day.
    NameDay {
        /// The feast: «Никулден».
        feast: &'static str,
    },
    /// So many years since the registration.
    Registration {
        /// One or more.
        years: u16,
    },
}

/// A day of a person on which one congratulates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Whose.
    pub person: PersonName,
    /// The day.
    pub on: NaiveDate,
    /// Everything that is kept on it, at least one.
    pub kinds: Vec<OccasionKind>,
    /// Whether they were congratulated on that day.
    pub greeted: bool,
}

/// What is kept on these days of those who are on the user's own list or registered; registered users first on each
/// day. Name days are a Bulgarian custom: in English there are none.
#[must_use]
pub fn occasions(view: &View, days: &RangeInclusive<NaiveDate>, language: Language) -> Vec<Occasion> {
    let people = view.people();
    let me = people.settings().map(|settings| settings.me);
    let concerned = people.all().filter(|person| person.is_mine() || person.registration.is_some());
    let mut found = Vec::new();
    for person in concerned.filter(|person| Some(person.id) != me) {
        let mut kept: Vec<(NaiveDate, OccasionKind)> = Vec::new();
        for year in days.start().year()..=days.end().year() {
            kept.extend(in_year(person, year, language).into_iter().filter(|(on, _)| days.contains(on)));
        }
        kept.sort_unstable();
        for same_day in kept.chunk_by(|one, other| one.0 == other.0) {
            let Some((on, named)) = same_day.first().map(|(on, _)| *on).zip(name(people, person.id)) else { continue };
            let kinds = same_day.iter().map(|(_, kind)| *kind).collect();
            let greeted = person.greeted_on == Some(on);
            found.push((person.registration.is_none(), Occasion { person: named, on, kinds, greeted }));
        }
    }
    found.sort_by(|(one_rank, one), (other_rank, other)| {
        let by_rank = (one.on, one_rank).cmp(&(other.on, other_rank));
        by_rank.then_with(|| people.by_name(one.person.id, other.person.id))
    });
    found.into_iter().map(|(_, occasion)| occasion).collect()
}

/// Everything that is kept of a person in a year.
fn in_year(person: &Person, year: i32, language: Language) -> Vec<(NaiveDate, OccasionKind)> {
    let mut kept = Vec::new();
    if let Some(birthday) = person.birthday
        && let Some(on) = birthday.in_year(year)
        && birthday.year().is_none_or(|born| born <= year)
    {
        kept.push((on, OccasionKind::Birthday { age: birthday.age_on(on) }));
    }
    if let Some(own) = &person.registration
        && let Some(years) = u16::try_from(year - own.on.year()).ok().filter(|years| *years > 0)
        && let Some(on) = PartialDate::from(own.on).in_year(year)
    {
        kept.push((on, OccasionKind::Registration { years }));
    }
    let named = (language == Language::Bulgarian).then(|| name_day(person.name.given(), year)).flatten();
    kept.extend(named.map(|day| (day.on, OccasionKind::NameDay { feast: day.feast })));
    kept
}
