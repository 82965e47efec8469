//! Short messages at the bottom: what was done, with an Undo for every change, and how far a long work is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Align2, Area, Context, Id, Order, Ui, vec2};
use sponsor_core::Done;
use sponsor_core::command::CommandName;

use super::action::{Action, Place};
use super::history::{about_subject, done_words};
use super::reply::Deed;
use super::work::Progress;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Toast, ToastEvent, popover_frame, progress_bar, text, toasts};
use crate::words::Words;

/// How long a message stays, in seconds.
const STAYS: f64 = 5.0;
/// How many messages stand at a time.
const MOST: usize = 2;

#[derive(Clone, Debug)]
enum Offer {
    Nothing,
    Undo(u64),
    Redo,
    /// To go where what was typed stands again, or to do the command again.
    Reopen(Place),
    Open(String),
    Restore(PathBuf),
}

/// A message that stands.
#[derive(Debug)]
struct Shown {
    toast: Toast,
    offer: Offer,
    /// Since when, in seconds; none until it was painted.
    since: Option<f64>,
    /// Of which command of the history it speaks, and what that was.
    about: Option<(u64, CommandName)>,
}

/// The messages that are shown.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<Shown>,
    /// What is said of commands whose name says too little, by their number in the history.
    said: Vec<(u64, String)>,
    next: u64,
}

impl Toasts {
    /// Shows a sentence.
    pub fn say(&mut self, text: String) {
        self.push(text, None, Offer::Nothing, None);
    }

    /// Says what was done, and offers to take it back. While a guest looks at the screen no name is said.
    pub fn done(&mut self, words: &Words, deed: &Deed, done: &Done, focused: bool, reopens: Option<Place>) {
        let Some(sequence) = done.sequence else { return };
        let quiet = matches!(done.name, CommandName::StartInterview | CommandName::SaveInterview);
        if focused && quiet && matches!(deed, Deed::Run { .. }) {
            // A step of a talk is saved with every move; its screen says so itself.
            return;
        }
        // What is said of a command before is no longer true once it was taken back or done again.
        self.shown.retain(|shown| shown.about.is_none_or(|(of, _)| of != sequence));
        let about = Some((sequence, done.name));
        let subject = if focused { "" } else { &done.subject };
        if let Deed::Run { said: Some(said), .. } = deed {
            self.said.retain(|(of, _)| *of != sequence);
            self.said.push((sequence, said.clone()));
        }
        let mut known = self.said.iter().filter(|_| !focused);
        let said = known.find(|(of, _)| *of == sequence).map(|(_, said)| said.clone());
        let what = match said {
            // Of a move the day is said, and beside it what was moved.
            Some(said) if done.name == CommandName::MoveEntry => about_subject(words, &said, subject),
            Some(said) => said,
            None => done_words(words, done.name, subject),
        };
        match deed {
            Deed::Run { .. } => {
                // Each setting is another thing.
                let alike = done.name != CommandName::ChangeSettings;
                // Of a series of alike changes the newest is said; the history has them all.
                self.shown.retain(|shown| {
                    !matches!((shown.about, &shown.offer), (Some((_, name)), Offer::Undo(_)) if name == done.name && alike)
                });
                self.push(what, Some(words.get("undo")), Offer::Undo(sequence), about);
            }
            Deed::Undo => {
                let key = if done.left.is_empty() { "undone" } else { "undone-partly" };
                let text = words.with(key, &[("what", what.into()), ("left", done.left.len().into())]);
                match reopens {
                    Some(place) => {
                        self.push(text, Some(words.get("open-again")), Offer::Reopen(place), about);
                        if let Some(shown) = self.shown.last_mut() {
                            shown.toast.also = Some(words.get("redo"));
                        }
                    }
                    None => self.push(text, Some(words.get("redo")), Offer::Redo, about),
                }
            }
            Deed::Redo => self.push(
                words.with("redone", &[("what", what.into())]),
                Some(words.get("undo")),
                Offer::Undo(sequence),
                about,
            ),
        }
    }

    /// Says that a file was written, and offers to open it.
    pub fn written(&mut self, words: &Words, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let text = words.with("work-written", &[("file", name.into())]);
        self.push(text, Some(words.get("open")), Offer::Open(path.display().to_string()), None);
    }

