//! A node that is dragged onto another: the person comes under them, with the whole branch.

use egui::{Align2, Context, CornerRadius, LayerId, Order, Pos2, Stroke, StrokeKind, vec2};
use sponsor_core::model::PersonId;

use super::laid::Laid;
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, radius, stroke};

/// Who is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    pub(super) person: PersonId,
}

/// What letting go would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing: there is nobody, or it is the sponsor already.
    Nothing,
    /// They come under this one.
    Under(PersonId),
    /// Refused: this one stands in their own branch.
    OwnBranch(PersonId),
}

impl Carried {
    /// What letting go over a node would do.
    pub(super) fn verdict(self, laid: &Laid, over: Option<usize>) -> Verdict {
        let Some(target) = over.and_then(|node| laid.person(node)) else { return Verdict::Nothing };
        let sponsor = laid.above(self.person).first().copied();
        if target == self.person || Some(target) == sponsor {
            Verdict::Nothing
        } else if laid.is_in_branch(target, self.person) {
            Verdict::OwnBranch(target)
        } else {
            Verdict::Under(target)
        }
    }

    /// What is said beside the pointer.
    pub(super) fn words(self, scene: &Scene<'_>, laid: &Laid, verdict: Verdict) -> String {
        let short = |id: PersonId| {
            let row = laid.row_of(id).map(|row| row.person.name.short());
            row.unwrap_or_else(|| scene.frame.me.name.short())
        };
        let name = short(self.person);
        match verdict {
            Verdict::Nothing => scene.words.with("structure-move-drop", &[("name", name.into())]),
            Verdict::Under(sponsor) => {
                let values = [("name", name.into()), ("sponsor", short(sponsor).into())];
                scene.words.with("structure-move-to", &values)
            }
            Verdict::OwnBranch(one) => {
                let values = [("name", name.into()), ("one", short(one).into())];
                scene.words.with("structure-move-own-branch", &values)
            }
        }
    }
}

/// Draws what is carried beside the pointer.
pub(super) fn tip(context: &Context, tokens: &Tokens, at: Pos2, words: &str, refused: bool) {
    let painter = context.layer_painter(LayerId::new(Order::Tooltip, egui::Id::unique("carried")));
    let ink = if refused { tokens.urgent } else { tokens.accent };
    let fill = if refused { tokens.urgent_soft } else { tokens.accent_soft };
    let galley = painter.layout_no_wrap(words.to_owned(), TextSize::SoftMedium.font(), ink);
    let rect = Align2::LEFT_TOP.anchor_size(at + vec2(14.0, 10.0), galley.size() + vec2(20.0, 12.0));
    let corner = CornerRadius::same(radius::BUTTON);
    painter.rect(rect, corner, fill, Stroke::new(stroke::HAIRLINE, ink), StrokeKind::Inside);
    painter.galley(rect.min + vec2(10.0, 6.0), galley, ink);
}
