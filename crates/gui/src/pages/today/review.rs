//! The offer of the weekly review, from the review day on until it is held or the week is over.

use chrono::{NaiveDate, TimeDelta};
use egui::Ui;
use sponsor_core::Now;
use sponsor_core::model::{FigurePeriod, Review, ReviewState};
use sponsor_core::query::{View, is_review_due};
use sponsor_core::store::StoreError;

use crate::app::{Page, Place, Scene, shown_pages};
use crate::icons;
use crate::theme::{IconSize, Tokens, space};
use crate::widgets::{Button, Card, icon, split, two_lines};

/// How long before its hour the review stands out.
const NEAR: TimeDelta = TimeDelta::hours(1);

/// A weekly review that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReviewOffer {
    /// The Monday of its week.
    week: NaiveDate,
    /// Whether it was begun.
    begun: bool,
    /// Whether its hour is near or over.
    near: bool,
}

/// The review that is due at a moment, unless it was held.
pub(super) fn offer(view: &View, now: Now) -> Result<Option<ReviewOffer>, StoreError> {
    let settings = view.settings()?;
    // A review goes by the calendar, as the figures do.
    let today = now.date();
    if !is_review_due(today, settings.review_day) {
        return Ok(None);
    }
    let week = FigurePeriod::week_of(today).first_day();
    let state = view.all::<Review>()?.into_iter().find_map(|review| match review {
        Review::Week { from, state, .. } if from == week => Some(state),
        _ => None,
    });
    let due = !matches!(state, Some(ReviewState::Done | ReviewState::Rest));
    let at = now.date().and_time(settings.review_at);
    let near = chrono::Datelike::weekday(&today) != settings.review_day || now.local + NEAR >= at;
    Ok(due.then_some(ReviewOffer { week, begun: state.is_some(), near }))
}

/// The card of the offer.
pub(super) fn review_card(ui: &mut Ui, scene: &mut Scene<'_>, offer: Option<ReviewOffer>) {
    let Some(offer) = offer.filter(|_| shown_pages(scene.frame).contains(&Page::Review)) else { return };
    let words = scene.words;
    let hour = scene.formats.time(scene.frame.settings.review_at);
    let title = format!("{} · {hour}", words.get("weekly-review"));
    let line = words.get(if offer.begun { "today-review-begun" } else { "today-review-line" });
    let begin = words.get(if offer.begun { "today-continue" } else { "start-now" });
    let name = format!("{}: {begin}", words.get("weekly-review"));
    Card::new().accent().show(ui, |ui| {
        split(
            ui,
            40.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                icon(ui, icons::CALENDAR_DONE, IconSize::Large, Tokens::of(ui).accent);
                two_lines(ui, &title, &line);
            },
            |ui| {
                let button = if offer.near { Button::primary(&begin) } else { Button::plain(&begin) };
                if ui.add(button.name(&name)).clicked() {
                    scene.go(Place::Review(Some(offer.week)));
                }
            },
        );
    });
}
