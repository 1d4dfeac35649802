//! Where the sentences of a flow begin: the places at which a paragraph may go on on the next
//! card. They are the same at any size, and only a flow that one card does not hold asks.

use std::cell::OnceCell;
use std::ops::Range;

use crate::font::Family;
use crate::select::condense::sentences;
use crate::text::{Atom, AtomKind, FORBIDDEN, MOST_FORMS, Run, Shaped};

/// A text has at most so many forms.
const FORMS: usize = MOST_FORMS as usize;

/// The sentences of the paragraphs of a flow, found when they are asked for.
pub(super) struct Sentences {
    language: String,
    /// Of each element: those of its text, and those of its text beside a name, in each of its
    /// forms.
    starts: Vec<[[OnceCell<Vec<usize>>; FORMS]; 2]>,
}

impl Sentences {
    /// Those of a flow of so many elements in a language.
    pub(super) fn new(language: &str, elements: usize) -> Self {
        let starts = (0..elements).map(|_| <[[OnceCell<_>; FORMS]; 2]>::default());
        let starts = starts.collect();
        Self { language: language.to_owned(), starts }
    }

    /// The atoms that sentences of an element begin with, but for the first; `text` is what
    /// the element shows, which may stand `beside` its name.
    pub(super) fn starts(&self, element: usize, beside: bool, text: &Shaped) -> &[usize] {
        let find = || starts(text, &self.language);
        let forms = &self.starts[element][usize::from(beside)];
        forms[usize::from(text.form)].get_or_init(find)
    }
}

fn starts(text: &Shaped, language: &str) -> Vec<usize> {
    let found = sentences(&text.text, language, &solid(text));
    let mut begin = found.iter().skip(1).map(|sentence| sentence.start).peekable();
    let mut starts = Vec::new();
    for (n, atom) in text.atoms.iter().enumerate().skip(1) {
        let Some(glyph) = text.glyphs[atom.glyphs.clone()].first() else { continue };
        let mut begins = false;
        while begin.next_if(|at| *at <= glyph.cluster as usize).is_some() {
            begins = true;
        }
        if begins && may_begin(&text.atoms[n - 1]) {
            starts.push(n);
        }
    }
    starts
}

/// Whether a line may begin behind an atom.
fn may_begin(before: &Atom) -> bool {
    match before.kind {
        AtomKind::Space { cost } => cost != FORBIDDEN,
        AtomKind::Penalty { hyphen, .. } => hyphen.is_none(),
        AtomKind::Break => true,
        AtomKind::Box => false,
    }
}

/// Words of programs and formulas, inside which no sentence ends.
fn solid(text: &Shaped) -> Vec<Range<usize>> {
    let mut solid: Vec<Range<usize>> = Vec::new();
    let is_solid =
        |run: &&Run| run.format.style.family == Family::Code || run.inset.is_some();
    for run in text.runs.iter().filter(is_solid) {
        match solid.last_mut() {
            Some(last) if last.end == run.bytes.start => last.end = run.bytes.end,
            _ => solid.push(run.bytes.clone()),
        }
    }
    solid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::FontSet;
    use crate::text::{Format, Shaper, Span};

    fn found(language: &str, text: &str) -> Vec<String> {
        let fonts = FontSet::bundled();
        let span = Span { text: text.to_owned(), format: Format::default() };
        let shaped = Shaper::new(&fonts, language).shape(&[span]);
        let byte = |atom: &usize| shaped.glyphs[shaped.atoms[*atom].glyphs.start].cluster;
        let starts = starts(&shaped, language);
        starts.iter().map(|atom| text[byte(atom) as usize..].to_owned()).collect()
    }

    #[test]
    fn sentences_begin_at_atoms_and_abbreviations_end_none() {
        let text = "Ask first, e.g. Why now? Then measure. Mend.";
        assert_eq!(found("en", text), ["Then measure. Mend.", "Mend."]);
        assert_eq!(found("en", "One sentence alone"), [""; 0]);
    }
}
