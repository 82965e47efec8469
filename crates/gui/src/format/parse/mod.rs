//! Reads what people type in forms: dates, times, durations, numbers and money.
//!
//! Both languages are understood whatever the window speaks. What is not understood is `None`;
//! an empty field is not understood either, the form decides whether it may be empty.

mod dates;
mod durations;
mod numbers;
mod sentences;
mod times;
mod vocabulary;

pub use dates::date;
pub use durations::duration;
pub use numbers::{TypedMoney, decimal, money};
pub use sentences::{SaidDay, day_in, hour_in};
pub use times::time;
