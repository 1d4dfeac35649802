//! The sizes of a deck: few, so that they do not jump from card to card.

use std::collections::BTreeMap;

use crate::units::Length;

/// How many sizes the answers of a deck have at most.
const STEPS: usize = 3;
/// Sizes that are tried: half points up to here, whole points above, where half of one is seen
/// by nobody.
const FINE_PT: f64 = 12.0;

/// Sizes that text may have, by place in the list of [`sizes`]: a bit for each.
pub(super) type Possible = u32;

/// The sizes that are tried, from the smallest allowed to the largest.
pub(super) fn sizes(floor: Length, largest: Length) -> Vec<Length> {
    let mut sizes = vec![floor];
    let mut half = (floor.to_pt() * 2.0).floor() as i64 + 1;
    while sizes.len() < Possible::BITS as usize {
        let size = Length::pt(half as f64 / 2.0);
        if size > largest {
            break;
        }
        sizes.push(size);
        half += if size < Length::pt(FINE_PT) { 1 } else { 2 };
    }
    sizes
}

/// The step of the ladder that a text stands on: the largest that it can have.
pub(super) fn step(ladder: Possible, possible: Possible) -> usize {
    (ladder & possible).checked_ilog2().unwrap_or(0) as usize
}

/// The three sizes, of those tried, with which the least of all cards stays empty, where each text
/// has the largest of them that it can have; of a text it is known which sizes these are, and how
/// full its cards are at the largest. Fewer sizes do where that loses nothing.
pub(super) fn ladder(
    sizes: &[Length],
    texts: impl Iterator<Item = (Possible, i64)>,
) -> Possible {
    let mut full: BTreeMap<Possible, i64> = BTreeMap::new();
    for (possible, fullness) in texts.filter(|(possible, _)| *possible != 0) {
        *full.entry(possible).or_default() += fullness;
    }
    let mut best: Option<(i64, u32, Possible)> = None;
    each_choice(sizes.len(), &mut |ladder| {
        let lost: Option<i64> = full
            .iter()
            .map(|(possible, full)| Some(lost(sizes, *possible, ladder)? * full))
            .sum();
        let Some(lost) = lost else { return };
        let own = (lost, ladder.count_ones(), ladder);
        if best.is_none_or(|best| own < best) {
            best = Some(own);
        }
    });
    best.map_or(1, |(.., ladder)| ladder)
}

/// Calls `each` with every choice of at most [`STEPS`] of so many sizes.
fn each_choice(count: usize, each: &mut impl FnMut(Possible)) {
    fn more(
        from: usize,
        count: usize,
        chosen: Possible,
        each: &mut impl FnMut(Possible),
    ) {
        for next in from..count {
            let chosen = chosen | 1 << next;
            each(chosen);
            if (chosen.count_ones() as usize) < STEPS {
                more(next + 1, count, chosen, each);
            }
        }
    }
    more(0, count, 0, each);
}

/// How much of what a text fills at its largest size it leaves empty, in thousandths; nothing where
/// it cannot stand on the ladder.
fn lost(sizes: &[Length], possible: Possible, ladder: Possible) -> Option<i64> {
    if possible & ladder == 0 {
        return None;
    }
    let area = |step: usize| {
        let size = sizes[step].scaled() >> 8;
        (size * size).max(1)
    };
    let (most, own) = (step(possible, possible), step(ladder, possible));
    Some(1000 - area(own) * 1000 / area(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_round_above_the_smallest() {
        let points: Vec<f64> = sizes(Length::pt(8.3), Length::pt(14.0))
            .into_iter()
            .map(|size| (size.to_pt() * 10.0).round() / 10.0)
            .collect();
        let expected = [8.3, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0, 13.0, 14.0];
        assert_eq!(points, expected);
    }

    #[test]
    fn few_sizes_serve_all_texts() {
        let sizes = sizes(Length::pt(8.0), Length::pt(18.0));
        let up_to = |step: usize| (1 << (step + 1)) - 1;
        let texts: Vec<Possible> = (0..sizes.len()).map(up_to).collect();
        let of = |texts: &[Possible]| {
            ladder(&sizes, texts.iter().map(|possible| (*possible, 900)))
        };
        let chosen = of(&texts);
        assert_eq!(chosen.count_ones(), 3);
        assert!(texts.iter().all(|possible| possible & chosen != 0));
        // All alike need one.
        assert_eq!(of(&[up_to(4); 9]), 1 << 4);
        // One that no larger size suits has its own step.
        assert_eq!(of(&[up_to(4), up_to(4), 0b10]), 0b1_0010);
        // Of what is on no card, nothing is known.
        assert_eq!(of(&[]), 1);
    }
}
