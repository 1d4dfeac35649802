//! What the book says of its own accessibility (EPUB Accessibility 1.1, section 2).
//!
//! It is read off the written files, so that it says what the book holds and not what the
//! guide was meant to hold. It does not claim conformance: that takes an evaluation.

use super::book::{QUESTIONS, numbered};
use super::pages::File;

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
    let formulas = count(files, "<code class=\"math");
    if formulas > 0 {
        features.push("latex");
    }
    let mut all = vec![("accessMode", "textual".to_owned())];
    all.push(("accessModeSufficient", "textual".to_owned()));
    all.extend(features.into_iter().map(|f| ("accessibilityFeature", f.to_owned())));
    all.push(("accessibilityHazard", "none".to_owned()));
    let pictures = count(files, "<span class=\"picture\"");
    all.push(("accessibilitySummary", summary(pictures, formulas)));
    all
}

/// Quotes in text are escaped, so `mark` is found in tags only.
fn count(files: &[File], mark: &str) -> usize {
    files.iter().map(|file| file.text.matches(mark).count()).sum()
}

fn summary(pictures: usize, formulas: usize) -> String {
    let mut summary = "The whole book is text that reflows, without sound or motion. \
        Headings, lists, tables and footnotes are marked as what they are, and the contents \
        lead to every section and question."
        .to_owned();
    if pictures > 0 {
        summary.push_str(" Pictures are given by their alternative texts.");
    }
    if formulas > 0 {
        summary.push_str(" Formulas are given in TeX notation.");
    }
    summary
}
