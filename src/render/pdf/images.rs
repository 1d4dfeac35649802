//! Pictures as external objects of images (ISO 32000-1, 8.9.5).
//!
//! Colours are those of the output intent or grey; what is not opaque has a soft mask, which
//! PDF/A-2 allows (ISO 19005-2, 6.4). Photographs stay the JPEG files that they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Dictionary, dictionary};

use super::file::{File, deflate};
use crate::diagnostic::{Error, Result};
use crate::frame::{Picture, Pixels};

/// Name of an image among the resources of a page.
pub(super) fn name(index: usize) -> String {
    format!("i{index}")
}

/// Refuses pictures that have other than their pixels.
pub(super) fn check(images: &BTreeMap<usize, Arc<Picture>>) -> Result<()> {
    for picture in images.values() {
        let (width, height) = (picture.width, picture.height);
        let pixels = width as usize * height as usize;
        let sound = pixels > 0
            && match &picture.pixels {
                Pixels::Grey(grey) => grey.len() == pixels,
                Pixels::Rgb(rgb) => rgb.len() == pixels * 3,
                Pixels::Jpeg { file, .. } => !file.is_empty(),
            }
            && picture.alpha.as_ref().is_none_or(|alpha| alpha.len() == pixels);
        if !sound {
            let reason =
                format!("a picture of {width} by {height} has other than its pixels");
            return Err(Error::Render { format: "PDF", reason: reason.into() });
        }
    }
    Ok(())
}

/// Writes the images; gives back their places by resource name.
pub(super) fn write(
    file: &mut File,
    images: &BTreeMap<usize, Arc<Picture>>,
) -> Dictionary {
    let mut named = Dictionary::new();
    for (&index, picture) in images {
        named.set(name(index), (image(file, picture), 0));
    }
    named
}

fn image(file: &mut File, picture: &Picture) -> u32 {
    let mask = picture.alpha.as_ref().map(|alpha| {
        let id = file.number();
        file.deflated(id, described(picture, true), &deflate(alpha));
        id
    });
    let grey =
        matches!(picture.pixels, Pixels::Grey(_) | Pixels::Jpeg { grey: true, .. });
    let mut dictionary = described(picture, grey);
    if let Some(mask) = mask {
        dictionary.set("SMask", (mask, 0));
    }
    let id = file.number();
    match &picture.pixels {
        Pixels::Grey(pixels) | Pixels::Rgb(pixels) => {
            file.deflated(id, dictionary, &deflate(pixels));
        }
        Pixels::Jpeg { file: jpeg, .. } => {
            dictionary.set("Filter", "DCTDecode");
            file.stream(id, &dictionary, jpeg);
        }
    }
    id
}

fn described(picture: &Picture, grey: bool) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width),
        "Height" => i64::from(picture.height),
        "ColorSpace" => if grey { "DeviceGray" } else { "DeviceRGB" },
        "BitsPerComponent" => 8,
    }
}
