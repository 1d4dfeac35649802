//! What the book says of its own accessibility (EPUB Accessibility 1.1, section 2).
//!
//! It is read off the written files, so that it says what the book holds and not what the
//! guide was meant to hold. It does not claim conformance: that takes an evaluation.

use super::book::{QUESTIONS, numbered};
use super::file::{COVER_FILE, File};

/// Properties of schema.org, without their prefix, and their values.
pub fn statements(files: &[File]) -> Vec<(&'static str, String)> {
    let mut features = vec![
        "tableOfContents",
        "readingOrder",
        "structuralNavigation",
        "displayTransformability",
        "ARIA",
    ];
    if files.iter().any(|file| file.name == numbered(QUESTIONS, 0)) {
        features.push("index");
    }
    if count(files, "epub:type=\"pagebreak\"") > 0 {
        features.extend(["pageBreakMarkers", "pageNavigation"]);
    }
    let formulas = count(files, "<math ");
    if formulas > 0 {
        features.push("MathML");
    }
    let sources = count(files, "<code class=\"math");
    if sources > 0 {
        features.push("latex");
    }
    let cover = files.iter().any(|file| file.name == COVER_FILE);
    let shown = count(files, "<img ") - usize::from(cover);
    let silent = count(files, " alt=\"\"");
    let mut all = vec![("accessMode", "textual".to_owned())];
    if cover || shown > 0 {
        all.push(("accessMode", "visual".to_owned()));
        features.push("alternativeText");
    }
    // Pictures of which nothing is said may say something themselves.
    let sufficient = if silent > 0 { "textual,visual" } else { "textual" };
    all.push(("accessModeSufficient", sufficient.to_owned()));
    all.extend(features.into_iter().map(|f| ("accessibilityFeature", f.to_owned())));
    all.push(("accessibilityHazard", "none".to_owned()));
    let pictures = count(files, "<span class=\"picture\"");
    let pictures = (shown, silent, pictures);
    all.push(("accessibilitySummary", summary(cover, pictures, formulas, sources)));
    all
}

/// Quotes in text are escaped, so `mark` is found in tags only.
fn count(files: &[File], mark: &str) -> usize {
    files.iter().map(|file| file.text.matches(mark).count()).sum()
}

fn summary(
    cover: bool,
    (shown, silent, given): (usize, usize, usize),
    formulas: usize,
    sources: usize,
) -> String {
    let mut summary = "The whole book is text that reflows, without sound or motion. \
        Headings, lists, tables and footnotes are marked as what they are, and the contents \
        lead to every section and question."
        .to_owned();
    if cover {
        summary.push_str(" The cover is a picture; its alternative text has the title.");
    }
    if shown > 0 {
        summary.push_str(match silent {
            0 => " Pictures have alternative texts.",
            _ => " Some pictures have no alternative text.",
        });
    }
    if given > 0 && shown > 0 {
        summary.push_str(" Other pictures are given by their alternative texts.");
    } else if given > 0 {
        summary.push_str(" Pictures are given by their alternative texts.");
    }
    if formulas > 0 {
        summary.push_str(" Formulas are MathML with their TeX as alternative text.");
    }
    if sources > 0 {
        summary.push_str(" Some formulas are given in TeX notation only.");
    }
    summary
}
