//! A finished PDF as ink on paper: where each run of text, rectangle and line lies, in
//! millimetres from the upper left corner of its page, read from the content streams.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pdf_tree::{dictionary, to_unicode};

/// A point or a direction.
pub type Point = (f64, f64);

/// A page.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub texts: Vec<Text>,
    pub rects: Vec<[Point; 2]>,
    pub lines: Vec<Line>,
}

/// Glyphs that were shown at once.
#[derive(Debug, Clone)]
pub struct Text {
    pub said: String,
    /// Where its baseline begins and ends; the space at the end of a line is no part of it.
    pub from: Point,
    pub to: Point,
    /// The type size.
    pub size: f64,
    /// Which way is up, as a direction of length 1.
    pub up: Point,
}

/// A stroke.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub from: Point,
    pub to: Point,
    /// In points.
    pub thickness: f64,
}

const MM: f64 = 25.4 / 72.0;

/// The pages of a file.
pub fn pages(bytes: &[u8]) -> Vec<Page> {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let mut fonts = BTreeMap::new();
    document.get_pages().into_values().map(|id| page(&document, id, &mut fonts)).collect()
}

/// An entry of a file's catalogue, a dictionary, as a person reads it.
pub fn catalog(bytes: &[u8], key: &str) -> String {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let catalog = document.catalog().expect("a catalogue");
    let entry = catalog.get(key.as_bytes()).expect(key);
    format!("{:?}", dictionary(&document, entry)).replace('"', "")
}

/// What the codes of a font say, and how wide they are in thousandths of the em.
struct Font {
    texts: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
}

/// Fonts by the object that describes what they say.
type Fonts = BTreeMap<ObjectId, Font>;

fn font(document: &Document, font: &Dictionary) -> Font {
    let below = document.dereference(font.get(b"DescendantFonts").unwrap()).unwrap().1;
    let below = dictionary(document, &below.as_array().unwrap()[0]);
    let parts = document.dereference(below.get(b"W").unwrap()).unwrap().1;
    let mut parts = parts.as_array().unwrap().iter();
    let mut widths = BTreeMap::new();
    while let Some(first) = parts.next() {
        let first = first.as_i64().unwrap() as u16;
        match parts.next().unwrap() {
            Object::Array(each) => {
                for (code, width) in (first..).zip(each) {
                    widths.insert(code, number(width));
                }
            }
            last => {
                let width = number(parts.next().unwrap());
                for code in first..=last.as_i64().unwrap() as u16 {
                    widths.insert(code, width);
                }
            }
        }
    }
    Font { texts: to_unicode(document, font), widths }
}

fn number(object: &Object) -> f64 {
    match object {
        Object::Integer(n) => *n as f64,
        other => f64::from(other.as_float().expect("a number")),
    }
}

fn page(document: &Document, id: ObjectId, fonts: &mut Fonts) -> Page {
    let of_page = document.get_page_fonts(id).expect("fonts");
    let mut names = BTreeMap::new();
    for (name, one) in of_page {
        let key = one.get(b"ToUnicode").and_then(Object::as_reference).expect("a map");
        fonts.entry(key).or_insert_with(|| font(document, one));
        names.insert(name, key);
    }
    let media = document.get_dictionary(id).unwrap().get(b"MediaBox").unwrap();
    let media: Vec<f64> = media.as_array().unwrap().iter().map(number).collect();
    let mut reader = Reader {
        height: media[3],
        names,
        fonts,
        state: State { matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], ..State::default() },
        saved: Vec::new(),
        line: (0.0, 0.0),
        from: (0.0, 0.0),
        rect: None,
        page: Page {
            width: media[2] * MM,
            height: media[3] * MM,
            texts: Vec::new(),
            rects: Vec::new(),
            lines: Vec::new(),
        },
    };
    let content = document.get_page_content(id);
    for operation in Content::decode(&content).expect("a content stream").operations {
        reader.read(&operation);
    }
    reader.page
}

#[derive(Debug, Default, Clone)]
struct State {
    matrix: [f64; 6],
    font: Vec<u8>,
    size: f64,
    rise: f64,
    thickness: f64,
}

struct Reader<'f> {
    height: f64,
    names: BTreeMap<Vec<u8>, ObjectId>,
    fonts: &'f Fonts,
    state: State,
    saved: Vec<State>,
    /// Where the present line of text begins.
    line: Point,
    /// Where the present path begins.
    from: Point,
    rect: Option<[Point; 2]>,
    page: Page,
}

impl Reader<'_> {
    fn read(&mut self, operation: &Operation) {
        let numbers: Vec<f64> = operation
            .operands
            .iter()
            .filter(|operand| matches!(operand, Object::Integer(_) | Object::Real(_)))
            .map(number)
            .collect();
        match operation.operator.as_str() {
            "q" => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().expect("a state was saved"),
            "cm" => self.concatenate(&numbers),
            "BT" => self.line = (0.0, 0.0),
            "Td" => self.line = (self.line.0 + numbers[0], self.line.1 + numbers[1]),
            "Ts" => self.state.rise = numbers[0],
            "w" => self.state.thickness = numbers[0],
            "Tf" => {
                self.state.font = operation.operands[0].as_name().unwrap().to_vec();
                self.state.size = numbers[0];
            }
            "Tj" | "TJ" => self.show(&operation.operands[0]),
            "m" => self.from = self.place(numbers[0], numbers[1]),
            "l" => {
                let (from, to) = (self.from, self.place(numbers[0], numbers[1]));
                self.page.lines.push(Line { from, to, thickness: self.state.thickness });
            }
            "re" => {
                let [x, y, width, height] = numbers[..] else { panic!("a rectangle") };
                let corners = [self.place(x, y), self.place(x + width, y + height)];
                self.rect = Some(corners);
            }
            "f" => self.page.rects.extend(self.rect.take()),
            "n" => self.rect = None,
            _ => {}
        }
    }

    fn concatenate(&mut self, new: &[f64]) {
        let old = self.state.matrix;
        let product = |row: usize, column: usize| {
            new[row * 2] * old[column] + new[row * 2 + 1] * old[column + 2]
        };
        let mut matrix = [0, 1, 2, 3, 4, 5].map(|n| product(n / 2, n % 2));
        matrix[4] += old[4];
        matrix[5] += old[5];
        self.state.matrix = matrix;
    }

    /// A point of the present coordinates on the page.
    fn place(&self, x: f64, y: f64) -> Point {
        let m = self.state.matrix;
        let up = x * m[1] + y * m[3] + m[5];
        ((x * m[0] + y * m[2] + m[4]) * MM, (self.height - up) * MM)
    }

    fn show(&mut self, operand: &Object) {
        let parts = match operand {
            Object::Array(parts) => parts.as_slice(),
            part => std::slice::from_ref(part),
        };
        let font = &self.fonts[&self.names[&self.state.font]];
        let (mut said, mut width, mut ink) = (String::new(), 0.0, 0.0);
        for part in parts {
            let Ok(codes) = part.as_str() else {
                width -= number(part);
                continue;
            };
            for code in codes.chunks(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                said.push_str(&font.texts[&code]);
                width += font.widths[&code];
                if font.texts[&code] != " " {
                    ink = width;
                }
            }
        }
        let size = self.state.size;
        let (x, y) = (self.line.0, self.line.1 + self.state.rise);
        let [_, _, c, d, ..] = self.state.matrix;
        self.page.texts.push(Text {
            said,
            from: self.place(x, y),
            to: self.place(x + ink / 1000.0 * size, y),
            size: size * MM,
            up: (c, -d),
        });
    }
}
