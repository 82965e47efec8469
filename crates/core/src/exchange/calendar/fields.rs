//! The fields of an entry that a calendar has, their fingerprints, and our own fields in a calendar.

use serde::Serialize;
use serde_json::{Map, Value};

use super::record::FileEntry;
use super::repeats::bare;
use crate::exchange::own::own_name;
use crate::model::{Entry, EntryState, Fingerprints, InstanceOverride};

/// A field of an entry that a calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarField {
    /// What it is: an event with people is a meeting.
    Kind,
    /// The title.
    Title,
    /// When it is.
    When,
    /// Where it is.
    Place,
    /// The longer text.
    Note,
    /// Who takes part.
    People,
    /// How pressing it is.
    Priority,
    /// What became of it.
    State,
    /// Reminders.
    Reminders,
    /// How it repeats.
    Repeat,
}

impl CalendarField {
    /// All, in the order of the fingerprints.
    pub(super) const ALL: [Self; 10] = [
        Self::Kind,
        Self::Title,
        Self::When,
        Self::Place,
        Self::Note,
        Self::People,
        Self::Priority,
        Self::State,
        Self::Reminders,
        Self::Repeat,
    ];

    /// Those of one instance, in the order of its fingerprints.
    pub(super) const OF_INSTANCE: [Self; 3] = [Self::Title, Self::When, Self::State];

    fn fingerprint(self, entry: &Entry) -> u64 {
        match self {
            Self::Kind => print_of(&entry.kind),
            Self::Title => print_of(&entry.title),
            Self::When => print_of(&entry.when),
            Self::Place => print_of(&entry.place),
            Self::Note => print_of(&entry.note),
            Self::People => print_of(&entry.people),
            Self::Priority => print_of(&entry.priority),
            Self::State => print_of(&entry.state),
            Self::Reminders => print_of(&entry.reminders),
            Self::Repeat => print_of(&entry.repeat.as_ref().map(|repeat| (bare(repeat), repeat.shown_in))),
        }
    }

    /// The fingerprint of what the file says.
    pub(super) fn of_file(self, file: &FileEntry) -> u64 {
        if self == Self::State { print_of(&file.said) } else { self.fingerprint(&file.entry) }
    }

    /// The fingerprint of what stands here.
    pub(super) fn of_entry(self, entry: &Entry) -> u64 {
        self.fingerprint(entry)
    }

    /// Takes the file's.
    pub(super) fn take(self, there: &mut Entry, file: &FileEntry) {
        let theirs = &file.entry;
        match self {
            Self::Kind => there.kind = theirs.kind,
            Self::Title => there.title.clone_from(&theirs.title),
            Self::When => there.when = theirs.when,
            Self::Place => there.place.clone_from(&theirs.place),
            Self::Note => there.note.clone_from(&theirs.note),
            Self::People => there.people.clone_from(&theirs.people),
            Self::Priority => there.priority = theirs.priority,
            Self::State => there.state = file.said.unwrap_or(there.state),
            Self::Reminders => there.reminders.clone_from(&theirs.reminders),
            Self::Repeat => take_repeat(there, theirs),
        }
    }

    /// Whether both say the same already.
    pub(super) fn is_same(self, there: &Entry, file: &FileEntry) -> bool {
        if self == Self::State {
            return file.said.is_none_or(|said| said == there.state);
        }
        self.fingerprint(there) == self.fingerprint(&file.entry)
    }

    /// The fingerprint of a field of an instance.
    pub(super) fn of_instance(self, own: &InstanceOverride) -> u64 {
        match self {
            Self::Title => print_of(&own.title),
            Self::When => print_of(&own.when),
            _ => print_of(&own.state),
        }
    }

    /// Takes the file's field of an instance.
    pub(super) fn take_instance(self, there: &mut InstanceOverride, theirs: &InstanceOverride) {
        match self {
            Self::Title => there.title.clone_from(&theirs.title),
            Self::When => there.when = theirs.when,
            _ => there.state = theirs.state,
        }
    }
}

/// A series takes another rule and keeps what was decided about its instances.
fn take_repeat(there: &mut Entry, theirs: &Entry) {
    match (&mut there.repeat, &theirs.repeat) {
        (Some(ours), Some(new)) => {
            let mut repeat = new.clone();
            for (day, own) in &ours.overrides {
                repeat.overrides.entry(*day).or_insert_with(|| own.clone());
            }
            *ours = repeat;
        }
        (ours, new) => ours.clone_from(new),
    }
}

/// The fingerprints of all fields, as an entry is taken in.
pub(super) fn base_of(entry: &Entry, file: &FileEntry) -> Vec<Fingerprints> {
    CalendarField::ALL.iter().map(|field| (field.of_entry(entry), field.of_file(file))).collect()
}

/// FNV-1a over the JSON of a value: the same in every version and on every machine.
fn print_of(value: &impl Serialize) -> u64 {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Fields of ours that no calendar has a place for, as properties `X-SPONSOR-DESK-…` with JSON. What was told of an
/// outcome is not among them: a calendar is handed around.
const OWN_FIELDS: [&str; 9] =
    ["kind", "action", "action_chosen", "mode", "priority", "count", "nature", "sorted", "created"];

/// The own field that says what became of an entry.
const STATE: &str = "state";

fn as_object(entry: &Entry) -> Map<String, Value> {
    match serde_json::to_value(entry) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

/// The own fields of an entry: name of the property and JSON.
pub(super) fn own_fields(entry: &Entry) -> Vec<(String, String)> {
    let mut object = as_object(entry);
    let all = OWN_FIELDS.into_iter().chain([STATE]);
    all.filter_map(|field| object.remove_entry(field))
        .map(|(field, value)| (own_name(&field), value.to_string()))
        .collect()
}

/// The own field that says what became of an instance.
pub(super) fn own_state(state: EntryState) -> (String, String) {
    (own_name(STATE), serde_json::to_string(&state).unwrap_or_default())
}

/// Puts own fields into an entry; gives the state that is said. What cannot be read is left out.
pub(super) fn own_fields_into(entry: &mut Entry, own: &[(String, String)]) -> Option<EntryState> {
    let mut state = None;
    if !own.is_empty() {
        // In a file of ours what is not said is as with a new entry: such a note waits to be decided.
        entry.sorted = false;
    }
    for (name, json) in own {
        let Ok(value) = serde_json::from_str::<Value>(json) else { continue };
        if *name == own_name(STATE) {
            state = serde_json::from_value(value).ok();
            continue;
        }
        let Some(field) = OWN_FIELDS.into_iter().find(|field| own_name(field) == *name) else { continue };
        let mut object = as_object(entry);
        object.insert(field.to_owned(), value);
        if let Ok(taken) = serde_json::from_value::<Entry>(Value::Object(object))
            && taken.check().is_ok()
        {
            *entry = taken;
        }
    }
    state
}
