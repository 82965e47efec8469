//! What is suggested for tomorrow: what is unfinished by priority, what is left of the week's plan, whom it is time to
//! hear. Each is taken by one key or click, or drawn onto an hour; nothing is added by itself.

use egui::{Role, Sense, Ui, WidgetInfo};
use sponsor_core::command::Command;
use sponsor_core::model::{Action, Entry, EntryKind, PlanAction, Priority, When};
use sponsor_core::query::{Item, PersonName, Silent};

use super::place::number_pressed;
use super::question::{EveningView, PlanShare};
use crate::app::Scene;
use crate::icons;
use crate::pages::diary::priority_look;
use crate::pages::today::decide::move_to;
use crate::pages::today::item::item_icon;
use crate::pages::today::people::ask_words;
use crate::pages::today::progress::{plan_icon, plan_name};
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, Pill, entry_title, icon, key_cap, row, soft, split, text_cut};
use crate::words::Words;

/// How many suggestions have a key.
const KEYED: usize = 5;
/// The height of a suggestion.
const TALL: f32 = 50.0;

/// A suggestion for the next day.
#[derive(Clone, Debug)]
pub enum Suggestion {
    /// Something unfinished.
    Open(Box<Item>),
    /// Something that is left of the week's plan.
    Plan(PlanShare),
    /// Somebody whom it is time to hear.
    Hear(Box<Silent>),
}

/// Everything that is suggested, in the order in which it is shown.
#[must_use]
pub fn suggestions(view: &EveningView) -> Vec<Suggestion> {
    // What asks how it went is told first, not moved.
    let mut open = view.open.clone();
    open.sort_by_key(|item| (item.priority, item.when.first_day(), item.id));
    let open = open.into_iter().chain(view.undated.iter().cloned()).map(|item| Suggestion::Open(Box::new(item)));
    let plan = view.plan.iter().cloned().map(Suggestion::Plan);
    let hear = view.silent.iter().cloned().map(|one| Suggestion::Hear(Box::new(one)));
    open.chain(plan).chain(hear).collect()
}

impl Suggestion {
    /// The command that takes it, at this time of the next day.
    pub fn take(&self, scene: &Scene<'_>, when: When) -> Command {
        let add = |entry: Entry| Command::AddEntry(Box::new(entry));
        match self {
            Self::Open(item) => match when {
                When::AllDay { from, .. } => move_to(item, from),
                to => Command::MoveEntry { entry: item.id, instance: item.instance, to },
            },
            Self::Plan(share) => add(plan_entry(scene, share, when)),
            Self::Hear(one) => {
                let person = &one.standing.person;
                let name = person.name.full();
                let mut call = Entry::new(scene.new_entry(), EntryKind::Call, &name, when, scene.now.local);
                call.people.push(person.id);
                call.note = ask_words(scene.words, scene.formats, &one.ask, &name);
                add(call)
            }
        }
    }

    /// Its title, as it is said.
    #[must_use]
    pub fn title(&self, words: &Words) -> String {
        match self {
            Self::Open(item) => item.title.clone(),
            Self::Plan(share) => plan_name(words, &share.row.action),
            Self::Hear(one) => one.standing.person.name.full(),
        }
    }

    fn people(&self) -> Vec<PersonName> {
        match self {
            Self::Open(item) => item.people.clone(),
            Self::Plan(_) => Vec::new(),
            Self::Hear(one) => {
                let person = &one.standing.person;
                vec![PersonName { id: person.id, full: person.name.full(), short: person.name.short() }]
            }
        }
    }

    fn detail(&self, scene: &Scene<'_>) -> String {
        match self {
            Self::Open(item) => {
                let day = item.when.first_day().map(|day| scene.formats.date_near(day, scene.today));
                day.unwrap_or_else(|| scene.words.get("evening-undated"))
            }
            Self::Plan(share) => {
                let values = [("left", share.left.into()), ("share", share.share.into())];
                scene.words.with("evening-plan-left", &values)
            }
            Self::Hear(one) => ask_words(scene.words, scene.formats, &one.ask, &one.standing.person.name.full()),
        }
    }

    const fn icon(&self) -> char {
        match self {
            Self::Open(item) => item_icon(item),
            Self::Plan(share) => plan_icon(&share.row.action),
            Self::Hear(_) => icons::CALL,
        }
    }
}

/// What a share of the plan becomes: one entry that stands for so many and counts in its row. New names are written by
/// themselves, so they are something to do.
fn plan_entry(scene: &Scene<'_>, share: &PlanShare, when: When) -> Entry {
    let name = plan_name(scene.words, &share.row.action);
    let title = scene.words.with("evening-plan-title", &[("count", share.share.into()), ("name", name.into())]);
    let kind = match &share.row.action {
        PlanAction::Action(Action::Call | Action::FollowUp | Action::Invitation) => EntryKind::Call,
        PlanAction::Action(Action::Meeting | Action::TwoPlusOne | Action::Presentation) => EntryKind::Meeting,
        PlanAction::Action(Action::Training) => EntryKind::Event,
        PlanAction::Action(Action::OnlinePost | Action::Own(_)) | PlanAction::NewNames => EntryKind::Task,
    };
    let mut entry = Entry::new(scene.new_entry(), kind, &title, when, scene.now.local);
    if let PlanAction::Action(action) = &share.row.action {
        (entry.action, entry.action_chosen) = (Some(action.clone()), true);
        entry.count = u16::try_from(share.share).unwrap_or(1).clamp(1, 1_000);
    }
    entry.priority = Priority::Necessary;
    entry
}

