//! Parts side by side, and the room between them (The `TeXbook`, chapter 18).

use super::made::Made;
use super::setter::{Place, Setter};
use crate::math::{Class, Node, Operator, fenced};
use crate::units::Em;

/// A part of a row.
pub(super) struct Item<'n> {
    /// What it was made of.
    pub(super) node: &'n Node,
    pub(super) made: Made,
    pub(super) class: Class,
    /// Room before it that the author wrote, in thousandths of the em.
    before: Option<i64>,
    after: Option<i64>,
    pub(super) place: Place,
    /// Whether it is nothing but room.
    pub(super) room: bool,
    /// A sign that grows with the row.
    grows: Option<&'n Operator>,
}

impl Setter<'_, '_> {
    /// Parts side by side as one. `goes_on` where something stands before them.
    pub(super) fn row(&mut self, nodes: &[Node], place: Place, goes_on: bool) -> Made {
        if let [only] = nodes
            && !matches!(only, Node::Space(_))
            && !goes_on
        {
            return self.node(only, place);
        }
        if let Some((open, between, close)) = fenced(nodes) {
            return self.fenced(open, between, close, place);
        }
        let mut items = Vec::new();
        self.items(nodes, place, &mut items);
        settle(&mut items, goes_on);
        self.side_by_side(items, goes_on)
    }

    /// The parts of a row, those in a look of their own among them.
    pub(super) fn items<'n>(
        &mut self,
        nodes: &'n [Node],
        place: Place,
        out: &mut Vec<Item<'n>>,
    ) {
        for node in nodes {
            if let Node::Styled { look, of } = node {
                self.items(of, place.with(*look), out);
                continue;
            }
            let made = self.node(node, place);
            let core = core(node);
            let class = if core.is_some() { made.class } else { class_of(node, &made) };
            out.push(Item {
                node,
                made,
                class,
                before: core.and_then(|operator| operator.before),
                after: core.and_then(|operator| operator.after),
                place,
                room: matches!(node, Node::Space(_)),
                grows: match node {
                    Node::Sign(operator)
                        if operator.stretchy && operator.height.is_none() =>
                    {
                        Some(operator)
                    }
                    _ => None,
                },
            });
        }
    }

    /// A row between two fences, which are as high as it is; so are signs in it that grow.
    fn fenced(
        &mut self,
        open: &Operator,
        between: &[Node],
        close: &Operator,
        place: Place,
    ) -> Made {
        let mut items = Vec::new();
        self.items(between, place, &mut items);
        settle(&mut items, false);
        let axis = self.axis(place);
        let reach = items
            .iter()
            .filter(|item| item.grows.is_none() && !item.room)
            .map(|item| (item.made.above - axis).max(item.made.below + axis))
            .max()
            .unwrap_or_default();
        let height = covering(reach + reach, self.size(place));
        for item in &mut items {
            if let Some(operator) = item.grows {
                item.made = self.fence(operator, height, item.place);
            }
        }
        let within = self.side_by_side(items, false);
        let mut made = Made { class: Class::Inner, ..Made::blank(Em::ZERO) };
        for part in
            [self.fence(open, height, place), within, self.fence(close, height, place)]
        {
            let (at, width) = (made.width, part.whole());
            made.draw(part, at, Em::ZERO);
            made.width += width;
        }
        made.tall = true;
        made
    }

    /// Items as one, the room between them included.
    pub(super) fn side_by_side(&self, items: Vec<Item<'_>>, goes_on: bool) -> Made {
        let mut row = Made::blank(Em::ZERO);
        let mut last: Option<(Class, Option<i64>)> =
            goes_on.then_some((Class::Ordinary, None));
        for item in items {
            let Item { made, class, before, after, place, room, .. } = item;
            if !room {
                if let Some(last) = last {
                    row.width += self.gap(last, (class, before), place);
                }
                last = Some((class, after));
            }
            let (at, whole) = (row.width, made.whole());
            row.draw(made, at, Em::ZERO);
            row.width += whole;
        }
        row.tall = true;
        row
    }

    /// The room between two items.
    pub(super) fn between(&self, left: &Item<'_>, right: &Item<'_>) -> Em {
        self.gap((left.class, left.after), (right.class, right.before), right.place)
    }

    fn gap(
        &self,
        left: (Class, Option<i64>),
        right: (Class, Option<i64>),
        place: Place,
    ) -> Em {
        self.room(thousandths(left, right, place.level > 0), place)
    }
}

