//! Bidirectional text (bidi, Unicode Standard Annex 9): the direction of a paragraph, that
//! of the parts of a line, and the visual order of a line.
//!
//! Glyphs are kept in reading order. Levels belong to the paragraph and are found once;
//! the visual order belongs to a line, so it is found when a line is drawn.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_script::{Script, UnicodeScript};

use super::addresses;
use super::itemise::Stretch;
use super::{Direction, Shaped};
use crate::font::Family;

/// The level of each byte of a paragraph (UAX 9, BD2): even ones run from left to right.
pub(super) struct Levels {
    /// That of the paragraph as a whole.
    pub(super) direction: Direction,
    levels: Vec<Level>,
}

impl Levels {
    /// The levels of a text in a document that runs one way or the other; none where all
    /// of it runs from left to right, as nearly all does.
    ///
    /// A paragraph of a document from right to left runs that way, too, unless all its
    /// letters run the other way. Elsewhere its first letter decides (P2 and P3). Words of
    /// a program run from left to right among any others, so that their signs stay where
    /// they belong.
    pub(super) fn of(
        text: &str,
        stretches: &[Stretch],
        document: Direction,
    ) -> Option<Self> {
        let has_rtl = has_rtl(text);
        if !has_rtl && !document.is_rtl() {
            return None;
        }
        let is_code = |stretch: &Stretch| stretch.format.style.family == Family::Code;
        let program = !stretches.is_empty() && stretches.iter().all(is_code);
        // Formulas run from left to right, as programs do.
        let is_isolated =
            |stretch: &Stretch| is_code(stretch) || stretch.format.formula.is_some();
        let isolated = Isolated::new(text, stretches, is_isolated);
        let direction = match document {
            _ if program => Direction::LeftToRight,
            Direction::RightToLeft => {
                Direction::rtl_if(has_rtl || !text.chars().any(is_ltr))
            }
            Direction::LeftToRight => Direction::of_first_letter(&isolated.text),
        };
        if !direction.is_rtl() && !has_rtl {
            return None;
        }
        let base = if direction.is_rtl() { Level::rtl() } else { Level::ltr() };
        Some(Self { direction, levels: isolated.levels(base) })
    }

    fn at(&self, byte: usize) -> u8 {
        self.levels.get(byte).map_or(0, Level::number)
    }

