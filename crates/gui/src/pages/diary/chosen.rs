//! People who were put in a form, and the day and hour that were typed in one: what the forms of the diary share.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use sponsor_core::model::{Name, Person, PersonId, When};

/// A person who was put in a form, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chosen {
    /// Who.
    pub(super) id: PersonId,
    /// The whole name.
    pub(super) name: String,
    /// Whether they are not on the list yet and come to it when the form is saved.
    pub(super) new: bool,
    /// Whether the title named them, rather than a person choosing them: who goes out of the title goes.
    #[serde(default)]
    pub(super) titled: bool,
}

impl Chosen {
    /// A person of the list.
    pub(super) const fn of(id: PersonId, name: String) -> Self {
        Self { id, name, new: false, titled: false }
    }
}

/// People of the list as a form begins with them.
pub(super) fn chosen(people: &[PersonId], name: impl Fn(PersonId) -> String) -> Vec<Chosen> {
    people.iter().map(|id| Chosen::of(*id, name(*id))).collect()
}

/// Who was put in a form.
pub(super) fn ids(people: &[Chosen]) -> Vec<PersonId> {
    people.iter().map(|one| one.id).collect()
}

/// Those of the people in a form who come to the list when it is saved.
pub(super) fn new_people(people: &[Chosen], today: NaiveDate) -> Vec<Person> {
    let new = people.iter().filter(|one| one.new);
    new.filter_map(|one| Some(Person::new(one.id, Name::from_full(&one.name).ok()?, today))).collect()
}

/// A day with the hour that was typed beside it; without an hour the whole day.
pub(super) fn on_day(day: NaiveDate, hour: Option<NaiveTime>, minutes: Option<u32>, zone: Tz) -> When {
    match hour {
        None => When::day(day),
        Some(hour) => When::Timed { start: day.and_time(hour), minutes, zone },
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::model::PersonId;

    use super::{Chosen, new_people};

    #[test]
    fn a_person_who_is_not_on_the_list_comes_to_it() {
        let gogo = Chosen::of(PersonId::from_bytes([2; 16]), "Гого Стоев".to_owned());
        let new = Chosen { new: true, ..gogo };
        let known = Chosen::of(PersonId::from_bytes([3; 16]), "Мария Петрова".to_owned());
        let made = new_people(&[known, new], NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
        assert_eq!(made.iter().map(|one| one.name.full()).collect::<Vec<_>>(), ["Гого Стоев"]);
    }
}
