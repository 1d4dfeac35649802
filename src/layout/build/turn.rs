//! What runs the other way than the document: paragraphs, lists and tables from right to
//! left in a document from left to right. A document from right to left has none, as its
//! pages are mirrored as a whole.

use crate::document::{BlockKind, List, plain_text};
use crate::layout::flow::Body;
use crate::text::{Shaped, begins_leftwards};

use super::{Builder, Place};

impl Builder<'_, '_> {
    /// Whether an element that stands by itself runs the other way.
    pub(super) fn is_turned(&self, body: &Body) -> bool {
        let leftwards = match body {
            Body::Text { text, .. }
            | Body::Named { joined: text, .. }
            | Body::Title { text, .. } => text.leftwards,
            Body::Table(table) => mostly(table.rows.iter().flatten().filter_map(way_of)),
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
            None => !self.flow.leftwards && mostly(ways_of(list)),
        };
        let place = Place { turned: Some(turned), ..place };
        let before = self.shaper.face(turned != self.flow.leftwards);
        self.list_facing(list, place);
        self.shaper.face(before);
    }
}

/// Which way each item runs that begins with words.
fn ways_of(list: &List) -> impl Iterator<Item = bool> {
    list.items.iter().filter_map(|item| match &item.blocks.first()?.kind {
        BlockKind::Paragraph(paragraph) => {
            let lead = paragraph.lead.as_ref().map(|lead| plain_text(&lead.text));
            let words = lead.unwrap_or_default() + &plain_text(&paragraph.content);
            (!words.trim().is_empty()).then(|| begins_leftwards(&words))
        }
        _ => None,
    })
}

fn way_of(text: &Shaped) -> Option<bool> {
    (!text.text.trim().is_empty()).then_some(text.leftwards)
}

/// Whether more are so than not.
fn mostly(ways: impl Iterator<Item = bool>) -> bool {
    ways.map(|way| if way { 1 } else { -1 }).sum::<i64>() > 0
}
