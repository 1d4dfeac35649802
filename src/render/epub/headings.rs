//! The ranks of headings: levels of a guide without the gaps that its author left.

/// Turns the levels that an author used into ranks without gaps.
#[derive(Default)]
pub(super) struct Headings {
    above: u8,
    open: Vec<u8>,
}

impl Headings {
    /// Headings below one of rank `above`.
    pub(super) fn below(above: u8) -> Self {
        Self { above, open: Vec::new() }
    }

    /// The rank of the next heading, which has `level` in the guide.
    pub(super) fn rank(&mut self, level: u8) -> u8 {
        while self.open.last().is_some_and(|&open| open >= level) {
            self.open.pop();
        }
        self.open.push(level);
        (self.above + self.open.len().min(6) as u8).min(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_no_gaps() {
        let ranks = |above, levels: &[u8]| {
            let mut headings = Headings::below(above);
            levels.iter().map(|&level| headings.rank(level)).collect::<Vec<_>>()
        };
        assert_eq!(ranks(2, &[1, 2, 2, 1]), [3, 4, 4, 3]);
        assert_eq!(ranks(2, &[2, 2, 1, 4, 3]), [3, 3, 3, 4, 4]);
        assert_eq!(ranks(1, &[3, 6]), [2, 3]);
        assert_eq!(ranks(2, &[1, 2, 3, 4, 5, 6, 7, 8]), [3, 4, 5, 6, 6, 6, 6, 6]);
    }
}
