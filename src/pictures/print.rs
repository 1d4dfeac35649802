//! Pictures as pages show them: no more pixels than print at their size.

use std::collections::BTreeMap;
use std::sync::Arc;

use image::DynamicImage;

use crate::frame::{Frame, FrameItem, Pages, Picture, Pixels};
use crate::units::Size;

use super::raster::{Raster, jpeg};
use super::{Content, Graphic, Pictures};

/// As fine as printers for the home print pictures.
const DOTS_PER_INCH: f64 = 300.0;

impl Pictures {
    /// Puts what pages show of these pictures into the pages.
    pub fn print(&self, pages: &mut Pages) {
        let mut sizes = BTreeMap::new();
        for page in &pages.pages {
            largest(&page.frame, &mut sizes);
        }
        for (index, size) in sizes {
            let picture = self.graphic(index).and_then(|graphic| graphic.picture(size));
            pages.images.extend(picture.map(|picture| (index, Arc::new(picture))));
        }
    }
}

/// Collects how large each picture is shown at most.
fn largest(frame: &Frame, sizes: &mut BTreeMap<usize, Size>) {
    for (_, item) in &frame.items {
        match item {
            FrameItem::Image { index, size, .. } => {
                let most = sizes.entry(*index).or_insert(*size);
                *most =
                    Size::new(most.width.max(size.width), most.height.max(size.height));
            }
            FrameItem::Group { frame, .. } => largest(frame, sizes),
            FrameItem::Text(_)
            | FrameItem::Rect { .. }
            | FrameItem::Line { .. }
            | FrameItem::Link { .. }
            | FrameItem::Anchor(_) => {}
        }
    }
}

impl Graphic {
    /// The picture with as many pixels as print at a size.
    fn picture(&self, size: Size) -> Option<Picture> {
        let dots = |inches: f64| ((inches * DOTS_PER_INCH).ceil() as u32).max(1);
        let most = (dots(size.width.to_inches()), dots(size.height.to_inches()));
        match &self.content {
            Content::Raster(raster) => self.pixels(raster, most),
            Content::Drawing(drawing) => {
                let drawn = drawing.draw(most)?;
                Some(of_rgba(drawn.width, drawn.height, &drawn.rgba))
            }
        }
    }

    fn pixels(&self, raster: &Raster, most: (u32, u32)) -> Option<Picture> {
        let (width, height) = raster.size;
        let whole = width <= most.0 && height <= most.1;
        if whole
            && raster.plain
            && let Some(grey) = baseline(&self.bytes)
        {
            let pixels = Pixels::Jpeg { grey, file: self.bytes.clone() };
            return Some(Picture { width, height, pixels, alpha: None });
        }
        let pixels = raster.scaled(most);
        let (width, height) = (pixels.width(), pixels.height());
        if let DynamicImage::ImageRgba8(image) = &pixels {
            return Some(of_rgba(width, height, image.as_raw()));
        }
        let shown = match pixels {
            pixels if raster.photograph => {
                let grey = pixels.color() == image::ColorType::L8;
                Pixels::Jpeg { grey, file: jpeg(&pixels)? }
            }
            DynamicImage::ImageLuma8(image) => Pixels::Grey(image.into_raw()),
            pixels => of_rgb(pixels.into_rgb8().into_raw()),
        };
        Some(Picture { width, height, pixels: shown, alpha: None })
    }
}

fn of_rgba(width: u32, height: u32, rgba: &[u8]) -> Picture {
    let alpha: Vec<u8> = rgba.chunks_exact(4).map(|pixel| pixel[3]).collect();
    let alpha = alpha.iter().any(|&a| a != 255).then_some(alpha);
    let rgb = rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    Picture { width, height, pixels: of_rgb(rgb.collect()), alpha }
}

/// Grey pixels need one byte instead of three, and print in black ink alone.
fn of_rgb(rgb: Vec<u8>) -> Pixels {
    let grey =
        rgb.chunks_exact(3).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]);
    if grey {
        return Pixels::Grey(rgb.into_iter().step_by(3).collect());
    }
    Pixels::Rgb(rgb)
}

/// Whether a file is a baseline JPEG file of grey or coloured pixels that every program
/// decodes (ITU-T T.81, B.2.2), and then whether of grey ones.
fn baseline(bytes: &[u8]) -> Option<bool> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    while let [0xFF, marker, high, low, ..] = *rest {
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..2 + length)?;
        match (marker, segment) {
            (0xC0, [8, _, _, _, _, 1, ..]) => return Some(true),
            (0xC0, [8, _, _, _, _, 3, ..]) => return Some(false),
            // Adobe's marker may say that colours are stored otherwise than usual.
            (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCF | 0xDA, _)
            | (0xEE, [b'A', b'd', b'o', b'b', b'e', ..]) => return None,
            _ => rest = &rest[2 + length..],
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grey_pixels_are_told_from_coloured_ones() {
        let grey = of_rgba(2, 1, &[7, 7, 7, 255, 9, 9, 9, 255]);
        assert_eq!((grey.pixels, grey.alpha), (Pixels::Grey(vec![7, 9]), None));
        let coloured = of_rgba(1, 1, &[7, 8, 7, 3]);
        assert_eq!(coloured.pixels, Pixels::Rgb(vec![7, 8, 7]));
        assert_eq!(coloured.alpha, Some(vec![3]));
    }

    #[test]
    fn only_baseline_files_go_through_as_they_are() {
        let pixels = DynamicImage::new_rgb8(9, 9);
        let file = jpeg(&pixels).expect("a JPEG file");
        assert_eq!(baseline(&file), Some(false));
        assert_eq!(
            baseline(&jpeg(&DynamicImage::new_luma8(9, 9)).expect("grey")),
            Some(true)
        );
        let progressive: Vec<u8> = {
            let at = file.windows(2).position(|two| two == [0xFF, 0xC0]).expect("SOF0");
            let mut file = file.clone();
            file[at + 1] = 0xC2;
            file
        };
        assert_eq!(baseline(&progressive), None);
        assert_eq!(baseline(&file[..20]), None);
        assert_eq!(baseline(b"\x89PNG"), None);
    }
}
