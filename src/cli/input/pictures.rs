//! The pictures that a guide names. Nothing is ever fetched.

use std::path::PathBuf;
use std::sync::Arc;

use super::reach::{self, Folder, Unread};
use crate::diagnostic::Span;
use crate::document::address::{Address, scheme};
use crate::document::{Document, InlineKind, each_inline};
use crate::pictures::{Graphic, Pictures, Refusal};

/// Reads the pictures that `document` names. `folders` has the folder of each of its
/// sources, none for one without files.
pub(crate) fn gather(
    document: &Document,
    folders: &[Option<Folder>],
    allow_outside: bool,
) -> Pictures {
    let mut pictures = Pictures::default();
    each_named(document, |span, source| {
        if pictures.outcome(span.source, source).is_some() {
            return;
        }
        let folder = folders.get(span.source as usize).and_then(Option::as_ref);
        let outcome = match folder {
            Some(folder) => read(folder, source, allow_outside).map(Arc::new),
            None => Err(Refusal::new("this guide has no folder to read pictures from")),
        };
        pictures.insert(span.source, source, outcome);
    });
    pictures
}

/// The files in which `document` has pictures, or would have them.
pub(crate) fn files(document: &Document, folders: &[Option<Folder>]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    each_named(document, |span, source| {
        let folder = folders.get(span.source as usize).and_then(Option::as_ref);
        if let Some(folder) = folder.filter(|_| !is_address(source)) {
            let places = places(folder, source.trim());
            files.extend(places.map(|(folder, name)| reach::place(&folder, &name)));
        }
    });
    files
}

/// Calls `see` with every picture that `document` names: its cover, then those of its text.
fn each_named(document: &Document, mut see: impl FnMut(Span, &str)) {
    if let Some(cover) = &document.meta.cover {
        see(Span::default(), cover);
    }
    each_inline(document, |inline| {
        if let InlineKind::Image { source, .. } = &inline.kind {
            see(inline.span, source);
        }
    });
}

fn read(folder: &Folder, source: &str, allow_outside: bool) -> Result<Graphic, Refusal> {
    let source = source.trim();
    if source.is_empty() {
        return Err(Refusal::new("it has no name"));
    }
    if is_address(source) {
        return Err(Refusal::new("it is on the network, and nothing is fetched")
            .hint("save it beside the guide and name the file"));
    }
    let mut first = None;
    for (folder, name) in places(folder, source) {
        match reach::file(&folder, &name, allow_outside) {
            Ok(bytes) => return Graphic::read(bytes),
            // That a file is out of reach says more than that there is none.
            Err(Unread::OutOfReach) => first = Some(Unread::OutOfReach),
            Err(unread) => first = first.or(Some(unread)),
        }
    }
    Err(first.unwrap_or(Unread::Missing).into())
}

/// Folders in which note programs keep the pictures of all notes, which name them without these.
const ATTACHMENTS: [&str; 10] = [
    "attachments",
    "Attachments",
    "assets",
    "images",
    "img",
    "media",
    "files",
    "_resources",
    "resources",
    "static",
];

/// Where a picture can be, the likeliest place first: as the source says from the guide's folder,
/// and for a bare name in the folder of the whole, and in those for pictures.
fn places(folder: &Folder, source: &str) -> impl Iterator<Item = (Folder, String)> {
    let names = spellings(source);
    let bare = names.iter().all(|name| !name.contains(['/', '\\']));
    let root = folder.root.clone();
    let mut folders = vec![folder.clone()];
    if bare {
        let around = [folder.own.clone(), root.clone()];
        let kept = around.iter().flat_map(|one| ATTACHMENTS.map(|name| one.join(name)));
        let all: Vec<PathBuf> = std::iter::once(root.clone()).chain(kept).collect();
        folders.extend(all.into_iter().map(|own| Folder { own, root: root.clone() }));
    }
    folders.dedup();
    folders.into_iter().flat_map(move |folder| {
        names.clone().into_iter().map(move |name| (folder.clone(), name))
    })
}

/// Whether a source is on the network; a `file:` is not.
fn is_address(source: &str) -> bool {
    let is_file = scheme(source).is_some_and(|one| one.eq_ignore_ascii_case("file"));
    !is_file && matches!(Address::of(source), Address::External(_) | Address::Nowhere)
}

