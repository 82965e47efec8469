//! The palette (Ctrl+K): people, entries and actions from everywhere.

use egui::text::LayoutJob;
use egui::{Color32, Id, Key, Modifiers, Ui};
use sponsor_core::Now;
use sponsor_core::model::{EntryKind, EntryState, PersonId, RecordKind};
use sponsor_core::query::{Found, FoundId, View};
use sponsor_core::search::Query;
use sponsor_core::store::StoreError;

use super::action::{Action, Place};
use super::ask::Question;
use super::commands::WindowCommand;
use super::deeds::PersonDeed;
use super::history::{redo_words, undo_words};
use super::scene::Scene;
use super::shell::shown_pages;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, icon_text, space};
use crate::widgets::{self, Field, bare_modal, key_cap, key_hint, soft, split};

/// The height of the results at most.
const LONGEST: f32 = 460.0;

/// How many people and entries are shown.
const SHOWN: usize = 12;

/// Asks for what is found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct FindQuestion {
    typed: String,
}

impl Question for FindQuestion {
    type Answer = Vec<Found>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Entry];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        view.find(&self.typed, SHOWN)
    }
}

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
    /// What is done with the person who is chosen; none where anything can be found.
    deed: Option<PersonDeed>,
    /// The person whose deeds are listed, with their name.
    of: Option<(PersonId, String)>,
    /// What is looked for now was looked for to the end.
    is_answered: bool,
}

/// What a line leads to.
#[derive(Clone, Debug)]
enum Target {
    Place(Place),
    Command(WindowCommand),
    Person(PersonId),
    Deed(PersonDeed, PersonId),
}

/// A line of the palette.
struct Line {
    icon: char,
    name: String,
    marks: Vec<(usize, usize)>,
    beside: String,
    /// What of that was found.
    beside_marks: Vec<(usize, usize)>,
    keys: Option<String>,
    /// A workspace that can only be read takes no changes.
    enabled: bool,
    target: Target,
    group: &'static str,
}

impl Line {
    fn action(&self, deed: Option<PersonDeed>) -> Option<Action> {
        if !self.enabled {
            return None;
        }
        Some(match &self.target {
            Target::Place(place) => Action::Go(place.clone()),
            Target::Command(command) => command.action(),
            Target::Person(person) => deed.unwrap_or(PersonDeed::Open).action(*person),
            Target::Deed(deed, person) => deed.action(*person),
        })
    }
}

impl Palette {
    /// The palette that asks with whom something is done.
    #[must_use]
    pub fn to_pick(deed: PersonDeed) -> Self {
        Self { deed: Some(deed), ..Self::default() }
    }

