//! Icons by their meaning here: code points of Phosphor 2.1.2, weight regular, in the family `icons`.

// Pages.
/// The page Today.
pub const TODAY: char = '\u{e5b6}';
/// The page Diary.
pub const DIARY: char = '\u{e8f2}';
/// The page List.
pub const LIST: char = '\u{e6f8}';
/// The page Structure.
pub const STRUCTURE: char = '\u{e67c}';
/// The page Onboarding.
pub const ONBOARDING: char = '\u{e582}';
/// The page Plan.
pub const PLAN: char = '\u{ecf0}';
/// The page Key figures.
pub const FIGURES: char = '\u{e154}';
/// The page Training.
pub const TRAINING: char = '\u{e62c}';
/// The page Tools.
pub const TOOLS: char = '\u{eca0}';
/// The page Settings.
pub const SETTINGS: char = '\u{e272}';

// Kinds and actions of entries.
/// A call.
pub const CALL: char = '\u{e3b8}';
/// A call that several share.
pub const CALL_TOGETHER: char = '\u{e3ba}';
/// A meeting.
pub const MEETING: char = '\u{e4d6}';
/// A meeting over coffee.
pub const COFFEE: char = '\u{e1c2}';
/// A meal.
pub const MEAL: char = '\u{e262}';
/// A 2+1 meeting.
pub const TWO_PLUS_ONE: char = '\u{e68e}';
/// A message.
pub const MESSAGE: char = '\u{e16c}';
/// A mail.
pub const MAIL: char = '\u{e218}';
/// A task.
pub const TASK: char = '\u{e186}';
/// A task that is open.
pub const TASK_OPEN: char = '\u{e45e}';
/// A note.
pub const NOTE: char = '\u{e348}';
/// An event.
pub const EVENT: char = '\u{e8b2}';
/// An invitation.
pub const INVITATION: char = '\u{e398}';
/// A presentation.
pub const PRESENTATION: char = '\u{e656}';
/// A follow-up talk.
pub const FOLLOW_UP: char = '\u{e3c0}';
/// A post online.
pub const ONLINE_POST: char = '\u{e642}';
/// In person.
pub const IN_PERSON: char = '\u{e4c2}';
/// Online.
pub const ONLINE: char = '\u{e4da}';
/// A promise.
pub const PROMISE: char = '\u{e582}';
/// A reminder.
pub const REMINDER: char = '\u{e0ce}';
/// A recurrence.
pub const REPEAT: char = '\u{e3f6}';
/// A birthday.
pub const BIRTHDAY: char = '\u{e780}';
/// A name day.
pub const NAME_DAY: char = '\u{e81a}';
/// During the day, no hour.
pub const ALL_DAY: char = '\u{e472}';

// Priorities.
/// Urgent.
pub const URGENT: char = '\u{e2de}';
/// Important.
pub const IMPORTANT: char = '\u{e46a}';
/// Necessary.
pub const NECESSARY: char = '\u{e184}';
/// Other.
pub const OTHER: char = '\u{e18a}';

// Stages and states.
/// New.
pub const STAGE_NEW: char = '\u{e18a}';
/// First talk.
pub const STAGE_FIRST_TALK: char = '\u{e168}';
/// Saw a presentation.
pub const STAGE_SAW_PRESENTATION: char = '\u{e656}';
/// Thinking it over.
pub const STAGE_THINKING: char = '\u{e750}';
/// Registered as a customer.
pub const STAGE_CUSTOMER: char = '\u{e390}';
/// Registered as a partner.
pub const STAGE_PARTNER: char = '\u{e582}';
/// Not now.
pub const STAGE_NOT_NOW: char = '\u{e39e}';
/// Not for them.
pub const STAGE_NOT_FOR_THEM: char = '\u{e3de}';
/// Done.
pub const DONE: char = '\u{e182}';
/// Done, in order.
pub const DONE_CIRCLE: char = '\u{e184}';
/// Due.
pub const DUE: char = '\u{e19a}';
/// Overdue.
pub const OVERDUE: char = '\u{e4e2}';
/// Waits from before.
pub const FROM_BEFORE: char = '\u{e1a0}';
/// The first three days.
pub const FIRST_DAYS: char = '\u{e2b2}';
/// Later.
pub const SNOOZE: char = '\u{e19e}';
/// At rest.
pub const PAUSED: char = '\u{e39e}';
/// Nothing.
pub const NOTHING: char = '\u{e32a}';

