//! What files are called: a product after its guide, and the two files of cards whose sheets
//! a person turns.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::job::Product;
use super::target::{Target, is_dash};
use crate::impose::Duplex;

/// The name of the file where none was given, after the first guide's.
pub(crate) fn file_name(product: &Product, guides: &[PathBuf]) -> OsString {
    let first = guides.first().filter(|path| !is_dash(path));
    let stem = first.and_then(|path| stem(path));
    let mut name = stem.unwrap_or_else(|| OsString::from("guide"));
    name.push(match product {
        Product::Sheet(_) => "-sheet.pdf",
        Product::Cards(_) | Product::CardSides(..) => "-cards.pdf",
        Product::Anki(_) => "-anki.txt",
        Product::Book(_) => ".epub",
    });
    name
}

/// What products of the guide at `path` are called: a file without its ending, a folder as
/// it is.
fn stem(path: &Path) -> Option<OsString> {
    if !path.is_dir() {
        return path.file_stem().map(OsStr::to_owned);
    }
    let named = path.file_name().map(OsStr::to_owned);
    // The folder that we are in has a name, too.
    named.or_else(|| path.canonicalize().ok()?.file_name().map(OsStr::to_owned))
}

/// A product and the file it goes to; two files, where a person turns the sheets.
pub(crate) fn placed(product: Product, path: PathBuf) -> (Product, Target) {
    match product {
        Product::Cards(options)
            if options.imposition.options().duplex == Duplex::Manual =>
        {
            let [fronts, backs] = sides(&path).map(Target::File);
            (Product::CardSides(options, backs), fronts)
        }
        product => (product, Target::typed(path)),
    }
}

/// The files of fronts and of backs beside `path`: `a-fronts.pdf` and `a-backs.pdf` for
/// `a.pdf`. A path that is none stays as it is, for whoever writes to refuse it.
fn sides(path: &Path) -> [PathBuf; 2] {
    let named = !path.to_string_lossy().ends_with(std::path::is_separator);
    let Some(stem) = path.file_stem().filter(|_| named) else {
        return [path.to_owned(), path.to_owned()];
    };
    ["-fronts", "-backs"].map(|side| {
        let mut name = OsString::from(stem);
        name.push(side);
        if let Some(ending) = path.extension() {
            name.push(".");
            name.push(ending);
        }
        path.with_file_name(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_are_named_after_the_one() {
        let names =
            |path: &str| sides(Path::new(path)).map(|path| path.display().to_string());
        assert_eq!(names("out/a.b.pdf"), ["out/a.b-fronts.pdf", "out/a.b-backs.pdf"]);
        assert_eq!(names("a"), ["a-fronts", "a-backs"]);
        assert_eq!(names("new/"), ["new/", "new/"]);
    }
}
