//! Bytes as arguments → a job, or words about what is wrong.

#![no_main]

#[path = "../bytes.rs"]
mod bytes;
#[path = "../tree.rs"]
mod tree;
#[path = "../ways.rs"]
mod ways;
#[path = "../whole.rs"]
mod whole;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ways::options(bytes));
