//! Backups: a copy of the whole workspace in one file, checked when it is made and before it is put back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::desk::Desk;
use crate::files::{folder_of, sync_folder};
use crate::model::{RecordKind, WorkspaceId};
use crate::query::{People, View};
use crate::store::{Locked, Problem, Reading, StoreError, WORKSPACE, WorkspaceLock, check, look_into};

/// What a workspace holds, in the numbers by which a person knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holdings {
    /// The user's name; empty in one that has not begun.
    pub user: String,
    /// People, without the user.
    pub people: u64,
    /// Registered users among them.
    pub registered: u64,
    /// Entries of the diary.
    pub entries: u64,
    /// Orders.
    pub orders: u64,
    /// When something was last changed in it; none in one that has not begun.
    pub last_change: Option<NaiveDateTime>,
}

impl Holdings {
    fn of(people: &People, records: &BTreeMap<RecordKind, u64>, last_change: Option<NaiveDateTime>) -> Self {
        let me = people.me();
        let others = || people.all().filter(|person| me.is_none_or(|me| me.id != person.id));
        let count = |kind| records.get(&kind).copied().unwrap_or(0);
        let whole = |number| u64::try_from(number).unwrap_or(u64::MAX);
        Self {
            user: me.map(|me| me.name.full()).unwrap_or_default(),
            people: whole(others().count()),
            registered: whole(others().filter(|person| person.registration.is_some()).count()),
            entries: count(RecordKind::Entry),
            orders: count(RecordKind::Order),
            last_change,
        }
    }

    /// What an open workspace holds now.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn of_open(desk: &Desk) -> Result<Self, StoreError> {
        let view = desk.read()?;
        let last_change = view.history(1)?.first().map(|row| row.at);
        Ok(Self::of(view.people(), &view.check()?.records, last_change))
    }
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupContents {
    /// The workspace that it is of.
    pub workspace: WorkspaceId,
    /// How many records of each kind.
    pub records: BTreeMap<RecordKind, u64>,
    /// When something was last changed in it; none in one that has not begun.
    pub last_change: Option<NaiveDateTime>,
    /// What it holds, as a person knows it.
    pub holdings: Holdings,
    /// What does not fit together in it; a repair mends most of it.
    pub problems: Vec<Problem>,
}

/// Why a backup could not be made or put back. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The backup would stand in the place of the open workspace itself.
    #[error("a backup cannot take the place of the workspace that it is of")]
    SameFile,
    /// What was written does not hold what the workspace does.
    #[error("the backup does not hold what the workspace holds")]
    NotTheSame,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file system failed.
    #[error("the file could not be read or written: {0}")]
    Io(#[from] std::io::Error),
}

/// Saves a backup of an open workspace and checks it by opening it. A file that stands at `path` is replaced only by a
/// backup that has been checked.
///
/// # Errors
/// As [`BackupError`] says.
pub fn save_backup(desk: &Desk, path: &Path) -> Result<BackupContents, BackupError> {
    if desk.path().is_some_and(|open| is_same_file(open, path)) {
        return Err(BackupError::SameFile);
    }
    let folder = folder_of(path);
    let made = tempfile::Builder::new().prefix(".backup-").tempdir_in(folder)?;
    let copy = made.path().join("copy");
    let before = desk.read()?;
    desk.copy_to(&copy)?;
    let saved = describe_backup(&copy)?;
    if !holds_the_same(&before, &desk.read()?, &saved)? {
        return Err(BackupError::NotTheSame);
    }
    std::fs::rename(&copy, path)?;
    sync_folder(folder);
    Ok(saved)
}

/// Whether a copy holds what the workspace did at its moment, between two views. Commands may have been done or taken
/// back meanwhile; only a workspace that stayed as it was can be compared.
fn holds_the_same(before: &View, after: &View, saved: &BackupContents) -> Result<bool, StoreError> {
    if before.revisions() != after.revisions() {
        return Ok(true);
    }
    let there = before.check()?;
    Ok(there.records == saved.records && there.problems == saved.problems)
}

