//! Makes flashcards of a guide: `cargo run --example cards guide.md cards.pdf`.

use std::error::Error;
use std::path::Path;

use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{CardOptions, FontSet, flashcards};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let [guide, cards] = &files[..] else { return Err("give a guide and a PDF".into()) };
    make(guide.as_ref(), cards.as_ref())
}

/// Reads the guide and writes the cards.
pub fn make(guide: &Path, cards: &Path) -> Result<(), Box<dyn Error>> {
    let source = Source::from_bytes(guide.display().to_string(), &std::fs::read(guide)?)?;
    let document = parse(&[source], &ParseOptions::default()).document;
    let mut fonts = FontSet::bundled();
    let made = flashcards(&document, &mut fonts, &CardOptions::default())?;
    std::fs::write(cards, made.bytes)?;
    Ok(())
}
