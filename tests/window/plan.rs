//! The page of the plan, through the real window code.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::Desk;
use sponsor_core::command::{Command, ToldPlan};
use sponsor_core::model::{
    Action, Entry, EntryId, EntryKind, EntryState, Language, PersonId, PlanAction, PlanItem, PlanLevel, Role as Part,
    When,
};
use sponsor_core::query::plan;
use sponsor_desk::app::{Options, Page};

use crate::structure::{day, me, november, register};
use crate::support::{LOOKS, Window, Workspace, click, key, moment, open, picture, run, typed};

const CALL: PlanAction = PlanAction::Action(Action::Call);
const TOGETHER: PlanAction = PlanAction::Action(Action::TwoPlusOne);

/// What is planned for the user's calls on the days of the week of 23 November.
fn calls(workspace: &Workspace) -> Vec<u32> {
    planned(workspace, None, &CALL)
}

fn planned(workspace: &Workspace, person: Option<PersonId>, action: &PlanAction) -> Vec<u32> {
    workspace.change(|desk| {
        let person = person.unwrap_or_else(|| me(desk));
        let view = desk.read().unwrap();
        let week = plan(&view, person, PlanLevel::Week, november(24), november(24)).unwrap();
        week.days_of(action).iter().map(|day| day.planned).collect()
    })
}

fn count(desk: &Desk, person: PersonId, on: u32, action: PlanAction, planned: u16) {
    run(desk, Command::PlanCount { person, on: november(on), action, planned });
}

fn call(desk: &Desk, on: u32, title: &str) {
    let id = EntryId::new(desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Call, title, When::day(november(on)), moment());
    entry.state = EntryState::Done;
    run(desk, Command::AddEntry(Box::new(entry)));
}

fn focus(window: &mut Window, label: &str) {
    window.get_by_label(label).focus();
    window.run();
}

fn press(window: &mut Window, pressed: Key) {
    key(window, Modifiers::NONE, pressed);
}

#[test]
fn a_week_is_filled_by_keyboard_kept_over_a_restart_and_taken_back() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    click(&mut window, "Планирай");
    assert!(window.get_by_label("Нови имена, вторник, 24 ноември: 0 от 0").is_focused());
    press(&mut window, Key::ArrowDown);
    typed(&mut window, "4");
    window.get_by_label("Обаждания, вт 24 ноем: от 0 на 4");
    press(&mut window, Key::ArrowRight);
    typed(&mut window, "1");
    typed(&mut window, "2");
    press(&mut window, Key::Tab);
    typed(&mut window, "3");
    press(&mut window, Key::Enter);
    assert!(window.get_by_label("Срещи 2+1, четвъртък, 26 ноември: 0 от 0").is_focused(), "Enter goes down");
    window.get_by_label("Обаждания, сряда, 25 ноември: 0 от 12");
    drop(window);
    assert_eq!(calls(&workspace), [0, 4, 12, 3, 0, 0, 0]);
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    focus(&mut window, "Обаждания, сряда, 25 ноември: 0 от 12");
    press(&mut window, Key::Delete);
    window.get_by_label("Обаждания, сряда, 25 ноември: 0 от 0");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("Обаждания, сряда, 25 ноември: 0 от 12");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("Обаждания, четвъртък, 26 ноември: 0 от 0");
    drop(window);
    assert_eq!(calls(&workspace), [0, 4, 12, 0, 0, 0, 0]);
}

#[test]
fn plus_minus_and_escape_change_a_cell_in_english() {
    let workspace = Workspace::empty();
    workspace.change(|desk| count(desk, me(desk), 24, CALL, 4));
    let mut window = workspace.window(Language::English, Page::Plan);
    focus(&mut window, "Calls, Tuesday 24 November: 0 of 4");
    typed(&mut window, "+");
    window.get_by_label("Calls, Tue 24 Nov: from 4 to 5");
    press(&mut window, Key::Escape);
    window.get_by_label("Calls, Tuesday 24 November: 0 of 4");
    typed(&mut window, "-");
    press(&mut window, Key::ArrowUp);
    window.get_by_label("Calls, Tuesday 24 November: 0 of 3");
    drop(window);
    assert_eq!(calls(&workspace), [0, 3, 0, 0, 0, 0, 0]);
}

