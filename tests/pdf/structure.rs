//! The PDF back end, judged by what comes out: the finished file read back through
//! `lopdf`, against the clauses of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

use std::collections::BTreeSet;

use crate::support::pages::sample::sample;
use crate::support::pages::{Setter, a4, at, size};
use crate::support::pdf_tree::{dictionary, text, to_unicode};
use lopdf::{Dictionary, Document, Object, ObjectId};
use offprint::internals::font::Style;
use offprint::internals::frame::{FrameItem, NodeKind, Page, Pages, Tag};
use offprint::internals::pdf::{Duplex, PdfOptions, pdf};
use offprint::product::FontSet;

use crate::support::pdf_tree;

fn options() -> PdfOptions {
    let mut options = PdfOptions::titled("A sample: Größe & <more>");
    options.author = Some("Jörg & Co".to_owned());
    options.subject = Some("What pages can have".to_owned());
    options.keywords = vec!["one".to_owned(), "two".to_owned()];
    options.language = "en-GB".into();
    options.date = Some("2024-05-06T07:08:09+02:00".to_owned());
    options.print.duplex = Some(Duplex::ShortEdge);
    options.print.no_scaling = true;
    options
}

fn bytes() -> Vec<u8> {
    let fonts = FontSet::bundled_only();
    pdf(&sample(&fonts), &fonts, &options()).unwrap()
}

fn document() -> Document {
    Document::load_mem(&bytes()).unwrap()
}

fn entry<'a>(document: &'a Document, of: &'a Dictionary, key: &str) -> &'a Object {
    let entry = of.get(key.as_bytes()).unwrap_or_else(|_| panic!("no {key} in {of:?}"));
    document.dereference(entry).unwrap().1
}

fn name<'a>(of: &'a Dictionary, key: &str) -> &'a [u8] {
    of.get(key.as_bytes()).unwrap().as_name().unwrap()
}

fn whole(of: &Dictionary, key: &str) -> i64 {
    of.get(key.as_bytes()).unwrap().as_i64().unwrap()
}

fn is_true(of: &Dictionary, key: &str) -> bool {
    of.get(key.as_bytes()).unwrap().as_bool().unwrap()
}

fn numbers(of: &Dictionary, key: &str) -> Vec<f32> {
    let numbers = of.get(key.as_bytes()).unwrap().as_array().unwrap();
    numbers.iter().map(|number| number.as_float().unwrap()).collect()
}

fn pages(document: &Document) -> Vec<(ObjectId, &Dictionary)> {
    let pages = document.get_pages().into_values();
    pages.map(|id| (id, document.get_dictionary(id).unwrap())).collect()
}

fn annotations(document: &Document) -> Vec<(ObjectId, &Dictionary)> {
    let pages =
        pages(document).into_iter().filter_map(|(_, page)| page.get(b"Annots").ok());
    let references = pages.flat_map(|annotations| annotations.as_array().unwrap());
    references
        .map(|annotation| {
            let id =
                annotation.as_reference().expect("annotations are objects of their own");
            (id, document.get_dictionary(id).unwrap())
        })
        .collect()
}

#[test]
fn the_tree_is_read_as_a_person_would_read_it() {
    insta::assert_snapshot!(pdf_tree::dump(&bytes()));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert!(bytes() == bytes());
}

#[test]
fn the_file_is_a_pdf_1_7_with_packed_objects() {
    let bytes = bytes();
    assert!(bytes.starts_with(b"%PDF-1.7\n%"), "ISO 19005-2, 6.1.2");
    assert!(bytes[10..14].iter().all(|&byte| byte > 127), "ISO 19005-2, 6.1.2");
    assert!(bytes.ends_with(b"%%EOF\n"), "ISO 19005-2, 6.1.3: nothing follows");
    let document = Document::load_mem(&bytes).unwrap();
    assert_eq!(name(&document.trailer, "Type"), b"XRef");
    assert!(document.trailer.get(b"Encrypt").is_err(), "ISO 19005-2, 6.1.3");
    let ids = document.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(ids.len(), 2);
    assert!(ids.iter().all(|id| id.as_str().unwrap().len() == 16));
    assert!(bytes.windows(7).any(|at| at == b"/ObjStm"));
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        let kind = stream.dict.get(b"Type").and_then(Object::as_name).unwrap_or_default();
        // What is packed, lopdf has unpacked.
        if kind != b"ObjStm" {
            let plain = stream.dict.get(b"Filter").is_err();
            assert_eq!(plain, kind == b"Metadata", "{:?}", stream.dict);
        }
    }
}

