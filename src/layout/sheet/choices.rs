//! What a choice for a sheet is made of: lists run in, ends of entries, the fewest lines.

use crate::bisect;
use crate::layout::arrange::{Arranger, Choice};
use crate::layout::flow::{Body, Flow};
use crate::text::{Format, Shaped, Shaper, Span};
use crate::theme;
use crate::units::Em;

/// The fewest lines that a body can take: as many as its words fill to the end, the space
/// that each line ends at aside.
pub(super) fn least_lines(body: &Body, width: Em) -> i64 {
    let room = (width + Em::thousandths(500)).scaled();
    let lines = |text: &Shaped| (text.width().scaled() + room - 1) / room;
    match body {
        Body::Text { text, .. }
        | Body::Named { joined: text, .. }
        | Body::Title { text, .. } => lines(text).max(1),
        Body::Code { lines, .. } => lines.len() as i64,
        Body::Table(table) => table.rows.len() as i64,
        Body::Section { .. } | Body::Figure(_) | Body::Rule => 1,
    }
}

/// The lists that win lines by being run in, those first that win most.
pub(super) fn winning(arranger: &Arranger<'_>, choice: &Choice) -> Vec<usize> {
    let mut lists: Vec<(i32, usize)> = (0..choice.run_in.len())
        .map(|list| (-arranger.won_by_run_in(list, choice), list))
        .filter(|(lost, _)| *lost < 0)
        .collect();
    lists.sort_unstable();
    lists.into_iter().map(|(_, list)| list).collect()
}

pub(super) fn run_in(choice: &Choice, lists: &[usize]) -> Choice {
    let mut choice = choice.clone();
    for &list in lists {
        choice.run_in[list] = true;
    }
    choice
}

/// A choice with every list and every head run in where that wins a line.
pub(super) fn dense(arranger: &Arranger<'_>, choice: &Choice) -> Choice {
    Choice { heads_run_in: true, ..run_in(choice, &winning(arranger, choice)) }
}

/// Where entries end, as counts of elements.
pub(super) fn entry_ends(flow: &Flow) -> Vec<usize> {
    let begins = |n: &usize| {
        *n == flow.elements.len()
            || matches!(flow.elements[*n].body, Body::Title { .. } | Body::Section { .. })
    };
    (1..=flow.elements.len()).filter(begins).collect()
}

/// The least count up to `most` that holds, by bisection: more hold whatever fewer do.
pub(super) fn least_count(most: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    if holds(0) {
        return Some(0);
    }
    if !holds(most) {
        return None;
    }
    // One more than the most that do not.
    Some(bisect::most(0..most, |count| !holds(count)) + 1)
}

/// “ +1”, “ +2”... for lists that lose items.
pub(super) fn counts(flow: &Flow, shaper: &mut Shaper<'_>) -> Vec<Shaped> {
    let most = flow.lists.iter().map(|list| list.items.len()).max().unwrap_or(0).max(1);
    let format = Format { color: theme::FAINT, ..Format::default() };
    (1..=most)
        .map(|count| shaper.shape(&[Span { text: format!(" +{count}"), format }]))
        .collect()
}
