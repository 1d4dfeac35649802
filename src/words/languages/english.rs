//! Words in English.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "en",
    alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} of {all} word"),
            (Other, "{shown} of {all} words"),
        ]),
        questions: Counted(&[
            (One, "{shown} of {all} question"),
            (Other, "{shown} of {all} questions"),
        ]),
    },
    cards: CardWords {
        front: "front",
        back: "back",
        fronts: "fronts",
        backs: "backs",
        unanswered: "The guide has no answer yet.",
    },
    book: BookWords {
        untitled: "Study guide",
        cover: "Cover",
        title_page: "Title page",
        contents: "Contents",
        landmarks: "Landmarks",
        start: "Start of the text",
        questions: "All questions",
        answer: "Answer",
        answers: "Answers",
        whole_answer: "Whole answer",
        review: "Review",
        section: "Section {}",
        page: "Page {}",
        pages: "Pages of the cheat sheet",
        continued: "{} (continued)",
        back: "back to the text",
        back_to_question: "back to the question",
        done: "done",
        to_do: "to do",
        picture: "picture",
    },
    access: AccessWords {
        text: "The whole book is text that reflows, without sound or motion. Headings, \
            lists, tables and footnotes are marked as what they are, and the \
            contents lead to every section and question.",
        cover: "The cover is a picture; its alternative text has the title.",
        pictures: "Pictures have alternative texts.",
        some_without: "Some pictures have no alternative text.",
        others_in_words: "Other pictures are given by their alternative texts.",
        in_words: "Pictures are given by their alternative texts.",
        formulas: "Formulas are MathML with their TeX as alternative text.",
        tex: "Some formulas are given in TeX notation only.",
    },
    signs: Signs::COMMON,
};