#[test]
fn digits_that_were_not_taken_stay_when_one_goes_elsewhere_and_over_a_restart() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    focus(&mut window, "Обаждания, вторник, 24 ноември: 0 от 0");
    typed(&mut window, "7");
    window.state_mut().show_page(Page::Today);
    window.run();
    drop(window);
    assert_eq!(calls(&workspace), [0; 7]);
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    focus(&mut window, "Обаждания, вторник, 24 ноември: 0 от 0");
    press(&mut window, Key::Enter);
    drop(window);
    assert_eq!(calls(&workspace), [0, 7, 0, 0, 0, 0, 0]);
}

#[test]
fn a_number_for_the_week_says_which_days_it_changes_and_spreads_over_the_working_ones() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    focus(&mut window, "Обаждания, общо: 0 от 0");
    typed(&mut window, "10");
    window.get_by_label("Обаждания: ще промени 5 дни, от вт 24 ноем до сб 28 ноем");
    press(&mut window, Key::Enter);
    drop(window);
    assert_eq!(calls(&workspace), [0, 2, 2, 2, 2, 2, 0]);
    // Saturday is no longer a working day: the month goes over the others that are left.
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    click(&mut window, "Редове и дни");
    click(&mut window, "събота");
    press(&mut window, Key::Escape);
    click(&mut window, "Месец: ноември");
    focus(&mut window, "Обаждания, общо: 0 от 10");
    typed(&mut window, "15");
    window.get_by_label("Обаждания: ще промени 5 дни, от вт 24 ноем до пн 30 ноем");
    press(&mut window, Key::Enter);
    window.get_by_label("Обаждания, 23–29 ноември: 0 от 14");
    window.get_by_label("Обаждания, понеделник, 30 ноември: 0 от 1");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("Обаждания, 23–29 ноември: 0 от 10");
}

#[test]
fn the_ladder_goes_from_the_year_to_the_day_and_its_numbers_agree() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        count(desk, me(desk), 24, CALL, 4);
        count(desk, me(desk), 30, CALL, 2);
    });
    let mut window = workspace.window(Language::English, Page::Plan);
    window.get_by_label("Calls, in all: 0 of 4");
    for (rung, total) in [
        ("Month: November", "Calls, in all: 0 of 6"),
        ("3 months: Oct – Dec", "Calls, in all: 0 of 6"),
        ("Year: 2026", "Calls, in all: 0 of 6"),
        ("Day: Tue 24 Nov", "Calls, Tuesday 24 November: 0 of 4"),
    ] {
        click(&mut window, rung);
        window.get_by_label(total);
    }
    click(&mut window, "Next period");
    window.get_by_label("Calls, Wednesday 25 November: 0 of 0");
    click(&mut window, "To today");
    window.get_by_label("Calls, Tuesday 24 November: 0 of 4");
}

#[test]
fn done_counts_itself_by_a_rule_that_can_be_read_and_its_number_opens_the_entries() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        count(desk, me(desk), 24, CALL, 4);
        call(desk, 24, "Мария за мострите");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    window.get_by_label("Обаждания, вторник, 24 ноември: 1 от 4");
    let rule = "Брои се само: обажданията, отбелязани като направени, и записите, които се броят като обаждане.";
    assert!(window.query_all_by_label(rule).next().is_some(), "the rule stands beside the row");
    click(&mut window, "Записите зад числото, Обаждания: 1");
    window.get_by_role_and_label(Role::Dialog, "Обаждания: 23–29 ноември");
    click(&mut window, "Мария за мострите, днес");
    assert_eq!(window.state().page(), Page::Diary);
}

#[test]
fn a_correction_by_hand_is_marked_and_can_be_taken_away() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        count(desk, me(desk), 24, CALL, 4);
        call(desk, 24, "Мария за мострите");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    focus(&mut window, "Обаждания, вторник, 24 ноември: 1 от 4");
    click(&mut window, "Поправи направеното");
    let field = window.get_by_role_and_label(Role::TextInput, "Колко бяха наистина");
    assert!(field.is_focused());
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_role_and_label(Role::TextInput, "Колко бяха наистина").type_text("3");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("Обаждания, вторник, 24 ноември: 3 от 4");
    window.get_by_label("поправено на ръка");
    click(&mut window, "Записите зад числото, Обаждания: 3");
    window.get_by_label("поправено на ръка: +2");
    click(&mut window, "Махни поправката");
    press(&mut window, Key::Escape);
    window.get_by_label("Обаждания, вторник, 24 ноември: 1 от 4");
    assert!(window.query_by_label("поправено на ръка").is_none());
}

