//! The fields that say how an entry repeats, and what the rule gives: how often, the last day, nothing, too much.

use chrono::{Datelike as _, NaiveDate, Weekday};
use egui::Ui;
use sponsor_core::Now;
use sponsor_core::model::{Entry, EntryId, EntryKind, RecordKind, Repeat, When, is_last_in_month};
use sponsor_core::query::{SeriesSize, View, series_size};
use sponsor_core::store::StoreError;

use super::draft::Problem;
use super::entry_fields::{Fields, reminders, wrong};
use super::layout::{shifted, week_start};
use super::repeating::{Monthly, Rhythm, last_day_kept, monthly_words};
use crate::app::{Question, Scene};
use crate::format::parse;
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Below, Chip, Field, Select, date_field, soft, text};

/// Asks what a rule gives from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SeriesQuestion {
    rule: String,
    first: NaiveDate,
}

impl Question for SeriesQuestion {
    type Answer = Option<SeriesSize>;

    const SHOWS: &'static [RecordKind] = &[];

    fn answer(&self, _view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let when = When::day(self.first);
        let mut entry = Entry::new(EntryId::from_bytes([0; 16]), EntryKind::Event, "", when, now.local);
        entry.repeat = Repeat::new(&self.rule).ok();
        Ok(series_size(&entry))
    }
}

/// Where it is kept that saving was tried.
fn wrong_id() -> egui::Id {
    egui::Id::unique("diary series wrong")
}

/// Saving was tried: what is wrong about a series comes into sight.
pub(super) fn show_what_is_wrong(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(wrong_id(), true));
    ui.ctx().request_repaint();
}

