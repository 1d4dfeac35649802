//! Words in German.
//!
//! Nouns have capitals; what is counted stands in the dative after “von”.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "de",
    alerts: ["Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} von {all} Wort"),
            (Other, "{shown} von {all} Wörtern"),
        ]),
        questions: Counted(&[
            (One, "{shown} von {all} Frage"),
            (Other, "{shown} von {all} Fragen"),
        ]),
    },
    cards: CardWords {
        front: "Vorderseite",
        back: "Rückseite",
        fronts: "Vorderseiten",
        backs: "Rückseiten",
        unanswered: "Das Lernheft hat noch keine Antwort.",
    },
    book: BookWords {
        untitled: "Lernheft",
        cover: "Umschlag",
        title_page: "Titelseite",
        contents: "Inhalt",
        landmarks: "Orientierung",
        start: "Beginn des Textes",
        questions: "Alle Fragen",
        answer: "Antwort",
        answers: "Antworten",
        whole_answer: "Ganze Antwort",
        review: "Wiederholung",
        section: "Abschnitt {}",
        page: "Seite {}",
        pages: "Seiten des Spickzettels",
        continued: "{} (Fortsetzung)",
        back: "zurück zum Text",
        back_to_question: "zurück zur Frage",
        done: "erledigt",
        to_do: "zu tun",
        picture: "Bild",
    },
    access: AccessWords {
        text: "Das ganze Buch ist Text, der sich dem Bildschirm anpasst, ohne Ton und \
            Bewegung. Überschriften, Listen, Tabellen und Fußnoten sind als solche \
            ausgezeichnet, und das Inhaltsverzeichnis führt zu jedem Abschnitt und \
            jeder Frage.",
        cover: "Der Umschlag ist ein Bild; sein Alternativtext nennt den Titel.",
        pictures: "Bilder haben Alternativtexte.",
        some_without: "Einige Bilder haben keinen Alternativtext.",
        others_in_words: "Für andere Bilder stehen ihre Alternativtexte.",
        in_words: "Für Bilder stehen ihre Alternativtexte.",
        formulas: "Formeln sind MathML mit ihrem TeX als Alternativtext.",
        tex: "Einige Formeln stehen nur in der Schreibweise von TeX da.",
    },
    signs: Signs::COMMON,
};
