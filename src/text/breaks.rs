//! Where a line may end: Unicode's rules (UAX #14), hyphenation, and a few of typesetting.

use std::ops::Range;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::atom::{Atom, AtomKind, FORBIDDEN, Hyphen};
use super::phrases::Phrases;
use super::shaped::{Run, Shaped};
use crate::font::{Family, FontSet};
use crate::units::Em;

/// Costs of ending a line inside a word; 100 is what a third of a line left empty costs.
const AFTER_HYPHEN: i64 = 12;
const AFTER_SIGN: i64 = 30;
const DIVIDED_WORD: i64 = 500;
const AFTER_FIGURE: i64 = 200;
const BEFORE_NUMBER: i64 = 150;
const BEHIND_MARK: i64 = 400;
const INSIDE_CODE: i64 = 250;

/// Signs as wide as an ideograph that a line ends with as well as with a space.
const FULL_STOPS: &str = "。、，；：！？）」』】》〉…";

/// A word is divided only if it has this many letters.
const DIVIDED_LETTERS: usize = 6;

/// The rules of a language.
pub(super) struct Breaks {
    segmenter: LineSegmenterBorrowed<'static>,
    hyphenation: Option<hypher::Lang>,
}

impl Breaks {
    pub(super) fn new(language: &str) -> Self {
        let code = language.as_bytes();
        let code = code.first_chunk().filter(|_| code.get(2).is_none_or(|&b| b == b'-'));
        Self {
            segmenter: LineSegmenter::new_auto(LineBreakOptions::default()),
            hyphenation: code.and_then(|code: &[u8; 2]| {
                hypher::Lang::from_iso(code.map(|letter| letter.to_ascii_lowercase()))
            }),
        }
    }
}

/// Cuts shaped text into atoms.
pub(super) fn cut(shaped: &Shaped, breaks: &Breaks, fonts: &FontSet) -> Vec<Atom> {
    let text = shaped.text.as_str();
    let phrases = Phrases::of(text);
    let mut formulas = formulas(shaped).peekable();
    let mut cutter = Cutter {
        shaped,
        fonts,
        phrases,
        formulas: formulas.peek().is_some(),
        glyph: 0,
        run: 0,
        atoms: Vec::new(),
    };
    let mut start = 0;
    for end in breaks.segmenter.segment_str(text).filter(|&end| end > 0) {
        while formulas.next_if(|formula| formula.end <= end).is_some() {}
        // Where lines end inside a formula its gaps say.
        let inside = formulas.peek().is_some_and(|formula| formula.start < end);
        let may_end = end == text.len() || (!inside && may_end(text, end));
        if !may_end {
            continue;
        }
        cutter.segment(start..end, breaks.hyphenation);
        start = end;
    }
    cutter.atoms
}

/// The bytes of each formula.
fn formulas(shaped: &Shaped) -> impl Iterator<Item = Range<usize>> {
    let by_formula = shaped.runs.chunk_by(|one, next| {
        one.inset.is_some() && one.format.formula == next.format.formula
    });
    let formulas = by_formula.filter(|runs| runs[0].inset.is_some());
    formulas.map(|runs| runs[0].bytes.start..runs[runs.len() - 1].bytes.end)
}

/// Whether a line may end at `at`, where Unicode allows it.
fn may_end(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let after = text[at..].chars().next();
    // No more are counted than are asked for: a word may be as long as the guide.
    let letters = |chars: &mut dyn Iterator<Item = char>| {
        chars.take_while(|c| c.is_alphanumeric()).take(5).count()
    };
    // “re-use”, “e-mail”, “2-3”: the piece before the hyphen is too short to stand alone.
    if let Some(stem) = before.strip_suffix('-') {
        return letters(&mut stem.chars().rev()) > 3
            && after.is_some_and(char::is_alphabetic);
    }
    // “CI/CD”, “and/or”, but not “transformation/preparation”.
    if let Some(stem) = before.strip_suffix('/') {
        return letters(&mut stem.chars().rev()) > 3
            && letters(&mut text[at..].chars()) > 3;
    }
    true
}

