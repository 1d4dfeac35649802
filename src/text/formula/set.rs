//! A formula as parts between which a line may end.

use super::drawn::{AFTER_RELATION, FormulaBox, FormulaPart, SetFormula};
use super::made::{Made, joined};
use super::row::{Item, settle};
use super::setter::{FormulaStyle, Place, Setter};
use crate::math::{Class, Formula, Node, fenced};
use crate::text::{Format, Shaper, Span};
use crate::units::Em;

/// What it costs to end a line behind a sign that joins, and behind a comma.
const AFTER_BINARY: i64 = 110;
const AFTER_COMMA: i64 = 150;

impl From<Made> for FormulaBox {
    fn from(made: Made) -> Self {
        let width = made.whole().max(Em::ZERO);
        let (above, below) = (made.above, made.below);
        Self { width, above, below, pieces: joined(made.pieces) }
    }
}

impl Shaper<'_> {
    /// A formula as a span of a paragraph, `displayed` or in a line of text. Where lines are
    /// narrower than a part of it, the spans `instead` stand for it; they do as well where it
    /// cannot be set.
    pub(crate) fn formula(
        &mut self,
        formula: &Formula,
        displayed: bool,
        format: Format,
        instead: Vec<Span>,
    ) -> Vec<Span> {
        let [script, script_script] = self.scripts.0;
        let weight = format.style.weight;
        let style = FormulaStyle { display: displayed, weight, script, script_script };
        let Some(set) = set(formula, self, style) else { return instead };
        vec![self.refer(set, format, instead)]
    }
}

/// Sets a formula; nothing where a face lacks one of its characters.
fn set(
    formula: &Formula,
    shaper: &mut Shaper<'_>,
    style: FormulaStyle,
) -> Option<SetFormula> {
    let mut setter = Setter::new(shaper, style)?;
    let place = Place { display: style.display, level: 0, cramped: false, color: None };
    let mut nodes = &formula.nodes[..];
    while let [Node::Row(within)] = nodes {
        nodes = within;
    }
    let parts = if fenced(nodes).is_some() {
        let text = formula.spoken();
        let drawn = setter.row(nodes, place, false).into();
        vec![FormulaPart { drawn, gap: Em::ZERO, break_cost: None, text }]
    } else {
        let mut items = Vec::new();
        setter.items(nodes, place, &mut items);
        settle(&mut items, false);
        parts(&setter, items)
    };
    setter.missing.is_none().then_some(SetFormula { parts })
}

fn parts(setter: &Setter<'_, '_>, items: Vec<Item<'_>>) -> Vec<FormulaPart> {
    let breaks = breaks(setter, &items);
    let mut breaks = breaks.into_iter().peekable();
    let mut parts = Vec::new();
    let mut open: Vec<Item<'_>> = Vec::new();
    let mut close = |open: Vec<Item<'_>>, gap, break_cost| {
        let nodes: Vec<Node> = open.iter().map(|item| item.node.clone()).collect();
        let text = Formula::spoken_of(&nodes);
        let drawn = setter.side_by_side(open, false).into();
        parts.push(FormulaPart { drawn, gap, break_cost, text });
    };
    for (n, item) in items.into_iter().enumerate() {
        open.push(item);
        if let Some(Break { gap, cost, .. }) = breaks.next_if(|one| one.after == n) {
            close(std::mem::take(&mut open), gap, Some(cost));
        }
    }
    close(open, Em::ZERO, None);
    parts
}

/// A place where a line may end.
struct Break {
    /// Behind which item.
    after: usize,
    gap: Em,
    cost: i64,
}

fn breaks(setter: &Setter<'_, '_>, items: &[Item<'_>]) -> Vec<Break> {
    let mut breaks = Vec::new();
    let mut fences = 0;
    for (n, pair) in items.windows(2).enumerate() {
        let [item, next] = pair else { continue };
        match item.class {
            Class::Opening => fences += 1,
            Class::Closing => fences = (fences - 1).max(0),
            _ => {}
        }
        let cost = match item.class {
            Class::Relation if next.class != Class::Relation => AFTER_RELATION,
            Class::Binary => AFTER_BINARY,
            Class::Punctuation => AFTER_COMMA,
            _ => continue,
        };
        let clings =
            matches!(next.class, Class::Closing | Class::Punctuation) || next.room;
        if fences == 0 && n > 0 && !item.room && !clings {
            let gap = setter.between(item, next);
            breaks.push(Break { after: n, gap, cost });
        }
    }
    breaks
}
