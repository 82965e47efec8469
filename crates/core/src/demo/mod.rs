//! The example workspace: a believable sponsor's life, the same for the same seed, made by the commands that a person
//! gives. Names are invented; figures follow from the diary and the orders.

mod life;
mod scribe;
mod small;
#[cfg(test)]
mod tests;
mod words;

use std::path::Path;

use chrono::{NaiveTime, Weekday};

use self::scribe::Scribe;
use self::words::Words;
use crate::command::{Beginning, Command};
use crate::desk::{Desk, DeskError};
use crate::model::{IdSource, Language, Name, PersonId, ThemeChoice};
use crate::moment::Now;
use crate::store::{MemoryMedium, StoreError};

/// How much life there is in the example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// The diary behind the pictures: one week in detail, thirteen months of figures.
    Small,
    /// A year: from 5 to about 60 registered users.
    Year,
    /// Ten years: the size at which everything must stay fast.
    Lifetime,
}

/// What an example is made from. The same recipe makes the same records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The seed of names, numbers and chances.
    pub seed: u64,
    /// How much.
    pub size: Size,
    /// The language of the screen and of the texts.
    pub language: Language,
    /// The moment at which the example ends: its "now".
    pub now: Now,
}

/// Tells how far the work is: days done, days in all.
pub type Progress<'a> = &'a mut dyn FnMut(u32, u32);

/// Fills an empty workspace, one transaction a simulated day. The same recipe gives the same records where the
/// workspace's own source of ids was made by [`ids`].
///
/// # Errors
/// When the workspace has begun already, or the store fails.
pub fn fill(desk: &Desk, recipe: &Recipe, progress: Progress<'_>) -> Result<(), DeskError> {
    let words = Words::of(recipe.language)?;
    let mut scribe = Scribe::new(desk, recipe);
    match recipe.size {
        Size::Small => small::fill(&mut scribe, &words, recipe, progress),
        Size::Year => life::fill(&mut scribe, &words, recipe, &life::YEAR, progress),
        Size::Lifetime => life::fill(&mut scribe, &words, recipe, &life::LIFETIME, progress),
    }
}

/// The source of ids for a workspace that is to hold an example.
#[must_use]
pub fn ids(recipe: &Recipe) -> IdSource {
    IdSource::seeded(recipe.seed)
}

/// Makes an example in memory and then its file, whole, in the place of what was there.
///
/// # Errors
/// When the file cannot be written.
pub fn build_file(path: &Path, recipe: &Recipe, progress: Progress<'_>) -> Result<(), DeskError> {
    let desk = Desk::create_in(Box::new(MemoryMedium::new()), ids(recipe), recipe.now)?;
    fill(&desk, recipe, progress)?;
    // Table by table in order, without the pages that ten years of changes have freed.
    Ok(desk.copy_to(path)?)
}

/// The first command: the sponsor of the example.
fn beginning(words: &Words, recipe: &Recipe, me: PersonId) -> Result<Command, DeskError> {
    let [given, family] = &words.sponsor;
    let hour = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    Ok(Command::Begin(Box::new(Beginning {
        me,
        name: name(given, family)?,
        language: recipe.language,
        home_city: words.home.clone(),
        evening_at: hour(19, 30),
        review_day: Weekday::Fri,
        review_at: hour(17, 0),
        theme: ThemeChoice::System,
    })))
}

/// A name of the example's own texts.
fn name(given: &str, family: &str) -> Result<Name, DeskError> {
    Name::new(given, family).map_err(|error| unreadable(&error.to_string()))
}

/// The example's own texts do not fit together, which the tests rule out.
fn unreadable(what: &str) -> DeskError {
    StoreError::Decode(format!("the texts of the example: {what}")).into()
}
