//! Words in French.
//!
//! A space that does not break stands before a colon, and after millions “de”.

use icu_plurals::PluralCategory::{Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "fr",
    alerts: ["Note", "Astuce", "Important", "Avertissement", "Attention"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} sur {all} mot"),
            (Many, "{shown} sur {all} de mots"),
            (Other, "{shown} sur {all} mots"),
        ]),
        questions: Counted(&[
            (One, "{shown} sur {all} question"),
            (Many, "{shown} sur {all} de questions"),
            (Other, "{shown} sur {all} questions"),
        ]),
    },
    cards: CardWords {
        front: "recto",
        back: "verso",
        fronts: "rectos",
        backs: "versos",
        unanswered: "Le guide n’a pas encore de réponse.",
    },
    book: BookWords {
        untitled: "Guide de révision",
        cover: "Couverture",
        title_page: "Page de titre",
        contents: "Sommaire",
        landmarks: "Repères",
        start: "Début du texte",
        questions: "Toutes les questions",
        answer: "Réponse",
        answers: "Réponses",
        whole_answer: "Réponse complète",
        review: "Révision",
        section: "Section {}",
        page: "Page {}",
        pages: "Pages de la fiche",
        continued: "{} (suite)",
        back: "retour au texte",
        back_to_question: "retour à la question",
        done: "fait",
        to_do: "à faire",
        picture: "image",
    },
    access: AccessWords {
        text: "Tout le livre est du texte qui s’adapte à l’écran, sans son ni \
            mouvement. Les titres, les listes, les tableaux et les notes sont \
            balisés comme tels, et le sommaire mène à chaque section et à chaque \
            question.",
        cover: "La couverture est une image ; son texte de remplacement contient le \
            titre.",
        pictures: "Les images ont un texte de remplacement.",
        some_without: "Certaines images n’ont pas de texte de remplacement.",
        others_in_words: "D’autres images sont données par leur texte de remplacement.",
        in_words: "Les images sont données par leur texte de remplacement.",
        formulas: "Les formules sont en MathML, avec leur TeX comme texte de remplacement.",
        tex: "Certaines formules ne sont données qu’en notation TeX.",
    },
    signs: Signs { colon: "\u{a0}: ", ..Signs::COMMON },
};
