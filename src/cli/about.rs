//! What is said about a guide on the command line, which wins over its front matter: title
//! and author, and how its questions are written.

use clap::Args;

use super::args;
use crate::document::Meta;
use crate::parse::{FrontMatter, ParseOptions, QuestionStyle};

/// How guides are read, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Document")]
pub struct Reading {
    /// How questions are written: auto, heading, bold, details, pairs (Q: and A:), items
    /// (headings in list items), definitions, table, inline (front :: back) or none
    #[arg(long, value_name = "STYLE", value_parser = QuestionStyle::named)]
    pub question_style: Option<QuestionStyle>,
}

/// What was said about the guide as a whole.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct About {
    title: Option<String>,
    author: Option<String>,
    language: Option<String>,
    date: Option<String>,
    /// How its questions are written.
    pub question_style: Option<QuestionStyle>,
    /// What counts where neither arguments nor front matter say anything.
    pub otherwise: FrontMatter,
}

impl From<args::About> for About {
    fn from(typed: args::About) -> Self {
        let args::About { title, author, lang, date, reading } = typed;
        let question_style = reading.question_style;
        let otherwise = FrontMatter::default();
        Self { title, author, language: lang, date, question_style, otherwise }
    }
}

impl About {
    /// The same, with facts that count where nobody else knows them.
    pub fn otherwise(self, facts: FrontMatter) -> Self {
        Self { otherwise: facts, ..self }
    }

    /// What is said of guides before they are read.
    pub fn outside(&self) -> ParseOptions {
        ParseOptions {
            question_style: self.question_style,
            fallback: self.otherwise.clone(),
            chapters: Vec::new(),
        }
    }

    /// Puts what was said in place of what the guide says.
    pub fn apply(&self, meta: &mut Meta) {
        let replace = |old: &mut Option<String>, new: &Option<String>| {
            if new.is_some() {
                old.clone_from(new);
            }
        };
        // A tree brings what was known when it was made, and nothing else.
        let fill = |fact: &mut Option<String>, other: &Option<String>| {
            *fact = fact.take().or_else(|| other.clone());
        };
        fill(&mut meta.title, &self.otherwise.title);
        fill(&mut meta.author, &self.otherwise.author);
        fill(&mut meta.date, &self.otherwise.date);
        replace(&mut meta.title, &self.title);
        replace(&mut meta.author, &self.author);
        replace(&mut meta.date, &self.date);
        if let Some(language) = &self.language {
            meta.language.clone_from(language);
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Typed {
        #[command(flatten)]
        reading: Reading,
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

    #[test]
    fn typed_words_win_over_the_front_matter() {
        let mut meta = Meta { title: Some("Old".into()), ..Meta::default() };
        let words = "offprint sheet --author A --lang de".split(' ');
        let typed = args::Typed::try_parse_from(words).expect("arguments");
        let args::Command::Sheet(sheet) = typed.command else { panic!("{typed:?}") };
        About::from(sheet.about).apply(&mut meta);
        let author = Some("A".into());
        let title = Some("Old".into());
        let expected = Meta { title, author, language: "de".into(), ..Meta::default() };
        assert_eq!(meta, expected);
    }
}
