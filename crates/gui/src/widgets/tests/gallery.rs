//! All widgets in one picture, light and dark, in both languages: `target/pictures/widgets-*.png`.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, Ui, vec2};

use egui_kittest::kittest::Queryable as _;

use super::window;
use crate::format::Formats;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::*;
use crate::words::{Language, Words};

struct Gallery {
    words: Words,
    text: String,
    date: String,
    note: String,
    on: bool,
    off: bool,
    view: u8,
    list: u8,
    day: u8,
    selection: Option<usize>,
    sorting: Option<Sorting>,
    toast: bool,
    modal: bool,
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
            sorting: Some(Sorting {
                column: 2,
                descending: true,
            }),
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
            .frame(
                Frame::new()
                    .fill(tokens.rail)
                    .inner_margin(Margin::symmetric(12, 16)),
            )
            .show(ui, |ui| self.rail(ui));
        egui::CentralPanel::default()
            .frame(Frame::new().fill(tokens.paper).inner_margin(page_margin()))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
                self.header(ui);
                ui.horizontal_top(|ui| {
                    let column = (ui.available_width() - 2.0 * space::L) / 3.0;
                    for part in 0..3 {
                        ui.allocate_ui_with_layout(
                            vec2(column, 800.0),
                            Layout::top_down(Align::Min),
                            |ui| {
                                ui.set_width(column);
                                ui.spacing_mut().item_spacing = vec2(space::S, space::L);
                                match part {
                                    0 => self.first(ui),
                                    1 => self.second(ui),
                                    _ => self.third(ui),
                                }
                            },
                        );
                    }
                });
            });
        if self.toast {
            let toast = Toast {
                id: 1,
                text: "Обаждането е преместено за утре".into(),
                action: Some(self.words.get("undo")),
            };
            toasts(ui.ctx(), &[toast], &self.words.get("close"));
        }
        if self.modal {
            let (title, close) = (self.words.get("delete"), self.words.get("close"));
            modal(ui.ctx(), "delete", &title, &close, 420.0, |ui| {
                body(
                    ui,
                    "Срещата с Елена Димова отпада от дневника. Бележките остават при човека.",
                );
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
        nav_item(
            ui,
            icons::TODAY,
            &words.get("page-today"),
            None,
            true,
            false,
        );
        nav_item(
            ui,
            icons::DIARY,
            &words.get("page-diary"),
            None,
            false,
            false,
        );
        nav_group(ui, &words.get("group-people"));
        nav_item(
            ui,
            icons::LIST,
            &words.get("page-list"),
            Some("214"),
            false,
            false,
        );
        nav_item(
            ui,
            icons::STRUCTURE,
            &words.get("page-structure"),
            Some("38"),
            false,
            false,
        );
        nav_item(
            ui,
            icons::ONBOARDING,
            &words.get("page-onboarding"),
            Some("1"),
            false,
            false,
        );
        nav_group(ui, &words.get("group-progress"));
        nav_item(ui, icons::PLAN, &words.get("page-plan"), None, false, false);
        nav_item(
            ui,
            icons::FIGURES,
            &words.get("page-figures"),
            None,
            false,
            false,
        );
        nav_item(
            ui,
            icons::TRAINING,
            &words.get("page-training"),
            None,
            false,
            false,
        );
        ui.add_space(space::XL);
        nav_item(
            ui,
            icons::TOOLS,
            &words.get("page-tools"),
            None,
            false,
            false,
        );
        nav_item(
            ui,
            icons::SETTINGS,
            &words.get("page-settings"),
            None,
            false,
            false,
        );
    }

    fn header(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let formats = Formats::new(words.clone());
        let monday = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
        page_header(
            ui,
            &words.get("page-diary"),
            "",
            |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                ui.add(Button::icon_only(icons::LEFT, &words.get("back")).small());
                ui.add(Button::plain(&words.get("page-today")).small());
                ui.add(Button::icon_only(icons::RIGHT, &words.get("next")).small());
                ui.add_space(space::M);
                let soft = Tokens::of(ui).soft;
                text(ui, &formats.week(monday), TextSize::Body, soft);
            },
            |ui| {
                ui.add(
                    Button::primary(&words.get("new-entry"))
                        .icon(icons::ADD)
                        .keys("N"),
                );
                search_box(ui, &words.get("find"), "", "Ctrl K", 0.0);
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

    fn first(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let tokens = Tokens::of(ui);
        Card::new()
            .title(&words.get("programme-of-day"))
            .note("1 среща · 2 обаждания · 3 задачи")
            .show(ui, |ui| {
                let done = words.get("state-done");
                let rows = [
                    (
                        "09:30",
                        icons::CALL,
                        "Обаждане на Петър Колев",
                        "Уговорка: утре в 9 получава цената",
                    ),
                    (
                        "11:00",
                        icons::TWO_PLUS_ONE,
                        "Среща 2+1 с Елена и Ралица",
                        "кафе „Старинен файтон“",
                    ),
                    (
                        "14:30",
                        icons::CALL,
                        "Обаждане на Стоян Вълчев",
                        "Как мина разговорът със сестра му?",
                    ),
                ];
                ui.spacing_mut().item_spacing.y = 0.0;
                for (index, (time, sign, title, below)) in rows.into_iter().enumerate() {
                    row(ui, index, height::AGENDA_ROW_TALL, |ui| {
                        split(
                            ui,
                            height::AGENDA_ROW_TALL,
                            |ui| {
                                text(ui, time, TextSize::Tabular, tokens.soft);
                                icon(ui, sign, IconSize::Regular, tokens.soft);
                                two_lines(ui, title, below);
                            },
                            |ui| match index {
                                0 => {
                                    ui.add(Pill::new(&done).icon(icons::DONE).tone(Tone::Accent));
                                }
                                1 => {
                                    ui.add(
                                        Button::accent(&words.get("how-did-it-go"))
                                            .small()
                                            .icon(icons::HOW_DID_IT_GO),
                                    );
                                }
                                _ => {
                                    let priority = PriorityLook::Necessary;
                                    ui.add(Pill::priority(priority, &priority.word(&words)));
                                }
                            },
                        );
                    });
                }
                row(ui, 3, height::AGENDA_ROW, |ui| {
                    icon(ui, icons::ALL_DAY, IconSize::Regular, tokens.soft);
                    checkbox(ui, &mut self.off, "Изпрати на Мира каталога", true);
                });
                row(ui, 4, height::AGENDA_ROW, |ui| {
                    icon(ui, icons::ALL_DAY, IconSize::Regular, tokens.soft);
                    checkbox(ui, &mut self.on, "Поздрави Йоана за рождения ден", true);
                });
                row(ui, 5, 40.0, |ui| {
                    split(
                        ui,
                        40.0,
                        |ui| {
                            ui.add(Button::link("още 3").trailing(icons::RIGHT));
                        },
                        |ui| {
                            ui.add(Button::quiet(&words.get("drop")).small());
                            ui.add(Button::plain(&words.get("move")).small());
                            ui.add(
                                Button::plain(&words.get("call-person"))
                                    .small()
                                    .icon(icons::CALL)
                                    .keys("C"),
                            );
                        },
                    );
                });
            });
        Card::new().accent().show(ui, |ui| {
            split(
                ui,
                40.0,
                |ui| {
                    icon(ui, icons::EVENING, IconSize::Large, tokens.accent);
                    two_lines(
                        ui,
                        &words.get("evening-review"),
                        "подреди деня и планирай утре",
                    );
                },
                |ui| ui.add(Button::plain(&words.get("start-now"))),
            );
        });
        Card::new()
            .title(&words.get("first-three-days"))
            .note("до чт 26 ноември, 10:40")
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    avatar(ui, "Елена Димова", avatar_size::MEDIUM, false);
                    ui.vertical(|ui| {
                        let width = ui.available_width();
                        split(
                            ui,
                            22.0,
                            |ui| person_name(ui, "Елена Димова", TextSize::Strong, tokens.ink),
                            |ui| {
                                ui.add(
                                    Pill::new("остават 46 часа")
                                        .icon(icons::FIRST_DAYS)
                                        .tone(Tone::Important),
                                )
                            },
                        );
                        progress_segments(ui, 3, 7, width, "3 от 7");
                        soft(ui, "3 от 7 · следва: първите 20 имена");
                    });
                });
            });
        let empty = words.get("unfinished");
        Card::new().show(ui, |ui| {
            empty_state(
                ui,
                icons::PLAN,
                &empty,
                "Имаш ли план, имаш бизнес",
                |ui| {
                    ui.add(Button::primary(&words.get("add")).icon(icons::ADD));
                    ui.add(Button::plain(&words.get("import")).icon(icons::IMPORT));
                },
            );
        });
    }

    fn second(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
        Card::new()
            .edged()
            .title(&words.get("new-entry"))
            .show(ui, |ui| {
                Field::new("Заглавие", &mut self.text)
                    .hint("Среща 2+1: Елена и Гого")
                    .hide_label()
                    .show(ui);
                let wide = ui.available_width();
                Segmented::new("kind", &mut self.day)
                    .icon_option(0, icons::MEETING, &words.get("kind-meeting"))
                    .icon_option(1, icons::CALL, &words.get("kind-call"))
                    .icon_option(2, icons::TASK, &words.get("kind-task"))
                    .width(wide)
                    .show(ui);
                ui.horizontal_top(|ui| {
                    date_field(
                        ui,
                        &words,
                        Field::new("Дата", &mut self.date).width(150.0),
                        today,
                    );
                    let mut time = "11".to_owned();
                    time_field(ui, &words, Field::new("От", &mut time).width(90.0));
                    let mut wrong = "кафе".to_owned();
                    duration_field(ui, &words, Field::new("До", &mut wrong).width(90.0), None);
                });
                ui.horizontal_wrapped(|ui| {
                    for priority in PriorityLook::ALL {
                        Chip::new(&priority.word(&words))
                            .icon(priority.icon())
                            .tone(priority.tone())
                            .selected(priority == PriorityLook::Important)
                            .show(ui);
                    }
                });
                ui.horizontal_top(|ui| {
                    let half = (ui.available_width() - space::S) / 2.0;
                    Select::new("Напомняне", &mut self.list)
                        .icon(icons::REMINDER)
                        .option(0, "30 минути преди")
                        .option(1, "10 минути преди")
                        .width(half)
                        .show(ui);
                    Select::new("Повторение", &mut self.list)
                        .icon(icons::REPEAT)
                        .option(0, "не се повтаря")
                        .option(1, "всяка седмица")
                        .width(half)
                        .show(ui);
                });
                Field::new("Бележка", &mut self.note).rows(2).show(ui);
                ui.horizontal(|ui| {
                    Chip::new("Елена Димова")
                        .removable("Махни Елена Димова")
                        .show(ui);
                    Chip::new("брои се като: среща 2+1")
                        .icon(icons::PLAN)
                        .selected(true)
                        .opens()
                        .show(ui);
                });
                split(
                    ui,
                    height::BUTTON,
                    |ui| soft(ui, "пази се, докато пишеш"),
                    |ui| {
                        ui.add(Button::primary(&words.get("save")).keys("Ctrl ↵"));
                        ui.add(Button::plain(&words.get("cancel")).keys("Esc"));
                    },
                );
            });
        Card::new()
            .icon(icons::BACKUP)
            .title(&words.get("backup"))
            .show(ui, |ui| {
                Banner::new("Последно: днес, 08:12")
                    .text("проверено, отваря се · 4,2 MB")
                    .icon(icons::DONE_CIRCLE)
                    .show(ui, |_| {});
                ui.spacing_mut().item_spacing.y = 0.0;
                setting_row(
                    ui,
                    0,
                    "При излизане",
                    "и веднъж на ден, пазят се 30",
                    |ui| toggle(ui, &mut self.on, "При излизане"),
                );
                setting_row(ui, 1, "С парола", "", |ui| {
                    toggle(ui, &mut self.off, "С парола")
                });
                setting_row(ui, 2, "Седмичен анализ", "", |ui| {
                    Select::new("Ден", &mut self.list)
                        .hide_label()
                        .option(0, "петък")
                        .option(1, "неделя")
                        .show(ui);
                });
            });
        let mark_urgent = Banner::new("Каталогът чака")
            .tone(Tone::Urgent)
            .icon(icons::OVERDUE);
        mark_urgent.show(ui, |ui| ui.add(Button::plain(&words.get("done")).small()));
    }

    fn third(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let tokens = Tokens::of(ui);
        Segmented::new("list", &mut self.list)
            .full_option(0, Some(icons::MY_CITY), "Моят град · Пловдив", Some("126"))
            .full_option(1, Some(icons::OTHER_CITIES), "Други градове", Some("88"))
            .accent()
            .show(ui);
        ui.horizontal(|ui| {
            Chip::new("всички")
                .icon(icons::FILTER)
                .count("126")
                .selected(true)
                .show(ui);
            Chip::new("чакат обаждане")
                .icon(icons::OVERDUE)
                .tone(Tone::Urgent)
                .count("6")
                .selected(false)
                .show(ui);
            Chip::new("етап").opens().show(ui);
        });
        let columns = [
            TableColumn::new(
                "Име",
                ColumnWidth::Share {
                    weight: 1.0,
                    least: 120.0,
                },
            )
            .sorts(),
            TableColumn::new("Етап", ColumnWidth::Exact(132.0)),
            TableColumn::new("Точки\nноември", ColumnWidth::Exact(60.0))
                .right()
                .sorts(),
        ];
        Card::new().padding(6).show(ui, |ui| {
            ui.allocate_ui(vec2(ui.available_width(), 330.0), |ui| {
                let mut rows = People {
                    words: words.clone(),
                };
                Table::new("Хора", &columns).max_height(330.0).show(
                    ui,
                    &words,
                    &mut self.selection,
                    &mut self.sorting,
                    &mut rows,
                );
            });
            ui.horizontal(|ui| {
                key_hint(ui, &["↑", "↓"], "човек");
                key_hint(ui, &["Enter"], "отвори");
            });
        });
        Card::new()
            .title("Ноември досега")
            .note("спрямо 1–24 октомври")
            .show(ui, |ui| {
                let formats = Formats::new(words.clone());
                row(ui, 0, 46.0, |ui| {
                    split(
                        ui,
                        46.0,
                        |ui| {
                            figure(ui, &formats.integer(1284));
                            two_lines(ui, &words.get("points"), &words.get("read-from-site"));
                        },
                        |ui| {
                            text(ui, &formats.percent(12.into()), TextSize::Medium, tokens.up);
                            telling_icon(ui, icons::ARROW_UP, IconSize::Small, tokens.up, "повече");
                        },
                    );
                });
                row(ui, 1, 30.0, |ui| {
                    split(
                        ui,
                        30.0,
                        |ui| {
                            icon(ui, icons::CALL, IconSize::Regular, tokens.soft);
                            body(ui, "Обаждания");
                        },
                        |ui| {
                            tabular(
                                ui,
                                &words.with(
                                    "count-of-total",
                                    &[("done", 6.into()), ("total", 20.into())],
                                ),
                            );
                            progress_bar(ui, 0.3, 120.0, "6 от 20");
                        },
                    );
                });
            });
        Card::new().padding(6).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(
                MenuItem::new("Гого Стоев")
                    .icon(icons::PERSON)
                    .highlighted(true)
                    .keys("Enter"),
            );
            ui.add(
                MenuItem::new(&words.get("edit"))
                    .icon(icons::EDIT)
                    .keys("E"),
            );
            ui.add(
                MenuItem::new(&words.get("delete"))
                    .icon(icons::DELETE)
                    .danger(),
            );
        });
    }
}

