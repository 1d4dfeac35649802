//! Pictures as files of a book, which every e-reader shows.

use image::ImageFormat;

use super::extent::Extent;
use super::graphic::{Content, Graphic};
use super::raster::{Raster, jpeg, on_white, png};

/// More pixels along an edge no e-reader shows, and many fail at.
const LONGEST: u32 = 1600;

/// A picture as a file of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookFile {
    /// What its name ends with, without the dot.
    pub ending: &'static str,
    /// What kind of file it is (EPUB 3.3, section 3.2).
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl BookFile {
    const fn png(bytes: Vec<u8>) -> Self {
        Self { ending: "png", media_type: "image/png", bytes }
    }

    const fn jpeg(bytes: Vec<u8>) -> Self {
        Self { ending: "jpg", media_type: "image/jpeg", bytes }
    }
}

impl Graphic {
    /// The picture as a file, on white: drawings stay drawings and photographs JPEG; all else
    /// is PNG.
    pub fn book_file(&self) -> Option<BookFile> {
        match &self.content {
            Content::Raster(raster) => self.raster_file(raster),
            Content::Drawing(drawing) => Some(BookFile {
                ending: "svg",
                media_type: "image/svg+xml",
                bytes: drawing.file(),
            }),
        }
    }

    /// The picture as a file of pixels, for a cover: shops take no drawing.
    pub fn cover_file(&self) -> Option<BookFile> {
        match &self.content {
            Content::Raster(raster) => self.raster_file(raster),
            Content::Drawing(drawing) => {
                let (width, height) = drawing.size();
                let scale = f64::from(LONGEST) / width.max(height);
                let edge = |length: f64| (length * scale).round().max(1.0) as u32;
                let drawn = drawing.draw(Extent::new(edge(width), edge(height)))?;
                let image =
                    image::RgbaImage::from_raw(drawn.width, drawn.height, drawn.rgba)?;
                Some(BookFile::png(png(&on_white(image.into()))?))
            }
        }
    }

    fn raster_file(&self, raster: &Raster) -> Option<BookFile> {
        let small = raster.size.longest() <= LONGEST;
        let as_it_is = match raster.format {
            ImageFormat::Png if small && !raster.is_transparent() => {
                super::png::bare(&self.bytes).map(BookFile::png)
            }
            ImageFormat::Jpeg if small && raster.plain => {
                super::jpeg::bare(&self.bytes).map(BookFile::jpeg)
            }
            _ => None,
        };
        if as_it_is.is_some() {
            return as_it_is;
        }
        let pixels = on_white(raster.within(LONGEST));
        if raster.photograph {
            return Some(BookFile::jpeg(jpeg(&pixels)?));
        }
        Some(BookFile::png(png(&pixels)?))
    }
}
