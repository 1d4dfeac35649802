//! What a line of words says about being a question: marks, numbers, words.

/// How much a line of words looks like a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asks {
    No,
    /// It begins as questions do.
    Perhaps,
    /// It has a question mark at its end.
    Yes,
}

/// A mark before a question: `Q12:`, `12.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub number: Option<u32>,
    /// How many bytes of the line it takes.
    pub length: usize,
    /// Whether it names the question one (`Q12`), or is only a number.
    pub named: bool,
}

/// Judges a line of words.
pub(super) fn asks(line: &str) -> Asks {
    let words = match mark(line) {
        Some(mark) => &line[mark.length..],
        None => line,
    };
    let words = words.trim();
    if ends_asking(words) {
        return Asks::Yes;
    }
    let begins = opening_words(words).is_some_and(|opening| begins_asking(&opening));
    if begins { Asks::Perhaps } else { Asks::No }
}

/// The signs that end a question.
pub(super) const MARKS: [char; 4] = ['?', '？', '؟', '⁇'];

/// Whether a sign of a question stands anywhere in `words`.
pub(super) fn has_sign(words: &str) -> bool {
    words.contains(MARKS) || words.lines().any(asks_otherwise)
}

/// Greek ends a question with a semicolon, formal Japanese with a syllable; Armenian has a mark
/// on the word that asks.
fn asks_otherwise(words: &str) -> bool {
    let greek =
        |char: char| matches!(char, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    words.contains('\u{55e}')
        || words.trim_end().ends_with([';', '\u{37e}']) && words.contains(greek)
        || words.trim_end_matches(['。', ' ', '\n']).ends_with("ですか")
        || words.trim_end_matches(['。', ' ', '\n']).ends_with("ますか")
}

/// Whether words request knowledge, or ask without a question mark. What may as well be an
/// instruction (`Create a file`) or the beginning of a statement (`When ...`) is no request.
pub(super) fn requests(line: &str) -> bool {
    const FIRST: &str = " explain describe define compare discuss differentiate distinguish \
        summarise summarize illustrate elaborate justify \
        what what's what’s how how's why \
        nenne erkläre erläutere beschreibe vergleiche definiere begründe was warum \
        expliquez décrivez définissez comparez citez pourquoi comment \
        explique describa defina compare cite explica describe enumera qué cómo \
        descreva explicite spiega descrivi definisci confronta elenca \
        объясните опишите сравните назовите перечислите что как почему \
        açıklayınız tanımlayınız wyjaśnij opisz porównaj wymień leg beschrijf vergelijk noem \
        förklara beskriv jämför nämn berätta forklar sammenlign fortæl fortell vysvětlete \
        popište porovnejte vyjmenujte povězte vysvetlite opíšte objasnite opišite usporedite \
        navedite објасните опишите поясніть опишіть порівняйте назвіть обясни обяснете опишете \
        explicați descrieți comparați selitä kuvaile vertaa magyarázd jelaskan sebutkan bandingkan \
        mô giải so εξηγήστε περιγράψτε समझाइए समझाएं बताइए اشرح اذكر قارن توضیح הסבר הסבירו ";
    // As nouns they begin names: `State machine`, `Name 1`.
    const NOUNS: [&str; 5] = ["name", "state", "outline", "contrast", "list"];
    const COUNTS: &str = " the a an some any all at two three four five six seven eight ten \
        2 3 4 5 6 7 8 10 different ";
    const PAIRS: [&str; 11] = [
        "tell me",
        "talk about",
        "talk me",
        "walk me",
        "walk through",
        "give an",
        "give a",
        "give examples",
        "give some",
        "true or",
        "write about",
    ];
    // Scripts without spaces.
    const WIDE: [&str; 12] = [
        "简述",
        "解释",
        "说明",
        "说说",
        "谈谈",
        "什么是",
        "如何",
        "为什么",
        "描述",
        "介绍一下",
        "説明せよ",
        "なぜ",
    ];
    // Where the verb stands last.
    const WIDE_ENDS: [&str; 8] = [
        "ください",
        "下さい",
        "述べよ",
        "せよ",
        "설명하세요",
        "설명해주세요",
        "설명하시오",
        "서술하시오",
    ];
    let words = match mark(line) {
        Some(mark) => &line[mark.length..],
        None => line,
    };
    // A sign before it says how hard it is.
    let words = words.trim_start_matches(|char: char| !char.is_alphanumeric()).trim_end();
    let end = words.trim_end_matches(['。', '.', '．']);
    if WIDE.iter().any(|begin| words.starts_with(begin))
        || WIDE_ENDS.iter().any(|polite| end.ends_with(polite))
    {
        return true;
    }
    let Some(opening) = opening_words(words) else { return false };
    let first = opening.split(' ').next().unwrap_or_default();
    let asks = FIRST.split_whitespace().any(|word| word == first)
        || NOUNS.contains(&first) && {
            let next = opening.split(' ').nth(1).unwrap_or_default();
            COUNTS.split_whitespace().any(|word| word == next)
        };
    // `How to install` is a title, `What's new` as well.
    let title = opening.ends_with(" to") || opening.ends_with(" new");
    asks && !title || PAIRS.contains(&opening.as_str())
}

/// A question mark, after which only emoji, signs or brackets come.
fn ends_asking(words: &str) -> bool {
    let Some(at) = words.rfind(MARKS) else { return asks_otherwise(words) };
    let rest: String = words[at..].chars().skip(1).collect();
    let rest = rest.trim_start_matches(['*', '_', '"', '”', '»', '\'', '’', ')']).trim();
    if rest.is_empty() {
        return true;
    }
    if rest.starts_with(['(', '['])
        && rest.ends_with([')', ']'])
        && rest.chars().count() < 40
    {
        return true;
    }
    // An emoji may drag a stray letter behind; words would be a sentence after a question.
    let letters = rest.chars().filter(|char| char.is_alphanumeric()).count();
    letters <= 1 && !rest.starts_with(|char: char| char.is_ascii())
}

fn opening_words(words: &str) -> Option<String> {
    let mut all = words.split_whitespace();
    let opening: Vec<&str> = all.by_ref().take(2).collect();
    // A question of one word without a mark is none: `Why`.
    (opening.len() == 2).then(|| opening.join(" ").to_lowercase())
}

fn begins_asking(opening: &str) -> bool {
    const FIRST: &str = " what what's what’s how how's why when which who whom whose where \
        can could is are am was were do does did has have had should would will shall may \
        explain describe define compare list name give mention differentiate discuss state \
        write implement create find check given provide remove determine \
        wie was warum wann welche welcher welches wer wo wozu weshalb nenne erkläre erläutere \
        comment pourquoi quand quel quelle quels quelles qui où expliquez décrivez est-ce \
        qué cómo cuándo cuál cuáles quién dónde explique explica describe \
        que como quando qual quais quem onde cosa come perché quale quali ";
    const PAIRS: [&str; 8] = [
        "true or", "what do", "in what", "in which", "at what", "for what", "por qué",
        "o que",
    ];
    let first = opening.split(' ').next().unwrap_or_default();
    FIRST.split_whitespace().any(|word| word == first) || PAIRS.contains(&opening)
}

/// The mark that `line` begins with.
pub(crate) fn mark(line: &str) -> Option<Mark> {
    let indent = line.len() - line.trim_start().len();
    let words = &line[indent..];
    let mark = named_mark(words).or_else(|| numbered_mark(words))?;
    Some(Mark { length: mark.length + indent, ..mark })
}

/// `Q12:`, `Q12.`, `Q12)`, `Q12 -`, `Q:`, `Question 12`, also in other languages.
fn named_mark(words: &str) -> Option<Mark> {
    const NAMES: [&str; 28] = [
        "question",
        "questão",
        "pregunta",
        "domanda",
        "frage",
        "vraag",
        "fråga",
        "pytanie",
        "soru",
        "câu hỏi",
        "câu",
        "вопрос",
        "питання",
        "السؤال",
        "سؤال",
        "سوال",
        "שאלה",
        "प्रश्न",
        "質問",
        "問題",
        "问题",
        "질문",
        "問",
        "问",
        "q",
        "f",
        "س",
        "ש",
    ];
    let name = NAMES.iter().find(|name| begins_with(words, name))?;
    let rest = &words[name.len()..];
    let gap = rest.len() - rest.trim_start_matches([' ', '#', '.', '\u{a0}']).len();
    let letter = name.chars().count() == 1;
    if gap > 3 || letter && rest.starts_with(' ') && !rest.starts_with(" #") {
        return None;
    }
    let (digits, number) = leading_number(&rest[gap..]);
    let gap = if digits > 0 { gap } else { 0 };
    let after = &rest[gap + digits..];
    let separator = separator(after)?;
    // Without a number a colon makes a mark, or a dot before a sentence.
    let colon = after.trim_start().starts_with([':', '：']);
    if digits == 0 && !colon && !(*name == "q" && begins_sentence(after)) {
        return None;
    }
    // `f` is German for `Frage`, but `F1.` alone is a key, a score, a race.
    if *name == "f" && digits > 0 {
        return None;
    }
    Some(Mark { number, length: name.len() + gap + digits + separator, named: true })
}

/// Whether a dot comes, and then words: `Q. What is it`, not `Q. E. D.` or `Q.`
fn begins_sentence(after: &str) -> bool {
    let words = after.strip_prefix(". ").unwrap_or_default().split_whitespace();
    words.take(2).filter(|word| word.len() == 1 || !word.ends_with('.')).count() == 2
}

/// Whether `words` begin with the name of a mark, which is in small letters.
pub(super) fn begins_with(words: &str, name: &str) -> bool {
    words.get(..name.len()).is_some_and(|start| start.to_lowercase() == name)
}

/// `12.`, `12)`, `12:`, `#12`, `12、`.
fn numbered_mark(words: &str) -> Option<Mark> {
    let hash = usize::from(words.starts_with('#'));
    let (digits, number) = leading_number(&words[hash..]);
    if digits == 0 || number.is_none_or(|number| number > 9999) {
        return None;
    }
    let after = &words[hash + digits..];
    // Behind these there is no space.
    if let Some(wide) = after.chars().next().filter(|char| matches!(char, '、' | '．'))
    {
        let length = hash + digits + wide.len_utf8();
        return Some(Mark { number, length, named: false });
    }
    let signs = after.len() - after.trim_start_matches(['.', ')', ':']).len();
    let spaced = after[signs..].starts_with(char::is_whitespace);
    if !(spaced && (signs == 1 || hash == 1 && signs == 0)) {
        return None;
    }
    Some(Mark { number, length: hash + digits + signs, named: false })
}

/// The bytes of the number of at most six digits that `text` begins with, and the number.
pub(super) fn leading_number(text: &str) -> (usize, Option<u32>) {
    let digits = text.chars().map_while(|char| Some((char.len_utf8(), digit(char)?)));
    digits.take(6).fold((0, None), |(length, number), (bytes, digit)| {
        (length + bytes, Some(number.unwrap_or(0) * 10 + digit))
    })
}

/// A digit of the scripts in which guides are numbered.
fn digit(char: char) -> Option<u32> {
    // Arabic, Persian, Devanagari, Bengali, Thai and wide digits begin here.
    const ZEROS: [u32; 6] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
    let of = |zero: &u32| u32::from(char).checked_sub(*zero).filter(|digit| *digit < 10);
    char.to_digit(10).or_else(|| ZEROS.iter().find_map(of))
}

/// The length of the signs between a mark and its question; `None` if a letter follows.
fn separator(after: &str) -> Option<usize> {
    if after.is_empty() {
        return Some(0);
    }
    let signs =
        |char: char| matches!(char, ' ' | '.' | ':' | '：' | ')' | '-' | '–' | '—' | '|');
    let length = after.len() - after.trim_start_matches(signs).len();
    (length > 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_with_their_numbers() {
        for (line, number, rest) in [
            ("Q12: What?", Some(12), "What?"),
            ("Q12. What", Some(12), "What"),
            ("q7) What", Some(7), "What"),
            ("Q3 - What", Some(3), "What"),
            ("Q #3: What", Some(3), "What"),
            ("Q: What", None, "What"),
            ("Q. What is", None, "What is"),
            ("Q. A key opens", None, "A key opens"),
            ("Question 12", Some(12), ""),
            ("Question 12: What", Some(12), "What"),
            ("Question: What", None, "What"),
            ("Frage 3: Was", Some(3), "Was"),
            ("12. What?", Some(12), " What?"),
            ("#12 What?", Some(12), " What?"),
            ("س۱۲: چیست؟", Some(12), "چیست؟"),
            ("שאלה 3: מה?", Some(3), "מה?"),
            ("Вопрос 4. Что?", Some(4), "Что?"),
            ("问：什么？", None, "什么？"),
            ("問題１：何？", Some(1), "何？"),
            ("12、什么？", Some(12), "什么？"),
            ("٣. ما هو؟", Some(3), " ما هو؟"),
        ] {
            let mark = mark(line).expect(line);
            assert_eq!((mark.number, &line[mark.length..]), (number, rest), "{line}");
        }
    }

    #[test]
    fn words_that_only_begin_alike_are_no_marks() {
        for line in [
            "Questions to ask",
            "Quick start",
            "Q and A",
            "Q. E. D.",
            "Q. Tarantino",
            "F1 score",
            "F1: key",
            "Question types",
            "12 things",
            "3.5 percent",
            "2024",
            "Fragen",
            "Queue: what",
            "سرعت ۱۲: چیست",
            "問題解決",
            "问答",
            "12345. rows",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }

    #[test]
    fn question_marks_count_at_the_end() {
        for line in [
            "What is it?",
            "What is it? 👶",
            "What is it? ‍⭐️",
            "Is it useful? ‍⭐️I",
            "何ですか？",
            "(Why?)",
            "12. Why? (hard)",
            "So what is “it?”",
            "Τι είναι το κύτταρο;",
            "Ի՞նչ է բջիջը։",
            "細胞とは何ですか。",
        ] {
            assert_eq!(asks(line), Asks::Yes, "{line}");
        }
        for line in
            ["What is it", "Explain the event loop", "True or False? Pods are small"]
        {
            assert_eq!(asks(line), Asks::Perhaps, "{line}");
        }
        for line in
            ["Event loop", "a = b;", "Why? Because", "Whatever it takes", "", "?x", "Why"]
        {
            assert_eq!(asks(line), Asks::No, "{line}");
        }
    }
}
