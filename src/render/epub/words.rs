//! The few words that the book says itself, in the guide's language where it is known.

/// Words in one language; each field is named by its English words.
#[derive(Debug)]
pub struct Words {
    pub untitled: &'static str,
    pub cover: &'static str,
    pub title_page: &'static str,
    pub contents: &'static str,
    pub landmarks: &'static str,
    pub start: &'static str,
    pub questions: &'static str,
    pub answer: &'static str,
    pub answers: &'static str,
    pub review: &'static str,
    pub section: &'static str,
    pub page: &'static str,
    pub pages: &'static str,
    pub continued: &'static str,
    pub back: &'static str,
    pub back_to_question: &'static str,
    pub done: &'static str,
    pub to_do: &'static str,
    pub picture: &'static str,
}

impl Words {
    /// The words for a language tag; English where the language is not at hand.
    pub fn of(tag: &str) -> &'static Self {
        match tag.split('-').next() {
            Some("de") => &GERMAN,
            Some("es") => &SPANISH,
            Some("fr") => &FRENCH,
            Some("ja") => &JAPANESE,
            _ => &ENGLISH,
        }
    }
}

static ENGLISH: Words = Words {
    untitled: "Study guide",
    cover: "Cover",
    title_page: "Title page",
    contents: "Contents",
    landmarks: "Landmarks",
    start: "Start of the text",
    questions: "All questions",
    answer: "Answer",
    answers: "Answers",
    review: "Review",
    section: "Section",
    page: "Page",
    pages: "Pages of the cheat sheet",
    continued: "continued",
    back: "back to the text",
    back_to_question: "back to the question",
    done: "done",
    to_do: "to do",
    picture: "picture",
};

static GERMAN: Words = Words {
    untitled: "Lernheft",
    cover: "Umschlag",
    title_page: "Titelseite",
    contents: "Inhalt",
    landmarks: "Orientierung",
    start: "Beginn des Textes",
    questions: "Alle Fragen",
    answer: "Antwort",
    answers: "Antworten",
    review: "Wiederholung",
    section: "Abschnitt",
    page: "Seite",
    pages: "Seiten des Spickzettels",
    continued: "Fortsetzung",
    back: "zurück zum Text",
    back_to_question: "zurück zur Frage",
    done: "erledigt",
    to_do: "zu tun",
    picture: "Bild",
};

static SPANISH: Words = Words {
    untitled: "Guía de estudio",
    cover: "Cubierta",
    title_page: "Portada",
    contents: "Índice",
    landmarks: "Puntos de referencia",
    start: "Comienzo del texto",
    questions: "Todas las preguntas",
    answer: "Respuesta",
    answers: "Respuestas",
    review: "Repaso",
    section: "Sección",
    page: "Página",
    pages: "Páginas de la hoja de repaso",
    continued: "continuación",
    back: "volver al texto",
    back_to_question: "volver a la pregunta",
    done: "hecho",
    to_do: "pendiente",
    picture: "imagen",
};

static FRENCH: Words = Words {
    untitled: "Guide de révision",
    cover: "Couverture",
    title_page: "Page de titre",
    contents: "Sommaire",
    landmarks: "Repères",
    start: "Début du texte",
    questions: "Toutes les questions",
    answer: "Réponse",
    answers: "Réponses",
    review: "Révision",
    section: "Section",
    page: "Page",
    pages: "Pages de la fiche",
    continued: "suite",
    back: "retour au texte",
    back_to_question: "retour à la question",
    done: "fait",
    to_do: "à faire",
    picture: "image",
};

static JAPANESE: Words = Words {
    untitled: "学習ガイド",
    cover: "表紙",
    title_page: "扉",
    contents: "目次",
    landmarks: "ランドマーク",
    start: "本文の始まり",
    questions: "問題一覧",
    answer: "答え",
    answers: "答え",
    review: "復習",
    section: "セクション",
    page: "ページ",
    pages: "チートシートのページ",
    continued: "続き",
    back: "本文に戻る",
    back_to_question: "問題に戻る",
    done: "完了",
    to_do: "未完了",
    picture: "画像",
};
