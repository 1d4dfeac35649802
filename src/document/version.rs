//! The version of the form that trees have as JSON.

use serde::{Deserialize, Deserializer, Serialize, de};

/// The version of the form that a tree has as JSON. It goes up when a program that knows
/// only the version before would read a tree wrong, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Version(pub(super) u32);

impl Version {
    /// The version of trees that say none: they were written before there were versions.
    pub const FIRST: Self = Self(1);
    /// The version that is written, and the newest that is read.
    pub const CURRENT: Self = Self(1);

    /// For trees that say no version.
    pub(super) const fn first() -> Self {
        Self::FIRST
    }
}

impl Default for Version {
    fn default() -> Self {
        Self::CURRENT
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let version = Self(u32::deserialize(deserializer)?);
        if version < Self::FIRST || version > Self::CURRENT {
            let says = format!("there is no version {} of trees", version.0);
            return Err(de::Error::custom(says));
        }
        Ok(version)
    }
}
