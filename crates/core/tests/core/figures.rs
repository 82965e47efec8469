//! The rules of the key figures, each with a case made by hand.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use rust_decimal::Decimal;
use sponsor_core::command::{Beginning, Command};
use sponsor_core::model::{
    Action, Attendance, CommandId, Entry, EntryId, EntryKind, FigurePeriod, FigureValues, IdSource, Language, Mode,
    Name, Order, OrderId, Person, PersonId, Points, PointsFrom, PointsSource, Reading, ReadingId, Registration, Role,
    Scope, SnapshotId, ThemeChoice, Training, When,
};
use sponsor_core::query::{Figures, build_snapshot, figure_series, figures, structure, year_before};
use sponsor_core::store::{Author, MemoryMedium};
use sponsor_core::{Desk, Now, Request};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn november(on: u32) -> NaiveDate {
    day(2026, 11, on)
}

pub fn moment() -> NaiveDateTime {
    november(24).and_hms_opt(12, 40, 0).unwrap()
}

pub fn now() -> Now {
    Now::new(moment(), chrono_tz::Europe::Sofia)
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

const NOVEMBER: FigurePeriod = FigurePeriod::Month { year: 2026, month: 11 };

const fn week(week: u32) -> FigurePeriod {
    FigurePeriod::Week { year: 2026, week }
}

/// A workspace in memory in which the sponsor alone stands.
pub struct Case {
    pub desk: Desk,
    pub me: PersonId,
}

impl Case {
    pub fn new() -> Self {
        let desk = Desk::create_in(Box::new(MemoryMedium::new()), IdSource::seeded(3), now()).unwrap();
        let me = PersonId::new(desk.ids(), moment());
        let case = Self { desk, me };
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        case.run(Command::Begin(Box::new(Beginning {
            me,
            name: Name::new("Невена", "Стоянова").unwrap(),
            language: Language::Bulgarian,
            home_city: "Пловдив".to_owned(),
            evening_at: hour(20),
            review_day: Weekday::Fri,
            review_at: hour(17),
            theme: ThemeChoice::Light,
        })));
        case
    }

    pub fn run(&self, command: Command) {
        self.try_run(command).unwrap();
    }

    pub fn try_run(&self, command: Command) -> Result<sponsor_core::Done, sponsor_core::DeskError> {
        let id = CommandId::new(self.desk.ids(), moment());
        self.desk.run(&Request { id, by: Author::Person, now: now(), command })
    }

    pub fn contact(&self, name: &str) -> PersonId {
        let id = PersonId::new(self.desk.ids(), moment());
        self.run(Command::AddPeople(vec![Person::new(id, Name::from_full(name).unwrap(), november(1))]));
        id
    }

    pub fn registered(&self, name: &str, sponsor: PersonId, on: NaiveDate, role: Role) -> PersonId {
        let person = self.contact(name);
        self.run(Command::Register { person, registration: Registration::new(on, role, sponsor) });
        person
    }

    pub fn order(&self, person: PersonId, on: NaiveDate, points: &str) {
        self.run(Command::AddOrder(Box::new(Order {
            id: OrderId::new(self.desk.ids(), moment()),
            person,
            on,
            products: String::new(),
            points: Points::new(number(points)).unwrap(),
            amount: None,
            note: String::new(),
        })));
    }

    pub fn reading(&self, scope: Scope, on: NaiveDate, points: &str) {
        self.run(Command::AddReading(Reading {
            id: ReadingId::new(self.desk.ids(), moment()),
            on,
            scope,
            points: Points::new(number(points)).unwrap(),
            source: String::new(),
        }));
    }

    pub fn training(&self, on: NaiveDate, leader: Option<PersonId>, came: &[(PersonId, Mode, bool)]) {
        let id = EntryId::new(self.desk.ids(), moment());
        let mut entry = Entry::new(id, EntryKind::Event, "Обучение", When::day(on), moment());
        entry.action = Some(Action::Training);
        let came = came.iter().map(|(person, mode, wants_more)| Attendance {
            person: *person,
            mode: *mode,
            wants_more: *wants_more,
        });
        entry.training = Some(Training { leader, came: came.collect(), ..Training::default() });
        self.run(Command::AddEntry(Box::new(entry)));
    }

    fn figures(&self, period: FigurePeriod, scope: Scope, today: NaiveDate) -> Figures {
        figures(&self.desk.read().unwrap(), period, scope, today).unwrap()
    }

    fn points(&self, period: FigurePeriod, today: NaiveDate) -> Option<Decimal> {
        self.figures(period, Scope::Whole, today).values.points
    }
}

#[test]
fn nothing_known_is_null_and_never_zero() {
    let case = Case::new();
    for period in [NOVEMBER, week(48)] {
        let figures = case.figures(period, Scope::Whole, november(24));
        assert_eq!(figures.values, FigureValues::default());
        assert_eq!(figures.previous, FigureValues::default());
        assert_eq!((figures.source, figures.orders, figures.reading), (None, None, None));
    }
}

#[test]
fn a_month_without_a_reading_is_the_sum_of_its_orders_with_the_sponsors_own() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, day(2026, 9, 1), Role::Partner);
    case.order(case.me, november(2), "40");
    case.order(ana, november(9), "30.5");
    case.order(ana, november(25), "500");
    case.order(ana, day(2026, 10, 31), "70");
    let figures = case.figures(NOVEMBER, Scope::Whole, november(24));
    assert_eq!(figures.values.points, Some(number("70.5")));
    assert_eq!((figures.source, figures.orders), (Some(PointsSource::Orders), Some(number("70.5"))));
    assert_eq!(case.points(NOVEMBER, november(30)), Some(number("570.5")));
}

