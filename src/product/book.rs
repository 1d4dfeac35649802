//! The book.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Result, Span};
use crate::document::{Document, plain_text};
use crate::font::FontSet;
use crate::layout::cover::cover;
use crate::pictures::{Pictures, Refusal};
use crate::render::epub::{Cover, EpubOptions, epub};
use crate::render::picture::png;
use crate::text::{Shaper, is_unseen};
use crate::theme::Theme;

use super::coverage::glyphless;
use super::metadata::{date, title};
use super::missing;
use super::options::BookOptions;
use super::pictures::unbound;

/// A finished book.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Book {
    /// The EPUB file.
    pub bytes: Vec<u8>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes an EPUB of the document, with the cover that its front matter names, else with one
/// in its title's words and its sections' colours.
pub fn book(
    document: &Document,
    fonts: &mut FontSet,
    options: &BookOptions,
) -> Result<Book> {
    let mut diagnostics = unbound(document, &options.pictures);
    let cover = match own_cover(document, &options.pictures, &mut diagnostics) {
        Some(cover) => cover,
        None => drawn_cover(document, fonts, &options.theme, &mut diagnostics)?,
    };
    let own = EpubOptions::default();
    let options = EpubOptions {
        modified: date(&document.meta, options.date.as_deref())?,
        answers: options.answers,
        pages: options.pages.clone(),
        cover: Some(cover),
        pictures: options.pictures.clone(),
        embed_fonts: options.embed_fonts,
        whole_sentences: options.whole_sentences,
        accents: options.theme.accents().unwrap_or(own.accents),
        code_hues: options.theme.code_colours.then(|| options.theme.code_hues()),
        ..EpubOptions::default()
    };
    let bytes = epub(document, &options)?;
    missing::none_in_book(document, &bytes)?;
    Ok(Book { bytes, diagnostics })
}

/// The cover that the front matter names; a warning where it cannot be shown.
fn own_cover(
    document: &Document,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Cover> {
    let source = document.meta.cover.as_deref()?;
    let refused = match pictures.outcome(0, source) {
        Some(Ok(graphic)) => match graphic.cover_file() {
            Some(file) => return Some(Cover::of(file)),
            None => Refusal::new("it cannot be made a file of a book"),
        },
        Some(Err(refusal)) => refusal.clone(),
        None => Refusal::new("it was not read"),
    };
    let message =
        format!("the cover “{source}” is not used, but one drawn: {}", refused.reason);
    let first = Span { line: 1, ..Span::default() };
    let warning = Diagnostic::warning(DiagnosticKind::UnusedCover, message).at(first);
    diagnostics.push(match refused.hint {
        Some(hint) => warning.hint(hint),
        None => warning,
    });
    None
}

fn drawn_cover(
    document: &Document,
    fonts: &mut FontSet,
    theme: &Theme,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Cover> {
    diagnostics.extend(cover_fonts(document, fonts));
    let mut shaper = Shaper::new(fonts, &document.meta.language);
    let mut front = cover(document, title(&document.meta), &mut shaper);
    front.wear(theme);
    Ok(Cover::Png(png(&front, fonts)?))
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
    let missing =
        fonts.find_fallbacks(characters.iter().map(|(c, _)| *c), &meta.language);
    characters.retain(|(c, _)| missing.contains(c));
    glyphless(characters)
}
