//! What a run of a program takes, where the system tells (Linux does).

use std::collections::BTreeMap;
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

/// A process that is watched while it runs.
#[derive(Debug, Default)]
pub struct Meter {
    memory: u64,
    /// Of each of its threads, as last seen: what ended is not told any more.
    threads: BTreeMap<String, Duration>,
}

impl Meter {
    /// Looks at `process`; to be called often, since nothing is known of it when it has ended.
    pub fn look(&mut self, process: u32) {
        let status = fs::read_to_string(format!("/proc/{process}/status"));
        let status = status.unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes =
            peak.and_then(|line| line.split_whitespace().next()?.parse().ok());
        self.memory = self.memory.max(kilobytes.unwrap_or(0));
        let threads = fs::read_dir(format!("/proc/{process}/task"));
        for thread in threads.into_iter().flatten().flatten() {
            // The first figure is the time on a processor, in nanoseconds; what
            // /proc/PID/stat tells goes in steps of a hundredth of a second.
            let told = fs::read_to_string(thread.path().join("schedstat"));
            let told = told.unwrap_or_default();
            let time = told.split_whitespace().next().and_then(|time| time.parse().ok());
            let name = thread.file_name().to_string_lossy().into_owned();
            let known = self.threads.entry(name).or_default();
            *known = (*known).max(Duration::from_nanos(time.unwrap_or(0)));
        }
    }

    /// What it has taken so far.
    pub fn taken(&self) -> Taken {
        Taken { memory: self.memory, time: self.threads.values().sum() }
    }
}
