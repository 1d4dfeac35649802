//! Faces of the system: which of them shows what the embedded faces lack.

use offprint::internals::font::{Style, Weight};
use offprint::product::FontSet;

use crate::support::skipped;

/// Says so, and gives false, where the system has not the faces that the tests know.
fn has_noto_cjk() -> bool {
    let mut database = fontdb::Database::new();
    database.load_system_fonts();
    let has = |name: &str| database.faces().any(|face| face.post_script_name == name);
    let has = has("NotoSansCJKjp-Regular") && has("NotoSansCJKjp-Bold");
    if !has {
        skipped("Noto Sans CJK is not installed");
    }
    has
}

/// The name of the face that shows `c` where `text` is covered for readers of `language`.
fn face_of(text: &str, language: &str, weight: Weight, c: char) -> String {
    let mut fonts = FontSet::bundled();
    assert!(fonts.find_fallbacks(text.chars(), language).is_empty(), "{language}");
    let style = Style { weight, ..Style::default() };
    let id = fonts.resolve(style, c, false).expect("a face");
    fonts.face(id).name().to_owned()
}

#[test]
fn ideographs_are_drawn_as_the_readers_of_the_language_draw_them() {
    if !has_noto_cjk() {
        return;
    }
    for (language, text, face) in [
        ("ja", "日本語の学習ガイド、骨と直角。", "NotoSansCJKjp"),
        ("ko", "한국어 학습 안내서 骨 直", "NotoSansCJKkr"),
        ("zh", "简体中文学习指南骨直角", "NotoSansCJKsc"),
        ("zh-TW", "繁體中文學習指南骨直角", "NotoSansCJKtc"),
        ("zh-HK", "繁體中文學習指南骨直角", "NotoSansCJKhk"),
    ] {
        let c = text.chars().find(|c| *c >= '\u{4e00}').expect("an ideograph");
        let regular = face_of(text, language, Weight::Regular, c);
        assert_eq!(regular, format!("{face}-Regular"), "{language}");
        for weight in [Weight::SemiBold, Weight::Bold] {
            let bold = face_of(text, language, weight, c);
            assert_eq!(bold, format!("{face}-Bold"), "{language}");
        }
    }
}
