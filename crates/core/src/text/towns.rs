//! A city at the end of a name that was typed in one go: «Петя Христова Карлово».

use std::sync::LazyLock;

use super::{fold, fold_city};

/// The towns that are always known, from the larger to the smaller.
const TOWNS: &str = include_str!("../../../../assets/content/towns.txt");
/// Most words of a city, «гр.» among them.
const LONGEST: usize = 3;

/// What may stand before a city.
const KINDS: [&str; 4] = ["gr", "grad", "s", "selo"];

/// A town that is always known.
struct Town {
    name: &'static str,
    folded: String,
    /// People are called so too.
    is_name: bool,
}

static KNOWN: LazyLock<Vec<Town>> = LazyLock::new(|| {
    let lines = TOWNS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let name = line.trim_start_matches('*');
            Town { name, folded: fold_city(name), is_name: name.len() < line.len() }
        })
        .collect()
});

/// A name and the city that stood behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAndCity {
    /// The name, words parted by one space; never empty.
    pub name: String,
    /// The city: as it is known where only letters' case or «гр.» differ, else as it was typed.
    pub city: String,
}

/// Parts a city from the end of a name; none where no city is recognised or no name would be left.
///
/// `known` are cities of the workspace; the larger towns of Bulgaria are known besides. A town whose name people have
/// too («Елена») counts only after two names, unless the workspace knows it as a city. Script and case do not matter.
#[must_use]
pub fn part_city(typed: &str, known: &[&str]) -> Option<NameAndCity> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    (1..=LONGEST).rev().find_map(|length| {
        let before = words.len().checked_sub(length).filter(|before| *before > 0)?;
        let (name, city) = words.split_at_checked(before)?;
        let typed = city.join(" ");
        let folded = fold_city(&typed);
        // «гр.» belongs to the city, and is no name.
        let is_kind = name.last().is_some_and(|word| KINDS.contains(&fold(word).as_str()));
        if folded.is_empty() || is_kind {
            return None;
        }
        let of_workspace = known.iter().copied().find(|city| fold_city(city) == folded);
        let town = || KNOWN.iter().find(|town| town.folded == folded && (before > 1 || !town.is_name));
        let spelled = of_workspace.or_else(|| town().map(|town| town.name))?;
        let same_letters = typed.to_lowercase().ends_with(&spelled.to_lowercase());
        let city = if same_letters { spelled.to_owned() } else { typed };
        Some(NameAndCity { name: name.join(" "), city })
    })
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, part_city};

    fn parted(typed: &str, known: &[&str]) -> Option<(String, String)> {
        part_city(typed, known).map(|parted| (parted.name, parted.city))
    }

    #[test]
    fn a_known_city_at_the_end_of_a_name_is_recognised() {
        for (typed, name, city) in [
            ("Петя Христова Карлово", "Петя Христова", "Карлово"),
            ("Петя карлово", "Петя", "Карлово"),
            ("Мария  Колева гр. Горна Оряховица", "Мария Колева", "Горна Оряховица"),
            ("Petya Hristova Karlovo", "Petya Hristova", "Karlovo"),
            ("Мария Стара Загора", "Мария", "Стара Загора"),
            ("Иван Стоев Кърнаре", "Иван Стоев", "Кърнаре"),
            ("Мария Иванова Троян", "Мария Иванова", "Троян"),
        ] {
            assert_eq!(parted(typed, &["Кърнаре"]), Some((name.to_owned(), city.to_owned())), "{typed}");
        }
    }

    #[test]
    fn a_name_stays_a_name() {
        for typed in ["Карлово", "Мария Колева", "Иван Раковски", "Мария Елена", "гр. Карлово", "", "Гоце Делчев"]
        {
            assert_eq!(parted(typed, &[]), None, "{typed}");
        }
        assert_eq!(parted("Мария Елена", &["Елена"]), Some(("Мария".to_owned(), "Елена".to_owned())));
    }

    #[test]
    fn the_larger_towns_are_known_each_once() {
        let mut folded: Vec<&str> = KNOWN.iter().map(|town| town.folded.as_str()).collect();
        folded.sort_unstable();
        folded.dedup();
        assert!(folded.len() >= 60 && folded.len() == KNOWN.len(), "{}", folded.len());
    }
}
