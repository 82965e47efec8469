//! Text by its role on the page, and names that are never cut.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Label, Response, TextWrapMode, Ui};

use sponsor_core::query::PersonName;

use crate::format;
use crate::theme::{IconSize, TextSize, Tokens, icon_text};

/// Text of a kind in a colour; wraps where the layout wraps. Where the layout cuts, as in the left part of
/// [`super::split`], it is cut between words and the tip says all of it.
pub fn text(ui: &mut Ui, words: &str, size: TextSize, colour: Color32) -> Response {
    if ui.wrap_mode() == TextWrapMode::Truncate {
        text_cut(ui, words, size, colour)
    } else {
        ui.add(Label::new(size.rich(words).color(colour)))
    }
}

/// Text of a kind in a colour on one line, cut between words with «…» where there is no room.
pub fn text_cut(ui: &mut Ui, words: &str, size: TextSize, colour: Color32) -> Response {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), size.font(), colour);
    for section in &mut job.sections {
        section.format.line_height = Some(size.line_height());
        section.format.valign = egui::Align::Center;
    }
    job.wrap = TextWrapping {
        max_width: ui.available_width().max(0.0),
        max_rows: 1,
        break_anywhere: false,
        overflow_character: Some('…'),
    };
    let galley = ui.painter().layout_job(job);
    if !galley.elided {
        return ui.add(Label::new(galley));
    }
    // Where there is room for a word it is the words that give way, so that no name is cut in the middle.
    let room = ui.available_width();
    let fits = |form: &str| ui.painter().layout_no_wrap(form.to_owned(), size.font(), colour).size().x <= room;
    let shown = format::fitting_title(words, &[], fits);
    let response = if fits(&shown) {
        ui.add(Label::new(size.rich(shown.as_str()).color(colour)).extend())
    } else {
        ui.add(Label::new(galley))
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    response.on_hover_text(words)
}

/// Plain text.
pub fn body(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    text(ui, words, TextSize::Body, ink)
}

/// Names and titles in lists.
pub fn strong(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    text(ui, words, TextSize::Strong, ink)
}

/// Secondary text.
pub fn soft(ui: &mut Ui, words: &str) -> Response {
    let soft = Tokens::of(ui).soft;
    text(ui, words, TextSize::Soft, soft)
}

/// The heading of a card or of a part of a pane.
pub fn heading(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    text(ui, words, TextSize::Heading, ink)
}

/// A key figure.
pub fn figure(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    text(ui, words, TextSize::Figure, ink)
}

/// A number, time or date that stands in a column.
pub fn tabular(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    text(ui, words, TextSize::Tabular, ink)
}

/// An icon beside a word; it has no name of its own, since the word says it.
pub fn icon(ui: &mut Ui, icon: char, size: IconSize, colour: Color32) {
    let galley = ui.painter().layout_no_wrap(icon.to_string(), size.font(), colour);
    let (rect, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    ui.painter().galley(rect.min, galley, colour);
}

/// An icon that stands alone and says something: its meaning is its name and its tip.
pub fn telling_icon(ui: &mut Ui, icon: char, size: IconSize, colour: Color32, meaning: &str) -> Response {
    let response = ui.add(Label::new(icon_text(icon, size).color(colour)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, meaning));
    response.on_hover_text(meaning)
}

/// A title with the people it is about, in the room there is: names in it are shortened and never cut.
///
/// The whole title is the accessible name and, where it is shortened, the tip.
pub fn entry_title(ui: &mut Ui, title: &str, people: &[PersonName], size: TextSize, colour: Color32) -> Response {
    let room = ui.available_width();
    let people: Vec<&str> = people.iter().map(|person| person.full.as_str()).collect();
    let shown = format::fitting_title(title, &people, |form| {
        ui.painter().layout_no_wrap(form.to_owned(), size.font(), colour).size().x <= room
    });
    shortened(ui, title, &shown, size, colour)
}

/// A person's name in the room there is: the whole, first name and initial, or the first name.
///
/// The whole name is the accessible name and, where it is shortened, the tip.
pub fn person_name(ui: &mut Ui, name: &str, size: TextSize, colour: Color32) -> Response {
    let room = ui.available_width();
    let shown = format::fitting_name(name, |form| {
        let galley = ui.painter().layout_no_wrap(form.to_owned(), size.font(), colour);
        galley.size().x <= room
    });
    shortened(ui, name, &shown, size, colour)
}

/// What is shown for something whose whole is read aloud and stands in the tip.
fn shortened(ui: &mut Ui, whole: &str, shown: &str, size: TextSize, colour: Color32) -> Response {
    let response = ui.add(Label::new(size.rich(shown).color(colour)).extend());
    if shown == whole {
        return response;
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, whole));
    response.on_hover_text(whole)
}
