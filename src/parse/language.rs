//! The language of a guide that does not name it, where the script gives it away.

use crate::source::Source;

/// A language tag: that of a script which one language has for itself, else `en`.
pub fn guess(sources: &[Source]) -> &'static str {
    let mut counts = [0_usize; TAGS.len()];
    let mut letters = 0_usize;
    // The first pages show the script as well as all of them do.
    let chars = sources.iter().flat_map(|source| source.text().chars()).take(20_000);
    for char in chars.filter(|char| char.is_alphabetic()) {
        letters += 1;
        if let Some(at) = script(char) {
            counts[at] += 1;
        }
    }
    let share = |at: usize| counts[at] * 100 / letters.max(1);
    // Japanese has ideographs too, and both have many words in Latin letters.
    if share(KANA) >= 5 {
        return TAGS[KANA];
    }
    let most = (0..TAGS.len()).filter(|at| *at != KANA).max_by_key(|at| counts[*at]);
    most.filter(|at| share(*at) >= 25).map_or("en", |at| TAGS[at])
}

const KANA: usize = 0;
const TAGS: [&str; 8] = ["ja", "zh", "ko", "el", "he", "th", "ka", "hy"];

fn script(char: char) -> Option<usize> {
    Some(match char {
        '\u{3040}'..='\u{30ff}' => KANA,
        '\u{4e00}'..='\u{9fff}' => 1,
        '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{370}'..='\u{3ff}' => 3,
        '\u{590}'..='\u{5ff}' => 4,
        '\u{e00}'..='\u{e7f}' => 5,
        '\u{10a0}'..='\u{10ff}' => 6,
        '\u{530}'..='\u{58f}' => 7,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_of_one_language_give_it_away() {
        for (text, tag) in [
            ("", "en"),
            ("Was ist das?", "en"),
            ("API とは何ですか。REST API design", "ja"),
            ("什么是数据库？", "zh"),
            ("데이터베이스란 무엇입니까", "ko"),
            ("Τι είναι αυτό;", "el"),
            ("The letter π is Greek", "en"),
        ] {
            assert_eq!(guess(&[Source::from_text("x", text)]), tag, "{text}");
        }
    }
}
