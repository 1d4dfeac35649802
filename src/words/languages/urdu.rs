//! Words in Urdu.
//!
//! The whole stands before the part.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "ur",
    alerts: ["نوٹ", "مشورہ", "اہم", "انتباہ", "احتیاط"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{all} لفظ میں سے {shown}"),
            (Other, "{all} الفاظ میں سے {shown}"),
        ]),
        questions: Counted(&[
            (One, "{all} سوال میں سے {shown}"),
            (Other, "{all} سوالات میں سے {shown}"),
        ]),
    },
    cards: CardWords {
        front: "سامنے کا رخ",
        back: "پچھلا رخ",
        fronts: "سامنے کے رخ",
        backs: "پچھلے رخ",
        unanswered: "رہنما میں ابھی کوئی جواب نہیں۔",
    },
    book: BookWords {
        untitled: "مطالعاتی رہنما",
        cover: "سرورق",
        title_page: "صفحۂ عنوان",
        contents: "فہرست مضامین",
        landmarks: "نشاناتِ راہ",
        start: "متن کا آغاز",
        questions: "تمام سوالات",
        answer: "جواب",
        answers: "جوابات",
        whole_answer: "مکمل جواب",
        review: "اعادہ",
        section: "حصہ {}",
        page: "صفحہ {}",
        pages: "خلاصے کے صفحات",
        continued: "{} (جاری)",
        back: "متن پر واپس",
        back_to_question: "سوال پر واپس",
        done: "مکمل",
        to_do: "باقی",
        picture: "تصویر",
    },
    access: AccessWords {
        text: "پوری کتاب ایسا متن ہے جو اسکرین کے مطابق ڈھل جاتا ہے، آواز اور حرکت کے \
            بغیر۔ سرخیاں، فہرستیں، جدول اور حواشی اپنی اپنی نوعیت کے مطابق نشان زد \
            ہیں، اور فہرست مضامین ہر حصے اور ہر سوال تک لے جاتی ہے۔",
        cover: "سرورق ایک تصویر ہے؛ اس کے متبادل متن میں عنوان ہے۔",
        pictures: "تصاویر کے متبادل متن موجود ہیں۔",
        some_without: "کچھ تصاویر کا متبادل متن نہیں ہے۔",
        others_in_words: "دیگر تصاویر کی جگہ ان کے متبادل متن دیے گئے ہیں۔",
        in_words: "تصاویر کی جگہ ان کے متبادل متن دیے گئے ہیں۔",
        formulas: "فارمولے MathML میں ہیں اور ان کا متبادل متن TeX ہے۔",
        tex: "کچھ فارمولے صرف TeX کی شکل میں دیے گئے ہیں۔",
    },
    signs: Signs::ARABIC,
};