#[test]
fn the_catalogue_says_what_the_file_is() {
    let document = document();
    let catalog = document.catalog().unwrap();
    assert_eq!(text(entry(&document, catalog, "Lang")), "en-GB", "ISO 14289-1, 7.2");
    let mark = entry(&document, catalog, "MarkInfo").as_dict().unwrap();
    assert!(is_true(mark, "Marked"), "ISO 14289-1, 6.2");
    assert!(mark.get(b"Suspects").is_err(), "ISO 14289-1, 7.1");
    let preferences = entry(&document, catalog, "ViewerPreferences").as_dict().unwrap();
    assert!(is_true(preferences, "DisplayDocTitle"), "ISO 14289-1, 7.1");
    assert_eq!(name(preferences, "PrintScaling"), b"None");
    assert_eq!(name(preferences, "Duplex"), b"DuplexFlipShortEdge");
    assert!(is_true(preferences, "PickTrayByPDFSize"));
    assert_eq!(name(catalog, "PageMode"), b"UseOutlines");
    for absent in ["OCProperties", "AcroForm", "OpenAction", "AA", "Names", "PageLayout"]
    {
        assert!(catalog.get(absent.as_bytes()).is_err(), "{absent}");
    }
}

#[test]
fn the_output_intent_is_srgb() {
    let document = document();
    let catalog = document.catalog().unwrap();
    let intents = entry(&document, catalog, "OutputIntents").as_array().unwrap();
    let intent = intents[0].as_dict().unwrap();
    assert_eq!(name(intent, "S"), b"GTS_PDFA1", "ISO 19005-2, 6.2.3");
    let profile = entry(&document, intent, "DestOutputProfile").as_stream().unwrap();
    assert_eq!(whole(&profile.dict, "N"), 3);
    let profile = profile.decompressed_content().unwrap();
    assert_eq!(&profile[12..24], b"mntrRGB XYZ ");
}

#[test]
fn both_forms_of_metadata_say_the_same() {
    let document = document();
    let info = dictionary(&document, document.trailer.get(b"Info").unwrap());
    assert_eq!(text(info.get(b"Title").unwrap()), "A sample: Größe & <more>");
    assert_eq!(text(info.get(b"Author").unwrap()), "Jörg & Co");
    assert_eq!(text(info.get(b"CreationDate").unwrap()), "D:20240506070809+02'00'");
    assert_eq!(info.get(b"CreationDate").unwrap(), info.get(b"ModDate").unwrap());
    let xmp =
        entry(&document, document.catalog().unwrap(), "Metadata").as_stream().unwrap();
    assert!(xmp.dict.get(b"Filter").is_err(), "readable without a PDF reader");
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    for said in [
        "<rdf:li xml:lang=\"x-default\">A sample: Größe &amp; &lt;more&gt;</rdf:li>",
        "<dc:creator><rdf:Seq><rdf:li>Jörg &amp; Co</rdf:li></rdf:Seq></dc:creator>",
        "<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>",
        "<xmp:CreateDate>2024-05-06T07:08:09+02:00</xmp:CreateDate>",
        "<xmp:ModifyDate>2024-05-06T07:08:09+02:00</xmp:ModifyDate>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    ] {
        assert!(xmp.contains(said), "{said} is not in {xmp}");
    }
}

#[test]
fn pages_share_their_resources_and_have_their_size() {
    let document = document();
    let pages = pages(&document);
    assert_eq!(pages.len(), 2);
    let resources: BTreeSet<_> = pages
        .iter()
        .map(|(_, page)| page.get(b"Resources").unwrap().as_reference().unwrap())
        .collect();
    assert_eq!(resources.len(), 1);
    for (index, (_, page)) in pages.iter().enumerate() {
        assert_eq!(numbers(page, "MediaBox"), [0.0, 0.0, 595.276, 841.89]);
        assert_eq!(whole(page, "StructParents"), index as i64);
        assert_eq!(name(page, "Tabs"), b"S", "ISO 14289-1, 7.18.3");
        for absent in ["TrimBox", "CropBox", "Rotate", "AA"] {
            assert!(page.get(absent.as_bytes()).is_err(), "{absent}");
        }
    }
}

