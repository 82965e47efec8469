//! The words of days, hours and lengths in both languages. Nothing else in the program knows them.

use chrono::Weekday;

use super::day_parts::DayPart;

/// What may stand before a day and belong to what says it.
pub(super) const BEFORE_DAY: [&str; 18] = [
    "до", "за", "на", "в", "във", "от", "към", "през", "чак", "by", "on", "until", "till", "before", "for", "around",
    "from", "at",
];

/// Those of them that say an end: «до петък».
pub(super) const UNTIL: [&str; 5] = ["до", "by", "until", "till", "before"];

/// What may stand before an hour.
pub(super) const BEFORE_HOUR: [&str; 9] = ["в", "във", "към", "около", "at", "around", "about", "by", "@"];

/// Words after a number that make it an amount, never a day and never an hour.
const AMOUNTS: [&str; 47] = [
    "лв",
    "лева",
    "лев",
    "евро",
    "€",
    "eur",
    "euro",
    "euros",
    "кг",
    "kg",
    "гр",
    "г",
    "литра",
    "литър",
    "л",
    "мл",
    "ml",
    "%",
    "процента",
    "percent",
    "пъти",
    "път",
    "times",
    "точки",
    "points",
    "бр",
    "броя",
    "x",
    "х",
    "души",
    "човека",
    "people",
    "мостри",
    "samples",
    "покани",
    "обаждания",
    "calls",
    "имена",
    "names",
    "км",
    "km",
    "стъпки",
    "етаж",
    "града",
    "floor",
    "опит",
    "ред",
];

/// Whether a word after a number makes it an amount.
pub(super) fn is_amount(word: &str) -> bool {
    AMOUNTS.contains(&word)
}

const WEEKDAYS: [(Weekday, [&str; 4]); 7] = [
    (Weekday::Mon, ["понеделник", "понеделника", "понеделници", "monday"]),
    (Weekday::Tue, ["вторник", "вторника", "вторници", "tuesday"]),
    (Weekday::Wed, ["сряда", "срядата", "среди", "wednesday"]),
    (Weekday::Thu, ["четвъртък", "четвъртъка", "четвъртъци", "thursday"]),
    (Weekday::Fri, ["петък", "петъка", "петъци", "friday"]),
    (Weekday::Sat, ["събота", "съботата", "съботи", "saturday"]),
    (Weekday::Sun, ["неделя", "неделята", "недели", "sunday"]),
];

/// A day of the week by its whole name, in the forms that it takes.
pub(super) fn weekday_name(word: &str) -> Option<Weekday> {
    let single = word.strip_suffix('s').unwrap_or(word);
    let known = WEEKDAYS.iter().find(|(_, names)| names.iter().any(|name| *name == word || *name == single));
    known.map(|(weekday, _)| *weekday)
}

/// Short names of days that mean nothing else.
const SHORT: [(&str, Weekday); 14] = [
    ("пн", Weekday::Mon),
    ("пон", Weekday::Mon),
    ("вт", Weekday::Tue),
    ("ср", Weekday::Wed),
    ("чт", Weekday::Thu),
    ("пт", Weekday::Fri),
    ("сб", Weekday::Sat),
    ("нд", Weekday::Sun),
    ("tue", Weekday::Tue),
    ("tues", Weekday::Tue),
    ("thu", Weekday::Thu),
    ("thur", Weekday::Thu),
    ("thurs", Weekday::Thu),
    ("fri", Weekday::Fri),
];

