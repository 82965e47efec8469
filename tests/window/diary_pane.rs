//! The pane and the form of an entry where there is much in them: they keep their width, and nothing in them is lost.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{
    Attendance, Entry, EntryId, EntryKind, Language, Mode, Outcome, PersonId, Training, When,
};
use sponsor_desk::app::Page;

use crate::diary::{Window, add, click, day, key, press, some, timed, titled, type_into};
use crate::support::{Workspace, add_person};

const NAMES: [&str; 4] = ["Александрина Тодорова-Велинова", "Станка Попова, майка на Мария", "Иван Попов", "Галя Щерева"];

/// Nothing that is read or pressed ends right of the window, or of the card of the pane in it.
fn nothing_leaves(window: &Window, what: &str) {
    let edge = window.ctx.content_rect().right() - 24.0 + 0.5;
    for node in window.root().children_recursive() {
        let name = node.accesskit_node().label().unwrap_or_default();
        if name.is_empty() || node.accesskit_node().bounding_box().is_none() {
            continue;
        }
        let rect = node.rect();
        assert!(rect.right() <= edge || rect.left() <= 1.0, "{what}: {name} ends at {rect:?}");
    }
}

fn crowd() -> (Workspace, EntryId) {
    let workspace = Workspace::empty();
    let training = workspace.change(|desk| {
        let people = NAMES.map(|name| add_person(desk, name)).to_vec();
        let with_all = |entry: &mut Entry| entry.people.clone_from(&people);
        add(desk, EntryKind::Meeting, "Сбирка", timed(24, 9, 0, 60), with_all);
        add(desk, EntryKind::Meeting, "Разговор", timed(24, 10, 0, 60), |entry| {
            with_all(entry);
            entry.state = sponsor_core::model::EntryState::Done;
            let (met, new_contacts) = (people.clone(), people.clone());
            entry.outcome = Some(Outcome { met, new_contacts, ..Outcome::default() });
        });
        add(desk, EntryKind::Event, "Обучение", timed(24, 11, 0, 60), |entry| {
            let came =
                people.iter().map(|one| Attendance { person: *one, mode: Mode::InPerson, wants_more: false }).collect();
            entry.training = Some(Training { invited: people.clone(), came, ..Training::default() });
        })
    });
    (workspace, training)
}

/// The name of the block of an entry of Tuesday.
fn block(window: &Window, title: &str) -> String {
    let blocks = window.query_all_by_role(egui::accesskit::Role::Button);
    let mut names = blocks.filter_map(|node| node.accesskit_node().label());
    names.find(|name| name.starts_with("вторник 24 ноември,") && name.contains(title)).unwrap()
}

#[test]
fn the_pane_keeps_its_width_however_many_people_are_in_it() {
    let (workspace, _) = crowd();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    for title in ["Сбирка", "Разговор", "Обучение"] {
        let name = block(&window, title);
        press(&mut window, &name);
        nothing_leaves(&window, title);
        if title == "Сбирка" {
            type_into(&mut window, "Каква уговорка имаме", "Опитва мострите до 1 декември");
            for name in ["Станка Попова, майка на Мария, Пловдив, 0888 123 456", "Иван Попов", "Петя"] {
                type_into(&mut window, "Нови контакти", name);
                key(&mut window, Modifiers::NONE, Key::Enter);
            }
            nothing_leaves(&window, "Сбирка, разказана");
        }
    }
}
