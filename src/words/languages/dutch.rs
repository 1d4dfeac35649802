//! Words in Dutch.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "nl",
    alerts: ["Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Voorzichtig"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} van {all} woord"),
            (Other, "{shown} van {all} woorden"),
        ]),
        questions: Counted(&[
            (One, "{shown} van {all} vraag"),
            (Other, "{shown} van {all} vragen"),
        ]),
    },
    cards: CardWords {
        front: "voorkant",
        back: "achterkant",
        fronts: "voorkanten",
        backs: "achterkanten",
        unanswered: "De gids heeft nog geen antwoord.",
    },
    book: BookWords {
        untitled: "Studiegids",
        cover: "Omslag",
        title_page: "Titelpagina",
        contents: "Inhoud",
        landmarks: "Oriëntatiepunten",
        start: "Begin van de tekst",
        questions: "Alle vragen",
        answer: "Antwoord",
        answers: "Antwoorden",
        whole_answer: "Volledig antwoord",
        review: "Herhaling",
        section: "Paragraaf {}",
        page: "Pagina {}",
        pages: "Pagina’s van het spiekbriefje",
        continued: "{} (vervolg)",
        back: "terug naar de tekst",
        back_to_question: "terug naar de vraag",
        done: "gedaan",
        to_do: "te doen",
        picture: "afbeelding",
    },
    access: AccessWords {
        text: "Het hele boek is tekst die zich aan het scherm aanpast, zonder geluid of \
            beweging. Koppen, lijsten, tabellen en voetnoten zijn als zodanig \
            gemarkeerd, en de inhoudsopgave leidt naar elke paragraaf en elke vraag.",
        cover: "De omslag is een afbeelding; de alternatieve tekst ervan bevat de titel.",
        pictures: "Afbeeldingen hebben een alternatieve tekst.",
        some_without: "Sommige afbeeldingen hebben geen alternatieve tekst.",
        others_in_words: "Andere afbeeldingen worden weergegeven door hun alternatieve tekst.",
        in_words: "Afbeeldingen worden weergegeven door hun alternatieve tekst.",
        formulas: "Formules zijn MathML, met hun TeX als alternatieve tekst.",
        tex: "Sommige formules staan er alleen in de notatie van TeX.",
    },
    signs: Signs::COMMON,
};
