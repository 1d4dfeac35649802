//! The words that the products say themselves, in the language of the guide.
//!
//! Here is the one table of them: a file for each language, all with the fields of [`Words`],
//! so that a word that is missing does not compile. Words of messages are none of these: what the
//! command says is English, and so is its JSON.
//!
//! A guide's language is a tag (BCP 47). What counts of it is the first subtag, and of Chinese
//! the characters: traditional ones where the tag names them or a place that writes them. A
//! language that is not here is spoken to in English, with English's own plural.
//!
//! Numbers stay in the digits of the page, and questions are called `Q12` everywhere, since that
//! is what the command line takes.
//!
//! Sources: plural categories are CLDR's (`supplemental/plurals.xml`), from `icu_plurals`, and so
//! is the script that a place stands for (`supplemental/likelySubtags.xml`: Taiwan, Hong Kong and
//! Macao write `Hant`). Words for alerts, sections and contents were compared with the captions of
//! Asciidoctor (`data/locale`) and of SILE (`languages/*/messages.ftl`); where they are others, they
//! are shorter (“Inhalt”, “Sommaire”) or do not stand for a second kind of alert as well. All
//! other words and sentences have no source but the language.

mod kinds;
mod languages;

pub use kinds::Words;

use languages::ALL;

impl Words {
    /// The words for a language tag.
    pub fn of(tag: &str) -> &'static Self {
        let mut speaking = ALL.iter().copied().filter(|words| words.are_in(tag));
        let first = speaking.next().unwrap_or(ALL[0]);
        // Only Chinese is here twice.
        let Some(traditional) = speaking.next() else { return first };
        if writes_traditional(subtags(tag).skip(1)) { traditional } else { first }
    }

    /// Whether they are in the language of a tag, and not English in its place.
    pub(crate) fn are_in(&self, tag: &str) -> bool {
        primary(self.tag).eq_ignore_ascii_case(primary(tag))
    }

    /// Each language's words, for tests.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        ALL.iter().copied()
    }

    /// “2150 of 2297 words”.
    pub fn words_shown(&self, shown: usize, all: usize) -> String {
        self.sheet.words.of(self.tag, shown, all)
    }

    /// “31 of 31 questions”.
    pub fn questions_shown(&self, shown: usize, all: usize) -> String {
        self.sheet.questions.of(self.tag, shown, all)
    }
}

/// The parts of a language tag.
fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    tag.trim().split(['-', '_'])
}

/// The language itself.
fn primary(tag: &str) -> &str {
    subtags(tag).next().unwrap_or_default()
}

/// Whether Chinese with these subtags is written in traditional characters. A script says more
/// than a place.
fn writes_traditional<'a>(subtags: impl Iterator<Item = &'a str>) -> bool {
    let mut traditional = false;
    for subtag in subtags {
        match subtag.to_ascii_lowercase().as_str() {
            "hant" => return true,
            "hans" => return false,
            "tw" | "hk" | "mo" => traditional = true,
            _ => {}
        }
    }
    traditional
}

/// A phrase with a name or number put in.
pub(crate) fn filled(phrase: &str, with: &str) -> String {
    phrase.replacen("{}", with, 1)
}

#[cfg(test)]
mod tests {
    use icu_plurals::PluralCategory;
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_tag_has_the_words_of_its_language() {
        for (tag, language) in [
            ("en", "en"),
            ("de-AT", "de"),
            ("PT_br", "pt"),
            ("zh", "zh"),
            ("zh-CN", "zh"),
            ("zh-Hant", "zh-Hant"),
            ("zh-tw", "zh-Hant"),
            ("zh-Hans-HK", "zh"),
            ("zh_HK", "zh-Hant"),
            ("eo", "en"),
            ("deu", "en"),
            ("", "en"),
            ("und", "en"),
        ] {
            assert_eq!(Words::of(tag).tag, language, "{tag}");
        }
        assert!(Words::of("fr-CA").are_in("fr-CA") && !Words::of("eo").are_in("eo"));
    }