// What a person does.
/// Find.
pub const SEARCH: char = '\u{e30c}';
/// Add.
pub const ADD: char = '\u{e3d4}';
/// A new person.
pub const ADD_PERSON: char = '\u{e4d0}';
/// Close.
pub const CLOSE: char = '\u{e4f6}';
/// Undo.
pub const UNDO: char = '\u{e038}';
/// Redo.
pub const REDO: char = '\u{e036}';
/// Edit.
pub const EDIT: char = '\u{e3b4}';
/// Jot something down.
pub const JOT: char = '\u{ebc6}';
/// Tell how it went.
pub const HOW_DID_IT_GO: char = '\u{e34c}';
/// Delete.
pub const DELETE: char = '\u{e4a6}';
/// Save.
pub const SAVE: char = '\u{e248}';
/// Copy.
pub const COPY: char = '\u{e1ca}';
/// Print.
pub const PRINT: char = '\u{e3dc}';
/// Import.
pub const IMPORT: char = '\u{e20c}';
/// Export.
pub const EXPORT: char = '\u{eaf0}';
/// Move to another day.
pub const MOVE: char = '\u{e06c}';
/// Open elsewhere.
pub const OPEN: char = '\u{e5de}';
/// More actions.
pub const MORE: char = '\u{e1fe}';
/// Filter.
pub const FILTER: char = '\u{e268}';
/// Sort.
pub const SORT: char = '\u{e098}';
/// A link.
pub const LINK: char = '\u{e2e2}';
/// All of it in the room there is.
pub const FIT: char = '\u{e09a}';
/// From here on.
pub const FROM_HERE: char = '\u{e1d6}';
/// Larger.
pub const LARGER: char = '\u{e3d4}';
/// Smaller.
pub const SMALLER: char = '\u{e32a}';
/// All branches unfolded.
pub const UNFOLD_ALL: char = '\u{e130}';
/// All branches folded.
pub const FOLD_ALL: char = '\u{e12e}';
/// Drag.
pub const DRAG: char = '\u{eae2}';
/// Start.
pub const PLAY: char = '\u{e3d0}';
/// Stop.
pub const STOP: char = '\u{e46c}';
/// Show.
pub const EYE: char = '\u{e220}';
/// Hide.
pub const EYE_OFF: char = '\u{e224}';
/// Locked, private.
pub const LOCK: char = '\u{e308}';
/// Paste.
pub const PASTE: char = '\u{e198}';

// Arrows.
/// Back in time.
pub const LEFT: char = '\u{e138}';
/// Forth in time.
pub const RIGHT: char = '\u{e13a}';
/// Opens a list.
pub const DOWN: char = '\u{e136}';
/// Closes a list.
pub const UP: char = '\u{e13c}';
/// Rose, sorted upwards, the key.
pub const ARROW_UP: char = '\u{e08e}';
/// Fell, sorted downwards, the key.
pub const ARROW_DOWN: char = '\u{e03e}';
/// The key.
pub const ARROW_LEFT: char = '\u{e058}';
/// The key, "to".
pub const ARROW_RIGHT: char = '\u{e06c}';
/// The key Enter.
pub const ENTER_KEY: char = '\u{e044}';

// People and places.
/// A person.
pub const PERSON: char = '\u{e4c2}';
/// People.
pub const PEOPLE: char = '\u{e4d6}';
/// A family.
pub const FAMILY: char = '\u{e68c}';
/// A guest.
pub const GUEST: char = '\u{e4c4}';
/// My city.
pub const MY_CITY: char = '\u{e2c4}';
/// Other cities.
pub const OTHER_CITIES: char = '\u{e31a}';
/// A place.
pub const PLACE: char = '\u{e316}';
/// A telephone.
pub const PHONE: char = '\u{e1e0}';
/// A business card.
pub const CARD: char = '\u{e2c8}';
/// A code for a phone.
pub const QR: char = '\u{e3e6}';
/// A gift.
pub const GIFT: char = '\u{e276}';
/// Samples, an order.
pub const BAG: char = '\u{e390}';
/// Travel.
pub const TRAVEL: char = '\u{e5b0}';
/// A prompt.
pub const IDEA: char = '\u{e2dc}';

