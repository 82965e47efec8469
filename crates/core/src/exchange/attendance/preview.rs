//! What an attendance would do, row by row, before it does anything.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::records::{AttendanceRecord, read_names, read_records};
use super::values::is_attendance_heading;
use crate::command::{AttendanceSheet, Command};
use crate::exchange::encoding::ReadOptions;
use crate::exchange::joining::{email_key, phone_key};
use crate::exchange::matching::name_key;
use crate::exchange::preview::Against;
use crate::exchange::report::{FileReport, Proposal, ProposedRecord, Reasons, RefusedRecord};
use crate::exchange::source::{FileError, FileKind, LONGEST_FILE, Progress, Refusal, recognise};
use crate::exchange::table_in::Table;
use crate::model::{
    Attendance, AttendanceChange, Email, Entry, EntryId, Mode, Name, Person, PersonId, Phone, Training,
};
use crate::query::People;
use crate::text::fold;

/// The training that an attendance is of.
#[derive(Clone, Debug)]
pub struct ForTraining {
    /// The entry of the diary; of a series the series.
    pub entry: Arc<Entry>,
    /// The original day of the instance, for a series, and the id of the entry that it becomes.
    pub instance: Option<(NaiveDate, EntryId)>,
    /// Whether the entry comes to the diary with the attendance.
    pub is_new: bool,
    /// Whether it is still to come: those of whom nothing is said are invited to it, and have not come.
    pub invites: bool,
}

/// How an attendance is read.
#[derive(Clone, Debug, Default)]
pub struct AttendanceOptions {
    /// Encoding and delimiter, where a person chose them.
    pub read: ReadOptions,
}

/// Who a person said a row to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Somebody who is there.
    Person(PersonId),
    /// Somebody new.
    New,
}

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttendanceVerdict {
    /// A guest who comes to the list.
    Added,
    /// Somebody of whom it was not known that they came, or not so.
    Updated(PersonId),
    /// Somebody of whom all this is known.
    Unchanged(PersonId),
    /// Who leads the training, or the sponsor: they do not count among those who came.
    Leads(PersonId),
    /// Nothing that can be taken in.
    Refused(Refusal),
}

/// A row of an attendance.
#[derive(Clone, Debug)]
pub struct AttendanceRow {
    /// Its number, from 1.
    pub ordinal: usize,
    /// The line on which it stands, if known.
    pub line: Option<usize>,
    /// The name.
    pub name: String,
    /// The phone; empty for none.
    pub phone: String,
    /// The address; empty for none.
    pub email: String,
    /// How they came; none when they did not.
    pub came: Option<Mode>,
    /// Whether they want to grow.
    pub wants_more: bool,
    /// What it comes to.
    pub verdict: AttendanceVerdict,
    /// Those who fit, where it is not one alone, and those who may be the one who is added.
    pub fitting: Vec<PersonId>,
    /// Whether the person wants it taken in.
    pub include: bool,
    /// Who a person said it to be.
    pub said: Option<Who>,
    record: AttendanceRecord,
    fresh: PersonId,
    change: Option<AttendanceChange>,
}

/// How many rows come to what; those that are left out are among the unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AttendanceCounts {
    /// Guests who come to the list.
    pub added: usize,
    /// People of whom something changes.
    pub updated: usize,
    /// Nothing to do, or left out.
    pub unchanged: usize,
    /// Nothing that can be taken in.
    pub refused: usize,
}

/// What an attendance would do.
#[derive(Clone, Debug)]
pub struct AttendancePreview {
    /// The file's name; none for names that were pasted.
    pub file: Option<String>,
    /// The encoding that was recognised or said, for a file of text.
    pub encoding: Option<String>,
    /// The training.
    pub training: ForTraining,
    /// The rows, in order.
    pub rows: Vec<AttendanceRow>,
    people: People,
    me: PersonId,
    today: NaiveDate,
    /// Whether a part of a name is enough.
    loose: bool,
}

