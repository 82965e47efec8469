//! Both languages say the same things, and pages ask only for what there is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::{Language, Words, files};

/// The text of each message by its name, with the lines that continue it.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (file, text) in files::of(language) {
        let mut name = String::new();
        for line in text.lines() {
            // A message whose text begins on the next line ends with its sign.
            if let Some((head, rest)) = line.split_once(" = ").or_else(|| Some((line.strip_suffix(" =")?, "")))
                && !line.starts_with([' ', '#', '*', '['])
            {
                head.clone_into(&mut name);
                let earlier = found.insert(name.clone(), rest.to_owned());
                assert!(earlier.is_none(), "{file}: «{name}» stands twice");
            } else if line.starts_with(' ') {
                found.entry(name.clone()).or_default().push_str(line);
            } else {
                assert!(line.is_empty() || line.starts_with('#') || line == "}", "{file}: «{line}» is no message");
            }
        }
    }
    found
}

fn arguments(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')).collect()
        })
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("the sources can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The literal keys in `words.get("…")` and `words.with("…"`, however the line is broken.
fn keys_asked_for(source: &str) -> Vec<String> {
    let dense: String = source.chars().filter(|letter| !letter.is_whitespace()).collect();
    ["words.get(\"", "words.with(\"", "words().get(\"", "words().with(\""]
        .iter()
        .flat_map(|call| dense.split(call).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_file_of_messages_is_free_of_errors() {
    for language in Language::ALL {
        for (file, text) in files::of(language) {
            if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}/{file}: {errors:?}", language.code());
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let bulgarian = messages(Language::Bulgarian);
    let english = messages(Language::English);
    let names: BTreeSet<&String> = bulgarian.keys().chain(english.keys()).collect();
    for name in names {
        let (Some(left), Some(right)) = (bulgarian.get(name), english.get(name)) else {
            panic!("«{name}» stands in one language only");
        };
        assert_eq!(arguments(left), arguments(right), "arguments of «{name}»");
    }
}

#[test]
fn every_word_a_page_asks_for_exists() {
    let words = Words::new(Language::Bulgarian);
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut asked = 0;
    for file in files {
        if file.ends_with("words/tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&file).expect("a source is text");
        for key in keys_asked_for(&source) {
            assert!(words.has(&key), "{}: no message «{key}»", file.display());
            asked += 1;
        }
    }
    assert!(asked > 0, "no page asks for any word: the test looks in the wrong place");
}

#[test]
fn names_of_messages_are_kebab_case() {
    for name in messages(Language::English).keys() {
        let plain = name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
        assert!(plain, "«{name}»");
    }
}

#[test]
fn a_message_without_a_text_shows_its_name() {
    assert_eq!(Words::new(Language::English).get("no-such-message"), "no-such-message");
}

#[test]
fn counts_are_written_as_the_language_writes_them() {
    let bulgarian = Words::new(Language::Bulgarian);
    let english = Words::new(Language::English);
    assert_eq!(bulgarian.with("count-people", &[("count", 1.into())]), "1 човек");
    assert_eq!(bulgarian.with("count-people", &[("count", 1284.into())]), "1\u{a0}284 души");
    assert_eq!(english.with("count-people", &[("count", 1284.into())]), "1,284 people");
    assert_eq!(english.with("days-ago", &[("count", 1.into())]), "1 day ago");
}

#[test]
fn the_language_follows_the_system() {
    assert_eq!(Language::from_system("bg_BG.UTF-8"), Language::Bulgarian);
    assert_eq!(Language::from_system("bg"), Language::Bulgarian);
    assert_eq!(Language::from_system("en-GB"), Language::English);
    assert_eq!(Language::from_system("de_DE"), Language::English);
}

#[test]
fn words_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Words::new(Language::Bulgarian));
}

/// Whether a key is written somewhere in the sources: whole, or put together there from a beginning and an end.
fn is_said(key: &str, sources: &str, made: &[(String, String)]) -> bool {
    let whole = |key: &str| sources.contains(&format!("\"{key}\""));
    let fits = |(from, to): &(String, String)| match from.as_str() {
        // Only an end is added, to a key that is written whole.
        "" => to.starts_with('-') && key.strip_suffix(to.as_str()).is_some_and(whole),
        from => from.ends_with('-') && key.starts_with(from) && key.ends_with(to.as_str()),
    };
    whole(key) || made.iter().any(fits)
}

#[test]
fn no_message_stands_there_for_nothing() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let texts = files.iter().filter(|file| !file.ends_with("words/tests.rs"));
    let sources: String = texts.map(|file| fs::read_to_string(file).expect("a source is text")).collect();
    // `format!("month-{}", …)`: anything may stand between.
    let made: Vec<(String, String)> = sources
        .split("format!(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter_map(|text| Some((text.split_once('{')?.0.to_owned(), text.rsplit_once('}')?.1.to_owned())))
        .filter(|(from, _)| from.is_empty() || from.len() > 4)
        .collect();
    let spare: Vec<_> =
        messages(Language::Bulgarian).into_keys().filter(|key| !is_said(key, &sources, &made)).collect();
    assert!(spare.is_empty(), "nobody says {spare:?}");
}