#[test]
fn the_newest_reading_wins_over_orders_which_are_never_added_to_it() {
    let case = Case::new();
    case.order(case.me, november(2), "40");
    case.reading(Scope::Whole, november(10), "900");
    case.reading(Scope::Whole, november(20), "1284");
    case.order(case.me, november(22), "60");
    let figures = case.figures(NOVEMBER, Scope::Whole, november(24));
    assert_eq!(figures.values.points, Some(number("1284")));
    assert_eq!(figures.source, Some(PointsSource::Reading));
    assert_eq!(figures.reading, Some((november(20), number("1284"))));
    assert_eq!(figures.orders, Some(number("100")), "the orders are shown beside it");
    assert_eq!(case.points(NOVEMBER, november(15)), Some(number("900")), "a later reading is not known yet");
}

#[test]
fn a_reading_that_was_replaced_does_not_come_back_beside_the_newest_one() {
    let case = Case::new();
    let readings = |case: &Case| {
        let all = case.desk.read().unwrap().all::<Reading>().unwrap();
        all.into_iter().map(|reading| reading.points.amount()).collect::<Vec<_>>()
    };
    let newest = |case: &Case| case.desk.read().unwrap().history(1).unwrap()[0].sequence;
    case.reading(Scope::Whole, november(20), "700");
    case.reading(Scope::Whole, november(20), "710");
    let second = newest(&case);
    case.reading(Scope::Whole, november(20), "720");
    let left = case.desk.undo_command(second).unwrap().unwrap().left;
    assert_eq!((readings(&case), left.len()), (vec![number("720")], 2), "the newest holds");
    // Taken back one after another, each brings the one before it.
    case.desk.redo().unwrap();
    case.desk.undo().unwrap();
    assert_eq!(readings(&case), [number("710")]);
    case.desk.undo().unwrap();
    assert_eq!(readings(&case), [number("700")]);
    // One that was deleted does not come back beside one that was typed since.
    let first = case.desk.read().unwrap().all::<Reading>().unwrap().remove(0).id;
    case.run(Command::DeleteReading(first));
    let deleted = newest(&case);
    case.reading(Scope::Whole, november(20), "730");
    assert_eq!(case.desk.undo_command(deleted).unwrap().unwrap().left.len(), 1);
    assert_eq!(readings(&case), [number("730")]);
    case.reading(Scope::Whole, november(21), "740");
    assert_eq!(readings(&case).len(), 2, "another day is another reading");
}

