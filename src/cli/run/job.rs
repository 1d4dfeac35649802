//! Doing a job: read, select, make, write.

use std::path::Path;

use super::collide::{self, Read};
use super::make::Work;
use crate::cli::output::json::json;
use crate::cli::output::made::Made;
use crate::cli::output::messages::Messages;
use crate::cli::output::pour;
use crate::cli::output::stocks;
use crate::cli::output::visible::visible;
use crate::cli::output::write::{self, Output};
use crate::cli::plan::job::{Job, Product, Task};
use crate::cli::plan::target::Target;
use crate::cli::system::process;
use crate::diagnostic::Result;
use crate::document::Document;
use crate::font::FontSet;
use crate::product;
use crate::select::Listing;

/// Runs `job`. What there is to say on the way goes to `messages`; files appear only when all
/// is made and no diagnostic forbids it.
pub(crate) fn run(job: &Job, messages: &mut Messages) -> Result<()> {
    collide::apart(&job.task)?;
    match &job.task {
        Task::Stocks => {
            pour::print(stocks::list().as_bytes())?;
            say_lost(messages);
            Ok(())
        }
        Task::Calibrate(options, target) => {
            let made = product::calibration(&FontSet::bundled_only(), options)?;
            deliver(job, &Read::default(), &[(made.into(), target)], None, messages)
        }
        Task::List { json } => {
            let list = list(&Work::read(job, messages)?.document, *json)?;
            messages.check()?;
            pour::print(&list)?;
            say_lost(messages);
            Ok(())
        }
        Task::Tree(target, report) => {
            let work = Work::read(job, messages)?;
            let mut files = vec![(Made::plain(json(&work.document)?), target)];
            if let Some(target) = report {
                files.push((Made::plain(json(&work.report)?), target));
            }
            deliver(job, &work.read, &files, None, messages)
        }
        Task::Make { products, dir, report, reprint } => {
            let work = Work::read(job, messages)?;
            let Some(mut files) = work.make(products, reprint, messages)? else {
                return Ok(());
            };
            let shortened = files.iter_mut().find_map(|(made, _)| made.shortened.take());
            let cards = shortened.map(|shortened| work.report.clone().then(shortened));
            for measured in files.iter_mut().filter_map(|(made, _)| made.report.as_mut())
            {
                measured.add_omissions(&work.document, &work.report.dropped);
                measured.cards.clone_from(&cards);
            }
            let measured = files.iter().find_map(|(made, _)| made.report.as_ref());
            if let Some(target) = report {
                let bytes = match measured {
                    Some(measured) => json(measured)?,
                    None => json(&cards.unwrap_or(work.report))?,
                };
                files.push((Made::plain(bytes), target));
            }
            deliver(job, &work.read, &files, dir.as_deref(), messages)?;
            let by_hand = |product: &Product| matches!(product, Product::CardSides(..));
            if products.iter().any(|(product, _)| by_hand(product)) {
                messages.print_advice(REFEED);
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

fn list(document: &Document, as_json: bool) -> Result<Vec<u8>> {
    let list = Listing::new(document);
    if as_json { json(&list) } else { Ok(visible(&list.to_string()).as_bytes().to_vec()) }
}

/// Writes the files, if no diagnostic forbids it, and says so.
fn deliver<'a>(
    job: &Job,
    read: &Read,
    files: &'a [(Made, &'a Target)],
    dir: Option<&Path>,
    messages: &mut Messages,
) -> Result<()> {
    messages.check()?;
    files.iter().try_for_each(|(_, target)| collide::spared(target, read))?;
    // A tree on standard output was asked for to be read or piped, like a list.
    let is_list =
        |target: &Target| matches!((&job.task, target), (Task::Tree(..), Target::Output));
    let output = |(made, target): &'a (Made, &'a Target)| Output {
        target,
        bytes: &made.bytes,
        is_list: is_list(target),
    };
    write::write(&files.iter().map(output).collect::<Vec<_>>(), dir)?;
    for (made, target) in files {
        let lost = **target == Target::Output && say_lost(messages);
        if !lost && !is_list(target) {
            messages.print_finished(target, made);
        }
    }
    Ok(())
}

/// Whether what was written to standard output is lost, which is said.
fn say_lost(messages: &mut Messages) -> bool {
    let lost = process::output_is_lost();
    if lost {
        messages.print_advice(
            "standard output is closed, or leads to nothing: what was written to it is lost",
        );
    }
    lost
}
