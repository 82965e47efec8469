//! What a person said of the columns of other programs' tables, remembered by the heading.

use serde::{Deserialize, Serialize};

/// How many headings are remembered of a kind of table; the oldest goes first.
const REMEMBERED: usize = 24;

/// What a column of a table of contacts may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ContactColumn {
    /// The whole name.
    FullName,
    /// The given name.
    GivenName,
    /// A name between the given and the family name.
    MiddleName,
    /// The family name.
    FamilyName,
    /// What friends call them.
    Nickname,
    /// A phone.
    Phone,
    /// An e-mail address.
    Email,
    /// The city.
    City,
    /// Street and the like.
    Address,
    /// The birthday.
    Birthday,
    /// What they do.
    Occupation,
    /// Where they do it.
    Organisation,
    /// An address on the web.
    Link,
    /// A note.
    Notes,
}

impl ContactColumn {
    /// All of them, in the order in which a person chooses.
    pub const ALL: [Self; 14] = [
        Self::FullName,
        Self::GivenName,
        Self::MiddleName,
        Self::FamilyName,
        Self::Nickname,
        Self::Phone,
        Self::Email,
        Self::City,
        Self::Address,
        Self::Birthday,
        Self::Occupation,
        Self::Organisation,
        Self::Link,
        Self::Notes,
    ];

    /// Whether it names a person.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::FullName | Self::GivenName | Self::FamilyName | Self::Nickname)
    }
}

/// What a column of the company's report may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReportColumn {
    /// The number in the company.
    Number,
    /// The name; several columns of it stand one after another.
    Name,
    /// The number of the sponsor.
    Sponsor,
    /// The day of registration.
    RegisteredOn,
    /// The person's own points of the month.
    OwnPoints,
    /// The points of the branch in the month.
    GroupPoints,
    /// The rank.
    Rank,
    /// The city.
    City,
    /// Partner or customer.
    Role,
}

impl ReportColumn {
    /// All of them, in the order in which a person chooses.
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Name,
        Self::Sponsor,
        Self::RegisteredOn,
        Self::OwnPoints,
        Self::GroupPoints,
        Self::Rank,
        Self::City,
        Self::Role,
    ];
}

/// What the columns under a heading are; none for a column that is not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping<C> {
    /// The heading, cell by cell, as [`heading_key`] makes it.
    pub heading: Vec<String>,
    /// Column by column.
    pub columns: Vec<Option<C>>,
}

impl<C> ColumnMapping<C> {
    /// What the columns under this heading are.
    #[must_use]
    pub fn new(heading: &[String], columns: Vec<Option<C>>) -> Self {
        Self { heading: heading_key(heading), columns }
    }
}

/// What was said of the columns of tables that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedColumns {
    /// Of tables of contacts.
    #[serde(default)]
    pub contacts: Vec<ColumnMapping<ContactColumn>>,
    /// Of the company's reports.
    #[serde(default)]
    pub report: Vec<ColumnMapping<ReportColumn>>,
}

/// A heading without what changes from month to month: case and spaces.
#[must_use]
pub fn heading_key(heading: &[String]) -> Vec<String> {
    heading.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()).collect()
}

/// What was said of the columns under a heading, if anything was.
#[must_use]
pub fn remembered<C: Copy>(known: &[ColumnMapping<C>], heading: &[String]) -> Option<Vec<Option<C>>> {
    let key = heading_key(heading);
    known.iter().find(|mapping| mapping.heading == key).map(|mapping| mapping.columns.clone())
}

/// Remembers what was said, in the place of what was said of the same heading before.
pub fn remember<C: Clone>(known: &mut Vec<ColumnMapping<C>>, mapping: &ColumnMapping<C>) {
    known.retain(|other| other.heading != mapping.heading);
    known.push(mapping.clone());
    if known.len() > REMEMBERED {
        known.remove(0);
    }
}
