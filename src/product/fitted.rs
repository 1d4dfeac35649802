//! A sheet of so many pages: everything, or what can be said in the room that there is.
//!
//! A guide of lists is fitted by leaving out elements by rank, which keeps most words.
//! Where that would leave a question without an answer, answers are condensed by meaning:
//! every question its best sentence, then the most worth for the room that is left.

use std::collections::BTreeMap;

use crate::document::{
    BlockKind, Document, Question, Role, each_block, plain_text, word_count,
};
use crate::font::FontSet;
use crate::layout::build::sheet_flow;
use crate::layout::sheet::{Sheet, SheetLayout, fit, holds};
use crate::select::condense::{CondenseOptions, Omission, Plan};
use crate::text::Shaper;

use super::options::SheetOptions;

/// A sheet that was fitted.
pub(super) struct Fitted {
    pub sheet: Sheet,
    /// What was left out before the sheet was laid out.
    pub omissions: Vec<Omission>,
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
    /// The sheet; nothing where not even the titles fit.
    pub(super) fn fitted(&self) -> Option<Fitted> {
        let by_rank = self.fit(self.document);
        let answered =
            |sheet: &Sheet| is_marked(self.document) || answers_all(self.document, sheet);
        if by_rank.as_ref().is_none_or(answered) {
            return by_rank.map(|sheet| Fitted { sheet, omissions: Vec::new() });
        }
        let mut options = CondenseOptions::default();
        options.whole_sentences = self.options.whole_sentences;
        let plan = Plan::new(self.document, &options);
        let by_meaning = [false, true].into_iter().find_map(|anywhere| {
            let holds = |steps: usize| self.holds(&plan.after(steps).document, anywhere);
            let condensed = plan.after(last(plan.steps(), holds)?);
            let sheet = self.fit(&condensed.document)?;
            Some(Fitted { sheet, omissions: condensed.report.dropped })
        });
        // Where not even a sentence for each question fits, most words are kept by rank.
        by_meaning.or(by_rank.map(|sheet| Fitted { sheet, omissions: Vec::new() }))
    }

    fn fit(&self, document: &Document) -> Option<Sheet> {
        let mut shaper = Shaper::new(self.fonts, &document.meta.language);
        let flow = sheet_flow(document, &self.options.pictures, &mut shaper, true);
        fit(flow, self.fonts, &mut shaper, self.layout, self.pages)
    }

    fn holds(&self, document: &Document, anywhere: bool) -> bool {
        let mut shaper = Shaper::new(self.fonts, &document.meta.language);
        let flow = sheet_flow(document, &self.options.pictures, &mut shaper, true);
        holds(&flow, self.fonts, &mut shaper, self.layout, self.pages, anywhere)
    }
}

/// The most steps up to `most` that hold, if fewer hold whatever more do.
fn last(most: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    if !holds(0) {
        return None;
    }
    if holds(most) {
        return Some(most);
    }
    let (mut low, mut high) = (0, most);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle } else { high = middle }
    }
    Some(low)
}

/// Whether the author says what stays: by pins, or by key lines. Ranks keep to that.
fn is_marked(document: &Document) -> bool {
    let mut marked = false;
    each_block(document, |block| {
        let key = match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                paragraph.lead.as_ref().is_some_and(|lead| lead.role == Role::Key)
            }
            _ => false,
        };
        marked |= key || block.pin.is_some();
    });
    marked
}

/// Whether no question that the guide answers stands without an answer.
fn answers_all(document: &Document, sheet: &Sheet) -> bool {
    let shown: BTreeMap<u32, usize> = sheet
        .measures
        .questions
        .iter()
        .map(|&(number, _, shown)| (number, shown))
        .collect();
    let is_answered = |question: &Question| {
        let words = |text: String| word_count(&text);
        let answered = question.reply().iter().any(|block| words(block.plain_text()) > 0);
        let title = words(plain_text(&question.title));
        !answered || shown.get(&question.number).is_none_or(|shown| *shown > title)
    };
    document.questions().all(is_answered)
}
