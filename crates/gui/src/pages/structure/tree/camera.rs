//! Which part of the tree is seen, and how large. Nothing here paints.

use egui::{Pos2, Rect, Vec2, vec2};

/// The zooms there are, so that letters are drawn in few sizes.
const ZOOMS: [f32; 8] = [0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.25, 1.5];
/// The place of 100 % among them.
const WHOLE: usize = 5;
/// The place of the furthest zoom among them at which names can be read.
const READABLE: usize = 3;
/// Room that is left around what is shown.
const MARGIN: f32 = 20.0;
/// How much of the tree stays in sight however far it is moved.
const STAYS: f32 = 80.0;
/// How far a pinch or the wheel goes before it is one zoom further.
const PINCH: f32 = 1.12;

/// What is seen of the tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Camera {
    /// Where the left top of the tree stands, from the left top of the room.
    offset: Vec2,
    step: usize,
    /// What was pinched since the last zoom.
    pinched: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { offset: vec2(MARGIN, MARGIN), step: WHOLE, pinched: 1.0 }
    }
}

impl Camera {
    /// How large everything is; 1 is as it was drawn.
    pub(super) fn zoom(&self) -> f32 {
        ZOOMS.get(self.step).copied().unwrap_or(1.0)
    }

    /// Where a point of the tree is seen in a room.
    pub(super) fn to_room(self, room: Rect, point: Pos2) -> Pos2 {
        room.min + self.offset + point.to_vec2() * self.zoom()
    }

    /// Where a part of the tree is seen in a room.
    pub(super) fn rect_to_room(self, room: Rect, rect: Rect) -> Rect {
        Rect::from_min_max(self.to_room(room, rect.min), self.to_room(room, rect.max))
    }

    /// The point of the tree that is seen at a place in a room.
    pub(super) fn to_tree(self, room: Rect, place: Pos2) -> Pos2 {
        ((place - room.min - self.offset) / self.zoom()).to_pos2()
    }

    /// The part of the tree that a room shows.
    pub(super) fn seen(self, room: Rect) -> Rect {
        Rect::from_min_max(self.to_tree(room, room.min), self.to_tree(room, room.max))
    }

    /// Moves what is seen.
    pub(super) fn pan(&mut self, by: Vec2) {
        self.offset += by;
    }

    /// One zoom closer (positive) or further, with what is seen at a place staying there.
    pub(super) fn zoom_by(&mut self, steps: i32, room: Rect, about: Pos2) {
        let held = self.to_tree(room, about);
        let last = i32::try_from(ZOOMS.len()).unwrap_or(1) - 1;
        let step = i32::try_from(self.step).unwrap_or(0).saturating_add(steps).clamp(0, last);
        self.step = usize::try_from(step).unwrap_or(WHOLE);
        self.offset += about - self.to_room(room, held);
    }

    /// Takes in the wheel with Ctrl, or a pinch.
    pub(super) fn pinch(&mut self, factor: f32, room: Rect, about: Pos2) {
        self.pinched *= factor;
        let step = if self.pinched >= PINCH {
            1
        } else if self.pinched <= PINCH.recip() {
            -1
        } else {
            return;
        };
        self.pinched = 1.0;
        self.zoom_by(step, room, about);
    }

    /// Shows all of the tree, not larger than drawn; where even the furthest is too near, the root stays in sight.
    pub(super) fn fit(&mut self, room: Rect, size: Vec2, root: Pos2) {
        let free = room.size() - Vec2::splat(2.0 * MARGIN);
        let fits = |zoom: f32| size.x * zoom <= free.x && size.y * zoom <= free.y;
        let found = (0..=WHOLE).rev().find(|step| ZOOMS.get(*step).is_some_and(|zoom| fits(*zoom)));
        self.step = found.unwrap_or(0);
        if found.is_some() {
            let rest = (room.size() - size * self.zoom()) / 2.0;
            self.offset = vec2(MARGIN.max(rest.x.min(MARGIN)), rest.y.max(MARGIN));
        } else {
            self.show_root(room, root);
        }
        self.fill(room, size);
    }

    /// As much of the tree as can be read at once: all of it where that is not too small, else as drawn.
    pub(super) fn begin(&mut self, room: Rect, size: Vec2, root: Pos2) {
        self.fit(room, size, root);
        if self.step < READABLE {
            self.as_drawn(room, size, root);
        }
    }

    /// Somebody who was looked for is shown large enough to be read.
    pub(super) fn come_near(&mut self, room: Rect, rect: Rect) {
        if self.step < READABLE {
            self.step = WHOLE;
            self.offset = room.size() / 2.0 - rect.center().to_vec2() * self.zoom();
        }
    }

