//! The words of a plan: its periods, its counts, its pace, and by what rule it counts.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};
use sponsor_core::model::{Action, PlanAction, PlanLevel};
use sponsor_core::query::{PlanLine, PlanSource};

use super::ask::PlanAnswer;
use crate::format::Formats;
use crate::words::Words;

pub(crate) use crate::pages::today::plan_name;

/// The key of a level's name.
pub(crate) const fn level_key(level: PlanLevel) -> &'static str {
    match level {
        PlanLevel::Year => "plan-level-year",
        PlanLevel::ThreeMonths => "plan-level-three-months",
        PlanLevel::Month => "plan-level-month",
        PlanLevel::Week => "plan-level-week",
        PlanLevel::Day => "plan-level-day",
    }
}

/// A period by name: «2026», «1 октомври – 31 декември», «ноември», «23–29 ноември», «вторник, 24 ноември».
pub(crate) fn period_words(formats: &Formats, level: PlanLevel, days: &RangeInclusive<NaiveDate>) -> String {
    let from = *days.start();
    match level {
        PlanLevel::Year => from.year().to_string(),
        PlanLevel::Month => formats.month_year(from),
        PlanLevel::ThreeMonths | PlanLevel::Week => formats.date_range(from, *days.end()),
        PlanLevel::Day => formats.date_weekday_long(from),
    }
}

/// A period in the ladder and in narrow places: «окт – дек», «23–29 ноем».
pub(super) fn period_short(formats: &Formats, level: PlanLevel, days: &RangeInclusive<NaiveDate>) -> String {
    let (from, to) = (*days.start(), *days.end());
    match level {
        PlanLevel::Year => from.year().to_string(),
        PlanLevel::ThreeMonths if from.day() == 1 => {
            format!("{} – {}", formats.month_short(from.month()), formats.month_short(to.month()))
        }
        PlanLevel::Month => formats.month(from.month()),
        PlanLevel::Week if from.month() == to.month() => format!("{}–{}", from.day(), formats.date_tiny(to)),
        PlanLevel::ThreeMonths | PlanLevel::Week => {
            format!("{} – {}", formats.date_tiny(from), formats.date_tiny(to))
        }
        PlanLevel::Day => formats.date_compact(from),
    }
}

/// The title of the table of a level: «Седмица 48», «Ноември 2026».
pub(super) fn table_title(
    words: &Words,
    formats: &Formats,
    level: PlanLevel,
    days: &RangeInclusive<NaiveDate>,
) -> String {
    match level {
        PlanLevel::Week => capital(&formats.week_of(*days.start())),
        PlanLevel::ThreeMonths => {
            let range = formats.date_range(*days.start(), *days.end());
            format!("{}: {range}", words.get("plan-level-three-months"))
        }
        _ => capital(&period_words(formats, level, days)),
    }
}

/// A part of a period above its column: «пн 23», «23–29», «ноем», «окт–дек».
pub(super) fn part_head(formats: &Formats, level: PlanLevel, part: &RangeInclusive<NaiveDate>) -> String {
    let (from, to) = (*part.start(), *part.end());
    match level {
        PlanLevel::Day | PlanLevel::Week => format!("{} {}", formats.weekday_short(from.weekday()), from.day()),
        PlanLevel::Month if from == to => from.day().to_string(),
        PlanLevel::Month => format!("{}–{}", from.day(), to.day()),
        PlanLevel::ThreeMonths => formats.month_short(from.month()),
        PlanLevel::Year => format!("{}–{}", formats.month_short(from.month()), formats.month_short(to.month())),
    }
}

/// A part of a period in a sentence: «вторник, 24 ноември», «23–29 ноември».
pub(super) fn part_words(formats: &Formats, part: &RangeInclusive<NaiveDate>) -> String {
    if part.start() == part.end() {
        formats.date_weekday_long(*part.start())
    } else {
        formats.date_range(*part.start(), *part.end())
    }
}

