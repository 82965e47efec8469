//! All widgets in one picture, light and dark, in both languages: `target/pictures/widgets-*.png`.

use std::path::Path;

use egui::{Align, Frame, Layout, Margin, Ui, vec2};

use super::window;
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::*;
use crate::words::{Language, Words};

#[expect(clippy::struct_excessive_bools, reason = "switches to draw")]
pub(super) struct Gallery {
    pub(super) words: Words,
    pub(super) text: String,
    pub(super) date: String,
    pub(super) note: String,
    pub(super) on: bool,
    pub(super) off: bool,
    pub(super) view: u8,
    pub(super) list: u8,
    pub(super) day: u8,
    pub(super) selection: Option<usize>,
    pub(super) sorting: Option<Sorting>,
    pub(super) toast: bool,
    pub(super) modal: bool,
}

impl Gallery {
    fn new(language: Language) -> Self {
        Self {
            words: Words::new(language),
            text: String::new(),
            date: "понеделник".to_owned(),
            note: "Гого от десети клас; Елена го познава от училище.".to_owned(),
            on: true,
            off: false,
            view: 1,
            list: 0,
            day: 0,
            selection: Some(2),
            sorting: Some(Sorting { column: 2, descending: true }),
            toast: true,
            modal: false,
        }
    }

    fn show(&mut self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        egui::Panel::left("rail")
            .exact_size(208.0)
            .resizable(false)
            .show_separator_line(true)
            .frame(Frame::new().fill(tokens.rail).inner_margin(Margin::symmetric(12, 16)))
            .show(ui, |ui| self.rail(ui));
        egui::CentralPanel::default().frame(Frame::new().fill(tokens.paper).inner_margin(page_margin())).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
                self.header(ui);
                ui.horizontal_top(|ui| {
                    let column = (ui.available_width() - 2.0 * space::L) / 3.0;
                    for part in 0..3 {
                        ui.allocate_ui_with_layout(vec2(column, 800.0), Layout::top_down(Align::Min), |ui| {
                            ui.set_width(column);
                            ui.spacing_mut().item_spacing = vec2(space::S, space::L);
                            match part {
                                0 => self.first(ui),
                                1 => self.second(ui),
                                _ => self.third(ui),
                            }
                        });
                    }
                });
            },
        );
        if self.toast {
            let toast = Toast {
                id: 1,
                text: "Обаждането е преместено за утре".into(),
                action: Some(self.words.get("undo")),
                also: None,
            };
            let _ = toasts(ui.ctx(), &[toast], &self.words.get("close"));
        }
        if self.modal {
            let (title, close) = (self.words.get("delete"), self.words.get("close"));
            modal(ui.ctx(), "delete", &title, &close, 420.0, |ui| {
                body(ui, "Срещата с Елена Димова отпада от дневника. Бележките остават при човека.");
                ui.add_space(space::M);
                split(
                    ui,
                    height::BUTTON,
                    |_| {},
                    |ui| {
                        ui.add(Button::danger(&title).icon(icons::DELETE));
                        ui.add(Button::plain(&self.words.get("cancel")).keys("Esc"));
                    },
                );
            });
        }
    }

    fn rail(&self, ui: &mut Ui) {
        let words = &self.words;
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            mark(ui, "Sponsor Desk");
            two_lines(ui, "Sponsor Desk", "Невена Стоянова");
        });
        nav_group(ui, &words.get("group-now"));
        nav_item(ui, icons::TODAY, &words.get("page-today"), None, true, false);
        nav_item(ui, icons::DIARY, &words.get("page-diary"), None, false, false);
        nav_group(ui, &words.get("group-people"));
        nav_item(ui, icons::LIST, &words.get("page-list"), Some("214"), false, false);
        nav_item(ui, icons::STRUCTURE, &words.get("page-structure"), Some("38"), false, false);
        nav_item(ui, icons::ONBOARDING, &words.get("page-onboarding"), Some("1"), false, false);
        nav_group(ui, &words.get("group-progress"));
        nav_item(ui, icons::PLAN, &words.get("page-plan"), None, false, false);
        nav_item(ui, icons::FIGURES, &words.get("page-figures"), None, false, false);
        nav_item(ui, icons::TRAINING, &words.get("page-training"), None, false, false);
        ui.add_space(space::XL);
        nav_item(ui, icons::TOOLS, &words.get("page-tools"), None, false, false);
        nav_item(ui, icons::SETTINGS, &words.get("page-settings"), None, false, false);
    }

    fn header(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let formats = Formats::new(words.clone());
        let monday = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
        page_header(
            ui,
            &words.get("page-diary"),
            "",
            |ui, _| {
                ui.spacing_mut().item_spacing.x = space::XS;
                ui.add(Button::icon_only(icons::LEFT, &words.get("back")).small());
                ui.add(Button::plain(&words.get("page-today")).small());
                ui.add(Button::icon_only(icons::RIGHT, &words.get("next")).small());
                ui.add_space(space::M);
                let soft = Tokens::of(ui).soft;
                text(ui, &formats.week(monday), TextSize::Body, soft);
            },
            |ui, fold| {
                ui.add(Button::primary(&words.get("new-entry")).icon(icons::ADD).keys("N"));
                search_box(ui, &words.get("find"), "Ctrl K", None, fold);
                Segmented::new("view", &mut self.view)
                    .option(0, "Месец")
                    .option(1, "Седмица")
                    .option(2, "Ден")
                    .option(3, &words.get("agenda"))
                    .option(4, &words.get("chronicle"))
                    .show(ui);
            },
        );
    }
}

pub(super) fn keep(image: &image::RgbaImage, name: &str) {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(target).join("pictures");
    std::fs::create_dir_all(&folder).expect("the folder of pictures can be made");
    image.save(folder.join(format!("widgets-{name}.png"))).expect("the picture can be kept");
}

/// Draws the gallery and keeps the picture under `target/pictures`.
fn picture(language: Language, tokens: Tokens, modal: bool, name: &str) -> image::RgbaImage {
    let mut gallery = Gallery::new(language);
    gallery.modal = modal;
    let mut window = window(1440.0, 900.0, tokens, |ui, gallery: &mut Gallery| gallery.show(ui), gallery);
    window.run();
    let image = window.render().expect("software Vulkan draws the window");
    keep(&image, name);
    image
}

#[test]
fn all_widgets_are_drawn_in_light_and_dark_and_both_languages() {
    let light = picture(Language::Bulgarian, Tokens::LIGHT, false, "bg-light");
    let dark = picture(Language::Bulgarian, Tokens::DARK, false, "bg-dark");
    picture(Language::English, Tokens::LIGHT, false, "en-light");
    picture(Language::English, Tokens::DARK, true, "en-dark");
    let ground = |image: &image::RgbaImage, tokens: Tokens| {
        assert_eq!(image.get_pixel(1430, 890).0, tokens.paper.to_array(), "the ground is paper");
    };
    ground(&light, Tokens::LIGHT);
    ground(&dark, Tokens::DARK);
}
