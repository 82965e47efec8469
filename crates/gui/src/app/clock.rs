//! The clock on the wall, or a moment that stands still for pictures and tests.

use chrono::{Local, NaiveDateTime};
use chrono_tz::Tz;
use sponsor_core::Now;

/// Where the window takes the moment from.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    fixed: Option<NaiveDateTime>,
    zone: Tz,
}

impl Clock {
    /// The system's clock, or a fixed moment; in the system's zone.
    #[must_use]
    pub fn new(fixed: Option<NaiveDateTime>) -> Self {
        let zone = iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
        Self { fixed, zone: zone.unwrap_or(Tz::Europe__Sofia) }
    }

    /// A moment that stands still, in Sofia.
    #[must_use]
    pub const fn still(at: NaiveDateTime) -> Self {
        Self { fixed: Some(at), zone: Tz::Europe__Sofia }
    }

    /// The moment.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> Now {
        let local = self.fixed.unwrap_or_else(|| Local::now().naive_local());
        Now::new(local, self.zone)
    }

    /// Whether time passes.
    #[must_use]
    pub const fn runs(&self) -> bool {
        self.fixed.is_none()
    }
}
