//! Commands about the workspace itself.

use chrono::NaiveTime;

use super::{CommandError, Doing};
use crate::model::{Language, Name, Person, PersonId, RecordKind, Settings, ThemeChoice};

/// What a new workspace begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning {
    /// The id of the user's own record.
    pub me: PersonId,
    /// The user's name.
    pub name: Name,
    /// The language of the screen.
    pub language: Language,
    /// The home city: list 1.
    pub home_city: String,
    /// The hour of the evening review.
    pub evening_at: NaiveTime,
    /// The day of the weekly review.
    pub review_day: chrono::Weekday,
    /// The hour of the weekly review.
    pub review_at: NaiveTime,
    /// The theme.
    pub theme: ThemeChoice,
}

pub(super) fn begin(doing: &mut Doing<'_, '_>, beginning: &Beginning) -> Result<String, CommandError> {
    if doing.writing.has_any(RecordKind::Settings)? {
        return Err(CommandError::AlreadyThere);
    }
    let mut me = Person::new(beginning.me, beginning.name.clone(), doing.now.date());
    beginning.home_city.trim().clone_into(&mut me.city);
    me.off_list = true;
    let mut settings = Settings::new(beginning.me, beginning.language);
    settings.home_city.clone_from(&me.city);
    settings.evening_at = beginning.evening_at;
    settings.review_day = beginning.review_day;
    settings.review_at = beginning.review_at;
    settings.theme = beginning.theme;
    doing.writing.put(&me)?;
    doing.writing.put(&settings)?;
    Ok(beginning.name.full())
}

pub(super) fn change_settings(doing: &mut Doing<'_, '_>, settings: &Settings) -> Result<String, CommandError> {
    let now = doing.settings()?;
    if now.me != settings.me {
        return Err(CommandError::Myself);
    }
    doing.writing.put(settings)?;
    Ok(String::new())
}
