//! An answer in several lengths, the shortest first.

use super::bundle::{Bundle, bundles, pinned};
use super::choice::Choice;
use super::choose::Chooser;
use super::terse::complete;
use super::unit::Unit;
use super::worth::Worth;

/// An answer of fewer words says too little, if there is more to say.
const LEAST: usize = 8;
/// From one length to the next, in eighths.
const STEP: usize = 10;
/// Above this, what is longer is the whole answer: more than a column of one answer is not
/// a choice of its sentences any more.
const MOST: usize = 400;

/// What a word is worth that nothing speaks for.
const LAST: f64 = 1e-4;

/// An answer at one length.
#[derive(Debug, Clone)]
pub(super) struct Length {
    /// What is said.
    pub choice: Choice,
    /// Its words.
    pub words: usize,
    /// What it is worth.
    pub worth: f64,
    /// Whether it is all of the answer.
    pub whole: bool,
}

/// An answer in several lengths, each made when it is asked for.
#[derive(Debug)]
pub(super) struct Lengths {
    pub units: Vec<Unit>,
    worth: Worth,
    bundles: Vec<Bundle>,
    pinned: Choice,
    known: Vec<Length>,
    /// The number of words that is tried next.
    next: usize,
}

impl Lengths {
    /// Those of an answer; where it `may_go`, the first of them says nothing.
    pub(super) fn new(units: Vec<Unit>, worth: Worth, may_go: bool) -> Self {
        let (bundles, pinned) = (bundles(&units), pinned(&units));
        let mut known = Vec::new();
        if may_go {
            let words = pinned.words(&units);
            let choice = pinned.clone();
            known.push(Length { choice, words, worth: 0.0, whole: false });
        }
        Self { units, worth, bundles, pinned, known, next: LEAST }
    }

    /// The length with a number, counted from the shortest.
    pub(super) fn at(&mut self, number: usize) -> Option<&Length> {
        while self.known.len() <= number && self.known.last().is_none_or(|one| !one.whole)
        {
            let next = self.longer();
            self.known.push(next);
        }
        self.known.get(number)
    }

    /// The next length that says more than the last.
    fn longer(&mut self) -> Length {
        let all = Choice::all(&self.units);
        let words = all.words(&self.units);
        let mut chooser =
            Chooser::new(&self.units, &self.worth, &self.bundles, &self.pinned);
        let (least, worth) = match self.known.last() {
            Some(last) => (last.words.max(LEAST - 1), last.worth),
            None => (LEAST - 1, 0.0),
        };
        while self.next <= words.min(MOST) {
            let (mut choice, value) = chooser.choose(self.next);
            complete(&self.units, &mut choice);
            self.next = self.next * STEP / 8 + 1;
            let words = choice.words(&self.units);
            if words > least && value > worth {
                return Length { choice, words, worth: value, whole: false };
            }
        }
        // What is added last is worth something, but less than anything chosen.
        let worth = worth + (words - least.min(words)) as f64 * LAST;
        Length { choice: all, words, worth, whole: true }
    }
}
