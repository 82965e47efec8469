//! Opening the window.

use eframe::egui::ViewportBuilder;

use super::arguments::Arguments;
use super::place::{default_workspace, state_folder};
use crate::app::{App, Clock, Options, WindowState};
use crate::words::{Language, Words};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A sentence that says what is missing when no window can be shown.
pub fn open(arguments: &Arguments) -> Result<(), String> {
    let state_folder = state_folder();
    let state = state_folder.as_deref().map(WindowState::load).unwrap_or_default();
    // One that was chosen and is no longer there gives way to the usual one.
    let chosen = state.workspace.clone().filter(|path| path.exists());
    let workspace = arguments.workspace.clone().or(chosen).unwrap_or_else(default_workspace);
    let options = Options {
        language: arguments.lang.map(Language::from),
        theme: arguments.theme.map(Into::into),
        page: arguments.page,
        clock: Clock::new(arguments.now),
        state_folder,
        ..Options::new(workspace)
    };
    if let Some(folder) = &options.state_folder {
        super::log::begin(folder);
    }
    let words = Words::new(options.language.unwrap_or(options.system_language));
    let viewport = ViewportBuilder::default()
        .with_title(words.get("program"))
        .with_app_id("sponsor-desk")
        .with_inner_size([state.width, state.height])
        .with_min_inner_size([760.0, 520.0]);
    let native = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let opened = eframe::run_native(
        "sponsor-desk",
        native,
        Box::new(move |creation| Ok(Box::new(App::new(&creation.egui_ctx, options)))),
    );
    opened.map_err(|error| {
        tracing::error!(%error, "no window");
        words.get("error-no-window")
    })
}
