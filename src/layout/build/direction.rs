//! The directions of elements: paragraphs, lists and tables from right to left in a document
//! from left to right go by their own words. In a document from right to left all run as it
//! does, as its pages are mirrored as a whole.

use crate::document::List;
use crate::layout::flow::Body;
use crate::select::list_direction;
use crate::text::Direction;

use super::{Builder, Place};

impl Builder<'_, '_> {
    /// The direction of an element that stands by itself.
    pub(super) fn direction_of(&self, body: &Body) -> Direction {
        if self.flow.direction.is_rtl() {
            return self.flow.direction;
        }
        match body {
            Body::Text { text, .. }
            | Body::Named { joined: text, .. }
            | Body::Title { text, .. } => text.direction,
            Body::Table(table) => {
                let cells = table.rows.iter().flatten();
                let cells = cells.filter(|cell| !cell.text.trim().is_empty());
                Direction::prevailing(cells.map(|cell| cell.direction))
            }
            Body::Section { .. } | Body::Code { .. } | Body::Figure(_) | Body::Rule => {
                self.flow.direction
            }
        }
    }

    /// Adds a list, all items of it on the side where most of them begin.
    pub(super) fn list(&mut self, list: &List, place: Place) {
        let direction = match place.direction {
            Some(direction) => direction,
            None if self.flow.direction.is_rtl() => self.flow.direction,
            None => list_direction(list),
        };
        let place = Place { direction: Some(direction), ..place };
        let before = self.shaper.replace_direction(direction);
        self.list_in_direction(list, place);
        self.shaper.replace_direction(before);
    }
}
