//! What a line most likely is, from its words; always only a proposal that one sees and can change.

/// The five things that a note can become, by their keys 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Something to do.
    Task,
    /// A call.
    Call,
    /// A person on the list.
    Contact,
    /// A promise.
    Promise,
    /// It stays a note.
    Note,
}

impl Sort {
    /// All five, in the order of their keys.
    pub const ALL: [Self; 5] = [Self::Task, Self::Call, Self::Contact, Self::Promise, Self::Note];
}

const CALLS: [&str; 6] = ["звън", "обаж", "обад", "call", "ring ", "phone"];
const PROMISES: [&str; 4] = ["обещ", "уговор", "promis", "agreed"];
const CONTACTS: [&str; 5] = ["запозна", "нов контакт", "познат", "new contact", "introduced"];

fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// What a note most likely becomes.
#[must_use]
pub fn proposed_sort(text: &str) -> Sort {
    let name = name_in(text);
    let begins_with_whole_name = name.contains(' ') && text.trim_start().starts_with(&name);
    let text = text.to_lowercase();
    if says(&text, &CALLS) {
        Sort::Call
    } else if says(&text, &PROMISES) {
        Sort::Promise
    } else if says(&text, &CONTACTS) || begins_with_whole_name {
        Sort::Contact
    } else {
        Sort::Task
    }
}

/// The name in a note, if one can be seen: capitals in a row, or one before a comma or within the sentence.
#[must_use]
pub fn name_in(text: &str) -> String {
    let is_name = |word: &str| {
        let letters = word.trim_matches(|letter: char| !letter.is_alphabetic());
        letters.chars().count() > 1 && letters.chars().next().is_some_and(char::is_uppercase)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_owned();
    let mut single = None;
    let mut at = 0;
    while let Some(word) = words.get(at).copied().filter(|_| at < words.len()) {
        if !is_name(word) {
            at += 1;
            continue;
        }
        let more = words.iter().skip(at).take(3);
        let mut run: Vec<String> = Vec::new();
        for part in more.take_while(|part| is_name(part)) {
            run.push(bare(part));
            if part.ends_with([',', '.', ';', ':', '!', '?']) {
                break;
            }
        }
        if run.len() > 1 {
            return run.join(" ");
        }
        if single.is_none() && (at > 0 || word.ends_with(',')) {
            single = run.into_iter().next();
        }
        at += 1;
    }
    single.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Sort, name_in, proposed_sort};

    #[test]
    fn a_note_proposes_what_its_words_say() {
        assert_eq!(proposed_sort("Ваня търси нещо за ставите; да ѝ звънна в петък"), Sort::Call);
        assert_eq!(proposed_sort("Обещах каталога на Мира"), Sort::Promise);
        assert_eq!(proposed_sort("Запознах се с Ралица"), Sort::Contact);
        assert_eq!(proposed_sort("Надка Банева, съседка на Мира"), Sort::Contact);
        assert_eq!(proposed_sort("Мостри от склада"), Sort::Task);
    }

    #[test]
    fn a_name_is_seen_where_it_is_one() {
        assert_eq!(name_in("Надка Банева, съседка на Мира"), "Надка Банева");
        assert_eq!(name_in("Ваня, сестрата на Ралица, търси нещо"), "Ваня");
        assert_eq!(name_in("Да попитам Ива кога започва курсът"), "Ива");
        assert_eq!(name_in("Да взема мостри от склада"), "");
        assert_eq!(name_in(""), "");
    }
}
