//! The company's report builds and updates the structure.

use chrono::NaiveDate;
use encoding_rs::WINDOWS_1251;
use rust_decimal::Decimal;

use super::{English, begun, card, import as import_contacts, now, people, run};
use crate::Desk;
use crate::exchange::{
    Against, FileError, FileReport, NoProgress, Refusal, ReportOptions, ReportPreview, ReportVerdict, month_before,
    preview_report,
};
use crate::model::{Person, Reading, ReportColumn, Role, Scope, Stage};

const HEADING: &str = "Номер;Име;Спонсор №;Дата на регистрация;Град;Лични точки;Групови точки;Ранг\n";
const NOVEMBER: &str = "1001;Ана Колева;;05.01.2026;Пловдив;84,3;1 284,5;Консултант\n\
    1002;Борис Динев;1001;12.02.2026;;12,5;320;\n\
    1003;Вера Петрова;1002;03.03.2026;Русе;;80,25;\n";

fn october() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 31).unwrap()
}

fn try_preview(desk: &Desk, bytes: &[u8], options: &ReportOptions) -> Result<ReportPreview, FileError> {
    let view = desk.read().map_err(std::io::Error::other)?;
    let readings = view.all().map_err(std::io::Error::other)?;
    let against = Against { people: view.people(), ids: desk.ids(), now: now() };
    preview_report("отчет.csv", bytes, options, &against, readings, &NoProgress)
}

fn preview(desk: &Desk, rows: &str) -> ReportPreview {
    try_preview(desk, format!("{HEADING}{rows}").as_bytes(), &ReportOptions::new(october())).unwrap()
}

fn import(desk: &Desk, rows: &str) -> FileReport {
    let preview = preview(desk, rows);
    run(desk, preview.into_command());
    preview.report(&English)
}

fn counts(report: &FileReport) -> [usize; 5] {
    [report.read, report.added, report.updated, report.unchanged, report.refused.len()]
}

fn named(desk: &Desk, name: &str) -> Person {
    people(desk).into_iter().find(|person| person.name.full() == name).unwrap()
}

fn sponsor(desk: &Desk, name: &str) -> String {
    let sponsor = named(desk, name).registration.unwrap().sponsor;
    desk.read().unwrap().people().name(sponsor)
}

fn readings(desk: &Desk) -> Vec<Reading> {
    desk.read().unwrap().all().unwrap()
}

#[test]
fn a_report_in_windows_1251_builds_the_structure_and_reads_the_month() {
    let desk = begun();
    let (bytes, _, _) = WINDOWS_1251.encode(HEADING);
    let (rows, _, _) = WINDOWS_1251.encode(NOVEMBER);
    let bytes = [bytes, rows].concat();
    let preview = try_preview(&desk, &bytes, &ReportOptions::new(october())).unwrap();
    assert_eq!(preview.encoding.as_deref(), Some("windows-1251"));
    run(&desk, preview.into_command());
    assert_eq!(sponsor(&desk, "Ана Колева"), "Деница Колева", "an empty sponsor is the user");
    assert_eq!(sponsor(&desk, "Вера Петрова"), "Борис Динев");
    let ana = named(&desk, "Ана Колева");
    let own = ana.registration.clone().unwrap();
    assert_eq!((own.company_number.as_str(), own.rank.as_str(), own.role), ("1001", "Консултант", Role::Partner));
    assert_eq!((own.on, ana.stage), (NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(), Stage::Registered));
    assert_eq!(ana.city, "Пловдив");
    let read = readings(&desk);
    let points = |scope| read.iter().find(|one| one.scope == scope).map(|one| one.points.amount());
    assert_eq!(points(Scope::Branch(ana.id)), Some(Decimal::new(12845, 1)));
    assert_eq!(points(Scope::Own(ana.id)), Some(Decimal::new(843, 1)));
    assert_eq!(points(Scope::Own(named(&desk, "Вера Петрова").id)), None, "an empty cell says nothing");
    assert!(read.iter().all(|one| one.on == october()));
}

