//! The structure tree of a finished PDF as a person reads it, with the words of each
//! element: read back from the bytes, through marked content and character maps.
//!
//! One element a line, indented; its words follow in quotes where it has only words, else
//! on lines of their own among the elements in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// The tree of a file.
pub fn dump(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let words = words(&document);
    let root = dictionary(
        &document,
        document.catalog().unwrap().get(b"StructTreeRoot").unwrap(),
    );
    let mut dump = Dump { document: &document, words, out: String::new() };
    dump.element(root.get(b"K").unwrap(), 0);
    dump.out
}

/// The dictionary that an object is or refers to.
pub fn dictionary<'a>(document: &'a Document, object: &'a Object) -> &'a Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

/// A text string as text.
pub fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes {
        [0xfe, 0xff, units @ ..] => {
            let units: Vec<u16> = units
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).unwrap()
        }
        ascii => String::from_utf8(ascii.to_vec()).unwrap(),
    }
}

/// The words of each marked-content sequence, by page and identifier.
pub type Words = BTreeMap<(ObjectId, i64), String>;

/// What the pages of a document say.
pub fn words(document: &Document) -> Words {
    let mut words = Words::new();
    for page in document.get_pages().into_values() {
        let fonts = document.get_page_fonts(page).unwrap();
        let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = fonts
            .iter()
            .map(|(name, font)| (name.clone(), to_unicode(document, font)))
            .collect();
        let content = document.get_page_content(page);
        read_content(&Content::decode(&content).unwrap(), page, &maps, &mut words);
    }
    words
}

fn read_content(
    content: &Content,
    page: ObjectId,
    maps: &BTreeMap<Vec<u8>, BTreeMap<u16, String>>,
    words: &mut Words,
) {
    // Identifier, and whether something else is said than what is shown.
    let mut stack: Vec<(Option<i64>, bool)> = Vec::new();
    let mut font: Vec<u8> = Vec::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => font = operands[0].as_name().unwrap().to_vec(),
            "BMC" => stack.push((None, false)),
            "BDC" => {
                let properties = operands[1].as_dict().unwrap();
                let outer = stack.last().and_then(|(id, _)| *id);
                let id =
                    properties.get(b"MCID").ok().map(|id| id.as_i64().unwrap()).or(outer);
                let spoken = properties.get(b"ActualText").ok();
                if let (Some(id), Some(spoken)) = (id, spoken) {
                    words.entry((page, id)).or_default().push_str(&text(spoken));
                }
                stack.push((id, spoken.is_some()));
            }
            "EMC" => {
                stack.pop().expect("sequences end after they begin");
            }
            "Tj" | "TJ" => {
                let Some(&(Some(id), false)) = stack.last() else { continue };
                let said = words.entry((page, id)).or_default();
                let parts = match &operands[0] {
                    Object::Array(parts) => parts.as_slice(),
                    part => std::slice::from_ref(part),
                };
                for codes in parts.iter().filter_map(|part| part.as_str().ok()) {
                    for code in codes.chunks(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        said.push_str(&maps[&font][&code]);
                    }
                }
            }
            _ => {}
        }
    }
    assert!(stack.is_empty(), "a sequence is left open");
}

/// What each code of a font says.
pub fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = document.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1;
    let map = stream.as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let mut texts = BTreeMap::new();
    for line in map.lines() {
        let Some((code, said)) = line
            .strip_prefix('<')
            .and_then(|line| line.strip_suffix('>'))
            .and_then(|line| line.split_once("><"))
        else {
            continue;
        };
        let units: Vec<u16> = (0..said.len() / 4)
            .map(|n| u16::from_str_radix(&said[n * 4..n * 4 + 4], 16).unwrap())
            .collect();
        if line != "<0000><FFFF>" {
            let code = u16::from_str_radix(code, 16).unwrap();
            texts.insert(code, String::from_utf16(&units).unwrap());
        }
    }
    texts
}

struct Dump<'a> {
    document: &'a Document,
    words: Words,
    out: String,
}

