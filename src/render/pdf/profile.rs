//! The colours' meaning: an sRGB profile for the output intent (ISO 32000-1, 14.11.5).
//!
//! Made from the published figures of IEC 61966-2-1 and the layout of ICC.1:2010
//! (version 4): three colorants under D50, one transfer curve for all three.

/// The profile's bytes.
pub(super) fn srgb() -> Vec<u8> {
    let tags: [(&[u8; 4], Vec<u8>); 7] = [
        (b"desc", unicode("sRGB")),
        (b"cprt", unicode("CC0")),
        (b"wtpt", xyz([0xf6d6, 0x1_0000, 0xd32d])),
        (b"rXYZ", xyz([0x6fa0, 0x38f5, 0x0390])),
        (b"gXYZ", xyz([0x6297, 0xb787, 0x18da])),
        (b"bXYZ", xyz([0x249f, 0x0f84, 0xb6c3])),
        (b"chad", chromatic_adaptation()),
    ];
    let curve = transfer_curve();
    let shared: [&[u8; 4]; 3] = [b"rTRC", b"gTRC", b"bTRC"];
    let count = tags.len() + shared.len();
    let mut table = (count as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + count * 12;
    let mut entry = |tag: &[u8; 4], at: usize, length: usize| {
        table.extend_from_slice(tag);
        table.extend_from_slice(&((start + at) as u32).to_be_bytes());
        table.extend_from_slice(&(length as u32).to_be_bytes());
    };
    for (tag, bytes) in &tags {
        entry(tag, data.len(), bytes.len());
        data.extend_from_slice(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    for tag in shared {
        entry(tag, data.len(), curve.len());
    }
    data.extend_from_slice(&curve);
    let mut profile = header((start + data.len()) as u32);
    profile.extend_from_slice(&table);
    profile.extend_from_slice(&data);
    profile
}

/// The head of a profile (ICC.1:2010, 7.2).
fn header(size: u32) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend_from_slice(&size.to_be_bytes());
    header.extend_from_slice(&[0; 4]);
    header.extend_from_slice(&[4, 0x20, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    // Made on the first of January 2000, at midnight.
    header.extend([2000_u16, 1, 1, 0, 0, 0].into_iter().flat_map(u16::to_be_bytes));
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    // The illuminant of the connection space, D50.
    header.extend([0xf6d6_u32, 0x1_0000, 0xd32d].into_iter().flat_map(u32::to_be_bytes));
    header.resize(128, 0);
    header
}

/// Numbers in 65,536ths, in a type that has them after its name.
fn numbers(kind: [u8; 4], numbers: &[i32]) -> Vec<u8> {
    let mut bytes = kind.to_vec();
    bytes.extend_from_slice(&[0; 4]);
    bytes.extend(numbers.iter().flat_map(|n| n.to_be_bytes()));
    bytes
}

fn xyz(colour: [i32; 3]) -> Vec<u8> {
    numbers(*b"XYZ ", &colour)
}

/// From the white of sRGB, D65, to D50, by the Bradford transform.
fn chromatic_adaptation() -> Vec<u8> {
    let rows =
        [0x1_0c42, 0x05de, -0x0cd7, 0x0793, 0xfd94, -0x045c, -0x025d, 0x03da, 0xc075];
    numbers(*b"sf32", &rows)
}

/// ((x + 0.055) / 1.055) ^ 2.4 above 0.04045, x / 12.92 below (ICC.1:2010, 10.16).
fn transfer_curve() -> Vec<u8> {
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    let parameters: [i32; 5] = [0x2_6666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b];
    curve.extend(parameters.iter().flat_map(|n| n.to_be_bytes()));
    curve
}

/// A text in one language (ICC.1:2010, 10.13).
fn unicode(text: &str) -> Vec<u8> {
    let mut bytes = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    bytes.extend_from_slice(&(units.len() as u32).to_be_bytes());
    bytes.extend_from_slice(&28_u32.to_be_bytes());
    bytes.extend_from_slice(&units);
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = super::srgb();
        assert_eq!(profile[..4], (profile.len() as u32).to_be_bytes());
        assert_eq!(&profile[36..40], b"acsp");
        assert!(profile.len() < 600);
    }
}
