//! The one list of files of messages: each stands in both languages.

use super::Language;

/// A file of messages: its name under the language's folder, and its text.
pub(super) type File = (&'static str, &'static str);

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        const BULGARIAN: &[File] = &[$((
            $name,
            include_str!(concat!("../../../../assets/i18n/bg/", $name)),
        )),+];
        const ENGLISH: &[File] = &[$((
            $name,
            include_str!(concat!("../../../../assets/i18n/en/", $name)),
        )),+];
    };
}

files![
    "common.ftl",
    "shell.ftl",
    "today.ftl",
    "evening.ftl",
    "diary.ftl",
    "list.ftl",
    "import.ftl",
    "calendar.ftl",
    "link.ftl",
    "report.ftl",
    "structure.ftl",
    "plan.ftl",
    "figures.ftl",
    "training.ftl",
    "review.ftl",
    "onboarding.ftl",
    "interview.ftl",
    "settings.ftl",
    "errors.ftl",
    "history.ftl",
    "start.ftl",
    "cli.ftl",
];

/// The files of a language.
pub(super) const fn of(language: Language) -> &'static [File] {
    match language {
        Language::Bulgarian => BULGARIAN,
        Language::English => ENGLISH,
    }
}
