//! The clock on the wall, or a moment that stands still for pictures and tests.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Local, NaiveDateTime};
use chrono_tz::Tz;
use sponsor_core::Now;

/// Where the window takes the moment from.
#[derive(Clone, Debug)]
pub struct Clock {
    fixed: Option<ClockHand>,
    zone: Tz,
}

/// The hand of a clock that goes only when it is put on.
#[derive(Clone, Debug)]
pub struct ClockHand(Arc<Mutex<NaiveDateTime>>);

impl ClockHand {
    /// A hand at a moment.
    #[must_use]
    pub fn at(moment: NaiveDateTime) -> Self {
        Self(Arc::new(Mutex::new(moment)))
    }

    /// Puts the clock to another moment.
    pub fn put(&self, moment: NaiveDateTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment;
    }

    fn shows(&self) -> NaiveDateTime {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock {
    /// The system's clock, or a fixed moment; in the system's zone.
    #[must_use]
    pub fn new(fixed: Option<NaiveDateTime>) -> Self {
        let zone = iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
        Self { fixed: fixed.map(ClockHand::at), zone: zone.unwrap_or(Tz::Europe__Sofia) }
    }

    /// A moment that stands still, in Sofia.
    #[must_use]
    pub fn still(at: NaiveDateTime) -> Self {
        Self::by_hand(ClockHand::at(at))
    }

    /// A clock in Sofia that goes only when its hand is put on.
    #[must_use]
    pub const fn by_hand(hand: ClockHand) -> Self {
        Self { fixed: Some(hand), zone: Tz::Europe__Sofia }
    }

    /// The moment.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> Now {
        let local = self.fixed.as_ref().map_or_else(|| Local::now().naive_local(), ClockHand::shows);
        Now::new(local, self.zone)
    }

    /// Whether time passes.
    #[must_use]
    pub const fn runs(&self) -> bool {
        self.fixed.is_none()
    }
}
