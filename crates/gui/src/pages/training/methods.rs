//! The methods of sponsoring as cards, what is done in person first: when, what to say, what not to do, an exercise, and
//! how to teach it on.

use egui::{Align, CornerRadius, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use sponsor_core::command::{Command, MethodChange};
use sponsor_core::learning::{Method, methods};
use sponsor_core::model::FormOfAddress;

use super::method_form::MethodModal;
use crate::app::{Action, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space, stroke, width};
use crate::widgets::{Button, Card, Pill, Segmented, Tone, heading, icon, soft, split, text};
use crate::words::Language;

/// Width of the list of methods.
const LIST: f32 = 316.0;
/// How many methods stand beside a training.
const BESIDE: usize = 3;

/// The part of the page as it was left.
#[derive(Debug)]
pub(super) struct MethodsPart {
    chosen: Option<String>,
    form: FormOfAddress,
    hidden: bool,
    typing: Option<MethodModal>,
}

impl Default for MethodsPart {
    fn default() -> Self {
        Self { chosen: None, form: FormOfAddress::Informal, hidden: false, typing: None }
    }
}

/// The icon of a method.
const fn sign(method: &Method) -> char {
    if method.live { icons::MEETING } else { icons::MESSAGE }
}

impl MethodsPart {
    /// Shows a method.
    pub(super) fn choose(&mut self, key: String) {
        self.chosen = Some(key);
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let all = methods(&scene.frame.settings, scene.words.language());
        let shown: Vec<&Method> = all.iter().filter(|method| self.hidden || !method.hidden).collect();
        let hidden = all.iter().filter(|method| method.hidden).count();
        let whole = ui.available_rect_before_wrap();
        let mut left = whole;
        left.set_width(LIST.min(whole.width() * 0.4));
        let right = Rect::from_min_max(pos2(left.right() + space::L, whole.top()), whole.max);
        ui.scope_builder(UiBuilder::new().id_salt("methods").max_rect(left), |ui| {
            ScrollArea::vertical().id_salt("methods").auto_shrink(false).show(ui, |ui| {
                self.list(ui, scene, &shown, hidden);
            });
        });
        let chosen = self.chosen.as_ref().and_then(|key| shown.iter().find(|method| method.key == *key));
        if let Some(method) = chosen.or_else(|| shown.first()) {
            ui.scope_builder(UiBuilder::new().id_salt("method").max_rect(right), |ui| {
                ScrollArea::vertical().id_salt(("method", &method.key)).auto_shrink(false).show(ui, |ui| {
                    ui.set_max_width(width::READING + 2.0 * space::L);
                    self.card(ui, scene, method);
                });
            });
        }
        ui.advance_cursor_after_rect(whole);
        if let Some(modal) = &mut self.typing
            && modal.ui(ui, scene)
        {
            self.typing = None;
        }
    }

    fn list(&mut self, ui: &mut Ui, scene: &Scene<'_>, shown: &[&Method], hidden: usize) {
        ui.spacing_mut().item_spacing.y = space::S;
        let first = shown.first().map(|method| method.key.clone());
        let chosen = self.chosen.clone().filter(|key| shown.iter().any(|method| method.key == *key)).or(first);
        Card::new().padding(8).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            for (title, live) in [("training-live", true), ("training-at-distance", false)] {
                ui.add_space(space::XS);
                ui.horizontal(|ui| {
                    ui.add_space(space::S);
                    soft(ui, &scene.words.get(title));
                });
                for method in shown.iter().filter(|method| method.live == live) {
                    if line(ui, scene, method, chosen.as_ref() == Some(&method.key)) {
                        self.chosen = Some(method.key.clone());
                    }
                }
            }
        });
        let [write, show, hide] =
            ["training-write-method", "training-show-hidden", "training-hide-hidden"].map(|key| scene.words.get(key));
        if ui.add(Button::plain(&write).icon(icons::ADD)).clicked() {
            self.typing = Some(MethodModal::new(None));
        }
        if hidden > 0 {
            let words = if self.hidden { hide } else { format!("{show} · {hidden}") };
            let sign = if self.hidden { icons::EYE_OFF } else { icons::EYE };
            if ui.add(Button::quiet(&words).icon(sign).small()).clicked() {
                self.hidden = !self.hidden;
            }
        }
    }

    /// A whole method.
    fn card(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, method: &Method) {
        let tokens = Tokens::of(ui);
        let words = scene.words;
        Card::new().padding(20).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            split(
                ui,
                TextSize::Title.line_height() + 4.0,
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    icon(ui, sign(method), IconSize::Large, tokens.accent);
                    text(ui, &method.words.title, TextSize::Title, tokens.ink)
                },
                |ui| pills(ui, scene, method),
            );
            text(ui, &method.words.what, TextSize::Body, tokens.ink);
            part(ui, &words.get("training-when"), &method.words.when);
            for one in &method.words.parts {
                part(ui, &one.title, &one.text);
            }
            self.say(ui, scene, method);
            if !method.words.not.is_empty() {
                ui.add_space(space::S);
                heading(ui, &words.get("training-not"));
                for line in &method.words.not {
                    lined(ui, icons::CLOSE, tokens.urgent, line);
                }
            }
            part(ui, &words.get("training-exercise"), &method.words.exercise);
            part(ui, &words.get("training-teach"), &method.words.teach);
            ui.add_space(space::S);
            self.actions(ui, scene, method);
        });
    }

    /// What to say, to somebody addressed as «ти» or as «Вие».
    fn say(&mut self, ui: &mut Ui, scene: &Scene<'_>, method: &Method) {
        let tokens = Tokens::of(ui);
        let spoken = spoken(method, self.form);
        if spoken.is_empty() && method.words.say_formal.is_empty() {
            return;
        }
        ui.add_space(space::S);
        let title = scene.words.get("training-say");
        let names = ["ready-informal", "ready-formal"].map(|key| scene.words.get(key));
        let label = scene.words.get("ready-wording");
        let both = scene.words.language() == Language::Bulgarian && !method.words.say_formal.is_empty();
        split(
            ui,
            height::BUTTON_SMALL,
            |ui| heading(ui, &title),
            |ui| {
                if both {
                    Segmented::new(&label, &mut self.form)
                        .option(FormOfAddress::Informal, &names[0])
                        .option(FormOfAddress::Formal, &names[1])
                        .narrow()
                        .show(ui);
                }
            },
        );
        for line in spoken {
            lined(ui, icons::SPEECH, tokens.accent, line);
        }
    }

    fn actions(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, method: &Method) {
        let [copy, edit, hide, show, back, delete] =
            ["copy", "edit", "training-hide", "training-show", "training-method-back", "delete"]
                .map(|key| scene.words.get(key));
        let mut change = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            if ui.add(Button::plain(&copy).icon(icons::COPY)).clicked() {
                scene.act(Action::Copy(as_text(scene, method, self.form)));
                scene.act(Action::Say(scene.words.get("training-copied")));
            }
            if ui.add(Button::plain(&edit).icon(icons::EDIT)).clicked() {
                self.typing = Some(MethodModal::new(Some(method)));
            }
            let (words, sign) = if method.hidden { (&show, icons::EYE) } else { (&hide, icons::EYE_OFF) };
            if ui.add(Button::quiet(words).icon(sign)).clicked() {
                change = Some(MethodChange::Hide { method: method.key.clone(), hidden: !method.hidden });
            }
            let words = if method.shipped { &back } else { &delete };
            let sign = if method.shipped { icons::UNDO } else { icons::DELETE };
            if method.reworded && ui.add(Button::quiet(words).icon(sign)).clicked() {
                change = Some(MethodChange::Unwrite(method.key.clone()));
            }
        });
        if let Some(change) = change {
            scene.run(Command::ChangeMethod(change));
        }
    }
}

