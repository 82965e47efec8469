//! The first three days and the second talk as they are typed.

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{FirstAction, Interview, NextMeeting, Together};
use sponsor_core::query::{FIRST_DAYS_LENGTH, is_in_first_days, is_open_hour, propose_first_days, propose_second_talk};

use super::wording::{FIRST_ACTIONS, Voice};
use crate::format::{Formats, parse};

/// An action of the first three days as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionDraft {
    /// The stable name.
    pub key: String,
    /// What is done.
    pub title: String,
    /// The day as typed.
    pub date: String,
    /// The time as typed.
    pub time: String,
    /// Who does it.
    pub together: Together,
    /// What holds where what is typed cannot be read.
    pub at: NaiveDateTime,
}

/// The second talk as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingDraft {
    /// The day.
    pub date: String,
    /// The time.
    pub time: String,
    /// The place.
    pub place: String,
}

/// Why what is typed for an action does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The day cannot be read.
    Day,
    /// The time cannot be read.
    Time,
    /// It is before the registration.
    Before,
    /// It is after the 72nd hour.
    After,
    /// It is at night, when nothing is planned.
    Night,
}

impl ActionDraft {
    /// What is typed for the actions of an interview: as they were agreed, or as they are proposed.
    #[must_use]
    pub fn all(interview: &Interview, voice: &Voice) -> Vec<Self> {
        let draft = |key: &str, title: String, at: NaiveDateTime, together| Self {
            key: key.to_owned(),
            title,
            date: voice.formats.date_compact(at.date()),
            time: voice.formats.time(at.time()),
            together,
            at,
        };
        if !interview.first_actions.is_empty() {
            let agreed = interview.first_actions.iter();
            return agreed.map(|action| draft(&action.key, action.title.clone(), action.at, action.together)).collect();
        }
        let proposed = propose_first_days(interview.registered);
        let together = |both| if both { Together::Both } else { Together::Alone };
        let shipped = FIRST_ACTIONS.into_iter().zip(proposed);
        shipped.map(|((key, both), at)| draft(key, voice.action(key), at, together(both))).collect()
    }

    /// The moment that is typed.
    ///
    /// # Errors
    /// [`Refused`] where it cannot be read or is closed; then the moment before stays.
    pub fn typed(&self, registered: NaiveDateTime) -> Result<NaiveDateTime, Refused> {
        let days = days(&self.date, registered);
        let day = registered.date();
        let meant = days.iter().find(|meant| **meant >= day).or(days.last()).copied().ok_or(Refused::Day)?;
        let time = parse::time(&self.time).ok_or(Refused::Time)?;
        let open = |at: &NaiveDateTime| is_in_first_days(registered, *at);
        if let Some(at) = days.into_iter().map(|day| day.and_time(time)).find(open) {
            return Ok(at);
        }
        Err(match meant.and_time(time) {
            at if !is_open_hour(at.time()) => Refused::Night,
            at if at < registered => Refused::Before,
            _ => Refused::After,
        })
    }

    /// The moment that holds.
    #[must_use]
    pub fn moment(&self, registered: NaiveDateTime) -> NaiveDateTime {
        self.typed(registered).unwrap_or(self.at)
    }

    /// The action as it is agreed.
    #[must_use]
    pub fn agreed(&self, registered: NaiveDateTime) -> FirstAction {
        FirstAction {
            key: self.key.clone(),
            title: self.title.clone(),
            at: self.moment(registered),
            together: self.together,
        }
    }

    /// Writes what holds as dates are written.
    pub fn tidy(&mut self, registered: NaiveDateTime, formats: &Formats) {
        if let Ok(at) = self.typed(registered) {
            self.at = at;
            self.date = formats.date_compact(at.date());
            self.time = formats.time(at.time());
        }
    }
}

impl MeetingDraft {
    /// What is typed for the second talk of an interview: as it was agreed, or as it is proposed.
    #[must_use]
    pub fn of(interview: &Interview, formats: &Formats) -> Self {
        let (at, place) = match &interview.next_meeting {
            Some(meeting) => (meeting.at, meeting.place.clone()),
            None if interview.first_actions.is_empty() => (propose_second_talk(interview.registered), String::new()),
            None => return Self::default(),
        };
        Self { date: formats.date_compact(at.date()), time: formats.time(at.time()), place }
    }

    /// The moment that is typed.
    #[must_use]
    pub fn moment(&self, registered: NaiveDateTime) -> Option<NaiveDateTime> {
        Some(self.day(registered)?.and_time(parse::time(&self.time)?))
    }

    /// The second talk as it is agreed; none without a day and a time.
    #[must_use]
    pub fn agreed(&self, registered: NaiveDateTime) -> Option<NextMeeting> {
        let at = self.moment(registered)?;
        Some(NextMeeting { at, place: self.place.trim().to_owned() })
    }

    /// Whether it is later than the three days within which it belongs.
    #[must_use]
    pub fn is_late(&self, registered: NaiveDateTime) -> bool {
        self.moment(registered).is_some_and(|at| at.signed_duration_since(registered) > FIRST_DAYS_LENGTH)
    }

    /// The day that is typed: the first one that is not before the registration.
    #[must_use]
    pub fn day(&self, registered: NaiveDateTime) -> Option<NaiveDate> {
        days(&self.date, registered).into_iter().find(|day| *day >= registered.date())
    }
}

/// What a typed day may mean, seen from the eve of the registration and from its day: a weekday may be that day itself.
fn days(text: &str, registered: NaiveDateTime) -> Vec<NaiveDate> {
    let day = registered.date();
    let eve = day.checked_sub_days(Days::new(1)).unwrap_or(day);
    [eve, day].into_iter().filter_map(|today| parse::date(text, today)).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime};
    use sponsor_core::model::Together;

    use super::{ActionDraft, MeetingDraft, Refused};

    fn moment(day: u32, hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
    }

    #[test]
    fn each_closed_moment_is_refused_for_its_own_reason() {
        let registered = moment(23, 10);
        let typed = |date: &str, time: &str| {
            let action = ActionDraft {
                key: "card".to_owned(),
                title: "Визитка".to_owned(),
                date: date.to_owned(),
                time: time.to_owned(),
                together: Together::Both,
                at: moment(24, 12),
            };
            action.typed(registered)
        };
        assert_eq!(typed("сряда", "18"), Ok(moment(25, 18)));
        assert_eq!(typed("понеделник", "11"), Ok(moment(23, 11)));
        assert_eq!(typed("понеделник", "9"), Err(Refused::Before));
        assert_eq!(typed("четвъртък", "11"), Err(Refused::After));
        assert_eq!(typed("вторник", "21:00"), Err(Refused::Night));
        assert_eq!(typed("вторник", "7:30"), Err(Refused::Night));
        assert_eq!(typed("някога", "11"), Err(Refused::Day));
        assert_eq!(typed("вторник", "рано"), Err(Refused::Time));
    }

    #[test]
    fn a_second_talk_after_the_three_days_is_late_and_still_agreed() {
        let meeting = |date: &str| MeetingDraft { date: date.to_owned(), time: "10".to_owned(), place: String::new() };
        assert!(!meeting("26 ноември").is_late(moment(23, 10)));
        assert!(meeting("27 ноември").is_late(moment(23, 10)));
        assert!(meeting("27 ноември").agreed(moment(23, 10)).is_some());
    }
}
