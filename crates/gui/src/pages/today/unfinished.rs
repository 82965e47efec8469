//! «Недовършени»: forms in which something is typed and interviews that were put aside; each leads back.

use chrono::NaiveDate;
use egui::Ui;
use sponsor_core::Now;
use sponsor_core::model::{EntryId, EntryKind, InterviewId, PersonId, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::{OpenInterview, is_low, is_short};
use crate::app::{FormKey, FormKind, Page, Place, Question, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height};
use crate::widgets::{Button, Card, icon, row, split, telling_icon, text};

/// Asks whom or what forms are about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct AboutQuestion {
    about: Vec<String>,
}

impl Question for AboutQuestion {
    type Answer = Vec<String>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Entry];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        self.about.iter().map(|about| name_of(view, about)).collect()
    }
}

/// The name of the person, or the title of the entry, with this id; empty where there is none.
fn name_of(view: &View, about: &str) -> Result<String, StoreError> {
    if let Some(person) = read::<PersonId>(about).and_then(|id| view.people().get(id)) {
        return Ok(person.name.full());
    }
    match read::<EntryId>(about) {
        Some(id) => Ok(view.entry(id)?.map(|entry| entry.title).unwrap_or_default()),
        None => Ok(String::new()),
    }
}

/// The id that the words after a form's kind begin with, after "of/" where they say whose something new is.
fn read<I: std::str::FromStr>(about: &str) -> Option<I> {
    let about = about.strip_prefix("of/").unwrap_or(about);
    about.split(['/', ' ']).next().and_then(|id| id.parse().ok())
}

/// The entry, or the instance of a series, that a form is about.
fn entry_of(about: &str) -> Option<Place> {
    let instance = about.split_once(' ').and_then(|(_, day)| day.parse::<NaiveDate>().ok());
    read::<EntryId>(about).map(|id| Place::Entry { id, instance, day: instance })
}

/// A line of the card: what it is, and where it goes on.
struct Left {
    sign: char,
    words: &'static str,
    place: Place,
}

/// The card, if anything is unfinished.
pub fn unfinished_card(ui: &mut Ui, scene: &mut Scene<'_>, interviews: &[OpenInterview]) {
    // An interview that was put aside stands in its own line already.
    let begun = |key: &FormKey| {
        let asked = matches!(key.kind, FormKind::InterviewGuest | FormKind::InterviewField);
        asked && read(&key.about).is_some_and(|id: InterviewId| interviews.iter().any(|one| one.id == id))
    };
    let typed = scene.drafts.unfinished().into_iter().filter(|key| !begun(key));
    let forms: Vec<(FormKey, Left)> = typed.filter_map(|key| Some((key.clone(), left(&key)?))).collect();
    if forms.is_empty() && interviews.is_empty() {
        return;
    }
    let about = forms.iter().map(|(key, _)| key.about.clone()).collect();
    let names = scene.ask_exact(&AboutQuestion { about });
    let (title, note) = (scene.words.get("unfinished"), scene.words.get("today-unfinished-note"));
    // A single line needs no heading where the window is low.
    let slim = is_low(ui) && interviews.len() + forms.len() == 1;
    let card = if slim { Card::new().padding(8) } else { Card::new().title(&title).note(&note) };
    let meaning = if slim { title.as_str() } else { "" };
    card.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut index = 0;
        for one in interviews {
            let form = scene.words.get("today-unfinished-interview");
            left_row(
                ui,
                scene,
                index,
                (icons::ONBOARDING, meaning),
                &about_words(scene, form, &one.name),
                Place::Interview(one.id),
            );
            index += 1;
        }
        for (at, (_, left)) in forms.into_iter().enumerate() {
            let name = names.as_ref().and_then(|names| names.get(at)).cloned().unwrap_or_default();
            let words = about_words(scene, scene.words.get(left.words), &name);
            left_row(ui, scene, index, (left.sign, meaning), &words, left.place);
            index += 1;
        }
    });
}

fn about_words(scene: &Scene<'_>, form: String, name: &str) -> String {
    if name.is_empty() {
        return form;
    }
    scene.words.with("today-unfinished-about", &[("form", form.into()), ("name", name.into())])
}

fn left_row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    index: usize,
    (sign, meaning): (char, &str),
    words: &str,
    place: Place,
) {
    let tokens = Tokens::of(ui);
    let go_on = scene.words.get("today-continue");
    let name = format!("{go_on}: {words}");
    let tall = if is_short(ui) { 30.0 } else { height::AGENDA_ROW };
    row(ui, index, tall, |ui| {
        split(
            ui,
            tall,
            |ui| {
                if meaning.is_empty() {
                    icon(ui, sign, IconSize::Regular, tokens.soft);
                } else {
                    telling_icon(ui, sign, IconSize::Regular, tokens.soft, meaning);
                }
                text(ui, words, TextSize::Body, tokens.ink);
            },
            |ui| {
                if ui.add(Button::link(&go_on).name(&name).trailing(icons::RIGHT).small()).clicked() {
                    scene.go(place);
                }
            },
        );
    });
}

