//! Pictures that are small as files and large in every other way. Each is refused, or drawn
//! within the limits; the guide is printed in any case.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::watched::{GUIDE, Watched};

/// What is said of the picture `name` with these bytes.
#[track_caller]
fn shown(name: &str, bytes: &[u8]) -> String {
    let watched = Watched::new();
    watched.put(name, bytes);
    watched.put("guide.md", format!("{GUIDE}\n![a picture]({name})\n"));
    let run = watched.run("all guide.md -d out");
    run.did(&["guide.epub"]);
    run.said
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], words: &str) {
    let said = shown(name, bytes);
    assert!(said.contains("warning: the picture") && said.contains(words), "{said}");
}

/// `count` zeros, as they are compressed in PNG files.
fn zeros(count: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let block = vec![0; 1 << 20];
    for done in (0..count).step_by(block.len()) {
        packed.write_all(&block[..block.len().min(count - done)]).expect("in memory");
    }
    packed.finish().expect("in memory")
}

fn png(size: u32, chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut head = [size.to_be_bytes(), size.to_be_bytes()].concat();
    head.extend([8, 2, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let ends = [(b"IHDR", head), (b"IEND", Vec::new())];
    let (first, last) = (&ends[..1], &ends[1..]);
    for (name, content) in first.iter().chain(chunks).chain(last) {
        file.extend((content.len() as u32).to_be_bytes());
        let body = [&name[..], content].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&body);
        file.extend(body);
        file.extend(sum.sum().to_be_bytes());
    }
    file
}

#[test]
fn png_files_that_claim_too_many_pixels() {
    refused("a.png", &png(60_000, &[(b"IDAT", zeros(1_000_000))]), "");
    refused("a.png", &png(u32::MAX, &[(b"IDAT", zeros(1000))]), "");
}

#[test]
fn png_files_with_more_behind_them_than_they_claim() {
    let gigabyte =
        zeros(if cfg!(debug_assertions) { 200_000_000 } else { 1_000_000_000 });
    let text = [b"a\0\0", &gigabyte[..]].concat();
    let pixel = zeros(4);
    for name in [b"zTXt", b"iCCP"] {
        shown("a.png", &png(1, &[(name, text.clone()), (b"IDAT", pixel.clone())]));
    }
    shown("a.png", &png(1, &[(b"IDAT", gigabyte)]));
}

#[test]
fn gif_files_that_claim_too_many_pixels_or_have_no_end_of_frames() {
    let gif = |size: u16, frames: usize| {
        let size = [size.to_le_bytes(), size.to_le_bytes()].concat();
        let frame = [&b",\0\0\0\0"[..], &size, b"\0\x02\x02L\x01\0"].concat();
        let head = [b"GIF89a", &size[..], b"\x80\0\0\0\0\0\xff\xff\xff"].concat();
        [head, frame.repeat(frames), b";".to_vec()].concat()
    };
    refused("a.gif", &gif(u16::MAX, 1), "");
    shown("a.gif", &gif(2000, 100_000));
}

/// A drawing with `content`, `size` units wide and high.
fn svg(size: u32, content: &str) -> Vec<u8> {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{size}' height='{size}'>{content}\
         </svg>"
    )
    .into_bytes()
}

#[test]
fn drawings_with_entities_of_entities() {
    let mut entities = "<!ENTITY a0 'lol'>".to_owned();
    for n in 0..9 {
        let ten = format!("&a{n};").repeat(10);
        write!(entities, "<!ENTITY a{} '{ten}'>", n + 1).expect("a string takes all");
    }
    let drawing = |entities: &str, text: &str| {
        let svg =
            String::from_utf8(svg(9, &format!("<text>{text}</text>"))).expect("text");
        format!("<!DOCTYPE svg [{entities}]>{svg}").into_bytes()
    };
    refused("a.svg", &drawing(&entities, "&a9;"), "too complicated");
    let long = format!("<!ENTITY a '{}'>", "x".repeat(100_000));
    refused("a.svg", &drawing(&long, &"&a;".repeat(20_000)), "");
    let short = format!("<!ENTITY a '{}'>", "x".repeat(1000));
    refused("a.svg", &drawing(&short, &"&a;".repeat(20_000)), "too complicated");
}

#[test]
fn drawings_that_use_their_parts_again_and_again() {
    let mut levels = "<g id='u0'><rect width='1' height='1'/></g>".to_owned();
    for n in 0..40 {
        let (next, twice) = (n + 1, format!("<use href='#u{n}'/>").repeat(2));
        write!(levels, "<g id='u{next}'>{twice}</g>").expect("a string takes all");
    }
    refused("a.svg", &svg(9, &format!("{levels}<use href='#u40'/>")), "too complicated");
    let round = "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>";
    refused("a.svg", &svg(9, round), "too complicated");
    let mut patterns = String::new();
    for n in 0..30 {
        let fill = format!("<rect width='9' height='9' fill='url(#p{n})'/>").repeat(2);
        let next = n + 1;
        write!(patterns, "<pattern id='p{next}' width='.1' height='.1'>{fill}</pattern>")
            .expect("a string takes all");
    }
    let shown = "<rect width='9' height='9' fill='url(#p30)'/>";
    refused("a.svg", &svg(9, &format!("{patterns}{shown}")), "too complicated");
}

#[test]
fn drawings_of_a_great_size() {
    shown("a.svg", &svg(1_000_000_000, "<rect width='5' height='5'/>"));
    shown("a.svg", &svg(9, "<path d='M0 0H1e9' stroke='red' stroke-dasharray='1e-6'/>"));
    let layers = "<g opacity='.5'>".repeat(150) + "<rect width='4000' height='4000'/>";
    shown("a.svg", &svg(4000, &(layers + &"</g>".repeat(150))));
    let rects = "<rect width='4000' height='4000' opacity='.5'/>".repeat(150_000);
    refused("a.svg", &svg(4000, &rects), "too complicated");
    refused("a.svg", &svg(9, &format!("<text>{}</text>", "word ".repeat(1_000_000))), "");
    shown("a.svg", &svg(9, &format!("<path d='M0 0{}'/>", " L9 9 0 3".repeat(200_000))));
}

#[test]
fn drawings_with_heavy_filters() {
    for filter in [
        "<feTurbulence baseFrequency='.1' numOctaves='1000000'/>",
        "<feMorphology radius='2000'/>",
        &"<feGaussianBlur stdDeviation='500'/>".repeat(200),
    ] {
        let content = format!(
            "<filter id='f'>{filter}</filter><rect width='4000' height='4000' \
             filter='url(#f)'/>"
        );
        refused("a.svg", &svg(4000, &content), "too complicated");
    }
    let blur = "<filter id='f'><feGaussianBlur stdDeviation='500'/></filter>";
    let content = format!("{blur}<rect width='4000' height='4000' filter='url(#f)'/>");
    shown("a.svg", &svg(4000, &content));
}
