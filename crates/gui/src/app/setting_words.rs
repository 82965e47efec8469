//! Which setting was changed and how it stands now, in words: «Вечерен преглед: 20:30».

use chrono::NaiveDate;
use rust_decimal::Decimal;
use sponsor_core::model::{Page, Relation, Settings, Stage, ThemeChoice, Wording};
use sponsor_core::ready_words::all;

use crate::format::Formats;
use crate::words::Words;

/// What differs between two states of the settings; empty where nothing does.
pub(super) fn changed_settings(words: &Words, formats: &Formats, before: &Settings, after: &Settings) -> String {
    if before.views != after.views {
        return changed_views(words, before, after);
    }
    let old = lines(words, formats, before);
    let new = lines(words, formats, after);
    let said: Vec<String> = new.into_iter().zip(old).filter(|(new, old)| new != old).map(|(new, _)| new).collect();
    said.join(" · ")
}

/// A view that was saved, under its new name where it has another, or one that is gone.
fn changed_views(words: &Words, before: &Settings, after: &Settings) -> String {
    let say = |key: &str, name: &str| words.with(key, &[("name", name.into())]);
    match after.views.iter().find(|view| !before.views.contains(view)) {
        Some(view) => say("list-view-saved", &view.name),
        None => {
            let gone = before.views.iter().find(|view| !after.views.contains(view));
            gone.map(|view| say("list-view-gone", &view.name)).unwrap_or_default()
        }
    }
}

/// From when three months of the user's own plan are counted.
fn three_months(words: &Words, formats: &Formats, from: Option<NaiveDate>) -> String {
    from.map_or_else(|| words.get("settings-three-months-calendar"), |from| formats.date_day_month(from))
}

/// Every setting with its value, always in the same order.
fn lines(words: &Words, formats: &Formats, settings: &Settings) -> Vec<String> {
    let of = |key: &str, value: String| {
        words.with("history-about", &[("what", words.get(key).into()), ("subject", value.into())])
    };
    let own_or = |own: &str, key: &str| if own.is_empty() { words.get(key) } else { own.to_owned() };
    let mut lines = vec![
        of("settings-language", settings.language.own_name().to_owned()),
        of("settings-theme", words.get(theme_key(settings.theme))),
        of("settings-text-size", formats.percent(Decimal::from(settings.text_percent))),
        of("settings-first-day", formats.weekday(settings.week_starts)),
        of("weekly-review", formats.weekday(settings.review_day)),
        of("settings-review-at", formats.time(settings.review_at)),
        of("settings-evening-at", formats.time(settings.evening_at)),
        of("settings-day-ends", formats.time(settings.day_ends)),
        of("settings-city", own_or(&settings.home_city, "settings-value-none")),
        of("settings-currency", settings.currency.code().to_owned()),
        of("settings-points-name", own_or(&settings.points_name, "points")),
        of("settings-three-months", three_months(words, formats, settings.three_months_from)),
        of("settings-reminder", reminder(words, formats, settings.reminder_minutes)),
        of("settings-cadence", every(words, settings.cadence_days)),
        of("settings-order-calls", words.get(if settings.order_calls { "settings-on" } else { "settings-off" })),
    ];
    lines.extend(PAGES.map(|(page, key)| {
        let on = settings.pages_on.contains(&page);
        of(key, words.get(if on { "settings-page-on" } else { "settings-page-off" }))
    }));
    lines.extend(STAGES.map(|(stage, key)| {
        let own = settings.cadence_by_stage.iter().find(|(one, _)| *one == stage);
        let value = own.map_or_else(|| words.get("settings-cadence-same"), |(_, days)| every(words, *days));
        format!("{}, {}", words.get("settings-cadence"), of(key, value))
    }));
    let language = words.language();
    for (text, wording) in all().iter().flat_map(|text| Wording::ALL.map(|wording| (text, wording))) {
        let own = settings.ready_words.iter().any(|own| own.key == text.key && own.wording == wording);
        let value = words.get(if own { "settings-ready-own" } else { "settings-ready-shipped" });
        let what = format!("{}, {}", words.get("settings-ready-words"), text.title(language));
        lines.push(words.with("history-about", &[("what", what.into()), ("subject", value.into())]));
    }
    lines.extend(RELATIONS.map(|(relation, key)| {
        let own = settings.cadence_by_relation.iter().find(|(one, _)| *one == relation);
        let value = own.map_or_else(|| words.get("settings-cadence-same"), |(_, days)| every(words, *days));
        format!("{}, {}", words.get("settings-cadence"), of(key, value))
    }));
    lines
}

/// The pages that can be switched on, and the keys of their names.
const PAGES: [(Page, &str); 4] = [
    (Page::Structure, "page-structure"),
    (Page::Onboarding, "page-onboarding"),
    (Page::Figures, "page-figures"),
    (Page::Training, "page-training"),
];

/// The stages in which one keeps in touch, and the keys of their words; who is not asked now has a day of their own.
pub(crate) const STAGES: [(Stage, &str); 5] = [
    (Stage::New, "stage-new"),
    (Stage::FirstTalk, "stage-first-talk"),
    (Stage::SawPresentation, "stage-saw-presentation"),
    (Stage::ThinkingOver, "stage-thinking"),
    (Stage::Registered, "stage-registered"),
];

/// Who a person is, and the key of its word.
pub(crate) const RELATIONS: [(Relation, &str); 5] = [
    (Relation::Close, "relation-close"),
    (Relation::Friend, "relation-friend"),
    (Relation::Acquaintance, "relation-acquaintance"),
    (Relation::Colleague, "relation-colleague"),
    (Relation::Referral, "relation-referral"),
];

const fn theme_key(theme: ThemeChoice) -> &'static str {
    match theme {
        ThemeChoice::System => "settings-theme-system",
        ThemeChoice::Light => "settings-theme-light",
        ThemeChoice::Dark => "settings-theme-dark",
    }
}

fn reminder(words: &Words, formats: &Formats, minutes: Option<u32>) -> String {
    match minutes {
        None => words.get("settings-reminder-none"),
        Some(0) => words.get("settings-reminder-at-start"),
        Some(minutes) => words.with("settings-reminder-before", &[("time", formats.duration(minutes).into())]),
    }
}

fn every(words: &Words, days: u16) -> String {
    words.with("settings-every-days", &[("count", days.into())])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;
    use sponsor_core::model::{Language, PersonId};

    use super::*;

    #[test]
    fn a_changed_setting_is_said_with_its_new_value() {
        let before = Settings::new(PersonId::from_bytes([1; 16]), Language::Bulgarian);
        let at = NaiveTime::from_hms_opt(20, 30, 0).unwrap();
        let evening = Settings { evening_at: at, ..before.clone() };
        let large = Settings { text_percent: 130, ..before.clone() };
        let said = |language, after: &Settings| {
            let words = Words::new(language);
            changed_settings(&words, &Formats::new(words.clone()), &before, after)
        };
        assert_eq!(said(Language::Bulgarian, &evening), "Вечерен преглед: 20:30");
        assert_eq!(said(Language::English, &evening), "Evening review: 20:30");
        assert_eq!(said(Language::English, &large), "Size: 130%");
        assert_eq!(said(Language::English, &before), "");
    }
}
