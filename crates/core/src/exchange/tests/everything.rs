use chrono::NaiveDate;

use super::{TABLE_WORDS, begin, begun, card, counts, import, now, people, run};
use crate::command::Command;
use crate::exchange::{
    AdmitError, CardVersion, WorkspaceJsonError, admit, contacts_as_csv, contacts_as_vcard, own_contacts,
    workspace_as_json, workspace_from_json,
};
use crate::model::{
    DatedLine, Email, FormOfAddress, Gender, IdSource, ListOwner, Messenger, MessengerKind, Name, PartialDate, Person,
    PersonId, Phone, Registration, RegistrationResult, Relation, Role, Stage,
};
use crate::store::SCHEMA;
use crate::{Desk, Now};

/// Somebody of whom everything is known, brought in by `sponsor`.
fn full(id: PersonId, sponsor: PersonId) -> Person {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let text = |text: &str| text.to_owned();
    let mut person = Person::new(id, Name::new("Мария Анна", "Петрова; \\ дъщеря").unwrap(), day);
    person.nickname = text("Мими, малката");
    person.gender = Gender::Unknown;
    person.address_form = FormOfAddress::Formal;
    person.phones = vec![
        Phone { number: text("+359 88 812 3456"), label: text("cell") },
        Phone { number: text("0899 111 222"), label: text("При Мама") },
        Phone { number: text("*88"), label: text("") },
    ];
    person.emails = vec![Email { address: text("m@example.bg"), label: text("home, work") }];
    person.messengers = vec![
        Messenger { kind: MessengerKind::Viber, handle: text("+359888123456") },
        Messenger { kind: MessengerKind::Other, handle: text("skype:mimi") },
    ];
    person.links = vec![text("https://example.bg/a;b,c")];
    person.city = text("гр. Пловдив");
    person.address = text("ул. „Иван Вазов“ 2, ет. 3; ап. 5\nвход Б");
    person.birthday = Some(PartialDate::new(None, 2, 29).unwrap());
    person.occupation = text("=СУМА(1)");
    person.relation = Some(Relation::Referral);
    person.referred_by = Some(sponsor);
    person.owner = ListOwner::Mine;
    person.off_list = true;
    person.reach(Stage::NotNow, day);
    person.ask_again = Some(day);
    person.interests = vec![text("йога"), text("градина")];
    person.problem = text("време");
    person.needs = vec![DatedLine { on: day, text: text("повече \"покой\"") }];
    person.going_on = vec![DatedLine { on: day, text: text("нова работа") }];
    person.notes = text("-първо\n\n  +второ, трето; \\n не е нов ред ");
    person.cadence_days = Some(30);
    person.snoozed_until = Some(day);
    let mut registration = Registration::new(day, Role::Partner, sponsor);
    registration.company_number = text("0118001");
    registration.results = vec![RegistrationResult { on: day, text: text("ранг 1") }];
    person.registration = Some(registration);
    person.foreign =
        vec![text("X-ADDRESS-REST:;4000;България"), text("X-SPOUSE;TYPE=\"a:b\":Иван\\, Петров"), text("UID:77")];
    person
}

fn desk_of_two() -> (Desk, [Person; 2]) {
    let desk = begun();
    let id = || PersonId::new(desk.ids(), now().local);
    let (first, second) = (id(), id());
    let me = desk.read().unwrap().people().me().unwrap().id;
    let mut partner = full(second, first);
    partner.name = Name::new("Иван", "").unwrap();
    partner.phones.clear();
    partner.emails.clear();
    partner.foreign = Vec::new();
    let both = [full(first, me), partner];
    run(&desk, Command::AddPeople(both.to_vec()));
    (desk, both)
}

#[test]
fn cards_and_tables_bring_every_field_back() {
    let (desk, both) = desk_of_two();
    let mut outs = vec![contacts_as_csv(&both, &TABLE_WORDS)];
    outs.extend([CardVersion::V3, CardVersion::V4].map(|version| contacts_as_vcard(&both, version)));
    for out in outs {
        let me = desk.read().unwrap().people().me().unwrap().id;
        let other = Desk::create_in(Box::new(crate::store::MemoryMedium::new()), IdSource::seeded(7), now()).unwrap();
        begin(&other);
        assert_eq!(other.read().unwrap().people().me().unwrap().id, me, "the same seed gives the same user");
        assert_eq!(counts(&import(&other, &out)), [2, 2, 0, 0, 0]);
        for person in &both {
            let back = people(&other).into_iter().find(|one| one.id == person.id).unwrap();
            assert_eq!(back, *person, "{}", String::from_utf8_lossy(&out));
        }
        assert_eq!(counts(&import(&desk, &out)), [2, 0, 0, 2, 0]);
        assert!(other.read().unwrap().check().unwrap().problems.is_empty());
    }
}

