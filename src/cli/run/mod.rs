//! Doing a job: read, select, make, write, and say what became of it.

pub mod job;
pub mod make;
pub mod reprint;
