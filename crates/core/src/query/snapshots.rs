//! A snapshot made of the key figures as they are at a moment.

use super::{Figures, View, figure_series, figures, year_before};
use crate::model::{FigurePeriod, PointsFrom, PointsSource, Scope, Snapshot, SnapshotId};
use crate::moment::Now;
use crate::store::StoreError;

/// How many periods a snapshot holds, the one that it is about last.
pub const SNAPSHOT_PERIODS: usize = 13;

/// The key figures of a period and a scope, frozen at `now`; nothing is written.
///
/// # Errors
/// Any failure of the store.
pub fn build_snapshot(
    view: &View,
    id: SnapshotId,
    period: FigurePeriod,
    scope: Scope,
    now: Now,
    comment: &str,
) -> Result<Snapshot, StoreError> {
    // A figure goes by the calendar: the hour at which a person's day ends does not move it.
    let today = now.date();
    let now_figures = figures(view, period, scope, today)?;
    let series = figure_series(view, period, SNAPSHOT_PERIODS, scope, today)?;
    let year_before = year_before(view, &series, scope)?;
    let people = view.people();
    Ok(Snapshot {
        id,
        taken: now.local,
        by: people.me().map(|me| me.name.full()).unwrap_or_default(),
        comment: comment.trim().to_owned(),
        period,
        until: now_figures.until,
        scope,
        scope_name: match scope {
            Scope::Whole => String::new(),
            Scope::Branch(person) | Scope::Own(person) => people.name(person),
        },
        values: now_figures.values,
        previous: now_figures.previous,
        series,
        year_before,
        points_from: points_from(&now_figures),
    })
}

/// Where the points come from: of a reading its day, of orders the last day that was counted.
fn points_from(figures: &Figures) -> Option<PointsFrom> {
    let source = figures.source?;
    let on = match (source, figures.reading) {
        (PointsSource::Reading, Some((on, _))) => on,
        _ => figures.until,
    };
    Some(PointsFrom { source, on })
}
