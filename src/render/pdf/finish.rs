//! The finishing pass: what `printpdf` built becomes the file that both standards want.
//!
//! In order: fonts are put right and taken over, and all else that was built is left
//! behind; then come the images, the pages with our content streams and links, the
//! structure tree, the outline, the output intent, the metadata, and the catalogue that
//! holds them together.

use std::collections::{BTreeMap, BTreeSet};

use flate2::write::ZlibDecoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::io::Write as _;
use std::sync::Arc;

use super::draw::Drawn;
use super::file::{File, deflate};
use super::fonts::Subsets;
use super::links::{annotation, destination, number};
use super::metadata::Metadata;
use super::options::{Duplex, PdfOptions};
use super::survey::{Place, Survey};
use super::syntax::milli;
use super::tree::{self, Content, LinkContent};
use super::{descriptor, images, labels, outline, profile};
use crate::diagnostic::{Error, Result};
use crate::font::FontSet;
use crate::frame::{Page, Pages, Picture};
use crate::text::Direction;
use crate::units::Length;

/// What the pass works on.
pub(super) struct Prepared<'a> {
    pub pages: &'a Pages,
    pub fonts: &'a FontSet,
    pub subsets: &'a Subsets<'a>,
    pub survey: &'a Survey<'a>,
    /// The pages as drawn, their content streams deflated.
    pub drawn: Vec<Drawn<'a>>,
    pub metadata: Metadata,
    pub options: &'a PdfOptions,
}

/// Makes the file.
pub(super) fn finish(mut document: Document, prepared: Prepared<'_>) -> Result<Vec<u8>> {
    let built = Built::find(&document).ok_or_else(|| Error::Render {
        format: "PDF",
        reason: "printpdf built another document than expected".into(),
    })?;
    descriptor::correct(&mut document, &built.fonts, prepared.subsets, prepared.fonts)?;
    let mut file = File::new(document.max_id);
    let resources = take_over(document, &built, &prepared.pages.images, &mut file);

    let sheets = &prepared.pages.pages;
    let ids: Vec<u32> = sheets.iter().map(|_| file.number()).collect();
    let place = |name: &str| {
        let &Place { page, at, .. } = prepared.survey.anchors.get(name)?;
        Some(destination(ids[page], at, sheets[page].frame.size.height))
    };
    let (kids, content) = pages(
        &mut file,
        sheets,
        prepared.drawn,
        Numbers { pages: &ids, resources },
        &place,
    );
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => (kids, 0),
        "StructTreeRoot" => (tree::write(&mut file, &prepared.pages.structure, content), 0),
    };
    if let Some(outline) = outline::write(&mut file, &prepared.pages.outline, &place) {
        catalog.set("Outlines", (outline, 0));
        catalog.set("PageMode", "UseOutlines");
    }
    catalog.set("PageLabels", labels::labels(&prepared.pages.labels, sheets.len()));
    catalog.set("OutputIntents", vec![intent(&mut file)]);
    let xmp = file.number();
    let packet = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    file.stream(xmp, &packet, prepared.metadata.xmp.as_bytes());
    catalog.set("Metadata", (xmp, 0));
    describe(&mut catalog, prepared.options);
    let (root, info) = (file.number(), file.number());
    file.object(root, &catalog.into());
    file.object(info, &prepared.metadata.info.into());
    Ok(file.finish(root, info))
}

/// What is of use of the document as built.
#[derive(Debug)]
pub(super) struct Built {
    /// The fonts by resource name.
    pub fonts: Dictionary,
}

impl Built {
    fn find(document: &Document) -> Option<Self> {
        let (_, id) = document.get_pages().into_iter().next()?;
        let page = document.get_dictionary(id).ok()?;
        let resources =
            document.dereference(page.get(b"Resources").ok()?).ok()?.1.as_dict().ok()?;
        let named = |kind: &[u8]| {
            let object = resources.get(kind).ok()?;
            document.dereference(object).ok()?.1.as_dict().ok().cloned()
        };
        Some(Self { fonts: named(b"Font")? })
    }
}

/// Takes the fonts over, gives up all other numbers, and writes the images; gives back the
/// number of the resources of all pages.
fn take_over(
    document: Document,
    built: &Built,
    images: &BTreeMap<usize, Arc<Picture>>,
    file: &mut File,
) -> u32 {
    let mut kept = BTreeSet::new();
    for object in built.fonts.iter().map(|(_, object)| object) {
        collect(&document, object, &mut kept);
    }
    for id in (1..=document.max_id).rev().filter(|&id| !kept.contains(&(id, 0))) {
        file.give_up(id);
    }
    for (id, object) in document.objects {
        match object {
            _ if !kept.contains(&id) => {}
            Object::Stream(stream) => take_over_stream(file, id, stream),
            object => file.object(id.0, &object),
        }
    }
    let mut resources = Dictionary::new();
    for (key, named) in
        [("Font", built.fonts.clone()), ("XObject", images::write(file, images))]
    {
        if !named.is_empty() {
            resources.set(key, named);
        }
    }
    let id = file.number();
    file.object(id, &resources.into());
    id
}

/// Collects the objects that an object leads to.
fn collect(document: &Document, object: &Object, into: &mut BTreeSet<ObjectId>) {
    match object {
        Object::Reference(id) if into.insert(*id) => {
            if let Ok(object) = document.get_object(*id) {
                collect(document, object, into);
            }
        }
        Object::Array(items) => {
            for item in items {
                collect(document, item, into);
            }
        }
        Object::Dictionary(entries) | Object::Stream(Stream { dict: entries, .. }) => {
            for (_, entry) in entries {
                collect(document, entry, into);
            }
        }
        _ => {}
    }
}

