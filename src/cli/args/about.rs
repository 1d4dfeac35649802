//! The arguments about the guide as a whole: title and author, and how its questions are
//! written.

use clap::Args;

use super::values;
use crate::parse::QuestionStyle;

/// What wins over the guide's front matter.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Document")]
pub(crate) struct AboutArgs {
    /// Title
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Author
    #[arg(long, value_name = "TEXT")]
    pub author: Option<String>,
    /// Language, as a BCP 47 tag such as en or pt-BR
    #[arg(long, value_name = "TAG", value_parser = values::language)]
    pub lang: Option<String>,
    /// Date: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<String>,
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// How guides are read, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Document")]
pub(crate) struct ReadingArgs {
    /// How questions are written: auto, heading, bold, details, pairs (Q: and A:, or lines
    /// that ask), items (of lists), definitions, table, inline (front :: back) or none
    #[arg(long, value_name = "STYLE", value_parser = QuestionStyle::named)]
    pub question_style: Option<QuestionStyle>,
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Typed {
        #[command(flatten)]
        reading: ReadingArgs,
    }

    #[test]
    fn question_style() {
        let typed = |line: &str| Typed::try_parse_from(line.split_whitespace());
        let style = typed("x --question-style bold").expect("a name").reading;
        assert_eq!(style.question_style, Some(QuestionStyle::Bold));
        let refused =
            typed("x --question-style headnig").map(|_| ()).expect_err("a slip");
        assert!(refused.to_string().contains("did you mean `heading`?"), "{refused}");
    }
}
