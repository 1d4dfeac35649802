//! Words in Japanese.
//!
//! Counted are characters and words in Latin letters, which word processors call 文字数.

use icu_plurals::PluralCategory::Other;

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "ja",
    alerts: ["注記", "ヒント", "重要", "警告", "注意"],
    sheet: SheetWords {
        words: Counted(&[(Other, "{all}字中{shown}字")]),
        questions: Counted(&[(Other, "{all}問中{shown}問")]),
    },
    cards: CardWords {
        front: "表面",
        back: "裏面",
        fronts: "表面",
        backs: "裏面",
        unanswered: "このガイドにはまだ答えがありません。",
    },
    book: BookWords {
        untitled: "学習ガイド",
        cover: "表紙",
        title_page: "扉",
        contents: "目次",
        landmarks: "ランドマーク",
        start: "本文の始まり",
        questions: "問題一覧",
        answer: "答え",
        answers: "答え",
        whole_answer: "答えの全文",
        review: "復習",
        section: "セクション{}",
        page: "{}ページ",
        pages: "チートシートのページ",
        continued: "{}（続き）",
        back: "本文に戻る",
        back_to_question: "問題に戻る",
        done: "完了",
        to_do: "未完了",
        picture: "画像",
    },
    access: AccessWords {
        text: "本書はすべて、画面に合わせて組み直されるテキストで、音も動きもありません。\
            見出し、リスト、表、脚注はそれぞれの構造として記述され、目次からすべてのセクションと問題に移動できます。",
        cover: "表紙は画像で、その代替テキストに書名があります。",
        pictures: "画像には代替テキストがあります。",
        some_without: "代替テキストのない画像があります。",
        others_in_words: "その他の画像は代替テキストで示されます。",
        in_words: "画像は代替テキストで示されます。",
        formulas: "数式はMathMLで記述され、代替テキストはTeXです。",
        tex: "一部の数式はTeXの表記だけで示されます。",
    },
    signs: Signs { colon: "：", comma: "、", space: "" },
};
