//! Words in Korean.
//!
//! What is counted stands before its number and the counter.

use icu_plurals::PluralCategory::Other;

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "ko",
    alerts: ["참고", "팁", "중요", "경고", "주의"],
    sheet: SheetWords {
        words: Counted(&[(Other, "단어 {all}개 중 {shown}개")]),
        questions: Counted(&[(Other, "질문 {all}개 중 {shown}개")]),
    },
    cards: CardWords {
        front: "앞면",
        back: "뒷면",
        fronts: "앞면",
        backs: "뒷면",
        unanswered: "가이드에 아직 답이 없습니다.",
    },
    book: BookWords {
        untitled: "학습 가이드",
        cover: "표지",
        title_page: "속표지",
        contents: "차례",
        landmarks: "주요 위치",
        start: "본문 시작",
        questions: "전체 질문",
        answer: "답",
        answers: "답",
        whole_answer: "답 전체",
        review: "복습",
        section: "섹션 {}",
        page: "{}쪽",
        pages: "요약지의 쪽",
        continued: "{} (계속)",
        back: "본문으로 돌아가기",
        back_to_question: "질문으로 돌아가기",
        done: "완료",
        to_do: "미완료",
        picture: "그림",
    },
    access: AccessWords {
        text: "책 전체가 화면에 맞추어 다시 배열되는 텍스트이며 소리나 움직임이 \
            없습니다. 제목, 목록, 표, 각주는 각각의 구조로 표시되어 있고, 차례에서 \
            모든 섹션과 질문으로 이동할 수 있습니다.",
        cover: "표지는 그림이며 대체 텍스트에 제목이 있습니다.",
        pictures: "그림에는 대체 텍스트가 있습니다.",
        some_without: "일부 그림에는 대체 텍스트가 없습니다.",
        others_in_words: "다른 그림은 대체 텍스트로 나타냅니다.",
        in_words: "그림은 대체 텍스트로 나타냅니다.",
        formulas: "수식은 MathML이며 대체 텍스트는 TeX입니다.",
        tex: "일부 수식은 TeX 표기로만 나타냅니다.",
    },
    signs: Signs::COMMON,
};
