//! What a task prints: lines for people, or JSON for scripts. It is put together whole before anything is written.

use std::io::{ErrorKind, Write as _};

use serde_json::Value;

use super::failure::Failure;
use super::session::Session;

/// What a task came to.
#[derive(Debug)]
pub struct Output {
    /// Lines for a person.
    pub lines: Vec<String>,
    /// The same for a script.
    pub json: Value,
    /// Whether the work succeeded; a check that finds problems prints and still fails.
    pub good: bool,
    /// Sentences for a person about what failed beside what did not; a script finds them in its JSON. With one the work
    /// has not succeeded.
    pub complaints: Vec<String>,
}

impl Output {
    /// What a task that succeeded prints.
    #[must_use]
    pub const fn new(lines: Vec<String>, json: Value) -> Self {
        Self { lines, json, good: true, complaints: Vec::new() }
    }

    /// Prints it; tells whether the work succeeded.
    ///
    /// # Errors
    /// When nobody reads it to its end.
    pub fn print(&self, session: &Session) -> Result<bool, Failure> {
        if self.lines.is_empty() && !session.json {
            return Ok(self.end(session));
        }
        let text =
            if session.json { serde_json::to_string_pretty(&self.json)? + "\n" } else { self.lines.join("\n") + "\n" };
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(self.end(session)),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::message("error-pipe")),
            Err(error) => Err(error.into()),
        }
    }

    fn end(&self, session: &Session) -> bool {
        if !session.json {
            for complaint in &self.complaints {
                // Where the error stream is closed nobody is there to read it.
                let _ = writeln!(std::io::stderr(), "{complaint}");
            }
        }
        self.good && self.complaints.is_empty()
    }
}
