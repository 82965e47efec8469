//! The one binary: a window without a subcommand, a script with one.

use std::process::ExitCode;

fn main() -> ExitCode {
    sponsor_desk::cli::main()
}
