//! The four days of the 72 hours as a small calendar: what stands where, what is closed.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, CornerRadius, Painter, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use sponsor_core::model::{Interview, Together};
use sponsor_core::query::FIRST_DAYS_LENGTH;

use super::draft::StepDraft;
use super::wording::Voice;
use crate::theme::{TextSize, Tokens, radius, space};

/// The hours that are shown.
const HOURS: std::ops::RangeInclusive<u32> = 8..=21;
/// The height of the head with the days.
const HEAD: f32 = 48.0;
/// The width of the hours.
const SIDE: f32 = 50.0;
/// How many days the 72 hours touch.
const SHOWN: u16 = 4;

/// Where hours and days stand.
struct Places {
    whole: Rect,
    hour: f32,
    day: f32,
    first: NaiveDate,
}

impl Places {
    fn new(whole: Rect, first: NaiveDate) -> Self {
        let hours = 13.25;
        Self { hour: (whole.height() - HEAD) / hours, day: (whole.width() - SIDE) / f32::from(SHOWN), whole, first }
    }

    fn column(&self, day: u16) -> Rect {
        let left = self.whole.left() + SIDE + self.day * f32::from(day);
        Rect::from_min_max(pos2(left, self.whole.top() + HEAD), pos2(left + self.day, self.whole.bottom()))
    }

    fn y(&self, time: NaiveTime) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "seconds of a day")]
        let hours = time.num_seconds_from_midnight() as f32 / 3_600.0;
        (self.whole.top() + HEAD + (hours - 8.0) * self.hour).clamp(self.whole.top() + HEAD, self.whole.bottom())
    }

    fn day_of(&self, date: NaiveDate) -> Option<u16> {
        u16::try_from((date - self.first).num_days()).ok().filter(|day| *day < SHOWN)
    }
}

/// Shows the days; they only show, the fields beside them change.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &StepDraft) {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), (ui.ctx().content_rect().height() - 300.0).clamp(420.0, 620.0));
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter().with_clip_rect(whole);
    let places = Places::new(whole, interview.registered.date());
    painter.rect_filled(whole, CornerRadius::same(radius::CARD), tokens.card);
    closed(&painter, &tokens, &places, interview.registered);
    lines(&painter, &tokens, &places, voice);
    heads(&painter, &tokens, &places, voice, interview.registered);
    for (index, action) in draft.actions.iter().enumerate() {
        let colours = match action.together {
            Together::Both => (tokens.accent, tokens.accent_soft),
            Together::Alone => (tokens.necessary, tokens.necessary_soft),
        };
        let title = format!("{}  {}", index + 1, action.title);
        block(&painter, &tokens, &places, voice, (&title, action.moment(interview.registered), colours));
    }
    if let Some(at) = draft.meeting.moment(interview.registered) {
        let title = voice.words.get("interview-days-second-talk");
        block(&painter, &tokens, &places, voice, (&title, at, (tokens.accent, tokens.accent_soft)));
    }
    let edge = Stroke::new(1.0, tokens.line);
    painter.rect_stroke(whole, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
}

/// Before the registration and after the 72nd hour nothing can stand.
fn closed(painter: &Painter, tokens: &Tokens, places: &Places, registered: NaiveDateTime) {
    let mut before = places.column(0);
    before.set_bottom(places.y(registered.time()));
    painter.rect_filled(before, 0.0, tokens.wash);
    let until = registered + FIRST_DAYS_LENGTH;
    let mut after = places.column(3);
    after.set_top(places.y(until.time()));
    painter.rect_filled(after, 0.0, tokens.wash);
}

fn lines(painter: &Painter, tokens: &Tokens, places: &Places, voice: &Voice) {
    let whole = places.whole;
    for hour in HOURS {
        let Some(time) = NaiveTime::from_hms_opt(hour, 0, 0) else { continue };
        let y = places.y(time);
        painter.hline(whole.left() + SIDE..=whole.right(), y, Stroke::new(1.0, tokens.grid));
        if hour.is_multiple_of(2) {
            let words = voice.formats.time(time);
            let galley = painter.layout_no_wrap(words, TextSize::SoftTabular.font(), tokens.soft);
            let at = pos2(whole.left() + SIDE - 8.0 - galley.size().x, y - galley.size().y / 2.0);
            painter.galley(at, galley, tokens.soft);
        }
    }
    for day in 0..SHOWN {
        painter.vline(places.column(day).left(), whole.y_range(), Stroke::new(1.0, tokens.line));
    }
}

fn heads(painter: &Painter, tokens: &Tokens, places: &Places, voice: &Voice, registered: NaiveDateTime) {
    let names = ["interview-days-first", "interview-days-second", "interview-days-third", "interview-days-fourth"];
    for (day, name) in (0..SHOWN).zip(names) {
        let Some(date) = places.first.checked_add_days(Days::new(day.into())) else { continue };
        let column = places.column(day);
        let below = if day + 1 == SHOWN {
            let until = voice.formats.time((registered + FIRST_DAYS_LENGTH).time());
            voice.words.with("interview-days-until", &[("time", until.into())])
        } else {
            voice.words.get(name)
        };
        let at = pos2(column.left() + space::M, places.whole.top() + 6.0);
        let room = places.day - 2.0 * space::M;
        cut(painter, at, room, &voice.formats.date_compact(date), (TextSize::Strong, tokens.ink));
        cut(painter, at + vec2(0.0, 19.0), room, &below, (TextSize::Soft, tokens.soft));
    }
}

fn block(
    painter: &Painter,
    tokens: &Tokens,
    places: &Places,
    voice: &Voice,
    (title, at, (edge, ground)): (&str, NaiveDateTime, (Color32, Color32)),
) {
    let Some(day) = places.day_of(at.date()) else { return };
    let column = places.column(day);
    let (top, ends) = (places.y(at.time()), places.y((at + TimeDelta::minutes(60)).time()));
    let bottom = if ends <= top { top + places.hour } else { ends };
    let place = Rect::from_min_max(
        pos2(column.left() + 5.0, top + 1.0),
        pos2(column.right() - 5.0, (bottom - 1.0).max(top + 34.0)),
    );
    painter.rect_filled(place, CornerRadius::same(radius::ENTRY), ground);
    let mut bar = place;
    bar.set_width(4.0);
    painter.rect_filled(bar, CornerRadius { nw: radius::ENTRY, sw: radius::ENTRY, ne: 0, se: 0 }, edge);
    let inner = place.min + vec2(11.0, 3.0);
    let room = place.width() - 16.0;
    cut(painter, inner, room, title, (TextSize::EntryStrong, tokens.ink));
    cut(painter, inner + vec2(0.0, 15.0), room, &voice.formats.time(at.time()), (TextSize::Entry, tokens.soft));
}

fn cut(painter: &Painter, at: egui::Pos2, room: f32, words: &str, (size, colour): (TextSize, Color32)) {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), size.font(), colour);
    job.wrap = TextWrapping { break_anywhere: false, ..TextWrapping::truncate_at_width(room.max(0.0)) };
    let galley = painter.layout_job(job);
    painter.galley(at, galley, colour);
}
