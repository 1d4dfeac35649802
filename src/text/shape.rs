//! Turns stretches of text into glyphs, through HarfBuzz’s algorithm.

use std::collections::{BTreeMap, BTreeSet};

use harfrust::{Buffer, Language, ShapeOptions, ShapePlan, ShaperFont};

use super::bidi::Levels;
use super::breaks::{Breaks, cut};
use super::formula::{FormulaPart, SetFormula};
use super::inset;
use super::itemise::{Stretch, itemise};
use super::marks;
use super::{Direction, Format, Run, Shaped, Span};
use crate::font::{Face, FaceId, FontSet};
use crate::frame::Glyph;
use crate::units::{Em, Length};
use crate::words::Words;

/// No lines are narrower.
const NARROWEST: Em = Em::thousandths(3_000);

/// Shapes text with one set of fonts, in one language.
pub struct Shaper<'a> {
    fonts: &'a FontSet,
    language: Option<Language>,
    words: &'static Words,
    /// The direction of paragraphs where nothing in them says otherwise.
    direction: Direction,
    /// Whether words of programs are told apart.
    code_colours: bool,
    breaks: Breaks,
    faces: BTreeMap<FaceId, ShaperFont<'a, 'static>>,
    plans: BTreeMap<(FaceId, [u8; 4], bool), ShapePlan>,
    buffer: Buffer,
    /// Whether something was shaped of which a part cannot be shown.
    lacks: bool,
    /// The formulas that formats refer to, and what stands for each in lines that are narrower than
    /// one of its parts.
    formulas: Vec<(SetFormula, Vec<Span>)>,
    pub(super) scripts: Scripts,
}

/// How large scripts in formulas are, and scripts of scripts, beside what they stand at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scripts(pub(super) [Em; 2]);

impl Scripts {
    /// As the face asks for.
    const OF_FACE: [Em; 2] = [Em::thousandths(700), Em::thousandths(550)];

    /// Where the text has small letters at least so high: theirs are no lower than four fifths of a
    /// millimetre, unless the text's are.
    fn of(least: Length) -> Self {
        let floor = Length::mm(0.8).in_em(least).min(Em::ONE);
        Self(Self::OF_FACE.map(|own| own.max(floor)))
    }
}

impl<'a> Shaper<'a> {
    /// A shaper for text in `language`, a BCP 47 tag.
    pub fn new(fonts: &'a FontSet, language: &str) -> Self {
        Self {
            fonts,
            language: Language::new(language),
            words: Words::of(language),
            direction: Direction::of_language(language),
            code_colours: true,
            breaks: Breaks::new(language),
            faces: BTreeMap::new(),
            plans: BTreeMap::new(),
            buffer: Buffer::new(),
            lacks: false,
            formulas: Vec::new(),
            scripts: Scripts(Scripts::OF_FACE),
        }
    }

    /// The same, for text in which words of programs have colours, weights and slants by what they
    /// are, or none.
    #[must_use]
    pub(crate) const fn with_code_colours(mut self, code_colours: bool) -> Self {
        self.code_colours = code_colours;
        self
    }

    /// Whether words of programs have colours, weights and slants by what they are.
    pub(crate) const fn code_colours(&self) -> bool {
        self.code_colours
    }

