//! Moving an entry, or one instance of a series, to another day and hour.

use chrono::NaiveDate;
use egui::Ui;
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{EntryId, When};

use super::chosen::on_day;
use super::draft::{typed_day, typed_time};
use super::questions::Details;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::format::parse;
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Field, date_field, split, time_field};

/// Where an entry is to go, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MoveDraft {
    day: String,
    time: String,
}

impl Form for MoveDraft {
    const KIND: FormKind = FormKind::MoveEntry;
}

impl MoveDraft {
    fn about(when: &When) -> Self {
        Self {
            day: when.first_day().map(typed_day).unwrap_or_default(),
            time: when.time().map(typed_time).unwrap_or_default(),
        }
    }

    /// The new time: another day and hour, as long as before; without an hour it is for the whole day.
    fn to(&self, from: &When, now: Now, today: NaiveDate) -> Option<When> {
        let day = parse::date(&self.day, today)?;
        match (self.time.trim(), from) {
            ("", When::AllDay { .. }) => Some(from.on_day(day)),
            ("", _) => Some(When::day(day)),
            (text, from) => {
                let zone = if let When::Timed { zone, .. } = from { *zone } else { now.zone };
                Some(on_day(day, Some(parse::time(text)?), from.minutes(), zone))
            }
        }
    }
}

/// The form about an entry or one instance of a series.
pub(super) fn move_key(details: &Details) -> FormKey {
    move_key_of((details.entry.id, details.item.instance))
}

/// The form about an entry or one instance of a series, by its name.
pub(super) fn move_key_of((id, instance): (EntryId, Option<NaiveDate>)) -> FormKey {
    match instance {
        Some(day) => FormKey::about(FormKind::MoveEntry, format!("{id} {day}")),
        None => FormKey::about(FormKind::MoveEntry, id),
    }
}

/// The id of the field for the day, so that a form that a key opened begins there.
pub(super) fn move_day_id() -> egui::Id {
    egui::Id::unique("diary move day")
}

/// What became of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct MoveAnswer {
    /// It is to close.
    pub(super) close: bool,
    /// Where an instance of a series is to go: it is asked first how much of the series goes.
    pub(super) asks: Option<When>,
}

/// Shows the fields.
pub(super) fn move_form(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details) -> MoveAnswer {
    let key = move_key(details);
    let initial = || MoveDraft::about(&details.item.when);
    let mut draft = scene.form(&key, initial).clone();
    let words = scene.words;
    let [day, time, save, cancel] = ["diary-move-day", "diary-move-time", "move", "cancel"].map(|key| words.get(key));
    let name = words.get("diary-move-now");
    let width = ui.available_width() - space::S;
    let mut committed = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let field = Field::new(&day, &mut draft.day).width(width * 0.6).id(move_day_id());
        committed |= date_field(ui, words, field, scene.today).field.committed;
        let field = Field::new(&time, &mut draft.time).width(width * 0.4);
        committed |= time_field(ui, words, field).field.committed;
    });
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let button = Button::primary(&save).icon(icons::MOVE).name(&name).small();
        (ui.add(button).clicked(), ui.add(Button::plain(&cancel).keys("Esc").small()).clicked())
    };
    let (pressed, close) = split(ui, height::BUTTON_SMALL, |_| (), right).1;
    let to = draft.to(&details.item.when, scene.now, scene.today).filter(|_| committed || pressed);
    let of_series = details.item.instance.is_some();
    if let Some(to) = to.filter(|_| !of_series) {
        scene.save(key.clone(), Command::MoveEntry { entry: details.entry.id, instance: None, to });
    }
    let stored = scene.form(&key, initial);
    if *stored != draft {
        *stored = draft;
    }
    MoveAnswer { close, asks: to.filter(|_| of_series) }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::Now;
    use sponsor_core::model::When;

    use super::MoveDraft;

    #[test]
    fn a_moved_entry_is_as_long_as_before() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let now = Now::new(day(24).and_hms_opt(12, 40, 0).unwrap(), chrono_tz::Europe::Sofia);
        let timed = |on, hour| When::Timed {
            start: day(on).and_hms_opt(hour, 0, 0).unwrap(),
            minutes: Some(45),
            zone: chrono_tz::Europe::Sofia,
        };
        let draft = |day: &str, time: &str| MoveDraft { day: day.to_owned(), time: time.to_owned() };
        let to = |draft: MoveDraft, from: When| draft.to(&from, now, day(24));
        assert_eq!(to(draft("четвъртък", "15"), timed(25, 16)), Some(timed(26, 15)));
        assert_eq!(to(draft("утре", ""), timed(25, 16)), Some(When::day(day(25))));
        assert_eq!(to(draft("някога", "15"), timed(25, 16)), None);
        let days = When::AllDay { from: day(24), to: day(26) };
        assert_eq!(to(draft("27.11", ""), days), Some(When::AllDay { from: day(27), to: day(29) }));
    }
}
