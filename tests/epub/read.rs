//! Reading a book back, by other means than those that wrote it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A file of the book.
pub struct File {
    pub name: String,
    pub text: String,
}

/// An element's start.
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    fn is_added(&self) -> bool {
        self.get("class").is_some_and(|class| class.split(' ').any(|c| c == "added"))
    }
}

/// All files, in the order of the zip.
pub fn files(book: &[u8]) -> Vec<File> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).expect("a zip file");
    let files = (0..archive.len()).map(|index| {
        let mut file = archive.by_index(index).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a file");
        // A picture has no text.
        let text = String::from_utf8(bytes).unwrap_or_default();
        File { name: file.name().to_owned(), text }
    });
    files.collect()
}

/// The names of all files.
pub fn names(book: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(book)).expect("a zip file");
    archive.file_names().map(str::to_owned).collect()
}

/// The bytes of the file of this name.
pub fn bytes(book: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).expect("a zip file");
    let mut bytes = Vec::new();
    let mut file = archive.by_name(name).expect("the file is there");
    file.read_to_end(&mut bytes).expect("a file");
    bytes
}

/// The file whose name ends so.
pub fn file<'a>(files: &'a [File], name: &str) -> &'a File {
    files.iter().find(|file| file.name.ends_with(name)).expect("the file is there")
}

/// The files that a reader shows.
pub fn pages(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.name.split('.').next_back() == Some("xhtml"))
}

/// The files that hold sections and hidden answers: the guide's own words.
pub fn sections(files: &[File]) -> impl Iterator<Item = &File> {
    let holds_text = |file: &&File| {
        ["OEBPS/section-", "OEBPS/answers-"]
            .iter()
            .any(|stem| file.name.starts_with(stem))
    };
    files.iter().filter(holds_text)
}

/// Every element, in order. Panics where the text is not well-formed XML.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut found = Vec::new();
    walk(xml, |event, _| {
        if let Walk::Start(element) = event {
            found.push(element);
        }
    });
    found
}

/// The text of an element with an id, without that of the book itself.
pub fn text_of(xhtml: &str, id: &str) -> String {
    let mut text = String::new();
    walk(xhtml, |event, above| {
        let inside = above.iter().any(|element| element.get("id") == Some(id));
        match event {
            Walk::Text(words) if inside && !above.iter().any(Element::is_added) => {
                text.push_str(&words);
            }
            _ => {}
        }
    });
    text
}

/// The first heading after the element with an id, without what the book adds.
pub fn heading_after(xhtml: &str, id: &str) -> String {
    let (mut passed, mut ended, mut text) = (false, false, String::new());
    walk(xhtml, |event, above| {
        let heading = above.iter().any(|e| e.name == "h1" || e.name == "h2");
        match event {
            Walk::Start(element) => passed |= element.get("id") == Some(id),
            Walk::Text(words) if passed && heading && !ended => {
                if !above.iter().any(Element::is_added) {
                    text.push_str(&words);
                }
            }
            Walk::Text(_) => ended |= !text.is_empty(),
        }
    });
    text
}

/// The text of the guide in a file: first that of the body, then that of each footnote.
/// What the book adds is left out.
pub fn guide_text(xhtml: &str) -> (String, Vec<String>) {
    let (mut body, mut notes) = (String::new(), Vec::new());
    walk(xhtml, |event, above| {
        let is_note = |element: &Element| element.name == "aside";
        match event {
            Walk::Start(element) if is_note(&element) => notes.push(String::new()),
            Walk::Text(text)
                if !above.iter().any(|e| e.is_added() || e.name == "head") =>
            {
                match notes.last_mut().filter(|_| above.iter().any(is_note)) {
                    Some(note) => note.push_str(&text),
                    None => body.push_str(&text),
                }
            }
            _ => {}
        }
    });
    (body, notes)
}

enum Walk {
    Start(Element),
    Text(String),
}

/// Goes through all elements and words. A formula's words are its alternative text.
fn walk(xml: &str, mut visit: impl FnMut(Walk, &[Element])) {
    let mut visit = |event: Walk, above: &[Element]| {
        let formula = above.iter().any(|element| element.name == "math");
        match event {
            Walk::Text(_) if formula => {}
            Walk::Start(element) if element.name == "math" => {
                let words = element.get("alttext").expect("its TeX").to_owned();
                visit(Walk::Start(element), above);
                visit(Walk::Text(words), above);
            }
            event => visit(event, above),
        }
    };
    let mut reader = Reader::from_str(xml);
    let mut above = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                visit(Walk::Start(element(&tag)), &above);
                above.push(element(&tag));
            }
            Event::Empty(tag) => visit(Walk::Start(element(&tag)), &above),
            Event::End(_) => drop(above.pop()),
            Event::Text(text) => visit(Walk::Text(text.as_ref().to_owned()), &above),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", name.as_ref());
                let text = quick_xml::escape::unescape(&entity).expect("a known entity");
                visit(Walk::Text(text.into_owned()), &above);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(above.is_empty(), "all elements are closed");
}

fn element(tag: &BytesStart) -> Element {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.expect("well-formed attributes");
        let value =
            quick_xml::escape::unescape(&attribute.value).expect("known entities");
        (attribute.key.as_ref().to_owned(), value.into_owned())
    });
    Element { name: tag.name().as_ref().to_owned(), attributes: attributes.collect() }
}
