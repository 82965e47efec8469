//! The structure as a tree: nodes from left to right, folded and unfolded, moved about, walked by arrows. Only what is
//! seen is painted; where it stands is worked out once for an answer.

mod bar;
mod camera;
mod carry;
mod keys;
mod laid;
mod layout;
mod node;
mod painted;

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2};
use sponsor_core::command::Command;
use sponsor_core::model::PersonId;
use sponsor_core::query::StructureView;

pub(super) use self::bar::find;
use self::camera::Camera;
use self::carry::{Carried, Verdict};
use self::laid::{Laid, Plan};
use super::shown::{Choice, Tab, found};
use crate::app::{Action, Scene};
use crate::theme::{Tokens, radius, stroke};

/// How near to an edge what is carried moves the tree along, and how fast in points a frame.
const EDGE: f32 = 36.0;
const DRIFT: f32 = 9.0;

/// The tree as it was left.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The one from whom on it is shown; none for the user.
    root: Option<PersonId>,
    /// Branches that were opened or folded by hand.
    turned: HashMap<PersonId, bool>,
    turns: u64,
    camera: Camera,
    /// Whether the camera was set to begin with.
    begun: bool,
    /// How it was set then, and for how large a room: until a person moves it, it goes with the room.
    set: Option<(Camera, Vec2)>,
    laid: Option<Laid>,
    /// Who is to be brought into sight.
    reveal: Option<PersonId>,
    /// They are to be seen near.
    near: bool,
    carried: Option<Carried>,
    /// What was looked for last, and who was found.
    searched: (String, Tab),
    found: Vec<PersonId>,
    focus: bool,
}

/// What happened in the tree.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TreeEvent {
    /// Enter or a double click on this person.
    pub(super) opened: Option<PersonId>,
    /// The table is wanted.
    pub(super) table: bool,
}

impl Tree {
    /// Brings somebody into sight, with every branch above unfolded.
    pub(super) const fn show(&mut self, person: PersonId) {
        self.reveal = Some(person);
        (self.near, self.focus) = (true, true);
    }

