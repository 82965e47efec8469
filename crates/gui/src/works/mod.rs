//! The long works of the window, each with the file it is about.

pub mod attendance;
mod backup;
pub mod calendar;
pub mod contacts;
mod diary;
mod export;
mod plan;
mod print;
pub mod report;
mod sheet;
pub mod snapshot;
mod tomorrow;

use std::path::PathBuf;

use sponsor_core::Now;

use crate::app::{Purpose, Work};
use crate::words::Words;

pub use self::backup::{BackupLook, BackupWork, LookIntoBackup};
pub use self::diary::{DiaryFilter, DiaryPart};
pub use self::export::{ExportError, ExportWork, Exported, FileForm, is_same_file};
pub use self::plan::{PlanPageError, PlanPageWork, plan_page};
pub use self::print::{PrintWork, print_place};
pub use self::sheet::{SheetWork, in_order_of_time, sheet_data};
pub use self::tomorrow::{DayPageError, DayPageWork, DayPart, DayParts, day_page, day_page_data};

/// The work for a file that was chosen for a purpose; none where the choice leads to a page.
#[must_use]
pub fn for_file(purpose: Purpose, path: PathBuf, words: &Words, now: Now) -> Option<Box<dyn Work>> {
    Some(match purpose {
        Purpose::ExportSnapshot { id, ending } => {
            Box::new(snapshot::SnapshotExport { id, path, ending, words: words.clone() })
        }
        Purpose::SaveSheet(interview) => Box::new(SheetWork { interview, path, on: now.local.date() }),
        Purpose::SaveTomorrow(day, parts) => Box::new(DayPageWork { day, parts, path, now, words: words.clone() }),
        Purpose::SavePlan { person, day } => Box::new(PlanPageWork { person, day, path, now, words: words.clone() }),
        Purpose::Backup => Box::new(BackupWork { path }),
        Purpose::Restore => Box::new(LookIntoBackup { path, now }),
        Purpose::Export(what, form) => {
            Box::new(ExportWork { what, form, path, today: now.date(), words: words.clone() })
        }
        _ => return None,
    })
}
