//! A day and an hour that were typed in the title of a new entry: offered, and put in their fields when one wants that.

use std::ops::Range;

use egui::Ui;
use sponsor_core::typed_line::{Context, KnownNames, Meaning, TypedLine, read};

use super::draft::{EntryDraft, typed_day, typed_time};
use super::entry_fields::Fields;
use super::looks::day_and_hours;
use crate::app::Scene;
use crate::icons;
use crate::widgets::Chip;

/// The words of a line that say when.
fn said(line: &TypedLine) -> impl Iterator<Item = &Range<usize>> {
    let says = |meaning: Meaning| matches!(meaning, Meaning::Day | Meaning::Time | Meaning::Length);
    line.parts.iter().filter(move |part| says(part.meaning)).map(|part| &part.range)
}

/// A title without the words that say when.
fn without(title: &str, line: &TypedLine) -> String {
    let mut left = title.to_owned();
    let mut ranges: Vec<_> = said(line).cloned().collect();
    ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
    for range in ranges {
        if left.get(range.clone()).is_some() {
            left.replace_range(range, " ");
        }
    }
    left.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn take(draft: &mut EntryDraft, line: &TypedLine) {
    draft.title = without(&draft.title, line);
    if let Some(date) = line.date {
        draft.day = typed_day(date);
    }
    if let Some(time) = line.time {
        draft.all_day = false;
        draft.from = typed_time(time);
        draft.to = line.minutes.map(|minutes| format!("{minutes} min")).unwrap_or_default();
    } else {
        draft.from.clear();
        draft.to.clear();
    }
}

impl Fields<'_> {
    /// Offers the day and the hour that the title says, as a chip; nothing is taken silently.
    pub(super) fn offer_when(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if self.about.is_some() || self.draft.title.trim().is_empty() {
            return;
        }
        let nobody = KnownNames::default();
        let line = read(&self.draft.title, &Context::new(scene.now, &scene.frame.settings, &nobody));
        if line.date.is_none() || said(&line).next().is_none() {
            return;
        }
        let when = day_and_hours(scene.formats, scene.words, &line.when(scene.now));
        let words = scene.words.with("diary-take-when", &[("when", when.into())]);
        let most = ui.available_width();
        if Chip::new(&words).icon(icons::CALENDAR_DAYS).most(most).show(ui).response.clicked() {
            take(self.draft, &line);
        }
    }
}
