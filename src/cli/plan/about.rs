//! What is known of a guide from the command line and the file of defaults: title and author,
//! and how its questions are written.

use crate::cli::args::about::AboutArgs;
use crate::document::Meta;
use crate::parse::{FrontMatter, ParseOptions, QuestionStyle};

/// What was said about the guide as a whole.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    title: Option<String>,
    author: Option<String>,
    language: Option<String>,
    date: Option<String>,
    /// How its questions are written.
    pub question_style: Option<QuestionStyle>,
    /// What counts where neither arguments nor front matter say anything.
    pub otherwise: FrontMatter,
}

impl From<AboutArgs> for About {
    fn from(typed: AboutArgs) -> Self {
        let AboutArgs { title, author, lang, date, reading } = typed;
        let question_style = reading.question_style;
        let otherwise = FrontMatter::default();
        Self { title, author, language: lang, date, question_style, otherwise }
    }
}

impl About {
    /// The same, with facts that count where nobody else knows them.
    pub(crate) fn otherwise(self, facts: FrontMatter) -> Self {
        Self { otherwise: facts, ..self }
    }

    /// What is known of guides before they are read.
    pub(crate) fn for_parser(&self) -> ParseOptions {
        ParseOptions {
            question_style: self.question_style,
            fallback: self.otherwise.clone(),
            chapters: Vec::new(),
        }
    }

    /// Puts what was said in place of what the guide says.
    pub(crate) fn apply(&self, meta: &mut Meta) {
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
    use crate::cli::args::command::{Command, Typed};

    #[test]
    fn typed_words_win_over_the_front_matter() {
        let mut meta = Meta { title: Some("Old".into()), ..Meta::default() };
        let words = "offprint sheet --author A --lang de".split(' ');
        let typed = Typed::try_parse_from(words).expect("arguments");
        let Command::Sheet(sheet) = typed.command else { panic!("{typed:?}") };
        About::from(sheet.about).apply(&mut meta);
        let author = Some("A".into());
        let title = Some("Old".into());
        let expected = Meta { title, author, language: "de".into(), ..Meta::default() };
        assert_eq!(meta, expected);
    }
}
