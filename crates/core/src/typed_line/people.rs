//! The people whom a line names, and whether their names leave it.

use super::Meaning;
use super::kinds::is_to_do;
use super::names::Named;
use super::reading::Reading;
use super::words::Gap;
use crate::text::is_title;

/// Words that lead to somebody who takes part, and leave with the name.
const WITH: [&str; 10] = ["с", "със", "заедно", "with", "w", "и", "and", "&", "+", "plus"];

/// Words that lead to somebody by what stands before them: «обади се на Мария», but «рождения ден на Мария».
const TO: [&str; 5] = ["на", "към", "до", "to", "за"];

/// Words that say something about somebody: the name stays with them.
const ABOUT: [&str; 13] = ["за", "от", "при", "до", "у", "относно", "about", "from", "for", "of", "by", "at", "re"];

impl Reading<'_> {
    /// Finds the people; first only by more than one name (`whole`), for those are no other words.
    pub(super) fn find_people(&mut self, whole: bool) {
        let mut at = 0;
        while at < self.words.len() {
            at += match self.context.people.at(self.line, &self.words, at) {
                Named::Known(mention) if mention.whole || !whole => {
                    self.mention(at, mention.count, &mention.people);
                    mention.count
                }
                Named::Stranger(count) => count,
                Named::Known(_) | Named::Nobody => 1,
            };
        }
    }

    fn mention(&mut self, at: usize, count: usize, people: &[crate::model::PersonId]) {
        let Some(range) = self.range(at..at + count) else { return };
        let chosen = self.wishes.chosen_for(&range).filter(|one| people.contains(one));
        let only = if let [one] = people { Some(*one) } else { None };
        match chosen.or(only) {
            Some(person) => self.take(at..at + count, Meaning::Person(person), true),
            None => self.unsure(at..at + count, people),
        }
    }

    /// Decides of each person which words lead to the name, and whether it leaves the line; once everything else was
    /// found, for what stands before a name decides.
    pub(super) fn settle_people(&mut self) {
        self.parts.sort_by_key(|part| part.words.start);
        for number in 0..self.parts.len() {
            let Some(part) = self.parts.get(number).filter(|part| matches!(part.meaning, Meaning::Person(_))) else {
                continue;
            };
            let (from, leaves) = self.lead(part.words.start);
            let lead = from..part.words.start;
            for word in self.words.get_mut(lead).into_iter().flatten() {
                word.taken = true;
            }
            if let Some(part) = self.parts.get_mut(number) {
                (part.words.start, part.leaves) = (from, leaves);
            }
        }
    }

    /// Where the mention of the person at a place begins, and whether it leaves the line.
    fn lead(&self, at: usize) -> (usize, bool) {
        let title = at
            .checked_sub(1)
            .filter(|before| self.words.get(*before).is_some_and(|word| !word.taken && is_title(&word.lower)));
        match title {
            Some(title) => self.lead_of(title),
            None => self.lead_of(at),
        }
    }

    fn lead_of(&self, at: usize) -> (usize, bool) {
        let joined = self.words.get(at).is_some_and(|word| word.gap == Gap::None);
        let Some(before) = at.checked_sub(1).filter(|_| joined) else { return (at, true) };
        let Some(lead) = self.words.get(before).filter(|lead| !lead.taken) else { return (at, true) };
        let lead = lead.lower.as_str();
        let behind_part = before.checked_sub(1).is_none_or(|at| self.words.get(at).is_some_and(|word| word.taken));
        if WITH.contains(&lead) {
            // «заедно с Мария».
            let together = before.checked_sub(1).filter(|at| {
                self.words
                    .get(*at)
                    .is_some_and(|word| !word.taken && matches!(word.lower.as_str(), "заедно" | "together"))
            });
            let stays = matches!(lead, "и" | "and" | "&") && self.stays_before(before);
            return if stays { (at, false) } else { (together.unwrap_or(before), true) };
        }
        if TO.contains(&lead) && behind_part && lead != "за" && lead != "до" {
            return (before, true);
        }
        // «питай Петър за цената»: whom a thing to do is about is part of it.
        let first = self.words.iter().find(|word| !word.taken);
        let object = first.is_some_and(|word| is_to_do(&word.lower));
        (at, !(object || TO.contains(&lead) || ABOUT.contains(&lead)))
    }

    /// Whether the name before the joining word stays in the line.
    fn stays_before(&self, at: usize) -> bool {
        let before = self.parts.iter().find(|part| part.words.end == at);
        before.is_some_and(|part| !part.leaves)
    }
}