#[test]
fn names_of_people_who_did_not_come_along_are_dropped() {
    let (_, both) = desk_of_two();
    let out = contacts_as_vcard(&both[1..], CardVersion::V4);
    let other = begun();
    assert_eq!(counts(&import(&other, &out)), [1, 1, 0, 0, 0]);
    let person = people(&other).remove(0);
    assert_eq!((person.referred_by, person.registration), (None, None));
    assert!(other.read().unwrap().check().unwrap().problems.is_empty());
}

#[test]
fn lines_of_cards_are_short_and_no_letter_is_cut() {
    let (_, both) = desk_of_two();
    let out = String::from_utf8(contacts_as_vcard(&both, CardVersion::V4)).unwrap();
    assert!(out.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    assert!(out.contains("BDAY:--0229\r\n"));
}

#[test]
fn a_table_opens_in_cyrillic_and_runs_no_formula() {
    let (_, both) = desk_of_two();
    let out = contacts_as_csv(&both, &TABLE_WORDS);
    assert!(out.starts_with(b"\xEF\xBB\xBF"));
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains(",'=СУМА(1),"));
    assert!(out.contains(",+359 88 812 3456,"));
}

#[test]
fn the_user_and_lists_of_partners_are_not_among_exported_contacts() {
    let (desk, both) = desk_of_two();
    let mut theirs = Person::new(PersonId::new(desk.ids(), now().local), Name::new("Чужд", "").unwrap(), now().date());
    theirs.owner = ListOwner::Partner(both[0].id);
    run(&desk, Command::AddPeople(vec![theirs]));
    for person in people(&desk).into_iter().filter(|person| person.off_list) {
        run(&desk, Command::EditPerson(Box::new(Person { off_list: false, ..person })));
    }
    let view = desk.read().unwrap();
    let ids: Vec<_> = own_contacts(view.people()).iter().map(|person| person.id).collect();
    let mut wanted = both.map(|person| person.id);
    wanted.sort();
    assert_eq!(ids, wanted);
}

#[test]
fn everything_exported_into_a_new_file_gives_the_same_bytes_again() {
    let (desk, _) = desk_of_two();
    import(&desk, card("FN:Някой Друг\r\nTEL:0888 123 456\r\nX-ANY:1").as_bytes());
    let first = workspace_as_json(&desk.read().unwrap()).unwrap();
    let export = workspace_from_json(&first).unwrap();
    assert_eq!(export.workspace, desk.read().unwrap().workspace_id().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let made = Desk::create_with_id(&folder.path().join("new.desk"), export.workspace, IdSource::seeded(99)).unwrap();
    admit(&export, &made.read().unwrap()).unwrap().unwrap();
    run(&made, Command::ImportWorkspace(export.records.clone()));
    assert_eq!(workspace_as_json(&made.read().unwrap()).unwrap(), first);
    assert_eq!(crate::exchange::recognise(&first).unwrap(), crate::exchange::FileKind::Workspace);
    // Its own export may come again, another workspace's may not.
    admit(&export, &made.read().unwrap()).unwrap().unwrap();
    let stranger = Desk::create_in(Box::new(crate::store::MemoryMedium::new()), IdSource::seeded(8), later()).unwrap();
    admit(&export, &stranger.read().unwrap()).unwrap().unwrap();
    begin(&stranger);
    assert_eq!(admit(&export, &stranger.read().unwrap()).unwrap(), Err(AdmitError::OtherWorkspace));
}

fn later() -> Now {
    Now::new(now().local + chrono::Duration::days(1), now().zone)
}

#[test]
fn a_damaged_or_newer_export_is_refused_with_its_reason() {
    let (desk, _) = desk_of_two();
    let whole = String::from_utf8(workspace_as_json(&desk.read().unwrap()).unwrap()).unwrap();
    let read = |text: &str| workspace_from_json(text.as_bytes());
    assert!(matches!(read(whole.split_at(whole.len() - 20).0), Err(WorkspaceJsonError::Shape(_))));
    assert!(matches!(read(&whole.replace("\"sponsor-desk\"", "\"other\"")), Err(WorkspaceJsonError::Format)));
    let newer = whole.replace(&format!("\"schema\": {SCHEMA}"), "\"schema\": 9").replace("given", "first");
    assert!(matches!(read(&newer), Err(WorkspaceJsonError::Newer { found: 9, known: SCHEMA })));
    let line = whole.lines().find(|line| line.starts_with("{\"person\"")).unwrap();
    assert!(matches!(
        read(&whole.replace("\"records\": [", &format!("\"records\": [\n{},", line.trim_end_matches(',')))),
        Err(WorkspaceJsonError::Twice)
    ));
}
