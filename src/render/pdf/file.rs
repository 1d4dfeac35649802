//! The finished file: objects packed into object streams, streams beside them, the
//! cross-reference stream at the end (ISO 32000-1, 7.5.7 and 7.5.8).
//!
//! `lopdf` could write it too, but keeps every object in memory three times over, leaves
//! the cross-reference stream uncompressed and does not know a better level than zlib’s
//! middle one for what it packs.

use std::io::Write as _;
use std::mem;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, dictionary};

use super::{parallel, syntax};
use crate::hash::Hasher;

/// How many objects are packed into one stream: with fewer there is less for deflate to find
/// alike, and a reader that wants one object unpacks all of them.
const PACKED: usize = 200;

/// A file as far as it is written.
#[derive(Debug)]
pub(super) struct File {
    out: Vec<u8>,
    /// Where each object is, by number.
    places: Vec<Place>,
    /// Numbers given up by others.
    free: Vec<u32>,
    packs: Vec<Pack>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Nowhere,
    At(usize),
    Packed { stream: u32, index: u32 },
}

/// Objects for an object stream.
#[derive(Debug, Default)]
struct Pack {
    /// Number and offset of each.
    index: Vec<(u32, usize)>,
    bytes: Vec<u8>,
}

/// Compressed as well as can be.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

impl File {
    /// A file in which the numbers up to `last` are given to objects already.
    pub(super) fn new(last: u32) -> Self {
        // The comment marks the file as binary (7.5.2).
        let out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let places = vec![Place::Nowhere; last as usize + 1];
        Self { out, places, free: Vec::new(), packs: Vec::new() }
    }

    /// Lets a number be given to another object.
    pub(super) fn give_up(&mut self, id: u32) {
        self.free.push(id);
    }

    /// A number for a new object.
    pub(super) fn number(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.places.push(Place::Nowhere);
            self.places.len() as u32 - 1
        })
    }

    /// Writes an object that is no stream.
    pub(super) fn object(&mut self, id: u32, object: &Object) {
        self.raw(id, |out| syntax::object(out, object));
    }

    /// Writes an object that is no stream as `write` spells it.
    pub(super) fn raw(&mut self, id: u32, write: impl FnOnce(&mut Vec<u8>)) {
        if self.packs.last().is_none_or(|pack| pack.index.len() == PACKED) {
            self.packs.push(Pack::default());
        }
        let Some(pack) = self.packs.last_mut() else { return };
        pack.index.push((id, pack.bytes.len()));
        write(&mut pack.bytes);
        pack.bytes.push(b'\n');
    }

    /// Writes a stream whose bytes are as its dictionary says.
    pub(super) fn stream(&mut self, id: u32, dictionary: &Dictionary, bytes: &[u8]) {
        let mut dictionary = dictionary.clone();
        dictionary.set("Length", bytes.len() as i64);
        self.places[id as usize] = Place::At(self.out.len());
        syntax::integer(&mut self.out, i64::from(id));
        self.out.extend_from_slice(b" 0 obj\n");
        syntax::dictionary(&mut self.out, &dictionary);
        self.out.extend_from_slice(b"stream\n");
        self.out.extend_from_slice(bytes);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes a stream whose bytes are deflated already.
    pub(super) fn deflated(&mut self, id: u32, mut dictionary: Dictionary, bytes: &[u8]) {
        dictionary.set("Filter", "FlateDecode");
        self.stream(id, &dictionary, bytes);
    }

    /// Ends the file: `root` is its catalogue, `info` its information dictionary.
    pub(super) fn finish(mut self, root: u32, info: u32) -> Vec<u8> {
        self.write_packs();
        let mut hasher = Hasher::new();
        hasher.add(&self.out);
        let id = hasher.finish().to_be_bytes().to_vec();
        let id = Object::String(id, lopdf::StringFormat::Literal);
        let (start, number) = (self.out.len(), self.number());
        self.places[number as usize] = Place::At(start);
        let mut trailer = dictionary! {
            "Type" => "XRef",
            "Size" => self.places.len() as i64,
            "W" => [1, 4, 2].map(Object::Integer).to_vec(),
            "Root" => (root, 0),
            "Info" => (info, 0),
            "ID" => vec![id.clone(), id],
        };
        trailer.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => 7 });
        let table = deflate(&self.table());
        self.deflated(number, trailer, &table);
        self.out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        self.out
    }

    fn write_packs(&mut self) {
        let packs = mem::take(&mut self.packs);
        let deflated = parallel::map(&packs, |_, pack| pack.deflated());
        for (pack, (first, bytes)) in packs.iter().zip(deflated) {
            let stream = self.number();
            for (index, &(id, _)) in pack.index.iter().enumerate() {
                self.places[id as usize] = Place::Packed { stream, index: index as u32 };
            }
            let dictionary = dictionary! {
                "Type" => "ObjStm",
                "N" => pack.index.len() as i64,
                "First" => first as i64,
            };
            self.deflated(stream, dictionary, &bytes);
        }
    }

    /// The cross-reference table, each row as its difference from the one above (the
    /// predictor “up” of the PNG standard).
    fn table(&self) -> Vec<u8> {
        let mut above = [0; 7];
        let mut table = Vec::with_capacity(self.places.len() * 8);
        for (number, place) in self.places.iter().enumerate() {
            let (kind, at, index) = match *place {
                // Object 0 heads the list of the free ones, which has no other (7.5.4).
                Place::Nowhere => (0, 0, if number == 0 { u16::MAX } else { 0 }),
                Place::At(at) => (1, at as u32, 0),
                Place::Packed { stream, index } => (2, stream, index as u16),
            };
            let mut row = [kind; 7];
            row[1..5].copy_from_slice(&at.to_be_bytes());
            row[5..].copy_from_slice(&index.to_be_bytes());
            table.push(2);
            table.extend(row.iter().zip(above).map(|(n, above)| n.wrapping_sub(above)));
            above = row;
        }
        table
    }
}

impl Pack {
    /// The length of its index, and all of it compressed.
    fn deflated(&self) -> (usize, Vec<u8>) {
        let mut all = Vec::with_capacity(self.bytes.len() + self.index.len() * 10);
        for &(id, at) in &self.index {
            syntax::integer(&mut all, i64::from(id));
            all.push(b' ');
            syntax::integer(&mut all, at as i64);
            all.push(b' ');
        }
        let first = all.len();
        all.extend_from_slice(&self.bytes);
        (first, deflate(&all))
    }
}
