//! Words in Italian.
//!
//! After millions stands “di”.

use icu_plurals::PluralCategory::{Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "it",
    alerts: ["Nota", "Suggerimento", "Importante", "Avviso", "Attenzione"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} su {all} parola"),
            (Many, "{shown} su {all} di parole"),
            (Other, "{shown} su {all} parole"),
        ]),
        questions: Counted(&[
            (One, "{shown} su {all} domanda"),
            (Many, "{shown} su {all} di domande"),
            (Other, "{shown} su {all} domande"),
        ]),
    },
    cards: CardWords {
        front: "fronte",
        back: "retro",
        fronts: "fronti",
        backs: "retri",
        unanswered: "La guida non ha ancora una risposta.",
    },
    book: BookWords {
        untitled: "Guida allo studio",
        cover: "Copertina",
        title_page: "Frontespizio",
        contents: "Indice",
        landmarks: "Punti di riferimento",
        start: "Inizio del testo",
        questions: "Tutte le domande",
        answer: "Risposta",
        answers: "Risposte",
        whole_answer: "Risposta completa",
        review: "Ripasso",
        section: "Sezione {}",
        page: "Pagina {}",
        pages: "Pagine del foglio di ripasso",
        continued: "{} (continua)",
        back: "torna al testo",
        back_to_question: "torna alla domanda",
        done: "fatto",
        to_do: "da fare",
        picture: "immagine",
    },
    access: AccessWords {
        text: "Tutto il libro è testo che si adatta allo schermo, senza suoni né \
            movimenti. Titoli, elenchi, tabelle e note sono contrassegnati come \
            tali, e l’indice porta a ogni sezione e a ogni domanda.",
        cover: "La copertina è un’immagine; il suo testo alternativo contiene il titolo.",
        pictures: "Le immagini hanno un testo alternativo.",
        some_without: "Alcune immagini non hanno un testo alternativo.",
        others_in_words: "Al posto di altre immagini c’è il loro testo alternativo.",
        in_words: "Al posto delle immagini c’è il loro testo alternativo.",
        formulas: "Le formule sono in MathML, con il loro TeX come testo alternativo.",
        tex: "Alcune formule sono date solo nella notazione TeX.",
    },
    signs: Signs::COMMON,
};
