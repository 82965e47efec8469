//! The pages. Each is a plain struct of what the eye has chosen (selection, filter, scroll); it paints from answers and
//! asks for what it wants.

pub mod diary;
pub mod evening;
pub mod figures;
pub mod list;
mod occasions;
pub mod onboarding;
mod search;
pub mod settings;
pub mod start;
pub mod structure;
pub mod today;

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
    figures: figures::FiguresPage,
    settings: settings::SettingsPage,
}

impl Pages {
    /// Goes to a place; tells which page shows it. Each page turns to what the place names.
    pub fn go(&mut self, place: Place) -> Page {
        match place {
            Place::Page(page) => page,
            Place::Person(person) => {
                self.list.open_person(person);
                Page::List
            }
            Place::Waiting(person) => {
                self.list.show_waiting(person);
                Page::List
            }
            Place::NewPerson => {
                self.list.new_person();
                Page::List
            }
            Place::View(name) => {
                self.list.show_view(name);
                Page::List
            }
            Place::Sorting => {
                self.list.sort();
                Page::List
            }
            Place::Duplicates => {
                self.list.show_duplicates();
                Page::List
            }
            Place::Import(path) => {
                self.list.import(path);
                Page::List
            }
            Place::InStructure(person) => {
                self.structure.show_person(person);
                Page::Structure
            }
            Place::Entry { id, instance, day } => {
                self.diary.open_entry(id, instance, day);
                Page::Diary
            }
            Place::Day(day) => {
                self.diary.open_day(day);
                Page::Diary
            }
            Place::NewEntry { people, day } => {
                self.diary.begin_entry(people, day);
                Page::Diary
            }
            Place::ChangeEntry(id) => {
                self.diary.change_entry(id);
                Page::Diary
            }
            Place::Reading => {
                self.figures.type_reading();
                Page::Figures
            }
            Place::NewOrder(person) => {
                self.structure.type_order(person);
                Page::Structure
            }
            Place::NewEntryOf { kind, people } => {
                self.diary.begin_entry_of(kind, people);
                Page::Diary
            }
            Place::Jogger => {
                self.list.open_jogger();
                Page::List
            }
            Place::Meet(person) => {
                self.onboarding.meet(person);
                Page::Onboarding
            }
            Place::Interview(interview) => {
                self.onboarding.open(interview);
                Page::Onboarding
            }
        }
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
            Page::Figures => self.figures.ui(ui, scene),
            Page::Settings => self.settings.ui(ui, scene),
        }
    }
}
