//! The interviews of the small example: one whose first talk ended yesterday, one that was put aside.

use chrono::{NaiveDateTime, TimeDelta};

use super::data::Welcome;
use super::{Telling, unreadable};
use crate::command::Command;
use crate::desk::DeskError;
use crate::model::{
    Action, Answer, EntryState, FirstAction, FirstName, Interview, InterviewId, NextMeeting, Priority, Step,
};

/// What is done once the first talk has made its entries.
#[derive(Debug)]
pub(super) struct After {
    interview: InterviewId,
    welcome: Welcome,
}

pub(super) fn tell(telling: &mut Telling<'_, '_>) -> Result<After, DeskError> {
    let welcome = telling.data.interview.clone();
    let started = telling.at(-1, "10:00")?;
    let interview = first_talk(telling, &welcome, started)?;
    let id = interview.id;
    let begun = Interview { answers: Vec::new(), step: "company".to_owned(), ..interview.clone() };
    telling.tell(started, Command::StartInterview(Box::new(begun)));
    let ended = telling.at(-1, "11:30")?;
    telling.tell(ended, Command::SaveInterview(Box::new(interview)));
    telling.tell(ended, Command::FinishFirstTalk(id));
    let open = put_aside(telling, &welcome)?;
    telling.tell(open.started, Command::StartInterview(Box::new(open)));
    Ok(After { interview: id, welcome })
}

fn empty(telling: &Telling<'_, '_>, welcome: &Welcome, key: &str, at: NaiveDateTime) -> Result<Interview, DeskError> {
    let steps = welcome.steps.iter().map(|step| {
        Ok(Step {
            key: step.key.clone(),
            kind: step.kind,
            question: telling.text(&step.question)?,
            title: telling.text(&step.title)?,
            chips: step.chips.iter().map(|chip| telling.text(chip)).collect::<Result<_, DeskError>>()?,
        })
    });
    let id = InterviewId::new(&telling.scribe.ids, at);
    Ok(Interview {
        person: Some(telling.person(key)?),
        guest_name: telling.words.cast(key)?.to_owned(),
        guest_city: telling.words.home.clone(),
        step: "company".to_owned(),
        steps: steps.collect::<Result<_, DeskError>>()?,
        ..Interview::new(id, telling.language, at)
    })
}

fn answers(telling: &Telling<'_, '_>, given: &[(String, String)]) -> Result<Vec<Answer>, DeskError> {
    let answer = |(step, text): &(String, String)| {
        Ok(Answer { step: step.clone(), text: telling.text(text)?, chips: Vec::new() })
    };
    given.iter().map(answer).collect()
}

fn first_talk(telling: &Telling<'_, '_>, welcome: &Welcome, at: NaiveDateTime) -> Result<Interview, DeskError> {
    let names = welcome.names.iter().map(|(key, city)| {
        let city = city.and_then(|city| telling.words.cities.get(city)).cloned().unwrap_or_default();
        Ok(FirstName { name: telling.words.cast(key)?.to_owned(), city })
    });
    let actions = welcome.actions.iter().map(|action| {
        Ok(FirstAction {
            key: action.key.clone(),
            title: telling.text(&action.title)?,
            at: telling.at(action.day, &action.time)?,
            together: action.together,
        })
    });
    let (day, time, place) = &welcome.meeting;
    Ok(Interview {
        company_number: welcome.number.clone(),
        registered: telling.at(welcome.registered.0, &welcome.registered.1)?,
        step: "sheet".to_owned(),
        answers: answers(telling, &welcome.answers)?,
        goal_what: telling.text(&welcome.goal_what)?,
        goal_until: Some(telling.day(welcome.goal_days)),
        goal_why: telling.text(&welcome.goal_why)?,
        first_names: names.collect::<Result<_, DeskError>>()?,
        first_actions: actions.collect::<Result<_, DeskError>>()?,
        next_meeting: Some(NextMeeting { at: telling.at(*day, time)?, place: telling.text(place)? }),
        ..empty(telling, welcome, &welcome.person, at)?
    })
}

fn put_aside(telling: &Telling<'_, '_>, welcome: &Welcome) -> Result<Interview, DeskError> {
    let at = telling.at(-4, "18:00")?;
    Ok(Interview {
        step: welcome.open_step.clone(),
        answers: answers(telling, &welcome.open_answers)?,
        ..empty(telling, welcome, &welcome.open_person, at)?
    })
}

/// What was done of the first three days, and the two meetings as they were agreed.
pub(super) fn go_on(telling: &mut Telling<'_, '_>, after: After) -> Result<(), DeskError> {
    let After { interview, welcome } = after;
    let entries = {
        let view = telling.scribe.desk.read()?;
        let made = view.interview(interview)?.ok_or_else(|| unreadable("interview"))?.entries;
        made.into_iter().filter_map(|id| view.entry(id).transpose()).collect::<Result<Vec<_>, _>>()?
    };
    for (action, entry) in welcome.actions.iter().zip(&entries) {
        if action.done {
            let at = telling.at(action.day, &action.time)?;
            let at = at.checked_add_signed(TimeDelta::minutes(20)).unwrap_or(at);
            telling.scribe.give(at, Command::SetState { entry: entry.id, instance: None, state: EntryState::Done });
        }
    }
    let evening = telling.scribe.moment(telling.day(-1), 19, 40);
    let two = welcome.actions.iter().position(|action| action.key == "two_plus_one");
    if let Some(entry) = two.and_then(|place| entries.get(place)) {
        let mut entry = entry.clone();
        entry.title = telling.text(&welcome.two_title)?;
        entry.note = telling.text(&welcome.two_note)?;
        entry.place = telling.text(&welcome.two_place)?;
        entry.people.push(telling.person(&welcome.two_with)?);
        entry.action = Some(Action::TwoPlusOne);
        entry.action_chosen = true;
        entry.priority = Priority::Important;
        telling.scribe.give(evening, Command::EditEntry(Box::new(entry)));
    }
    if let Some(entry) = entries.get(welcome.actions.len()) {
        let mut entry = entry.clone();
        entry.title = telling.text(&welcome.second_title)?;
        entry.priority = Priority::Urgent;
        telling.scribe.give(evening, Command::EditEntry(Box::new(entry)));
    }
    telling.scribe.end_day()
}