/// The sentences for a form of address; where there is only one, that one.
fn spoken(method: &Method, form: FormOfAddress) -> &[String] {
    match form {
        FormOfAddress::Formal if !method.words.say_formal.is_empty() => &method.words.say_formal,
        _ => &method.words.say_informal,
    }
}

fn pills(ui: &mut Ui, scene: &Scene<'_>, method: &Method) {
    ui.spacing_mut().item_spacing.x = space::S;
    if let Some(minutes) = method.minutes {
        ui.add(Pill::new(&scene.formats.duration(minutes)).icon(icons::CLOCK));
    }
    let key = if method.live { "in-person" } else { "training-distance" };
    ui.add(Pill::new(&scene.words.get(key)).tone(Tone::Accent));
    if method.hidden {
        ui.add(Pill::new(&scene.words.get("training-hidden")).icon(icons::EYE_OFF));
    }
    if method.reworded {
        ui.add(Pill::new(&scene.words.get("training-own-words")).icon(icons::EDIT));
    }
}

/// A part with its heading; nothing where there is no text.
fn part(ui: &mut Ui, title: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let ink = Tokens::of(ui).ink;
    ui.add_space(space::S);
    heading(ui, title);
    text(ui, words, TextSize::Body, ink);
}

/// A line with a sign before it; its words wrap beside it.
fn lined(ui: &mut Ui, sign: char, colour: egui::Color32, words: &str) {
    let ink = Tokens::of(ui).ink;
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon(ui, sign, IconSize::Regular, colour);
        ui.vertical(|ui| text(ui, words, TextSize::Body, ink));
    });
}