/// Reads the table of an attendance and holds it against the list and the training.
///
/// # Errors
/// Why the whole file is refused; what is wrong with single rows stands in them.
pub fn preview_attendance(
    file: &str,
    bytes: &[u8],
    options: &AttendanceOptions,
    training: ForTraining,
    against: &Against<'_>,
    progress: &dyn Progress,
) -> Result<AttendancePreview, FileError> {
    if bytes.len() as u64 > LONGEST_FILE {
        return Err(FileError::TooLong);
    }
    let kind = recognise(bytes)?;
    if !matches!(kind, FileKind::Csv | FileKind::Xlsx | FileKind::Report) {
        return Err(FileError::OtherKind(kind));
    }
    let table = Table::read(bytes, &options.read, &is_attendance_heading)?;
    let records = read_records(&table, progress)?;
    if records.is_empty() {
        return Err(FileError::NoContacts);
    }
    let mut preview = AttendancePreview::of(records, training, against);
    (preview.file, preview.encoding) = (Some(file.to_owned()), table.encoding);
    preview.judge();
    Ok(preview)
}

/// Holds pasted names, one a line, against the list and the training.
#[must_use]
pub fn preview_names(text: &str, training: ForTraining, against: &Against<'_>) -> AttendancePreview {
    let mut preview = AttendancePreview::of(read_names(text), training, against);
    preview.loose = true;
    preview.judge();
    preview
}

/// Those of the list by what identifies them.
#[derive(Default)]
struct Known {
    phones: HashMap<String, Vec<PersonId>>,
    emails: HashMap<String, Vec<PersonId>>,
    names: HashMap<String, Vec<PersonId>>,
}

impl Known {
    fn of(people: &People) -> Self {
        let mut known = Self::default();
        let mut all: Vec<_> = people.all().collect();
        all.sort_by_key(|person| person.id);
        for person in all {
            for phone in &person.phones {
                known.phones.entry(phone_key(&phone.number)).or_default().push(person.id);
            }
            for email in &person.emails {
                known.emails.entry(email_key(&email.address)).or_default().push(person.id);
            }
            known.names.entry(name_key(&person.name.full())).or_default().push(person.id);
        }
        known
    }

    fn get<'a>(of: &'a HashMap<String, Vec<PersonId>>, key: &str) -> &'a [PersonId] {
        of.get(key).map_or(&[], Vec::as_slice)
    }
}

/// Who a row is.
#[derive(Clone, Copy)]
struct Found {
    who: PersonId,
    /// The one who is there, or the guest of an earlier row; none for a guest who comes with this one.
    there: Option<PersonId>,
}

/// What the rows of a person say together: who stands there twice was there in person if either row says so.
struct Said {
    mode: Option<Mode>,
    absent: bool,
    wants_more: Option<bool>,
}

impl Said {
    const fn of(record: &AttendanceRecord) -> Self {
        Self { mode: record.mode, absent: record.absent, wants_more: record.wants_more }
    }

    fn join(&mut self, record: &AttendanceRecord) {
        self.absent &= record.absent;
        if self.mode != Some(Mode::InPerson) {
            self.mode = record.mode.or(self.mode);
        }
        if self.wants_more != Some(true) {
            self.wants_more = record.wants_more.or(self.wants_more);
        }
    }
}

/// How far the judging is.
struct Judging {
    known: Known,
    training: Training,
    /// Everyone who was invited or came before.
    invited: Vec<PersonId>,
    /// Who stood on an earlier row.
    met: HashSet<PersonId>,
    /// Guests of earlier rows, by name.
    guests: HashMap<String, (PersonId, String, String)>,
}

