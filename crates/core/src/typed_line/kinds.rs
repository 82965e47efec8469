//! What a line says it is, and how pressing: «среща», «звънни», "2+1", «спешно», "!!".

use crate::model::{Action, EntryKind, Priority};

use super::words::{Cursor, Gap, Word};

/// What a word says of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidKind {
    /// The kind.
    pub(super) kind: EntryKind,
    /// The row of the plan, where the word says it.
    pub(super) action: Option<Action>,
}

impl SaidKind {
    const fn of(kind: EntryKind) -> Self {
        Self { kind, action: None }
    }
}

/// Words that say the kind wherever they stand.
const ANYWHERE: [(&str, EntryKind); 38] = [
    ("да се видим", EntryKind::Meeting),
    ("да се видя", EntryKind::Meeting),
    ("да се срещнем", EntryKind::Meeting),
    ("да се срещна", EntryKind::Meeting),
    ("среща", EntryKind::Meeting),
    ("meeting", EntryKind::Meeting),
    ("appointment", EntryKind::Meeting),
    ("да се обадя на", EntryKind::Call),
    ("да се обадя", EntryKind::Call),
    ("да се чуем", EntryKind::Call),
    ("да се чуя", EntryKind::Call),
    ("да звънна на", EntryKind::Call),
    ("да звънна", EntryKind::Call),
    ("да звъннем", EntryKind::Call),
    ("обади се на", EntryKind::Call),
    ("обади се", EntryKind::Call),
    ("обаждане до", EntryKind::Call),
    ("обаждане на", EntryKind::Call),
    ("обаждане", EntryKind::Call),
    ("телефонен разговор", EntryKind::Call),
    ("звънни на", EntryKind::Call),
    ("звънни", EntryKind::Call),
    ("звънене", EntryKind::Call),
    ("звънна на", EntryKind::Call),
    ("звънна", EntryKind::Call),
    ("phone call", EntryKind::Call),
    ("give a call to", EntryKind::Call),
    ("съобщение до", EntryKind::Message),
    ("съобщение на", EntryKind::Message),
    ("съобщение", EntryKind::Message),
    ("sms", EntryKind::Message),
    ("събитие", EntryKind::Event),
    ("event", EntryKind::Event),
    ("задача", EntryKind::Task),
    ("todo", EntryKind::Task),
    ("to-do", EntryKind::Task),
    ("бележка", EntryKind::Note),
    ("call", EntryKind::Call),
];

/// Words that say the kind only where the line's own words begin: elsewhere they mean other things.
const FIRST: [(&str, EntryKind); 17] = [
    ("срещни се с", EntryKind::Meeting),
    ("видим се", EntryKind::Meeting),
    ("meet with", EntryKind::Meeting),
    ("meet", EntryKind::Meeting),
    ("обади", EntryKind::Call),
    ("чуем се", EntryKind::Call),
    ("ring", EntryKind::Call),
    ("phone", EntryKind::Call),
    ("пиши на", EntryKind::Message),
    ("пиши", EntryKind::Message),
    ("message to", EntryKind::Message),
    ("message", EntryKind::Message),
    ("text", EntryKind::Message),
    ("to do", EntryKind::Task),
    ("task", EntryKind::Task),
    ("note to self", EntryKind::Note),
    ("note", EntryKind::Note),
];

/// What took place, at the beginning of a line that tells of it.
const TOLD: [(&str, EntryKind); 34] = [
    ("обадих се на", EntryKind::Call),
    ("обадих се", EntryKind::Call),
    ("обади ми се", EntryKind::Call),
    ("звъннах на", EntryKind::Call),
    ("звъннах", EntryKind::Call),
    ("звънна ми", EntryKind::Call),
    ("чух се с", EntryKind::Call),
    ("чухме се с", EntryKind::Call),
    ("говорих по телефона с", EntryKind::Call),
    ("говорих с", EntryKind::Call),
    ("срещнах се с", EntryKind::Meeting),
    ("срещнахме се с", EntryKind::Meeting),
    ("срещнах", EntryKind::Meeting),
    ("видях се с", EntryKind::Meeting),
    ("видяхме се с", EntryKind::Meeting),
    ("видях", EntryKind::Meeting),
    ("пих кафе с", EntryKind::Meeting),
    ("писах на", EntryKind::Message),
    ("пратих съобщение на", EntryKind::Message),
    ("изпратих съобщение на", EntryKind::Message),
    ("i called", EntryKind::Call),
    ("called", EntryKind::Call),
    ("rang", EntryKind::Call),
    ("phoned", EntryKind::Call),
    ("spoke to", EntryKind::Call),
    ("spoke with", EntryKind::Call),
    ("talked to", EntryKind::Call),
    ("talked with", EntryKind::Call),
    ("met with", EntryKind::Meeting),
    ("met", EntryKind::Meeting),
    ("saw", EntryKind::Meeting),
    ("wrote to", EntryKind::Message),
    ("messaged", EntryKind::Message),
    ("texted", EntryKind::Message),
];

