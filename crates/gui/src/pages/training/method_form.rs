//! A method in the sponsor's own words.

use egui::{Id, ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::{Command, MethodChange};
use sponsor_core::learning::Method;
use sponsor_core::model::{MethodPart, MethodWords, OwnMethod};

use super::focus_first;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{height, space, width};
use crate::widgets::{Below, Button, Field, Segmented, modal, soft, split};
use crate::words::Language;

/// A method as it is typed: a line a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct MethodDraft {
    live: bool,
    title: String,
    what: String,
    when: String,
    parts: String,
    say_informal: String,
    say_formal: String,
    not: String,
    exercise: String,
    teach: String,
}

impl Form for MethodDraft {
    const KIND: FormKind = FormKind::Method;
}

/// The form while it is open.
#[derive(Debug)]
pub(super) struct MethodModal {
    /// The method that is changed; none for a new one.
    key: Option<String>,
    begin: MethodDraft,
    fresh: bool,
    tried: bool,
}

impl MethodModal {
    pub(super) fn new(method: Option<&Method>) -> Self {
        let begin = method.map_or_else(|| MethodDraft { live: true, ..MethodDraft::default() }, draft_of);
        Self { key: method.map(|method| method.key.clone()), begin, fresh: true, tried: false }
    }

    fn form_key(&self, scene: &Scene<'_>) -> FormKey {
        let key = self.key.as_deref().unwrap_or("new").replace('_', "-");
        FormKey::about(FormKind::Method, format!("{key}/{}", scene.words.language().code()))
    }

    /// Shows the form; tells whether it should close.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let key = self.form_key(scene);
        if scene.was_saved(&key) {
            return true;
        }
        let begin = self.begin.clone();
        let title =
            scene.words.get(if self.key.is_some() { "training-change-method" } else { "training-write-method" });
        let close = scene.words.get("close");
        let answer = modal(ui.ctx(), "method", &title, &close, width::FORM, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            let most = ui.ctx().content_rect().height() - 220.0;
            let entered = ScrollArea::vertical()
                .id_salt("method form")
                .max_height(most)
                .min_scrolled_height(most)
                .show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - space::L);
                    self.fields(ui, scene, &key, &begin)
                });
            let (saved, cancelled) = buttons(ui, scene);
            (entered.inner | saved, cancelled)
        });
        let (entered, cancelled) = answer.inner;
        if entered {
            self.tried = true;
            let draft = scene.form(&key, || begin.clone()).clone();
            if !draft.title.trim().is_empty() {
                let method = OwnMethod {
                    key: self.key.clone().unwrap_or_default(),
                    language: scene.words.language(),
                    live: draft.live,
                    words: words_of(&draft),
                };
                scene.save(key, Command::ChangeMethod(MethodChange::Write(Box::new(method))));
            }
        }
        answer.closed || cancelled
    }

    fn fields(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, begin: &MethodDraft) -> bool {
        ui.spacing_mut().item_spacing.y = space::M;
        let words = scene.words;
        let [title, what, when, parts, say, formal, not, exercise, teach, no_title] = [
            "training-method-title",
            "training-method-what",
            "training-when",
            "training-method-parts",
            "training-method-say",
            "training-method-say-formal",
            "training-not",
            "training-exercise",
            "training-teach",
            "training-no-method-title",
        ]
        .map(|key| words.get(key));
        let (how, [live, distance]) =
            (words.get("training-method-how"), ["in-person", "training-distance"].map(|key| words.get(key)));
        let bulgarian = words.language() == Language::Bulgarian;
        let own = self.key.is_none();
        let id = Id::unique("title of a method");
        focus_first(ui, &mut self.fresh, id);
        let tried = self.tried;
        let form = scene.form(key, || begin.clone());
        let wrong = (tried && form.title.trim().is_empty()).then_some(Below::Error(no_title));
        let mut entered = Field::new(&title, &mut form.title).id(id).below(wrong).show(ui).committed;
        if own {
            Segmented::new(&how, &mut form.live).option(true, &live).option(false, &distance).show(ui);
        }
        let many = [
            (&what, &mut form.what, 2),
            (&when, &mut form.when, 2),
            (&parts, &mut form.parts, 2),
            (&say, &mut form.say_informal, 3),
        ];
        for (label, text, rows) in many {
            entered |= Field::new(label, text).rows(rows).show(ui).committed;
        }
        if bulgarian {
            entered |= Field::new(&formal, &mut form.say_formal).rows(3).show(ui).committed;
        }
        let many = [(&not, &mut form.not, 2), (&exercise, &mut form.exercise, 2), (&teach, &mut form.teach, 2)];
        for (label, text, rows) in many {
            entered |= Field::new(label, text).rows(rows).show(ui).committed;
        }
        entered
    }
}

fn buttons(ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
    let [save, cancel, note] = ["save", "cancel", "training-method-note"].map(|key| scene.words.get(key));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let saved = ui.add(Button::primary(&save).icon(icons::SAVE).keys("Ctrl ↵")).clicked();
        (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    split(ui, height::BUTTON, |ui| soft(ui, &note), right).1
}

fn draft_of(method: &Method) -> MethodDraft {
    let words = &method.words;
    let parts: Vec<_> = words.parts.iter().map(|part| format!("{}: {}", part.title, part.text)).collect();
    MethodDraft {
        live: method.live,
        title: words.title.clone(),
        what: words.what.clone(),
        when: words.when.clone(),
        parts: parts.join("\n"),
        say_informal: words.say_informal.join("\n"),
        say_formal: words.say_formal.join("\n"),
        not: words.not.join("\n"),
        exercise: words.exercise.clone(),
        teach: words.teach.clone(),
    }
}

fn words_of(draft: &MethodDraft) -> MethodWords {
    let tidy = |text: &str| text.trim().to_owned();
    let lines = |text: &str| text.lines().map(tidy).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    let part = |line: String| match line.split_once(':') {
        Some((title, text)) => MethodPart { title: tidy(title), text: tidy(text) },
        None => MethodPart { title: String::new(), text: line },
    };
    MethodWords {
        title: tidy(&draft.title),
        what: tidy(&draft.what),
        when: tidy(&draft.when),
        parts: lines(&draft.parts).into_iter().map(part).collect(),
        say_informal: lines(&draft.say_informal),
        say_formal: lines(&draft.say_formal),
        not: lines(&draft.not),
        exercise: tidy(&draft.exercise),
        teach: tidy(&draft.teach),
    }
}

#[cfg(test)]
mod tests {
    use sponsor_core::learning::methods;
    use sponsor_core::model::{Language, PersonId, Settings};

    use super::{draft_of, words_of};

    #[test]
    fn a_method_that_is_only_looked_at_in_the_form_stays_as_it_is() {
        for language in Language::ALL {
            let settings = Settings::new(PersonId::from_bytes([1; 16]), language);
            for method in methods(&settings, language) {
                assert_eq!(words_of(&draft_of(&method)), method.words, "{}", method.key);
            }
        }
    }
}
