//! Everything that was put down for a person's plan, read once.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{NaiveDate, Weekday};

use super::View;
use crate::model::{FIRST_ROWS, PersonId, PlanAction, PlanItem, PlanLevel, WORKING_DAYS};
use crate::store::StoreError;

/// Counts by row and day.
pub(super) type Counts = BTreeMap<PlanAction, BTreeMap<NaiveDate, u32>>;

/// What a person told of some days about one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanTold {
    /// The first of the days.
    pub from: NaiveDate,
    /// The last of the days.
    pub to: NaiveDate,
    /// How many.
    pub count: u32,
    /// The day on which it was told.
    pub on: NaiveDate,
    /// How it was told.
    pub source: String,
    /// Whether it counts in the period that is shown: not when its days go beyond it, or were told anew.
    pub counted: bool,
}

/// A correction by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Corrected {
    pub(super) by: i32,
    pub(super) why: String,
}

/// What a person told of some days.
#[derive(Clone, Debug)]
struct Telling {
    days: RangeInclusive<NaiveDate>,
    counts: Vec<(PlanAction, u16)>,
    on: NaiveDate,
    source: String,
}

/// All items of one person's plan.
#[derive(Debug)]
pub(super) struct PlanItems {
    planned: Counts,
    words: BTreeMap<(PlanLevel, NaiveDate), Vec<String>>,
    pub(super) rows: Vec<PlanAction>,
    pub(super) works: Vec<Weekday>,
    told: Vec<Telling>,
    pub(super) corrections: BTreeMap<(PlanAction, NaiveDate), Corrected>,
    closed: Vec<(PlanLevel, NaiveDate)>,
}

impl PlanItems {
    pub(super) fn of(view: &View, whose: PersonId) -> Result<Self, StoreError> {
        let mut items = Self {
            planned: Counts::new(),
            words: BTreeMap::new(),
            rows: FIRST_ROWS.to_vec(),
            works: WORKING_DAYS.to_vec(),
            told: Vec::new(),
            corrections: BTreeMap::new(),
            closed: Vec::new(),
        };
        for item in view.all::<PlanItem>()?.into_iter().filter(|item| item.person() == whose) {
            items.take(item);
        }
        // Told last, it goes first.
        items.told.sort_by(|one, other| (other.on, other.days.start()).cmp(&(one.on, one.days.start())));
        Ok(items)
    }

    fn take(&mut self, item: PlanItem) {
        match item {
            PlanItem::Count { on, action, planned, .. } => {
                *self.planned.entry(action).or_default().entry(on).or_default() += u32::from(planned);
            }
            PlanItem::Words { level, from, lines, .. } => drop(self.words.insert((level, from), lines)),
            PlanItem::Setup { rows, works, .. } => (self.rows, self.works) = (rows, works),
            PlanItem::Told { from, to, counts, on, source, .. } => {
                self.told.push(Telling { days: from..=to, counts, on, source });
            }
            PlanItem::Correction { on, action, by, why, .. } => {
                self.corrections.insert((action, on), Corrected { by, why });
            }
            PlanItem::Closed { level, from, .. } => self.closed.push((level, from)),
        }
    }

    /// What is planned on these days.
    pub(super) fn planned(&self, days: &RangeInclusive<NaiveDate>) -> Counts {
        let within = |all: &BTreeMap<NaiveDate, u32>| -> BTreeMap<NaiveDate, u32> {
            all.range(days.clone()).map(|(on, count)| (*on, *count)).collect()
        };
        let rows = self.planned.iter().map(|(action, all)| (action.clone(), within(all)));
        rows.filter(|(_, days)| !days.is_empty()).collect()
    }

    /// The words of a period.
    pub(super) fn words(&self, level: PlanLevel, first: NaiveDate) -> Vec<String> {
        self.words.get(&(level, first)).cloned().unwrap_or_default()
    }

    /// Whether it was decided what becomes of that which was not done in a period.
    pub(super) fn is_closed(&self, level: PlanLevel, first: NaiveDate) -> bool {
        self.closed.contains(&(level, first))
    }

    /// What was told of a row about days of a period, the newest first. Of what was told about the same days the newest
    /// counts, and only what lies whole within the period: how much of a week that crosses its edge was done before it,
    /// nobody told.
    pub(super) fn told(&self, action: &PlanAction, days: &RangeInclusive<NaiveDate>) -> Vec<PlanTold> {
        let mut taken: Vec<&RangeInclusive<NaiveDate>> = Vec::new();
        let mut told = Vec::new();
        for telling in &self.told {
            let Some((_, count)) = telling.counts.iter().find(|(row, _)| row == action) else { continue };
            if !overlap(&telling.days, days) {
                continue;
            }
            let whole = days.contains(telling.days.start()) && days.contains(telling.days.end());
            let counted = whole && !taken.iter().any(|other| overlap(&telling.days, other));
            if counted {
                taken.push(&telling.days);
            }
            told.push(PlanTold {
                from: *telling.days.start(),
                to: *telling.days.end(),
                count: u32::from(*count),
                on: telling.on,
                source: telling.source.clone(),
                counted,
            });
        }
        told
    }

    /// Every row of which something was told about days of a period.
    pub(super) fn told_rows(&self, days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = &PlanAction> {
        let within = self.told.iter().filter(|telling| overlap(&telling.days, days));
        within.flat_map(|telling| telling.counts.iter().map(|(action, _)| action))
    }
}

fn overlap(one: &RangeInclusive<NaiveDate>, other: &RangeInclusive<NaiveDate>) -> bool {
    one.start() <= other.end() && other.start() <= one.end()
}
