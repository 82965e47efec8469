//! A form that opens with what was typed in it before says so, and lets one begin anew.

use chrono::{NaiveDate, NaiveDateTime};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Ui};
use sponsor_core::model::{EntryId, PersonId};

use super::action::{Action, Page, Place};
use super::forms::{FormKey, FormKind};
use super::scene::Scene;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, split, text};

/// How a form was when it opened.
#[derive(Clone, Copy)]
struct Opened {
    /// The last frame in which it was shown.
    frame: u64,
    /// Whether it opened with something typed.
    older: bool,
    /// When that was typed.
    typed: Option<NaiveDateTime>,
}

/// What the line about an older draft gives back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Older {
    /// It stands there.
    pub shown: bool,
    /// What was typed is given up.
    pub start_over: bool,
}

/// Says above a form that it opened with what was typed in it before. Where it has just opened the text of its first
/// field is selected, so that typing replaces it: `first` is the field and its text.
pub fn older_draft(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, first: (Id, &str)) -> Older {
    let id = Id::unique(("older draft", key.name()));
    let frame = ui.ctx().cumulative_frame_nr();
    let known = ui.data(|data| data.get_temp::<Opened>(id)).filter(|opened| frame <= opened.frame + 1);
    let mut opened = known.unwrap_or_else(|| {
        let older = scene.drafts.is_touched(key);
        Opened { frame, older, typed: scene.drafts.typed_at(key) }
    });
    if known.is_none() && opened.older {
        select_all(ui, first.0, first.1);
    }
    // Saved, or begun anew: what is typed from now on is no older draft.
    opened.older &= scene.drafts.is_touched(key) && !scene.was_saved(key);
    opened.frame = frame;
    let mut answer = Older { shown: opened.older, start_over: false };
    if opened.older {
        answer.start_over = line(ui, scene, key, opened.typed);
    }
    if answer.start_over {
        opened.older = false;
        scene.act(Action::Forget(key.clone()));
        ui.memory_mut(|memory| memory.request_focus(first.0));
    }
    ui.data_mut(|data| data.insert_temp(id, opened));
    answer
}

/// Selects the whole text of a field, so that typing replaces it.
pub fn select_all(ui: &Ui, field: Id, typed: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let end = CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), field);
}

fn line(ui: &mut Ui, scene: &Scene<'_>, key: &FormKey, typed: Option<NaiveDateTime>) -> bool {
    let tokens = Tokens::of(ui);
    let what = if key.kind == FormKind::Entry { "entry" } else { "other" };
    let when = typed.map(|typed| {
        let time = scene.formats.time(typed.time());
        if typed.date() == scene.today {
            time
        } else {
            format!("{}, {time}", scene.formats.date_near(typed.date(), scene.today))
        }
    });
    let said = match when {
        Some(when) => scene.words.with("older-draft", &[("what", what.into()), ("when", when.into())]),
        None => scene.words.with("older-draft-undated", &[("what", what.into())]),
    };
    let again = scene.words.get("start-over");
    let (_, pressed) = split(
        ui,
        height::BUTTON_SMALL,
        |ui| text(ui, &said, TextSize::Soft, tokens.important),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.add(Button::link(&again).small()).clicked()
        },
    );
    pressed
}

/// Where a form is open with what was typed in it; none where it has no place of its own.
pub(super) fn reopening(form: &FormKey) -> Option<Place> {
    let about = form.about.as_str();
    match form.kind {
        FormKind::Jot => Some(Place::Page(Page::Today)),
        FormKind::Entry if about.is_empty() => Some(Place::NewEntry { day: None }),
        FormKind::Entry if form.begun_with().is_some() => {
            form.begun_with().map(|(person, kind)| Place::NewEntryWith { person, kind })
        }
        FormKind::Entry => {
            let (id, instance) = entry_of(about)?;
            Some(Place::ChangeEntry { id, instance })
        }
        FormKind::Outcome => {
            let (id, day) = entry_of(about)?;
            Some(Place::Entry { id, instance: day, day })
        }
        FormKind::Person if about.is_empty() => Some(Place::NewPerson),
        FormKind::Reading => Some(Place::Reading),
        FormKind::Correction => Some(Place::Review(None)),
        FormKind::SnapshotComment if about == "review" => Some(Place::Review(None)),
        FormKind::Order => about.strip_prefix("of/")?.parse::<PersonId>().ok().map(Place::NewOrder),
        _ => None,
    }
}

/// The entry, or the instance of a series, that a form is about.
fn entry_of(about: &str) -> Option<(EntryId, Option<NaiveDate>)> {
    let (id, day) = about.split_once(' ').map_or((about, None), |(id, day)| (id, day.parse().ok()));
    Some((id.parse().ok()?, day))
}
