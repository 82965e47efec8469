//! «Спомни си още хора»: one prompt at a time, names typed in a row, and who was added below.

use std::collections::HashSet;

use egui::{Align, CornerRadius, Frame, Id, Key, Layout, Modifiers, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::memory_prompts::{PromptGroup, groups};
use sponsor_core::model::{PersonId, RecordKind};
use sponsor_core::query::{self, NewName, View};
use sponsor_core::store::StoreError;

use super::quick::QuickNameForm;
use super::typed::{QuickLine, quick_line};
use crate::app::{FormKey, FormKind, Question, Scene};
use crate::icons;
use crate::pages::search::search;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};
use crate::widgets::{
    Below, Button, Card, Chip, Field, Tone, icon, key_hint, page_header, page_margin, progress_bar, row, soft, split,
    text,
};

/// How wide the groups are.
const GROUPS: f32 = 232.0;
/// How wide the column with the prompt grows.
const COLUMN: f32 = 760.0;

/// Asks what stands beside the prompts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct JoggerAsk(chrono::NaiveDate);

impl Question for JoggerAsk {
    type Answer = query::Jogger;

    const SHOWS: &'static [RecordKind] =
        &[RecordKind::Person, RecordKind::PlanItem, RecordKind::Entry, RecordKind::Settings];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        query::jogger(view, self.0)
    }
}

/// The jogger as it was left.
#[derive(Debug, Default)]
pub(super) struct Jogger {
    group: usize,
    prompt: usize,
    /// The city of the name before, which the next one gets, too.
    city: Option<String>,
    /// The person that the text becomes, so that Enter twice does not make two.
    becomes: Option<PersonId>,
    /// Whom it brought to the list since it was opened: an import of the same day does not stand among them.
    added: HashSet<PersonId>,
    begun: bool,
}

fn form_key() -> FormKey {
    FormKey::about(FormKind::QuickName, "jogger")
}

fn name_id() -> Id {
    Id::unique("jogger name")
}

