//! How an entry repeats, as the form offers it: a handful of rhythms, each one rule of RFC 5545.

use chrono::{Datelike as _, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{Entry, EntryState, InstanceOverride, Repeat, weekday_code};
use sponsor_core::query::instances;

use crate::words::Words;

/// A rhythm that the form offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Rhythm {
    /// It does not repeat.
    #[default]
    Never,
    /// Every day.
    Daily,
    /// Every week on the weekday of the entry.
    Weekly,
    /// Every second week on the weekday of the entry.
    Fortnightly,
    /// Every month on the day of the entry.
    Monthly,
    /// Every year on the day of the entry.
    Yearly,
    /// A rule that came from elsewhere; it is kept as it is.
    Other(String),
}

impl Rhythm {
    /// The rhythms that a person can choose.
    pub(super) const OFFERED: [Self; 6] =
        [Self::Never, Self::Daily, Self::Weekly, Self::Fortnightly, Self::Monthly, Self::Yearly];

    /// The key of its words.
    pub(super) const fn word(&self) -> &'static str {
        match self {
            Self::Never => "diary-repeat-never",
            Self::Daily => "diary-repeat-daily",
            Self::Weekly => "diary-repeat-weekly",
            Self::Fortnightly => "diary-repeat-fortnightly",
            Self::Monthly => "diary-repeat-monthly",
            Self::Yearly => "diary-repeat-yearly",
            Self::Other(_) => "diary-repeat-other",
        }
    }

    /// The rule for an entry whose first day is this one, up to and with its last day; none where nothing repeats.
    pub(super) fn rule(&self, first: NaiveDate, until: Option<NaiveDate>) -> Option<String> {
        let weekday = weekday_code(first.weekday());
        let rule = match self {
            Self::Never => return None,
            Self::Daily => "FREQ=DAILY".to_owned(),
            Self::Weekly => format!("FREQ=WEEKLY;BYDAY={weekday}"),
            Self::Fortnightly => format!("FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}"),
            Self::Monthly => format!("FREQ=MONTHLY;BYMONTHDAY={}", first.day()),
            Self::Yearly => "FREQ=YEARLY".to_owned(),
            Self::Other(rule) => rule.clone(),
        };
        Some(match until {
            Some(until) => format!("{rule};UNTIL={}", until.format("%Y%m%dT235959")),
            None => rule,
        })
    }

    /// The rhythm of a rule and its last day.
    pub(super) fn of(rule: &str) -> (Self, Option<NaiveDate>) {
        let until = rule.split(';').find_map(|part| part.strip_prefix("UNTIL="));
        let until = until.and_then(|end| NaiveDate::parse_from_str(end.get(..8)?, "%Y%m%d").ok());
        let kept: Vec<&str> = rule.split(';').filter(|part| until.is_none() || !part.starts_with("UNTIL=")).collect();
        let part = |name: &str| kept.iter().find_map(|part| part.strip_prefix(name));
        let only = |names: &[&str]| kept.iter().all(|part| names.iter().any(|name| part.starts_with(name)));
        let one_day = part("BYDAY=").is_none_or(|days| days.len() == 2);
        let rhythm = match (part("FREQ="), part("INTERVAL=").unwrap_or("1")) {
            (Some("DAILY"), "1") if only(&["FREQ=", "INTERVAL="]) => Self::Daily,
            (Some("WEEKLY"), "1") if one_day && only(&["FREQ=", "INTERVAL=", "BYDAY="]) => Self::Weekly,
            (Some("WEEKLY"), "2") if one_day && only(&["FREQ=", "INTERVAL=", "BYDAY="]) => Self::Fortnightly,
            (Some("MONTHLY"), "1") if only(&["FREQ=", "INTERVAL=", "BYMONTHDAY="]) => Self::Monthly,
            (Some("YEARLY"), "1") if only(&["FREQ=", "INTERVAL="]) => Self::Yearly,
            _ => Self::Other(kept.join(";")),
        };
        (rhythm, until)
    }
}

/// How a rule repeats, in words.
pub(crate) fn repeat_word(words: &Words, rule: &str) -> String {
    words.get(Rhythm::of(rule).0.word())
}

/// The last day of a series that is to repeat no longer, where something was decided or told of its instances: that
/// stays. The day before today, or the last of those days.
pub(super) fn last_day_kept(entry: &Entry, today: NaiveDate) -> Option<NaiveDate> {
    let overrides = &entry.repeat.as_ref()?.overrides;
    let last = overrides.iter().rev().find(|(_, own)| is_decided(own)).map(|(day, _)| *day)?;
    Some(last.max(today.pred_opt().unwrap_or(today)))
}

fn is_decided(own: &InstanceOverride) -> bool {
    own.outcome.is_some() || own.state.is_some_and(|state| state != EntryState::Planned)
}

/// How far ahead instances of a counted series are left out.
const COUNTED_AHEAD: Days = Days::new(20 * 366);

/// The series ended with its last day; none where nothing was decided of it, so that nothing of it needs to stay.
pub(super) fn ended(entry: &Entry, today: NaiveDate) -> Option<Repeat> {
    let last = last_day_kept(entry, today)?;
    let old = entry.repeat.as_ref()?;
    let is_counted = old.rule().split(';').any(|part| part.starts_with("COUNT="));
    let mut series = old.clone();
    if is_counted {
        // A rule has a count or a last day, never both.
        let after = last.succ_opt()?..=last.checked_add_days(COUNTED_AHEAD)?;
        series.left_out.extend(instances(entry, &after).iter().filter_map(|one| one.of_series));
    } else {
        let (rhythm, until) = Rhythm::of(old.rule());
        let rule = rhythm.rule(entry.when.first_day()?, Some(until.map_or(last, |until| until.min(last))))?;
        series = Repeat::new(&rule).ok()?;
        series.left_out.clone_from(&old.left_out);
        series.overrides.clone_from(&old.overrides);
    }
    series.overrides.retain(|day, own| *day <= last || is_decided(own));
    Some(series)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::Rhythm;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    #[test]
    fn every_rhythm_is_read_back_from_its_own_rule_with_its_last_day() {
        for rhythm in Rhythm::OFFERED.into_iter().filter(|rhythm| *rhythm != Rhythm::Never) {
            let rule = rhythm.rule(day(24), Some(day(30))).unwrap();
            assert_eq!(Rhythm::of(&rule), (rhythm.clone(), Some(day(30))), "{rule}");
            assert_eq!(Rhythm::of(&rhythm.rule(day(24), None).unwrap()), (rhythm, None));
        }
        assert_eq!(Rhythm::Never.rule(day(24), None), None);
    }

    #[test]
    fn a_weekly_entry_repeats_on_its_own_weekday() {
        assert_eq!(Rhythm::Weekly.rule(day(24), None).unwrap(), "FREQ=WEEKLY;BYDAY=TU");
    }

    #[test]
    fn a_rule_from_elsewhere_is_kept_as_it_is() {
        let rule = "FREQ=MONTHLY;BYDAY=1MO;COUNT=4";
        let (rhythm, until) = Rhythm::of(rule);
        assert_eq!(rhythm, Rhythm::Other(rule.to_owned()));
        assert_eq!(rhythm.rule(day(24), until).unwrap(), rule);
    }
}
