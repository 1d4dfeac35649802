//! Pictures that stand by themselves, and the text that they stand in.

use crate::document::{InlineKind, Paragraph, PictureWidth, words_for};
use crate::frame::NodeKind;
use crate::layout::flow::{Body, Element, FigureBox, Flow, cost};
use crate::layout::inlines::{Link, add_link, link_target};
use crate::pictures::{Figure, FigureSplit, split_figures};
use crate::select::Rank;
use crate::units::Length;

use super::{Builder, PinEffect, Place};

impl Builder<'_, '_> {
    /// Adds a paragraph, and the pictures in it as elements of their own.
    pub(super) fn paragraph_with_figures(
        &mut self,
        paragraph: &Paragraph,
        short: Option<&Paragraph>,
        place: Place,
        after_paragraph: bool,
    ) {
        let Some(FigureSplit { above, text, below }) =
            split_figures(&paragraph.content, self.pictures)
        else {
            return self.paragraph_with_formulas(
                paragraph,
                short,
                place,
                after_paragraph,
            );
        };
        // Other words for the paragraph stand for its pictures, too.
        let pinned =
            if short.is_some() { Some(PinEffect::Replace) } else { place.pinned };
        let figures = Place { pinned, ..place };
        let lead = paragraph.lead.clone();
        let (above, below) = match lead {
            // A lead-in stands before all.
            Some(_) => (Vec::new(), [above, below].concat()),
            None => (above, below),
        };
        let led = !above.is_empty();
        for figure in &above {
            self.figure(figure, figures);
        }
        if lead.is_some() || !text.is_empty() || short.is_some() {
            let paragraph = Paragraph { lead, content: text };
            let after = after_paragraph && !led;
            self.paragraph_with_formulas(&paragraph, short, place, after);
        }
        for figure in &below {
            self.figure(figure, figures);
        }
    }

    fn figure(&mut self, figure: &Figure<'_>, place: Place) {
        let Some(natural) =
            self.pictures.graphic(figure.index).map(|graphic| graphic.natural_size())
        else {
            return;
        };
        let (natural, share) = match &figure.inline.kind {
            InlineKind::Image { width: Some(PictureWidth::Pixels(pixels)), .. } => {
                (natural.as_wide_as(Length::inches(f64::from(*pixels) / 96.0)), None)
            }
            InlineKind::Image { width: Some(PictureWidth::Percent(share)), .. } => {
                (natural, Some(*share))
            }
            _ => (natural, None),
        };
        let words = words_for(figure.source, figure.alt).to_owned();
        let target = figure.link.and_then(link_target);
        let around =
            target.as_ref().map(|_| self.flow.structure.add(NodeKind::Link, place.tag));
        let tag = self.flow.structure.add(NodeKind::Figure, around.or(place.tag));
        // A link that says nothing could not be followed by ear.
        let alt = if around.is_some() { &words } else { figure.alt };
        self.flow.structure.set_alt(tag, alt);
        let link = target.map(|target| {
            let link = Link { target, title: words.clone(), tag: around };
            add_link(&mut self.flow.links, link) as usize
        });
        let body = Body::Figure(FigureBox {
            index: figure.index,
            natural,
            share,
            tag,
            link,
            words,
        });
        // What stands before a picture mostly speaks of it.
        let element = self.element(body, place.indent, cost::LINE * 4);
        let element = self.ranked(element, place, Rank::BODY);
        self.push(Element { quoted: place.quoted, ..element });
    }
}

/// Whether what was added last is a picture: a paragraph below one needs no indent.
pub(super) fn ends_with_figure(flow: &Flow) -> bool {
    matches!(flow.elements.last(), Some(Element { body: Body::Figure(_), .. }))
}

/// Whether a paragraph is nothing but pictures; where none is shown, their texts stand in
/// a box.
pub(super) fn is_picture(paragraph: &Paragraph) -> bool {
    let mut pictures = 0;
    paragraph.lead.is_none()
        && paragraph.content.iter().all(|inline| match &inline.kind {
            InlineKind::Image { .. } => {
                pictures += 1;
                true
            }
            InlineKind::Text(text) => text.trim().is_empty(),
            InlineKind::LineBreak => true,
            _ => false,
        })
        && pictures > 0
}