/// Whether a line may not begin with this: an arrow or a dash belongs to what is before.
fn clings(text: &str) -> bool {
    let sign = ["- ", "= ", "+ ", "× "].iter().any(|sign| text.starts_with(sign));
    sign || text.starts_with(['→', '⇒', '➜', '–', '—', '·', '…'])
}

/// The first word of a text without the signs that end it.
fn first_word(text: &str) -> &str {
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    word.trim_end_matches([')', ']', '.', ',', ';', ':', '?', '!'])
}

/// Whether a space parts a figure from what it counts: “5 min”, “80 %”.
fn parts_figure(before: &str, after: &str) -> bool {
    let figure = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let figure = figure.trim_start_matches(['(', '[', '~', '≈', '<', '>', '$', '€', '£']);
    let unit = first_word(after);
    !figure.is_empty()
        && figure
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '–' | '-'))
        && (1..=7).contains(&unit.chars().count())
        && unit.chars().all(|c| c.is_lowercase() || matches!(c, '%' | '°' | '‰'))
}

/// Whether text ends with a sign that stands for itself and judges what comes: “✗ complicated”.
fn is_mark(before: &str) -> bool {
    let mut last = before.chars().rev().filter(|c| *c != '\u{fe0e}' && *c != '\u{fe0f}');
    let mark = last.next().is_some_and(|c| "✓✔✗✘✕✖☑☒☐✅❌⚠★☆►▶•".contains(c));
    mark && last.next().is_none_or(|c| c.is_whitespace() || c == '(')
}

/// Whether a space parts a name from its number: “Type 2”, “Phase 3”.
fn parts_number(name: &str, after: &str) -> bool {
    let number = first_word(after);
    (1..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
        && name.trim_start_matches(['(', '[', '“', '"']).starts_with(char::is_uppercase)
        && name.ends_with(char::is_alphabetic)
}

struct Cutter<'a> {
    shaped: &'a Shaped,
    fonts: &'a FontSet,
    /// The words of the text, where no space parts them.
    phrases: Option<Phrases<'a>>,
    /// Whether formulas are in the text.
    formulas: bool,
    glyph: usize,
    run: usize,
    atoms: Vec<Atom>,
}