    /// Shows the palette; tells whether it should close.
    pub fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let mut lines = self.lines(scene);
        if self.turn(ui, &lines) {
            lines = self.lines(scene);
        }
        self.walk(ui, lines.len());
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let name = scene.words.get("command-palette");
        let answer = bare_modal(ui.ctx(), "palette", &name, 720.0, widgets::Place::Top, |ui| {
            let clicked = self.contents(ui, scene, &lines);
            clicked.or_else(|| lines.get(self.chosen).filter(|_| enter))
        });
        match answer.inner.and_then(|line| line.action(self.deed)) {
            Some(action) => {
                scene.act(action);
                true
            }
            None => answer.closed,
        }
    }

    fn walk(&mut self, ui: &Ui, lines: usize) {
        let (down, up) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
        });
        let last = lines.saturating_sub(1);
        if down {
            self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 };
        }
        if up {
            self.chosen = if self.chosen == 0 { last } else { self.chosen - 1 };
        }
        self.chosen = self.chosen.min(last);
    }

    /// Tab shows what can be done with the chosen person, and again what was found; tells whether it was pressed.
    fn turn(&mut self, ui: &Ui, lines: &[Line]) -> bool {
        let chosen = lines.get(self.chosen).and_then(|line| match line.target {
            Target::Person(person) => Some((person, line.name.clone())),
            _ => None,
        });
        let turns = self.of.is_some() || (chosen.is_some() && self.deed.is_none());
        if !turns || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
            return false;
        }
        self.of = if self.of.is_some() { None } else { chosen };
        self.chosen = 0;
        true
    }

    fn lines(&mut self, scene: &mut Scene<'_>) -> Vec<Line> {
        if let Some((person, _)) = &self.of {
            return PersonDeed::ALL.into_iter().map(|deed| deed_line(scene, deed, *person)).collect();
        }
        let mut lines = Vec::new();
        self.is_answered = false;
        if !self.typed.trim().is_empty() {
            let question = FindQuestion { typed: self.typed.clone() };
            self.is_answered = scene.ask_exact(&question).is_some();
            let found = scene.ask(&question);
            lines.extend(found.iter().flat_map(|found| found.iter()).map(|found| found_line(scene, found)));
        }
        if self.deed.is_some() {
            lines.retain(|line| matches!(line.target, Target::Person(_)));
            return lines;
        }
        let query = Query::parse(&self.typed);
        // Who types the name of a page or a command means it, not somebody in whose notes the word stands.
        let (named, other): (Vec<_>, Vec<_>) =
            command_lines(scene, &query).into_iter().partition(|(plain, _)| says_whole_words(plain, &self.typed));
        lines.splice(0..0, named.into_iter().map(|(_, line)| line));
        lines.extend(other.into_iter().map(|(_, line)| line));
        lines.extend(list_lines(scene, &query));
        lines
    }

    fn contents<'l>(&mut self, ui: &mut Ui, scene: &Scene<'_>, lines: &'l [Line]) -> Option<&'l Line> {
        let id = Id::unique("palette field");
        let label = scene.words.get("find");
        let hint = match (self.deed, &self.of) {
            (Some(deed), _) => scene.words.with("palette-with-whom", &[("what", scene.words.get(deed.name()).into())]),
            _ => scene.words.get("palette-hint"),
        };
        if let Some((_, name)) = &self.of {
            soft(ui, &scene.words.with("palette-deeds-of", &[("name", name.as_str().into())]));
        }
        let field = Field::new(&label, &mut self.typed).hint(&hint).icon(icons::SEARCH).hide_label().id(id);
        if field.show(ui).response.changed() {
            self.chosen = 0;
            self.of = None;
        }
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.add_space(space::S);
        let mut clicked = None;
        // The panel is as high as its contents; without a least height the area would shrink to what fitted before.
        egui::ScrollArea::vertical().max_height(LONGEST).min_scrolled_height(LONGEST).show(ui, |ui| {
            let mut group = "";
            for (at, line) in lines.iter().enumerate() {
                if line.group != group {
                    group = line.group;
                    ui.add_space(space::XS);
                    soft(ui, &scene.words.get(group));
                }
                if show_line(ui, line, at, at == self.chosen) {
                    clicked = Some(line);
                }
            }
            // While it is still being looked for, nothing is said.
            if lines.is_empty() && self.is_answered {
                soft(ui, &scene.words.get("palette-nothing"));
            }
        });
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            key_hint(ui, &["↑", "↓"], &scene.words.get("choose"));
            key_hint(ui, &["Enter"], &scene.words.get("open"));
            let person = lines.get(self.chosen).is_some_and(|line| matches!(line.target, Target::Person(_)));
            if self.of.is_some() || person && self.deed.is_none() {
                key_hint(ui, &["Tab"], &scene.words.get(if self.of.is_some() { "back" } else { "palette-deeds" }));
            }
            key_hint(ui, &["Esc"], &scene.words.get("close"));
        });
        clicked
    }
}

