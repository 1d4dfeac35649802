//! What a line of words says about being a question: marks, numbers, words.

/// How much a line of words looks like a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    No,
    /// It begins as questions do.
    Perhaps,
    /// It has a question mark at its end.
    Yes,
}

/// A mark before a question: `Q12:`, `12.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub number: Option<u32>,
    /// How many bytes of the line it takes.
    pub length: usize,
    /// Whether it names the question one (`Q12`), or is only a number.
    pub named: bool,
}

/// Judges a line of words.
pub fn asks(line: &str) -> Asks {
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

/// A question mark, after which only emoji, signs or brackets come.
fn ends_asking(words: &str) -> bool {
    const MARKS: [char; 4] = ['?', '？', '؟', '⁇'];
    let Some(at) = words.rfind(MARKS) else { return false };
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
pub fn mark(line: &str) -> Option<Mark> {
    let indent = line.len() - line.trim_start().len();
    let words = &line[indent..];
    let mark = named_mark(words).or_else(|| numbered_mark(words))?;
    Some(Mark { length: mark.length + indent, ..mark })
}

/// `Q12:`, `Q12.`, `Q12)`, `Q12 -`, `Q:`, `Question 12`, also in a few other languages.
fn named_mark(words: &str) -> Option<Mark> {
    const NAMES: [&str; 7] =
        ["question", "questão", "pregunta", "domanda", "frage", "q", "f"];
    let name = NAMES.iter().find(|name| {
        let start = words.get(..name.len());
        start.is_some_and(|start| start.to_lowercase() == **name)
    })?;
    let rest = &words[name.len()..];
    let gap = rest.len() - rest.trim_start_matches([' ', '#', '.', '\u{a0}']).len();
    if gap > 3 || name.len() == 1 && rest.starts_with(' ') && !rest.starts_with(" #") {
        return None;
    }
    let digits = leading_digits(&rest[gap..]);
    let (number, gap) =
        if digits > 0 { (rest[gap..gap + digits].parse().ok(), gap) } else { (None, 0) };
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

/// `12.`, `12)`, `12:`, `#12`.
fn numbered_mark(words: &str) -> Option<Mark> {
    let hash = usize::from(words.starts_with('#'));
    let digits = leading_digits(&words[hash..]);
    if digits == 0 || digits > 4 {
        return None;
    }
    let after = &words[hash + digits..];
    let signs = after.len() - after.trim_start_matches(['.', ')', ':']).len();
    let spaced = after[signs..].starts_with(char::is_whitespace);
    if !(spaced && (signs == 1 || hash == 1 && signs == 0)) {
        return None;
    }
    let number = words[hash..hash + digits].parse().ok();
    Some(Mark { number, length: hash + digits + signs, named: false })
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count().min(6)
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
        ] {
            assert_eq!(asks(line), Asks::Yes, "{line}");
        }
        for line in
            ["What is it", "Explain the event loop", "True or False? Pods are small"]
        {
            assert_eq!(asks(line), Asks::Perhaps, "{line}");
        }
        for line in ["Event loop", "Why? Because", "Whatever it takes", "", "?x", "Why"] {
            assert_eq!(asks(line), Asks::No, "{line}");
        }
    }
}
