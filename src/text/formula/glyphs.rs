//! Characters of formulas as glyphs: letters in their alphabets, signs, and those that grow.

use super::drawn::Piece;
use super::made::Made;
use super::setter::{Place, Setter};
use crate::font::{Axis, Face, FaceId, Grown, MathConstant, Style, Weight};
use crate::frame::Glyph;
use crate::math::{Class, LetterStyle, Operator, Sign, plain};
use crate::text::{Format, Span};
use crate::units::Em;

impl Setter<'_, '_> {
    /// Letters as they are written, a variable or a name.
    pub(super) fn letters(&mut self, text: &str, upright: bool, place: Place) -> Made {
        let mut characters = text.chars().filter(|c| !is_selector(*c));
        let (Some(first), second) = (characters.next(), characters.next()) else {
            return Made::blank(Em::ZERO);
        };
        // A colon that is a letter parts a name from what it maps.
        let class = if text == ":" { Class::Punctuation } else { Class::Ordinary };
        if second.is_none() {
            let c = if upright { first } else { slanted(first) };
            let selector = text.chars().find(|c| is_selector(*c));
            return Made { class, ..self.letter(c, selector, place) };
        }
        let is_own = |c| {
            plain(c).is_none() && matches!(c, '\u{2100}'..='\u{214f}' | '\u{1d400}'..)
        };
        if text.chars().any(is_own) {
            return self.signs(text, place);
        }
        self.name(text, place)
    }

    /// A name in letters of the text's face.
    fn name(&mut self, text: &str, place: Place) -> Made {
        let (mut says, mut style) = (String::new(), Style::default());
        for c in text.chars().filter(|c| !is_selector(*c)) {
            if let Some((letter, look)) = plain(c) {
                if look.bold {
                    style.weight = Weight::Bold;
                }
                style.italic |= look.italic;
                if ('\u{1d670}'..='\u{1d6a3}').contains(&c) {
                    style.family = crate::font::Family::Code;
                }
                says.push(letter);
            } else {
                says.push(c);
            }
        }
        self.words(&says, style, place)
    }

    /// Words in the faces for text.
    pub(super) fn words(&mut self, text: &str, style: Style, place: Place) -> Made {
        let weight = style.weight.max(self.style.weight);
        let scale = self.size(place);
        let format =
            Format { style: Style { weight, ..style }, scale, ..Format::default() };
        let shaped = self.shaper.shape(&[Span { text: text.to_owned(), format }]);
        let (above, below) = shaped.ink(self.shaper.fonts());
        let mut made = Made { above, below, ..Made::blank(Em::ZERO) };
        let backward = shaped.runs.iter().any(|run| run.level % 2 == 1);
        let runs: Vec<(usize, std::ops::Range<usize>, bool)> = if backward {
            let order = shaped.visual_order(0..shaped.glyphs.len());
            order
                .into_iter()
                .map(|run| (run.run, run.glyphs, run.direction.is_rtl()))
                .collect()
        } else {
            let all = shaped.runs.iter().enumerate();
            all.map(|(n, run)| (n, run.glyphs.clone(), false)).collect()
        };
        for (run, range, reversed) in runs {
            let run = &shaped.runs[run];
            let start = run.bytes.start as u32;
            let mut glyphs: Vec<Glyph> = shaped.glyphs[range]
                .iter()
                .map(|glyph| Glyph { cluster: glyph.cluster - start, ..*glyph })
                .collect();
            if reversed {
                glyphs.reverse();
            }
            let scale = run.format.scale;
            let width = glyphs.iter().map(|glyph| glyph.advance.times(scale)).sum();
            made.pieces.push(Piece::Glyphs {
                x: made.width,
                y: Em::ZERO,
                face: run.face,
                scale,
                glyphs,
                text: shaped.text[run.bytes.clone()].to_owned(),
                color: place.color,
            });
            made.width += width;
        }
        made
    }

    /// A number, or signs side by side.
    pub(super) fn signs(&mut self, text: &str, place: Place) -> Made {
        let mut row = Made::blank(Em::ZERO);
        let mut characters = text.chars().filter(|c| !is_unseen(*c)).peekable();
        while let Some(c) = characters.next() {
            let selector = characters.next_if(|c| is_selector(*c));
            let made = self.letter(c, selector, place);
            let (at, whole) = (row.width, made.whole());
            row.draw(made, at, Em::ZERO);
            row.width += whole;
        }
        row
    }

