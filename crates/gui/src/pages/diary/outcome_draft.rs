//! What is typed in «Как мина?», and what it becomes. Nothing here paints.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::command::{CallBack, OutcomeForm, StepAfter};
use sponsor_core::model::{Entry, EntryState, Name, Outcome, PersonId};

use super::chosen::{Chosen, chosen, ids, new_people, on_day};
use crate::app::{Form, FormKind};
use crate::format::parse::{self, SaidDay};

/// What somebody does after a 2+1, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AfterDraft {
    pub(super) person: PersonId,
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) call: bool,
}

impl AfterDraft {
    pub(super) const fn of(person: PersonId) -> Self {
        Self { person, text: String::new(), call: false }
    }
}

/// What is typed in «Как мина?».
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OutcomeDraft {
    pub(super) met: Vec<Chosen>,
    pub(super) person: String,
    pub(super) talked_about: String,
    pub(super) call_day: String,
    pub(super) call_time: String,
    pub(super) information: String,
    pub(super) promise: String,
    pub(super) promise_until: String,
    /// Words of the promise that were read as its day and are not to be.
    pub(super) not_a_day: String,
    pub(super) contacts: Vec<String>,
    pub(super) contact: String,
    pub(super) important: String,
    /// Of a 2+1: who presented.
    pub(super) presented_by: Option<PersonId>,
    /// Of a 2+1: what each does after it.
    pub(super) after: Vec<AfterDraft>,
    /// Saving was tried.
    pub(super) tried: bool,
}

impl Form for OutcomeDraft {
    const KIND: FormKind = FormKind::Outcome;
}

/// What cannot be saved as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum OutcomeProblem {
    /// The day of the call is missing or not understood.
    CallDay,
    /// The hour of the call is not understood.
    CallTime,
    /// The day of the promise is not understood.
    Until,
}

impl OutcomeProblem {
    /// The key of the words that say it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::CallDay => "diary-unclear-call-day",
            Self::CallTime => "diary-unclear-call-time",
            Self::Until => "diary-unclear-until",
        }
    }
}

impl OutcomeDraft {
    /// Whether nothing was told in the form that began so.
    pub(super) fn is_untouched(&self, initial: &Self) -> bool {
        Self { tried: initial.tried, ..self.clone() } == *initial
    }

    /// The form about an entry: with its people, or with what was written down before.
    pub(super) fn about(entry: &Entry, outcome: Option<&Outcome>, name: impl Fn(PersonId) -> String) -> Self {
        let filled = outcome.cloned().unwrap_or_default();
        let met = if filled.met.is_empty() { &entry.people } else { &filled.met };
        Self {
            met: chosen(met, name),
            talked_about: filled.talked_about,
            information: filled.information,
            promise: filled.promise,
            important: filled.important,
            presented_by: filled.presented_by,
            ..Self::default()
        }
    }

    /// With whom one met: at a training with those who came.
    fn met(&self, entry: &Entry) -> Vec<PersonId> {
        match entry.training.as_ref().filter(|_| entry.is_training()) {
            Some(training) => training.came.iter().map(|one| one.person).collect(),
            None => ids(&self.met),
        }
    }

    /// The names of new contacts, the one that is still being typed too.
    pub(super) fn contacts(&self) -> Vec<String> {
        let typed = [self.contact.trim().to_owned()];
        self.contacts.iter().cloned().chain(typed).filter(|name| Name::from_full(name).is_ok()).collect()
    }

    /// The day that «Кога да звънна» says in a sentence, where it is more than a date.
    pub(super) fn call_said(&self, today: NaiveDate) -> Option<SaidDay> {
        let typed = self.call_day.trim();
        if parse::date(typed, today).is_some() { None } else { parse::day_in(typed, today) }
    }

