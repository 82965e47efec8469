//! The reminders as they stand in the window: what, when, with whom; put off, open, or put aside.

use egui::{Align2, Area, Context, Id, Order, Ui, vec2};
use sponsor_core::query::Item;

use super::action::{Action, Place};
use super::reminders::Standing;
use crate::format::Formats;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, entry_title, icon, popover_frame, soft, split, text};
use crate::words::Words;

/// For how many minutes a reminder can be put off.
const PUT_OFF: [u32; 3] = [5, 15, 60];
/// How many reminders stand at a time.
const SHOWN: usize = 3;
/// How wide a card is.
const WIDTH: f32 = 340.0;
/// Below the header of a page.
const BELOW: f32 = 64.0;

/// «вт 24 ноем · 14:00 · Мария Петрова».
pub(super) fn reminder_line(formats: &Formats, words: &Words, item: &Item) -> String {
    let day = item.when.first_day().map(|day| formats.date_compact(day));
    let hour = item.when.time().map_or_else(|| words.get("all-day"), |time| formats.time(time));
    let people = item.people.iter().map(|person| person.full.clone()).filter(|name| !item.title.contains(name));
    day.into_iter().chain([hour]).chain(people).collect::<Vec<_>>().join(" · ")
}

/// Shows what stands; what was asked for. While a guest looks at the screen no name is said and nothing is opened.
pub(super) fn reminder_cards(
    context: &Context,
    (words, formats): (&Words, &Formats),
    standing: &[Standing],
    focused: bool,
) -> Vec<Action> {
    let mut actions = Vec::new();
    if standing.is_empty() {
        return actions;
    }
    let tokens = Tokens::of_context(context);
    let area = Area::new(Id::unique("reminders")).order(Order::Foreground);
    area.anchor(Align2::RIGHT_TOP, vec2(-space::PAGE, BELOW)).show(context, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        if focused {
            frame(&tokens).show(ui, |ui| quiet(ui, words));
            return;
        }
        for one in standing.iter().take(SHOWN) {
            frame(&tokens).show(ui, |ui| {
                ui.push_id((one.item.id, one.item.instance), |ui| card(ui, words, formats, one, &mut actions));
            });
        }
        let hidden = standing.len().saturating_sub(SHOWN);
        if hidden > 0 {
            frame(&tokens).show(ui, |ui| {
                ui.set_width(WIDTH);
                soft(ui, &words.with("reminder-more", &[("count", hidden.into())]));
            });
        }
    });
    actions
}

fn frame(tokens: &Tokens) -> egui::Frame {
    popover_frame(tokens).inner_margin(space::M)
}

fn quiet(ui: &mut Ui, words: &Words) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        icon(ui, icons::REMINDER, IconSize::Regular, tokens.accent);
        text(ui, &words.get("reminder-quiet"), TextSize::Body, tokens.ink);
    });
}

fn card(ui: &mut Ui, words: &Words, formats: &Formats, one: &Standing, actions: &mut Vec<Action>) {
    let (tokens, item) = (Tokens::of(ui), &one.item);
    let (entry, instance) = (item.id, item.instance);
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = space::XS;
    let aside = words.with("reminder-aside", &[("title", item.title.as_str().into())]);
    let key = if one.missed { "reminder-missed" } else { "reminder-due" };
    split(
        ui,
        24.0,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, icons::REMINDER, IconSize::Regular, if one.missed { tokens.important } else { tokens.accent });
            soft(ui, &words.get(key));
        },
        |ui| {
            if ui.add(Button::quiet_icon(icons::CLOSE, &aside).small()).clicked() {
                actions.push(Action::PutAside { entry, instance });
            }
        },
    );
    entry_title(ui, &item.title, &item.people, TextSize::Strong, tokens.ink);
    soft(ui, &reminder_line(formats, words, item));
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let open = words.with("today-open-entry", &[("title", item.title.as_str().into())]);
        if ui.add(Button::accent(&words.get("open")).name(&open).small()).clicked() {
            actions.push(Action::PutAside { entry, instance });
            actions.push(Action::Go(Place::Entry { id: entry, instance, day: item.when.first_day() }));
        }
        for minutes in PUT_OFF {
            let after = words.with("reminder-later", &[("time", formats.duration(minutes).into())]);
            if ui.add(Button::plain(&after).small()).clicked() {
                actions.push(Action::PutOff { entry, instance, minutes });
            }
        }
    });
}
