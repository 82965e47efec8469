//! What goes out and comes back is what was there, field by field; and files at the limits of what is read.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{TABLE_WORDS, begun, card, import, people, preview, try_preview};
use crate::command::Command;
use crate::exchange::{
    CardVersion, FileError, LONGEST_FILE, NoProgress, Progress, ReadOptions, Refusal, TableWords, Verdict,
    WorkbookError, contacts_as_csv, contacts_as_vcard, contacts_as_xlsx, preview_contacts, read_file_telling,
};
use crate::model::{
    ContactColumn, DatedLine, Email, FormOfAddress, Gender, Language, Messenger, MessengerKind, Name, PartialDate,
    Person, PersonId, Phone, Registration, RegistrationResult, Relation, Role, Stage, StageChange,
};

/// A text as people type it: no spaces at its ends, never empty.
fn word() -> impl Strategy<Value = String> {
    "[!-~а-яА-Я]([ -~а-я]{0,14}[!-~а-я])?"
}

fn several<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(one, 0..3)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2000_i32..2027, 1_u32..13, 1_u32..29)
        .prop_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

fn lines() -> impl Strategy<Value = Vec<DatedLine>> {
    several((day(), word()).prop_map(|(on, text)| DatedLine { on, text }))
}

/// Phones, addresses, messengers and links.
type Reached = (Vec<String>, Vec<String>, Vec<(u8, String)>, Vec<String>);

fn reach(person: &mut Person, how: Reached) {
    let (phones, emails, messengers, links) = how;
    person.phones = phones.into_iter().map(|number| Phone { label: "cell".to_owned(), number }).collect();
    person.phones.dedup();
    person.emails = emails.into_iter().map(|address| Email { address, label: "Вкъщи".to_owned() }).collect();
    person.emails.dedup();
    let kinds = [MessengerKind::Viber, MessengerKind::WhatsApp, MessengerKind::Telegram, MessengerKind::Messenger];
    person.messengers = messengers
        .into_iter()
        .map(|(kind, handle)| Messenger { kind: kinds[usize::from(kind) % kinds.len()], handle })
        .collect();
    person.messengers.dedup();
    person.links = links;
    person.links.dedup();
}

fn stand(person: &mut Person, choice: u8, on: NaiveDate) {
    person.gender = [Gender::Female, Gender::Male, Gender::Unknown][usize::from(choice % 3)];
    person.address_form = [FormOfAddress::Informal, FormOfAddress::Formal][usize::from(choice % 2)];
    person.relation = [None, Some(Relation::Close), Some(Relation::Referral)][usize::from(choice % 3)];
    person.off_list = choice.is_multiple_of(5);
    person.cadence_days = choice.is_multiple_of(2).then_some(u16::from(choice) + 1);
    person.snoozed_until = choice.is_multiple_of(7).then_some(on);
    if choice.is_multiple_of(3) {
        person.stage = Stage::NotNow;
        person.stage_changes =
            vec![StageChange { stage: Stage::FirstTalk, on }, StageChange { stage: Stage::NotNow, on }];
        person.ask_again = Some(on);
    }
}

prop_compose! {
    fn person(id: PersonId, me: PersonId)(
        name in "[А-Я][а-я]{1,8} [А-Я][а-я]{1,8}",
        texts in proptest::array::uniform6(prop_oneof![Just(String::new()), word()]),
        notes in "([!-~а-я][ -~а-я]{0,20}[!-~а-я](\n[!-~а-я]{1,9}){0,2})?",
        reached in (several("[+0][0-9 ]{5,9}[0-9]"), several("[a-z]{1,9}@[a-z]{1,9}\\.bg"), several((0_u8..4, word())), several("https://[a-z/]{1,12}")),
        inside in (several(word()), lines(), lines()),
        choice: u8,
        on in day(),
        birthday in proptest::option::of((proptest::option::of(1930_i32..2010), 1_u8..13, 1_u8..29)),
        foreign in several("[a-z][a-z ]{0,30}[a-z]"),
    ) -> Person {
        let mut person = Person::new(id, Name::from_full(&name).unwrap(), on);
        let [nickname, city, address, occupation, problem, rank] = texts;
        (person.nickname, person.city, person.address) = (nickname, city, address);
        (person.occupation, person.problem, person.notes) = (occupation, problem, notes);
        person.birthday = birthday.map(|(year, month, day)| PartialDate::new(year, month, day).unwrap());
        reach(&mut person, reached);
        stand(&mut person, choice, on);
        (person.interests, person.needs, person.going_on) = inside;
        person.foreign = foreign.into_iter().enumerate().map(|(at, text)| format!("X-ANY-{at}:{text}")).collect();
        if choice % 4 == 1 {
            let role = if choice % 8 == 1 { Role::Customer } else { Role::Partner };
            let results = vec![RegistrationResult { on, text: "ранг".to_owned() }];
            let number = choice.to_string();
            person.registration = Some(Registration { company_number: number, rank, results, ..Registration::new(on, role, me) });
        }
        person
    }
}

