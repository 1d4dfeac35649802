//! All cards of a deck: each is measured, then few sizes are chosen for all, then each is drawn.

use std::sync::Arc;

use super::fit::{Fit, Matter};
use super::ladder::{self, Possible, step};
use super::{Card, CardMaker, CardPart, TooSmall, front, named};
use crate::frame::{Frame, NodeKind};
use crate::layout::build::section_hue;
use crate::select::Flashcard;
use crate::units::Length;

/// The largest size of an answer on cards of the usual size, and on cards of any size.
const ANSWER_PT: f64 = 11.5;
const LARGEST_ANSWER_PT: f64 = 18.0;

/// A card of the deck, measured.
struct Measured<'a> {
    card: &'a Flashcard,
    question: front::Set,
    answer: Matter,
    fit: Fit,
}

impl CardMaker<'_, '_> {
    /// The cards that each card of a deck needs: one, or several where it is long.
    ///
    /// All are measured before one is drawn, since few sizes are to serve all of them.
    pub fn cards(&mut self, deck: &[Flashcard]) -> Result<Vec<Vec<Card>>, TooSmall> {
        let sizes = self.sizes(self.grown(ANSWER_PT, LARGEST_ANSWER_PT));
        let measured = deck.iter().map(|card| self.measured(card, &sizes));
        let mut measured = measured.collect::<Result<Vec<_>, _>>()?;
        let ladder = self.ladder(&mut measured, &sizes);
        Ok(measured.into_iter().map(|card| self.drawn(card, &sizes, ladder)).collect())
    }

    fn measured<'d>(
        &mut self,
        card: &'d Flashcard,
        sizes: &[Length],
    ) -> Result<Measured<'d>, TooSmall> {
        let tag = self.structure.add(NodeKind::Section, None);
        let question =
            self.question(card, tag).ok_or_else(|| TooSmall::Question(named(card)))?;
        let mut answer = self.answer(card, &card.answer, tag);
        let fit = self.fit(&mut answer, self.answer_room(), sizes);
        let fit = fit.ok_or_else(|| TooSmall::Answer(named(card)))?;
        Ok(Measured { card, question, answer, fit })
    }

    /// The few sizes for all answers. Each is known to stand at the one that it gets.
    fn ladder(&self, deck: &mut [Measured<'_>], sizes: &[Length]) -> Possible {
        let mut known = vec![None; deck.len()];
        loop {
            let texts = deck.iter().map(|card| (card.fit.possible, card.fit.fullness));
            let ladder = ladder::ladder(sizes, texts);
            let mut wrong = false;
            for (card, known) in deck.iter_mut().zip(&mut known) {
                let step = step(ladder, card.fit.possible);
                let largest = ladder::step(card.fit.possible, card.fit.possible);
                if step == 0 || step == largest || known.replace(step) == Some(step) {
                    continue;
                }
                if !self.stands_at(&card.answer, &card.fit, sizes[step]) {
                    card.fit.possible &= !(1 << step);
                    wrong = true;
                }
            }
            if !wrong {
                return ladder;
            }
        }
    }

    fn drawn(
        &mut self,
        measured: Measured<'_>,
        sizes: &[Length],
        ladder: Possible,
    ) -> Vec<Card> {
        let Measured { card, question, answer, fit } = measured;
        let step = step(ladder, fit.possible);
        let answer = self.set(answer, fit, sizes[step]);
        let count = question.parts().max(answer.columns.len()).max(1);
        let section = self.document.sections[card.section].number;
        let hue = section_hue(section, card.section);
        let parts = (0..count).map(|index| CardPart { card, hue, index, count });
        let mirrored = self.shaper.direction().is_rtl();
        let side = |mut frame: Frame| {
            if mirrored {
                frame.mirror_all();
            }
            Arc::new(frame)
        };
        let card = |part: CardPart| Card {
            front: side(self.front(&part, &question)),
            back: side(self.back(&part, &answer)),
            edge: hue.solid,
        };
        parts.map(card).collect()
    }
}
