//! Words in Spanish.
//!
//! After millions stands “de”.

use icu_plurals::PluralCategory::{Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "es",
    alerts: ["Nota", "Consejo", "Importante", "Advertencia", "Precaución"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} de {all} palabra"),
            (Many, "{shown} de {all} de palabras"),
            (Other, "{shown} de {all} palabras"),
        ]),
        questions: Counted(&[
            (One, "{shown} de {all} pregunta"),
            (Many, "{shown} de {all} de preguntas"),
            (Other, "{shown} de {all} preguntas"),
        ]),
    },
    cards: CardWords {
        front: "anverso",
        back: "reverso",
        fronts: "anversos",
        backs: "reversos",
        unanswered: "La guía aún no tiene respuesta.",
    },
    book: BookWords {
        untitled: "Guía de estudio",
        cover: "Cubierta",
        title_page: "Portada",
        contents: "Índice",
        landmarks: "Puntos de referencia",
        start: "Comienzo del texto",
        questions: "Todas las preguntas",
        answer: "Respuesta",
        answers: "Respuestas",
        whole_answer: "Respuesta completa",
        review: "Repaso",
        section: "Sección {}",
        page: "Página {}",
        pages: "Páginas de la hoja de repaso",
        continued: "{} (continuación)",
        back: "volver al texto",
        back_to_question: "volver a la pregunta",
        done: "hecho",
        to_do: "pendiente",
        picture: "imagen",
    },
    access: AccessWords {
        text: "Todo el libro es texto que se adapta a la pantalla, sin sonido ni \
            movimiento. Los títulos, las listas, las tablas y las notas al pie están \
            marcados como tales, y el índice lleva a cada sección y a cada pregunta.",
        cover: "La cubierta es una imagen; su texto alternativo contiene el título.",
        pictures: "Las imágenes tienen texto alternativo.",
        some_without: "Algunas imágenes no tienen texto alternativo.",
        others_in_words: "Otras imágenes se sustituyen por su texto alternativo.",
        in_words: "Las imágenes se sustituyen por su texto alternativo.",
        formulas: "Las fórmulas son MathML y tienen su TeX como texto alternativo.",
        tex: "Algunas fórmulas están solo en notación TeX.",
    },
    signs: Signs::COMMON,
};
