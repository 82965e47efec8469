//! What stands alone in a field of a form, and days and hours within a sentence: the same words, read more freely where
//! nothing else can be meant.

mod dates;
mod durations;
mod sentences;
mod times;

pub use dates::date;
pub use durations::duration;
pub use sentences::{SaidDay, day_in, hour_in};
pub use times::time;