#[test]
fn the_same_report_twice_changes_nothing_and_undo_takes_all_back() {
    let desk = begun();
    assert_eq!(counts(&import(&desk, NOVEMBER)), [3, 3, 0, 0, 0]);
    assert_eq!(counts(&preview(&desk, NOVEMBER).report(&English)), [3, 0, 0, 3, 0]);
    desk.undo().unwrap();
    assert_eq!((people(&desk).len(), readings(&desk).len()), (0, 0));
}

#[test]
fn sponsors_may_come_below_those_whom_they_brought_in() {
    let desk = begun();
    let mut rows: Vec<&str> = NOVEMBER.lines().collect();
    rows.reverse();
    import(&desk, &rows.join("\n"));
    assert_eq!(sponsor(&desk, "Вера Петрова"), "Борис Динев");
}

#[test]
fn a_new_rank_is_dated_and_a_moved_branch_goes_along() {
    let desk = begun();
    import(&desk, NOVEMBER);
    let rows = "1001;Ана Колева;;05.01.2026;;84,3;1 284,5;Мениджър\n1002;Борис Динев;;12.02.2026;;12,5;320;\n";
    let shown = preview(&desk, rows);
    let ReportVerdict::Updated { changes, .. } = &shown.rows[1].verdict else { panic!("{:?}", shown.rows[1]) };
    let (from, to) = changes.moved.unwrap();
    assert_eq!((shown.name_of(from), shown.name_of(to)), ("Ана Колева".to_owned(), "Деница Колева".to_owned()));
    assert_eq!(shown.left.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Вера Петрова"]);
    run(&desk, shown.into_command());
    assert_eq!(
        (sponsor(&desk, "Борис Динев"), sponsor(&desk, "Вера Петрова")),
        ("Деница Колева".into(), "Борис Динев".into())
    );
    let own = named(&desk, "Ана Колева").registration.unwrap();
    assert_eq!(own.rank, "Мениджър");
    assert_eq!(
        own.results.iter().map(|one| (one.on, one.text.as_str())).collect::<Vec<_>>(),
        [(october(), "Мениджър")]
    );
    assert_eq!(people(&desk).len(), 3, "who left is not deleted");
}

#[test]
fn an_empty_cell_takes_nothing_away() {
    let desk = begun();
    import(&desk, NOVEMBER);
    let rows = NOVEMBER.replace("Консултант", "").replace("Русе", "").replace("84,3", "");
    assert_eq!(counts(&preview(&desk, &rows).report(&English)), [3, 0, 0, 3, 0]);
}

#[test]
fn a_row_that_cannot_be_right_is_refused_with_its_reason_and_its_neighbours_come() {
    let desk = begun();
    let rows = "1001;Ана;;05.01.2026;;1;2;\n;Общо;;;;84;999;\n1001;Двойник;;05.01.2026;;;;\n1004;Без спонсор;9999;05.01.2026;;;;\n\
        1005;Под него;1004;05.01.2026;;;;\n1006;Без дата;1001;;;;;\n1007;Дата;1001;пролетта;;;;\n1008;Точки;1001;05.01.2026;;много;;\n\
        1009;;1001;05.01.2026;;;;\n1010;Добра;1001;05.01.2026;;;;\n";
    let shown = preview(&desk, rows);
    let refused: Vec<_> = shown
        .rows
        .iter()
        .filter_map(|row| match row.verdict {
            ReportVerdict::Refused(refusal) => Some((row.line.unwrap(), refusal)),
            _ => None,
        })
        .collect();
    let wanted = [
        (3, Refusal::NoNumber),
        (4, Refusal::NumberTwice),
        (5, Refusal::NoSponsor),
        (6, Refusal::SponsorRefused),
        (7, Refusal::NoDay),
        (8, Refusal::Day),
        (9, Refusal::Points),
        (10, Refusal::NoName),
    ];
    assert_eq!(refused, wanted);
    run(&desk, shown.into_command());
    assert_eq!(people(&desk).iter().map(|one| one.name.full()).collect::<Vec<_>>(), ["Ана", "Добра"]);
}

#[test]
fn a_cycle_is_refused_and_who_stood_well_stays() {
    let desk = begun();
    import(&desk, NOVEMBER);
    let rows = NOVEMBER.replace("1001;Ана Колева;;", "1001;Ана Колева;1003;");
    let shown = preview(&desk, &rows);
    assert_eq!(shown.rows[0].verdict, ReportVerdict::Refused(Refusal::Cycle));
    assert!(matches!(shown.rows[2].verdict, ReportVerdict::Unchanged { .. }));
    let new =
        preview(&desk, "2001;Един;2002;05.01.2026;;;;\n2002;Друг;2001;05.01.2026;;;;\n2003;Сам;2003;05.01.2026;;;;\n");
    assert!(new.rows.iter().all(|row| row.verdict == ReportVerdict::Refused(Refusal::Cycle)));
}

#[test]
fn an_equal_name_is_proposed_and_joined_only_when_a_person_says_so() {
    let desk = begun();
    import_contacts(&desk, card("FN:Ана Колева\r\nTEL:0888 123 456").as_bytes());
    let mut shown = preview(&desk, NOVEMBER);
    let report = shown.report(&English);
    assert_eq!((report.added, report.proposed[0].record, report.proposed[0].person.as_str()), (3, 1, "Ана Колева"));
    shown.join(0);
    assert!(matches!(&shown.rows[0].verdict, ReportVerdict::Updated { changes, .. } if changes.registered));
    shown.part(0);
    assert!(matches!(shown.rows[0].verdict, ReportVerdict::Added { .. }));
    shown.join(0);
    run(&desk, shown.into_command());
    assert_eq!(people(&desk).len(), 3);
    let ana = named(&desk, "Ана Колева");
    assert_eq!((ana.phones.len(), ana.registration.unwrap().company_number.as_str()), (1, "1001"));
    assert_eq!(sponsor(&desk, "Борис Динев"), "Ана Колева");
}

#[test]
fn who_is_left_out_takes_those_below_along_and_may_come_back() {
    let desk = begun();
    let mut shown = preview(&desk, NOVEMBER);
    shown.include(&[1], false);
    assert_eq!(shown.rows[2].verdict, ReportVerdict::Refused(Refusal::SponsorRefused));
    assert_eq!(shown.counts().added, 1);
    shown.include(&[1], true);
    assert_eq!(shown.counts().added, 3);
}

#[test]
fn the_users_own_row_reads_the_whole_structure() {
    let desk = begun();
    let rows = "500;Деница Колева;77;01.01.2025;;100;2 000;\n1001;Ана Колева;500;05.01.2026;;84,3;900,5;\n";
    let shown = preview(&desk, rows);
    run(&desk, shown.into_command());
    assert_eq!(people(&desk).len(), 1);
    assert_eq!(sponsor(&desk, "Ана Колева"), "Деница Колева");
    let whole = readings(&desk).into_iter().find(|one| one.scope == Scope::Whole).unwrap();
    assert_eq!(whole.points.amount(), Decimal::from(2000));
    assert_eq!(counts(&preview(&desk, rows).report(&English)), [2, 0, 0, 2, 0]);
}

#[test]
fn where_nobody_stands_on_top_the_one_unknown_sponsor_is_the_user() {
    let desk = begun();
    import(&desk, "1001;Ана Колева;500;05.01.2026;;;;\n1002;Борис Динев;1001;05.01.2026;;;;\n");
    assert_eq!(sponsor(&desk, "Ана Колева"), "Деница Колева");
}

#[test]
fn columns_that_were_said_once_are_known_the_next_month() {
    use ReportColumn::{GroupPoints, Name, Number, RegisteredOn, Sponsor};
    let desk = begun();
    let file = |points: u32| format!("A,B,C,D,E\n1001,Ана Колева,,2026-01-05,{points}\n");
    let plain = ReportOptions::new(october());
    assert!(matches!(try_preview(&desk, file(5).as_bytes(), &plain), Err(FileError::NoReport)));
    let columns = [Number, Name, Sponsor, RegisteredOn, GroupPoints].map(Some).to_vec();
    let said = ReportOptions { columns: Some(columns), ..plain.clone() };
    run(&desk, try_preview(&desk, file(5).as_bytes(), &said).unwrap().into_command());
    let next = try_preview(&desk, file(9).as_bytes(), &plain).unwrap();
    assert!(matches!(&next.rows[0].verdict, ReportVerdict::Updated { changes, .. } if changes.points));
    desk.undo().unwrap();
    assert!(try_preview(&desk, file(9).as_bytes(), &plain).is_err(), "undone as one");
}

#[test]
fn a_report_in_a_workbook_reads_its_numbers_and_days() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Отчет за ноември").unwrap();
    for (column, cell) in HEADING.trim().split(';').enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), cell).unwrap();
    }
    sheet.write(3, 0, 1001).unwrap();
    sheet.write(3, 1, "Ана Колева").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_with_format(3, 3, ExcelDateTime::from_ymd(2026, 1, 5).unwrap(), &day).unwrap();
    sheet.write(3, 5, 84.3).unwrap();
    sheet.write(3, 6, 1.284).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let desk = begun();
    let shown = try_preview(&desk, &bytes, &ReportOptions::new(october())).unwrap();
    assert_eq!((shown.encoding.as_deref(), shown.rows.len()), (None, 1));
    run(&desk, shown.into_command());
    let own = named(&desk, "Ана Колева").registration.unwrap();
    assert_eq!((own.company_number.as_str(), own.on), ("1001", NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()));
    let points: Vec<_> = readings(&desk).iter().map(|one| one.points.amount()).collect();
    assert!(points.contains(&Decimal::new(843, 1)) && points.contains(&Decimal::new(1284, 3)), "{points:?}");
}

