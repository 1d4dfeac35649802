//! Pictures of pixels, decoded within bounds.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{
    ColorType, DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat,
    ImageReader, Limits, RgbaImage,
};

use super::extent::Extent;
use super::refusal::Refusal;

/// A picture with more pixels is not decoded: a file of a few bytes can claim any number.
const MOST_PIXELS: u64 = 64 << 20;
/// The memory that decoding may take, in bytes: as many pixels with four channels of 16 bits.
const MOST_MEMORY: u64 = 512 << 20;
/// More pixels along an edge no page shows: 300 to the inch on the longer edge of A3.
const LONGEST_KEPT: u32 = 4961;
/// How well JPEG files keep their pictures, from 1 to 100: above 90 files grow fast for what
/// nobody finds in print; below 80 letters in a screenshot get rings.
const QUALITY: u8 = 88;

/// A decoded picture.
#[derive(Debug)]
pub(super) struct Raster {
    /// Pixels across and down, upright, before any were given up.
    pub size: Extent,
    /// What the file said it was.
    pub format: ImageFormat,
    /// Whether it is a photograph, as far as its format tells.
    pub photograph: bool,
    /// Whether every reader shows the file as it is meant: upright, in colours of a screen.
    pub plain: bool,
    /// The pixels, upright; fewer than `size` of a very large picture.
    pixels: DynamicImage,
}

impl Raster {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut reader = ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|error| broken(&error))?;
        let format = reader.format().ok_or_else(unknown)?;
        let mut limits = Limits::default();
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(|error| broken(&error))?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            let reason = format!("it has {width} × {height} pixels, which is too many");
            return Err(Refusal::new(reason).hint("scale it down to what a page shows"));
        }
        let orientation = decoder.orientation().map_err(|error| broken(&error))?;
        let upright = orientation == image::metadata::Orientation::NoTransforms;
        let plain = upright && decoder.original_color_type() != ExtendedColorType::Cmyk8;
        let pixels =
            DynamicImage::from_decoder(decoder).map_err(|error| broken(&error))?;
        let mut pixels = in_bytes(pixels);
        pixels.apply_orientation(orientation);
        let size = Extent::new(pixels.width(), pixels.height());
        let photograph = format == ImageFormat::Jpeg || is_lossy_webp(bytes);
        let kept = size.within(LONGEST_KEPT);
        Ok(Self { size, format, photograph, plain, pixels: scaled(&pixels, kept) })
    }

    /// The picture with so many pixels at most, and no more than it has.
    pub(super) fn scaled(&self, most: Extent) -> DynamicImage {
        let own = Extent::new(self.pixels.width(), self.pixels.height());
        scaled(&self.pixels, most.min(own))
    }

    /// Whether it is not opaque everywhere.
    pub(super) fn is_transparent(&self) -> bool {
        self.pixels.color().has_alpha()
    }

    /// The picture with at most so many pixels along its longer edge.
    pub(super) fn within(&self, longest: u32) -> DynamicImage {
        self.scaled(self.size.within(longest))
    }
}

/// The picture with 8 bits a channel, without a channel that says nothing.
fn in_bytes(pixels: DynamicImage) -> DynamicImage {
    let opaque = |image: &RgbaImage| image.pixels().all(|pixel| pixel.0[3] == 255);
    match pixels.color() {
        ColorType::L8 | ColorType::Rgb8 => pixels,
        ColorType::L16 => DynamicImage::ImageLuma8(pixels.into_luma8()),
        color if !color.has_alpha() => DynamicImage::ImageRgb8(pixels.into_rgb8()),
        _ => {
            let image = pixels.into_rgba8();
            if opaque(&image) {
                DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(image).into_rgb8())
            } else {
                DynamicImage::ImageRgba8(image)
            }
        }
    }
}

/// Scales down, with colours weighed by how opaque they are: what is transparent must not
/// shine through at the edges.
fn scaled(pixels: &DynamicImage, to: Extent) -> DynamicImage {
    let Extent { width, height } = to;
    if (pixels.width(), pixels.height()) == (width, height) {
        return pixels.clone();
    }
    let resize =
        |image: &DynamicImage| image.resize_exact(width, height, FilterType::Lanczos3);
    let DynamicImage::ImageRgba8(image) = pixels else { return resize(pixels) };
    let mut weighed = image.clone();
    for pixel in weighed.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        let weigh = |n: u8| ((u32::from(n) * u32::from(a) + 127) / 255) as u8;
        pixel.0 = [weigh(r), weigh(g), weigh(b), a];
    }
    let mut small = resize(&DynamicImage::ImageRgba8(weighed)).into_rgba8();
    for pixel in small.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        let lift = |n: u8| match u32::from(a) {
            0 => 0,
            a => ((u32::from(n) * 255 + a / 2) / a).min(255) as u8,
        };
        pixel.0 = [lift(r), lift(g), lift(b), a];
    }
    DynamicImage::ImageRgba8(small)
}

/// The picture on white paper. A reader's night mode leaves pictures as they are, and black
/// lines on nothing would be black on black.
pub(super) fn on_white(pixels: DynamicImage) -> DynamicImage {
    let DynamicImage::ImageRgba8(mut image) = pixels else { return pixels };
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0.map(u32::from);
        let lay = |n: u32| ((n * a + 255 * (255 - a) + 127) / 255) as u8;
        pixel.0 = [lay(r), lay(g), lay(b), 255];
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(image).into_rgb8())
}

/// The content of a JPEG file of an opaque picture.
pub(super) fn jpeg(pixels: &DynamicImage) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut file, QUALITY);
    pixels.write_with_encoder(encoder).ok()?;
    Some(file)
}

/// The content of a PNG file.
pub(super) fn png(pixels: &DynamicImage) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new_with_quality(
        &mut file,
        image::codecs::png::CompressionType::Default,
        image::codecs::png::FilterType::Adaptive,
    );
    let color = pixels.color().into();
    encoder
        .write_image(pixels.as_bytes(), pixels.width(), pixels.height(), color)
        .ok()?;
    Some(file)
}

/// Whether a WebP file holds a picture as cameras make them (RFC 9649, section 2.5).
fn is_lossy_webp(bytes: &[u8]) -> bool {
    bytes.get(8..16) == Some(b"WEBPVP8 ")
}

fn unknown() -> Refusal {
    Refusal::new("it is no picture that is understood")
        .hint("save it as PNG, JPEG, WebP, GIF or SVG")
}

fn broken(error: &impl ToString) -> Refusal {
    Refusal::new(format!("it is broken: {}", error.to_string().replace('\n', " ")))
        .hint("save it anew as PNG, JPEG, WebP, GIF or SVG")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_transparent_has_no_say_in_colours() {
        let image = RgbaImage::from_fn(8, 2, |x, _| match x % 2 {
            0 => image::Rgba([255, 0, 0, 255]),
            _ => image::Rgba([0, 255, 0, 0]),
        });
        let small =
            scaled(&DynamicImage::ImageRgba8(image), Extent::new(2, 1)).into_rgba8();
        for pixel in small.pixels() {
            let [r, g, _, a] = pixel.0;
            assert!(r > 245 && g < 10 && (100..156).contains(&a), "{pixel:?}");
        }
    }

    #[test]
    fn a_channel_that_says_nothing_is_given_up() {
        let opaque = RgbaImage::from_pixel(2, 2, image::Rgba([1, 2, 3, 255]));
        let pixels = in_bytes(DynamicImage::ImageRgba8(opaque));
        assert_eq!(pixels.color(), ColorType::Rgb8);
    }
}
