//! What both targets do: read against an empty workspace in memory.

#![allow(dead_code, reason = "each target takes its part")]

use chrono::NaiveDate;
use sponsor_core::exchange::{
    Against, NoProgress, ReadOptions, ReportOptions, preview_contacts, preview_report,
};
use sponsor_core::model::IdSource;
use sponsor_core::store::MemoryMedium;
use sponsor_core::{Desk, Now};

fn with_desk(work: impl FnOnce(&Desk, Now)) {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
    let now = Now::new(day.and_hms_opt(10, 0, 0).expect("an hour"), chrono_tz::Europe::Sofia);
    let desk = Desk::create_in(Box::new(MemoryMedium::new()), IdSource::seeded(7), now).expect("a workspace in memory");
    work(&desk, now);
}

/// Reads bytes as contacts.
pub fn contacts(bytes: &[u8]) {
    with_desk(|desk, now| {
        let view = desk.read().expect("a view");
        let against = Against { people: view.people(), ids: desk.ids(), now };
        if let Ok(preview) = preview_contacts("file", bytes, &ReadOptions::default(), &against, &NoProgress) {
            let counts = preview.counts();
            assert_eq!(preview.read, counts.added + counts.joined + counts.unchanged + counts.refused);
            let _ = preview.into_command();
        }
    });
}

/// Reads bytes as the company's report.
pub fn report(bytes: &[u8]) {
    with_desk(|desk, now| {
        let view = desk.read().expect("a view");
        let against = Against { people: view.people(), ids: desk.ids(), now };
        let options = ReportOptions::new(now.date());
        if let Ok(preview) = preview_report("file", bytes, &options, &against, Vec::new(), &NoProgress) {
            let counts = preview.counts();
            assert_eq!(preview.rows.len(), counts.added + counts.updated + counts.unchanged + counts.refused);
            let _ = preview.into_command();
        }
    });
}
