//! The four days of the 72 hours as a small calendar: what stands where, what is closed.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, CornerRadius, Painter, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use sponsor_core::model::{Interview, Together};
use sponsor_core::query::FIRST_DAYS_LENGTH;

use super::draft::StepDraft;
use super::wording::Voice;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};

/// The hours that are shown.
const HOURS: std::ops::RangeInclusive<u32> = 8..=21;
/// The height of the head with the days.
const HEAD: f32 = 48.0;
/// The width of the hours.
const SIDE: f32 = 50.0;
/// The height of a line in a block.
const LINE: f32 = 15.0;
/// The least height of a block: a title and the time.
const ONE_LINE: f32 = 34.0;
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
    let size = vec2(ui.available_width(), (ui.ctx().content_rect().height() - 302.0).clamp(420.0, 780.0));
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter().with_clip_rect(whole);
    let places = Places::new(whole, interview.registered.date());
    painter.rect_filled(whole, CornerRadius::same(radius::CARD), tokens.card);
    closed(&painter, &tokens, &places, interview.registered);
    lines(&painter, &tokens, &places, voice);
    heads(&painter, &tokens, &places, voice, interview.registered);
    let things = things(voice, interview, draft);
    for thing in &things {
        let same_day = things.iter().filter(|other| other.at.date() == thing.at.date() && other.at > thing.at);
        let next = same_day.map(|other| places.y(other.at.time())).fold(whole.bottom(), f32::min);
        block(&painter, &tokens, &places, voice, thing, next);
    }
    let edge = Stroke::new(stroke::HAIRLINE, tokens.line);
    painter.rect_stroke(whole, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
}

/// What stands on the board.
struct Thing {
    title: String,
    at: NaiveDateTime,
    together: bool,
}

/// The actions, numbered, and the second talk.
fn things(voice: &Voice, interview: &Interview, draft: &StepDraft) -> Vec<Thing> {
    let actions = draft.actions.iter().enumerate().map(|(index, action)| Thing {
        title: format!("{}  {}", index + 1, action.title),
        at: action.moment(interview.registered),
        together: action.together == Together::Both,
    });
    let title = voice.words.get("interview-days-second-talk");
    let meeting = draft.meeting.moment(interview.registered).map(|at| Thing { title, at, together: true });
    actions.chain(meeting).collect()
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
        painter.hline(whole.left() + SIDE..=whole.right(), y, Stroke::new(stroke::HAIRLINE, tokens.grid));
        if hour.is_multiple_of(2) {
            let words = voice.formats.time(time);
            let galley = painter.layout_no_wrap(words, TextSize::SoftTabular.font(), tokens.soft);
            let at = pos2(whole.left() + SIDE - 8.0 - galley.size().x, y - galley.size().y / 2.0);
            painter.galley(at, galley, tokens.soft);
        }
    }
    for day in 0..SHOWN {
        painter.vline(places.column(day).left(), whole.y_range(), Stroke::new(stroke::HAIRLINE, tokens.line));
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

/// A thing on the board; it takes a second line for its title where there is room until `next`.
fn block(painter: &Painter, tokens: &Tokens, places: &Places, voice: &Voice, thing: &Thing, next: f32) {
    let Some(day) = places.day_of(thing.at.date()) else { return };
    let (edge, ground) =
        if thing.together { (tokens.accent, tokens.accent_soft) } else { (tokens.necessary, tokens.necessary_soft) };
    let column = places.column(day);
    let (top, ends) = (places.y(thing.at.time()), places.y((thing.at + TimeDelta::minutes(60)).time()));
    let bottom = if ends <= top { top + places.hour } else { ends };
    let room = places.day - 26.0;
    let title = painter.layout(thing.title.clone(), TextSize::EntryStrong.font(), tokens.ink, room);
    let needed = title.size().y + LINE + 4.0;
    let tall = needed.min(next - top - 2.0).max(bottom - top - 2.0).max(ONE_LINE);
    let place = Rect::from_min_max(
        pos2(column.left() + 5.0, top + 1.0),
        pos2(column.right() - 5.0, (top + 1.0 + tall).min(places.whole.bottom() - 1.0)),
    );
    painter.rect_filled(place, CornerRadius::same(radius::ENTRY), ground);
    let mut bar = place;
    bar.set_width(4.0);
    painter.rect_filled(bar, CornerRadius { nw: radius::ENTRY, sw: radius::ENTRY, ne: 0, se: 0 }, edge);
    let inner = place.min + vec2(11.0, 3.0);
    let below = if place.height() + 1.0 >= needed {
        let below = title.size().y;
        painter.galley(inner, title, tokens.ink);
        below
    } else {
        cut(painter, inner, room, &thing.title, (TextSize::EntryStrong, tokens.ink));
        LINE
    };
    let second = inner + vec2(0.0, below);
    cut(painter, second, room, &voice.formats.time(thing.at.time()), (TextSize::Entry, tokens.soft));
    who(painter, tokens, voice, thing.together, pos2(place.right() - 7.0, second.y));
}

/// Who does it, at the right of the line of the time.
fn who(painter: &Painter, tokens: &Tokens, voice: &Voice, together: bool, right: egui::Pos2) {
    let (sign, words) = if together {
        (icons::MEETING, voice.words.get("interview-days-together"))
    } else {
        (icons::PERSON, voice.to_guest("interview-days-alone"))
    };
    let words = painter.layout_no_wrap(words, TextSize::Entry.font(), tokens.soft);
    let sign = painter.layout_no_wrap(sign.to_string(), IconSize::Small.font(), tokens.soft);
    let at = right - vec2(words.size().x, 0.0);
    let middle = at.y + (words.size().y - sign.size().y) / 2.0;
    painter.galley(pos2(at.x - sign.size().x - 4.0, middle), sign, tokens.soft);
    painter.galley(at, words, tokens.soft);
}

fn cut(painter: &Painter, at: egui::Pos2, room: f32, words: &str, (size, colour): (TextSize, Color32)) {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), size.font(), colour);
    job.wrap = TextWrapping { break_anywhere: false, ..TextWrapping::truncate_at_width(room.max(0.0)) };
    let galley = painter.layout_job(job);
    painter.galley(at, galley, colour);
}
