//! Bytes of what a person named: files, pipes, standard input. Whatever stands behind a
//! name, reading it ends: it is no longer than bounds allow, and a pipe into which nobody
//! writes is given up.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use crate::cli::system::kind::Kind;
use crate::cli::system::{PATIENCE, cause};
use crate::diagnostic::{Error, Result};

/// No more text is printed at once, in bytes. It is more than anybody reads between two
/// covers, and what is made of it takes less than a gigabyte.
pub(crate) const MOST_TEXT: usize = 5_000_000;

/// Nothing else that is read is longer, in bytes; trees take many times the room of text.
const LONGEST: u64 = 64_000_000;

/// What standard input is called in messages.
pub(crate) const STDIN: &str = "standard input";

/// All that comes in at standard input.
pub(crate) fn input() -> Result<Vec<u8>> {
    all(Path::new(STDIN), io::stdin().lock())
}

/// Why there is no content.
pub(crate) enum Unread {
    /// What the system said.
    System(io::Error),
    /// What is wrong with what the name leads to.
    Refused(Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl From<Error> for Unread {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

/// The content of a file or a pipe.
pub(crate) fn content(path: &Path) -> Result<Vec<u8>, Unread> {
    let about = fs::metadata(path)?;
    if about.is_file() && about.len() > LONGEST {
        return Err(too_long(path, Some(about.len())).into());
    }
    Ok(all(path, opened(path, &about)?)?)
}

/// That there is more text than is printed at once.
pub(crate) fn too_much(names: &[String], bytes: usize) -> Error {
    Error::Guide {
        message: format!(
            "there are {} of text in {}, and at most {} are printed at once",
            size(bytes as u64),
            names.join(", "),
            size(MOST_TEXT as u64),
        ),
        span: None,
        hint: Some("cut it up and print the parts one by one".into()),
    }
}

fn too_long(path: &Path, bytes: Option<u64>) -> Error {
    let is = bytes.map_or("it is".to_owned(), |bytes| format!("it has {},", size(bytes)));
    Error::Read {
        path: path.to_owned(),
        reason: format!("{is} longer than the {} that are read", size(LONGEST)).into(),
        hint: Some("cut it up and print the parts one by one".into()),
    }
}

/// In megabytes, as people count them.
fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        tenth => format!("{}.{tenth} MB", tenths / 10),
    }
}

/// Reads to the end, unless more than `most` bytes come: then there is nothing. A file may
/// grow meanwhile, and devices have no end.
pub(crate) fn at_most(most: u64, from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// All that comes from `path`.
pub(crate) fn all(path: &Path, from: impl Read) -> Result<Vec<u8>> {
    let bytes = at_most(LONGEST, from);
    let bytes = bytes.map_err(|error| Error::read(path, cause(error)))?;
    bytes.ok_or_else(|| too_long(path, None))
}

fn opened(path: &Path, about: &Metadata) -> Result<File, Unread> {
    let kind = Kind::of(about);
    if let Some(reason) = kind.refusal() {
        return Err(Error::read(path, reason).into());
    }
    if kind == Kind::Pipe { pipe(path) } else { Ok(File::open(path)?) }
}

/// Opening a pipe takes until somebody opens its other end. The thread that waits for that
/// in vain ends with the program.
fn pipe(path: &Path) -> Result<File, Unread> {
    let (sender, receiver) = mpsc::channel();
    let name = path.to_owned();
    thread::spawn(move || sender.send(File::open(name)));
    match receiver.recv_timeout(PATIENCE) {
        Ok(opened) => Ok(opened?),
        Err(_) => Err(Unread::Refused(Error::Read {
            path: path.to_owned(),
            reason: "it is a pipe, and nobody writes into it".into(),
            hint: Some(
                "start what writes into it first, or pipe it in: `… | offprint \
                        sheet -`"
                    .into(),
            ),
        })),
    }
}