    /// The hour of the call: its own field, else the one in the sentence.
    pub(super) fn call_hour(&self, today: NaiveDate) -> Result<Option<NaiveTime>, OutcomeProblem> {
        match self.call_time.trim() {
            "" => Ok(self.call_said(today).and_then(|_| parse::hour_in(&self.call_day))),
            text => parse::time(text).map(Some).ok_or(OutcomeProblem::CallTime),
        }
    }

    fn call(&self, now: Now, today: NaiveDate) -> Result<Option<CallBack>, OutcomeProblem> {
        let typed = self.call_day.trim();
        if typed.is_empty() && self.call_time.trim().is_empty() {
            return Ok(None);
        }
        let said = || self.call_said(today).map(|said| said.day);
        let day = parse::date(typed, today).or_else(said).ok_or(OutcomeProblem::CallDay)?;
        Ok(Some(CallBack { when: on_day(day, self.call_hour(today)?, None, now.zone) }))
    }

    /// The day that the promise says, unless another was typed or it was taken away.
    pub(super) fn promise_said(&self, today: NaiveDate) -> Option<SaidDay> {
        let said = parse::day_in(&self.promise, today)?;
        (self.promise_until.trim().is_empty() && said.words != self.not_a_day).then_some(said)
    }

    fn until(&self, today: NaiveDate) -> Result<Option<NaiveDate>, OutcomeProblem> {
        match self.promise_until.trim() {
            "" => Ok(self.promise_said(today).map(|said| said.day)),
            text => parse::date(text, today).map(Some).ok_or(OutcomeProblem::Until),
        }
    }

    /// Everything that is wrong.
    pub(super) fn problems(&self, now: Now, today: NaiveDate) -> Vec<OutcomeProblem> {
        self.call(now, today).err().into_iter().chain(self.until(today).err()).collect()
    }

    /// What is to be recorded. What is not understood yet is left out, so that the rest can be shown while one types.
    pub(super) fn form(&self, entry: &Entry, instance: Option<NaiveDate>, now: Now, today: NaiveDate) -> OutcomeForm {
        OutcomeForm {
            entry: entry.id,
            instance,
            met: self.met(entry),
            met_first: if entry.is_training() { Vec::new() } else { new_people(&self.met, today) },
            talked_about: self.talked_about.clone(),
            call: self.call(now, today).ok().flatten(),
            information: self.information.clone(),
            promise: self.promise.clone(),
            promise_until: self.until(today).ok().flatten(),
            new_contacts: self.contacts(),
            important: self.important.clone(),
            presented_by: self.presented_by,
            after: self.steps(today),
        }
    }

    /// What each of those who met does after it, by the day that the words say.
    fn steps(&self, today: NaiveDate) -> Vec<StepAfter> {
        let met = |step: &&AfterDraft| self.met.iter().any(|one| one.id == step.person);
        let typed = self.after.iter().filter(met).filter(|step| !step.text.trim().is_empty());
        typed
            .map(|step| StepAfter {
                person: step.person,
                text: step.text.trim().to_owned(),
                call: step.call,
                on: parse::day_in(&step.text, today).map(|said| said.day),
            })
            .collect()
    }

