//! What an import would do, record by record, before it does anything; and the one command that does it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::{contact_columns, is_contact_heading};
use super::compare::{Field, FieldChange, choose, compare};
use super::csv_in::read_rows;
use super::encoding::{ReadOptions, to_text};
use super::joining::{Joined, join};
use super::matching::{Match, Matcher};
use super::own::NOBODY;
use super::source::{FileError, FileKind, Progress, Refusal, recognise};
use super::table_in::{Table, TableLook};
use super::vcard_in::read_cards;
use crate::command::Command;
use crate::model::{ColumnMapping, ContactColumn, IdSource, Person, PersonId, remembered};
use crate::moment::Now;
use crate::query::People;

/// A record of a file as its reader sees it.
#[derive(Debug)]
pub(super) struct Item {
    /// The line on which it begins or is broken, from 1; zero when unknown.
    pub(super) line: usize,
    pub(super) person: Result<Person, Refusal>,
    /// What of a refused record could be read, so that a person can mend it.
    pub(super) readable: Option<Person>,
}

/// What an import is held against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// Everyone there.
    pub people: &'a People,
    /// Where ids of new people come from.
    pub ids: &'a IdSource,
    /// When.
    pub now: Now,
}

/// What a record comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A new person.
    Added,
    /// Somebody who is there, or whom this file has already named.
    Joined {
        /// Who.
        with: PersonId,
        /// What the file adds.
        news: Vec<Field>,
        /// What differs and stays as it is; the file's is kept beside, out of sight.
        beside: Vec<Field>,
        /// What the file's takes the place of.
        replaced: Vec<Field>,
    },
    /// Somebody who is there, and nothing new about them.
    Unchanged,
    /// Nothing that could be read as a person.
    Refused(Refusal),
}

/// A record of the file.
#[derive(Clone, Debug)]
pub struct PreviewRow {
    /// Its number in the file, from 1.
    pub ordinal: usize,
    /// The line on which it begins or is broken, if known.
    pub line: Option<usize>,
    /// The name; empty for a record that was refused.
    pub name: String,
    /// The main phone; empty when there is none.
    pub phone: String,
    /// The city; empty when there is none.
    pub city: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// Somebody who may be the same person: the name alone is equal.
    pub proposed: Option<PersonId>,
    /// Whether the person wants it taken in.
    pub include: bool,
    /// Whether a person has said whom it is.
    pub decided: bool,
    /// Every field that the file has, beside that of whom the row is or may be; empty where it may be nobody.
    pub changes: Vec<FieldChange>,
    /// The person as the file has them, with the id of the one who is there or that a new one gets.
    pub(super) person: Option<Arc<Person>>,
    /// The id that they get as somebody new.
    pub(super) fresh: PersonId,
}

impl PreviewRow {
    fn refused(ordinal: usize, line: Option<usize>, refusal: Refusal, readable: Option<Person>) -> Self {
        let of = |text: fn(&Person) -> String| readable.as_ref().map(text).unwrap_or_default();
        Self {
            ordinal,
            line,
            name: of(|person| person.name.full()),
            phone: of(main_phone),
            city: of(|person| person.city.clone()),
            verdict: Verdict::Refused(refusal),
            proposed: None,
            include: false,
            decided: false,
            changes: Vec::new(),
            person: readable.map(Arc::new),
            fresh: NOBODY,
        }
    }

    /// Whom the row is held against: the one it is joined with, else the one it may be.
    #[must_use]
    pub fn other(&self) -> Option<PersonId> {
        match &self.verdict {
            Verdict::Joined { with, .. } => Some(*with),
            Verdict::Unchanged => self.person.as_ref().map(|person| person.id),
            Verdict::Added => self.proposed,
            Verdict::Refused(_) => None,
        }
    }

    /// Whether there is anything to take in.
    #[must_use]
    pub const fn changes_something(&self) -> bool {
        matches!(self.verdict, Verdict::Added | Verdict::Joined { .. })
    }
}

/// What rows of a file bring to somebody who is there.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactJoin {
    /// Whom they are joined with.
    pub with: PersonId,
    /// The person as each row has them, with what was chosen of each field; at least one.
    rows: Vec<(Person, Vec<FieldChange>)>,
}

impl ContactJoin {
    const fn new(with: PersonId) -> Self {
        Self { with, rows: Vec::new() }
    }

    /// A person of a file who is joined with somebody as if nothing had been chosen: what is missing is filled.
    #[must_use]
    pub fn of(with: PersonId, person: Person) -> Self {
        Self { with, rows: vec![(person, Vec::new())] }
    }

    /// Adds what the rows have to the person as they are now.
    pub(crate) fn put_into(&self, there: &mut Person) {
        for (new, changes) in &self.rows {
            drop(join_chosen(there, new, changes));
        }
    }

