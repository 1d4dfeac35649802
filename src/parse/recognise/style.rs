//! The styles in which authors write questions, and what they are called.

/// How the questions of a guide are written, if that need not be found out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum QuestionStyle {
    /// It is found out.
    #[default]
    Auto,
    /// There are none.
    None,
    /// Headings: those with a mark such as `Q12:` if there are any, else all of the level
    /// that asks most.
    Heading,
    /// Paragraphs in bold.
    Bold,
    /// Details that fold out.
    Details,
    /// `Q: ...` and `A: ...`; where there are none, lines with a mark or that ask.
    Pairs,
    /// Items of lists: headings in them if there are any, else those that ask.
    Items,
    /// Terms of definition lists.
    Definitions,
    /// Rows of tables.
    Table,
    /// `front :: back`, and lines with only a `?`.
    Inline,
}

/// The names, as they are typed.
const NAMES: [(&str, QuestionStyle); 10] = [
    ("auto", QuestionStyle::Auto),
    ("heading", QuestionStyle::Heading),
    ("bold", QuestionStyle::Bold),
    ("details", QuestionStyle::Details),
    ("pairs", QuestionStyle::Pairs),
    ("items", QuestionStyle::Items),
    ("definitions", QuestionStyle::Definitions),
    ("table", QuestionStyle::Table),
    ("inline", QuestionStyle::Inline),
    ("none", QuestionStyle::None),
];

impl QuestionStyle {
    /// The style of that name.
    ///
    /// # Errors
    /// Says which name is nearest, and all there are.
    pub fn named(name: &str) -> Result<Self, String> {
        let wanted = name.trim().to_lowercase();
        if let Some((_, style)) = NAMES.iter().find(|(name, _)| *name == wanted) {
            return Ok(*style);
        }
        let near = |name: &str| strsim::jaro_winkler(&wanted, name);
        let nearest = NAMES
            .iter()
            .map(|(name, _)| *name)
            .max_by(|a, b| near(a).total_cmp(&near(b)));
        let all = NAMES.map(|(name, _)| name).join(", ");
        let nearest = nearest.filter(|name| near(name) > 0.7);
        let did_you = nearest.map(|name| format!("did you mean `{name}`? "));
        Err(format!(
            "there is no style of questions `{name}`; {}there are {all}",
            did_you.unwrap_or_default()
        ))
    }

    /// Whether it says how questions are written.
    pub(crate) fn is_a_style(self) -> bool {
        !matches!(self, Self::Auto | Self::None)
    }
}

/// The styles, in the order of preference where the evidence is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `### Q12: ...`.
    MarkedHeadings,
    /// `### Question` and `### Answer`.
    QuestionAndAnswer,
    /// `1. ### ...`.
    ItemHeadings,
    /// `1. What is ...?`, with or without an answer.
    ListItems,
    /// `<details><summary>...`.
    Details,
    /// `### ...?`.
    AskingHeadings,
    /// `### ...` right above a paragraph that asks.
    AskingBodies,
    /// `**Q:** ... **A:** ...`.
    Pairs,
    /// `Q1. ...`, or a line that asks before an answer that folds out.
    Lines,
    /// `**...?**`.
    BoldParagraphs,
    /// `front :: back`, or a line with only `?` between question and answer.
    Cards,
    /// Rows of tables headed `Question | Answer`.
    QuestionTables,
    /// Terms of definition lists.
    Definitions,
    /// Rows of tables headed `Term | Meaning`.
    TermTables,
}

impl Style {
    /// What the questions are, for one and for many.
    pub fn name(self, many: bool) -> &'static str {
        match (self, many) {
            (Self::MarkedHeadings, false) => "heading with a mark such as `Q12:`",
            (Self::MarkedHeadings, true) => "headings with marks such as `Q12:`",
            (Self::ItemHeadings, false) => "heading in a list item",
            (Self::ItemHeadings, true) => "headings in list items",
            (Self::ListItems, false) => "list item that asks",
            (Self::ListItems, true) => "list items that ask",
            (Self::Details, false) => "part that folds out (`<details>`)",
            (Self::Details, true) => "parts that fold out (`<details>`)",
            (Self::AskingHeadings, false) => "heading that asks",
            (Self::AskingHeadings, true) => "headings that ask",
            (Self::QuestionAndAnswer, false) => "heading `Question` beside `Answer`",
            (Self::QuestionAndAnswer, true) => "headings `Question` beside `Answer`",
            (Self::AskingBodies, false) => "heading above a paragraph that asks",
            (Self::AskingBodies, true) => "headings above paragraphs that ask",
            (Self::Lines, false) => "line of text that asks",
            (Self::Lines, true) => "lines of text that ask",
            (Self::Pairs, false) => "pair of `Q:` and `A:`",
            (Self::Pairs, true) => "pairs of `Q:` and `A:`",
            (Self::BoldParagraphs, false) => "paragraph in bold",
            (Self::BoldParagraphs, true) => "paragraphs in bold",
            (Self::Cards, false) => "card such as `front :: back`",
            (Self::Cards, true) => "cards such as `front :: back`",
            (Self::QuestionTables, false) => "row of a table of questions",
            (Self::QuestionTables, true) => "rows of tables of questions",
            (Self::Definitions, false) => "term of a definition list",
            (Self::Definitions, true) => "terms of definition lists",
            (Self::TermTables, false) => "row of a table of terms",
            (Self::TermTables, true) => "rows of tables of terms",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        assert_eq!(QuestionStyle::named("Bold"), Ok(QuestionStyle::Bold));
        let error = QuestionStyle::named("headign").expect_err("a slip");
        assert!(error.contains("did you mean `heading`?"), "{error}");
        let error = QuestionStyle::named("xyz").expect_err("a stranger");
        assert!(!error.contains("did you") && error.contains("there are auto, heading"));
    }
}
