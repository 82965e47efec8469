//! Onboarding: the talks that were begun, the screen that asks who it is, and the interview itself in focus mode.

mod board;
mod days;
mod days_draft;
mod draft;
mod foot;
mod goal;
mod guest;
mod guest_fields;
mod guest_form;
mod head;
mod layout;
mod listing;
mod names;
mod question;
mod sheet;
mod steps;
mod talk;
mod wording;

use egui::Ui;
use sponsor_core::model::{InterviewId, PersonId};

pub use self::goal::in_one_sentence as goal_sentence;
use self::guest::{GuestAnswer, GuestPage};
use self::listing::ListingAnswer;
pub use self::names::counted as counted_names;
use self::talk::TalkPage;
pub use self::wording::Voice;
use crate::app::{Action, Scene};

/// The page as it was left.
#[derive(Debug, Default)]
pub struct OnboardingPage {
    shown: Shown,
}

#[derive(Debug, Default)]
enum Shown {
    /// The talks.
    #[default]
    Listing,
    /// Who it is.
    Guest(GuestPage),
    /// The interview, in focus mode.
    Talk(Box<TalkPage>),
}

impl OnboardingPage {
    /// Turns to a new interview, with a person of the list or without.
    pub fn meet(&mut self, person: Option<PersonId>) {
        self.shown = Shown::Guest(GuestPage::new(person));
    }

    /// Turns to an interview that was begun.
    pub fn open(&mut self, interview: InterviewId) {
        self.shown = Shown::Talk(Box::new(TalkPage::new(interview)));
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        match &mut self.shown {
            Shown::Listing => match listing::ui(ui, scene) {
                Some(ListingAnswer::Meet) => self.meet(None),
                Some(ListingAnswer::Open(interview)) => self.open(interview),
                None => return,
            },
            Shown::Guest(page) => match page.ui(ui, scene) {
                Some(GuestAnswer::Started(interview)) => self.open(interview),
                Some(GuestAnswer::Left) => self.shown = Shown::Listing,
                None => return,
            },
            Shown::Talk(page) => {
                if !page.ui(ui, scene) {
                    return;
                }
                scene.act(Action::Focus(false));
                self.shown = Shown::Listing;
            }
        }
        ui.ctx().request_repaint();
    }
}
