//! The rules that a finished file keeps, whatever is in it. Each that is broken is said, not
//! only the first.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::images;
use crate::support::pdf_tree::{dictionary, text, to_unicode};

/// A marked-content sequence: page and identifier.
type Sequence = (ObjectId, i64);

/// What is broken in a file.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let mut rules = Rules {
        document: &document,
        faults: Vec::new(),
        marked: BTreeSet::new(),
        shown: BTreeMap::new(),
        owners: BTreeMap::new(),
        linked: BTreeMap::new(),
    };
    rules.file(bytes);
    rules.pages();
    rules.structure();
    rules.annotations();
    rules.fonts();
    rules.faults.extend(images::faults(&document));
    rules.faults
}

struct Rules<'a> {
    document: &'a Document,
    faults: Vec<String>,
    /// The sequences on the pages.
    marked: BTreeSet<Sequence>,
    /// The codes that each font shows.
    shown: BTreeMap<ObjectId, BTreeSet<u16>>,
    /// The element that each sequence belongs to.
    owners: BTreeMap<Sequence, ObjectId>,
    /// The element that each annotation belongs to.
    linked: BTreeMap<ObjectId, ObjectId>,
}

impl<'a> Rules<'a> {
    fn fault(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    fn entry(&self, of: &'a Dictionary, key: &str) -> Option<&'a Object> {
        self.document.dereference(of.get(key.as_bytes()).ok()?).ok().map(|(_, it)| it)
    }

    fn name(&self, of: &'a Dictionary, key: &str) -> &'a str {
        let name = self.entry(of, key).and_then(|name| name.as_name().ok());
        name.and_then(|name| std::str::from_utf8(name).ok()).unwrap_or_default()
    }

    fn string(&self, of: &'a Dictionary, key: &str) -> String {
        self.entry(of, key).map(text).unwrap_or_default()
    }

    /// ISO 14289-1, 7.1 and 7.2; ISO 19005-2, 6.1.3.
    fn file(&mut self, bytes: &[u8]) {
        let catalog = self.document.catalog().expect("a catalogue");
        let info = dictionary(self.document, self.document.trailer.get(b"Info").unwrap());
        let title = self.string(info, "Title");
        self.fault(bytes.starts_with(b"%PDF-1.7\n"), || "no PDF 1.7".into());
        self.fault(!title.is_empty(), || "no title".into());
        for key in ["Lang", "MarkInfo", "Metadata", "OutputIntents", "PageLabels"] {
            self.fault(catalog.has(key.as_bytes()), || format!("no {key}"));
        }
        let preferences = self.entry(catalog, "ViewerPreferences").unwrap();
        let shows = preferences.as_dict().unwrap().get(b"DisplayDocTitle");
        let shows = shows.and_then(Object::as_bool).unwrap_or(false);
        self.fault(shows, || "the title is not shown".into());
        let xmp = self.entry(catalog, "Metadata").unwrap().as_stream().unwrap();
        let xmp = String::from_utf8(xmp.content.clone()).unwrap();
        let escaped = title.replace('&', "&amp;").replace('<', "&lt;");
        for said in [&*escaped, "<pdfuaid:part>1<", "<pdfaid:conformance>A<"] {
            self.fault(xmp.contains(said), || format!("{said} is not in the XMP"));
        }
        let ids = self.document.trailer.get(b"ID").unwrap().as_array().unwrap();
        let whole = ids.iter().all(|id| id.as_str().unwrap().len() == 16);
        self.fault(ids.len() == 2 && whole, || format!("identifiers {ids:?}"));
    }

    /// ISO 14289-1, 7.1 and 7.18.3.
    fn pages(&mut self) {
        for (number, page) in self.document.get_pages() {
            let entries = self.document.get_dictionary(page).unwrap();
            self.fault(self.name(entries, "Tabs") == "S", || {
                format!("page {number}: annotations are not in the order of structure")
            });
            let content = self.document.get_page_content(page);
            let content = Content::decode(&content).expect("operators");
            let fonts = self.font_ids(entries);
            let before = self.marked.len();
            for fault in self.content(page, &fonts, &content) {
                self.faults.push(format!("page {number}: {fault}"));
            }
            let keyed = entries.has(b"StructParents");
            self.fault(keyed == (self.marked.len() > before), || {
                format!("page {number}: its key and its content do not go together")
            });
        }
    }

    fn font_ids(&self, page: &'a Dictionary) -> BTreeMap<Vec<u8>, ObjectId> {
        let resources = self.entry(page, "Resources").unwrap().as_dict().unwrap();
        let Some(fonts) = self.entry(resources, "Font") else { return BTreeMap::new() };
        let fonts = fonts.as_dict().unwrap().iter();
        fonts.map(|(name, id)| (name.clone(), id.as_reference().unwrap())).collect()
    }

    fn content(
        &mut self,
        page: ObjectId,
        fonts: &BTreeMap<Vec<u8>, ObjectId>,
        content: &Content,
    ) -> Vec<String> {
        let mut faults = Vec::new();
        // Of each open sequence, whether it is a piece of structure or furniture.
        let mut open: Vec<bool> = Vec::new();
        let mut font = None;
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => font = fonts.get(operands[0].as_name().unwrap()).copied(),
                "BMC" | "BDC" => {
                    let furniture = operands[0].as_name().unwrap() == b"Artifact";
                    let id = operands.get(1).and_then(|entries| {
                        entries.as_dict().unwrap().get(b"MCID").ok()?.as_i64().ok()
                    });
                    if (furniture || id.is_some()) && open.contains(&true) {
                        faults.push("a sequence inside another one".to_owned());
                    }
                    if let Some(id) = id
                        && !self.marked.insert((page, id))
                    {
                        faults.push(format!("the sequence {id} is there twice"));
                    }
                    open.push(furniture || id.is_some());
                }
                "EMC" if open.pop().is_none() => faults.push("EMC alone".to_owned()),
                operator @ ("Tj" | "TJ" | "f" | "S" | "Do") => {
                    if !open.contains(&true) {
                        faults
                            .push(format!("{operator} is neither tagged nor furniture"));
                    }
                    if let (Some(font), "Tj" | "TJ") = (font, operator) {
                        self.shown.entry(font).or_default().extend(codes(&operands[0]));
                    }
                }
                _ => {}
            }
        }
        if !open.is_empty() {
            faults.push("a sequence is left open".to_owned());
        }
        faults
    }

    /// ISO 14289-1, 7.1, 7.4 to 7.7; ISO 32000-1, 14.7.4.4.
    fn structure(&mut self) {
        let catalog = self.document.catalog().unwrap();
        let root_id = catalog.get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let root = self.document.get_dictionary(root_id).unwrap();
        let top = root.get(b"K").unwrap().as_reference().unwrap();
        let mut heading = 0;
        self.element(top, (root_id, ""), &mut heading);
        for sequence in self.marked.clone() {
            self.fault(self.owners.contains_key(&sequence), || {
                format!("the sequence {sequence:?} is in no element")
            });
        }
        for (sequence, owner) in self.owners.clone() {
            let parents = self.parent_of(sequence.0, "StructParents");
            let parents = parents.and_then(|parents| parents.as_array().ok());
            let parent = parents.and_then(|all| all.get(sequence.1 as usize));
            let leads = parent.and_then(|id| id.as_reference().ok()) == Some(owner);
            self.fault(leads && self.marked.contains(&sequence), || {
                format!("{sequence:?} does not lead to its element")
            });
        }
    }

    fn element(
        &mut self,
        id: ObjectId,
        (parent, around): (ObjectId, &str),
        level: &mut u8,
    ) {
        let element = self.document.get_dictionary(id).unwrap();
        let role = self.name(element, "S");
        let above = element.get(b"P").and_then(Object::as_reference).ok();
        self.fault(above == Some(parent), || format!("{role} {id:?}: another parent"));
        let fits = match role {
            "LI" => around == "L",
            "Lbl" => matches!(around, "LI" | "Note"),
            "LBody" => around == "LI",
            "TR" => around == "Table",
            "TH" | "TD" => around == "TR",
            "Document" => around.is_empty(),
            _ => !matches!(around, "L" | "LI" | "Table" | "TR" | ""),
        };
        self.fault(fits, || format!("{role} stands in {around}"));
        if let Some(deep) = role.strip_prefix('H').and_then(|n| n.parse().ok()) {
            self.fault(deep <= *level + 1, || format!("H{level}, then {role}"));
            *level = deep;
        }
        let attributes = element.get(b"A").and_then(Object::as_dict).ok();
        let scope = attributes.is_some_and(|all| all.has(b"Scope"));
        self.fault(role != "TH" || scope, || "a head without a scope".into());
        let spoken = |key: &[u8]| element.get(key).is_ok_and(|it| !text(it).is_empty());
        let figure = matches!(role, "Figure" | "Formula");
        self.fault(!figure || spoken(b"Alt"), || format!("a mute {role}"));
        let boxed = attributes.is_some_and(|all| all.has(b"BBox"));
        self.fault(role != "Figure" || boxed, || "a figure without a place".into());
        self.fault(role != "Note" || spoken(b"ID"), || "a note without a name".into());
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let kids: Vec<&Object> = match self.entry(element, "K") {
            Some(Object::Array(kids)) => kids.iter().collect(),
            Some(_) => vec![element.get(b"K").unwrap()],
            None => Vec::new(),
        };
        let refers = |kid: &&Object| kid.as_dict().is_ok_and(|kid| kid.has(b"Obj"));
        let linked = kids.iter().any(refers);
        for kid in kids {
            self.kid(kid, (id, role, page), level);
        }
        self.fault((role == "Link") == linked, || format!("{role} {id:?}: its link"));
    }

    fn kid(
        &mut self,
        kid: &'a Object,
        (id, role, page): (ObjectId, &str, Option<ObjectId>),
        level: &mut u8,
    ) {
        let mut own = |page: Option<ObjectId>, sequence: i64| {
            let sequence = (page.expect("a page"), sequence);
            self.owners.insert(sequence, id).map(|_| sequence)
        };
        let twice = match kid {
            Object::Reference(kid) => {
                self.element(*kid, (id, role), level);
                None
            }
            Object::Integer(sequence) => own(page, *sequence),
            kid => {
                let kid = kid.as_dict().unwrap();
                let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                if let Ok(sequence) = kid.get(b"MCID") {
                    own(page, sequence.as_i64().unwrap())
                } else {
                    let annotation = kid.get(b"Obj").unwrap().as_reference().unwrap();
                    let before = self.linked.insert(annotation, id);
                    self.fault(before.is_none(), || "an annotation twice".into());
                    None
                }
            }
        };
        self.fault(twice.is_none(), || format!("{twice:?} is in two elements"));
    }

    /// What the parent tree has for a page or an annotation.
    fn parent_of(&self, id: ObjectId, key: &str) -> Option<&'a Object> {
        let key = self.document.get_dictionary(id).ok()?.get(key.as_bytes()).ok()?;
        let catalog = self.document.catalog().ok()?;
        let root = self.entry(catalog, "StructTreeRoot")?.as_dict().ok()?;
        let tree = self.entry(root, "ParentTree")?.as_dict().ok()?;
        let numbers = tree.get(b"Nums").ok()?.as_array().ok()?;
        let at = numbers.chunks(2).position(|pair| pair[0] == *key)?;
        Some(self.document.dereference(&numbers[at * 2 + 1]).ok()?.1)
    }