/// The commands and pages that are found, each with the words that it is called by.
fn command_lines(scene: &Scene<'_>, query: &Query) -> Vec<(String, Line)> {
    let pages = shown_pages(scene.frame);
    let mut lines = Vec::new();
    for command in WindowCommand::ALL {
        let hidden = match command {
            WindowCommand::Go(page) => !pages.contains(&page),
            WindowCommand::Palette => true,
            _ => false,
        };
        let plain = scene.words.get(command.name());
        let name = match command {
            WindowCommand::Undo => undo_words(scene.words, scene.frame),
            WindowCommand::Redo => redo_words(scene.words, scene.frame),
            _ => plain.clone(),
        };
        let marks: Vec<_> = query.marks(&name).into_iter().map(|mark| (mark.start, mark.end)).collect();
        let called_so = command.also().is_some_and(|also| query.is_in(&scene.words.get(also)));
        // What it would take back does not make it an answer to a name: only its own words do.
        if !hidden && (query.is_in(&plain) || called_so) {
            let refused = scene.frame.read_only.filter(|_| command.changes());
            let line = Line {
                icon: command.icon(),
                name,
                marks,
                beside_marks: Vec::new(),
                beside: refused.map(|why| why.sentence(scene.words)).unwrap_or_default(),
                keys: command.key_text().filter(|_| refused.is_none()),
                enabled: refused.is_none(),
                target: Target::Command(command),
                group: "palette-actions",
            };
            lines.push((plain, line));
        }
    }
    lines
}

/// Whether every typed word is a whole word of a name.
fn says_whole_words(name: &str, typed: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (name, typed) = (words(name), words(typed));
    !typed.is_empty() && typed.iter().all(|word| name.contains(word))
}

/// What the list can show: views that are kept under a name, names to sort, and those who look the same.
fn list_lines(scene: &Scene<'_>, query: &Query) -> Vec<Line> {
    let views = scene.frame.settings.views.iter();
    let views = views.map(|view| (icons::EYE, view.name.clone(), Place::View(view.name.clone()), "palette-views"));
    let sorting = (icons::SORT, scene.words.get("list-sort"), Place::Sorting, "palette-views");
    let same = (icons::LINK, scene.words.get("list-same"), Place::Duplicates, "palette-views");
    let found = views.chain([sorting, same]).filter_map(|(icon, name, place, group)| {
        let marks: Vec<_> = query.marks(&name).into_iter().map(|mark| (mark.start, mark.end)).collect();
        query.is_in(&name).then(|| Line {
            icon,
            name,
            marks,
            beside_marks: Vec::new(),
            beside: String::new(),
            keys: None,
            enabled: true,
            target: Target::Place(place),
            group,
        })
    });
    found.collect()
}

fn found_line(scene: &Scene<'_>, found: &Found) -> Line {
    let (icon, target, group) = match found.id {
        FoundId::Person(id) => (icons::PERSON, Target::Person(id), "palette-people"),
        FoundId::Entry(id) => {
            let place = Place::Entry { id, instance: None, day: found.on };
            (kind_icon(found.kind), Target::Place(place), "palette-entries")
        }
    };
    let day = found.on.map(|on| scene.formats.date_near(on, scene.today)).or_else(|| Some(found.detail.clone()));
    let elsewhere = found.snippet != found.title;
    let beside = if elsewhere { found.snippet.clone() } else { day.unwrap_or_default() };
    Line {
        icon,
        name: found.title.clone(),
        marks: found.title_marks.clone(),
        beside,
        beside_marks: if elsewhere { vec![found.marked] } else { Vec::new() },
        keys: None,
        enabled: true,
        target,
        group,
    }
}

fn deed_line(scene: &Scene<'_>, deed: PersonDeed, person: PersonId) -> Line {
    let refused = scene.frame.read_only.filter(|_| deed.changes());
    Line {
        icon: deed.icon(),
        name: scene.words.get(deed.name()),
        marks: Vec::new(),
        beside_marks: Vec::new(),
        beside: refused.map(|why| why.sentence(scene.words)).unwrap_or_default(),
        keys: None,
        enabled: refused.is_none(),
        target: Target::Deed(deed, person),
        group: "palette-actions",
    }
}

