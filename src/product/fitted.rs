//! A sheet of so many pages: everything, or what can be said in the room that there is.
//!
//! A guide of lists is fitted by leaving out elements by rank, which keeps most words.
//! Where that would leave a question without an answer, answers are condensed by meaning:
//! every question its shortest good answer, then more where that wins most for the lines
//! that it takes.

use std::collections::BTreeMap;

use crate::diagnostic::Result;
use crate::document::{
    Block, Document, Entry, Pin, Question, Section, plain_text, word_count,
};
use crate::font::FontSet;
use crate::layout::build::{EntryFlows, sheet_flow};
use crate::layout::flow::Flow;
use crate::layout::sheet::{Dense, Sheet, SheetLayout, fit};
use crate::select::condense::{CondenseOptions, Condensed, Omission, Plan, Step};
use crate::text::Shaper;

use super::options::SheetOptions;
use super::shortage::too_much;

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

impl<'a> Fitter<'a> {
    /// The sheet; an error where not even the shortest answers fit.
    pub(super) fn fitted(&self) -> Result<Fitted> {
        let dense = Dense::new(self.fonts, self.layout, self.pages);
        let by_rank = self.fit(self.document, &dense);
        let answered = |sheet: &Sheet| answers_all(self.document, sheet);
        if let Some(sheet) = by_rank.filter(answered) {
            return Ok(Fitted { sheet, omissions: Vec::new() });
        }
        let mut plan = self.plan();
        let shortest = self.flow(&plan.shortest().document);
        let ways = [dense, dense.packed()];
        let by_meaning = ways.iter().find_map(|dense| {
            let anywhere = !dense.holds(&shortest, false);
            let condensed = self.longest(&mut plan, &shortest, dense, anywhere)?;
            let sheet = self.fit(&condensed.document, dense)?;
            Some(Fitted { sheet, omissions: condensed.report.dropped })
        });
        let Self { document, fonts, layout, pages, .. } = *self;
        by_meaning.ok_or_else(|| too_much(document, &shortest, fonts, layout, pages))
    }

    fn plan(&self) -> Plan<'a> {
        let mut options = CondenseOptions::default();
        options.whole_sentences = self.options.whole_sentences;
        Plan::new(self.document, &options)
    }

    /// The longest answers that fit; nothing where the shortest do not. Where `anywhere`,
    /// columns may begin at any place.
    fn longest(
        &self,
        plan: &mut Plan<'_>,
        shortest: &Flow,
        dense: &Dense<'_>,
        anywhere: bool,
    ) -> Option<Condensed> {
        if !dense.holds(shortest, anywhere) {
            return None;
        }
        let room = dense.room() - dense.height(shortest);
        let steps = self.steps(plan, dense, room);
        let holds = |plan: &mut Plan<'_>, count: usize| {
            let flow = self.flow(&plan.after(&steps[..count]).document);
            dense.holds(&flow, anywhere)
        };
        // Columns that end early leave less room than was counted with: near the last step.
        let (mut low, mut high, mut back) = (0, steps.len() + 1, 1);
        while high - low > 1 {
            let next = (high - 1).saturating_sub(back).max(low + 1).min(high - 1);
            if holds(plan, next) {
                low = next;
                back = (high - low) / 2;
            } else {
                high = next;
                back *= 2;
            }
        }
        Some(plan.after(&steps[..low]))
    }

    /// The steps that lengthen answers, as far as there is room.
    fn steps(&self, plan: &mut Plan<'_>, dense: &Dense<'_>, room: i64) -> Vec<Step> {
        let sections = self.document.sections.iter().enumerate();
        let places: Vec<(usize, &Section)> = sections
            .flat_map(|(index, section)| {
                section.entries.iter().map(move |_| (index, section))
            })
            .collect();
        let mut shaper = Shaper::new(self.fonts, &self.document.meta.language);
        let mut flows =
            EntryFlows::new(self.document, &self.options.pictures, &mut shaper);
        let height = |answer: usize, entry: &Entry| {
            let (index, section) = places[answer];
            dense.height(&flows.of(index, section, entry))
        };
        plan.steps(room, height)
    }

    fn flow(&self, document: &Document) -> Flow {
        let mut shaper = Shaper::new(self.fonts, &document.meta.language);
        sheet_flow(document, &self.options.pictures, &mut shaper, true)
    }

    fn fit(&self, document: &Document, dense: &Dense<'_>) -> Option<Sheet> {
        let mut shaper = Shaper::new(self.fonts, &document.meta.language);
        let flow = sheet_flow(document, &self.options.pictures, &mut shaper, true);
        fit(flow, self.fonts, &mut shaper, dense)
    }
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
        let given_up = |block: &&Block| block.pin == Some(Pin::Drop);
        let mut wanted = question.reply().iter().filter(|block| !given_up(block));
        let answered = wanted.any(|block| words(block.plain_text()) > 0);
        let title = words(plain_text(&question.title));
        !answered || shown.get(&question.number).is_none_or(|shown| *shown > title)
    };
    document.questions().all(is_answered)
}
