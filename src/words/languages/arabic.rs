//! Words in Arabic.
//!
//! A noun goes by the number before it in six ways: dual, plural from 3 to 10, and from 11 on
//! singular again, in the accusative up to 99.

use icu_plurals::PluralCategory::{Few, Many, One, Other, Two, Zero};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "ar",
    alerts: ["ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه"],
    sheet: SheetWords {
        words: Counted(&[
            (Zero, "{shown} من {all} كلمة"),
            (One, "{shown} من كلمة واحدة"),
            (Two, "{shown} من كلمتين"),
            (Few, "{shown} من {all} كلمات"),
            (Many, "{shown} من {all} كلمة"),
            (Other, "{shown} من {all} كلمة"),
        ]),
        questions: Counted(&[
            (Zero, "{shown} من {all} سؤال"),
            (One, "{shown} من سؤال واحد"),
            (Two, "{shown} من سؤالين"),
            (Few, "{shown} من {all} أسئلة"),
            (Many, "{shown} من {all} سؤالًا"),
            (Other, "{shown} من {all} سؤال"),
        ]),
    },
    cards: CardWords {
        front: "الوجه",
        back: "الظهر",
        fronts: "أوجه البطاقات",
        backs: "ظهور البطاقات",
        unanswered: "لا توجد إجابة في الدليل بعد.",
    },
    book: BookWords {
        untitled: "دليل الدراسة",
        cover: "الغلاف",
        title_page: "صفحة العنوان",
        contents: "المحتويات",
        landmarks: "المعالم",
        start: "بداية النص",
        questions: "كل الأسئلة",
        answer: "الإجابة",
        answers: "الإجابات",
        whole_answer: "الإجابة الكاملة",
        review: "المراجعة",
        section: "القسم {}",
        page: "الصفحة {}",
        pages: "صفحات ورقة المراجعة",
        continued: "{} (تابع)",
        back: "العودة إلى النص",
        back_to_question: "العودة إلى السؤال",
        done: "منجز",
        to_do: "غير منجز",
        picture: "صورة",
    },
    access: AccessWords {
        text: "الكتاب كله نص يتكيف مع حجم الشاشة، بلا صوت ولا حركة. العناوين والقوائم \
            والجداول والحواشي موسومة بما هي عليه، وتقود المحتويات إلى كل قسم وكل \
            سؤال.",
        cover: "الغلاف صورة، ونصها البديل يذكر العنوان.",
        pictures: "للصور نصوص بديلة.",
        some_without: "بعض الصور بلا نص بديل.",
        others_in_words: "تنوب عن الصور الأخرى نصوصها البديلة.",
        in_words: "تنوب عن الصور نصوصها البديلة.",
        formulas: "الصيغ الرياضية بلغة MathML، ونصها البديل بترميز TeX.",
        tex: "بعض الصيغ الرياضية بترميز TeX وحده.",
    },
    signs: Signs::ARABIC,
};
