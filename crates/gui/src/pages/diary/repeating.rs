//! How an entry repeats, as the form offers it: every so many days, weeks on some days, months by date or by weekday,
//! years, without end or until a day or so often. Each is one rule of RFC 5545.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{
    Entry, EntryState, InstanceOverride, Repeat, is_last_in_month, place_of, weekday_code, weekday_of,
};
use sponsor_core::query::instances;

use crate::format::Formats;
use crate::words::Words;

/// A rhythm that the form offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Rhythm {
    /// It does not repeat.
    #[default]
    Never,
    /// By days.
    Daily,
    /// By weeks.
    Weekly,
    /// Every second week, as drafts of before have it.
    Fortnightly,
    /// By months.
    Monthly,
    /// By years, on the day of the entry.
    Yearly,
    /// A rule that came from elsewhere; it is kept as it is.
    Other(String),
}

impl Rhythm {
    /// The rhythms that a person can choose.
    pub(super) const OFFERED: [Self; 5] = [Self::Never, Self::Daily, Self::Weekly, Self::Monthly, Self::Yearly];

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

    /// The keys of its words with a number before its unit: what is asked, and what is said.
    pub(super) const fn every(&self) -> [&'static str; 2] {
        match self {
            Self::Daily => ["diary-every-days", "diary-repeat-every-days"],
            Self::Monthly => ["diary-every-months", "diary-repeat-every-months"],
            Self::Yearly => ["diary-every-years", "diary-repeat-every-years"],
            _ => ["diary-every-weeks", "diary-repeat-every-weeks"],
        }
    }
}

/// On which day of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Monthly {
    /// On the date of the entry.
    #[default]
    Date,
    /// On its weekday, counted from the beginning of the month.
    Place,
    /// On the last of its weekday.
    Last,
}

/// When a series ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// Never.
    #[default]
    Never,
    /// With a day.
    Until(NaiveDate),
    /// After so many times.
    Count(u32),
}

/// A whole pattern, as a rule says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) rhythm: Rhythm,
    /// Every so many units.
    pub(super) every: u32,
    /// The days of the week, in order; none for the one of the entry.
    pub(super) weekdays: Vec<Weekday>,
    pub(super) monthly: Monthly,
    pub(super) end: End,
}

impl Default for Pattern {
    fn default() -> Self {
        let (weekdays, monthly, end) = (Vec::new(), Monthly::default(), End::default());
        Self { rhythm: Rhythm::Never, every: 1, weekdays, monthly, end }
    }
}

impl Pattern {
    /// The rule for an entry whose first day is this one; none where nothing repeats.
    pub(super) fn rule(&self, first: NaiveDate) -> Option<String> {
        let mut parts = match &self.rhythm {
            Rhythm::Never => return None,
            Rhythm::Other(rule) => {
                // A rule has a count or a last day, never both.
                let ends = self.end != End::Never;
                let kept = rule.split(';').filter(|part| !ends || !part.starts_with("COUNT="));
                kept.map(str::to_owned).collect()
            }
            Rhythm::Daily => vec!["FREQ=DAILY".to_owned()],
            Rhythm::Weekly | Rhythm::Fortnightly => vec!["FREQ=WEEKLY".to_owned()],
            Rhythm::Monthly => vec!["FREQ=MONTHLY".to_owned()],
            Rhythm::Yearly => vec!["FREQ=YEARLY".to_owned()],
        };
        let every = if self.rhythm == Rhythm::Fortnightly { 2 } else { self.every };
        if every > 1 && !matches!(self.rhythm, Rhythm::Other(_)) {
            parts.push(format!("INTERVAL={every}"));
        }
        let weekday = weekday_code(first.weekday());
        match (&self.rhythm, self.monthly) {
            (Rhythm::Weekly | Rhythm::Fortnightly, _) => {
                let codes: Vec<_> = self.weekdays.iter().map(|day| weekday_code(*day)).collect();
                parts.push(format!("BYDAY={}", if codes.is_empty() { weekday.to_owned() } else { codes.join(",") }));
            }
            (Rhythm::Monthly, Monthly::Date) => parts.push(format!("BYMONTHDAY={}", first.day())),
            (Rhythm::Monthly, Monthly::Place) => parts.push(format!("BYDAY={}{weekday}", place_of(first))),
            (Rhythm::Monthly, Monthly::Last) => parts.push(format!("BYDAY=-1{weekday}")),
            _ => {}
        }
        match self.end {
            End::Never => {}
            End::Until(until) => parts.push(format!("UNTIL={}", until.format("%Y%m%dT235959"))),
            End::Count(count) => parts.push(format!("COUNT={count}")),
        }
        Some(parts.join(";"))
    }

