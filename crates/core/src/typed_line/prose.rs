//! A line that is a sentence, or a note: it keeps its words.

use super::Meaning;
use super::reading::Reading;
use super::words::Gap;
use crate::model::EntryKind;

/// Words behind a name that make a sentence about the person.
const DOES: [&str; 34] = [
    "е",
    "са",
    "беше",
    "има",
    "няма",
    "ще",
    "не",
    "иска",
    "може",
    "трябва",
    "пита",
    "каза",
    "казва",
    "търси",
    "идва",
    "дойде",
    "чака",
    "мисли",
    "поръча",
    "взе",
    "is",
    "was",
    "has",
    "will",
    "wants",
    "can",
    "needs",
    "asks",
    "asked",
    "said",
    "says",
    "comes",
    "came",
    "does",
];

impl Reading<'_> {
    /// Whether the line is a sentence: a comma, a semicolon or a question stands between words that are left, or one of
    /// its people does something in it.
    pub(super) fn is_prose(&self) -> bool {
        let left = |at: usize| !self.parts.iter().any(|part| part.leaves && part.words.contains(&at));
        let parted = self.words.windows(2).enumerate().any(|(at, pair)| {
            let [one, next] = pair else { return false };
            let between = self.line.get(one.at.end..next.at.start).unwrap_or_default();
            left(at) && left(at + 1) && between.contains([',', ';', '?'])
        });
        let acts = self.parts.iter().filter(|part| matches!(part.meaning, Meaning::Person(_))).any(|part| {
            let next = self.words.get(part.words.end).filter(|next| !next.taken && next.gap == Gap::None);
            next.is_some_and(|next| DOES.contains(&next.lower.as_str()))
        });
        parted || acts
    }

    /// Lets only what stands at the two ends leave the line: days, hours and the like, and a kind at its beginning with
    /// the people behind it. A note is about its people: they stay.
    pub(super) fn keep_within(&mut self, kind: EntryKind) {
        let timely = |meaning: Meaning| {
            matches!(meaning, Meaning::Day | Meaning::Time | Meaning::Length | Meaning::Repeat | Meaning::Priority)
        };
        let (mut from, mut kind_said) = (0, false);
        for part in &mut self.parts {
            let of_kind = part.meaning == Meaning::Kind;
            let person = kind_said && kind != EntryKind::Note && matches!(part.meaning, Meaning::Person(_));
            if part.words.start != from || !(timely(part.meaning) || of_kind || person) {
                break;
            }
            (from, kind_said) = (part.words.end, kind_said || of_kind);
        }
        let mut to = self.words.len();
        for part in self.parts.iter().rev() {
            if part.words.end != to
                || part.words.start < from
                || !(timely(part.meaning) || part.meaning == Meaning::Place)
            {
                break;
            }
            to = part.words.start;
        }
        for part in &mut self.parts {
            part.leaves &= part.words.end <= from || part.words.start >= to;
        }
    }
}
