//! The tree of an answer: who stands in it from a chosen root down, and where.

use std::collections::HashMap;
use std::sync::Arc;

use sponsor_core::model::PersonId;
use sponsor_core::query::{StructureRow, StructureView, WholeFigures};

use super::layout::{Layout, Member, first_levels};
use crate::pages::structure::shown::Tab;

/// How many people are seen well at once: no more generations are open at first than show so many.
const SEEN_WELL: usize = 24;

/// From what a tree is laid out; while it is the same, so is the tree.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) view: Arc<StructureView>,
    pub(super) tab: Tab,
    /// The user, who stands above everybody.
    pub(super) me: PersonId,
    /// The one from whom on it is shown.
    pub(super) root: PersonId,
    /// How often a branch was folded or unfolded.
    pub(super) turns: u64,
}

/// A tree that is laid out.
#[derive(Debug)]
pub(super) struct Laid {
    plan: Plan,
    members: Vec<Member>,
    /// The row of each member; none for the user.
    rows: Vec<Option<usize>>,
    /// The row of everybody in the answer.
    all: HashMap<PersonId, usize>,
    pub(super) layout: Layout,
}

impl Laid {
    /// Lays out the tree; `turned` says which branches were opened or folded by hand.
    pub(super) fn of(plan: Plan, turned: &HashMap<PersonId, bool>) -> Self {
        let all: HashMap<_, _> = plan.view.rows.iter().enumerate().map(|(at, row)| (row.person.id, at)).collect();
        let (members, rows) = members(&plan, &all);
        let levels = first_levels(&members, SEEN_WELL);
        let open = |member: &Member| turned.get(&member.id).copied().unwrap_or(member.depth < levels);
        let layout = Layout::of(&members, open);
        Self { plan, members, rows, all, layout }
    }

    /// Whether it is of this plan.
    pub(super) fn is_of(&self, plan: &Plan) -> bool {
        let own = &self.plan;
        Arc::ptr_eq(&own.view, &plan.view)
            && (own.tab, own.me, own.root, own.turns) == (plan.tab, plan.me, plan.root, plan.turns)
    }

    /// The row of a node; none for the user.
    pub(super) fn row(&self, node: usize) -> Option<&StructureRow> {
        let member = self.layout.nodes.get(node)?.member;
        self.rows.get(member).copied().flatten().and_then(|row| self.plan.view.rows.get(row))
    }

    /// Who stands at a node.
    pub(super) fn person(&self, node: usize) -> Option<PersonId> {
        let member = self.layout.nodes.get(node)?.member;
        self.members.get(member).map(|member| member.id)
    }

    /// The row of somebody, in the tree or not.
    pub(super) fn row_of(&self, person: PersonId) -> Option<&StructureRow> {
        self.all.get(&person).and_then(|row| self.plan.view.rows.get(*row))
    }

    /// How many stand in the tree, shown or folded, without the user.
    pub(super) fn count(&self) -> usize {
        self.rows.iter().flatten().count()
    }

    /// How many of them are shown.
    pub(super) fn shown(&self) -> usize {
        (0..self.layout.nodes.len()).filter(|node| self.row(*node).is_some()).count()
    }

    /// The figures of the whole.
    pub(super) fn whole(&self) -> &WholeFigures {
        &self.plan.view.whole
    }

    /// Those above somebody, the nearest first, the user last.
    pub(super) fn above(&self, person: PersonId) -> Vec<PersonId> {
        let sponsor = |id: &PersonId| {
            let own = self.row_of(*id)?.person.registration.as_ref()?;
            Some(own.sponsor)
        };
        std::iter::successors(sponsor(&person), sponsor).take(self.all.len() + 1).collect()
    }

    /// Whether somebody is a person or stands in the person's branch.
    pub(super) fn is_in_branch(&self, one: PersonId, head: PersonId) -> bool {
        one == head || self.above(one).contains(&head)
    }

    /// Everybody from a head down, shown or folded, and whether it is the root; all of the tree without a head.
    pub(super) fn branch(&self, head: Option<PersonId>) -> impl Iterator<Item = (PersonId, bool)> {
        let from = head.and_then(|head| self.members.iter().position(|member| member.id == head)).unwrap_or(0);
        let (first, rest) = self.members.get(from..).and_then(<[_]>::split_first).unzip();
        let depth = first.map_or(0, |first| first.depth);
        let below = rest.into_iter().flatten().take_while(move |member| member.depth > depth);
        first.into_iter().chain(below).enumerate().map(move |(at, member)| (member.id, from + at == 0))
    }

    /// Whether somebody stands in the tree from its root down, shown or folded.
    pub(super) fn holds(&self, person: PersonId) -> bool {
        self.members.iter().any(|member| member.id == person)
    }
}

/// Who stands in the tree from the root down: those of the tab, and whoever is needed to hang them from.
fn members(plan: &Plan, all: &HashMap<PersonId, usize>) -> (Vec<Member>, Vec<Option<usize>>) {
    let rows = &plan.view.rows;
    let (first, above) = match all.get(&plan.root) {
        Some(row) => (*row, rows.get(*row).map_or(0, |row| row.depth)),
        None => (0, 0),
    };
    let below = rows.get(first).filter(|_| all.contains_key(&plan.root)).map(|row| row.below);
    let range = below.map_or(0..rows.len(), |below| first..(first + below + 1).min(rows.len()));
    let mut kept: Vec<(Member, Option<usize>)> = Vec::new();
    let mut needed = 0;
    for at in range.rev() {
        let Some(row) = rows.get(at) else { continue };
        if plan.tab.takes(row) || row.depth < needed || row.person.id == plan.root {
            needed = row.depth;
            kept.push((Member { id: row.person.id, depth: row.depth - above }, Some(at)));
        }
    }
    if below.is_none() {
        kept.push((Member { id: plan.me, depth: 0 }, None));
    }
    kept.reverse();
    kept.into_iter().unzip()
}