    /// The person as the file alone has them: whom the rows were to be joined with is gone.
    pub(crate) fn alone(&self, id: PersonId) -> Option<Person> {
        let mut rows = self.rows.iter();
        let mut person = Person { id, ..rows.next()?.0.clone() };
        for (new, _) in rows {
            drop(join(&mut person, new));
        }
        Some(person)
    }
}

/// How many records come to what; those that are left out are among the unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New people.
    pub added: usize,
    /// People who are there and get something more.
    pub joined: usize,
    /// Nothing to do, or left out.
    pub unchanged: usize,
    /// Nothing that could be read as a person.
    pub refused: usize,
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub kind: FileKind,
    /// The encoding that was recognised or said, for a file of text.
    pub encoding: Option<String>,
    /// The byte between cells that was recognised or said, for a table of text.
    pub delimiter: Option<u8>,
    /// How many records it has: those added, joined, unchanged and refused together.
    pub read: usize,
    /// The records, in order.
    pub rows: Vec<PreviewRow>,
    /// What was said of the columns, to be remembered.
    pub(super) mapping: Option<ColumnMapping<ContactColumn>>,
    pub(super) people: People,
    /// Everyone there and in the file, for rows that are mended.
    pub(super) matcher: Arc<Matcher>,
}

impl Preview {
    /// Whether the one whom a row is held against is nobody of the list, but stands further up in the same file.
    #[must_use]
    pub fn is_held_against_file(&self, at: usize) -> bool {
        let Some(other) = self.rows.get(at).and_then(PreviewRow::other) else { return false };
        self.rows.iter().take(at).any(|row| matches!(row.verdict, Verdict::Added) && row.fresh == other)
    }
}

/// Reads an address book and holds it against the people there.
///
/// # Errors
/// Why the whole file is refused; what is wrong with single records stands in their rows.
pub fn preview_contacts(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    against: &Against<'_>,
    progress: &dyn Progress,
) -> Result<Preview, FileError> {
    let kind = recognise(bytes)?;
    let today = against.now.date();
    let read = match kind {
        FileKind::VCard => {
            let text = to_text(bytes, options)?;
            let items = read_cards(&text, today, progress)?;
            Read { items, encoding: Some(text.encoding.name().to_owned()), delimiter: None, mapping: None }
        }
        FileKind::Csv | FileKind::Xlsx => read_table(bytes, options, against, progress)?,
        _ => return Err(FileError::OtherKind(kind)),
    };
    if read.items.is_empty() {
        return Err(FileError::NoContacts);
    }
    let mut matcher = Matcher::new(against.people);
    let items = read.items.into_iter().enumerate();
    let rows: Vec<_> = items.map(|(index, item)| to_row(index + 1, item, &mut matcher, against)).collect();
    Ok(Preview {
        file: file.to_owned(),
        kind,
        encoding: read.encoding,
        delimiter: read.delimiter,
        read: rows.len(),
        rows,
        mapping: read.mapping,
        people: against.people.clone(),
        matcher: Arc::new(matcher),
    })
}

/// What a reader found in a file.
struct Read {
    items: Vec<Item>,
    encoding: Option<String>,
    delimiter: Option<u8>,
    mapping: Option<ColumnMapping<ContactColumn>>,
}

fn read_table(
    bytes: &[u8],
    options: &ReadOptions,
    against: &Against<'_>,
    progress: &dyn Progress,
) -> Result<Read, FileError> {
    let known = against.people.settings().map(|settings| settings.columns.contacts.as_slice()).unwrap_or_default();
    let is_heading = |cells: &[String]| is_contact_heading(cells) || remembered(known, cells).is_some();
    let table = Table::read(bytes, options, &is_heading)?;
    let said = options.columns.as_deref();
    let columns = contact_columns(&table.heading, said, known).ok_or(FileError::NoContacts)?;
    let items = read_rows(&table, &columns, against.now.date(), progress)?;
    let mapping = said.map(|said| ColumnMapping::new(&table.heading, said.to_vec()));
    Ok(Read { items, encoding: table.encoding, delimiter: table.delimiter, mapping })
}

/// Looks at a table of contacts, so that a person can say what its columns are.
///
/// # Errors
/// What is wrong with the whole file.
pub fn look_at_contacts(bytes: &[u8], options: &ReadOptions) -> Result<TableLook, FileError> {
    Ok(TableLook::of(&Table::read(bytes, options, &is_contact_heading)?))
}

fn main_phone(person: &Person) -> String {
    person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default()
}

