//! Pixels as numbers of a palette. What is drawn has few colours: those of the page, and
//! between two of them the steps at the edge of a glyph. As numbers it is a third of the
//! bytes to deflate.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// As many colours as a palette holds (Portable Network Graphics, third edition, 11.2.2).
const MOST: usize = 256;

type Rgb = [u8; 3];

/// A picture as numbers of a palette.
pub(super) struct Indexed {
    /// Red, green and blue of each colour, one after the other.
    pub palette: Vec<u8>,
    /// A number for each pixel.
    pub pixels: Vec<u8>,
}

impl Indexed {
    /// Takes opaque pixels of four bytes, `width` in a row. Where there are more colours than
    /// a palette holds, the rarest, which are steps of an edge, become the nearest of the
    /// others.
    pub(super) fn new(rgba: &[u8], width: usize) -> Self {
        let (pixels, _) = rgba.as_chunks::<4>();
        let rows: Vec<&[[u8; 4]]> = pixels.chunks_exact(width).collect();
        // Most rows are like the one above.
        let alike = || rows.chunk_by(|a, b| a == b).map(|rows| (rows[0], rows.len()));
        let mut counts: BTreeMap<Rgb, usize> = BTreeMap::new();
        for (row, times) in alike() {
            for (color, count) in stretches(row) {
                *counts.entry(color).or_default() += count * times;
            }
        }
        let mut colors: Vec<(Rgb, usize)> = counts.into_iter().collect();
        colors.sort_by_key(|&(color, count)| (Reverse(count), color));
        let kept: Vec<Rgb> = colors.iter().take(MOST).map(|(color, _)| *color).collect();
        let numbers: BTreeMap<Rgb, u8> =
            colors.iter().map(|(color, _)| (*color, nearest(&kept, *color))).collect();
        let mut numbered = Vec::with_capacity(pixels.len());
        for (row, times) in alike() {
            let start = numbered.len();
            for (color, count) in stretches(row) {
                numbered.resize(numbered.len() + count, numbers[&color]);
            }
            for _ in 1..times {
                numbered.extend_from_within(start..start + width);
            }
        }
        Self { palette: kept.concat(), pixels: numbered }
    }
}

/// Pixels side by side that have one colour, and how many they are.
fn stretches(row: &[[u8; 4]]) -> impl Iterator<Item = (Rgb, usize)> {
    row.chunk_by(|a, b| a == b).map(|stretch| {
        let [red, green, blue, _] = stretch[0];
        ([red, green, blue], stretch.len())
    })
}

/// The number of the colour that is nearest, the first of those that are equally near.
fn nearest(palette: &[Rgb], color: Rgb) -> u8 {
    let distance = |other: &Rgb| -> u32 {
        let channels = other.iter().zip(color);
        channels.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let at = (0..palette.len()).min_by_key(|&at| distance(&palette[at]));
    at.unwrap_or(0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgba(colors: &[Rgb]) -> Vec<u8> {
        colors.iter().flat_map(|&[r, g, b]| [r, g, b, 255]).collect()
    }

    #[test]
    fn the_commonest_colour_is_the_first_of_the_palette() {
        let [white, blue] = [[255; 3], [0, 0, 200]];
        let rows = [blue, white, white, blue, white, white, white, white, blue];
        let picture = Indexed::new(&rgba(&rows), 3);
        assert_eq!(picture.palette, [white, blue].concat());
        assert_eq!(picture.pixels, [1, 0, 0, 1, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn a_rare_colour_beyond_the_palette_becomes_the_nearest() {
        let grey = |step: u16| [(step % 256) as u8; 3];
        let mut colors: Vec<Rgb> = (0..512).map(grey).collect();
        colors.push([9, 9, 12]);
        assert_eq!(colors.len(), 19 * 27);
        let picture = Indexed::new(&rgba(&colors), 27);
        assert_eq!(picture.palette.len(), 3 * MOST);
        let last = usize::from(picture.pixels[512]) * 3;
        assert_eq!(picture.palette[last..last + 3], [10, 10, 10]);
    }
}
