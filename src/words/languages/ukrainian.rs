//! Words in Ukrainian.
//!
//! After “з” stands the genitive: singular for 1, 21, 31, plural for 2 and for 5.

use icu_plurals::PluralCategory::{Few, Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "uk",
    alerts: ["Примітка", "Порада", "Важливо", "Попередження", "Обережно"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} з {all} слова"),
            (Few, "{shown} з {all} слів"),
            (Many, "{shown} з {all} слів"),
            (Other, "{shown} з {all} слів"),
        ]),
        questions: Counted(&[
            (One, "{shown} з {all} запитання"),
            (Few, "{shown} з {all} запитань"),
            (Many, "{shown} з {all} запитань"),
            (Other, "{shown} з {all} запитань"),
        ]),
    },
    cards: CardWords {
        front: "лицьовий бік",
        back: "зворотний бік",
        fronts: "лицьові боки",
        backs: "зворотні боки",
        unanswered: "У посібнику ще немає відповіді.",
    },
    book: BookWords {
        untitled: "Навчальний посібник",
        cover: "Обкладинка",
        title_page: "Титульна сторінка",
        contents: "Зміст",
        landmarks: "Орієнтири",
        start: "Початок тексту",
        questions: "Усі запитання",
        answer: "Відповідь",
        answers: "Відповіді",
        whole_answer: "Повна відповідь",
        review: "Повторення",
        section: "Розділ {}",
        page: "Сторінка {}",
        pages: "Сторінки шпаргалки",
        continued: "{} (продовження)",
        back: "назад до тексту",
        back_to_question: "назад до запитання",
        done: "виконано",
        to_do: "не виконано",
        picture: "зображення",
    },
    access: AccessWords {
        text: "Уся книга — це текст, який підлаштовується під екран, без звуку й руху. \
            Заголовки, списки, таблиці та виноски розмічено за їхнім призначенням, а \
            зміст веде до кожного розділу й запитання.",
        cover: "Обкладинка — зображення; його альтернативний текст містить назву.",
        pictures: "Зображення мають альтернативний текст.",
        some_without: "Деякі зображення не мають альтернативного тексту.",
        others_in_words: "Інші зображення замінено альтернативним текстом.",
        in_words: "Зображення замінено альтернативним текстом.",
        formulas: "Формули записано в MathML, їхній альтернативний текст — TeX.",
        tex: "Деякі формули подано лише в записі TeX.",
    },
    signs: Signs::COMMON,
};
