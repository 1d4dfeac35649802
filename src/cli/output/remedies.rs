//! What a person can do, in the words of the command: the one place where what the library
//! advises becomes options to type.

use crate::diagnostic::{DiagnosticKind, Remedy};

/// How to ask for a remedy.
pub(crate) fn words(remedy: &Remedy) -> String {
    let words = match remedy {
        Remedy::Advice(words) => words,
        Remedy::AnyOf(ways) => return format!("any of these would do: {}", any_of(ways)),
        Remedy::Pages(pages) => return format!("--pages {pages}"),
        Remedy::Paper(name) => return format!("--paper {name}"),
        Remedy::UsualPaper => "print it on --paper a4 or --paper letter",
        Remedy::DenseType => "--dense",
        Remedy::LargerType => {
            "allow more pages, take larger paper, or leave --dense away"
        }
        Remedy::Booklet => "--booklet",
        Remedy::ThinnerBooklet => {
            "make several with --only, or condense it with --pages 80"
        }
        Remedy::Only(list) => return format!("--only {list}"),
        Remedy::LargerCards => {
            "use larger cards, such as --stock A6, or shorten the question"
        }
        Remedy::LargerCardsForAnswer => {
            "use larger cards, such as --stock A6, or shorten the answer, in a `short` pin \
             or itself"
        }
        Remedy::Font => "install a font that has it, or name its folder with --font-dir",
        Remedy::ScriptFont { script, package } => {
            return format!(
                "install a font for {script}, such as Noto’s (package {package} on Debian \
                 and Ubuntu), or name the folder of one with --font-dir"
            );
        }
        Remedy::QuestionStyle => {
            "`--question-style` says how questions are written; `offprint list --help` has \
             its values"
        }
        Remedy::Recognition => {
            "`offprint list -v` tells what was looked for, and --question-style says how \
             questions are written"
        }
        Remedy::Questions => {
            "a question is a heading such as “### Q1: What is a key?”; `offprint sheet`, \
             `offprint epub` and `offprint cards --topics` print text without questions as \
             well"
        }
        Remedy::SearchEverywhere => {
            "search without --only and --except to look everywhere"
        }
        Remedy::ExceptLess => "--except takes out all that --only names, or it is empty",
        Remedy::Names(names) => {
            let names = names.join(", ");
            return format!(
                "the nearest there is: {names}; `offprint list` shows all names"
            );
        }
    };
    words.to_owned()
}

/// What people read of a kind of diagnostic.
pub(crate) const fn kind_words(kind: DiagnosticKind) -> &'static str {
    match kind {
        DiagnosticKind::MissingChapter => "a chapter that is missing",
        DiagnosticKind::MissingFont => "a script without a font",
        DiagnosticKind::MissingGlyph => "a character without a glyph",
        DiagnosticKind::UnprintedPicture => "a picture that is not printed",
        DiagnosticKind::UnusedCover => "a cover that is not used",
        DiagnosticKind::LeftOut => "noise",
        DiagnosticKind::LongCard => "a card that goes on",
        DiagnosticKind::Shortened => "answers in short",
        kind => kind.as_str(),
    }
}

/// `a, b or c`.
fn any_of(ways: &[Remedy]) -> String {
    let ways: Vec<String> = ways.iter().map(words).collect();
    match &ways[..] {
        [others @ .., last] if !others.is_empty() => {
            format!("{} or {last}", others.join(", "))
        }
        ways => ways.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_out_are_options_to_type() {
        let ways = vec![Remedy::Pages(3), Remedy::DenseType, Remedy::Only("1-2".into())];
        let all = words(&Remedy::AnyOf(ways));
        assert_eq!(all, "any of these would do: --pages 3, --dense or --only 1-2");
        let one = words(&Remedy::AnyOf(vec![Remedy::Paper("a3")]));
        assert_eq!(one, "any of these would do: --paper a3");
    }
}
