//! Which way text runs: a language's direction, a paragraph's, that of the parts of a line,
//! and the order in which a line is seen (Unicode Standard Annex 9).
//!
//! Glyphs are kept in reading order. Levels belong to the paragraph and are found once;
//! the order as seen belongs to a line, so it is found when a line is drawn.

use std::ops::Range;

use unicode_bidi::{
    BidiClass, BidiInfo, Direction, Level, bidi_class, get_base_direction_full,
};
use unicode_script::{Script, UnicodeScript};

use super::Shaped;
use super::itemise::Stretch;
use crate::font::Family;

/// Whether text in a language, a BCP 47 tag, runs from right to left; its script decides
/// where the tag names one.
pub fn runs_leftwards(language: &str) -> bool {
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split(['-', '_']);
    let first = subtags.next().unwrap_or_default();
    match subtags.next().filter(|script| script.len() == 4) {
        Some(script) => LEFTWARD_SCRIPTS.contains(&script),
        None => LEFTWARD_LANGUAGES.contains(&first),
    }
}

const LEFTWARD_SCRIPTS: [&str; 7] =
    ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"];
const LEFTWARD_LANGUAGES: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Whether the first letter of a text runs leftwards (UAX 9, P2 and P3).
pub fn begins_leftwards(text: &str) -> bool {
    get_base_direction_full(text) == Direction::Rtl
}

/// The level of each byte of a paragraph (UAX 9, BD2): even ones run rightwards.
pub(super) struct Levels {
    /// Whether the paragraph as a whole runs from right to left.
    pub(super) leftwards: bool,
    levels: Vec<Level>,
}

impl Levels {
    /// The levels of a text in a document that runs one way or the other; none where all
    /// of it runs rightwards, as nearly all does.
    ///
    /// A paragraph of a leftward document runs leftwards, too, unless all its letters run
    /// the other way. Elsewhere its first letter decides (P2 and P3). Words of a program
    /// run rightwards among any others, so that their signs stay where they belong.
    pub(super) fn of(text: &str, stretches: &[Stretch], facing: bool) -> Option<Self> {
        let from_right = has_leftward(text);
        if !from_right && !facing {
            return None;
        }
        let is_code = |stretch: &Stretch| stretch.format.style.family == Family::Code;
        let program = !stretches.is_empty() && stretches.iter().all(is_code);
        let isolated = Isolated::new(text, stretches, is_code);
        let leftwards = match facing {
            _ if program => false,
            true => from_right || !text.chars().any(is_rightward),
            false => begins_leftwards(&isolated.text),
        };
        if !leftwards && !from_right {
            return None;
        }
        let base = if leftwards { Level::rtl() } else { Level::ltr() };
        Some(Self { leftwards, levels: isolated.levels(base) })
    }

    fn at(&self, byte: usize) -> u8 {
        self.levels.get(byte).map_or(0, Level::number)
    }

    /// Cuts stretches where the level changes, and where a script ends: letters of Hebrew
    /// and of Arabic are shaped by different rules.
    pub(super) fn part(&self, text: &str, stretches: &[Stretch]) -> Vec<Stretch> {
        let mut parts: Vec<Stretch> = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            let begun = parts.len();
            let mut script = None;
            for (at, c) in text[stretch.bytes.clone()].char_indices() {
                let at = stretch.bytes.start + at;
                let (level, own) = (self.at(at), script_of(c));
                let end = at + c.len_utf8();
                let other = own.is_some() && script.is_some() && own != script;
                match parts[begun..].last_mut() {
                    Some(last) if last.level == level && !other => last.bytes.end = end,
                    _ => {
                        script = None;
                        parts.push(Stretch { bytes: at..end, level, ..stretch.clone() });
                    }
                }
                script = own.or(script);
            }
        }
        parts
    }
}

fn has_leftward(text: &str) -> bool {
    // The first letter that runs leftwards is U+0590, whose first byte is this one.
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(is_leftward)
}

/// The script of a character; none if it stands in several.
fn script_of(c: char) -> Option<Script> {
    Some(c.script())
        .filter(|script| !matches!(script, Script::Common | Script::Inherited))
}

