//! Doing a job: read, select, make, write.

use std::path::{Path, PathBuf};

use super::job::{Job, Product, Target, Task};
use super::make::Work;
use super::say::Voice;
use super::stocks;
use super::write::{self, Output};
use crate::diagnostic::{Error, Result};
use crate::document::Document;
use crate::font::FontSet;
use crate::product::{self, Made};
use crate::select::Listing;
use crate::select::condense::condense;

/// Runs `job`. What there is to say on the way, `voice` hears; files appear only when all
/// is made and nothing speaks against it.
pub fn run(job: &Job, voice: &mut Voice) -> Result<()> {
    match &job.task {
        Task::Stocks => write::to_output(stocks::list().as_bytes()),
        Task::Calibrate(options, target) => {
            let made = product::calibration(&FontSet::bundled_only(), options)?;
            deliver(job, &[], &[(made, target)], None, voice)
        }
        Task::List { json } => {
            let list = list(&Work::read(job, voice)?.document, *json)?;
            voice.verdict()?;
            write::to_output(list.as_bytes())
        }
        Task::Tree(target) => {
            let work = Work::read(job, voice)?;
            let condensed = condense(&work.document, &job.condense);
            let made = Made::plain(json(&condensed.document)?);
            deliver(job, &work.files, &[(made, target)], None, voice)
        }
        Task::Make { products, dir, report, reprint } => {
            let work = Work::read(job, voice)?;
            let Some(mut files) = work.make(products, reprint, voice)? else {
                return Ok(());
            };
            let measured = files.iter().find_map(|(made, _)| made.report.as_ref());
            if let (Some(target), Some(measured)) = (report, measured) {
                let bytes = json(measured)?;
                files.push((Made::plain(bytes), target));
            }
            deliver(job, &work.files, &files, dir.as_deref(), voice)?;
            let by_hand = |product: &Product| matches!(product, Product::CardSides(..));
            if products.iter().any(|(product, _)| by_hand(product)) {
                voice.say_advice(REFEED);
            }
            Ok(())
        }
    }
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
pub(super) fn json(value: &impl serde::Serialize) -> Result<Vec<u8>> {
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

/// Writes the files, if nothing that was heard forbids it, and says so.
fn deliver(
    job: &Job,
    guides: &[PathBuf],
    files: &[(Made, &Target)],
    dir: Option<&Path>,
    voice: &mut Voice,
) -> Result<()> {
    voice.verdict()?;
    files.iter().try_for_each(|(_, target)| spare_guides(target, guides))?;
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
fn spare_guides(target: &Target, guides: &[PathBuf]) -> Result<()> {
    let Target::File(path) = target else { return Ok(()) };
    let Ok(real) = path.canonicalize() else { return Ok(()) };
    let is_same = |guide: &PathBuf| {
        guide.is_file() && guide.canonicalize().is_ok_and(|guide| guide == real)
    };
    if guides.iter().any(is_same) {
        return Err(Error::write(path, "it is the guide itself"));
    }
    Ok(())
}