/// Several people, whom a couple's one phone does not make one.
fn everybody() -> impl Strategy<Value = Vec<Person>> {
    let desk = begun();
    let me = desk.read().unwrap().people().me().unwrap().id;
    let id = |number: u8| PersonId::from_bytes([number; 16]);
    (person(id(1), me), person(id(2), me), any::<bool>()).prop_map(move |(mut one, mut other, couple)| {
        other.referred_by = Some(one.id);
        if couple {
            for person in [&mut one, &mut other] {
                person.phones.insert(0, Phone { number: "0888 123 456".to_owned(), label: String::new() });
            }
        }
        vec![one, other]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn people_who_go_out_and_come_back_keep_every_field(all in everybody()) {
        for out in [
            contacts_as_vcard(&all, CardVersion::V4),
            contacts_as_vcard(&all, CardVersion::V3),
            contacts_as_csv(&all, &TABLE_WORDS),
            contacts_as_csv(&all, &TableWords { language: Language::English, ..TABLE_WORDS }),
            contacts_as_xlsx(&all, &TABLE_WORDS).unwrap(),
        ] {
            let desk = begun();
            let Command::ImportContacts { added, joined, .. } = preview(&desk, &out).into_command() else {
                return Ok(());
            };
            prop_assert_eq!(&added, &all, "{}", String::from_utf8_lossy(&out));
            prop_assert!(joined.is_empty());
            import(&desk, &out);
            prop_assert_eq!(preview(&desk, &out).counts().unchanged, all.len());
        }
    }
}

#[test]
fn properties_that_nobody_knows_come_back_from_every_form_and_a_text_too_long_for_a_sheet_is_said() {
    let desk = begun();
    let odd = "X-WAB-WEDDING_ANNIVERSARY:20050801";
    import(&desk, card(&format!("FN:Ана\r\nTEL:0888 555 001\r\n{odd}")).as_bytes());
    let mut all = people(&desk);
    for out in [
        contacts_as_csv(&all, &TABLE_WORDS),
        contacts_as_xlsx(&all, &TABLE_WORDS).unwrap(),
        contacts_as_vcard(&all, CardVersion::V3),
    ] {
        let other = begun();
        import(&other, &out);
        assert_eq!(people(&other)[0].foreign, [odd]);
    }
    all[0].notes = "а".repeat(40_000);
    assert!(matches!(contacts_as_xlsx(&all, &TABLE_WORDS), Err(WorkbookError::CellTooLong)), "nothing is cut off");
}

#[test]
fn a_table_that_goes_out_is_in_the_language_of_the_user_and_a_long_story_takes_two_cells() {
    let desk = begun();
    import(&desk, card("FN:Ана Колева\r\nTEL:0888 555 001\r\nX-OLD:да").as_bytes());
    let mut ana = super::only(&desk);
    ana.relation = Some(Relation::Close);
    let long = |on: NaiveDate| vec![DatedLine { on, text: "а".repeat(20_000) }];
    let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    (ana.needs, ana.going_on) = (long(on), long(on));
    let out = String::from_utf8(contacts_as_csv(std::slice::from_ref(&ana), &TABLE_WORDS)).unwrap();
    let heading = out.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert!(
        heading.starts_with("Име,Фамилия,Прякор,Рожден ден,Занимание,Бележки,Телефон 1 – вид,Телефон 1,"),
        "{heading}"
    );
    assert!(heading.ends_with("Град,Кой е,Етап,Sponsor Desk,Sponsor Desk 2"), "{heading}");
    assert!(out.contains(",близък,нов,"), "who they are is told in words");
    let other = begun();
    let book = contacts_as_xlsx(std::slice::from_ref(&ana), &TABLE_WORDS).unwrap();
    import(&other, &book);
    assert_eq!(super::only(&other), ana);
}

#[test]
fn columns_that_were_said_are_taken_and_remembered_and_the_others_are_left_out() {
    let file = "A;B;C;D\nАна Колева;0888 555 001;0888 555 002;тайна\n";
    let desk = begun();
    assert!(matches!(try_preview(&desk, file.as_bytes()), Err(FileError::NoContacts)));
    let columns = vec![Some(ContactColumn::FullName), Some(ContactColumn::Phone), Some(ContactColumn::Phone), None];
    let options = ReadOptions { columns: Some(columns), ..ReadOptions::default() };
    let view = desk.read().unwrap();
    let against = super::Against { people: view.people(), ids: desk.ids(), now: super::now() };
    let shown = preview_contacts("file", file.as_bytes(), &options, &against, &NoProgress).unwrap();
    drop(view);
    super::run(&desk, shown.into_command());
    let ana = super::only(&desk);
    assert_eq!((ana.phones.len(), ana.foreign.len()), (2, 0));
    assert_eq!(preview(&desk, file.as_bytes()).counts().unchanged, 1);
}

#[test]
fn a_workbook_of_contacts_reads_numbers_as_phones() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet();
    let sheet = book.add_worksheet();
    for (column, cell) in ["Име", "Телефон", "Град"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), cell).unwrap();
    }
    sheet.write(1, 0, "Ана Колева").unwrap();
    sheet.write(1, 1, 888_555_001).unwrap();
    let desk = begun();
    import(&desk, &book.save_to_buffer().unwrap());
    let ana = super::only(&desk);
    assert_eq!(ana.phones[0].number, "888555001");
    import(&desk, card("FN:Ана Колева\r\nTEL:0888 555 001").as_bytes());
    assert_eq!(people(&desk).len(), 1, "the same phone, however a spreadsheet wrote it");
}

