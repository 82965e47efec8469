//! What was written while a preview was looked at, and people who are no longer there when a file is taken in.

use super::{begun, card, import, now, only, people, preview, run};
use crate::Desk;
use crate::command::{Command, Line};
use crate::exchange::{CardVersion, Choice, Field, contacts_as_vcard, own_contacts};
use crate::model::{ListOwner, Name, Person, PersonId, Registration, Role, Stage};

const MORE: &str = "FN:Мария Петрова\r\nTEL:0888 123 456\r\nEMAIL:m@example.bg\r\nADR:;;;Пловдив;;;";

fn with_maria() -> Desk {
    let desk = begun();
    import(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456\r\nADR:;;;София;;;").as_bytes());
    desk
}

fn add(desk: &Desk, name: &str) -> PersonId {
    let id = PersonId::new(desk.ids(), now().local);
    run(desk, Command::AddPeople(vec![Person::new(id, Name::from_full(name).unwrap(), now().date())]));
    id
}

#[test]
fn what_is_written_while_a_preview_is_looked_at_stays_and_what_was_chosen_comes() {
    let desk = with_maria();
    let mut shown = preview(&desk, card(MORE).as_bytes());
    let at = shown.rows[0].changes.iter().position(|change| change.field == Field::City).unwrap();
    shown.choose(0, at, Choice::Theirs);
    let maria = only(&desk).id;
    run(&desk, Command::ReachStage { people: vec![maria], stage: Stage::FirstTalk, ask_again: None });
    run(&desk, Command::AddLine { person: maria, about: Line::Need, text: "почивка".to_owned() });
    run(&desk, shown.into_command());
    let person = only(&desk);
    assert_eq!((person.stage, person.needs[0].text.as_str()), (Stage::FirstTalk, "почивка"));
    assert_eq!((person.emails[0].address.as_str(), person.city.as_str()), ("m@example.bg", "Пловдив"));
    desk.undo().unwrap().unwrap();
    let person = only(&desk);
    assert_eq!((person.stage, person.needs.len(), person.emails.len()), (Stage::FirstTalk, 1, 0));
}

#[test]
fn whoever_is_deleted_while_a_preview_is_looked_at_comes_as_somebody_new() {
    let desk = with_maria();
    let ivan = card("FN:Иван Стоев\r\nTEL:0899 111 222");
    let shown = preview(&desk, [card(MORE), ivan].concat().as_bytes());
    let maria = only(&desk).id;
    run(&desk, Command::DeletePeople(vec![maria]));
    run(&desk, shown.into_command());
    let all = people(&desk);
    let names: Vec<_> = all.iter().map(|person| person.name.full()).collect();
    assert_eq!(names, ["Иван Стоев", "Мария Петрова"]);
    assert_eq!((all[1].emails.len(), all[1].city.as_str()), (1, "Пловдив"));
    assert_ne!(all[1].id, maria);
}

#[test]
fn whoever_comes_without_their_sponsor_is_not_registered_and_stands_where_they_stood_before() {
    let from = begun();
    let (sponsor, person) = (add(&from, "Мария Петрова"), add(&from, "Иван Стоев"));
    let me = from.read().unwrap().settings().unwrap().me;
    let register = |person, sponsor| {
        let registration = Registration::new(now().date(), Role::Partner, sponsor);
        run(&from, Command::Register { person, registration });
    };
    register(sponsor, me);
    run(&from, Command::ReachStage { people: vec![person], stage: Stage::SawPresentation, ask_again: None });
    register(person, sponsor);
    let ivan = Person::clone(from.read().unwrap().people().get(person).unwrap());
    let to = begun();
    import(&to, &contacts_as_vcard(&[ivan], CardVersion::V4));
    let there = only(&to);
    assert_eq!((there.registration, there.stage), (None, Stage::SawPresentation));
}

#[test]
fn the_contacts_of_the_user_are_the_own_list_and_everybody_registered_and_nobody_who_is_off_the_list() {
    let desk = begun();
    let [maria, ivan, guest, off] = ["Мария", "Иван", "Гост", "Извън"].map(|name| add(&desk, name));
    let me = desk.read().unwrap().settings().unwrap().me;
    let change = |id, change: &dyn Fn(&mut Person)| {
        let mut person = Person::clone(desk.read().unwrap().people().get(id).unwrap());
        change(&mut person);
        run(&desk, Command::EditPerson(Box::new(person)));
    };
    change(ivan, &|person| person.owner = ListOwner::Partner(maria));
    change(guest, &|person| person.owner = ListOwner::Partner(maria));
    change(off, &|person| person.off_list = true);
    run(&desk, Command::Register { person: ivan, registration: Registration::new(now().date(), Role::Partner, me) });
    let own: Vec<_> = own_contacts(desk.read().unwrap().people()).iter().map(|person| person.name.full()).collect();
    assert_eq!(own, ["Мария", "Иван"]);
}

#[test]
fn a_phone_of_one_and_an_address_of_another_is_no_proposal() {
    let desk = begun();
    import(&desk, [card("FN:Мария\r\nTEL:0888 123 456"), card("FN:Иван\r\nEMAIL:i@example.bg")].concat().as_bytes());
    let report = import(&desk, card("FN:Мария\r\nTEL:0888 123 456\r\nEMAIL:i@example.bg").as_bytes());
    assert_eq!((report.updated, report.proposed.len()), (1, 0));
}

#[test]
fn a_table_cannot_end_or_rename_a_card() {
    let desk = begun();
    let cell = "X-ANY;TYPE=a:да\nEND:VCARD\nBEGIN;A=1:VCARD\nitem1.fn:Друг\nN:Друг;;;;\nбез двоеточие";
    import(&desk, format!("Name,X-SPONSOR-DESK-FOREIGN\nМария,\"{cell}\"\n").as_bytes());
    let person = only(&desk);
    assert_eq!(person.foreign[0], "X-ANY;TYPE=a:да");
    let other = begun();
    import(&other, &contacts_as_vcard(std::slice::from_ref(&person), CardVersion::V4));
    let back = only(&other);
    assert_eq!((back.name.full(), &back.foreign), ("Мария".to_owned(), &person.foreign));
}
