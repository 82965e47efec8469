//! Figures of a person in plain lines: the branch this month, and the four of what they do themselves. Each opens what
//! is behind it.

use chrono::Datelike as _;
use egui::{Sense, Ui};
use rust_decimal::Decimal;
use sponsor_core::model::{FigurePeriod, Money, PersonId};
use sponsor_core::query::{BranchFigure, PersonView, StructureView};

use super::behind::{Behind, figure};
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{soft, split, text};

/// A line: what, and how much of it where that is known.
struct Line {
    figure: BranchFigure,
    label: String,
    value: Option<String>,
    /// There is something behind it.
    opens: bool,
}

/// The branch this month: points, new users, people in training.
pub(super) fn branch(ui: &mut Ui, scene: &Scene<'_>, structure: &StructureView, person: PersonId) -> Option<Behind> {
    let words = scene.words;
    let (points, new, training) = if person == scene.frame.me.id {
        (structure.whole.points, structure.whole.new_users, structure.whole.in_training)
    } else {
        let row = structure.rows.iter().find(|row| row.person.id == person)?;
        (row.points, row.new_in_branch, row.in_training)
    };
    let month = scene.formats.month(scene.now.date().month());
    let line = |figure, key: &str, value: Option<String>, opens| {
        let label = words.with(key, &[("month", month.as_str().into())]);
        Line { figure, label, value, opens }
    };
    let lines = [
        line(
            BranchFigure::Points,
            "structure-branch-points",
            points.map(|points| points_short(scene, points)),
            points.is_some(),
        ),
        line(BranchFigure::NewUsers, "structure-branch-new", Some(scene.formats.count(new)), new > 0),
        line(
            BranchFigure::InTraining,
            "structure-branch-training",
            training.map(|people| scene.formats.count(people)),
            training.is_some_and(|people| people > 0),
        ),
    ];
    show(ui, scene, person, &lines)
}

/// Own order this month, customers served, people brought in, whom they teach.
pub(super) fn own(ui: &mut Ui, scene: &Scene<'_>, view: &PersonView) -> Option<Behind> {
    let words = scene.words;
    let plain = view.plain.as_ref()?;
    let month = scene.formats.month(scene.now.date().month());
    let line = |figure, label: String, value: Option<String>, opens| Line { figure, label, value, opens };
    let count =
        |figure, key: &str, count: usize| line(figure, words.get(key), Some(scene.formats.count(count)), count > 0);
    let taught: Vec<&str> = plain.teaches.iter().map(|one| one.full.split(' ').next().unwrap_or(&one.full)).collect();
    let taught = match taught.as_slice() {
        [some @ .., _] if some.len() < 3 => Some(taught.join(", ")),
        [one, two, rest @ ..] => {
            let more = words.with("structure-and-more", &[("count", rest.len().into())]);
            Some(format!("{one}, {two} {more}"))
        }
        _ => None,
    };
    let teaches = taught.is_some();
    let lines = [
        line(
            BranchFigure::OwnOrder,
            words.with("structure-own-order", &[("month", month.into())]),
            plain.own_points.map(|points| own_order(scene, view, points)),
            plain.own_points.is_some(),
        ),
        count(BranchFigure::Customers, "structure-serves", plain.customers),
        count(BranchFigure::BroughtIn, "structure-brought-in", plain.brought_in),
        line(BranchFigure::Teaches, words.get("structure-teaches"), taught, teaches),
    ];
    show(ui, scene, view.row.person.id, &lines)
}

fn show(ui: &mut Ui, scene: &Scene<'_>, person: PersonId, lines: &[Line]) -> Option<Behind> {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let mut pressed = None;
    ui.spacing_mut().item_spacing.y = space::XS;
    for line in lines {
        let value = line.value.clone().unwrap_or_else(|| words.get("unknown-yet"));
        split(
            ui,
            22.0,
            |ui| soft(ui, &line.label),
            |ui| {
                if !line.opens {
                    let known = line.value.is_some();
                    let (size, colour) =
                        if known { (TextSize::TabularMedium, tokens.ink) } else { (TextSize::Soft, tokens.soft) };
                    text(ui, &value, size, colour);
                    return;
                }
                let name = format!("{}: {value}", line.label);
                let answer = figure(ui, &value, &name, tokens.ink, Sense::click());
                if answer.on_hover_text(words.get("structure-behind-tip")).clicked() {
                    pressed = Some(Behind { person, figure: line.figure });
                }
            },
        );
    }
    ui.spacing_mut().item_spacing.y = space::S;
    pressed
}

fn points_short(scene: &Scene<'_>, points: Decimal) -> String {
    scene.words.with("structure-points-short", &[("points", scene.formats.decimal(points).into())])
}

/// The points of this month's orders, and what they cost where every one says it in one currency.
fn own_order(scene: &Scene<'_>, view: &PersonView, points: Decimal) -> String {
    let month = FigurePeriod::month_of(scene.now.date());
    let days = month.first_day()..=scene.now.date();
    let orders: Vec<_> = view.orders.iter().filter(|order| days.contains(&order.on)).collect();
    let currency = orders.first().and_then(|order| order.amount.as_ref()).map(Money::currency);
    let mut amounts = orders.iter().map(|order| {
        let money = order.amount.as_ref()?;
        (Some(money.currency()) == currency).then(|| money.amount())
    });
    let points = points_short(scene, points);
    let sum = amounts.try_fold(Decimal::ZERO, |sum, amount| Some(sum.saturating_add(amount?)));
    match (sum, currency) {
        (Some(sum), Some(currency)) => format!("{points} · {}", scene.formats.money(sum, currency.code())),
        _ => points,
    }
}
