//! Whether the name of a file says what the file is.

use std::path::Path;

use super::job::{Product, Task};
use super::target::Target;

/// Endings of files of other kinds, and what makes such a file here, if anything does.
const KINDS: &[(&str, &str)] = &[
    ("pdf", "`offprint sheet` and `offprint cards` make PDF files"),
    ("epub", "`offprint epub` makes a book"),
    ("txt", "`offprint anki` makes a text file that Anki imports"),
    ("json", "`offprint tree` writes the tree"),
    ("apkg", "Anki imports the .txt file that `offprint anki` makes"),
    ("colpkg", "Anki imports the .txt file that `offprint anki` makes"),
    ("csv", "Anki imports the .txt file that `offprint anki` makes"),
    ("tsv", "Anki imports the .txt file that `offprint anki` makes"),
    ("html", ""),
    ("htm", ""),
    ("docx", ""),
    ("odt", ""),
    ("mobi", ""),
    ("azw3", ""),
    ("ps", ""),
    ("zip", ""),
];

/// Refuses a name that says that a file is of another kind: whoever asks for `deck.apkg` is
/// not served with a text file called so.
pub(crate) fn fitting(task: &Task) -> Result<(), String> {
    match task {
        Task::Make { products, .. } => {
            products.iter().try_for_each(|(product, target)| {
                let (what, ending) = match product {
                    Product::Sheet(_) => ("a cheat sheet", "pdf"),
                    Product::Cards(_) | Product::CardSides(..) => ("cards", "pdf"),
                    Product::Anki(_) => ("a deck for Anki", "txt"),
                    Product::Book(_) => ("a book", "epub"),
                };
                named(target, what, ending)
            })
        }
        Task::Tree(target, _) => named(target, "a tree", "json"),
        Task::Calibrate(_, target) => named(target, "a test sheet", "pdf"),
        Task::List { .. } | Task::Stocks => Ok(()),
    }
}

fn named(target: &Target, what: &str, ending: &str) -> Result<(), String> {
    let Target::File(path) = target else { return Ok(()) };
    let own = path.extension().map(|own| own.to_string_lossy().to_lowercase());
    let Some((kind, instead)) =
        KINDS.iter().find(|(kind, _)| own.as_deref() == Some(*kind) && *kind != ending)
    else {
        return Ok(());
    };
    let instead = if instead.is_empty() { String::new() } else { format!("; {instead}") };
    let better = path.with_extension(ending);
    let name = |path: &Path| path.display().to_string();
    Err(format!(
        "{}: {what} is no .{kind} file: name it {}{instead}",
        name(path),
        name(&better)
    ))
}
