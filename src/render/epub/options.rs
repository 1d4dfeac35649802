//! What may be chosen about a book.

use std::collections::BTreeMap;

use crate::pictures::{BookFile, Pictures};
use crate::theme::Theme;

use super::style;

/// What may be chosen about a book.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EpubOptions {
    /// When the book was last changed, `YYYY-MM-DDThh:mm:ssZ` or `YYYY-MM-DD`. Without it,
    /// or when it is neither: the document's date, and without that the first of January
    /// 1980, the oldest date that a zip file can hold.
    pub modified: Option<String>,
    /// Colours of the line beside a section's heading (red, green, blue), taken in turn.
    /// Nothing else is coloured but words of programs, so that night modes and grey screens stay legible.
    pub accents: Vec<[u8; 3]>,
    /// Hues of words of programs (keywords, strings, comments, numbers, names), mixed with what
    /// text is shown in; nothing where these are not told apart.
    pub code_hues: Option<[[u8; 3]; 5]>,
    /// Where answers stand.
    pub answers: Answers,
    /// The pages of a printed sheet.
    pub pages: Option<PageList>,
    /// The picture in front.
    pub cover: Option<Cover>,
    /// The pictures that the text shows.
    pub pictures: Pictures,
    /// Whether the program's fonts come along; otherwise the reader's are used.
    pub embed_fonts: bool,
    /// Whether sentences stay or go as a whole in the answers of a review.
    pub whole_sentences: bool,
}

/// How words of programs are told apart.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum CodeLook {
    /// Not at all.
    #[default]
    Plain,
    /// By classes, which the style sheet has rules for.
    Classes,
    /// By styles of their own with these hues, where no style sheet comes along.
    Inline([[u8; 3]; 5]),
}

/// A picture as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cover {
    /// A PNG file.
    Png(Vec<u8>),
    /// A JPEG file.
    Jpeg(Vec<u8>),
}

impl Cover {
    /// A file of pixels as a cover.
    pub fn of(file: BookFile) -> Self {
        match file.ending {
            "jpg" => Self::Jpeg(file.bytes),
            _ => Self::Png(file.bytes),
        }
    }

    /// The file's name in the book.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Png(_) => "cover.png",
            Self::Jpeg(_) => "cover.jpg",
        }
    }

    /// What kind of file it is (EPUB 3.3, section 3.2).
    pub(super) fn media_type(&self) -> &'static str {
        match self {
            Self::Png(_) => "image/png",
            Self::Jpeg(_) => "image/jpeg",
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Png(bytes) | Self::Jpeg(bytes) => bytes,
        }
    }
}

/// The pages of a printed sheet of the same document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageList {
    /// The name of its file.
    pub source: String,
    /// On which page the ids of the document stand, counted from 1.
    pub pages: BTreeMap<String, usize>,
}

impl PageList {
    /// Of the sheet that is in the file `source`, on whose pages the ids stand as said.
    pub fn new(source: impl Into<String>, pages: BTreeMap<String, usize>) -> Self {
        Self { source: source.into(), pages }
    }
}

/// Where answers stand.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// After their questions, to be read.
    #[default]
    After,
    /// In files of their own after a section's questions, to be thought of first. Each
    /// question has a link to its answer, which pops up where the reader can do that.
    Hidden,
}

impl Default for EpubOptions {
    fn default() -> Self {
        Self {
            modified: None,
            accents: style::ACCENTS.to_vec(),
            code_hues: Some(Theme::default().code_hues()),
            answers: Answers::After,
            pages: None,
            cover: None,
            pictures: Pictures::default(),
            embed_fonts: false,
            whole_sentences: false,
        }
    }
}