#[test]
fn a_reading_of_one_month_says_nothing_of_the_next() {
    let case = Case::new();
    case.reading(Scope::Whole, day(2026, 10, 31), "1420");
    assert_eq!(case.points(NOVEMBER, november(24)), None);
    assert_eq!(case.figures(NOVEMBER, Scope::Whole, november(30)).previous.points, Some(number("1420")));
}

#[test]
fn a_week_is_the_difference_of_two_readings() {
    let case = Case::new();
    case.reading(Scope::Whole, november(15), "700");
    case.reading(Scope::Whole, november(22), "1131");
    case.reading(Scope::Whole, november(24), "1284");
    assert_eq!(case.points(week(47), november(24)), Some(number("431")));
    assert_eq!(case.points(week(48), november(24)), Some(number("153")));
}

#[test]
fn a_corrected_reading_can_make_a_week_negative() {
    let case = Case::new();
    case.reading(Scope::Whole, november(15), "700");
    case.reading(Scope::Whole, november(22), "650");
    assert_eq!(case.points(week(47), november(24)), Some(number("-50")));
}

#[test]
fn a_week_over_a_month_end_sums_its_parts_and_the_new_month_begins_from_zero() {
    let case = Case::new();
    // Week 49 is Monday 30 November to Sunday 6 December.
    case.reading(Scope::Whole, november(29), "1500");
    case.reading(Scope::Whole, november(30), "1560");
    case.reading(Scope::Whole, day(2026, 12, 6), "90");
    assert_eq!(case.points(week(49), day(2026, 12, 7)), Some(number("150")));
    assert_eq!(case.points(week(49), november(30)), Some(number("60")), "while only its first part has passed");
}

#[test]
fn a_week_of_orders_over_a_month_end_sums_the_orders_of_both_parts() {
    let case = Case::new();
    case.order(case.me, november(28), "500");
    case.order(case.me, november(30), "60");
    case.order(case.me, day(2026, 12, 2), "7");
    let figures = case.figures(week(49), Scope::Whole, day(2026, 12, 7));
    assert_eq!(figures.values.points, Some(number("67")));
    assert_eq!(figures.source, Some(PointsSource::Orders));
}

#[test]
fn a_week_after_the_last_reading_is_unknown_and_not_zero() {
    let case = Case::new();
    case.reading(Scope::Whole, november(15), "700");
    assert_eq!(case.points(week(47), november(24)), None);
    assert_eq!(case.points(NOVEMBER, november(24)), Some(number("700")), "the month still has its level");
}

#[test]
fn a_week_before_which_nothing_of_the_month_is_known_is_unknown() {
    let case = Case::new();
    case.reading(Scope::Whole, november(18), "700");
    assert_eq!(case.points(week(47), november(24)), None, "it would be the points of the whole month to date");
}

#[test]
fn a_first_week_of_orders_counts_from_nothing() {
    let case = Case::new();
    case.order(case.me, november(18), "70");
    assert_eq!(case.points(week(47), november(24)), Some(number("70")));
    assert_eq!(case.points(week(46), november(24)), None);
}

#[test]
fn the_first_week_of_a_month_needs_one_reading_only() {
    let case = Case::new();
    // Week 45 begins on Monday 2 November.
    case.reading(Scope::Whole, november(8), "300");
    assert_eq!(case.points(week(45), november(24)), Some(number("300")));
}

#[test]
fn a_running_month_is_compared_with_the_same_days_before() {
    let case = Case::new();
    case.order(case.me, day(2026, 10, 24), "50");
    case.order(case.me, day(2026, 10, 25), "9");
    let figures = case.figures(NOVEMBER, Scope::Whole, november(24));
    assert_eq!((figures.until, figures.previous_until), (november(24), day(2026, 10, 24)));
    assert_eq!(figures.previous.points, Some(number("50")));
}

#[test]
fn a_shorter_month_before_is_compared_up_to_its_last_day() {
    let case = Case::new();
    let march = FigurePeriod::Month { year: 2027, month: 3 };
    for on in [29, 30, 31] {
        let figures = case.figures(march, Scope::Whole, day(2027, 3, on));
        assert_eq!(figures.previous_until, day(2027, 2, 28));
    }
    assert_eq!(case.figures(march, Scope::Whole, day(2027, 3, 27)).previous_until, day(2027, 2, 27));
}

