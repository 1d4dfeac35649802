//! A part of a formula, whatever it is.

use super::made::Made;
use super::setter::{Place, Setter};
use crate::font::{Family, Style, Weight};
use crate::math::Node;
use crate::units::Em;

/// Room before the number of a formula.
const BEFORE_TAG: i64 = 2_000;

impl Setter<'_, '_> {
    /// Sets a part.
    pub(super) fn node(&mut self, node: &Node, place: Place) -> Made {
        match node {
            Node::Letters { text, upright } => self.letters(text, *upright, place),
            Node::Number(text) => self.signs(text, place),
            Node::Sign(operator) => self.operator(operator, place),
            Node::Text { text, bold, italic, code } => {
                let weight = if *bold { Weight::Bold } else { Weight::Regular };
                let family = if *code { Family::Code } else { Family::Text };
                self.words(text, Style { family, weight, italic: *italic }, place)
            }
            Node::Tag(text) => {
                let mut made = self.blank(BEFORE_TAG, place);
                let words = self.words(text, Style::default(), place);
                let (at, width) = (made.width, words.whole());
                made.draw(words, at, Em::ZERO);
                made.width += width;
                made
            }
            Node::Space(room) => self.blank(*room, place),
            Node::Row(nodes) => self.row(nodes, place, false),
            Node::Styled { look, of } => self.row(of, place.with(*look), false),
            Node::Fraction { above, below, bar, display } => {
                self.fraction([above, below], *bar, *display, place)
            }
            Node::Root { of, degree } => self.root(of, degree.as_deref(), place),
            Node::Scripts { base, sub, sup, stacked } => {
                self.scripts(base, [sub.as_deref(), sup.as_deref()], *stacked, place)
            }
            Node::Before { base, sub, sup } => {
                self.scripts_before(base, [sub.as_deref(), sup.as_deref()], place)
            }
            Node::Accent { base, mark, under, wide } => {
                self.marked(base, *mark, (*under, *wide), place)
            }
            Node::Phantom(of) => Made { pieces: Vec::new(), ..self.node(of, place) },
            Node::Padded { of, room } => self.padded(of, *room, place),
            Node::Enclosed { of, lines } => self.enclosed(of, *lines, place),
            Node::Table(table) => self.table(table, place),
        }
    }
}
