//! A picture of a person's pane, with the focus on a button and with an open list.

use egui::Ui;
use egui::accesskit::Role;

use egui_kittest::kittest::Queryable as _;

use super::gallery::keep;
use super::window;
use crate::icons;
use crate::theme::Tokens;
use crate::widgets::*;

/// A small window with a pane of a person, an open list and a field that has the focus.
fn pane(ui: &mut Ui, state: &mut (u8, String, bool)) {
    let tokens = Tokens::of(ui);
    let stages: Vec<Step<'_>> = [
        icons::STAGE_NEW,
        icons::STAGE_FIRST_TALK,
        icons::STAGE_SAW_PRESENTATION,
        icons::STAGE_THINKING,
        icons::STAGE_PARTNER,
    ]
    .into_iter()
    .zip(["нов", "първи разговор", "видя презентация", "обмисля", "регистриран"])
    .map(|(icon, name)| Step { name, icon })
    .collect();
    Card::new().show(ui, |ui| {
        ui.horizontal(|ui| {
            avatar(ui, "Петър Колев", avatar_size::LARGE, false);
            two_lines(ui, "Петър Колев", "приятел от казармата · 41 г.");
        });
        let width = ui.available_width();
        stepper(ui, &stages, 3, width);
        hairline(ui);
        property(ui, "Интереси", 100.0, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.add(Pill::new("допълнителен доход"));
                ui.add(Pill::new("здраве"));
            });
        });
        property(ui, "Проблем", 100.0, |ui| body(ui, "Смените в завода; иска повече време с децата."));
        dated_line(ui, "От какво има нужда", "8 ноем", "Някой до нея на първите срещи; каталог за чувствителна кожа.");
        timeline_item(
            ui,
            icons::CALL,
            tokens.urgent,
            "днес 09:30",
            "Чака цената на стартовия пакет. Пита може ли на две части.",
            false,
        );
        timeline_item(ui, icons::COFFEE, tokens.necessary, "27 окт", "Кафе след мача.", true);
        Field::new("Бележка", &mut state.1).hide_label().icon(icons::JOT).hint("Запиши нещо за Петър…").show(ui);
        Select::new("На колко време", &mut state.0)
            .option(0, "през 7 дни")
            .option(1, "през 14 дни")
            .option(2, "през 30 дни")
            .width(200.0)
            .show(ui);
        ui.horizontal(|ui| {
            let focus = ui.add(Button::primary("Обади се").icon(icons::CALL));
            if state.2 {
                focus.request_focus();
                state.2 = false;
            }
            ui.add_enabled(false, Button::plain("Отвори").trailing(icons::ARROW_RIGHT));
        });
    });
}

#[test]
fn a_pane_with_an_open_list_is_drawn() {
    for (tokens, name) in [(Tokens::LIGHT, "pane-light"), (Tokens::DARK, "pane-dark")] {
        let mut window = window(360.0, 760.0, tokens, pane, (1, String::new(), true));
        window.run();
        keep(&window.render().expect("software Vulkan draws the window"), name);
        window.get_by_role(Role::ComboBox).click();
        window.run();
        keep(&window.render().expect("software Vulkan draws the window"), &format!("{name}-open"));
        assert_eq!(window.query_all_by_role(Role::MenuItemRadio).count(), 3);
    }
}