    #[test]
    fn what_is_counted_has_the_plural_of_its_number() {
        for (tag, all, words) in [
            ("en", 1, "1 of 1 word"),
            ("en", 2297, "1 of 2297 words"),
            ("de", 2297, "1 von 2297 Wörtern"),
            ("fr", 0, "1 sur 0 mot"),
            ("fr", 2, "1 sur 2 mots"),
            ("fr", 1_000_000, "1 sur 1000000 de mots"),
            ("ru", 21, "1 из 21 слова"),
            ("ru", 11, "1 из 11 слов"),
            ("ru", 1002, "1 из 1002 слов"),
            ("uk", 101, "1 з 101 слова"),
            ("pl", 1, "1 z 1 słowa"),
            ("pl", 21, "1 z 21 słów"),
            ("ar", 1, "1 من كلمة واحدة"),
            ("ar", 2, "1 من كلمتين"),
            ("ar", 103, "1 من 103 كلمات"),
            ("ar", 11, "1 من 11 كلمة"),
            ("he", 1, "1 מתוך מילה אחת"),
            ("ja", 2, "2字中1字"),
            ("zh-TW", 2, "1/2 字"),
        ] {
            assert_eq!(Words::of(tag).words_shown(1, all), words, "{tag}");
        }
        assert_eq!(Words::of("ar").questions_shown(9, 31), "9 من 31 سؤالًا");
        assert_eq!(Words::of("uk").questions_shown(3, 3), "3 з 3 запитань");
    }

    /// CLDR's categories for whole numbers are in its rules; that of fractions alone, as in
    /// Russian, is for other numbers all the same.
    #[test]
    fn each_language_has_a_phrase_for_each_of_its_plurals() {
        for words in Words::all() {
            let language = words.tag;
            let rules = kinds::plural_rules(language).expect("known");
            let mut categories: Vec<_> = rules.categories().collect();
            categories.sort();
            for counted in [&words.sheet.words, &words.sheet.questions] {
                let mut phrases: Vec<_> = counted.categories().collect();
                assert_eq!(phrases.last(), Some(&PluralCategory::Other), "{language}");
                phrases.sort();
                assert_eq!(phrases, categories, "{language}");
            }
        }
    }

    /// Each string, with the names of the fields that lead to it.
    fn strings(value: &Value, name: &str, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => found.push((name.to_owned(), text.clone())),
            Value::Array(values) => {
                for value in values {
                    strings(value, name, found);
                }
            }
            Value::Object(fields) => {
                for (field, value) in fields {
                    strings(value, &format!("{name}.{field}"), found);
                }
            }
            _ => panic!("{name} is no text"),
        }
    }

    #[test]
    fn each_word_is_there_in_each_language() {
        for words in Words::all() {
            let mut found = Vec::new();
            let value = serde_json::to_value(words).expect("a tree of texts");
            strings(&value, "", &mut found);
            assert!(found.len() >= 42, "{found:?}");
            for (name, text) in found {
                let place = format!("{}{name}: {text:?}", words.tag);
                assert!(!text.trim().is_empty(), "{place}");
                assert!(name.starts_with(".signs") || text.trim() == text, "{place}");
                assert!(
                    !text.contains(['\u{fffd}', '\u{a0}']) || name.starts_with(".signs")
                );
                let wants = match name.rsplit('.').next() {
                    Some("section" | "page" | "continued") => &["{}"][..],
                    _ => &[],
                };
                let has = text.matches("{}").count();
                assert_eq!(has, wants.len(), "{place}");
                if name.starts_with(".sheet") {
                    assert!(text.contains("{shown}"), "{place}");
                }
                // What is no Latin script has Latin letters in names alone.
                let names = text.replace("MathML", "").replace("TeX", "");
                let names = names.replace("{shown}", "").replace("{all}", "");
                let latin = names.contains(|c: char| c.is_ascii_alphabetic());
                let written_so =
                    ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "tr", "vi"]
                        .contains(&primary(words.tag));
                assert!(written_so || !latin, "{place}");
            }
        }
    }
}