/// What a backup holds, after checking that the file is sound and everything in it can be read. The file is not changed.
///
/// # Errors
/// As [`BackupError`] says.
pub fn describe_backup(path: &Path) -> Result<BackupContents, BackupError> {
    Ok(look_into(path, look)?)
}

fn look(reading: &Reading) -> Result<BackupContents, StoreError> {
    let report = check(reading)?;
    let id = reading.meta(WORKSPACE)?.and_then(|bytes| bytes.try_into().ok());
    let workspace = id.map(WorkspaceId::from_bytes).ok_or(StoreError::Damaged("the workspace has no id"))?;
    let last_change = reading.history(1)?.first().map(|row| row.at);
    let holdings = Holdings::of(&People::load(reading)?, &report.records, last_change);
    Ok(BackupContents { workspace, records: report.records, last_change, holdings, problems: report.problems })
}

/// Puts a backup in the place of the workspace at `workspace`, which no one may have open. What stood there is copied
/// aside first, and its new place returned; none when there was nothing.
///
/// # Errors
/// [`StoreError::OpenElsewhere`] while the workspace is open; else as [`BackupError`] says.
pub fn restore_backup(backup: &Path, workspace: &Path) -> Result<Option<PathBuf>, BackupError> {
    if is_same_file(backup, workspace) {
        return Err(BackupError::SameFile);
    }
    describe_backup(backup)?;
    let _lock = match WorkspaceLock::take(workspace)? {
        Locked::Held(lock) => lock,
        Locked::Elsewhere => return Err(StoreError::OpenElsewhere.into()),
        Locked::CannotLock => return Err(StoreError::ReadOnly.into()),
    };
    let bring = copy_beside(backup, workspace)?;
    // The copy that will be put in place is the one that is checked last.
    describe_backup(bring.path())?;
    let aside = if workspace.exists() { Some(set_aside(workspace)?) } else { None };
    bring.persist(workspace).map_err(|error| error.error)?;
    sync_folder(folder_of(workspace));
    Ok(aside)
}

/// Copies a file to a temporary one (0600) beside another, synced.
fn copy_beside(from: &Path, beside: &Path) -> Result<tempfile::NamedTempFile, std::io::Error> {
    let mut copy = tempfile::Builder::new().prefix(".part-").tempfile_in(folder_of(beside))?;
    std::io::copy(&mut std::fs::File::open(from)?, copy.as_file_mut())?;
    copy.as_file().sync_all()?;
    Ok(copy)
}

/// Copies the present file to `NAME.before-restore`, or with a number where there is one already: nothing that was set
/// aside before is lost.
fn set_aside(workspace: &Path) -> Result<PathBuf, std::io::Error> {
    let mut copy = copy_beside(workspace, workspace)?;
    // After the highest there is, so that the newest is always the one with the highest number.
    for number in newest_number(workspace).saturating_add(1)..=u32::MAX {
        let aside = aside_path(workspace, number);
        match copy.persist_noclobber(&aside) {
            Ok(_) => return Ok(aside),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => copy = error.file,
            Err(error) => return Err(error.error),
        }
    }
    Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists))
}

/// The file that was set aside last before a restore of this workspace; none when there was no restore.
#[must_use]
pub fn newest_aside(workspace: &Path) -> Option<PathBuf> {
    Some(newest_number(workspace)).filter(|number| *number > 0).map(|number| aside_path(workspace, number))
}

/// The highest number of a file that was set aside, whichever of the others are there still; zero where there is none.
fn newest_number(workspace: &Path) -> u32 {
    let Some(name) = workspace.file_name() else { return 0 };
    let first = format!("{}{ASIDE}", name.to_string_lossy());
    let number = |name: &str| match name.strip_prefix(&first)? {
        "" => Some(1),
        rest => rest.strip_prefix('-')?.parse().ok().filter(|number| *number > 1),
    };
    let names = std::fs::read_dir(folder_of(workspace)).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.filter_map(|name| number(&name.to_string_lossy())).max().unwrap_or(0)
}

