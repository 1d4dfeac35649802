//! The whole way: a guide to all files that can be made of it, and what each must be.
//!
//! That every word is placed is held by the products themselves, which give an error where
//! one is missing: here that error is a find, like a file that cannot be read back.

use std::io::{Cursor, Read};

use offprint::diagnostic::Error;
use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{
    BookOptions, CardOptions, FontSet, SheetOptions, book, cheat_sheet, flashcards,
};
use offprint::select::Topics;

/// The files of a guide; none of what cannot be made, which is said.
#[derive(Default)]
pub struct Made {
    /// A sheet, a page, cards.
    pub pdfs: Vec<Vec<u8>>,
    pub epub: Option<Vec<u8>>,
}

/// Makes all products of a guide and reads them back.
pub fn make(bytes: &[u8], fonts: &mut FontSet) -> Made {
    let Ok(source) = Source::from_bytes("guide.md", bytes) else {
        return Made::default();
    };
    let document = parse(&[source], &ParseOptions::default()).document;
    let mut page = SheetOptions::default();
    page.pages = Some(1);
    let mut cards = CardOptions::default();
    cards.deck.topics = Topics::WithoutQuestions;
    cards.one_card = bytes.len().is_multiple_of(3);
    let sheets = [SheetOptions::default(), page].map(|options| {
        made(cheat_sheet(&document, fonts, &options)).map(|sheet| sheet.bytes)
    });
    let cards = made(flashcards(&document, fonts, &cards)).map(|cards| cards.bytes);
    let pdfs: Vec<Vec<u8>> = sheets.into_iter().chain([cards]).flatten().collect();
    let epub = made(book(&document, fonts, &BookOptions::default()));
    let epub = epub.map(|book| book.bytes);
    for pdf in &pdfs {
        pdf_is_read(pdf);
    }
    if let Some(epub) = &epub {
        epub_is_read(epub);
    }
    Made { pdfs, epub }
}

/// What was made; nothing where the guide is none, or does not fit the paper.
fn made<T>(product: Result<T, Error>) -> Option<T> {
    match product {
        Ok(product) => Some(product),
        Err(Error::Guide { .. } | Error::Fit { .. } | Error::Pages { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// A reader of PDF finds as many pages as the file says, each with its content.
fn pdf_is_read(bytes: &[u8]) {
    let pdf = lopdf::Document::load_mem(bytes).expect("a PDF file");
    let pages = pdf.get_pages();
    assert!(!pages.is_empty(), "a file without pages");
    for page in pages.into_values() {
        let content = pdf.get_page_content(page);
        lopdf::content::Content::decode(&content).expect("content that is read");
    }
}

/// A reader of zip files finds a book whose XML is well formed.
fn epub_is_read(bytes: &[u8]) {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut texts = 0;
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).expect("a file of the book");
        let name = file.name().to_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("content that unpacks");
        if [".xhtml", ".opf", ".ncx", ".xml"].iter().any(|end| name.ends_with(end)) {
            let text = String::from_utf8(content).expect("UTF-8");
            well_formed(&name, &text);
            texts += 1;
        }
    }
    assert!(texts > 4, "a book without text");
}

fn well_formed(name: &str, text: &str) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open = 0_usize;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(_) => open += 1,
            // The reader itself sees to it that names match.
            Event::End(_) => open -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{name} has elements that are not closed");
}
