//! Input that means harm, or might as well: the program answers within two seconds and a
//! gigabyte, says clearly what is wrong, leaves old files as they were and none behind.
//!
//! The limits hold for an optimised program; others are given twenty times as long.

#![cfg(unix)]

mod bench;
mod bombs;

mod files;
mod growth;
mod killed;
mod nested;

mod targets;
