//! The words of an interview: in the guest's language, with «ти» or «Вие».

use sponsor_core::model::{FormOfAddress, Interview, Language, Step, StepKind};

use crate::format::Formats;
use crate::words::Words;

/// What stands between the chips of a step in its message.
const BETWEEN_CHIPS: char = '|';

/// The steps of the first talk: their keys, as records keep them, and what they are about.
pub const STEPS: [(&str, StepKind); 10] = [
    ("person", StepKind::Person),
    ("company", StepKind::Question),
    ("products", StepKind::Question),
    ("income", StepKind::Question),
    ("time", StepKind::Question),
    ("experience", StepKind::Question),
    ("goal", StepKind::Goal),
    ("first_names", StepKind::FirstNames),
    ("first_days", StepKind::FirstDays),
    ("sheet", StepKind::Sheet),
];

/// The seven actions of the first three days: their keys, as records keep them, and whether they are done together.
pub const FIRST_ACTIONS: [(&str, bool); 7] = [
    ("first_order", true),
    ("team", true),
    ("two_minutes", true),
    ("two_plus_one", true),
    ("twenty_names", false),
    ("five_calls", true),
    ("card", true),
];

/// How an interview speaks.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The messages in the guest's language.
    pub words: Words,
    /// Numbers and dates in the guest's language.
    pub formats: Formats,
    language: Language,
    form: FormOfAddress,
}

impl Voice {
    /// The voice for a language and a form of address.
    #[must_use]
    pub fn new(language: Language, form: FormOfAddress) -> Self {
        let words = Words::new(language);
        Self { formats: Formats::new(words.clone()), words, language, form }
    }

    /// Whether this is the voice of an interview.
    #[must_use]
    pub fn is_of(&self, interview: &Interview) -> bool {
        self.language == interview.language && self.form == interview.address_form
    }

    /// A message to the guest, with «ти» or «Вие».
    #[must_use]
    pub fn to_guest(&self, key: &str) -> String {
        let form = match self.form {
            FormOfAddress::Informal => "ti",
            FormOfAddress::Formal => "vie",
        };
        self.words.get(&format!("{key}-{form}"))
    }

    /// The parts of a message that lists several things.
    #[must_use]
    pub fn list(&self, key: &str) -> Vec<String> {
        self.words.get(key).split(BETWEEN_CHIPS).map(|part| part.trim().to_owned()).collect()
    }

    /// The steps of the first talk with their wording.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        STEPS.into_iter().map(|(key, kind)| self.step(key, kind)).collect()
    }

    fn step(&self, key: &str, kind: StepKind) -> Step {
        let name = dashed(key);
        let chips = if kind == StepKind::Question { self.list(&format!("interview-{name}-chips")) } else { Vec::new() };
        Step {
            key: key.to_owned(),
            kind,
            question: self.to_guest(&format!("interview-{name}-question")),
            title: self.words.get(&format!("interview-{name}-title")),
            chips,
        }
    }

    /// What an action of the first three days is called.
    #[must_use]
    pub fn action(&self, key: &str) -> String {
        self.words.get(&format!("interview-days-{}", dashed(key)))
    }
}

/// A key of a record as names of messages are written.
fn dashed(key: &str) -> String {
    key.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_and_action_has_its_words_in_both_languages_and_forms() {
        for language in Language::ALL {
            for form in [FormOfAddress::Informal, FormOfAddress::Formal] {
                let voice = Voice::new(language, form);
                for step in voice.steps() {
                    assert!(!step.question.starts_with("interview-"), "{}", step.question);
                    assert!(!step.title.starts_with("interview-"), "{}", step.title);
                    assert!(step.chips.iter().all(|chip| !chip.is_empty() && !chip.starts_with("interview-")));
                    assert_eq!(step.kind == StepKind::Question, !step.chips.is_empty());
                }
                for (key, _) in FIRST_ACTIONS {
                    assert!(!voice.action(key).starts_with("interview-"), "{key}");
                }
                for key in ["chips", "goal-deeds", "goal-yours", "days-note", "days-alone"] {
                    let said = voice.to_guest(&format!("interview-{key}"));
                    assert!(!said.starts_with("interview-"), "{said}");
                }
            }
        }
    }

    #[test]
    fn the_five_questions_are_the_words_of_the_field() {
        let asked = |form| -> Vec<String> {
            let steps = Voice::new(Language::Bulgarian, form).steps();
            steps.into_iter().filter(|step| step.kind == StepKind::Question).map(|step| step.question).collect()
        };
        assert_eq!(
            asked(FormOfAddress::Informal),
            [
                "С какво те привлече тази компания?",
                "Какво искаш да научиш за продуктите?",
                "Какъв доход искаш да достигнеш?",
                "С какво се занимаваш и колко време седмично можеш да отделяш за тази работа?",
                "Имаш ли опит в мрежова компания? Как беше?",
            ]
        );
        assert_eq!(asked(FormOfAddress::Formal)[0], "С какво Ви привлече тази компания?");
    }
}
