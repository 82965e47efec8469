//! Titles of entries where there is little room: names in them are shortened, never cut.

use super::names::short_name;

/// How many words before a name only say what the icon says too, as «Последващ разговор с».
const WORDS_BEFORE: usize = 3;

/// The longest form of a title that fits, in this order: the title; with the whole names in it shortened to first name
/// and initial; to the first name; with the first of several people and «+1» for the others. Where there is still no
/// room, whole words are left out at the end, or, when that would leave a name out that is what the title is about, or
/// leave but a word or two, the name stays alone: with whom says more than these. The first word, or the first name,
/// is given even where it does not fit.
#[must_use]
pub fn fitting_title(title: &str, people: &[&str], mut fits: impl FnMut(&str) -> bool) -> String {
    let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let named: Vec<&str> = people.iter().copied().filter(|name| !name.is_empty() && whole.contains(name)).collect();
    let with =
        |form: fn(&str) -> String| named.iter().fold(whole.clone(), |text, name| text.replace(name, &form(name)));
    let (initials, shortest) = (with(short_name), with(first_name));
    let counted = counted(&shortest, &named);
    for form in [&whole, &initials, &shortest, &counted] {
        if fits(form) {
            return form.clone();
        }
    }
    let first = named.iter().min_by_key(|name| whole.find(**name)).copied();
    let before = first.and_then(|name| counted.split(&first_name(name)).next().map(words_in)).unwrap_or_default();
    if let Some(name) = first.filter(|_| before <= WORDS_BEFORE) {
        // First name and initial, then the first name: the words after it go first.
        let initial_stays = |form: &str| form.contains(&short_name(name));
        if let Some(form) = cut(&initials, |form| initial_stays(form) && fits(form)) {
            return form;
        }
        let whole_name_stays = |form: &str| form.contains(&first_name(name));
        let cut = cut(&counted, |form| whole_name_stays(form) && fits(form));
        return cut.unwrap_or_else(|| alone(name, named.len(), fits));
    }
    let cut = cut(&counted, &mut fits);
    // A person whom the title does not name says more than two words of it, too.
    let enough = if named.is_empty() { 2 } else { 1 };
    let says_more = cut.as_ref().is_some_and(|form| words_in(form) > enough);
    // Names that stand in a title come before those that only stand beside it.
    let of = if named.is_empty() { people } else { &named };
    let person = first.or_else(|| people.iter().find(|name| !name.is_empty()).copied()).filter(|_| !says_more);
    let person = person.map(|name| alone(name, of.len(), &mut fits)).filter(|form| fits(form));
    person.or(cut).unwrap_or_else(|| counted.split(' ').next().unwrap_or_default().to_owned())
}

fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The title with «+1» in the place of all names after the first, where these stand beside each other.
fn counted(title: &str, people: &[&str]) -> String {
    let mut places: Vec<(usize, usize)> = people
        .iter()
        .filter_map(|name| {
            let first = first_name(name);
            title.find(&first).map(|at| (at, at + first.len()))
        })
        .collect();
    places.sort_unstable();
    let beside = |pair: &[(usize, usize)]| {
        let between = pair.first().zip(pair.last()).and_then(|(one, next)| title.get(one.1..next.0));
        between.is_some_and(|between| matches!(between.trim(), "," | "и" | "and" | ""))
    };
    let all_beside = places.len() > 1 && places.windows(2).all(beside);
    let ends = places.first().zip(places.last()).filter(|_| all_beside);
    let parts = ends.and_then(|(first, last)| Some((title.get(..first.1)?, title.get(last.1..)?)));
    parts.map_or_else(|| title.to_owned(), |(head, tail)| format!("{head} +{}{tail}", places.len() - 1))
}

/// A name without the words around it: first name and initial or the first name, with how many others there are.
fn alone(name: &str, count: usize, mut fits: impl FnMut(&str) -> bool) -> String {
    let others = if count > 1 { format!(" +{}", count - 1) } else { String::new() };
    let first = first_name(name);
    let forms = [short_name(name) + &others, first.clone() + &others];
    forms.into_iter().find(|form| fits(form)).unwrap_or(first)
}

