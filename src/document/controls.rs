//! Takes out of a document what cannot be text: control characters, however they were
//! written. On a terminal they would be orders, and no page or book can show them.

use super::tree::{Block, BlockKind, Document, Inline, InlineKind, Meta, Pin};
use super::visit::{NodeMut, document_mut, inlines_mut};

impl Document {
    /// Takes out control characters (Unicode's category Cc) but tabs and line ends. One
    /// that parts words becomes a space, as do the separators of lines and paragraphs.
    pub(crate) fn drop_controls(&mut self) {
        let Meta { title, subtitle, author, language, date, cover, identifier } =
            &mut self.meta;
        clean(language);
        let named = [title, subtitle, author, date, cover, identifier];
        named.into_iter().flatten().for_each(clean);
        for footnote in &mut self.footnotes {
            clean(&mut footnote.label);
        }
        document_mut(self, &mut |node| match node {
            NodeMut::Id(id) => clean(id),
            NodeMut::Block(block) => clean_block(block),
            NodeMut::Inline(inline) => clean_inline(inline),
            NodeMut::Span(_) | NodeMut::Text(_) => {}
        });
    }
}

/// What the walk does not come by: code, and words that stand for a block.
fn clean_block(block: &mut Block) {
    if let BlockKind::Code { language, text } = &mut block.kind {
        language.iter_mut().for_each(clean);
        clean(text);
    }
    if let BlockKind::Paragraph(paragraph) = &mut block.kind {
        paragraph.lead.iter_mut().for_each(|lead| clean(&mut lead.separator));
    }
    if let Some(Pin::Short(short)) = &mut block.pin {
        inlines_mut(&mut short.content, &mut clean_inline);
        if let Some(lead) = &mut short.lead {
            clean(&mut lead.separator);
            inlines_mut(&mut lead.text, &mut clean_inline);
        }
    }
}

fn clean_inline(inline: &mut Inline) {
    match &mut inline.kind {
        InlineKind::Text(text)
        | InlineKind::Code(text)
        | InlineKind::FootnoteReference(text)
        | InlineKind::Math { tex: text, .. }
        | InlineKind::Link { target: text, .. } => clean(text),
        InlineKind::Image { source, alt, .. } => {
            clean(source);
            clean(alt);
        }
        InlineKind::Cloze { hint, .. } => hint.iter_mut().for_each(clean),
        InlineKind::Emphasis(_)
        | InlineKind::Strong(_)
        | InlineKind::Strikethrough(_)
        | InlineKind::Superscript(_)
        | InlineKind::Subscript(_)
        | InlineKind::LineBreak => {}
    }
}

fn clean(text: &mut String) {
    let parts =
        |c: char| matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let is_text = |c: char| !c.is_control() && !parts(c) || matches!(c, '\n' | '\t');
    if text.chars().all(is_text) {
        return;
    }
    let shown = |c: char| if parts(c) { Some(' ') } else { is_text(c).then_some(c) };
    *text = text.chars().filter_map(shown).collect();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::document::{Entry, Section, Topic, each_text};

    #[test]
    fn controls_go_and_words_stay_apart() {
        let text = |text: &str| Inline::text(text);
        let code = BlockKind::Code { language: None, text: "a\tb\n\u{1b}[2Jc".into() };
        let topic = Topic {
            title: vec![text("bell\u{7}s\u{2028}and\u{c}feed"), text("c1 \u{9b}31m")],
            blocks: vec![Block::new(code, Span::default())],
            ..Topic::default()
        };
        let section =
            Section { entries: vec![Entry::Topic(topic)], ..Section::default() };
        let mut document = Document { sections: vec![section], ..Document::default() };
        document.meta.title = Some("\u{1b}]0;x\u{7}Title".to_owned());
        document.drop_controls();
        let mut texts = Vec::new();
        each_text(&document, |text, _| texts.push(text.to_owned()));
        assert_eq!(texts, ["bells and feed", "c1 31m", "a\tb\n[2Jc"]);
        assert_eq!(document.meta.title.as_deref(), Some("]0;xTitle"));
    }
}
