//! A formula on one line of text.
//!
//! What stands one above the other is set side by side, in parentheses where the sense needs
//! them: `(a + b)/c`, `√(x + 1)`. Room before a sign is a no-break space, so that a line may
//! end behind a sign only.

use super::letters::{LetterStyle, letters, styled};
use super::operator::{Operator, Sign};
use super::tree::{Cell, Node, Table};

/// Letters of one style and height.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormulaRun {
    /// What they say.
    pub text: String,
    /// How they are drawn.
    pub style: LetterStyle,
    /// Where they stand: the outermost script first.
    pub scripts: Vec<Script>,
}

/// A step off the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Raised.
    Up,
    /// Lowered.
    Down,
}

const NO_BREAK: &str = "\u{a0}";
const THIN: &str = "\u{202f}";

pub(super) fn runs(nodes: &[Node]) -> Vec<FormulaRun> {
    let mut line = Line { out: Vec::new(), scripts: Vec::new(), pending: None, depth: 0 };
    line.row(nodes);
    line.out
}

/// What stands before the next part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// A letter or a number, which another one would run into.
    Word,
    /// A name such as `log`.
    Name,
    /// A fraction.
    Fraction,
}

struct Line {
    out: Vec<FormulaRun>,
    scripts: Vec<Script>,
    /// What was written last, where that has a say in the room before the next part.
    pending: Option<Gap>,
    /// How many pairs are open.
    depth: usize,
}

impl Line {
    fn write(&mut self, text: &str, style: LetterStyle) {
        if text.is_empty() {
            return;
        }
        match self.out.last_mut() {
            Some(last) if last.style == style && last.scripts == self.scripts => {
                last.text.push_str(text);
            }
            _ => {
                let scripts = self.scripts.clone();
                self.out.push(FormulaRun { text: text.to_owned(), style, scripts });
            }
        }
    }

    fn plain(&mut self, text: &str) {
        self.write(text, LetterStyle::default());
    }

    fn row(&mut self, nodes: &[Node]) {
        for (n, node) in nodes.iter().enumerate() {
            match node {
                Node::Sign(Operator { text, sign: Sign::Between, .. })
                    if is_first(&nodes[..n]) =>
                {
                    self.tight(text);
                }
                _ => self.node(node, nodes.get(n + 1)),
            }
        }
    }

    fn node(&mut self, node: &Node, next: Option<&Node>) {
        match node {
            Node::Letters { text, upright } => {
                let (text, style) = letters(text, *upright);
                let name = text.chars().count() > 1 && !is_number(&text, style);
                let gap = if name { Gap::Name } else { Gap::Word };
                self.part(&text, style, gap, gap);
            }
            Node::Number(text) => {
                let (text, style) = styled(text, LetterStyle::default());
                self.part(&text, style, Gap::Word, Gap::Word);
            }
            Node::Sign(Operator { text, sign, .. }) => self.sign(text, *sign),
            Node::Text { text, bold, italic, .. } => {
                self.write(text, LetterStyle::new(*bold, *italic));
                self.pending = (!text.ends_with(' ')).then_some(Gap::Name);
            }
            Node::Tag(text) => {
                self.plain(if self.after_room() { "" } else { " " });
                self.plain(text);
                self.pending = Some(Gap::Name);
            }
            Node::Space(width) => self.space(*width),
            Node::Row(nodes) | Node::Styled { of: nodes, .. } => self.row(nodes),
            Node::Fraction { above, below, bar, .. } => self.fraction(above, below, *bar),
            Node::Root { of, degree } => self.root(of, degree.as_deref()),
            Node::Scripts { base, sub, sup, .. } => {
                self.scripted(base, sub.as_deref(), sup.as_deref(), next);
            }
            Node::Before { sub, sup, base } => {
                self.scripts(sub.as_deref(), sup.as_deref());
                self.node(base, next);
            }
            Node::Accent { base, mark, under, .. } => self.accent(base, *mark, *under),
            Node::Phantom(_) => {}
            Node::Padded { of, .. } | Node::Enclosed { of, .. } => self.node(of, next),
            Node::Table(table) => self.table(table),
        }
    }