    /// The entry with what was written down before put right; nothing new follows from it.
    pub(super) fn corrected(&self, before_it: &Entry, instance: Option<NaiveDate>) -> Entry {
        let mut entry = before_it.clone();
        let correct = |before: Option<Outcome>| Outcome {
            met: self.met(before_it),
            talked_about: self.talked_about.trim().to_owned(),
            information: self.information.trim().to_owned(),
            promise: self.promise.trim().to_owned(),
            important: self.important.trim().to_owned(),
            presented_by: self.presented_by,
            ..before.unwrap_or_default()
        };
        match instance.zip(entry.repeat.as_mut()) {
            Some((day, repeat)) => {
                let own = repeat.overrides.entry(day).or_default();
                own.state = Some(EntryState::Done);
                own.outcome = Some(correct(own.outcome.take()));
            }
            None => entry.outcome = Some(correct(entry.outcome.take())),
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::Now;
    use sponsor_core::command::{Consequence, consequences};
    use sponsor_core::model::{Entry, EntryId, EntryKind, Outcome, PersonId, When};

    use super::{OutcomeDraft, OutcomeProblem};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn now() -> Now {
        Now::new(day(24).and_hms_opt(12, 40, 0).unwrap(), chrono_tz::Europe::Sofia)
    }

    fn meeting() -> Entry {
        let mut entry =
            Entry::new(EntryId::from_bytes([1; 16]), EntryKind::Meeting, "Кафе", When::day(day(24)), now().local);
        entry.people = vec![PersonId::from_bytes([2; 16])];
        entry
    }

    #[test]
    fn typed_days_and_names_become_what_follows() {
        let draft = OutcomeDraft {
            call_day: "петък".to_owned(),
            call_time: "10:30".to_owned(),
            promise: "Опитва мострите".to_owned(),
            promise_until: "1.12".to_owned(),
            contacts: vec!["Станка Попова".to_owned()],
            contact: "Гого".to_owned(),
            ..OutcomeDraft::about(&meeting(), None, |_| "Мария".to_owned())
        };
        let form = draft.form(&meeting(), None, now(), day(24));
        assert_eq!(form.met, [PersonId::from_bytes([2; 16])]);
        let start = day(27).and_hms_opt(10, 30, 0).unwrap();
        let made = consequences(&form, day(24)).unwrap();
        let called = When::Timed { start, minutes: None, zone: chrono_tz::Europe::Sofia };
        assert_eq!(made.first(), Some(&Consequence::Call { when: called }));
        let until = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        assert!(made.contains(&Consequence::Promise { text: "Опитва мострите".to_owned(), until }));
        assert_eq!(made.len(), 4);
    }

    #[test]
    fn a_day_that_the_text_says_is_its_day_until_it_is_taken_away() {
        let mut draft = OutcomeDraft {
            call_day: "в петък сутринта, в 10:30".to_owned(),
            promise: "Опитва мострите до 1 декември".to_owned(),
            ..OutcomeDraft::default()
        };
        let made = |draft: &OutcomeDraft| {
            let form = draft.form(&meeting(), None, now(), day(24));
            (form.call.map(|call| call.when), form.promise_until)
        };
        let start = day(27).and_hms_opt(10, 30, 0).unwrap();
        let call = When::Timed { start, minutes: None, zone: chrono_tz::Europe::Sofia };
        assert_eq!(made(&draft), (Some(call), NaiveDate::from_ymd_opt(2026, 12, 1)));
        draft.not_a_day = draft.promise_said(day(24)).unwrap().words;
        assert_eq!(made(&draft).1, None);
        // A day that is typed is the one that counts.
        "утре".clone_into(&mut draft.promise_until);
        assert_eq!(made(&draft).1, Some(day(25)));
    }

    #[test]
    fn an_hour_without_a_day_and_a_day_that_is_none_are_told() {
        let wrong =
            OutcomeDraft {
                call_time: "10".to_owned(), promise_until: "някога".to_owned(), ..OutcomeDraft::default()
            };
        assert_eq!(wrong.problems(now(), day(24)), [OutcomeProblem::CallDay, OutcomeProblem::Until]);
    }

    #[test]
    fn a_correction_keeps_the_call_and_the_people_that_were_made() {
        let mut entry = meeting();
        let new = PersonId::from_bytes([9; 16]);
        let before =
            Outcome { talked_about: "времето".to_owned(), new_contacts: vec![new], ..Outcome::default() };
        entry.outcome = Some(before);
        let mut draft = OutcomeDraft::about(&entry, entry.outcome.as_ref(), |_| String::new());
        "продуктите".clone_into(&mut draft.talked_about);
        let outcome = draft.corrected(&entry, None).outcome.unwrap();
        assert_eq!((outcome.talked_about.as_str(), outcome.new_contacts), ("продуктите", vec![new]));
    }
}