impl Jogger {
    /// Shows the page; tells whether it should close.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        if scene.was_saved(&form_key()) {
            self.becomes = None;
        }
        if !std::mem::replace(&mut self.begun, true) {
            ui.memory_mut(|memory| memory.request_focus(name_id()));
        }
        let mut close = self.keys(ui);
        let beside = scene.ask(&JoggerAsk(scene.today));
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            close |= header(ui, scene, beside.as_deref());
            let room = ui.available_rect_before_wrap();
            let left = Rect::from_min_size(room.min, vec2(GROUPS, room.height()));
            let right = Rect::from_min_max(pos2(left.right() + space::L, room.top()), room.max);
            ui.scope_builder(UiBuilder::new().id_salt("groups").max_rect(left), |ui| self.groups(ui, scene));
            let mut column = right;
            column.max.x = column.max.x.min(column.min.x + COLUMN);
            let builder = UiBuilder::new().id_salt("prompt").max_rect(column).layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing.y = space::L;
                self.prompt(ui, scene);
                if let Some(beside) = &beside {
                    let typed = |one: &&NewName| self.added.contains(&one.id);
                    let typed: Vec<_> = beside.today.iter().filter(typed).cloned().collect();
                    added(ui, scene, &typed);
                }
            });
            ui.advance_cursor_after_rect(room);
        });
        close
    }

    /// The next and the previous prompt by key, while a name is typed, too; Escape leaves. Tells whether it does.
    fn keys(&mut self, ui: &Ui) -> bool {
        if super::is_covered(ui) {
            return false;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let next = pressed(Modifiers::NONE, Key::PageDown) | pressed(Modifiers::ALT, Key::ArrowDown);
        let before = pressed(Modifiers::NONE, Key::PageUp) | pressed(Modifiers::ALT, Key::ArrowUp);
        if next {
            self.go_on();
        }
        if before {
            self.go_back();
        }
        pressed(Modifiers::NONE, Key::Escape)
    }

    fn current(&self) -> Option<&'static PromptGroup> {
        groups().get(self.group)
    }

    fn go_on(&mut self) {
        let count = self.current().map_or(0, |group| group.prompts.len());
        if self.prompt + 1 < count {
            self.prompt += 1;
        } else {
            self.group = if self.group + 1 < groups().len() { self.group + 1 } else { 0 };
            self.prompt = 0;
        }
    }

    fn go_back(&mut self) {
        if self.prompt > 0 {
            self.prompt -= 1;
            return;
        }
        self.group = self.group.checked_sub(1).unwrap_or(groups().len().saturating_sub(1));
        self.prompt = self.current().map_or(0, |group| group.prompts.len().saturating_sub(1));
    }

    /// The groups; the chosen one begins with its first prompt.
    fn groups(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let language = scene.words.language();
        Card::new().padding(8).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let most = ui.available_height() - space::L;
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                for (at, group) in groups().iter().enumerate() {
                    let count = scene.formats.count(group.prompts.len());
                    if group_row(ui, group.title(language), &count, at == self.group) {
                        (self.group, self.prompt) = (at, 0);
                        ui.memory_mut(|memory| memory.request_focus(name_id()));
                    }
                }
            });
        });
    }

    /// The prompt, large, with the field for names below it.
    fn prompt(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let Some(group) = self.current() else { return };
        let language = scene.words.language();
        let Some(prompt) = group.prompts.get(self.prompt) else { return };
        let place = scene
            .words
            .with("count-of-total", &[("done", (self.prompt + 1).into()), ("total", group.prompts.len().into())]);
        let (mut next, mut before) = (false, false);
        Card::new().edged().padding(24).show(ui, |ui| {
            let tokens = Tokens::of(ui);
            let words = scene.words;
            split(
                ui,
                height::BUTTON,
                |ui| soft(ui, &format!("{} · {place}", group.title(language))),
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let (after, back) = (words.get("jogger-next"), words.get("jogger-before"));
                    next = ui.add(Button::plain(&after).trailing(icons::RIGHT).keys("PgDn").small()).clicked();
                    before = ui.add(Button::icon_only(icons::LEFT, &back).small()).clicked();
                },
            );
            text(ui, prompt.words(language), TextSize::Question, tokens.ink);
            ui.add_space(space::S);
            self.name(ui, scene);
        });
        if next {
            self.go_on();
        }
        if before {
            self.go_back();
        }
        if next || before {
            ui.memory_mut(|memory| memory.request_focus(name_id()));
        }
    }

    fn name(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let key = form_key();
        let QuickNameForm { text: typed, not_a_city } = scene.form(&key, QuickNameForm::default).clone();
        let home = scene.frame.settings.home_city.clone();
        let kept = self.city.clone().unwrap_or_else(|| home.clone());
        let line = quick_line(&typed, &[home.as_str(), kept.as_str()], &not_a_city);
        let city = if line.city.is_empty() { kept } else { line.city.clone() };
        let below = if city.is_empty() {
            scene.words.get("list-goes-no-city")
        } else {
            scene.words.with("jogger-city", &[("city", city.as_str().into())])
        };
        let [label, hint, add] = ["list-quick-name", "jogger-hint", "add"].map(|key| scene.words.get(key));
        let width = ui.available_width() - 136.0;
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let form = scene.form(&key, QuickNameForm::default);
            let field = Field::new(&label, &mut form.text).hint(&hint).hide_label().id(name_id()).width(width);
            let answer = field.text_size(TextSize::Answer).below(Some(Below::Note(below))).show(ui);
            committed = answer.committed;
            committed |= ui.add(Button::primary(&add).large().keys("Enter").width(124.0)).clicked();
            if committed {
                answer.response.request_focus();
            }
        });
        take_off_city(ui, scene, &line);
        if !line.is_guess {
            self.kept_city(ui, scene, &home);
        }
        if committed {
            self.add(scene, &line, city);
        }
    }

    /// The city of the name before, which the next one gets, too, to be taken off where it is another than one's own.
    fn kept_city(&mut self, ui: &mut Ui, scene: &Scene<'_>, home: &str) {
        let Some(city) = self.city.as_ref().filter(|city| !city.is_empty() && *city != home) else { return };
        let remove = scene.words.with("jogger-not-this-city", &[("city", city.as_str().into())]);
        let chip = Chip::new(city).icon(icons::OTHER_CITIES).tone(Tone::Accent).removable(&remove).show(ui);
        if chip.removed {
            self.city = None;
            ui.memory_mut(|memory| memory.request_focus(name_id()));
        }
    }

    fn add(&mut self, scene: &mut Scene<'_>, line: &QuickLine, city: String) {
        let id = *self.becomes.get_or_insert_with(|| scene.new_person());
        let Some(person) = line.person(id, &city, scene.today) else { return };
        self.city = Some(city);
        self.added.insert(id);
        scene.save(form_key(), Command::AddPeople(vec![person]));
    }
}

