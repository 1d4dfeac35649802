//! Words in Chinese, in simplified characters.
//!
//! Counted are characters and words in Latin letters, which word processors call 字数.

use icu_plurals::PluralCategory::Other;

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "zh",
    alerts: ["说明", "提示", "重要", "警告", "注意"],
    sheet: SheetWords {
        words: Counted(&[(Other, "{shown}/{all} 字")]),
        questions: Counted(&[(Other, "{shown}/{all} 题")]),
    },
    cards: CardWords {
        front: "正面",
        back: "背面",
        fronts: "正面",
        backs: "背面",
        unanswered: "指南中还没有答案。",
    },
    book: BookWords {
        untitled: "学习指南",
        cover: "封面",
        title_page: "扉页",
        contents: "目录",
        landmarks: "导航点",
        start: "正文",
        questions: "全部问题",
        answer: "答案",
        answers: "答案",
        whole_answer: "完整答案",
        review: "复习",
        section: "第 {} 节",
        page: "第 {} 页",
        pages: "速查表页码",
        continued: "{}（续）",
        back: "返回正文",
        back_to_question: "返回问题",
        done: "已完成",
        to_do: "未完成",
        picture: "图片",
    },
    access: AccessWords {
        text: "全书都是可随屏幕重排的文字，没有声音和动画。标题、列表、表格和脚注都按各自的结构标记，\
            目录可通往每一节和每个问题。",
        cover: "封面是一张图片，其替代文字含有书名。",
        pictures: "图片都有替代文字。",
        some_without: "部分图片没有替代文字。",
        others_in_words: "其他图片以替代文字表示。",
        in_words: "图片以替代文字表示。",
        formulas: "公式为 MathML，并以 TeX 作为替代文字。",
        tex: "部分公式仅以 TeX 记法给出。",
    },
    signs: Signs { colon: "：", comma: "，", space: "" },
};
