//! What names or a file would do to a training, row by row, with a choice where several people fit.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{ScrollArea, Ui};
use sponsor_core::Now;
use sponsor_core::exchange::{
    Against, AttendancePreview, AttendanceRow, AttendanceVerdict, ForTraining, Reasons as _, Refusal, Who,
    preview_names,
};
use sponsor_core::model::{Entry, EntryId, IdSource, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::say;
use crate::app::{Question, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Pill, Select, Tone, icon, person_name, row, soft, split, tick_box};

/// Asks what pasted names would do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct NamesQuestion {
    pub(super) text: String,
    pub(super) training: EntryId,
    pub(super) instance: Option<NaiveDate>,
    /// Whether they are invited: the training is still to come.
    pub(super) invites: bool,
    /// The ids of guests follow from it.
    pub(super) seed: u64,
}

impl Question for NamesQuestion {
    type Answer = Option<AttendancePreview>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let Some(entry) = view.entry(self.training)?.filter(Entry::is_training) else { return Ok(None) };
        let ids = IdSource::seeded(self.seed);
        let instance = self.instance.map(|day| (day, EntryId::new(&ids, now.local)));
        let training = ForTraining { entry: Arc::new(entry), instance, is_new: false, invites: self.invites };
        let against = Against { people: view.people(), ids: &ids, now };
        Ok(Some(preview_names(&self.text, training, &against)))
    }
}

/// A number from which ids follow that meet no others.
pub(super) fn seed(scene: &Scene<'_>) -> u64 {
    let bytes = scene.new_person().to_bytes();
    bytes.last_chunk::<8>().map_or(0, |tail| u64::from_be_bytes(*tail))
}

/// What a person decides about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    Who(Option<Who>),
    Include(bool),
}

/// What a row comes to, in words.
pub(super) fn line_of(scene: &Scene<'_>, preview: &AttendancePreview, row: &AttendanceRow) -> String {
    let words = scene.words;
    let named = |id| {
        let role = preview.person(id).map(|person| say::role(words, person)).unwrap_or_default();
        format!("{} · {role}", preview.name_of(id))
    };
    match row.verdict {
        AttendanceVerdict::Added => words.with("attendance-new", &[("name", row.name.as_str().into())]),
        AttendanceVerdict::Updated(id) => named(id),
        AttendanceVerdict::Unchanged(id) => words.with("attendance-known", &[("name", preview.name_of(id).into())]),
        AttendanceVerdict::Leads(id) => words.with("attendance-leads", &[("name", preview.name_of(id).into())]),
        AttendanceVerdict::Refused(Refusal::SeveralFit) => words.get("attendance-choose"),
        AttendanceVerdict::Refused(refusal) => words.refusal(refusal),
    }
}

/// The pill of a row.
fn pill(scene: &Scene<'_>, row: &AttendanceRow) -> (String, char, Tone) {
    let say = |key: &str| scene.words.get(key);
    if !row.include {
        return (say("attendance-pill-out"), icons::NOTHING, Tone::Neutral);
    }
    match row.verdict {
        AttendanceVerdict::Added => (say("attendance-pill-new"), icons::ADD_PERSON, Tone::Accent),
        AttendanceVerdict::Updated(_) => {
            let key = if row.came.is_some() { "attendance-pill-came" } else { "attendance-pill-invited" };
            (say(key), icons::DONE, Tone::Accent)
        }
        AttendanceVerdict::Unchanged(_) | AttendanceVerdict::Leads(_) => {
            (say("attendance-pill-same"), icons::NOTHING, Tone::Neutral)
        }
        AttendanceVerdict::Refused(Refusal::SeveralFit) => {
            (say("attendance-pill-choose"), icons::QUESTION, Tone::Important)
        }
        AttendanceVerdict::Refused(_) => (say("attendance-pill-refused"), icons::WARNING, Tone::Urgent),
    }
}

