//! The PDF back end, judged by what comes out: the finished file, read back through
//! `lopdf` and through programs of others.

mod foreign;
mod pdf_pages;
mod pdf_structure;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use offprint::font::{FontSet, Style};
use offprint::frame::Color;
use offprint::frame::{FrameItem, NodeKind, Page, Pages};
use offprint::render::pdf::{PdfOptions, pdf};
use pdf_pages::{Setter, a4, at, size};

fn options() -> PdfOptions {
    PdfOptions { title: "A sample".to_owned(), ..PdfOptions::default() }
}

fn simple(fonts: &FontSet) -> Pages {
    let mut pages = Pages::default();
    let heading = pages.structure.add(NodeKind::Heading(1), None);
    let paragraph = pages.structure.add(NodeKind::Paragraph, None);
    let mut frame = a4();
    let text = Setter::new(fonts, Style::default());
    text.sized(20.0).put(&mut frame, 50.0, 80.0, "Office AV Tofu", Some(heading));
    text.put(
        &mut frame,
        50.0,
        110.0,
        "First line of a paragraph → with ✅ and ",
        Some(paragraph),
    );
    text.put(&mut frame, 50.0, 123.0, "a second line (of two) \\ é.", Some(paragraph));
    frame.push(
        at(50.0, 90.0),
        FrameItem::Rect { size: size(200.0, 1.0), fill: Color::rgb(0xcc_0000) },
    );
    pages.pages.push(Page { frame });
    pages
}

fn write(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn said(mut command: Command) -> String {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {text}{errors}");
    assert!(errors.is_empty(), "{command:?}: {errors}");
    text
}

#[test]
fn a_page_is_written() {
    let fonts = FontSet::bundled_only();
    let bytes = pdf(&simple(&fonts), &fonts, &options()).unwrap();
    let path = write("simple.pdf", &bytes);
    if let Some(mut qpdf) = foreign::tool("qpdf") {
        qpdf.arg("--check").arg(&path);
        println!("{}", said(qpdf));
    }
}

#[test]
fn the_sample_is_written() {
    let fonts = FontSet::bundled_only();
    let bytes = pdf(&pdf_pages::sample::sample(&fonts), &fonts, &options()).unwrap();
    write("sample.pdf", &bytes);
    println!("{}", pdf_structure::dump(&bytes));
}