/// A method as text, for a message.
fn as_text(scene: &Scene<'_>, method: &Method, form: FormOfAddress) -> String {
    let say = |key: &str| scene.words.get(key);
    let own = &method.words;
    let mut parts = vec![own.title.clone(), own.what.clone()];
    let mut titled = |title: String, text: String| {
        if !text.is_empty() {
            parts.push(format!("{title}\n{text}"));
        }
    };
    let lines = |lines: &[String]| lines.iter().map(|line| format!("– {line}")).collect::<Vec<_>>().join("\n");
    titled(say("training-when"), own.when.clone());
    for part in &own.parts {
        titled(part.title.clone(), part.text.clone());
    }
    titled(say("training-say"), lines(spoken(method, form)));
    titled(say("training-not"), lines(&own.not));
    titled(say("training-exercise"), own.exercise.clone());
    titled(say("training-teach"), own.teach.clone());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn line(ui: &mut Ui, scene: &Scene<'_>, method: &Method, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::NAV), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &method.words.title));
    let fill = if chosen {
        tokens.accent_soft
    } else if response.hovered() {
        tokens.wash
    } else {
        tokens.none()
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BUTTON), fill);
    let minutes = method.minutes.map(|minutes| scene.formats.duration(minutes)).unwrap_or_default();
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(vec2(space::S, 0.0))), |ui| {
        split(
            ui,
            rect.height(),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let ink = if chosen { tokens.accent } else { tokens.soft };
                icon(ui, sign(method), IconSize::Regular, ink);
                let ink = if chosen {
                    tokens.accent
                } else if method.hidden {
                    tokens.soft
                } else {
                    tokens.ink
                };
                text(ui, &method.words.title, TextSize::Medium, ink);
            },
            |ui| soft(ui, &minutes),
        );
    });
    if response.has_focus() {
        let ring = egui::Stroke::new(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::BUTTON), ring, egui::StrokeKind::Inside);
    }
    response.clicked()
}

/// The first methods beside a training, live first and one by the Internet; gives the one that was pressed.
pub(super) fn beside(ui: &mut Ui, scene: &Scene<'_>) -> Option<String> {
    let all = methods(&scene.frame.settings, scene.words.language());
    let live = all.iter().filter(|method| method.live && !method.hidden).take(BESIDE - 1);
    let shown = live.chain(all.iter().filter(|method| !method.live && !method.hidden)).take(BESIDE);
    let (title, show, first) =
        (scene.words.get("training-methods-beside"), scene.words.get("show"), scene.words.get("training-first-method"));
    let mut pressed = None;
    ui.spacing_mut().item_spacing.y = space::M;
    soft(ui, &title);
    for (at, method) in shown.enumerate() {
        Card::new().show(ui, |ui| {
            let tokens = Tokens::of(ui);
            split(
                ui,
                TextSize::Heading.line_height() + 2.0,
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    icon(ui, sign(method), IconSize::Large, tokens.accent);
                    text(ui, &method.words.title, TextSize::Heading, tokens.ink);
                },
                |ui| {
                    if at == 0 {
                        ui.add(Pill::new(&first).tone(Tone::Accent));
                    }
                },
            );
            text(ui, &method.words.what, TextSize::Body, tokens.ink);
            let minutes = method.minutes.map(|minutes| scene.formats.duration(minutes)).unwrap_or_default();
            let name = format!("{show}: {}", method.words.title);
            let clicked = split(
                ui,
                height::BUTTON_SMALL,
                |ui| soft(ui, &minutes),
                |ui| ui.add(Button::link(&show).name(&name).small()).clicked(),
            )
            .1;
            if clicked {
                pressed = Some(method.key.clone());
            }
        });
    }
    pressed
}