    /// Says that a backup was put in the place of the workspace, and offers what stood there before.
    pub fn restored(&mut self, words: &Words, aside: Option<PathBuf>) {
        let text = words.get("settings-restored");
        match aside {
            Some(aside) => self.push(text, Some(words.get("settings-restore-back")), Offer::Restore(aside), None),
            None => self.say(text),
        }
    }

    /// Another workspace is about to be open: what was said of this one, and offered, goes with it. The numbers of its
    /// commands would be others there.
    pub fn forget(&mut self) {
        *self = Self { next: self.next, ..Self::default() };
    }

    /// What is said at the moment, oldest first.
    #[cfg(test)]
    pub fn texts(&self) -> Vec<&str> {
        self.shown.iter().map(|shown| shown.toast.text.as_str()).collect()
    }

    /// Takes all messages away: a guest is about to look at the screen.
    pub fn clear(&mut self) {
        self.shown.clear();
    }

    fn push(&mut self, text: String, action: Option<String>, offer: Offer, about: Option<(u64, CommandName)>) {
        self.next += 1;
        // They go together, so that none moves away from under the pointer.
        self.shown.iter_mut().for_each(|shown| shown.since = None);
        let toast = Toast { id: self.next, text, action, also: None };
        self.shown.push(Shown { toast, offer, since: None, about });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// Shows the messages; what a person asked for with them.
    pub fn ui(&mut self, context: &Context, words: &Words) -> Option<Action> {
        let time = context.input(|input| input.time);
        for shown in &mut self.shown {
            shown.since.get_or_insert(time);
        }
        self.shown.retain(|shown| shown.since.is_none_or(|since| time - since < STAYS));
        let soonest = self.shown.iter().filter_map(|shown| shown.since).fold(f64::INFINITY, f64::min);
        if soonest.is_finite() {
            context.request_repaint_after(Duration::from_secs_f64((soonest + STAYS - time).max(0.1)));
        }
        let messages: Vec<Toast> = self.shown.iter().map(|shown| shown.toast.clone()).collect();
        let (event, hovered) = toasts(context, &messages, &words.get("close"));
        if hovered {
            // What is being read or pressed does not go.
            self.shown.iter_mut().for_each(|shown| shown.since = Some(time));
        }
        let event = event?;
        let (ToastEvent::Action(id) | ToastEvent::Also(id) | ToastEvent::Close(id)) = event;
        let pressed = matches!(event, ToastEvent::Action(_));
        let at = self.shown.iter().position(|shown| shown.toast.id == id)?;
        match self.shown.remove(at).offer {
            Offer::Undo(sequence) if pressed => Some(Action::UndoOne(sequence)),
            Offer::Reopen(place) if pressed => Some(Action::Go(place)),
            Offer::Reopen(_) if matches!(event, ToastEvent::Also(_)) => Some(Action::Redo),
            Offer::Redo if pressed => Some(Action::Redo),
            Offer::Open(path) if pressed => Some(Action::OpenOutside(path)),
            Offer::Restore(path) if pressed => Some(Action::Restore(path)),
            _ => None,
        }
    }
}

/// Shows how far each long work is, under each other, with a button that stops it.
pub fn works<'w>(context: &Context, words: &Words, works: impl Iterator<Item = (&'w str, &'w Progress)>) {
    let tokens = Tokens::of_context(context);
    let area = Area::new(Id::unique("work")).order(Order::Foreground);
    area.anchor(Align2::RIGHT_BOTTOM, vec2(-space::PAGE, -space::PAGE)).show(context, |ui| {
        for (name, progress) in works {
            popover_frame(&tokens).show(ui, |ui| work(ui, words, name, progress));
        }
    });
    // While they run the bars move, a few times a second.
    context.request_repaint_after_secs(0.2);
}

fn work(ui: &mut Ui, words: &Words, name: &str, progress: &Progress) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        let what = words.get(name);
        text(ui, &what, TextSize::Medium, tokens.ink);
        progress_bar(ui, progress.share().unwrap_or(0.0), 160.0, &what);
        if ui.add(Button::quiet(&words.get("cancel")).small()).clicked() {
            progress.cancel();
        }
    });
}
