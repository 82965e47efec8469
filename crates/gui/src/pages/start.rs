//! The first start: language, name, home city, evening hour and review day; then an empty workspace, the example, or a
//! backup.

use std::path::PathBuf;

use chrono::{NaiveTime, Weekday};
use egui::{CornerRadius, Frame, Id, Margin, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Beginning;
use sponsor_core::model::{Name, PersonId, ThemeChoice};

use crate::app::{Form, FormKind};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{IconSize, Tokens, radius, space, stroke};
use crate::widgets::{
    Banner, Below, Button, Card, Field, Segmented, Select, Tone, heading, icon, mark, soft, split, two_lines,
};
use crate::words::{Language, Words};

/// How wide all of it is.
const WIDE: f32 = 1080.0;
/// Below this width the two halves stand under each other.
const HALVES_FROM: f32 = 860.0;
/// The height of a way to begin.
const WAY: f32 = 64.0;
/// The days of the week, from Monday on.
const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// How the workspace begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Empty.
    Empty,
    /// With the example.
    Example,
    /// From a backup.
    Backup(PathBuf),
}

/// What the first start asks for.
#[derive(Debug)]
pub enum StartAnswer {
    /// Another language.
    Speak(Language),
    /// A backup is to be chosen.
    ChooseBackup,
    /// Everything is said.
    Begin(How),
}

/// What is said at the first start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StartForm {
    language: Language,
    name: String,
    city: String,
    evening: String,
    review_day: Weekday,
    review: String,
    theme: ThemeChoice,
    example: bool,
}

impl Form for StartForm {
    const KIND: FormKind = FormKind::FirstStart;
}

impl StartForm {
    /// Nothing is said yet, in a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            name: String::new(),
            city: String::new(),
            evening: "20:00".to_owned(),
            review_day: Weekday::Fri,
            review: "17:00".to_owned(),
            theme: ThemeChoice::System,
            example: false,
        }
    }

    /// The language in which it was being said.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }
}

/// The first start, with what was typed: there is no workspace yet that could keep it, so the window does.
#[derive(Debug)]
pub struct StartPage {
    form: StartForm,
    fresh: bool,
    problem: Option<String>,
}

impl StartPage {
    /// With what was typed before.
    #[must_use]
    pub const fn new(form: StartForm) -> Self {
        Self { form, fresh: true, problem: None }
    }

    /// What is typed.
    #[must_use]
    pub const fn form(&self) -> &StartForm {
        &self.form
    }

    /// The theme that is chosen.
    #[must_use]
    pub const fn theme(&self) -> ThemeChoice {
        self.form.theme
    }

    /// What the workspace begins with; none while something is missing or cannot be read.
    #[must_use]
    pub fn beginning(&self, me: PersonId, language: Language) -> Option<Beginning> {
        Some(Beginning {
            me,
            name: Name::from_full(&self.form.name).ok()?,
            language,
            home_city: self.form.city.trim().to_owned(),
            evening_at: hour(&self.form.evening)?,
            review_day: self.form.review_day,
            review_at: hour(&self.form.review)?,
            theme: self.form.theme,
        })
    }

    /// Shows why the workspace could not be made; everything typed stays.
    pub fn fail(&mut self, sentence: String) {
        self.problem = Some(sentence);
        self.fresh = true;
    }

    fn is_complete(&self) -> bool {
        self.form.example
            || (Name::from_full(&self.form.name).is_ok()
                && hour(&self.form.evening).and(hour(&self.form.review)).is_some())
    }

