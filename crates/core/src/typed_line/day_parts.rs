//! Parts of the day in both languages, and the hours that they mean.

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    /// Before noon.
    Morning,
    /// About noon.
    Noon,
    /// After noon.
    Afternoon,
    /// In the evening.
    Evening,
    /// In the night: its small hours.
    Night,
}

impl DayPart {
    /// The hour and minute that it means where no hour is said.
    pub(super) const fn hour(self, late_morning: bool) -> u32 {
        match self {
            Self::Morning if late_morning => 10,
            Self::Morning => 9,
            Self::Noon => 12,
            Self::Afternoon => 15,
            Self::Evening => 20,
            Self::Night => 23,
        }
    }

    /// An hour that was said with it, on the clock of twenty-four.
    pub(super) const fn hour_of(self, hour: u32) -> u32 {
        match self {
            _ if hour > 12 => hour,
            Self::Morning => hour % 12,
            Self::Noon if hour >= 10 => hour,
            Self::Night if hour < 9 || hour == 12 => hour % 12,
            Self::Noon | Self::Afternoon | Self::Evening | Self::Night => hour % 12 + 12,
        }
    }
}

/// Parts of the day that follow an hour or stand alone: «сутринта», "in the afternoon".
pub(super) const DAY_PARTS: [(&str, DayPart); 29] = [
    ("рано сутринта", DayPart::Morning),
    ("сутринта", DayPart::Morning),
    ("преди обед", DayPart::Morning),
    ("преди обяд", DayPart::Morning),
    ("in the morning", DayPart::Morning),
    ("on the morning", DayPart::Morning),
    ("before noon", DayPart::Morning),
    ("по обед", DayPart::Noon),
    ("по обяд", DayPart::Noon),
    ("около обед", DayPart::Noon),
    ("около обяд", DayPart::Noon),
    ("към обед", DayPart::Noon),
    ("към обяд", DayPart::Noon),
    ("на обед", DayPart::Noon),
    ("на обяд", DayPart::Noon),
    ("at noon", DayPart::Noon),
    ("at midday", DayPart::Noon),
    ("noon", DayPart::Noon),
    ("midday", DayPart::Noon),
    ("следобед", DayPart::Afternoon),
    ("след обед", DayPart::Afternoon),
    ("след обяд", DayPart::Afternoon),
    ("in the afternoon", DayPart::Afternoon),
    ("вечерта", DayPart::Evening),
    ("in the evening", DayPart::Evening),
    ("at night", DayPart::Evening),
    ("през нощта", DayPart::Night),
    ("посред нощ", DayPart::Night),
    ("through the night", DayPart::Night),
];

/// Parts of the day that say one only behind a day or an hour: «утре вечер», "Friday morning".
pub(super) const LED_DAY_PARTS: [(&str, DayPart); 7] = [
    ("сутрин", DayPart::Morning),
    ("morning", DayPart::Morning),
    ("afternoon", DayPart::Afternoon),
    ("вечер", DayPart::Evening),
    ("вечерта", DayPart::Evening),
    ("evening", DayPart::Evening),
    ("night", DayPart::Evening),
];

/// Marks of the half of the day, right behind an hour.
pub(super) const HALVES: [(&str, DayPart); 4] =
    [("am", DayPart::Morning), ("a.m", DayPart::Morning), ("pm", DayPart::Afternoon), ("p.m", DayPart::Afternoon)];
