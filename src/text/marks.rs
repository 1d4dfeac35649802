//! Marks on letters that their face has no place for: a font that draws ŷ as one glyph often
//! says nothing of where the bar of x̄ goes.

use crate::font::Face;
use crate::frame::Glyph;
use crate::units::Em;

/// Whether a character is a mark that stands over or under the letter before it.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20f0}')
}

/// Puts marks that the face left where the next letter begins over the middle of the letter
/// before them, and above it. The glyphs are those of `words`, which begin at the byte `at`.
pub(super) fn centre(words: &str, at: usize, face: &Face, glyphs: &mut [Glyph]) {
    if words.is_ascii() || !words.contains(is_mark) {
        return;
    }
    for n in 1..glyphs.len() {
        let (letter, mark) = (glyphs[n - 1], glyphs[n]);
        let unplaced = mark.dx == Em::ZERO && mark.dy == Em::ZERO;
        let of_letter = mark.cluster == letter.cluster && mark.advance == Em::ZERO;
        let cluster = &words[mark.cluster as usize - at..];
        let marked = cluster.chars().nth(1).is_some_and(is_mark);
        if !(unplaced && of_letter && marked) {
            continue;
        }
        if let (Some(below), Some(own)) = (face.bounds(letter.id), face.bounds(mark.id)) {
            let middle = |[left, _, right, _]: [i32; 4]| i32::midpoint(left, right);
            let dx = face.em(middle(below) - middle(own)) - letter.advance;
            // Marks are drawn to stand above small letters; higher ones lift them.
            let rise = below[3] - i32::from(face.metrics().x_height);
            let above = own[1] > 0 && rise > 0;
            let dy = if above { face.em(rise) } else { Em::ZERO };
            glyphs[n] = Glyph { dx, dy, ..mark };
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::font::FontSet;
    use crate::text::{Format, Shaper, Span};
    use crate::units::Em;

    #[test]
    fn a_bar_stands_over_its_letter() {
        let fonts = FontSet::bundled_only();
        for text in ["x\u{304}", "b\u{304}", "AB\u{304}"] {
            let spans = [Span { text: text.to_owned(), format: Format::default() }];
            let shaped = Shaper::new(&fonts, "en").shape(&spans);
            let [.., letter, mark] = shaped.glyphs[..] else { panic!("{text}") };
            let face = fonts.face(shaped.runs[0].face);
            let edges = |id| face.bounds(id).expect("an outline");
            let [left, _, right, top] = edges(letter.id).map(|n| face.em(n));
            let own = edges(mark.id).map(|n| face.em(n));
            let from = letter.advance + mark.dx + own[0];
            let to = letter.advance + mark.dx + own[2];
            let off = (from + to) - (left + right);
            assert!(off.scaled().abs() < 200, "{text}: {off:?}");
            assert!(own[1] + mark.dy >= top - Em::thousandths(20), "{text}");
        }
    }
}