// Time and figures.
/// A date.
pub const CALENDAR: char = '\u{e10a}';
/// A new entry on a date.
pub const CALENDAR_ADD: char = '\u{e714}';
/// A review day.
pub const CALENDAR_DONE: char = '\u{e712}';
/// A week, a month.
pub const CALENDAR_DAYS: char = '\u{e7b4}';
/// An hour.
pub const CLOCK: char = '\u{e19a}';
/// The evening review.
pub const EVENING: char = '\u{e58e}';
/// Now.
pub const NOW: char = '\u{ecde}';
/// A goal.
pub const GOAL: char = '\u{e47c}';
/// The first steps.
pub const STEPS: char = '\u{e39c}';
/// A snapshot.
pub const REPORT: char = '\u{e23a}';
/// A table.
pub const TABLE: char = '\u{e476}';
/// Points and money.
pub const POINTS: char = '\u{e78e}';
/// An order.
pub const ORDER: char = '\u{e416}';
/// A rank.
pub const RANK: char = '\u{e320}';
/// Evenings in a row.
pub const STREAK: char = '\u{e624}';
/// The marketing plan.
pub const LADDER: char = '\u{e8ec}';

// The program.
/// Language.
pub const LANGUAGE: char = '\u{e4a2}';
/// Appearance.
pub const APPEARANCE: char = '\u{e6c8}';
/// Light theme.
pub const LIGHT: char = '\u{e472}';
/// Dark theme.
pub const DARK: char = '\u{e330}';
/// Pages shown.
pub const PAGES: char = '\u{e0f6}';
/// Backup.
pub const BACKUP: char = '\u{e40c}';
/// Data.
pub const DATA: char = '\u{e1de}';
/// A file.
pub const FILE: char = '\u{e230}';
/// A folder.
pub const FOLDER: char = '\u{e25a}';
/// Information.
pub const INFO: char = '\u{e2ce}';
/// A question.
pub const QUESTION: char = '\u{e3e8}';
/// A warning.
pub const WARNING: char = '\u{e4e0}';
/// What was said.
pub const SPEECH: char = '\u{e17a}';
/// Learning.
pub const LEARN: char = '\u{e0e6}';
/// Keys.
pub const KEYBOARD: char = '\u{e2d8}';
/// Example data.
pub const EXAMPLE: char = '\u{ebae}';
/// Home.
pub const HOME: char = '\u{e2c2}';