/// What is put behind the name of a workspace that is set aside.
const ASIDE: &str = ".before-restore";

fn aside_path(workspace: &Path, number: u32) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(ASIDE);
    if number > 1 {
        name.push(format!("-{number}"));
    }
    PathBuf::from(name)
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::NaiveDate;

    use super::{BackupError, Holdings, describe_backup, holds_the_same, newest_aside, restore_backup, save_backup};
    use crate::command::{Beginning, Command};
    use crate::model::{CommandId, IdSource, Language, Name, Person, PersonId, RecordKind, ThemeChoice};
    use crate::store::{Author, StoreError};
    use crate::{Desk, Now, Request};

    fn now() -> Now {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Now::new(day.and_hms_opt(10, 0, 0).unwrap(), chrono_tz::Europe::Sofia)
    }

    fn run(desk: &Desk, command: Command) {
        let id = CommandId::new(desk.ids(), now().local);
        desk.run(&Request { id, by: Author::Person, now: now(), command }).unwrap();
    }

    fn begun(path: &Path) -> Desk {
        let desk = Desk::create(path, IdSource::seeded(3), now()).unwrap();
        let at = now().local.time();
        let beginning = Beginning {
            me: PersonId::new(desk.ids(), now().local),
            name: Name::new("Деница", "Колева").unwrap(),
            language: Language::Bulgarian,
            home_city: String::new(),
            evening_at: at,
            review_day: chrono::Weekday::Fri,
            review_at: at,
            theme: ThemeChoice::System,
        };
        run(&desk, Command::Begin(Box::new(beginning)));
        desk
    }

    fn add(desk: &Desk, name: &str) {
        let id = PersonId::new(desk.ids(), now().local);
        run(desk, Command::AddPeople(vec![Person::new(id, Name::new(name, "").unwrap(), now().date())]));
    }

    fn names(desk: &Desk) -> Vec<String> {
        let view = desk.read().unwrap();
        let mut names: Vec<_> = view.people().all().map(|person| person.name.full()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_backup_of_an_open_workspace_is_checked_and_says_what_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = begun(&folder.path().join("a.desk"));
        add(&desk, "Мария");
        let path = folder.path().join("a.backup");
        let saved = save_backup(&desk, &path).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(describe_backup(&path).unwrap(), saved);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "looking changes nothing");
        assert_eq!(saved.records.get(&RecordKind::Person), Some(&2));
        assert_eq!(saved.last_change, Some(now().local));
        assert_eq!(saved.workspace, desk.read().unwrap().workspace_id().unwrap());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 3, "the workspace, its lock and the backup");
    }

    #[test]
    fn restoring_brings_back_what_was_history_too_and_sets_the_present_file_aside() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = (folder.path().join("a.desk"), folder.path().join("a.backup"));
        let desk = begun(&path);
        add(&desk, "Мария");
        save_backup(&desk, &backup).unwrap();
        add(&desk, "Иван");
        let open = restore_backup(&backup, &path);
        assert!(matches!(open, Err(BackupError::Store(StoreError::OpenElsewhere))));
        drop(desk);
        let aside = restore_backup(&backup, &path).unwrap().unwrap();
        let desk = Desk::open(&path, IdSource::seeded(4)).unwrap();
        assert_eq!(names(&desk), ["Деница Колева", "Мария"]);
        assert!(desk.undo().unwrap().is_some());
        assert_eq!(names(&desk), ["Деница Колева"]);
        assert_eq!(aside, folder.path().join("a.desk.before-restore"));
        drop(desk);
        let again = restore_backup(&backup, &path).unwrap().unwrap();
        assert_ne!(again, aside, "what was set aside before stays");
        let before = Desk::open(&aside, IdSource::seeded(5)).unwrap();
        assert_eq!(names(&before), ["Деница Колева", "Иван", "Мария"]);
    }

    #[test]
    fn a_backup_says_what_it_holds_beside_what_the_workspace_holds_and_a_restore_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = (folder.path().join("a.desk"), folder.path().join("a.backup"));
        let desk = begun(&path);
        add(&desk, "Мария");
        let saved = save_backup(&desk, &backup).unwrap().holdings;
        add(&desk, "Иван");
        let expected = Holdings {
            user: "Деница Колева".to_owned(),
            people: 1,
            registered: 0,
            entries: 0,
            orders: 0,
            last_change: Some(now().local),
        };
        assert_eq!(saved, expected);
        assert_eq!(Holdings::of_open(&desk).unwrap(), Holdings { people: 2, ..expected });
        drop(desk);
        assert_eq!(newest_aside(&path), None);
        let aside = restore_backup(&backup, &path).unwrap();
        assert_eq!(newest_aside(&path), aside);
        let again = restore_backup(&aside.unwrap(), &path).unwrap();
        assert_eq!(newest_aside(&path), again);
        assert_eq!(names(&Desk::open(&path, IdSource::seeded(4)).unwrap()), ["Деница Колева", "Иван", "Мария"]);
    }

    #[test]
    fn what_is_taken_back_while_a_backup_is_made_does_not_refuse_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = begun(&folder.path().join("a.desk"));
        add(&desk, "Мария");
        let before = desk.read().unwrap();
        let saved = save_backup(&desk, &folder.path().join("a.backup")).unwrap();
        assert!(holds_the_same(&before, &desk.read().unwrap(), &saved).unwrap());
        // The newest command of the history is the same one, and yet it is done no longer.
        desk.undo().unwrap().unwrap();
        assert!(holds_the_same(&before, &desk.read().unwrap(), &saved).unwrap());
        let other = desk.read().unwrap();
        assert!(!holds_the_same(&other, &desk.read().unwrap(), &saved).unwrap());
    }

    #[test]
    fn the_newest_file_that_was_set_aside_is_found_when_an_older_one_was_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = (folder.path().join("a.desk"), folder.path().join("a.backup"));
        let desk = begun(&path);
        save_backup(&desk, &backup).unwrap();
        drop(desk);
        let aside = |name: &str| folder.path().join(format!("a.desk.before-restore{name}"));
        for name in ["", "-2", "-3"] {
            assert_eq!(restore_backup(&backup, &path).unwrap(), Some(aside(name)));
        }
        std::fs::remove_file(aside("")).unwrap();
        std::fs::write(folder.path().join("a.desk.before-restore-old"), b"").unwrap();
        assert_eq!(newest_aside(&path), Some(aside("-3")));
        assert_eq!(restore_backup(&backup, &path).unwrap(), Some(aside("-4")));
        assert_eq!(newest_aside(&path), Some(aside("-4")));
    }

    #[test]
    fn a_damaged_backup_is_refused_and_the_workspace_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = (folder.path().join("a.desk"), folder.path().join("a.backup"));
        let desk = begun(&path);
        save_backup(&desk, &backup).unwrap();
        assert!(matches!(save_backup(&desk, &path), Err(BackupError::SameFile)));
        drop(desk);
        let before = std::fs::read(&path).unwrap();
        let whole = std::fs::read(&backup).unwrap();
        let (cut, _) = whole.split_at(whole.len() / 2);
        for damaged in [&b""[..], b"not a workspace at all", cut] {
            std::fs::write(&backup, damaged).unwrap();
            assert!(restore_backup(&backup, &path).is_err());
            assert_eq!(std::fs::read(&path).unwrap(), before);
        }
        assert!(matches!(
            restore_backup(&folder.path().join("none"), &path),
            Err(BackupError::Store(StoreError::Missing))
        ));
    }

    #[test]
    fn a_backup_is_restored_where_there_is_no_workspace() {
        let folder = tempfile::tempdir().unwrap();
        let backup = folder.path().join("a.backup");
        let desk = begun(&folder.path().join("a.desk"));
        save_backup(&desk, &backup).unwrap();
        let other = folder.path().join("other.desk");
        assert_eq!(restore_backup(&backup, &other).unwrap(), None);
        let restored = Desk::open(&other, IdSource::seeded(4)).unwrap();
        assert_eq!(names(&restored), names(&desk));
    }
}
