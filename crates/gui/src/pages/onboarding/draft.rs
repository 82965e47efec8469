//! What is typed in a step, as a draft; how it begins from the interview and how it goes back into it.

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{Answer, FirstAction, FirstName, Interview, NextMeeting, Step, StepKind, Together};
use sponsor_core::query::{is_in_first_days, propose_first_days, propose_second_talk};

use super::wording::{FIRST_ACTIONS, Voice};
use crate::app::{Form, FormKey, FormKind};
use crate::format::{Formats, parse};

/// An action of the first three days as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionDraft {
    /// The stable name.
    pub key: String,
    /// What is done.
    pub title: String,
    /// The day as typed.
    pub date: String,
    /// The time as typed.
    pub time: String,
    /// Who does it.
    pub together: Together,
    /// What holds where what is typed cannot be read.
    pub at: NaiveDateTime,
}

/// The second talk as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingDraft {
    /// The day.
    pub date: String,
    /// The time.
    pub time: String,
    /// The place.
    pub place: String,
}

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
                draft.actions = actions(interview, voice);
                draft.meeting = meeting(interview, &voice.formats);
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
                let day = self.meeting.day(registered);
                let time = parse::time(&self.meeting.time);
                let place = self.meeting.place.trim().to_owned();
                interview.next_meeting = day.zip(time).map(|(day, time)| NextMeeting { at: day.and_time(time), place });
            }
            StepKind::Person | StepKind::Sheet => {}
        }
    }

    /// Takes the name that is being typed into the names; tells whether there was one.
    pub fn add_name(&mut self) -> bool {
        let name = std::mem::take(&mut self.name).split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return false;
        }
        // The city stays for the next name: people come to mind by place.
        self.names.push(FirstName { name, city: self.city.trim().to_owned() });
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

impl ActionDraft {
    /// The moment that is typed, where it can be read and is open.
    #[must_use]
    pub fn typed(&self, registered: NaiveDateTime) -> Option<NaiveDateTime> {
        let time = parse::time(&self.time)?;
        days(&self.date, registered)
            .into_iter()
            .map(|day| day.and_time(time))
            .find(|at| is_in_first_days(registered, *at))
    }

    /// The moment that holds.
    #[must_use]
    pub fn moment(&self, registered: NaiveDateTime) -> NaiveDateTime {
        self.typed(registered).unwrap_or(self.at)
    }

    fn agreed(&self, registered: NaiveDateTime) -> FirstAction {
        FirstAction {
            key: self.key.clone(),
            title: self.title.clone(),
            at: self.moment(registered),
            together: self.together,
        }
    }

    /// Writes what holds as dates are written.
    pub fn tidy(&mut self, registered: NaiveDateTime, formats: &Formats) {
        if let Some(at) = self.typed(registered) {
            self.at = at;
            self.date = formats.date_compact(at.date());
            self.time = formats.time(at.time());
        }
    }
}

impl MeetingDraft {
    /// The day that is typed: the first one that is not before the registration.
    #[must_use]
    pub fn day(&self, registered: NaiveDateTime) -> Option<NaiveDate> {
        days(&self.date, registered).into_iter().find(|day| *day >= registered.date())
    }
}

/// What a typed day may mean, seen from the eve of the registration and from its day: a weekday may be that day itself.
fn days(text: &str, registered: NaiveDateTime) -> Vec<NaiveDate> {
    let day = registered.date();
    let eve = day.checked_sub_days(Days::new(1)).unwrap_or(day);
    [eve, day].into_iter().filter_map(|today| parse::date(text, today)).collect()
}

fn set_answer(interview: &mut Interview, step: &str, text: &str, chips: &[String]) {
    interview.answers.retain(|answer| answer.step != step);
    let text = text.trim();
    if !text.is_empty() || !chips.is_empty() {
        let answer = Answer { step: step.to_owned(), text: text.to_owned(), chips: chips.to_vec() };
        interview.answers.push(answer);
    }
}

fn actions(interview: &Interview, voice: &Voice) -> Vec<ActionDraft> {
    let draft = |key: &str, title: String, at: NaiveDateTime, together| ActionDraft {
        key: key.to_owned(),
        title,
        date: voice.formats.date_compact(at.date()),
        time: voice.formats.time(at.time()),
        together,
        at,
    };
    if !interview.first_actions.is_empty() {
        let agreed = interview.first_actions.iter();
        return agreed.map(|action| draft(&action.key, action.title.clone(), action.at, action.together)).collect();
    }
    let proposed = propose_first_days(interview.registered);
    let together = |both| if both { Together::Both } else { Together::Alone };
    let shipped = FIRST_ACTIONS.into_iter().zip(proposed);
    shipped.map(|((key, both), at)| draft(key, voice.action(key), at, together(both))).collect()
}

fn meeting(interview: &Interview, formats: &Formats) -> MeetingDraft {
    let (at, place) = match &interview.next_meeting {
        Some(meeting) => (meeting.at, meeting.place.clone()),
        None if interview.first_actions.is_empty() => (propose_second_talk(interview.registered), String::new()),
        None => return MeetingDraft::default(),
    };
    MeetingDraft { date: formats.date_compact(at.date()), time: formats.time(at.time()), place }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::model::{
        FormOfAddress, IdSource, Interview, InterviewId, InterviewState, Language, Role, Step, StepKind, Talk,
    };

    use super::{StepDraft, Voice};

    fn interview() -> (Interview, Voice) {
        let voice = Voice::new(Language::Bulgarian, FormOfAddress::Informal);
        let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 40, 0).unwrap();
        let interview = Interview {
            id: InterviewId::new(&IdSource::seeded(1), at),
            person: None,
            guest_name: "Елена Димова".to_owned(),
            guest_phone: String::new(),
            guest_city: "Пловдив".to_owned(),
            language: Language::Bulgarian,
            address_form: FormOfAddress::Informal,
            role: Role::Partner,
            company_number: String::new(),
            registered: at,
            talk: Talk::First,
            state: InterviewState::Open,
            step: "company".to_owned(),
            steps: voice.steps(),
            answers: Vec::new(),
            goal_what: String::new(),
            goal_until: None,
            goal_why: String::new(),
            first_names: Vec::new(),
            first_actions: Vec::new(),
            next_meeting: None,
            entries: Vec::new(),
            started: at,
            updated: at,
        };
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
        draft.name = "Петър".to_owned();
        draft.put_into(&mut interview, &names, today);
        let given: Vec<_> = interview.first_names.iter().map(|one| (one.name.as_str(), one.city.as_str())).collect();
        assert_eq!(given, [("Мария Колева", "София"), ("Петър", "София")]);
    }
}
