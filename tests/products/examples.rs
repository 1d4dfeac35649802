//! The examples make what they say.

#![allow(dead_code, reason = "each has a `main` of its own, which only reads arguments")]

use crate::support::folder;

#[path = "../examples/book.rs"]
mod book;
#[path = "../examples/cards.rs"]
mod cards;
#[path = "../examples/sheet.rs"]
mod sheet;

#[test]
fn each_example_makes_its_product() {
    let folder = folder("examples");
    let guide = folder.join("guide.md");
    std::fs::write(&guide, "## 1. Keys\n\n### Q1: What is a key?\n\nA name.\n")
        .expect("written");
    let [sheet, cards, book] =
        ["sheet.pdf", "cards.pdf", "book.epub"].map(|name| folder.join(name));
    sheet::make(&guide, &sheet).expect("a sheet");
    cards::make(&guide, &cards).expect("cards");
    book::make(&guide, &book).expect("a book");
    for (path, begin) in [(sheet, "%PDF-"), (cards, "%PDF-"), (book, "PK")] {
        let bytes = std::fs::read(&path).expect("a file");
        assert!(bytes.starts_with(begin.as_bytes()), "{}", path.display());
    }
}
