//! Titles before a name, which are no part of it: «д-р», «инж.», "Mrs".

/// Titles in small letters, without a point.
const TITLES: [&str; 16] =
    ["д-р", "инж", "проф", "доц", "арх", "адв", "г-н", "г-жа", "г-ца", "dr", "prof", "mr", "mrs", "ms", "eng", "rev"];

/// Whether a word is a title and not a name.
#[must_use]
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::is_title;

    #[test]
    fn a_title_is_no_name() {
        for title in ["Д-р", "д-р.", "Инж.", "проф.", "Dr.", "Mrs", "г-жа", "г-н"] {
            assert!(is_title(title), "{title}");
        }
        for name in ["Драго", "Мария", "Ина", "Адела"] {
            assert!(!is_title(name), "{name}");
        }
    }
}
