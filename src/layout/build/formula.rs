//! Formulas on lines of their own, and the text that they stand in.

use crate::document::{Inline, InlineKind, Paragraph};
use crate::frame::NodeKind;
use crate::layout::flow::{Body, Element, cost};
use crate::layout::inlines::Formulas;
use crate::layout::lines::Align;
use crate::math::Formula;
use crate::select::Rank;
use crate::text::{Format, Span};
use crate::units::Em;

use super::{Builder, PinEffect, Place};

/// What a formula is indented by.
const INDENT: Em = Em::thousandths(1_200);
/// Lines behind its first begin behind its first relation, unless that is further in than this.
const DEEPEST: Em = Em::thousandths(7_000);
/// What they are indented by then.
const SHALLOW: Em = Em::thousandths(1_600);

/// A stretch of a paragraph.
enum Stretch<'a> {
    Text(Vec<Inline>),
    /// A formula on a line of its own, and the marks that end it.
    Formula(&'a Inline, String),
}

impl Builder<'_, '_> {
    /// Adds a paragraph, and the formulas that stand on lines of their own as elements of their
    /// own.
    pub(super) fn paragraph_with_formulas(
        &mut self,
        paragraph: &Paragraph,
        short: Option<&Paragraph>,
        place: Place,
        after_paragraph: bool,
    ) {
        let Some(stretches) = stretches(&paragraph.content) else {
            return self.paragraph(paragraph, short, place, after_paragraph);
        };
        // Other words for the paragraph stand for its formulas, too.
        let pinned =
            if short.is_some() { Some(PinEffect::Replace) } else { place.pinned };
        let further = Place { pinned, ..place };
        let mut stretches = stretches.into_iter().peekable();
        let begins_with_text = matches!(stretches.peek(), Some(Stretch::Text(_)));
        if begins_with_text || paragraph.lead.is_some() || short.is_some() {
            let content = match stretches.next_if(|next| matches!(next, Stretch::Text(_)))
            {
                Some(Stretch::Text(content)) => content,
                _ => Vec::new(),
            };
            let paragraph = Paragraph { lead: paragraph.lead.clone(), content };
            self.paragraph(&paragraph, short, place, after_paragraph);
        }
        for stretch in stretches {
            match stretch {
                Stretch::Text(content) => {
                    let paragraph = Paragraph { lead: None, content };
                    self.paragraph(&paragraph, None, further, false);
                }
                Stretch::Formula(inline, marks) => {
                    self.displayed(inline, &marks, further);
                }
            }
        }
    }

    fn displayed(&mut self, inline: &Inline, marks: &str, place: Place) {
        let tag = Some(self.flow.structure.add(NodeKind::Paragraph, place.tag));
        let format = Format { tag, ..Format::default() };
        let inlines = std::slice::from_ref(inline);
        let mut spans = self.spans_with(inlines, format, Formulas::Displayed);
        if !marks.is_empty() {
            spans.push(Span { text: marks.to_owned(), format });
        }
        let text = self.shaper.shape(&spans);
        let hang = match text.through_relation() {
            Some(wide) if wide <= DEEPEST => wide,
            _ => SHALLOW,
        };
        let body = Body::Text { text, align: Align::Start, first: Em::ZERO - hang };
        // What stands before a formula mostly leads to it.
        let element = self.element(body, place.indent + INDENT + hang, cost::LINE * 4);
        let element = self.ranked(element, place, Rank::BODY);
        self.push(Element { before: 1, quoted: place.quoted, ..element });
        self.after_formula = true;
    }
}

/// The stretches of a paragraph that has formulas on lines of their own; none of one that has
/// not.
fn stretches(content: &[Inline]) -> Option<Vec<Stretch<'_>>> {
    let is_displayed = |inline: &Inline| match &inline.kind {
        InlineKind::Math { display: true, tex } => Formula::read(tex, true).is_some(),
        _ => false,
    };
    if !content.iter().any(is_displayed) {
        return None;
    }
    let mut stretches = Vec::new();
    let mut text: Vec<Inline> = Vec::new();
    for inline in content {
        if is_displayed(inline) {
            push_text(&mut stretches, std::mem::take(&mut text));
            stretches.push(Stretch::Formula(inline, String::new()));
        } else {
            text.push(inline.clone());
        }
    }
    push_text(&mut stretches, text);
    Some(stretches)
}

/// Adds what stands between two formulas; the marks that it begins with end the first of them.
fn push_text(stretches: &mut Vec<Stretch<'_>>, mut text: Vec<Inline>) {
    if let (Some(Stretch::Formula(_, marks)), Some(first)) =
        (stretches.last_mut(), text.first_mut())
        && let InlineKind::Text(words) = &mut first.kind
    {
        let is_mark = |c: char| matches!(c, '.' | ',' | ';' | ':' | '。' | '，' | '、');
        let rest = words.trim_start_matches(is_mark);
        marks.push_str(&words[..words.len() - rest.len()]);
        *words = rest.to_owned();
    }
    let is_blank = |inline: &Inline| match &inline.kind {
        InlineKind::Text(words) => words.trim().is_empty(),
        InlineKind::LineBreak => true,
        _ => false,
    };
    while text.last().is_some_and(is_blank) {
        text.pop();
    }
    let blank = text.iter().take_while(|inline| is_blank(inline)).count();
    text.drain(..blank);
    if let Some(InlineKind::Text(words)) = text.first_mut().map(|first| &mut first.kind) {
        *words = words.trim_start().to_owned();
    }
    if let Some(InlineKind::Text(words)) = text.last_mut().map(|last| &mut last.kind) {
        words.truncate(words.trim_end().len());
    }
    if !text.is_empty() {
        stretches.push(Stretch::Text(text));
    }
}
