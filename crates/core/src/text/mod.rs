//! Text as people type it: names in Cyrillic and in Latin, phones, and the order of names in lists.

pub mod collate;
pub(crate) mod digits;
pub mod fold;
mod letters;
pub mod phone;
#[cfg(test)]
mod tests;
mod titles;
mod towns;
pub(crate) mod words;

pub use collate::{CollationError, NameCollator, SortKey};
pub(crate) use fold::name_keys;
pub use fold::{WordOrder, fold, fold_city, same_name};
pub use phone::normalise_phone;
pub use titles::is_title;
pub use towns::{NameAndCity, part_city};