    /// ISO 14289-1, 7.18.5; ISO 19005-2, 6.3.2.
    fn annotations(&mut self) {
        for (number, page) in self.document.get_pages() {
            let page = self.document.get_dictionary(page).unwrap();
            let Some(annotations) = self.entry(page, "Annots") else { continue };
            for id in annotations.as_array().unwrap() {
                let id = id.as_reference().expect("an object of its own");
                let annotation = self.document.get_dictionary(id).unwrap();
                let heard = !self.string(annotation, "Contents").is_empty();
                let printed =
                    annotation.get(b"F").is_ok_and(|flags| *flags == Object::Integer(4));
                let leads = annotation.has(b"A") != annotation.has(b"Dest");
                let element = self.linked.get(&id).copied();
                let owned = element.is_some_and(|element| {
                    self.owns(element, self.parent_of(id, "StructParent"))
                });
                self.fault(heard && printed && leads && owned, || {
                    format!("page {number}: the link {annotation:?}")
                });
            }
        }
    }

    fn owns(&self, element: ObjectId, parent: Option<&Object>) -> bool {
        let element = self.document.get_object(element).ok();
        element.is_some() && element == parent
    }

    /// ISO 14289-1, 7.21.
    fn fonts(&mut self) {
        for (id, codes) in std::mem::take(&mut self.shown) {
            let font = self.document.get_dictionary(id).unwrap();
            let name = self.name(font, "BaseFont");
            let said = to_unicode(self.document, font);
            let descendant = self.entry(font, "DescendantFonts").unwrap();
            let descendant =
                dictionary(self.document, &descendant.as_array().unwrap()[0]);
            let told = told_widths(self.entry(descendant, "W").unwrap());
            let descriptor = self.entry(descendant, "FontDescriptor").unwrap();
            let descriptor = descriptor.as_dict().unwrap();
            let program = ["FontFile2", "FontFile3"];
            let program = program.iter().find_map(|key| self.entry(descriptor, key));
            let program = program.expect("an embedded font").as_stream().unwrap();
            let bare = self.name(&program.dict, "Subtype") == "CIDFontType0C";
            let program = program.decompressed_content().unwrap();
            // A bare CFF has its widths inside the glyphs, which nothing here reads.
            let widths = (!bare).then(|| Widths::new(&program));
            self.fault(name.as_bytes().get(6) == Some(&b'+'), || {
                format!("{name}: no subset")
            });
            for code in codes {
                let known = said.get(&code).is_some_and(|said| !said.is_empty());
                self.fault(code > 0 && known, || format!("{name}: {code} says nothing"));
                let told = told.get(&code).copied();
                let Some(widths) = &widths else {
                    self.fault(told.is_some(), || format!("{name}: no width of {code}"));
                    continue;
                };
                let real = widths.of(code);
                let near = told.zip(real).is_some_and(|(a, b)| (a - b).abs() < 1.0);
                self.fault(near, || format!("{name}: {code} is {real:?}, not {told:?}"));
            }
        }
    }
}

