//! Input that means harm, or might as well: the program answers within two seconds and a
//! gigabyte, says clearly what is wrong, leaves old files as they were and none behind.
//! Input made at random finds no panic.
//!
//! The limits hold for an optimised program; others are given twenty times as long.

#[path = "../support/mod.rs"]
mod support;

#[cfg(unix)]
mod bombs;
#[cfg(unix)]
mod files;
#[path = "../fuzz/mod.rs"]
mod fuzz;
#[cfg(unix)]
mod growth;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod nested;
#[cfg(unix)]
mod numbers;
#[cfg(unix)]
mod outputs;
#[cfg(unix)]
mod targets;
#[cfg(unix)]
mod watched;
