//! Everything that reads: each question has a function from a view of the workspace to plain values for a page or a
//! script.

mod behind;
mod chronicle;
mod duplicates;
mod figures;
mod finding;
mod first_days;
mod item;
mod jogger;
mod ledger;
mod lineage;
mod list;
mod list_view;
mod occasions;
mod overlap;
mod own_actions;
mod people;
mod person;
mod plan;
mod plan_done;
mod plan_items;
mod plan_periods;
mod plan_proposal;
mod reminders;
mod review;
mod review_people;
mod series;
mod series_size;
mod shared;
mod silent;
mod snapshots;
mod sorted;
mod structure;
mod today;
mod training;
mod view;

pub use self::behind::{BehindKind, BehindLine, BranchFigure, behind, people_behind};
pub use self::chronicle::{Chronicle, ChronicleDay, ChronicleLine, chronicle};
pub use self::duplicates::{DuplicatePair, SameBy, duplicates, pair_of};
pub use self::figures::{Figures, figure_series, figures, same_days_before, year_before};
pub use self::finding::{Found, FoundId, FoundKind};
pub use self::first_days::{
    FIRST_DAYS_LENGTH, is_in_first_days, is_open_hour, propose_first_days, propose_second_talk,
};
pub use self::item::{Item, PersonName};
pub use self::jogger::{Jogger, NewName, jogger};
pub use self::list::{Beside, CityCount, CityGroup, Due, ListOrder, ListQuestion, ListRow, ListView, list};
pub use self::occasions::{Occasion, OccasionKind, occasions};
pub use self::overlap::overlap;
pub use self::own_actions::own_actions;
pub use self::people::{People, Standing};
pub use self::person::{PersonView, PlainLines, PlannedContacts, TimelineKind, TimelineLine, person, planned_contacts};
pub use self::plan::{PlanDay, PlanLine, PlanReader, PlanRow, PlanView, plan, plan_rows, seven_days, week_of};
pub use self::plan_done::{PlanBehind, PlanSource, PlanTogether, done_actions, plan_behind};
pub use self::plan_items::PlanTold;
pub use self::plan_periods::{PlanCalendar, ending_soon};
pub use self::plan_proposal::{as_before, carried_days, proposal};
pub use self::reminders::{Reminder, reminders_between};
pub use self::review::{
    CorrectionLine, ReviewWeek, WEEKS_LOOKED_BACK, WeeklyReview, is_review_due, next_week_of, review_weeks,
    weekly_review,
};
pub use self::review_people::{ReviewPerson, ReviewWhy, to_congratulate, to_support};
pub use self::series::{Instance, decided_instances, first_of_rule, instances, next_planned, series_has, when_of};
pub(crate) use self::series::{original_days, rule_end};
pub use self::series_size::{SeriesSize, series_size};
pub(crate) use self::shared::SharedByViews;
pub use self::silent::{Ask, AskKind, Silent, ask_of, silent_people};
pub use self::snapshots::{SNAPSHOT_PERIODS, build_snapshot};
pub use self::sorted::{Became, SortedNote, sorted_notes};
pub use self::structure::{StructureRow, StructureView, WholeFigures, structure};
pub use self::today::{Evening, FirstDays, TodayView, today};
pub use self::training::{Attendee, TrainingRow, TrainingView, Trainings, learners, training, trainings, trainings_on};
pub use self::view::View;
