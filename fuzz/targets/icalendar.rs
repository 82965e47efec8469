//! Any bytes as a calendar: each record is added, updated, unchanged or refused, twice changes nothing, what goes out
//! comes back, and nothing panics.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::calendar(bytes);
    // What comes between the marks of an event is what the reader of calendars is about.
    let event = [b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\n".as_slice(), bytes, b"\r\nEND:VEVENT\r\n"].concat();
    shared::calendar(&event);
});
