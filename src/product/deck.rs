//! The cards of a guide before they are printed: which there are, and answers put in short
//! until each fits a card.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Remedy, Result};
use crate::document::{Block, Document, plain_text, words_of};
use crate::font::FontSet;
use crate::frame::Structure;
use crate::layout::card::{CardLayout, CardMaker, named};
use crate::select::condense::{
    CondenseOptions, CondenseReport, LongAnswer, Omission, ShortAnswer, Shortener,
};
use crate::select::{Deck, DeckOptions, Flashcard};
use crate::text::Shaper;

use super::coverage::coverage;
use super::large_print::smallest_on_cards;
use super::missing;
use super::options::CardOptions;

/// Cards, as they are to be printed.
#[derive(Debug, Default, Clone, PartialEq)]
#[non_exhaustive]
pub struct FittedDeck {
    /// The cards.
    pub deck: Deck,
    /// How much of each answer is shown and what was left out, if answers were to be put in
    /// short.
    pub report: Option<CondenseReport>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// What of the document becomes cards.
///
/// # Errors
///
/// [`Error::Guide`] if nothing does.
pub fn deck(document: &Document, options: &DeckOptions) -> Result<Deck> {
    let deck = Deck::new(document, options);
    if deck.cards.is_empty() {
        return Err(no_question(document));
    }
    missing::none_in_deck(document, &deck, options.topics)?;
    Ok(deck)
}

/// What of the document becomes cards; where each is to have
/// [one card](CardOptions::one_card), answers that do not fit are put in short.
///
/// Of what does not fit however short it is, the shortest is taken, and a warning says so.
///
/// # Errors
///
/// [`Error::Guide`] if nothing becomes a card.
pub fn fitted_deck(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<FittedDeck> {
    let mut deck = deck(document, &options.deck)?;
    if !options.one_card {
        return Ok(FittedDeck { deck, ..FittedDeck::default() });
    }
    // What is missing is said when the cards are printed.
    coverage(document, fonts, &[]);
    let whole_sentences = options.whole_sentences;
    let condensing = CondenseOptions { whole_sentences, ..CondenseOptions::default() };
    let shaper = &mut Shaper::new(fonts, &document.meta.language)
        .with_code_colours(options.theme.code_colours);
    let maker = CardMaker {
        document,
        pictures: &options.pictures,
        shaper,
        layout: card_layout(options),
        structure: Structure::default(),
    };
    let shortener = Shortener::new(document, &condensing);
    let (lost, diagnostics) = (BTreeMap::new(), Vec::new());
    let mut fitter = Fitter { maker, shortener, lost, diagnostics };
    let before = deck.clone();
    let omissions = deck.cards.iter_mut().flat_map(|card| fitter.fit(card)).collect();
    Ok(fitter.done(omissions, &before, deck))
}

/// How cards are laid out.
pub(super) fn card_layout(options: &CardOptions) -> CardLayout {
    CardLayout {
        size: options.imposition.card(),
        safe: options.imposition.safe(),
        min_x_height: options.min_x_height,
        least_size: smallest_on_cards(options.large_print),
        leitner: options.leitner,
    }
}

/// Puts answers in short that do not fit a card.
struct Fitter<'a, 's> {
    maker: CardMaker<'a, 's>,
    shortener: Shortener<'a>,
    /// How many words the answer of each entry lost that was put in short.
    lost: BTreeMap<String, usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Fitter<'_, '_> {
    /// Puts the answer of a card in short, if it takes more than one; what went.
    fn fit(&mut self, card: &mut Flashcard) -> Vec<Omission> {
        if self.maker.question_cards(card).is_some_and(|cards| cards > 1) {
            self.warn(card, "its question does not fit the front", Remedy::LargerCards);
        }
        let cards = self.maker.answer_cards(card, &card.answer);
        // What cannot be set at all is an error when the cards are printed.
        let Some(cards) = cards.filter(|cards| *cards > 1) else { return Vec::new() };
        let title = [plain_text(&card.title), plain_text(&card.cue)].join(" ");
        let answer = LongAnswer {
            entry: &card.entry,
            title: title.trim_end(),
            blocks: &card.answer,
            share: 1.0 / cards as f64,
        };
        let fits = |blocks: &[Block]| {
            self.maker.answer_cards(card, blocks).is_some_and(|cards| cards <= 1)
        };
        let ShortAnswer { blocks, omissions, fits } =
            self.shortener.longest(&answer, fits);
        let lost = words_of(&card.answer).saturating_sub(words_of(&blocks));
        *self.lost.entry(card.entry.clone()).or_default() += lost;
        card.answer = blocks;
        if !fits {
            let why = "what has to stay of its answer does not fit the back";
            self.warn(card, why, Remedy::LargerCardsForAnswer);
        }
        omissions
    }

    fn warn(&mut self, card: &Flashcard, why: &str, hint: Remedy) {
        let message = format!("{} goes on to another card: {why}", named(card));
        let warning = Diagnostic::warning(DiagnosticKind::LongCard, message);
        self.diagnostics.push(warning.at(card.span).hint(hint));
    }

    /// The deck that was `before` and is now `deck`, with what was left out of it.
    fn done(self, omissions: Vec<Omission>, before: &Deck, deck: Deck) -> FittedDeck {
        let Self { shortener, lost, mut diagnostics, .. } = self;
        let mut report = shortener.whole();
        for kept in &mut report.kept {
            let lost = lost.get(&kept.question).copied().unwrap_or_default();
            kept.answer_words = kept.answer_words.saturating_sub(lost);
        }
        report.dropped = omissions;
        if !lost.is_empty() {
            report.dropped.extend(shortener.lost_footnotes(texts(before), texts(&deck)));
            diagnostics.push(shortened(lost.len()));
        }
        FittedDeck { deck, report: Some(report), diagnostics }
    }
}

fn shortened(answers: usize) -> Diagnostic {
    let message = match answers {
        1 => "one answer is in short, so that it fits its card".to_owned(),
        _ => format!("{answers} answers are in short, so that each fits its card"),
    };
    Diagnostic::note(DiagnosticKind::Shortened, message)
}

/// All that the cards ask and answer.
fn texts(deck: &Deck) -> impl Iterator<Item = &[Block]> {
    deck.cards.iter().flat_map(|card| [&card.prompt[..], &card.answer[..]])
}

fn no_question(document: &Document) -> Error {
    let names = document.sources.join(", ");
    Error::Guide {
        message: format!("there is no question to make cards of in {names}"),
        span: None,
        hint: Some(Remedy::Questions),
    }
}
