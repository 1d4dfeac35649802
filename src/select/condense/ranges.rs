//! Ranges in order, none of which overlaps another.

use std::ops::Range;

/// Those of `ranges` that have a part of `range` in common with it.
pub(super) fn touching<'r>(
    ranges: &'r [Range<usize>],
    range: &Range<usize>,
) -> &'r [Range<usize>] {
    let first = ranges.partition_point(|one| one.end <= range.start);
    let rest = &ranges[first..];
    &rest[..rest.partition_point(|one| one.start < range.end)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_borders_does_not_touch() {
        let ranges = [0..2, 2..4, 6..9];
        assert_eq!(touching(&ranges, &(2..6)), &ranges[1..2]);
        assert_eq!(touching(&ranges, &(3..7)), [2..4, 6..9]);
        assert!(touching(&ranges, &(4..6)).is_empty());
    }
}