    /// As drawn, with the root at the left and in the middle; the top of a tree that fits is not left empty.
    fn as_drawn(&mut self, room: Rect, size: Vec2, root: Pos2) {
        self.step = WHOLE;
        if size.y + 2.0 * MARGIN <= room.height() {
            self.offset = vec2(MARGIN, (room.height() - size.y) / 2.0);
        } else {
            self.show_root(room, root);
        }
        self.fill(room, size);
    }

    /// What would be left empty above or below is taken by what there is.
    fn fill(&mut self, room: Rect, size: Vec2) {
        let lowest = room.height() - MARGIN - size.y * self.zoom();
        self.offset.y = self.offset.y.clamp(lowest.min(MARGIN), MARGIN.max(lowest));
    }

    fn show_root(&mut self, room: Rect, root: Pos2) {
        self.offset = vec2(MARGIN, room.height() / 2.0 - root.y * self.zoom());
    }

    /// Moves as little as is needed for a part of the tree to be seen.
    pub(super) fn reveal(&mut self, room: Rect, rect: Rect) {
        let shown = self.rect_to_room(room, rect.expand(MARGIN));
        let along = |from: f32, to: f32, least: f32, most: f32| {
            if from < least {
                least - from
            } else if to > most {
                (most - to).max(least - from)
            } else {
                0.0
            }
        };
        self.offset.x += along(shown.left(), shown.right(), room.left(), room.right());
        self.offset.y += along(shown.top(), shown.bottom(), room.top(), room.bottom());
    }

    /// Keeps some of the tree in sight.
    pub(super) fn stay(&mut self, room: Rect, size: Vec2) {
        let size = size * self.zoom();
        let within = |offset: f32, size: f32, room: f32| offset.clamp(STAYS - size, (room - STAYS).max(STAYS - size));
        self.offset = vec2(within(self.offset.x, size.x, room.width()), within(self.offset.y, size.y, room.height()));
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const ROOM: Rect = Rect { min: pos2(100.0, 50.0), max: pos2(900.0, 650.0) };

    #[test]
    fn a_zoom_holds_what_is_under_the_pointer() {
        let mut camera = Camera::default();
        let about = pos2(400.0, 300.0);
        let held = camera.to_tree(ROOM, about);
        for steps in [-1, -2, 4, -9, 9] {
            camera.zoom_by(steps, ROOM, about);
            assert!((camera.to_tree(ROOM, about) - held).length() < 0.01);
        }
        assert!((camera.zoom() - 1.5).abs() < f32::EPSILON, "no larger than the largest");
    }

    #[test]
    fn all_of_a_tree_is_shown_in_the_room_there_is() {
        let mut camera = Camera::default();
        for size in [vec2(300.0, 200.0), vec2(1_100.0, 900.0), vec2(1_900.0, 300.0)] {
            camera.fit(ROOM, size, pos2(0.0, size.y / 2.0));
            let seen = camera.seen(ROOM);
            assert!(seen.contains(pos2(0.0, 0.0)) && seen.contains(size.to_pos2()), "{size:?} in {seen:?}");
            assert!(camera.zoom() <= 1.0);
        }
        camera.fit(ROOM, vec2(900.0, 90_000.0), pos2(0.0, 45_000.0));
        assert!(camera.seen(ROOM).contains(pos2(0.0, 45_000.0)), "the root is in sight");
    }

    #[test]
    fn what_is_chosen_comes_into_sight_and_what_is_seen_stays_where_it_is() {
        let mut camera = Camera::default();
        let before = camera;
        camera.reveal(ROOM, Rect::from_min_size(pos2(100.0, 100.0), vec2(192.0, 50.0)));
        assert_eq!(camera, before);
        let far = Rect::from_min_size(pos2(3_000.0, 2_000.0), vec2(192.0, 50.0));
        camera.reveal(ROOM, far);
        assert!(camera.seen(ROOM).contains_rect(far));
    }

    #[test]
    fn a_tree_is_never_lost_out_of_sight() {
        let mut camera = Camera::default();
        for by in [vec2(5_000.0, 0.0), vec2(-9_000.0, -9_000.0), vec2(0.0, 20_000.0)] {
            camera.pan(by);
            camera.stay(ROOM, vec2(500.0, 400.0));
            let tree = Rect::from_min_size(Pos2::ZERO, vec2(500.0, 400.0));
            assert!(camera.seen(ROOM).intersects(tree));
        }
    }

    #[test]
    fn the_wheel_goes_a_zoom_further_when_it_was_turned_far_enough() {
        let mut camera = Camera::default();
        camera.pinch(1.05, ROOM, ROOM.center());
        assert!((camera.zoom() - 1.0).abs() < f32::EPSILON);
        camera.pinch(1.08, ROOM, ROOM.center());
        assert!((camera.zoom() - 1.25).abs() < f32::EPSILON);
    }
}
