//! The header of the diary: which days, how they are looked at, search, a new entry.

use chrono::NaiveDate;
use egui::{Response, Role, Ui, WidgetInfo};

use super::DiaryPage;
use super::views::Look;
use crate::app::Scene;
use crate::icons;
use crate::pages::search::search;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Field, Fold, Segmented, date_field, page_header, popover, text};
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
        let day = self.day(today);
        let ranges = self.look.ranges(words, formats, (day, today), scene.frame.settings.week_starts);
        let title = words.get("page-diary");
        let now = words.get("page-today");
        let [before, after] = self.look.steps().map(|key| words.get(key));
        let [new, look] = ["new-entry", "diary-look"].map(|key| words.get(key));
        let names = Look::ALL.map(|look| words.get(look.word()));
        let (mut steps, mut right) = (None, None);
        let mut went = None;
        let go_to = &mut self.go_to;
        let view = &mut self.look;
        page_header(
            ui,
            &title,
            "",
            |ui, fold| {
                ui.spacing_mut().item_spacing.x = space::S;
                let mut press = |clicked: bool, what| steps = if clicked { Some(what) } else { steps };
                press(ui.add(Button::icon_only(icons::LEFT, &before)).clicked(), Pressed::Before);
                press(ui.add(Button::plain(&now).name(&words.get("diary-go-today"))).clicked(), Pressed::Today);
                press(ui.add(Button::icon_only(icons::RIGHT, &after)).clicked(), Pressed::After);
                let calendar = ui.add(Button::quiet_icon(icons::CALENDAR_DAYS, &words.get("diary-go-to")));
                went = go_to_day(&calendar, words, go_to, today);
                range(ui, &ranges, fold);
            },
            |ui, fold| {
                let mut press = |clicked: bool, what| right = if clicked { Some(what) } else { right };
                press(
                    ui.add(Button::primary(&new).icon(icons::ADD).keys("N").folded(fold.main())).clicked(),
                    Pressed::New,
                );
                search(ui, scene, fold);
                let switch = Segmented::new(&look, view).narrow();
                let options = Look::ALL.into_iter().zip(&names);
                let switch = options.fold(switch, |switch, (look, name)| switch.keyed_option(look, name, look.key().1));
                switch.folded(fold.actions()).show(ui);
            },
        );
        if let Some(day) = went {
            self.go_to.clear();
            self.shown = Some(day);
        }
        self.out.ui(ui, scene);
        self.turn(steps.or(right), today);
    }

    /// Does what was pressed.
    fn turn(&mut self, pressed: Option<Pressed>, today: NaiveDate) {
        match pressed {
            Some(Pressed::Before) => self.step(false, today),
            Some(Pressed::After) => self.step(true, today),
            Some(Pressed::Today) => self.shown = None,
            Some(Pressed::New) => self.begin(self.fresh()),
            None => {}
        }
    }
}

/// Which days are shown, in the longest form that has room, in at least as much room as any view needs: the header is
/// the same in all of them.
fn range(ui: &mut Ui, ranges: &[String], fold: Fold) {
    let least = match fold {
        Fold::Nothing | Fold::Subtitle => 124.0,
        Fold::Actions => 96.0,
        Fold::Main => 0.0,
    };
    let soft = Tokens::of(ui).soft;
    let wide = |words: &String| ui.painter().layout_no_wrap(words.clone(), TextSize::Tabular.font(), soft).size().x;
    let room = ui.available_width() - 1.0;
    let shown = ranges.iter().find(|words| wide(words) <= room).or(ranges.last()).cloned().unwrap_or_default();
    let taken = wide(&shown);
    let whole = ranges.first().cloned().unwrap_or_default();
    let label = text(ui, &shown, TextSize::Tabular, soft);
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
    if shown != whole {
        label.on_hover_text(&whole);
    }
    if taken < least {
        ui.add_space(least - taken);
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
        let go = words.get("diary-go-to-do");
        let pressed = ui.add_enabled(field.value.is_some(), Button::primary(&go)).clicked();
        // What is not understood stays, with what is said of it.
        if field.value.is_some() && (field.field.committed || pressed) {
            went = field.value;
            ui.close();
        } else if ui.memory(|memory| memory.focused() != Some(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    });
    went
}