fn is_leftward(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

fn is_rightward(c: char) -> bool {
    bidi_class(c) == BidiClass::L
}

/// A text with words of a program set apart by marks of isolation, and where its bytes
/// come from.
struct Isolated {
    text: String,
    /// The marks, as bytes of the text.
    marks: Vec<Range<usize>>,
}

impl Isolated {
    const LEFT_TO_RIGHT: char = '\u{2066}';
    const END: char = '\u{2069}';

    fn new(
        text: &str,
        stretches: &[Stretch],
        is_code: impl Fn(&Stretch) -> bool,
    ) -> Self {
        let mut isolated = Self { text: String::new(), marks: Vec::new() };
        for alike in stretches.chunk_by(|a, b| is_code(a) == is_code(b)) {
            let code = is_code(&alike[0]);
            if code {
                isolated.mark(Self::LEFT_TO_RIGHT);
            }
            let bytes = alike[0].bytes.start..alike[alike.len() - 1].bytes.end;
            isolated.text.push_str(&text[bytes]);
            if code {
                isolated.mark(Self::END);
            }
        }
        isolated
    }

    fn mark(&mut self, mark: char) {
        let start = self.text.len();
        self.text.push(mark);
        self.marks.push(start..self.text.len());
    }

    /// The levels of the text without its marks.
    fn levels(&self, base: Level) -> Vec<Level> {
        let mut levels = BidiInfo::new(&self.text, Some(base)).levels;
        for mark in self.marks.iter().rev() {
            levels.drain(mark.clone());
        }
        levels
    }
}

/// Glyphs of a run that stand side by side on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The run, by its place in [`Shaped::runs`].
    pub run: usize,
    /// The glyphs, in reading order.
    pub glyphs: Range<usize>,
    /// Whether the first of them stands rightmost.
    pub leftwards: bool,
    /// Whether this is the space that the line ends with, which hangs out.
    pub hangs: bool,
}

impl Shaped {
    /// The pieces of a line, from the left (UAX 9, L1 and L2).
    pub fn seen(&self, line: Range<usize>) -> Vec<Piece> {
        let mut pieces = self.pieces(line);
        let base = u8::from(self.leftwards);
        let level = |piece: &Piece| {
            if piece.hangs { base } else { self.runs[piece.run].level }
        };
        let levels: Vec<Level> = pieces
            .iter()
            .map(|piece| Level::new(level(piece)).unwrap_or_else(|_| Level::ltr()))
            .collect();
        for (piece, level) in pieces.iter_mut().zip(&levels) {
            piece.leftwards = level.is_rtl();
        }
        let order = BidiInfo::reorder_visual(&levels);
        order.into_iter().map(|at| pieces[at].clone()).collect()
    }

    /// The pieces in reading order.
    fn pieces(&self, line: Range<usize>) -> Vec<Piece> {
        let tail = self.tail(&line);
        let first = self.runs.partition_point(|run| run.glyphs.end <= line.start);
        let mut pieces = Vec::new();
        for (at, run) in self.runs.iter().enumerate().skip(first) {
            if run.glyphs.start >= line.end {
                break;
            }
            let (start, end) =
                (run.glyphs.start.max(line.start), run.glyphs.end.min(line.end));
            let parted = tail.clamp(start, end);
            for (glyphs, hangs) in [(start..parted, false), (parted..end, true)] {
                if !glyphs.is_empty() {
                    pieces.push(Piece { run: at, glyphs, leftwards: false, hangs });
                }
            }
        }
        pieces
    }

    /// The first glyph of the spaces that a line ends with.
    fn tail(&self, line: &Range<usize>) -> usize {
        let blank = |glyph: &usize| {
            let at = self.glyphs[*glyph].cluster as usize;
            self.text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        };
        line.end - line.clone().rev().take_while(blank).count()
    }