#[test]
fn all_content_is_tagged_or_furniture() {
    let document = document();
    for (id, _) in pages(&document) {
        let content =
            lopdf::content::Content::decode(&document.get_page_content(id)).unwrap();
        let (mut marks, mut states, mut in_text) = (0, 0, false);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => marks += 1,
                "EMC" => marks -= 1,
                "q" => states += 1,
                "Q" => states -= 1,
                "BT" => in_text = true,
                "ET" => in_text = false,
                "Tj" | "TJ" => assert!(marks > 0 && in_text, "ISO 14289-1, 7.1"),
                "f" | "S" | "Do" => assert!(marks > 0 && !in_text, "ISO 14289-1, 7.1"),
                "re" | "W" | "n" | "m" | "l" | "w" | "d" | "cm" | "Td" | "Tf" | "rg"
                | "g" | "RG" | "G" | "Ts" => {}
                other => panic!("{other} is not expected"),
            }
            assert!(marks >= 0 && states >= 0);
        }
        assert_eq!((marks, states, in_text), (0, 0, false));
    }
}

#[test]
fn the_parent_tree_leads_from_each_sequence_to_its_element() {
    let document = document();
    let root = entry(&document, document.catalog().unwrap(), "StructTreeRoot")
        .as_dict()
        .unwrap();
    let tree = entry(&document, root, "ParentTree").as_dict().unwrap();
    let numbers = tree.get(b"Nums").unwrap().as_array().unwrap();
    let keys: Vec<i64> =
        numbers.chunks(2).map(|pair| pair[0].as_i64().unwrap()).collect();
    assert!(keys.is_sorted(), "ISO 32000-1, 7.9.7");
    assert!(
        root.get(b"ParentTreeNextKey").unwrap().as_i64().unwrap() > *keys.last().unwrap()
    );
    let words = pdf_tree::words(&document);
    for (page_id, page) in pages(&document) {
        let key = page.get(b"StructParents").unwrap().as_i64().unwrap();
        let at = keys.iter().position(|&k| k == key).unwrap();
        let parents =
            document.dereference(&numbers[at * 2 + 1]).unwrap().1.as_array().unwrap();
        for (id, parent) in parents.iter().enumerate() {
            let parent = dictionary(&document, parent);
            let kids = format!("{:?}", parent.get(b"K").unwrap());
            assert!(kids.contains(&id.to_string()), "{id} is not among {kids}");
        }
        let on_page = words.keys().filter(|(page, _)| *page == page_id).count();
        assert!(on_page <= parents.len());
    }
    for (id, annotation) in annotations(&document) {
        let key = annotation.get(b"StructParent").unwrap().as_i64().unwrap();
        let at = keys.iter().position(|&k| k == key).unwrap();
        let parent = dictionary(&document, &numbers[at * 2 + 1]);
        assert_eq!(name(parent, "S"), b"Link", "ISO 14289-1, 7.18.5");
        let kids = format!("{:?}", parent.get(b"K").unwrap());
        assert!(kids.contains(&format!("{} {} R", id.0, id.1)), "{kids}");
    }
}

#[test]
fn links_can_be_heard_and_lead_somewhere() {
    let document = document();
    let annotations = annotations(&document);
    assert_eq!(annotations.len(), 3, "the link to nowhere is none");
    for (_, annotation) in &annotations {
        assert_eq!(whole(annotation, "F"), 4, "ISO 19005-2, 6.3.2");
        assert_eq!(text(annotation.get(b"Contents").unwrap()), "The example’s site");
        assert_eq!(numbers(annotation, "Border"), [0.0; 3]);
    }
    let action = entry(&document, annotations[0].1, "A").as_dict().unwrap();
    assert_eq!(text(action.get(b"URI").unwrap()), "https://example.org/a?b=%C3%BC");
    let destination = annotations[1].1.get(b"Dest").unwrap().as_array().unwrap();
    assert_eq!(destination[0].as_reference().unwrap(), pages(&document)[0].0);
    assert_eq!(destination[1].as_name().unwrap(), b"XYZ");
    // In a frame on its head at (420, 300): 5 to 25 from its left, 30 to 42 down.
    assert_eq!(numbers(annotations[1].1, "Rect"), [395.0, 571.89, 415.0, 583.89]);
}

