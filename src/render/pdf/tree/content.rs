//! What belongs to the nodes of the structure tree: stretches of content, links, pictures.

use std::collections::BTreeMap;

use crate::frame::Tag;
use crate::render::pdf::affine::Area;
use crate::render::pdf::draw::{Drawn, PicturePlace, Sequence};
use crate::render::pdf::syntax::milli;
use crate::units::Length;

/// A place on the pages, in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render::pdf) struct Position {
    /// The page of the text: the page itself, unless it is a side of a sheet with several.
    pub read: u32,
    /// Page index.
    pub page: u32,
    /// Marked-content identifier.
    pub sequence: u32,
}

/// What belongs to the nodes.
#[derive(Debug, Default)]
pub(in crate::render::pdf) struct Content {
    /// Object numbers of the pages.
    pub pages: Vec<u32>,
    /// Each marked-content sequence and its node, by page and identifier.
    pub marked: Vec<(Tag, Position)>,
    /// Each link annotation.
    pub links: Vec<LinkContent>,
    /// The place of each node's pictures, and on which page of the text it is; the edges as
    /// [`edges`] has them.
    pub pictures: BTreeMap<Tag, (u32, [i64; 4])>,
    /// What stands first in each label.
    pub labels: BTreeMap<Tag, String>,
}

/// A link annotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render::pdf) struct LinkContent {
    /// The node.
    pub tag: Option<Tag>,
    /// The page of the text: the page itself, unless it is a side of a sheet with several.
    pub read: u32,
    /// Page index.
    pub page: u32,
    /// Object number.
    pub id: u32,
    /// Key in the parent tree.
    pub key: u32,
}

impl Content {
    /// Adds what is on a page.
    pub(crate) fn add(&mut self, page: usize, page_height: Length, drawn: Drawn<'_>) {
        let read = |of_text: Option<usize>| of_text.unwrap_or(page) as u32;
        for (sequence, Sequence { tag, page: of_text }) in
            (0..).zip(drawn.sequences.iter().copied())
        {
            let at = Position { read: read(of_text), page: page as u32, sequence };
            self.marked.push((tag, at));
        }
        for (tag, PicturePlace { area, page: of_text }) in drawn.pictures {
            // A figure has one box; one that goes on to another page has that of its first.
            let here = (read(of_text), edges(area, page_height));
            let first = self.pictures.entry(tag).or_insert(here);
            *first = here.min(*first);
        }
        for (tag, label) in drawn.labels {
            self.labels.entry(tag).or_insert_with(|| label.to_owned());
        }
    }
}

/// An area's edges as boxes have them: left, bottom, right, top, y upwards, in thousandths
/// of a point.
pub(in crate::render::pdf) fn edges(area: Area, page_height: Length) -> [i64; 4] {
    [area.left, page_height - area.bottom, area.right, page_height - area.top].map(milli)
}
