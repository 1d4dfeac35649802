//! Dollars that begin and end formulas, and those that are money or a part of a program.
//!
//! The rules are those of pandoc and the code hosts: no space behind the first dollar and before
//! the last, no digit behind that, no letter outside; and what stands between has to be such as a
//! formula can be. All other dollars are masked, so that what stands between them is Markdown
//! like everything else.

use std::ops::Range;

use super::cjk::is_cjk;
use super::formula;
use super::hiding::Mask;
use super::words::{Part, Words, signs};

/// A sign that is to the parser what a dollar is, but for formulas: a mark of punctuation.
const MASK: char = '%';

/// The masks of all dollars in `words` of `source` that belong to no formula.
pub(super) fn masks(source: &str, words: &Words) -> Vec<Mask> {
    let mut masks = Vec::new();
    let mut piece = Piece { source, ..Piece::default() };
    // The links and pictures that are open.
    let mut open: Vec<usize> = Vec::new();
    for part in &words.0 {
        match part {
            Part::Words(range) => {
                let within = open.last().copied();
                let found = signs(source, range.clone(), '$');
                piece.dollars.extend(found.map(|at| Dollar { at, within }));
            }
            Part::Code(range) => piece.code.push(range.clone()),
            Part::Emphasis(range, marks) => {
                if stands_out(source, range, *marks) {
                    piece.emphasised.push(range.clone());
                }
            }
            Part::Open { range, sure } => {
                open.push(range.start);
                if *sure {
                    piece.others.push(range.start);
                }
            }
            Part::Close => {
                open.pop();
            }
            // An entity stands for one character, as it may in a formula.
            Part::Other(range) if source[range.clone()].starts_with('&') => {}
            Part::Other(range) => piece.others.push(range.start),
            Part::Border => {
                piece.masks(&mut masks);
                piece = Piece { source, ..Piece::default() };
            }
        }
    }
    piece.masks(&mut masks);
    masks
}

/// Whether emphasis is of words, which touch others on neither side: `(*net*)`, not `a*b*c`.
fn stands_out(source: &str, range: &Range<usize>, marks: usize) -> bool {
    let inner = source.get(range.start + marks..range.end - marks).unwrap_or_default();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let letters = inner.chars().filter(|char| char.is_alphabetic()).take(2).count();
    letters > 1
        && is_word(inner.chars().next())
        && is_word(inner.chars().next_back())
        && !is_word(source[..range.start].chars().next_back())
        && !is_word(source[range.end..].chars().next())
}

#[derive(Clone, Copy)]
struct Dollar {
    at: usize,
    /// The innermost link or picture that it stands in, by where that begins.
    within: Option<usize>,
}

/// What stands in one paragraph, heading or cell, in its order.
#[derive(Default)]
struct Piece<'t> {
    source: &'t str,
    dollars: Vec<Dollar>,
    code: Vec<Range<usize>>,
    /// Emphasised words, as no formula has them.
    emphasised: Vec<Range<usize>>,
    /// Where links, tags and notes begin.
    others: Vec<usize>,
}

