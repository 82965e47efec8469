//! Any bytes as a table of contacts and as the company's report: nothing panics, and the numbers add up.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    shared::contacts(&[b"Name,Phone,Notes\r\n".as_slice(), bytes].concat());
    shared::report(&[b"Number,Name,Sponsor,Registered,Group points\r\n".as_slice(), bytes].concat());
    shared::report(bytes);
});
