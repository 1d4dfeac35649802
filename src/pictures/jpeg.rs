//! What JPEG files are made of (ITU-T T.81, annex B): whether every program decodes one,
//! and what of one is picture. A photograph tells where it was taken and by whom; a book or
//! a page that is passed on must not.

/// A marker with what belongs to it.
struct Segment<'a> {
    marker: u8,
    /// The marker, its length and its parameters; of a scan also the coded picture.
    bytes: &'a [u8],
    /// The parameters alone.
    parameters: &'a [u8],
}

/// The segments of a file from its start to its end marker, both without; nothing more from
/// where the file is broken.
struct Segments<'a> {
    rest: &'a [u8],
}

const START_OF_SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

impl<'a> Segments<'a> {
    fn of(file: &'a [u8]) -> Option<Self> {
        Some(Self { rest: file.strip_prefix(&[0xFF, 0xD8])? })
    }

    fn ended(&self) -> bool {
        self.rest.starts_with(&[0xFF, END])
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let [0xFF, marker, high, low, ..] = *self.rest else { return None };
        if matches!(marker, 0x00 | 0x01 | 0xD0..=0xD9 | 0xFF) {
            return None;
        }
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let parameters = self.rest.get(4..length)?;
        let scan = if marker == START_OF_SCAN { coded(&self.rest[length..]) } else { 0 };
        let (bytes, rest) = self.rest.split_at(length + scan);
        self.rest = rest;
        Some(Segment { marker, bytes, parameters })
    }
}

/// How many bytes of a coded picture follow: up to a marker that is neither a filled-up byte
/// nor a place to start again.
fn coded(bytes: &[u8]) -> usize {
    let is_end = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7);
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}

/// Whether a file is a baseline JPEG file of grey or coloured pixels that every program
/// decodes, and then whether of grey ones.
pub(super) fn baseline(file: &[u8]) -> Option<bool> {
    for segment in Segments::of(file)? {
        match (segment.marker, segment.parameters) {
            (0xC0, [8, _, _, _, _, 1, ..]) => return Some(true),
            (0xC0, [8, _, _, _, _, 3, ..]) => return Some(false),
            // Adobe's marker may say that colours are stored otherwise than usual.
            (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCF | START_OF_SCAN, _)
            | (0xEE, [b'A', b'd', b'o', b'b', b'e', ..]) => return None,
            _ => {}
        }
    }
    None
}

/// The file with nothing in it but the picture and how its colours are meant; nothing if it
/// is not whole.
pub(super) fn bare(file: &[u8]) -> Option<Vec<u8>> {
    let mut segments = Segments::of(file)?;
    let mut bare = vec![0xFF, 0xD8];
    for segment in segments.by_ref() {
        let kept = match segment.marker {
            // JFIF, and how Adobe's programs store colours.
            0xE0 | 0xEE => true,
            0xE2 => segment.parameters.starts_with(b"ICC_PROFILE"),
            0xE1..=0xEF | 0xFE => false,
            _ => true,
        };
        if kept {
            bare.extend_from_slice(segment.bytes);
        }
    }
    segments.ended().then(|| {
        bare.extend([0xFF, END]);
        bare
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::raster;
    use image::DynamicImage;

    fn sample() -> Vec<u8> {
        let mottled = image::RgbImage::from_fn(40, 30, |x, y| {
            image::Rgb([(x * 37 % 251) as u8, (y * 91 % 241) as u8, (x * y % 239) as u8])
        });
        raster::jpeg(&DynamicImage::ImageRgb8(mottled)).expect("a JPEG file")
    }

    #[test]
    fn only_baseline_files_are_told_to_be_so() {
        let file = sample();
        assert_eq!(baseline(&file), Some(false));
        let grey = raster::jpeg(&DynamicImage::new_luma8(9, 9)).expect("grey");
        assert_eq!(baseline(&grey), Some(true));
        let at = file.windows(2).position(|two| two == [0xFF, 0xC0]).expect("SOF0");
        let mut progressive = file.clone();
        progressive[at + 1] = 0xC2;
        assert_eq!(baseline(&progressive), None);
        assert_eq!(baseline(&file[..20]), None);
        assert_eq!(baseline(b"\x89PNG"), None);
    }

    #[test]
    fn a_bare_file_has_the_picture_and_no_word_about_it() {
        let file = sample();
        let said =
            [b"\xFF\xE1\0\x12Exif\0\0GPS 48N11E".as_slice(), b"\xFF\xFE\0\x07Erika"];
        let mut talking = file[..2].to_vec();
        talking.extend(said.concat());
        talking.extend(&file[2..]);
        talking.extend(b"and a film behind it");
        let bare = bare(&talking).expect("whole");
        assert_eq!(bare, file, "the encoder says nothing but the picture");
        assert_eq!(super::bare(&talking[..talking.len() / 2]), None);
        assert_eq!(super::bare(b""), None);
    }
}
