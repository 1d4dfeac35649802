//! Bisection: the last of a row of steps that succeeds.

use std::ops::Range;

/// Bisects the steps between the start of a range, which gave `best`, and its end, which
/// fails or is not to be tried; gives what the last step that succeeded gave. If a step
/// fails, those beyond it count as failing too.
pub(super) fn bisect<T>(
    mut best: T,
    steps: Range<i64>,
    mut at: impl FnMut(i64) -> Option<T>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_that_succeeds_is_found() {
        for last in 0..20 {
            assert_eq!(bisect(0, 0..21, |n| (n <= last).then_some(n)), last);
        }
    }
}
