//! The list: everyone on the user's own two lists, sorted and filtered.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{People, View};
use crate::model::{Person, PersonId, Relation, Stage};
use crate::store::StoreError;

/// Which of the lists is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WhichList {
    /// List 1: own city.
    Home,
    /// List 2: other cities, all or one of them (folded, as [`CityCount::key`]).
    Others(Option<String>),
    /// Without a city, waiting for one.
    NoCity,
    /// Everyone on the user's own lists.
    All,
    /// Those who are kept but on no list.
    OffList,
    /// The list of a partner.
    Partner(PersonId),
}

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ListOrder {
    /// Name.
    #[default]
    Name,
    /// City, then name.
    City,
    /// Relation, then name.
    Relation,
    /// Stage, then name.
    Stage,
    /// Last contact.
    Last,
    /// Next contact.
    Next,
}

/// What is asked of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListQuestion {
    /// Which list.
    pub which: WhichList,
    /// Words that the person's fields contain.
    pub text: String,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this relation.
    pub relation: Option<Relation>,
    /// Only those who wait for a call: due today or late.
    pub waiting: bool,
    /// The order.
    pub order: ListOrder,
    /// Whether the order is turned round.
    pub descending: bool,
    /// The day that is "today".
    pub today: NaiveDate,
}

impl ListQuestion {
    /// Everyone on the user's own lists by name.
    #[must_use]
    pub fn all(today: NaiveDate) -> Self {
        Self {
            which: WhichList::All,
            text: String::new(),
            stage: None,
            relation: None,
            waiting: false,
            order: ListOrder::Name,
            descending: false,
            today,
        }
    }
}

/// How pressing the next contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Before today.
    Late,
    /// Today.
    Today,
    /// Later.
    Later,
}

/// A row of the list.
#[derive(Clone, Debug)]
pub struct ListRow {
    /// The person.
    pub person: Arc<Person>,
    /// The day of the last real contact.
    pub last: Option<NaiveDate>,
    /// The day of the next contact: the next planned entry, else what the cadence says, else when to ask again.
    pub next: Option<NaiveDate>,
    /// How pressing it is.
    pub due: Option<Due>,
}

/// A city of list 2 with how many people it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CityCount {
    /// The folded name, for asking.
    pub key: String,
    /// The name as it is written most recently.
    pub name: String,
    /// How many people.
    pub people: usize,
}

/// The list as it is shown.
#[derive(Clone, Debug)]
pub struct ListView {
    /// The rows, in order.
    pub rows: Vec<ListRow>,
    /// How many people list 1 has.
    pub home: usize,
    /// How many people list 2 has.
    pub others: usize,
    /// How many wait for a city.
    pub no_city: usize,
    /// How many wait for a call on the chosen list.
    pub waiting: usize,
    /// How many are on the chosen list before filters.
    pub on_list: usize,
    /// The cities of list 2, most people first.
    pub cities: Vec<CityCount>,
    /// People who came to the user's own list since the week began.
    pub new_this_week: usize,
}

/// The list, filtered and sorted.
///
/// # Errors
/// Any failure of the store.
pub fn list(view: &View, question: &ListQuestion) -> Result<ListView, StoreError> {
    let people = view.people();
    let settings = view.settings()?;
    let planned = super::planned_contacts(view, question.today)?;
    let week = super::plan::week_of(question.today, settings.week_starts);
    let home = people.home_city();
    let mut shown = ListView {
        rows: Vec::new(),
        home: 0,
        others: 0,
        no_city: 0,
        waiting: 0,
        on_list: 0,
        cities: cities(people, home),
        new_this_week: 0,
    };
    let found = view.matching_people(&question.text)?;
    for person in people.all().filter(|person| person.id != settings.me) {
        let city = people.city_key(person.id);
        if person.is_mine() {
            shown.home += usize::from(!city.is_empty() && city == home);
            shown.others += usize::from(!city.is_empty() && city != home);
            shown.no_city += usize::from(city.is_empty());
            shown.new_this_week += usize::from(week.contains(&person.created));
        }
        if !stands_on(person, city, home, &question.which) {
            continue;
        }
        shown.on_list += 1;
        let row = row(people, person, &planned, question.today);
        let waits = matches!(row.due, Some(Due::Late | Due::Today));
        shown.waiting += usize::from(waits);
        let wanted = question.stage.is_none_or(|stage| stage == person.stage)
            && question.relation.is_none_or(|relation| Some(relation) == person.relation)
            && (!question.waiting || waits)
            && found.as_ref().is_none_or(|found| found.contains(&person.id));
        if wanted {
            shown.rows.push(row);
        }
    }
    sort(people, &mut shown.rows, question);
    Ok(shown)
}

