//! The book.

use crate::diagnostic::{Diagnostic, Result, Span};
use crate::document::{Document, plain_text};
use crate::font::FontSet;
use crate::layout::cover::cover;
use crate::render::epub::{Answers, Cover, EpubOptions, PageList, epub};
use crate::render::picture::png;
use crate::text::{Shaper, is_unseen};

use super::cover::glyphless;
use super::{Made, title};

/// How a book is made.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct BookOptions {
    /// When it was made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
    /// Where answers stand.
    pub answers: Answers,
    /// The pages of a cheat sheet of the same document.
    pub pages: Option<PageList>,
}

/// Makes an EPUB of the document, with a cover in its title's words and its sections'
/// colours.
pub fn book(
    document: &Document,
    fonts: &mut FontSet,
    options: &BookOptions,
) -> Result<Made> {
    let diagnostics = cover_fonts(document, fonts);
    let mut shaper = Shaper::new(fonts, &document.meta.language);
    let front = cover(document, title(&document.meta), &mut shaper);
    let options = EpubOptions {
        modified: document.meta.date.clone().or_else(|| options.date.clone()),
        answers: options.answers,
        pages: options.pages.clone(),
        cover: Some(Cover::Png(png(&front, fonts)?)),
        ..EpubOptions::default()
    };
    let bytes = epub(document, &options)?;
    Ok(Made { bytes, diagnostics, ..Made::default() })
}

/// Takes what the cover needs into the font set. The text of a book is the reader's to show.
fn cover_fonts(document: &Document, fonts: &mut FontSet) -> Vec<Diagnostic> {
    let meta = &document.meta;
    let about = [&meta.title, &meta.subtitle, &meta.author].into_iter().flatten();
    let first = Span { line: 1, ..Span::default() };
    let about = about.map(|words| (words.clone(), first));
    let sections = document.sections.iter();
    let sections = sections.map(|section| (plain_text(&section.title), section.span));
    let mut characters: Vec<(char, Span)> = about
        .chain(sections)
        .flat_map(|(words, span)| words.chars().map(|c| (c, span)).collect::<Vec<_>>())
        .filter(|(c, _)| !c.is_whitespace() && !c.is_control() && !is_unseen(*c))
        .collect();
    characters.sort_by_key(|(c, _)| *c);
    characters.dedup_by_key(|(c, _)| *c);
    let missing = fonts.cover(characters.iter().map(|(c, _)| *c), &meta.language);
    characters.retain(|(c, _)| missing.contains(c));
    characters.into_iter().map(|(c, span)| glyphless(c, span)).collect()
}
