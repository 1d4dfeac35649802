//! How many pixels a picture has, across and down.

/// Pixels across and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    pub width: u32,
    pub height: u32,
}

impl Extent {
    pub(super) const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    /// Pixels along the longer edge.
    pub(super) fn longest(self) -> u32 {
        self.width.max(self.height)
    }

    /// The same proportion with at most so many pixels along the longer edge.
    pub(super) fn within(self, longest: u32) -> Self {
        let longer = self.longest();
        if longer <= longest {
            return self;
        }
        let share = |edge: u32| {
            let scaled = u64::from(edge) * u64::from(longest) / u64::from(longer);
            (scaled as u32).max(1)
        };
        Self::new(share(self.width), share(self.height))
    }

    /// What both have: the smaller width and the smaller height.
    pub(super) fn min(self, other: Self) -> Self {
        Self::new(self.width.min(other.width), self.height.min(other.height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_keep_their_proportion() {
        let within = |width, height, longest| {
            let Extent { width, height } = Extent::new(width, height).within(longest);
            (width, height)
        };
        assert_eq!(within(3200, 800, 1600), (1600, 400));
        assert_eq!(within(800, 600, 1600), (800, 600));
        assert_eq!(within(100_000, 2, 100), (100, 1));
    }
}
