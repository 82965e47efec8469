//! A line of a component as a property: parameters, text, lists.

use crate::exchange::vcard_lines::CardLine;

/// A property.
#[derive(Clone, Debug)]
pub(super) struct Property {
    /// The name in capitals.
    pub(super) name: String,
    /// The parameters, names in capitals, values without quotes.
    parameters: Vec<(String, String)>,
    /// The value, still escaped.
    pub(super) value: String,
    /// The whole line, to be given back.
    pub(super) text: String,
}

impl Property {
    /// Reads a whole line.
    pub(super) fn read(line: &CardLine) -> Self {
        Self {
            name: line.name.clone(),
            parameters: parameters(line.head()),
            value: line.value().trim().to_owned(),
            text: line.text.clone(),
        }
    }

    /// Reads a whole line that was kept.
    pub(super) fn of_kept(text: &str) -> Self {
        let mut quoted = false;
        let colon = text.find(|letter| {
            quoted ^= letter == '"';
            letter == ':' && !quoted
        });
        let (head, value) = colon.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ":"));
        let value = value.get(1..).unwrap_or("").trim().to_owned();
        let name = head.split(';').next().unwrap_or("").to_ascii_uppercase();
        Self { name, parameters: parameters(head), value, text: text.to_owned() }
    }

    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The values between commas.
    pub(super) fn list(&self) -> Vec<String> {
        let parts = parted_by_comma(&self.value).into_iter().map(unescaped);
        parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    }
}

fn parameters(head: &str) -> Vec<(String, String)> {
    let parts = parted(head, ';').into_iter().skip(1);
    parts
        .filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), unquoted(value.trim())))
        })
        .collect()
}

/// A text in parts, but not within quotes.
fn parted(text: &str, between: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|letter| {
        quoted ^= letter == '"';
        letter == between && !quoted
    })
    .collect()
}

/// A value in parts, but not at a comma that is escaped.
fn parted_by_comma(value: &str) -> Vec<&str> {
    let mut escaped = false;
    value
        .split(|letter| {
            let parts = letter == ',' && !escaped;
            escaped = letter == '\\' && !escaped;
            parts
        })
        .collect()
}

/// The value of a parameter without its quotes, and with what RFC 6868 writes for quotes and ends of lines.
fn unquoted(value: &str) -> String {
    let bare = value.replace('"', "");
    if bare.contains('^') { bare.replace("^n", "\n").replace("^'", "\"").replace("^^", "^") } else { bare }
}

/// A value as text.
pub(super) fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            (letter, false) => text.push(letter),
        }
    }
    text
}

/// A text as the value of a parameter: between quotes where it needs them, without what cannot stand there.
pub(super) fn as_parameter(text: &str) -> String {
    let clean: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let clean = clean.replace('^', "^^").replace('"', "^'");
    if clean.contains([';', ':', ',']) { format!("\"{clean}\"") } else { clean }
}

#[cfg(test)]
mod tests {
    use super::{as_parameter, parted, parted_by_comma, unescaped, unquoted};

    #[test]
    fn quotes_and_escapes_hold_what_is_between_them() {
        assert_eq!(parted("A;CN=\"b;c\";X=1", ';'), ["A", "CN=\"b;c\"", "X=1"]);
        assert_eq!(parted_by_comma("a\\,b,c"), ["a\\,b", "c"]);
        assert_eq!(unescaped("a\\, b\\n\\\\c"), "a, b\n\\c");
        for text in ["Мария \"Мими\" Петрова", "a^b", "x; y: z"] {
            assert_eq!(unquoted(&as_parameter(text)), text);
        }
    }
}
