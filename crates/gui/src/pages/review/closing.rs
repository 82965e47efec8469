//! Step 5: the snapshot with a comment, which closes the review; of a review that was held what it kept.

use egui::{Id, Key, Modifiers, Ui};
use sponsor_core::command::Command;
use sponsor_core::model::Snapshot;

use super::question::ReviewView;
use crate::app::{FormKey, FormKind, Scene};
use crate::icons;
use crate::pages::figures::SnapshotForm;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Card, Field, body, key_hint, soft, text};

/// The key of the comment.
pub(super) fn comment_key() -> FormKey {
    FormKey::about(FormKind::SnapshotComment, "review")
}

/// The id of its field.
pub(super) fn comment_id() -> Id {
    Id::unique("review comment")
}

/// Shows the step.
pub(super) fn closing_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) {
    if let Some(snapshot) = view.review.snapshot.as_ref().filter(|_| view.is_held()) {
        held(ui, scene, snapshot);
        return;
    }
    let figures = view.figures();
    let period = scene.formats.figure_period(figures.period, figures.until);
    let title = scene.words.with("review-snapshot-of", &[("period", period.into())]);
    Card::new().title(&title).icon(icons::REPORT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let count = view.review.corrections.len();
        soft(ui, &scene.words.with("review-closes", &[("count", count.into())]));
        let key = comment_key();
        let (label, hint) = (scene.words.get("figures-comment"), scene.words.get("review-comment-hint"));
        let form = scene.form(&key, SnapshotForm::default);
        let field = Field::new(&label, &mut form.comment).hint(&hint).rows(2).id(comment_id()).show(ui);
        let comment = form.comment.trim().to_owned();
        let close = scene.words.get("review-close");
        let pressed = ui.add(Button::primary(&close).icon(icons::SAVE).keys("Ctrl ↵")).clicked();
        let keyed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if pressed || keyed || field.committed {
            let id = scene.new_snapshot();
            let taken = Snapshot { id, comment, taken: scene.now.local, ..view.fresh.clone() };
            scene.save(key, Command::CloseWeek { week: view.review.from, snapshot: Box::new(taken) });
        }
    });
}

/// What a review that was held kept.
fn held(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot) {
    let words = scene.words;
    let period = scene.formats.figure_period(snapshot.period, snapshot.until);
    let title = words.with("review-snapshot-of", &[("period", period.into())]);
    let values =
        [("date", scene.formats.date_weekday_long(snapshot.taken.date()).into()), ("by", snapshot.by.as_str().into())];
    Card::new().title(&title).icon(icons::DONE_CIRCLE).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        soft(ui, &words.with("review-held", &values));
        if snapshot.comment.is_empty() {
            soft(ui, &words.get("review-no-comment"));
        } else {
            text(ui, &snapshot.comment, TextSize::Body, Tokens::of(ui).ink);
        }
        body(ui, &words.get("review-held-kept"));
        key_hint(ui, &["←", "→"], &words.get("review-browse"));
    });
}
