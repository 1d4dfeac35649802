//! Bisection: the last of a row of steps that succeeds, without trying all of them.

use std::ops::Range;

/// Bisects the steps between the start of a range, which gave `best`, and its end, which
/// fails or is not to be tried; gives what the last step that succeeded gave. If a step
/// fails, those beyond it count as failing too.
pub(crate) fn bisect<T>(
    mut best: T,
    steps: Range<usize>,
    mut at: impl FnMut(usize) -> Option<T>,
) -> T {
    let Range { start: mut low, end: mut high } = steps;
    while high - low > 1 {
        let middle = low.midpoint(high);
        if let Some(success) = at(middle) {
            best = success;
            low = middle;
        } else {
            high = middle;
        }
    }
    best
}

/// The greatest number of a range that holds. Its start does, its end does not or is not to
/// be tried; beyond a number that does not hold, none does.
pub(crate) fn most(numbers: Range<usize>, mut holds: impl FnMut(usize) -> bool) -> usize {
    bisect(numbers.start, numbers, |number| holds(number).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_that_succeeds_is_found() {
        for last in 0..20 {
            assert_eq!(bisect(0, 0..21, |n| (n <= last).then_some(n)), last);
            assert_eq!(most(0..21, |n| n <= last), last);
        }
    }
}
