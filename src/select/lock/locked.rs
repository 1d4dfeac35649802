//! What a record keeps of a card.

use serde::{Deserialize, Serialize};

/// What a card shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Locked {
    /// What it was called.
    pub title: String,
    /// A hash of all that it shows but its number.
    pub shows: String,
    /// A hash of its answer, if it has one: a card with another title and this answer is
    /// the same card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}
