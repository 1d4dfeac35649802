//! The language of a guide that does not name it, where the script gives it away.

use crate::source::Source;

/// A language tag: that of a script which one language has for itself, else `en`. Of those
/// that share the Arabic script, Persian and Urdu are known by letters of their own.
pub(super) fn guess(sources: &[Source]) -> &'static str {
    let mut counts = [0_usize; TAGS.len()];
    let (mut letters, mut persian, mut urdu) = (0_usize, 0_usize, 0_usize);
    // The first pages show the script as well as all of them do.
    let chars = sources.iter().flat_map(|source| words(source.text())).take(20_000);
    for char in chars.filter(|char| char.is_alphabetic()) {
        letters += 1;
        persian += usize::from(PERSIAN.contains(&char));
        urdu += usize::from(URDU.contains(&char));
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
    // A guide to Hebrew in English must not be laid out from the right: for these it takes half.
    let needed = |at: usize| if [HEBREW, ARABIC].contains(&at) { 50 } else { 25 };
    match most.filter(|at| share(*at) >= needed(*at)) {
        // One letter in forty is more than names and quotations bring in.
        Some(ARABIC) if urdu * 40 > counts[ARABIC] => "ur",
        Some(ARABIC) if persian * 40 > counts[ARABIC] => "fa",
        Some(at) => TAGS[at],
        None => "en",
    }
}

/// The characters of a text without blocks of code, which are in Latin letters everywhere.
fn words(text: &str) -> impl Iterator<Item = char> {
    let mut fenced = false;
    let lines = text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fence && !fenced
    });
    lines.flat_map(str::chars)
}

const KANA: usize = 0;
const HEBREW: usize = 4;
const ARABIC: usize = 8;
const TAGS: [&str; 9] = ["ja", "zh", "ko", "el", "he", "th", "ka", "hy", "ar"];
/// Letters of Persian that Arabic has not.
const PERSIAN: [char; 6] = ['پ', 'چ', 'ژ', 'گ', 'ک', 'ی'];
/// Letters of Urdu that Persian has not.
const URDU: [char; 5] = ['ٹ', 'ڈ', 'ڑ', 'ں', 'ے'];

fn script(char: char) -> Option<usize> {
    Some(match char {
        '\u{3040}'..='\u{30ff}' => KANA,
        '\u{4e00}'..='\u{9fff}' => 1,
        '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{370}'..='\u{3ff}' => 3,
        '\u{590}'..='\u{5ff}' => HEBREW,
        '\u{e00}'..='\u{e7f}' => 5,
        '\u{10a0}'..='\u{10ff}' => 6,
        '\u{530}'..='\u{58f}' => 7,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => ARABIC,
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
            ("מהו מפתח ראשי ב-SQL?", "he"),
            ("ما هو المفتاح الأساسي في SQL؟", "ar"),
            ("کلید اصلی چیست و چرا به آن نیاز داریم؟", "fa"),
            ("بنیادی کلید کیا ہے اور یہ کیوں ضروری ہے؟ ٹیبل میں", "ur"),
            ("The word שלום means peace, and ספר is a book", "en"),
        ] {
            assert_eq!(guess(&[Source::from_text("x", text)]), tag, "{text}");
        }
    }

    #[test]
    fn code_does_not_outweigh_words() {
        let text = "מהי פונקציה?\n\n```js\nfunction add(a, b) { return a + b; }\n```\n";
        assert_eq!(guess(&[Source::from_text("x", text)]), "he");
    }
}
