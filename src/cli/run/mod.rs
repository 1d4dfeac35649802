//! Doing a job: read, select, make, write, and say what became of it.

mod collide;
pub(super) mod job;
pub(super) mod make;
pub(super) mod reprint;
