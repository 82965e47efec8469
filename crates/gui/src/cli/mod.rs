//! The command line: without a subcommand it opens the window; with one it does the same to the workspace as the window
//! would, with the same core code.

mod arguments;
mod failure;
mod json;
mod log;
mod output;
mod place;
mod session;
mod tasks;
mod window;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use self::arguments::Arguments;
use self::session::Session;

/// Exit status of work that failed; clap ends with 2 on wrong arguments.
const FAILED: u8 = 1;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(task) = arguments.task.clone() else {
        return match window::open(&arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(sentence) => complain(&sentence),
        };
    };
    let session = Session::new(&arguments);
    let done = tasks::perform(&session, task).and_then(|output| output.print(&session));
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAILED),
        Err(failure) => complain(&failure.sentence(&session.words())),
    }
}

/// A sentence for a person, on the error stream; where that is closed nobody is there to read it.
fn complain(sentence: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(FAILED)
}
