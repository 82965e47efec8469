//! The jot line: what is understood while typing, what is taken away, and what Enter keeps.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::{EntryKind, Language, ThemeChoice, When};
use sponsor_core::query::Item;
use sponsor_desk::app::{Options, Page};

use crate::diary::{Window, all, day, key, press, timed, titled, type_into};
use crate::support::{Workspace, add_person, now, open, picture};

/// A workspace with people of which two are called Мария.
fn with_people() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for name in ["Мария Илиева", "Мария Петрова", "Петър Колев"] {
            add_person(desk, name);
        }
    });
    workspace
}

fn enter(window: &mut Window) {
    key(window, Modifiers::NONE, Key::Enter);
}

fn is_shown(window: &Window, label: &str) -> bool {
    window.query_all_by_role_and_label(Role::Button, label).next().is_some()
}

fn only(workspace: &Workspace) -> Item {
    let mut items = all(workspace);
    assert_eq!(items.len(), 1, "{items:?}");
    items.remove(0)
}

fn names(item: &Item) -> Vec<&str> {
    item.people.iter().map(|person| person.full.as_str()).collect()
}

#[test]
fn what_is_understood_shows_as_chips_and_enter_keeps_the_entry() {
    for (language, field, line, chips) in [
        (
            Language::Bulgarian,
            "Запиши нещо",
            "утре 14:00 за 45 мин Петър кафе !!",
            ["ср 25 ноем · 14:00–14:45", "Петър Колев", "среща", "спешно"],
        ),
        (
            Language::English,
            "Jot something down",
            "tomorrow 2pm for 45 min Petar кафе !!",
            ["Wed 25 Nov · 14:00–14:45", "Петър Колев", "meeting", "urgent"],
        ),
    ] {
        let workspace = with_people();
        let mut window = workspace.window(language, Page::Today);
        assert!(!is_shown(&window, chips[2]));
        type_into(&mut window, field, line);
        for chip in chips {
            assert!(is_shown(&window, chip), "{chip}");
        }
        enter(&mut window);
        assert!(!is_shown(&window, chips[0]), "the line is empty again");
        drop(window);
        let item = only(&workspace);
        assert_eq!((item.kind, item.when, item.title.as_str()), (EntryKind::Meeting, timed(25, 14, 0, 45), "кафе"));
        assert_eq!(names(&item), ["Петър Колев"]);
    }
}

#[test]
fn a_chip_that_is_taken_away_makes_its_words_plain_again() {
    let workspace = with_people();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    type_into(&mut window, "Запиши нещо", "утре 14:00 Петър кафе");
    press(&mut window, "Махни: Петър Колев");
    assert!(is_shown(&window, "ср 25 ноем · 14:00") && !is_shown(&window, "Петър Колев"));
    type_into(&mut window, "Запиши нещо", " в центъра");
    assert!(!is_shown(&window, "Петър Колев"), "what was decided stays while typing goes on");
    assert!(is_shown(&window, "центъра"));
    press(&mut window, "Махни: ср 25 ноем · 14:00");
    enter(&mut window);
    drop(window);
    let note = only(&workspace);
    assert_eq!((note.kind, note.when), (EntryKind::Note, When::day(day(24))));
    assert_eq!(note.title, "утре 14:00 Петър кафе в центъра");
}

#[test]
fn of_two_people_one_is_chosen_and_without_a_choice_the_name_stays_in_the_title() {
    for (language, field, which, line, title) in [
        (Language::Bulgarian, "Запиши нещо", "Мария: кой човек?", "утре кафе с Мария", "кафе"),
        (Language::English, "Jot something down", "which Maria?", "coffee with Maria tomorrow", "coffee"),
    ] {
        let workspace = with_people();
        let mut window = workspace.window(language, Page::Today);
        type_into(&mut window, field, line);
        press(&mut window, which);
        window.get_by_role_and_label(Role::MenuItemRadio, "Мария Илиева");
        window.get_by_role_and_label(Role::MenuItemRadio, "Мария Петрова").click();
        window.run();
        assert!(is_shown(&window, "Мария Петрова") && !is_shown(&window, which));
        enter(&mut window);
        type_into(&mut window, field, line);
        assert!(is_shown(&window, which), "a choice is for one line");
        // It asks first; the second Enter keeps the line without a person.
        enter(&mut window);
        enter(&mut window);
        drop(window);
        assert_eq!(titled(&workspace, title).iter().map(names).collect::<Vec<_>>(), [["Мария Петрова"]]);
        let unchosen = all(&workspace).into_iter().find(|item| item.title != title).unwrap();
        assert!(unchosen.title.contains("Мари") || unchosen.title.contains("Maria"));
        assert!(unchosen.people.is_empty());
    }
}

#[test]
fn a_kind_that_was_guessed_is_changed_from_its_chip() {
    let workspace = with_people();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    type_into(&mut window, "Запиши нещо", "утре 14:00 Петър за поръчката");
    press(&mut window, "среща");
    window.get_by_role_and_label(Role::MenuItemRadio, "Обаждане").click();
    window.run();
    enter(&mut window);
    drop(window);
    assert_eq!(only(&workspace).kind, EntryKind::Call);
}