    /// Whether all of it runs rightwards.
    pub fn is_plain(&self) -> bool {
        !self.leftwards && self.runs.iter().all(|run| run.level == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{FontSet, Style};
    use crate::text::{Format, Shaper, Span};

    fn shaped(language: &str, spans: &[(&str, Family)]) -> Shaped {
        let fonts = FontSet::bundled_only();
        let span = |&(text, family): &(&str, Family)| {
            let style = Style { family, ..Style::default() };
            Span { text: text.to_owned(), format: Format { style, ..Format::default() } }
        };
        let spans: Vec<Span> = spans.iter().map(span).collect();
        Shaper::new(&fonts, language).shape(&spans)
    }

    /// The characters from the left, a bar where one piece ends and the next begins.
    fn seen(text: &Shaped) -> String {
        let pieces = text.seen(0..text.glyphs.len()).into_iter().map(|piece| {
            let glyph =
                |at: usize| text.text[text.glyphs[at].cluster as usize..].chars().next();
            let mut chars: Vec<char> = piece.glyphs.filter_map(glyph).collect();
            if piece.leftwards {
                chars.reverse();
            }
            chars.into_iter().collect::<String>()
        });
        pieces.collect::<Vec<_>>().join("|")
    }

    fn seen_in(language: &str, text: &str) -> String {
        seen(&shaped(language, &[(text, Family::Text)]))
    }

    #[test]
    fn words_stand_in_the_order_of_the_annex() {
        // Each case: language, as read, as seen from the left.
        let cases = [
            ("he", "אבג דהו", "והד גבא"),
            ("he", "אב (HTTP) גד", "דג )|HTTP|( בא"),
            ("he", "HTTP אבג", "גבא |HTTP"),
            ("he", "אב 15% גד 4.2", "4.2| דג |15%| בא"),
            ("he", "only Latin.", "only Latin."),
            ("he", "1 ", " |1"),
            ("en", "See אבג דה, then go", "See |הד גבא|, then go"),
            ("en", "אב means peace", "means peace| בא"),
            ("ar", "من 10 إلى 20", "20| ىلإ |10| نم"),
        ];
        for (language, read, expected) in cases {
            let seen = seen_in(language, read);
            let plain = |text: &str| text.replace('|', "");
            assert_eq!(plain(&seen), plain(expected), "{language}: {read}");
        }
    }

    #[test]
    fn programs_keep_their_signs_among_words_from_the_right() {
        let spans =
            [("אבג ", Family::Text), ("f(x)", Family::Code), (" דה", Family::Text)];
        assert_eq!(seen(&shaped("he", &spans)).replace('|', ""), "הד f(x) גבא");
        // All of a line of a program, even where it is nothing but signs.
        let line = shaped("he", &[("} // אב", Family::Code)]);
        assert!(!line.leftwards);
        assert_eq!(seen(&line).replace('|', ""), "} // בא");
        assert!(shaped("he", &[("});", Family::Code)]).is_plain());
    }

    #[test]
    fn the_space_at_the_end_of_a_line_hangs_out() {
        let text = shaped("en", &[("go אבג דה", Family::Text)]);
        // The line ends with the space between the two words from the right.
        let space = text.glyphs.len() - 3;
        let pieces = text.seen(0..space + 1);
        let last = pieces.last().expect("there are pieces");
        assert!(last.hangs && !last.leftwards, "{pieces:?}");
        assert_eq!(last.glyphs, space..space + 1);
    }

    #[test]
    fn a_paragraph_goes_by_its_first_letter_or_by_its_document() {
        let leftwards =
            |language, text| shaped(language, &[(text, Family::Text)]).leftwards;
        for (language, text, expected) in [
            ("en", "אבג is a word", true),
            ("en", "A word: אבג", false),
            ("en", "12 – 15", false),
            ("he", "API של אבג", true),
            ("he", "12 – 15", true),
            ("he", "An English line", false),
            ("ar-EG", "نص", true),
        ] {
            assert_eq!(leftwards(language, text), expected, "{language}: {text}");
        }
    }

    #[test]
    fn texts_put_together_keep_their_order_inside() {
        let plain = |text: &Shaped| seen(text).replace('|', "");
        let part = |language, text| shaped(language, &[(text, Family::Text)]);
        let (hebrew, latin) = (part("he", "אב 1"), part("he", "go (now)"));
        let all = Shaped::concat(&[&hebrew, &part("he", " · "), &latin], true);
        assert_eq!(plain(&all), "go (now) · 1 בא");
        let all = Shaped::concat(&[&latin, &part("en", " · "), &hebrew], false);
        assert_eq!(plain(&all), "go (now) · 1 בא");
    }

    #[test]
    fn the_script_decides_the_direction() {
        for (tag, expected) in [
            ("ar", true),
            ("he-IL", true),
            ("HE", true),
            ("pa-Arab", true),
            ("az-Latn", false),
            ("en", false),
            ("", false),
        ] {
            assert_eq!(runs_leftwards(tag), expected, "{tag}");
        }
    }
}