    /// Shows it; what was asked for, if anything.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<StartAnswer> {
        let mut answer = None;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let room = ui.available_size();
            let wide = WIDE.min(room.x - 2.0 * space::PAGE);
            ui.add_space(((room.y - 600.0) / 2.0).max(space::PAGE));
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(((room.x - wide) / 2.0).max(0.0));
                ui.vertical(|ui| {
                    ui.set_width(wide);
                    ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                    answer = self.contents(ui, words);
                });
            });
        });
        answer
    }

    fn contents(&mut self, ui: &mut Ui, words: &Words) -> Option<StartAnswer> {
        let mut answer = self.head(ui, words);
        ui.add_space(space::M);
        if let Some(problem) = &self.problem {
            Banner::new(problem).icon(icons::WARNING).tone(Tone::Urgent).show(ui, |_| ());
            ui.add_space(space::S);
        }
        let mut begins = false;
        if ui.available_width() >= HALVES_FROM {
            let half = (ui.available_width() - space::PAGE) / 2.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::PAGE;
                let half_of = |ui: &mut Ui, contents: &mut dyn FnMut(&mut Ui)| {
                    ui.vertical(|ui| {
                        ui.set_width(half);
                        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::M);
                        contents(ui);
                    });
                };
                half_of(ui, &mut |ui| begins |= self.about_you(ui, words));
                half_of(ui, &mut |ui| answer = answer.take().or(self.ways(ui, words, &mut begins)));
            });
        } else {
            begins |= self.about_you(ui, words);
            answer = answer.or(self.ways(ui, words, &mut begins));
        }
        ui.add_space(space::L);
        ui.vertical_centered(|ui| soft(ui, &words.get("start-not-a-boss")));
        ui.add_space(space::PAGE);
        if answer.is_none() && begins && self.is_complete() {
            self.problem = None;
            return Some(StartAnswer::Begin(if self.form.example { How::Example } else { How::Empty }));
        }
        answer
    }

    fn head(&mut self, ui: &mut Ui, words: &Words) -> Option<StartAnswer> {
        let (title, note, name) = (words.get("program"), words.get("start-note"), words.get("start-language"));
        self.form.language = words.language();
        let mut chosen = self.form.language;
        split(
            ui,
            48.0,
            |ui| {
                mark(ui, &title);
                ui.add_space(space::XS);
                two_lines(ui, &title, &note);
            },
            |ui| {
                let [bulgarian, english] = Language::ALL;
                let switch = Segmented::new(&name, &mut chosen).option(bulgarian, bulgarian.own_name());
                switch.option(english, english.own_name()).show(ui);
            },
        );
        (chosen != self.form.language).then_some(StartAnswer::Speak(chosen))
    }

    /// The fields; tells whether Enter was pressed in one.
    fn about_you(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let mut committed = false;
        Card::new().padding(24).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            heading(ui, &words.get("start-about-you"));
            let note = |key: &str| Some(Below::Note(words.get(key)));
            let id = Id::unique("start-name");
            let (name, city) = (words.get("start-name"), words.get("start-city"));
            let field = Field::new(&name, &mut self.form.name).id(id).below(note("start-name-note"));
            committed |= field.show(ui).committed;
            if std::mem::take(&mut self.fresh) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            committed |= Field::new(&city, &mut self.form.city).below(note("start-city-note")).show(ui).committed;
            committed |= self.hours(ui, words);
            self.looks(ui, words);
        });
        committed
    }

    fn hours(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let each = (ui.available_width() - 2.0 * space::M - 84.0) / 2.0;
            let (evening, day, at) =
                (words.get("evening-review"), words.get("weekly-review"), words.get("start-review-at"));
            committed |=
                time_of_day(ui, words, Field::new(&evening, &mut self.form.evening).width(each), "start-evening-note");
            let days = week_days(words);
            ui.vertical(|ui| {
                ui.set_width(each);
                ui.spacing_mut().item_spacing.y = space::XS;
                Select::new(&day, &mut self.form.review_day).options(days).width(each).show(ui);
                soft(ui, &words.get("start-review-note"));
            });
            committed |= time_of_day(ui, words, Field::new(&at, &mut self.form.review).width(84.0), "");
        });
        committed
    }

    fn looks(&mut self, ui: &mut Ui, words: &Words) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let name = words.get("settings-theme");
            soft(ui, &name);
            theme_switch(ui, words, &name, &mut self.form.theme);
        });
    }

    /// The ways to begin, and the button that does.
    fn ways(&mut self, ui: &mut Ui, words: &Words, begins: &mut bool) -> Option<StartAnswer> {
        let mut answer = None;
        ui.add_space(space::S);
        heading(ui, &words.get("start-how"));
        let says = |key: &str| (words.get(&format!("start-{key}")), words.get(&format!("start-{key}-note")));
        if way(ui, icons::DIARY, &says("empty"), Some(!self.form.example), None) {
            self.form.example = false;
        }
        if way(ui, icons::EXAMPLE, &says("example"), Some(self.form.example), None) {
            self.form.example = true;
        }
        let choose = words.get("start-choose-file");
        if way(ui, icons::FROM_BEFORE, &says("backup"), None, Some(&choose)) {
            answer = Some(StartAnswer::ChooseBackup);
        }
        ui.add_space(space::XS);
        let begin = words.get("start-begin");
        split(
            ui,
            44.0,
            |ui| {
                icon(ui, icons::LOCK, IconSize::Regular, Tokens::of(ui).soft);
                soft(ui, &words.get("start-stays-here"));
            },
            |ui| {
                let button = Button::primary(&begin).trailing(icons::ARROW_RIGHT).large();
                *begins |= ui.add_enabled(self.is_complete(), button).clicked();
            },
        );
        answer
    }
}

