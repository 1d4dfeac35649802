//! The guides that tests run on.

use std::path::{Path, PathBuf};

use offprint::document::Document;
use offprint::parse::{ParseOptions, Source, parse};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::skipped;

/// Where real guides lie, which are not part of the project.
fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/guides")
}

/// The bytes of a real guide; nothing where it is not at hand.
pub fn bytes_of(name: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(real().join(name));
    if bytes.is_err() {
        skipped(&format!("there is no real guide {name} beside the checkout"));
    }
    bytes.ok()
}

/// The embedded guide, and real ones where the folder beside the checkout has some.
pub fn paths() -> Vec<PathBuf> {
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide.md")];
    match std::fs::read_dir(real()) {
        Ok(entries) => {
            let mut real: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            real.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
            real.retain(|path| !path.ends_with("README.md"));
            real.sort();
            paths.append(&mut real);
        }
        Err(_) => skipped("no folder of real guides beside the checkout"),
    }
    paths
}

/// Those guides as trees, with their file names.
pub fn all() -> Vec<(String, Document)> {
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).expect("the guide can be read");
        (name.clone(), parse_bytes(&name, &bytes))
    };
    paths().into_iter().map(read).collect()
}

/// The embedded guide.
pub fn embedded() -> Document {
    parse_bytes("guide.md", include_bytes!("../../content/guide.md"))
}

/// Markdown as a tree.
pub fn parse_bytes(name: &str, bytes: &[u8]) -> Document {
    let source = Source::from_bytes(name, bytes).expect("the guide is text");
    parse(&[source], &ParseOptions::default()).document
}

/// A part of a tree, with nothing in place of its formulas, which are set in other signs than
/// they are written in.
pub fn without_formulas<T: Serialize + DeserializeOwned>(part: &T) -> T {
    fn empty(value: &mut Value) {
        match value {
            Value::Object(fields) if fields.contains_key("math") => {
                fields.clear();
                fields.insert("text".to_owned(), Value::String(String::new()));
            }
            Value::Object(fields) => fields.values_mut().for_each(empty),
            Value::Array(values) => values.iter_mut().for_each(empty),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(part).expect("a tree is JSON");
    empty(&mut value);
    serde_json::from_value(value).expect("a tree again")
}
