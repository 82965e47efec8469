//! Who is shown by a filter of the list, and what a ready view shows beside.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::View;
use super::list::{Beside, ListRow};
use super::silent::{Tasks, goals, open_tasks, thing_to_ask};
use crate::model::{LastContact, ListFilter, PersonId, ReadyView, TaskNature};
use crate::store::StoreError;
use crate::text::fold;

/// What is read once for all rows.
#[derive(Debug)]
pub(super) struct Context {
    /// Whom the words name; none where there are no words.
    named: Option<HashSet<PersonId>>,
    /// The words of the interest, folded.
    interest: String,
    /// Promises and information asked for that are open; empty where nothing asks for them.
    tasks: Tasks,
    /// The day that is "today".
    today: NaiveDate,
}

impl Context {
    /// Reads what a filter needs.
    pub(super) fn read(view: &View, filter: &ListFilter, today: NaiveDate) -> Result<Self, StoreError> {
        let asks = filter.promise || filter.view != ReadyView::Everyone;
        Ok(Self {
            named: view.matching_people(&filter.text)?,
            interest: fold(&filter.interest),
            tasks: if asks { open_tasks(view, today)? } else { Tasks::new() },
            today,
        })
    }

    /// Whether a person of the list is shown; `city` is theirs, folded.
    pub(super) fn holds(&self, filter: &ListFilter, row: &ListRow, city: &str, today: NaiveDate) -> bool {
        let person = &row.person;
        let of_view = match filter.view {
            ReadyView::Everyone => true,
            ReadyView::Prospects => row.is_prospect(),
            ReadyView::Calls => row.waits(),
        };
        of_view
            && filter.city.as_ref().is_none_or(|wanted| wanted == city)
            && (filter.stages.is_empty() || filter.stages.contains(&person.stage))
            && filter.relation.is_none_or(|relation| Some(relation) == person.relation)
            && filter.last.is_none_or(|last| was_heard(last, row.last, today))
            && (!filter.no_phone || person.phones.is_empty())
            && (!filter.no_city || city.is_empty())
            && !(filter.promise && self.promise(person.id).is_none())
            && (self.interest.is_empty() || person.interests.iter().any(|one| fold(one).contains(&self.interest)))
            && self.named.as_ref().is_none_or(|named| named.contains(&person.id))
    }

    fn task(&self, person: PersonId, wanted: impl Fn(TaskNature) -> bool) -> Option<&str> {
        let tasks = self.tasks.get(&person)?;
        tasks.iter().find(|(nature, _)| wanted(*nature)).map(|(_, title)| title.as_str())
    }

    /// What I promised, else what they did.
    fn promise(&self, person: PersonId) -> Option<&str> {
        let mine = self.task(person, |nature| nature == TaskNature::MyPromise);
        mine.or_else(|| self.task(person, |nature| nature == TaskNature::TheirPromise))
    }

    /// Puts beside each row what the ready view shows.
    pub(super) fn put_beside(&self, view: &View, ready: ReadyView, rows: &mut [ListRow]) -> Result<(), StoreError> {
        match ready {
            ReadyView::Everyone => {}
            ReadyView::Prospects => {
                for row in rows {
                    let id = row.person.id;
                    let information = self.task(id, |nature| nature == TaskNature::InformationAsked);
                    let (promise, information) = (self.promise(id).map(str::to_owned), information.map(str::to_owned));
                    row.beside = Beside { promise, information, ask: None };
                }
            }
            ReadyView::Calls => {
                let goals = goals(view)?;
                for row in rows {
                    let ask = thing_to_ask(view, row.person.id, self.today, &self.tasks, &goals)?;
                    row.beside.ask = (!ask.text.is_empty()).then_some(ask);
                }
            }
        }
        Ok(())
    }
}

/// Whether the last contact was as long ago as is wanted.
fn was_heard(wanted: LastContact, last: Option<NaiveDate>, today: NaiveDate) -> bool {
    match (wanted, last) {
        (LastContact::Never, last) => last.is_none(),
        (LastContact::OlderThan(days), Some(last)) => (today - last).num_days() > i64::from(days),
        (LastContact::OlderThan(_), None) => false,
    }
}
