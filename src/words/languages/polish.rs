//! Words in Polish.
//!
//! After “z” stands the genitive: singular for 1 alone, plural for all other numbers.

use icu_plurals::PluralCategory::{Few, Many, One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "pl",
    alerts: ["Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Przestroga"],
    sheet: SheetWords {
        words: Counted(&[
            (One, "{shown} z {all} słowa"),
            (Few, "{shown} z {all} słów"),
            (Many, "{shown} z {all} słów"),
            (Other, "{shown} z {all} słów"),
        ]),
        questions: Counted(&[
            (One, "{shown} z {all} pytania"),
            (Few, "{shown} z {all} pytań"),
            (Many, "{shown} z {all} pytań"),
            (Other, "{shown} z {all} pytań"),
        ]),
    },
    cards: CardWords {
        front: "przód",
        back: "tył",
        fronts: "przody kart",
        backs: "tyły kart",
        unanswered: "W materiałach nie ma jeszcze odpowiedzi.",
    },
    book: BookWords {
        untitled: "Materiały do nauki",
        cover: "Okładka",
        title_page: "Strona tytułowa",
        contents: "Spis treści",
        landmarks: "Punkty orientacyjne",
        start: "Początek tekstu",
        questions: "Wszystkie pytania",
        answer: "Odpowiedź",
        answers: "Odpowiedzi",
        whole_answer: "Cała odpowiedź",
        review: "Powtórka",
        section: "Rozdział {}",
        page: "Strona {}",
        pages: "Strony ściągi",
        continued: "{} (ciąg dalszy)",
        back: "powrót do tekstu",
        back_to_question: "powrót do pytania",
        done: "zrobione",
        to_do: "do zrobienia",
        picture: "obraz",
    },
    access: AccessWords {
        text: "Cała książka jest tekstem, który dopasowuje się do ekranu, bez dźwięku i \
            ruchu. Nagłówki, listy, tabele i przypisy są oznaczone zgodnie z ich \
            rolą, a spis treści prowadzi do każdego rozdziału i pytania.",
        cover: "Okładka jest obrazem; jej tekst alternatywny zawiera tytuł.",
        pictures: "Obrazy mają tekst alternatywny.",
        some_without: "Niektóre obrazy nie mają tekstu alternatywnego.",
        others_in_words: "Pozostałe obrazy zastępuje ich tekst alternatywny.",
        in_words: "Obrazy zastępuje ich tekst alternatywny.",
        formulas: "Wzory są zapisane w MathML, a ich tekst alternatywny w TeX-u.",
        tex: "Niektóre wzory są podane tylko w notacji TeX-a.",
    },
    signs: Signs::COMMON,
};