    /// The pattern of a rule of an entry that begins on this day.
    pub(super) fn of(rule: &str, first: NaiveDate) -> Self {
        let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        let until = part("UNTIL").and_then(|end| NaiveDate::parse_from_str(end.get(..8)?, "%Y%m%d").ok());
        let count = part("COUNT").and_then(|count| count.parse().ok());
        let end = until.map(End::Until).or(count.map(End::Count)).unwrap_or_default();
        let said = rule.split(';').filter(|part| {
            let name = part.split('=').next().unwrap_or_default();
            !matches!(name, "FREQ" | "INTERVAL" | "UNTIL" | "COUNT")
        });
        let said: Vec<&str> = said.collect();
        let every = part("INTERVAL").map_or(Some(1), |every| every.parse().ok()).filter(|every| *every > 0);
        let known = part("FREQ").zip(every).and_then(|(often, every)| {
            let (rhythm, weekdays, monthly) = Self::days(often, &said, first)?;
            Some(Self { rhythm, every, weekdays, monthly, end })
        });
        known.unwrap_or_else(|| {
            let kept = rule.split(';').filter(|part| until.is_none() || !part.starts_with("UNTIL="));
            let end = until.map(End::Until).unwrap_or_default();
            Self { rhythm: Rhythm::Other(kept.collect::<Vec<_>>().join(";")), end, ..Self::default() }
        })
    }

    /// What of the form says the days of a rule; none where nothing does.
    fn days(often: &str, said: &[&str], first: NaiveDate) -> Option<(Rhythm, Vec<Weekday>, Monthly)> {
        let by_date = format!("BYMONTHDAY={}", first.day());
        let by_place = format!("BYDAY={}{}", place_of(first), weekday_code(first.weekday()));
        let by_last = format!("BYDAY=-1{}", weekday_code(first.weekday()));
        Some(match (often, said) {
            ("DAILY", []) => (Rhythm::Daily, Vec::new(), Monthly::Date),
            ("YEARLY", []) => (Rhythm::Yearly, Vec::new(), Monthly::Date),
            ("WEEKLY", []) => (Rhythm::Weekly, Vec::new(), Monthly::Date),
            ("WEEKLY", [days]) => {
                let codes = days.strip_prefix("BYDAY=")?.split(',');
                let days: Vec<Weekday> = codes.map(weekday_of).collect::<Option<_>>()?;
                // Its own weekday alone needs no saying: it goes with the day of the entry.
                let own = days.as_slice() == [first.weekday()];
                (Rhythm::Weekly, if own { Vec::new() } else { days }, Monthly::Date)
            }
            ("MONTHLY", []) => (Rhythm::Monthly, Vec::new(), Monthly::Date),
            ("MONTHLY", [day]) if *day == by_date => (Rhythm::Monthly, Vec::new(), Monthly::Date),
            ("MONTHLY", [day]) if *day == by_place => (Rhythm::Monthly, Vec::new(), Monthly::Place),
            ("MONTHLY", [day]) if *day == by_last && is_last_in_month(first) => {
                (Rhythm::Monthly, Vec::new(), Monthly::Last)
            }
            _ => return None,
        })
    }

    /// How often and until when, in words: «всяка седмица: пн, ср, до 31 декември 2026», «всеки месец: третата събота,
    /// 5 пъти».
    pub(super) fn said(&self, words: &Words, formats: &Formats, first: NaiveDate) -> String {
        let days = match (&self.rhythm, self.monthly) {
            (Rhythm::Monthly, Monthly::Place | Monthly::Last) => {
                format!("{}: {}", self.often(words, formats), monthly_words(words, formats, self.monthly, first))
            }
            _ => self.often(words, formats),
        };
        let end = match self.end {
            End::Never => return days,
            End::Until(until) => words.with("diary-repeat-ends", &[("day", formats.date_long(until).into())]),
            End::Count(count) => words.with("diary-repeat-count", &[("count", i64::from(count).into())]),
        };
        format!("{days}, {end}")
    }

    /// How often, in words: «всяка седмица: пн, ср», «на всеки 2 месеца».
    fn often(&self, words: &Words, formats: &Formats) -> String {
        let often = if self.every > 1 && !matches!(self.rhythm, Rhythm::Never | Rhythm::Other(_)) {
            let [_, key] = self.rhythm.every();
            words.with(key, &[("count", i64::from(self.every).into())])
        } else {
            words.get(self.rhythm.word())
        };
        if self.weekdays.is_empty() {
            return often;
        }
        let days: Vec<String> = self.weekdays.iter().map(|day| formats.weekday_short(*day)).collect();
        format!("{often}: {}", days.join(", "))
    }
}

/// How a rule repeats, in words.
pub(crate) fn repeat_word(words: &Words, rule: &str, first: NaiveDate) -> String {
    Pattern::of(rule, first).said(words, &Formats::new(words.clone()), first)
}

