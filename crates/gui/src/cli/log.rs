//! Logs of the window: five files of 1 MB in the state folder, without names and notes. A panic leaves version, thread
//! and place there, never its message, which may hold what a person typed.

use std::fs::OpenOptions;
use std::path::Path;
use std::sync::Mutex;

use file_rotate::compression::Compression;
use file_rotate::suffix::AppendCount;
use file_rotate::{ContentLimit, FileRotate};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// The size of a file, in bytes.
const SIZE: usize = 1024 * 1024;
/// Files beside the newest.
const OLDER: usize = 4;

/// How a file of the log is opened: readable by the user alone.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Begins to log into a folder. Where that cannot be, nothing is logged.
pub fn begin(folder: &Path) {
    if std::fs::create_dir_all(folder).is_err() {
        return;
    }
    let files = FileRotate::new(
        folder.join("sponsor-desk.log"),
        AppendCount::new(OLDER),
        ContentLimit::Bytes(SIZE),
        Compression::None,
        Some(private()),
    );
    let wanted = Targets::new()
        .with_default(LevelFilter::WARN)
        .with_target("sponsor_core", LevelFilter::INFO)
        .with_target("sponsor_desk", LevelFilter::INFO)
        .with_target("sponsor_documents", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_writer(Mutex::new(files)).with_ansi(false);
    // A second subscriber cannot be set; then the first one goes on.
    let _ = tracing_subscriber::registry().with(wanted).with(lines).try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
        tracing::error!(version = env!("CARGO_PKG_VERSION"), thread, place, "panic");
    }));
}