#[test]
fn what_a_partner_told_stands_with_its_date_and_what_is_not_known_says_so() {
    for (language, [whose, unknown, tell, new_names, source, told]) in [
        (
            Language::Bulgarian,
            [
                "Чий план",
                "още не знам",
                "Впиши казаното",
                "Обаждания",
                "обаждане",
                "казано 7 за 23–29 ноември, днес, обаждане",
            ],
        ),
        (
            Language::English,
            [
                "Whose plan",
                "not known yet",
                "Type what was told",
                "Calls",
                "a call",
                "told 7 for 23–29 November, today, a call",
            ],
        ),
    ] {
        let workspace = Workspace::empty();
        let elena = workspace.change(|desk| {
            let elena = register(desk, "Елена Димова", me(desk), november(2), Part::Partner);
            count(desk, elena, 24, CALL, 10);
            elena
        });
        let mut window = workspace.window(language, Page::Plan);
        click(&mut window, whose);
        click(&mut window, "Елена Димова");
        assert!(window.query_all_by_label(unknown).count() >= 4, "{language:?}");
        click(&mut window, tell);
        window.get_by_role_and_label(Role::TextInput, new_names).focus();
        window.run();
        window.get_by_role_and_label(Role::TextInput, new_names).type_text("7");
        window.run();
        // What is typed stays over Escape.
        press(&mut window, Key::Escape);
        click(&mut window, tell);
        assert_eq!(window.get_by_role_and_label(Role::TextInput, new_names).value().as_deref(), Some("7"));
        window.get_by_role_and_label(Role::TextInput, new_names).focus();
        window.run();
        press(&mut window, Key::Enter);
        window.get_by_label(told);
        drop(window);
        let kept: Vec<PlanItem> = workspace.change(|desk| desk.read().unwrap().all().unwrap());
        let said = kept.iter().find_map(|item| match item {
            PlanItem::Told { person, counts, source, on, .. } => Some((*person, counts.clone(), source.clone(), *on)),
            _ => None,
        });
        assert_eq!(said, Some((elena, vec![(CALL, 7)], source.to_owned(), november(24))));
    }
}

#[test]
fn what_was_done_together_counts_for_a_partner_and_is_never_amber() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let elena = register(desk, "Елена Димова", me(desk), november(2), Part::Partner);
        count(desk, elena, 23, TOGETHER, 2);
        let id = EntryId::new(desk.ids(), moment());
        let mut entry = Entry::new(id, EntryKind::Meeting, "Среща с Ралица", When::day(november(23)), moment());
        (entry.state, entry.action, entry.action_chosen) = (EntryState::Done, Some(Action::TwoPlusOne), true);
        entry.people = vec![elena];
        run(desk, Command::AddEntry(Box::new(entry)));
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    click(&mut window, "Чий план");
    click(&mut window, "Елена Димова");
    window.get_by_label("заедно 1, последно вчера");
    window.get_by_label("Срещи 2+1, общо: 1 от 2");
    assert!(window.query_by_label("остана").is_none(), "no legend of what is left over");
    click(&mut window, "Записите зад числото, Срещи 2+1: 1");
    window.get_by_label("Среща с Ралица, вчера");
}

#[test]
fn what_was_not_done_is_carried_over_or_dropped_and_taken_back() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        count(desk, me(desk), 17, CALL, 5);
        count(desk, me(desk), 18, TOGETHER, 2);
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    click(&mut window, "Реши какво остана");
    window.get_by_label("седмица: ще промени 5 дни, от вт 24 ноем до сб 28 ноем");
    window.get_all_by_label("Отпада").last().unwrap().click();
    window.run();
    click(&mut window, "Реши");
    window.get_by_label("Останалото е решено.");
    drop(window);
    assert_eq!(calls(&workspace), [0, 1, 1, 1, 1, 1, 0]);
    assert_eq!(planned(&workspace, None, &TOGETHER), [0; 7]);
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("Реши какво остана");
    drop(window);
    assert_eq!(calls(&workspace), [0; 7]);
}

