//! Everything that reads: each question has a function from a view of the workspace to plain values for a page or a
//! script.

mod people;
mod series;
mod view;

pub use self::people::{People, Standing};
pub use self::series::{Instance, instances, series_has};
pub use self::view::View;