/// The title without as many whole words at its end as need be; none where no form fits.
fn cut(title: &str, mut fits: impl FnMut(&str) -> bool) -> Option<String> {
    let words: Vec<&str> = title.split(' ').collect();
    (1..words.len()).rev().find_map(|kept| {
        let mut kept: Vec<&str> = words.iter().take(kept).copied().collect();
        let next = words.get(kept.len()).copied().unwrap_or_default();
        // Between two words with a capital lies a name, known or not.
        if is_capital(next) && kept.last().is_some_and(|word| kept.len() > 1 && is_capital(word) && is_word(word)) {
            kept.pop();
        }
        // A preposition at the end says nothing.
        while kept.len() > 1 && kept.last().is_some_and(|word| word.chars().count() <= 2 && is_word(word)) {
            kept.pop();
        }
        let kept = kept.join(" ");
        let kept = kept.trim_end_matches([':', ',', ';', '·', '–', ' ']);
        // After the point of an initial it would be a row of points.
        let more = if kept.ends_with('.') { "" } else { "…" };
        let form = format!("{kept}{more}");
        fits(&form).then_some(form)
    })
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_word(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// Breaks a text into lines between words only. The first line has less room, for the icon before it; where its first
/// word does not fit there, the first line stays empty. A word that is wider than a whole line stands alone on one.
#[must_use]
pub fn broken(text: &str, first_room: f32, room: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    // A point between two things stands with the second: «· 3» is not parted.
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("· ", "·\u{a0}");
    for word in whole.split(' ').filter(|word| !word.is_empty()) {
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
        assert_eq!(broken("Покани · 3", 10.0, 9.0, measure), ["Покани · 3".replace("· ", "·\u{a0}")]);
        assert_eq!(broken("Покани · 3", 8.0, 9.0, measure), ["Покани", "·\u{a0}3"]);
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
        assert_eq!(within("Каталог за дома на леля", &[], 20), "Каталог за дома…");
    }

    #[test]
    fn a_title_with_a_name_is_never_cut_within_the_name() {
        let people = ["Мира Николова"];
        let title = "Обаждане на Мира Николова";
        assert_eq!(within(title, &people, 24), "Обаждане на Мира Н.");
        assert_eq!(within(title, &people, 17), "Обаждане на Мира");
        assert_eq!(within(title, &people, 12), "Мира Н.");
        assert_eq!(within(title, &people, 5), "Мира");
        assert_eq!(within(title, &people, 2), "Мира");
        for most in 0..40 {
            let form = within(title, &people, most);
            assert!(!form.ends_with("Мира…") && !form.contains("Ник…"), "{form}");
        }
    }

    #[test]
    fn of_several_people_the_first_is_named_and_the_others_are_counted() {
        let people = ["Елена Димова", "Ралица Попова"];
        let title = "Среща 2+1 с Елена Димова и Ралица Попова";
        assert_eq!(within(title, &people, 32), "Среща 2+1 с Елена Д. и Ралица П.");
        assert_eq!(within(title, &people, 27), "Среща 2+1 с Елена и Ралица");
        assert_eq!(within(title, &people, 22), "Среща 2+1 с Елена +1");
        assert_eq!(within(title, &people, 12), "Елена Д. +1");
        assert_eq!(within(title, &people, 9), "Елена +1");
    }

    #[test]
    fn a_name_of_nobody_on_the_list_is_not_cut_either() {
        assert_eq!(within("следва: Среща с Ралица Попова утре", &[], 24), "следва: Среща…");
    }

    #[test]
    fn what_follows_a_name_goes_before_its_initial_does() {
        let title = "Обади се на Мира Николова за каталога и мострите";
        let people = ["Мира Николова"];
        assert_eq!(within(title, &people, 26), "Обади се на Мира Н.");
        assert_eq!(within(title, &people, 17), "Обади се на Мира…");
    }

    #[test]
    fn where_but_one_word_has_room_the_person_is_named_instead() {
        let people = ["Мария Петрова"];
        assert_eq!(within("Кафе и разговор за каталога", &people, 16), "Кафе и разговор…");
        assert_eq!(within("Представяне на продуктите", &people, 13), "Мария П.");
        assert_eq!(within("Представяне на продуктите", &people, 6), "Мария");
        assert_eq!(within("Представяне на продуктите", &["Мария Петрова", "Ива Колева"], 13), "Мария П. +1");
        assert_eq!(within("за новата покана", &people, 12), "Мария П.");
        assert_eq!(within("Представяне на продуктите", &[], 13), "Представяне…");
        assert_eq!(within("Изпрати каталога и договореното на Мария Петрова", &people, 9), "Мария П.");
    }

    #[test]
    fn a_name_far_in_a_title_goes_with_the_words_before_it() {
        let title = "Изпрати каталога и договореното на Мира Николова";
        assert_eq!(within(title, &["Мира Николова"], 20), "Изпрати каталога…");
    }
}
