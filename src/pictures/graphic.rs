//! A picture of either kind: of pixels, or drawn.

use crate::units::{Length, Size};

use super::raster::Raster;
use super::refusal::Refusal;
use super::vector::{self, Drawing};

/// A picture that can be shown.
#[derive(Debug)]
pub struct Graphic {
    /// The file as it was.
    pub(super) bytes: Vec<u8>,
    pub(super) content: Content,
}

/// What a picture is made of.
#[derive(Debug)]
pub(super) enum Content {
    Raster(Raster),
    Drawing(Drawing),
}

impl PartialEq for Graphic {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Graphic {}

impl Graphic {
    /// Reads a file: PNG, JPEG, WebP, GIF (its first frame) or SVG, told apart by their
    /// content.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let content = if vector::is_drawing(&bytes) {
            Content::Drawing(Drawing::read(&bytes)?)
        } else {
            Content::Raster(Raster::read(&bytes)?)
        };
        Ok(Self { bytes, content })
    }

    /// How large it is where nothing else is said: a pixel is 1/96 inch, as in CSS.
    pub fn natural_size(&self) -> Size {
        let (width, height) = match &self.content {
            Content::Raster(raster) => {
                (f64::from(raster.size.width), f64::from(raster.size.height))
            }
            Content::Drawing(drawing) => drawing.size(),
        };
        let length = |pixels: f64| Length::pt((pixels * 0.75).clamp(0.75, 75_000.0));
        Size::new(length(width), length(height))
    }

    /// The file as it was read.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