impl Piece<'_> {
    fn masks(&self, masks: &mut Vec<Mask>) {
        let mut first = 0;
        while first < self.dollars.len() {
            let run = self.run(first);
            let taken = match run {
                1 => self.inline(first),
                2 => self.display(first),
                _ => None,
            };
            if taken.is_none() {
                let dollars = &self.dollars[first..first + run];
                masks.extend(dollars.iter().map(|dollar| (dollar.at, MASK)));
            }
            first += taken.unwrap_or(run);
        }
    }

    /// How many dollars stand side by side from `first` on.
    fn run(&self, first: usize) -> usize {
        let start = self.dollars[first].at;
        let rest = self.dollars[first..].iter().enumerate();
        rest.take_while(|(nth, dollar)| dollar.at == start + nth).count()
    }

    /// How many dollars a formula in a line takes that begins with the dollar `first`.
    fn inline(&self, first: usize) -> Option<usize> {
        let (open, close) = (self.dollars[first], *self.dollars.get(first + 1)?);
        let inner = self.inner(open, close, 1)?;
        let before = self.source[..open.at].chars().next_back();
        let after = self.source[close.at + 1..].chars().next();
        if joins(before) || joins(after) {
            return None;
        }
        if self.is_code(open.at + 1..close.at) {
            return formula::is_fenced(inner).then_some(2);
        }
        let spaced = inner.starts_with(char::is_whitespace)
            || inner.ends_with(char::is_whitespace);
        let is_formula = !spaced
            && !self.interrupted(open.at, close.at)
            && formula::can_be(inner, after);
        is_formula.then_some(2)
    }

    /// How many dollars a formula takes that stands between double ones, from `first` on.
    fn display(&self, first: usize) -> Option<usize> {
        let next = first + 2;
        let (open, close) = (self.dollars[first], *self.dollars.get(next)?);
        let inner = self.inner(open, close, 2)?;
        let is_formula = self.run(next) == 2
            && !self.interrupted(open.at, close.at)
            && formula::can_be_display(inner);
        is_formula.then_some(4)
    }

    /// What stands between two dollars of one link or of none.
    fn inner(&self, open: Dollar, close: Dollar, dollars: usize) -> Option<&str> {
        let inner = self.source.get(open.at + dollars..close.at)?;
        (open.within == close.within && !inner.is_empty()).then_some(inner)
    }

    /// Whether all of `range` is code, as code hosts let formulas be written: `` $`x`$ ``.
    fn is_code(&self, range: Range<usize>) -> bool {
        let after = self.code.partition_point(|code| code.start < range.start);
        self.code.get(after) == Some(&range)
    }

    /// Whether something stands between two bytes that no formula has.
    fn interrupted(&self, from: usize, to: usize) -> bool {
        let begins = |starts: Option<usize>| starts.is_some_and(|start| start < to);
        let code = self.code.partition_point(|code| code.start < from);
        let other = self.others.partition_point(|start| *start < from);
        let emphasised = self.emphasised.partition_point(|one| one.start < from);
        begins(self.code.get(code).map(|code| code.start))
            || begins(self.others.get(other).copied())
            || self.emphasised[emphasised..]
                .iter()
                .take_while(|one| one.start < to)
                .any(|one| one.end <= to)
    }
}

/// Whether a character outside a dollar makes one word of both. Scripts without spaces, and
/// those that put endings behind a formula, do not.
fn joins(char: Option<char>) -> bool {
    char.is_some_and(|char| char.is_alphanumeric() && !is_cjk(char))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::mask::hiding::put;
    use pulldown_cmark::Options;

    fn masked(text: &str) -> String {
        let words =
            Words::of(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
        put(text.into(), &masks(text, &words)).into_owned()
    }

    #[test]
    fn money_and_programs_have_no_formulas() {
        for text in [
            "Base **$120k**–**$150k**, or **35$** and *$40* or *$50*.",
            "to $150k (**senior**), *$160k* (**lead**)",
            "Set $A, `$B`, and **$C**.",
            "Now $4, see [the list](https://example.org/$x) there.",
            "Use $(cmd) and \"$@\" with care.",
            "It is $5 (*net*), $6 (*gross*), 7$.",
            "$5 _net of tax_, 6$",
            "from $5 to 10$, or $5-10$",
            "echo $$; kill $$",
            "`$$` is $$ or $$ in [a shell](https://example.org)",
            "$$$ is dear, $$$$ dearer",
            "[$5](a.md) and 6$",
            "$HOME/bin:$PATH, $(a)/$(b), \"$1\"/\"$2\"",
            "$('#a').on($(this)), $scope.$apply(), $.ajax and $.get",
            "\\$x$ and $y\\$",
            "US$ and A$, 价格$5，或$6元",
            "$5k base, and a bonus of <b>2k</b>$",
            "`$x`",
        ] {
            let found = masked(text);
            let left = Words::of(text, Options::empty()).0.into_iter().any(|part| {
                matches!(part, Part::Words(range)
                    if signs(&found, range.clone(), '$').next().is_some())
            });
            assert!(!left, "{text}: {found}");
        }
    }

    #[test]
    fn formulas_keep_their_dollars() {
        for text in [
            "$x$, ($x^2$), **$y$**: $a_1$.",
            "$O(n log n)$ and $O(1)$",
            "$a*b*c$ and $f * g * h$",
            "$x_{a}*y_{b}*z$",
            "$$\\int_0^1 x\\,dx$$",
            "$$\na = b\n$$",
            "$`x * y`$ is so, and $``a`b``$",
            "设$x$为，변수 $x$는",
            "[$x$](a.md) and $y$",
            "| $a$ | $b$ |\n|---|---|\n| $c$ | $d$ |",
            "$7 &lt; 8$",
            "$+$ and $\\pm$ or $[0, 1)$",
            "$P(A|B) = 1$",
            "$x$$y$",
            "$TP / (TP + FN)$",
            "$f[i](x)$",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_formula_after_money_is_one() {
        assert_eq!(masked("costs $5, and $x$ is 7"), "costs %5, and $x$ is 7");
        assert_eq!(masked("($5) for $x + y$"), "(%5) for $x + y$");
    }
}