/// What an element consists of.
enum Kid<'a> {
    Words(String),
    Element(&'a Object),
    Annotation(&'a Dictionary),
}

impl<'a> Dump<'a> {
    fn element(&mut self, object: &'a Object, depth: usize) {
        let element = dictionary(self.document, object);
        let role = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap());
        let _ = write!(self.out, "{:indent$}{role}", "", indent = depth * 2);
        self.attributes(element);
        let kids = self.kids(element);
        let only_words = kids.iter().all(|kid| matches!(kid, Kid::Words(_)));
        if only_words && !kids.is_empty() {
            let all = kids.iter().map(|kid| match kid {
                Kid::Words(words) => words.as_str(),
                _ => "",
            });
            let _ = writeln!(self.out, " {:?}", all.collect::<Vec<_>>().join("|"));
            return;
        }
        self.out.push('\n');
        for kid in kids {
            let indent = depth * 2 + 2;
            match kid {
                Kid::Words(words) => {
                    let _ = writeln!(self.out, "{:indent$}{words:?}", "");
                }
                Kid::Element(object) => self.element(object, depth + 1),
                Kid::Annotation(annotation) => {
                    let heard = text(annotation.get(b"Contents").unwrap());
                    let _ = writeln!(self.out, "{:indent$}→ {heard:?}", "");
                }
            }
        }
    }

    fn attributes(&mut self, element: &Dictionary) {
        if let Ok(attributes) = element.get(b"A") {
            for key in ["Scope", "ListNumbering"] {
                if let Ok(Object::Name(name)) =
                    attributes.as_dict().unwrap().get(key.as_bytes())
                {
                    let _ = write!(self.out, " {}", String::from_utf8_lossy(name));
                }
            }
        }
        for (key, mark) in [("Alt", "alt"), ("Lang", "lang"), ("ID", "id")] {
            if let Ok(value) = element.get(key.as_bytes()) {
                let _ = write!(self.out, " {mark}={:?}", text(value));
            }
        }
    }

    fn kids(&self, element: &'a Dictionary) -> Vec<Kid<'a>> {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let one = |kid: &'a Object| self.kid(kid, page);
        match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.iter().map(one).collect(),
            Ok(kid) => vec![one(kid)],
            Err(_) => Vec::new(),
        }
    }

    fn kid(&self, kid: &'a Object, page: Option<ObjectId>) -> Kid<'a> {
        let words = |page: ObjectId, id: i64| {
            Kid::Words(self.words.get(&(page, id)).cloned().unwrap_or_default())
        };
        match kid {
            Object::Integer(id) => words(page.unwrap(), *id),
            Object::Dictionary(entries) => {
                let page =
                    entries.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                if let Ok(id) = entries.get(b"MCID") {
                    words(page.unwrap(), id.as_i64().unwrap())
                } else {
                    let annotation = entries.get(b"Obj").unwrap();
                    Kid::Annotation(dictionary(self.document, annotation))
                }
            }
            element => Kid::Element(element),
        }
    }
}

/// The words of the elements right below the document, for those that have only words.
pub fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let words = words(&document);
    let root = dictionary(
        &document,
        document.catalog().unwrap().get(b"StructTreeRoot").unwrap(),
    );
    let top = dictionary(&document, root.get(b"K").unwrap());
    let dump = Dump { document: &document, words, out: String::new() };
    let said = |element: &Object| {
        let kids = dump.kids(dictionary(&document, element));
        let words = kids.iter().map(|kid| match kid {
            Kid::Words(words) => words.as_str(),
            _ => "",
        });
        words.collect()
    };
    match top.get(b"K") {
        Ok(Object::Array(elements)) => elements.iter().map(said).collect(),
        Ok(element) => vec![said(element)],
        Err(_) => Vec::new(),
    }
}

/// What is heard, in order: the words of each element without those of elements in it, by
/// its role. Words before and behind an inner element are pieces of their own.
pub fn pieces(bytes: &[u8]) -> Vec<(String, String)> {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let words = words(&document);
    let catalog = document.catalog().unwrap();
    let root = dictionary(&document, catalog.get(b"StructTreeRoot").unwrap());
    let dump = Dump { document: &document, words, out: String::new() };
    let mut pieces = Vec::new();
    dump.pieces(root.get(b"K").unwrap(), &mut pieces);
    pieces
}

impl Dump<'_> {
    fn pieces(&self, object: &Object, pieces: &mut Vec<(String, String)>) {
        let element = dictionary(self.document, object);
        let role = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap());
        // The words that stand for a picture are heard instead of it.
        if let (Ok(alt), "Figure") = (element.get(b"Alt"), &*role) {
            return pieces.push((role.into_owned(), text(alt)));
        }
        let mut own = String::new();
        let push = |own: &mut String, pieces: &mut Vec<(String, String)>| {
            if !own.is_empty() {
                pieces.push((role.clone().into_owned(), std::mem::take(own)));
            }
        };
        for kid in self.kids(element) {
            match kid {
                Kid::Words(words) => own.push_str(&words),
                Kid::Element(object) => {
                    push(&mut own, pieces);
                    self.pieces(object, pieces);
                }
                Kid::Annotation(_) => {}
            }
        }
        push(&mut own, pieces);
    }
}