#[test]
fn a_running_week_is_compared_with_the_same_weekdays_before() {
    let case = Case::new();
    let figures = case.figures(week(48), Scope::Whole, november(24));
    assert_eq!((figures.until, figures.previous_until), (november(24), november(17)));
}

#[test]
fn new_users_are_counted_without_the_sponsor_and_zero_is_real_after_the_first() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(3), Role::Partner);
    case.registered("Петър Колев", ana, november(9), Role::Customer);
    case.registered("Ива Генчева", ana, november(30), Role::Partner);
    case.contact("Мария Петрова");
    let figures = case.figures(NOVEMBER, Scope::Whole, november(24));
    assert_eq!((figures.values.new_users, figures.values.new_partners), (Some(2), Some(1)));
    assert_eq!(figures.previous.new_users, None, "before the first registration nothing is known");
    let december = case.figures(FigurePeriod::Month { year: 2026, month: 12 }, Scope::Whole, day(2026, 12, 5));
    assert_eq!((december.values.new_users, december.values.new_partners), (Some(0), Some(0)));
    assert_eq!(december.previous.new_users, Some(1), "the same five days of November");
}

#[test]
fn in_training_are_different_people_without_leader_and_sponsor() {
    let case = Case::new();
    let (ana, petar, guest) = (
        case.registered("Ана Тошева", case.me, november(1), Role::Partner),
        case.registered("Петър Колев", case.me, november(1), Role::Customer),
        case.contact("Мария Гостова"),
    );
    let (live, online) = (Mode::InPerson, Mode::Online);
    case.training(
        november(5),
        Some(ana),
        &[(ana, live, true), (case.me, live, true), (petar, online, false), (guest, online, true)],
    );
    case.training(november(12), None, &[(petar, live, false), (guest, online, false)]);
    let values = case.figures(NOVEMBER, Scope::Whole, november(24)).values;
    assert_eq!(values.in_training, Some(2), "each once, the guest too");
    assert_eq!((values.in_person, values.online_only), (Some(1), Some(1)), "in person also if both");
    assert_eq!(values.wants_more, Some(1));
    assert_eq!(case.figures(NOVEMBER, Scope::Whole, november(4)).values.in_training, None);
    assert_eq!(case.figures(week(48), Scope::Whole, november(24)).values.in_training, Some(0));
}

#[test]
fn who_led_one_training_counts_where_they_only_came() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(1), Role::Partner);
    case.training(november(5), Some(ana), &[(ana, Mode::InPerson, false)]);
    case.training(november(12), None, &[(ana, Mode::Online, false)]);
    let values = case.figures(NOVEMBER, Scope::Whole, november(24)).values;
    assert_eq!((values.in_training, values.in_person, values.online_only), (Some(1), Some(0), Some(1)));
}

#[test]
fn whole_and_branch_stand_alone_and_are_never_summed_from_each_other() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(1), Role::Partner);
    let petar = case.registered("Петър Колев", ana, november(2), Role::Partner);
    let ivo = case.registered("Иво Донев", case.me, november(2), Role::Partner);
    case.order(case.me, november(3), "10");
    case.order(petar, november(4), "20");
    case.order(ivo, november(5), "40");
    let branch = Scope::Branch(ana);
    assert_eq!(case.figures(NOVEMBER, branch, november(24)).values.points, Some(number("20")));
    case.reading(branch, november(10), "300");
    assert_eq!(case.points(NOVEMBER, november(24)), Some(number("70")), "the reading of a branch is not the whole's");
    assert_eq!(case.figures(NOVEMBER, branch, november(24)).values.points, Some(number("300")));
    case.reading(Scope::Whole, november(10), "900");
    assert_eq!(case.figures(NOVEMBER, Scope::Branch(ivo), november(24)).values.points, Some(number("40")));
    let new = case.figures(NOVEMBER, branch, november(24)).values;
    assert_eq!(new.new_users, Some(2), "the one who heads the branch and one below");
}