/// The icon of a kind of entry.
#[must_use]
pub const fn kind_icon(kind: Option<EntryKind>) -> char {
    match kind {
        Some(EntryKind::Meeting) => icons::MEETING,
        Some(EntryKind::Event) => icons::EVENT,
        Some(EntryKind::Call) => icons::CALL,
        Some(EntryKind::Message) => icons::MESSAGE,
        Some(EntryKind::Task) => icons::TASK_OPEN,
        Some(EntryKind::Note) | None => icons::NOTE,
    }
}

/// The icon of an entry by what became of it: the square of a task is ticked once it is done, and empty before.
#[must_use]
pub const fn state_icon(kind: EntryKind, state: EntryState) -> char {
    match (kind, state) {
        (EntryKind::Task, EntryState::Done) => icons::TASK,
        _ => kind_icon(Some(kind)),
    }
}

fn show_line(ui: &mut Ui, line: &Line, at: usize, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let fill = if chosen { tokens.accent_soft } else { tokens.card };
    let frame = egui::Frame::new().fill(fill).corner_radius(crate::theme::radius::BUTTON).inner_margin(space::XS);
    let shown = frame.show(ui, |ui| {
        split(
            ui,
            height::MENU_ITEM,
            |ui| {
                ui.add_space(space::XS);
                ui.label(icon_text(line.icon, IconSize::Regular).color(tokens.soft));
                let name = if line.enabled {
                    egui::Label::new(marked(&tokens, &line.name, &line.marks))
                } else {
                    egui::Label::new(TextSize::Medium.rich(&line.name).color(tokens.soft))
                };
                ui.add(name.truncate().selectable(false));
                let beside = tinted(&tokens, &line.beside, &line.beside_marks, TextSize::Soft, tokens.soft);
                ui.add(egui::Label::new(beside).truncate().selectable(false));
            },
            |ui| {
                if let Some(keys) = &line.keys {
                    key_cap(ui, keys);
                }
            },
        );
    });
    let response = ui.interact(shown.response.rect, ui.scope_id().with(("line", at)), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, line.enabled, &line.name));
    if chosen {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// A text with the found parts tinted.
#[must_use]
pub fn marked(tokens: &Tokens, text: &str, marks: &[(usize, usize)]) -> LayoutJob {
    tinted(tokens, text, marks, TextSize::Medium, tokens.ink)
}

/// As [`marked`], in another size and colour.
fn tinted(tokens: &Tokens, text: &str, marks: &[(usize, usize)], size: TextSize, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let inside = |at: usize| marks.iter().any(|(start, end)| (*start..*end).contains(&at));
    let characters: Vec<char> = text.chars().collect();
    let mut from = 0;
    while from < characters.len() {
        let tinted = inside(from);
        let length = (from..characters.len()).take_while(|at| inside(*at) == tinted).count();
        let part: String = characters.iter().skip(from).take(length).collect();
        let mut format = egui::TextFormat::simple(size.font(), colour);
        if tinted {
            format.background = tokens.accent_soft;
            format.color = tokens.accent;
        }
        job.append(&part, 0.0, format);
        from += length;
    }
    job
}

#[cfg(test)]
mod tests {
    use super::{TextSize, Tokens, tinted};

    #[test]
    fn what_was_found_beside_the_title_is_tinted_too() {
        let tokens = Tokens::of_context(&egui::Context::default());
        let job = tinted(&tokens, "работи в Пловдив", &[(9, 16)], TextSize::Soft, tokens.soft);
        let colours: Vec<_> = job.sections.iter().map(|part| part.format.color).collect();
        assert_eq!(colours, [tokens.soft, tokens.accent]);
    }
}
