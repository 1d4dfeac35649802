//! Bytes as choices → a tree of any form → all three products.

#![no_main]

#[path = "../bytes.rs"]
mod bytes;
#[path = "../tree.rs"]
mod tree;
#[path = "../ways.rs"]
mod ways;
#[path = "../whole.rs"]
mod whole;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ways::trees(bytes));
