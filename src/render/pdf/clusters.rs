//! Which glyphs of a run stand for which characters.
//!
//! A cluster is the shortest stretch of text that has glyphs of its own: mostly one
//! glyph and one character, but one glyph and several letters for a ligature, or several
//! glyphs for a letter and its accents.

use std::ops::Range;

use crate::frame::TextRun;
use crate::text::Direction;

/// Glyphs side by side, and the characters that they show together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cluster<'a> {
    /// In the run's glyphs.
    pub glyphs: Range<usize>,
    /// Where the characters stand in the run's text.
    pub range: Range<usize>,
    /// The characters.
    pub text: &'a str,
    /// Whether the first character is shown by the last glyph.
    pub backward: bool,
}

/// Whether the glyphs of a run stand against the order in which they are read.
pub(super) fn is_backward(run: &TextRun) -> bool {
    let Some(first) = run.glyphs.first() else { return false };
    let other = run.glyphs.iter().find(|glyph| glyph.cluster != first.cluster);
    match other {
        Some(other) => other.cluster < first.cluster,
        // A letter and its points alone.
        None => run.glyphs.len() > 1 && Direction::of_first_letter(&run.text).is_rtl(),
    }
}

/// The clusters of a run, in visual order.
pub(super) fn clusters(run: &TextRun) -> impl Iterator<Item = Cluster<'_>> {
    let backward = is_backward(run);
    let mut from = 0;
    let mut before = None;
    std::iter::from_fn(move || {
        let start = run.glyphs.get(from)?.cluster;
        let same =
            run.glyphs[from..].iter().take_while(|glyph| glyph.cluster == start).count();
        let glyphs = from..from + same;
        from = glyphs.end;
        let after = run.glyphs.get(from).map(|glyph| glyph.cluster);
        let end = [after, before].into_iter().flatten().find(|&end| end > start);
        before = Some(start);
        let end = end.map_or(run.text.len(), |end| end as usize);
        let nothing = run.text.len()..run.text.len();
        let range = start as usize..end;
        let range = if run.text.get(range.clone()).is_some() { range } else { nothing };
        let text = &run.text[range.clone()];
        Some(Cluster { glyphs, range, text, backward })
    })
}

impl<'a> Cluster<'a> {
    /// A text for each glyph, in reading order, where there are as many characters as
    /// glyphs. One glyph may show all points of a letter that is written from the right:
    /// it stands for all that the glyphs before it do not show.
    pub(super) fn paired(
        &self,
    ) -> Option<impl Iterator<Item = (usize, &'a str)> + use<'a>> {
        let Self { glyphs: Range { start, end }, text, backward, .. } = self.clone();
        let (glyphs, count) = (end - start, text.chars().count());
        let last_takes_all = glyphs == 1 || (backward && glyphs < count);
        let pairs = !text.is_empty() && (last_takes_all || glyphs == count);
        let starts = text.char_indices().take(glyphs).enumerate();
        let end_of = move |n, at, c: char| {
            let rest = last_takes_all && n + 1 == glyphs;
            if rest { text.len() } else { at + c.len_utf8() }
        };
        let texts = starts.map(move |(n, (at, c))| &text[at..end_of(n, at, c)]);
        let order = move |n| if backward { end - 1 - n } else { start + n };
        pairs.then(|| texts.enumerate().map(move |(n, text)| (order(n), text)))
    }
}

/// Whether two texts are one to a reader: variation selectors choose a picture, not a
/// character, and a space that keeps a line together is a space.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || folded(a).eq(folded(b))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| !('\u{fe00}'..='\u{fe0f}').contains(c))
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::FaceId;
    use crate::frame::{Color, Glyph};
    use crate::units::{Em, Length};

    fn run(text: &str, starts: &[u32]) -> TextRun {
        let glyph = |(id, &cluster)| {
            let (advance, dx, dy) = (Em::ONE, Em::ZERO, Em::ZERO);
            Glyph { id: id as u16 + 1, advance, dx, dy, cluster }
        };
        TextRun {
            face: FaceId(0),
            size: Length::pt(10.0),
            color: Color::BLACK,
            glyphs: starts.iter().enumerate().map(glyph).collect(),
            text: text.to_owned(),
            tag: None,
            said: Vec::new(),
        }
    }

    fn texts(run: &TextRun) -> Vec<(usize, &str)> {
        clusters(run).map(|cluster| (cluster.glyphs.len(), cluster.text)).collect()
    }

    #[test]
    fn a_cluster_ends_where_the_next_begins() {
        assert_eq!(
            texts(&run("office", &[0, 1, 4, 5])),
            [(1, "o"), (1, "ffi"), (1, "c"), (1, "e")]
        );
        assert_eq!(texts(&run("xe\u{301}", &[0, 1, 1])), [(1, "x"), (2, "e\u{301}")]);
    }

    #[test]
    fn so_it_does_from_right_to_left() {
        assert_eq!(texts(&run("אבג", &[4, 2, 0])), [(1, "ג"), (1, "ב"), (1, "א")]);
    }

    #[test]
    fn points_of_a_letter_stand_before_it_from_right_to_left() {
        let points = |text: &str, starts: &[u32]| -> Vec<(usize, String)> {
            let run = run(text, starts);
            let last = clusters(&run).last().unwrap();
            last.paired().unwrap().map(|(at, text)| (at, text.to_owned())).collect()
        };
        let pair = |at, text: &str| (at, text.to_owned());
        let three = [pair(2, "ב"), pair(1, "\u{5bc}"), pair(0, "\u{5b8}")];
        assert_eq!(points("ב\u{5bc}\u{5b8}", &[0, 0, 0]), three);
        let behind = [pair(3, "ב"), pair(2, "\u{5bc}"), pair(1, "\u{5b8}")];
        assert_eq!(points("ב\u{5bc}\u{5b8}ג", &[6, 0, 0, 0]), behind);
        let two = [pair(1, "ض"), pair(0, "\u{651}\u{64e}")];
        assert_eq!(points("ض\u{651}\u{64e}", &[0, 0]), two);
    }

    #[test]
    fn a_place_outside_the_text_says_nothing() {
        assert_eq!(texts(&run("é", &[0, 1, 9])), [(1, ""), (1, ""), (1, "")]);
    }

    #[test]
    fn glyphs_are_paired_with_characters_where_they_are_as_many() {
        let run = run("e\u{301}", &[0, 0]);
        let cluster = clusters(&run).next().unwrap();
        assert_eq!(
            cluster.paired().unwrap().collect::<Vec<_>>(),
            [(0, "e"), (1, "\u{301}")]
        );
    }
}