/// Short names of days that are words of their own, too: they say a day only where something leads to it.
const DOUBTFUL: [(&str, Weekday); 6] = [
    ("съб", Weekday::Sat),
    ("нед", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("wed", Weekday::Wed),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// A day of the week by a short name; `led` where the words around say that it is a day.
pub(super) fn weekday_short(word: &str, led: bool) -> Option<Weekday> {
    let doubtful = DOUBTFUL.iter().filter(|_| led);
    SHORT.iter().chain(doubtful).find(|(short, _)| *short == word).map(|(_, weekday)| *weekday)
}

/// A day of the week as it stands alone in a field: also two letters of it, or the first three letters and more.
pub(super) fn weekday_in_field(word: &str) -> Option<Weekday> {
    let tiny = [
        ("mo", Weekday::Mon),
        ("tu", Weekday::Tue),
        ("we", Weekday::Wed),
        ("th", Weekday::Thu),
        ("fr", Weekday::Fri),
        ("sa", Weekday::Sat),
        ("su", Weekday::Sun),
    ];
    let begun = || WEEKDAYS.iter().find(|(_, names)| names.iter().any(|name| begins(name, word)));
    let tiny = tiny.iter().find(|(short, _)| *short == word).map(|(_, weekday)| *weekday);
    tiny.or_else(|| weekday_short(word, true)).or_else(|| begun().map(|(weekday, _)| *weekday))
}

/// Whether a word is the first three letters or more of a name.
fn begins(name: &str, word: &str) -> bool {
    word.chars().count() >= 3 && name.starts_with(word)
}

const MONTHS: [[&str; 2]; 12] = [
    ["януари", "january"],
    ["февруари", "february"],
    ["март", "march"],
    ["април", "april"],
    ["май", "may"],
    ["юни", "june"],
    ["юли", "july"],
    ["август", "august"],
    ["септември", "september"],
    ["октомври", "october"],
    ["ноември", "november"],
    ["декември", "december"],
];

/// A month from 1 to 12 by its name or the first three letters and more of it.
pub(super) fn month(word: &str) -> Option<u32> {
    let position = MONTHS.iter().position(|names| names.iter().any(|name| begins(name, word)))?;
    u32::try_from(position + 1).ok()
}

/// Numbers that are said, up to twelve in both languages.
const NUMBERS: [&[&str]; 13] = [
    &[],
    &["един", "една", "едно", "a", "an", "one"],
    &["два", "две", "two"],
    &["три", "three"],
    &["четири", "four"],
    &["пет", "five"],
    &["шест", "six"],
    &["седем", "seven"],
    &["осем", "eight"],
    &["девет", "nine"],
    &["десет", "ten"],
    &["единадесет", "единайсет", "eleven"],
    &["дванадесет", "дванайсет", "twelve"],
];

/// Larger ones that are said of minutes and days.
const LARGER: [(&str, u32); 15] = [
    ("четиринадесет", 14),
    ("четиринайсет", 14),
    ("петнадесет", 15),
    ("петнайсет", 15),
    ("fifteen", 15),
    ("двадесет", 20),
    ("двайсет", 20),
    ("twenty", 20),
    ("тридесет", 30),
    ("трийсет", 30),
    ("thirty", 30),
    ("четиридесет", 40),
    ("четиресет", 40),
    ("forty", 40),
    ("ninety", 90),
];

/// A number as it is said.
pub(super) fn said_number(word: &str) -> Option<u32> {
    let small = NUMBERS.iter().position(|names| names.contains(&word)).and_then(|at| u32::try_from(at).ok());
    small.or_else(|| LARGER.iter().find(|(name, _)| *name == word).map(|(_, number)| *number))
}

/// A number as it is said or written.
pub(super) fn number(word: &str) -> Option<u32> {
    match super::words::figures(word) {
        Some((number, _, "")) => Some(number),
        _ => said_number(word),
    }
}

/// The days of a month as they are said, from the first.
const ORDINALS: [[&str; 2]; 12] = [
    ["първи", "first"],
    ["втори", "second"],
    ["трети", "third"],
    ["четвърти", "fourth"],
    ["пети", "fifth"],
    ["шести", "sixth"],
    ["седми", "seventh"],
    ["осми", "eighth"],
    ["девети", "ninth"],
    ["десети", "tenth"],
    ["единайсети", "eleventh"],
    ["дванайсети", "twelfth"],
];

/// A day of a month as it is said: «първи», "first".
pub(super) fn said_ordinal(word: &str) -> Option<u32> {
    let position = ORDINALS.iter().position(|names| names.contains(&word))?;
    u32::try_from(position + 1).ok()
}

/// Which of the days of one name in a month is meant, the last one as -1: «първия», "last".
pub(super) fn said_turn(word: &str) -> Option<i32> {
    Some(match word {
        "първия" | "първият" | "първата" | "първи" | "първа" | "first" => 1,
        "втория" | "вторият" | "втората" | "втори" | "втора" | "second" => 2,
        "третия" | "третият" | "третата" | "трети" | "трета" | "third" => 3,
        "четвъртия" | "четвъртият" | "четвъртата" | "четвърти" | "четвърта" | "fourth" => {
            4
        }
        "последния" | "последният" | "последната" | "последен" | "последна" | "last" => {
            -1
        }
        _ => return None,
    })
}

/// Whether these letters make a number before them the day of a month: «5-и», "24th".
pub(super) fn is_ordinal_ending(ending: &str) -> bool {
    let ending = ending.trim_start_matches('-');
    matches!(ending, "ви" | "ри" | "ти" | "ми" | "и" | "во" | "ро" | "то" | "мо" | "о" | "st" | "nd" | "rd" | "th")
}

/// Whether a word counts hours.
pub(super) fn is_hours(word: &str) -> bool {
    matches!(word, "ч" | "час" | "часа" | "часът" | "h" | "hr" | "hrs" | "hour" | "hours")
}

/// Whether a word counts minutes.
pub(super) fn is_minutes(word: &str) -> bool {
    matches!(word, "мин" | "минути" | "минута" | "min" | "mins" | "minute" | "minutes")
}

/// What a day is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// The unit that a word counts in.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "ден" | "дни" | "дена" | "day" | "days" => Unit::Day,
        "седмица" | "седмици" | "week" | "weeks" => Unit::Week,
        "месец" | "месеца" | "месеци" | "month" | "months" => Unit::Month,
        "година" | "години" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// Which of the days of a name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The nearest that comes.
    Coming,
    /// The one of the week after this one.
    Next,
    /// The nearest that is over.
    Last,
}

/// Which day, week or month a word before it means: «следващия», "this".
pub(super) fn which(word: &str) -> Option<Which> {
    Some(match word {
        "следващия" | "следващият" | "следващата" | "следващо" | "другия" | "другият" | "другата" | "next" => {
            Which::Next
        }
        "този" | "тоя" | "тази" | "тая" | "идния" | "идният" | "идната" | "идващия" | "идващата" | "близкия"
        | "this" | "coming" => Which::Coming,
        "миналия" | "миналият" | "миналата" | "last" => Which::Last,
        _ => return None,
    })
}

/// Days that have a name: how far they are, and the part of the day that they say.
pub(super) const NAMED_DAYS: [(&str, i64, Option<DayPart>); 34] = [
    ("в други ден", 2, None),
    ("the day after tomorrow", 2, None),
    ("day after tomorrow", 2, None),
    ("the day before yesterday", -2, None),
    ("day before yesterday", -2, None),
    ("онзи ден", -2, None),
    ("тази вечер", 0, Some(DayPart::Evening)),
    ("тази сутрин", 0, Some(DayPart::Morning)),
    ("този следобед", 0, Some(DayPart::Afternoon)),
    ("this evening", 0, Some(DayPart::Evening)),
    ("this morning", 0, Some(DayPart::Morning)),
    ("this afternoon", 0, Some(DayPart::Afternoon)),
    ("last night", -1, Some(DayPart::Evening)),
    ("later today", 0, None),
    ("днес", 0, None),
    ("днеска", 0, None),
    ("утре", 1, None),
    ("вдругиден", 2, None),
    ("другиден", 2, None),
    ("вчера", -1, None),
    ("завчера", -2, None),
    ("довечера", 0, Some(DayPart::Evening)),
    ("снощи", -1, Some(DayPart::Evening)),
    ("today", 0, None),
    ("tomorrow", 1, None),
    ("tomorow", 1, None),
    ("tommorow", 1, None),
    ("tommorrow", 1, None),
    ("tmrw", 1, None),
    ("tmr", 1, None),
    ("overmorrow", 2, None),
    ("yesterday", -1, None),
    ("tonight", 0, Some(DayPart::Evening)),
    ("tonite", 0, Some(DayPart::Evening)),
];
