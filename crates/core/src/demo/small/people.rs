//! The people of the small example: the cast, and all others who fill the two lists.

use std::collections::HashMap;

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime};

use super::Telling;
use super::data::Somebody;
use crate::command::{Command, Line};
use crate::desk::DeskError;
use crate::model::{
    Entry, EntryId, EntryKind, EntryState, ListOwner, Name, PartialDate, Person, PersonId, Registration, Relation,
    Stage, StageChange,
};

/// Days between contacts with those of whom the example tells nothing else.
const SELDOM: u16 = 120;

pub(super) fn tell(telling: &mut Telling<'_, '_>) -> Result<(), DeskError> {
    let cast = std::mem::take(&mut telling.data.people);
    for somebody in &cast {
        let at = telling.began;
        telling.people.insert(somebody.key.clone(), PersonId::new(&telling.scribe.ids, at));
    }
    let mut mine: HashMap<Option<usize>, usize> = HashMap::new();
    let mut owners = HashMap::new();
    for somebody in &cast {
        if somebody.owner.is_none() {
            *mine.entry(somebody.city).or_default() += 1;
        }
        let created = came(telling, somebody, &owners);
        owners.insert(somebody.key.clone(), created);
        one(telling, somebody, created)?;
    }
    others(telling, &mine)?;
    telling.data.people = cast;
    Ok(())
}

/// The day on which one of the cast came to the list: no later than their registration, no earlier than the partner on
/// whose list they stand.
fn came(telling: &Telling<'_, '_>, somebody: &Somebody, owners: &HashMap<String, NaiveDate>) -> NaiveDate {
    let before = |day: NaiveDate, days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
    let known = before(telling.today, 70 + u64::try_from(somebody.key.len()).unwrap_or(0) * 9);
    let joined = somebody.registration.as_ref().and_then(|own| telling.month_day(own.date));
    let came = joined.map_or(known, |day| known.min(before(day, 1)));
    let owner = somebody.owner.as_ref().and_then(|owner| owners.get(owner)).copied();
    owner.map_or(came, |owner| came.max(owner))
}

fn one(telling: &mut Telling<'_, '_>, somebody: &Somebody, created: NaiveDate) -> Result<(), DeskError> {
    let person = described(telling, somebody, created)?;
    let id = person.id;
    let name = person.name.full();
    telling.tell(telling.scribe.moment(created, 9, 0), Command::AddPeople(vec![person]));
    if let Some(own) = &somebody.registration
        && let Some(on) = telling.month_day(own.date)
    {
        let mut registration = Registration::new(on, own.role, telling.person(&own.sponsor)?);
        registration.company_number.clone_from(&own.number);
        registration.rank = telling.maybe_text(own.rank.as_ref())?;
        telling.tell(telling.scribe.moment(on, 9, 0), Command::Register { person: id, registration });
    }
    for (about, lines) in [(Line::Need, &somebody.needs), (Line::GoingOn, &somebody.going_on)] {
        for (day, text) in lines {
            let (at, text) = (telling.scribe.moment(telling.day(*day), 20, 0), telling.text(text)?);
            telling.tell(at, Command::AddLine { person: id, about, text });
        }
    }
    if let Some(days) = somebody.snoozed {
        let at = telling.scribe.moment(telling.day(-3), 9, 0);
        telling.tell(at, Command::Snooze { person: id, until: telling.day(days) });
    }
    if let Some(day) = somebody.contact {
        contact(telling, id, &name, telling.day(day))?;
    }
    Ok(())
}

fn described(telling: &mut Telling<'_, '_>, somebody: &Somebody, created: NaiveDate) -> Result<Person, DeskError> {
    let name =
        Name::from_full(telling.words.cast(&somebody.key)?).map_err(|error| super::unreadable(&error.to_string()))?;
    let mut person = Person::new(telling.person(&somebody.key)?, name, created);
    person.phones.push(telling.scribe.phone());
    person.relation = somebody.relation;
    live_in(telling, &mut person, somebody.city, somebody.district);
    if let Some(owner) = &somebody.owner {
        person.owner = if owner == "me" { ListOwner::Mine } else { ListOwner::Partner(telling.person(owner)?) };
    }
    if let Some(stage) = somebody.stage.filter(|stage| *stage != Stage::New) {
        let on = telling.day(somebody.stage_day.unwrap_or(-40));
        person.stage = stage;
        person.stage_changes.push(StageChange { stage, on });
    }
    person.ask_again = somebody.ask_again.map(|day| telling.day(day));
    person.interests = somebody.interests.iter().map(|key| telling.text(key)).collect::<Result<_, _>>()?;
    person.occupation = telling.maybe_text(somebody.occupation.as_ref())?;
    person.problem = telling.maybe_text(somebody.problem.as_ref())?;
    person.notes = telling.maybe_text(somebody.notes.as_ref())?;
    person.cadence_days = somebody.cadence;
    let birthday = telling.day(somebody.birthday.unwrap_or(97));
    person.birthday = somebody.age.and_then(|age| {
        let (month, day) = (u8::try_from(birthday.month()).ok()?, u8::try_from(birthday.day()).ok()?);
        PartialDate::new(Some(birthday.year() - age), month, day).ok()
    });
    Ok(person)
}