#[test]
fn the_outline_is_a_tree() {
    let document = document();
    let root =
        entry(&document, document.catalog().unwrap(), "Outlines").as_dict().unwrap();
    assert_eq!(whole(root, "Count"), 2);
    let first = entry(&document, root, "First").as_dict().unwrap();
    assert_eq!(text(first.get(b"Title").unwrap()), "Office");
    let below = entry(&document, first, "First").as_dict().unwrap();
    assert_eq!(text(below.get(b"Title").unwrap()), "Größe");
    assert_eq!(entry(&document, below, "Parent").as_dict().unwrap(), first);
    let next = entry(&document, below, "Next").as_dict().unwrap();
    assert!(next.get(b"Dest").is_err(), "it leads nowhere");
    let last = entry(&document, root, "Last").as_dict().unwrap();
    assert_eq!(entry(&document, first, "Next").as_dict().unwrap(), last);
}

#[test]
fn fonts_are_embedded_whole_in_what_they_show() {
    let document = document();
    let (page, _) = pages(&document)[0];
    let fonts = document.get_page_fonts(page).unwrap();
    assert!(fonts.len() > 4);
    for font in fonts.values() {
        let base = String::from_utf8(name(font, "BaseFont").to_vec()).unwrap();
        let (tag, _) = base.split_once('+').expect("the name of a subset");
        assert!(tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()), "{base}");
        assert_eq!(name(font, "Encoding"), b"Identity-H");
        let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
        let descendant = descendants[0].as_dict().unwrap();
        assert_eq!(name(descendant, "CIDToGIDMap"), b"Identity", "ISO 14289-1, 7.21.3.2");
        let descriptor =
            entry(&document, descendant, "FontDescriptor").as_dict().unwrap();
        assert_eq!(name(descriptor, "FontName"), base.as_bytes());
        assert!(descriptor.get(b"FontFile2").is_ok(), "ISO 14289-1, 7.21.4.1");
        let flags = descriptor.get(b"Flags").unwrap().as_i64().unwrap();
        assert_eq!(flags & 1 == 1, base.contains("Iosevka"), "{base}");
        let slant = descriptor.get(b"ItalicAngle").unwrap().as_i64().unwrap();
        assert_eq!(slant < 0, base.contains("Italic"), "{base}");
        let cap_height = descriptor.get(b"CapHeight").unwrap().as_i64().unwrap();
        assert!((600..800).contains(&cap_height), "{base}: {cap_height}");
        let texts = to_unicode(&document, font);
        assert!(!texts.is_empty() && texts.values().all(|text| !text.is_empty()));
        assert!(!texts.contains_key(&0), ".notdef is not shown");
    }
}

#[test]
fn pages_that_cannot_be_written_are_refused() {
    let fonts = FontSet::bundled_only();
    let refused = |pages: &Pages| pdf(pages, &fonts, &options()).unwrap_err().to_string();
    assert!(refused(&Pages::default()).contains("no pages"));
    let page = |tag: Option<Tag>| {
        let mut frame = a4();
        Setter::new(&fonts, Style::default()).put(&mut frame, 50.0, 50.0, "x", tag);
        Pages { pages: vec![Page { frame }], ..Pages::default() }
    };
    assert!(refused(&page(Some(Tag(7)))).contains("structure"));
    let mut pages = page(None);
    pages.structure.add(NodeKind::Paragraph, Some(Tag(0)));
    assert!(refused(&pages).contains("structure"));
    let mut pages = page(None);
    if let FrameItem::Text(run) = &mut pages.pages[0].frame.items[0].1 {
        run.glyphs[0].id = 0;
    }
    assert!(refused(&pages).contains("glyph"));
    let mut odd = PdfOptions::default();
    odd.date = Some("yesterday".to_owned());
    assert!(pdf(&page(None), &fonts, &odd).is_err());
}

#[test]
fn a_page_with_nothing_on_it_is_a_page() {
    let fonts = FontSet::bundled_only();
    let mut pages = Pages { pages: vec![Page::default()], ..Pages::default() };
    let image = FrameItem::Image { index: 3, size: size(10.0, 10.0), tag: None };
    pages.pages[0].frame.push(at(0.0, 0.0), image);
    let bytes = pdf(&pages, &fonts, &PdfOptions::default()).unwrap();
    assert_eq!(Document::load_mem(&bytes).unwrap().get_pages().len(), 1);
}
