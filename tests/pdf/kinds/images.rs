//! Pictures for the guides, and what holds for each image in a finished file (ISO 32000-1,
//! 8.9.5; ISO 19005-2, 6.2.4, 6.2.8 and 6.4).

use std::io::Cursor;
use std::sync::Arc;

use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage};
use lopdf::{Dictionary, Document, Object};
use offprint::document::{self, InlineKind, each_inline};
use offprint::product::{Graphic, Pictures};

use crate::support::pdf_tree::dictionary;

const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">
    <rect x="2" y="2" width="92" height="44" fill="#b85c1e" fill-opacity="0.5"/></svg>"##;

/// A photograph, a grey one, a sign with nothing around it, a drawing.
pub fn files() -> [Vec<u8>; 4] {
    let photo = RgbImage::from_fn(400, 200, |x, y| Rgb([x as u8, y as u8, 90]));
    let grey = GrayImage::from_fn(90, 90, |x, y| Luma([(x + y) as u8]));
    let sign = RgbaImage::from_fn(60, 60, |x, y| Rgba([220, 20, 20, (x * y / 15) as u8]));
    let file = |pixels: DynamicImage, format| {
        let mut bytes = Cursor::new(Vec::new());
        pixels.write_to(&mut bytes, format).expect("written");
        bytes.into_inner()
    };
    [
        file(photo.into(), ImageFormat::Jpeg),
        file(grey.into(), ImageFormat::Jpeg),
        file(sign.into(), ImageFormat::Png),
        DRAWING.as_bytes().to_vec(),
    ]
}

fn graphics() -> [Arc<Graphic>; 4] {
    files().map(|bytes| Arc::new(Graphic::read(bytes).expect("a picture")))
}

/// A picture for everything that a guide shows, one kind after the other.
pub fn for_guide(document: &document::Document) -> Pictures {
    let graphics = graphics();
    let mut next = graphics.iter().cycle();
    let mut pictures = Pictures::default();
    each_inline(document, |inline| {
        if let InlineKind::Image { source, .. } = &inline.kind {
            let graphic = next.next().expect("there are some").clone();
            pictures.insert(inline.span.source, source, Ok(graphic));
        }
    });
    pictures
}

/// What is wrong with the images of a file.
pub fn faults(document: &Document) -> Vec<String> {
    let streams = document.objects.iter().filter_map(|(id, object)| {
        let entries = &object.as_stream().ok()?.dict;
        (name(entries, b"Subtype") == "Image").then_some((id, entries))
    });
    let mut faults = Vec::new();
    for (id, image) in streams {
        let mut fault = |holds: bool, what: &str| {
            if !holds {
                faults.push(format!("image {id:?} {what}"));
            }
        };
        let colours = name(image, b"ColorSpace");
        fault(matches!(colours, "DeviceGray" | "DeviceRGB"), "is in other colours");
        let even = image.get(b"Interpolate").is_ok_and(|it| it.as_bool().unwrap_or(true));
        fault(!even, "is interpolated");
        for key in ["Alternates", "OPI", "Intent", "SMaskInData"] {
            fault(!image.has(key.as_bytes()), key);
        }
        let side = |key| image.get(key).and_then(Object::as_i64).unwrap_or(0);
        fault(side(b"Width") > 0 && side(b"Height") > 0, "is empty");
        if let Ok(mask) = image.get(b"SMask") {
            let mask = document.dereference(mask).expect("a mask").1;
            let mask = &mask.as_stream().expect("a mask").dict;
            fault(name(mask, b"ColorSpace") == "DeviceGray", "has a coloured mask");
            fault(!mask.has(b"Matte") && !mask.has(b"SMask"), "has a mask with a mask");
        }
    }
    faults.extend(groups(document));
    faults
}

/// A page that blends says in which colours, or has those of the output intent (6.2.10).
fn groups(document: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, page) in document.get_pages() {
        let page = document.get_dictionary(page).expect("a page");
        if let Ok(group) = page.get(b"Group") {
            let group = dictionary(document, group);
            if name(group, b"CS") != "DeviceRGB" {
                faults.push(format!("page {number} blends in {:?}", group.get(b"CS")));
            }
        }
    }
    faults
}

fn name<'a>(entries: &'a Dictionary, key: &[u8]) -> &'a str {
    let name = entries.get(key).and_then(Object::as_name).unwrap_or_default();
    std::str::from_utf8(name).unwrap_or_default()
}