#[test]
fn a_branch_counts_its_own_people_in_training_and_the_guests_of_their_lists() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(1), Role::Partner);
    let ivo = case.registered("Иво Донев", case.me, november(1), Role::Partner);
    let guest = case.contact("Гост на Ана");
    let mut person = Person::new(guest, Name::from_full("Гост на Ана").unwrap(), november(1));
    person.owner = sponsor_core::model::ListOwner::Partner(ana);
    case.run(Command::EditPerson(Box::new(person)));
    let live = Mode::InPerson;
    case.training(november(5), None, &[(ana, live, false), (ivo, live, true), (guest, live, false)]);
    let values = case.figures(NOVEMBER, Scope::Branch(ana), november(24)).values;
    assert_eq!((values.in_training, values.wants_more), (Some(2), Some(0)));
}

#[test]
fn a_period_that_has_not_begun_has_no_figures() {
    let case = Case::new();
    case.registered("Ана Тошева", case.me, november(1), Role::Partner);
    case.training(november(5), None, &[]);
    case.order(case.me, day(2026, 12, 1), "10");
    let december = FigurePeriod::Month { year: 2026, month: 12 };
    assert_eq!(case.figures(december, Scope::Whole, november(24)).values, FigureValues::default());
}

#[test]
fn a_series_leads_to_its_period_and_a_year_before_is_beside_it() {
    let case = Case::new();
    case.reading(Scope::Whole, day(2025, 11, 30), "830");
    case.reading(Scope::Whole, day(2024, 11, 30), "420");
    case.reading(Scope::Whole, november(24), "1284");
    let view = case.desk.read().unwrap();
    let series = figure_series(&view, NOVEMBER, 13, Scope::Whole, november(24)).unwrap();
    assert_eq!(series.len(), 13);
    assert_eq!(series[0].0, FigurePeriod::Month { year: 2025, month: 11 });
    assert_eq!((series[0].1.points, series[12].1.points), (Some(number("830")), Some(number("1284"))));
    assert_eq!(series[5].1.points, None);
    let before = year_before(&view, &series, Scope::Whole).unwrap();
    assert_eq!((before[0], before[12]), (Some(number("420")), Some(number("830"))));
}

#[test]
fn a_snapshot_freezes_what_the_figures_are() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(3), Role::Partner);
    case.reading(Scope::Branch(ana), november(20), "300");
    let id = SnapshotId::new(case.desk.ids(), moment());
    let build = |comment| {
        let view = case.desk.read().unwrap();
        build_snapshot(&view, id, NOVEMBER, Scope::Branch(ana), now(), comment).unwrap()
    };
    let snapshot = build(" преди анализа ");
    assert_eq!((snapshot.by.as_str(), snapshot.scope_name.as_str()), ("Невена Стоянова", "Ана Тошева"));
    assert_eq!((snapshot.comment.as_str(), snapshot.until), ("преди анализа", november(24)));
    assert_eq!(snapshot.values, snapshot.series[12].1);
    assert_eq!(snapshot.points_from, Some(PointsFrom { source: PointsSource::Reading, on: november(20) }));
    case.run(Command::TakeSnapshot(Box::new(snapshot.clone())));
    case.reading(Scope::Branch(ana), november(24), "350");
    let kept = case.desk.read().unwrap().snapshots().unwrap();
    assert_eq!(kept, [snapshot], "what is typed later does not change it");
    assert_eq!(build("").values.points, Some(number("350")));
}

#[test]
fn a_snapshot_of_orders_says_up_to_which_day_and_one_of_nothing_says_no_source() {
    let case = Case::new();
    let id = SnapshotId::new(case.desk.ids(), moment());
    let source = || {
        let view = case.desk.read().unwrap();
        build_snapshot(&view, id, NOVEMBER, Scope::Whole, now(), "").unwrap().points_from
    };
    assert_eq!(source(), None);
    case.order(case.me, november(4), "20");
    assert_eq!(source(), Some(PointsFrom { source: PointsSource::Orders, on: november(24) }));
}

