//! Titles of entries in narrow places: names are shortened, never cut.

use crate::format::short_name;

/// The longest form of a title that fits. First the title itself, then with the whole names in it shortened to first
/// name and initial, then to the first name; where there is still no room, whole words are left out at the end. The
/// first word always stays.
pub(super) fn fitting_title(title: &str, people: &[&str], mut fits: impl FnMut(&str) -> bool) -> String {
    let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let with = |form: fn(&str) -> String| {
        people.iter().filter(|name| !name.is_empty()).fold(whole.clone(), |text, name| text.replace(name, &form(name)))
    };
    let shorter = with(short_name);
    let shortest = with(|name| name.split_whitespace().next().unwrap_or_default().to_owned());
    for form in [&whole, &shorter, &shortest] {
        if fits(form) {
            return form.clone();
        }
    }
    let words: Vec<&str> = shortest.split(' ').collect();
    for kept in (1..words.len()).rev() {
        let form =
            format!("{}…", words.iter().take(kept).copied().collect::<Vec<_>>().join(" ").trim_end_matches([':', ',']));
        if fits(&form) {
            return form;
        }
    }
    words.first().copied().unwrap_or_default().to_owned()
}

/// Breaks a text into lines between words only. The first line has less room, for the icon before it; where its first
/// word does not fit there, the first line stays empty. A word that is wider than a whole line stands alone on one.
pub(super) fn broken(text: &str, first_room: f32, room: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let first = lines.len() == 1;
        let room = if first { first_room } else { room };
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(&longer) <= room || (line.is_empty() && !first) {
            *line = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{broken, fitting_title};

    #[test]
    fn lines_break_between_words_only() {
        let measure = |text: &str| f32::from(u16::try_from(text.chars().count()).unwrap());
        assert_eq!(broken("Обучение на живо", 9.0, 12.0, measure), ["Обучение", "на живо"]);
        assert_eq!(broken("Калина Тодорова", 4.0, 8.0, measure), ["", "Калина", "Тодорова"]);
        assert_eq!(broken("Александрина Т.", 3.0, 5.0, measure), ["", "Александрина", "Т."]);
    }

    fn within(title: &str, people: &[&str], most: usize) -> String {
        fitting_title(title, people, |form| form.chars().count() <= most)
    }

    #[test]
    fn a_name_in_a_title_is_shortened_and_never_cut() {
        let people = ["Мария Петрова"];
        assert_eq!(within("Мария Петрова", &people, 20), "Мария Петрова");
        assert_eq!(within("Мария Петрова", &people, 9), "Мария П.");
        assert_eq!(within("Мария Петрова", &people, 6), "Мария");
        assert_eq!(within("Мария Петрова", &people, 2), "Мария");
    }

    #[test]
    fn a_long_title_loses_whole_words_at_its_end() {
        assert_eq!(within("Обучение на живо: спонсориране", &[], 18), "Обучение на живо…");
        assert_eq!(within("Презентация", &[], 3), "Презентация");
        assert_eq!(within("2+1: Елена Димова и Гого", &["Елена Димова"], 21), "2+1: Елена Д. и Гого");
    }
}
