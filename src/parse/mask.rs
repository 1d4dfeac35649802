//! Characters of a source that stand masked while Markdown is read, since the parser would take
//! them for what no author meant: `pins` before words of their line, signs that begin `lines`,
//! `dollars` that begin no formula, `cjk` signs beside marks of emphasis.
//!
//! A mask is as long as what it hides, so that all places stay. What the parser gives back for
//! words is a part of what it was given, so that [`Masked::written`] finds what is meant by place.
//! Masks stand in words only: `words` asks the parser itself which those are.

mod cjk;
mod dollars;
mod formula;
mod hiding;
mod lines;
mod pins;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::Options;

use hiding::put;
use words::Words;

pub(super) use formula::tex;
pub(super) use pins::under_mask;

/// The text of a source with its masks.
pub(super) struct Masked<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    /// Where headings of the first level begin that have no space behind their sign.
    titles: Vec<usize>,
}

impl<'t> Masked<'t> {
    /// Masks `source`, which is read with `options`.
    pub(super) fn new(source: &'t str, options: Options) -> Self {
        let mut text = put(pins::masked(source), &lines::colons(source));
        let mut titles = Vec::new();
        if lines::concerns(&text) {
            let tight = lines::Tight::of(&text, &Words::of(&text, options));
            text = put(text, &tight.masks);
            titles = tight.titles;
        }
        if text.contains('$') {
            let words = Words::of(&text, options - Options::ENABLE_MATH);
            text = put(text, &dollars::masks(source, &words));
        }
        if cjk::concerns(&text) {
            let words = Words::of(&text, options);
            text = put(text, &cjk::masks(source, &words));
        }
        Self { source, text, titles }
    }

    /// What the parser is to read.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What the source has where the parser found `text` at `range`, if those are words as they
    /// stand there and not what an entity stands for.
    pub(super) fn written(&self, text: &str, range: Range<usize>) -> Option<&'t str> {
        let verbatim = self.text.get(range.clone()) == Some(text);
        if verbatim { self.source.get(range) } else { None }
    }

    /// Whether the paragraph at `range` is a heading of the first level without a space behind
    /// its sign.
    pub(super) fn is_title(&self, range: &Range<usize>) -> bool {
        let lines = self.source.get(range.clone()).map(str::trim_end);
        self.titles.binary_search(&range.start).is_ok()
            && lines.is_some_and(|lines| !lines.contains('\n'))
    }
}

/// `text` without masks, where it is no part of the words of the source.
pub(super) fn unmasked(text: &str) -> Cow<'_, str> {
    lines::with_colons(pins::unmasked(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_keep_all_places() {
        let source = "**値：**x costs **$5**–**$6** &amp; $x$";
        let masked = Masked::new(source, Options::ENABLE_MATH);
        assert_eq!(masked.text().len(), source.len());
        assert_ne!(masked.text(), source);
        assert!(masked.text().ends_with("$x$"));
        let colon = source.find('：').expect("a colon");
        let range = colon..colon + '：'.len_utf8();
        let seen = &masked.text()[range.clone()];
        assert_eq!(masked.written(seen, range.clone()), Some("："));
        assert_eq!(masked.written("&", range), None);
    }
}
