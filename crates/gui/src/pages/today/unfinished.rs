//! «Недовършени»: forms in which something is typed and interviews that were put aside; each leads back.

use egui::Ui;
use sponsor_core::Now;
use sponsor_core::model::{EntryId, InterviewId, PersonId, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::OpenInterview;
use crate::app::{FormKey, FormKind, Page, Place, Question, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height};
use crate::widgets::{Button, Card, icon, row, split, text};

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

/// The id that the words after a form's kind begin with.
fn read<I: std::str::FromStr>(about: &str) -> Option<I> {
    about.split(['/', ' ', '|', '@']).next().and_then(|id| id.parse().ok())
}

/// A line of the card: what it is, and where it goes on.
struct Left {
    sign: char,
    words: &'static str,
    place: Place,
}

/// The card, if anything is unfinished.
pub fn unfinished_card(ui: &mut Ui, scene: &mut Scene<'_>, interviews: &[OpenInterview]) {
    let forms: Vec<(FormKey, Left)> =
        scene.drafts.unfinished().into_iter().filter_map(|key| Some((key.clone(), left(&key)?))).collect();
    if forms.is_empty() && interviews.is_empty() {
        return;
    }
    let about = forms.iter().map(|(key, _)| key.about.clone()).collect();
    let names = scene.ask_exact(&AboutQuestion { about });
    let (title, note) = (scene.words.get("unfinished"), scene.words.get("today-unfinished-note"));
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut index = 0;
        for one in interviews {
            let form = scene.words.get("today-unfinished-interview");
            left_row(ui, scene, index, icons::ONBOARDING, &about_words(scene, form, &one.name), Place::Interview(one.id));
            index += 1;
        }
        for (at, (_, left)) in forms.into_iter().enumerate() {
            let name = names.as_ref().and_then(|names| names.get(at)).cloned().unwrap_or_default();
            let words = about_words(scene, scene.words.get(left.words), &name);
            left_row(ui, scene, index, left.sign, &words, left.place);
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

fn left_row(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, sign: char, words: &str, place: Place) {
    let tokens = Tokens::of(ui);
    let go_on = scene.words.get("today-continue");
    let name = format!("{go_on}: {words}");
    row(ui, index, height::AGENDA_ROW, |ui| {
        split(
            ui,
            height::AGENDA_ROW,
            |ui| {
                icon(ui, sign, IconSize::Regular, tokens.soft);
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
    let entry = || read::<EntryId>(&key.about).map(|id| Place::Entry { id, instance: None, day: None });
    let of = |sign, words, place| Some(Left { sign, words, place });
    let of_person = |sign, words| of(sign, words, person().unwrap_or(Place::Page(Page::List)));
    match key.kind {
        FormKind::Entry => {
            let new = Place::NewEntry { people: Vec::new(), day: None };
            of(icons::DIARY, "today-unfinished-entry", entry().unwrap_or(new))
        }
        FormKind::Outcome => {
            let place = entry().unwrap_or(Place::Page(Page::Diary));
            of(icons::HOW_DID_IT_GO, "today-unfinished-outcome", place)
        }
        FormKind::QuickName => of(icons::LIST, "today-unfinished-names", Place::Page(Page::List)),
        FormKind::Person => of(icons::PERSON, "today-unfinished-person", person().unwrap_or(Place::NewPerson)),
        FormKind::PersonNote => of_person(icons::NOTE, "today-unfinished-person-note"),
        FormKind::PersonLine => of_person(icons::NOTE, "today-unfinished-person-line"),
        FormKind::Registration => of_person(icons::STAGE_PARTNER, "today-unfinished-registration"),
        FormKind::Order => of_person(icons::ORDER, "today-unfinished-order"),
        FormKind::Goal => of_person(icons::GOAL, "today-unfinished-goal"),
        FormKind::Reading => of(icons::FIGURES, "today-unfinished-reading", Place::Page(Page::Figures)),
        FormKind::SnapshotComment => of(icons::REPORT, "today-unfinished-snapshot", Place::Page(Page::Figures)),
        FormKind::EveningLine | FormKind::NoteContact => {
            of(icons::EVENING, "today-unfinished-evening", Place::Page(Page::Evening))
        }
        FormKind::InterviewGuest => of(icons::ONBOARDING, "today-unfinished-interview", Place::Meet(None)),
        FormKind::InterviewField => {
            let place = read::<InterviewId>(&key.about).map(Place::Interview);
            of(icons::ONBOARDING, "today-unfinished-interview", place.unwrap_or(Place::Page(Page::Onboarding)))
        }
        FormKind::Settings => of(icons::SETTINGS, "today-unfinished-settings", Place::Page(Page::Settings)),
        // The jot line and the date of a move stand on this page.
        _ => None,
    }
}