impl AttendancePreview {
    fn of(records: Vec<AttendanceRecord>, training: ForTraining, against: &Against<'_>) -> Self {
        let rows = (1..).zip(records).map(|(ordinal, record)| AttendanceRow {
            ordinal,
            line: Some(record.line).filter(|line| *line > 0),
            name: record.name.clone(),
            phone: record.phone.clone(),
            email: record.email.clone(),
            came: None,
            wants_more: false,
            verdict: AttendanceVerdict::Refused(record.refusal.unwrap_or(Refusal::Row)),
            fitting: Vec::new(),
            include: true,
            said: None,
            record,
            fresh: PersonId::new(against.ids, against.now.local),
            change: None,
        });
        Self {
            file: None,
            encoding: None,
            training,
            rows: rows.collect(),
            people: against.people.clone(),
            me: against.people.me().map_or(PersonId::from_bytes([0; 16]), |me| me.id),
            today: against.now.date(),
            loose: false,
        }
    }

    /// A person says who a row is; none takes that back.
    pub fn say(&mut self, row: usize, who: Option<Who>) {
        if let Some(row) = self.rows.get_mut(row) {
            (row.said, row.include) = (who, true);
        }
        self.judge();
    }

    /// A row is taken in or left out.
    pub fn include(&mut self, row: usize, include: bool) {
        if let Some(row) = self.rows.get_mut(row) {
            row.include = include;
        }
        self.judge();
    }

