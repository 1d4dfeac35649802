//! Names for content: the same bytes have the same, on every machine and in every build.

/// The 128-bit FNV-1a hash. Files are not defended against an adversary by it; it tells
/// one from another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hasher(u128);

impl Hasher {
    /// Nothing hashed yet.
    pub(crate) const fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Hashes more bytes.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 ^= u128::from(byte);
            self.0 = self.0.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    /// The hash.
    pub(crate) const fn finish(self) -> u128 {
        self.0
    }
}

/// The hash of some bytes.
pub(crate) fn of(bytes: &[u8]) -> u128 {
    let mut hasher = Hasher::new();
    hasher.add(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_values_come_out() {
        assert_eq!(super::of(b""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(super::of(b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
