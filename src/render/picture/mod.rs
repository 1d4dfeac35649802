//! A frame as a picture: outlines of glyphs and rectangles, filled into pixels.
//!
//! One point is one pixel. A frame that holds pictures, lines or groups is an error: a cover
//! has none.

mod outline;
mod palette;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

use crate::diagnostic::{Error, Result};
use crate::font::FontSet;
use crate::frame::{Color, Frame, FrameItem, TextRun};
use crate::units::{Length, Point, Size};

use outline::Outline;
use palette::Indexed;

/// Draws a frame as a PNG file, white where nothing is.
///
/// Fails where the frame is no picture's size, or holds what is not drawn.
pub(crate) fn png(frame: &Frame, fonts: &FontSet) -> Result<Vec<u8>> {
    let pixels = |length: Length| length.to_pt().round() as u32;
    let (width, height) = (pixels(frame.size.width), pixels(frame.size.height));
    let pixmap = Pixmap::new(width, height);
    let mut canvas =
        Canvas { fonts, pixmap: pixmap.ok_or_else(|| failed("it has no area"))? };
    canvas.pixmap.fill(tiny_skia::Color::WHITE);
    canvas.frame(frame)?;
    let indexed = Indexed::new(canvas.pixmap.data(), width as usize);
    encoded(&indexed, width, height).map_err(|error| failed(&error.to_string()))
}

fn encoded(
    picture: &Indexed,
    width: u32,
    height: u32,
) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(&picture.palette);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.pixels)?;
    writer.finish()?;
    Ok(file)
}

struct Canvas<'a> {
    fonts: &'a FontSet,
    pixmap: Pixmap,
}

impl Canvas<'_> {
    fn frame(&mut self, frame: &Frame) -> Result<()> {
        for (at, item) in &frame.items {
            match item {
                FrameItem::Text(run) => self.run(*at, run)?,
                FrameItem::Rect { size, fill } => self.rect(*at, *size, *fill),
                FrameItem::Link { .. } | FrameItem::Anchor(_) => {}
                FrameItem::Line { .. } => return Err(failed("it holds a line")),
                FrameItem::Image { .. } => return Err(failed("it holds a picture")),
                FrameItem::Group { .. } => return Err(failed("it holds a group")),
            }
        }
        Ok(())
    }

    fn rect(&mut self, at: Point, size: Size, fill: Color) {
        let [x, y, width, height] = [at.x, at.y, size.width, size.height].map(pixels);
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.pixmap.fill_rect(rect, &paint(fill), Transform::identity(), None);
        }
    }

    /// A run's glyphs as one path, which is filled at once.
    fn run(&mut self, at: Point, run: &TextRun) -> Result<()> {
        let face = self.fonts.face(run.face);
        let outline = Outline::of(face, run.size)
            .ok_or_else(|| failed(&format!("{} has no outlines", face.name())))?;
        let mut path = PathBuilder::new();
        let mut x = at.x;
        for glyph in &run.glyphs {
            let (dx, dy) = (glyph.dx.at(run.size), glyph.dy.at(run.size));
            let origin = tiny_skia::Point::from_xy(pixels(x + dx), pixels(at.y - dy));
            outline.draw(glyph.id, origin, &mut path);
            x += glyph.advance.at(run.size);
        }
        if let Some(path) = path.finish() {
            let paint = paint(run.color);
            let (rule, here) = (FillRule::Winding, Transform::identity());
            self.pixmap.fill_path(&path, &paint, rule, here, None);
        }
        Ok(())
    }
}

fn pixels(length: Length) -> f32 {
    length.to_pt() as f32
}

fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(color.r, color.g, color.b, 255);
    paint
}

fn failed(reason: &str) -> Error {
    Error::Render { format: "PNG", reason: reason.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{Style, Weight};
    use crate::frame::Glyph;
    use crate::units::Em;

    fn pixel(png: &[u8], x: u32, y: u32) -> [u8; 3] {
        let picture = image::load_from_memory(png).expect("a picture").to_rgb8();
        assert_eq!(picture.dimensions(), (100, 100));
        picture.get_pixel(x, y).0
    }

    #[test]
    fn rectangles_and_glyphs_stand_where_the_frame_has_them() {
        let fonts = FontSet::bundled_only();
        let face = fonts.styled(Style { weight: Weight::Bold, ..Style::default() });
        let id = fonts.face(face).glyph('I').expect("a glyph");
        let mut frame = Frame::new(Size::new(Length::pt(100.0), Length::pt(100.0)));
        let size = Size::new(Length::pt(10.0), Length::pt(20.0));
        let at = |x, y| Point::new(Length::pt(x), Length::pt(y));
        let fill = Color::rgb(0x00_72b2);
        frame.push(at(5.0, 60.0), FrameItem::Rect { size, fill });
        let (advance, dx, dy) = (Em::ONE, Em::ZERO, Em::ZERO);
        let glyphs = vec![Glyph { id, advance, dx, dy, cluster: 0 }];
        let (text, size) = ("I".to_owned(), Length::pt(100.0));
        let (color, said) = (Color::BLACK, Vec::new());
        let run = TextRun { face, size, color, glyphs, text, tag: None, said };
        frame.push(at(40.0, 90.0), FrameItem::Text(run));
        let made = png(&frame, &fonts).expect("a picture");
        assert_eq!(pixel(&made, 6, 61), [0x00, 0x72, 0xb2]);
        assert_eq!(pixel(&made, 6, 59), [255; 3]);
        assert_eq!(pixel(&made, 16, 61), [255; 3]);
        let middle = fonts.face(face).advance(id) * 100 / 2;
        let em = i32::from(fonts.face(face).metrics().units_per_em);
        let stem = 40 + (middle / em) as u32;
        assert_eq!(pixel(&made, stem, 60), [0; 3]);
        assert_eq!(pixel(&made, stem, 95), [255; 3]);
        assert_eq!(made, png(&frame, &fonts).expect("the same"));
    }
}
