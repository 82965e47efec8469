//! The nodes of the tree and the lines between them, painted and said; of those only which are seen.

use std::collections::HashSet;

use egui::{Id, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2};
use sponsor_core::model::PersonId;

use super::super::status::Status;
use super::Tree;
use super::laid::Laid;
use super::layout::{self, TRUNK};
use super::node::{self, Face, Stands};
use crate::app::Scene;
use crate::theme::Tokens;

impl Tree {
    /// Lines and nodes, of those only which are seen.
    pub(super) fn nodes(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        room: Rect,
        laid: &Laid,
        canvas: &Response,
        selected: Option<PersonId>,
    ) -> Pressed {
        let chosen = selected.and_then(|person| laid.layout.place(person));
        let path: HashSet<usize> =
            chosen.map(|chosen| laid.layout.path(chosen).into_iter().collect()).unwrap_or_default();
        self.lines(ui, room, laid, &path);
        let seen = self.camera.seen(room).expand(24.0);
        let searching = !self.found.is_empty();
        let found: HashSet<PersonId> = self.found.iter().copied().collect();
        let mut pressed = Pressed::default();
        for (at, node) in laid.layout.nodes.iter().enumerate().filter(|(_, node)| seen.intersects(node.rect())) {
            let Some(person) = laid.person(at) else { continue };
            let rect = self.camera.rect_to_room(room, node.rect());
            let response = ui.interact(rect, canvas.id.with(person), Sense::CLICK | Sense::DRAG);
            let face = face(scene, laid, at);
            let stands = Stands {
                chosen: chosen == Some(at),
                hovered: response.hovered(),
                found: searching && found.contains(&person),
                faint: self.carried.is_some_and(|carried| laid.is_in_branch(person, carried.person))
                    || (searching && !found.contains(&person)),
            };
            node::node(ui.painter(), &Tokens::of(ui), rect, self.camera.zoom(), &face, stands);
            tell(ui, scene, &response, laid, at, &face, stands.chosen);
            if stands.chosen && canvas.has_focus() {
                let id = response.id.accesskit_id();
                ui.ctx().accesskit_node_builder(canvas.id, |builder| builder.set_active_descendant(id));
            }
            if response.clicked() || response.drag_started() {
                pressed.chosen = Some(person);
            }
            if response.drag_started() && laid.row(at).is_some() {
                pressed.lifted = Some(person);
            }
            if response.double_clicked() {
                pressed.opened = Some(person);
            }
            if node.below > 0 && self.fold_sign(ui, scene, canvas.id, rect, (person, node), &face.name) {
                pressed.turned = Some(person);
            }
        }
        pressed
    }

