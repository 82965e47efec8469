//! The heading of a report: which column holds what, in the words of companies, English and Bulgarian.

use crate::exchange::encoding::ReadOptions;
use crate::exchange::table_in::Table;
use crate::model::{ColumnMapping, ReportColumn, remembered};

const SPONSOR: [&str; 5] = ["спонсор", "спонсора", "sponsor", "upline", "enroller"];
const NUMBER: [&str; 9] = ["номер", "number", "no", "nr", "id", "код", "code", "идентификатор", "ид"];
const NAME: [&str; 8] = ["име", "имена", "презиме", "фамилия", "name", "surname", "партньор", "потребител"];
const DAY: [&str; 10] = [
    "регистрация",
    "регистриран",
    "регистрирана",
    "вписване",
    "registration",
    "registered",
    "enrolled",
    "enrollment",
    "joined",
    "join",
];
const POINTS: [&str; 10] = ["точки", "обем", "стокооборот", "оборот", "points", "volume", "turnover", "pv", "gv", "bv"];
const OWN: [&str; 9] = ["лични", "личен", "собствени", "собствен", "own", "personal", "private", "pv", "self"];
const GROUP: [&str; 10] = ["групови", "групов", "група", "клон", "клона", "структура", "group", "branch", "team", "gv"];
const RANK: [&str; 5] = ["ранг", "rank", "титла", "квалификация", "pin"];
const CITY: [&str; 4] = ["град", "city", "town", "населено"];
const ROLE: [&str; 5] = ["тип", "вид", "роля", "type", "role"];

/// What the columns of a report seem to be by their headings; each field but the name stands once.
#[must_use]
pub fn guess_report_columns(heading: &[String]) -> Vec<Option<ReportColumn>> {
    let mut found: Vec<Option<ReportColumn>> = Vec::with_capacity(heading.len());
    for cell in heading {
        let guess = guess(&words(cell)).filter(|guess| *guess == ReportColumn::Name || !found.contains(&Some(*guess)));
        found.push(guess);
    }
    found
}

fn guess(words: &[String]) -> Option<ReportColumn> {
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if any(&SPONSOR) {
        // The sponsor's name says less than the number.
        return (!any(&["име", "имена", "name"])).then_some(ReportColumn::Sponsor);
    }
    if any(&POINTS) {
        let of_group = any(&GROUP);
        return (of_group || any(&OWN)).then_some(if of_group {
            ReportColumn::GroupPoints
        } else {
            ReportColumn::OwnPoints
        });
    }
    let kinds = [
        (DAY.as_slice(), ReportColumn::RegisteredOn),
        (&RANK, ReportColumn::Rank),
        (&CITY, ReportColumn::City),
        (&NUMBER, ReportColumn::Number),
        (&ROLE, ReportColumn::Role),
        (&NAME, ReportColumn::Name),
    ];
    let is_phone = any(&["телефон", "phone", "gsm", "mobile", "мобилен"]);
    kinds.into_iter().find(|(known, _)| any(known)).map(|(_, column)| column).filter(|_| !is_phone)
}

/// The words of a heading in lower case; the sign for a number is one.
fn words(heading: &str) -> Vec<String> {
    let lower = heading.to_lowercase().replace(['№', '#'], " номер ");
    lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether columns are enough to know who somebody is.
pub(super) fn are_enough(columns: &[Option<ReportColumn>]) -> bool {
    [ReportColumn::Number, ReportColumn::Name].iter().all(|wanted| columns.contains(&Some(*wanted)))
}

/// Whether a row of a table heads a report: numbers and names of people with their sponsors.
pub(super) fn is_report_heading(cells: &[String]) -> bool {
    let columns = guess_report_columns(cells);
    are_enough(&columns) && columns.contains(&Some(ReportColumn::Sponsor))
}

/// Whether a file is the company's report.
pub fn is_report(bytes: &[u8], options: &ReadOptions) -> bool {
    Table::read(bytes, options, &is_report_heading).is_ok_and(|table| is_report_heading(&table.heading))
}

/// What the columns are: as was said now or before, else by the heading; none where they are not enough.
pub(super) fn report_columns(
    heading: &[String],
    said: Option<&[Option<ReportColumn>]>,
    known: &[ColumnMapping<ReportColumn>],
) -> Option<Vec<Option<ReportColumn>>> {
    let columns =
        said.map(<[_]>::to_vec).or_else(|| remembered(known, heading)).unwrap_or_else(|| guess_report_columns(heading));
    Some(columns).filter(|columns| are_enough(columns))
}

#[cfg(test)]
mod tests {
    use super::{ReportColumn, guess_report_columns, is_report_heading};

    #[test]
    fn headings_are_known_in_both_languages_whatever_their_order() {
        use ReportColumn::{City, GroupPoints, Name, Number, OwnPoints, Rank, RegisteredOn, Role, Sponsor};
        let bulgarian =
            ["Номер", "Име", "Спонсор №", "Дата на регистрация", "Град", "Лични точки", "Групови точки", "Ранг"];
        let english =
            ["Rank", "Member ID", "Full Name", "Sponsor ID", "Sponsor name", "Join date", "PV", "Group Volume", "Type"];
        let guess =
            |heading: &[&str]| guess_report_columns(&heading.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
        let wanted = [Number, Name, Sponsor, RegisteredOn, City, OwnPoints, GroupPoints, Rank];
        assert_eq!(guess(&bulgarian), wanted.map(Some));
        let wanted = [
            Some(Rank),
            Some(Number),
            Some(Name),
            Some(Sponsor),
            None,
            Some(RegisteredOn),
            Some(OwnPoints),
            Some(GroupPoints),
            Some(Role),
        ];
        assert_eq!(guess(&english), wanted);
    }

    #[test]
    fn an_address_book_is_no_report() {
        let heading = ["First Name", "Last Name", "Phone 1 - Value", "Organization Name"].map(str::to_owned);
        assert!(!is_report_heading(&heading));
    }
}
