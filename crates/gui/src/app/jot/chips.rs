//! What was understood of the jot line, as chips: each can be taken away, and then its words are but words again.

use std::ops::Range;

use chrono::{Datelike as _, TimeDelta};
use egui::Ui;
use sponsor_core::model::{Action, EntryKind, PersonId, Priority};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::typed_line::{Meaning, TypedLine, Unsure};
use sponsor_core::{Now, model::RecordKind};

use super::{JotForm, KnownNamesQuestion};
use crate::app::ask::Question;
use crate::app::palette::kind_icon;
use crate::app::scene::Scene;
use crate::icons;
use crate::pages::diary::{KINDS, action_word, kind_word, priority_look};
use crate::theme::space;
use crate::widgets::{Chip, MenuItem, Tone, menu};

/// What a person pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// These words are but words.
    Plain(Vec<Range<usize>>),
    /// The name in this range is this person's.
    Person(Range<usize>, PersonId),
    /// It is this kind.
    Kind(EntryKind),
    /// The kind that was said or chosen is not meant.
    NoKind(Vec<Range<usize>>),
}

/// What a chip does besides saying something.
#[derive(Clone, Debug)]
enum Does {
    /// It can be taken away.
    Leaves(Pressed),
    /// It opens a choice: what stands in it, and what choosing it means.
    Opens(Vec<(char, String, bool, Pressed)>),
}

/// A chip.
#[derive(Clone, Debug)]
struct Told {
    icon: char,
    text: String,
    tone: Tone,
    does: Does,
}

/// The chips of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Chips {
    chips: Vec<Told>,
}

/// Asks who people are, for chips and for the choice between several.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct WhoQuestion {
    people: Vec<PersonId>,
}

/// A person's name and city.
type Who = (PersonId, String, String);

impl Question for WhoQuestion {
    type Answer = Vec<Who>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let who = |id: &PersonId| people.get(*id).map(|one| (*id, one.name.full(), one.city.clone()));
        Ok(self.people.iter().filter_map(who).collect())
    }
}

impl Chips {
    /// The chips of a line as it was read; none where nothing was understood.
    pub(super) fn of(scene: &mut Scene<'_>, form: &JotForm, read: &TypedLine) -> Self {
        if read.parts.is_empty() && read.unsure.is_empty() && form.wishes.kind.is_none() {
            return Self::default();
        }
        let everyone = read.unsure.iter().flat_map(|unsure| &unsure.candidates);
        let asked = WhoQuestion { people: everyone.copied().collect() };
        let who = if asked.people.is_empty() { None } else { scene.ask_exact(&asked) };
        let who = who.as_deref().map(Vec::as_slice).unwrap_or_default();
        let mut chips: Vec<Told> = Vec::new();
        chips.extend(when(scene, read));
        chips.extend(own_words(&form.text, read, Meaning::Repeat, icons::REPEAT));
        chips.extend(people(scene, read));
        chips.extend(read.unsure.iter().filter_map(|unsure| choice(scene, unsure, who)));
        chips.push(kind(scene, read));
        chips.extend(priority(scene, read));
        chips.extend(ranges(read, &[Meaning::Place]).map(|at| Told {
            icon: icons::PLACE,
            text: read.place.clone(),
            tone: Tone::Accent,
            does: Does::Leaves(Pressed::Plain(at)),
        }));
        Self { chips }
    }

    /// How wide they are beside each other, with the room between them.
    pub(super) fn width(&self, ui: &Ui) -> f32 {
        self.chips.iter().map(|told| told.chip("").natural_width(ui) + space::S).sum()
    }

    /// Shows them in as many rows as they need; what was pressed.
    pub(super) fn show(&self, ui: &mut Ui, scene: &Scene<'_>) -> Option<Pressed> {
        if self.chips.is_empty() {
            return None;
        }
        let room = ui.available_width();
        let (mut rows, mut taken) = (vec![Vec::new()], 0.0);
        for told in self.chips.iter().enumerate() {
            let width = told.1.chip("").natural_width(ui);
            if taken > 0.0 && taken + width > room {
                rows.push(Vec::new());
                taken = 0.0;
            }
            taken += width + space::S;
            rows.last_mut().into_iter().for_each(|row| row.push(told));
        }
        let mut pressed = None;
        for row in rows {
            let shown = ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                row.into_iter().filter_map(|(at, told)| show_one(ui, scene, at, told)).last()
            });
            pressed = shown.inner.or(pressed);
        }
        pressed
    }
}

/// Shows a chip; what was pressed of it.
fn show_one(ui: &mut Ui, scene: &Scene<'_>, at: usize, told: &Told) -> Option<Pressed> {
    let remove = scene.words.with("jot-remove", &[("what", told.text.as_str().into())]);
    let answer = ui.push_id(("jot chip", at), |ui| told.chip(&remove).show(ui)).inner;
    match &told.does {
        Does::Leaves(what) => answer.removed.then(|| what.clone()),
        Does::Opens(choices) => menu(&answer.response, |ui| choose(ui, choices))?.inner,
    }
}

fn choose(ui: &mut Ui, choices: &[(char, String, bool, Pressed)]) -> Option<Pressed> {
    let mut chosen = None;
    for (icon, text, now, pressed) in choices {
        if ui.add(MenuItem::new(text).icon(*icon).chosen(*now)).clicked() {
            chosen = Some(pressed.clone());
        }
    }
    chosen
}

impl Told {
    fn chip<'a>(&'a self, remove: &'a str) -> Chip<'a> {
        let chip = Chip::new(&self.text).icon(self.icon).tone(self.tone).narrow();
        match self.does {
            Does::Leaves(_) => chip.removable(remove),
            Does::Opens(_) => chip.opens(),
        }
    }
}

