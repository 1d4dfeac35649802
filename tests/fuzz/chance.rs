//! Chance that repeats itself from run to run (xorshift, Marsaglia 2003).

/// What comes next; never zero.
pub struct Chance(pub u64);

impl Chance {
    /// That of the `n`th run: each has one of its own.
    pub fn of(n: u64) -> Self {
        // Numbers that follow each other begin far apart (splitmix64, Steele 2014).
        let mut state = n.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        Self((state ^ (state >> 27)) | 1)
    }

    /// A number below `count`, zero if that is zero.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % count.max(1)
    }

    /// One of some texts.
    pub fn pick<'a>(&mut self, from: &'a [impl AsRef<str>]) -> &'a str {
        from[self.below(from.len())].as_ref()
    }
}
