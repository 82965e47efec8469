//! The header of the diary: which days, how they are looked at, search, a new entry.

use chrono::NaiveDate;
use egui::{Response, Ui};

use super::layout::shifted;
use super::{DiaryPage, Look, Prefill, agenda};
use crate::app::Scene;
use crate::icons;
use crate::pages::search::search;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Field, Segmented, date_field, page_header, popover, text};
use crate::words::Words;

/// What was pressed in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Before,
    Today,
    After,
    New,
}

impl DiaryPage {
    /// Shows the header.
    pub(super) fn header(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let (words, formats, today) = (scene.words, scene.formats, scene.today);
        let first = self.first_day(scene);
        let week = self.look == Look::Week;
        let range =
            if week { formats.week(first) } else { formats.date_range(today, shifted(today, agenda::DAYS - 1)) };
        let title = words.get("page-diary");
        let [before, now, after] = ["diary-week-before", "page-today", "diary-week-after"].map(|key| words.get(key));
        let [new, look] = ["new-entry", "diary-look"].map(|key| words.get(key));
        let [in_weeks, ahead] = ["diary-week", "agenda"].map(|key| words.get(key));
        let (mut steps, mut right) = (None, None);
        let mut went = None;
        let go_to = &mut self.go_to;
        let view = &mut self.look;
        let (out, filter) = (&mut self.out, &self.filter);
        page_header(
            ui,
            &title,
            "",
            |ui, _| {
                ui.spacing_mut().item_spacing.x = space::S;
                if week {
                    let mut press = |clicked: bool, what| steps = if clicked { Some(what) } else { steps };
                    press(ui.add(Button::icon_only(icons::LEFT, &before)).clicked(), Pressed::Before);
                    press(ui.add(Button::plain(&now).name(&words.get("diary-go-today"))).clicked(), Pressed::Today);
                    press(ui.add(Button::icon_only(icons::RIGHT, &after)).clicked(), Pressed::After);
                }
                let calendar = ui.add(Button::quiet_icon(icons::CALENDAR_DAYS, &words.get("diary-go-to")));
                went = go_to_day(&calendar, words, go_to, today);
                let soft = Tokens::of(ui).soft;
                text(ui, &range, TextSize::Tabular, soft);
            },
            |ui, fold| {
                let mut press = |clicked: bool, what| right = if clicked { Some(what) } else { right };
                press(
                    ui.add(Button::primary(&new).icon(icons::ADD).keys("N").folded(fold.main())).clicked(),
                    Pressed::New,
                );
                out.menu(ui, scene, filter);
                search(ui, scene, fold);
                let switch = Segmented::new(&look, view).option(Look::Week, &in_weeks).option(Look::Agenda, &ahead);
                switch.folded(fold.actions()).show(ui);
            },
        );
        if let Some(day) = went {
            self.go_to.clear();
            self.open_day(day);
        }
        self.out.ui(ui, scene);
        self.turn(steps.or(right), first);
    }

    /// Does what was pressed.
    fn turn(&mut self, pressed: Option<Pressed>, first: NaiveDate) {
        match pressed {
            Some(Pressed::Before) => self.shown = Some(shifted(first, -7)),
            Some(Pressed::After) => self.shown = Some(shifted(first, 7)),
            Some(Pressed::Today) => self.shown = None,
            Some(Pressed::New) => self.begin(Prefill::default()),
            None => {}
        }
    }
}

/// The field in which a day is typed to go to; gives the day.
fn go_to_day(calendar: &Response, words: &Words, typed: &mut String, today: NaiveDate) -> Option<NaiveDate> {
    let mut went = None;
    popover(calendar, 220.0, |ui| {
        let label = words.get("diary-go-to");
        let hint = words.get("diary-go-to-hint");
        let id = egui::Id::unique("diary go to");
        let field = date_field(ui, words, Field::new(&label, typed).hint(&hint).id(id), today);
        if field.field.committed {
            went = field.value;
            ui.close();
        } else if ui.memory(|memory| memory.focused() != Some(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    });
    went
}
