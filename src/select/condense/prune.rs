//! Takes everything out of an answer that does not stay, and says what that was.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::choice::Choice;
use super::shorten;
use super::slice::Slices;
use super::unit::{Fate, Unit, UnitKind};
use crate::document::{
    Block, BlockKind, Definition, Inline, Item, List, Paragraph, Pin, plain_text,
};

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Omission {
    /// The id of the question or topic it stood in; empty for a footnote.
    pub question: String,
    /// The line of the guide on which its paragraph begins.
    pub line: u32,
    /// What it was.
    pub kind: UnitKind,
    /// Why it went.
    pub reason: Reason,
    /// Whether it was a part of a sentence that is still there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub part: bool,
    /// Its words.
    pub text: String,
}

impl Omission {
    /// What a person calls it.
    pub const fn what(&self) -> &'static str {
        match (self.part, self.reason, self.kind) {
            (true, ..) => "words of a sentence",
            (_, Reason::Dropped, _) => "dropped by its pin",
            (_, Reason::Shortened, _) => "shortened by its pin",
            (_, Reason::Footnote, _) => "footnote",
            (_, _, UnitKind::Sentence | UnitKind::Short) => "sentence",
            (_, _, UnitKind::Lead) => "lead-in",
            (_, _, UnitKind::Label) => "label",
            (_, _, UnitKind::Heading) => "heading",
            (_, _, UnitKind::Table) => "table",
            (_, _, UnitKind::Code) => "code",
            (_, _, UnitKind::Picture) => "picture",
            (_, _, UnitKind::Formula) => "formula",
            (_, _, UnitKind::Term) => "term",
        }
    }
}

/// Why something is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Others were worth more.
    Budget,
    /// It says nothing without others, which went.
    Alone,
    /// Its pin gives it up.
    Dropped,
    /// Its pin has shorter words for it.
    Shortened,
    /// Words that tie a sentence to the one before.
    Connective,
    /// Words that a sentence can do without.
    Aside,
    /// A footnote that nothing refers to any more.
    Footnote,
}

/// `blocks` with only what `choice` names of their `units`.
pub fn prune(blocks: &[Block], units: &[Unit], choice: &Choice) -> Vec<Block> {
    let mut at: BTreeMap<&[usize], Vec<usize>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        at.entry(&unit.place.path).or_default().push(index);
    }
    let pruner = Pruner { units, choice, at };
    pruner.blocks(blocks, &mut Vec::new())
}

struct Pruner<'a> {
    units: &'a [Unit],
    choice: &'a Choice,
    /// The units of each block, by its path.
    at: BTreeMap<&'a [usize], Vec<usize>>,
}

impl Pruner<'_> {
    fn blocks(&self, blocks: &[Block], path: &mut Vec<usize>) -> Vec<Block> {
        let mut out: Vec<Block> = Vec::new();
        let mut rule = None;
        for (index, block) in blocks.iter().enumerate() {
            if block.kind == BlockKind::Rule {
                // A rule stands only between two things that are there.
                rule = (!out.is_empty()).then(|| block.clone());
                continue;
            }
            path.push(index);
            if let Some(block) = self.block(block, path) {
                out.extend(rule.take());
                out.push(block);
            }
            path.pop();
        }
        out
    }

    fn units_at(&self, path: &[usize]) -> &[usize] {
        self.at.get(path).map_or(&[], Vec::as_slice)
    }

    fn stays(&self, path: &[usize]) -> bool {
        self.units_at(path).iter().any(|unit| self.choice.has(*unit))
    }

    fn block(&self, block: &Block, path: &mut Vec<usize>) -> Option<Block> {
        let is_short = |unit: &usize| self.units[*unit].kind == UnitKind::Short;
        if let (Some(Pin::Short(short)), true) =
            (&block.pin, self.units_at(path).iter().any(is_short))
        {
            let kind = BlockKind::Paragraph(short.clone());
            return self.stays(path).then_some(Block {
                kind,
                pin: None,
                span: block.span,
            });
        }
        let kind = match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                BlockKind::Paragraph(self.paragraph(paragraph, path)?)
            }
            BlockKind::List(list) => BlockKind::List(self.list(list, path)?),
            BlockKind::Quote { alert, blocks } => {
                let blocks = self.blocks(blocks, path);
                if blocks.is_empty() {
                    return None;
                }
                BlockKind::Quote { alert: *alert, blocks }
            }
            BlockKind::Definitions(definitions) => {
                BlockKind::Definitions(self.definitions(definitions, path)?)
            }
            kind @ (BlockKind::Heading { .. }
            | BlockKind::Table(_)
            | BlockKind::Code { .. }) => self.stays(path).then(|| kind.clone())?,
            BlockKind::Rule => return None,
        };
        Some(Block { kind, pin: block.pin.clone(), span: block.span })
    }

    fn paragraph(&self, paragraph: &Paragraph, path: &[usize]) -> Option<Paragraph> {
        let units = self.units_at(path);
        if !self.stays(path) {
            return None;
        }
        let is_lead = |unit: &&usize| {
            let unit = &self.units[**unit];
            paragraph.lead.is_some() && unit.lead.is_none()
        };
        let lead_stays =
            units.iter().find(is_lead).is_some_and(|unit| self.choice.has(*unit));
        let mut lead = paragraph.lead.clone().filter(|_| lead_stays);
        let text: Vec<usize> = units
            .iter()
            .copied()
            .filter(|unit| !(lead.is_some() && is_lead(&unit)))
            .collect();
        let content = self.content(&paragraph.content, &text);
        if let (Some(lead), true) =
            (&mut lead, content.is_empty() && !paragraph.content.is_empty())
        {
            // `Name:` with nothing after it would announce what is not there.
            if !lead.separator.contains(char::is_alphanumeric) {
                lead.separator.clear();
            }
        }
        Some(Paragraph { lead, content })
    }

    fn content(&self, content: &[Inline], units: &[usize]) -> Vec<Inline> {
        let whole = |unit: &usize| self.choice.form(*unit) == Some(0);
        if !units.is_empty() && units.iter().all(whole) {
            return content.to_vec();
        }
        let text = plain_text(content);
        let mut slices = Slices::default();
        let mut before: Option<(usize, usize)> = None;
        for (number, index) in units.iter().enumerate() {
            let Some(form) = self.choice.form(*index) else { continue };
            let unit = &self.units[*index];
            let without = &unit.forms[form].without;
            if let Some((last, end)) = before {
                let next = last + 1 == number;
                slices.kept.extend(gap(&text, end..unit.place.range.start, next));
            }
            slices.kept.extend(shorten::kept(&unit.place.range, without));
            if let Some(cut) =
                without.first().filter(|cut| cut.start == unit.place.range.start)
            {
                slices.capitals.push(cut.end);
            }
            before = Some((number, unit.place.range.end));
        }
        slices.kept = merged(slices.kept);
        slices.of(content)
    }

    fn list(&self, list: &List, path: &mut Vec<usize>) -> Option<List> {
        let mut kept: Vec<usize> = Vec::new();
        let mut items = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            path.push(index);
            let blocks = self.blocks(&item.blocks, path);
            path.pop();
            if !blocks.is_empty() {
                kept.push(index);
                items.push(Item { task: item.task, blocks, span: item.span });
            }
        }
        let first = *kept.first()?;
        // Numbers that would be wrong are worse than none, and one left alone counts nothing.
        let together = kept.last().is_some_and(|last| last - first + 1 == kept.len());
        let counts = kept.len() > 1 || list.items.len() == 1;
        let start = list.start.filter(|_| together && counts);
        let start = start.map(|start| start.saturating_add(first as u64));
        Some(List { start, tight: list.tight, items })
    }

    fn definitions(
        &self,
        definitions: &[Definition],
        path: &mut Vec<usize>,
    ) -> Option<Vec<Definition>> {
        let mut out = Vec::new();
        for (index, definition) in definitions.iter().enumerate() {
            path.push(index);
            let term_stays = self.stays(path);
            let mut meanings = Vec::new();
            for (index, meaning) in definition.meanings.iter().enumerate() {
                path.push(index);
                meanings.push(self.blocks(meaning, path));
                path.pop();
            }
            path.pop();
            meanings.retain(|meaning| !meaning.is_empty());
            if term_stays || !meanings.is_empty() {
                let term = if term_stays { definition.term.clone() } else { Vec::new() };
                out.push(Definition { term, meanings });
            }
        }
        (!out.is_empty()).then_some(out)
    }
}

