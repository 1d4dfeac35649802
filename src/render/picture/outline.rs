//! The outlines of a face's glyphs as paths.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{PathBuilder, Point};

use crate::font::Face;
use crate::units::Length;

/// A face's outlines at a size.
pub(super) struct Outline<'a> {
    glyphs: OutlineGlyphCollection<'a>,
    size: Size,
}

impl<'a> Outline<'a> {
    /// None where the face is not one that can be read, which the font set has none of.
    pub(super) fn of(face: &'a Face, size: Length) -> Option<Self> {
        let font = FontRef::from_index(face.data(), face.index()).ok()?;
        let glyphs = font.outline_glyphs();
        Some(Self { glyphs, size: Size::new(size.to_pt() as f32) })
    }

    /// Adds a glyph to a path, its origin at a place. A glyph without an outline, such as a
    /// space, adds nothing.
    pub(super) fn draw(&self, glyph: u16, origin: Point, path: &mut PathBuilder) {
        if let Some(outline) = self.glyphs.get(GlyphId::from(glyph)) {
            let settings = DrawSettings::unhinted(self.size, LocationRef::default());
            let mut pen = Pen { path, origin };
            // An outline that breaks off is drawn as far as it goes.
            let _ = outline.draw(settings, &mut pen);
        }
    }
}

/// Draws y downwards, from the glyph's origin.
struct Pen<'p> {
    path: &'p mut PathBuilder,
    origin: Point,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.x + x, self.origin.y - y)
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.at(cx, cy), self.at(x, y));
        self.path.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let ((ax, ay), (bx, by)) = (self.at(ax, ay), self.at(bx, by));
        let (x, y) = self.at(x, y);
        self.path.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
