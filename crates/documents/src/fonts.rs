//! The fonts of every document, embedded: Sofia Sans, icons, and one fallback for other scripts.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Font files in the order of the book. `DejaVu Sans` draws what Sofia Sans lacks (Greek, arrows, signs);
/// what neither has becomes an empty box and never stops a document.
const FILES: [&[u8]; 5] = [
    include_bytes!("../../../assets/fonts/SofiaSans-Regular.ttf"),
    include_bytes!("../../../assets/fonts/SofiaSans-Medium.ttf"),
    include_bytes!("../../../assets/fonts/SofiaSans-SemiBold.ttf"),
    include_bytes!("../../../assets/fonts/Phosphor.ttf"),
    include_bytes!("../../../assets/fonts/DejaVuSans.ttf"),
];

/// Fonts and the book that describes them, read once.
#[derive(Debug)]
pub(crate) struct Fonts {
    /// What the typesetter chooses from.
    pub(crate) book: LazyHash<FontBook>,
    /// The fonts, by their place in the book.
    pub(crate) fonts: Vec<Font>,
}

/// The fonts of all documents.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

#[cfg(test)]
mod tests {
    use super::{FILES, FONTS};

    #[test]
    fn every_embedded_font_can_be_read() {
        assert_eq!(FONTS.fonts.len(), FILES.len());
        let families: Vec<&str> = FONTS.book.families().map(|(family, _)| family).collect();
        assert_eq!(families, ["DejaVu Sans", "Phosphor", "Sofia Sans"]);
    }
}
