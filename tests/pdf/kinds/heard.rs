//! What a voice reads, held against the guide: each question once, in the guide's order, and
//! behind it its own answer.

use offprint::document::{Block, Document, Question, plain_text};

use super::made::Kind;
use crate::support::{guides, pdf_tree};

/// What is heard otherwise than the guide has it.
pub fn faults(guide: &Document, kind: Kind, bytes: &[u8]) -> Vec<String> {
    let heard = pdf_tree::pieces(bytes);
    match kind {
        // Backs and fronts are heard in a file of their own each.
        Kind::Sides => Vec::new(),
        _ => questions(guide, kind, &heard),
    }
}

/// Letters and digits alone: lines end where they like, and words are divided by hyphens.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn questions(guide: &Document, kind: Kind, heard: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let names: Vec<(String, &Question)> = guide
        .questions()
        .map(|one| (letters(&format!("Q{}{}", one.number, plain_text(&one.title))), one))
        .collect();
    let is_name = |(role, words): &&(String, String)| {
        let number = words.strip_prefix('Q');
        role.starts_with('H') && number.is_some_and(|n| n.starts_with(char::is_numeric))
    };
    let places: Vec<usize> =
        (0..heard.len()).filter(|at| is_name(&&heard[*at])).collect();
    let found: Vec<String> = places.iter().map(|at| letters(&heard[*at].1)).collect();
    // The name of a picture may stand behind the words of a title.
    let same = |found: &String, name: &String| found.starts_with(name.as_str());
    let mut pairs = found.iter().zip(&names);
    if found.len() != names.len() || !pairs.all(|(found, (name, _))| same(found, name)) {
        let mut pairs = found.iter().zip(&names);
        let first = pairs.find(|(found, (name, _))| !same(found, name));
        faults.push(format!(
            "{} questions are heard, {} there are; first {first:?}",
            found.len(),
            names.len()
        ));
        return faults;
    }
    for (n, (_, question)) in names.iter().enumerate() {
        let end = places.get(n + 1).copied().unwrap_or(heard.len());
        let answer = &heard[places[n] + 1..end];
        let said: String = answer.iter().map(|(_, words)| letters(words)).collect();
        // On one page not all that is answered has room, but what is there is from there.
        let lost = if kind == Kind::OnePage {
            stray(answer, question)
        } else {
            missing(&question.answer, &said)
        };
        if let Some(word) = lost {
            faults.push(format!("Q{}: {word:?} is not in its place", question.number));
        }
    }
    faults
}

/// The first word of an answer that is not heard behind those before it.
fn missing(answer: &[Block], said: &str) -> Option<String> {
    // A voice is told what a formula means, not how it is written.
    let answer = guides::without_formulas(&answer.to_vec());
    let text: String = answer.iter().map(Block::plain_text).collect();
    let mut from = 0;
    for word in text.split_whitespace().map(letters) {
        match said[from..].find(&word) {
            Some(at) => from += at + word.len(),
            None => return Some(word),
        }
    }
    None
}

/// The first word among those heard that an answer does not have; short ones may be labels.
fn stray(heard: &[(String, String)], question: &Question) -> Option<String> {
    let text: String = question.answer.iter().map(Block::plain_text).collect();
    // What has lost its beginning gets a capital.
    let text = letters(&text).to_lowercase();
    // Behind the last question of a section comes the title of the next one.
    let own = heard.iter().take_while(|(role, _)| !role.starts_with('H'));
    let words = own.flat_map(|(_, words)| words.split_whitespace().map(letters));
    words.filter(|word| word.len() > 3).find(|word| !text.contains(&word.to_lowercase()))
}
