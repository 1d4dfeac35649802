//! Cards on a line: `front :: back`, `front::back`, and `:::` for both directions.
//!
//! With white space on both sides the sign is nothing else. Without, it also parts the names of
//! C++, Rust, Perl and CSS, and the groups of an address: so that takes evidence from the whole
//! source, which either writes most of its lines so, or says that it is to be learnt.

use std::collections::BTreeSet;

use super::divider;
use crate::document::{Inline, InlineKind, plain_text};
use crate::parse::raw::{Raw, RawItem, RawKind};
use crate::parse::recognise::around::Around;
use crate::parse::recognise::asking::{Asks, asks};
use crate::parse::recognise::front::shadow;
use crate::parse::recognise::lines::{Line, grouped};

/// The two sides of a card on a line.
#[derive(Default)]
pub(super) struct Sides {
    pub front: Line,
    pub back: Line,
    pub both: bool,
}

/// How a source writes cards on a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habit {
    /// Without white space around the sign.
    tight: bool,
}

impl Habit {
    pub(super) fn of(blocks: &[Raw], around: &Around<'_>) -> Self {
        let mut tally = Tally::default();
        tally.blocks(blocks);
        Self { tight: tally.is_tight(around.deck) }
    }

    /// How many cards are in the lines of a paragraph.
    pub(super) fn cards(self, content: &[Inline]) -> usize {
        if !may_hold_cards(content) {
            return 0;
        }
        grouped(content).iter().filter_map(|line| self.card(line)).count()
    }

    /// The card that a line is.
    pub(super) fn card(self, line: &[Inline]) -> Option<Sides> {
        if !may_hold_cards(line) {
            return None;
        }
        let spaced = signs(line).into_iter().map(|sign| sides(line, sign)).find(is_card);
        spaced.or_else(|| {
            let sign = self.tight.then(|| tight(line)).flatten()?;
            (kind(&sign) != Kind::Path).then(|| sides(line, sign.at))
        })
    }
}

/// Whether a line is more than tags and properties.
fn says(line: &str) -> bool {
    let is_tag = line.split_whitespace().all(|word| word.starts_with('#'));
    !is_tag && !line.is_empty() && !is_property(line)
}

/// A quick look, so that most paragraphs need no splitting.
fn may_hold_cards(content: &[Inline]) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => text.contains("::"),
        _ => false,
    })
}

/// Where a sign stands: in which inline, from which byte on, how many colons long.
#[derive(Debug, Clone, Copy)]
struct Sign {
    inline: usize,
    byte: usize,
    length: usize,
}

/// The signs of a line: two or three colons.
fn signs(line: &[Inline]) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (inline, one) in line.iter().enumerate() {
        let InlineKind::Text(text) = &one.kind else { continue };
        let mut byte = 0;
        while let Some(found) = text[byte..].find("::") {
            byte += found;
            let length = text.len() - byte - text[byte..].trim_start_matches(':').len();
            if length <= 3 {
                signs.push(Sign { inline, byte, length });
            }
            byte += length;
        }
    }
    // A line of more is none of a card, and looking at each would take long.
    signs.truncate(8);
    signs
}

fn sides(line: &[Inline], sign: Sign) -> Sides {
    let Sign { inline, byte, length } = sign;
    let InlineKind::Text(text) = &line[inline].kind else { return Sides::default() };
    let part = |text: &str| {
        let kind = InlineKind::Text(text.to_owned());
        (!text.is_empty()).then_some(Inline { kind, span: line[inline].span })
    };
    let mut front = line[..inline].to_vec();
    front.extend(part(&text[..byte]));
    let mut back: Line = part(&text[byte + length..]).into_iter().collect();
    back.extend_from_slice(&line[inline + 1..]);
    Sides { front, back, both: length == 3 }
}

/// Whether the sign has white space on both sides, or a question right before it.
fn is_card(sides: &Sides) -> bool {
    let (front, back) = (plain_text(&sides.front), plain_text(&sides.back));
    let spaced =
        front.ends_with(char::is_whitespace) && back.starts_with(char::is_whitespace);
    (spaced || asks(&front) == Asks::Yes)
        && !front.trim().is_empty()
        && !back.trim().is_empty()
}

/// A sign without white space around it, the only one of its line.
struct Tight {
    at: Sign,
    front: String,
    back: String,
}

