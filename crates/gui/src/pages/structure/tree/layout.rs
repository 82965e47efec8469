//! Where the nodes of the tree stand. It is worked out once for an answer and what is folded; nothing here paints.
//!
//! The tree grows from left to right: a column a generation, those who have nobody shown below them one under another,
//! and whoever brought others in at the middle of theirs, or near the top where these are many. Lengths are in points
//! at a zoom of 100 %.

use std::collections::HashMap;

use egui::{Pos2, Rect, Vec2, pos2, vec2};
use sponsor_core::model::PersonId;

/// The size of a node.
pub(super) const NODE: Vec2 = vec2(192.0, 50.0);
/// From the left of a column to the left of the next.
pub(super) const COLUMN: f32 = 240.0;
/// From the top of a node to the top of the next one below.
pub(super) const ROW: f32 = 64.0;
/// What stands further apart than a row: people whom different sponsors brought in.
const APART: f32 = 8.0;
/// The furthest that somebody stands below the first of theirs, so that of many some are seen beside them.
const NEAR: f32 = 4.0 * ROW;
/// How far before the next column the line stands from which its nodes hang.
pub(super) const TRUNK: f32 = 13.0;

/// Somebody in the tree, as the layout needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Who.
    pub(super) id: PersonId,
    /// How deep below the root, which is 0.
    pub(super) depth: u16,
}

/// A node that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// Its index among the members.
    pub(super) member: usize,
    /// The node that it hangs from; none for the root.
    pub(super) parent: Option<usize>,
    /// Generations below the root.
    pub(super) depth: u16,
    /// Its left top.
    pub(super) at: Pos2,
    /// How many stand below it, shown or not.
    pub(super) below: usize,
    /// The first and the last node that hang from it; none while it is folded or has nobody.
    pub(super) children: Option<(usize, usize)>,
}

impl Node {
    /// The room it takes.
    pub(super) const fn rect(&self) -> Rect {
        Rect { min: self.at, max: pos2(self.at.x + NODE.x, self.at.y + NODE.y) }
    }

    /// Whether those below it are hidden.
    pub(super) const fn is_folded(&self) -> bool {
        self.below > 0 && self.children.is_none()
    }
}

/// A way from a node to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To the one who brought them in.
    Out,
    /// To those whom they brought in.
    In,
    /// To the one above in the same column.
    Up,
    /// To the one below in the same column.
    Down,
}

/// The nodes that are shown, each branch whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) nodes: Vec<Node>,
    /// The room that all of them take.
    pub(super) size: Vec2,
    places: HashMap<PersonId, usize>,
}

/// How many generations are open at first: as many as show no more people than `most`, but always one.
pub(super) fn first_levels(members: &[Member], most: usize) -> u16 {
    let mut counts: Vec<usize> = Vec::new();
    for member in members {
        let depth = usize::from(member.depth);
        if counts.len() <= depth {
            counts.resize(depth + 1, 0);
        }
        if let Some(count) = counts.get_mut(depth) {
            *count += 1;
        }
    }
    let mut shown = counts.first().copied().unwrap_or(0);
    let mut levels = 0;
    for count in counts.iter().skip(1) {
        shown += count;
        if shown > most && levels > 0 {
            break;
        }
        levels += 1;
    }
    levels.max(1)
}

impl Layout {
    /// Lays out members, who come each branch whole with the root first. `is_open` says who shows those below.
    pub(super) fn of(members: &[Member], is_open: impl Fn(&Member) -> bool) -> Self {
        let mut layout = Self { nodes: shown(members, is_open), ..Self::default() };
        layout.stack_up();
        layout.places = (0..layout.nodes.len())
            .filter_map(|at| Some((members.get(layout.nodes.get(at)?.member)?.id, at)))
            .collect();
        layout
    }

    /// Gives every node its place: first those with nobody below, from the top; then, from the last to the first, those
    /// above them beside theirs.
    fn stack_up(&mut self) {
        let mut next = 0.0;
        let mut before: Option<Option<usize>> = None;
        for node in &mut self.nodes {
            node.at.x = f32::from(node.depth) * COLUMN;
            self.size.x = self.size.x.max(node.at.x + NODE.x);
            if node.children.is_none() {
                if before.is_some_and(|parent| parent != node.parent) {
                    next += APART;
                }
                before = Some(node.parent);
                node.at.y = next;
                self.size.y = next + NODE.y;
                next += ROW;
            }
        }
        for at in (0..self.nodes.len()).rev() {
            let Some((first, last)) = self.nodes.get(at).and_then(|node| node.children) else { continue };
            let (Some(top), Some(bottom)) = (self.nodes.get(first), self.nodes.get(last)) else { continue };
            let middle = f32::midpoint(top.at.y, bottom.at.y).min(top.at.y + NEAR);
            if let Some(node) = self.nodes.get_mut(at) {
                node.at.y = middle;
            }
        }
    }

