//! Spaces, radii, heights and widths, in points; spaces are steps of four.

/// Spaces between and inside things.
pub mod space {
    /// Between the lines of one thing.
    pub const XXS: f32 = 2.0;
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Between buttons in a row.
    pub const M: f32 = 12.0;
    /// Inside cards and between cards.
    pub const L: f32 = 16.0;
    /// The margin of a page.
    pub const PAGE: f32 = 24.0;
    /// Between groups.
    pub const XL: f32 = 32.0;
}

/// Widths of lines.
pub mod stroke {
    /// The one hairline, and the edge of things.
    pub const HAIRLINE: f32 = 1.0;
    /// What has the focus or is chosen.
    pub const FOCUS: f32 = 2.0;
}

/// Radii of corners.
pub mod radius {
    /// Cards, panes, menus, modals.
    pub const CARD: u8 = 10;
    /// Buttons, fields, selection in a list.
    pub const BUTTON: u8 = 8;
    /// Entries of the calendar and segments of a switch.
    pub const ENTRY: u8 = 6;
    /// Key caps and checkboxes.
    pub const KEY: u8 = 4;
    /// Bars of progress and of charts.
    pub const BAR: u8 = 3;
}

/// Heights of things.
pub mod height {
    /// The header of a page.
    pub const HEADER: f32 = 64.0;
    /// A button.
    pub const BUTTON: f32 = 34.0;
    /// A small button.
    pub const BUTTON_SMALL: f32 = 28.0;
    /// A button of the interview.
    pub const BUTTON_LARGE: f32 = 44.0;
    /// A field.
    pub const FIELD: f32 = 34.0;
    /// An item of the navigation.
    pub const NAV: f32 = 34.0;
    /// A row of a table.
    pub const TABLE_ROW: f32 = 34.0;
    /// A roomy row of a table.
    pub const TABLE_ROW_TALL: f32 = 36.0;
    /// A row of the agenda with one line.
    pub const AGENDA_ROW: f32 = 36.0;
    /// A row of the agenda with two lines.
    pub const AGENDA_ROW_TALL: f32 = 54.0;
    /// A pill.
    pub const PILL: f32 = 20.0;
    /// A chip.
    pub const CHIP: f32 = 28.0;
    /// A key cap.
    pub const KEY: f32 = 18.0;
    /// A line of a menu.
    pub const MENU_ITEM: f32 = 32.0;
}

/// Widths of things.
pub mod width {
    /// The navigation, unfolded.
    pub const RAIL: f32 = 208.0;
    /// The navigation, folded to icons.
    pub const RAIL_FOLDED: f32 = 58.0;
    /// Reading text at most.
    pub const READING: f32 = 720.0;
    /// The pane of a person or of an entry.
    pub const PANE: f32 = 316.0;
    /// From this width of the window on there is room for wider panes.
    const WIDE: f32 = 1700.0;

    /// The pane of a person or of an entry in a window of this width.
    #[must_use]
    pub fn pane(window: f32) -> f32 {
        if window >= WIDE { PANE + 64.0 } else { PANE }
    }
    /// A popover with a field or a few choices.
    pub const POPOVER: f32 = 240.0;
    /// A modal with a question or a list.
    pub const MODAL: f32 = 560.0;
    /// A modal with a form of one column.
    pub const FORM: f32 = 640.0;
}
