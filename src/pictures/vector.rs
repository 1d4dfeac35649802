//! Drawings: SVG, with text in the bundled faces.
//!
//! A drawing is read into a simpler one that has only paths, fills and clips: no script, no
//! style sheet, no reference to anything outside survives that. [`weigh`] tells beforehand
//! whether it asks for too much.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{self, ImageHrefResolver, Tree, WriteOptions, fontdb};

use super::extent::Extent;
use super::refusal::Refusal;
use super::weigh;
use crate::font::bundled_files;

/// No drawing for a page is longer, in bytes.
const LONGEST: usize = 8 << 20;
/// More pixels are not drawn, however large the drawing is printed: A4 has 8.7 million at 300
/// to the inch, A3 twice that.
const MOST_PIXELS: f64 = 16_000_000.0;
/// With fewer pixels, a drawing that fills a page could not be made out: A4 has as many at 100
/// to the inch.
const FEWEST_PIXELS: f64 = 1_000_000.0;

/// A drawing that was read.
#[derive(Debug)]
pub(super) struct Drawing {
    tree: Box<Tree>,
    /// It is not drawn in more.
    most_pixels: f32,
}

/// Pixels with how opaque they are, row by row: red, green, blue, opacity.
pub(super) struct Drawn {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// Whether the bytes are those of an SVG file.
pub(super) fn is_drawing(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let start = &bytes[..bytes.len().min(4096)];
    bytes.starts_with(b"<") && start.windows(4).any(|four| four == b"<svg")
}

impl Drawing {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(bytes)
            .map_err(|_| Refusal::new("it is broken: its text is not UTF-8"))?;
        if text.len() > LONGEST
            || depth(text) > weigh::DEEPEST
            || weigh::is_blown_up(text)
        {
            return Err(too_complicated());
        }
        let parsing = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, parsing)
            .map_err(|error| broken(&error))?;
        if weigh::is_too_much(&document) {
            return Err(too_complicated());
        }
        let referred = Arc::new(AtomicBool::new(false));
        let options = options(&referred);
        let tree =
            Tree::from_xmltree(&document, &options).map_err(|error| broken(&error))?;
        if referred.load(Ordering::Relaxed) {
            let reason = "it shows other pictures, which are not read from inside an SVG";
            return Err(Refusal::new(reason).hint("save it as PNG"));
        }
        let most_pixels = weigh::most_pixels(&tree).min(MOST_PIXELS);
        if most_pixels < FEWEST_PIXELS {
            return Err(too_complicated());
        }
        Ok(Self { tree: Box::new(tree), most_pixels: most_pixels as f32 })
    }

    /// Width and height in pixels of CSS.
    pub(super) fn size(&self) -> (f64, f64) {
        let size = self.tree.size();
        (f64::from(size.width()), f64::from(size.height()))
    }

    /// The simpler drawing on white paper, as a file.
    pub(super) fn file(&self) -> Vec<u8> {
        let mut file = self.tree.to_string(&WriteOptions::default());
        if let Some(end) = file.find('>') {
            file.insert_str(
                end + 1,
                r##"<rect width="100%" height="100%" fill="#fff"/>"##,
            );
        }
        file.into_bytes()
    }

    /// Draws it in at most so many pixels.
    pub(super) fn draw(&self, most: Extent) -> Option<Drawn> {
        let (wide, high) = (most.width.max(1) as f32, most.height.max(1) as f32);
        let shrink = (self.most_pixels / (wide * high)).sqrt().min(1.0);
        let (wide, high) = ((wide * shrink).max(1.0), (high * shrink).max(1.0));
        let mut pixmap = Pixmap::new(wide as u32, high as u32)?;
        let size = self.tree.size();
        let (x, y) = (pixmap.width() as f32, pixmap.height() as f32);
        let fitted = Transform::from_scale(x / size.width(), y / size.height());
        resvg::render(&self.tree, fitted, &mut pixmap.as_mut());
        let (width, height) = (pixmap.width(), pixmap.height());
        let rgba = pixmap.take_demultiplied();
        Some(Drawn { width, height, rgba })
    }
}

fn too_complicated() -> Refusal {
    Refusal::new("it is too complicated a drawing").hint("simplify it, or save it as PNG")
}

fn broken(error: &impl ToString) -> Refusal {
    Refusal::new(format!("it is broken: {}", error.to_string()))
        .hint("save it anew as SVG")
}

/// Nothing outside is read; `referred` tells whether the drawing asked for it.
fn options(referred: &Arc<AtomicBool>) -> usvg::Options<'static> {
    let (by_data, by_name) = (Arc::clone(referred), Arc::clone(referred));
    usvg::Options {
        font_family: TEXT.to_owned(),
        fontdb: Arc::clone(&FACES),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |_, _, _| {
                by_data.store(true, Ordering::Relaxed);
                None
            }),
            resolve_string: Box::new(move |_, _| {
                by_name.store(true, Ordering::Relaxed);
                None
            }),
        },
        ..usvg::Options::default()
    }
}

/// The family for text, whatever family a drawing asks for.
const TEXT: &str = "Archivo Narrow";
/// The family for words of a program.
const CODE: &str = "Iosevka";

/// The bundled faces, read once for all drawings.
static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| Arc::new(faces()));

fn faces() -> fontdb::Database {
    let mut faces = fontdb::Database::new();
    for file in bundled_files() {
        faces.load_font_source(fontdb::Source::Binary(Arc::new(file)));
    }
    faces.set_serif_family(TEXT);
    faces.set_sans_serif_family(TEXT);
    faces.set_cursive_family(TEXT);
    faces.set_fantasy_family(TEXT);
    faces.set_monospace_family(CODE);
    faces
}

/// How deep elements stand in each other, at most. It counts tags and knows no more of XML:
/// an odd comment may make it too deep, never too shallow.
fn depth(text: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for tag in text.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if tag.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            depth += 1;
            most = most.max(depth);
            let end = tag.find('>').unwrap_or(tag.len());
            if tag[..end].ends_with('/') {
                depth -= 1;
            }
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_that_asks_for_other_files_is_refused() {
        for href in ["x.png", "file:///etc/passwd", "http://example.org/x.png"] {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
                 <image href='{href}' width='9' height='9'/></svg>"
            );
            assert!(is_drawing(svg.as_bytes()));
            let refusal = Drawing::read(svg.as_bytes()).expect_err(href);
            assert!(refusal.reason.contains("other pictures"), "{refusal:?}");
        }
    }

    #[test]
    fn depth_is_counted_and_bounded() {
        assert_eq!(depth("<a><b/><c x='1'><d></d></c></a>"), 3);
        let deep = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{}</svg>",
            "<g>".repeat(100_000)
        );
        assert!(Drawing::read(deep.as_bytes()).is_err());
    }
}
