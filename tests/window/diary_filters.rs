//! Filters: combined, the same in every view, cleared by one button.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{Action, EntryKind, EntryState, Language, Priority};
use sponsor_desk::app::Page;

use crate::diary::{Window, add, click, key, press, timed, type_into};
use crate::support::{Workspace, add_person};

/// Three things of the past day and today, alike in some ways and not in others.
fn mixed() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let [maria, iva] = ["Мария Петрова", "Ива Колева"].map(|name| add_person(desk, name));
        add(desk, EntryKind::Call, "Първо", timed(23, 9, 0, 30), |entry| {
            (entry.people, entry.priority, entry.state) = (vec![maria], Priority::Urgent, EntryState::Done);
        });
        add(desk, EntryKind::Call, "Второ", timed(23, 10, 0, 30), |entry| {
            (entry.people, entry.state) = (vec![iva], EntryState::Done);
        });
        add(desk, EntryKind::Meeting, "Трето", timed(24, 9, 0, 30), |entry| {
            (entry.people, entry.priority, entry.state) = (vec![maria], Priority::Urgent, EntryState::Done);
            (entry.action, entry.action_chosen) = (Some(Action::TwoPlusOne), true);
        });
    });
    workspace
}

fn shown(window: &Window) -> Vec<&'static str> {
    let all = ["Първо", "Второ", "Трето"];
    all.into_iter().filter(|title| window.query_all_by_label_contains(title).next().is_some()).collect()
}

#[test]
fn filters_are_combined_and_hold_in_every_view_until_they_are_cleared() {
    let workspace = mixed();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    assert_eq!(shown(&window), ["Първо", "Второ", "Трето"]);
    click(&mut window, "Човек");
    type_into(&mut window, "Човек", "Мария");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(shown(&window), ["Първо", "Трето"]);
    click(&mut window, "Вид");
    click(&mut window, "Обаждане");
    assert_eq!(shown(&window), ["Първо"]);
    for view in [Key::M, Key::C, Key::W] {
        key(&mut window, Modifiers::NONE, view);
        assert_eq!(shown(&window), ["Първо"], "{view:?}");
    }
    key(&mut window, Modifiers::NONE, Key::D);
    assert!(shown(&window).is_empty(), "today has no call of hers");
    key(&mut window, Modifiers::NONE, Key::M);
    press(&mut window, "Без филтри");
    assert_eq!(shown(&window), ["Първо", "Второ", "Трето"]);
}

#[test]
fn the_row_of_the_plan_the_priority_and_the_state_are_filters_too() {
    let workspace = mixed();
    let mut window = workspace.window(Language::English, Page::Diary);
    click(&mut window, "Action");
    click(&mut window, "2+1 meeting");
    assert_eq!(shown(&window), ["Трето"]);
    press(&mut window, "No filters");
    click(&mut window, "Priority");
    click(&mut window, "urgent");
    assert_eq!(shown(&window), ["Първо", "Трето"]);
    click(&mut window, "State");
    click(&mut window, "planned");
    assert!(shown(&window).is_empty());
    key(&mut window, Modifiers::NONE, Key::A);
    window.get_by_label("The filters let nothing through");
    window.get_all_by_role_and_label(egui::accesskit::Role::Button, "No filters").last().unwrap().click();
    window.run();
    assert_eq!(shown(&window), ["Трето"]);
}

#[test]
fn a_kind_of_action_of_ones_own_is_a_filter_and_is_offered_in_the_form_too() {
    let workspace = mixed();
    workspace.change(|desk| {
        add(desk, EntryKind::Task, "Първо видео", timed(25, 9, 0, 30), |entry| {
            (entry.action, entry.action_chosen) = (Some(Action::Own("Видео".to_owned())), true);
        });
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "Действие");
    click(&mut window, "Видео");
    let named = |window: &Window, name: &str| window.query_all_by_label_contains(name).next().is_some();
    assert!(named(&window, "Първо видео") && !named(&window, "Второ"));
    press(&mut window, "Без филтри");
    key(&mut window, Modifiers::NONE, Key::N);
    click(&mut window, "брои се като: среща");
    click(&mut window, "Видео");
    window.get_by_label("брои се като: Видео");
}

#[test]
fn a_calendar_comes_in_from_the_menu_of_the_diary() {
    let workspace = mixed();
    let file = workspace.folder().join("calendar.ics");
    let event = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Кафе\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\n";
    std::fs::write(&file, format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}END:VCALENDAR\r\n")).unwrap();
    workspace.chooser.queue(file);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    press(&mut window, "Дневникът като цяло");
    click(&mut window, "Внеси");
    window.get_by_label("calendar.ics · 1 запис");
}