#[test]
fn a_week_is_planned_as_the_one_before_after_it_said_what_changes() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for on in [17, 19] {
            count(desk, me(desk), on, CALL, 3);
        }
    });
    let mut window = workspace.window(Language::English, Page::Plan);
    click(&mut window, "As the one before");
    window.get_by_label("week: changes 2 days, from Tue 24 Nov to Thu 26 Nov");
    click(&mut window, "Plan it so");
    drop(window);
    assert_eq!(calls(&workspace), [0, 3, 0, 3, 0, 0, 0]);
}

#[test]
fn an_empty_plan_says_its_sentence_and_no_outcome_can_be_planned() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    window.get_by_label("Имаш ли план, имаш бизнес");
    assert_eq!(window.query_all_by_label_contains("не се планират").count(), 1, "why is said once");
    click(&mut window, "Редове и дни");
    let own = |window: &mut Window, text: &str| {
        window.get_by_role_and_label(Role::TextInput, "Свой вид").focus();
        window.run();
        key(window, Modifiers::COMMAND, Key::A);
        window.get_by_role_and_label(Role::TextInput, "Свой вид").type_text(text);
        window.run();
        press(window, Key::Enter);
    };
    own(&mut window, "Точки");
    window.get_by_label_contains("Планирай действието");
    own(&mut window, "Мостри");
    click(&mut window, "Покани");
    press(&mut window, Key::Escape);
    window.get_by_label("Мостри, вторник, 24 ноември: 0 от 0");
    window.get_by_label("Покани, вторник, 24 ноември: 0 от 0");
    assert!(window.query_by_label("Точки, вторник, 24 ноември: 0 от 0").is_none());
    click(&mut window, "Планирай тази седмица");
    typed(&mut window, "2");
    press(&mut window, Key::Enter);
    assert!(window.query_by_label("Имаш ли план, имаш бизнес").is_none());
}

#[test]
fn the_goal_and_the_important_things_are_written_in_words() {
    let workspace = Workspace::empty();
    workspace.change(|desk| count(desk, me(desk), 24, CALL, 4));
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    click(&mut window, "Запиши целта");
    window.get_by_role_and_label(Role::TextInput, "Каква е целта").type_text("Свободни следобеди до лятото");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("Свободни следобеди до лятото");
    click(&mut window, "Напиши: Важното за седмицата");
    window.get_by_role_and_label(Role::MultilineTextInput, "Важното за седмицата").type_text("Обучението в събота");
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    window.get_by_label("Обучението в събота");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.query_by_label("Обучението в събота").is_none());
}

#[test]
fn today_leads_to_the_plan_and_the_keys_too() {
    let workspace = Workspace::empty();
    workspace.change(|desk| count(desk, me(desk), 24, CALL, 4));
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("План за седмицата: Отвори").click();
    window.run();
    assert_eq!(window.state().page(), Page::Plan);
    key(&mut window, Modifiers::COMMAND, Key::Num1);
    key(&mut window, Modifiers::COMMAND, Key::Num6);
    assert_eq!(window.state().page(), Page::Plan);
    key(&mut window, Modifiers::COMMAND, Key::H);
    window.get_by_label_contains("План: Невена Стоянова");
}

#[test]
fn a_partner_in_the_structure_and_the_palette_lead_to_the_plan() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let elena = register(desk, "Елена Димова", me(desk), november(2), Part::Partner);
        count(desk, elena, 24, CALL, 10);
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    let row = |label: Option<String>| label.is_some_and(|label| label.starts_with("Елена Димова"));
    window.get_by(|node| node.role() == Role::Row && row(node.label())).click();
    window.run();
    click(&mut window, "Действия за Елена Димова");
    window.get_by_role_and_label(Role::MenuItem, "Планът").click();
    window.run();
    assert_eq!(window.state().page(), Page::Plan);
    window.get_by_label("Обаждания, общо: още не знам от 10");
    key(&mut window, Modifiers::COMMAND, Key::K);
    typed(&mut window, "планирай седмицата");
    press(&mut window, Key::Enter);
    window.get_by_label("Обаждания, общо: 0 от 0");
}

#[test]
fn the_plan_is_printed() {
    let workspace = Workspace::with_text_of(100, Language::Bulgarian);
    let mut window = workspace.window(Language::Bulgarian, Page::Plan);
    click(&mut window, "Отпечатай");
    let opened = workspace.opener.opened();
    let path = opened.last().unwrap();
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"));
}

