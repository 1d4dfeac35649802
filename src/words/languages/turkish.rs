//! Words in Turkish.
//!
//! A noun stays singular after its number. A case ending would go by how the number is spoken,
//! so that the two stand on both sides of a slash.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "tr",
    alerts: ["Not", "İpucu", "Önemli", "Uyarı", "Dikkat"],
    sheet: SheetWords {
        words: Counted(&[(One, "{shown}/{all} kelime"), (Other, "{shown}/{all} kelime")]),
        questions: Counted(&[(One, "{shown}/{all} soru"), (Other, "{shown}/{all} soru")]),
    },
    cards: CardWords {
        front: "ön yüz",
        back: "arka yüz",
        fronts: "ön yüzler",
        backs: "arka yüzler",
        unanswered: "Rehberde henüz yanıt yok.",
    },
    book: BookWords {
        untitled: "Çalışma rehberi",
        cover: "Kapak",
        title_page: "İç kapak",
        contents: "İçindekiler",
        landmarks: "Önemli noktalar",
        start: "Metnin başlangıcı",
        questions: "Tüm sorular",
        answer: "Yanıt",
        answers: "Yanıtlar",
        whole_answer: "Yanıtın tamamı",
        review: "Tekrar",
        section: "Bölüm {}",
        page: "Sayfa {}",
        pages: "Özet kâğıdının sayfaları",
        continued: "{} (devam)",
        back: "metne dön",
        back_to_question: "soruya dön",
        done: "yapıldı",
        to_do: "yapılacak",
        picture: "resim",
    },
    access: AccessWords {
        text: "Kitabın tamamı ekrana göre yeniden akan metindir; ses ve hareket \
            içermez. Başlıklar, listeler, tablolar ve dipnotlar türlerine göre \
            işaretlenmiştir ve içindekiler her bölüme ve soruya götürür.",
        cover: "Kapak bir resimdir; alternatif metninde başlık bulunur.",
        pictures: "Resimlerin alternatif metni vardır.",
        some_without: "Bazı resimlerin alternatif metni yoktur.",
        others_in_words: "Öteki resimlerin yerine alternatif metinleri verilmiştir.",
        in_words: "Resimlerin yerine alternatif metinleri verilmiştir.",
        formulas: "Formüller MathML’dir; alternatif metinleri TeX’tir.",
        tex: "Bazı formüller yalnızca TeX gösterimiyle verilmiştir.",
    },
    signs: Signs::COMMON,
};