fn to_row(ordinal: usize, item: Item, matcher: &mut Matcher, against: &Against<'_>) -> PreviewRow {
    let line = Some(item.line).filter(|line| *line > 0);
    let mut person = match item.person {
        Ok(person) => person,
        Err(refusal) => return PreviewRow::refused(ordinal, line, refusal, item.readable),
    };
    let new_id = || PersonId::new(against.ids, against.now.local);
    let (verdict, proposed, changes, fresh) = match matcher.find(&person) {
        Match::New { proposed } => {
            let is_told = person.id != NOBODY;
            if !is_told {
                person.id = new_id();
            }
            let alike = proposed.and_then(|id| matcher.get(id));
            let changes = alike.map(|there| compare(there, &person)).unwrap_or_default();
            if is_told {
                matcher.put_known(Arc::new(person.clone()));
            } else {
                matcher.put(Arc::new(person.clone()));
            }
            (Verdict::Added, proposed, changes, person.id)
        }
        Match::Same { with, proposed } => {
            person.id = with;
            let changes = matcher.get(with).map(|there| compare(there, &person)).unwrap_or_default();
            (joined(&person, matcher), proposed, changes, new_id())
        }
    };
    PreviewRow {
        ordinal,
        line,
        name: person.name.full(),
        phone: main_phone(&person),
        city: person.city.clone(),
        verdict,
        proposed,
        decided: false,
        include: true,
        changes,
        person: Some(Arc::new(person)),
        fresh,
    }
}

fn joined(new: &Person, matcher: &mut Matcher) -> Verdict {
    let Some(mut there) = matcher.get(new.id).map(|there| Person::clone(there)) else { return Verdict::Unchanged };
    let verdict = verdict_of(&mut there, new, &[]);
    if matches!(verdict, Verdict::Joined { .. }) {
        matcher.put(Arc::new(there));
    }
    verdict
}

/// Joins somebody of the file with the one who is there, as was chosen, and says what that comes to.
pub(super) fn verdict_of(there: &mut Person, new: &Person, changes: &[FieldChange]) -> Verdict {
    let with = there.id;
    let replaced: Vec<Field> = changes.iter().filter(|change| change.replaces()).map(|change| change.field).collect();
    let Joined { news, beside } = join_chosen(there, new, changes);
    if news.is_empty() && beside.is_empty() && replaced.is_empty() {
        return Verdict::Unchanged;
    }
    if there.check().is_err() {
        // Both notes together would be longer than a field takes.
        return Verdict::Refused(Refusal::FieldTooLong);
    }
    Verdict::Joined { with, news, beside, replaced }
}

fn join_chosen(there: &mut Person, new: &Person, changes: &[FieldChange]) -> Joined {
    let mut new = new.clone();
    choose(there, &mut new, changes);
    join(there, &new)
}

impl Preview {
    /// The one command that takes in every row that is to be. Of people who are there it holds what the file has and what
    /// was chosen, so that they are joined as they are when it is done.
    #[must_use]
    pub fn into_command(&self) -> Command {
        let mut added: BTreeMap<PersonId, Person> = BTreeMap::new();
        let mut joined: BTreeMap<PersonId, ContactJoin> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.include) {
            let Some(new) = &row.person else { continue };
            if matches!(row.verdict, Verdict::Refused(_) | Verdict::Unchanged) {
                continue;
            }
            // The row that would have added this person may have been left out: then this one does.
            match (added.get_mut(&new.id), self.people.get(new.id)) {
                (Some(there), _) => drop(join_chosen(there, new, &row.changes)),
                (None, Some(_)) => {
                    let join = joined.entry(new.id).or_insert_with(|| ContactJoin::new(new.id));
                    join.rows.push((Person::clone(new), row.changes.clone()));
                }
                (None, None) => drop(added.insert(new.id, Person::clone(new))),
            }
        }
        self.tell_apart(&mut added);
        Command::ImportContacts {
            file: self.file.clone(),
            added: added.into_values().collect(),
            joined: joined.into_values().collect(),
            mapping: self.mapping.clone(),
        }
    }

    /// Of whom a person said that they are somebody else than one who looks the same, that is remembered.
    fn tell_apart(&self, added: &mut BTreeMap<PersonId, Person>) {
        for row in self.rows.iter().filter(|row| row.include && row.decided && row.verdict == Verdict::Added) {
            let (Some(other), Some(person)) = (row.proposed, &row.person) else { continue };
            let comes = self.people.get(other).is_some() || added.contains_key(&other);
            if let Some(new) = added.get_mut(&person.id).filter(|new| comes && !new.different_from.contains(&other)) {
                new.different_from.push(other);
            }
        }
    }

    /// How many records come to what.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            match &row.verdict {
                Verdict::Refused(_) => counts.refused += 1,
                Verdict::Added if row.include => counts.added += 1,
                Verdict::Joined { .. } if row.include => counts.joined += 1,
                _ => counts.unchanged += 1,
            }
        }
        counts
    }

    /// The name of somebody there or of somebody whom the file adds.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> String {
        let new = || self.rows.iter().find(|row| row.person.as_ref().is_some_and(|person| person.id == id));
        self.people
            .get(id)
            .map(|person| person.name.full())
            .or_else(|| new().map(|row| row.name.clone()))
            .unwrap_or_default()
    }
}
