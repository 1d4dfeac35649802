//! Pictures of a guide, looked for in the finished files.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use lopdf::{Dictionary, Document, Object};

use crate::support::command::PROGRAM;
use crate::support::validators;

const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"
    onload="alert(1)"><script>alert(2)</script><style>@import url(http://example.org/x.css);
    </style><rect x="2" y="2" width="92" height="44" fill="#b85c1e"/>
    <text x="10" y="30">Hi</text></svg>"##;

const GUIDE: &str = "---\ncover: a/photo.jpg\n---\n# Guide\n\n## 1. Part\n\n\
    ### Q1: A photograph?\n\nOne: ![A coloured square](a/photo.jpg)\n\n\
    ### Q2: A sign?\n\n![A red disc](disc.png)\n\nRed.\n\n\
    ### Q3: A drawing?\n\n- ![A box](box.svg)\n\nBox.\n";

/// A folder with the guide and its pictures.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("a")).expect("a folder");
    let photo = RgbImage::from_fn(2000, 1000, |x, y| {
        Rgb([(x / 8) as u8, (y / 4) as u8, ((x ^ y) / 8) as u8])
    });
    let disc = RgbaImage::from_fn(60, 60, |x, y| {
        let inside = (x as i32 - 30).pow(2) + (y as i32 - 30).pow(2) < 800;
        Rgba([220, 20, 20, if inside { 255 } else { 0 }])
    });
    save(&folder.path().join("a/photo.jpg"), &photo.into(), ImageFormat::Jpeg);
    save(&folder.path().join("disc.png"), &disc.into(), ImageFormat::Png);
    fs::write(folder.path().join("box.svg"), DRAWING).expect("written");
    fs::write(folder.path().join("guide.md"), GUIDE).expect("written");
    folder
}

fn save(path: &Path, pixels: &DynamicImage, format: ImageFormat) {
    pixels.save_with_format(path, format).expect("written");
}

fn offprint(folder: &Path, line: &str) -> Output {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).args(line.split_whitespace());
    command.output().expect("offprint runs")
}

fn done(folder: &Path, line: &str) {
    let output = offprint(folder, line);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}: {said}");
}

/// The images of a PDF, soft masks aside, and the texts of its figures.
fn images(path: &Path) -> (Vec<Dictionary>, Vec<String>) {
    let pdf = Document::load(path).expect("a PDF");
    let name = |dictionary: &Dictionary, key: &[u8]| {
        dictionary.get(key).and_then(Object::as_name).unwrap_or_default().to_vec()
    };
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let masks: Vec<_> = streams
        .clone()
        .filter_map(|stream| {
            stream.dict.get(b"SMask").and_then(Object::as_reference).ok()
        })
        .collect();
    let images = pdf.objects.iter().filter(|(id, _)| !masks.contains(id));
    let images = images.filter_map(|(_, object)| object.as_stream().ok());
    let images = images.filter(|stream| name(&stream.dict, b"Subtype") == b"Image");
    let elements = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let figures = elements.filter(|element| name(element, b"S") == b"Figure");
    let texts = figures.map(|figure| {
        lopdf::decode_text_string(figure.get(b"Alt").expect("Alt")).expect("text")
    });
    (images.map(|image| image.dict.clone()).collect(), texts.collect())
}

#[test]
fn pages_show_pictures_with_their_texts() {
    let folder = folder();
    done(folder.path(), "sheet guide.md --strict --columns 4");
    done(folder.path(), "cards guide.md --strict");
    for name in ["guide-sheet.pdf", "guide-cards.pdf"] {
        let path = folder.path().join(name);
        let (images, mut texts) = images(&path);
        texts.sort();
        assert_eq!(texts, ["A box", "A coloured square", "A red disc"], "{name}");
        let number =
            |image: &Dictionary, key: &[u8]| image.get(key).and_then(Object::as_i64).ok();
        let size = |image| (number(image, b"Width"), number(image, b"Height"));
        let photo = images.iter().find(|image| {
            image.get(b"Filter").and_then(Object::as_name).ok() == Some(b"DCTDecode")
        });
        let (wide, high) = size(photo.expect("a JPEG image"));
        // At 300 to the inch no column of a sheet is 2,000 pixels wide.
        assert!(wide.is_some_and(|wide| (400..1200).contains(&wide)), "{name}: {wide:?}");
        let (wide, high) = (wide.expect("a width"), high.expect("a height"));
        assert!((wide - high * 2).abs() <= 2, "{wide} by {high}");
        let disc = images.iter().find(|image| size(image) == (Some(60), Some(60)));
        assert!(disc.expect("the disc").has(b"SMask"), "{name}");
        // One inch by half an inch, drawn as finely as it prints.
        let drawing = images.iter().find(|image| size(image) == (Some(300), Some(150)));
        assert!(drawing.is_some(), "{name}: {images:?}");
        if let Some(mut qpdf) = validators::tool("qpdf") {
            let (sound, said) = validators::output(qpdf.arg("--check").arg(&path));
            assert!(sound, "{said}");
        }
    }
    let first = fs::read(folder.path().join("guide-sheet.pdf")).expect("read");
    done(folder.path(), "sheet guide.md -o again.pdf --columns 4");
    assert!(fs::read(folder.path().join("again.pdf")).expect("read") == first);
}

