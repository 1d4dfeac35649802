//! Guides changed as people and programs change them: lines and blocks dropped, doubled,
//! exchanged and indented, fences and tags cut in half, markup put in, two guides joined.
//!
//! A guide that was changed goes by a number, which makes the same one again.

use super::chance::Chance;

/// As many lines of a guide are taken at most, but for one in [`WHOLE`].
const LINES: usize = 120;
/// One guide in so many is taken whole.
const WHOLE: usize = 40;
/// As many changes are made at most.
const CHANGES: usize = 12;

/// Characters that programs stumble over.
const SIGNS: &[&str] = &[
    "\u{0}",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffc}",
    "\u{ffff}",
    "\u{e0041}",
    "e\u{301}\u{302}\u{303}",
    "ﬁ",
    "ß",
    "汉字",
    "かな",
    "한글",
    "עברית",
    "العربية",
    "हिन्दी",
    "ไทย",
    "👩🏽‍🚒",
    "🇩🇪",
    "1️⃣",
    "∑",
    "𝒳",
    "\\",
    "|",
    "<",
    "&",
    "]]>",
    "&#0;",
    "&nbsp;",
    "$",
    "\r",
];

/// What lines are begun with where they are indented.
const INDENTS: &[&str] =
    &[" ", "  ", "    ", "\t", "> ", "- ", "1. ", "* ", "# ", "#### ", "| ", ": "];

/// What guides are changed with.
pub struct Changer {
    guides: Vec<String>,
    words: Vec<String>,
}

impl Changer {
    pub fn new(guides: Vec<String>, words: Vec<String>) -> Self {
        assert!(!guides.is_empty() && !words.is_empty(), "there is nothing to change");
        Self { guides, words }
    }

    /// The changed guide of a number.
    pub fn guide(&self, number: u64) -> String {
        let mut chance = Chance::of(number);
        let mut lines = self.stretch(&mut chance);
        for _ in 0..=chance.below(CHANGES) {
            self.change(&mut lines, &mut chance);
        }
        let mut text = lines.join(if chance.below(30) == 0 { "\r\n" } else { "\n" });
        if chance.below(20) == 0 {
            let end = text.floor_char_boundary(chance.below(text.len() + 1));
            text.truncate(end);
        }
        text
    }

    /// Lines of one of the guides.
    fn stretch(&self, chance: &mut Chance) -> Vec<String> {
        let guide = chance.pick(&self.guides);
        let lines: Vec<&str> = guide.lines().collect();
        let taken = if chance.below(WHOLE) == 0 {
            &lines[..]
        } else {
            let count = 1 + chance.below(LINES);
            let from = chance.below(lines.len().saturating_sub(count) + 1);
            &lines[from..(from + count).min(lines.len())]
        };
        taken.iter().map(|&line| line.to_owned()).collect()
    }

    fn change(&self, lines: &mut Vec<String>, chance: &mut Chance) {
        if lines.is_empty() {
            lines.push(chance.pick(&self.words).to_owned());
        }
        let at = chance.below(lines.len());
        let end = (at + 1 + chance.below(6)).min(lines.len());
        let other = chance.below(lines.len());
        match chance.below(17) {
            0 => drop(lines.drain(at..end)),
            1 => again(lines, at, at..end),
            2 => lines.swap(at, other),
            3 => indent(&mut lines[at..end], chance.pick(INDENTS)),
            4 => {
                let trimmed = lines[at].trim_start().to_owned();
                lines[at] = trimmed;
            }
            5 => cut_markup(lines, at, chance),
            6 => put_in(&mut lines[at], chance.pick(&self.words), chance),
            7 => lines.insert(at, chance.pick(&self.words).to_owned()),
            8 => put_in(&mut lines[at], chance.pick(SIGNS), chance),
            9 => {
                let block = block(lines, at);
                lines.drain(block);
            }
            10 => again(lines, other, block(lines, at)),
            11 => {
                let block = block(lines, at);
                indent(&mut lines[block], chance.pick(INDENTS));
            }
            12 => exchange(lines, block(lines, at), block(lines, other)),
            13 => lines.insert(at, String::new()),
            14 => join_next(lines, at),
            15 => {
                let more = self.stretch(chance);
                lines.splice(at..at, more);
            }
            _ => {
                let times = 2 + chance.below(60);
                lines[at] =
                    lines[at].repeat(times.min(1 + 20_000 / (lines[at].len() + 1)));
            }
        }
    }
}

/// The lines around one, up to the blank ones.
fn block(lines: &[String], at: usize) -> std::ops::Range<usize> {
    let blank = |line: &String| line.trim().is_empty();
    let from = lines[..at].iter().rposition(blank).map_or(0, |line| line + 1);
    let end = lines[at..].iter().position(blank).map_or(lines.len(), |line| at + line);
    from..end.max(from)
}

/// Puts a copy of some lines before another.
fn again(lines: &mut Vec<String>, at: usize, range: std::ops::Range<usize>) {
    let copy = lines[range].to_vec();
    lines.splice(at..at, copy);
}

fn exchange(
    lines: &mut Vec<String>,
    one: std::ops::Range<usize>,
    other: std::ops::Range<usize>,
) {
    let (first, second) =
        if one.start <= other.start { (one, other) } else { (other, one) };
    if first.end <= second.start {
        let later = lines[second.clone()].to_vec();
        let earlier = lines[first.clone()].to_vec();
        lines.splice(second, earlier);
        lines.splice(first, later);
    }
}

fn indent(lines: &mut [String], with: &str) {
    for line in lines {
        line.insert_str(0, with);
    }
}

/// Cuts in half the next line that has markup.
fn cut_markup(lines: &mut [String], at: usize, chance: &mut Chance) {
    let marked = |line: &String| line.contains(['`', '<', '|', '[', '$', '*', '~', '&']);
    let Some(next) = lines[at..].iter().position(marked) else { return };
    let line = &mut lines[at + next];
    let middle = line.floor_char_boundary(chance.below(line.len() + 1));
    if chance.below(2) == 0 {
        line.truncate(middle);
    } else {
        line.drain(..middle);
    }
}

fn put_in(line: &mut String, words: &str, chance: &mut Chance) {
    let at = line.floor_char_boundary(chance.below(line.len() + 1));
    line.insert_str(at, words);
}

/// Joins a line with the next, so that blocks touch.
fn join_next(lines: &mut Vec<String>, at: usize) {
    if at + 1 < lines.len() {
        let next = lines.remove(at + 1);
        lines[at].push_str(&next);
    }
}
