//! The columns of the list, by what is looked at.

use sponsor_core::model::{ReadyView, WhichList};
use sponsor_core::query::ListOrder;

use crate::widgets::ColumnWidth;
use crate::words::Words;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Relation,
    Place,
    /// The city, typed in the row that is chosen.
    City,
    Stage,
    Interests,
    Problem,
    /// Information that was asked for.
    Information,
    Promise,
    Phone,
    /// What to ask.
    Ask,
    Last,
    Next,
    Due,
}

/// The columns of what is shown.
pub(super) const fn columns(view: ReadyView, which: WhichList) -> &'static [Column] {
    use Column::{
        Ask, City, Due, Information, Interests, Last, Name, Next, Phone, Place, Problem, Promise, Relation, Stage,
    };
    match (view, which) {
        (ReadyView::Prospects, _) => &[Name, Stage, Interests, Problem, Information, Promise, Next, Due],
        (ReadyView::Calls, _) => &[Name, Phone, Last, Next, Ask, Due],
        (ReadyView::Everyone, WhichList::NoCity) => &[Name, City, Relation, Phone, Stage, Last],
        (ReadyView::Everyone, _) => &[Name, Relation, Place, Stage, Interests, Last, Next, Due],
    }
}

impl Column {
    /// Which goes first where there is no room for all, and is then left to the pane; 0 always stays.
    pub(super) const fn yields(self) -> u8 {
        match self {
            Self::Interests => 5,
            Self::Problem => 4,
            Self::Relation => 3,
            Self::Place => 2,
            Self::Last => 1,
            Self::Name
            | Self::City
            | Self::Stage
            | Self::Information
            | Self::Promise
            | Self::Phone
            | Self::Ask
            | Self::Next
            | Self::Due => 0,
        }
    }

    pub(super) fn title(self, words: &Words) -> String {
        words.get(match self {
            Self::Name => "list-column-name",
            Self::Relation => "list-column-relation",
            Self::Place => "list-column-place",
            Self::City => "list-city",
            Self::Stage => "list-column-stage",
            Self::Interests => "list-column-interests",
            Self::Problem => "list-problem",
            Self::Information => "list-column-information",
            Self::Promise => "list-column-promise",
            Self::Phone => "list-phone",
            Self::Ask => "list-column-ask",
            Self::Last => "list-column-last",
            Self::Next => "list-column-next",
            Self::Due => return String::new(),
        })
    }

    pub(super) const fn width(self) -> ColumnWidth {
        match self {
            Self::Name => ColumnWidth::Share { weight: 2.2, least: 150.0 },
            Self::Relation => ColumnWidth::Exact(78.0),
            Self::Place => ColumnWidth::Share { weight: 1.1, least: 84.0 },
            Self::City => ColumnWidth::Share { weight: 1.6, least: 140.0 },
            Self::Stage => ColumnWidth::Exact(138.0),
            Self::Interests => ColumnWidth::Share { weight: 1.4, least: 90.0 },
            Self::Problem => ColumnWidth::Share { weight: 1.6, least: 110.0 },
            Self::Information | Self::Promise => ColumnWidth::Share { weight: 1.6, least: 90.0 },
            Self::Ask => ColumnWidth::Share { weight: 3.0, least: 140.0 },
            Self::Phone => ColumnWidth::Exact(104.0),
            Self::Last => ColumnWidth::Exact(74.0),
            Self::Next => ColumnWidth::Exact(80.0),
            Self::Due => ColumnWidth::Exact(20.0),
        }
    }

    pub(super) const fn order(self) -> Option<ListOrder> {
        match self {
            Self::Name => Some(ListOrder::Name),
            Self::Relation => Some(ListOrder::Relation),
            Self::Place => Some(ListOrder::City),
            Self::Stage => Some(ListOrder::Stage),
            Self::Last => Some(ListOrder::Last),
            Self::Next => Some(ListOrder::Next),
            Self::City
            | Self::Interests
            | Self::Problem
            | Self::Information
            | Self::Promise
            | Self::Phone
            | Self::Ask
            | Self::Due => None,
        }
    }
}
