//! The goal, agreed: what, by when, why; with three gentle checks, never about whether it is within reach.

use chrono::NaiveDate;
use egui::{Id, Rect, Ui, vec2};
use sponsor_core::model::Interview;

use super::draft::StepDraft;
use super::layout::question_with_help;
use super::wording::Voice;
use crate::format::parse;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Card, Field, date_field, hairline, icon, soft, text};

/// Shows the step; `fresh` gives the focus to the first field.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, today: NaiveDate, fresh: bool) {
    let question = voice.to_guest("interview-goal-question");
    let said = |ui: &mut Ui, draft: &mut StepDraft| said(ui, voice, interview, draft, today, fresh);
    let help = |ui: &mut Ui, draft: &mut StepDraft| checks(ui, voice, interview, draft, today);
    question_with_help(ui, &question, draft, said, help);
}

fn said(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, today: NaiveDate, fresh: bool) {
    ui.spacing_mut().item_spacing.y = space::L;
    large_fields(ui, voice, interview, draft, today, fresh);
    sentence(ui, voice, draft, today);
}

/// The field that takes the focus.
fn first_field(interview: &Interview) -> Id {
    Id::unique(("interview-goal", interview.id))
}

fn large_fields(
    ui: &mut Ui,
    voice: &Voice,
    interview: &Interview,
    draft: &mut StepDraft,
    today: NaiveDate,
    fresh: bool,
) {
    let words = &voice.words;
    let (what, until, why) =
        (words.get("interview-goal-what"), words.get("interview-goal-until"), words.get("interview-goal-why"));
    let first = first_field(interview);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let narrow = (ui.available_width() * 0.36).min(260.0);
        let wide = ui.available_width() - narrow - space::L;
        Field::new(&what, &mut draft.what).text_size(TextSize::Answer).width(wide).id(first).show(ui);
        let hint = words.get("interview-goal-until-hint");
        let field = Field::new(&until, &mut draft.until).hint(&hint).text_size(TextSize::Answer).width(narrow);
        date_field(ui, words, field, today);
    });
    if fresh {
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    Field::new(&why, &mut draft.why).text_size(TextSize::Answer).rows(3).show(ui);
}

/// The fields of the goal below each other, for a line of the sheet; tells whether Enter was pressed in one line.
pub fn fields(
    ui: &mut Ui,
    voice: &Voice,
    interview: &Interview,
    draft: &mut StepDraft,
    today: NaiveDate,
    fresh: bool,
) -> bool {
    let words = &voice.words;
    let (what, until, why) =
        (words.get("interview-goal-what"), words.get("interview-goal-until"), words.get("interview-goal-why"));
    let (deeds, first) = (voice.to_guest("interview-goal-deeds"), first_field(interview));
    let mut entered = Field::new(&what, &mut draft.what).id(first).show(ui).committed;
    entered |= date_field(ui, words, Field::new(&until, &mut draft.until), today).field.committed;
    Field::new(&why, &mut draft.why).rows(2).show(ui);
    Field::new(&deeds, &mut draft.text).rows(2).show(ui);
    if fresh {
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    entered
}

/// The goal as both will read it, with a bar in the accent.
fn sentence(ui: &mut Ui, voice: &Voice, draft: &StepDraft, today: NaiveDate) {
    let tokens = Tokens::of(ui);
    let goal = in_one_sentence(voice, &draft.what, parse::date(&draft.until, today), &draft.why);
    let answer = ui.horizontal_top(|ui| {
        ui.add_space(space::L + 4.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            soft(ui, &voice.words.get("interview-goal-sentence"));
            if goal.is_empty() {
                text(ui, &voice.words.get("interview-goal-open"), TextSize::Answer, tokens.soft);
            } else {
                text(ui, &goal, TextSize::Title, tokens.ink);
            }
        });
    });
    let rect = answer.response.rect;
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(4.0, rect.height())), 1.0, tokens.accent);
}

