//! The command line: without a subcommand it opens the window; with one it does the same to the workspace as the window
//! would, with the same core code.

mod arguments;
mod place;
mod window;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use self::arguments::Arguments;

/// Exit status of work that failed; clap ends with 2 on wrong arguments.
const FAILED: u8 = 1;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match window::open(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::from(FAILED)
        }
    }
}

/// A sentence for a person, on the error stream; where that is closed nobody is there to read it.
fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