    /// What we say ourselves in the language of the text.
    pub(crate) const fn words(&self) -> &'static Words {
        self.words
    }

    /// Whether the face that shows a character and its marks has all of them.
    pub fn shows_whole(&mut self, cluster: &str) -> bool {
        self.lacks = false;
        self.shape(&[Span { text: cluster.to_owned(), format: Format::default() }]);
        !self.lacks
    }

    /// The fonts.
    pub const fn fonts(&self) -> &'a FontSet {
        self.fonts
    }

    /// The direction of paragraphs where nothing in them says otherwise.
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// Sets the direction of paragraphs where nothing in them says otherwise; gives back
    /// the one before.
    pub const fn replace_direction(&mut self, direction: Direction) -> Direction {
        std::mem::replace(&mut self.direction, direction)
    }

    /// The same shaper for text whose small letters are at least so high, so that those of scripts
    /// can be read, too.
    #[must_use]
    pub fn with_least_x_height(self, least: Length) -> Self {
        Self { scripts: Scripts::of(least), ..self }
    }

    /// A formula that is set as a span.
    pub(super) fn refer(
        &mut self,
        set: SetFormula,
        format: Format,
        instead: Vec<Span>,
    ) -> Span {
        let number = self.formulas.len() as u32;
        let span = inset::span(&set, number, format);
        self.formulas.push((set, instead));
        span
    }

    /// What stands for a span where lines are too narrow for it.
    fn instead(&self, span: &Span) -> Option<&[Span]> {
        let (set, instead) = &self.formulas[span.format.formula? as usize];
        let scale = span.format.scale;
        let wide = |part: &FormulaPart| part.drawn.width.times(scale) > NARROWEST;
        set.parts.iter().any(wide).then_some(instead)
    }

    /// Shapes a paragraph; a `\n` in a span ends a line.
    pub fn shape(&mut self, spans: &[Span]) -> Shaped {
        let shaped = self.shape_form(spans);
        if spans.iter().all(|span| self.instead(span).is_none()) {
            return shaped;
        }
        let narrower = spans.iter().flat_map(|span| {
            self.instead(span).unwrap_or(std::slice::from_ref(span)).iter().cloned()
        });
        let narrower: Vec<_> = narrower.collect();
        shaped.or_narrower(self.shape(&narrower))
    }

    fn shape_form(&mut self, spans: &[Span]) -> Shaped {
        let (text, mut stretches) = itemise(self.fonts, spans);
        let levels = Levels::of(&text, &stretches, self.direction);
        if let Some(levels) = &levels {
            stretches = levels.part(&text, &stretches);
        }
        let direction = levels.map_or_else(Direction::default, |levels| levels.direction);
        let mut shaped = Shaped { text, direction, ..Shaped::default() };
        for stretch in &stretches {
            if let Some(number) = stretch.format.formula {
                let (formula, _) = &self.formulas[number as usize];
                inset::push(formula, stretch, self.fonts, &mut shaped);
                continue;
            }
            let start = shaped.glyphs.len();
            self.glyphs(&shaped.text, stretch, &mut shaped.glyphs);
            shaped.runs.push(Run {
                glyphs: start..shaped.glyphs.len(),
                bytes: stretch.bytes.clone(),
                face: stretch.face,
                format: stretch.format,
                level: stretch.level,
                inset: None,
            });
        }
        shaped.atoms = cut(&shaped, &self.breaks, self.fonts);
        shaped
    }

    fn glyphs(&mut self, text: &str, stretch: &Stretch, out: &mut Vec<Glyph>) {
        let words = &text[stretch.bytes.clone()];
        let at = stretch.bytes.start;
        if stretch.missing {
            return self.replacements(words, stretch.face, at, out);
        }
        let fonts = self.fonts;
        let face = stretch.face;
        let font = self.faces.entry(face).or_insert_with(|| fonts.face(face).shaper());
        let buffer = &mut self.buffer;
        buffer.reset();
        buffer.push_str(words);
        buffer.set_language(self.language.clone());
        buffer.guess_segment_properties();
        // Digits among words from right to left run from left to right, and signs run either
        // way.
        let backward = stretch.level % 2 == 1;
        let direction = if backward {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        };
        buffer.set_direction(direction);
        let script = buffer.script();
        let key =
            (face, script.map_or([0; 4], |script| script.tag().to_be_bytes()), backward);
        let language = self.language.as_ref();
        let plan = self
            .plans
            .entry(key)
            .or_insert_with(|| ShapePlan::new(font, direction, script, language, &[]));
        let options = ShapeOptions::new().plan(Some(plan));
        if harfrust::shape(font, buffer, options).is_err() {
            return self.replacements(words, face, at, out);
        }
        let face = fonts.face(face);
        let start = out.len();
        let glyphs = self.buffer.glyph_infos().iter().zip(self.buffer.glyph_positions());
        out.extend(glyphs.map(|(info, place)| Glyph {
            id: info.glyph_id as u16,
            advance: face.em(place.x_advance),
            dx: face.em(place.x_offset),
            dy: face.em(place.y_offset),
            cluster: at as u32 + info.cluster,
        }));
        if backward {
            out[start..].reverse();
        } else {
            marks::centre(words, at, face, &mut out[start..]);
        }
        if out[start..].iter().any(|glyph| glyph.id == 0) {
            self.lacks = true;
            plain_letters(face, out, start);
        }
    }

    /// A question mark a character: what is shown for text that no font has. The text
    /// itself stays, for copying and for a reading voice.
    fn replacements(&self, words: &str, face: FaceId, at: usize, out: &mut Vec<Glyph>) {
        let face = self.fonts.face(face);
        let id = face.glyph('?').unwrap_or(0);
        let advance = face.em(face.advance(id));
        out.extend(words.char_indices().map(|(offset, _)| Glyph {
            id,
            advance,
            dx: Em::ZERO,
            dy: Em::ZERO,
            cluster: (at + offset) as u32,
        }));
    }
}

/// Takes the marks that `face` does not have off the letters that it has, among the glyphs
/// from `start` on. What it has nothing of is shown as a question mark.
fn plain_letters(face: &Face, out: &mut Vec<Glyph>, start: usize) {
    let has_letter: BTreeSet<u32> = out[start..]
        .iter()
        .filter(|glyph| glyph.id != 0)
        .map(|glyph| glyph.cluster)
        .collect();
    let instead = face.glyph('?').or_else(|| face.glyph(' '));
    let shown = out.split_off(start).into_iter().filter_map(|glyph| {
        if glyph.id != 0 {
            return Some(glyph);
        }
        let id = instead.filter(|_| !has_letter.contains(&glyph.cluster))?;
        let advance = face.em(face.advance(id));
        Some(Glyph { id, advance, dx: Em::ZERO, dy: Em::ZERO, ..glyph })
    });
    out.extend(shown);
}
