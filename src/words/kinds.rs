//! What words there are to say: the fields that each language fills in.
//!
//! Signs in braces stand for what is put in: `{}` for a number or a name, `{shown}` and `{all}`
//! for the two numbers of “2 of 3 words”.

use icu_locale_core::LanguageIdentifier;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};
use serde::{Serialize, Serializer};

/// All words of one language.
#[derive(Debug, Serialize)]
pub struct Words {
    /// The language, as a tag.
    #[serde(skip)]
    pub tag: &'static str,
    /// What alerts are called, in the order of their kinds: note, tip, important, warning,
    /// caution.
    pub alerts: [&'static str; 5],
    /// How much of a guide a sheet shows.
    pub sheet: SheetWords,
    /// The sides of cards.
    pub cards: CardWords,
    /// The parts of a book, and the ways between them.
    pub book: BookWords,
    /// What a book says of its own accessibility.
    pub access: AccessWords,
    /// Signs between words.
    pub signs: Signs,
}

/// How much of a guide a sheet shows.
#[derive(Debug, Serialize)]
pub struct SheetWords {
    /// “2150 of 2297 words”.
    pub words: Counted,
    /// “31 of 31 questions”.
    pub questions: Counted,
}

/// The sides of cards, in the title of a file and in the names of pages.
#[derive(Debug, Serialize)]
pub struct CardWords {
    /// The side that asks.
    pub front: &'static str,
    /// The side that answers.
    pub back: &'static str,
    /// A file of all fronts.
    pub fronts: &'static str,
    /// A file of all backs.
    pub backs: &'static str,
    /// What stands in place of an answer that is not there.
    pub unanswered: &'static str,
}

/// The parts of a book, and the ways between them.
#[derive(Debug, Serialize)]
pub struct BookWords {
    /// The title of a guide that has none.
    pub untitled: &'static str,
    /// The picture in front.
    pub cover: &'static str,
    /// The page with title and author.
    pub title_page: &'static str,
    /// The list of sections and questions.
    pub contents: &'static str,
    /// The parts that a reader's menus name.
    pub landmarks: &'static str,
    /// Where reading begins.
    pub start: &'static str,
    /// The list of all questions.
    pub questions: &'static str,
    /// The way to an answer that stands elsewhere.
    pub answer: &'static str,
    /// The answers of a section.
    pub answers: &'static str,
    /// The way from an answer in short to all of it.
    pub whole_answer: &'static str,
    /// What to remember of a section.
    pub review: &'static str,
    /// A section without a title, by its number.
    pub section: &'static str,
    /// A page of the printed sheet, by its number.
    pub page: &'static str,
    /// All pages of the printed sheet.
    pub pages: &'static str,
    /// The name of a part that goes on in a second file.
    pub continued: &'static str,
    /// The way back from a footnote.
    pub back: &'static str,
    /// The way back from an answer.
    pub back_to_question: &'static str,
    /// A task with a check mark.
    pub done: &'static str,
    /// A task without one.
    pub to_do: &'static str,
    /// What stands in place of a picture.
    pub picture: &'static str,
}

/// What a book says of its own accessibility: whole sentences.
#[derive(Debug, Serialize)]
pub struct AccessWords {
    /// Of the text.
    pub text: &'static str,
    /// Of the cover.
    pub cover: &'static str,
    /// All pictures have alternative texts.
    pub pictures: &'static str,
    /// Some have none.
    pub some_without: &'static str,
    /// Besides the pictures that are shown, others are given by words.
    pub others_in_words: &'static str,
    /// All pictures are given by words.
    pub in_words: &'static str,
    /// Of formulas.
    pub formulas: &'static str,
    /// Of formulas that are shown as they were written.
    pub tex: &'static str,
}

/// Signs between words.
#[derive(Debug, Serialize)]
pub struct Signs {
    /// Between a name and what it names, with its spaces.
    pub colon: &'static str,
    /// Between two things that are said one after the other, with its space.
    pub comma: &'static str,
    /// Between two sentences. Nothing in Chinese and Japanese.
    #[serde(skip)]
    pub space: &'static str,
}

impl Signs {
    /// Those of most languages.
    pub(super) const COMMON: Self = Self { colon: ": ", comma: ", ", space: " " };
    /// Those of languages in Arabic letters.
    pub(super) const ARABIC: Self = Self { comma: "، ", ..Self::COMMON };
}

/// The rules for whole numbers in the language of a tag.
pub(super) fn plural_rules(tag: &str) -> Option<PluralRules> {
    let language = LanguageIdentifier::try_from_str(tag).ok()?;
    PluralRules::try_new_cardinal(PluralRulesPreferences::from(&language)).ok()
}

/// A phrase for each category of plural that a language has for whole numbers.
#[derive(Debug)]
pub struct Counted(pub(super) &'static [(PluralCategory, &'static str)]);

impl Counted {
    /// The phrase for `shown` of `all`: the noun goes by the latter.
    pub(super) fn of(&self, tag: &str, shown: usize, all: usize) -> String {
        let rules = plural_rules(tag);
        let category =
            rules.map_or(PluralCategory::Other, |rules| rules.category_for(all));
        let Self(phrases) = self;
        let fitting = phrases.iter().find(|(other, _)| *other == category);
        // Every language has a last phrase for all other numbers.
        let phrase = fitting.or(phrases.last()).map_or("", |(_, phrase)| phrase);
        phrase.replace("{shown}", &shown.to_string()).replace("{all}", &all.to_string())
    }

    /// The categories that there are phrases for.
    #[cfg(test)]
    pub(super) fn categories(&self) -> impl Iterator<Item = PluralCategory> {
        self.0.iter().map(|(category, _)| *category)
    }
}

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(_, phrase)| phrase))
    }
}
