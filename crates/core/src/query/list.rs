//! The list: everyone on the user's own two lists, sorted and filtered.

use std::sync::Arc;

use chrono::NaiveDate;

use super::list_view::Context;
use super::{Ask, People, View};
use crate::model::{ListFilter, ListOwner, Person, Stage, WhichList};
use crate::store::StoreError;

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
    /// Who is shown.
    pub filter: ListFilter,
    /// The order.
    pub order: ListOrder,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether the rows stand city by city, each with its count, in that order within.
    pub by_city: bool,
    /// The day that is "today".
    pub today: NaiveDate,
}

impl ListQuestion {
    /// Everyone on the user's own lists by name.
    #[must_use]
    pub fn all(today: NaiveDate) -> Self {
        let filter = ListFilter::of(WhichList::All);
        Self { filter, order: ListOrder::Name, descending: false, by_city: false, today }
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
    /// What only the ready view that is shown asks for.
    pub beside: Beside,
}

/// What a ready view shows of a person beside what every view does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Of «Потенциални»: a promise that is open, in words.
    pub promise: Option<String>,
    /// Of «Потенциални»: information that was asked for, in words.
    pub information: Option<String>,
    /// Of «Чакат обаждане»: what to ask.
    pub ask: Option<Ask>,
}

/// Rows of one city, where they stand city by city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CityGroup {
    /// The name as it is written; empty for those without a city.
    pub name: String,
    /// The place of its first row among all rows.
    pub from: usize,
    /// How many rows.
    pub people: usize,
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
    /// The rows city by city; empty where they stand in one order.
    pub groups: Vec<CityGroup>,
    /// How many people list 1 has.
    pub home: usize,
    /// How many people list 2 has.
    pub others: usize,
    /// How many wait for a city.
    pub no_city: usize,
    /// How many are prospects on the chosen list.
    pub prospects: usize,
    /// How many wait for a call on it.
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
    let context = Context::read(view, &question.filter, question.today)?;
    let planned = super::planned_contacts(view, question.today)?;
    let week = super::plan::week_of(question.today, settings.week_starts);
    let home = people.home_city();
    let mut shown = ListView::with(cities(people, home));
    for person in people.all().filter(|person| person.id != settings.me) {
        let city = people.city_key(person.id);
        let row = row(people, person, &planned, question.today);
        if person.is_mine() {
            shown.count(city, home);
            shown.new_this_week += usize::from(person.new_name_on().is_some_and(|on| week.contains(&on)));
        }
        if stands_on(person, city, home, question.filter.which) {
            shown.count_shown(&row);
            if context.holds(&question.filter, &row, city, question.today) {
                shown.rows.push(row);
            }
        }
    }
    sort(people, &mut shown.rows, question);
    if question.by_city {
        shown.groups = by_city(people, &mut shown.rows);
    }
    context.put_beside(view, question.filter.view, &mut shown.rows)?;
    Ok(shown)
}

impl ListView {
    const fn with(cities: Vec<CityCount>) -> Self {
        Self {
            rows: Vec::new(),
            groups: Vec::new(),
            home: 0,
            others: 0,
            no_city: 0,
            prospects: 0,
            waiting: 0,
            on_list: 0,
            cities,
            new_this_week: 0,
        }
    }

    /// Counts a person of the user's own lists.
    fn count(&mut self, city: &str, home: &str) {
        self.home += usize::from(!city.is_empty() && city == home);
        self.others += usize::from(!city.is_empty() && city != home);
        self.no_city += usize::from(city.is_empty());
    }

    /// Counts a person of the chosen list.
    fn count_shown(&mut self, row: &ListRow) {
        self.on_list += 1;
        self.prospects += usize::from(row.is_prospect());
        self.waiting += usize::from(row.waits());
    }
}

impl ListRow {
    /// Whether a call waits: today's or a late one.
    #[must_use]
    pub const fn waits(&self) -> bool {
        matches!(self.due, Some(Due::Late | Due::Today))
    }

    /// Whether they are a prospect: contact has been made, they are not registered, and it may be for them.
    #[must_use]
    pub fn is_prospect(&self) -> bool {
        let met = self.last.is_some() || self.person.stage != Stage::New;
        met && self.person.registration.is_none() && !matches!(self.person.stage, Stage::Registered | Stage::NotForThem)
    }
}

fn stands_on(person: &Person, city: &str, home: &str, which: WhichList) -> bool {
    match which {
        WhichList::Home => person.is_mine() && !city.is_empty() && city == home,
        WhichList::Others => person.is_mine() && !city.is_empty() && city != home,
        WhichList::NoCity => person.is_mine() && city.is_empty(),
        WhichList::All => person.is_mine(),
        WhichList::OffList => person.off_list,
        WhichList::Partner(partner) => person.owner == ListOwner::Partner(partner) && !person.off_list,
    }
}

/// Puts rows city by city, the order within kept: the cities with most people first, those without one last.
fn by_city(people: &People, rows: &mut Vec<ListRow>) -> Vec<CityGroup> {
    let mut found: std::collections::HashMap<&str, (String, Vec<ListRow>)> = std::collections::HashMap::new();
    for row in std::mem::take(rows) {
        let city = row.person.city.clone();
        let (name, of_city) = found.entry(people.city_key(row.person.id)).or_insert_with(|| (city.clone(), Vec::new()));
        if city < *name {
            *name = city;
        }
        of_city.push(row);
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by(|(key, (name, one)), (other_key, (other_name, other))| {
        let by_count = other.len().cmp(&one.len()).then_with(|| name.cmp(other_name));
        key.is_empty().cmp(&other_key.is_empty()).then(by_count)
    });
    let group = |(_, (name, of_city)): (&str, (String, Vec<ListRow>))| {
        let group = CityGroup { name, from: rows.len(), people: of_city.len() };
        rows.extend(of_city);
        group
    };
    found.into_iter().map(group).collect()
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
    ListRow { person: Arc::clone(person), last: standing.last_contact, next, due, beside: Beside::default() }
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
