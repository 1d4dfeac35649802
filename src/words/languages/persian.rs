//! Words in Persian.
//!
//! A noun stays singular after its number.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "fa",
    alerts: ["یادداشت", "نکته", "مهم", "هشدار", "احتیاط"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} از {all} کلمه"),
            (Other, "{shown} از {all} کلمه"),
        ]),
        questions: Counted(&[
            (One, "{shown} از {all} پرسش"),
            (Other, "{shown} از {all} پرسش"),
        ]),
    },
    cards: CardWords {
        front: "رو",
        back: "پشت",
        fronts: "روی کارت‌ها",
        backs: "پشت کارت‌ها",
        unanswered: "راهنما هنوز پاسخی ندارد.",
    },
    book: BookWords {
        untitled: "راهنمای مطالعه",
        cover: "جلد",
        title_page: "صفحهٔ عنوان",
        contents: "فهرست مطالب",
        landmarks: "نقاط راهنما",
        start: "آغاز متن",
        questions: "همهٔ پرسش‌ها",
        answer: "پاسخ",
        answers: "پاسخ‌ها",
        whole_answer: "پاسخ کامل",
        review: "مرور",
        section: "بخش {}",
        page: "صفحهٔ {}",
        pages: "صفحه‌های برگهٔ مرور",
        continued: "{} (ادامه)",
        back: "بازگشت به متن",
        back_to_question: "بازگشت به پرسش",
        done: "انجام‌شده",
        to_do: "انجام‌نشده",
        picture: "تصویر",
    },
    access: AccessWords {
        text: "همهٔ کتاب متنی است که با اندازهٔ صفحه سازگار می‌شود، بی‌صدا و بی‌حرکت. \
            عنوان‌ها، فهرست‌ها، جدول‌ها و پانویس‌ها همان‌گونه که هستند نشانه‌گذاری \
            شده‌اند و فهرست مطالب به هر بخش و هر پرسش راه می‌برد.",
        cover: "جلد یک تصویر است و متن جایگزین آن عنوان را دارد.",
        pictures: "تصویرها متن جایگزین دارند.",
        some_without: "برخی تصویرها متن جایگزین ندارند.",
        others_in_words: "به جای تصویرهای دیگر متن جایگزین آن‌ها آمده است.",
        in_words: "به جای تصویرها متن جایگزین آن‌ها آمده است.",
        formulas: "فرمول‌ها به زبان MathML هستند و متن جایگزین آن‌ها به نگارش TeX است.",
        tex: "برخی فرمول‌ها تنها به نگارش TeX آمده‌اند.",
    },
    signs: Signs::ARABIC,
};