    /// One character, heavy if all letters are.
    fn letter(&mut self, c: char, selector: Option<char>, place: Place) -> Made {
        let heavy = self.style.weight > Weight::Regular;
        let (letter, look) = plain(c).unwrap_or((c, LetterStyle::default()));
        if (heavy || look.bold) && (letter.is_ascii_alphanumeric()) && is_of_text(c) {
            let style =
                Style { weight: Weight::Bold, italic: look.italic, ..Style::default() };
            let face = self.shaper.fonts().styled(style);
            if let Some(made) = self.of_text(face, letter, place) {
                return made;
            }
        }
        let bold = if heavy { bolder(c) } else { c };
        let mut found = [bold, c, letter].into_iter();
        let glyph = found.find_map(|c| self.math.glyph(c, selector));
        let Some(glyph) = glyph else { return self.elsewhere(c, place) };
        self.one(glyph, letter, place)
    }

    /// A glyph of the face for formulas.
    pub(super) fn one(&self, glyph: u16, says: char, place: Place) -> Made {
        let glyph =
            if place.level > 0 { self.math.small(glyph, place.level) } else { glyph };
        let grown = Grown {
            glyphs: vec![(glyph, 0)],
            length: 0,
            italics: self.math.italics(glyph),
        };
        let mut made = self.grown(&grown, Axis::Vertical, says, place);
        made.glyph = Some(glyph);
        made
    }

    /// A letter of a face for text; its slant is measured.
    fn of_text(&self, id: FaceId, c: char, place: Place) -> Option<Made> {
        let fonts = self.shaper.fonts();
        let (face, scale) = (fonts.face(id), self.size(place).times(fonts.ratio(id)));
        let glyph = face.glyph(c)?;
        let [_, bottom, right, top] = face.bounds(glyph)?;
        let em = |units: i32| face.em(units).times(scale);
        let advance = face.advance(glyph);
        let lean = slant(face, top - i32::from(face.metrics().x_height) / 2);
        let glyphs = vec![Glyph {
            id: glyph,
            advance: face.em(advance),
            dx: Em::ZERO,
            dy: Em::ZERO,
            cluster: 0,
        }];
        let (x, y, text) = (Em::ZERO, Em::ZERO, c.to_string());
        let piece =
            Piece::Glyphs { x, y, face: id, scale, glyphs, text, color: place.color };
        Some(Made {
            above: em(top),
            below: em(-bottom),
            italics: em((right - advance).max(0)),
            accent: Some(em(advance / 2 + lean)),
            pieces: vec![piece],
            ..Made::blank(em(advance))
        })
    }

    /// A character that the face for formulas lacks.
    fn elsewhere(&mut self, c: char, place: Place) -> Made {
        let shows = self.shaper.fonts().resolve(Style::default(), c, false).is_some();
        if !shows && !c.is_whitespace() {
            self.missing = self.missing.or(Some(c));
            return Made::blank(Em::ZERO);
        }
        self.words(&c.to_string(), Style::default(), place)
    }

    /// Glyphs along an axis as one sign, which says a character.
    pub(super) fn grown(
        &self,
        grown: &Grown,
        axis: Axis,
        says: char,
        place: Place,
    ) -> Made {
        let face = self.shaper.fonts().math();
        let ems = self.shaper.fonts().face(face);
        let down = axis == Axis::Vertical;
        let last = grown.glyphs.len().saturating_sub(1);
        let (mut above, mut below) = (i32::MIN, i32::MIN);
        let mut glyphs = Vec::with_capacity(grown.glyphs.len());
        let mut width = 0;
        for &(id, offset) in &grown.glyphs {
            let [left, bottom, right, top] = self.math.bounds(id);
            // Parts along the line have their own edges one behind the other, and a sign of
            // several parts begins where the first one's edge is.
            let (up, right_by) = if down {
                (offset - if last > 0 { bottom } else { 0 }, 0)
            } else {
                (0, offset)
            };
            above = above.max(top + up);
            below = below.max(-bottom - up);
            let alone = last == 0;
            let dx = if down || alone { 0 } else { right_by - left };
            width = if down || alone {
                width.max(self.math.advance(id))
            } else {
                width.max(right_by + right - left)
            };
            glyphs.push(Glyph {
                id,
                advance: Em::ZERO,
                dx: ems.em(dx),
                dy: ems.em(up),
                cluster: 0,
            });
        }
        if let Some(end) = glyphs.last_mut() {
            end.advance = ems.em(width);
        }
        let first = grown.glyphs.first().map_or(0, |glyph| glyph.0);
        let (scale, text) = (self.scale(place), says.to_string());
        let (x, y, color) = (Em::ZERO, Em::ZERO, place.color);
        let em = |units: i32| self.em(units, place);
        Made {
            above: em(above.max(-100_000)),
            below: em(below.max(-100_000)),
            italics: em(grown.italics),
            accent: (last == 0).then(|| self.math.accent(first)).flatten().map(em),
            tall: last > 0 || self.math.is_extended(first),
            pieces: vec![Piece::Glyphs { x, y, face, scale, glyphs, text, color }],
            ..Made::blank(em(width))
        }
    }

