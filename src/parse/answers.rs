//! Where the answer to a question begins, and the marks that say so: they are known by their place
//! in the tree, and are no words of the answer.

use crate::document::plain_text;

use super::assemble::flatten;
use super::inlines::without_front;
use super::raw::{Raw, RawKind};
use super::recognise::{
    answer_mark, folds_answer, hides_answer, is_answer, is_answer_name, is_in_full,
};

/// How many of a question's first blocks still ask: those that the style says, else what stands
/// before an answer that folds out or is named one: `Answer: ...`, `#### Answer`.
pub(super) fn asking(blocks: &[Raw], of_style: usize) -> usize {
    let answers = |block: &Raw| match &block.kind {
        RawKind::Paragraph(content) => is_answer(&plain_text(content)),
        RawKind::Heading { content, .. } => is_name(&plain_text(content)),
        _ => folds_answer(block),
    };
    if of_style > 0 {
        return of_style;
    }
    blocks.iter().position(answers).unwrap_or(0)
}

/// An answer without the mark that it begins with: the heading `Answer`, the label `Answer:` before
/// its words. A heading that says more (`Answer: B`) stays. A summary stays as a label, unless what
/// folds out has a mark of its own.
pub(super) fn unmarked(mut answer: Vec<Raw>) -> Vec<Raw> {
    let alone = answer.len() == 1;
    let Some(first) = answer.first_mut() else { return answer };
    let goes = match &mut first.kind {
        RawKind::Heading { content, .. } => !alone && is_name(&plain_text(content)),
        RawKind::Paragraph(content) => match label(&plain_text(content)) {
            Some(length) => {
                *content = without_front(std::mem::take(content), length);
                content.is_empty()
            }
            None => false,
        },
        RawKind::Details { summary, blocks } => {
            let words = plain_text(&flatten(summary.clone()));
            let marked = blocks.first().is_some_and(is_marked);
            if marked && hides_answer(&words) && words_name(&words) {
                summary.clear();
            }
            false
        }
        _ => false,
    };
    if goes {
        answer.remove(0);
    }
    answer
}

/// Whether a block begins with a mark of an answer.
fn is_marked(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Heading { content, .. } | RawKind::Paragraph(content) => {
            let words = plain_text(content);
            is_answer(&words) || is_name(&words)
        }
        _ => false,
    }
}

/// The bytes of `Answer:`, as words begin with it.
fn label(words: &str) -> Option<usize> {
    is_answer(words).then(|| answer_mark(words)).flatten()
}

/// Whether words are the name of an answer in full, and no more.
fn is_name(words: &str) -> bool {
    is_in_full(words.trim()) && is_answer_name(words)
}

/// Whether one of the words names an answer.
fn words_name(words: &str) -> bool {
    let mut words = words.split(|char: char| !char.is_alphanumeric());
    words.any(|word| {
        is_name(word.strip_suffix('s').unwrap_or(word)) || word.contains("答案")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::document::Inline;

    fn paragraph(words: &str) -> Raw {
        Raw::new(RawKind::Paragraph(vec![Inline::text(words)]), Span::default())
    }

    fn heading(words: &str) -> Raw {
        let (level, id, indented) = (4, None, false);
        let content = vec![Inline::text(words)];
        Raw::new(RawKind::Heading { level, id, indented, content }, Span::default())
    }

    fn details(summary: &str, blocks: Vec<Raw>) -> Raw {
        let summary = vec![paragraph(summary)];
        Raw::new(RawKind::Details { summary, blocks }, Span::default())
    }

    fn left(answer: Vec<Raw>) -> String {
        plain_text(&flatten(unmarked(answer)))
    }

    #[test]
    fn an_answer_has_at_most_one_mark() {
        for (answer, expected) in [
            (vec![paragraph("Answer: by hand")], "by hand"),
            (vec![paragraph("Answer:"), paragraph("So")], "So"),
            (
                vec![heading("Answer"), heading("Answer: B"), paragraph("So")],
                "Answer: B So",
            ),
            (vec![heading("Answer"), paragraph("Since")], "Since"),
            (vec![heading("Answer")], "Answer"),
            (vec![details("Show answer", vec![heading("Answer: D")])], "Answer: D"),
            (vec![details("Answer", vec![paragraph("Answer: D")])], "Answer: D"),
            (vec![details("Answer", vec![paragraph("By hand")])], "Answer By hand"),
            (vec![details("Hint", vec![paragraph("Look")])], "Hint Look"),
            (vec![paragraph("A: 1, B: 2")], "A: 1, B: 2"),
            (vec![paragraph("Answers differ: some do")], "Answers differ: some do"),
        ] {
            let left = left(answer);
            assert_eq!(left, expected);
        }
    }

    #[test]
    fn what_stands_before_an_answer_asks() {
        let blocks = [paragraph("code"), heading("Answer"), paragraph("B")];
        assert_eq!(asking(&blocks, 0), 1);
        assert_eq!(asking(&blocks[2..], 0), 0);
        assert_eq!(asking(&blocks, 2), 2);
    }
}
