//! The largest of a row of tries that succeeds.

/// Halves the way from the try `low`, which gave `best`, to the try `high`, which fails or
/// is not to be made; gives what the last try that succeeded gave. If a try fails, those
/// beyond it count as failing too.
pub(super) fn halve<T>(
    mut best: T,
    (mut low, mut high): (i64, i64),
    mut at: impl FnMut(i64) -> Option<T>,
) -> T {
    while high - low > 1 {
        let middle = low.midpoint(high);
        if let Some(found) = at(middle) {
            best = found;
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
            assert_eq!(halve(0, (0, 21), |n| (n <= last).then_some(n)), last);
        }
    }
}
