//! The three columns of the gallery.

use egui::{Ui, vec2};

use super::gallery::Gallery;
use crate::format::Formats;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::*;
use crate::words::Words;

#[expect(clippy::too_many_lines, reason = "a column of a picture, from top to bottom")]
impl Gallery {
    pub(super) fn first(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let tokens = Tokens::of(ui);
        Card::new().title(&words.get("programme-of-day")).note("1 среща · 2 обаждания · 3 задачи").show(ui, |ui| {
            let done = words.get("state-done");
            let rows = [
                ("09:30", icons::CALL, "Обаждане на Петър Колев", "Уговорка: утре в 9 получава цената"),
                ("11:00", icons::TWO_PLUS_ONE, "Среща 2+1 с Елена и Ралица", "кафе „Старинен файтон“"),
                ("14:30", icons::CALL, "Обаждане на Стоян Вълчев", "Как мина разговорът със сестра му?"),
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
                                ui.add(Button::accent(&words.get("how-did-it-go")).small().icon(icons::HOW_DID_IT_GO));
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
                        ui.add(Button::plain(&words.get("call-person")).small().icon(icons::CALL).keys("C"));
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
                    two_lines(ui, &words.get("evening-review"), "подреди деня и планирай утре");
                },
                |ui| ui.add(Button::plain(&words.get("start-now"))),
            );
        });
        Card::new().title(&words.get("first-three-days")).note("до чт 26 ноември, 10:40").show(ui, |ui| {
            ui.horizontal(|ui| {
                avatar(ui, "Елена Димова", avatar_size::MEDIUM, false);
                ui.vertical(|ui| {
                    let width = ui.available_width();
                    split(
                        ui,
                        22.0,
                        |ui| person_name(ui, "Елена Димова", TextSize::Strong, tokens.ink),
                        |ui| ui.add(Pill::new("остават 46 часа").icon(icons::FIRST_DAYS).tone(Tone::Important)),
                    );
                    progress_segments(ui, 3, 7, width, "3 от 7");
                    soft(ui, "3 от 7 · следва: първите 20 имена");
                });
            });
        });
        let empty = words.get("unfinished");
        Card::new().show(ui, |ui| {
            empty_state(ui, icons::PLAN, &empty, "Имаш ли план, имаш бизнес", |ui| {
                ui.add(Button::primary(&words.get("add")).icon(icons::ADD));
                ui.add(Button::plain(&words.get("import")).icon(icons::IMPORT));
            });
        });
    }

    pub(super) fn second(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
        Card::new().edged().title(&words.get("new-entry")).show(ui, |ui| {
            Field::new("Заглавие", &mut self.text).hint("Среща 2+1: Елена и Гого").hide_label().show(ui);
            let wide = ui.available_width();
            Segmented::new("kind", &mut self.day)
                .icon_option(0, icons::MEETING, &words.get("kind-meeting"))
                .icon_option(1, icons::CALL, &words.get("kind-call"))
                .icon_option(2, icons::TASK, &words.get("kind-task"))
                .width(wide)
                .show(ui);
            ui.horizontal_top(|ui| {
                date_field(ui, &words, Field::new("Дата", &mut self.date).width(150.0), today);
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
                Chip::new("Елена Димова").removable("Махни Елена Димова").show(ui);
                Chip::new("брои се като: среща 2+1").icon(icons::PLAN).selected(true).opens().show(ui);
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
        Card::new().icon(icons::BACKUP).title(&words.get("backup")).show(ui, |ui| {
            Banner::new("Последно: днес, 08:12")
                .text("проверено, отваря се · 4,2 MB")
                .icon(icons::DONE_CIRCLE)
                .show(ui, |_| {});
            ui.spacing_mut().item_spacing.y = 0.0;
            setting_row(ui, 0, "При излизане", "и веднъж на ден, пазят се 30", |ui| {
                toggle(ui, &mut self.on, "При излизане")
            });
            setting_row(ui, 1, "С парола", "", |ui| toggle(ui, &mut self.off, "С парола"));
            setting_row(ui, 2, "Седмичен анализ", "", |ui| {
                Select::new("Ден", &mut self.list).hide_label().option(0, "петък").option(1, "неделя").show(ui);
            });
        });
        let mark_urgent = Banner::new("Каталогът чака").tone(Tone::Urgent).icon(icons::OVERDUE);
        mark_urgent.show(ui, |ui| ui.add(Button::plain(&words.get("done")).small()));
    }

    pub(super) fn third(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let tokens = Tokens::of(ui);
        Segmented::new("list", &mut self.list)
            .full_option(0, Some(icons::MY_CITY), "Моят град · Пловдив", Some("126"))
            .full_option(1, Some(icons::OTHER_CITIES), "Други градове", Some("88"))
            .accent()
            .show(ui);
        ui.horizontal(|ui| {
            Chip::new("всички").icon(icons::FILTER).count("126").selected(true).show(ui);
            Chip::new("чакат обаждане").icon(icons::OVERDUE).tone(Tone::Urgent).count("6").selected(false).show(ui);
            Chip::new("етап").opens().show(ui);
        });
        let columns = [
            TableColumn::new("Име", ColumnWidth::Share { weight: 1.0, least: 120.0 }).sorts(),
            TableColumn::new("Етап", ColumnWidth::Exact(132.0)),
            TableColumn::new("Точки\nноември", ColumnWidth::Exact(60.0)).right().sorts(),
        ];
        Card::new().padding(6).show(ui, |ui| {
            ui.allocate_ui(vec2(ui.available_width(), 330.0), |ui| {
                let mut rows = People { words: words.clone() };
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
        Card::new().title("Ноември досега").note("спрямо 1–24 октомври").show(ui, |ui| {
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
                        tabular(ui, &words.with("count-of-total", &[("done", 6.into()), ("total", 20.into())]));
                        progress_bar(ui, 0.3, 120.0, "6 от 20");
                    },
                );
            });
        });
        Card::new().padding(6).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(MenuItem::new("Гого Стоев").icon(icons::PERSON).highlighted(true).keys("Enter"));
            ui.add(MenuItem::new(&words.get("edit")).icon(icons::EDIT).keys("E"));
            ui.add(MenuItem::new(&words.get("delete")).icon(icons::DELETE).danger());
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
                let pill = if cell.selected { pill.tone(Tone::Card) } else { pill };
                ui.add(pill);
            }
            _ => {
                text(ui, &format!("{}", 412 - cell.row * 13), TextSize::TabularStrong, tokens.ink);
            }
        }
    }
}
