//! Any bytes as cards: each record is added, joined, unchanged or refused, and nothing panics.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::contacts(bytes);
    // What comes between the marks of a card is what the reader of cards is about.
    shared::contacts(&[b"BEGIN:VCARD\r\n".as_slice(), bytes, b"\r\nEND:VCARD\r\n"].concat());
});
