//! Where a column may begin so that nothing looks lost: no line, item or row stands alone at
//! the foot of a column or at the top of the next.
//!
//! Printers know this of the lines of a paragraph (widows and orphans); it holds as well for
//! the items below a label, and for an answer as a whole.

use std::ops::Range;

use super::flow::{Body, Element, Flow, cost};
use super::slug::{LINE, Slug};

/// An entry has as many pieces before a column's end as this, if it can, and so many after it.
const BEFORE: usize = 5;
const AFTER: usize = 3;

/// Makes it dear to part an entry near its beginning or its end, and dearer to leave
/// anything alone.
pub(super) fn keep_company(flow: &Flow, slugs: &mut [Slug]) {
    let entries = stretches(flow, slugs, begins_entry);
    for Range { start, end } in entries {
        for n in start + 1..end {
            let near = BEFORE.saturating_sub(n - start) + AFTER.saturating_sub(end - n);
            slugs[n].cost += near as i64 * cost::NEAR;
        }
    }
    for group in stretches(flow, slugs, begins_group) {
        keep_group(flow, &mut slugs[group]);
    }
}

/// Whether an entry or a section begins with an element.
const fn begins_entry(element: &Element) -> bool {
    matches!(element.body, Body::Title { .. } | Body::Section { .. })
}

/// Whether what stands together begins with an element: a label or a title above it.
const fn begins_group(element: &Element) -> bool {
    begins_entry(element) || element.names > 0
}

/// The slugs from each element that begins something to the next.
fn stretches(
    flow: &Flow,
    slugs: &[Slug],
    begins: impl Fn(&Element) -> bool,
) -> Vec<Range<usize>> {
    let begins = |slug: &Slug| slug.part == 0 && begins(&flow.elements[slug.element]);
    let mut starts: Vec<usize> =
        (1..slugs.len()).filter(|&n| begins(&slugs[n])).collect();
    starts.insert(0, 0);
    starts.push(slugs.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Keeps what a label stands above, or a title up to the first label, from being parted where
/// less would stand on one side than looks like a group: two lines, and of one element three.
fn keep_group(flow: &Flow, slugs: &mut [Slug]) {
    let Some(first) = slugs.first().map(|slug| slug.element) else { return };
    let element = &flow.elements[first];
    // What stands below a section's name is no group of its own.
    let head = begins_group(element) && !matches!(element.body, Body::Section { .. });
    let inside = |slug: &Slug| !head || slug.element != first;
    let Some(from) = slugs.iter().position(inside) else { return };
    let end = slugs.len();
    let all: i32 = slugs[from..].iter().map(|slug| slug.height).sum();
    let mut above = 0;
    for n in from + 1..end {
        above += slugs[n - 1].height;
        let alone = |part: Range<usize>, height: i32| {
            let one = slugs[part.start].element == slugs[part.end - 1].element;
            height < if one { 3 * LINE } else { 2 * LINE }
        };
        if alone(from..n, above) || alone(n..end, all - above) {
            slugs[n].cost += cost::LONE;
        }
    }
}
