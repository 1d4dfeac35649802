//! Makes a cheat sheet of a guide: `cargo run --example sheet guide.md sheet.pdf`.

use std::error::Error;
use std::path::Path;

use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{FontSet, SheetOptions, cheat_sheet};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let [guide, sheet] = &files[..] else { return Err("give a guide and a PDF".into()) };
    make(guide.as_ref(), sheet.as_ref())
}

/// Reads the guide and writes the sheet.
pub fn make(guide: &Path, sheet: &Path) -> Result<(), Box<dyn Error>> {
    let source = Source::from_bytes(guide.display().to_string(), &std::fs::read(guide)?)?;
    let document = parse(&[source], &ParseOptions::default()).document;
    let mut fonts = FontSet::bundled();
    let made = cheat_sheet(&document, &mut fonts, &SheetOptions::default())?;
    std::fs::write(sheet, made.bytes)?;
    Ok(())
}
