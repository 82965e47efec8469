//! Which of the lists is shown, what of it, and in which order.

use chrono::NaiveDate;
use egui::Id;
use sponsor_core::model::{ListFilter, ReadyView, WhichList};
use sponsor_core::query::{ListOrder, ListQuestion, ListView};

use crate::app::Scene;

/// What the list is narrowed to.
#[derive(Debug, Default)]
pub(super) struct Filters {
    /// Who is shown.
    pub(super) filter: ListFilter,
    pub(super) order: ListOrder,
    pub(super) descending: bool,
    /// Whether the list with people on it was looked for at first sight.
    settled: bool,
    /// The name of the partner whose list is shown.
    pub(super) whose: String,
    /// The city that names typed in a row go on getting, though the one typed last stands on another list.
    pub(super) kept_city: Option<String>,
}

/// The id of the field that narrows the list by words.
pub(super) fn text_id() -> Id {
    Id::unique("list filter")
}

impl Filters {
    /// What is asked of the workspace.
    pub(super) fn question(&self, today: NaiveDate) -> ListQuestion {
        ListQuestion {
            filter: self.filter.clone(),
            order: self.order,
            descending: self.descending,
            by_city: self.stands_by_city(),
            today,
        }
    }

    /// Whether the rows stand city by city.
    const fn stands_by_city(&self) -> bool {
        matches!(self.filter.which, WhichList::Others) && self.filter.city.is_none()
    }

    /// Which list is shown.
    pub(super) const fn which(&self) -> WhichList {
        self.filter.which
    }

    /// Whether the list is narrowed; a city of list 2 is part of which list it is.
    pub(super) fn are_set(&self) -> bool {
        let city = self.filter.city.clone().filter(|_| self.which() == WhichList::Others);
        let whole = ListFilter { city, ..ListFilter::of(self.which()) };
        let text = self.filter.text.trim().to_owned();
        ListFilter { text, ..self.filter.clone() } != whole
    }

    /// Shows everyone on the list again.
    pub(super) fn clear(&mut self) {
        let city = self.filter.city.take().filter(|_| self.which() == WhichList::Others);
        self.filter = ListFilter { city, ..ListFilter::of(self.which()) };
    }

    /// Shows another list, as a person asked; what it is narrowed to stays.
    pub(super) fn show(&mut self, which: WhichList) {
        self.turn_to(which);
        self.kept_city = None;
    }

    /// Shows the whole of a list, because somebody on it is to be seen.
    pub(super) fn turn_to(&mut self, which: WhichList) {
        self.filter.which = which;
        self.filter.city = None;
        self.settled = true;
    }

    /// A ready view of the list that is shown; once more leads back to everyone on it.
    pub(super) fn toggle_view(&mut self, view: ReadyView) {
        let chosen = if self.filter.view == view { ReadyView::Everyone } else { view };
        self.filter.view = chosen;
        // Who has waited longest is called first.
        let order = if chosen == ReadyView::Calls { ListOrder::Next } else { ListOrder::Name };
        (self.order, self.descending) = (order, false);
        self.settled = true;
    }

    /// What was kept under a name.
    pub(super) fn take(&mut self, filter: ListFilter) {
        self.filter = filter;
        self.kept_city = None;
        self.settled = true;
    }

    /// At first sight: the list that has people.
    pub(super) fn settle(&mut self, view: &ListView) {
        if !self.settled && view.home == 0 {
            if view.others > 0 {
                self.filter.which = WhichList::Others;
            } else if view.no_city > 0 {
                self.filter.which = WhichList::NoCity;
            }
        }
        self.settled = self.settled || view.home + view.others + view.no_city > 0;
    }

    /// The city that a new name of the shown list gets.
    pub(super) fn proposed_city(&self, scene: &Scene<'_>, view: &ListView) -> String {
        if let Some(city) = &self.kept_city {
            return city.clone();
        }
        match self.which() {
            WhichList::Home | WhichList::All => scene.frame.settings.home_city.clone(),
            WhichList::Others => {
                let chosen = view.cities.iter().find(|city| Some(&city.key) == self.filter.city.as_ref());
                chosen.map(|city| city.name.clone()).unwrap_or_default()
            }
            WhichList::NoCity | WhichList::OffList | WhichList::Partner(_) => String::new(),
        }
    }
}