#[test]
fn a_line_or_a_field_that_is_too_long_is_a_reason_and_its_neighbours_come() {
    let good = "Борис Динев,0888 555 002,\n";
    let field = format!("Name,Phone,Notes\nАна Колева,0888 555 001,{}\n{good}", "а".repeat(40_000));
    let line = format!("Name,Phone,Notes\nАна Колева,0888 555 001,{}\n{good}", "а,".repeat(400_000));
    let note = card(&format!("FN:Ана Колева\r\nNOTE:{}", "а".repeat(600_000)));
    let cards = [note, card("FN:Борис Динев")].concat();
    for (file, refusal) in [(field, Refusal::FieldTooLong), (line, Refusal::LineTooLong), (cards, Refusal::LineTooLong)]
    {
        let desk = begun();
        let shown = preview(&desk, file.as_bytes());
        assert_eq!(shown.rows[0].verdict, Verdict::Refused(refusal));
        assert_eq!(shown.rows[1].verdict, Verdict::Added);
    }
}

/// Stops once it was told of anything.
struct Impatient(std::cell::Cell<bool>);

impl Progress for Impatient {
    fn step(&self, done: usize, total: usize) {
        assert!(done <= total);
        self.0.set(true);
    }

    fn is_cancelled(&self) -> bool {
        self.0.get()
    }
}

#[test]
fn a_file_beyond_what_is_read_is_refused_before_it_is_read_and_a_long_one_stops_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(LONGEST_FILE + 1).unwrap();
    assert!(matches!(read_file_telling(&path, &NoProgress), Err(FileError::TooLong)));
    file.set_len(3 * 1024 * 1024).unwrap();
    let impatient = Impatient(std::cell::Cell::new(false));
    assert!(matches!(read_file_telling(&path, &impatient), Err(FileError::Cancelled)));
}
