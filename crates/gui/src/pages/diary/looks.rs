//! How entries look and what they are called: icons, words, spoken names.

use chrono::NaiveDate;
use sponsor_core::model::{Action, EntryKind, EntryState, Mode, Priority, Relation, When};
use sponsor_core::query::Item;

use crate::app::{Scene, kind_icon, state_icon};
use crate::format::Formats;
use crate::icons;
use crate::widgets::PriorityLook;
use crate::words::Words;

/// Every kind of entry, as the form offers them.
pub(crate) const KINDS: [EntryKind; 6] =
    [EntryKind::Meeting, EntryKind::Call, EntryKind::Task, EntryKind::Event, EntryKind::Message, EntryKind::Note];

/// Every priority, the most pressing first.
pub(super) const PRIORITIES: [Priority; 4] =
    [Priority::Urgent, Priority::Important, Priority::Necessary, Priority::Other];

/// Every row of the plan that an entry is offered to count in.
pub(super) const ACTIONS: [Action; 8] = [
    Action::Call,
    Action::Invitation,
    Action::Meeting,
    Action::TwoPlusOne,
    Action::Presentation,
    Action::FollowUp,
    Action::Training,
    Action::OnlinePost,
];

/// The look of a priority.
pub(crate) const fn priority_look(priority: Priority) -> PriorityLook {
    match priority {
        Priority::Urgent => PriorityLook::Urgent,
        Priority::Important => PriorityLook::Important,
        Priority::Necessary => PriorityLook::Necessary,
        Priority::Other => PriorityLook::Other,
    }
}

/// The word for a kind.
pub(crate) fn kind_word(words: &Words, kind: EntryKind) -> String {
    words.get(match kind {
        EntryKind::Meeting => "kind-meeting",
        EntryKind::Event => "kind-event",
        EntryKind::Call => "kind-call",
        EntryKind::Message => "kind-message",
        EntryKind::Task => "kind-task",
        EntryKind::Note => "kind-note",
    })
}

/// The word for a row of the plan; an own kind is its own word.
pub(crate) fn action_word(words: &Words, action: &Action) -> String {
    words.get(match action {
        Action::Call => "action-call",
        Action::Invitation => "action-invitation",
        Action::Meeting => "action-meeting",
        Action::TwoPlusOne => "action-two-plus-one",
        Action::Presentation => "action-presentation",
        Action::FollowUp => "action-follow-up",
        Action::Training => "action-training",
        Action::OnlinePost => "action-online-post",
        Action::Own(own) => return own.clone(),
    })
}

/// «58 обаждания», «7 срещи 2+1»: how often something was done.
pub(super) fn action_count(words: &Words, action: &Action, count: u32) -> String {
    let key = match action {
        Action::Call => "today-count-calls",
        Action::TwoPlusOne => "diary-count-two-plus-one",
        Action::Presentation => "diary-count-presentations",
        Action::Training => "today-count-trainings",
        other => return format!("{}: {count}", action_word(words, other)),
    };
    words.with(key, &[("count", i64::from(count).into())])
}

/// «брои се като: среща 2+1», or that it does not count.
pub(super) fn counts_as(words: &Words, action: Option<&Action>) -> String {
    match action {
        Some(action) => words.with("diary-counts-as", &[("action", action_word(words, action).into())]),
        None => words.get("diary-counts-not"),
    }
}

/// The word for a state: meetings, events and trainings are held, the rest is done.
pub(crate) fn state_word(words: &Words, item: &Item) -> String {
    let training = item.action == Some(Action::Training);
    words.get(match (item.state, item.kind) {
        (EntryState::Planned, _) => "state-planned",
        (EntryState::Done, EntryKind::Event) => "state-held-event",
        (EntryState::Done, _) if training => "state-held-event",
        (EntryState::Done, EntryKind::Meeting) => "state-held",
        (EntryState::Done, _) => "state-done",
        (EntryState::Dropped, _) => "state-dropped",
    })
}

/// The word for a relation.
pub(super) fn relation_word(words: &Words, relation: Relation) -> String {
    words.get(match relation {
        Relation::Close => "relation-close",
        Relation::Friend => "relation-friend",
        Relation::Acquaintance => "relation-acquaintance",
        Relation::Colleague => "relation-colleague",
        Relation::Referral => "relation-referral",
    })
}

/// The word for a mode.
pub(super) fn mode_word(words: &Words, mode: Mode) -> String {
    words.get(match mode {
        Mode::InPerson => "in-person",
        Mode::Online => "online",
    })
}

/// The icon of an entry: its action says more than its kind.
pub(super) const fn entry_icon(kind: EntryKind, state: EntryState, action: Option<&Action>) -> char {
    match (kind, action) {
        (EntryKind::Task | EntryKind::Note, _) => state_icon(kind, state),
        (_, Some(Action::Training)) => icons::TRAINING,
        (_, Some(Action::TwoPlusOne)) => icons::TWO_PLUS_ONE,
        (_, Some(Action::Presentation)) => icons::PRESENTATION,
        (EntryKind::Call, Some(Action::FollowUp)) => icons::FOLLOW_UP,
        _ => kind_icon(Some(kind)),
    }
}

