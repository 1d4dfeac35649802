//! Whole answers, from tree to tree.

use super::*;
use crate::document::{Inline, Paragraph, Question, Section};

fn paragraph(text: &str) -> Block {
    let content = vec![Inline::text(text)];
    Block::new(
        crate::document::BlockKind::Paragraph(Paragraph { lead: None, content }),
        <_>::default(),
    )
}

fn guide(title: &str, answer: Vec<Block>) -> Document {
    let title = vec![Inline::text(title)];
    let question =
        Question { id: "q1".into(), number: 1, title, answer, ..Question::default() };
    let section =
        Section { entries: vec![Entry::Question(question)], ..Section::default() };
    Document { sections: vec![section], ..Document::default() }
}

fn short(document: &Document, most: usize) -> Condensed {
    let options = CondenseOptions { answer_words: Some(most), ..<_>::default() };
    condense(document.clone(), &options)
}

fn answer(condensed: &Condensed) -> String {
    let question = condensed.document.questions().next().unwrap();
    question.reply().iter().map(Block::plain_text).collect()
}

#[test]
fn what_refers_back_brings_what_it_refers_to() {
    let text = "A cache keeps results of earlier work. This makes every later request of the cache fast. \
                Some are shared by many machines of a network.";
    let document = guide("What is a cache?", vec![paragraph(text)]);
    for most in 1..25 {
        let answer = answer(&short(&document, most));
        assert!(!answer.is_empty());
        assert!(
            !answer.contains("This") || answer.contains("A cache keeps"),
            "{most}: {answer}"
        );
    }
}

#[test]
fn a_short_answer_stays_as_it_is() {
    let document = guide("What?", vec![paragraph("One two three.")]);
    let condensed = short(&document, 3);
    assert_eq!(condensed.document, document);
    assert!(condensed.report.dropped.is_empty());
    assert_eq!(condensed.report.kept[0].answer_words, 3);
}
