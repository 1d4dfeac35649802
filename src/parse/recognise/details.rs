//! Questions that fold out: `<details><summary>question</summary> answer </details>`.

use crate::document::plain_text;

use super::asking::{Asks, asks};
use super::finding::Finding;
use super::segment::{self, Asked, Reach};
use super::style::Style;
use crate::parse::assemble::flatten;
use crate::parse::raw::{Raw, RawKind};

/// Details whose summaries ask, half of them at least.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let summaries = summaries(blocks);
    let asking = summaries.iter().filter(|(_, words)| asks(words) > Asks::No).count();
    let enough =
        asking * 2 >= summaries.len() || asking >= 10 && asking * 3 >= summaries.len();
    enough.then(|| finding(&summaries)).flatten()
}

/// All details with a summary of their own, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    finding(&summaries(blocks))
}

fn finding(summaries: &[(usize, String)]) -> Option<Finding> {
    let questions: Vec<usize> = summaries.iter().map(|(index, _)| *index).collect();
    let all = questions.len();
    Finding::some(Style::Details, questions, all, 5)
}

/// The summaries that say more than that there is an answer below.
fn summaries(blocks: &[Raw]) -> Vec<(usize, String)> {
    let summary = |(index, block): (usize, &Raw)| {
        let RawKind::Details { summary, .. } = &block.kind else { return None };
        let words = plain_text(&flatten(summary.clone()));
        (!words.trim().is_empty() && !hides_answer(&words)).then_some((index, words))
    };
    blocks.iter().enumerate().filter_map(summary).collect()
}

/// The question that details are. A summary can hold more than words: what follows its
/// first paragraph (the code that is asked about) asks with it.
pub(super) fn question(block: Raw) -> Option<Asked> {
    let span = block.span;
    let RawKind::Details { mut summary, blocks } = block.kind else { return None };
    let words = summary.iter().position(is_words).unwrap_or(0);
    let first = summary.remove(words);
    let (number, title) = segment::titled(flatten(vec![first]));
    let (prompt, answer, reach) = (summary, blocks, Reach::Closed);
    Some(Asked { number, id: None, title, span, prompt, answer, reach })
}

fn is_words(block: &Raw) -> bool {
    matches!(block.kind, RawKind::Paragraph(_) | RawKind::Heading { .. })
}

/// Whether a block is an answer that folds out, below words that say no more than that.
pub(crate) fn folds_answer(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Details { summary, .. } => {
            hides_answer(&plain_text(&flatten(summary.clone())))
        }
        _ => false,
    }
}

/// Whether the summary only says that there is an answer below.
pub(crate) fn hides_answer(words: &str) -> bool {
    const SAY_SO: &str = " answer answers solution solutions hint hints show reveal click \
        view see expand details explanation output code example examples more toc contents \
        antwort lösung hinweis réponse indice respuesta solución pista resposta solução \
        risposta soluzione odpowiedź rozwiązanie răspuns përgjigja përgjigje antwoord svar \
        cevap jawaban đáp ответ ответы решение відповідь 답 정답 해답 答 答案 答え 解答 回答 \
        参考答案 查看答案 解析 תשובה الجواب إجابة پاسخ उत्तर উত্তর ";
    let words = words.to_lowercase();
    let mut all =
        words.split(|char: char| !char.is_alphanumeric()).filter(|w| !w.is_empty());
    let first = all.next().unwrap_or_default();
    all.count() < 5
        && SAY_SO.split_whitespace().any(|word| word == first)
        && !words.trim_end().ends_with('?')
}
