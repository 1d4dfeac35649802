//! How trees are read from JSON.

use serde::Deserialize;

use super::tree::Document;
use super::version::Version;

/// Why bytes are not read as a tree.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TreeError {
    /// They are one, of a version that came after this program.
    #[error(
        "it is a guide’s tree of version {found}, and this program knows versions up to \
         {known}"
    )]
    Newer {
        /// The tree's version.
        found: u32,
        /// The newest version that is read.
        known: u32,
    },
    /// They are no JSON, or say something that a tree does not.
    #[error("it is not a guide’s tree: {0}")]
    Malformed(#[from] serde_json::Error),
}

impl Document {
    /// Reads a tree that was written as JSON.
    ///
    /// # Errors
    /// [`TreeError::Newer`] for a tree that only a newer program reads, whatever else it
    /// holds; else [`TreeError::Malformed`] with the line and column.
    pub fn from_json(json: &[u8]) -> Result<Self, TreeError> {
        let read = serde_json::from_slice(json);
        let mut document: Self = read.map_err(|error| match newer_version(json) {
            Some(found) => TreeError::Newer { found, known: Version::CURRENT.0 },
            None => TreeError::Malformed(error),
        })?;
        document.drop_controls();
        Ok(document)
    }
}

/// The version that a tree says, if it is one that is not known yet. The rest of the tree
/// is passed over: it may hold anything.
fn newer_version(json: &[u8]) -> Option<u32> {
    #[derive(Deserialize)]
    struct Head {
        version: u32,
    }
    let Head { version } = serde_json::from_slice(json).ok()?;
    (version > Version::CURRENT.0).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Document, String> {
        Document::from_json(json.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_tree_says_its_version_first() {
        let json = serde_json::to_string(&Document::default()).expect("JSON");
        assert!(json.starts_with("{\"version\":1,"), "{json}");
        assert_eq!(read(&json), Ok(Document::default()));
    }

    #[test]
    fn a_tree_without_a_version_is_of_the_first() {
        assert_eq!(read("{\"sections\": []}"), Ok(Document::default()));
    }

    #[test]
    fn a_newer_tree_is_refused_by_its_version_and_not_by_what_is_new_in_it() {
        for json in
            ["{\"version\": 7, \"sections\": []}", "{\"pages\": [], \"version\": 7}"]
        {
            let refused = read(json).expect_err("too new");
            assert!(refused.contains("version 7") && refused.contains("up to 1"));
        }
    }

    #[test]
    fn what_is_no_version_is_refused_with_its_place() {
        for json in ["{\"version\": 0, \"sections\": []}", "{\"version\": \"1\"}"] {
            let refused = read(json).expect_err("no version");
            assert!(refused.contains("not a guide’s tree") && refused.contains("line 1"));
        }
    }
}
