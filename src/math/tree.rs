//! The parts of a formula: all that a setter of formulas has to know, and no font.

use super::operator::Operator;

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Letters: variables, or a name.
    Letters {
        /// As written: a letter of one of Unicode's alphabets for mathematics is of that style.
        text: String,
        /// Whether a letter that stands alone is upright nevertheless.
        upright: bool,
    },
    /// A number.
    Number(String),
    /// An operator.
    Sign(Operator),
    /// Words.
    Text {
        /// What they say.
        text: String,
        /// Heavier than the text around.
        bold: bool,
        /// Slanted.
        italic: bool,
        /// Of fixed pitch.
        code: bool,
    },
    /// The number or name of the formula, which stands apart from it.
    Tag(String),
    /// Room, in thousandths of the em; negative where what follows moves back.
    Space(i64),
    /// Parts side by side.
    Row(Vec<Self>),
    /// Parts side by side in a size, a way or a colour of their own.
    Styled {
        /// Which.
        look: Look,
        /// The parts.
        of: Vec<Self>,
    },
    /// One above the other.
    Fraction {
        /// The upper part.
        above: Box<Self>,
        /// The lower part.
        below: Box<Self>,
        /// Whether a line is between them.
        bar: bool,
        /// Whether it is as large as in a displayed formula, if that is said.
        display: Option<bool>,
    },
    /// A root.
    Root {
        /// What is under it.
        of: Box<Self>,
        /// Which root, if not the second.
        degree: Option<Box<Self>>,
    },
    /// Something with parts below and above.
    Scripts {
        /// What they stand at.
        base: Box<Self>,
        /// Lowered.
        sub: Option<Box<Self>>,
        /// Raised.
        sup: Option<Box<Self>>,
        /// Whether they stand under and over it in a displayed formula.
        stacked: bool,
    },
    /// Something with parts lowered and raised before it; what it stands at follows.
    Before {
        /// Lowered.
        sub: Option<Box<Self>>,
        /// Raised.
        sup: Option<Box<Self>>,
        /// What they stand at.
        base: Box<Self>,
    },
    /// Something with a mark over or under it.
    Accent {
        /// What it marks.
        base: Box<Self>,
        /// The mark, a character that stands by itself.
        mark: char,
        /// Whether it is under.
        under: bool,
        /// Whether it is as wide as what it marks.
        wide: bool,
    },
    /// The room that something takes, and not the thing.
    Phantom(Box<Self>),
    /// Something that takes other room than its own.
    Padded {
        /// The thing.
        of: Box<Self>,
        /// The room.
        room: Room,
    },
    /// Something in a frame, or with lines through it.
    Enclosed {
        /// The thing.
        of: Box<Self>,
        /// The lines.
        lines: Lines,
    },
    /// Rows of cells.
    Table(Table),
}

/// In which size and colour parts are set; what is not said is as around them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// Whether with the room of a displayed formula.
    pub display: Option<bool>,
    /// How deep in scripts.
    pub level: Option<u8>,
    /// Red, green, blue.
    pub color: Option<[u8; 3]>,
}

/// Other room than something takes by itself, in thousandths of the em.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Room {
    /// How wide.
    pub width: Option<i64>,
    /// How far above the line.
    pub height: Option<i64>,
    /// How far below.
    pub depth: Option<i64>,
    /// How far it is raised.
    pub raise: i64,
    /// How much of its own width it moves to the left: in halves.
    pub back: u8,
    /// Whether it is a relation, with the room of one.
    pub relation: bool,
}

/// Lines around and through something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a line of its own")]
pub(crate) struct Lines {
    /// On all four sides.
    pub frame: bool,
    /// From the lower left to the upper right.
    pub up: bool,
    /// From the upper left to the lower right.
    pub down: bool,
    /// From left to right.
    pub across: bool,
}

/// Rows of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they have nothing to do with each other"
)]
pub(crate) struct Table {
    /// The rows, from above.
    pub rows: Vec<Vec<Cell>>,
    /// Whether cells are as in a displayed formula.
    pub display: bool,
    /// Whether it is small, as in a script.
    pub small: bool,
    /// Whether a line stands before the first column.
    pub line_before: bool,
    /// Whether a line stands under the last row.
    pub line_below: bool,
}

/// A cell of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What is in it.
    pub of: Node,
    /// Where it stands in its column.
    pub align: Align,
    /// Room before it, where that is not the usual, in thousandths of the em.
    pub before: Option<i64>,
    /// The same behind it.
    pub after: Option<i64>,
    /// Whether a line stands behind it.
    pub line_after: bool,
    /// Whether a line stands above it.
    pub line_above: bool,
}

/// Where a cell stands in its column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Align {
    /// At the left.
    Left,
    /// In the middle.
    #[default]
    Center,
    /// At the right.
    Right,
}

impl Node {
    /// Nothing.
    pub(crate) const fn nothing() -> Self {
        Self::Row(Vec::new())
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Row(nodes) if nodes.iter().all(Self::is_empty))
    }
}

/// The two fences that a row stands between, and what is between them.
pub(crate) fn fenced(nodes: &[Node]) -> Option<(&Operator, &[Node], &Operator)> {
    let [Node::Sign(open), between @ .., Node::Sign(close)] = nodes else { return None };
    let fences = open.stretchy && close.stretchy;
    (fences && open.height.is_none() && close.height.is_none())
        .then_some((open, between, close))
}

/// Calls `see` with what each part shows that has no parts of its own; marks over letters and lines
/// are none.
pub(super) fn leaves(nodes: &[Node], see: &mut dyn FnMut(&str)) {
    for node in nodes {
        match node {
            Node::Letters { text, .. }
            | Node::Number(text)
            | Node::Text { text, .. }
            | Node::Tag(text) => see(text),
            Node::Sign(operator) => see(&operator.text),
            Node::Space(_) | Node::Phantom(_) => {}
            Node::Row(nodes) | Node::Styled { of: nodes, .. } => leaves(nodes, see),
            Node::Fraction { above, below, .. } => {
                leaves(std::slice::from_ref(above), see);
                leaves(std::slice::from_ref(below), see);
            }
            Node::Root { of, degree } => {
                if let Some(degree) = degree {
                    leaves(std::slice::from_ref(degree), see);
                }
                leaves(std::slice::from_ref(of), see);
            }
            Node::Scripts { base, sub, sup, .. } | Node::Before { base, sub, sup } => {
                leaves(std::slice::from_ref(base), see);
                for script in [sub, sup].into_iter().flatten() {
                    leaves(std::slice::from_ref(script), see);
                }
            }
            Node::Accent { base: of, .. }
            | Node::Padded { of, .. }
            | Node::Enclosed { of, .. } => leaves(std::slice::from_ref(of), see),
            Node::Table(table) => {
                let cells = table.rows.iter().flatten();
                cells.for_each(|cell| leaves(std::slice::from_ref(&cell.of), see));
            }
        }
    }
}