    fn space(&mut self, width: i64) {
        if width >= 400 {
            self.plain("\u{2002}");
        } else if width > 150 && self.scripts.is_empty() {
            self.plain(NO_BREAK);
        } else {
            return;
        }
        self.pending = None;
    }

    /// A letter, number or name, with room before it where it would run into what stands
    /// there.
    fn part(&mut self, text: &str, style: LetterStyle, before: Gap, after: Gap) {
        let room = match (self.pending, before) {
            (Some(Gap::Name | Gap::Fraction), _)
            | (Some(Gap::Word), Gap::Name | Gap::Fraction) => THIN,
            _ => "",
        };
        self.plain(room);
        self.write(text, style);
        self.pending = Some(after);
    }

    fn sign(&mut self, text: &str, sign: Sign) {
        let script = !self.scripts.is_empty();
        if text.is_empty() {
            return;
        }
        match sign {
            Sign::Open => self.depth += 1,
            Sign::Close => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        match sign {
            Sign::Between if !script => {
                let begins = self.out.is_empty() || self.after_room();
                self.plain(if begins { "" } else { NO_BREAK });
                self.plain(text);
                self.plain(if text == "∣" { NO_BREAK } else { " " });
            }
            Sign::Comma if !script => {
                self.plain(text);
                self.plain(if self.depth > 0 { NO_BREAK } else { " " });
            }
            Sign::Name => {
                return self.part(text, LetterStyle::default(), Gap::Name, Gap::Name);
            }
            Sign::Large => {
                return self.part(text, LetterStyle::default(), Gap::Word, Gap::Name);
            }
            Sign::Open if self.pending == Some(Gap::Fraction) => {
                self.plain(THIN);
                self.plain(text);
            }
            _ => self.plain(text),
        }
        // A name keeps its distance from what is closed.
        self.pending = (sign == Sign::Close && !script).then_some(Gap::Word);
    }

    /// A sign that belongs to what follows.
    fn tight(&mut self, text: &str) {
        self.plain(text);
        self.pending = None;
    }

    /// Whether the line ends with room, or with a line's end.
    fn after_room(&self) -> bool {
        self.out
            .last()
            .is_none_or(|last| last.text.ends_with([' ', '\n', '\u{a0}', '\u{2002}']))
    }

    fn fraction(&mut self, above: &Node, below: &Node, bar: bool) {
        if !bar {
            // As it stands in parentheses: one raised, the other lowered.
            self.script(Script::Up, above);
            self.script(Script::Down, below);
            return;
        }
        self.plain(if self.pending.is_some() { THIN } else { "" });
        self.pending = None;
        self.held(above, holds_as_numerator(above));
        self.plain("/");
        self.pending = None;
        self.held(below, holds_as_denominator(below));
        self.pending = Some(Gap::Fraction);
    }

    /// A part, in parentheses where it would fall apart without.
    fn held(&mut self, node: &Node, holds: bool) {
        if holds {
            return self.node(node, None);
        }
        self.plain("(");
        self.pending = None;
        self.node(node, None);
        self.plain(")");
        self.pending = None;
    }

    fn root(&mut self, of: &Node, degree: Option<&Node>) {
        if let Some(degree) = degree {
            self.script(Script::Up, degree);
        }
        self.plain("√");
        self.pending = None;
        self.held(of, is_one(of));
        self.pending = Some(Gap::Fraction);
    }

    fn scripted(
        &mut self,
        base: &Node,
        sub: Option<&Node>,
        sup: Option<&Node>,
        next: Option<&Node>,
    ) {
        // What a brace gathers keeps together.
        let holds = !matches!(base, Node::Fraction { .. });
        let sign = sign_of(base) == Some(Sign::Between);
        let empty = matches!(base, Node::Row(nodes) if nodes.is_empty());
        self.held(base, holds);
        if sign {
            // The room behind a sign stands behind what is at the sign.
            self.trim();
        }
        let after = self.pending;
        self.scripts(sub, sup);
        if sign {
            self.plain(" ");
        }
        // A large sign and a name have room before the next part, a letter has none.
        let opens = next.and_then(sign_of) == Some(Sign::Open);
        self.pending = if empty || opens { None } else { after };
    }

    fn scripts(&mut self, sub: Option<&Node>, sup: Option<&Node>) {
        for (script, part) in [(Script::Down, sub), (Script::Up, sup)] {
            if let Some(part) = part {
                self.script(script, part);
            }
        }
    }

    fn trim(&mut self) {
        if let Some(last) = self.out.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
        }
    }

