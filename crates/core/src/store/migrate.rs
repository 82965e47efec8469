//! Migrations: how a file of an older schema becomes one of this program's. They are only ever added, at the end.
//!
//! Before the first one runs, the file is copied aside; all of them run in one transaction, so that the file has the old
//! schema or the new one and nothing between.

use redb::WriteTransaction;

use super::integrity::make_lookups;
use super::undo::Way;
use super::{StoreError, tables};

/// One step from a schema to the next.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    /// Brings all records and lookups to the next schema.
    pub(crate) records: fn(&WriteTransaction) -> Result<(), StoreError>,
    /// Brings one way of the history to the next schema. Ways are not rewritten by a migration, which would have to
    /// touch the whole history: each row of history says the schema its ways were written with, and they are brought
    /// up when they are read.
    pub(crate) way: fn(Way) -> Result<Way, StoreError>,
}

impl std::fmt::Debug for Migration {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Migration")
    }
}

/// The step at place n leads from schema n + 1 to n + 2.
pub(crate) const MIGRATIONS: &[Migration] = &[SECOND, THIRD, FOURTH, FIFTH];

/// The second schema has a table of what an undo left, fields that an older record has as they begin, and other contacts
/// of series among its lookups, which are made again. Records are not rewritten, but an older program, which would drop
/// the fields, refuses the file.
const SECOND: Migration = Migration {
    records: |transaction| {
        transaction.open_table(tables::LEFT)?;
        make_lookups(transaction)
    },
    way: Ok,
};

/// In the third schema an entry knows the calendar file that it came from, and a series the zone in which it is shown;
/// an older record has neither.
const THIRD: Migration = Migration { records: |_| Ok(()), way: Ok };

/// In the fourth schema a plan has rows and working days of its own, what a partner told, corrections by hand, and what
/// was decided of that which was not done; an older plan has none of them.
const FOURTH: Migration = Migration { records: |_| Ok(()), way: Ok };

/// In the fifth schema a person knows what they have learnt, and the settings the sponsor's own learning path and
/// methods; an older record has none of them.
const FIFTH: Migration = Migration { records: |_| Ok(()), way: Ok };

/// The schema that a list of migrations ends in.
pub(crate) const fn newest(migrations: &[Migration]) -> u32 {
    let mut schema = 1;
    let mut rest = migrations;
    while let [_, after @ ..] = rest {
        schema += 1;
        rest = after;
    }
    schema
}

const _: () = assert!(newest(MIGRATIONS) == super::SCHEMA, "every schema but the first has a migration");

/// The migrations that a file of this schema still needs.
///
/// # Errors
/// [`StoreError::Damaged`] for a schema that no program ever wrote.
pub(crate) fn from(migrations: &[Migration], schema: u32) -> Result<&[Migration], StoreError> {
    let done = schema.checked_sub(1).and_then(|done| usize::try_from(done).ok());
    done.and_then(|done| migrations.get(done..)).ok_or(StoreError::Damaged("there never was such a schema"))
}

/// Runs every migration after `schema`, in this transaction.
///
/// # Errors
/// What a migration fails with; the transaction is then not to be committed.
pub(crate) fn run(migrations: &[Migration], schema: u32, transaction: &WriteTransaction) -> Result<(), StoreError> {
    for migration in from(migrations, schema)? {
        (migration.records)(transaction)?;
    }
    let mut meta = transaction.open_table(tables::META)?;
    meta.insert(tables::SCHEMA, newest(migrations).to_be_bytes().as_slice())?;
    Ok(())
}