/// Whether an operator of a page's content sets a colour that is no grey.
fn is_coloured(pdf: &Document) -> bool {
    pdf.get_pages().values().any(|&page| {
        let content = pdf.get_and_decode_page_content(page).expect("content");
        content.operations.iter().any(|operation| {
            matches!(operation.operator.as_str(), "rg" | "RG" | "k" | "K" | "sc" | "scn")
        })
    })
}

#[test]
fn grey_pages_have_no_other_colour() {
    let folder = folder();
    for (command, name) in [("sheet", "guide-sheet.pdf"), ("cards", "guide-cards.pdf")] {
        for grey in [false, true] {
            let option = if grey { "--grey" } else { "" };
            done(folder.path(), &format!("{command} guide.md --strict {option}"));
            let path = folder.path().join(name);
            let (images, texts) = images(&path);
            let grey_image = |image: &Dictionary| {
                let space = image.get(b"ColorSpace").and_then(Object::as_name);
                space.expect("a colour space") == b"DeviceGray"
            };
            assert_eq!((images.len(), texts.len()), (3, 3), "{name}");
            assert_eq!(images.iter().all(grey_image), grey, "{name}: {images:?}");
            let pdf = Document::load(&path).expect("a PDF");
            assert_eq!(is_coloured(&pdf), !grey, "{name}");
        }
    }
}

#[test]
fn a_card_whose_picture_changed_is_printed_again() {
    let folder = folder();
    let changed = |expected: &str| {
        let output = offprint(folder.path(), "cards guide.md -v --changed-since before");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(expected), "{said}");
    };
    done(folder.path(), "cards guide.md --lock before");
    changed("0 new, 0 changed");
    let box_ = DRAWING.replace("Hi", "Ho");
    fs::write(folder.path().join("box.svg"), box_).expect("written");
    changed("0 new, 1 changed");
    changed("changed  Q3 A drawing?");
}

/// The bytes of a JPEG or PNG file with a place, a name and a comment in it.
fn telling(file: &[u8]) -> Vec<u8> {
    let (at, said) = if file.starts_with(b"\x89PNG") {
        (33, b"\0\0\0\x0ctEXtAuthor\0Erika\xa4\x8d\x5f\x81".as_slice())
    } else {
        (2, b"\xFF\xFE\0\x0f48N 11E Erika".as_slice())
    };
    [&file[..at], said, &file[at..]].concat()
}

#[test]
fn what_pictures_tell_beside_themselves_is_not_passed_on() {
    let folder = folder();
    let pixels = RgbImage::from_fn(60, 40, |x, y| Rgb([x as u8 * 4, y as u8 * 6, 9]));
    for (name, format) in
        [("a/photo.jpg", ImageFormat::Jpeg), ("disc.png", ImageFormat::Png)]
    {
        let path = folder.path().join(name);
        save(&path, &pixels.clone().into(), format);
        let file = telling(&fs::read(&path).expect("read"));
        fs::write(&path, file).expect("written");
    }
    done(folder.path(), "all guide.md --strict");
    let has = |bytes: &[u8]| bytes.windows(5).any(|word| word == b"Erika");
    for name in ["guide-sheet.pdf", "guide-cards.pdf", "guide.epub"] {
        assert!(!has(&fs::read(folder.path().join(name)).expect("read")), "{name}");
    }
    let book = fs::File::open(folder.path().join("guide.epub")).expect("a book");
    let mut book = zip::ZipArchive::new(book).expect("a zip file");
    let mut files = Vec::new();
    book.by_name("OEBPS/pictures/1.jpg")
        .expect("it")
        .read_to_end(&mut files)
        .expect("read");
    // Not made anew: a photograph does not get better by that.
    assert!(
        fs::read(folder.path().join("a/photo.jpg"))
            .expect("read")
            .ends_with(&files[20..])
    );
}