/// The rows, at most this high together; gives what was decided of one.
pub(super) fn rows(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &AttendancePreview,
    most: f32,
) -> Option<(usize, Decision)> {
    let mut decided = None;
    let tall = height::AGENDA_ROW_TALL;
    let area = ScrollArea::vertical().id_salt("attendance").auto_shrink([false, true]);
    let area = area.max_height(most).min_scrolled_height(most);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, tall, preview.rows.len(), |ui, seen| {
        for at in seen {
            let Some(one) = preview.rows.get(at) else { continue };
            let answer = ui.push_id(one.ordinal, |ui| line(ui, scene, preview, at, one)).inner;
            decided = answer.map(|decision| (at, decision)).or(decided);
        }
    });
    decided
}

fn line(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &AttendancePreview,
    at: usize,
    one: &AttendanceRow,
) -> Option<Decision> {
    let tokens = Tokens::of(ui);
    let mut decision = None;
    row(ui, at, height::AGENDA_ROW_TALL, |ui| {
        let left = |ui: &mut Ui| {
            let mut include = one.include;
            let told = scene.words.with("attendance-include", &[("name", one.name.as_str().into())]);
            if tick_box(ui, &mut include, &told).changed() {
                decision = Some(Decision::Include(include));
            }
            if let Some(mode) = one.came {
                let sign = if mode == sponsor_core::model::Mode::Online { icons::ONLINE } else { icons::PLACE };
                icon(ui, sign, IconSize::Small, tokens.soft);
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((height::AGENDA_ROW_TALL - 38.0) / 2.0);
                let ink = if one.include { tokens.ink } else { tokens.soft };
                person_name(ui, &one.name, TextSize::Strong, ink);
                soft(ui, &line_of(scene, preview, one));
            });
        };
        let ((), chosen) = split(ui, height::AGENDA_ROW_TALL - 2.0, left, |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (words, sign, tone) = pill(scene, one);
            ui.add(Pill::new(&words).icon(sign).tone(tone));
            if one.include && !one.fitting.is_empty() { who(ui, scene, preview, one) } else { None }
        });
        decision = decision.or(chosen);
    });
    decision
}

/// The choice of who a row is.
fn who(ui: &mut Ui, scene: &Scene<'_>, preview: &AttendancePreview, one: &AttendanceRow) -> Option<Decision> {
    let before = one.said.or(match one.verdict {
        AttendanceVerdict::Updated(id) | AttendanceVerdict::Unchanged(id) => Some(Who::Person(id)),
        AttendanceVerdict::Added => Some(Who::New),
        _ => None,
    });
    let mut who = before;
    let label = scene.words.with("attendance-who", &[("name", one.name.as_str().into())]);
    let named = |id: &sponsor_core::model::PersonId| {
        let city = preview.person(*id).map(|person| person.city.clone()).filter(|city| !city.is_empty());
        let name = preview.name_of(*id);
        (Some(Who::Person(*id)), city.map_or_else(|| name.clone(), |city| format!("{name} · {city}")))
    };
    let mut select = Select::new(&label, &mut who);
    if before.is_none() {
        select = select.option(None, scene.words.get("attendance-who-hint"));
    }
    select
        .options(one.fitting.iter().map(named))
        .option(Some(Who::New), scene.words.get("attendance-who-new"))
        .hide_label()
        .width(220.0)
        .show(ui);
    (who != before).then_some(Decision::Who(who))
}

/// How many come to what, in a line.
pub(super) fn counted(scene: &Scene<'_>, preview: &AttendancePreview) -> String {
    let counts = preview.counts();
    let choose = preview.rows.iter().filter(|row| row.include && is_to_choose(row)).count();
    let parts = [
        ("attendance-count-known", counts.updated),
        ("attendance-count-new", counts.added),
        ("attendance-count-same", counts.unchanged),
        ("attendance-count-choose", choose),
        ("attendance-count-refused", counts.refused - choose),
    ];
    let said = parts.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<_> = said.map(|(key, count)| scene.words.with(key, &[("count", count.into())])).collect();
    said.join(" · ")
}

fn is_to_choose(row: &AttendanceRow) -> bool {
    row.verdict == AttendanceVerdict::Refused(Refusal::SeveralFit)
}
