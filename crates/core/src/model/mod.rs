//! The records of the product: what a sponsor's workspace is made of, as types that are checked when they are made.

mod address_book;
mod calendar;
mod entry;
mod goal;
mod ids;
mod interview;
mod learning;
mod list_filter;
mod mapping;
mod order;
mod person;
mod plan;
mod record;
mod recurrence;
mod registration;
mod review;
mod settings;
mod snapshot;
mod training;
mod values;

pub use address_book::{Email, Messenger, MessengerKind, Phone};
pub use calendar::{CalendarAlarm, CalendarInstance, CalendarSource, CalendarVersion, Fingerprints};
pub use entry::{
    Action, Entry, EntryKind, EntryState, Mode, Move, NextStep, Outcome, Priority, TaskNature, When, moment_of,
};
pub use goal::{Goal, GoalState};
pub use ids::{
    CommandId, EntryId, GoalId, IdSource, InterviewId, LearningId, OrderId, PersonId, PlanItemId, ReadingId, ReviewId,
    SnapshotId, WorkspaceId,
};
pub use interview::{
    Answer, FirstAction, FirstName, Interview, InterviewState, NextMeeting, Step, StepKind, Talk, Together,
};
pub use learning::{Learnt, MethodPart, MethodWords, OwnMethod, PathStep, StepWords};
pub use list_filter::{LastContact, ListFilter, ReadyView, SavedView, WhichList};
pub use mapping::{ColumnMapping, ContactColumn, RememberedColumns, ReportColumn, heading_key, remember, remembered};
pub use order::{Order, Reading, Scope};
pub use person::{
    DatedLine, FormOfAddress, Gender, ListOwner, Name, Person, Relation, Stage, StageChange, guess_gender,
};
pub use plan::{FIRST_ROWS, MORE_ROWS, PlanAction, PlanItem, PlanLevel, WORKING_DAYS, is_outcome};
pub use record::{AnyRecord, Record, RecordKey, RecordKind};
pub use recurrence::{
    InstanceOverride, Repeat, is_last_in_month, month_day, place_of, weekday_code, weekday_in_month, weekday_of,
};
pub use registration::{EarlierSponsor, Registration, RegistrationResult, Role};
pub use review::{Correction, LookedBack, Review, ReviewState};
pub use settings::{DEFAULT_CADENCE_DAYS, Language, OwnWords, Page, Settings, ThemeChoice, Wording};
pub use snapshot::{FigurePeriod, FigureValues, PeriodName, PointsFrom, PointsSource, Snapshot};
pub use training::{Attendance, AttendanceChange, Training};
pub use values::{Currency, InvalidValue, Money, PartialDate, Points};
pub(crate) use values::{LONGEST_TEXT, check_text};