fn tight(line: &[Inline]) -> Option<Tight> {
    let [at] = signs(line)[..] else { return None };
    let Sides { front, back, .. } = sides(line, at);
    let (front, back) = (plain_text(&front), plain_text(&back));
    let touches =
        !front.ends_with(char::is_whitespace) && !back.starts_with(char::is_whitespace);
    let says = |side: &str| side.contains(char::is_alphanumeric);
    (touches && says(&front) && says(&back)).then_some(Tight { at, front, back })
}

/// What the words around a sign without white space are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Not a card: names of a program, an address.
    Path,
    /// Names that could be those of a program.
    Names,
    Words,
}

/// A front has no more words.
const MOST_WORDS: usize = 25;

fn kind(tight: &Tight) -> Kind {
    const ROOTS: &str = " std core alloc crate self super boost absl eigen qt tokio serde cv tf \
        torch proc_macro actix hyper clap ";
    const ELEMENTS: &str = " before after first-line first-letter marker placeholder selection \
        backdrop cue part slotted file-selector-button ";
    const ARTICLES: &str = " the a an any all one two it this that these those when where which \
        who how what used ";
    let is_of_word =
        |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '\'' | '’');
    let left = tight.front.rsplit(char::is_whitespace).next().unwrap_or_default();
    let right = tight.back.split_whitespace().next().unwrap_or_default();
    let one_of = |words: &str, word: &str| {
        let word = word.trim_matches(|char: char| !is_of_word(char)).to_lowercase();
        words.split_whitespace().any(|one| one == word)
    };
    let address =
        |char: char| char.is_ascii_hexdigit() || matches!(char, ':' | '.' | '/' | '%');
    let alone = left.len() == tight.front.trim().len();
    let both = || left.chars().chain(right.chars());
    let figures = |char: char| char.is_ascii_digit() || char == ':';
    // `7 x 8::56` is no address.
    let numbers = both().all(address)
        && both().any(figures)
        && (alone || both().any(|char| !char.is_ascii_digit()));
    let name = right.trim_start_matches(|char: char| is_of_word(char));
    let is_called =
        name.len() < right.len() && name.starts_with(['(', '<', '[', '{', ';']);
    if one_of(ROOTS, left)
        || one_of(ELEMENTS, right)
        || numbers
        || is_called
        || left.starts_with(':')
        || left.contains("://")
        || left.ends_with(['>', ')', ']'])
        || right.starts_with(['<', '~', '*', '&', '{'])
        || right.ends_with(':')
        || tight.front.split_whitespace().count() > MOST_WORDS
    {
        return Kind::Path;
    }
    // A sentence that goes on with an article is none of a program.
    let named = is_name(left)
        && is_name(right.trim_end_matches(['.', ',', ';']))
        && !one_of(ARTICLES, right);
    if named && (alone || tight.back.trim_end().ends_with('.')) {
        Kind::Names
    } else {
        Kind::Words
    }
}

/// Whether a word could be a name in a program.
fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && word.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

/// What the lines of a source are.
#[derive(Default)]
struct Tally {
    lines: usize,
    spaced: usize,
    /// The lines with a sign without white space.
    tight: Vec<Tight>,
    /// Whether a `?` parts question and answer somewhere.
    dividers: bool,
    /// Whether code has names with `::` in them.
    code: bool,
}

impl Tally {
    fn blocks(&mut self, blocks: &[Raw]) {
        for block in blocks {
            match &block.kind {
                RawKind::Paragraph(content) => self.paragraph(content),
                RawKind::List { items, .. } => {
                    for RawItem { blocks, .. } in items {
                        self.blocks(blocks);
                    }
                }
                RawKind::Code { text, .. } => self.code |= text.contains("::"),
                RawKind::Heading { .. } | RawKind::Rule => {}
                _ => self.lines += 1,
            }
        }
    }

    fn paragraph(&mut self, content: &[Inline]) {
        self.code |= content.iter().any(
            |one| matches!(&one.kind, InlineKind::Code(text) if text.contains("::")),
        );
        if divider::may_divide(content) {
            self.dividers = true;
            // Two signs in a line are a path.
            self.code |= grouped(content).iter().any(|line| signs(line).len() > 1);
            return;
        }
        self.lines += shadow(content).lines().filter(|line| says(line.trim())).count();
        if !may_hold_cards(content) {
            return;
        }
        for line in grouped(content) {
            if !may_hold_cards(&line) {
                continue;
            }
            if signs(&line)
                .into_iter()
                .map(|sign| sides(&line, sign))
                .any(|one| is_card(&one))
            {
                self.spaced += 1;
            } else {
                self.tight.extend(tight(&line));
            }
        }
    }

