//! One answer by itself, as long as whoever has the room for it says that it fits.
//!
//! Where the whole answer does not fit, numbers of words are bisected: the best choice of
//! so many words is made, and looked at once. Code, tables and pictures take more room than
//! their words say, so that the best choice without them is looked for as well, and the one
//! that is worth more stays. A table that is too large by itself is tried with fewer rows;
//! and where no choice fits, what stays is a list without its code, or the beginning of code
//! that is all there is.

use super::bundle::{Bundle, bundles, pinned};
use super::choice::Choice;
use super::choose::{Chooser, choose};
use super::cut::{self, Cut};
use super::options::CondenseOptions;
use super::prune::{self, Omission, prune};
use super::report::CondenseReport;
use super::terse::complete;
use super::unit::{Fate, Unit, UnitKind};
use super::worth::Worth;
use super::{Judge, Judged, lost, whole};
use crate::document::{Block, Document, Role, words_of};
use crate::select::references;

/// Choices whose numbers of words are so near, in parts of these, are as good as each other:
/// less than a sentence of what a card holds.
const NEAR: usize = 24;

/// Puts answers of one guide in short, each by itself.
pub struct Shortener<'a> {
    judge: Judge<'a>,
    document: &'a Document,
}

/// An answer that is too long.
#[derive(Debug, Clone, Copy)]
pub struct LongAnswer<'a> {
    /// The id of its question or topic.
    pub entry: &'a str,
    /// What is asked.
    pub title: &'a str,
    /// The answer.
    pub blocks: &'a [Block],
    /// About how much of it has room, from 0 to 1.
    pub share: f64,
}

/// An answer in short.
#[derive(Debug, Clone, PartialEq)]
pub struct ShortAnswer {
    /// What is left.
    pub blocks: Vec<Block>,
    /// What went.
    pub omissions: Vec<Omission>,
    /// Whether it fits. Otherwise it is the shortest that there is.
    pub fits: bool,
}

impl<'a> Shortener<'a> {
    /// For the answers of `document`, whose words tell what is common in it.
    pub fn new(document: &'a Document, options: &'a CondenseOptions) -> Self {
        Self { judge: Judge::of(document, options), document }
    }

    /// The longest that `fits` of what answers best; the shortest where nothing fits.
    ///
    /// What stands away from its title has to read without it. Only where that is too long
    /// in any case, sentences go without the beginnings that say the title again.
    pub fn longest(
        &self,
        answer: &LongAnswer<'_>,
        mut fits: impl FnMut(&[Block]) -> bool,
    ) -> ShortAnswer {
        let fits = &mut fits;
        let all = Cut::nothing(answer.blocks);
        let mut tries: Vec<(Cut, Wish)> = Vec::new();
        if cut::is_mostly_table(answer.blocks) {
            let cuts = cut::tables(answer.entry, answer.blocks, fits);
            tries.extend(cuts.into_iter().map(|cut| (cut, Wish::Tables)));
        }
        tries.extend([(all.clone(), Wish::Sentences), (all, Wish::Shortest)]);
        tries.extend(
            cut::words_alone(answer.entry, answer.blocks)
                .map(|cut| (cut, Wish::Sentences)),
        );
        let mut shortest = None;
        for (cut, wish) in tries {
            let short = self.shorter(answer, cut, wish, fits);
            if short.fits {
                return short;
            }
            if wish == Wish::Shortest {
                shortest = Some(short);
            }
        }
        if let Some(Cut { blocks, omissions }) =
            cut::code(answer.entry, answer.blocks, fits)
        {
            return ShortAnswer { blocks, omissions, fits: true };
        }
        shortest.unwrap_or_else(|| {
            let (blocks, omissions) = (answer.blocks.to_vec(), Vec::new());
            ShortAnswer { blocks, omissions, fits: false }
        })
    }

    /// What answers best in at most so many words; nothing where the whole answer is no
    /// longer.
    pub fn of_words(&self, answer: &LongAnswer<'_>, most: usize) -> Option<ShortAnswer> {
        let LongAnswer { entry, title, blocks, share } = *answer;
        if words_of(blocks) <= most {
            return None;
        }
        let Judged { units, worth } = self.judge.judged(title, blocks, share, false);
        let choice = choose(&units, &worth, most);
        let omissions = prune::omissions(entry, blocks, &units, &choice);
        let is_less = !omissions.is_empty();
        let blocks = prune(blocks, &units, &choice);
        is_less.then_some(ShortAnswer { blocks, omissions, fits: true })
    }

