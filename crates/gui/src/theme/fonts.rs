//! The fonts in the program: Sofia Sans in three weights, its tabular figures, and the icons.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, Id};

/// Each font file under its name.
const FILES: [(&str, &[u8]); 7] = [
    ("SofiaSans-Regular", include_bytes!("../../../../assets/fonts/SofiaSans-Regular.ttf")),
    ("SofiaSans-Medium", include_bytes!("../../../../assets/fonts/SofiaSans-Medium.ttf")),
    ("SofiaSans-SemiBold", include_bytes!("../../../../assets/fonts/SofiaSans-SemiBold.ttf")),
    ("SofiaSans-Tabular-Regular", include_bytes!("../../../../assets/fonts/SofiaSans-Tabular-Regular.ttf")),
    ("SofiaSans-Tabular-Medium", include_bytes!("../../../../assets/fonts/SofiaSans-Tabular-Medium.ttf")),
    ("SofiaSans-Tabular-SemiBold", include_bytes!("../../../../assets/fonts/SofiaSans-Tabular-SemiBold.ttf")),
    ("Phosphor", include_bytes!("../../../../assets/fonts/Phosphor.ttf")),
];

/// Each family and the fonts that it asks in turn.
const FAMILIES: [(&str, &[&str]); 7] = [
    ("regular", &["SofiaSans-Regular"]),
    ("medium", &["SofiaSans-Medium"]),
    ("semibold", &["SofiaSans-SemiBold"]),
    ("tabular", &["SofiaSans-Tabular-Regular", "SofiaSans-Regular"]),
    ("tabular-medium", &["SofiaSans-Tabular-Medium", "SofiaSans-Medium"]),
    ("tabular-semibold", &["SofiaSans-Tabular-SemiBold", "SofiaSans-SemiBold"]),
    ("icons", &["Phosphor"]),
];

/// The fonts and families as egui wants them; other scripts come from the system's fonts.
pub(super) fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (name, bytes) in FILES {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, fonts) in FAMILIES {
        let fonts: Vec<String> = fonts.iter().map(|&font| font.to_owned()).collect();
        definitions.families.insert(FontFamily::Name(family.into()), fonts);
    }
    let text = vec!["SofiaSans-Regular".to_owned()];
    definitions.families.insert(FontFamily::Proportional, text.clone());
    definitions.families.insert(FontFamily::Monospace, [vec!["SofiaSans-Tabular-Regular".to_owned()], text].concat());
    definitions
}

/// Gives the fonts to egui, the first time it is called for this context.
pub(super) fn install_once(context: &Context) {
    let id = Id::unique("sponsor-desk-fonts");
    if context.data(|data| data.get_temp::<bool>(id)).is_none() {
        context.set_fonts(definitions());
        context.data_mut(|data| data.insert_temp(id, true));
    }
}