fn live_in(telling: &Telling<'_, '_>, person: &mut Person, city: Option<usize>, district: Option<usize>) {
    let words = telling.words;
    let there = city.and_then(|city| words.cities.get(city)).unwrap_or(&words.home);
    person.city.clone_from(there);
    if let Some(district) = district.and_then(|district| words.districts.get(district)) {
        person.address.clone_from(district);
    }
}

/// A message that was answered: a real contact that counts in no row of the plan.
fn contact(telling: &mut Telling<'_, '_>, id: PersonId, name: &str, on: NaiveDate) -> Result<(), DeskError> {
    let titles = &telling.data.contact_titles;
    let key = titles.get(telling.scribe.random.usize(..titles.len().max(1))).cloned().unwrap_or_default();
    let title = format!("{name}: {}", telling.text(&key)?);
    let minute = telling.scribe.random.u32(..60);
    let at = telling.scribe.moment(on, 20, minute);
    let when = telling.scribe.timed(at, None);
    let mut entry = Entry::new(EntryId::new(&telling.scribe.ids, at), EntryKind::Message, &title, when, at);
    entry.people = vec![id];
    entry.state = EntryState::Done;
    telling.tell(at, Command::AddEntry(Box::new(entry)));
    Ok(())
}

/// Those who fill the lists up to the numbers of the pictures.
fn others(telling: &mut Telling<'_, '_>, mine: &HashMap<Option<usize>, usize>) -> Result<(), DeskError> {
    let cities = telling.data.cities.clone();
    let places =
        std::iter::once((None, telling.data.home_total)).chain(cities.iter().map(|(city, n)| (Some(*city), *n)));
    let mut homes: Vec<Option<usize>> = Vec::new();
    for (city, total) in places {
        let missing = total.saturating_sub(mine.get(&city).copied().unwrap_or(0));
        homes.extend(std::iter::repeat_n(city, missing));
    }
    telling.scribe.random.shuffle(&mut homes);
    let days = days_of_coming(telling, homes.len());
    for (city, (day, recent)) in homes.into_iter().zip(days) {
        other(telling, city, day, recent)?;
    }
    Ok(())
}

/// When each came to the list, and whether that was in these weeks.
fn days_of_coming(telling: &mut Telling<'_, '_>, people: usize) -> Vec<(NaiveDate, bool)> {
    let mut days = Vec::new();
    for (from, to, names) in telling.data.new_names.clone() {
        for _ in 0..names {
            let offset = telling.scribe.random.i64(from..=to);
            days.push((telling.day(offset), true));
        }
    }
    while days.len() < people {
        let offset = telling.scribe.random.i64(-330..-60);
        days.push((telling.day(offset), false));
    }
    days
}

fn other(telling: &mut Telling<'_, '_>, city: Option<usize>, day: NaiveDate, recent: bool) -> Result<(), DeskError> {
    let minute = telling.scribe.random.u32(..60);
    let at: NaiveDateTime = telling.scribe.moment(day, 10, minute);
    let mut person = telling.scribe.stranger(telling.words, at)?;
    let district = telling.scribe.random.usize(..telling.words.districts.len().max(1));
    live_in(telling, &mut person, city, Some(district).filter(|_| city.is_none()));
    const RELATIONS: [Relation; 5] =
        [Relation::Close, Relation::Friend, Relation::Acquaintance, Relation::Colleague, Relation::Referral];
    person.relation = telling.scribe.random.choice(RELATIONS);
    if telling.scribe.chance(60) {
        person.interests.push(telling.words.any(&mut telling.scribe.random, "interest").to_owned());
    }
    let (id, name) = (person.id, person.name.full());
    let known = !recent && telling.scribe.chance(55);
    if known {
        person.cadence_days = Some(SELDOM);
    }
    telling.tell(at, Command::AddPeople(vec![person]));
    if !known {
        return Ok(());
    }
    let offset = telling.scribe.random.i64(-55..-1);
    let on = telling.day(offset);
    contact(telling, id, &name, on)?;
    let (stage, ask_again) = match telling.scribe.random.u32(..10) {
        0..=4 => return Ok(()),
        5..=6 => (Stage::SawPresentation, None),
        7 => (Stage::ThinkingOver, None),
        8 => (Stage::NotNow, Some(telling.day(60))),
        _ => (Stage::NotForThem, None),
    };
    let at = telling.scribe.moment(on, 21, 0);
    telling.tell(at, Command::ReachStage { people: vec![id], stage, ask_again });
    Ok(())
}