/// The white space between two sentences that stay: all of it where nothing was between
/// them, else one.
fn gap(text: &str, between: Range<usize>, neighbours: bool) -> Option<Range<usize>> {
    if neighbours {
        return Some(between);
    }
    let piece = &text[between.clone()];
    if let Some(first) = piece.chars().next().filter(|c| c.is_whitespace()) {
        return Some(between.start..between.start + first.len_utf8());
    }
    let last = piece.chars().next_back().filter(|c| c.is_whitespace())?;
    Some(between.end - last.len_utf8()..between.end)
}

fn merged(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => out.push(range),
        }
    }
    out
}

/// What of an answer is left out, in reading order.
pub fn omissions(
    question: &str,
    blocks: &[Block],
    units: &[Unit],
    choice: &Choice,
) -> Vec<Omission> {
    let mut found = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let mut say = |reason, part, text: &str| {
            found.push(Omission {
                question: question.to_owned(),
                line: unit.line,
                kind: unit.kind,
                reason,
                part,
                text: text.trim().to_owned(),
            });
        };
        if unit.kind == UnitKind::Short {
            if let Some(block) = block_at(blocks, &unit.place.path) {
                say(Reason::Shortened, false, &block.plain_text());
            }
            continue;
        }
        match choice.form(index) {
            None => say(reason(unit), false, &unit.whole().text),
            Some(form) => {
                let range = &unit.place.range;
                for cut in &unit.forms[form].without {
                    // The whole form's text is the range's, without marks.
                    let text = &unit.whole().text;
                    let piece = &text[cut.start - range.start..cut.end - range.start];
                    let connective = cut.start == range.start;
                    let reason =
                        if connective { Reason::Connective } else { Reason::Aside };
                    say(reason, true, piece);
                }
            }
        }
    }
    found
}

fn reason(unit: &Unit) -> Reason {
    match unit.fate {
        Fate::Drop => Reason::Dropped,
        _ if unit.heads() => Reason::Alone,
        _ => Reason::Budget,
    }
}

fn block_at<'a>(blocks: &'a [Block], path: &[usize]) -> Option<&'a Block> {
    let (first, rest) = path.split_first()?;
    let block = blocks.get(*first)?;
    match (&block.kind, rest) {
        (_, []) => Some(block),
        (BlockKind::Quote { blocks, .. }, rest) => block_at(blocks, rest),
        (BlockKind::List(list), [item, rest @ ..]) => {
            block_at(&list.items.get(*item)?.blocks, rest)
        }
        (BlockKind::Definitions(definitions), [definition, meaning, rest @ ..]) => {
            block_at(definitions.get(*definition)?.meanings.get(*meaning)?, rest)
        }
        _ => None,
    }
}
