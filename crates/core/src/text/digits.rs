//! Digits in groups, as phones are written: «0888 123 456», «+359 (888) 123-456».

use super::words::Span;

/// Fewest and most digits of what may be a phone.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
const BULGARIA: &[u8] = b"359";

/// Whether a character may stand between two groups of one number.
pub(crate) const fn joins_groups(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '-' | '/' | '.' | '(' | ')')
}

/// Groups of digits that may be one number.
#[derive(Debug, Default)]
pub(super) struct DigitRun {
    digits: Vec<u8>,
    spans: Vec<Span>,
    group_lengths: Vec<usize>,
    plus: bool,
    after_space: bool,
}

impl DigitRun {
    /// Adds a group.
    pub(super) fn push_group(&mut self, group: impl Iterator<Item = (u8, Span)>) {
        let start = self.digits.len();
        for (digit, span) in group {
            self.digits.push(digit);
            self.spans.push(span);
        }
        self.group_lengths.push(self.digits.len() - start);
        self.after_space = false;
    }

    /// Whether the run goes on over a character that is no letter and no digit. A slash after a space parts two phones.
    pub(super) fn continues_over(&mut self, character: char) -> bool {
        let continues = joins_groups(character) && !(character == '/' && self.after_space);
        self.after_space = matches!(character, ' ' | '\u{a0}');
        continues
    }

    /// Whether nothing was collected.
    pub(super) fn is_empty(&self) -> bool {
        self.digits.is_empty()
    }

    /// Begins anew; `plus` where the character read is the + of an international number.
    pub(super) fn restart(&mut self, plus: bool) {
        self.digits.clear();
        self.spans.clear();
        self.group_lengths.clear();
        self.plus = plus;
    }

    /// Gives each form in which the number may be sought besides its groups: without spaces, with the country's code,
    /// with the leading zero instead of it.
    pub(super) fn forms(&self, give: &mut dyn FnMut(&[u8], &[Span])) {
        if !PHONE_DIGITS.contains(&self.digits.len()) || self.has_date() {
            return;
        }
        let skipped = if !self.plus && self.digits.starts_with(b"00") { 2 } else { 0 };
        let international = self.plus || skipped > 0;
        let (Some(body), Some(spans)) = (self.digits.get(skipped..), self.spans.get(skipped..)) else {
            return;
        };
        if self.group_lengths.len() > 1 || skipped > 0 {
            give(body, spans);
        }
        let coded = international || (11..=12).contains(&body.len());
        if coded && let Some(rest) = body.strip_prefix(BULGARIA) {
            let (code, rest_spans) = spans.split_at(BULGARIA.len());
            give_replaced(b"0", Span::over(code), rest, rest_spans, give);
        } else if !international
            && (9..=10).contains(&body.len())
            && let (Some(rest), Some((zero, rest_spans))) = (body.strip_prefix(b"0"), spans.split_first())
        {
            give_replaced(BULGARIA, *zero, rest, rest_spans, give);
        }
    }

    /// Whether three groups are a date (12.11.2026, 2026-11-12), which is no part of a phone.
    fn has_date(&self) -> bool {
        let mut rest = self.digits.as_slice();
        let groups: Vec<&[u8]> = self.group_lengths.iter().map_while(|length| rest.split_off(..*length)).collect();
        groups.windows(3).any(|groups| match groups {
            [first, middle, last] if middle.len() <= 2 => {
                (is_year(first) && last.len() <= 2) || (first.len() <= 2 && is_year(last))
            }
            _ => false,
        })
    }
}

fn is_year(group: &[u8]) -> bool {
    group.len() == 4 && (group.starts_with(b"19") || group.starts_with(b"20"))
}

fn give_replaced(
    prefix: &[u8],
    prefix_span: Span,
    rest: &[u8],
    rest_spans: &[Span],
    give: &mut dyn FnMut(&[u8], &[Span]),
) {
    let digits = [prefix, rest].concat();
    let mut spans = vec![prefix_span; prefix.len()];
    spans.extend_from_slice(rest_spans);
    give(&digits, &spans);
}
