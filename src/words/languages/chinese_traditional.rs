//! Words in Chinese, in traditional characters.
//!
//! Words are those of Taiwan where they differ from those of Hong Kong.

use icu_plurals::PluralCategory::Other;

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "zh-Hant",
    alerts: ["說明", "提示", "重要", "警告", "注意"],
    sheet: SheetWords {
        words: Counted(&[(Other, "{shown}/{all} 字")]),
        questions: Counted(&[(Other, "{shown}/{all} 題")]),
    },
    cards: CardWords {
        front: "正面",
        back: "背面",
        fronts: "正面",
        backs: "背面",
        unanswered: "指南中還沒有答案。",
    },
    book: BookWords {
        untitled: "學習指南",
        cover: "封面",
        title_page: "書名頁",
        contents: "目錄",
        landmarks: "導覽點",
        start: "正文",
        questions: "全部問題",
        answer: "答案",
        answers: "答案",
        whole_answer: "完整答案",
        review: "複習",
        section: "第 {} 節",
        page: "第 {} 頁",
        pages: "速查表頁碼",
        continued: "{}（續）",
        back: "返回正文",
        back_to_question: "返回問題",
        done: "已完成",
        to_do: "未完成",
        picture: "圖片",
    },
    access: AccessWords {
        text: "全書都是可隨螢幕重排的文字，沒有聲音和動畫。標題、清單、表格和註腳都按各自的結構標記，\
            目錄可通往每一節和每個問題。",
        cover: "封面是一張圖片，其替代文字含有書名。",
        pictures: "圖片都有替代文字。",
        some_without: "部分圖片沒有替代文字。",
        others_in_words: "其他圖片以替代文字表示。",
        in_words: "圖片以替代文字表示。",
        formulas: "公式為 MathML，並以 TeX 作為替代文字。",
        tex: "部分公式僅以 TeX 記法給出。",
    },
    signs: Signs { colon: "：", comma: "，", space: "" },
};
