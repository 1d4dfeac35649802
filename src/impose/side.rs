//! A side of a sheet with whole pages on it. A page is an opaque frame here: it is placed
//! and turned, never looked into.

use std::sync::Arc;

use crate::frame::{Frame, FrameItem, Page};
use crate::units::{Point, Size};

/// A side of a sheet, and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Side {
    pub frame: Frame,
    /// The numbers of its pages.
    pub label: String,
}

impl Side {
    /// An empty side of paper of a size.
    pub(super) fn new(paper: Size, label: String) -> Self {
        Self { frame: Frame::new(paper), label }
    }

    /// Puts the page of a number, counted from 0, with its upper left corner at `corner`,
    /// turned about that; nothing where there is no such page.
    pub(super) fn put(
        &mut self,
        pages: &[Arc<Frame>],
        number: usize,
        corner: Point,
        turn: i32,
    ) {
        if let Some(frame) = pages.get(number) {
            let (frame, page) = (Arc::clone(frame), Some(number));
            self.frame.push(corner, FrameItem::Group { frame, turn, clip: true, page });
        }
    }
}

/// Pages, to be put on sides.
pub(super) fn shared(pages: Vec<Page>) -> Vec<Arc<Frame>> {
    pages.into_iter().map(|page| Arc::new(page.frame)).collect()
}
