//! Names of people, shortened without ever being cut in the middle.

use sponsor_core::text::is_title;

/// The first name and the initial of the next: `Мария П.` for «Мария Петрова Иванова».
#[must_use]
pub fn short_name(name: &str) -> String {
    let mut parts = without_titles(name);
    match (parts.next(), parts.next().and_then(|part| part.chars().next())) {
        (Some(first), Some(initial)) => {
            format!("{first} {}.", initial.to_uppercase())
        }
        (Some(first), None) => first.to_owned(),
        (None, _) => String::new(),
    }
}

/// The longest form of a name that fits: the whole, first name and initial, or the first name.
///
/// The first name is given even where it does not fit: it is never cut.
#[must_use]
pub fn fitting_name(name: &str, mut fits: impl FnMut(&str) -> bool) -> String {
    let whole = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if fits(&whole) {
        return whole;
    }
    let short = short_name(&whole);
    if fits(&short) {
        return short;
    }
    without_titles(&whole).next().unwrap_or_default().to_owned()
}

/// The words of a name without titles before it; all of them where nothing else would be left.
fn without_titles(name: &str) -> impl Iterator<Item = &str> {
    let only_titles = name.split_whitespace().all(is_title);
    name.split_whitespace().skip_while(move |word| !only_titles && is_title(word))
}

/// One or two letters for an avatar: of the first and the last name.
#[must_use]
pub fn initials(name: &str) -> String {
    let letter = |part: &str| part.chars().find(|letter| letter.is_alphanumeric());
    let mut parts = without_titles(name).filter_map(letter);
    let first = parts.next();
    let last = parts.last();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shortened_to_first_name_and_initial() {
        for (name, short) in [
            ("Мария Петрова Иванова", "Мария П."),
            ("Петър Колев", "Петър К."),
            ("Ива", "Ива"),
            ("Д-р Вихра Станчева-Панайотова", "Вихра С."),
            ("Д-р", "Д-р"),
            ("  Анна   тошева ", "Анна Т."),
            ("", ""),
        ] {
            assert_eq!(short_name(name), short);
        }
    }

    #[test]
    fn a_name_is_never_cut_in_the_middle() {
        let name = "Александрина Константинова";
        let within = |most: usize| fitting_name(name, |form| form.chars().count() <= most);
        assert_eq!(within(30), name);
        assert_eq!(within(16), "Александрина К.");
        assert_eq!(within(12), "Александрина");
        assert_eq!(within(3), "Александрина");
    }

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(initials("Мария Петрова Иванова"), "МИ");
        assert_eq!(initials("мира николова"), "МН");
        assert_eq!(initials("Ива"), "И");
        assert_eq!(initials(""), "");
    }
}