    /// The longest that fits of what is left of an answer.
    fn shorter(
        &self,
        answer: &LongAnswer<'_>,
        cut: Cut,
        wish: Wish,
        fits: &mut impl FnMut(&[Block]) -> bool,
    ) -> ShortAnswer {
        let LongAnswer { entry, title, share, .. } = *answer;
        let Cut { blocks, mut omissions } = cut;
        if !omissions.is_empty() && fits(&blocks) {
            return ShortAnswer { blocks, omissions, fits: true };
        }
        let mut judged = self.judge.judged(title, &blocks, share, wish == Wish::Shortest);
        match wish {
            Wish::Shortest => {}
            Wish::Tables => judged.keep(|unit| unit.kind == UnitKind::Table),
            Wish::Sentences => {
                judged.keep(|unit| unit.role == Role::Key);
                if self.judge.points_ahead(title) {
                    let mut first = true;
                    judged.keep(|unit| {
                        unit.is_shown() && std::mem::replace(&mut first, false)
                    });
                }
            }
        }
        let answer = &LongAnswer { blocks: &blocks, ..*answer };
        let Found { choice, fits, .. } = longest(&judged, answer, fits);
        omissions.extend(prune::omissions(entry, &blocks, &judged.units, &choice));
        let blocks = prune(&blocks, &judged.units, &choice);
        ShortAnswer { blocks, omissions, fits }
    }

    /// What is shown where nothing was left out.
    pub fn whole(&self) -> CondenseReport {
        CondenseReport { kept: whole(self.document), dropped: Vec::new() }
    }

    /// The footnotes that some of the blocks `before` refer to, and none of those `after`.
    pub fn lost_footnotes<'b>(
        &self,
        before: impl Iterator<Item = &'b [Block]>,
        after: impl Iterator<Item = &'b [Block]>,
    ) -> Vec<Omission> {
        let there = references::noted(self.document, before);
        let stay = references::noted(self.document, after);
        let notes = self.document.footnotes.iter();
        let gone = notes
            .filter(|note| there.contains(&note.label) && !stay.contains(&note.label));
        gone.map(lost).collect()
    }
}

/// What is to stay of an answer before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Its tables.
    Tables,
    /// What the author calls the key to it, and what is shown first where the title asks
    /// about that, as in “What does the code below print?”.
    Sentences,
    /// Nothing: the shorter, the better.
    Shortest,
}

/// A choice of units, and whether it fits.
struct Found {
    choice: Choice,
    worth: f64,
    fits: bool,
}

/// The best choice that fits, with what is to be looked at or without.
fn longest(
    judged: &Judged,
    answer: &LongAnswer<'_>,
    fits: &mut impl FnMut(&[Block]) -> bool,
) -> Found {
    let Judged { units, worth } = judged;
    let found = Search::new(units, worth, answer, fits).longest();
    let is_open = |unit: &&mut Unit| unit.is_shown() && unit.fate == Fate::Open;
    let mut read = units.clone();
    let shown: Vec<&mut Unit> = read.iter_mut().filter(is_open).collect();
    if shown.is_empty() {
        return found;
    }
    for unit in shown {
        unit.fate = Fate::Drop;
    }
    let without = Search::new(&read, worth, answer, fits).longest();
    let better = (without.fits, without.worth) > (found.fits, found.worth);
    if better { without } else { found }
}

/// Looks for the longest choice that fits.
struct Search<'s, F> {
    units: &'s [Unit],
    worth: &'s Worth,
    answer: &'s LongAnswer<'s>,
    fits: &'s mut F,
    bundles: Vec<Bundle>,
    pinned: Choice,
    /// What was looked at, and whether it fits.
    known: Vec<(Choice, bool)>,
}

