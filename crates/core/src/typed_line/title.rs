//! What is left of a line when its parts have left it.

use std::ops::Range;

/// Marks that belong to what they stand beside, and go with it.
const BESIDE: &str = ",;:/()[]„“”\"«»";

/// The line without these ranges, words parted by one space. A mark that stood beside what left goes with it.
pub(super) fn left(line: &str, leaving: &[Range<usize>]) -> String {
    let mut leaving: Vec<Range<usize>> = leaving.iter().map(|range| with_marks(line, range)).collect();
    leaving.sort_by_key(|range| range.start);
    let mut kept = String::with_capacity(line.len());
    let mut from = 0;
    for range in &leaving {
        kept.push_str(line.get(from..range.start).unwrap_or_default());
        kept.push(' ');
        from = from.max(range.end);
    }
    kept.push_str(line.get(from..).unwrap_or_default());
    tidy(&kept)
}

fn with_marks(line: &str, range: &Range<usize>) -> Range<usize> {
    let beside = |letter: char| BESIDE.contains(letter);
    let before = line.get(..range.start).unwrap_or_default();
    let behind = line.get(range.end..).unwrap_or_default();
    let start = before.trim_end_matches(|letter: char| beside(letter) && letter != ',' && letter != ':').len();
    let end = line.len() - behind.trim_start_matches(beside).len();
    start..end
}

/// Words parted by one space, without marks that have lost their neighbour at the ends.
fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lone = |word: &&str| word.chars().all(|letter| BESIDE.contains(letter) || "-–—.·".contains(letter));
    let from = words.iter().position(|word| !lone(word)).unwrap_or(words.len());
    let to = words.iter().rposition(|word| !lone(word)).map_or(from, |at| at + 1);
    let title = words.get(from..to).unwrap_or_default().join(" ");
    let title = title.trim_start_matches([',', ';', ':']).trim_end_matches([',', ';', ':']);
    title.trim().to_owned()
}

/// The text with a capital letter in front.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::left;

    fn without(line: &str, leaving: Range<usize>) -> String {
        left(line, std::slice::from_ref(&leaving))
    }

    #[test]
    fn marks_go_with_what_they_stood_beside() {
        assert_eq!(without("Мария, кафе", 0..10), "кафе");
        assert_eq!(without("кафе, утре", 10..18), "кафе");
        assert_eq!(without("хляб (утре) и мляко", 10..18), "хляб и мляко");
        assert_eq!(left(" хляб –  мляко ", &[]), "хляб – мляко");
    }
}
