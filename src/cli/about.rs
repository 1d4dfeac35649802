//! What is said of the guide on the command line, in place of its front matter.

use super::args;
use crate::document::Meta;

/// What was said about the guide as a whole.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct About {
    title: Option<String>,
    author: Option<String>,
    language: Option<String>,
    date: Option<String>,
}

impl From<args::About> for About {
    fn from(typed: args::About) -> Self {
        let args::About { title, author, lang, date } = typed;
        Self { title, author, language: lang, date }
    }
}

impl About {
    /// Puts what was said in place of what the guide says.
    pub fn apply(&self, meta: &mut Meta) {
        let replace = |old: &mut Option<String>, new: &Option<String>| {
            if new.is_some() {
                old.clone_from(new);
            }
        };
        replace(&mut meta.title, &self.title);
        replace(&mut meta.author, &self.author);
        replace(&mut meta.date, &self.date);
        if let Some(language) = &self.language {
            meta.language.clone_from(language);
        }
    }
}
