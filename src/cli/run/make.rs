//! What a job makes: the guides as one tree, what of it is selected, and the products of that.

use super::collide::Read;
use super::reprint::{Again, Reprinted};
use crate::cli::input::notice::Notice;
use crate::cli::input::reach::Folder;
use crate::cli::input::read::Input;
use crate::cli::input::{pictures, read};
use crate::cli::output::json::json;
use crate::cli::output::made::Made;
use crate::cli::output::messages::Messages;
use crate::cli::plan::job::{Job, Product, Task};
use crate::cli::plan::reprint::Reprint;
use crate::cli::plan::target::Target;
use crate::diagnostic::{DiagnosticKind, Result};
use crate::document::Document;
use crate::font::{Family, FontSet};
use crate::pictures::Pictures;
use crate::product::{
    self, BookOptions, CardFiles, CardOptions, PageList, SheetOptions, Theme,
};
use crate::select::condense::{CondenseReport, Condensed, condense};
use crate::select::{self, Deck};

/// Finished files, and where each goes.
pub(crate) type Files<'t> = Vec<(Made, &'t Target)>;

/// What is worked on.
pub(crate) struct Work<'a> {
    job: &'a Job,
    /// The files that were read, which no product may replace.
    pub read: Read,
    /// What is selected, in short if it is wanted so.
    pub document: Document,
    /// What was left out of it.
    pub report: CondenseReport,
    /// All of the guide, where cards are compared with a record.
    whole: Option<Document>,
    folders: Vec<Option<Folder>>,
}

impl<'a> Work<'a> {
    /// Reads the guides of `job`, and selects.
    pub(crate) fn read(job: &'a Job, messages: &mut Messages) -> Result<Self> {
        let input = read_guides(job, messages)?;
        messages.set_sources(&input.document.sources, input.texts);
        let left_out =
            input.diagnostics.iter().any(|one| one.kind == DiagnosticKind::LeftOut);
        messages.add(input.diagnostics);
        messages.check_errors()?;
        read::has_text(&input.document, left_out)?;
        let mut document = input.document;
        job.about.apply(&mut document.meta);
        let whole = compares(&job.task)
            .then(|| condense(document.clone(), &job.condense).document);
        let document = select::filter(document, &job.selection)?;
        let Condensed { document, report } = condense(document, &job.condense);
        let folders = input.folders;
        let mut along = input.included;
        along.extend(pictures::files(&document, &folders));
        let theme = job.theme_file.iter().cloned().collect();
        let read = Read { guides: input.files, along, theme };
        Ok(Self { job, read, document, report, whole, folders })
    }

    /// Makes the products; nothing if there is no card to print.
    pub(crate) fn make<'t>(
        &self,
        products: &'t [(Product, Target)],
        reprint: &'t Reprint,
        messages: &mut Messages,
    ) -> Result<Option<Files<'t>>> {
        let mut fonts = FontSet::bundled();
        self.job.font_dirs.iter().try_for_each(|dir| fonts.add_dir(dir))?;
        let theme = &self.job.theme;
        for (family, name) in
            [(Family::Text, &theme.text_font), (Family::Code, &theme.code_font)]
        {
            name.iter().try_for_each(|name| fonts.use_family(family, name))?;
        }
        let (document, whole) = (&self.document, self.whole.as_ref());
        let allow_outside = self.job.allow_outside;
        let pictures =
            &pictures::gather(whole.unwrap_or(document), &self.folders, allow_outside);
        let fonts = &mut fonts;
        let mut maker =
            Maker { document, pictures, theme, fonts, pages: None, cards: None };
        let mut files: Files = Vec::new();
        let (mut lock, mut report) = (None, None);
        for (product, target) in products {
            maker.pages = files.iter().find_map(|(made, target)| page_list(made, target));
            if let Product::Cards(options) | Product::CardSides(options, _) = product {
                let again = Again { whole, pictures, reprint };
                let mut again = again.cards(document, maker.fonts, options)?;
                messages.add(std::mem::take(&mut again.diagnostics));
                report = again.report.take();
                if say_changes(&again, reprint, messages)? {
                    return Ok(None);
                }
                lock = Some(again.lock);
                maker.cards = Some(again.deck);
            }
            for (mut made, target) in maker.make(product, target)? {
                messages.add(std::mem::take(&mut made.diagnostics));
                if made.cards.is_some() {
                    made.shortened = report.take();
                }
                files.push((made, target));
            }
        }
        if let (Some(target), Some(lock)) = (&reprint.lock, &lock) {
            files.push((Made::plain(json(lock)?), target));
        }
        Ok(Some(files))
    }
}

/// Reads, and says what was noticed on the way, also where reading fails.
fn read_guides(job: &Job, messages: &mut Messages) -> Result<Input> {
    let mut notices = Vec::new();
    let known = job.about.for_parser();
    let input = read::read(&job.guides, &known, job.allow_outside, &mut notices);
    for Notice { name, text, diagnostics } in notices {
        messages.set_sources(&[name], vec![Some(text)]);
        messages.add(diagnostics);
        messages.print_pending();
    }
    input
}

/// Whether cards are compared with a record, for which the whole guide is needed.
fn compares(task: &Task) -> bool {
    matches!(task, Task::Make { reprint: Reprint { since: Some(_), .. }, .. })
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
    theme: &'a Theme,
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
        let document = self.document;
        let made = match product {
            Product::Sheet(options) => {
                let pictures = self.pictures.clone();
                let theme = self.theme.clone();
                let options = SheetOptions { pictures, theme, ..options.clone() };
                product::cheat_sheet(document, self.fonts, &options)?.into()
            }
            Product::Cards(options) => {
                let options = self.card_options(options, CardFiles::One);
                Made::cards(product::flashcards(document, self.fonts, &options)?).0
            }
            Product::CardSides(options, back_target) => {
                let options = self.card_options(options, CardFiles::FrontsAndBacks);
                let made = product::flashcards(document, self.fonts, &options)?;
                let (fronts, backs) = Made::cards(made);
                let backs = backs.map(|backs| (backs, back_target));
                return Ok(std::iter::once((fronts, target)).chain(backs).collect());
            }
            Product::Anki(options) => product::anki_notes(document, options)?.into(),
            Product::Book(options) => {
                let (pages, pictures) = (self.pages.take(), self.pictures.clone());
                let theme = self.theme.clone();
                let options = BookOptions { pages, pictures, theme, ..options.clone() };
                product::book(document, self.fonts, &options)?.into()
            }
        };
        Ok(vec![(made, target)])
    }

    fn card_options(&mut self, options: &CardOptions, files: CardFiles) -> CardOptions {
        let (only, pictures) = (self.cards.take(), self.pictures.clone());
        let theme = self.theme.clone();
        CardOptions { only, files, pictures, theme, ..options.clone() }
    }
}

/// Says what became of the cards since a record was written; whether there is nothing to
/// print.
fn say_changes(
    cards: &Reprinted,
    reprint: &Reprint,
    messages: &mut Messages,
) -> Result<bool> {
    let (Some(changes), Some(since)) = (&cards.changes, &reprint.since) else {
        return Ok(false);
    };
    let since = since.display();
    messages.check()?;
    messages.print(&format!("cards since {since}: {changes}"), &changes.lines());
    let nothing = cards.deck.cards.is_empty();
    if nothing {
        messages.print("no card has to be printed again; nothing was written", &[]);
    }
    Ok(nothing)
}
