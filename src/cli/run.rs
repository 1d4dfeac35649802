//! Doing a job: read, select, make, write.

use std::path::Path;

use super::job::{Guide, Job, Product, Target, Task};
use super::pictures;
use super::read;
use super::reprint::{Again, Reprint, Reprinted};
use super::say::Voice;
use super::stocks;
use super::write::{self, Output};
use crate::diagnostic::{Error, Result};
use crate::document::Document;
use crate::font::FontSet;
use crate::pictures::Pictures;
use crate::product::{self, BookOptions, CardOptions, Made, PageList, SheetOptions};
use crate::select::{self, Deck, Listing};

/// Runs `job`. What there is to say on the way, `voice` hears; files appear only when all
/// is made and nothing speaks against it.
pub fn run(job: &Job, voice: &mut Voice) -> Result<()> {
    match &job.task {
        Task::Stocks => return write::to_output(stocks::list().as_bytes()),
        Task::Calibrate(options, target) => {
            let made = product::calibration(&FontSet::bundled_only(), options)?;
            return deliver(job, &[(made, target)], None, voice);
        }
        Task::Make { .. } | Task::List { .. } | Task::Tree(_) => {}
    }
    let input = read::read(&job.guides, job.about.question_style)?;
    let folders = input.folders;
    voice.know(&input.document.sources, input.texts);
    voice.hear(input.diagnostics);
    voice.verdict_on_errors()?;
    let mut document = input.document;
    job.about.apply(&mut document.meta);
    let whole = compares(&job.task).then(|| document.clone());
    let document = select::filter(document, &job.selection)?;
    match &job.task {
        Task::List { json } => {
            let list = list(&document, *json)?;
            voice.verdict()?;
            write::to_output(list.as_bytes())
        }
        Task::Tree(target) => {
            let bytes = json(&document)?;
            let made = Made::plain(bytes);
            deliver(job, &[(made, target)], None, voice)
        }
        Task::Make { products, dir, report, reprint } => {
            let mut fonts = FontSet::bundled();
            job.font_dirs.iter().try_for_each(|dir| fonts.add_dir(dir))?;
            let pictures = pictures::gather(&document, &folders, job.allow_outside);
            let pictures = &pictures;
            let mut files: Vec<(Made, &Target)> = Vec::new();
            let mut lock = None;
            for (product, target) in products {
                let pages =
                    files.iter().find_map(|(made, target)| page_list(made, target));
                let mut cards = None;
                if let Product::Cards(options) | Product::CardSides(options, _) = product
                {
                    let again = Again { whole: whole.as_ref(), reprint };
                    let again = again.cards(&document, options)?;
                    if say_changes(&again, reprint, voice)? {
                        return Ok(());
                    }
                    lock = Some(again.lock);
                    cards = Some(again.deck);
                }
                let mut maker = Maker {
                    document: &document,
                    pictures,
                    fonts: &mut fonts,
                    pages,
                    cards,
                };
                for (mut made, target) in maker.make(product, target)? {
                    voice.hear(std::mem::take(&mut made.diagnostics));
                    files.push((made, target));
                }
            }
            if let (Some(target), Some(lock)) = (&reprint.lock, &lock) {
                files.push((Made::plain(json(lock)?), target));
            }
            let measured = files.iter().find_map(|(made, _)| made.report.as_ref());
            if let (Some(target), Some(measured)) = (report, measured) {
                let bytes = json(measured)?;
                files.push((Made::plain(bytes), target));
            }
            deliver(job, &files, dir.as_deref(), voice)?;
            if products
                .iter()
                .any(|(product, _)| matches!(product, Product::CardSides(..)))
            {
                voice.say_advice(REFEED);
            }
            Ok(())
        }
        // Both are done with before a guide is read.
        Task::Stocks | Task::Calibrate(..) => Ok(()),
    }
}

/// Whether cards are compared with a record, for which the whole guide is needed.
fn compares(task: &Task) -> bool {
    matches!(task, Task::Make { reprint: Reprint { since: Some(_), .. }, .. })
}

/// What a person does with fronts and backs in two files.
const REFEED: &str = "print the file of fronts on one side; put the stack back as it came, \
    turned so that its blank side gets printed, top of the page where it was; then print \
    the file of backs, which begins with the first sheet. If your printer draws in the last \
    sheet first, print the backs in reverse order. Try it with two sheets before all";

fn list(document: &Document, json: bool) -> Result<String> {
    let list = Listing::new(document);
    if !json {
        return Ok(list.to_string());
    }
    let json = serde_json::to_string_pretty(&list).map_err(|e| json_error(&e))?;
    Ok(json + "\n")
}

/// Nobody reads more, in bytes; then white space would only keep it from being read again.
const MOST_READABLE: usize = 16 << 20;

