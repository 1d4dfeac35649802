//! Pictures as pages show them: no more pixels than print at their size.

use std::collections::BTreeMap;
use std::sync::Arc;

use image::{DynamicImage, RgbaImage};

use crate::frame::{Frame, FrameItem, Pages, Picture, Pixels};
use crate::theme::Inks;
use crate::units::Size;

use super::extent::Extent;
use super::graphic::{Content, Graphic};
use super::jpeg::{bare, baseline};
use super::outcomes::Pictures;
use super::raster::{Raster, jpeg};

/// As fine as printers for the home print pictures.
const DOTS_PER_INCH: f64 = 300.0;

impl Pictures {
    /// Puts what pages show of these pictures into the pages, for a printer with these inks.
    pub fn print(&self, pages: &mut Pages, inks: Inks) {
        let mut sizes = BTreeMap::new();
        for page in &pages.pages {
            largest(&page.frame, &mut sizes);
        }
        for (index, size) in sizes {
            let picture = self.graphic(index);
            let picture = picture.and_then(|graphic| graphic.picture(size, inks));
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
    fn picture(&self, size: Size, inks: Inks) -> Option<Picture> {
        let dots = |inches: f64| ((inches * DOTS_PER_INCH).ceil() as u32).max(1);
        let most =
            Extent::new(dots(size.width.to_inches()), dots(size.height.to_inches()));
        match &self.content {
            Content::Raster(raster) => self.pixels(raster, most, inks),
            Content::Drawing(drawing) => {
                let drawn = drawing.draw(most)?;
                let (width, height) = (drawn.width, drawn.height);
                let drawn = RgbaImage::from_raw(width, height, drawn.rgba)?;
                let drawn = inked(DynamicImage::ImageRgba8(drawn), inks);
                Some(of_pixels(&drawn))
            }
        }
    }

    fn pixels(&self, raster: &Raster, most: Extent, inks: Inks) -> Option<Picture> {
        let Extent { width, height } = raster.size;
        let whole = width <= most.width && height <= most.height;
        if whole
            && raster.plain
            && let Some(grey) = baseline(&self.bytes)
            && (grey || inks == Inks::Colours)
            && let Some(file) = bare(&self.bytes)
        {
            let pixels = Pixels::Jpeg { grey, file };
            return Some(Picture { width, height, pixels, alpha: None });
        }
        let pixels = inked(raster.scaled(most), inks);
        if raster.photograph && !pixels.color().has_alpha() {
            let (width, height) = (pixels.width(), pixels.height());
            let grey = !pixels.color().has_color();
            let pixels = Pixels::Jpeg { grey, file: jpeg(&pixels)? };
            return Some(Picture { width, height, pixels, alpha: None });
        }
        Some(of_pixels(&pixels))
    }
}

/// The picture in the inks that there are; it stays as opaque as it is.
fn inked(pixels: DynamicImage, inks: Inks) -> DynamicImage {
    match inks {
        Inks::Colours => pixels,
        Inks::Black => pixels.grayscale(),
    }
}

fn of_pixels(pixels: &DynamicImage) -> Picture {
    let (width, height) = (pixels.width(), pixels.height());
    if pixels.color().has_alpha() {
        return of_rgba(width, height, pixels.to_rgba8().as_raw());
    }
    let pixels = match pixels {
        DynamicImage::ImageLuma8(image) => Pixels::Grey(image.as_raw().clone()),
        pixels => of_rgb(pixels.to_rgb8().into_raw()),
    };
    Picture { width, height, pixels, alpha: None }
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
}