impl<'s, F: FnMut(&[Block]) -> bool> Search<'s, F> {
    fn new(
        units: &'s [Unit],
        worth: &'s Worth,
        answer: &'s LongAnswer<'s>,
        fits: &'s mut F,
    ) -> Self {
        let (bundles, pinned) = (bundles(units), pinned(units));
        Self { units, worth, answer, fits, bundles, pinned, known: Vec::new() }
    }

    fn longest(mut self) -> Found {
        let all = Choice::all(self.units);
        let words = all.words(self.units);
        self.known.push((all, false));
        let (mut low, mut high) = (0, words.max(2));
        let mut next = (words as f64 * self.answer.share) as usize;
        let mut best: Option<Found> = None;
        while high - low > 1 + low / NEAR {
            let budget = next.clamp(low + 1, high - 1);
            let found = self.with(budget);
            if found.fits {
                low = budget;
                let is_better = |best: &Found| found.worth >= best.worth;
                if best.as_ref().is_none_or(is_better) {
                    best = Some(found);
                }
            } else {
                high = budget;
            }
            next = usize::midpoint(low, high);
        }
        best.unwrap_or_else(|| self.with(1))
    }

    /// The best choice of so many words.
    fn with(&mut self, words: usize) -> Found {
        let units = self.units;
        let mut chooser = Chooser::new(units, self.worth, &self.bundles, &self.pinned);
        let (mut choice, worth) = chooser.choose(words);
        complete(units, &mut choice);
        let known = self.known.iter().find(|(known, _)| *known == choice);
        let fits = if let Some((_, fits)) = known {
            *fits
        } else {
            let fits = (self.fits)(&prune(self.answer.blocks, units, &choice));
            self.known.push((choice.clone(), fits));
            fits
        };
        Found { choice, worth, fits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Entry, Inline, Paragraph, Question, Section};

    const TEXT: &str = "A cache keeps results of earlier work. It is filled as results \
        are asked for the first time. Some caches are shared by many machines of one \
        network. A result that was not asked for in a long time goes to make room.";

    fn paragraph(text: &str) -> Block {
        let content = vec![Inline::text(text)];
        let kind = BlockKind::Paragraph(Paragraph { lead: None, content });
        Block::new(kind, <_>::default())
    }

    fn short(blocks: &[Block], room: impl Fn(&[Block]) -> bool) -> ShortAnswer {
        let title = vec![Inline::text("What is a cache?")];
        let question = Question { title, answer: blocks.to_vec(), ..<_>::default() };
        let entries = vec![Entry::Question(question)];
        let sections = vec![Section { entries, ..<_>::default() }];
        let document = Document { sections, ..<_>::default() };
        let options = CondenseOptions::default();
        let shortener = Shortener::new(&document, &options);
        let title = "What is a cache?";
        let answer = LongAnswer { entry: "q1", title, blocks, share: 0.5 };
        shortener.longest(&answer, room)
    }

    #[test]
    fn as_much_stays_as_fits() {
        let blocks = [paragraph(TEXT)];
        let mut before = 0;
        for most in 8..words_of(&blocks) {
            let short = short(&blocks, |blocks| words_of(blocks) <= most);
            let shown = words_of(&short.blocks);
            assert!(short.fits && shown <= most && shown > 0, "{most}: {short:?}");
            assert!(!short.omissions.is_empty());
            assert!(shown + 12 > before, "{most}: {shown} after {before}");
            before = shown;
        }
    }

    #[test]
    fn the_shortest_stays_where_nothing_fits() {
        let short = short(&[paragraph(TEXT)], |_| false);
        assert!(!short.fits);
        assert!(words_of(&short.blocks) <= 12, "{short:?}");
    }

    #[test]
    fn code_that_takes_all_the_room_does_not_take_it_from_words() {
        let text = "one\n".repeat(12);
        let code = Block::new(BlockKind::Code { language: None, text }, <_>::default());
        let blocks = [paragraph(TEXT), code];
        let lines = |blocks: &[Block]| -> usize {
            blocks
                .iter()
                .map(|b| {
                    b.plain_text()
                        .lines()
                        .count()
                        .max(words_of(std::slice::from_ref(b)) / 8)
                })
                .sum()
        };
        let short = short(&blocks, |blocks| lines(blocks) <= 5);
        assert!(short.fits && words_of(&short.blocks) > 24, "{short:?}");
    }
}
