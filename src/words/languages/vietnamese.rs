//! Words in Vietnamese.
//!
//! Nouns have no plural. Counted is what stands between spaces, which is called “từ”.

use icu_plurals::PluralCategory::{One, Other};

use crate::words::kinds::{
    AccessWords, BookWords, CardWords, Counted, SheetWords, Signs, Words,
};

pub(in crate::words) static WORDS: Words = Words {
    tag: "vi",
    alerts: ["Ghi chú", "Mẹo", "Quan trọng", "Cảnh báo", "Thận trọng"],
    sheet: SheetWords {
        words: Counted(&[(One, "{shown}/{all} từ"), (Other, "{shown}/{all} từ")]),
        questions: Counted(&[
            (One, "{shown}/{all} câu hỏi"),
            (Other, "{shown}/{all} câu hỏi"),
        ]),
    },
    cards: CardWords {
        front: "mặt trước",
        back: "mặt sau",
        fronts: "các mặt trước",
        backs: "các mặt sau",
        unanswered: "Tài liệu chưa có câu trả lời.",
    },
    book: BookWords {
        untitled: "Tài liệu ôn tập",
        cover: "Bìa",
        title_page: "Trang tên sách",
        contents: "Mục lục",
        landmarks: "Điểm mốc",
        start: "Đầu văn bản",
        questions: "Tất cả câu hỏi",
        answer: "Câu trả lời",
        answers: "Các câu trả lời",
        whole_answer: "Câu trả lời đầy đủ",
        review: "Ôn tập",
        section: "Mục {}",
        page: "Trang {}",
        pages: "Các trang của tờ tóm tắt",
        continued: "{} (tiếp theo)",
        back: "quay lại văn bản",
        back_to_question: "quay lại câu hỏi",
        done: "đã xong",
        to_do: "chưa xong",
        picture: "hình ảnh",
    },
    access: AccessWords {
        text: "Toàn bộ sách là văn bản tự dàn theo màn hình, không có âm thanh hay \
            chuyển động. Tiêu đề, danh sách, bảng và chú thích được đánh dấu đúng \
            loại, và mục lục dẫn đến từng mục và từng câu hỏi.",
        cover: "Bìa là một hình ảnh; văn bản thay thế của nó có tên sách.",
        pictures: "Các hình ảnh có văn bản thay thế.",
        some_without: "Một số hình ảnh không có văn bản thay thế.",
        others_in_words: "Các hình ảnh khác được thay bằng văn bản thay thế.",
        in_words: "Các hình ảnh được thay bằng văn bản thay thế.",
        formulas: "Công thức ở dạng MathML, có TeX làm văn bản thay thế.",
        tex: "Một số công thức chỉ có ở dạng TeX.",
    },
    signs: Signs::COMMON,
};