#[test]
fn a_report_is_about_the_last_day_of_the_month_before() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    assert_eq!(month_before(day(11, 24)), day(10, 31));
    assert_eq!(month_before(day(3, 1)), day(2, 28));
}

#[test]
fn a_row_that_cannot_be_read_is_mended_and_those_below_it_come_along() {
    let desk = begun();
    let rows = "1001;Ана Колева;;32.01.2026;Пловдив;84,3;1 284,5;\n1002;Борис Динев;1001;12.02.2026;;12,5;320;\n";
    let mut preview = preview(&desk, rows);
    let refused = |row: usize, preview: &ReportPreview| match preview.rows[row].verdict {
        ReportVerdict::Refused(refusal) => Some(refusal),
        _ => None,
    };
    assert_eq!(refused(0, &preview), Some(Refusal::Day));
    assert_eq!(refused(1, &preview), Some(Refusal::SponsorRefused));
    let mut typed = preview.mendable(0);
    assert_eq!(typed[&ReportColumn::RegisteredOn], "32.01.2026", "what could not be read is shown as it stands there");
    typed.insert(ReportColumn::RegisteredOn, " 31.01.2026 ".to_owned());
    typed.insert(ReportColumn::OwnPoints, "90.5".to_owned());
    preview.mend(0, &typed);
    assert_eq!((refused(0, &preview), refused(1, &preview)), (None, None));
    assert_eq!(counts(&preview.report(&English)), [2, 2, 0, 0, 0]);

    // What is still wrong stays refused, and is seen.
    typed.insert(ReportColumn::Number, "–".to_owned());
    preview.mend(0, &typed);
    assert_eq!(refused(0, &preview), Some(Refusal::NoNumber));
    typed.insert(ReportColumn::Number, "1001".to_owned());
    preview.mend(0, &typed);

    run(&desk, preview.into_command());
    let ana = named(&desk, "Ана Колева");
    assert_eq!(ana.registration.unwrap().on, NaiveDate::from_ymd_opt(2026, 1, 31).unwrap());
    assert_eq!(sponsor(&desk, "Борис Динев"), "Ана Колева");
    let read = readings(&desk);
    let points = |scope| read.iter().find(|one| one.scope == scope).map(|one| one.points.amount());
    assert_eq!(
        points(Scope::Own(ana.id)),
        Some(Decimal::new(905, 1)),
        "a point is no thousand where a person typed it"
    );
    assert_eq!(points(Scope::Branch(ana.id)), Some(Decimal::new(12845, 1)), "what was not touched is read as before");
}
