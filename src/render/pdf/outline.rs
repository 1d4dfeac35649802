//! The outline: bookmarks as a tree in reading order (ISO 32000-1, 12.3.3).

use lopdf::{Dictionary, Object, StringFormat, dictionary};

use super::file::File;
use super::syntax::text;
use crate::frame::Bookmark;

/// Writes the outline; gives back the object number of its root, if there is any. `place`
/// tells where an anchor is, as a destination.
pub(super) fn write(
    file: &mut File,
    bookmarks: &[Bookmark],
    place: &impl Fn(&str) -> Option<Object>,
) -> Option<u32> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = file.number();
    let (first, last) = level(file, bookmarks, root, place)?;
    let root_dictionary = dictionary! {
        "Type" => "Outlines",
        "First" => (first, 0),
        "Last" => (last, 0),
        "Count" => bookmarks.len() as i64,
    };
    file.object(root, &root_dictionary.into());
    Some(root)
}

/// Writes bookmarks side by side and those below them; the numbers of the first and last.
fn level(
    file: &mut File,
    bookmarks: &[Bookmark],
    parent: u32,
    place: &impl Fn(&str) -> Option<Object>,
) -> Option<(u32, u32)> {
    let ids: Vec<u32> = bookmarks.iter().map(|_| file.number()).collect();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let mut item = Dictionary::new();
        let title = text(bookmark.title.trim());
        item.set("Title", Object::String(title, StringFormat::Literal));
        item.set("Parent", (parent, 0));
        if let Some(&previous) = index.checked_sub(1).and_then(|before| ids.get(before)) {
            item.set("Prev", (previous, 0));
        }
        if let Some(&next) = ids.get(index + 1) {
            item.set("Next", (next, 0));
        }
        if let Some(destination) = place(&bookmark.anchor) {
            item.set("Dest", destination);
        }
        if let Some((first, last)) = level(file, &bookmark.children, ids[index], place) {
            item.set("First", (first, 0));
            item.set("Last", (last, 0));
            // Negative: closed until a reader opens it.
            item.set("Count", -(bookmark.children.len() as i64));
        }
        file.object(ids[index], &item.into());
    }
    Some((*ids.first()?, *ids.last()?))
}
