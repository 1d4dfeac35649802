//! Headings that do not ask, among many of their level that do: `Explain the event loop.`
//! between questions is one, in whatever language.

use super::heading::Heading;
use crate::parse::recognise::asking::{Asks, mark};

/// How many headings away a question still says what a heading is. Two headings in a row
/// that do not ask are common between questions; three are the beginning of something else.
const NEAR: usize = 3;

/// Chooses the headings that stand as questions among the chosen ones of their level.
pub(super) fn join(headings: &[Heading], chosen: &mut [bool]) {
    let is_question = chosen.to_vec();
    for level in 1..=6 {
        let of_level = |at: &usize| {
            headings[*at].level == level
                && (is_question[*at] || !is_apparatus(&headings[*at].words))
        };
        let all: Vec<usize> = (0..headings.len()).filter(of_level).collect();
        let asking = all.iter().filter(|at| is_question[**at]).count();
        let numbered =
            all.iter().filter(|at| is_question[**at] && has_number(&headings[**at]));
        let numbers = numbered.count() * 10 >= asking * 9;
        // Enough of them for that to be a habit: two of three, of many every other one. Where
        // the questions are numbered through, fewer are enough.
        let few = if numbers { 3 } else { 6 };
        let habit = asking >= few && asking * 3 >= all.len() * 2;
        if !(habit || asking >= 20 && asking * 2 >= all.len()) {
            continue;
        }
        for (place, &at) in all.iter().enumerate() {
            let is_beside = |other: &&usize| {
                is_question[**other] && headings[**other].parent == headings[at].parent
            };
            let before = all[..place].iter().rev().take(NEAR).any(|one| is_beside(&one));
            let after = all[place + 1..].iter().take(NEAR).any(|one| is_beside(&one));
            chosen[at] |= joins(&headings[at], numbers, before, after)
                && !is_above_question(headings, &is_question, at);
        }
    }
}

/// Whether a heading is a question because of those before and after it.
fn joins(heading: &Heading, numbers: bool, before: bool, after: bool) -> bool {
    if !heading.has_text {
        return false;
    }
    if numbers {
        return has_number(heading) && (before || after);
    }
    // What begins or ends a row of questions may say what they are about.
    before && after
        || (before || after) && (heading.linked || heading.asks >= Asks::Perhaps)
}

fn has_number(heading: &Heading) -> bool {
    mark(&heading.words).is_some_and(|mark| mark.number.is_some())
}

/// Whether a question stands below a heading, which is a section then.
fn is_above_question(headings: &[Heading], is_question: &[bool], at: usize) -> bool {
    let level = headings[at].level;
    let below = headings[at + 1..].iter().zip(&is_question[at + 1..]);
    below.take_while(|(heading, _)| heading.level > level).any(|(_, question)| *question)
}

/// What a guide has beside its subject.
fn is_apparatus(words: &str) -> bool {
    const NAMES: &str = "|introduction|overview|preface|foreword|about|about this guide|usage\
        |how to use|how to use this guide|getting started|prerequisites|contents\
        |table of contents|index|summary|conclusion|conclusions|recap|references|reference\
        |resources|further reading|see also|read more|links|sources|credits|acknowledgements\
        |acknowledgments|contributing|contributors|authors|author|license|licence|changelog\
        |todo|notes|appendix|glossary|tips|examples|exercises|sponsors|support|next steps\
        |einleitung|einführung|überblick|zusammenfassung|fazit|literatur|quellen|anhang\
        |introducción|resumen|conclusión|referencias|recursos|introduction générale|résumé\
        |références|ressources|introdução|resumo|conclusão|referências|introduzione\
        |riferimenti|wprowadzenie|podsumowanie|bibliografia|źródła|введение|заключение\
        |ссылки|источники|前言|简介|介绍|总结|小结|参考|参考资料|はじめに|まとめ|おわりに|参考文献|";
    let words = match mark(words) {
        Some(mark) => &words[mark.length..],
        None => words,
    };
    let words = words.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
    NAMES.contains(&format!("|{words}|"))
}
