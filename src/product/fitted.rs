//! A sheet of so many pages: everything, or what can be said in the room that there is.
//!
//! Where little has to go, elements are left out by rank, which keeps most words, and the
//! lines that the author calls the key to an answer. Where that would leave a question
//! without an answer, answers are condensed by meaning: every question its shortest good
//! answer, then more where that wins most for the lines that it takes.

use crate::diagnostic::Result;
use crate::document::{Block, BlockKind, Document, Pin, Question, Role, word_count};
use crate::font::FontSet;
use crate::layout::build::sheet_flow;
use crate::layout::flow::Flow;
use crate::layout::sheet::{Dense, Sheet, SheetLayout, fit};
use crate::select::condense::{CondenseOptions, Omission, Plan};
use crate::text::Shaper;

use super::grown::Grown;
use super::options::SheetOptions;
use super::report::answer_words;
use super::shortage::too_much;

/// Ranks are tried for a guide that is so many times as long as the pages at most: where
/// more has to go, they leave bold words and no sentence.
const MOST_BY_RANK: f64 = 2.5;

/// A sheet that was fitted.
pub(super) struct Fitted {
    pub sheet: Sheet,
    /// The tree that was laid out, where answers were put in short.
    pub condensed: Option<Document>,
    /// What was left out before the sheet was laid out.
    pub omissions: Vec<Omission>,
}

impl Fitted {
    /// A sheet of the whole document.
    pub(super) const fn whole(sheet: Sheet) -> Self {
        Self { sheet, condensed: None, omissions: Vec::new() }
    }
}

/// What a sheet is fitted from.
pub(super) struct Fitter<'a> {
    pub document: &'a Document,
    pub fonts: &'a FontSet,
    pub layout: &'a SheetLayout,
    pub pages: usize,
    pub options: &'a SheetOptions,
}

impl Fitter<'_> {
    /// The sheet; an error where not even the shortest answers fit.
    pub(super) fn fitted(&self) -> Result<Fitted> {
        let dense = Dense::new(self.fonts, self.layout, self.pages);
        if let Some(sheet) = self.by_rank(&dense) {
            return Ok(Fitted::whole(sheet));
        }
        let mut options = CondenseOptions::default();
        options.whole_sentences = self.options.whole_sentences;
        let mut plan = Plan::new(self.document, &options);
        let ways = [dense, dense.packed()];
        if let Some(fitted) = ways.iter().find_map(|dense| self.grown(&mut plan, dense)) {
            return Ok(fitted);
        }
        let shortest = self.flow(&plan.shortest().document);
        let Self { document, fonts, layout, pages, options } = *self;
        Err(too_much(document, &shortest, fonts, layout, pages, options))
    }

    /// The sheet that ranks lead to, if no question is without an answer on it.
    fn by_rank(&self, dense: &Dense<'_>) -> Option<Sheet> {
        let long = || dense.times_filled(self.document) > MOST_BY_RANK;
        if !self.document.questions().all(has_key) && long() {
            return None;
        }
        self.fit(self.document, dense).filter(|sheet| answers_all(self.document, sheet))
    }

    /// The sheet with the longest answers that fit; nothing where the shortest do not.
    fn grown(&self, plan: &mut Plan<'_>, dense: &Dense<'_>) -> Option<Fitted> {
        let mut shaper = Shaper::new(self.fonts, &self.document.meta.language)
            .with_code_colours(self.options.theme.code_colours);
        let pictures = &self.options.pictures;
        let grown = Grown::new(self.document, pictures, dense, plan, &mut shaper)?;
        let mut steps = grown.longest()?;
        // Measured as a whole, it may be a little higher than entry by entry.
        let mut back = 1;
        loop {
            let condensed = plan.after(&steps);
            let gone = condensed.report.dropped.iter();
            let gone = gone.map(|omission| word_count(&omission.text)).sum();
            let sheet = self.fit(&condensed.document, &dense.without(gone))?;
            if steps.is_empty() || sheet.measures.omitted.is_empty() {
                let omissions = condensed.report.dropped;
                let condensed = Some(condensed.document);
                return Some(Fitted { sheet, condensed, omissions });
            }
            steps.truncate(steps.len().saturating_sub(back));
            back *= 2;
        }
    }

    fn flow(&self, document: &Document) -> Flow {
        let mut shaper = Shaper::new(self.fonts, &document.meta.language)
            .with_code_colours(self.options.theme.code_colours);
        sheet_flow(document, &self.options.pictures, &mut shaper, true)
    }

    fn fit(&self, document: &Document, dense: &Dense<'_>) -> Option<Sheet> {
        let mut shaper = Shaper::new(self.fonts, &document.meta.language)
            .with_code_colours(self.options.theme.code_colours);
        let sheet = fit(self.flow(document), self.fonts, &mut shaper, dense)?;
        // A guide that is one block has nothing left where that is left out.
        (!sheet.pages.pages.is_empty()).then_some(sheet)
    }
}

/// Whether an answer has something that no rank leaves out.
fn has_key(question: &Question) -> bool {
    question.reply().iter().any(|block| match &block.kind {
        _ if block.pin == Some(Pin::Keep) => true,
        BlockKind::Paragraph(paragraph) => {
            paragraph.lead.as_ref().is_some_and(|lead| lead.role == Role::Key)
        }
        _ => false,
    })
}

/// Whether no question that the guide answers stands without an answer.
fn answers_all(document: &Document, sheet: &Sheet) -> bool {
    let shown = answer_words(document, &sheet.measures);
    let is_answered = |question: &Question| {
        // Words that the author gives instead are none of the guide's.
        let replaced = |block: &Block| matches!(block.pin, Some(Pin::Short(_)));
        let given_up = |block: &&Block| block.pin == Some(Pin::Drop);
        let mut wanted = question.reply().iter().filter(|block| !given_up(block));
        let answered = wanted.any(|block| word_count(&block.plain_text()) > 0)
            && !question.reply().iter().any(replaced);
        !answered || shown.get(&question.number).is_none_or(|shown| *shown > 0)
    };
    document.questions().all(is_answered)
}
