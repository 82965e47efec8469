//! A snapshot as a table for spreadsheets and as data for scripts.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;
use serde_json::Value;
use sponsor_core::model::{FigureValues, Snapshot};

use super::page::scope_name;
use crate::format::Formats;
use crate::words::Words;

/// A snapshot as scripts read it: one item of a list of snapshots. Unknown figures are null.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SnapshotItem {
    /// The id.
    pub id: String,
    /// Local date and time.
    pub taken: String,
    /// Who took it.
    pub by: String,
    /// The comment; empty when there is none.
    pub comment: String,
    /// "2026-11" or "2026-W48".
    pub period: String,
    /// The name of the branch; null for the whole structure.
    pub branch: Option<String>,
    /// Points.
    pub points: PointsItem,
    /// New users.
    pub new: NewItem,
    /// People in training.
    pub training: TrainingItem,
}

/// Points of a period beside those of the same days before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointsItem {
    value: Value,
    previous: Value,
}

/// New users of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewItem {
    users: Option<u32>,
    partners: Option<u32>,
    customers: Option<u32>,
    previous: Option<u32>,
}

/// People in training in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrainingItem {
    people: Option<u32>,
    in_person: Option<u32>,
    online_only: Option<u32>,
    wants_more: Option<u32>,
    previous: Option<u32>,
}

/// A snapshot with the periods that led to it.
#[derive(Serialize)]
struct WholeItem {
    #[serde(flatten)]
    item: SnapshotItem,
    until: String,
    series: Vec<SeriesItem>,
}

#[derive(Serialize)]
struct SeriesItem {
    period: String,
    points: Value,
    points_year_before: Value,
    new_users: Option<u32>,
    new_partners: Option<u32>,
    new_customers: Option<u32>,
    in_training: Option<u32>,
    in_person: Option<u32>,
    online_only: Option<u32>,
    wants_more: Option<u32>,
}

/// The columns of the periods in a table, as the messages name them.
pub(super) const COLUMNS: [&str; 10] = [
    "figures-period",
    "figures-points",
    "figures-year-before",
    "figures-new",
    "figures-partners",
    "figures-customers",
    "figures-training",
    "figures-in-person",
    "figures-online-only",
    "figures-row-want-more",
];

/// A decimal as a number of JSON, whole where it is whole.
fn json_number(value: Option<Decimal>) -> Value {
    let Some(value) = value else { return Value::Null };
    let whole = value.is_integer().then(|| value.to_i64()).flatten();
    whole.map_or_else(|| value.to_f64().map_or(Value::Null, Value::from), Value::from)
}

pub(super) fn customers(values: &FigureValues) -> Option<u32> {
    values.new_users.zip(values.new_partners).map(|(all, partners)| all.saturating_sub(partners))
}

/// A snapshot as scripts list it.
#[must_use]
pub fn snapshot_item(snapshot: &Snapshot) -> SnapshotItem {
    let (now, before) = (&snapshot.values, &snapshot.previous);
    SnapshotItem {
        id: snapshot.id.to_string(),
        taken: snapshot.taken.format("%Y-%m-%dT%H:%M").to_string(),
        by: snapshot.by.clone(),
        comment: snapshot.comment.clone(),
        period: snapshot.period.name().0,
        branch: (!snapshot.scope_name.is_empty()).then(|| snapshot.scope_name.clone()),
        points: PointsItem { value: json_number(now.points), previous: json_number(before.points) },
        new: NewItem {
            users: now.new_users,
            partners: now.new_partners,
            customers: customers(now),
            previous: before.new_users,
        },
        training: TrainingItem {
            people: now.in_training,
            in_person: now.in_person,
            online_only: now.online_only,
            wants_more: now.wants_more,
            previous: before.in_training,
        },
    }
}

/// A snapshot with its thirteen periods as JSON.
///
/// # Errors
/// When the values cannot be written as JSON.
pub fn snapshot_json(snapshot: &Snapshot) -> Result<Vec<u8>, serde_json::Error> {
    let series = snapshot.series.iter().enumerate().map(|(at, (period, values))| SeriesItem {
        period: period.name().0,
        points: json_number(values.points),
        points_year_before: json_number(snapshot.year_before.get(at).copied().flatten()),
        new_users: values.new_users,
        new_partners: values.new_partners,
        new_customers: customers(values),
        in_training: values.in_training,
        in_person: values.in_person,
        online_only: values.online_only,
        wants_more: values.wants_more,
    });
    let whole =
        WholeItem { item: snapshot_item(snapshot), until: snapshot.until.to_string(), series: series.collect() };
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A snapshot as CSV (RFC 4180, UTF-8 with a byte order mark): what it is, then a line a period.
///
/// What people typed cannot become a formula: a cell that would begin one begins with an apostrophe.
#[must_use]
pub fn snapshot_csv(words: &Words, formats: &Formats, snapshot: &Snapshot) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let taken = snapshot.taken.format("%Y-%m-%d %H:%M").to_string();
    let mut about = |key: &str, value: &str| line(&mut text, [words.get(key), harmless(value)]);
    about("snapshot", &formats.figure_period(snapshot.period, snapshot.until));
    about("figures-scope", &scope_name(words, snapshot.scope, &snapshot.scope_name));
    about("figures-taken-at", &taken);
    about("figures-taken-by", &snapshot.by);
    about("figures-comment", &snapshot.comment);
    text.push_str("\r\n");
    line(&mut text, COLUMNS.map(|key| words.get(key)));
    let decimal = |value: Option<Decimal>| value.map(|value| value.normalize().to_string()).unwrap_or_default();
    let count = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    for (at, (period, values)) in snapshot.series.iter().enumerate() {
        line(
            &mut text,
            [
                period.name().0,
                decimal(values.points),
                decimal(snapshot.year_before.get(at).copied().flatten()),
                count(values.new_users),
                count(values.new_partners),
                count(customers(values)),
                count(values.in_training),
                count(values.in_person),
                count(values.online_only),
                count(values.wants_more),
            ],
        );
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
