//! Calendars as iCalendar: in with a preview, held against what is there by their identifiers, and out again.

mod alarms;
mod applying;
mod components;
mod content;
mod fields;
mod guests;
mod merging;
mod moments;
mod preview;
mod record;
mod repeats;
mod rules;
mod table;
mod times;
mod writing;
mod zones;

pub(crate) use self::applying::put_item;
pub use self::fields::CalendarField;
pub(crate) use self::guests::forget_guest;
pub use self::preview::{
    CalendarCounts, CalendarItem, CalendarPreview, CalendarRow, CalendarVerdict, preview_calendar,
};
pub use self::record::Remark;
pub use self::table::{DIARY_KEYS, DiaryCodes, DiaryWords, diary_table};
pub use self::writing::calendar_as_ics;