    fn script(&mut self, script: Script, part: &Node) {
        self.scripts.push(script);
        self.pending = None;
        self.node(part, None);
        self.scripts.pop();
        self.pending = None;
    }

    /// A mark goes on each letter.
    fn accent(&mut self, base: &Node, mark: char, under: bool) {
        let from = self.out.len();
        let kept = self.out.last().map(|last| last.text.len());
        self.node(base, None);
        let Some(combining) = combining(mark, under) else { return };
        let mark_is_arrow = combining == '\u{20d7}';
        for n in from.saturating_sub(1)..self.out.len() {
            let run = &mut self.out[n];
            let start = if n < from { kept.unwrap_or(0) } else { 0 };
            let letter =
                |c| if mark_is_arrow { in_font_of_arrow(c, run.style) } else { c };
            let marked: String = run.text[start..]
                .chars()
                .map(letter)
                .flat_map(|c| [Some(c), c.is_alphanumeric().then_some(combining)])
                .flatten()
                .collect();
            run.text.replace_range(start.., &marked);
        }
    }

    /// A cell whose sign stands between it and the cell before.
    fn cell_that_goes_on(&mut self, cell: &Node) {
        match cell {
            Node::Row(nodes) => {
                let Some((sign, rest)) = nodes.split_first() else { return };
                self.node(sign, rest.first());
                self.row(rest);
            }
            cell => self.node(cell, None),
        }
    }

    /// Rows one behind the other; those of a whole formula below one another.
    fn table(&mut self, table: &Table) {
        let alone = self.out.is_empty() && self.scripts.is_empty();
        for (n, row) in table.rows.iter().enumerate() {
            if n > 0 {
                self.plain(if alone { "\n" } else { "; " });
            }
            self.pending = None;
            for (m, Cell { of, .. }) in row.iter().enumerate() {
                let after_empty = m > 0 && is_empty(&row[m - 1].of);
                if m > 0 && goes_on(of, after_empty) {
                    self.cell_that_goes_on(of);
                    continue;
                }
                if m > 0 && !after_empty {
                    self.plain(if alone { " " } else { ", " });
                    self.pending = None;
                }
                self.node(of, None);
            }
        }
        self.pending = None;
    }
}

/// What a sign does; nothing where it is no sign.
const fn sign_of(node: &Node) -> Option<Sign> {
    match node {
        Node::Sign(operator) => Some(operator.sign),
        _ => None,
    }
}