/// «на същата дата (24)», «четвъртия вторник», «последния вторник».
pub(super) fn monthly_words(words: &Words, formats: &Formats, monthly: Monthly, first: NaiveDate) -> String {
    let place = match monthly {
        Monthly::Date => return words.with("diary-monthly-date", &[("day", first.day().to_string().into())]),
        Monthly::Place => i64::from(place_of(first)),
        Monthly::Last => 0,
    };
    let feminine = matches!(first.weekday(), Weekday::Wed | Weekday::Sat | Weekday::Sun);
    let gender = if feminine { "f" } else { "m" };
    let weekday = formats.weekday(first.weekday());
    words
        .with("diary-monthly-place", &[("place", place.into()), ("gender", gender.into()), ("weekday", weekday.into())])
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
        let first = entry.when.first_day()?;
        let pattern = Pattern::of(old.rule(), first);
        let until = if let End::Until(until) = pattern.end { until.min(last) } else { last };
        let rule = Pattern { end: End::Until(until), ..pattern }.rule(first)?;
        series = Repeat::new(&rule).ok()?;
        series.left_out.clone_from(&old.left_out);
        series.overrides.clone_from(&old.overrides);
    }
    series.overrides.retain(|day, own| *day <= last || is_decided(own));
    Some(series)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use super::{End, Monthly, Pattern, Rhythm};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn patterns() -> Vec<Pattern> {
        let of = |rhythm| Pattern { rhythm, ..Pattern::default() };
        vec![
            of(Rhythm::Daily),
            Pattern { every: 3, ..of(Rhythm::Daily) },
            of(Rhythm::Weekly),
            Pattern { every: 2, weekdays: vec![Weekday::Tue, Weekday::Thu], ..of(Rhythm::Weekly) },
            of(Rhythm::Monthly),
            Pattern { monthly: Monthly::Place, ..of(Rhythm::Monthly) },
            Pattern { monthly: Monthly::Last, every: 2, ..of(Rhythm::Monthly) },
            of(Rhythm::Yearly),
        ]
    }

    #[test]
    fn every_pattern_is_read_back_from_its_own_rule_with_its_end() {
        for pattern in patterns() {
            for end in [End::Never, End::Until(day(30)), End::Count(5)] {
                let pattern = Pattern { end, ..pattern.clone() };
                let rule = pattern.rule(day(24)).unwrap();
                assert_eq!(Pattern::of(&rule, day(24)), pattern, "{rule}");
            }
        }
        assert_eq!(Pattern::default().rule(day(24)), None);
    }

    #[test]
    fn a_rule_says_the_weekday_and_the_place_of_the_day_of_the_entry() {
        let rule = |pattern: &Pattern| pattern.rule(day(24)).unwrap();
        let of = |rhythm| Pattern { rhythm, ..Pattern::default() };
        assert_eq!(rule(&of(Rhythm::Weekly)), "FREQ=WEEKLY;BYDAY=TU");
        assert_eq!(rule(&Pattern { monthly: Monthly::Place, ..of(Rhythm::Monthly) }), "FREQ=MONTHLY;BYDAY=4TU");
        assert_eq!(rule(&Pattern { monthly: Monthly::Last, ..of(Rhythm::Monthly) }), "FREQ=MONTHLY;BYDAY=-1TU");
        assert_eq!(rule(&of(Rhythm::Fortnightly)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    }

    #[test]
    fn a_rule_from_elsewhere_is_kept_as_it_is() {
        for rule in
            ["FREQ=MONTHLY;BYDAY=1MO;COUNT=4", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYMONTHDAY=15"]
        {
            let pattern = Pattern::of(rule, day(24));
            assert!(matches!(pattern.rhythm, Rhythm::Other(_)), "{rule}");
            assert_eq!(pattern.rule(day(24)).unwrap(), rule);
        }
    }

    #[test]
    fn a_repetition_is_said_with_its_day_of_the_month_and_its_end() {
        let saturday = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let said = |language, rule| super::repeat_word(&crate::words::Words::new(language), rule, saturday);
        let third = "FREQ=MONTHLY;BYDAY=3SA;UNTIL=20261231T235959";
        assert_eq!(
            said(sponsor_core::model::Language::Bulgarian, third),
            "всеки месец: третата събота, до 31 декември 2026 г."
        );
        assert_eq!(
            said(sponsor_core::model::Language::English, third),
            "every month: the third Saturday, until 31 December 2026"
        );
        let weekly = "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=5";
        assert_eq!(said(sponsor_core::model::Language::Bulgarian, weekly), "всяка седмица: пн, вт, 5 пъти");
        assert_eq!(said(sponsor_core::model::Language::English, weekly), "every week: Mon, Tue, 5 times");
        assert_eq!(said(sponsor_core::model::Language::English, "FREQ=MONTHLY;BYMONTHDAY=21"), "every month");
    }
}
