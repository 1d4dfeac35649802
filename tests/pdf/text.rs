//! The words of a PDF as they come out again: hyphens, ligatures, glyphs with several
//! meanings, scripts.

use crate::support::pages::{Setter, a4, at};
use offprint::internals::font::Style;
use offprint::internals::frame::{FrameItem, NodeKind, Page, Pages, Said, TextRun};
use offprint::internals::pdf::{PdfOptions, pdf};
use offprint::internals::units::Em;
use offprint::product::{FontSet, SheetOptions, cheat_sheet};

use crate::support::{file, guides, pdf_tree, skipped, validators};

/// A page with a paragraph of these lines.
fn paragraph(fonts: &FontSet, lines: &[&str]) -> Vec<u8> {
    let mut pages = Pages::default();
    let tag = pages.structure.add(NodeKind::Paragraph, None);
    let mut frame = a4();
    for (row, line) in lines.iter().enumerate() {
        let y = 80.0 + 14.0 * row as f64;
        Setter::new(fonts, Style::default()).put(&mut frame, 50.0, y, line, Some(tag));
    }
    pages.pages.push(Page { frame });
    written(&pages, fonts)
}

fn written(pages: &Pages, fonts: &FontSet) -> Vec<u8> {
    let options = PdfOptions::titled("Words");
    pdf(pages, fonts, &options).unwrap()
}

