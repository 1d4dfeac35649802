//! Quoted text, and alerts: text behind an upright rule, alerts under their name.
//!
//! What the rule and the name say of an alert does not hang on colour: grave ones have a
//! rule twice as thick and black, and a sign before the name.

use crate::document::{Alert, Block};
use crate::font::Weight;
use crate::frame::NodeKind;
use crate::layout::flow::{Bar, Element, cost};
use crate::layout::inlines::weighted;
use crate::select::Rank;
use crate::text::{Format, Span};
use crate::theme;
use crate::units::Em;

use super::{Builder, Place};

/// What quoted text is indented by.
const QUOTE: Em = Em::thousandths(800);
/// How thick the rule beside it is.
const THIN: Em = Em::thousandths(120);
/// How thick the rule beside an alert is.
const THICK: Em = Em::thousandths(260);

impl Builder<'_, '_> {
    /// Adds quoted text.
    pub(super) fn quote(&mut self, alert: Option<Alert>, blocks: &[Block], place: Place) {
        let tag = self.flow.structure.add(NodeKind::Quote, place.tag);
        let bar = self.bar(alert, place.indent);
        let quoted = match (alert, place.quoted) {
            // A quotation in another has the rule of the outer one.
            (None, Some(outer)) => Some(outer),
            (Some(_), Some(outer)) => Some(Bar { at: outer.at, ..bar }),
            (_, None) => Some(bar),
        };
        let indent = place.indent + QUOTE;
        let place = Place { indent, tag: Some(tag), quoted, ..place };
        let Some(alert) = alert else { return self.blocks(blocks, place) };
        let name = self.flow.elements.len();
        self.name_of(alert, place);
        self.blocks(blocks, place);
        self.names_to_here(name);
    }

    fn bar(&self, alert: Option<Alert>, at: Em) -> Bar {
        let color = self.flow.sections[self.section].hue.solid;
        match alert {
            None => Bar { at, width: THIN, color: theme::RULE },
            Some(alert) if alert.is_grave() => {
                Bar { at, width: THICK, color: theme::INK }
            }
            Some(_) => Bar { at, width: THICK, color },
        }
    }

    /// Adds the name of an alert, which stays with what follows.
    fn name_of(&mut self, alert: Alert, place: Place) {
        let paragraph = self.flow.structure.add(NodeKind::Paragraph, place.tag);
        let words = self.shaper.words();
        if !words.are_in(self.language) {
            self.flow.structure.set_lang(paragraph, words.tag);
        }
        let tag = Some(paragraph);
        let bold = weighted(Format::default(), Weight::Bold);
        let mut spans = Vec::new();
        if alert.is_grave() {
            // For the eye alone: a screen reader says the name.
            spans.push(Span { text: "⚠\u{fe0e}\u{a0}".to_owned(), format: bold });
        }
        let text = format!("{} ", alert.name(self.language));
        spans.push(Span { text, format: Format { tag, ..bold } });
        let text = self.shaper.shape(&spans);
        self.push_text(text, Em::ZERO, place, Rank::LEAD, |element| Element {
            before: 1,
            ..element
        });
        self.keep = Some(cost::NEVER);
    }
}