/// Where the parts with these meanings stand; none where there is no such part.
fn ranges(read: &TypedLine, meanings: &[Meaning]) -> Option<Vec<Range<usize>>> {
    let parts = read.parts.iter().filter(|part| meanings.contains(&part.meaning));
    let ranges: Vec<_> = parts.map(|part| part.range.clone()).collect();
    (!ranges.is_empty()).then_some(ranges)
}

/// «ср 25 ноем · 14:00–15:30».
fn when(scene: &Scene<'_>, read: &TypedLine) -> Option<Told> {
    let formats = scene.formats;
    let date = read.date?;
    let this_year = date.year() == scene.today.year();
    let day = if this_year { formats.date_compact(date) } else { formats.date_spoken(date) };
    let hour = read.time.map(|time| {
        let end = read.minutes.map(|minutes| time.overflowing_add_signed(TimeDelta::minutes(minutes.into())).0);
        end.map_or_else(|| formats.time(time), |end| formats.time_range(time, end))
    });
    let text = [Some(day), hour].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    // What follows from a repetition leaves with it.
    let at = ranges(read, &[Meaning::Day, Meaning::Time, Meaning::Length]);
    let at = at.or_else(|| ranges(read, &[Meaning::Repeat]))?;
    Some(Told { icon: icons::CALENDAR, text, tone: Tone::Accent, does: Does::Leaves(Pressed::Plain(at)) })
}

/// A chip that says what was typed.
fn own_words(line: &str, read: &TypedLine, meaning: Meaning, icon: char) -> Option<Told> {
    let at = ranges(read, &[meaning])?;
    let said: Vec<&str> = at.iter().filter_map(|range| line.get(range.clone())).collect();
    Some(Told { icon, text: said.join(" "), tone: Tone::Accent, does: Does::Leaves(Pressed::Plain(at)) })
}

/// Whom the line names, by those names by which it was read, so that nobody is waited for.
fn people(scene: &mut Scene<'_>, read: &TypedLine) -> Vec<Told> {
    if read.people.is_empty() {
        return Vec::new();
    }
    let names = scene.ask(&KnownNamesQuestion);
    let chip = |id: &PersonId| {
        let at = ranges(read, &[Meaning::Person(*id)])?;
        let text = names.as_deref()?.full_name(*id).to_owned();
        Some(Told { icon: icons::PERSON, text, tone: Tone::Accent, does: Does::Leaves(Pressed::Plain(at)) })
    };
    read.people.iter().filter_map(chip).collect()
}

/// Who may be meant by a name that several people have, each by name and city; nothing until they are known.
pub(super) fn who_may_be(scene: &mut Scene<'_>, unsure: &Unsure) -> Vec<(PersonId, String)> {
    let who = scene.ask_exact(&WhoQuestion { people: unsure.candidates.clone() });
    named(unsure, who.as_deref().map(Vec::as_slice).unwrap_or_default()).collect()
}

fn named<'a>(unsure: &'a Unsure, who: &'a [Who]) -> impl Iterator<Item = (PersonId, String)> + 'a {
    let known = unsure.candidates.iter().filter_map(|id| who.iter().find(|(one, ..)| one == id));
    known.map(|(id, name, city)| (*id, if city.is_empty() { name.clone() } else { format!("{name} · {city}") }))
}

/// A name that several people have: who is meant is chosen, or nobody.
fn choice(scene: &Scene<'_>, unsure: &Unsure, who: &[Who]) -> Option<Told> {
    let mut choices: Vec<_> = named(unsure, who)
        .map(|(id, text)| (icons::PERSON, text, false, Pressed::Person(unsure.range.clone(), id)))
        .collect();
    if choices.is_empty() {
        return None;
    }
    let nobody = Pressed::Plain(vec![unsure.range.clone()]);
    choices.push((icons::CLOSE, scene.words.get("jot-nobody"), false, nobody));
    let text = scene.words.with("jot-unsure", &[("name", unsure.text.as_str().into())]);
    Some(Told { icon: icons::PERSON, text, tone: Tone::Important, does: Does::Opens(choices) })
}

/// What it is: what was said can be taken away, what was guessed can be another.
fn kind(scene: &Scene<'_>, read: &TypedLine) -> Told {
    let words = scene.words;
    let action = read.action.as_ref().map(|action| action_word(words, action));
    let text = action.unwrap_or_else(|| kind_word(words, read.kind).to_lowercase());
    let icon = match &read.action {
        Some(Action::TwoPlusOne) => icons::TWO_PLUS_ONE,
        Some(Action::Training) => icons::PRESENTATION,
        _ => kind_icon(Some(read.kind)),
    };
    let does = if read.kind_said {
        Does::Leaves(Pressed::NoKind(ranges(read, &[Meaning::Kind]).unwrap_or_default()))
    } else {
        let offered = KINDS
            .into_iter()
            .map(|kind| (kind_icon(Some(kind)), kind_word(words, kind), kind == read.kind, Pressed::Kind(kind)));
        Does::Opens(offered.collect())
    };
    Told { icon, text, tone: Tone::Accent, does }
}

fn priority(scene: &Scene<'_>, read: &TypedLine) -> Option<Told> {
    let at = ranges(read, &[Meaning::Priority])?;
    let look = priority_look(read.priority);
    let key = match read.priority {
        Priority::Urgent => "priority-urgent",
        Priority::Important => "priority-important",
        Priority::Necessary => "priority-necessary",
        Priority::Other => "priority-other",
    };
    let does = Does::Leaves(Pressed::Plain(at));
    Some(Told { icon: look.icon(), text: scene.words.get(key), tone: look.tone(), does })
}
