//! What is behind a figure: a list of the people, orders, readings, trainings and meetings that it counts, each a link.

use egui::{Color32, CursorIcon, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use rust_decimal::Decimal;
use sponsor_core::model::{EntryId, Mode, Money, PersonId, Role};
use sponsor_core::query::{BehindKind, BehindLine, BranchFigure, people_behind};

use super::ask::BehindQuestion;
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{Button, icon, modal, row, soft, split, text, text_cut};

/// How wide the list is, and how high at most.
const WIDTH: f32 = 560.0;
const HIGHEST: f32 = 420.0;

/// The figure that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Behind {
    /// Whose figure it is.
    pub(super) person: PersonId,
    /// Which.
    pub(super) figure: BranchFigure,
}

/// What happened in the list.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BehindAnswer {
    pub(super) closed: bool,
    /// Whom one wants to see.
    pub(super) person: Option<PersonId>,
}

/// A figure that opens what is behind it: its words, underlined under the pointer.
pub(super) fn figure(ui: &mut Ui, words: &str, name: &str, colour: Color32, sense: Sense) -> Response {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), TextSize::TabularMedium.font(), colour);
    let (rect, response) = ui.allocate_exact_size(galley.size(), sense);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    if response.hovered() {
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(stroke::HAIRLINE, colour));
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, Tokens::of(ui).accent);
        ui.painter().rect_stroke(rect.expand(3.0), radius::KEY, ring, StrokeKind::Inside);
    }
    ui.painter().galley(rect.min, galley, colour);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The key of what is read aloud for a figure, with its value and whose it is.
pub(super) const fn name_key(figure: BranchFigure) -> &'static str {
    match figure {
        BranchFigure::Points => "structure-behind-points",
        BranchFigure::NewUsers => "structure-behind-new",
        BranchFigure::InTraining => "structure-behind-training",
        BranchFigure::OwnOrder => "structure-behind-own-order",
        BranchFigure::Customers => "structure-behind-customers",
        BranchFigure::BroughtIn => "structure-behind-brought-in",
        BranchFigure::Teaches => "structure-behind-teaches",
    }
}

impl Behind {
    /// Shows the list over the window.
    pub(super) fn ui(self, ui: &Ui, scene: &mut Scene<'_>) -> BehindAnswer {
        let words = scene.words;
        let question = BehindQuestion { person: self.person, figure: self.figure, today: scene.now.date() };
        let Some(answer) = scene.ask_exact(&question) else { return BehindAnswer::default() };
        let (whose, lines) = (&answer.whose, &answer.lines);
        let values = [("name", whose.as_str().into()), ("value", self.value(scene, lines).into())];
        let title = words.with(name_key(self.figure), &values);
        let mut event = BehindAnswer::default();
        let shown = modal(ui.ctx(), "behind a figure", &title, &words.get("close"), WIDTH, |ui| {
            if matches!(lines.first().map(|line| &line.kind), Some(BehindKind::Reading { .. })) {
                soft(ui, &words.get("structure-behind-reading-note"));
            }
            if self.figure == BranchFigure::Teaches {
                soft(ui, &words.get("structure-behind-teaches-note"));
            }
            if lines.is_empty() {
                soft(ui, &words.get("structure-behind-nothing"));
            }
            ScrollArea::vertical().max_height(HIGHEST).auto_shrink([false, true]).show_rows(
                ui,
                height::TABLE_ROW,
                lines.len(),
                |ui, seen| {
                    for (index, line) in seen.clone().zip(lines.get(seen).into_iter().flatten()) {
                        ui.push_id(index, |ui| {
                            row(ui, index, height::TABLE_ROW, |ui| {
                                event.person = show(ui, scene, line).or(event.person);
                            });
                        });
                    }
                },
            );
        });
        event.closed = shown.closed;
        event
    }

    /// The figure itself, as its lines make it.
    fn value(self, scene: &Scene<'_>, lines: &[BehindLine]) -> String {
        let points = |points| scene.formats.decimal(points);
        match (self.figure, lines.first().map(|line| &line.kind)) {
            (BranchFigure::Points | BranchFigure::OwnOrder, Some(BehindKind::Reading { points: read, .. })) => {
                points(*read)
            }
            (BranchFigure::Points | BranchFigure::OwnOrder, _) => points(
                lines
                    .iter()
                    .filter_map(|line| match &line.kind {
                        BehindKind::Order { points, .. } => Some(*points),
                        _ => None,
                    })
                    .fold(Decimal::ZERO, Decimal::saturating_add),
            ),
            (BranchFigure::InTraining | BranchFigure::Teaches, _) => scene.formats.count(people_behind(lines).len()),
            _ => scene.formats.count(lines.len()),
        }
    }
}

/// A line: when, who, what; gives the person when they were pressed.
fn show(ui: &mut Ui, scene: &mut Scene<'_>, line: &BehindLine) -> Option<PersonId> {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let when = scene.formats.date_near(line.on, scene.now.date());
    let (sign, what, value, entry) = said(scene, &line.kind);
    let mut person = None;
    let mut open = false;
    split(
        ui,
        height::TABLE_ROW,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, sign, IconSize::Regular, tokens.soft);
            text(ui, &when, TextSize::SoftTabular, tokens.soft);
            if ui.add(Button::link(&line.person.full).small()).clicked() {
                person = Some(line.person.id);
            }
            text_cut(ui, &what, TextSize::Soft, tokens.soft);
        },
        |ui| {
            if entry.is_some() {
                let name = words.with("structure-behind-open", &[("what", what.as_str().into())]);
                open = ui.add(Button::quiet_icon(icons::OPEN, &name).small()).clicked();
            }
            text(ui, &value, TextSize::TabularMedium, tokens.ink);
        },
    );
    if let Some(id) = entry.filter(|_| open) {
        scene.go(Place::Entry { id, instance: None, day: Some(line.on) });
    }
    person
}

/// Icon, words, value, and the entry that it leads to.
fn said(scene: &Scene<'_>, kind: &BehindKind) -> (char, String, String, Option<EntryId>) {
    let words = scene.words;
    let short = |points| words.with("structure-points-short", &[("points", scene.formats.decimal(points).into())]);
    match kind {
        BehindKind::Reading { points, source } => {
            let read = words.get("read-from-site");
            let what = if source.is_empty() { read } else { format!("{read} · {source}") };
            (icons::FIGURES, what, short(*points), None)
        }
        BehindKind::Order { points, products, amount, .. } => {
            let money = |amount: &Money| scene.formats.money(amount.amount(), amount.currency().code());
            let value = match amount {
                Some(amount) => format!("{} · {}", short(*points), money(amount)),
                None => short(*points),
            };
            (icons::ORDER, products.clone(), value, None)
        }
        BehindKind::Registered(role) => {
            let (sign, key) = match role {
                Role::Partner => (icons::STAGE_PARTNER, "role-partner"),
                Role::Customer => (icons::STAGE_CUSTOMER, "role-customer"),
            };
            (sign, words.get(key), String::new(), None)
        }
        BehindKind::Training { id, title, mode } => {
            let key = match mode {
                Mode::InPerson => "in-person",
                Mode::Online => "online",
            };
            (icons::TRAINING, title.clone(), words.get(key), Some(*id))
        }
        BehindKind::Together { id, title } => (icons::TWO_PLUS_ONE, title.clone(), String::new(), Some(*id)),
    }
}
