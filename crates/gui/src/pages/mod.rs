//! The pages. Each is a plain struct of what the eye has chosen (selection, filter, scroll); it paints from answers and
//! asks for what it wants.

pub mod diary;
pub mod evening;
mod export;
pub mod figures;
pub mod list;
mod mapping;
mod mending;
mod occasions;
pub mod onboarding;
pub mod plan;
pub mod review;
mod search;
pub mod settings;
pub mod start;
pub mod structure;
pub mod today;
pub mod training;

use egui::Ui;

use crate::app::{Page, Place, Scene};

/// Every page, as it was left.
#[derive(Debug, Default)]
pub struct Pages {
    today: today::TodayPage,
    evening: evening::EveningPage,
    diary: diary::DiaryPage,
    list: list::ListPage,
    structure: structure::StructurePage,
    onboarding: onboarding::OnboardingPage,
    plan: plan::PlanPage,
    figures: figures::FiguresPage,
    training: training::TrainingPage,
    review: review::ReviewPage,
    settings: settings::SettingsPage,
}

impl Pages {
    /// Goes to a place; tells which page shows it. Each page turns to what the place names.
    pub fn go(&mut self, place: Place) -> Page {
        let page = page_of(&place);
        match place {
            Place::Page(_) => {}
            Place::Person(person) => self.list.open_person(person),
            Place::Waiting(person) => self.list.show_waiting(person),
            Place::NewPerson => self.list.new_person(),
            Place::View(name) => self.list.show_view(name),
            Place::Sorting => self.list.sort(),
            Place::Duplicates => self.list.show_duplicates(),
            Place::Import(path) => self.list.import(path),
            Place::ImportReport(path) => self.structure.import_report(path),
            Place::Jogger => self.list.open_jogger(),
            Place::InStructure(person) => self.structure.show_person(person),
            Place::NewOrder(person) => self.structure.type_order(person),
            Place::Entry { id, instance, day } => self.diary.open_entry(id, instance, day),
            Place::Day(day) => self.diary.open_day(day),
            Place::NewEntry { day } => self.diary.begin_entry(day),
            Place::NewEntryWith { person, kind } => self.diary.begin_entry_with(person, kind),
            Place::ChangeEntry { id, instance } => self.diary.change_entry(id, instance),
            Place::Plan(person) => self.plan.show_week(person),
            Place::Reading => self.figures.type_reading(),
            Place::Training { id, instance } => self.training.open(id, instance),
            Place::TrainingForm(id) => self.training.type_training(id),
            Place::Learning(person) => self.training.show_learning(person),
            Place::ImportAttendance(path) => self.training.import(path),
            Place::Review(week) => self.review.open(week),
            Place::Meet(person) => self.onboarding.meet(person),
            Place::Interview(interview) => self.onboarding.open(interview),
        }
        page
    }

    /// How the diary is looked at, so that it is looked at so when the program opens again.
    #[must_use]
    pub const fn diary_look(&self) -> diary::Look {
        self.diary.look()
    }

    /// The pages of another workspace, looked at in the same way.
    #[must_use]
    pub fn anew(&self) -> Self {
        let mut pages = Self::default();
        pages.look_at_diary(self.diary_look());
        pages
    }

    /// Looks at the diary as it was looked at last.
    pub const fn look_at_diary(&mut self, look: diary::Look) {
        self.diary.set_look(look);
    }

    /// Paints a page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, page: Page) {
        match page {
            Page::Today => self.today.ui(ui, scene),
            Page::Evening => self.evening.ui(ui, scene),
            Page::Diary => self.diary.ui(ui, scene),
            Page::List => self.list.ui(ui, scene),
            Page::Structure => self.structure.ui(ui, scene),
            Page::Onboarding => self.onboarding.ui(ui, scene),
            Page::Plan => self.plan.ui(ui, scene),
            Page::Figures => self.figures.ui(ui, scene),
            Page::Training => self.training.ui(ui, scene),
            Page::Review => self.review.ui(ui, scene),
            Page::Settings => self.settings.ui(ui, scene),
        }
    }
}

/// The page that shows a place.
const fn page_of(place: &Place) -> Page {
    match place {
        Place::Page(page) => *page,
        Place::Person(_)
        | Place::Waiting(_)
        | Place::NewPerson
        | Place::View(_)
        | Place::Sorting
        | Place::Duplicates
        | Place::Import(_)
        | Place::Jogger => Page::List,
        Place::InStructure(_) | Place::NewOrder(_) | Place::ImportReport(_) => Page::Structure,
        Place::Entry { .. }
        | Place::Day(_)
        | Place::NewEntry { .. }
        | Place::NewEntryWith { .. }
        | Place::ChangeEntry { .. } => Page::Diary,
        Place::Plan(_) => Page::Plan,
        Place::Reading => Page::Figures,
        Place::Training { .. } | Place::TrainingForm(_) | Place::Learning(_) | Place::ImportAttendance(_) => {
            Page::Training
        }
        Place::Review(_) => Page::Review,
        Place::Meet(_) | Place::Interview(_) => Page::Onboarding,
    }
}
