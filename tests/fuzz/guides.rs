//! Changed guides, the whole way to files that others judge: some dozens at each `cargo test`,
//! ten thousand where they are asked for. No compiler of nightly is needed, and no fuzzer.

use std::any::Any;
use std::fs;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use offprint::product::FontSet;

use crate::support::{file, folder, guides, validators};

use super::changed::Changer;
use super::whole::{self, Made};
use super::{dictionary, files};

/// The guides of the short run.
const SHORT: Range<u64> = 0..36;
/// Those of the long one, unless `OFFPRINT_GUIDES` says others: `2000..4000`.
const LONG: Range<u64> = 0..10_000;
/// Of so many guides one has its PDF files judged by qpdf.
const QPDF: u64 = 10;
/// Of so many guides one has its book judged by `EPUBCheck`.
const EPUBCHECK: u64 = 20;
/// No guide takes longer.
const SLOWEST: Duration = Duration::from_mins(1);

#[test]
fn changed_guides_are_whole_in_every_product() {
    run("guides", SHORT);
}

#[test]
#[ignore = "takes most of an hour"]
fn ten_thousand_changed_guides_are_whole_in_every_product() {
    let asked = std::env::var("OFFPRINT_GUIDES").ok();
    let range = asked.map_or(LONG, |range| {
        let (from, to) = range.split_once("..").expect("FROM..TO");
        from.parse().expect("a number")..to.parse().expect("a number")
    });
    run(&format!("guides-{}", range.start), range);
}

/// Makes the guides of these numbers, and has some judged; all that was found is told at
/// the end.
fn run(name: &str, numbers: Range<u64>) {
    let changer = changer();
    let books = folder(&format!("fuzz/{name}"));
    let mut fonts = FontSet::bundled_only();
    let mut finds = Vec::new();
    let mut tally = Tally::default();
    for number in numbers {
        let guide = changer.guide(number);
        let begun = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| whole::make(guide.as_bytes(), &mut fonts)))
        {
            Ok(made) => tally.add(&made, number, &books, &mut finds),
            Err(panic) => finds.push(format!("{number}: {}", said(&*panic))),
        }
        if begun.elapsed() > SLOWEST {
            finds.push(format!("{number}: took {:?}", begun.elapsed()));
        }
        tally.slowest = tally.slowest.max((begun.elapsed(), number));
        if finds.last().is_some_and(|find| find.starts_with(&format!("{number}: "))) {
            file(&format!("fuzz/{name}-{number}.md"), guide.as_bytes());
        }
    }
    for (book, words) in validators::epubcheck_all(&books).unwrap_or_default() {
        tally.judged_books += 1;
        finds.extend(words.map(|words| format!("{}: {words}", book.display())));
    }
    tally.tell();
    assert!(finds.is_empty(), "{} finds:\n{}", finds.len(), finds.join("\n"));
}

/// What was made.
#[derive(Default)]
struct Tally {
    guides: usize,
    pdfs: usize,
    books: usize,
    judged_pdfs: usize,
    judged_books: usize,
    slowest: (Duration, u64),
}

impl Tally {
    fn tell(&self) {
        let Self { guides, pdfs, books, judged_pdfs, judged_books, slowest } = self;
        eprintln!("{guides} guides: {pdfs} PDF files, {judged_pdfs} of them judged");
        eprintln!("{books} books, {judged_books} of them judged; slowest: {slowest:?}");
    }

    fn add(&mut self, made: &Made, number: u64, books: &Path, finds: &mut Vec<String>) {
        self.guides += 1;
        self.pdfs += made.pdfs.len();
        self.books += made.epub.iter().len();
        if number.is_multiple_of(QPDF) {
            for pdf in &made.pdfs {
                let Some((fine, words)) = judged_by_qpdf(books, pdf) else { continue };
                self.judged_pdfs += 1;
                finds.extend((!fine).then(|| format!("{number}: qpdf: {words}")));
            }
        }
        if let Some(epub) =
            made.epub.as_ref().filter(|_| number.is_multiple_of(EPUBCHECK))
        {
            fs::write(books.join(format!("{number}.epub")), epub).expect("written");
        }
    }
}

/// Whether qpdf has nothing against a file, and what it says; nothing where it is not there.
fn judged_by_qpdf(folder: &Path, pdf: &[u8]) -> Option<(bool, String)> {
    let path = folder.join("judged.pdf");
    fs::write(&path, pdf).expect("written");
    let mut qpdf = validators::tool("qpdf")?;
    Some(validators::output(qpdf.arg("--check").arg(path)))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
    words.unwrap_or("a panic without words").to_owned()
}

/// Changes the real guides that there are, the embedded one, and what was once found.
fn changer() -> Changer {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    let folders = ["corpus/markdown", "finds/markdown", "finds/guides"];
    let small = folders.iter().flat_map(|folder| files(&here.join(folder)));
    let small = small.map(|(_, bytes)| bytes);
    let real =
        guides::paths().into_iter().map(|path: PathBuf| fs::read(path).expect("a guide"));
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let words = dictionary(&here.join("markdown.dict"));
    Changer::new(
        real.chain(small).map(text).collect(),
        words.into_iter().map(text).collect(),
    )
}
