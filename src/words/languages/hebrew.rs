//! Words in Hebrew.
//!
//! One is written as a word, behind the noun.

use icu_plurals::PluralCategory::{One, Other, Two};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "he",
    alerts: ["הערה", "טיפ", "חשוב", "אזהרה", "זהירות"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} מתוך מילה אחת"),
            (Two, "{shown} מתוך {all} מילים"),
            (Other, "{shown} מתוך {all} מילים"),
        ]),
        questions: Counted(&[
            (One, "{shown} מתוך שאלה אחת"),
            (Two, "{shown} מתוך {all} שאלות"),
            (Other, "{shown} מתוך {all} שאלות"),
        ]),
    },
    cards: CardWords {
        front: "צד קדמי",
        back: "צד אחורי",
        fronts: "צדדים קדמיים",
        backs: "צדדים אחוריים",
        unanswered: "במדריך עדיין אין תשובה.",
    },
    book: BookWords {
        untitled: "מדריך לימוד",
        cover: "כריכה",
        title_page: "עמוד השער",
        contents: "תוכן העניינים",
        landmarks: "נקודות ציון",
        start: "תחילת הטקסט",
        questions: "כל השאלות",
        answer: "תשובה",
        answers: "תשובות",
        whole_answer: "התשובה המלאה",
        review: "חזרה",
        section: "פרק {}",
        page: "עמוד {}",
        pages: "עמודי דף הסיכום",
        continued: "{} (המשך)",
        back: "חזרה אל הטקסט",
        back_to_question: "חזרה אל השאלה",
        done: "בוצע",
        to_do: "לביצוע",
        picture: "תמונה",
    },
    access: AccessWords {
        text: "הספר כולו הוא טקסט שמתאים את עצמו למסך, בלי קול ובלי תנועה. כותרות, \
            רשימות, טבלאות והערות שוליים מסומנות ככאלה, ותוכן העניינים מוביל אל כל \
            פרק ואל כל שאלה.",
        cover: "הכריכה היא תמונה, והטקסט החלופי שלה מכיל את השם.",
        pictures: "לתמונות יש טקסט חלופי.",
        some_without: "לחלק מהתמונות אין טקסט חלופי.",
        others_in_words: "במקום תמונות אחרות בא הטקסט החלופי שלהן.",
        in_words: "במקום תמונות בא הטקסט החלופי שלהן.",
        formulas: "הנוסחאות כתובות ב־MathML, והטקסט החלופי שלהן ב־TeX.",
        tex: "חלק מהנוסחאות כתובות ב־TeX בלבד.",
    },
    signs: Signs::COMMON,
};
