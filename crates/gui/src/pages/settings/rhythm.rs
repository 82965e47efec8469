//! Week and evening, points and currency.

use chrono::{Datelike as _, Months, NaiveDate, NaiveTime};
use egui::Ui;
use sponsor_core::model::{Currency, PlanLevel, Settings};
use sponsor_core::query::PlanCalendar;

use super::field::{TextRow, change, changed, text_row};
use crate::app::Scene;
use crate::format::parse;
use crate::icons;
use crate::pages::start::week_days;
use crate::widgets::{Card, Select, setting_row, toggle};

/// Minutes before an entry at which it can remind.
const REMINDERS: [u32; 6] = [0, 5, 10, 15, 30, 60];
/// Currencies that are offered.
const CURRENCIES: [&str; 6] = ["EUR", "USD", "GBP", "RON", "RSD", "TRY"];
/// A row with a choice; gives what was chosen.
pub(super) fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    index: usize,
    (name, below): (&str, &str),
    value: &T,
    options: Vec<(T, String)>,
) -> Option<T> {
    let mut chosen = value.clone();
    let picked = setting_row(ui, index, name, below, |ui| {
        Select::new(name, &mut chosen).options(options).hide_label().width(168.0).show(ui).changed()
    });
    picked.then_some(chosen)
}

fn time_row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (index, key, noted): (usize, &'static str, bool),
    value: NaiveTime,
    set: fn(&mut Settings, NaiveTime),
) {
    let row = TextRow {
        index,
        key,
        noted,
        current: scene.formats.time(value),
        hint: "",
        width: 84.0,
        unread: "not-understood-time",
    };
    text_row(ui, scene, row, |text, scene| {
        let time = parse::time(text)?;
        Some(changed(scene, |settings| set(settings, time)))
    });
}

pub(super) fn week(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("settings-week");
    let settings = std::sync::Arc::clone(&scene.frame.settings);
    Card::new().title(&title).icon(icons::CALENDAR_DAYS).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let days = week_days(scene.words);
        let (first, review) = (scene.words.get("settings-first-day"), scene.words.get("weekly-review"));
        if let Some(day) = choice(ui, 0, (&first, ""), &settings.week_starts, days.to_vec()) {
            change(scene, |settings| settings.week_starts = day);
        }
        if let Some(day) = choice(ui, 1, (&review, ""), &settings.review_day, days.to_vec()) {
            change(scene, |settings| settings.review_day = day);
        }
        time_row(ui, scene, (2, "settings-review-at", false), settings.review_at, |settings, time| {
            settings.review_at = time;
        });
        time_row(ui, scene, (3, "settings-evening-at", false), settings.evening_at, |settings, time| {
            settings.evening_at = time;
        });
        time_row(ui, scene, (4, "settings-day-ends", true), settings.day_ends, |settings, time| {
            settings.day_ends = time;
        });
        three_months(ui, scene, settings.three_months_from);
        reminder(ui, scene, settings.reminder_minutes);
    });
}

/// Which three months belong together in the user's own plan: those of the calendar, or from a month before or after.
/// A day that was set otherwise stays as it is, as one more choice.
fn three_months(ui: &mut Ui, scene: &mut Scene<'_>, present: Option<NaiveDate>) {
    let (today, week_starts) = (scene.today, scene.frame.settings.week_starts);
    let days = |from| PlanCalendar { week_starts, three_months_from: from }.days(PlanLevel::ThreeMonths, today);
    let month = today.with_day(1).unwrap_or(today);
    let begins = (0..3).filter_map(|back| month.checked_sub_months(Months::new(back)));
    let mut offered: Vec<Option<NaiveDate>> = vec![None];
    offered.extend(begins.filter(|first| days(Some(*first)) != days(None)).map(Some));
    // The same months, whatever year they were said in, are the same choice.
    let chosen = offered.iter().copied().find(|from| days(*from) == days(present));
    if chosen.is_none() {
        offered.push(present);
    }
    let options = offered.into_iter().map(|from| {
        let period = days(from);
        let named = |day: NaiveDate| scene.formats.month_short(day.month());
        let whole = period.start().day() == 1;
        let words = if whole {
            format!("{} – {}", named(*period.start()), named(*period.end()))
        } else {
            format!("{} – {}", scene.formats.date_tiny(*period.start()), scene.formats.date_tiny(*period.end()))
        };
        (from, words)
    });
    let options = options.collect();
    let (name, note) = (scene.words.get("settings-three-months"), scene.words.get("settings-three-months-note"));
    if let Some(from) = choice(ui, 5, (&name, &note), &chosen.unwrap_or(present), options) {
        change(scene, |settings| settings.three_months_from = from);
    }
}

fn reminder(ui: &mut Ui, scene: &mut Scene<'_>, present: Option<u32>) {
    let name = scene.words.get("settings-reminder");
    let mut offered: Vec<Option<u32>> = vec![None];
    offered.extend(REMINDERS.map(Some));
    if !offered.contains(&present) {
        offered.push(present);
    }
    let options = offered.into_iter().map(|minutes| {
        let words = match minutes {
            None => scene.words.get("settings-reminder-none"),
            Some(0) => scene.words.get("settings-reminder-at-start"),
            Some(minutes) => {
                let before = scene.formats.duration(minutes);
                scene.words.with("settings-reminder-before", &[("time", before.into())])
            }
        };
        (minutes, words)
    });
    let options = options.collect();
    if let Some(minutes) = choice(ui, 6, (&name, ""), &present, options) {
        change(scene, |settings| settings.reminder_minutes = minutes);
    }
}

pub(super) fn points(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (title, currency) = (scene.words.get("settings-points"), scene.words.get("settings-currency"));
    let settings = std::sync::Arc::clone(&scene.frame.settings);
    Card::new().title(&title).icon(icons::POINTS).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let hint = scene.words.get("points");
        let current = settings.points_name.clone();
        let key = "settings-points-name";
        let row = TextRow { index: 0, key, noted: true, current, hint: &hint, width: 168.0, unread: "" };
        text_row(ui, scene, row, |text, scene| {
            Some(changed(scene, |settings| text.clone_into(&mut settings.points_name)))
        });
        let present = settings.currency.code();
        let mut codes = CURRENCIES.to_vec();
        if !codes.contains(&present) {
            codes.push(present);
        }
        let options = codes
            .into_iter()
            .filter_map(|code| Some((Currency::new(code).ok()?, scene.formats.currency_sign(code).to_owned())));
        let options = options.collect();
        if let Some(chosen) = choice(ui, 1, (&currency, ""), &settings.currency, options) {
            change(scene, |settings| settings.currency = chosen);
        }
        let (name, note) = (scene.words.get("settings-order-calls"), scene.words.get("settings-order-calls-note"));
        let mut on = settings.order_calls;
        if setting_row(ui, 2, &name, &note, |ui| toggle(ui, &mut on, &name).changed()) {
            change(scene, |settings| settings.order_calls = on);
        }
    });
}
