//! Questions that fold out: `<details><summary>question</summary> answer </details>`.

use crate::document::plain_text;

use super::asking::{Asks, asks};
use super::{Asked, Finding, Reach, Style};
use crate::parse::assemble::flatten;
use crate::parse::raw::{Raw, RawKind};

/// Details whose summaries ask, half of them at least.
pub fn find(blocks: &[Raw]) -> Option<Finding> {
    let (mut questions, mut asking) = (Vec::new(), 0);
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::Details { summary, .. } = &block.kind else { continue };
        let words = plain_text(&flatten(summary.clone()));
        if words.trim().is_empty() || covers_answer(&words) {
            continue;
        }
        questions.push(index);
        asking += usize::from(asks(&words) > Asks::No);
    }
    let enough =
        asking * 2 >= questions.len() || asking >= 10 && asking * 3 >= questions.len();
    enough.then(|| Finding::of(Style::Details, questions, 5)).flatten()
}

/// The question that details are. A summary can hold more than words: what follows its
/// first paragraph (the code that is asked about) asks with it.
pub fn question(block: Raw) -> Option<Asked> {
    let span = block.span;
    let RawKind::Details { mut summary, blocks } = block.kind else { return None };
    let words = summary.iter().position(is_words).unwrap_or(0);
    let first = summary.remove(words);
    let (number, title) = super::titled(flatten(vec![first]));
    let (prompt, answer, reach) = (summary, blocks, Reach::Closed);
    Some(Asked { number, id: None, title, span, prompt, answer, reach })
}

fn is_words(block: &Raw) -> bool {
    matches!(block.kind, RawKind::Paragraph(_) | RawKind::Heading { .. })
}

/// Whether the summary only says that there is an answer below.
pub fn covers_answer(words: &str) -> bool {
    const SAY_SO: &str = " answer answers solution solutions hint hints show reveal click \
        view see expand details explanation output code example examples more toc contents \
        antwort lösung hinweis réponse indice respuesta solución pista ";
    let words = words.to_lowercase();
    let mut all =
        words.split(|char: char| !char.is_alphanumeric()).filter(|w| !w.is_empty());
    let first = all.next().unwrap_or_default();
    all.count() < 5
        && SAY_SO.split_whitespace().any(|word| word == first)
        && !words.trim_end().ends_with('?')
}
