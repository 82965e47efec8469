//! Documents of Sponsor Desk: one template and one data value in; PDF, PNG or SVG out.
//!
//! The typesetting engine is embedded. It sees one source, one file with the data and our fonts:
//! no packages, no network, no folder of the user and no clock, so the same input always gives the
//! same bytes. What people typed reaches the template as data and stays text.
//!
//! The caller translates and formats: data holds finished words, and plain numbers only where a
//! chart is drawn from them.

mod about;
mod error;
mod fonts;
mod plan;
mod render;
mod sheet;
mod snapshot;
mod tomorrow;
mod world;

pub use about::{About, Language};
pub use error::DocumentError;
pub use plan::{
    PlanBoxes, PlanData, PlanGoal, PlanNotes, PlanPageCount, PlanPageDay, PlanPageRow, PlanPeriod, PlanWeek,
    PlanWeekRow,
};
pub use render::{Format, Template, render};
pub use sheet::{FirstDays, FirstNames, NextMeeting, Section, SheetData, Step};
pub use snapshot::{
    Cell, Change, Direction, Figure, PointsChart, PointsMonth, SnapshotData, StackedChart, StackedMonth, Table,
    TableRow,
};
pub use tomorrow::{CountList, CountRow, HourRow, NamedLine, TickList, TickRow, TomorrowData};