#[test]
fn the_structure_shows_the_same_points_of_a_branch_as_its_figures() {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(1), Role::Partner);
    let petar = case.registered("Петър Колев", ana, november(2), Role::Customer);
    case.order(petar, november(4), "20");
    case.order(ana, november(5), "5");
    case.order(petar, day(2026, 10, 4), "8");
    let view = case.desk.read().unwrap();
    let rows = structure(&view, november(24)).unwrap().rows;
    let own = |id| rows.iter().find(|row| row.person.id == id).unwrap();
    assert_eq!((own(ana).points, own(ana).points_before), (Some(number("25")), Some(number("8"))));
    assert_eq!((own(petar).depth, own(ana).below, own(ana).new_in_branch), (2, 1, 1));
    let scope = Scope::Branch(ana);
    assert_eq!(figures(&view, NOVEMBER, scope, november(24)).unwrap().values.points, own(ana).points);
}

#[test]
fn a_person_who_is_moved_takes_the_branch_along_from_that_day_and_what_was_before_stays() {
    let case = Case::new();
    let ana = case.registered("Ана Колева", case.me, day(2026, 9, 1), Role::Partner);
    let boris = case.registered("Борис Динев", case.me, day(2026, 9, 1), Role::Partner);
    let vera = case.registered("Вера Тошева", ana, day(2026, 9, 1), Role::Partner);
    let dora = case.registered("Дора Илиева", vera, november(3), Role::Customer);
    case.order(dora, november(5), "10");
    case.order(dora, november(15), "7");
    case.training(november(6), None, &[(dora, Mode::Online, false)]);
    case.training(november(16), None, &[(vera, Mode::InPerson, false)]);
    let whole = case.figures(NOVEMBER, Scope::Whole, november(24)).values;
    case.run(Command::MoveUnder { person: vera, sponsor: boris, from: november(10) });
    let of = |head| {
        let values = case.figures(NOVEMBER, Scope::Branch(head), november(24)).values;
        (values.points, values.new_users, values.in_training)
    };
    assert_eq!(of(ana), (Some(number("10")), Some(1), Some(1)));
    assert_eq!(of(boris), (Some(number("7")), Some(0), Some(1)));
    assert_eq!(of(vera), (Some(number("17")), Some(1), Some(2)));
    assert_eq!(case.figures(NOVEMBER, Scope::Whole, november(24)).values, whole);
    let rows = structure(&case.desk.read().unwrap(), november(24)).unwrap().rows;
    let points = |id| rows.iter().find(|row| row.person.id == id).and_then(|row| row.points);
    assert_eq!([ana, boris, vera].map(points), ["10", "7", "17"].map(|points| Some(number(points))));
}

#[test]
fn a_move_up_to_the_day_of_registration_corrects_and_a_second_one_of_a_day_takes_its_place() {
    let case = Case::new();
    let ana = case.registered("Ана Колева", case.me, day(2026, 9, 1), Role::Partner);
    let boris = case.registered("Борис Динев", case.me, day(2026, 9, 1), Role::Partner);
    let vera = case.registered("Вера Тошева", ana, november(2), Role::Partner);
    case.order(vera, november(5), "10");
    let points = |head| case.figures(NOVEMBER, Scope::Branch(head), november(24)).values.points;
    let own = || case.desk.read().unwrap().people().get(vera).unwrap().registration.clone().unwrap();
    case.run(Command::MoveUnder { person: vera, sponsor: boris, from: november(2) });
    assert_eq!((points(ana), points(boris)), (None, Some(number("10"))));
    assert!(own().stood_under.is_empty());
    case.run(Command::MoveUnder { person: vera, sponsor: ana, from: november(4) });
    case.run(Command::MoveUnder { person: vera, sponsor: case.me, from: november(4) });
    assert_eq!((points(ana), points(boris)), (None, None));
    assert_eq!(own().sponsor_on(november(3)), boris);
    case.run(Command::MoveUnder { person: vera, sponsor: boris, from: november(4) });
    assert!(own().stood_under.is_empty(), "who is put back on the same day never moved");
}