/// The city that was recognised at the end of the name, to be taken off where it is part of the name.
fn take_off_city(ui: &mut Ui, scene: &mut Scene<'_>, line: &QuickLine) {
    if !line.is_guess {
        return;
    }
    let remove = scene.words.with("list-not-a-city", &[("city", line.city.as_str().into())]);
    let chip = Chip::new(&line.city).icon(icons::OTHER_CITIES).tone(Tone::Accent).removable(&remove).show(ui);
    if chip.removed {
        let form = scene.form(&form_key(), QuickNameForm::default);
        form.not_a_city.clone_from(&line.city);
        ui.memory_mut(|memory| memory.request_focus(name_id()));
    }
}

/// Title, the week's new names against the plan, and the way back; tells whether it was taken.
fn header(ui: &mut Ui, scene: &mut Scene<'_>, beside: Option<&query::Jogger>) -> bool {
    let words = scene.words;
    let count = beside.map(|beside| match beside.planned {
        0 => words.with("list-new-this-week", &[("count", i64::from(beside.this_week).into())]),
        planned => words.with(
            "jogger-week",
            &[("done", i64::from(beside.this_week).into()), ("planned", i64::from(planned).into())],
        ),
    });
    let mut close = false;
    page_header(
        ui,
        &words.get("jogger-title"),
        &count.unwrap_or_default(),
        |ui, _| {
            if let Some(beside) = beside.filter(|beside| beside.planned > 0) {
                let share = f32::from(u16::try_from(beside.this_week.min(beside.planned)).unwrap_or(u16::MAX))
                    / f32::from(u16::try_from(beside.planned).unwrap_or(u16::MAX));
                progress_bar(ui, share, 120.0, &words.get("today-plan-new-names"));
            }
        },
        |ui, fold| {
            close = ui.add(Button::plain(&words.get("jogger-done")).icon(icons::DONE).folded(fold.main())).clicked();
            search(ui, scene, fold);
        },
    );
    close
}

fn group_row(ui: &mut Ui, title: &str, count: &str, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::MENU_ITEM), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, title));
    let fill = if chosen {
        tokens.accent_soft
    } else if response.hovered() || response.has_focus() {
        tokens.hovered(tokens.card)
    } else {
        tokens.card
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BUTTON), fill);
    let inside = rect.shrink2(vec2(space::S, 0.0));
    let mut inner = ui.new_child(UiBuilder::new().id_salt(title).max_rect(inside));
    let (size, ink) = if chosen { (TextSize::Medium, tokens.accent) } else { (TextSize::Body, tokens.ink) };
    split(
        &mut inner,
        rect.height(),
        |ui| text(ui, title, size, ink),
        |ui| text(ui, count, TextSize::SoftTabular, tokens.soft),
    );
    response.clicked()
}

/// Who came to the list today, the newest first.
fn added(ui: &mut Ui, scene: &mut Scene<'_>, today: &[NewName]) {
    let words = scene.words;
    let (title, count) = (words.get("jogger-added"), words.with("count-people", &[("count", today.len().into())]));
    let note = if today.is_empty() { String::new() } else { count };
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if today.is_empty() {
            soft(ui, &words.get("jogger-added-none"));
        }
        let most = (ui.available_height() - height::TABLE_ROW - space::L).max(height::TABLE_ROW * 2.0);
        ScrollArea::vertical().max_height(most).show_rows(ui, height::TABLE_ROW, today.len(), |ui, shown| {
            for (index, one) in shown.clone().zip(today.get(shown).into_iter().flatten()) {
                added_row(ui, scene, index, one);
            }
        });
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            key_hint(ui, &["Enter"], &words.get("jogger-key-add"));
            key_hint(ui, &["PgDn", "PgUp"], &words.get("jogger-key-prompt"));
            key_hint(ui, &["Esc"], &words.get("jogger-key-leave"));
        });
    });
}

fn added_row(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, one: &NewName) {
    let tokens = Tokens::of(ui);
    row(ui, index, height::TABLE_ROW, |ui| {
        let pressed = split(
            ui,
            height::TABLE_ROW,
            |ui| {
                icon(ui, icons::DONE, IconSize::Small, tokens.accent);
                ui.add(Button::link(&one.name).small().colour(tokens.ink)).clicked()
            },
            |ui| text(ui, &one.city, TextSize::Soft, tokens.soft),
        );
        if pressed.0 {
            scene.go(crate::app::Place::Person(one.id));
        }
    });
}