/// A way of the history that was written with `schema`, as one of the newest.
///
/// # Errors
/// What a migration fails with.
pub(crate) fn upgraded(migrations: &[Migration], way: Way, schema: u32) -> Result<Way, StoreError> {
    from(migrations, schema)?.iter().try_fold(way, |way, migration| (migration.way)(way))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use redb::{ReadableDatabase as _, WriteTransaction};

    use super::{MIGRATIONS, Migration, upgraded};
    use crate::model::{IdSource, RecordKey, RecordKind, WorkspaceId};
    use crate::store::medium::FileMedium;
    use crate::store::opening::open_checked;
    use crate::store::undo::{Way, WayStep};
    use crate::store::{SCHEMA, Store, StoreError, tables};

    fn mark(transaction: &WriteTransaction) -> Result<(), StoreError> {
        transaction.open_table(tables::META)?.insert("mark", [7].as_slice())?;
        Ok(())
    }

    fn fail(_: &WriteTransaction) -> Result<(), StoreError> {
        Err(StoreError::Damaged("on purpose"))
    }

    const fn migration(records: fn(&WriteTransaction) -> Result<(), StoreError>) -> Migration {
        Migration {
            records,
            way: |way| Ok(Way { key: RecordKey { kind: RecordKind::Goal, ..way.key }, step: way.step }),
        }
    }

    /// The migrations that there are, and some more after them.
    fn and(more: &[Migration]) -> Vec<Migration> {
        [MIGRATIONS, more].concat()
    }

    fn workspace(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("a.desk");
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(9, 0, 0).unwrap();
        drop(Store::create(&path, WorkspaceId::new(&IdSource::seeded(1), at)).unwrap());
        path
    }

    fn mark_of(path: &Path, migrations: &[Migration]) -> Option<Vec<u8>> {
        let handle = open_checked(&FileMedium::new(path, true), true, migrations).unwrap();
        let meta = handle.database.begin_read().unwrap().open_table(tables::META).unwrap();
        meta.get("mark").unwrap().map(|bytes| bytes.value().to_vec())
    }

    #[test]
    fn an_older_file_is_copied_and_brought_up_and_the_old_program_then_refuses_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = workspace(folder.path());
        let before = std::fs::read(&path).unwrap();
        assert_eq!(mark_of(&path, &and(&[migration(mark)])), Some(vec![7]));
        let copy = folder.path().join(format!("a.desk.schema-{SCHEMA}.backup"));
        assert_eq!(std::fs::read(&copy).unwrap(), before);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(matches!(Store::open(&path), Err(StoreError::Newer { known: SCHEMA, .. })));
        assert!(Store::open(&copy).is_ok());
        assert_eq!(mark_of(&path, &and(&[migration(mark)])), Some(vec![7]));
    }

    #[test]
    fn a_migration_that_fails_leaves_the_file_at_its_old_schema() {
        let folder = tempfile::tempdir().unwrap();
        let path = workspace(folder.path());
        let outcome = open_checked(&FileMedium::new(&path, true), true, &and(&[migration(mark), migration(fail)]));
        assert!(matches!(outcome, Err(StoreError::Damaged("on purpose"))));
        assert_eq!(mark_of(&path, MIGRATIONS), None);
    }

    #[test]
    fn an_older_file_that_may_only_be_read_is_brought_up_in_memory_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = workspace(folder.path());
        let before = std::fs::read(&path).unwrap();
        let handle = open_checked(&FileMedium::new(&path, false), false, &and(&[migration(mark)])).unwrap();
        let meta = handle.database.begin_read().unwrap().open_table(tables::META).unwrap();
        assert!(meta.get("mark").unwrap().is_some());
        drop((meta, handle));
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert_eq!(
            std::fs::read_dir(folder.path())
                .unwrap()
                .filter(|one| { one.as_ref().unwrap().file_name().to_string_lossy().ends_with("backup") })
                .count(),
            0
        );
    }

    #[test]
    fn a_file_of_the_first_schema_opens_with_what_the_second_has_and_its_lookups_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = workspace(folder.path());
        let handle = open_checked(&FileMedium::new(&path, true), true, MIGRATIONS).unwrap();
        let transaction = handle.database.begin_write().unwrap();
        let first = 1_u32.to_be_bytes();
        transaction.open_table(tables::META).unwrap().insert(tables::SCHEMA, first.as_slice()).unwrap();
        transaction.delete_table(tables::LEFT).unwrap();
        transaction.open_table(tables::INDEX).unwrap().insert([7, 7].as_slice(), ()).unwrap();
        transaction.commit().unwrap();
        drop(handle);
        let store = Store::open(&path).unwrap();
        assert_eq!(store.read().unwrap().all_keys().unwrap(), Vec::<Vec<u8>>::new());
        drop(store);
        assert!(Store::open(&path).is_ok());
        assert!(folder.path().join("a.desk.schema-1.backup").exists());
    }

    #[test]
    fn a_way_of_the_history_is_brought_up_from_its_own_schema() {
        let way = Way { key: RecordKey { kind: RecordKind::Order, id: [1; 16] }, step: WayStep::Remove };
        let list = [migration(mark)];
        assert_eq!(upgraded(&list, way.clone(), 1).unwrap().key.kind, RecordKind::Goal);
        assert_eq!(upgraded(&list, way.clone(), 2).unwrap(), way);
        assert!(upgraded(&list, way, 0).is_err());
    }
}
