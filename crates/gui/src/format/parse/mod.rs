//! Reads what people type in forms: dates, times, lengths, numbers and money.
//!
//! Both languages are understood whatever the window speaks; days, hours and lengths by the words of the typed line.
//! What is not understood is `None`; an empty field is not understood either, the form decides whether it may be empty.

mod numbers;

pub use numbers::{TypedMoney, decimal, money};
pub use sponsor_core::typed_line::{SaidDay, date, day_in, duration, hour_in, time};