/// The codes that an operand of `Tj` or `TJ` shows.
fn codes(operand: &Object) -> Vec<u16> {
    let parts = match operand {
        Object::Array(parts) => parts.as_slice(),
        part => std::slice::from_ref(part),
    };
    let strings = parts.iter().filter_map(|part| part.as_str().ok());
    strings
        .flat_map(|codes| {
            codes.chunks(2).map(|code| u16::from_be_bytes([code[0], code[1]]))
        })
        .collect()
}

/// The widths that a font dictionary tells, in thousandths of the em (ISO 32000-1, 9.7.4.3).
fn told_widths(widths: &Object) -> BTreeMap<u16, f32> {
    let mut told = BTreeMap::new();
    let mut rest = widths.as_array().unwrap().as_slice();
    while let [first, next, ..] = rest {
        let first = first.as_i64().unwrap() as u16;
        if let Object::Array(widths) = next {
            let each = (first..)
                .zip(widths)
                .map(|(code, width)| (code, width.as_float().unwrap()));
            told.extend(each);
            rest = &rest[2..];
        } else {
            let width = rest[2].as_float().unwrap();
            told.extend(
                (first..=next.as_i64().unwrap() as u16).map(|code| (code, width)),
            );
            rest = &rest[3..];
        }
    }
    told
}

/// The widths that a font program has, in thousandths of the em.
struct Widths<'a> {
    glyphs: skrifa::metrics::GlyphMetrics<'a>,
    em: f32,
}

impl<'a> Widths<'a> {
    fn new(program: &'a [u8]) -> Self {
        use skrifa::MetadataProvider as _;
        use skrifa::instance::{LocationRef, Size};
        let font = skrifa::FontRef::new(program).expect("a font program");
        let (size, location) = (Size::unscaled(), LocationRef::default());
        let em = f32::from(font.metrics(size, location).units_per_em);
        Self { glyphs: font.glyph_metrics(size, location), em }
    }

    fn of(&self, code: u16) -> Option<f32> {
        let width = self.glyphs.advance_width(skrifa::GlyphId::new(code.into()))?;
        Some(width * 1000.0 / self.em)
    }
}