impl Cutter<'_> {
    /// Adds the atoms of the bytes between two places where a line may end.
    fn segment(&mut self, bytes: Range<usize>, hyphenation: Option<hypher::Lang>) {
        let text = &self.shaped.text;
        let words = &text[bytes.clone()];
        let bare = words.trim_end_matches([' ', '\n', '\u{3000}', '\u{200b}']);
        let bare_end = bytes.start + bare.len();
        self.word(bytes.start..bare_end, hyphenation);
        let line_end = words.ends_with('\n');
        if bare.len() < words.len() {
            let glyphs = self.glyphs_until(bytes.end);
            let width = self.width(glyphs.clone());
            if !line_end && !glyphs.is_empty() {
                let after = &text[bytes.end..];
                let cost = match () {
                    () if clings(after) => FORBIDDEN,
                    () if parts_figure(&text[..bare_end], after) => AFTER_FIGURE,
                    () if is_mark(&text[..bare_end]) => BEHIND_MARK,
                    () if parts_number(bare, after) => BEFORE_NUMBER,
                    () => 0,
                };
                self.atoms.push(Atom { kind: AtomKind::Space { cost }, glyphs, width });
            }
        } else if bytes.end < text.len() {
            let code = self.family_at(bytes.start) == Family::Code;
            let phrase = self.phrases.as_mut().and_then(|own| own.cost(bytes.end));
            let cost = match (phrase, bare.chars().next_back()) {
                _ if code => INSIDE_CODE,
                (Some(cost), _) => cost,
                (None, Some(c)) if FULL_STOPS.contains(c) => 0,
                (None, Some('-' | '\u{2010}')) => AFTER_HYPHEN,
                (None, Some(c)) if c.is_alphanumeric() => 0,
                (None, _) => AFTER_SIGN,
            };
            self.penalty(cost, None);
        }
        if line_end {
            self.push(AtomKind::Break, 0..0, Em::ZERO);
        }
    }

    /// Adds a word, divided where hyphenation allows it.
    fn word(&mut self, bytes: Range<usize>, hyphenation: Option<hypher::Lang>) {
        let word = &self.shaped.text[bytes.clone()];
        let letters = word.trim_matches(|c: char| !c.is_alphabetic());
        // A compound is divided at its own hyphen and nowhere else.
        let divisible = letters.chars().count() >= DIVIDED_LETTERS
            && !word.ends_with('-')
            && !self.shaped.text[..bytes.start].ends_with('-')
            && letters.chars().all(char::is_alphabetic)
            && letters.chars().skip(1).all(char::is_lowercase);
        let divisible = divisible && self.family_at(bytes.start) == Family::Text;
        if self.formulas && self.has_formulas(&bytes) {
            return self.with_formulas(&bytes);
        }
        if let (true, Some(language)) = (divisible, hyphenation) {
            let lead =
                word.len() - word.trim_start_matches(|c: char| !c.is_alphabetic()).len();
            let mut at = bytes.start + lead;
            let end = at + letters.len();
            for syllable in hypher::hyphenate(letters, language) {
                at += syllable.len();
                if at < end && self.begins_cluster(at) {
                    self.boxed(at);
                    let hyphen = self.hyphen();
                    self.penalty(DIVIDED_WORD, hyphen);
                }
            }
        }
        self.boxed(bytes.end);
    }

    fn runs_in(&self, bytes: &Range<usize>) -> impl Iterator<Item = &Run> + use<'_> {
        let runs = &self.shaped.runs;
        let first = runs.partition_point(|run| run.bytes.end <= bytes.start);
        let end = bytes.end;
        runs[first..].iter().take_while(move |run| run.bytes.start < end)
    }

    fn has_formulas(&self, bytes: &Range<usize>) -> bool {
        self.runs_in(bytes).any(|run| run.inset.is_some())
    }

    /// Adds a word that formulas may be part of: they are parted at their gaps.
    fn with_formulas(&mut self, bytes: &Range<usize>) {
        let gap = |run: &Run| Some((run.bytes.clone(), run.inset.as_ref()?.kind()?));
        let gaps: Vec<_> = self.runs_in(bytes).filter_map(gap).collect();
        for (own, kind) in gaps {
            self.boxed(own.start);
            let glyphs = self.glyphs_until(own.end);
            let width = self.width(glyphs.clone());
            self.push(kind, glyphs, width);
        }
        self.boxed(bytes.end);
    }

    /// The family of the text at a byte that no earlier question went beyond. Words of a
    /// program are never divided.
    fn family_at(&self, byte: usize) -> Family {
        let rest = &self.shaped.runs[self.run..];
        let run = rest.iter().find(|run| run.bytes.contains(&byte));
        run.map_or(Family::Text, |run| run.format.style.family)
    }

    /// Whether a glyph begins at a byte, so that the text can be cut there.
    fn begins_cluster(&self, at: usize) -> bool {
        self.shaped.glyphs[self.glyph..]
            .iter()
            .map(|glyph| glyph.cluster as usize)
            .find(|&cluster| cluster >= at)
            == Some(at)
    }

    fn boxed(&mut self, end: usize) {
        let glyphs = self.glyphs_until(end);
        if !glyphs.is_empty() {
            let width = self.width(glyphs.clone());
            self.push(AtomKind::Box, glyphs, width);
        }
    }

    fn penalty(&mut self, cost: i64, hyphen: Option<Hyphen>) {
        let at = self.glyph;
        self.push(AtomKind::Penalty { cost, hyphen }, at..at, Em::ZERO);
    }

    fn push(&mut self, kind: AtomKind, glyphs: Range<usize>, width: Em) {
        self.atoms.push(Atom { kind, glyphs, width });
    }

    /// Takes the glyphs of the bytes up to `end`.
    fn glyphs_until(&mut self, end: usize) -> Range<usize> {
        let start = self.glyph;
        let rest = &self.shaped.glyphs[start..];
        let taken =
            rest.iter().take_while(|glyph| (glyph.cluster as usize) < end).count();
        self.glyph += taken;
        start..self.glyph
    }

    /// The width of glyphs that follow those asked for before.
    fn width(&mut self, glyphs: Range<usize>) -> Em {
        let mut width = Em::ZERO;
        for glyph in glyphs {
            while self.shaped.runs[self.run].glyphs.end <= glyph {
                self.run += 1;
            }
            let scale = self.shaped.runs[self.run].format.scale;
            width += self.shaped.glyphs[glyph].advance.times(scale);
        }
        width
    }

    /// The hyphen in the face of the glyph before.
    fn hyphen(&self) -> Option<Hyphen> {
        let run = &self.shaped.runs[self.run];
        let face = self.fonts.face(run.face);
        // The soft hyphen's own glyph, where there is one, says what it is when copied.
        let glyph = face.glyph('\u{ad}').or_else(|| face.glyph('-'))?;
        let advance = face.em(face.advance(glyph));
        Some(Hyphen {
            glyph,
            run: self.run,
            advance,
            width: advance.times(run.format.scale),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Format, Shaper, Span};

    fn pieces(text: &str) -> String {
        let fonts = FontSet::bundled_only();
        let mut shaper = Shaper::new(&fonts, "en");
        let spans = [Span { text: text.to_owned(), format: Format::default() }];
        let shaped = shaper.shape(&spans);
        let words = |glyphs: &Range<usize>| {
            let end = shaped
                .glyphs
                .get(glyphs.end)
                .map_or(shaped.text.len(), |g| g.cluster as usize);
            shaped.text[shaped.glyphs[glyphs.start].cluster as usize..end].to_owned()
        };
        shaped
            .atoms
            .iter()
            .map(|atom| match atom.kind {
                AtomKind::Box => words(&atom.glyphs),
                AtomKind::Space { cost: FORBIDDEN } => "~".to_owned(),
                AtomKind::Space { .. } => " ".to_owned(),
                AtomKind::Penalty { hyphen: Some(_), .. } => "\u{ad}".to_owned(),
                AtomKind::Penalty { .. } => "|".to_owned(),
                AtomKind::Break => "/".to_owned(),
            })
            .collect()
    }

    #[test]
    fn arrows_stay_with_what_is_before_them() {
        assert_eq!(pieces("Lint → Test"), "Lint~→ Test");
    }

    #[test]
    fn short_pieces_are_not_cut_off() {
        assert_eq!(pieces("CI/CD re-use"), "CI/CD re-use");
        assert_eq!(pieces("decision-making"), "decision-|making");
    }

    #[test]
    fn figures_are_known_from_what_they_count() {
        assert!(parts_figure("about 5", "min or so"));
        assert!(parts_figure("from (3–5", "days)"));
        assert!(!parts_figure("in 2024", "Berlin"));
    }

    #[test]
    fn names_keep_their_numbers_and_marks_what_they_judge() {
        assert!(parts_number("Type", "2."));
        assert!(parts_number("(Phase", "3)"));
        assert!(!parts_number("Type", "2024"));
        assert!(!parts_number("about", "20"));
        assert!(is_mark("a list of ✗"));
        assert!(is_mark("⚠\u{fe0e}"));
        assert!(!is_mark("done✓"));
    }

    #[test]
    fn long_words_may_be_divided() {
        assert!(pieces("transformation").contains('\u{ad}'));
        assert!(!pieces("CREATETABLE").contains('\u{ad}'));
    }

    #[test]
    fn a_line_end_is_kept() {
        assert_eq!(pieces("one\ntwo"), "one/two");
    }

    #[test]
    fn ideographs_break_without_spaces_but_not_before_a_full_stop() {
        let fonts = FontSet::bundled_only();
        let mut shaper = Shaper::new(&fonts, "ja");
        let spans = [Span { text: "東京都。".to_owned(), format: Format::default() }];
        let penalties = shaper
            .shape(&spans)
            .atoms
            .iter()
            .filter(|atom| atom.kind != AtomKind::Box)
            .count();
        assert_eq!(penalties, 2);
    }
}