/// The three themes as a switch.
pub fn theme_switch(ui: &mut Ui, words: &Words, name: &str, theme: &mut ThemeChoice) -> bool {
    let [system, light, dark] = ["system", "light", "dark"].map(|key| words.get(&format!("settings-theme-{key}")));
    let switch = Segmented::new(name, theme).option(ThemeChoice::System, &system);
    switch.option(ThemeChoice::Light, &light).option(ThemeChoice::Dark, &dark).show(ui).changed()
}

fn hour(text: &str) -> Option<NaiveTime> {
    parse::time(text)
}

/// A time of day with a quiet note below, or what is wrong.
fn time_of_day(ui: &mut Ui, words: &Words, field: Field<'_>, note: &str) -> bool {
    let note = (!note.is_empty()).then(|| Below::Note(words.get(note)));
    let answer = field.show_with(ui, |text, focused| match hour(text) {
        None if !focused => Some(Below::Error(words.get("not-understood-time"))),
        _ => note,
    });
    answer.committed
}

/// A way to begin: a card that is chosen, or one with a button of its own.
fn way(ui: &mut Ui, sign: char, says: &(String, String), chosen: Option<bool>, button: Option<&str>) -> bool {
    let tokens = Tokens::of(ui);
    let on = chosen == Some(true);
    let (fill, edge) = if on { (tokens.accent_soft, tokens.accent) } else { (tokens.card, tokens.line) };
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(if on { 2.0 } else { 1.0 }, edge))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::symmetric(16, 0));
    let mut pressed = false;
    let builder = UiBuilder::new().id_salt(("way", says.0.as_str())).sense(Sense::click());
    let card = ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            split(
                ui,
                WAY,
                |ui| {
                    icon(ui, sign, IconSize::Large, tokens.accent);
                    ui.add_space(space::XS);
                    two_lines(ui, &says.0, &says.1);
                },
                |ui| match button {
                    Some(button) => pressed = ui.add(Button::plain(button).small()).clicked(),
                    None if on => icon(ui, icons::DONE_CIRCLE, IconSize::Large, tokens.accent),
                    None => {}
                },
            );
        });
    });
    let Some(chosen) = chosen else { return pressed || card.response.clicked() };
    card.response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &says.0));
    if card.response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, tokens.accent);
        let around = card.response.rect.expand(3.0);
        ui.painter().rect_stroke(around, CornerRadius::same(radius::CARD + 3), ring, egui::StrokeKind::Inside);
    }
    card.response.clicked()
}

/// The days of the week in a person's words, beginning on Monday.
#[must_use]
pub fn week_days(words: &Words) -> [(Weekday, String); 7] {
    let formats = Formats::new(words.clone());
    WEEK.map(|day| (day, formats.weekday(day)))
}
