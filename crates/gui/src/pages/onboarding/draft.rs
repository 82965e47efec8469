//! What is typed in a step, as a draft; how it begins from the interview and how it goes back into it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sponsor_core::model::{Answer, FirstName, Interview, Step, StepKind};
use sponsor_core::text::{NameAndCity, part_city};

use super::days_draft::{ActionDraft, MeetingDraft};
use super::wording::Voice;
use crate::app::{Form, FormKey, FormKind};
use crate::format::parse;

/// Everything that can be typed in a step; a step uses its part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepDraft {
    /// The answer; of the goal, what will be done in the hours.
    pub text: String,
    /// The chosen chips.
    pub chips: Vec<String>,
    /// The goal: what.
    pub what: String,
    /// The goal: by when.
    pub until: String,
    /// The goal: why.
    pub why: String,
    /// The names that were given.
    pub names: Vec<FirstName>,
    /// The name that is being typed.
    pub name: String,
    /// Its city.
    pub city: String,
    /// The seven actions.
    pub actions: Vec<ActionDraft>,
    /// The second talk.
    pub meeting: MeetingDraft,
}

impl Form for StepDraft {
    const KIND: FormKind = FormKind::InterviewField;
}

/// The form of a step of an interview.
#[must_use]
pub fn step_form(interview: &Interview, step: &str) -> FormKey {
    FormKey::about(FormKind::InterviewField, format!("{}/{step}", interview.id))
}

impl StepDraft {
    /// What a step begins with.
    #[must_use]
    pub fn of(interview: &Interview, step: &Step, voice: &Voice) -> Self {
        let mut draft = Self::default();
        if let Some(answer) = interview.answer(&step.key) {
            draft.text.clone_from(&answer.text);
            draft.chips.clone_from(&answer.chips);
        }
        match step.kind {
            StepKind::Goal => {
                draft.what.clone_from(&interview.goal_what);
                draft.until = interview.goal_until.map(|day| voice.formats.date_long(day)).unwrap_or_default();
                draft.why.clone_from(&interview.goal_why);
            }
            StepKind::FirstNames => draft.names.clone_from(&interview.first_names),
            StepKind::FirstDays => {
                draft.actions = ActionDraft::all(interview, voice);
                draft.meeting = MeetingDraft::of(interview, &voice.formats);
            }
            StepKind::Person | StepKind::Question | StepKind::Sheet => {}
        }
        draft
    }

    /// Puts what was typed into the interview; what cannot be read leaves what was there.
    pub fn put_into(&self, interview: &mut Interview, step: &Step, today: NaiveDate) {
        match step.kind {
            StepKind::Question => set_answer(interview, &step.key, &self.text, &self.chips),
            StepKind::Goal => {
                self.what.trim().clone_into(&mut interview.goal_what);
                self.why.trim().clone_into(&mut interview.goal_why);
                match (self.until.trim(), parse::date(&self.until, today)) {
                    ("", _) => interview.goal_until = None,
                    (_, Some(day)) => interview.goal_until = Some(day),
                    (_, None) => {}
                }
                set_answer(interview, &step.key, &self.text, &[]);
            }
            StepKind::FirstNames => {
                let mut draft = self.clone();
                draft.add_name();
                interview.first_names = draft.names;
            }
            StepKind::FirstDays => {
                let registered = interview.registered;
                interview.first_actions = self.actions.iter().map(|action| action.agreed(registered)).collect();
                interview.next_meeting = self.meeting.agreed(registered);
            }
            StepKind::Person | StepKind::Sheet => {}
        }
    }

    /// Takes the name that is being typed into the names; tells whether there was one.
    pub fn add_name(&mut self) -> bool {
        let Some(mut given) = name_and_city(&std::mem::take(&mut self.name)) else { return false };
        if given.city.is_empty() {
            // The city stays for the next name: people come to mind by place.
            self.city.trim().clone_into(&mut given.city);
        }
        self.names.push(given);
        true
    }

    /// Chooses a chip or takes it back; the text stays the guest's.
    pub fn turn_chip(&mut self, chip: &str) {
        match self.chips.iter().position(|chosen| chosen == chip) {
            Some(at) => drop(self.chips.remove(at)),
            None => self.chips.push(chip.to_owned()),
        }
    }
}

/// A name as it is typed, with the city after a comma, or a larger town behind the name; none without a name. The cities
/// of the workspace are no help here: they are other people's.
fn name_and_city(typed: &str) -> Option<FirstName> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let given = match typed.split_once(',') {
        Some((name, city)) => FirstName { name: plain(name), city: plain(city) },
        None => match part_city(typed, &[]) {
            Some(NameAndCity { name, city }) => FirstName { name, city },
            None => FirstName { name: plain(typed), city: String::new() },
        },
    };
    (!given.name.is_empty()).then_some(given)
}