/// The example with a partner who has a plan of their own.
fn with_a_partner(language: Language) -> (Workspace, String) {
    let workspace = Workspace::with_text_of(100, language);
    let name = workspace.change(|desk| {
        let view = desk.read().unwrap();
        let partner = view
            .people()
            .all()
            .filter(|one| one.registration.as_ref().is_some_and(|own| own.role == Part::Partner))
            .max_by_key(|one| one.registration.as_ref().map(|own| own.on))
            .unwrap()
            .id;
        let name = view.people().name(partner);
        drop(view);
        for (on, calls) in [(23, 3), (24, 3), (25, 2), (26, 3), (27, 2)] {
            count(desk, partner, on, CALL, calls);
            count(desk, partner, on, PlanAction::NewNames, 2);
        }
        count(desk, partner, 26, TOGETHER, 1);
        count(desk, partner, 18, CALL, 10);
        let told = |from, to, counts: Vec<(PlanAction, u16)>, on| {
            let source = if language == Language::Bulgarian { "обаждане" } else { "a call" };
            let (person, on, source) = (partner, november(on), source.to_owned());
            let (from, to) = (november(from), november(to));
            run(desk, Command::TellPlan(Box::new(ToldPlan { person, from, to, counts, on, source })));
        };
        told(16, 22, vec![(CALL, 8), (PlanAction::NewNames, 5)], 22);
        told(23, 29, vec![(CALL, 4)], 24);
        let words = |level, from, lines: &[&str]| {
            let lines = lines.iter().map(|line| (*line).to_owned()).collect();
            run(desk, Command::PlanWords { person: partner, level, from, lines });
        };
        words(PlanLevel::Week, november(23), &["Среща 2+1 с Ралица", "Списъкът до 40 имена"]);
        words(PlanLevel::Month, day(2026, 11, 1), &["Първото обучение"]);
        name
    });
    (workspace, name)
}

#[test]
#[ignore = "draws pictures"]
fn pictures() {
    for (look, (name, language, theme)) in LOOKS.into_iter().enumerate() {
        let size = if look % 3 == 0 { [1280.0, 800.0] } else { [1920.0, 1080.0] };
        let bulgarian = language == Language::Bulgarian;
        let (full, partner) = with_a_partner(language);
        let options = |workspace: &Workspace| Options { theme: Some(theme), ..workspace.options(language, Page::Plan) };
        let mut window = open(options(&full), size);
        picture(&mut window, &format!("plan-full-{name}"));
        let button = egui::accesskit::Role::Button;
        window.get_by_role_and_label(button, if bulgarian { "Планирай" } else { "Plan" }).click();
        window.run();
        press(&mut window, Key::ArrowDown);
        press(&mut window, Key::End);
        typed(&mut window, "6");
        picture(&mut window, &format!("plan-typing-{name}"));
        press(&mut window, Key::Escape);
        for (rung, what) in if bulgarian {
            [("Месец: ноември", "month"), ("Година: 2026", "year"), ("Ден: вт 24 ноем", "day")]
        } else {
            [("Month: November", "month"), ("Year: 2026", "year"), ("Day: Tue 24 Nov", "day")]
        } {
            click(&mut window, rung);
            picture(&mut window, &format!("plan-{what}-{name}"));
        }
        click(&mut window, if bulgarian { "Редове и дни" } else { "Rows and days" });
        picture(&mut window, &format!("plan-setup-{name}"));
        press(&mut window, Key::Escape);
        drop(window);
        let mut window = open(options(&full), size);
        click(&mut window, if bulgarian { "Чий план" } else { "Whose plan" });
        window.get_all_by_label(&partner).last().unwrap().click();
        window.run();
        picture(&mut window, &format!("plan-partner-{name}"));
        click(&mut window, if bulgarian { "Впиши казаното" } else { "Type what was told" });
        picture(&mut window, &format!("plan-told-{name}"));
        press(&mut window, Key::Escape);
        drop(window);
        let mut window = open(options(&Workspace::empty()), size);
        picture(&mut window, &format!("plan-empty-{name}"));
        drop(window);
        if look == 0 {
            for (size, what) in [([1000.0, 700.0], "narrow"), ([760.0, 640.0], "least")] {
                let mut window = open(options(&full), size);
                picture(&mut window, &format!("plan-{what}-{name}"));
            }
        }
    }
}
