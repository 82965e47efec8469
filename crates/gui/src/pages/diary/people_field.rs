//! People in a form: chips, and a field that suggests people of the list while one types.

use egui::{Align2, Area, Frame, Id, Key, Modifiers, Order, Rect, Ui, vec2};
use sponsor_core::model::PersonId;

use super::chosen::Chosen;
use super::looks::relation_word;
use super::questions::{PeopleQuestion, Suggestion};
use crate::app::{Scene, marked};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};
use crate::widgets::{Chip, Field, avatar, avatar_size, icon, key_cap, popover_frame, soft, split, text};

/// What became of a field for people in this frame.
#[derive(Debug, Default)]
pub(super) struct PeopleAnswer {
    /// A person of the list was chosen.
    pub(super) chosen: Option<Suggestion>,
    /// A name that is not on the list was typed and confirmed.
    pub(super) new: Option<String>,
    /// Enter was pressed in the empty field.
    pub(super) committed: bool,
    /// The person at this place was taken away.
    pub(super) removed: Option<usize>,
}

/// How a field for people looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeopleField<'a> {
    /// Its label.
    pub(super) label: &'a str,
    /// What stands in it while it is empty.
    pub(super) hint: &'a str,
    /// Whether a name that is not on the list can be added.
    pub(super) takes_new: bool,
}

impl PeopleField<'_> {
    /// Shows chips, the field, and what is suggested for what is typed. `typed` and `people` are those of the form; the
    /// form takes over what the answer says.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        people: &[Chosen],
        typed: &mut String,
    ) -> PeopleAnswer {
        let mut answer = PeopleAnswer { removed: chips(ui, scene, self.label, people), ..PeopleAnswer::default() };
        let highlighted_id = ui.make_persistent_id(("highlighted", self.label));
        let mut at = ui.data(|data| data.get_temp::<usize>(highlighted_id)).unwrap_or(0);
        let id = ui.make_persistent_id(("people", self.label));
        let focused = ui.memory(|memory| memory.has_focus(id));
        let pressed = focused && ui.input(|input| input.key_pressed(Key::Enter));
        if focused && !typed.trim().is_empty() {
            walk(ui, &mut at);
        }
        let name_field = Field::new(self.label, typed).hint(self.hint).icon(icons::ADD_PERSON).hide_label().id(id);
        let shown = ui.scope(|ui| name_field.show(ui));
        let (place, field) = (shown.response.rect, shown.inner);
        if field.response.changed() {
            at = 0;
        }
        let name = typed.trim().to_owned();
        if name.is_empty() {
            answer.committed = field.committed;
            return answer;
        }
        let without: Vec<PersonId> = people.iter().map(|one| one.id).collect();
        let new = self.takes_new.then_some(name.as_str());
        let found = find(scene, &name, &without);
        let float = Float { id: id.with("suggestions"), field: place, focused: focused || field.response.has_focus() };
        let clicked = float.show(ui, &found, |ui| list(ui, scene, float.id, &found, at, new));
        let count = found.len() + usize::from(self.takes_new);
        at = at.min(count.saturating_sub(1));
        ui.data_mut(|data| data.insert_temp(highlighted_id, at));
        let by_key = found.get(at).cloned().filter(|_| pressed);
        let new_by_key = pressed && self.takes_new && at >= found.len();
        answer.chosen = clicked.clone().filter(|one| !is_new(one)).or(by_key);
        if clicked.is_some_and(|one| is_new(&one)) || new_by_key {
            answer.new = Some(name);
        }
        if answer.chosen.is_some() || answer.new.is_some() {
            typed.clear();
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        answer
    }
}

/// The chips of people; the one that was taken away, if any.
fn chips(ui: &mut Ui, scene: &Scene<'_>, label: &str, people: &[Chosen]) -> Option<usize> {
    let mut removed = None;
    if people.is_empty() {
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        let most = ui.max_rect().width();
        for (at, person) in people.iter().enumerate() {
            let name = scene.words.with("diary-take-away", &[("name", person.name.as_str().into())]);
            let chip = Chip::new(&person.name).removable(&name).id(ui.scope_id().with((label, person.id))).most(most);
            let chip = if person.new { chip.icon(icons::ADD_PERSON) } else { chip };
            let shown = chip.show(ui);
            if shown.removed {
                removed = Some(at);
            }
            if person.titled {
                shown.response.on_hover_text(scene.words.get("diary-named-in-title"));
            }
        }
    });
    removed
}

fn walk(ui: &Ui, at: &mut usize) {
    let (down, up) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
    });
    if down {
        *at += 1;
    }
    if up {
        *at = at.saturating_sub(1);
    }
}

/// The line that stands for a new person.
fn is_new(suggestion: &Suggestion) -> bool {
    suggestion.id == nobody()
}

/// The id of the line that stands for a new person.
const fn nobody() -> PersonId {
    PersonId::from_bytes([0; 16])
}

/// Who is suggested for what is typed.
pub(super) fn find(scene: &mut Scene<'_>, typed: &str, without: &[PersonId]) -> Vec<Suggestion> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let answer = scene.ask_exact(&PeopleQuestion { typed: typed.trim().to_owned() });
    let mut found: Vec<Suggestion> = answer.iter().flat_map(|found| found.iter()).cloned().collect();
    found.retain(|one| !without.contains(&one.id));
    found
}