impl Fields<'_> {
    /// Reminder and repetition; tells whether Enter was pressed.
    pub(super) fn rhythm(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, problems: &[Problem]) -> bool {
        let words = scene.words;
        let half = (ui.available_width() - space::S) / 2.0;
        let repeat = words.get("diary-repeat");
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            reminders(ui, scene, self.draft, half);
            let own = Some(self.draft.rhythm.clone())
                .filter(|rhythm| matches!(rhythm, Rhythm::Other(_) | Rhythm::Fortnightly));
            let options =
                Rhythm::OFFERED.into_iter().chain(own).map(|rhythm| (rhythm.clone(), words.get(rhythm.word())));
            Select::new(&repeat, &mut self.draft.rhythm).options(options).icon(icons::REPEAT).width(half).show(ui);
        });
        if self.draft.rhythm == Rhythm::Never {
            self.say_what_stays(ui, scene);
            return false;
        }
        let mut committed = self.every(ui, scene, problems, half);
        if matches!(self.draft.rhythm, Rhythm::Weekly | Rhythm::Fortnightly) {
            self.weekdays(ui, scene);
        }
        committed |= self.end(ui, scene, problems, half);
        self.size(ui, scene);
        committed
    }

    fn first(&self, scene: &Scene<'_>) -> NaiveDate {
        parse::date(&self.draft.day, scene.today).unwrap_or(scene.today)
    }

    /// «На всеки колко седмици», and by the month on which of its days.
    fn every(&mut self, ui: &mut Ui, scene: &Scene<'_>, problems: &[Problem], half: f32) -> bool {
        if matches!(self.draft.rhythm, Rhythm::Other(_) | Rhythm::Fortnightly) {
            return false;
        }
        let words = scene.words;
        let [label, _] = self.draft.rhythm.every();
        let label = words.get(label);
        let first = self.first(scene);
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let below = problems.contains(&Problem::Every).then(|| Below::Error(words.get("error-every")));
            let field = Field::new(&label, &mut self.draft.every).hint("1").width(half).below(below);
            committed = field.show(ui).committed;
            if self.draft.rhythm == Rhythm::Monthly {
                let on = words.get("diary-monthly");
                let last = is_last_in_month(first)
                    .then(|| (Monthly::Last, monthly_words(words, scene.formats, Monthly::Last, first)));
                Select::new(&on, &mut self.draft.monthly)
                    .option(Monthly::Date, monthly_words(words, scene.formats, Monthly::Date, first))
                    .option(Monthly::Place, monthly_words(words, scene.formats, Monthly::Place, first))
                    .options(last)
                    .width(half)
                    .show(ui);
            }
        });
        committed
    }

    /// The days of the week, each on or off; one stays.
    fn weekdays(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let own = self.first(scene).weekday();
        let starts = week_start(self.first(scene), scene.frame.settings.week_starts);
        let order: Vec<Weekday> = (0..7).map(|at| shifted(starts, at).weekday()).collect();
        soft(ui, &scene.words.get("diary-weekdays"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for day in &order {
                let chosen = &mut self.draft.weekdays;
                let on = if chosen.is_empty() { *day == own } else { chosen.contains(day) };
                let word = scene.formats.weekday_short(*day);
                let chip = Chip::new(&word).selected(on).narrow().width(46.0).show(ui);
                if chip.response.on_hover_text(scene.formats.weekday(*day)).clicked() {
                    if chosen.is_empty() {
                        chosen.push(own);
                    }
                    chosen.retain(|one| one != day);
                    if !on {
                        chosen.push(*day);
                    }
                    // In the order of the week; where none is left it is the one of the entry again.
                    chosen.sort_by_key(|one| order.iter().position(|day| day == one));
                }
            }
        });
    }

    /// Until when, or how often: what is typed in one empties the other.
    fn end(&mut self, ui: &mut Ui, scene: &Scene<'_>, problems: &[Problem], half: f32) -> bool {
        let words = scene.words;
        let [until, until_hint, times, times_hint] =
            ["diary-repeat-until", "diary-repeat-until-hint", "diary-repeat-times", "diary-repeat-times-hint"]
                .map(|key| words.get(key));
        let mut committed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.vertical(|ui| {
                ui.set_width(half);
                let field = Field::new(&until, &mut self.draft.until).hint(&until_hint).width(half);
                let answer = date_field(ui, words, field, scene.today).field;
                wrong(ui, scene, problems.contains(&Problem::Until), "error-end-before-start");
                committed |= answer.committed;
                if answer.response.changed() {
                    self.draft.times.clear();
                }
            });
            if matches!(self.draft.rhythm, Rhythm::Other(_)) {
                return;
            }
            let below = problems.contains(&Problem::Times).then(|| Below::Error(words.get("error-times")));
            let field = Field::new(&times, &mut self.draft.times).hint(&times_hint).width(half).below(below);
            let answer = field.show(ui);
            committed |= answer.committed;
            if answer.response.changed() {
                self.draft.until.clear();
            }
        });
        committed
    }

    /// What the rule gives; that it gives nothing, or more than is ever shown, stands there before it is saved.
    fn size(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let first = self.first(scene);
        let rule = self.draft.pattern(scene.today).ok().and_then(|pattern| pattern.rule(first));
        let Some(rule) = rule else { return };
        let Some(size) = scene.ask_exact(&SeriesQuestion { rule, first }) else { return };
        let Some(size) = size.as_ref() else { return };
        let tokens = Tokens::of(ui);
        let day = |day: NaiveDate| scene.formats.date_near(day, scene.today);
        let (words, colour) = match size {
            SeriesSize::Nothing => (scene.words.get("diary-series-nothing"), tokens.urgent),
            SeriesSize::TooMany { most } => {
                let most = [("most", scene.formats.count(*most).into())];
                (scene.words.with("diary-series-too-many", &most), tokens.urgent)
            }
            SeriesSize::Counted { count, first, last } => {
                let values = [("count", (*count).into()), ("first", day(*first).into()), ("last", day(*last).into())];
                (scene.words.with("diary-series-counted", &values), tokens.accent)
            }
            SeriesSize::Endless { first: begins } if *begins != first => {
                (scene.words.with("diary-series-begins", &[("first", day(*begins).into())]), tokens.accent)
            }
            SeriesSize::Endless { .. } => return,
        };
        let said = text(ui, &words, TextSize::Soft, colour);
        let asked = ui.data_mut(|data| data.remove_temp::<bool>(wrong_id())).unwrap_or(false);
        if asked && colour == tokens.urgent {
            said.scroll_to_me(None);
        }
    }

    /// A series that is to repeat no longer keeps the days of which something was decided.
    fn say_what_stays(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(last) = self.about.and_then(|details| last_day_kept(&details.entry, scene.today)) else { return };
        let day = scene.formats.date_near(last, scene.today);
        let tokens = Tokens::of(ui);
        text(ui, &scene.words.with("diary-repeat-kept", &[("day", day.into())]), TextSize::Soft, tokens.important);
    }
}
