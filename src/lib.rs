#![doc = include_str!("architecture.md")]

pub mod diagnostic;
pub mod document;
pub mod font;
pub mod frame;
pub mod paper;
pub mod units;
