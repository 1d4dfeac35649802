//! What cannot be taken back once it is written: standard output, pipes and devices.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use crate::cli::plan::target::Target;
use crate::cli::system::cause;
use crate::cli::system::kind::Kind;
use crate::diagnostic::{Error, Result};

/// What standard output is called in messages.
const STDOUT: &str = "standard output";

/// A place that takes bytes as they come, and is ready to.
pub(crate) struct Sink<'a> {
    path: &'a Path,
    /// None for standard output.
    file: Option<File>,
}

impl<'a> Sink<'a> {
    /// Gets a target ready that is standard output, a pipe or a device.
    ///
    /// # Errors
    /// That nobody reads there, or what the system says.
    pub(crate) fn open(target: &'a Target) -> Result<Self> {
        match target {
            Target::Output => Ok(Self { path: Path::new(STDOUT), file: None }),
            Target::File(path) => {
                let is_pipe =
                    fs::metadata(path).is_ok_and(|it| Kind::of(&it) == Kind::Pipe);
                let file = if is_pipe { pipe(path) } else { Ok(device(path)?) };
                Ok(Self { path, file: Some(file?) })
            }
        }
    }

    /// Writes all of `bytes`.
    pub(crate) fn pour(self, bytes: &[u8]) -> Result<()> {
        let path = self.path;
        self.written(bytes).map_err(|error| Error::write(path, cause(error)))
    }

    /// Writes what a person reads. A reader that has seen enough and closed the pipe is no
    /// failure.
    pub(crate) fn print(self, bytes: &[u8]) -> Result<()> {
        let path = self.path;
        enough(self.written(bytes)).map_err(|error| Error::write(path, cause(error)))
    }

    fn written(self, bytes: &[u8]) -> io::Result<()> {
        match self.file {
            Some(file) => written(file, bytes),
            None => written(io::stdout().lock(), bytes),
        }
    }
}

/// The same, where a reader may have stopped early.
fn enough(written: io::Result<()>) -> io::Result<()> {
    written.or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}

fn written(mut to: impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(bytes).and_then(|()| to.flush())
}

fn device(path: &Path) -> Result<File> {
    let opened = File::options().write(true).open(path);
    opened.map_err(|error| Error::write(path, cause(error)))
}

/// Opens a pipe if somebody reads from it, or begins to within some time: without asking
/// first, opening waits for a reader for ever.
#[cfg(unix)]
fn pipe(path: &Path) -> Result<File> {
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    use rustix::fs::{Mode, OFlags, fcntl_setfl, open};
    use rustix::io::Errno;

    use crate::cli::system::PATIENCE;

    let failed = |error: Errno| Error::write(path, cause(error.into()));
    let write = OFlags::WRONLY | OFlags::CLOEXEC;
    let begun = Instant::now();
    loop {
        match open(path, write | OFlags::NONBLOCK, Mode::empty()) {
            Err(Errno::NXIO) if begun.elapsed() < PATIENCE => {
                sleep(Duration::from_millis(10));
            }
            Err(Errno::NXIO) => {
                let reason =
                    "it is a pipe, and nobody reads from it: start first what does";
                return Err(Error::write(path, reason));
            }
            Err(error) => return Err(failed(error)),
            // From now on it waits for a reader that is slow.
            Ok(pipe) => {
                fcntl_setfl(&pipe, OFlags::empty()).map_err(failed)?;
                return Ok(pipe.into());
            }
        }
    }
}

#[cfg(not(unix))]
fn pipe(path: &Path) -> Result<File> {
    device(path)
}

/// Writes text for a person to standard output.
pub(crate) fn print(text: &[u8]) -> Result<()> {
    Sink::open(&Target::Output)?.print(text)
}

/// The same for what `print` writes.
pub(crate) fn print_by(print: impl FnOnce() -> io::Result<()>) -> Result<()> {
    let Sink { path, .. } = Sink::open(&Target::Output)?;
    let printed = enough(print().and_then(|()| io::stdout().flush()));
    printed.map_err(|error| Error::write(path, cause(error)))
}
