//! The jot line: a thought is written down at once, from everywhere. What is understood of it is shown as chips while it is
//! typed.

mod chips;

use egui::{Id, Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{PersonId, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::typed_line::{Context, KnownNames, TypedLine, Wishes, read, read_with};

use self::chips::{Chips, Pressed};
use super::ask::Question;
use super::forms::{Form, FormKey, FormKind};
use super::scene::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Field, Place, bare_modal, key_cap};

/// The least room that the field keeps beside the chips.
const LEAST_ROOM: f32 = 200.0;
/// What a field is wider than its text: the icon, the edges, and room for the next word.
const AROUND_TEXT: f32 = 46.0;
/// The room of the key that commits.
const KEY_ROOM: f32 = 50.0;

/// What is typed in the jot line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JotForm {
    /// The thought.
    pub text: String,
    /// What was decided about it: words that are but words, who is meant.
    #[serde(default)]
    pub wishes: Wishes,
}

impl Form for JotForm {
    const KIND: FormKind = FormKind::Jot;
}

/// Asks for everyone by the words that they are called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct KnownNamesQuestion;

impl Question for KnownNamesQuestion {
    type Answer = KnownNames;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Settings];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        Ok(KnownNames::of(view.people()))
    }
}

/// The id of the jot line's field on a page, so that a key can give it the focus.
#[must_use]
pub fn jot_id() -> Id {
    Id::unique("jot line")
}

/// Reads what is typed. Names are asked for only once something is typed or about to be: nobody waits for them before.
fn understood(scene: &mut Scene<'_>, form: &JotForm, focused: bool) -> TypedLine {
    let wanted = focused || !form.text.trim().is_empty();
    let names = if wanted { scene.ask(&KnownNamesQuestion) } else { None };
    let nobody = KnownNames::default();
    let names = names.as_deref().unwrap_or(&nobody);
    read_with(&form.text, &form.wishes, &Context::new(scene.now, &scene.frame.settings, names))
}

/// The people whom a line names, each with the whole name; nobody where several people have the name.
pub fn named_in(scene: &mut Scene<'_>, line: &str) -> Vec<(PersonId, String)> {
    if line.trim().is_empty() {
        return Vec::new();
    }
    let Some(names) = scene.ask(&KnownNamesQuestion) else { return Vec::new() };
    let read = read(line, &Context::new(scene.now, &scene.frame.settings, &names));
    read.people.into_iter().map(|id| (id, names.full_name(id).to_owned())).collect()
}

/// The jot line with its chips; on Enter the thought becomes an entry, or a note of now. Tells whether it was committed.
pub fn jot_line(ui: &mut Ui, scene: &mut Scene<'_>, id: Id) -> bool {
    let key = FormKey::new(FormKind::Jot);
    let before = scene.form(&key, JotForm::default).clone();
    let read = understood(scene, &before, ui.memory(|memory| memory.has_focus(id)));
    let chips = Chips::of(scene, &before, &read);
    let room = ui.available_width() - KEY_ROOM;
    let beside = chips.width(ui);
    // The chips stand beside the text while it is seen whole, else below it.
    let fits = room - beside >= LEAST_ROOM.max(text_width(ui, &before.text) + AROUND_TEXT);
    let (mut committed, mut pressed) = (false, None);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let width = if fits { room - beside } else { room };
        committed = ui.allocate_ui(vec2(width, height::FIELD), |ui| field(ui, scene, &key, &before, id)).inner;
        if fits {
            pressed = chips.show(ui, scene);
        }
        key_cap(ui, "Enter");
    });
    if !fits {
        pressed = chips.show(ui, scene);
    }
    if let Some(pressed) = pressed {
        let form = scene.form(&key, JotForm::default);
        decide(&mut form.wishes, pressed);
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.request_repaint();
    }
    committed
}

/// How wide the typed text is.
fn text_width(ui: &Ui, text: &str) -> f32 {
    let ink = Tokens::of(ui).ink;
    ui.painter().layout_no_wrap(text.to_owned(), TextSize::Body.font(), ink).size().x
}

/// The field; tells whether its thought was committed.
fn field(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, before: &JotForm, id: Id) -> bool {
    let label = scene.words.get("jot");
    let hint = scene.words.get("jot-hint");
    let form = scene.form(key, JotForm::default);
    let answer = Field::new(&label, &mut form.text).hint(&hint).icon(icons::JOT).hide_label().id(id).show(ui);
    if form.text != before.text {
        form.wishes = before.wishes.follow(&before.text, &form.text);
        ui.request_repaint();
    }
    let form = form.clone();
    if !answer.committed || form.text.trim().is_empty() {
        return false;
    }
    let entry = understood(scene, &form, true).entry(scene.new_entry(), scene.now);
    scene.save(key.clone(), Command::AddEntry(Box::new(entry)));
    answer.response.request_focus();
    true
}

/// Keeps what was decided by a chip.
fn decide(wishes: &mut Wishes, pressed: Pressed) {
    match pressed {
        Pressed::Plain(ranges) => wishes.plain.extend(ranges),
        Pressed::Person(range, person) => wishes.chosen.push((range, person)),
        Pressed::Kind(kind) => wishes.kind = Some(kind),
        Pressed::NoKind(ranges) => {
            wishes.plain.extend(ranges);
            wishes.kind = None;
        }
    }
}

/// The jot line over any page; tells whether it should close.
pub fn jot_window(ui: &Ui, scene: &mut Scene<'_>) -> bool {
    let name = scene.words.get("command-jot");
    let id = Id::unique("jot window");
    let answer = bare_modal(ui.ctx(), "jot", &name, 560.0, Place::Top, |ui| {
        ui.set_width(ui.available_width());
        let committed = jot_line(ui, scene, id);
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        committed
    });
    answer.closed || answer.inner
}