/// What `pdftotext` reads, if it is here.
fn read(name: &str, bytes: &[u8]) -> Option<String> {
    let path = file(&format!("text/{name}"), bytes);
    let output = validators::tool("pdftotext")?.arg(&path).arg("-").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn ligatures_come_out_as_letters() {
    let fonts = FontSet::bundled_only();
    let bytes = paragraph(&fonts, &["office, waffle, fjord, affine → ≥ 5 × 3 ½ ✅"]);
    let text = "office, waffle, fjord, affine → ≥ 5 × 3 ½ ✅";
    assert_eq!(pdf_tree::dump(&bytes), format!("Document\n  P {text:?}\n"));
    if let Some(read) = read("ligatures.pdf", &bytes) {
        assert_eq!(read.trim_end(), text);
    }
}

#[test]
fn the_hyphen_of_a_line_break_is_a_soft_one() {
    let fonts = FontSet::bundled_only();
    let bytes =
        paragraph(&fonts, &["a well-known and well-set hy\u{ad}", "phenated word"]);
    let dump = pdf_tree::dump(&bytes);
    let words = "\"a well-known and well-set hy|\u{ad}|phenated word\""
        .replace('\u{ad}', "\\u{ad}");
    assert_eq!(dump, format!("Document\n  P {words}\n"));
    if let Some(read) = read("hyphen.pdf", &bytes) {
        assert_eq!(
            read.trim_end().replace("\u{ad}\n", ""),
            "a well-known and well-set hyphenated word"
        );
    }
}

#[test]
fn words_that_are_given_stand_for_glyphs_and_go_on_into_the_next_run() {
    let fonts = FontSet::bundled_only();
    let mut pages = Pages::default();
    let tag = pages.structure.add(NodeKind::Paragraph, None);
    let mut frame = a4();
    let runs = [
        (
            "a well-set hy\u{ad}",
            Said { bytes: 11..15, words: Some("hyphen,".to_owned()) },
        ),
        ("phen, one", Said { bytes: 0..6, words: Some(" ".to_owned()) }),
        ("x = one(", Said { bytes: 0..8, words: Some("x = one(two)".to_owned()) }),
        ("two)", Said { bytes: 0..4, words: None }),
        ("words", Said { bytes: 9..9, words: None }),
        ("none", Said { bytes: 0..4, words: None }),
    ];
    for (row, (text, said)) in runs.into_iter().enumerate() {
        let face = fonts.styled(Style::default());
        let mut run = Setter::new(&fonts, Style::default()).run(face, text, Some(tag));
        run.said.push(said);
        frame.push(at(50.0, 50.0 + 14.0 * row as f64), FrameItem::Text(run));
    }
    pages.pages.push(Page { frame });
    let bytes = written(&pages, &fonts);
    let heard = "a well-set |hyphen,| |one|x = one(two)|words| ";
    assert_eq!(pdf_tree::dump(&bytes), format!("Document\n  P {heard:?}\n"));
    if let Some(read) = read("given.pdf", &bytes) {
        assert!(read.contains("hyphen,\none\nx = one(two)\n"), "{read:?}");
    }
}

#[test]
fn a_letter_of_several_glyphs_comes_out_whole() {
    let fonts = FontSet::bundled_only();
    let text = "x\u{30a}y\u{302}\u{323} e\u{301} 👩\u{200d}💻";
    let bytes = paragraph(&fonts, &[text]);
    let words = pdf_tree::words(&lopdf::Document::load_mem(&bytes).unwrap());
    assert_eq!(words.into_values().collect::<String>(), text);
    if let Some(read) = read("accents.pdf", &bytes) {
        assert!(read.contains("x\u{30a}"), "{read:?}");
    }
}

#[test]
fn a_mark_that_no_face_has_with_its_letter_is_no_reason_to_fail() {
    let mut fonts = FontSet::bundled_only();
    // The arrow is in a face that has no plain letters, the overline in none.
    let text = "v\u{20d7} x\u{305}";
    assert_eq!(fonts.find_fallbacks(text.chars(), "en"), ['\u{305}']);
    let question = format!("# T\n\n## Q1: What is {text}?\n\nA thing.\n");
    let guide = guides::parse_bytes("guide.md", question.as_bytes());
    let made =
        cheat_sheet(&guide, &mut fonts, &SheetOptions::default()).expect("a sheet");
    let heard = pdf_tree::dump(&made.bytes);
    assert!(heard.contains(r"v\u{20d7}") && heard.contains(r"x\u{305}"), "{heard}");
}

/// A run of glyphs with the clusters given, whatever their characters are.
fn made(fonts: &FontSet, text: &str, glyphs: &str, clusters: &[u32]) -> TextRun {
    let face = fonts.styled(Style::default());
    let mut run = Setter::new(fonts, Style::default()).run(face, glyphs, None);
    assert_eq!(run.glyphs.len(), clusters.len());
    for (glyph, &cluster) in run.glyphs.iter_mut().zip(clusters) {
        glyph.cluster = cluster;
    }
    text.clone_into(&mut run.text);
    run
}

#[test]
fn glyphs_that_say_something_else_are_spoken_for() {
    let fonts = FontSet::bundled_only();
    let mut pages = Pages::default();
    let tag = pages.structure.add(NodeKind::Paragraph, None);
    let mut frame = a4();
    let runs = [
        // The glyph of A says “A” twice, and once alpha.
        made(&fonts, "AA", "AA", &[0, 1]),
        made(&fonts, "xαy", "xAy", &[0, 1, 3]),
        // Two glyphs for three characters, in the middle of others.
        made(&fonts, "b123c", "bKKc", &[0, 1, 1, 4]),
        // Right to left: the last character stands first, and is read last.
        made(&fonts, "xyz", "zyx", &[2, 1, 0]),
        made(&fonts, "\u{e000}", "Q", &[0]),
    ];
    for (row, run) in runs.into_iter().enumerate() {
        let place = at(50.0, 50.0 + 20.0 * row as f64);
        frame.push(place, FrameItem::Text(TextRun { tag: Some(tag), ..run.clone() }));
        frame.push(place + at(200.0, 0.0), FrameItem::Text(TextRun { tag: None, ..run }));
    }
    pages.pages.push(Page { frame });
    let dump = pdf_tree::dump(&written(&pages, &fonts));
    // One sequence after the other: furniture stands between the runs.
    assert_eq!(dump, "Document\n  P \"AA|x|α|y|b|123|c|xyz|\\u{e000}\"\n");
}

#[test]
fn scripts_of_cff_fonts_are_embedded_and_come_out() {
    let mut fonts = FontSet::bundled();
    let text = "日本語のテキスト、縦横。";
    if !fonts.find_fallbacks(text.chars(), "ja").is_empty() {
        skipped("no font on this system shows Japanese");
        return;
    }
    let bytes = paragraph(&fonts, &[text]);
    assert_eq!(pdf_tree::dump(&bytes), format!("Document\n  P {text:?}\n"));
    assert!(bytes.len() < 60_000, "{} bytes are no subset", bytes.len());
    if let Some(read) = read("japanese.pdf", &bytes) {
        assert_eq!(read.trim_end(), text);
    }
}

#[test]
fn words_from_right_to_left_come_out() {
    let mut fonts = FontSet::bundled();
    let text = "שלום";
    if !fonts.find_fallbacks(text.chars(), "he").is_empty() {
        skipped("no font on this system shows Hebrew");
        return;
    }
    let bytes = paragraph(&fonts, &[text]);
    if let Some(read) = read("hebrew.pdf", &bytes) {
        let plain: String = read
            .trim_end()
            .chars()
            .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}'))
            .collect();
        assert_eq!(plain, text);
    }
}

#[test]
fn glyphs_stand_where_the_run_puts_them() {
    let fonts = FontSet::bundled_only();
    let mut frame = a4();
    let face = fonts.styled(Style::default());
    let mut run = Setter::new(&fonts, Style::default()).run(face, "abc", None);
    run.glyphs[1].dy = Em::thousandths(300);
    run.glyphs[2].dx = Em::thousandths(100);
    frame.push(at(50.0, 50.0), FrameItem::Text(run));
    let pages = Pages { pages: vec![Page { frame }], ..Pages::default() };
    let bytes = written(&pages, &fonts);
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let page = document.get_pages()[&1];
    let content =
        lopdf::content::Content::decode(&document.get_page_content(page)).unwrap();
    let shown = |operation: &lopdf::content::Operation| {
        let operands: Vec<_> = operation.operands.iter().map(operand).collect();
        format!("{} {}", operands.join(" "), operation.operator)
    };
    let operators: Vec<_> = content.operations.iter().map(shown).collect();
    insta::assert_snapshot!(operators.join("\n"));
}

/// An operand as a person can read it: codes as numbers.
fn operand(object: &lopdf::Object) -> String {
    match object {
        lopdf::Object::String(codes, _) => format!("{codes:?}"),
        lopdf::Object::Array(parts) => {
            parts.iter().map(operand).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    }
}
