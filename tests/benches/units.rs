//! Writes the units of every answer of a guide as JSON, for work on the choice of them.
//!
//! usage: cargo bench --bench units -- GUIDE.json >units.json, where GUIDE.json is what
//! `offprint tree` writes.

use std::io::Write;

use offprint::document::{Document, plain_text};
use offprint::select::condense::{Answer, CondenseOptions, Unit};
use serde::Serialize;

#[derive(Serialize)]
struct Taken {
    id: String,
    title: String,
    units: Vec<Unit>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(path) = std::env::args().skip(1).find(|path| !path.starts_with("--")) else {
        return Ok(());
    };
    let document: Document = serde_json::from_slice(&std::fs::read(path)?)?;
    let taken: Vec<Taken> = document
        .questions()
        .map(|question| {
            let title = plain_text(&question.title);
            let (language, options) =
                (&document.meta.language, CondenseOptions::default());
            let answer = Answer::new(&title, question.reply(), language, &options);
            Taken { id: question.id.clone(), title, units: answer.units }
        })
        .collect();
    serde_json::to_writer(std::io::stdout().lock(), &taken)?;
    writeln!(std::io::stdout())?;
    Ok(())
}
