//! What of a PNG file is picture (Portable Network Graphics, third edition, 5): a book that
//! is passed on must not tell who drew it, where and with what.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Ancillary chunks that say how pixels are to look.
const KEPT: [&[u8; 4]; 8] =
    [b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"pHYs"];

/// The file with nothing in it but the picture and how its colours are meant; nothing if it
/// is not whole.
pub(super) fn bare(file: &[u8]) -> Option<Vec<u8>> {
    let mut rest = file.strip_prefix(SIGNATURE)?;
    let mut bare = SIGNATURE.to_vec();
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
        let kind: &[u8; 4] = rest.get(4..8)?.try_into().ok()?;
        // Length, kind and check sum are four bytes each.
        let chunk = rest.get(..12 + usize::try_from(length).ok()?)?;
        if kind[0].is_ascii_uppercase() || KEPT.contains(&kind) {
            bare.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(bare);
        }
        rest = &rest[chunk.len()..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::raster;

    #[test]
    fn a_bare_file_has_the_picture_and_no_word_about_it() {
        let file = raster::png(&image::DynamicImage::new_rgb8(9, 9)).expect("a PNG file");
        let header = SIGNATURE.len() + 25;
        let mut talking = file[..header].to_vec();
        talking.extend(b"\0\0\0\x0ctEXtAuthor\0Erika\0\0\0\0");
        talking.extend(&file[header..]);
        talking.extend(b"and more behind it");
        assert_eq!(bare(&talking), Some(file));
        assert_eq!(bare(&talking[..60]), None);
        assert_eq!(bare(b""), None);
    }
}