struct People {
    words: Words,
}

const PEOPLE: [&str; 8] = [
    "Ангел Милев",
    "Анна Тошева",
    "Петър Колев",
    "Александрина Константинова",
    "Веска Ганева",
    "Виолета Рашкова",
    "Галина Петкова",
    "Даниел Боев",
];

impl TableRows<usize> for People {
    fn count(&self) -> usize {
        PEOPLE.len() * 3
    }

    fn key(&self, row: usize) -> Option<usize> {
        Some(row)
    }

    fn name(&self, row: usize) -> String {
        PEOPLE[row % PEOPLE.len()].to_owned()
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let name = PEOPLE[cell.row % PEOPLE.len()];
        let tokens = Tokens::of(ui);
        match cell.column {
            0 => {
                avatar(ui, name, avatar_size::SMALL, cell.selected);
                person_name(ui, name, TextSize::Strong, tokens.ink);
            }
            1 => {
                let stage = StageLook::ALL[cell.row % StageLook::ALL.len()];
                let word = stage.word(&self.words);
                let pill = Pill::stage(stage, &word);
                let pill = if cell.selected {
                    pill.tone(Tone::Card)
                } else {
                    pill
                };
                ui.add(pill);
            }
            _ => {
                text(
                    ui,
                    &format!("{}", 412 - cell.row * 13),
                    TextSize::TabularStrong,
                    tokens.ink,
                );
            }
        }
    }
}

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
    .zip([
        "нов",
        "първи разговор",
        "видя презентация",
        "обмисля",
        "регистриран",
    ])
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
        property(ui, "Проблем", 100.0, |ui| {
            body(ui, "Смените в завода; иска повече време с децата.")
        });
        dated_line(
            ui,
            "От какво има нужда",
            "8 ноем",
            "Някой до нея на първите срещи; каталог за чувствителна кожа.",
        );
        timeline_item(
            ui,
            icons::CALL,
            tokens.urgent,
            "днес 09:30",
            "Чака цената на стартовия пакет. Пита може ли на две части.",
            false,
        );
        timeline_item(
            ui,
            icons::COFFEE,
            tokens.necessary,
            "27 окт",
            "Кафе след мача.",
            true,
        );
        Field::new("Бележка", &mut state.1)
            .hide_label()
            .icon(icons::JOT)
            .hint("Запиши нещо за Петър…")
            .show(ui);
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
        keep(
            &window.render().expect("software Vulkan draws the window"),
            name,
        );
        window.get_by_role(Role::ComboBox).click();
        window.run();
        keep(
            &window.render().expect("software Vulkan draws the window"),
            &format!("{name}-open"),
        );
        assert_eq!(window.query_all_by_role(Role::MenuItemRadio).count(), 3);
    }
}

fn keep(image: &image::RgbaImage, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pictures");
    std::fs::create_dir_all(&folder).expect("the folder of pictures can be made");
    image
        .save(folder.join(format!("widgets-{name}.png")))
        .expect("the picture can be kept");
}

/// Draws the gallery and keeps the picture under `target/pictures`.
fn picture(language: Language, tokens: Tokens, modal: bool, name: &str) -> image::RgbaImage {
    let mut gallery = Gallery::new(language);
    gallery.modal = modal;
    let mut window = window(
        1440.0,
        900.0,
        tokens,
        |ui, gallery: &mut Gallery| gallery.show(ui),
        gallery,
    );
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
        assert_eq!(
            image.get_pixel(1430, 890).0,
            tokens.paper.to_array(),
            "the ground is paper"
        );
    };
    ground(&light, Tokens::LIGHT);
    ground(&dark, Tokens::DARK);
}
