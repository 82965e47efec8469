//! The jot line: a thought is written down at once, from everywhere. What is understood of it is shown as chips while it is
//! typed.

mod chips;
mod who;

use egui::{Id, Key, Modifiers, Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::RecordKind;
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::typed_line::{Context, KnownNames, TypedLine, Wishes, read_with};

use self::chips::{Chips, Pressed};
use self::who::{Meant, is_free, who_is_meant};
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

/// The id of the field of the jot line over a page.
pub(super) fn jot_window_id() -> Id {
    Id::unique("jot window")
}

/// Reads what is typed. Names are asked for only once something is typed or about to be: nobody waits for them before.
fn understood(scene: &mut Scene<'_>, form: &JotForm, focused: bool) -> TypedLine {
    let wanted = focused || !form.text.trim().is_empty();
    let names = if wanted { scene.ask(&KnownNamesQuestion) } else { None };
    let nobody = KnownNames::default();
    let names = names.as_deref().unwrap_or(&nobody);
    read_with(&form.text, &form.wishes, &Context::new(scene.now, &scene.frame.settings, names))
}

/// How a typed line looks.
#[derive(Clone, Copy, Debug)]
pub struct LineLook<'a> {
    /// The id of its field, so that a key can give it the focus.
    pub id: Id,
    /// Its name.
    pub label: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Its icon.
    pub icon: char,
}

/// What became of a typed line in this frame.
#[derive(Clone, Debug)]
pub struct LineAnswer {
    /// What is typed now, with what was decided about it.
    pub typed: JotForm,
    /// Whether Enter was pressed.
    pub committed: bool,
    /// The field.
    pub field: egui::Response,
}

/// Reads a line by a reader of its own, with everyone whom the list knows.
pub fn read_line(
    scene: &mut Scene<'_>,
    typed: &JotForm,
    read: impl FnOnce(&JotForm, &Context<'_>) -> TypedLine,
) -> TypedLine {
    let wanted = !typed.text.trim().is_empty();
    let names = if wanted { scene.ask(&KnownNamesQuestion) } else { None };
    let nobody = KnownNames::default();
    let names = names.as_deref().unwrap_or(&nobody);
    read(typed, &Context::new(scene.now, &scene.frame.settings, names))
}

/// A typed line with the chips of what was understood of it: beside the text while it is seen whole, else below it.
pub fn line_with_chips(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    look: &LineLook<'_>,
    before: &JotForm,
    read: &TypedLine,
) -> LineAnswer {
    let chips = Chips::of(scene, before, read);
    let room = ui.available_width() - KEY_ROOM;
    let beside = chips.width(ui);
    let fits = room - beside >= LEAST_ROOM.max(text_width(ui, &before.text) + AROUND_TEXT);
    let mut pressed = None;
    let mut answer = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let width = if fits { room - beside } else { room };
            let answer = ui.allocate_ui(vec2(width, height::FIELD), |ui| field(ui, look, before)).inner;
            if fits {
                pressed = chips.show(ui, scene);
            }
            key_cap(ui, "Enter");
            answer
        })
        .inner;
    if !fits {
        pressed = chips.show(ui, scene);
    }
    if let Some(pressed) = pressed {
        decide(&mut answer.typed.wishes, pressed);
        ui.memory_mut(|memory| memory.request_focus(look.id));
        ui.request_repaint();
    }
    answer
}

/// What came of a line that asks whom it means before it is kept.
#[derive(Clone, Debug)]
pub struct AskedAnswer {
    /// What is typed now, with what was decided about it.
    pub typed: JotForm,
    /// The line as it is to be kept, once it was entered and all is known.
    pub kept: Option<TypedLine>,
    /// Whether Enter was pressed while nothing was typed.
    pub left: bool,
    /// The field.
    pub field: egui::Response,
}

