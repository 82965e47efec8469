//! The top of the talk: whose it is, that everything is kept, and the progress line.

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::{Interview, InterviewState, Step, StepKind};

use super::wording::Voice;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};
use crate::widgets::{Button, avatar, avatar_size, icon, soft, split, two_lines};

/// Between two segments of the progress line.
const GAP: f32 = 8.0;

/// What was pressed at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadAnswer {
    /// The talk is put aside.
    Leave,
    /// A step of the progress line.
    Step(usize),
}

/// Shows the top; what was pressed, if anything.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview) -> Option<HeadAnswer> {
    let tokens = Tokens::of(ui);
    let name = interview.guest_name.as_str();
    let title = voice.words.with("interview-welcome", &[("name", name.into())]);
    let date = voice.formats.date_weekday_long(interview.started.date());
    let when = voice.words.with("interview-when", &[("date", date.into())]);
    let open = interview.state == InterviewState::Open;
    let leave = voice.words.get(if open { "interview-pause" } else { "interview-close" });
    let mut answer = None;
    split(
        ui,
        44.0,
        |ui| {
            avatar(ui, name, avatar_size::MEDIUM, false);
            two_lines(ui, &title, &when);
        },
        |ui| {
            let button = Button::quiet(&leave).icon(icons::PAUSED).keys("Esc");
            if ui.add(button).clicked() {
                answer = Some(HeadAnswer::Leave);
            }
            ui.add_space(space::M);
            soft(ui, &voice.words.get("interview-kept"));
            icon(ui, icons::DONE_CIRCLE, IconSize::Regular, tokens.accent);
        },
    );
    ui.add_space(space::M);
    progress(ui, voice, interview).map(HeadAnswer::Step).or(answer)
}

/// The steps as segments, ticked or numbered; gives the one that was pressed.
fn progress(ui: &mut Ui, voice: &Voice, interview: &Interview) -> Option<usize> {
    let (whole, group) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let name = voice.words.get("interview-progress");
    group.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    let steps = &interview.steps;
    #[expect(clippy::cast_precision_loss, reason = "ten steps")]
    let count = steps.len().max(1) as f32;
    let each = ((whole.width() - GAP * (count - 1.0)) / count).max(1.0);
    let present = steps.iter().position(|step| step.key == interview.step).unwrap_or(0);
    let titles = Titles::that_fit(ui, voice, steps, each);
    let mut pressed = None;
    let mut left = whole.left();
    for (index, step) in steps.iter().enumerate() {
        let place = Rect::from_min_size(pos2(left, whole.top()), vec2(each, whole.height()));
        let done = index != present && (index < present || is_answered(interview, step));
        let words = match (titles, index == present) {
            (Titles::Numbers, false) => (index + 1).to_string(),
            (Titles::Full, _) if !done => numbered(voice, index, step),
            _ => step.title.clone(),
        };
        let look = Look {
            done,
            present: index == present,
            ticked: done && titles != Titles::Bare,
            told: titles == Titles::Numbers,
        };
        if segment(ui, place, step, words, look) {
            pressed = Some(index);
        }
        left += each + GAP;
    }
    pressed.filter(|_| interview.state == InterviewState::Open)
}

/// How much of the titles there is room for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Titles {
    /// Number and title.
    Full,
    /// The title alone.
    Bare,
    /// The number alone; only the present step says its title.
    Numbers,
}

impl Titles {
    fn that_fit(ui: &Ui, voice: &Voice, steps: &[Step], each: f32) -> Self {
        let ink = Tokens::of(ui).ink;
        let fits = |words| ui.painter().layout_no_wrap(words, TextSize::EntryStrong.font(), ink).size().x <= each;
        if steps.iter().enumerate().all(|(index, step)| fits(numbered(voice, index, step))) {
            Self::Full
        } else if steps.iter().all(|step| fits(step.title.clone())) {
            Self::Bare
        } else {
            Self::Numbers
        }
    }
}

/// How a segment looks.
#[derive(Clone, Copy)]
struct Look {
    done: bool,
    present: bool,
    ticked: bool,
    /// The title is told where the pointer rests.
    told: bool,
}

fn numbered(voice: &Voice, index: usize, step: &Step) -> String {
    let values = [("number", (index + 1).into()), ("title", step.title.as_str().into())];
    voice.words.with("interview-step-number", &values)
}

fn segment(ui: &Ui, place: Rect, step: &Step, words: String, Look { done, present, ticked, told }: Look) -> bool {
    let tokens = Tokens::of(ui);
    let response = ui.interact(place, ui.scope_id().with(("step", step.key.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), present, &step.title));
    let mut bar = place;
    bar.set_height(4.0);
    let filled = if done || present { tokens.accent } else { tokens.line };
    ui.painter().rect_filled(bar, CornerRadius::same(radius::BAR), filled);
    let (colour, size) = match (present, response.hovered()) {
        (true, _) => (tokens.accent, TextSize::EntryStrong),
        (false, true) => (tokens.ink, TextSize::Entry),
        (false, false) => (tokens.soft, TextSize::Entry),
    };
    let mut at = pos2(place.left(), place.top() + 9.0);
    if ticked {
        let tick = ui.painter().layout_no_wrap(icons::DONE.to_string(), IconSize::Small.font(), tokens.accent);
        ui.painter().galley(at, tick, tokens.accent);
        at.x += 17.0;
    }
    let mut job = LayoutJob::simple_singleline(words, size.font(), colour);
    job.wrap = TextWrapping::truncate_at_width((place.right() - at.x).max(0.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, colour);
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(place.expand(3.0), CornerRadius::same(radius::ENTRY), ring, StrokeKind::Inside);
    }
    let clicked = response.clicked();
    if told {
        response.on_hover_text(&step.title);
    }
    clicked
}

/// Whether anything was said to a step.
fn is_answered(interview: &Interview, step: &Step) -> bool {
    match step.kind {
        StepKind::Person => true,
        StepKind::Question => interview.answer(&step.key).is_some(),
        StepKind::Goal => !interview.goal_what.is_empty(),
        StepKind::FirstNames => !interview.first_names.is_empty(),
        StepKind::FirstDays => !interview.first_actions.is_empty(),
        StepKind::Sheet => interview.state != InterviewState::Open,
    }
}
