//! In no answer of any guide, however short it is made, stands anything without what it
//! needs to be understood.

use offprint::internals::condense::{
    Answer, Choice, CondenseOptions, Corpus, FITTED, Reader, Words, can_answer, choose,
    is_sound, phrases, worth,
};

use crate::support::guides;

/// Numbers of words that an answer may have.
const BUDGETS: [usize; 5] = [6, 15, 40, 100, 250];

#[test]
fn nothing_stands_without_what_it_needs() {
    let mut answers = 0;
    for (name, document) in guides::all() {
        let language = &document.meta.language;
        let (words, corpus) = (Words::new(language), Corpus::default());
        let reader =
            Reader { words: &words, phrases: phrases(language), corpus: &corpus };
        for question in document.questions() {
            let title = offprint::document::plain_text(&question.title);
            let options = CondenseOptions::default();
            let answer = Answer::new(&title, question.reply(), language, &options);
            let units = &answer.units;
            let features = reader.features(units, &title);
            for budget in BUDGETS {
                let worth = worth(units, &features, &FITTED, 0.1);
                let choice = choose(units, &worth, budget);
                let is_whole = choice == Choice::all(units);
                assert!(
                    is_whole || !can_answer(units) || is_sound(units, &choice),
                    "{name}: {title}, {budget} words: {choice:?}"
                );
                answers += usize::from(!choice.is_empty());
            }
        }
    }
    assert!(answers > 100, "only {answers} answers were looked at");
}