    fn is_tight(&self, deck: bool) -> bool {
        let kinds: Vec<Kind> = self.tight.iter().map(kind).collect();
        let count = |kind: Kind| kinds.iter().filter(|one| **one == kind).count();
        let (words, names, paths) =
            (count(Kind::Words), count(Kind::Names), count(Kind::Path));
        let all = words + names;
        let fronts: BTreeSet<&str> =
            self.tight.iter().map(|one| one.front.trim()).collect();
        // Names that share what stands before the sign are of one module.
        let distinct = fronts.len() * 10 >= self.tight.len() * 9;
        let sentences = self.tight.iter().zip(&kinds).any(|(one, kind)| {
            *kind == Kind::Names && one.back.trim_end().ends_with('.')
        });
        let programs = paths * 5 > all
            || self.code && (names > 0 || words < 3)
            || sentences && words <= names;
        if all <= self.spaced || !distinct || programs {
            return false;
        }
        if deck {
            return words > 0 || names > 1;
        }
        let most =
            if self.dividers { all > 1 } else { all > 2 && all * 10 >= self.lines * 6 };
        // Programs have no words of other letters, nor several behind each other.
        let many = all >= 5 && all * 10 >= self.lines * 9;
        most && (names * 2 <= all || many && names * 5 <= all * 4)
    }
}

/// `key:: value`, as note programs have it for what a note is about.
fn is_property(line: &str) -> bool {
    line.split_once("::").is_some_and(|(key, value)| {
        !key.is_empty() && !key.contains(char::is_whitespace) && value.starts_with(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides_of(line: &str, tight: bool) -> Option<(String, String)> {
        let Sides { front, back, .. } = Habit { tight }.card(&[Inline::text(line)])?;
        Some((plain_text(&front), plain_text(&back)))
    }

    #[test]
    fn a_card_has_two_sides() {
        let both = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        let spaced = |line: &str| sides_of(line, false);
        assert_eq!(spaced("front :: back"), both("front ", " back"));
        assert_eq!(spaced("front ::: back"), both("front ", " back"));
        assert_eq!(spaced("Why?::So"), both("Why?", "So"));
        assert_eq!(spaced("std::vec :: a list"), both("std::vec ", " a list"));
        for line in [
            "std::vec",
            ":: back",
            "front ::",
            "a :::: b",
            "::: tip",
            "key:: value",
            "a::b c",
        ] {
            assert_eq!(spaced(line), None, "{line}");
        }
        let tight = |line: &str| sides_of(line, true);
        assert_eq!(tight("Hola::Hello"), both("Hola", "Hello"));
        assert_eq!(tight("Capital of Peru:::Lima"), both("Capital of Peru", "Lima"));
        assert_eq!(tight("7 x 8::56"), both("7 x 8", "56"));
    }

    #[test]
    fn paths_and_addresses_are_no_cards() {
        for line in [
            "std::vector is a list",
            "Call Vec::new() first",
            "fe80::1",
            "2001:db8::8a2e:370:7334",
            "Use p::before for that",
            ":star::tada:",
            "key:: value",
            "a::b::c",
            "Vec::<u8> holds bytes",
        ] {
            assert_eq!(sides_of(line, true), None, "{line}");
        }
    }

    fn is_tight(lines: &[&str], deck: bool) -> bool {
        let mut tally = Tally::default();
        for line in lines {
            tally.paragraph(&[Inline::text(*line)]);
        }
        tally.is_tight(deck)
    }

    #[test]
    fn most_lines_say_what_the_sign_means() {
        let words = ["Capital of Peru::Lima", "7 x 8::56", "año::year"];
        assert!(is_tight(&words, false));
        assert!(!is_tight(&words[..2], false) && is_tight(&words[..1], true));
        let prose =
            ["Use Foo::bar here.", "It is long.", "It is wide.", "See A::b there."];
        assert!(!is_tight(&prose, false));
        let names =
            ["Vec::new", "String::from", "HashMap::insert", "Rc::clone", "Box::leak"];
        assert!(!is_tight(&names, false));
        let one_module = ["fs::read a file", "fs::write a file", "fs::copy a file"];
        assert!(!is_tight(&one_module, true));
        let begun = ["Use Vec::new to begin.", "String::from makes one."];
        assert!(!is_tight(&begun, true));
        let sentences =
            ["Mitochondrion::the powerhouse of the cell.", "Ribosome::it reads RNA."];
        assert!(is_tight(&sentences, true));
    }
}