#[test]
fn the_line_over_another_page_understands_the_same_and_a_repetition_makes_a_series() {
    let workspace = with_people();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::J);
    type_into(&mut window, "Запиши нещо", "обучение всеки вторник в 18");
    for chip in ["обучение", "всеки вторник", "вт 24 ноем · 18:00"] {
        assert!(is_shown(&window, chip), "{chip}");
    }
    enter(&mut window);
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    key(&mut window, Modifiers::COMMAND, Key::J);
    type_into(&mut window, "Запиши нещо", "обаждане на Мария утре");
    press(&mut window, "Мария: кой човек?");
    window.get_by_role_and_label(Role::MenuItemRadio, "Мария Петрова").click();
    window.run();
    enter(&mut window);
    drop(window);
    assert_eq!(titled(&workspace, "Мария Петрова").iter().map(|item| item.kind).collect::<Vec<_>>(), [EntryKind::Call]);
    let series = titled(&workspace, "Обучение");
    let days: Vec<_> = series.iter().filter_map(|item| item.when.first_day()).take(3).collect();
    assert_eq!(days[..2], [day(24), day(24) + chrono::Days::new(7)]);
    assert!(series.iter().all(|item| item.action == Some(sponsor_core::model::Action::Training)));
}

#[test]
fn the_jot_line_is_drawn_with_its_chips() {
    for (language, theme, size, field, line, unsure) in [
        (
            Language::Bulgarian,
            ThemeChoice::Light,
            [1440.0, 900.0],
            "Запиши нещо",
            "утре 14:00 Стоян Вълчев кафе",
            "важно: среща 2+1 с Мира и Мария всеки вторник в 18 @ кафе Централ",
        ),
        (
            Language::English,
            ThemeChoice::Dark,
            [1280.0, 800.0],
            "Jot something down",
            "tomorrow 2pm Stoyan Valchev coffee",
            "urgent call Mira and Maria next Friday at half past two",
        ),
    ] {
        let workspace = Workspace::missing();
        let recipe = Recipe { seed: 1, size: Size::Small, language, now: now() };
        build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
        let options = || Options { theme: Some(theme), ..workspace.options(language, Page::Today) };
        for (what, line) in [("short", line), ("long", unsure)] {
            let mut window = open(options(), size);
            type_into(&mut window, field, line);
            picture(&mut window, &format!("jot-{what}-{}", language.code()));
            key(&mut window, Modifiers::COMMAND, Key::A);
            key(&mut window, Modifiers::NONE, Key::Delete);
        }
        let mut window = open(Options { page: Some(Page::List), ..options() }, size);
        key(&mut window, Modifiers::COMMAND, Key::J);
        type_into(&mut window, field, unsure);
        picture(&mut window, &format!("jot-over-{}", language.code()));
    }
}

#[test]
fn enter_asks_whom_a_line_means_before_it_is_kept_here_and_over_a_page() {
    for page in [Page::Today, Page::List] {
        let workspace = with_people();
        let mut window = workspace.window(Language::Bulgarian, page);
        key(&mut window, Modifiers::COMMAND, Key::J);
        type_into(&mut window, "Запиши нещо", "утре 14:00 кафе с Мария");
        enter(&mut window);
        let asks = |window: &Window| window.query_by_label("Кого имаш предвид с „Мария“?").is_some();
        assert!(asks(&window), "{page:?}");
        assert!(is_shown(&window, "Мария Петрова"));
        // Escape goes back to the line, which is still there and asks again.
        key(&mut window, Modifiers::NONE, Key::Escape);
        assert!(!asks(&window));
        enter(&mut window);
        assert!(asks(&window), "{page:?}");
        press(&mut window, "Мария Петрова");
        assert!(!asks(&window));
        drop(window);
        assert_eq!(names(&only(&workspace)), ["Мария Петрова"]);
    }
}

#[test]
fn who_was_chosen_shows_as_a_chip_and_is_taken_away() {
    let workspace = with_people();
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::J);
    type_into(&mut window, "Jot something down", "tomorrow 16:00 call Maria about the invitation !");
    press(&mut window, "which Maria?");
    window.get_by_role_and_label(Role::MenuItemRadio, "Мария Петрова").click();
    // The painting after the choice has the chip at once.
    window.step();
    window.step();
    assert!(is_shown(&window, "Мария Петрова"));
    window.run();
    press(&mut window, "Remove: Мария Петрова");
    assert!(!is_shown(&window, "Мария Петрова"));
}

/// Keys that come so quickly behind each other that one painting sees them all.
fn at_once(window: &mut Window, opens: (Modifiers, Key), text: &str) {
    let pressed = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let mut events = vec![pressed(opens.1, opens.0)];
    for letter in text.chars() {
        events.extend(Key::from_name(&letter.to_uppercase().to_string()).map(|key| pressed(key, Modifiers::NONE)));
        events.push(Event::Text(letter.to_string()));
    }
    window.input_mut().events.extend(events);
    window.run();
}

#[test]
fn what_is_typed_right_behind_the_key_that_opens_a_field_lands_in_it() {
    for (page, opens, field) in [
        (Page::Diary, Key::J, "Jot something down"),
        (Page::Diary, Key::K, "Find"),
        (Page::Diary, Key::N, "What it is"),
        (Page::List, Key::J, "Jot something down"),
        (Page::Today, Key::J, "Jot something down"),
    ] {
        let workspace = with_people();
        let mut window = workspace.window(Language::English, page);
        at_once(&mut window, (Modifiers::COMMAND, opens), "tandem dance");
        let typed = window.get_by_role_and_label(Role::TextInput, field);
        assert_eq!(typed.value().as_deref(), Some("tandem dance"), "{page:?} {opens:?}");
        assert!(typed.is_focused());
    }
}