fn set_answer(interview: &mut Interview, step: &str, text: &str, chips: &[String]) {
    interview.answers.retain(|answer| answer.step != step);
    let text = text.trim();
    if !text.is_empty() || !chips.is_empty() {
        let answer = Answer { step: step.to_owned(), text: text.to_owned(), chips: chips.to_vec() };
        interview.answers.push(answer);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::model::{FormOfAddress, IdSource, Interview, InterviewId, Language, Step, StepKind};

    use super::{StepDraft, Voice};

    fn interview() -> (Interview, Voice) {
        let voice = Voice::new(Language::Bulgarian, FormOfAddress::Informal);
        let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 40, 0).unwrap();
        let id = InterviewId::new(&IdSource::seeded(1), at);
        let interview = Interview { steps: voice.steps(), ..Interview::new(id, Language::Bulgarian, at) };
        (interview, voice)
    }

    fn step(interview: &Interview, kind: StepKind) -> Step {
        interview.steps.iter().find(|step| step.kind == kind).unwrap().clone()
    }

    #[test]
    fn what_goes_into_the_interview_comes_back_as_it_was_typed() {
        let (mut interview, voice) = interview();
        let today = interview.registered.date();
        let question = step(&interview, StepKind::Question);
        let mut draft = StepDraft::of(&interview, &question, &voice);
        draft.text = "Хората си помагат.".to_owned();
        draft.turn_chip("хората");
        draft.turn_chip("продуктите");
        draft.turn_chip("хората");
        draft.put_into(&mut interview, &question, today);
        let again = StepDraft::of(&interview, &question, &voice);
        assert_eq!((again.text.as_str(), again.chips), ("Хората си помагат.", vec!["продуктите".to_owned()]));
    }

    #[test]
    fn a_date_that_cannot_be_read_leaves_the_one_that_was_agreed() {
        let (mut interview, voice) = interview();
        let today = interview.registered.date();
        let goal = step(&interview, StepKind::Goal);
        let mut draft = StepDraft::of(&interview, &goal, &voice);
        draft.until = "31.5.2027".to_owned();
        draft.put_into(&mut interview, &goal, today);
        draft.until = "някога".to_owned();
        draft.put_into(&mut interview, &goal, today);
        assert_eq!(interview.goal_until, NaiveDate::from_ymd_opt(2027, 5, 31));
        draft.until.clear();
        draft.put_into(&mut interview, &goal, today);
        assert_eq!(interview.goal_until, None);
    }

    #[test]
    fn a_time_at_night_or_after_the_three_days_is_not_taken() {
        let (mut interview, voice) = interview();
        let today = interview.registered.date();
        let days = step(&interview, StepKind::FirstDays);
        let mut draft = StepDraft::of(&interview, &days, &voice);
        draft.actions[6].date = "сряда".to_owned();
        draft.actions[6].time = "18".to_owned();
        draft.actions[0].date = "понеделник".to_owned();
        draft.actions[0].time = "11".to_owned();
        draft.actions[1].time = "22:00".to_owned();
        draft.actions[2].date = "30 ноември".to_owned();
        draft.put_into(&mut interview, &days, today);
        let at = |index: usize| interview.first_actions[index].at.format("%d %H:%M").to_string();
        assert_eq!([at(0), at(1), at(2), at(6)], ["23 11:00", "23 13:00", "24 09:30", "25 18:00"]);
        assert_eq!(interview.next_meeting.as_ref().unwrap().at.format("%d %H:%M").to_string(), "26 10:00");
    }

    #[test]
    fn the_name_that_is_still_being_typed_is_not_lost() {
        let (mut interview, voice) = interview();
        let today = interview.registered.date();
        let names = step(&interview, StepKind::FirstNames);
        let mut draft = StepDraft::of(&interview, &names, &voice);
        draft.name = "  Мария   Колева ".to_owned();
        draft.city = "София".to_owned();
        assert!(draft.add_name());
        assert!(!draft.add_name());
        draft.name = "Петя Христова,  гр. Карлово".to_owned();
        assert!(draft.add_name());
        draft.name = "Иван Стоев Стара Загора".to_owned();
        assert!(draft.add_name());
        draft.name = "Петър".to_owned();
        draft.put_into(&mut interview, &names, today);
        let given: Vec<_> = interview.first_names.iter().map(|one| (one.name.as_str(), one.city.as_str())).collect();
        let expected = [
            ("Мария Колева", "София"),
            ("Петя Христова", "гр. Карлово"),
            ("Иван Стоев", "Стара Загора"),
            ("Петър", "София"),
        ];
        assert_eq!(given, expected);
    }
}