/// Writes a stream, compressed as well as can be.
fn take_over_stream(file: &mut File, (id, _): ObjectId, mut stream: Stream) {
    let plain = match stream.dict.get(b"Filter") {
        Ok(Object::Name(filter)) if filter == b"FlateDecode" => inflate(&stream.content),
        Ok(_) => None,
        Err(_) => Some(std::mem::take(&mut stream.content)),
    };
    match plain {
        Some(plain) => file.deflated(id, stream.dict, &deflate(&plain)),
        None => file.stream(id, &stream.dict, &stream.content),
    }
}

fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = ZlibDecoder::new(Vec::new());
    decoder.write_all(bytes).ok()?;
    decoder.finish().ok()
}

/// Numbers of objects that the pages need.
#[derive(Clone, Copy)]
struct Numbers<'a> {
    /// Of the pages themselves.
    pages: &'a [u32],
    /// Of the resources that all of them have.
    resources: u32,
}

/// Writes the pages; gives back the number of their root, and what is on them for the
/// structure tree.
fn pages(
    file: &mut File,
    pages: &[Page],
    drawn: Vec<Drawn<'_>>,
    numbers: Numbers<'_>,
    place: &impl Fn(&str) -> Option<Object>,
) -> (u32, Content) {
    let Numbers { pages: ids, resources } = numbers;
    let root = file.number();
    let mut content = Content { pages: ids.to_vec(), ..Content::default() };
    for (index, (page, drawn)) in pages.iter().zip(drawn).enumerate() {
        let size = page.frame.size;
        let stream = file.number();
        file.deflated(stream, Dictionary::new(), &drawn.content);
        let edges = [0, 0, milli(size.width), milli(size.height)].map(number).to_vec();
        let mut dictionary = dictionary! {
            "Type" => "Page",
            "Parent" => (root, 0),
            "MediaBox" => edges,
            "Resources" => (resources, 0),
            "Contents" => (stream, 0),
            "Tabs" => "S",
        };
        if !drawn.sequences.is_empty() {
            dictionary.set("StructParents", index as i64);
        }
        let annotations = links(file, index, size.height, &drawn, &mut content, place);
        if !annotations.is_empty() {
            dictionary.set("Annots", annotations);
        }
        file.object(ids[index], &dictionary.into());
        content.add(index, size.height, drawn);
    }
    let kids: Vec<Object> = ids.iter().map(|&id| Object::Reference((id, 0))).collect();
    let dictionary =
        dictionary! { "Type" => "Pages", "Count" => ids.len() as i64, "Kids" => kids };
    file.object(root, &dictionary.into());
    (root, content)
}

/// Writes the annotations of a page.
fn links(
    file: &mut File,
    page: usize,
    height: Length,
    drawn: &Drawn<'_>,
    content: &mut Content,
    place: &impl Fn(&str) -> Option<Object>,
) -> Vec<Object> {
    let mut annotations = Vec::new();
    for link in &drawn.links {
        // Keys of annotations come behind those of all pages.
        let key = (content.pages.len() + content.links.len()) as u32;
        if let Some(annotation) = annotation(link, height, key, place) {
            let id = file.number();
            file.object(id, &annotation.into());
            annotations.push(Object::Reference((id, 0)));
            let read = link.page.unwrap_or(page) as u32;
            let (tag, page) = (link.tag, page as u32);
            content.links.push(LinkContent { tag, read, page, id, key });
        }
    }
    annotations
}

/// The output intent, which says what the colours mean.
fn intent(file: &mut File) -> Object {
    let id = file.number();
    let dictionary = dictionary! { "N" => 3, "Alternate" => "DeviceRGB" };
    file.deflated(id, dictionary, &deflate(&profile::srgb()));
    let name = || Object::string_literal("sRGB IEC61966-2.1");
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => name(),
        "Info" => name(),
        "DestOutputProfile" => (id, 0),
    };
    intent.into()
}

/// The entries of the catalogue that say how the file wants to be read and printed.
fn describe(catalog: &mut Dictionary, options: &PdfOptions) {
    let language = options.language.trim();
    let language = if language.is_empty() { "en" } else { language };
    catalog.set("Lang", Object::string_literal(language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if Direction::of_language(language).is_rtl() {
        preferences.set("Direction", "R2L");
    }
    if options.print.no_scaling {
        preferences.set("PrintScaling", "None");
        preferences.set("Enforce", vec!["PrintScaling".into()]);
        preferences.set("PickTrayByPDFSize", true);
        // Enforcing came with an extension of PDF 1.7 (Adobe Supplement to ISO 32000,
        // extension level 3), and a file says that it uses it (ISO 32000-1, 7.12).
        let adobe = dictionary! { "BaseVersion" => "1.7", "ExtensionLevel" => 3 };
        catalog.set("Extensions", dictionary! { "ADBE" => adobe });
    }
    if let Some(duplex) = options.print.duplex {
        let name = match duplex {
            Duplex::Simplex => "Simplex",
            Duplex::LongEdge => "DuplexFlipLongEdge",
            Duplex::ShortEdge => "DuplexFlipShortEdge",
        };
        preferences.set("Duplex", name);
    }
    catalog.set("ViewerPreferences", preferences);
}