    /// The sign beside a node; tells whether it was pressed.
    fn fold_sign(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        canvas: Id,
        node_rect: Rect,
        (person, node): (PersonId, &layout::Node),
        name: &str,
    ) -> bool {
        let hidden = if node.is_folded() { scene.formats.count(node.below) } else { String::new() };
        let zoom = self.camera.zoom();
        let rect = node::fold_rect(node_rect, zoom, hidden.chars().count());
        let response = ui.interact(rect, canvas.with((person, "fold")), Sense::CLICK);
        let key = if node.is_folded() { "structure-unfold" } else { "structure-fold" };
        let label = scene.words.with(key, &[("name", name.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
        if zoom >= node::NAME_ALONE || node.is_folded() {
            node::fold(ui.painter(), &Tokens::of(ui), rect, zoom, &hidden, response.hovered());
        }
        response.on_hover_text(label).clicked()
    }

    fn lines(&self, ui: &Ui, room: Rect, laid: &Laid, path: &HashSet<usize>) {
        let tokens = Tokens::of(ui);
        let seen = self.camera.seen(room);
        let painter = ui.painter();
        let to = |x: f32, y: f32| self.camera.to_room(room, pos2(x, y));
        let plain = Stroke::new(1.25, tokens.line.lerp_to_gamma(tokens.soft, 0.25));
        let accent = Stroke::new(2.0, tokens.accent);
        let nodes = &laid.layout.nodes;
        for at in 0..nodes.len() {
            let (Some(lines), Some(node)) = (laid.layout.lines(at), nodes.get(at)) else { continue };
            if !seen.intersects(lines) {
                continue;
            }
            let Some((Some(first), Some(last))) =
                node.children.map(|(first, last)| (nodes.get(first), nodes.get(last)))
            else {
                continue;
            };
            let trunk = lines.right() - TRUNK;
            let (own, top, bottom) = (node.rect().center().y, first.rect().center().y, last.rect().center().y);
            painter.line_segment([to(lines.left(), own), to(trunk, own)], plain);
            painter.line_segment([to(trunk, top.min(own)), to(trunk, bottom.max(own))], plain);
        }
        for (at, node) in nodes.iter().enumerate() {
            let Some(parent) = node.parent.and_then(|parent| nodes.get(parent)) else { continue };
            let (y, from) = (node.rect().center().y, parent.rect());
            let trunk = node.at.x - TRUNK;
            let is_seen = seen.y_range().contains(y) && seen.x_range().intersects(egui::Rangef::new(trunk, node.at.x));
            if path.contains(&at) {
                painter.line_segment([to(from.right(), from.center().y), to(trunk, from.center().y)], accent);
                painter.line_segment([to(trunk, from.center().y), to(trunk, y)], accent);
                painter.line_segment([to(trunk, y), to(node.at.x, y)], accent);
            } else if is_seen {
                painter.line_segment([to(trunk, y), to(node.at.x, y)], plain);
            }
        }
    }
}

/// What was pressed among the nodes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pressed {
    pub(super) chosen: Option<PersonId>,
    pub(super) opened: Option<PersonId>,
    pub(super) turned: Option<PersonId>,
    pub(super) lifted: Option<PersonId>,
}

/// What a node says.
fn face(scene: &Scene<'_>, laid: &Laid, at: usize) -> Face {
    let words = scene.words;
    let points = |points: Option<rust_decimal::Decimal>| match points {
        Some(points) => words.with("structure-points-short", &[("points", scene.formats.decimal(points).into())]),
        None => "–".to_owned(),
    };
    let many = |new: usize| words.with("structure-new-count", &[("count", new.into())]);
    let Some(row) = laid.row(at) else {
        let whole = laid.whole();
        let me = |name: &str| words.with("structure-me", &[("name", name.into())]);
        let own = &scene.frame.me.name;
        let (name, shown) = (own.full(), me(own.given()));
        let new = if whole.new_users > 0 { many(whole.new_users) } else { String::new() };
        return Face { name, shown, points: points(whole.points), new, status: None };
    };
    let today = scene.now.date();
    let new = if row.new_in_branch > 0 {
        many(row.new_in_branch)
    } else if super::super::is_new(row, today) {
        words.get(super::super::new_role(row))
    } else {
        String::new()
    };
    let status = Some(Status::of(row, today, scene.now.local));
    let name = row.person.name.full();
    Face { shown: name.clone(), name, points: points(row.points), new, status }
}

/// Says a node to those who listen.
fn tell(ui: &Ui, scene: &Scene<'_>, response: &Response, laid: &Laid, at: usize, face: &Face, chosen: bool) {
    let name = || {
        let role = laid.row(at).map(|row| scene.words.get(super::super::role_key(row)));
        let status = face.status.map(|status| scene.words.get(status.words()));
        let name = if role.is_some() {
            face.name.clone()
        } else {
            scene.words.with("structure-me", &[("name", face.name.as_str().into())])
        };
        let parts = [Some(name), role, Some(face.points.clone()), Some(face.new.clone()), status];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, ui.is_enabled(), name()));
    let node = laid.layout.nodes.get(at);
    ui.ctx().accesskit_node_builder(response.id, |builder| {
        builder.set_selected(chosen);
        if let Some(node) = node {
            builder.set_level(usize::from(node.depth) + 1);
            if node.below > 0 {
                builder.set_expanded(node.children.is_some());
            }
        }
    });
}