/// How high fences are about something: nine tenths of it, and no more than half an em less.
fn covering(height: Em, size: Em) -> Em {
    let part = Em::from_scaled(height.scaled() * 901 / 1000);
    part.max(height - Em::thousandths(500).times(size))
}

const THIN: i64 = 167;
const MEDIUM: i64 = 222;
const THICK: i64 = 278;

/// The room between two classes; what is written of an operator wins, with what the other one
/// has by itself.
fn thousandths(
    (left, after): (Class, Option<i64>),
    (right, before): (Class, Option<i64>),
    script: bool,
) -> i64 {
    let tight = |class| {
        script && matches!(class, Class::Binary | Class::Relation | Class::Punctuation)
    };
    if after.is_none() && before.is_none() {
        return between(left, right, script);
    }
    let own = |class, is_left: bool| match class {
        _ if tight(class) => 0,
        Class::Binary => MEDIUM,
        Class::Relation => THICK,
        Class::Large => THIN,
        Class::Punctuation if is_left => THIN,
        _ => 0,
    };
    let side = |class, written: Option<i64>, is_left| match written {
        Some(_) if tight(class) => 0,
        Some(room) => room,
        None => own(class, is_left),
    };
    side(left, after, true) + side(right, before, false)
}

/// TeX's table of room between two classes.
const fn between(left: Class, right: Class, script: bool) -> i64 {
    use Class::{
        Binary, Closing, Inner, Large, Opening, Ordinary, Punctuation, Relation,
    };
    match (left, right) {
        (Large, Ordinary | Large) | (Ordinary | Closing | Inner, Large) => THIN,
        _ if script => 0,
        (Binary | Relation | Opening, Closing | Punctuation)
        | (Opening, _)
        | (Relation, Relation) => 0,
        (Binary, _) | (_, Binary) => MEDIUM,
        (Relation, _) | (Ordinary | Large | Closing | Inner, Relation) => THICK,
        (Punctuation, _)
        | (Ordinary | Large | Closing | Inner, Inner)
        | (Inner, Ordinary | Opening | Punctuation) => THIN,
        _ => 0,
    }
}

/// Makes letters of signs that join nothing: those with nothing before or behind that they could
/// join (The `TeXbook`, appendix G, rules 5 and 6).
pub(super) fn settle(items: &mut [Item<'_>], goes_on: bool) {
    let mut last: Option<usize> = None;
    let joins_on = |class| {
        matches!(
            class,
            Class::Binary
                | Class::Large
                | Class::Relation
                | Class::Opening
                | Class::Punctuation
        )
    };
    for n in 0..items.len() {
        if items[n].room {
            continue;
        }
        let class = items[n].class;
        match (last, class) {
            (None, Class::Binary) if !goes_on => items[n].class = Class::Ordinary,
            (Some(last), Class::Binary) if joins_on(items[last].class) => {
                items[n].class = Class::Ordinary;
            }
            (Some(last), Class::Relation | Class::Closing | Class::Punctuation)
                if items[last].class == Class::Binary =>
            {
                items[last].class = Class::Ordinary;
            }
            _ => {}
        }
        last = Some(n);
    }
}

/// The operator that something is made of, whatever stands above and below it.
pub(super) fn core(node: &Node) -> Option<&Operator> {
    match node {
        Node::Sign(operator) => Some(operator),
        Node::Scripts { base, .. } | Node::Before { base, .. } => core(base),
        Node::Row(nodes) => match &nodes[..] {
            [only] => core(only),
            _ => None,
        },
        _ => None,
    }
}

/// The class of what is no operator.
const fn class_of(node: &Node, made: &Made) -> Class {
    match node {
        Node::Row(_)
        | Node::Scripts { .. }
        | Node::Letters { .. }
        | Node::Padded { .. } => made.class,
        Node::Fraction { .. } => Class::Inner,
        _ => Class::Ordinary,
    }
}
