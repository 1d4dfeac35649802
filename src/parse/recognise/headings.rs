//! Questions that are headings: `### Q12: ...`, `## 12. ...?`, `## What is ...?`.

pub(super) mod bodies;
pub(super) mod called;
mod heading;
mod siblings;

use std::collections::{BTreeMap, BTreeSet};

use super::around::Around;
use super::asking::Asks;
use super::finding::Finding;
use super::segment::{self, Asked, Reach};
use super::style::Style;
use crate::parse::raw::{Raw, RawKind};
use heading::{Heading, gather};

/// Headings that name themselves questions, or that a tag makes a card of (`cards` has where these
/// begin). One is enough.
pub(super) fn find_marked(blocks: &[Raw], cards: &BTreeSet<u32>) -> Option<Finding> {
    let mut headings = gather(blocks, &|_| false);
    for heading in &mut headings {
        heading.named |= cards.contains(&blocks[heading.index].span.start);
    }
    let mut levels = [0_usize; 7];
    for heading in headings.iter().filter(|heading| heading.named) {
        levels[usize::from(heading.level)] += 1;
    }
    if levels == [0; 7] {
        return None;
    }
    // Among the marked ones, the author may have forgotten a mark.
    let most = (1..=6).rev().max_by_key(|level| levels[usize::from(*level)])?;
    let mut chosen: Vec<bool> = headings
        .iter()
        .map(|one| one.named || one.level == most && one.asks == Asks::Yes)
        .collect();
    keep_lowest(&headings, &mut chosen);
    found(Style::MarkedHeadings, &headings, &chosen, 10)
}

/// Headings that ask, where most of their level or most of their siblings do.
pub(super) fn find_asking(blocks: &[Raw], around: &Around<'_>) -> Option<Finding> {
    let headings = gather(blocks, around.linked);
    let mut chosen = vec![false; headings.len()];
    for group in groups(&headings) {
        choose(&headings, &group, &mut chosen);
    }
    drop_asides(&headings, &mut chosen);
    keep_lowest(&headings, &mut chosen);
    siblings::join(&headings, &mut chosen);
    found(Style::AskingHeadings, &headings, &chosen, 3)
}

/// Headings, because the caller asks for them: the marked ones, else all of the level with most
/// that ask, else with most that stand above no other.
pub(super) fn find_requested(blocks: &[Raw], around: &Around<'_>) -> Option<Finding> {
    let marked = find_marked(blocks, around.cards);
    if marked.is_some() {
        return marked;
    }
    let headings = gather(blocks, &|_| false);
    let mut levels = [(0_usize, 0_usize); 7];
    for (at, heading) in headings.iter().enumerate() {
        let level = &mut levels[usize::from(heading.level)];
        level.0 += usize::from(heading.asks == Asks::Yes);
        level.1 += usize::from(
            headings.iter().skip(at + 1).take(1).all(|next| next.level <= heading.level),
        );
    }
    let most = (1..=6).rev().max_by_key(|level| levels[usize::from(*level)])?;
    let chosen: Vec<bool> = headings.iter().map(|one| one.level == most).collect();
    found(Style::AskingHeadings, &headings, &chosen, 3)
}

/// The question that a heading is.
pub(super) fn question(block: Raw) -> Option<Asked> {
    let RawKind::Heading { level, id, content, .. } = block.kind else { return None };
    let (number, title) = segment::titled(content);
    let (span, reach) = (block.span, Reach::Level(level));
    let (prompt, answer) = (Vec::new(), Vec::new());
    Some(Asked { number, id, title, span, prompt, answer, reach })
}

/// The headings of each level, and the headings under each heading.
fn groups(headings: &[Heading]) -> Vec<Vec<usize>> {
    let mut levels: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    let mut siblings: BTreeMap<(Option<usize>, u8), Vec<usize>> = BTreeMap::new();
    for (at, heading) in headings.iter().enumerate() {
        levels.entry(heading.level).or_default().push(at);
        siblings.entry((heading.parent, heading.level)).or_default().push(at);
    }
    levels.into_values().chain(siblings.into_values()).collect()
}

/// Chooses the questions of a group that is one of questions.
fn choose(headings: &[Heading], group: &[usize], chosen: &mut [bool]) {
    let all = group.len();
    let count = |test: &dyn Fn(&Heading) -> bool| {
        group.iter().filter(|at| test(&headings[**at])).count()
    };
    let sure = count(&|heading| heading.asks == Asks::Yes);
    let likely = count(&|heading| heading.asks >= Asks::Perhaps);
    let linked = count(&|heading| heading.linked);
    // Two or three questions make a style only if the group is nothing else.
    let enough = sure >= 3 && sure * 2 >= all || sure >= 2 && sure == all;
    // Where the others read as questions too, a third of them may do with the mark.
    let enough = enough || sure >= 3 && sure * 3 >= all && likely * 10 >= all * 9;
    let lone = all == 1 && sure == 1 && headings.len() <= 2;
    let listed = all >= 3 && likely * 10 >= all * 8 && linked * 10 >= all * 9;
    if !(enough || lone || listed) {
        return;
    }
    let perhaps_too = likely * 10 >= all * 9;
    for at in group {
        chosen[*at] |= match headings[*at].asks {
            Asks::Yes => true,
            Asks::Perhaps => perhaps_too || listed,
            Asks::No => listed && headings[*at].linked,
        };
    }
}

/// A few headings that ask, below a level with many that do, belong to the answers there.
fn drop_asides(headings: &[Heading], chosen: &mut [bool]) {
    let mut levels = [0_usize; 7];
    for (heading, _) in headings.iter().zip(&*chosen).filter(|(_, chosen)| **chosen) {
        levels[usize::from(heading.level)] += 1;
    }
    let Some(most) = (1..=6).rev().max_by_key(|level| levels[usize::from(*level)]) else {
        return;
    };
    let below: usize = levels[usize::from(most) + 1..].iter().sum();
    if below * 8 > levels[usize::from(most)] {
        return;
    }
    for at in 0..headings.len() {
        let parent = headings[at].parent.map(|parent| &headings[parent]);
        chosen[at] &= headings[at].level <= most
            || parent.is_none_or(|parent| parent.level != most || !parent.has_text);
    }
}

/// A heading with questions below it is a section, even if it asks.
fn keep_lowest(headings: &[Heading], chosen: &mut [bool]) {
    for at in (0..headings.len()).rev() {
        if !chosen[at] {
            continue;
        }
        let mut above = headings[at].parent;
        while let Some(parent) = above {
            chosen[parent] = false;
            above = headings[parent].parent;
        }
    }
}

/// The chosen headings as a finding; candidates are all of their levels.
fn found(
    style: Style,
    headings: &[Heading],
    chosen: &[bool],
    weight: usize,
) -> Option<Finding> {
    let mut levels = [false; 7];
    for (heading, chosen) in headings.iter().zip(chosen) {
        levels[usize::from(heading.level)] |= chosen;
    }
    let of = headings.iter().filter(|one| levels[usize::from(one.level)]).count();
    Finding::some(style, indices(headings, chosen), of, weight)
}

fn indices(headings: &[Heading], chosen: &[bool]) -> Vec<usize> {
    let both = headings.iter().zip(chosen);
    // A heading without a word cannot be asked.
    both.filter(|(heading, chosen)| **chosen && !heading.words.trim().is_empty())
        .map(|(heading, _)| heading.index)
        .collect()
}