/// Where in a period today is: «ден 2 от 7 · остават 5 дни»; nothing when it does not run.
pub(super) fn running_words(words: &Words, days: &RangeInclusive<NaiveDate>, today: NaiveDate) -> Option<String> {
    if !days.contains(&today) || days.start() == days.end() {
        return None;
    }
    let (day, of) = ((today - *days.start()).num_days() + 1, (*days.end() - *days.start()).num_days() + 1);
    Some(words.with("plan-day-of", &[("day", day.into()), ("total", of.into())]))
}

/// How many days are left, today not among them.
pub(super) fn days_left(words: &Words, days: &RangeInclusive<NaiveDate>, today: NaiveDate) -> Option<String> {
    days.contains(&today).then(|| words.with("plan-days-left", &[("count", (*days.end() - today).num_days().into())]))
}

/// How many are done of how many: «14 от 20», «още не знам · 20».
pub(crate) fn count_words(words: &Words, done: Option<u32>, planned: u32) -> String {
    match done {
        Some(done) if planned == 0 && done > 0 => words.with("plan-only-done", &[("done", done.into())]),
        Some(done) => words.with("count-of-total", &[("done", done.into()), ("total", planned.into())]),
        None => words.with("plan-unknown-of", &[("total", planned.into())]),
    }
}

/// The pace of a row: «14 от 20, остават 2 дни».
pub(crate) fn pace_words(words: &Words, line: &PlanLine, days: &RangeInclusive<NaiveDate>, today: NaiveDate) -> String {
    let counts = count_words(words, line.done, line.planned);
    match days_left(words, days, today) {
        Some(left) => format!("{counts}, {left}"),
        None => counts,
    }
}

/// By what rule a row counts itself.
pub(crate) fn rule_words(words: &Words, action: &PlanAction, mine: bool) -> String {
    if !mine {
        return words.get(match action {
            PlanAction::Action(Action::TwoPlusOne) => "plan-rule-partner-two-plus-one",
            PlanAction::Action(Action::Training) => "plan-rule-partner-training",
            _ => "plan-rule-partner",
        });
    }
    let PlanAction::Action(action) = action else { return words.get("plan-rule-new-names") };
    words.get(match action {
        Action::Call => "plan-rule-call",
        Action::Invitation => "plan-rule-invitation",
        Action::Meeting => "plan-rule-meeting",
        Action::TwoPlusOne => "plan-rule-two-plus-one",
        Action::Presentation => "plan-rule-presentation",
        Action::FollowUp => "plan-rule-follow-up",
        Action::Training => "plan-rule-training",
        Action::OnlinePost => "plan-rule-online-post",
        Action::Own(_) => "plan-rule-own",
    })
}

/// From where it is known how much of a row was done, each source with its date; nothing for the user's own.
pub(super) fn source_words(words: &Words, formats: &Formats, line: &PlanLine, answer: &PlanAnswer) -> Vec<String> {
    let mut sources = Vec::new();
    if let Some(together) = line.together {
        let last = formats.date_near(together.last, answer.today);
        sources.push(words.with("plan-together", &[("count", together.count.into()), ("date", last.into())]));
    }
    for told in line.told.iter().filter(|told| told.counted || !line.told.iter().any(|one| one.counted)).take(3) {
        let days = formats.date_range(told.from, told.to);
        let on = formats.date_near(told.on, answer.today);
        let values = [("count", told.count.into()), ("days", days.into()), ("date", on.into())];
        let said = words.with(if told.counted { "plan-told" } else { "plan-told-beyond" }, &values);
        sources.push(if told.source.is_empty() { said } else { format!("{said}, {}", told.source) });
    }
    if line.source.is_none() && sources.is_empty() {
        sources.push(words.get("unknown-yet"));
    }
    sources
}

/// How a source is called in one word.
pub(crate) const fn source_key(source: Option<PlanSource>) -> &'static str {
    match source {
        Some(PlanSource::Diary) => "plan-source-diary",
        Some(PlanSource::Together) => "plan-source-together",
        Some(PlanSource::Told) => "plan-source-told",
        None => "unknown-yet",
    }
}

/// With its first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
