//! Words in Russian.
//!
//! After “из” stands the genitive: singular for 1, 21, 31, plural for 2 and for 5.

use icu_plurals::PluralCategory::{Few, Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "ru",
    alerts: ["Примечание", "Совет", "Важно", "Предупреждение", "Осторожно"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} из {all} слова"),
            (Few, "{shown} из {all} слов"),
            (Many, "{shown} из {all} слов"),
            (Other, "{shown} из {all} слов"),
        ]),
        questions: Counted(&[
            (One, "{shown} из {all} вопроса"),
            (Few, "{shown} из {all} вопросов"),
            (Many, "{shown} из {all} вопросов"),
            (Other, "{shown} из {all} вопросов"),
        ]),
    },
    cards: CardWords {
        front: "лицевая сторона",
        back: "оборотная сторона",
        fronts: "лицевые стороны",
        backs: "оборотные стороны",
        unanswered: "В пособии пока нет ответа.",
    },
    book: BookWords {
        untitled: "Учебное пособие",
        cover: "Обложка",
        title_page: "Титульный лист",
        contents: "Содержание",
        landmarks: "Ориентиры",
        start: "Начало текста",
        questions: "Все вопросы",
        answer: "Ответ",
        answers: "Ответы",
        whole_answer: "Полный ответ",
        review: "Повторение",
        section: "Раздел {}",
        page: "Страница {}",
        pages: "Страницы шпаргалки",
        continued: "{} (продолжение)",
        back: "назад к тексту",
        back_to_question: "назад к вопросу",
        done: "выполнено",
        to_do: "не выполнено",
        picture: "изображение",
    },
    access: AccessWords {
        text: "Вся книга — это текст, который подстраивается под экран, без звука и \
            движения. Заголовки, списки, таблицы и сноски размечены по своему \
            назначению, а содержание ведёт к каждому разделу и вопросу.",
        cover: "Обложка — изображение; в его альтернативном тексте указано название.",
        pictures: "У изображений есть альтернативный текст.",
        some_without: "У некоторых изображений нет альтернативного текста.",
        others_in_words: "Остальные изображения заменены альтернативным текстом.",
        in_words: "Изображения заменены альтернативным текстом.",
        formulas: "Формулы записаны в MathML, их альтернативный текст — TeX.",
        tex: "Некоторые формулы даны только в записи TeX.",
    },
    signs: Signs::COMMON,
};