    /// An operator as it stands on a line.
    pub(super) fn operator(&mut self, operator: &Operator, place: Place) -> Made {
        let class = operator.class;
        let Some(c) = operator.character() else {
            let made = match operator.is_unseen() {
                true => Made::blank(Em::ZERO),
                false if operator.sign == Sign::Name => self.name(&operator.text, place),
                false => self.signs(&operator.text, place),
            };
            return Made { class, ..made };
        };
        if operator.sign == Sign::Name {
            return Made { class, ..self.name(&operator.text, place) };
        }
        if let Some(height) = operator.height {
            let made = self.fence(operator, self.room(height, place), place);
            return Made { class, ..made };
        }
        if operator.sign == Sign::Large
            && let Some(glyph) = self.math.glyph(c, None)
        {
            let least = self.math.constant(MathConstant::DisplayOperatorMinHeight);
            let made = if place.display {
                let grown = self.math.grown(glyph, Axis::Vertical, least);
                self.grown(&grown, Axis::Vertical, c, place)
            } else {
                self.one(glyph, c, place)
            };
            let axis = self.axis(place);
            // A slanted sign's width is that of all of it: what is lowered beside it begins
            // where its foot ends.
            let width = made.width - made.italics;
            return Made { class, width, glyph: None, tall: true, ..made.centred(axis) };
        }
        Made { class, ..self.letter(c, None, place) }
    }

    /// A sign that is at least so high, with its middle where bars of fractions are.
    pub(super) fn fence(
        &mut self,
        operator: &Operator,
        height: Em,
        place: Place,
    ) -> Made {
        let Some(c) = operator.character() else {
            return if operator.is_unseen() {
                self.blank(120, place)
            } else {
                self.operator(operator, place)
            };
        };
        let Some(glyph) = self.math.glyph(c, None) else {
            return self.elsewhere(c, place);
        };
        let wanted = self.units(height, place);
        let grown = self.math.grown(glyph, Axis::Vertical, wanted);
        let axis = self.axis(place);
        let made = self.grown(&grown, Axis::Vertical, c, place).centred(axis);
        Made { tall: true, ..made }
    }
}

const fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
}

const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{2061}'..='\u{2064}' | '\u{200b}')
}

/// Whether the text's faces have the letter in the same style.
const fn is_of_text(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{1d400}'..='\u{1d49b}' | '\u{1d5a0}'..='\u{1d66f}' | '\u{1d7ce}'..='\u{1d7d7}' | 'ℎ')
}

/// A variable's letter: the slanted one of Unicode's alphabets for mathematics.
fn slanted(c: char) -> char {
    let moved =
        |first: char, to: u32| char::from_u32(to + u32::from(c) - u32::from(first));
    let found = match c {
        'h' => Some('ℎ'),
        'a'..='z' => moved('a', 0x1d44e),
        'A'..='Z' => moved('A', 0x1d434),
        'α'..='ω' => moved('α', 0x1d6fc),
        'Α'..='Ω' => moved('Α', 0x1d6e2),
        'ı' => Some('\u{1d6a4}'),
        'ȷ' => Some('\u{1d6a5}'),
        '∂' => Some('\u{1d715}'),
        'ϵ' => Some('\u{1d716}'),
        'ϑ' => Some('\u{1d717}'),
        'ϰ' => Some('\u{1d718}'),
        'ϕ' => Some('\u{1d719}'),
        'ϱ' => Some('\u{1d71a}'),
        'ϖ' => Some('\u{1d71b}'),
        _ => None,
    };
    found.unwrap_or(c)
}

/// The bold letter of the same alphabet.
fn bolder(c: char) -> char {
    let moved = |first: u32, to: u32| char::from_u32(to + u32::from(c) - first);
    let found = match c {
        'α'..='ω' => moved(u32::from('α'), 0x1d6c2),
        'Α'..='Ω' => moved(u32::from('Α'), 0x1d6a8),
        '\u{1d6e2}'..='\u{1d71b}' => moved(0x1d6e2, 0x1d71c),
        _ => None,
    };
    found.unwrap_or(c)
}

/// How far a letter of a slanted face leans at a height, in font units.
fn slant(face: &Face, height: i32) -> i32 {
    // The tangent of a small angle, in 65,536ths: the angle itself and a third of its cube.
    let angle = -i64::from(face.metrics().italic_angle) * 3142 / 180_000;
    let cube = (((angle * angle) >> 16) * angle) >> 16;
    (((angle + cube / 3) * i64::from(height)) >> 16) as i32
}