/// The list of suggestions below its field: it lies over everything, so that nothing cuts it, for as long as one is in
/// the field or in the list.
#[derive(Clone, Copy, Debug)]
struct Float {
    id: Id,
    field: Rect,
    focused: bool,
}

impl Float {
    fn show(
        &self,
        ui: &Ui,
        found: &[Suggestion],
        contents: impl FnOnce(&mut Ui) -> Option<Suggestion>,
    ) -> Option<Suggestion> {
        let before = ui.data(|data| data.get_temp::<Rect>(self.id));
        let pointed =
            ui.input(|input| input.pointer.latest_pos()).zip(before).is_some_and(|(at, list)| list.contains(at));
        let lines = found.iter().map(|one| one.id).chain([nobody()]);
        let inside = ui.memory(egui::Memory::focused);
        let walked = before.is_some() && lines.map(|one| line_id(self.id, one)).any(|line| inside == Some(line));
        let in_sight = ui.clip_rect().intersects(self.field);
        if !in_sight || !(self.focused || pointed || walked) {
            ui.data_mut(|data| data.remove::<Rect>(self.id));
            return None;
        }
        let tokens = Tokens::of(ui);
        let count = f32::from(u8::try_from(found.len() + 1).unwrap_or(u8::MAX));
        let tall = count * height::MENU_ITEM + 2.0 * space::XS;
        let fits = self.field.bottom() + space::XS + tall <= ui.ctx().content_rect().bottom();
        let (pivot, at) = if fits {
            (Align2::LEFT_TOP, self.field.left_bottom() + vec2(0.0, space::XS))
        } else {
            (Align2::LEFT_BOTTOM, self.field.left_top() - vec2(0.0, space::XS))
        };
        let area = Area::new(self.id).order(Order::Foreground).pivot(pivot).fixed_pos(at);
        let shown = area.show(ui.ctx(), |ui| {
            ui.set_width(self.field.width());
            popover_frame(&tokens).inner_margin(space::XS).show(ui, contents).inner
        });
        ui.data_mut(|data| data.insert_temp(self.id, shown.response.rect));
        shown.inner
    }
}

/// Shows people who were found, and with `new` a line that adds a person of that name; gives the line that was pressed.
pub(super) fn list(
    ui: &mut Ui,
    scene: &Scene<'_>,
    id: Id,
    found: &[Suggestion],
    highlighted: usize,
    new: Option<&str>,
) -> Option<Suggestion> {
    if found.is_empty() && new.is_none() {
        soft(ui, &scene.words.get("diary-nobody-found"));
        return None;
    }
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, one) in found.iter().enumerate() {
        if suggestion_line(ui, scene, line_id(id, one.id), one, at == highlighted) {
            clicked = Some(one.clone());
        }
    }
    if let Some(name) = new
        && new_line(ui, scene, line_id(id, nobody()), name, highlighted >= found.len())
    {
        let (id, name) = (nobody(), name.to_owned());
        clicked = Some(Suggestion { id, name, marks: Vec::new(), list_of: None, relation: None, city: String::new() });
    }
    clicked
}

/// Several people can have one name, so a line is known by who it is.
fn line_id(list: Id, person: PersonId) -> Id {
    list.with(("suggestion", person))
}

fn suggestion_line(ui: &mut Ui, scene: &Scene<'_>, id: Id, one: &Suggestion, highlighted: bool) -> bool {
    let tokens = Tokens::of(ui);
    let owner = one.list_of.as_ref().map(|of| scene.words.with("diary-from-list-of", &[("name", of.as_str().into())]));
    let who = owner.or_else(|| one.relation.map(|relation| relation_word(scene.words, relation)));
    let beside: Vec<String> = who.into_iter().chain([one.city.clone()]).filter(|part| !part.is_empty()).collect();
    line(ui, id, &one.name, highlighted, |ui| {
        avatar(ui, &one.name, avatar_size::SMALL, false);
        ui.add(egui::Label::new(marked(&tokens, &one.name, &one.marks)).selectable(false));
        soft(ui, &beside.join(" · "));
    })
}

fn new_line(ui: &mut Ui, scene: &Scene<'_>, id: Id, name: &str, highlighted: bool) -> bool {
    let tokens = Tokens::of(ui);
    let words = scene.words.with("diary-new-person", &[("name", name.into())]);
    line(ui, id, &words, highlighted, |ui| {
        icon(ui, icons::ADD_PERSON, IconSize::Regular, tokens.soft);
        text(ui, &words, TextSize::Body, tokens.soft);
    })
}

fn line(ui: &mut Ui, id: Id, name: &str, highlighted: bool, contents: impl FnOnce(&mut Ui)) -> bool {
    let tokens = Tokens::of(ui);
    let fill = if highlighted { tokens.accent_soft } else { tokens.card };
    let shown = Frame::new().fill(fill).corner_radius(radius::ENTRY).inner_margin(egui::Margin::symmetric(8, 0)).show(
        ui,
        |ui| {
            split(ui, height::MENU_ITEM, contents, |ui| {
                if highlighted {
                    key_cap(ui, "Enter");
                }
            });
        },
    );
    let response = ui.interact(shown.response.rect, id, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.clicked()
}