    /// Shows the tree in a room: the bar, the canvas, the legend.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        view: &Arc<StructureView>,
        choice: &mut Choice,
        selected: &mut Option<PersonId>,
    ) -> TreeEvent {
        self.look_for(view, choice, selected);
        self.lay_out(scene, view, choice.tab);
        let whole = ui.available_rect_before_wrap();
        let room = Rect::from_min_max(
            pos2(whole.left(), whole.top() + bar::HEIGHT),
            pos2(whole.right(), whole.bottom() - bar::FOOT),
        );
        self.bar(ui, scene, choice, selected, room);
        let mut canvas = ui.new_child(UiBuilder::new().id_salt("tree canvas").max_rect(room));
        canvas.set_clip_rect(room.intersect(ui.clip_rect()));
        self.lay_out(scene, view, choice.tab);
        let event = self.canvas(&mut canvas, scene, room, selected);
        ui.advance_cursor_after_rect(Rect::from_min_max(whole.min, room.max));
        self.foot(ui, scene, choice);
        event
    }

    /// Works the tree out anew where something changed, and brings into sight whom it is to show.
    fn lay_out(&mut self, scene: &Scene<'_>, view: &Arc<StructureView>, tab: Tab) {
        let me = scene.frame.me.id;
        if self.root.is_some_and(|root| !view.rows.iter().any(|row| row.person.id == root)) {
            self.root = None;
        }
        let plan =
            |tree: &Self| Plan { view: Arc::clone(view), tab, me, root: tree.root.unwrap_or(me), turns: tree.turns };
        if !self.laid.as_ref().is_some_and(|laid| laid.is_of(&plan(self))) {
            self.laid = Some(Laid::of(plan(self), &self.turned));
        }
        let Some((wanted, laid)) = self.reveal.zip(self.laid.as_ref()) else { return };
        if laid.layout.place(wanted).is_some() {
            return;
        }
        let above = laid.above(wanted);
        if !laid.holds(wanted) {
            // It stands above the chosen root or in another branch.
            self.root = None;
        }
        self.turned.extend(above.into_iter().map(|one| (one, true)));
        self.turns += 1;
        self.laid = Some(Laid::of(plan(self), &self.turned));
    }

    /// Finds who is looked for when that changed; the first of them is chosen and brought into sight.
    fn look_for(&mut self, view: &StructureView, choice: &Choice, selected: &mut Option<PersonId>) {
        if self.searched.0 == choice.text && self.searched.1 == choice.tab {
            return;
        }
        self.searched = (choice.text.clone(), choice.tab);
        self.found.clear();
        if choice.text.trim().is_empty() {
            return;
        }
        let rows = found(view, choice).into_iter().filter_map(|row| view.rows.get(row));
        self.found = rows.map(|row| row.person.id).collect();
        if selected.is_none_or(|chosen| !self.found.contains(&chosen))
            && let Some(first) = self.found.first()
        {
            *selected = Some(*first);
            self.reveal = Some(*first);
            self.near = true;
        }
    }

    /// Chooses the next of those who were found.
    fn next_found(&mut self, selected: &mut Option<PersonId>) {
        let now = selected.and_then(|chosen| self.found.iter().position(|one| *one == chosen));
        let next = now.map_or(0, |now| (now + 1) % self.found.len().max(1));
        if let Some(person) = self.found.get(next) {
            *selected = Some(*person);
            self.reveal = Some(*person);
            self.near = true;
        }
    }

    /// Opens or folds a branch.
    fn turn(&mut self, person: PersonId) {
        let open = self
            .laid
            .as_ref()
            .and_then(|laid| laid.layout.nodes.get(laid.layout.place(person)?))
            .is_some_and(|node| node.children.is_some());
        self.turned.insert(person, !open);
        self.turns += 1;
    }

    /// Opens or folds everything that hangs from somebody, or from the root of what is shown.
    fn turn_branch(&mut self, head: Option<PersonId>, open: bool) {
        let Some(laid) = &self.laid else { return };
        let below = laid.branch(head);
        self.turned.extend(below.map(|(person, is_root)| (person, open || is_root)));
        self.turns += 1;
    }

    /// Shows the tree from somebody on.
    fn root_at(&mut self, person: PersonId, me: PersonId) {
        self.root = (person != me).then_some(person);
        self.begun = false;
    }

    fn canvas(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, room: Rect, selected: &mut Option<PersonId>) -> TreeEvent {
        let tokens = Tokens::of(ui);
        ui.painter().rect_filled(room, 0.0, tokens.wash);
        let canvas = ui.interact(room, ui.make_persistent_id("tree"), Sense::click_and_drag());
        let name = scene.words.get("structure-tree");
        canvas.widget_info(|| WidgetInfo::labeled(Role::Tree, ui.is_enabled(), &name));
        if std::mem::take(&mut self.focus) || canvas.clicked() {
            canvas.request_focus();
        }
        if self.carried.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.carried = None;
        }
        let mut event = self.keys(ui, scene, &canvas, room, selected);
        self.move_about(ui, &canvas, room);
        let Some(laid) = self.laid.take() else { return event };
        self.place_camera(room, &laid, *selected);
        let builder = UiBuilder::new().id_salt("nodes").max_rect(room).accessibility_parent(canvas.id);
        let pressed = ui.scope_builder(builder, |ui| self.nodes(ui, scene, room, &laid, &canvas, *selected)).inner;
        self.laid = Some(laid);
        if let Some(person) = pressed.chosen {
            *selected = Some(person);
            canvas.request_focus();
        }
        event.opened = event.opened.or(pressed.opened);
        if let Some(person) = pressed.turned {
            self.turn(person);
            ui.ctx().request_repaint();
        }
        if let Some(person) = pressed.lifted.filter(|_| scene.frame.read_only.is_none()) {
            self.carried = Some(Carried { person });
        }
        self.carry(ui, scene, room);
        if canvas.has_focus() {
            let ring = Stroke::new(stroke::HAIRLINE, tokens.accent);
            ui.painter().rect_stroke(room.shrink(2.0), radius::KEY, ring, StrokeKind::Inside);
        }
        event
    }

    /// Drag, wheel and pinch.
    fn move_about(&mut self, ui: &Ui, canvas: &Response, room: Rect) {
        if canvas.dragged() {
            self.camera.pan(canvas.drag_delta());
        }
        if !ui.rect_contains_pointer(room) {
            return;
        }
        let about = ui.input(|input| input.pointer.hover_pos()).unwrap_or(room.center());
        let (pinch, scrolled) = ui.input_mut(|input| {
            let scrolled = std::mem::replace(&mut input.smooth_scroll_delta, Vec2::ZERO);
            (input.zoom_delta(), scrolled)
        });
        if (pinch - 1.0).abs() > f32::EPSILON {
            self.camera.pinch(pinch, room, about);
        } else {
            self.camera.pan(scrolled);
        }
    }

    fn place_camera(&mut self, room: Rect, laid: &Laid, selected: Option<PersonId>) {
        let layout = &laid.layout;
        let root = layout.nodes.first().map(|node| node.rect().center()).unwrap_or_default();
        let unmoved = self.set.is_some_and(|(camera, of)| camera == self.camera && of != room.size());
        let begins = !std::mem::replace(&mut self.begun, true) || unmoved;
        if begins {
            self.camera.begin(room, layout.size, root);
            self.reveal = self.reveal.or(selected);
        }
        if let Some(place) = self.reveal.take().and_then(|person| layout.place(person))
            && let Some(node) = layout.nodes.get(place)
        {
            if std::mem::take(&mut self.near) {
                self.camera.come_near(room, node.rect());
            }
            self.camera.reveal(room, node.rect());
        }
        self.camera.stay(room, layout.size);
        if begins {
            self.set = Some((self.camera, room.size()));
        }
    }

    /// Shows what letting go of the node that is dragged would do, and does it.
    fn carry(&mut self, ui: &Ui, scene: &mut Scene<'_>, room: Rect) {
        let Some(laid) = self.laid.as_ref() else { return };
        let tokens = Tokens::of(ui);
        let Some(carried) = self.carried else { return };
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let over = laid.layout.hit(self.camera.to_tree(room, at)).filter(|_| room.contains(at));
        let verdict = carried.verdict(laid, over);
        let words = carried.words(scene, laid, verdict);
        let refused = matches!(verdict, Verdict::OwnBranch(_));
        if let Some(node) = over.and_then(|over| laid.layout.nodes.get(over)).filter(|_| verdict != Verdict::Nothing) {
            let stroke = Stroke::new(stroke::FOCUS, if refused { tokens.urgent } else { tokens.accent });
            let rect = self.camera.rect_to_room(room, node.rect()).expand(2.0);
            ui.painter().rect_stroke(rect, radius::BUTTON, stroke, StrokeKind::Outside);
        }
        carry::tip(ui.ctx(), &tokens, at, &words, refused);
        if ui.input(|input| input.pointer.any_down()) {
            self.drift(ui, room, at);
            return;
        }
        self.carried = None;
        match verdict {
            Verdict::Under(sponsor) => {
                scene.run(Command::MoveUnder { person: carried.person, sponsor, from: scene.today });
            }
            Verdict::OwnBranch(_) => scene.act(Action::Say(words)),
            Verdict::Nothing => (),
        }
    }

    /// Near an edge the tree comes along.
    fn drift(&mut self, ui: &Ui, room: Rect, at: egui::Pos2) {
        let along = |at: f32, least: f32, most: f32| {
            if at < least + EDGE {
                DRIFT
            } else if at > most - EDGE {
                -DRIFT
            } else {
                0.0
            }
        };
        let by = egui::vec2(along(at.x, room.left(), room.right()), along(at.y, room.top(), room.bottom()));
        if by != Vec2::ZERO {
            self.camera.pan(by);
            ui.ctx().request_repaint();
        }
    }
}