/// Anything as JSON that a person can read too, ended by a line break.
fn json(value: &impl serde::Serialize) -> Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(value).map_err(|e| json_error(&e))?;
    if json.len() > MOST_READABLE {
        json = serde_json::to_vec(value).map_err(|e| json_error(&e))?;
    }
    json.push(b'\n');
    Ok(json)
}

fn json_error(error: &serde_json::Error) -> Error {
    Error::Render { format: "JSON", reason: error.to_string() }
}

/// The pages that a sheet has for a book of the same run.
fn page_list(sheet: &Made, target: &Target) -> Option<PageList> {
    let Target::File(path) = target else { return None };
    let source = path.file_name()?.to_string_lossy().into_owned();
    let pages = sheet.places.clone();
    (!pages.is_empty()).then_some(PageList { source, pages })
}

/// What products are made from.
struct Maker<'a> {
    document: &'a Document,
    pictures: &'a Pictures,
    fonts: &'a mut FontSet,
    /// The pages of the sheet, for a book of the same run.
    pages: Option<PageList>,
    /// What of the document is to be printed as cards.
    cards: Option<Deck>,
}

impl Maker<'_> {
    /// The files that a product comes out as, and where each goes.
    fn make<'t>(
        &mut self,
        product: &'t Product,
        target: &'t Target,
    ) -> Result<Vec<(Made, &'t Target)>> {
        let (document, cards) = (self.document, self.cards.take().unwrap_or_default());
        let made = match product {
            Product::Sheet(options) => {
                let pictures = self.pictures.clone();
                let options = SheetOptions { pictures, ..options.clone() };
                product::cheat_sheet(document, self.fonts, &options)?
            }
            Product::Cards(options) => {
                let options = self.with_pictures(options);
                product::flashcards_of(document, &cards, self.fonts, &options)?
            }
            Product::CardSides(options, back_target) => {
                let options = self.with_pictures(options);
                let (fronts, backs) =
                    product::fronts_and_backs_of(document, &cards, self.fonts, &options)?;
                return Ok(vec![(fronts, target), (backs, back_target)]);
            }
            Product::Anki(options) => product::anki_notes(document, options)?,
            Product::Book(options) => {
                let (pages, pictures) = (self.pages.take(), self.pictures.clone());
                let options = BookOptions { pages, pictures, ..options.clone() };
                product::book(document, self.fonts, &options)?
            }
        };
        Ok(vec![(made, target)])
    }

    fn with_pictures(&self, options: &CardOptions) -> CardOptions {
        CardOptions { pictures: self.pictures.clone(), ..options.clone() }
    }
}

/// Says what became of the cards since a record was written; whether there is nothing to
/// print.
fn say_changes(cards: &Reprinted, reprint: &Reprint, voice: &mut Voice) -> Result<bool> {
    let (Some(changes), Some(since)) = (&cards.changes, &reprint.since) else {
        return Ok(false);
    };
    let since = since.display();
    voice.verdict()?;
    voice.say(&format!("cards since {since}: {changes}"), &changes.lines());
    let nothing = cards.deck.cards.is_empty();
    if nothing {
        voice.say("no card has to be printed again; nothing was written", &[]);
    }
    Ok(nothing)
}

/// Writes the files, if nothing that was heard forbids it, and says so.
fn deliver(
    job: &Job,
    files: &[(Made, &Target)],
    dir: Option<&Path>,
    voice: &mut Voice,
) -> Result<()> {
    voice.verdict()?;
    files.iter().try_for_each(|(_, target)| spare_guides(target, &job.guides))?;
    let outputs: Vec<_> = files
        .iter()
        .map(|(made, target)| Output { target, bytes: &made.bytes })
        .collect();
    write::write(&outputs, dir)?;
    // A tree on standard output was asked for to be read or piped, like a list.
    let said =
        |target: &Target| !matches!((&job.task, target), (Task::Tree(_), Target::Output));
    for (made, target) in files.iter().filter(|(_, target)| said(target)) {
        voice.say_finished(target, made);
    }
    Ok(())
}

/// Refuses to put a product in the place of a guide that it is made from.
fn spare_guides(target: &Target, guides: &[Guide]) -> Result<()> {
    let Target::File(path) = target else { return Ok(()) };
    let Ok(real) = path.canonicalize() else { return Ok(()) };
    let is_same = |guide: &Guide| match guide {
        Guide::Markdown(path) | Guide::Tree(path) => {
            path.is_file() && path.canonicalize().is_ok_and(|guide| guide == real)
        }
        Guide::Embedded | Guide::Input => false,
    };
    if guides.iter().any(is_same) {
        return Err(Error::write(path, "it is the guide itself"));
    }
    Ok(())
}
