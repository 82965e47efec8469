//! The domain of Sponsor Desk.

pub mod search;
pub mod text;
