//! What the widgets do.

use chrono::NaiveDate;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::light;
use crate::icons;
use crate::theme::{TextSize, Tokens};
use crate::widgets::*;
use crate::words::{Language, Words};

fn bulgarian() -> Words {
    Words::new(Language::Bulgarian)
}

#[test]
fn a_button_is_pressed_by_mouse_and_by_keyboard() {
    let mut window = light(
        |ui, pressed: &mut u32| {
            if ui.add(Button::primary("Запази").keys("Ctrl ↵")).clicked() {
                *pressed += 1;
            }
        },
        0,
    );
    window.get_by_role_and_label(Role::Button, "Запази").click();
    window.run();
    assert_eq!(*window.state(), 1);
    window.get_by_role_and_label(Role::Button, "Запази").focus();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(*window.state(), 2);
}

#[test]
fn an_icon_alone_has_a_name() {
    let mut window = light(
        |ui, pressed: &mut bool| {
            *pressed |= ui.add(Button::icon_only(icons::CALL, "Обади се")).clicked();
        },
        false,
    );
    window.get_by_role_and_label(Role::Button, "Обади се").click();
    window.run();
    assert!(*window.state());
}

#[test]
fn a_disabled_button_does_nothing() {
    let mut window = light(
        |ui, pressed: &mut bool| {
            *pressed |= ui.add_enabled(false, Button::plain("Готово")).clicked();
        },
        false,
    );
    window.get_by_label("Готово").click();
    window.run();
    assert!(!*window.state());
}

#[test]
fn a_switch_is_moved_by_click_and_by_arrows() {
    let mut window = light(
        |ui, view: &mut u8| {
            Segmented::new("Изглед", view).option(0, "Месец").option(1, "Седмица").option(2, "Ден").show(ui);
        },
        0,
    );
    window.get_by_role_and_label(Role::RadioButton, "Седмица").click();
    window.run();
    assert_eq!(*window.state(), 1);
    window.get_by_role_and_label(Role::RadioButton, "Седмица").focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(*window.state(), 2);
    assert!(window.get_by_role_and_label(Role::RadioButton, "Ден").is_focused());
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(*window.state(), 2, "there is nothing after the last");
}

#[test]
fn a_field_is_found_by_its_label_and_enter_commits() {
    let mut window = light(
        |ui, state: &mut (String, u32)| {
            if Field::new("Име", &mut state.0).hint("Мария Илиева").show(ui).committed {
                state.1 += 1;
            }
        },
        (String::new(), 0),
    );
    window.get_by_role_and_label(Role::TextInput, "Име").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Име").type_text("Ива");
    window.run();
    assert_eq!(window.state().0, "Ива");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().1, 1);
}

#[test]
fn in_many_lines_enter_is_a_line_and_ctrl_enter_commits() {
    let mut window = light(
        |ui, state: &mut (String, u32)| {
            if Field::new("Бележка", &mut state.0).rows(3).show(ui).committed {
                state.1 += 1;
            }
        },
        (String::new(), 0),
    );
    window.get_by_label("Бележка").focus();
    window.run();
    window.get_by_label("Бележка").type_text("ред");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(*window.state(), ("ред\n".to_owned(), 0));
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    window.run();
    assert_eq!(*window.state(), ("ред\n".to_owned(), 1));
}

#[test]
fn a_date_field_says_how_it_read_the_words() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
    let words = bulgarian();
    let mut window = light(
        move |ui, state: &mut (String, Option<NaiveDate>)| {
            state.1 = date_field(ui, &words, Field::new("Дата", &mut state.0), today).value;
        },
        ("понеделник".to_owned(), None),
    );
    window.run();
    window.get_by_label("пн 30 ноември 2026");
    assert_eq!(window.state().1, NaiveDate::from_ymd_opt(2026, 11, 30));
    "кафе".clone_into(&mut window.state_mut().0);
    window.run();
    window.get_by_label_contains("Не разбирам датата");
    assert_eq!(window.state().1, None);
}

#[test]
fn a_duration_tells_when_it_ends() {
    let words = bulgarian();
    let start = chrono::NaiveTime::from_hms_opt(11, 0, 0);
    let mut window = light(
        move |ui, text: &mut String| {
            duration_field(ui, &words, Field::new("До", text), start);
        },
        "1 час".to_owned(),
    );
    window.run();
    window.get_by_label("до 12:00");
}

#[test]
fn a_choice_opens_and_takes_an_option() {
    let mut window = light(
        |ui, day: &mut u8| {
            Select::new("Първи ден", day).option(0, "понеделник").option(1, "неделя").width(180.0).show(ui);
        },
        0,
    );
    assert_eq!(window.get_by_role(Role::ComboBox).value(), Some("понеделник".to_owned()));
    window.get_by_role(Role::ComboBox).click();
    window.run();
    window.get_by_role_and_label(Role::MenuItemRadio, "неделя").click();
    window.run();
    assert_eq!(*window.state(), 1);
    assert!(window.query_by_role(Role::MenuItemRadio).is_none(), "the list closes");
    window.key_press(Key::ArrowUp);
    window.run();
    assert_eq!(*window.state(), 0, "arrows choose without opening");
}

