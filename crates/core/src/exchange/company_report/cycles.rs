//! Who stands below themselves.

use std::collections::{HashMap, HashSet};

use crate::model::PersonId;

/// Everyone whose way up leads back to themselves.
pub(super) fn on_cycles(sponsors: &HashMap<PersonId, PersonId>) -> HashSet<PersonId> {
    let mut seen: HashSet<PersonId> = HashSet::new();
    let mut found = HashSet::new();
    for start in sponsors.keys() {
        let mut way = Vec::new();
        let mut here = *start;
        while seen.insert(here) {
            way.push(here);
            match sponsors.get(&here) {
                Some(above) => here = *above,
                None => break,
            }
        }
        // Where the way met itself, all from there on is a cycle; where it met an older way, nothing is.
        if let Some(first) = way.iter().position(|one| *one == here)
            && sponsors.contains_key(&here)
        {
            found.extend(way.into_iter().skip(first));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::on_cycles;
    use crate::model::PersonId;

    #[test]
    fn those_on_a_cycle_are_found_and_those_below_it_are_not() {
        let id = |number: u8| PersonId::from_bytes([number; 16]);
        let sponsors: HashMap<_, _> =
            [(1, 2), (2, 3), (3, 2), (4, 1), (5, 9), (6, 6), (7, 5)].map(|(one, above)| (id(one), id(above))).into();
        let mut found: Vec<_> = on_cycles(&sponsors).into_iter().collect();
        found.sort();
        assert_eq!(found, [id(2), id(3), id(6)]);
    }
}
