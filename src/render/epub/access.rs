//! What the book says of its own accessibility (EPUB Accessibility 1.1, section 2).
//!
//! It is said of what was written, by the [`Facts`] counted on the way. It does not claim
//! conformance: that takes an evaluation.

use super::facts::Facts;
use crate::words::Words;

/// What a book holds.
pub(super) struct Holdings {
    /// Whether it has a picture in front.
    pub cover: bool,
    /// Whether it lists all questions.
    pub index: bool,
    /// What its files hold.
    pub facts: Facts,
}

/// Properties of schema.org, without their prefix, and their values.
pub(super) fn statements(
    holdings: &Holdings,
    words: &Words,
) -> Vec<(&'static str, String)> {
    let &Holdings { cover, index, facts } = holdings;
    let mut features = vec![
        "tableOfContents",
        "readingOrder",
        "structuralNavigation",
        "displayTransformability",
        "ARIA",
    ];
    if index {
        features.push("index");
    }
    if facts.page_breaks > 0 {
        features.extend(["pageBreakMarkers", "pageNavigation"]);
    }
    if facts.formulas > 0 {
        features.push("MathML");
    }
    if facts.tex_formulas > 0 {
        features.push("latex");
    }
    let mut all = vec![("accessMode", "textual".to_owned())];
    if cover || facts.pictures > 0 {
        all.push(("accessMode", "visual".to_owned()));
        features.push("alternativeText");
    }
    // Pictures of which nothing is said may say something themselves.
    let sufficient =
        if facts.pictures_without_text > 0 { "textual,visual" } else { "textual" };
    all.push(("accessModeSufficient", sufficient.to_owned()));
    all.extend(features.into_iter().map(|f| ("accessibilityFeature", f.to_owned())));
    all.push(("accessibilityHazard", "none".to_owned()));
    all.push(("accessibilitySummary", summary(cover, &facts, words)));
    all
}

fn summary(cover: bool, facts: &Facts, words: &Words) -> String {
    let said = &words.access;
    let mut sentences = vec![said.text];
    if cover {
        sentences.push(said.cover);
    }
    if facts.pictures > 0 {
        sentences.push(match facts.pictures_without_text {
            0 => said.pictures,
            _ => said.some_without,
        });
    }
    if facts.pictures_as_text > 0 && facts.pictures > 0 {
        sentences.push(said.others_in_words);
    } else if facts.pictures_as_text > 0 {
        sentences.push(said.in_words);
    }
    if facts.formulas > 0 {
        sentences.push(said.formulas);
    }
    if facts.tex_formulas > 0 {
        sentences.push(said.tex);
    }
    sentences.join(words.signs.space)
}
