//! What runs the other way than the document: paragraphs, lists and tables from right to
//! left in a document from left to right. A document from right to left has none, as its
//! pages are mirrored as a whole.

use crate::document::List;
use crate::layout::flow::Body;
use crate::select::{list_runs_leftwards, most_run_leftwards};

use super::{Builder, Place};

impl Builder<'_, '_> {
    /// Whether an element that stands by itself runs the other way.
    pub(super) fn is_turned(&self, body: &Body) -> bool {
        let leftwards = match body {
            Body::Text { text, .. }
            | Body::Named { joined: text, .. }
            | Body::Title { text, .. } => text.leftwards,
            Body::Table(table) => {
                let cells = table.rows.iter().flatten();
                let cells = cells.filter(|cell| !cell.text.trim().is_empty());
                most_run_leftwards(cells.map(|cell| cell.leftwards))
            }
            Body::Section { .. } | Body::Code { .. } | Body::Figure(_) | Body::Rule => {
                false
            }
        };
        leftwards && !self.flow.leftwards
    }

    /// Adds a list, all items of it on the side where most of them begin.
    pub(super) fn list(&mut self, list: &List, place: Place) {
        let turned = match place.turned {
            Some(turned) => turned,
            None => !self.flow.leftwards && list_runs_leftwards(list),
        };
        let place = Place { turned: Some(turned), ..place };
        let before = self.shaper.face(turned != self.flow.leftwards);
        self.list_facing(list, place);
        self.shaper.face(before);
    }
}
