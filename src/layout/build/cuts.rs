//! Where paragraphs are to be cut in two.

use std::collections::BTreeMap;

/// Where paragraphs are to be cut: their place among the elements while none is cut, and
/// bytes of their text.
pub(crate) type Cuts = BTreeMap<usize, Vec<usize>>;