/// What, by when and why as one sentence; empty without a what.
#[must_use]
pub fn in_one_sentence(voice: &Voice, what: &str, until: Option<NaiveDate>, why: &str) -> String {
    let what = what.trim().trim_end_matches('.');
    if what.is_empty() {
        return String::new();
    }
    let mut said = match until {
        Some(day) => {
            let day = voice.formats.date_long(day);
            voice.words.with("interview-goal-said", &[("what", what.into()), ("until", day.into())])
        }
        None => what.to_owned(),
    };
    let why = why.trim().trim_end_matches('.');
    if !why.is_empty() {
        // A reason of several sentences stands by itself.
        let alone = why.contains(['.', '!', '?', '\n']);
        let mut letters = why.chars();
        let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
        let joined = if alone { format!(". {why}") } else { format!(", {first}{}", letters.as_str()) };
        said.push_str(&joined);
    }
    let ended = said.ends_with(['.', '!', '?', '…']);
    if ended { said } else { format!("{said}.") }
}

fn checks(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, today: NaiveDate) {
    soft(ui, &voice.words.get("interview-goal-checks"));
    let number: String = draft.what.chars().filter(char::is_ascii_digit).collect();
    let date = parse::date(&draft.until, today).map(|day| voice.formats.date_long(day));
    Card::new().show(ui, |ui| {
        let found = if number.is_empty() { String::new() } else { draft.what.trim().to_owned() };
        check(ui, &voice.words.get("interview-goal-number"), &found);
        hairline(ui);
        check(ui, &voice.words.get("interview-goal-date"), &date.unwrap_or_default());
        hairline(ui);
        let asked = voice.to_guest("interview-goal-deeds");
        deeds(ui, voice, interview, draft, &asked);
    });
    soft(ui, &voice.to_guest("interview-goal-yours"));
}

fn check(ui: &mut Ui, asked: &str, found: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let (sign, colour) =
            if found.is_empty() { (icons::OTHER, tokens.other) } else { (icons::DONE_CIRCLE, tokens.accent) };
        icon(ui, sign, IconSize::Regular, colour);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text(ui, asked, TextSize::Medium, tokens.ink);
            if !found.is_empty() {
                soft(ui, found);
            }
        });
    });
}

fn deeds(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, asked: &str) {
    // The hours that were chosen first: «тези часове» are meant.
    let hours = interview.answer("time").map(|answer| {
        let said = [answer.chips.join(", "), answer.text.clone()];
        said.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let done = !draft.text.trim().is_empty();
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let (sign, colour) = if done { (icons::DONE_CIRCLE, tokens.accent) } else { (icons::OTHER, tokens.other) };
        icon(ui, sign, IconSize::Regular, colour);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            text(ui, asked, TextSize::Medium, tokens.ink);
            if let Some(hours) = &hours {
                soft(ui, hours);
            }
            let hint = voice.words.get("interview-goal-deeds-hint");
            Field::new(asked, &mut draft.text).hide_label().hint(&hint).rows(2).show(ui);
        });
    });
}

#[cfg(test)]
mod tests {
    use sponsor_core::model::{FormOfAddress, Language};

    use super::{NaiveDate, Voice, in_one_sentence};

    #[test]
    fn a_goal_is_one_sentence_in_the_words_of_the_guest() {
        let voice = Voice::new(Language::Bulgarian, FormOfAddress::Informal);
        let until = NaiveDate::from_ymd_opt(2027, 5, 31);
        let said = |what, until, why| in_one_sentence(&voice, what, until, why);
        assert_eq!(
            said("300 € допълнително на месец", until, "За курса по английски на сина."),
            "300 € допълнително на месец до 31 май 2027 г., за курса по английски на сина."
        );
        assert_eq!(said("  ", until, "за сина"), "");
        assert_eq!(said("Да пътувам.", None, ""), "Да пътувам.");
        assert_eq!(said("Да пътувам", None, "Отдавна искам. С децата."), "Да пътувам. Отдавна искам. С децата.");
    }
}
