//! What a run of a program takes, where the system tells (Linux does).

use std::fs;
use std::time::Duration;

/// What the system knows of a process that runs.
#[derive(Debug, Default, Clone, Copy)]
pub struct Taken {
    /// The most memory that it ever held, in kB.
    pub memory: u64,
    /// What the processors did for it: the clock of the wall counts others, too.
    pub time: Duration,
}

impl Taken {
    /// What `process` has taken so far.
    pub fn so_far(process: u32) -> Self {
        let status = fs::read_to_string(format!("/proc/{process}/status"));
        let status = status.unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes =
            peak.and_then(|line| line.split_whitespace().next()?.parse().ok());
        let times =
            fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        // After the name: state is the first, user and system time are the 12th and 13th,
        // in hundredths of a second (proc(5)).
        let fields = times.rsplit(')').next().unwrap_or_default().split_whitespace();
        let ticks = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
        let time = Duration::from_millis(10 * ticks.sum::<u64>());
        Self { memory: kilobytes.unwrap_or(0), time }
    }

    /// The greater of both figures.
    pub fn or_more(self, other: Self) -> Self {
        let memory = self.memory.max(other.memory);
        Self { memory, time: self.time.max(other.time) }
    }
}