/// The file names that a source can mean, the likeliest first: as it stands, without what
/// addresses have behind names, and with its signs decoded.
fn spellings(source: &str) -> Vec<String> {
    let plain = source.split(['?', '#']).next().unwrap_or(source);
    let mut all = vec![source.to_owned(), decoded(source), decoded(plain)];
    all.push(decoded(plain).replace('\\', "/"));
    all.dedup();
    all
}

/// A source with `%20` and the like as the characters that they stand for (RFC 3986, 2.1).
fn decoded(source: &str) -> String {
    let mut bytes = Vec::with_capacity(source.len());
    let mut rest = source.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|&d| char::from(d).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, digit(0), digit(1)) {
            bytes.push((high * 16 + low) as u8);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| source.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn read(folder: &Path, source: &str, outside: bool) -> Result<Graphic, Refusal> {
        let (own, root) = (folder.to_owned(), folder.to_owned());
        super::read(&Folder { own, root }, source, outside)
    }

    fn refusal(folder: &Path, source: &str, allow_outside: bool) -> String {
        read(folder, source, allow_outside).expect_err(source).reason
    }

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";

    #[test]
    fn only_the_folder_is_read() {
        let around = tempfile::tempdir().expect("a folder");
        let folder = around.path().join("guide");
        fs::create_dir_all(folder.join("sub dir")).expect("a folder");
        fs::write(around.path().join("out.svg"), SVG).expect("written");
        fs::write(folder.join("sub dir/in.svg"), SVG).expect("written");
        for source in
            ["sub dir/in.svg", "sub%20dir/in.svg", "./sub dir/../sub dir/in.svg?a#b"]
        {
            let read = read(&folder, source, false);
            assert!(read.is_ok(), "{source}: {read:?}");
        }
        let absolute = around.path().join("out.svg");
        let absolute = absolute.to_str().expect("UTF-8");
        for source in ["../out.svg", "%2e%2e/out.svg", "sub dir/../../out.svg", absolute]
        {
            let reason = refusal(&folder, source, false);
            assert!(reason.contains("outside"), "{source}: {reason}");
            assert!(read(&folder, source, true).is_ok(), "{source}");
        }
        assert!(refusal(&folder, "none.svg", false).contains("no such file"));
        assert!(refusal(&folder, "sub dir", false).contains("no file"));
        for source in ["http://example.org/a.png", "//host/a.png", "data:image/png,x"] {
            assert!(refusal(&folder, source, true).contains("nothing is fetched"));
        }
    }

    #[test]
    fn bare_names_are_looked_for_where_note_programs_keep_pictures() {
        let around = tempfile::tempdir().expect("a folder");
        let root = around.path().join("vault");
        let own = root.join("deep");
        fs::create_dir_all(root.join("attachments")).expect("a folder");
        fs::create_dir_all(&own).expect("a folder");
        fs::write(root.join("attachments/in.svg"), SVG).expect("written");
        fs::write(around.path().join("out.svg"), SVG).expect("written");
        let folder = Folder { own, root };
        assert!(super::read(&folder, "in.svg", false).is_ok());
        assert!(super::read(&folder, "x/in.svg", false).is_err());
        assert!(super::read(&folder, "out.svg", false).is_err());
        let files: Vec<_> = places(&folder, "in.svg").collect();
        assert!(files.iter().all(|(place, _)| place.root == folder.root));
    }

    #[test]
    fn chapters_reach_the_whole_folder_of_their_book() {
        let around = tempfile::tempdir().expect("a folder");
        let root = around.path().join("book");
        let own = root.join("src/one");
        fs::create_dir_all(&own).expect("a folder");
        fs::write(around.path().join("out.svg"), SVG).expect("written");
        fs::write(root.join("src/in.svg"), SVG).expect("written");
        let folder = Folder { own, root };
        assert!(super::read(&folder, "../in.svg", false).is_ok());
        let out = super::read(&folder, "../../../out.svg", false).expect_err("outside");
        assert!(out.reason.contains("outside"), "{}", out.reason);
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_out_are_refused() {
        let around = tempfile::tempdir().expect("a folder");
        let folder = around.path().join("guide");
        fs::create_dir(&folder).expect("a folder");
        fs::write(around.path().join("out.svg"), SVG).expect("written");
        let link = folder.join("link.svg");
        std::os::unix::fs::symlink("../out.svg", link).expect("a link");
        assert!(refusal(&folder, "link.svg", false).contains("outside"));
        assert!(read(&folder, "link.svg", true).is_ok());
    }
}
