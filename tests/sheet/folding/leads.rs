//! Where links and bookmarks of a finished PDF are and lead to, in millimetres from the upper
//! left corner of a page, and what its pages are called.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::support::ink::Point;
use crate::support::pdf_tree::{dictionary, text};

const MM: f64 = 25.4 / 72.0;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Page index.
    pub page: usize,
    pub at: Point,
}

/// A link within a file.
#[derive(Debug, Clone, Copy)]
pub struct Lead {
    /// The middle of the area.
    pub from: Place,
    pub to: Place,
}

fn number(object: &Object) -> f64 {
    match object {
        Object::Integer(n) => *n as f64,
        other => f64::from(other.as_float().expect("a number")),
    }
}

struct Reader {
    document: Document,
    pages: BTreeMap<ObjectId, usize>,
}

impl Reader {
    fn new(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("lopdf reads the file");
        let pages = document.get_pages().into_values().zip(0..).collect();
        Self { document, pages }
    }

    fn height(&self, page: ObjectId) -> f64 {
        let media = self.document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap();
        number(&media.as_array().unwrap()[3])
    }

    fn place(&self, page: ObjectId, x: f64, y: f64) -> Place {
        Place { page: self.pages[&page], at: (x * MM, (self.height(page) - y) * MM) }
    }

    fn destination(&self, of: &Dictionary) -> Option<Place> {
        let destination = of.get(b"Dest").ok()?.as_array().unwrap();
        let page = destination[0].as_reference().unwrap();
        Some(self.place(page, number(&destination[2]), number(&destination[3])))
    }

    fn leads(&self) -> Vec<Lead> {
        let mut leads = Vec::new();
        for page in self.document.get_pages().into_values() {
            let Ok(annotations) =
                self.document.get_dictionary(page).unwrap().get(b"Annots")
            else {
                continue;
            };
            for annotation in annotations.as_array().unwrap() {
                let link = dictionary(&self.document, annotation);
                let rect = link.get(b"Rect").unwrap().as_array().unwrap();
                let [left, bottom, right, top] =
                    [0, 1, 2, 3].map(|edge| number(&rect[edge]));
                let from = self.place(
                    page,
                    f64::midpoint(left, right),
                    f64::midpoint(bottom, top),
                );
                leads.extend(self.destination(link).map(|to| Lead { from, to }));
            }
        }
        leads
    }

    fn bookmarks(&self, first: Option<&Object>, into: &mut Vec<(String, Place)>) {
        let mut next = first;
        while let Some(object) = next {
            let item = dictionary(&self.document, object);
            let title = text(item.get(b"Title").unwrap());
            into.push((title, self.destination(item).expect("it leads somewhere")));
            self.bookmarks(item.get(b"First").ok(), into);
            next = item.get(b"Next").ok();
        }
    }
}

/// The links within a file, page by page.
pub fn leads(bytes: &[u8]) -> Vec<Lead> {
    Reader::new(bytes).leads()
}

/// The bookmarks in the order in which they are shown, and where they lead.
pub fn bookmarks(bytes: &[u8]) -> Vec<(String, Place)> {
    let reader = Reader::new(bytes);
    let outlines = reader.document.catalog().unwrap().get(b"Outlines").unwrap();
    let mut bookmarks = Vec::new();
    let first = dictionary(&reader.document, outlines).get(b"First").ok();
    reader.bookmarks(first, &mut bookmarks);
    bookmarks
}

/// What the pages of a file are called.
pub fn labels(bytes: &[u8]) -> Vec<String> {
    let Reader { document, pages } = Reader::new(bytes);
    let tree = document.catalog().unwrap().get(b"PageLabels").unwrap();
    let entries = dictionary(&document, tree).get(b"Nums").unwrap().as_array().unwrap();
    let mut labels = vec![String::new(); pages.len()];
    for pair in entries.chunks(2) {
        let (from, label) = (pair[0].as_i64().unwrap(), dictionary(&document, &pair[1]));
        let prefix = label.get(b"P").map(text).unwrap_or_default();
        let first = label.get(b"St").and_then(Object::as_i64).unwrap_or(1);
        let counts = label.get(b"S").is_ok();
        for (number, label) in (first..).zip(&mut labels[from as usize..]) {
            label.clone_from(&prefix);
            if counts {
                label.push_str(&number.to_string());
            }
        }
    }
    labels
}
