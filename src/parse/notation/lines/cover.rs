//! A text in which parts are covered by signs of the same length.

use std::borrow::Cow;
use std::ops::Range;

use crate::parse::notation::guard::GUARD_SIGN;

pub(super) struct Cover<'t> {
    text: &'t str,
    covered: Option<Vec<u8>>,
}

impl<'t> Cover<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, covered: None }
    }

    /// Puts spaces there; line ends stay.
    pub(super) fn blank(&mut self, range: Range<usize>) {
        self.fill(range, b' ');
    }

    /// Puts signs there that are taken out of the text later.
    pub(super) fn guard(&mut self, range: Range<usize>) {
        self.fill(range, GUARD_SIGN as u8);
    }

    fn fill(&mut self, range: Range<usize>, sign: u8) {
        let bytes = self.bytes().get_mut(range);
        bytes
            .into_iter()
            .flatten()
            .filter(|byte| **byte != b'\n')
            .for_each(|byte| *byte = sign);
    }

    /// Puts `signs` at the byte `at`.
    pub(super) fn put(&mut self, at: usize, signs: &str) {
        if let Some(bytes) = self.bytes().get_mut(at..at + signs.len()) {
            bytes.copy_from_slice(signs.as_bytes());
        }
    }

    /// Puts one sign at the byte `at`.
    pub(super) fn sign(&mut self, at: usize, sign: char) {
        self.fill(at..at + 1, sign as u8);
    }

    fn bytes(&mut self) -> &mut Vec<u8> {
        self.covered.get_or_insert_with(|| self.text.as_bytes().to_vec())
    }

    /// The text; as it was where something was cut in the middle of a character, which nothing
    /// does.
    pub(super) fn text(self) -> Cow<'t, str> {
        let covered = self.covered.and_then(|bytes| String::from_utf8(bytes).ok());
        covered.map_or(Cow::Borrowed(self.text), Cow::Owned)
    }
}
