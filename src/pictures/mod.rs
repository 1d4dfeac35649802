//! The pictures that a guide shows: read by the caller, decoded here, given to the products.
//!
//! [`Pictures`] says of each source that a document names what became of it: a [`Graphic`],
//! or why there is none. `raster` decodes pictures of pixels, `vector` reads drawings (SVG),
//! `print` makes of both what a page shows, `book` what an e-reader shows, with `jpeg` and
//! `png`, which know what of a file is picture; `figures` finds the pictures that stand by
//! themselves.
//!
//! Architecture invariant: nothing here opens a file or a connection; bytes come in, and
//! whatever they hold, the memory and the pixels that they may ask for are bounded.

mod book;
mod figures;
mod jpeg;
mod png;
mod print;
mod raster;
mod vector;
mod weigh;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::units::{Length, Size};

use self::raster::Raster;
use self::vector::Drawing;

pub use book::BookFile;
pub use figures::{Figure, Parted, part};

/// What became of the pictures of a document.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Pictures {
    places: BTreeMap<(u32, String), usize>,
    outcomes: Vec<Result<Arc<Graphic>, Refusal>>,
}

/// Why a picture is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, to stand behind “the picture is not printed: ”.
    pub reason: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// A picture that can be shown.
#[derive(Debug)]
pub struct Graphic {
    /// The file as it was.
    bytes: Vec<u8>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Raster(Raster),
    Drawing(Drawing),
}

impl PartialEq for Graphic {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Graphic {}

impl Pictures {
    /// Says what became of a source that text of the document's source number `guide` names.
    pub fn insert(
        &mut self,
        guide: u32,
        source: &str,
        outcome: Result<Arc<Graphic>, Refusal>,
    ) {
        let next = self.outcomes.len();
        let at = *self.places.entry((guide, source.to_owned())).or_insert(next);
        match self.outcomes.get_mut(at) {
            Some(known) => *known = outcome,
            None => self.outcomes.push(outcome),
        }
    }

    /// What became of a source; nothing if nobody looked for it.
    pub fn outcome(
        &self,
        guide: u32,
        source: &str,
    ) -> Option<Result<&Arc<Graphic>, &Refusal>> {
        Some(self.outcomes[self.find(guide, source)?].as_ref())
    }

    /// The number of a source's picture, if it can be shown.
    pub fn index(&self, guide: u32, source: &str) -> Option<usize> {
        let index = self.find(guide, source)?;
        self.graphic(index).map(|_| index)
    }

    /// The picture of a number.
    pub fn graphic(&self, index: usize) -> Option<&Arc<Graphic>> {
        self.outcomes.get(index)?.as_ref().ok()
    }

    fn find(&self, guide: u32, source: &str) -> Option<usize> {
        // A map's keys are borrowed as they are, and looking up is rare.
        self.places.get(&(guide, source.to_owned())).copied()
    }
}

impl Refusal {
    /// For a reason that nothing is to be done about.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), hint: None }
    }

    /// The same, with advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

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
                (f64::from(raster.size.0), f64::from(raster.size.1))
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
