//! Bytes as a guide → all files that can be made of it, read back.

#![no_main]

#[path = "../bytes.rs"]
mod bytes;
#[path = "../tree.rs"]
mod tree;
#[path = "../ways.rs"]
mod ways;
#[path = "../whole.rs"]
mod whole;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ways::guides(bytes));
