//! Pages made by hand: shaped text at given places, as layout would put it there.

pub mod sample;

use offprint::internals::font::{FaceId, Style};
use offprint::internals::frame::{Color, Frame, FrameItem, Glyph, Tag, TextRun};
use offprint::product::{FontSet, Length, Point, Size};

/// A point, in points from the upper left corner.
pub fn at(x: f64, y: f64) -> Point {
    Point::new(Length::pt(x), Length::pt(y))
}

/// A size in points.
pub fn size(width: f64, height: f64) -> Size {
    Size::new(Length::pt(width), Length::pt(height))
}

/// An empty A4 page.
pub fn a4() -> Frame {
    Frame::new(Size::new(Length::mm(210.0), Length::mm(297.0)))
}

/// Shapes a text in a face.
pub fn shape(fonts: &FontSet, id: FaceId, text: &str) -> Vec<Glyph> {
    let face = fonts.face(id);
    let mut buffer = harfrust::Buffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    harfrust::shape(&face.shaper(), &mut buffer, harfrust::ShapeOptions::default())
        .expect("the buffer has a direction");
    let infos = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    let mut glyphs: Vec<Glyph> = infos
        .map(|(info, position)| Glyph {
            id: info.glyph_id as u16,
            advance: face.em(position.x_advance),
            dx: face.em(position.x_offset),
            dy: face.em(position.y_offset),
            cluster: info.cluster,
        })
        .collect();
    // The hyphen of a line break is shown, though shapers hide it.
    if let (Some(last), true) = (glyphs.last_mut(), text.ends_with('\u{ad}')) {
        last.id = face.glyph('-').expect("faces have a hyphen");
        last.advance = face.em(face.advance(last.id));
    }
    glyphs
}

/// A text at hand for its pieces to be set in the faces that show them.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    pub fonts: &'a FontSet,
    pub style: Style,
    pub points: f64,
    pub color: Color,
}

impl<'a> Setter<'a> {
    /// Black, ten points.
    pub fn new(fonts: &'a FontSet, style: Style) -> Self {
        Self { fonts, style, points: 10.0, color: Color::BLACK }
    }

    /// The same at another size.
    pub fn sized(self, points: f64) -> Self {
        Self { points, ..self }
    }

    /// A run in one face.
    pub fn run(self, face: FaceId, text: &str, tag: Option<Tag>) -> TextRun {
        let glyphs = shape(self.fonts, face, text);
        let (size, color) = (Length::pt(self.points), self.color);
        let (text, said) = (text.to_owned(), Vec::new());
        TextRun { face, size, color, glyphs, text, tag, said }
    }

    /// Puts a text on a baseline; gives back where it ends.
    pub fn put(
        self,
        frame: &mut Frame,
        x: f64,
        y: f64,
        text: &str,
        tag: Option<Tag>,
    ) -> Length {
        let mut right = Length::pt(x);
        for (face, piece) in self.pieces(text) {
            let run = self.run(face, &piece, tag);
            let width = run.width();
            frame.push(Point::new(right, Length::pt(y)), FrameItem::Text(run));
            right += width;
        }
        right
    }

    fn pieces(self, text: &str) -> Vec<(FaceId, String)> {
        let mut pieces: Vec<(FaceId, String)> = Vec::new();
        for c in text.chars() {
            let face = self.fonts.resolve(self.style, c, false);
            match pieces.last_mut() {
                Some((last, piece)) if joins(c) || face == Some(*last) => {
                    piece.push(c);
                }
                _ => {
                    let face = face.unwrap_or_else(|| self.fonts.styled(self.style));
                    pieces.push((face, c.to_string()));
                }
            }
        }
        pieces
    }
}

/// Whether a character goes with the one before it whatever the face.
fn joins(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
}