/// What is still to be done, though it names a kind.
const WISHES: [&str; 9] = ["обади се", "обади", "звънни", "пиши", "call", "ring", "phone", "text", "message"];

/// Whether a line that tells of a day says something that is still to be done: «да звънна на Ива», "call Iva".
pub(super) fn is_wish(words: &[Word]) -> bool {
    let said = |at: usize, phrase: &str| Cursor::new(words, at).eat_phrase(phrase);
    if TOLD.iter().any(|(phrase, _)| said(0, phrase)) {
        return false;
    }
    let within = (0..words.len()).any(|at| ["да", "трябва", "to", "must", "should"].iter().any(|word| said(at, word)));
    within || WISHES.iter().any(|wish| said(0, wish))
}

/// Reads the kind from here; `first` where nothing but what was read stands before, `told` in a line about what took
/// place.
pub(super) fn kind(start: Cursor<'_>, first: bool, told: bool) -> Option<(SaidKind, Cursor<'_>)> {
    if let Some(found) = two_plus_one(start).or_else(|| training(start)) {
        return Some(found);
    }
    let before = start.before();
    let owned = matches!(before, "the" | "his" | "her" | "their" | "your" | "no" | "без" | "her's" | "didn't" | "not");
    let eat = |list: &[(&str, EntryKind)]| {
        list.iter().find_map(|(phrase, kind)| {
            let mut at = start;
            at.eat_phrase(phrase).then_some((*kind, at))
        })
    };
    if let Some((kind, end)) = (told && first).then(|| eat(&TOLD)).flatten() {
        return Some((SaidKind::of(kind), end));
    }
    let anywhere = || eat(&ANYWHERE).filter(|_| !owned || first);
    let (kind, end) = anywhere().or_else(|| first.then(|| eat(&FIRST)).flatten())?;
    Some((SaidKind::of(kind), end))
}

/// Words before a kind that say no more than it: «напомни ми да звънна», "on a call".
const BEFORE_KIND: [&str; 27] = [
    "не забравяй да",
    "напомни ми да",
    "напомни ми за",
    "трябва да",
    "искам да",
    "напомни ми",
    "не забравяй",
    "трябва",
    "имам",
    "имаме",
    "на",
    "за",
    "по",
    "don't forget to",
    "i have to",
    "i need to",
    "have to",
    "need to",
    "remind me to",
    "remind me of",
    "must",
    "have a",
    "have",
    "to",
    "for",
    "a",
    "the",
];

/// Where the words begin that only lead to the kind at a place.
pub(super) fn begins(words: &[Word], at: usize) -> usize {
    let leads = |from: usize, phrase: &str| {
        let mut cursor = Cursor::new(words, from);
        cursor.eat_phrase(phrase) && cursor.place() == at && words.get(at).is_some_and(|kind| kind.gap == Gap::None)
    };
    let apart = |from: usize| from.checked_sub(1).is_none_or(|before| words.get(before).is_some_and(|one| one.taken));
    let longest = (1..=3).rev().filter_map(|count| at.checked_sub(count));
    longest.filter(|from| apart(*from)).find(|from| BEFORE_KIND.iter().any(|phrase| leads(*from, phrase))).unwrap_or(at)
}

