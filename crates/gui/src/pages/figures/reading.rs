//! A figure typed as the company's site shows it.

use chrono::{Datelike as _, NaiveDate};
use egui::{Id, Ui};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{PersonId, Points, Reading, Scope};

use super::ask::ReadingsQuestion;
use crate::app::{Form, FormKey, FormKind, Scene, older_draft};
use crate::format::parse;
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Banner, Below, Button, Field, Select, Tone, date_field, modal, soft, split};

/// What is typed of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingForm {
    /// The day up to which it counts; empty for today.
    pub date: String,
    /// The points of the month to date.
    pub points: String,
    /// What it is about.
    pub scope: Scope,
}

impl Form for ReadingForm {
    const KIND: FormKind = FormKind::Reading;
}

/// The form of a reading while it is open.
#[derive(Debug)]
pub(in crate::pages) struct ReadingModal {
    fresh: bool,
    /// The form for which it was asked whether less than before is meant, and what was before.
    asked: Option<(ReadingForm, Decimal, NaiveDate)>,
    tried: bool,
}

/// What the typed words mean.
struct Meant {
    on: NaiveDate,
    points: Points,
}

impl ReadingModal {
    pub(in crate::pages) const fn new() -> Self {
        Self { fresh: true, asked: None, tried: false }
    }

    /// Shows the form; tells whether it should close.
    pub(in crate::pages) fn ui(
        &mut self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        scope: Scope,
        branches: &[(PersonId, String)],
    ) -> bool {
        let key = FormKey::new(FormKind::Reading);
        if scene.was_saved(&key) {
            return true;
        }
        // Asked from the first frame on, so that they are there when the number is typed.
        let readings = scene.ask(&ReadingsQuestion);
        let begin = || ReadingForm { scope, ..ReadingForm::default() };
        let mut form = scene.form(&key, begin).clone();
        let (title, close) = (scene.words.get("figures-reading-title"), scene.words.get("close"));
        let answer = modal(ui.ctx(), "reading", &title, &close, 440.0, |ui| {
            soft(ui, &scene.words.get("figures-reading-about"));
            ui.add_space(space::M);
            let first = (Id::unique("points of a reading"), form.points.as_str());
            if older_draft(ui, scene, &key, first).start_over {
                form = begin();
            }
            let entered = self.fields(ui, scene, &mut form, branches);
            self.question(ui, scene, &form);
            ui.add_space(space::L);
            let (saved, cancelled) = buttons(ui, scene);
            (entered | saved, cancelled)
        });
        let (entered, cancelled) = answer.inner;
        *scene.form(&key, begin) = form.clone();
        if let Some(readings) = readings.filter(|_| entered) {
            self.commit(scene, key, &form, &readings);
            ui.ctx().request_repaint();
        }
        answer.closed || cancelled
    }

    fn fields(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        form: &mut ReadingForm,
        branches: &[(PersonId, String)],
    ) -> bool {
        let words = scene.words;
        let today = scene.now.date();
        let id = Id::unique("points of a reading");
        let (points_label, date_label) = (words.get("figures-reading-points"), words.get("figures-reading-date"));
        let hint = scene.formats.date_spoken(today);
        let mut entered = false;
        ui.horizontal_top(|ui| {
            let bad = (self.tried && points(form).is_none()).then(|| words.get("figures-reading-bad-points"));
            let field = Field::new(&points_label, &mut form.points).id(id).width(160.0);
            entered |= field.below(bad.map(Below::Error)).show(ui).committed;
            let field = Field::new(&date_label, &mut form.date).hint(&hint);
            entered |= date_field(ui, words, field, today).field.committed;
        });
        if date(form, today).is_some_and(|on| on > today) {
            soft(ui, &words.get("figures-reading-future"));
        }
        if self.fresh {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.fresh = false;
        }
        ui.add_space(space::S);
        let named = branches.iter().map(|(id, name)| (Scope::Branch(*id), name.clone()));
        Select::new(&words.get("figures-scope"), &mut form.scope)
            .option(Scope::Whole, words.get("figures-whole"))
            .options(named)
            .icon(icons::STRUCTURE)
            .width(ui.available_width())
            .show(ui);
        entered
    }

    /// Asks in place whether less than before is meant.
    fn question(&mut self, ui: &mut Ui, scene: &Scene<'_>, form: &ReadingForm) {
        if self.asked.as_ref().is_some_and(|(asked, ..)| asked != form) {
            self.asked = None;
        }
        let Some((_, points, on)) = &self.asked else { return };
        let values =
            [("points", scene.formats.decimal(*points).into()), ("date", scene.formats.date_day_month(*on).into())];
        let words = scene.words.with("figures-reading-less", &values);
        ui.add_space(space::M);
        Banner::new(&words).icon(icons::QUESTION).tone(Tone::Important).show(ui, |_| ());
    }

    fn commit(&mut self, scene: &mut Scene<'_>, key: FormKey, form: &ReadingForm, readings: &[Reading]) {
        self.tried = true;
        let today = scene.now.date();
        let Some(meant) = meant(form, today) else { return };
        let confirmed = self.asked.as_ref().is_some_and(|(asked, ..)| asked == form);
        if !confirmed && let Some((points, on)) = more_before(readings, form.scope, &meant) {
            self.asked = Some((form.clone(), points, on));
            return;
        }
        let reading = Reading {
            id: scene.new_reading(),
            on: meant.on,
            scope: form.scope,
            points: meant.points,
            source: String::new(),
        };
        scene.save(key, Command::AddReading(reading));
    }
}

/// Save and Cancel; what is typed stays when the form closes.
fn buttons(ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
    let (save, cancel) = (scene.words.get("save"), scene.words.get("cancel"));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let saved = ui.add(Button::primary(&save).icon(icons::SAVE).keys("↵")).clicked();
        (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    split(ui, height::BUTTON, |_| (), right).1
}

fn date(form: &ReadingForm, today: NaiveDate) -> Option<NaiveDate> {
    if form.date.trim().is_empty() { Some(today) } else { parse::date(&form.date, today) }
}

fn points(form: &ReadingForm) -> Option<Points> {
    parse::decimal(&form.points).and_then(|points| Points::new(points).ok())
}

fn meant(form: &ReadingForm, today: NaiveDate) -> Option<Meant> {
    let on = date(form, today).filter(|on| *on <= today)?;
    Some(Meant { on, points: points(form)? })
}

/// The last earlier reading of the same month and scope, if it was more.
fn more_before(readings: &[Reading], scope: Scope, meant: &Meant) -> Option<(Decimal, NaiveDate)> {
    let month = |on: NaiveDate| (on.year(), on.month());
    let earlier = readings
        .iter()
        .filter(|one| one.scope == scope && month(one.on) == month(meant.on) && one.on < meant.on)
        .max_by_key(|one| one.on)?;
    (earlier.points > meant.points).then(|| (earlier.points.amount(), earlier.on))
}