    /// Cuts stretches where the level changes, and where a script ends: letters of Hebrew
    /// and of Arabic are shaped by different rules.
    pub(super) fn part(&self, text: &str, stretches: &[Stretch]) -> Vec<Stretch> {
        let mut parts: Vec<Stretch> = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            if stretch.format.formula.is_some() {
                let level = self.at(stretch.bytes.start);
                parts.push(Stretch { level, ..stretch.clone() });
                continue;
            }
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

fn has_rtl(text: &str) -> bool {
    // The first letter that runs from right to left is U+0590, whose first byte is this one.
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(is_rtl)
}

/// The script of a character; none if it stands in several.
fn script_of(c: char) -> Option<Script> {
    Some(c.script())
        .filter(|script| !matches!(script, Script::Common | Script::Inherited))
}

fn is_rtl(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

fn is_ltr(c: char) -> bool {
    bidi_class(c) == BidiClass::L
}

/// A text with words of a program set apart by marks of isolation, addresses held together by
/// marks of direction, and where its bytes come from.
struct Isolated {
    text: String,
    /// The marks, as bytes of the text.
    marks: Vec<Range<usize>>,
}

impl Isolated {
    const LEFT_TO_RIGHT: char = '\u{2066}';
    const END: char = '\u{2069}';
    /// A letter of no width.
    const LETTER: char = '\u{200e}';

    fn new(
        text: &str,
        stretches: &[Stretch],
        is_code: impl Fn(&Stretch) -> bool,
    ) -> Self {
        let mut isolated = Self { text: String::new(), marks: Vec::new() };
        let mut letters = addresses::marks(text, is_rtl).into_iter().peekable();
        for alike in stretches.chunk_by(|a, b| is_code(a) == is_code(b)) {
            let code = is_code(&alike[0]);
            if code {
                isolated.mark(Self::LEFT_TO_RIGHT);
            }
            let bytes = alike[0].bytes.start..alike[alike.len() - 1].bytes.end;
            let mut from = bytes.start;
            while let Some(at) = letters.next_if(|at| *at <= bytes.end) {
                if !code && at >= from {
                    isolated.text.push_str(&text[from..at]);
                    isolated.mark(Self::LETTER);
                    from = at;
                }
            }
            isolated.text.push_str(&text[from..bytes.end]);
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
        let all = BidiInfo::new(&self.text, Some(base)).levels;
        let mut levels = Vec::with_capacity(all.len());
        let mut from = 0;
        for mark in &self.marks {
            levels.extend_from_slice(&all[from..mark.start]);
            from = mark.end;
        }
        levels.extend_from_slice(&all[from..]);
        levels
    }
}

/// Glyphs of a run that stand side by side on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisualRun {
    /// The run, by its place in [`Shaped::runs`].
    pub run: usize,
    /// The glyphs, in reading order.
    pub glyphs: Range<usize>,
    /// From right to left where the first of them stands rightmost.
    pub direction: Direction,
    /// Whether this is the space that the line ends with, which hangs out.
    pub hangs: bool,
}

impl Shaped {
    /// A line in visual order, from the left (UAX 9, L1 and L2).
    pub fn visual_order(&self, line: Range<usize>) -> Vec<VisualRun> {
        let mut runs = self.reading_order(line);
        let base = u8::from(self.direction.is_rtl());
        let level = |run: &VisualRun| {
            if run.hangs { base } else { self.runs[run.run].level }
        };
        let levels: Vec<Level> = runs
            .iter()
            .map(|run| Level::new(level(run)).unwrap_or_else(|_| Level::ltr()))
            .collect();
        for (run, level) in runs.iter_mut().zip(&levels) {
            run.direction = Direction::rtl_if(level.is_rtl());
        }
        let order = BidiInfo::reorder_visual(&levels);
        order.into_iter().map(|at| runs[at].clone()).collect()
    }

    /// The same runs in reading order, their directions not found yet.
    fn reading_order(&self, line: Range<usize>) -> Vec<VisualRun> {
        let tail = self.tail(&line);
        let first = self.runs.partition_point(|run| run.glyphs.end <= line.start);
        let mut runs = Vec::new();
        for (at, run) in self.runs.iter().enumerate().skip(first) {
            if run.glyphs.start >= line.end {
                break;
            }
            let (start, end) =
                (run.glyphs.start.max(line.start), run.glyphs.end.min(line.end));
            let parted = tail.clamp(start, end);
            for (glyphs, hangs) in [(start..parted, false), (parted..end, true)] {
                if !glyphs.is_empty() {
                    let direction = Direction::default();
                    runs.push(VisualRun { run: at, glyphs, direction, hangs });
                }
            }
        }
        runs
    }

    /// The first glyph of the spaces that a line ends with.
    fn tail(&self, line: &Range<usize>) -> usize {
        let blank = |glyph: &usize| {
            let at = self.glyphs[*glyph].cluster as usize;
            self.text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        };
        line.end - line.clone().rev().take_while(blank).count()
    }

    /// Whether all of a line runs from left to right.
    pub fn is_plain(&self, line: &Range<usize>) -> bool {
        let first = self.runs.partition_point(|run| run.glyphs.end <= line.start);
        let runs = self.runs[first..].iter();
        let mut inside = runs.take_while(|run| run.glyphs.start < line.end);
        !self.direction.is_rtl() && inside.all(|run| run.level == 0)
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

    /// The characters in visual order, a bar where one run ends and the next begins.
    fn visual(text: &Shaped) -> String {
        let runs = text.visual_order(0..text.glyphs.len()).into_iter().map(|run| {
            let glyph =
                |at: usize| text.text[text.glyphs[at].cluster as usize..].chars().next();
            let mut chars: Vec<char> = run.glyphs.filter_map(glyph).collect();
            if run.direction.is_rtl() {
                chars.reverse();
            }
            chars.into_iter().collect::<String>()
        });
        runs.collect::<Vec<_>>().join("|")
    }

    fn visual_in(language: &str, text: &str) -> String {
        visual(&shaped(language, &[(text, Family::Text)]))
    }

    #[test]
    fn words_stand_in_the_order_of_the_annex() {
        // Each case: language, reading order, visual order from the left.
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
            // Addresses keep their last signs, and the sentence its full stop.
            ("he", "אב https://a.org/b/. גד", "דג .https://a.org/b/ בא"),
            ("he", "אב (a@b.org).", ".)a@b.org( בא"),
            ("he", "אב /etc/hosts", "/etc/hosts בא"),
            ("ar", "نص C++.", ".C++ صن"),
            ("ar", "من 10.0.0.1:80/x", "10.0.0.1:80/x نم"),
            ("en", "אבג https://a.org/!", "!https://a.org/ גבא"),
        ];
        for (language, read, expected) in cases {
            let visual = visual_in(language, read);
            let plain = |text: &str| text.replace('|', "");
            assert_eq!(plain(&visual), plain(expected), "{language}: {read}");
        }
    }

    #[test]
    fn programs_keep_their_signs_among_words_from_the_right() {
        let spans =
            [("אבג ", Family::Text), ("f(x)", Family::Code), (" דה", Family::Text)];
        assert_eq!(visual(&shaped("he", &spans)).replace('|', ""), "הד f(x) גבא");
        // All of a line of a program, even where it is nothing but signs.
        let line = shaped("he", &[("} // אב", Family::Code)]);
        assert!(!line.direction.is_rtl());
        assert_eq!(visual(&line).replace('|', ""), "} // בא");
        let code = shaped("he", &[("});", Family::Code)]);
        assert!(code.is_plain(&(0..code.glyphs.len())));
    }

    #[test]
    fn the_space_at_the_end_of_a_line_hangs_out() {
        let text = shaped("en", &[("go אבג דה", Family::Text)]);
        // The line ends with the space between the two words from the right.
        let space = text.glyphs.len() - 3;
        let runs = text.visual_order(0..space + 1);
        let last = runs.last().expect("there are runs");
        assert!(last.hangs && !last.direction.is_rtl(), "{runs:?}");
        assert_eq!(last.glyphs, space..space + 1);
    }

    #[test]
    fn a_paragraph_goes_by_its_first_letter_or_by_its_document() {
        let is_rtl =
            |language, text| shaped(language, &[(text, Family::Text)]).direction.is_rtl();
        for (language, text, expected) in [
            ("en", "אבג is a word", true),
            ("en", "A word: אבג", false),
            ("en", "12 – 15", false),
            ("he", "API של אבג", true),
            ("he", "12 – 15", true),
            ("he", "An English line", false),
            ("ar-EG", "نص", true),
        ] {
            assert_eq!(is_rtl(language, text), expected, "{language}: {text}");
        }
    }

    #[test]
    fn texts_put_together_keep_their_order_inside() {
        let plain = |text: &Shaped| visual(text).replace('|', "");
        let part = |language, text| shaped(language, &[(text, Family::Text)]);
        let (hebrew, latin) = (part("he", "אב 1"), part("he", "go (now)"));
        let all = Shaped::concat(
            &[&hebrew, &part("he", " · "), &latin],
            Direction::RightToLeft,
        );
        assert_eq!(plain(&all), "go (now) · 1 בא");
        let all = Shaped::concat(
            &[&latin, &part("en", " · "), &hebrew],
            Direction::LeftToRight,
        );
        assert_eq!(plain(&all), "go (now) · 1 בא");
    }
}
