//! What a person tells of what took place, made from numbers.

use sponsor_core::Now;
use sponsor_core::command::{CallBack, ContactKind, ContactLog, OutcomeForm, StepAfter};
use sponsor_core::model::{EntryId, IdSource, When};

use crate::making::{Choice, There, day, person};

/// What was told of an entry.
pub fn outcome(there: &There, choice: Choice, ids: &IdSource, now: Now) -> OutcomeForm {
    let Choice { a, b, c } = choice;
    let met_first: Vec<_> = (0..c % 2).map(|number| person(ids, &format!("Случайна Среща{number}"), now)).collect();
    let mut met = vec![there.person(b)];
    met.extend(met_first.iter().map(|person| person.id));
    OutcomeForm {
        entry: there.entry(a),
        instance: there.instance(there.entry(a), b),
        met,
        met_first,
        talked_about: "за живота".to_owned(),
        call: (c.is_multiple_of(2)).then(|| CallBack { when: When::day(day(c)) }),
        information: "цени".to_owned(),
        promise: if c % 3 == 0 { "каталог".to_owned() } else { String::new() },
        promise_until: Some(day(c)),
        new_contacts: (0..c % 3).map(|number| format!("Нов Човек{number}")).collect(),
        important: String::new(),
        presented_by: (b % 3 == 0).then(|| there.person(b)),
        after: (0..a % 3)
            .map(|number| StepAfter {
                person: there.person(b + number),
                text: format!("пробва мострите {c}"),
                call: number == 1,
                on: (c.is_multiple_of(2)).then(|| day(c)),
            })
            .collect(),
    }
}

/// A contact that took place.
pub fn contact_log(there: &There, choice: Choice, ids: &IdSource, now: Now) -> ContactLog {
    let Choice { a, b, c } = choice;
    let kind = ContactKind::ALL[usize::try_from(b % 3).unwrap()];
    // Now and then the same contact a second time, which is refused.
    let id = if c % 7 == 6 { there.entry(c) } else { EntryId::new(ids, now.local) };
    ContactLog {
        said: if a.is_multiple_of(2) { format!("говорихме {c}") } else { String::new() },
        next_call: (!c.is_multiple_of(3)).then(|| day(c)),
        need: if b.is_multiple_of(2) { format!("каталог {c}") } else { String::new() },
        going_on: if c.is_multiple_of(2) { "нова работа".to_owned() } else { String::new() },
        greeted: c.is_multiple_of(4).then(|| day(c)),
        ..ContactLog::new(id, there.person(a), kind)
    }
}