/// The number of a suggestion that is being drawn onto an hour.
#[derive(Clone, Copy, Debug)]
pub struct Carried(pub usize);

/// Shows what is suggested; the one that was taken for some time of the day.
pub fn suggestions_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, all: &[Suggestion]) -> Option<usize> {
    let title = scene.words.get("evening-suggested");
    if all.is_empty() {
        let words = scene.words.get("evening-suggested-empty");
        Card::new().title(&title).show(ui, |ui| soft(ui, &words));
        return None;
    }
    let mut taken = number_pressed(ui).filter(|number| *number < all.len().min(KEYED));
    Card::new().title(&title).show(ui, |ui| {
        soft(ui, &scene.words.get("evening-suggested-text"));
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut group = "";
        for (number, one) in all.iter().enumerate() {
            let (of, first) = (group_of(one), group != group_of(one));
            if first {
                ui.add_space(space::S);
                soft(ui, &scene.words.get(of));
            }
            group = of;
            if suggested_row(ui, scene, view, (number, first), one) {
                taken = Some(number);
            }
        }
    });
    taken
}

fn group_of(one: &Suggestion) -> &'static str {
    match one {
        Suggestion::Open(item) if item.when == When::Undated => "evening-undated",
        Suggestion::Open(_) => "evening-open",
        Suggestion::Plan(_) => "evening-from-plan",
        Suggestion::Hear(_) => "evening-to-hear",
    }
}

fn suggested_row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &EveningView,
    (number, first): (usize, bool),
    one: &Suggestion,
) -> bool {
    let tokens = Tokens::of(ui);
    let (title, detail) = (one.title(scene.words), one.detail(scene));
    let values = [("title", title.as_str().into()), ("date", view.target_words(scene).into())];
    let take = scene.words.with("evening-take", &values);
    let mut pressed = false;
    let shown = row(ui, usize::from(!first), TALL, |ui| {
        split(
            ui,
            TALL,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                crate::pages::today::item::cell(ui, 26.0, |ui| {
                    if number < KEYED {
                        key_cap(ui, &(number + 1).to_string());
                    }
                });
                icon(ui, one.icon(), IconSize::Regular, tokens.accent);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space((TALL - 38.0) / 2.0);
                    entry_title(ui, &title, &one.people(), TextSize::Strong, tokens.ink);
                    text_cut(ui, &detail, TextSize::Soft, tokens.soft);
                });
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                pressed = ui.add(Button::icon_only(icons::ADD, &take).small()).clicked();
                if let Suggestion::Open(item) = one
                    && item.priority != Priority::Other
                {
                    let look = priority_look(item.priority);
                    ui.add(Pill::priority(look, &look.word(scene.words)));
                }
            },
        );
    });
    drag(ui, scene, shown.response.rect, number, &title);
    pressed
}

/// The row can be drawn onto an hour; its words follow the pointer.
fn drag(ui: &Ui, scene: &Scene<'_>, rect: egui::Rect, number: usize, title: &str) {
    // Without the button at the right.
    let rect = rect.with_max_x(rect.right() - 130.0);
    let response = ui.interact(rect, ui.scope_id().with(("suggestion", number)), Sense::drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, scene.words.get("evening-drag")));
    response.dnd_set_drag_payload(Carried(number));
    let pointer = ui.ctx().pointer_interact_pos();
    if let Some(at) = pointer.filter(|_| response.dragged()) {
        let layer = egui::LayerId::new(egui::Order::Tooltip, ui.scope_id().with("carried"));
        let tokens = Tokens::of(ui);
        let painter = ui.ctx().layer_painter(layer);
        let words = painter.layout_no_wrap(title.to_owned(), TextSize::EntryStrong.font(), tokens.accent);
        let ground = egui::Rect::from_min_size(at + egui::vec2(10.0, 6.0), words.size() + egui::vec2(16.0, 10.0));
        let stroke = egui::Stroke::new(1.0, tokens.accent);
        painter.rect(ground, 6.0, tokens.accent_soft, stroke, egui::StrokeKind::Inside);
        painter.galley(ground.min + egui::vec2(8.0, 5.0), words, tokens.accent);
    }
    if response.hovered() && !response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
    }
}

/// A quiet line of what the plan of the week still has, for the card at the right.
pub fn plan_pills(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
    if view.plan.is_empty() {
        return;
    }
    soft(ui, &scene.words.get("evening-from-plan"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for share in &view.plan {
            let name = plan_name(scene.words, &share.row.action);
            let values = [("count", share.share.into()), ("name", name.to_lowercase().into())];
            ui.add(Pill::new(&scene.words.with("evening-plan-title", &values)));
        }
    });
    ui.add_space(space::S);
}
