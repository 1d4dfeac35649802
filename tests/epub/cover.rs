//! The cover that is made where a guide names none.

use offprint::document::Document;
use offprint::product::{BookOptions, FontSet, book};

use crate::support::guides;
use crate::{read, sample};

fn picture(document: &Document) -> image::RgbImage {
    let mut fonts = FontSet::bundled_only();
    let made = book(document, &mut fonts, &BookOptions::default()).expect("a book");
    let again = book(document, &mut fonts, &BookOptions::default()).expect("a book");
    assert_eq!(made.bytes, again.bytes);
    let files = read::files(&made.bytes);
    let package = &read::file(&files, "content.opf").text;
    assert!(package.contains("properties=\"cover-image\""), "{package}");
    assert!(package.contains(">alternativeText<"), "{package}");
    let nav = &read::file(&files, "nav.xhtml").text;
    assert!(nav.contains("<a epub:type=\"cover\" href=\"cover.xhtml\">"), "{nav}");
    let bytes = read::bytes(&made.bytes, "OEBPS/cover.png");
    image::load_from_memory(&bytes).expect("a picture").to_rgb8()
}

/// How many pixels of an area are not white.
fn ink(
    picture: &image::RgbImage,
    rows: std::ops::Range<u32>,
    columns: std::ops::Range<u32>,
) -> usize {
    let mut count = 0;
    for y in rows {
        for x in columns.clone() {
            count += usize::from(picture.get_pixel(x, y).0 != [255; 3]);
        }
    }
    count
}

#[test]
fn a_cover_shows_title_sections_and_author_within_its_margins() {
    let cover = picture(&guides::embedded());
    assert_eq!(cover.dimensions(), (1600, 2560));
    assert!(ink(&cover, 184..1130, 128..1472) > 50_000, "the title");
    assert!(ink(&cover, 1180..2290, 128..1472) > 500_000, "the sections");
    assert!(ink(&cover, 2380..2460, 128..1472) > 1_000, "the author");
    for columns in [0..120, 1480..1600] {
        assert_eq!(ink(&cover, 60..2560, columns), 0, "what is printed stays inside");
    }
    assert_eq!(ink(&cover, 1150..1180, 0..1600), 0, "the title ends before the sections");
}

#[test]
fn no_title_breaks_a_cover() {
    for mut document in sample::hostile() {
        // What is no date is refused; the rest may be anything.
        if document.meta.date.take().is_some() {
            document.meta.date = Some(String::from("2026-11-30"));
        }
        let cover = picture(&document);
        for columns in [0..100, 1500..1600] {
            assert_eq!(ink(&cover, 60..2560, columns), 0, "{:?}", document.meta.title);
        }
    }
}
