//! Which rows of the structure are shown, and in which order.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use sponsor_core::model::{Person, PersonId, Role};
use sponsor_core::query::{StructureRow, StructureView};
use sponsor_core::text::{NameCollator, SortKey, fold};

use super::columns::Column;

/// Whom the tabs show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    Partners,
    Customers,
    #[default]
    All,
}

impl Tab {
    pub(super) fn takes(self, row: &StructureRow) -> bool {
        let role = row.person.registration.as_ref().map(|own| own.role);
        match self {
            Self::All => true,
            Self::Partners => role == Some(Role::Partner),
            Self::Customers => role == Some(Role::Customer),
        }
    }
}

/// What the eye has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) tab: Tab,
    pub(super) text: String,
    /// The column and whether from the greatest; none for the order of the structure itself.
    pub(super) sorted: Option<(Column, bool)>,
    /// The ready view «Регистрирани» instead of the branches.
    pub(super) registered: bool,
    /// Branches of which only the one who heads them is shown.
    pub(super) folded: HashSet<PersonId>,
}

impl Choice {
    /// Whether rows are indented by depth: sorted or found ones are not.
    pub(super) fn is_indented(&self) -> bool {
        self.sorted.is_none() && !self.registered && self.text.trim().is_empty()
    }
}

/// The rows of a choice, kept while neither it nor the answer changes.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) view: Arc<StructureView>,
    pub(super) choice: Choice,
    /// Indices of the rows in the answer.
    pub(super) rows: Vec<usize>,
    /// Everybody's whole name, the user's too.
    names: HashMap<PersonId, String>,
}

impl Shown {
    pub(super) fn of(view: &Arc<StructureView>, choice: &Choice, me: &Person) -> Self {
        let mut names: HashMap<_, _> = view.rows.iter().map(|row| (row.person.id, row.person.name.full())).collect();
        names.insert(me.id, me.name.full());
        let rows = if choice.is_indented() { unfolded(view, choice) } else { found(view, choice) };
        let mut shown = Self { view: Arc::clone(view), choice: choice.clone(), rows, names };
        if let Some((column, descending)) = choice.sorted {
            shown.sort(column, descending);
        }
        shown
    }

    fn sort(&mut self, column: Column, descending: bool) {
        let mut rows = std::mem::take(&mut self.rows);
        match column {
            Column::Name | Column::Sponsor => {
                let keys = self.name_keys();
                let whose = |index: &usize| {
                    let row = self.view.rows.get(*index)?;
                    let sponsor = row.person.registration.as_ref().map(|own| own.sponsor);
                    keys.get(&if column == Column::Name { row.person.id } else { sponsor? })
                };
                rows.sort_by(|one, other| known(whose(one), whose(other), descending).then(one.cmp(other)));
            }
            _ => rows.sort_by(|one, other| {
                let order = match (self.view.rows.get(*one), self.view.rows.get(*other)) {
                    (Some(one), Some(other)) => compare(column, one, other, descending),
                    _ => Ordering::Equal,
                };
                order.then(one.cmp(other))
            }),
        }
        self.rows = rows;
    }

    /// The place of each name in the order of names.
    fn name_keys(&self) -> HashMap<PersonId, SortKey> {
        let collator = NameCollator::new("bg").ok();
        let key = |name: &str| collator.as_ref().map_or_else(|| SortKey::folded(name), |collator| collator.key(name));
        self.names.iter().map(|(id, name)| (*id, key(name))).collect()
    }

    /// The whole name of a person's sponsor; empty when it is unknown.
    pub(super) fn sponsor(&self, row: &StructureRow) -> &str {
        let sponsor = row.person.registration.as_ref().map(|own| own.sponsor);
        sponsor.and_then(|sponsor| self.names.get(&sponsor)).map_or("", String::as_str)
    }

    pub(super) fn is_of(&self, view: &Arc<StructureView>, choice: &Choice) -> bool {
        Arc::ptr_eq(&self.view, view) && self.choice == *choice
    }

    /// A row by its place in the table.
    pub(super) fn row(&self, at: usize) -> Option<&StructureRow> {
        self.rows.get(at).and_then(|index| self.view.rows.get(*index))
    }
}

/// The rows of the tab, without those below a folded one.
fn unfolded(view: &StructureView, choice: &Choice) -> Vec<usize> {
    let mut hidden_below: Option<u16> = None;
    let mut rows = Vec::new();
    for (index, row) in view.rows.iter().enumerate() {
        if hidden_below.is_some_and(|depth| row.depth > depth) {
            continue;
        }
        hidden_below = choice.folded.contains(&row.person.id).then_some(row.depth);
        if choice.tab.takes(row) {
            rows.push(index);
        }
    }
    rows
}

/// The rows of the tab whose name, nickname, city or company number holds every word that is typed.
pub(super) fn found(view: &StructureView, choice: &Choice) -> Vec<usize> {
    let typed = fold(&choice.text);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let holds = |row: &StructureRow| {
        let person = &row.person;
        let number = person.registration.as_ref().map_or("", |own| own.company_number.as_str());
        let all = fold(&format!("{} {} {} {number}", person.name.full(), person.nickname, person.city));
        words.iter().all(|word| all.contains(word))
    };
    let rows = view.rows.iter().enumerate().filter(|(_, row)| choice.tab.takes(row) && holds(row));
    rows.map(|(index, _)| index).collect()
}

/// The order of two values; what is unknown stands last either way.
fn known<T: Ord>(one: Option<T>, other: Option<T>, descending: bool) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) if descending => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The day of the last rank or milestone that was reached.
fn result(row: &StructureRow) -> Option<chrono::NaiveDate> {
    row.person.registration.as_ref()?.results.last().map(|result| result.on)
}

/// The order by a column that is no name.
fn compare(column: Column, one: &StructureRow, other: &StructureRow, descending: bool) -> Ordering {
    let registration = |row: &StructureRow| row.person.registration.as_ref().map(|own| own.on);
    let steps = |row: &StructureRow| row.first_steps.and_then(|(done, total)| (done * 1_000).checked_div(total));
    match column {
        Column::Name | Column::Sponsor | Column::Status => Ordering::Equal,
        Column::Registered => known(registration(one), registration(other), descending),
        Column::Points => known(one.points, other.points, descending),
        Column::PointsBefore => known(one.points_before, other.points_before, descending),
        Column::New => known(Some(one.new_in_branch), Some(other.new_in_branch), descending),
        Column::LastContact => known(one.last_contact, other.last_contact, descending),
        Column::FirstSteps => known(steps(one), steps(other), descending),
        Column::LastOrder => known(one.last_order, other.last_order, descending),
        Column::Training => known(one.in_training, other.in_training, descending),
        Column::Goal => known(one.goal.as_ref(), other.goal.as_ref(), descending),
        Column::Result => known(result(one), result(other), descending),
        Column::Next => known(one.next, other.next, descending),
    }
}
