//! Words of the source that say too little, or stand in the wrong place.

use crate::source::{SourceFile, comments_of, literals_of, words};

/// Words that nobody would search for, and what is said instead. A small letter stands for
/// both; a capital one for a name only, since ordinary English has the word, too.
const QUAINT: &[(&str, &str)] = &[
    ("leftwards", "right-to-left, or a Direction"),
    ("leftward", "right-to-left, or a Direction"),
    ("halve", "bisect"),
    ("heed", "what the option decides"),
    ("Manner", "what it chooses between"),
    ("Surroundings", "the environment"),
    ("Voice", "verbosity, or a reporter"),
    ("hear", "what reads it"),
    ("veil", "hide"),
    ("Outside", "what it holds"),
    ("remind", "what it repeats"),
    ("sweep", "remove"),
    ("Joints", "where lines may break"),
    ("chip", "number, or label"),
    ("Edition", "what differs"),
    ("brief", "short"),
    ("Ink", "what is drawn, where it is no colour"),
];

/// A line for each quaint word in names and comments.
pub fn quaint(file: &SourceFile) -> Vec<String> {
    let comments = comments_of(&file.text);
    let mut faults = Vec::new();
    for (number, (code, comment)) in file.code.lines().zip(comments.lines()).enumerate() {
        for (word, instead) in QUAINT {
            let in_names = || words(code).flat_map(parts).any(|part| is(part, word));
            let in_comment = || {
                if word.starts_with(char::is_uppercase) {
                    comment
                        .split('`')
                        .skip(1)
                        .step_by(2)
                        .flat_map(words)
                        .any(|w| w == *word)
                } else {
                    words(comment).flat_map(parts).any(|part| is(part, word))
                }
            };
            if in_names() || in_comment() {
                faults.push(format!("{}:{}: {word}: {instead}", file.path, number + 1));
            }
        }
    }
    faults
}

fn is(part: &str, word: &str) -> bool {
    if word.starts_with(char::is_uppercase) {
        part == word
    } else {
        part.eq_ignore_ascii_case(word)
    }
}

/// The words that a name is made of: `under_veil` and `UnderVeil` have two.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in name.split('_').filter(|piece| !piece.is_empty()) {
        let mut start = 0;
        let letters: Vec<_> = piece.char_indices().collect();
        for pair in letters.windows(2) {
            if let [(_, before), (at, c)] = *pair
                && c.is_uppercase()
                && !before.is_uppercase()
            {
                parts.push(&piece[start..at]);
                start = at;
            }
        }
        parts.push(&piece[start..]);
    }
    parts
}

/// A line for each flag of the command line in a literal: below the command line, messages
/// carry what was asked and what is needed, and it words them.
pub fn flags(file: &SourceFile) -> Vec<String> {
    if file.path.starts_with("src/cli/") {
        return Vec::new();
    }
    let literals = literals_of(&file.text);
    let lines = literals.lines().enumerate().filter(|(_, line)| has_flag(line));
    let fault = |(number, line): (usize, &str)| {
        format!("{}:{}: {}", file.path, number + 1, line.trim())
    };
    lines.map(fault).collect()
}

fn has_flag(text: &str) -> bool {
    text.match_indices("--").any(|(at, _)| {
        // Neither the beginning of a comment in HTML nor inside a word.
        !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '!')
            && text[at + 2..].starts_with(|c: char| c.is_ascii_lowercase())
    })
}

#[test]
fn quaint_words_are_found_in_names_and_comments_alone() {
    let file = SourceFile::new(
        "src/a.rs",
        "//! Outside of it, they chip in.\nfn under_veil() { \"veil\" }\n\
         struct RawInk; // `Ink`\nfn unveiled(voice: u8) {}\nfn halve() {}\n// A Heed\n",
    );
    let found = quaint(&file);
    let places: Vec<_> =
        found.iter().map(|fault| fault.rsplit_once(':').expect("a colon").0).collect();
    let expected = ["1: chip", "2: veil", "3: Ink", "5: halve", "6: heed"];
    assert_eq!(places, expected.map(|place| format!("src/a.rs:{place}")));
}

#[test]
fn flags_are_found_in_literals_below_the_command_line() {
    let text =
        "// --pages\nlet a = \"use --pages 2\"; let b = \"<!--x--> xn--y\"; x--y;\n";
    assert_eq!(flags(&SourceFile::new("src/layout/a.rs", text)).len(), 1);
    assert!(flags(&SourceFile::new("src/cli/a.rs", text)).is_empty());
}