#[test]
fn a_book_has_pictures_and_the_cover_that_is_named() {
    let folder = folder();
    done(folder.path(), "epub guide.md --strict");
    let path = folder.path().join("guide.epub");
    let file = fs::File::open(&path).expect("a book");
    let mut book = zip::ZipArchive::new(file).expect("a zip file");
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        let mut entry = book.by_name(name).unwrap_or_else(|_| panic!("{name}"));
        entry.read_to_end(&mut bytes).expect("read");
        bytes
    };
    let text = String::from_utf8(read("OEBPS/section-1.xhtml")).expect("UTF-8");
    for tag in [
        r#"<img src="pictures/1.jpg" alt="A coloured square"/>"#,
        r#"<img src="pictures/2.png" alt="A red disc"/>"#,
        r#"<img src="pictures/3.svg" alt="A box"/>"#,
    ] {
        assert!(text.contains(tag), "{tag} is not in {text}");
    }
    let size = |bytes: &[u8], format| {
        let pixels = image::load_from_memory_with_format(bytes, format).expect("pixels");
        (pixels.width(), pixels.height(), pixels.color().has_alpha())
    };
    let photo = size(&read("OEBPS/pictures/1.jpg"), ImageFormat::Jpeg);
    assert_eq!(photo, (1600, 800, false));
    assert_eq!(size(&read("OEBPS/cover.jpg"), ImageFormat::Jpeg), photo);
    let disc = size(&read("OEBPS/pictures/2.png"), ImageFormat::Png);
    assert_eq!(disc, (60, 60, false));
    let drawing = String::from_utf8(read("OEBPS/pictures/3.svg")).expect("UTF-8");
    for bad in ["script", "alert", "onload", "example.org", "import", "style>"] {
        assert!(!drawing.contains(bad), "{bad} is in {drawing}");
    }
    assert!(drawing.contains("#b85c1e"), "{drawing}");
    let package = String::from_utf8(read("OEBPS/content.opf")).expect("UTF-8");
    assert!(package.contains("image/svg+xml") && package.contains(">visual<"));
    if let Some(mut epubcheck) = validators::tool("epubcheck") {
        let (done, said) = validators::output(epubcheck.arg(&path));
        assert!(done, "{said}");
    }
}

/// A PNG file that says it is so large and has nothing more to say.
fn bomb(edge: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(edge.to_be_bytes());
    chunk.extend(edge.to_be_bytes());
    chunk.extend([8, 6, 0, 0, 0]);
    let mut checksum = flate2::Crc::new();
    checksum.update(&chunk);
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    file.extend(chunk);
    file.extend(checksum.sum().to_be_bytes());
    file.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    file
}

#[test]
fn what_is_no_picture_or_not_ours_is_named_with_its_line() {
    let folder = folder();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).expect("a folder");
    let disc = fs::read(folder.path().join("disc.png")).expect("read");
    fs::write(inside.join("bomb.png"), bomb(100_000)).expect("written");
    fs::write(inside.join("cut.png"), &disc[..disc.len() / 2]).expect("written");
    fs::write(inside.join("words.png"), "no picture").expect("written");
    let laughs = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
    fs::write(inside.join("deep.svg"), laughs.to_owned() + &"<g>".repeat(50_000))
        .expect("written");
    let mut cases = vec![
        ("bomb.png", "too"),
        ("cut.png", "broken"),
        ("words.png", "no picture"),
        ("deep.svg", "too complicated"),
        ("none.png", "no such file"),
        ("../disc.png", "outside"),
        ("/etc/hostname", "outside"),
        ("http://127.0.0.1:9/x.png", "nothing is fetched"),
    ];
    if cfg!(unix) {
        #[cfg(unix)]
        std::os::unix::fs::symlink("../disc.png", inside.join("link.png"))
            .expect("a link");
        cases.push(("link.png", "outside"));
    }
    for (source, reason) in cases {
        let guide = format!("## S\n\n### Q1: A?\n\n![Words for it]({source})\n");
        fs::write(inside.join("g.md"), guide).expect("written");
        for command in ["sheet", "cards", "epub"] {
            let output = offprint(&inside, &format!("{command} g.md -o out"));
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{source}: {said}");
            let named = said.contains("g.md:5:1") && said.contains(reason);
            assert!(named, "{command} {source}: {said}");
        }
        fs::remove_file(inside.join("out")).expect("a file");
        let output = offprint(&inside, "sheet g.md -o out --strict");
        assert_eq!(output.status.code(), Some(1), "{source}");
        assert!(!inside.join("out").exists());
    }
    fs::write(inside.join("g.md"), "## S\n\n### Q1: A?\n\n![Disc](../disc.png)\n")
        .expect("written");
    done(&inside, "sheet g.md -o out.pdf --strict --allow-outside");
    assert_eq!(images(&inside.join("out.pdf")).1, ["Disc"]);
}

#[test]
fn a_cover_that_cannot_be_shown_is_named_and_one_drawn() {
    let folder = folder();
    fs::write(folder.path().join("g.md"), "---\ncover: none.png\n---\n## S\n\nText.\n")
        .expect("written");
    let output = offprint(folder.path(), "epub g.md");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("the cover “none.png” is not used"), "{said}");
    let file = fs::File::open(folder.path().join("g.epub")).expect("a book");
    let book = zip::ZipArchive::new(file).expect("a zip file");
    assert!(book.index_for_name("OEBPS/cover.png").is_some());
}
