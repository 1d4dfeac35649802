//! Makes a book of a guide: `cargo run --example book guide.md book.epub`.

use std::error::Error;
use std::path::Path;

use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{BookOptions, FontSet, book};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let [guide, file] = &files[..] else { return Err("give a guide and an EPUB".into()) };
    make(guide.as_ref(), file.as_ref())
}

/// Reads the guide and writes the book.
pub fn make(guide: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    let source = Source::from_bytes(guide.display().to_string(), &std::fs::read(guide)?)?;
    let document = parse(&[source], &ParseOptions::default()).document;
    let mut fonts = FontSet::bundled();
    let made = book(&document, &mut fonts, &BookOptions::default())?;
    std::fs::write(file, made.bytes)?;
    Ok(())
}
