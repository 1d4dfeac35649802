//! Lists: what hangs before an item, and how deep the item stands.

use crate::document::{Block, BlockKind, Item, List, Paragraph, plain_text};
use crate::font::Weight;
use crate::frame::NodeKind;
use crate::layout::flow::{Body, Element, Label, ListRun, cost};
use crate::layout::inlines::weighted;
use crate::select::Rank;
use crate::text::{Format, Shaped};
use crate::theme;
use crate::units::Em;

use super::{Builder, Place};

/// A name wider than this is half a sentence: it stays in a row with its text.
const WIDEST_NAME: Em = Em::thousandths(15_000);

/// How large a number is in a list that is run in, and how far above the line: as high as
/// capitals reach.
const RAISED: Em = Em::thousandths(740);
const RISE: Em = Em::thousandths(280);

/// From the label to the text.
pub(super) const GAP: Em = Em::thousandths(380);

impl Builder<'_, '_> {
    /// Adds a list; items begin as far in as the widest label asks.
    pub(super) fn list_in_direction(&mut self, list: &List, place: Place) {
        let tag = self.flow.structure.add(NodeKind::List, place.tag);
        let widest = list
            .start
            .map(|start| start.saturating_add(list.items.len() as u64).saturating_sub(1));
        let widest = widest.map_or("•".to_owned(), |last| last.to_string());
        let room = self.line(&widest, label_format(None)).width() + GAP;
        let room = room.max(Em::thousandths(900));
        let head = self.list_head(place);
        let beside = self.names_width(list, place).or(place.beside);
        let place = Place { beside, ..place };
        let mut items = Vec::with_capacity(list.items.len());
        for (n, item) in list.items.iter().enumerate() {
            let label = match (item.task, list.start) {
                (Some(true), _) => "☑".to_owned(),
                (Some(false), _) => "☐".to_owned(),
                (None, Some(start)) => start.saturating_add(n as u64).to_string(),
                (None, None) => "•".to_owned(),
            };
            let first = n == 0;
            let cost = if first { place.cost } else { place.cost.max(cost::ITEM) };
            items.push(self.flow.elements.len());
            let place = Place { tag: Some(tag), cost, ..place };
            self.item(item, &label, room, list.start.is_some(), place);
        }
        let one = |item: &Item| {
            matches!(&item.blocks[..], [Block { kind: BlockKind::Paragraph(_), .. }])
        };
        // A picture cannot stand in a row with words.
        let first = items.first().copied().unwrap_or(self.flow.elements.len());
        let is_figure = |element: &Element| matches!(element.body, Body::Figure(_));
        let plain = list.items.iter().all(one)
            && !self.flow.elements[first..].iter().any(is_figure);
        let ordered = list.start.is_some();
        let indent = place.indent;
        self.flow.lists.push(ListRun { head, items, ordered, indent, plain });
    }

    /// The width of the widest name, if each item has one that is not too long to stand
    /// beside the text.
    fn names_width(&mut self, list: &List, place: Place) -> Option<Em> {
        let outermost = self.names_beside && place.depth == 0 && place.quoted.is_none();
        if !outermost || list.items.len() < 2 {
            return None;
        }
        let mut widest = Em::ZERO;
        for item in &list.items {
            let (first, others) = item.blocks.split_first()?;
            let BlockKind::Paragraph(Paragraph { lead: Some(lead), content }) =
                &first.kind
            else {
                return None;
            };
            if content.is_empty() && others.is_empty() {
                return None;
            }
            let name = weighted(Format::default(), Weight::Bold);
            widest = widest.max(self.line(&plain_text(&lead.text), name).width());
        }
        (widest <= WIDEST_NAME).then_some(widest)
    }

    /// The paragraph that a list could follow on one line: its label, or the words of the
    /// item that it stands in.
    fn list_head(&self, place: Place) -> Option<usize> {
        let last = self.flow.elements.len().checked_sub(1)?;
        let element = &self.flow.elements[last];
        let text = matches!(element.body, Body::Text { .. }) && element.band.is_none();
        let label = element.rank == Rank::LEAD && element.entry == self.entry;
        let own = if place.item { place.parent == Some(last) } else { label };
        (text && own && element.section == self.section).then_some(last)
    }

    fn item(&mut self, item: &Item, label: &str, room: Em, numbered: bool, place: Place) {
        let tag = self.flow.structure.add(NodeKind::ListItem, place.tag);
        let name = self.flow.structure.add(NodeKind::Label, Some(tag));
        let body = self.flow.structure.add(NodeKind::ListBody, Some(tag));
        let text = self.line(&format!("{label} "), label_format(Some(name)));
        let keep = self.keep.unwrap_or(place.cost);
        self.keep = Some(keep);
        let indent = place.indent + room.max(text.width() + GAP);
        let inside = Place {
            indent,
            tag: Some(body),
            cost: cost::ITEM,
            item: true,
            depth: place.depth + 1,
            parent: Some(self.flow.elements.len()),
            outer: place.parent,
            opening: false,
            ..place
        };
        // Only where words may be left out are lists run in.
        let run_in = if numbered && self.condensing {
            self.raised(&text)
        } else {
            Shaped::default()
        };
        let label = Label { text, run_in, gap: GAP, tint: None };
        self.hanging(label, inside, |builder| builder.blocks(&item.blocks, inside));
    }

    /// Adds what `fill` adds, the first of it with a label; a label that nothing follows
    /// stands alone.
    fn hanging(&mut self, label: Label, place: Place, fill: impl FnOnce(&mut Self)) {
        self.set_down_label(place);
        self.label = Some(label);
        fill(self);
        self.set_down_label(place);
    }

    /// A number as it stands in a list that is run in: raised, as verses are numbered, so that
    /// one that happens to begin a line is not taken for one that hangs before an item.
    fn raised(&mut self, number: &Shaped) -> Shaped {
        let tag = number.runs.first().and_then(|run| run.format.tag);
        let bold = weighted(label_format(tag), Weight::Bold);
        let format = Format { scale: RAISED, rise: RISE, color: theme::QUIET, ..bold };
        self.line(&number.text, format).held()
    }

    /// Gives a label that still hangs a line of its own.
    fn set_down_label(&mut self, place: Place) {
        if self.label.is_some() {
            let nothing = self.shape(&[], Format::default());
            self.push_text(nothing, Em::ZERO, place, Rank::LEAD, |element| element);
        }
    }

    pub(super) fn pending_label(&mut self) -> Option<Label> {
        self.label.take()
    }
}

pub(super) fn label_format(tag: Option<crate::frame::Tag>) -> Format {
    Format { color: theme::FAINT, tag, ..Format::default() }
}