#[test]
fn switches_and_boxes_change_their_value() {
    let mut window = light(
        |ui, state: &mut (bool, bool)| {
            toggle(ui, &mut state.0, "Показатели");
            checkbox(ui, &mut state.1, "Потвърди залата", true);
        },
        (false, false),
    );
    window.get_by_role_and_label(Role::Switch, "Показатели").click();
    window.run();
    window.get_by_role_and_label(Role::CheckBox, "Потвърди залата").click();
    window.run();
    assert_eq!(*window.state(), (true, true));
}

#[test]
fn a_chip_is_chosen_and_another_is_taken_away() {
    let mut window = light(
        |ui, state: &mut (bool, bool)| {
            if Chip::new("днес").count("4").selected(state.0).show(ui).response.clicked() {
                state.0 = !state.0;
            }
            state.1 |= Chip::new("Елена Димова").removable("Махни Елена Димова").show(ui).removed;
        },
        (false, false),
    );
    window.get_by_role_and_label(Role::CheckBox, "днес 4").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Махни Елена Димова").click();
    window.run();
    assert_eq!(*window.state(), (true, true));
}

#[test]
fn a_name_that_does_not_fit_is_shortened_and_still_known_in_full() {
    let mut window = light(
        |ui, width: &mut f32| {
            ui.set_max_width(*width);
            let ink = Tokens::of(ui).ink;
            person_name(ui, "Александрина Константинова", TextSize::Strong, ink);
        },
        300.0,
    );
    let whole = window.get_by_label("Александрина Константинова").rect().width();
    *window.state_mut() = whole - 10.0;
    window.run();
    let short = window.get_by_label("Александрина Константинова").rect().width();
    assert!(short < whole - 10.0, "{short} of {whole}");
}

#[test]
fn a_toast_offers_to_take_back() {
    let toast =
        Toast {
            id: 7, text: "Обаждането е преместено".to_owned(), action: Some("Отмени".to_owned()), also: None
        };
    let mut window = light(
        move |ui, event: &mut Option<ToastEvent>| {
            *event = toasts(ui.ctx(), std::slice::from_ref(&toast), "Затвори").0.or(*event);
        },
        None,
    );
    window.get_by_role_and_label(Role::Button, "Отмени").click();
    window.run();
    assert_eq!(*window.state(), Some(ToastEvent::Action(7)));
    window.get_by_role_and_label(Role::Button, "Затвори").click();
    window.run();
    assert_eq!(*window.state(), Some(ToastEvent::Action(7)).map(|_| ToastEvent::Close(7)));
}

#[test]
fn escape_closes_a_modal() {
    let mut window = light(
        |ui, open: &mut bool| {
            if *open
                && modal(ui.ctx(), "delete", "Изтрий записа", "Затвори", 360.0, |ui| {
                    body(ui, "Записът отпада.")
                })
                .closed
            {
                *open = false;
            }
        },
        true,
    );
    window.run();
    window.get_by_label("Записът отпада.");
    window.key_press(Key::Escape);
    window.run();
    assert!(!*window.state());
    assert!(window.query_by_label("Записът отпада.").is_none());
}

#[test]
fn a_menu_gives_its_lines_and_closes() {
    let mut window = light(
        |ui, chosen: &mut bool| {
            let button = ui.add(Button::icon_only(icons::MORE, "Още"));
            menu(&button, |ui| {
                *chosen |= ui.add(MenuItem::new("Промени").icon(icons::EDIT).keys("E")).clicked();
            });
        },
        false,
    );
    window.get_by_label("Още").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Промени").click();
    window.run();
    assert!(*window.state());
    assert!(window.query_by_role(Role::MenuItem).is_none());
}

#[test]
fn the_navigation_keeps_its_names_when_it_is_folded() {
    let mut window = light(
        |ui, clicked: &mut bool| {
            ui.set_width(58.0);
            *clicked |= nav_item(ui, icons::LIST, "Списък", Some("214"), true, true).clicked();
        },
        false,
    );
    window.get_by_label("Списък 214").click();
    window.run();
    assert!(*window.state());
}

#[test]
fn progress_says_its_figures() {
    let window = light(
        |ui, (): &mut ()| {
            progress_bar(ui, f32::NAN, 140.0, "0 от 10");
            progress_segments(ui, 9, 7, 200.0, "7 от 7");
        },
        (),
    );
    window.get_by_role_and_label(Role::ProgressIndicator, "0 от 10");
    window.get_by_role_and_label(Role::ProgressIndicator, "7 от 7");
}