/// Every icon with its name, for tests and for the gallery.
pub const ALL: &[(&str, char)] = &[
    ("TODAY", TODAY),
    ("DIARY", DIARY),
    ("LIST", LIST),
    ("STRUCTURE", STRUCTURE),
    ("ONBOARDING", ONBOARDING),
    ("PLAN", PLAN),
    ("FIGURES", FIGURES),
    ("TRAINING", TRAINING),
    ("TOOLS", TOOLS),
    ("SETTINGS", SETTINGS),
    ("CALL", CALL),
    ("CALL_TOGETHER", CALL_TOGETHER),
    ("MEETING", MEETING),
    ("COFFEE", COFFEE),
    ("MEAL", MEAL),
    ("TWO_PLUS_ONE", TWO_PLUS_ONE),
    ("MESSAGE", MESSAGE),
    ("MAIL", MAIL),
    ("TASK", TASK),
    ("TASK_OPEN", TASK_OPEN),
    ("NOTE", NOTE),
    ("EVENT", EVENT),
    ("INVITATION", INVITATION),
    ("PRESENTATION", PRESENTATION),
    ("FOLLOW_UP", FOLLOW_UP),
    ("ONLINE_POST", ONLINE_POST),
    ("IN_PERSON", IN_PERSON),
    ("ONLINE", ONLINE),
    ("PROMISE", PROMISE),
    ("REMINDER", REMINDER),
    ("REPEAT", REPEAT),
    ("BIRTHDAY", BIRTHDAY),
    ("NAME_DAY", NAME_DAY),
    ("ALL_DAY", ALL_DAY),
    ("URGENT", URGENT),
    ("IMPORTANT", IMPORTANT),
    ("NECESSARY", NECESSARY),
    ("OTHER", OTHER),
    ("STAGE_NEW", STAGE_NEW),
    ("STAGE_FIRST_TALK", STAGE_FIRST_TALK),
    ("STAGE_SAW_PRESENTATION", STAGE_SAW_PRESENTATION),
    ("STAGE_THINKING", STAGE_THINKING),
    ("STAGE_CUSTOMER", STAGE_CUSTOMER),
    ("STAGE_PARTNER", STAGE_PARTNER),
    ("STAGE_NOT_NOW", STAGE_NOT_NOW),
    ("STAGE_NOT_FOR_THEM", STAGE_NOT_FOR_THEM),
    ("DONE", DONE),
    ("DONE_CIRCLE", DONE_CIRCLE),
    ("DUE", DUE),
    ("OVERDUE", OVERDUE),
    ("FROM_BEFORE", FROM_BEFORE),
    ("FIRST_DAYS", FIRST_DAYS),
    ("SNOOZE", SNOOZE),
    ("PAUSED", PAUSED),
    ("NOTHING", NOTHING),
    ("SEARCH", SEARCH),
    ("ADD", ADD),
    ("ADD_PERSON", ADD_PERSON),
    ("CLOSE", CLOSE),
    ("UNDO", UNDO),
    ("REDO", REDO),
    ("EDIT", EDIT),
    ("JOT", JOT),
    ("HOW_DID_IT_GO", HOW_DID_IT_GO),
    ("DELETE", DELETE),
    ("SAVE", SAVE),
    ("COPY", COPY),
    ("PRINT", PRINT),
    ("IMPORT", IMPORT),
    ("EXPORT", EXPORT),
    ("MOVE", MOVE),
    ("OPEN", OPEN),
    ("MORE", MORE),
    ("FILTER", FILTER),
    ("SORT", SORT),
    ("LINK", LINK),
    ("FIT", FIT),
    ("FROM_HERE", FROM_HERE),
    ("LARGER", LARGER),
    ("SMALLER", SMALLER),
    ("UNFOLD_ALL", UNFOLD_ALL),
    ("FOLD_ALL", FOLD_ALL),
    ("DRAG", DRAG),
    ("PLAY", PLAY),
    ("STOP", STOP),
    ("EYE", EYE),
    ("EYE_OFF", EYE_OFF),
    ("LOCK", LOCK),
    ("PASTE", PASTE),
    ("LEFT", LEFT),
    ("RIGHT", RIGHT),
    ("DOWN", DOWN),
    ("UP", UP),
    ("ARROW_UP", ARROW_UP),
    ("ARROW_DOWN", ARROW_DOWN),
    ("ARROW_LEFT", ARROW_LEFT),
    ("ARROW_RIGHT", ARROW_RIGHT),
    ("ENTER_KEY", ENTER_KEY),
    ("PERSON", PERSON),
    ("PEOPLE", PEOPLE),
    ("FAMILY", FAMILY),
    ("GUEST", GUEST),
    ("MY_CITY", MY_CITY),
    ("OTHER_CITIES", OTHER_CITIES),
    ("PLACE", PLACE),
    ("PHONE", PHONE),
    ("CARD", CARD),
    ("QR", QR),
    ("GIFT", GIFT),
    ("BAG", BAG),
    ("TRAVEL", TRAVEL),
    ("IDEA", IDEA),
    ("CALENDAR", CALENDAR),
    ("CALENDAR_ADD", CALENDAR_ADD),
    ("CALENDAR_DONE", CALENDAR_DONE),
    ("CALENDAR_DAYS", CALENDAR_DAYS),
    ("CLOCK", CLOCK),
    ("EVENING", EVENING),
    ("NOW", NOW),
    ("GOAL", GOAL),
    ("STEPS", STEPS),
    ("REPORT", REPORT),
    ("TABLE", TABLE),
    ("POINTS", POINTS),
    ("ORDER", ORDER),
    ("RANK", RANK),
    ("STREAK", STREAK),
    ("LADDER", LADDER),
    ("LANGUAGE", LANGUAGE),
    ("APPEARANCE", APPEARANCE),
    ("LIGHT", LIGHT),
    ("DARK", DARK),
    ("PAGES", PAGES),
    ("BACKUP", BACKUP),
    ("DATA", DATA),
    ("FILE", FILE),
    ("FOLDER", FOLDER),
    ("INFO", INFO),
    ("QUESTION", QUESTION),
    ("WARNING", WARNING),
    ("SPEECH", SPEECH),
    ("LEARN", LEARN),
    ("KEYBOARD", KEYBOARD),
    ("EXAMPLE", EXAMPLE),
    ("HOME", HOME),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{self, IconSize, Tokens};

    #[test]
    fn every_icon_can_be_drawn() {
        let context = egui::Context::default();
        theme::install(&context, Tokens::LIGHT, 1.0);
        let output = context.run_ui(egui::RawInput::default(), |ui| {
            let font = IconSize::Regular.font();
            ui.fonts_mut(|fonts| {
                for (name, icon) in ALL {
                    assert!(fonts.has_glyph(&font, *icon), "no glyph for {name}");
                }
            });
        });
        output.drop_without_applying_deltas();
    }
}