/// Where a form goes on; none for those that stand on this page itself.
fn left(key: &FormKey) -> Option<Left> {
    let person = || read::<PersonId>(&key.about).map(Place::Person);
    let registered = || read::<PersonId>(&key.about).map(Place::InStructure);
    let entry = || entry_of(&key.about);
    let of = |sign, words, place| Some(Left { sign, words, place });
    let of_person = |sign, words| of(sign, words, person().unwrap_or(Place::Page(Page::List)));
    let of_registered = |sign, words| of(sign, words, registered().unwrap_or(Place::Page(Page::Structure)));
    match key.kind {
        FormKind::Entry => {
            let new = Place::NewEntry { day: None };
            let with = key.begun_with().map(|(person, kind)| Place::NewEntryWith { person, kind });
            let words = match key.begun_with() {
                Some((_, Some(EntryKind::Call))) => "today-unfinished-call",
                Some((_, Some(EntryKind::Meeting))) => "today-unfinished-meeting",
                Some((_, Some(EntryKind::Task))) => "today-unfinished-task",
                _ => "today-unfinished-entry",
            };
            of(icons::DIARY, words, with.or_else(entry).unwrap_or(new))
        }
        FormKind::Outcome => {
            let place = entry().unwrap_or(Place::Page(Page::Diary));
            of(icons::HOW_DID_IT_GO, "today-unfinished-outcome", place)
        }
        FormKind::QuickName if key.about == "jogger" => of(icons::IDEA, "today-unfinished-names", Place::Jogger),
        FormKind::QuickName => of(icons::LIST, "today-unfinished-names", Place::Page(Page::List)),
        FormKind::ListField => of(icons::LIST, "today-unfinished-list", person().unwrap_or(Place::Page(Page::List))),
        FormKind::Sorting => of(icons::SORT, "today-unfinished-sorting", Place::Sorting),
        FormKind::Person => of(icons::PERSON, "today-unfinished-person", person().unwrap_or(Place::NewPerson)),
        FormKind::PersonNote => of_person(icons::NOTE, "today-unfinished-person-note"),
        FormKind::PersonLine => of_person(icons::NOTE, "today-unfinished-person-line"),
        FormKind::Registration => of_person(icons::STAGE_PARTNER, "today-unfinished-registration"),
        FormKind::Order => of_registered(icons::ORDER, "today-unfinished-order"),
        FormKind::Goal => of_registered(icons::GOAL, "today-unfinished-goal"),
        FormKind::MoveUnder => of_registered(icons::STRUCTURE, "today-unfinished-move-under"),
        FormKind::Milestone => of_registered(icons::RANK, "today-unfinished-milestone"),
        FormKind::MoveEntry => of(icons::MOVE, "today-unfinished-move", entry().unwrap_or(Place::Page(Page::Diary))),
        FormKind::TrainingGuest => {
            of(icons::GUEST, "today-unfinished-training-guest", entry().unwrap_or(Place::Page(Page::Diary)))
        }
        FormKind::Training => {
            let form = Place::TrainingForm(read::<EntryId>(&key.about));
            of(icons::TRAINING, "today-unfinished-training", form)
        }
        FormKind::AttendanceNames | FormKind::PathStep | FormKind::Method => {
            of(icons::TRAINING, "today-unfinished-learning", Place::Page(Page::Training))
        }
        FormKind::Reading => of(icons::FIGURES, "today-unfinished-reading", Place::Page(Page::Figures)),
        FormKind::Correction => of(icons::CALENDAR_DONE, "today-unfinished-review", Place::Review(None)),
        FormKind::SnapshotComment if key.about == "review" => {
            of(icons::CALENDAR_DONE, "today-unfinished-review", Place::Review(None))
        }
        FormKind::SnapshotComment => of(icons::REPORT, "today-unfinished-snapshot", Place::Page(Page::Figures)),
        FormKind::EveningLine | FormKind::NoteContact | FormKind::LookBack => {
            of(icons::EVENING, "today-unfinished-evening", Place::Page(Page::Evening))
        }
        FormKind::InterviewGuest | FormKind::InterviewField => {
            let place = read::<InterviewId>(&key.about).map(Place::Interview);
            of(icons::ONBOARDING, "today-unfinished-interview", place.unwrap_or(Place::Page(Page::Onboarding)))
        }
        FormKind::Contact => of_person(icons::CALL, "today-unfinished-contact"),
        FormKind::ReadyWords => of_person(icons::MESSAGE, "today-unfinished-ready-words"),
        FormKind::Settings | FormKind::ReadyText => {
            of(icons::SETTINGS, "today-unfinished-settings", Place::Page(Page::Settings))
        }
        FormKind::PlanCell
        | FormKind::PlanWords
        | FormKind::PlanTold
        | FormKind::PlanCorrection
        | FormKind::PlanRow
        | FormKind::PlanGoal => of(icons::PLAN, "today-unfinished-plan", Place::Plan(read::<PersonId>(&key.about))),
        // The jot line and the date of a move stand on this page.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use sponsor_core::model::{EntryId, EntryKind, PersonId};

    use super::left;
    use crate::app::{FormKey, FormKind, Place};

    #[test]
    fn a_form_leads_back_to_what_it_is_about() {
        let (entry, person) = (EntryId::from_bytes([7; 16]), PersonId::from_bytes([9; 16]));
        let place = |key: FormKey| left(&key).map(|left| left.place);
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24);
        let instance = FormKey::about(FormKind::Outcome, format!("{entry} 2026-11-24"));
        assert_eq!(place(instance), Some(Place::Entry { id: entry, instance: day, day }));
        let order = FormKey::about(FormKind::Order, format!("of/{person}"));
        assert_eq!(place(order), Some(Place::InStructure(person)));
        let meeting = FormKey::entry_with(person, Some(EntryKind::Meeting));
        assert!(meeting.place().is_some(), "a new entry of the registry");
        assert_eq!(place(meeting), Some(Place::NewEntryWith { person, kind: Some(EntryKind::Meeting) }));
        let line = FormKey::about(FormKind::PersonLine, format!("{person}/need"));
        assert!(line.place().is_some(), "a line of the registry");
        assert_eq!(place(line), Some(Place::Person(person)));
        assert_eq!(place(FormKey::new(FormKind::Person)), Some(Place::NewPerson));
        assert_eq!(place(FormKey::new(FormKind::Jot)), None);
    }
}
