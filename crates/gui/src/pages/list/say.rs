//! The words and looks of what a person is, shared by the table, the pane and the forms.

use sponsor_core::model::{Gender, Person, Relation, Role, Stage};

use crate::format::Formats;
use crate::widgets::StageLook;
use crate::words::Words;

use chrono::{Datelike as _, NaiveDate};

/// Every relation, the closest first.
pub(super) const RELATIONS: [Relation; 5] =
    [Relation::Close, Relation::Friend, Relation::Acquaintance, Relation::Colleague, Relation::Referral];

/// Every stage, in the order of the way.
pub(super) const STAGES: [Stage; 7] = [
    Stage::New,
    Stage::FirstTalk,
    Stage::SawPresentation,
    Stage::ThinkingOver,
    Stage::Registered,
    Stage::NotNow,
    Stage::NotForThem,
];

/// How often one may want to be in touch, in days.
pub(super) const CADENCES: [u16; 5] = [7, 14, 30, 60, 90];

/// The word of a relation.
pub(crate) fn relation(words: &Words, relation: Relation) -> String {
    match relation {
        Relation::Close => words.get("relation-close"),
        Relation::Friend => words.get("relation-friend"),
        Relation::Acquaintance => words.get("relation-acquaintance"),
        Relation::Colleague => words.get("relation-colleague"),
        Relation::Referral => words.get("relation-referral"),
    }
}

/// The word of a stage, of nobody in particular.
pub(super) fn stage(words: &Words, stage: Stage) -> String {
    match stage {
        Stage::Registered => words.get("stage-registered"),
        other => look(other, None).word(words),
    }
}

/// The look of a stage; a registered person is a customer or a partner.
pub(super) const fn look(stage: Stage, role: Option<Role>) -> StageLook {
    match (stage, role) {
        (Stage::New, _) => StageLook::New,
        (Stage::FirstTalk, _) => StageLook::FirstTalk,
        (Stage::SawPresentation, _) => StageLook::SawPresentation,
        (Stage::ThinkingOver, _) => StageLook::Thinking,
        (Stage::Registered, Some(Role::Customer)) => StageLook::Customer,
        (Stage::Registered, _) => StageLook::Partner,
        (Stage::NotNow, _) => StageLook::NotNow,
        (Stage::NotForThem, _) => StageLook::NotForThem,
    }
}

/// The look and the words of a person's stage, in their gender where it is known.
pub(crate) fn stage_of(words: &Words, person: &Person) -> (StageLook, String) {
    let look = look(person.stage, person.registration.as_ref().map(|own| own.role));
    let word = match (look, person.gender) {
        (StageLook::New, Gender::Female) => words.get("list-stage-new-she"),
        (StageLook::NotForThem, Gender::Female) => words.get("list-stage-not-for-her"),
        (StageLook::NotForThem, Gender::Male) => words.get("list-stage-not-for-him"),
        _ => look.word(words),
    };
    (look, word)
}

/// A day that has passed, for a column: «днес», «вчера», `19 ноем`, `3 фев 2025`.
pub(super) fn day_past(formats: &Formats, day: NaiveDate, today: NaiveDate) -> String {
    let near = (-1..=1).contains(&(day - today).num_days());
    if near || day.year() != today.year() { formats.date_near(day, today) } else { formats.date_tiny(day) }
}

/// A day to come, for a column: with its weekday while it is near.
pub(super) fn day_next(formats: &Formats, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        2..=7 => formats.date_compact(day),
        // Within the next months a day without its year means only one.
        8..=300 => formats.date_tiny(day),
        _ => day_past(formats, day, today),
    }
}

/// «през 14 дни», or the words for no cadence yet.
pub(super) fn cadence(words: &Words, days: Option<u16>) -> String {
    match days {
        Some(days) => words.with("list-every-days", &[("count", i64::from(days).into())]),
        None => words.get("list-cadence-none"),
    }
}