fn stands_on(person: &Person, city: &str, home: &str, which: &WhichList) -> bool {
    match which {
        WhichList::Home => person.is_mine() && !city.is_empty() && city == home,
        WhichList::Others(one) => {
            person.is_mine() && !city.is_empty() && city != home && one.as_ref().is_none_or(|one| one == city)
        }
        WhichList::NoCity => person.is_mine() && city.is_empty(),
        WhichList::All => person.is_mine(),
        WhichList::OffList => person.off_list,
        WhichList::Partner(partner) => person.owner == crate::model::ListOwner::Partner(*partner) && !person.off_list,
    }
}

/// A row, with the next contact from what is planned, from the cadence, or from when to ask again.
pub(crate) fn row(
    people: &People,
    person: &Arc<Person>,
    planned: &super::PlannedContacts,
    today: NaiveDate,
) -> ListRow {
    let standing = people.standing(person);
    let next = planned.get(&person.id).copied().or_else(|| match person.stage {
        Stage::NotNow => person.ask_again,
        Stage::NotForThem => None,
        _ => standing.due(),
    });
    let due = next.map(|next| match next.cmp(&today) {
        std::cmp::Ordering::Less => Due::Late,
        std::cmp::Ordering::Equal => Due::Today,
        std::cmp::Ordering::Greater => Due::Later,
    });
    ListRow { person: Arc::clone(person), last: standing.last_contact, next, due }
}

fn cities(people: &People, home: &str) -> Vec<CityCount> {
    let mut counts: std::collections::HashMap<&str, CityCount> = std::collections::HashMap::new();
    for person in people.all().filter(|person| person.is_mine()) {
        let key = people.city_key(person.id);
        if key.is_empty() || key == home {
            continue;
        }
        let count = counts.entry(key).or_insert_with(|| CityCount {
            key: key.to_owned(),
            name: person.city.clone(),
            people: 0,
        });
        count.people += 1;
        // One spelling for all who look, whichever of them comes first.
        if person.city < count.name {
            count.name.clone_from(&person.city);
        }
    }
    let mut counts: Vec<_> = counts.into_values().collect();
    counts.sort_by(|one, other| other.people.cmp(&one.people).then_with(|| one.name.cmp(&other.name)));
    counts
}

fn sort(people: &People, rows: &mut [ListRow], question: &ListQuestion) {
    rows.sort_by(|one, other| people.by_name(one.person.id, other.person.id));
    match question.order {
        ListOrder::Name => {}
        ListOrder::City => rows.sort_by_key(|row| people.city_key(row.person.id).to_owned()),
        ListOrder::Relation => rows.sort_by_key(|row| row.person.relation.map_or(u8::MAX, |relation| relation as u8)),
        ListOrder::Stage => rows.sort_by_key(|row| row.person.stage),
        // Those without a day come last either way round.
        ListOrder::Last => rows.sort_by_key(|row| (row.last.is_none(), row.last)),
        ListOrder::Next => rows.sort_by_key(|row| (row.next.is_none(), row.next)),
    }
    if question.descending {
        rows.reverse();
        match question.order {
            ListOrder::Last => rows.sort_by_key(|row| row.last.is_none()),
            ListOrder::Next => rows.sort_by_key(|row| row.next.is_none()),
            _ => {}
        }
    }
}