/// Whether letters are digits of a style of their own.
fn is_number(text: &str, style: LetterStyle) -> bool {
    style.bold && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a sign behind these has nothing before it that it could part from what follows.
fn is_first(before: &[Node]) -> bool {
    let shown = before.iter().rev().find(|node| !matches!(node, Node::Space(_)));
    shown.is_none_or(|node| {
        let sign = sign_of(node);
        sign.is_some_and(|sign| {
            matches!(sign, Sign::Between | Sign::Open | Sign::Comma | Sign::Name)
        })
    })
}

/// Whether a cell goes on with what the one before it says: from a sign that compares, or
/// any sign where there is nothing in that one. A minus in a matrix belongs to its cell.
fn goes_on(cell: &Node, after_empty: bool) -> bool {
    match cell {
        Node::Sign(Operator { text, sign: Sign::Between, .. }) => {
            after_empty || !matches!(text.as_str(), "+" | "−" | "±" | "∓")
        }
        Node::Row(nodes) => nodes.first().is_some_and(|node| goes_on(node, after_empty)),
        _ => false,
    }
}

fn is_empty(cell: &Node) -> bool {
    matches!(cell, Node::Row(nodes) if nodes.is_empty())
}

/// Whether a part is one thing to the eye.
fn is_one(node: &Node) -> bool {
    match node {
        Node::Letters { .. } | Node::Number(_) | Node::Accent { .. } => true,
        Node::Scripts { base, .. } => is_one(base),
        Node::Row(nodes) => matches!(&nodes[..], [only] if is_one(only)),
        _ => false,
    }
}

/// Whether a part says the same above a line and before a slash: products do, sums do not.
fn holds_as_numerator(node: &Node) -> bool {
    let Node::Row(nodes) = node else {
        return !matches!(node, Node::Fraction { .. } | Node::Table(_));
    };
    let mut depth = 0_usize;
    nodes.iter().enumerate().all(|(n, node)| {
        let sign = sign_of(node);
        match sign {
            Some(Sign::Open) => depth += 1,
            Some(Sign::Close) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let sum = matches!(sign, Some(Sign::Between | Sign::Comma)) && n > 0;
        depth > 0 || !(sum || matches!(node, Node::Fraction { .. } | Node::Table(_)))
    })
}

/// The same behind a slash: letters side by side do, `P(B)` does, other products do not.
fn holds_as_denominator(node: &Node) -> bool {
    let Node::Row(nodes) = node else { return is_one(node) };
    let letters = |nodes: &[Node]| {
        nodes.iter().all(|node| is_one(node) && !matches!(node, Node::Number(..)))
    };
    let open = nodes.iter().position(|node| sign_of(node) == Some(Sign::Open));
    match (open, nodes.last()) {
        (None, _) => letters(nodes) || is_one(node),
        (Some(1), Some(last)) if sign_of(last) == Some(Sign::Close) => {
            let closes = nodes.iter().filter(|n| sign_of(n) == Some(Sign::Close));
            letters(&nodes[..1]) && closes.count() == 1
        }
        _ => false,
    }
}

/// The slanted letter of the fonts for formulas, which are those that have the arrow.
fn in_font_of_arrow(c: char, style: LetterStyle) -> char {
    let first = match (c, style.bold) {
        ('a'..='z', false) if c != 'h' => 0x1d44e - u32::from('a'),
        ('A'..='Z', false) => 0x1d434 - u32::from('A'),
        ('a'..='z', true) => 0x1d41a - u32::from('a'),
        ('A'..='Z', true) => 0x1d400 - u32::from('A'),
        _ => return c,
    };
    char::from_u32(first + u32::from(c)).unwrap_or(c)
}

/// The mark that goes on a letter, for one that stands by itself.
fn combining(mark: char, under: bool) -> Option<char> {
    Some(match (mark, under) {
        ('ˆ' | '^', _) => '\u{302}',
        ('˜' | '~', _) => '\u{303}',
        ('¯' | '‾' | '̲' | '_', false) => '\u{304}',
        ('¯' | '‾' | '̲' | '_', true) => '\u{332}',
        ('⃗' | '→', _) => '\u{20d7}',
        ('˙', _) => '\u{307}',
        ('¨', _) => '\u{308}',
        ('ˇ', _) => '\u{30c}',
        ('˘', _) => '\u{306}',
        ('´', _) => '\u{301}',
        ('`', _) => '\u{300}',
        _ => return None,
    })
}
