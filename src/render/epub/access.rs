//! What the book says of its own accessibility (EPUB Accessibility 1.1, section 2).
//!
//! It is said of what was written, by the [`Facts`] counted on the way. It does not claim
//! conformance: that takes an evaluation.

use super::facts::Facts;

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
pub(super) fn statements(holdings: &Holdings) -> Vec<(&'static str, String)> {
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
    all.push(("accessibilitySummary", summary(cover, &facts)));
    all
}

fn summary(cover: bool, facts: &Facts) -> String {
    let mut summary = "The whole book is text that reflows, without sound or motion. \
        Headings, lists, tables and footnotes are marked as what they are, and the contents \
        lead to every section and question."
        .to_owned();
    if cover {
        summary.push_str(" The cover is a picture; its alternative text has the title.");
    }
    if facts.pictures > 0 {
        summary.push_str(match facts.pictures_without_text {
            0 => " Pictures have alternative texts.",
            _ => " Some pictures have no alternative text.",
        });
    }
    if facts.pictures_as_text > 0 && facts.pictures > 0 {
        summary.push_str(" Other pictures are given by their alternative texts.");
    } else if facts.pictures_as_text > 0 {
        summary.push_str(" Pictures are given by their alternative texts.");
    }
    if facts.formulas > 0 {
        summary.push_str(" Formulas are MathML with their TeX as alternative text.");
    }
    if facts.tex_formulas > 0 {
        summary.push_str(" Some formulas are given in TeX notation only.");
    }
    summary
}
