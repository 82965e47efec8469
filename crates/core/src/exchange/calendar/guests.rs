//! Who of the people there is meant by an attendee or an organiser of a calendar.

use std::collections::{HashMap, HashSet};

use super::content::Property;
use crate::exchange::joining::email_key;
use crate::exchange::matching::name_key;
use crate::model::{Entry, Person, PersonId};
use crate::query::People;

/// The parameter of an attendee that names the person by our own id.
pub(super) const OWN_ID: &str = "X-SPONSOR-DESK-ID";

/// Everyone there, by what a calendar may know of them.
#[derive(Debug)]
pub(super) struct Guests {
    me: Option<PersonId>,
    all: HashSet<PersonId>,
    by_email: HashMap<String, PersonId>,
    /// Names that only one person has.
    by_name: HashMap<String, Option<PersonId>>,
}

impl Guests {
    pub(super) fn new(people: &People) -> Self {
        let mut all: Vec<_> = people.all().collect();
        all.sort_by_key(|person| person.id);
        let me = people.settings().map(|settings| settings.me);
        let mut guests = Self { me, all: HashSet::new(), by_email: HashMap::new(), by_name: HashMap::new() };
        for person in all {
            guests.all.insert(person.id);
            for email in &person.emails {
                guests.by_email.entry(email_key(&email.address)).or_insert(person.id);
            }
            let name = guests.by_name.entry(name_key(&person.name.full())).or_insert(Some(person.id));
            if *name != Some(person.id) {
                *name = None;
            }
        }
        guests
    }

    /// The person that a line is about; none for somebody who is not there, and for the user.
    pub(super) fn find(&self, line: &Property) -> Option<PersonId> {
        let id = line.parameter(OWN_ID).and_then(|id| serde_json::from_value(id.into()).ok());
        let known = id.filter(|id| self.all.contains(id));
        let by_email = || addresses(line).find_map(|address| self.by_email.get(&email_key(address)).copied());
        let by_name = || self.by_name.get(&name_key(line.parameter("CN")?)).copied().flatten();
        known.or_else(by_email).or_else(by_name).filter(|id| Some(*id) != self.me)
    }
}

/// Everything in a line that may be an address.
fn addresses(line: &Property) -> impl Iterator<Item = &str> {
    let value = line.value.as_str();
    let bare = match value.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("mailto:") => value.get(7..).unwrap_or(""),
        _ => value,
    };
    let parameters = ["EMAIL", "CN"].into_iter().filter_map(|name| line.parameter(name));
    std::iter::once(bare).chain(parameters).filter(|text| text.contains('@'))
}

/// Takes the lines about somebody who is deleted out of what was kept of a calendar.
pub(crate) fn forget_guest(entry: &mut Entry, person: &Person) {
    let Some(source) = &mut entry.calendar else { return };
    let name = name_key(&person.name.full());
    let own: Vec<String> = person.emails.iter().map(|email| email_key(&email.address)).collect();
    let is_theirs = |line: &str| {
        let line = Property::of_kept(line);
        let mut addresses = addresses(&line).map(email_key);
        matches!(line.name.as_str(), "ATTENDEE" | "ORGANIZER" | "CONTACT")
            && (line.parameter("CN").is_some_and(|text| name_key(text) == name)
                || addresses.any(|address| own.contains(&address)))
    };
    source.rest.retain(|line| !is_theirs(line));
    for instance in source.instances.values_mut() {
        instance.rest.retain(|line| !is_theirs(line));
    }
}