/// Whether a thing is over and waits for what is said of it: «Как мина?».
pub(super) fn asks(scene: &Scene<'_>, item: &Item) -> bool {
    item.asks_how_it_went(scene.now.local)
}

/// The sign of an entry in the views: what became of it, a question where that was not said yet, else what it is.
pub(super) fn sign(scene: &Scene<'_>, item: &Item) -> char {
    match item.state {
        EntryState::Done => icons::DONE,
        EntryState::Dropped => icons::NOTHING,
        EntryState::Planned if asks(scene, item) => icons::QUESTION,
        EntryState::Planned => entry_icon(item.kind, item.state, item.action.as_ref()),
    }
}

/// The hours of a thing: `11:00–12:00`, `11:00`, «цял ден»; empty without a day.
pub(super) fn hours(formats: &Formats, words: &Words, when: &When) -> String {
    match (when, when.end()) {
        (When::Undated, _) => String::new(),
        (When::AllDay { .. }, _) => words.get("all-day"),
        (When::Timed { start, minutes: Some(_), .. }, Some(end)) => formats.time_range(start.time(), end.time()),
        (When::Timed { start, .. }, _) => formats.time(start.time()),
    }
}

/// Day and hours: `вт 24 ноем · 11:00–12:00`.
pub(super) fn day_and_hours(formats: &Formats, words: &Words, when: &When) -> String {
    match when {
        When::Undated => words.get("diary-undated"),
        When::AllDay { from, to } if from != to => {
            format!("{} – {}", formats.date_compact(*from), formats.date_compact(*to))
        }
        When::AllDay { from, .. } => format!("{} · {}", formats.date_compact(*from), words.get("all-day")),
        When::Timed { start, .. } => {
            format!("{} · {}", formats.date_compact(start.date()), hours(formats, words, when))
        }
    }
}

/// When an entry is: as [`day_and_hours`]; a note without an hour belongs to a day and says no more than that.
pub(super) fn item_when(formats: &Formats, words: &Words, item: &Item) -> String {
    if !item.is_note_of_day() {
        return day_and_hours(formats, words, &item.when);
    }
    let written = words.with("diary-written", &[("time", formats.time(item.created.time()).into())]);
    match item.when.first_day() {
        Some(day) if day != item.created.date() => formats.date_compact(day),
        _ => format!("{} · {written}", formats.date_compact(item.created.date())),
    }
}

/// What an entry is, in few words: «среща с Мария Петрова, 11:00–12:00».
pub(super) fn said_shortly(formats: &Formats, words: &Words, item: &Item) -> String {
    let names: Vec<_> = item.people.iter().map(|person| person.full.as_str()).collect();
    let what = if item.kind == EntryKind::Meeting && !names.is_empty() {
        words.with("diary-meeting-with", &[("names", names.join(", ").into())])
    } else if says_kind(words, item) {
        item.title.clone()
    } else {
        format!("{}: {}", kind_word(words, item.kind).to_lowercase(), item.title)
    };
    format!("{what}, {}", hours(formats, words, &item.when))
}

/// Whether the title itself begins with the word for the kind, as «Обаждане на Мария».
fn says_kind(words: &Words, item: &Item) -> bool {
    let first = item.title.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|first| first.to_lowercase() == kind_word(words, item.kind).to_lowercase())
}

/// Day and month with the name of the weekday, as it is read aloud: «вторник 24 ноември».
pub(super) fn spoken_day(formats: &Formats, day: NaiveDate) -> String {
    use chrono::Datelike as _;
    format!("{} {}", formats.weekday(day.weekday()), formats.date_day_month(day))
}

/// The whole name of an entry as it is read aloud: «вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова».
pub(super) fn spoken(scene: &Scene<'_>, item: &Item) -> String {
    let asks = asks(scene, item).then(|| scene.words.get("how-did-it-go"));
    [spoken_item(scene.formats, scene.words, item)].into_iter().chain(asks).collect::<Vec<_>>().join(", ")
}

fn spoken_item(formats: &Formats, words: &Words, item: &Item) -> String {
    let mut parts = Vec::new();
    parts.extend(item.when.first_day().map(|day| spoken_day(formats, day)));
    match (&item.when, item.when.end()) {
        (When::Timed { start, minutes: Some(_), .. }, Some(end)) => {
            let (from, to) = (formats.time(start.time()), formats.time(end.time()));
            parts.push(words.with("diary-from-to", &[("from", from.into()), ("to", to.into())]));
        }
        (When::Undated, _) => {}
        _ if item.is_note_of_day() => {}
        (when, _) => parts.push(hours(formats, words, when)),
    }
    if !says_kind(words, item) {
        parts.push(kind_word(words, item.kind).to_lowercase());
    }
    let is_names = item.people.iter().any(|person| person.full == item.title);
    if !is_names {
        parts.push(item.title.clone());
    }
    parts.extend(
        item.people.iter().filter(|one| is_names || !item.title.contains(&one.full)).map(|one| one.full.clone()),
    );
    if item.priority != Priority::Other {
        parts.push(priority_look(item.priority).word(words));
    }
    if item.state != EntryState::Planned {
        parts.push(state_word(words, item));
    }
    parts.join(", ")
}
