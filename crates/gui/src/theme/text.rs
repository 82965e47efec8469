//! The type scale: ten sizes of text in all, so that the glyph atlas stays small.

use egui::{FontFamily, FontId, RichText};

/// A kind of text: its size, weight and whether its figures are tabular.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextSize {
    /// 40/48, 600: the question of the interview.
    Question,
    /// 32/38, 600, tabular: a key figure.
    Figure,
    /// 22/28, 600: the title of a page.
    Title,
    /// 19/30, 400: the answer in the interview.
    Answer,
    /// 17/26, 400: the script of the presentation.
    Script,
    /// 16/22, 600: the heading of a card.
    Heading,
    /// 14/20, 400: text.
    Body,
    /// 14/20, 500: buttons, what matters.
    Medium,
    /// 14/20, 600: names.
    Strong,
    /// 14/20, 400, tabular: numbers in columns, times, dates.
    Tabular,
    /// 14/20, 500, tabular.
    TabularMedium,
    /// 14/20, 600, tabular.
    TabularStrong,
    /// 12.5/18, 400: secondary text.
    Soft,
    /// 12.5/18, 500: secondary text that matters, words in chips.
    SoftMedium,
    /// 12.5/18, 600.
    SoftStrong,
    /// 12.5/18, 400, tabular: times and dates in secondary text.
    SoftTabular,
    /// 12/15, 500: pills and key caps.
    Pill,
    /// 12/15, 400: second lines of calendar entries.
    Entry,
    /// 12/15, 600: titles of calendar entries, initials.
    EntryStrong,
    /// 10/12, 600: initials in a small avatar.
    Initials,
}

impl TextSize {
    /// Every kind, for tests and for the gallery.
    pub const ALL: [Self; 20] = [
        Self::Question,
        Self::Figure,
        Self::Title,
        Self::Answer,
        Self::Script,
        Self::Heading,
        Self::Body,
        Self::Medium,
        Self::Strong,
        Self::Tabular,
        Self::TabularMedium,
        Self::TabularStrong,
        Self::Soft,
        Self::SoftMedium,
        Self::SoftStrong,
        Self::SoftTabular,
        Self::Pill,
        Self::Entry,
        Self::EntryStrong,
        Self::Initials,
    ];

    /// Size in points.
    #[must_use]
    pub const fn size(self) -> f32 {
        match self {
            Self::Question => 40.0,
            Self::Figure => 32.0,
            Self::Title => 22.0,
            Self::Answer => 19.0,
            Self::Script => 17.0,
            Self::Heading => 16.0,
            Self::Body | Self::Medium | Self::Strong | Self::Tabular | Self::TabularMedium | Self::TabularStrong => {
                14.0
            }
            Self::Soft | Self::SoftMedium | Self::SoftStrong | Self::SoftTabular => 12.5,
            Self::Pill | Self::Entry | Self::EntryStrong => 12.0,
            Self::Initials => 10.0,
        }
    }

    /// Height of a line in points.
    #[must_use]
    pub const fn line_height(self) -> f32 {
        match self {
            Self::Question => 48.0,
            Self::Figure => 38.0,
            Self::Title => 28.0,
            Self::Answer => 30.0,
            Self::Script => 26.0,
            Self::Heading => 22.0,
            Self::Body | Self::Medium | Self::Strong | Self::Tabular | Self::TabularMedium | Self::TabularStrong => {
                20.0
            }
            Self::Soft | Self::SoftMedium | Self::SoftStrong | Self::SoftTabular => 18.0,
            Self::Pill | Self::Entry | Self::EntryStrong => 15.0,
            Self::Initials => 12.0,
        }
    }

    /// The family of fonts, as it was installed.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Answer | Self::Script | Self::Body | Self::Soft | Self::Entry => FontFamily::Proportional,
            Self::Medium | Self::SoftMedium | Self::Pill => FontFamily::Name("medium".into()),
            Self::Question
            | Self::Title
            | Self::Heading
            | Self::Strong
            | Self::SoftStrong
            | Self::EntryStrong
            | Self::Initials => FontFamily::Name("semibold".into()),
            Self::Tabular | Self::SoftTabular => FontFamily::Name("tabular".into()),
            Self::TabularMedium => FontFamily::Name("tabular-medium".into()),
            Self::Figure | Self::TabularStrong => FontFamily::Name("tabular-semibold".into()),
        }
    }

    /// The font of this text.
    #[must_use]
    pub fn font(self) -> FontId {
        FontId::new(self.size(), self.family())
    }

    /// Text for a label, with the font and the height of line of this kind.
    #[must_use]
    pub fn rich(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font()).line_height(Some(self.line_height()))
    }
}

/// The sizes in which icons are drawn; all but the largest are also sizes of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IconSize {
    /// 14: in pills and small buttons.
    Small,
    /// 17: beside text, in buttons and in the navigation.
    Regular,
    /// 22: in headings and banners.
    Large,
    /// 40: in empty states.
    Hero,
}

impl IconSize {
    /// Size in points.
    #[must_use]
    pub const fn size(self) -> f32 {
        match self {
            Self::Small => 14.0,
            Self::Regular => 17.0,
            Self::Large => 22.0,
            Self::Hero => 40.0,
        }
    }

    /// The font of the icons in this size.
    #[must_use]
    pub fn font(self) -> FontId {
        FontId::new(self.size(), FontFamily::Name("icons".into()))
    }
}

/// An icon as text, for places that take [`RichText`].
#[must_use]
pub fn icon_text(icon: char, size: IconSize) -> RichText {
    RichText::new(icon).font(size.font())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_at_most_twelve_sizes_of_text() {
        let sizes: BTreeSet<u32> = TextSize::ALL
            .iter()
            .map(|kind| kind.size().to_bits())
            .chain(
                [IconSize::Small, IconSize::Regular, IconSize::Large, IconSize::Hero].map(|icon| icon.size().to_bits()),
            )
            .collect();
        assert!(sizes.len() <= 12, "{} sizes", sizes.len());
    }
}