    /// The name of somebody there.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> String {
        self.people.name(id)
    }

    /// Somebody there.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Arc<Person>> {
        self.people.get(id)
    }

    /// How many rows come to what.
    #[must_use]
    pub fn counts(&self) -> AttendanceCounts {
        let mut counts = AttendanceCounts::default();
        for row in &self.rows {
            match row.verdict {
                AttendanceVerdict::Refused(_) if row.include => counts.refused += 1,
                AttendanceVerdict::Added if row.include => counts.added += 1,
                AttendanceVerdict::Updated(_) if row.include => counts.updated += 1,
                _ => counts.unchanged += 1,
            }
        }
        counts
    }

    /// The one command that puts down every row that is to be.
    #[must_use]
    pub fn into_command(&self) -> Command {
        let taken = || self.rows.iter().filter(|row| row.include && row.change.is_some());
        let guests = taken().filter(|row| row.verdict == AttendanceVerdict::Added).filter_map(|row| self.guest(row));
        Command::Attend(Box::new(AttendanceSheet {
            file: self.file.clone(),
            entry: self.training.entry.id,
            instance: self.training.instance,
            new: self.training.is_new.then(|| Box::new(Entry::clone(&self.training.entry))),
            people: guests.collect(),
            changes: taken().filter_map(|row| row.change).collect(),
        }))
    }

    fn guest(&self, row: &AttendanceRow) -> Option<Person> {
        let mut person = Person::new(row.fresh, Name::from_full(&row.name).ok()?, self.today);
        if !row.phone.is_empty() {
            person.phones.push(Phone { number: row.phone.clone(), label: String::new() });
        }
        if !row.email.is_empty() {
            person.emails.push(Email { address: row.email.clone(), label: String::new() });
        }
        Some(person)
    }

    /// The report of the file, as scripts read it. Rows that are left out count as unchanged.
    #[must_use]
    pub fn report(&self, reasons: &dyn Reasons) -> FileReport {
        let counts = self.counts();
        let name = self.file.as_deref().unwrap_or_default();
        let mut report = FileReport::new(name, Some(FileKind::Attendance), self.encoding.as_deref());
        (report.read, report.added, report.updated) = (self.rows.len(), counts.added, counts.updated);
        report.unchanged = counts.unchanged;
        for row in self.rows.iter().filter(|row| row.include) {
            match row.verdict {
                AttendanceVerdict::Refused(refusal) => {
                    let reason = reasons.refusal(refusal);
                    report.refused.push(RefusedRecord { record: row.ordinal, line: row.line, reason });
                }
                AttendanceVerdict::Added => {
                    let proposed = row.fitting.first().map(|person| ProposedRecord {
                        record: row.ordinal,
                        person: self.name_of(*person),
                        reason: reasons.proposal(Proposal::SameName),
                    });
                    report.proposed.extend(proposed);
                }
                _ => {}
            }
        }
        report
    }

    /// Says anew what every row comes to.
    fn judge(&mut self) {
        let mut entry = Entry::clone(&self.training.entry);
        entry.invite_its_people(self.me);
        let mut training = entry.training.unwrap_or_default();
        if self.training.instance.is_some() {
            training.came.clear();
        }
        let known = Known::of(&self.people);
        let invited = training.everyone();
        let mut judging = Judging { known, training, invited, met: HashSet::new(), guests: HashMap::new() };
        let mut rows = std::mem::take(&mut self.rows);
        let found: Vec<_> = rows.iter_mut().map(|row| self.resolve(row, &mut judging)).collect();
        let mut said: HashMap<PersonId, Said> = HashMap::new();
        for (row, found) in rows.iter().zip(&found) {
            if let Some(found) = found.filter(|_| row.include) {
                said.entry(found.who)
                    .and_modify(|said| said.join(&row.record))
                    .or_insert_with(|| Said::of(&row.record));
            }
        }
        for (row, found) in rows.iter_mut().zip(found) {
            if let Some(found) = found {
                // The first row of a person says what all of theirs say; the others say nothing new.
                let own = || Said::of(&row.record);
                let (said, first) = match said.remove(&found.who) {
                    Some(said) if row.include => (said, true),
                    Some(kept) => {
                        said.insert(found.who, kept);
                        (own(), false)
                    }
                    None => (own(), false),
                };
                self.decide(row, found, &said, first, &mut judging.training);
            }
        }
        self.rows = rows;
    }

    /// Finds who a row is; none where it cannot be taken, or is of somebody who does not count.
    fn resolve(&self, row: &mut AttendanceRow, judging: &mut Judging) -> Option<Found> {
        (row.fitting, row.change) = (Vec::new(), None);
        let refused = row.record.refusal.or_else(|| Name::from_full(&row.name).err().map(Refusal::from));
        if let Some(refusal) = refused {
            row.verdict = AttendanceVerdict::Refused(refusal);
            return None;
        }
        let (fitting, sure) = self.fitting(row, judging);
        row.fitting.clone_from(&fitting);
        let person = match (row.said, fitting.as_slice()) {
            (Some(Who::Person(person)), _) => Some(person),
            (None, [one]) if sure => Some(*one),
            (None, [_, ..]) if sure => {
                row.verdict = AttendanceVerdict::Refused(Refusal::SeveralFit);
                row.came = Said::of(&row.record).mode.or(Some(self.usual())).filter(|_| !self.training.invites);
                return None;
            }
            _ => None,
        };
        let earlier = || judging.guests.get(&name_key(&row.name)).filter(|guest| is_same_guest(guest, &row.record));
        let guest = if person.is_none() { earlier().map(|guest| guest.0) } else { None };
        let who = person.or(guest).unwrap_or(row.fresh);
        if who == self.me || judging.training.leader == Some(who) {
            row.verdict = AttendanceVerdict::Leads(who);
            return None;
        }
        if row.include {
            judging.met.insert(who);
            if person.is_none() && guest.is_none() {
                let guest = (who, row.phone.clone(), row.email.clone());
                judging.guests.insert(name_key(&row.name), guest);
            }
        }
        Some(Found { who, there: person.or(guest) })
    }

    fn usual(&self) -> Mode {
        self.training.entry.mode.unwrap_or(Mode::InPerson)
    }

    /// Says what a row comes to.
    fn decide(&self, row: &mut AttendanceRow, found: Found, said: &Said, first: bool, training: &mut Training) {
        let person = found.who;
        let known = training.attendance(person);
        let mode = said.mode.or(known.map(|one| one.mode)).unwrap_or_else(|| self.usual());
        let wants_more = said.wants_more.unwrap_or_else(|| known.is_some_and(|one| one.wants_more));
        let invited = self.training.invites && said.mode.is_none();
        let absent = (said.absent || invited) && !(invited && known.is_some());
        (row.came, row.wants_more) = ((!absent).then_some(mode), !absent && wants_more);
        let change = match (absent, known) {
            (false, _) => AttendanceChange::Came(Attendance { person, mode, wants_more }),
            (true, Some(_)) => AttendanceChange::NotCame(person),
            (true, None) => AttendanceChange::Invited(person),
        };
        let before = training.clone();
        if first {
            training.put(change, self.me);
        }
        let changed = *training != before;
        row.change = changed.then_some(change);
        row.verdict = match found.there {
            None => AttendanceVerdict::Added,
            Some(person) if changed => AttendanceVerdict::Updated(person),
            Some(person) => AttendanceVerdict::Unchanged(person),
        };
    }

    /// Who fits a row, and whether it is surely one of them: not where only the name is equal and phone or address are
    /// others.
    fn fitting(&self, row: &AttendanceRow, judging: &Judging) -> (Vec<PersonId>, bool) {
        let known = &judging.known;
        let (phone, email) = (phone_key(&row.phone), email_key(&row.email));
        let by = |found: &[PersonId]| found.to_vec();
        let mut sure = by(if row.phone.is_empty() { &[] } else { Known::get(&known.phones, &phone) });
        if sure.is_empty() && row.email.contains('@') {
            sure = by(Known::get(&known.emails, &email));
        }
        let named = by(Known::get(&known.names, &name_key(&row.name)));
        if !sure.is_empty() {
            // A family may share a phone: the name tells whom of them.
            let both: Vec<_> = sure.iter().copied().filter(|one| named.contains(one)).collect();
            return (Self::narrowed(if both.is_empty() { sure } else { both }, judging), true);
        }
        let named = if named.is_empty() && self.loose { self.called(&row.name) } else { named };
        let (same, others): (Vec<_>, Vec<_>) = named.into_iter().partition(|one| self.may_be(*one, row));
        if same.is_empty() { (others, false) } else { (Self::narrowed(same, judging), true) }
    }

    /// Of several who fit, those who were invited or came, if there are any.
    fn narrowed(fitting: Vec<PersonId>, judging: &Judging) -> Vec<PersonId> {
        if fitting.len() < 2 {
            return fitting;
        }
        let is_invited = |one: &PersonId| judging.invited.contains(one) && !judging.met.contains(one);
        let invited: Vec<_> = fitting.iter().copied().filter(is_invited).collect();
        if invited.is_empty() { fitting } else { invited }
    }

    /// Whether nothing that is known of a person of the same name speaks against their being the one of the row.
    fn may_be(&self, person: PersonId, row: &AttendanceRow) -> bool {
        let Some(person) = self.people.get(person) else { return false };
        let other_phone = !row.phone.is_empty() && !person.phones.is_empty();
        let other_email = !row.email.is_empty() && !person.emails.is_empty();
        !(other_phone || other_email)
    }

    /// Those whose name has every word of what was typed, the last perhaps as an initial: «Мария П.».
    fn called(&self, typed: &str) -> Vec<PersonId> {
        let folded = fold(typed);
        let words: Vec<&str> =
            folded.split(' ').map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()).collect();
        let fits = |person: &&Arc<Person>| {
            let name = fold(&person.name.full());
            let parts: Vec<&str> = name.split(' ').collect();
            let has = |word: &&str| {
                parts.iter().any(|part| part == word || (word.chars().count() <= 2 && part.starts_with(*word)))
            };
            words.first().is_some_and(|first| parts.contains(first)) && words.iter().all(has)
        };
        let mut found: Vec<_> = self.people.all().filter(fits).map(|person| person.id).collect();
        found.sort_by(|one, other| self.people.by_name(*one, *other));
        found
    }
}

/// Whether a guest of an earlier row is this one, too: neither phone nor address is another.
fn is_same_guest((_, phone, email): &(PersonId, String, String), record: &AttendanceRecord) -> bool {
    let same =
        |one: &str, other: &str, key: fn(&str) -> String| one.is_empty() || other.is_empty() || key(one) == key(other);
    same(phone, &record.phone, phone_key) && same(email, &record.email, email_key)
}
