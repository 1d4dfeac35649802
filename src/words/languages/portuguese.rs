//! Words in Portuguese.
//!
//! Words that are the same in Brazil and in Portugal where there are some, so “Parte” and not
//! “Seção”. After millions stands “de”.

use icu_plurals::PluralCategory::{Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "pt",
    alerts: ["Nota", "Dica", "Importante", "Aviso", "Cuidado"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} de {all} palavra"),
            (Many, "{shown} de {all} de palavras"),
            (Other, "{shown} de {all} palavras"),
        ]),
        questions: Counted(&[
            (One, "{shown} de {all} pergunta"),
            (Many, "{shown} de {all} de perguntas"),
            (Other, "{shown} de {all} perguntas"),
        ]),
    },
    cards: CardWords {
        front: "frente",
        back: "verso",
        fronts: "frentes",
        backs: "versos",
        unanswered: "O guia ainda não tem resposta.",
    },
    book: BookWords {
        untitled: "Guia de estudo",
        cover: "Capa",
        title_page: "Folha de rosto",
        contents: "Índice",
        landmarks: "Pontos de referência",
        start: "Início do texto",
        questions: "Todas as perguntas",
        answer: "Resposta",
        answers: "Respostas",
        whole_answer: "Resposta completa",
        review: "Revisão",
        section: "Parte {}",
        page: "Página {}",
        pages: "Páginas da folha de revisão",
        continued: "{} (continuação)",
        back: "voltar ao texto",
        back_to_question: "voltar à pergunta",
        done: "feito",
        to_do: "a fazer",
        picture: "imagem",
    },
    access: AccessWords {
        text: "Todo o livro é texto que se adapta à tela ou ao ecrã, sem som nem \
            movimento. Títulos, listas, tabelas e notas de rodapé estão marcados \
            como tais, e o índice leva a cada parte e a cada pergunta.",
        cover: "A capa é uma imagem; o seu texto alternativo contém o título.",
        pictures: "As imagens têm texto alternativo.",
        some_without: "Algumas imagens não têm texto alternativo.",
        others_in_words: "Outras imagens são dadas pelo seu texto alternativo.",
        in_words: "As imagens são dadas pelo seu texto alternativo.",
        formulas: "As fórmulas são MathML e têm o seu TeX como texto alternativo.",
        tex: "Algumas fórmulas são dadas apenas em notação TeX.",
    },
    signs: Signs::COMMON,
};