/// A typed line with chips; on Enter a name that several people have is asked about before the line is kept. `asks` is
/// whether that stands open: Escape goes back to the line.
pub fn asking_line(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    look: &LineLook<'_>,
    before: &JotForm,
    asks: &mut bool,
    read: &dyn Fn(&mut Scene<'_>, &JotForm) -> TypedLine,
) -> AskedAnswer {
    let shown = read(scene, before);
    if *asks && is_free(ui) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        *asks = false;
        ui.memory_mut(|memory| memory.request_focus(look.id));
    }
    let answer = line_with_chips(ui, scene, look, before, &shown);
    let mut typed = answer.typed.clone();
    let empty = typed.text.trim().is_empty();
    let mut entered = answer.committed && !empty;
    if entered && !*asks && !read(scene, &typed).unsure.is_empty() {
        // The Enter that asks is not yet one that answers.
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        (*asks, entered) = (true, false);
    } else if *asks {
        *asks = typed.text == before.text && !entered;
        entered |= answered(ui, scene, &mut typed, asks, read);
    }
    let kept = entered.then(|| read(scene, &typed));
    if kept.is_some() {
        answer.field.request_focus();
    }
    AskedAnswer { typed, kept, left: answer.committed && empty, field: answer.field }
}

/// Asks who is meant by the first name that several people have; tells whether all is answered now.
fn answered(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    typed: &mut JotForm,
    asks: &mut bool,
    read: &dyn Fn(&mut Scene<'_>, &JotForm) -> TypedLine,
) -> bool {
    let line = read(scene, typed);
    let Some(unsure) = line.unsure.first().filter(|_| *asks) else {
        *asks = false;
        return false;
    };
    match who_is_meant(ui, scene, unsure) {
        Some(Meant::Person(person)) => typed.wishes.chosen.push((unsure.range.clone(), person)),
        Some(Meant::Nobody) => typed.wishes.plain.push(unsure.range.clone()),
        None => return false,
    }
    *asks = !read(scene, typed).unsure.is_empty();
    !*asks
}

/// The jot line with its chips; on Enter the thought becomes an entry, or a note of now. Tells whether it was committed.
pub fn jot_line(ui: &mut Ui, scene: &mut Scene<'_>, id: Id) -> bool {
    let key = FormKey::new(FormKind::Jot);
    let before = scene.form(&key, JotForm::default).clone();
    let focused = ui.memory(|memory| memory.has_focus(id));
    let (label, hint) = (scene.words.get("jot"), scene.words.get("jot-hint"));
    let look = LineLook { id, label: &label, hint: &hint, icon: icons::JOT };
    let mut asks = is_asking(ui, id);
    let read = |scene: &mut Scene<'_>, typed: &JotForm| understood(scene, typed, focused);
    let answer = asking_line(ui, scene, &look, &before, &mut asks, &read);
    keep_asking(ui, id, asks);
    if answer.typed != before {
        scene.form(&key, JotForm::default).clone_from(&answer.typed);
    }
    let Some(line) = answer.kept else { return false };
    let entry = line.entry(scene.new_entry(), scene.now);
    scene.save(key, Command::AddEntry(Box::new(entry)));
    true
}

/// Whether a jot line asks whom it means.
fn is_asking(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp(id.with("asks"))).unwrap_or(false)
}

fn keep_asking(ui: &Ui, id: Id, asks: bool) {
    ui.data_mut(|data| data.insert_temp(id.with("asks"), asks));
}

/// How wide the typed text is.
fn text_width(ui: &Ui, text: &str) -> f32 {
    let ink = Tokens::of(ui).ink;
    ui.painter().layout_no_wrap(text.to_owned(), TextSize::Body.font(), ink).size().x
}

/// The field itself.
fn field(ui: &mut Ui, look: &LineLook<'_>, before: &JotForm) -> LineAnswer {
    let mut typed = before.clone();
    let field = Field::new(look.label, &mut typed.text).hint(look.hint).icon(look.icon).hide_label().id(look.id);
    let shown = field.show(ui);
    if typed.text != before.text {
        typed.wishes = before.wishes.follow(&before.text, &typed.text);
        ui.request_repaint();
    }
    LineAnswer { typed, committed: shown.committed, field: shown.response }
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
    let id = jot_window_id();
    let answer = bare_modal(ui.ctx(), "jot", &name, 560.0, Place::Top, |ui| {
        ui.set_width(ui.available_width());
        let committed = jot_line(ui, scene, id);
        if !is_asking(ui, id) && ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        committed
    });
    let closes = answer.closed || answer.inner;
    if closes {
        // What a line asked is asked again when it is entered again.
        keep_asking(ui, id, false);
    }
    closes
}