fn two_plus_one(start: Cursor<'_>) -> Option<(SaidKind, Cursor<'_>)> {
    let mut cursor = start;
    cursor.eat(&["среща", "meeting"]);
    cursor.eat_any(&["2+1", "2 + 1", "две плюс едно", "two plus one"])?;
    cursor.eat(&["среща", "meeting"]);
    Some((SaidKind { kind: EntryKind::Meeting, action: Some(Action::TwoPlusOne) }, cursor))
}

fn training(start: Cursor<'_>) -> Option<(SaidKind, Cursor<'_>)> {
    let mut cursor = start;
    if !cursor.eat(&["обучение", "training"]) {
        return None;
    }
    Some((SaidKind { kind: EntryKind::Event, action: Some(Action::Training) }, cursor))
}

/// Verbs of things to do: a line that begins with one and says a day is a task.
const TO_DO: [&str; 64] = [
    "да",
    "прати",
    "изпрати",
    "пусни",
    "купи",
    "вземи",
    "донеси",
    "занеси",
    "провери",
    "потвърди",
    "подготви",
    "приготви",
    "направи",
    "напиши",
    "плати",
    "поръчай",
    "поздрави",
    "попитай",
    "питай",
    "поканѝ",
    "покани",
    "виж",
    "върни",
    "дай",
    "запази",
    "обнови",
    "качи",
    "отговори",
    "оправи",
    "намери",
    "напомни",
    "преведи",
    "прочети",
    "разпечатай",
    "резервирай",
    "уговори",
    "уточни",
    "send",
    "buy",
    "get",
    "bring",
    "check",
    "confirm",
    "prepare",
    "make",
    "write",
    "pay",
    "order",
    "ask",
    "invite",
    "find",
    "book",
    "print",
    "read",
    "return",
    "remind",
    "reply",
    "finish",
    "pick",
    "take",
    "fix",
    "do",
    "congratulate",
    "submit",
];

/// Whether a line's own words begin as a thing to do does.
pub(super) fn is_to_do(word: &str) -> bool {
    TO_DO.contains(&word)
}

/// Words of priority.
const PRIORITIES: [(&str, Priority); 10] = [
    ("спешно", Priority::Urgent),
    ("неотложно", Priority::Urgent),
    ("urgent", Priority::Urgent),
    ("urgently", Priority::Urgent),
    ("asap", Priority::Urgent),
    ("важно", Priority::Important),
    ("important", Priority::Important),
    ("необходимо", Priority::Necessary),
    ("necessary", Priority::Necessary),
    ("needed", Priority::Necessary),
];

/// The same as they stand before what they are said of: «важна среща».
const ADJECTIVES: [(&str, Priority); 6] = [
    ("спешна", Priority::Urgent),
    ("спешен", Priority::Urgent),
    ("важна", Priority::Important),
    ("важен", Priority::Important),
    ("необходима", Priority::Necessary),
    ("важни", Priority::Important),
];

/// The priority that a word of the line says. A word of priority within a sentence is one of the sentence: it counts
/// where it stands at an end of the line or beside something else that was read.
pub(super) fn priority(words: &[Word], at: usize) -> Option<Priority> {
    let word = words.get(at).filter(|word| !word.taken)?;
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let next = words.get(at + 1);
    let apart = |beside: Option<&Word>| beside.is_none_or(|beside| beside.taken);
    match word.lower.as_str() {
        "!" if word.attached => return None,
        "!" => return Some(Priority::Important),
        marks if marks.starts_with("!!") => {
            // «Честито!!» within a sentence is but a loud one.
            return (!word.attached || before.is_none() || next.is_none()).then_some(Priority::Urgent);
        }
        _ => {}
    }
    let known = |list: &[(&str, Priority)]| list.iter().find(|(name, _)| *name == word.lower).map(|(_, one)| *one);
    if let Some(priority) = known(&ADJECTIVES) {
        return next.is_some_and(|next| next.taken).then_some(priority);
    }
    let priority = known(&PRIORITIES)?;
    let said_of = before.is_some_and(|before| {
        let quiet =
            ["не", "е", "са", "много", "по-", "най-", "is", "are", "not", "very", "most", "so", "кое", "какво", "as"];
        !before.taken && quiet.contains(&before.lower.as_str())
    });
    let parted = next.is_some_and(|next| next.gap != Gap::None) || word.gap != Gap::None;
    ((apart(before) || apart(next) || parted) && !said_of).then_some(priority)
}