    /// The index of somebody's node, while it is shown.
    pub(super) fn place(&self, id: PersonId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// The node under a point.
    pub(super) fn hit(&self, point: Pos2) -> Option<usize> {
        self.nodes.iter().position(|node| node.rect().contains(point))
    }

    /// The room that the lines from a node to those below it take; none where there are none.
    pub(super) fn lines(&self, at: usize) -> Option<Rect> {
        let node = self.nodes.get(at)?;
        let (first, last) = node.children?;
        let (first, last) = (self.nodes.get(first)?, self.nodes.get(last)?);
        let left = pos2(node.at.x + NODE.x, first.at.y);
        Some(Rect::from_min_max(left, pos2(first.at.x, last.at.y + NODE.y)))
    }

    /// The nodes on the way from the root to a node, both with them.
    pub(super) fn path(&self, to: usize) -> Vec<usize> {
        let mut path: Vec<usize> =
            std::iter::successors(Some(to), |at| self.nodes.get(*at).and_then(|node| node.parent)).collect();
        path.reverse();
        path
    }

    /// Where a step leads from a node; none where there is nobody.
    pub(super) fn step(&self, from: usize, step: Step) -> Option<usize> {
        let node = self.nodes.get(from)?;
        let same = |at: &usize| self.nodes.get(*at).is_some_and(|other| other.depth == node.depth);
        match step {
            Step::Out => node.parent,
            Step::In => {
                let (first, last) = node.children?;
                let hangs = |at: &usize| self.nodes.get(*at).is_some_and(|other| other.parent == Some(from));
                let far = |at: &usize| self.nodes.get(*at).map_or(f32::MAX, |other| (other.at.y - node.at.y).abs());
                (first..=last).filter(hangs).min_by(|one, other| far(one).total_cmp(&far(other)))
            }
            Step::Up => (0..from).rev().find(same),
            Step::Down => (from + 1..self.nodes.len()).find(same),
        }
    }
}

/// The nodes of those whose every sponsor is open, without their heights.
fn shown(members: &[Member], is_open: impl Fn(&Member) -> bool) -> Vec<Node> {
    let below = below(members);
    let mut nodes: Vec<Node> = Vec::new();
    // The nodes from the root to the one laid last, one a generation.
    let mut way: Vec<usize> = Vec::new();
    let mut hidden: Option<u16> = None;
    for (member, (one, below)) in members.iter().zip(below).enumerate() {
        if hidden.is_some_and(|depth| one.depth > depth) {
            continue;
        }
        hidden = (below > 0 && !is_open(one)).then_some(one.depth);
        way.truncate(usize::from(one.depth));
        let parent = way.last().copied();
        let at = nodes.len();
        if let Some(parent) = parent.and_then(|parent| nodes.get_mut(parent)) {
            let first = parent.children.map_or(at, |(first, _)| first);
            parent.children = Some((first, at));
        }
        way.push(at);
        nodes.push(Node { member, parent, depth: one.depth, at: Pos2::ZERO, below, children: None });
    }
    nodes
}

/// How many stand below each member.
fn below(members: &[Member]) -> Vec<usize> {
    let mut below = vec![0; members.len()];
    let mut open: Vec<usize> = Vec::new();
    for at in (0..members.len()).rev() {
        let Some(member) = members.get(at) else { continue };
        let mut count = 0;
        while let Some(other) = open.last().copied() {
            if members.get(other).is_none_or(|other| other.depth <= member.depth) {
                break;
            }
            count += 1 + below.get(other).copied().unwrap_or(0);
            open.pop();
        }
        if let Some(slot) = below.get_mut(at) {
            *slot = count;
        }
        open.push(at);
    }
    below
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tree(depths: &[u16]) -> Vec<Member> {
        let id = |at: usize| {
            let mut bytes = [0; 16];
            bytes[..8].copy_from_slice(&u64::try_from(at).unwrap().to_be_bytes());
            PersonId::from_bytes(bytes)
        };
        depths.iter().enumerate().map(|(at, depth)| Member { id: id(at), depth: *depth }).collect()
    }

    #[test]
    fn whoever_brought_others_in_stands_at_the_middle_of_theirs() {
        let layout = Layout::of(&tree(&[0, 1, 2, 2, 2, 1]), |_| true);
        let tops: Vec<f32> = layout.nodes.iter().map(|node| node.at.y).collect();
        assert_eq!(tops, [132.0, 64.0, 0.0, 64.0, 128.0, 200.0]);
        let lefts: Vec<f32> = layout.nodes.iter().map(|node| node.at.x / COLUMN).collect();
        assert_eq!(lefts, [0.0, 1.0, 2.0, 2.0, 2.0, 1.0]);
        assert_eq!(layout.size, vec2(2.0 * COLUMN + NODE.x, 200.0 + NODE.y));
    }

    #[test]
    fn whoever_brought_in_many_stands_where_the_first_of_them_are_seen() {
        let many: Vec<u16> = std::iter::once(0).chain(std::iter::repeat_n(1, 700)).collect();
        let layout = Layout::of(&tree(&many), |_| true);
        assert!((layout.nodes[0].at.y - NEAR).abs() < f32::EPSILON);
    }

    #[test]
    fn a_folded_branch_says_how_many_it_hides() {
        let members = tree(&[0, 1, 2, 3, 2, 1]);
        let folded = members[1].id;
        let layout = Layout::of(&members, |member| member.id != folded);
        let below: Vec<_> = layout.nodes.iter().map(|node| (node.below, node.is_folded())).collect();
        assert_eq!(below, [(5, false), (3, true), (0, false)]);
        assert_eq!(layout.place(members[3].id), None);
        assert_eq!(layout.place(members[5].id), Some(2));
    }

    #[test]
    fn at_first_as_many_generations_are_open_as_are_seen_well() {
        let members = tree(&[0, 1, 2, 2, 3, 3, 3, 1]);
        assert_eq!([1, 4, 5, 7, 8].map(|most| first_levels(&members, most)), [1, 1, 2, 2, 3]);
        assert_eq!(first_levels(&tree(&[0]), 30), 1);
    }

    #[test]
    fn arrows_walk_to_sponsor_to_those_brought_in_and_within_a_generation() {
        let layout = Layout::of(&tree(&[0, 1, 2, 2, 2, 1, 2]), |_| true);
        assert_eq!(layout.step(1, Step::Out), Some(0));
        assert_eq!(layout.step(0, Step::Out), None);
        assert_eq!(layout.step(1, Step::In), Some(3), "the one at the same height");
        assert_eq!(layout.step(4, Step::In), None);
        assert_eq!(layout.step(4, Step::Down), Some(6), "over to the next branch");
        assert_eq!(layout.step(5, Step::Up), Some(1));
        assert_eq!(layout.step(2, Step::Up), None);
        assert_eq!(layout.path(6), [0, 5, 6]);
    }

    #[test]
    fn a_line_of_five_thousand_one_below_another_is_laid_out() {
        let depths: Vec<u16> = (0..5_000).collect();
        let layout = Layout::of(&tree(&depths), |_| true);
        assert_eq!((layout.nodes.len(), layout.nodes[0].below), (5_000, 4_999));
        assert!(layout.nodes.iter().all(|node| node.at.y == 0.0));
    }

    /// Depths of a tree: each at most one deeper than the one before.
    fn depths() -> impl Strategy<Value = Vec<u16>> {
        proptest::collection::vec(0_u16..6, 0..120).prop_map(|numbers| {
            let mut depths = vec![0];
            for number in numbers {
                let deepest = depths.last().copied().unwrap_or(0) + 1;
                depths.push(1 + number % deepest);
            }
            depths
        })
    }

    proptest! {
        #[test]
        fn no_node_lies_over_another_and_every_step_can_be_taken_back(depths in depths(), folded in 0_usize..9) {
            let members = tree(&depths);
            let layout = Layout::of(&members, |member| {
                folded < 2 || usize::from(member.id.to_bytes()[7]) % folded != 1
            });
            for (at, node) in layout.nodes.iter().enumerate() {
                let below = layout.step(at, Step::Down);
                if let Some(below) = below.and_then(|below| layout.nodes.get(below)) {
                    prop_assert!(below.at.y >= node.at.y + ROW, "{:?} over {:?}", below, node);
                }
                if let Some((first, last)) = node.children {
                    prop_assert!(layout.nodes[first].at.y <= node.at.y && node.at.y <= layout.nodes[last].at.y);
                    let inside = layout.step(at, Step::In).unwrap();
                    prop_assert_eq!(layout.step(inside, Step::Out), Some(at));
                }
                prop_assert!(node.at.y + NODE.y <= layout.size.y && node.at.x + NODE.x <= layout.size.x);
                prop_assert_eq!(layout.hit(node.rect().center()), Some(at));
            }
        }
    }
}
