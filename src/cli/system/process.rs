//! How the process was started, and what the system does to it.

/// Has the system answer a write beyond a limit on the length of files with an error.
/// Otherwise it ends the program by a signal, without a word (setrlimit(2), `RLIMIT_FSIZE`).
///
/// Whether such a signal came does not matter: the write that it came for fails.
#[cfg(unix)]
pub(crate) fn answer_limits() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use signal_hook::consts::SIGXFSZ;
    // Without it a limit ends the program as before, which harms no file.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

#[cfg(not(unix))]
pub(crate) fn answer_limits() {}

/// Whether what is written to standard output is lost, as far as can be told: most likely it
/// was closed when the program began.
///
/// The standard library then puts the null device in its place before any code of ours runs,
/// open for reading and writing (`std::rt`). Shells open it for writing only, but some
/// programs that start others and want no output (Python, Node.js) do as the library does,
/// and nothing tells the two apart. So this is worth a word, and no reason to fail; nor is
/// it worth one where whoever started us wants no messages either.
#[cfg(unix)]
pub(crate) fn output_is_lost() -> bool {
    is_stopgap(std::io::stdout()) && !is_stopgap(std::io::stderr())
}

#[cfg(not(unix))]
pub(crate) fn output_is_lost() -> bool {
    false
}

/// Whether a stream is the null device as the standard library opens it.
#[cfg(unix)]
fn is_stopgap(stream: impl std::os::fd::AsFd) -> bool {
    use rustix::fs::{OFlags, fcntl_getfl, fstat, stat};
    let ways = OFlags::ACCMODE | OFlags::APPEND | OFlags::NONBLOCK;
    let both_ways = fcntl_getfl(&stream).is_ok_and(|flags| flags & ways == OFlags::RDWR);
    let same = || Some(fstat(&stream).ok()?.st_rdev == stat("/dev/null").ok()?.st_rdev);
    both_ways && same() == Some(true)
}
