//! What names need to say something: bold words, headings, a few words before a paragraph.

use super::{Answer, FRAGMENT, ListUnits, all, any, content_words, list_of};
use crate::document::{Role, word_count};
use crate::select::condense::phrases::contains;
use crate::select::condense::unit::{Need, Unit, UnitKind};

/// With so many names below a heading, they say what there is.
const LEAST_BELOW_HEADING: usize = 3;
/// Names that stand only all together are so many at most: more of them are never all
/// asked for.
const MOST_NAMES: usize = 80;

impl Answer<'_> {
    /// The heading above bold words that other parts of the answer have, too: only with it,
    /// “Tools:” says whose.
    pub(super) fn headed_again(&self, index: usize) -> Option<usize> {
        let unit = &self.units[index];
        if unit.kind != UnitKind::Lead {
            return None;
        }
        let uses = self.leads.get(unit.whole().text.as_str())?;
        unit.heading.filter(|_| uses.times > 1 && uses.below.len() > 1)
    }

    /// The heading above a heading that comes more than once.
    pub(super) fn heading_above(&self, index: usize) -> Option<usize> {
        let times = self.headings.get(self.units[index].whole().text.as_str())?;
        self.above.get(&index).filter(|_| *times > 1).copied()
    }

    /// What bold words need: the words that they lead. Names of items say something without
    /// these where all of them stand: together they say what there is.
    pub(super) fn beside_name(&self, index: usize) -> Need {
        let led: Vec<usize> = self.led_by(index).collect();
        let list = &self.lists[list_of(&self.units[index])];
        if self.units[index].depth == 0 || !list.say_all {
            return any(led);
        }
        // What they are the names of is said before the list. A heading says it of many:
        // two names below one are hardly an answer.
        let opener = list.first.checked_sub(1).filter(|opener| self.opens_list(*opener));
        let below_heading =
            opener.is_none_or(|opener| self.units[opener].kind == UnitKind::Heading);
        if below_heading && list.items.len() < LEAST_BELOW_HEADING {
            return any(led);
        }
        let others = list.names.iter().copied().filter(|name| *name != index);
        let others = others.take(MOST_NAMES);
        Need { unless: led, ..all(opener.into_iter().chain(others).collect()) }
    }

    /// Whether the names of a list say what there is.
    pub(super) fn names_say_all(&self, list: &ListUnits) -> bool {
        list.items.len() > 1
            && list.items.len() == list.names.len()
            && list.names.iter().all(|name| self.is_name(*name))
    }

    /// Whether the bold words of an item say something by themselves: a name does, “Note:”,
    /// what comes more than once and what the title says do not.
    fn is_name(&self, index: usize) -> bool {
        let unit = &self.units[index];
        let again = self.again(unit);
        let mut words = content_words(&unit.whole().text).into_iter();
        let is_new = words.any(|word| !self.title.contains(&word));
        unit.role == Role::Plain && !again && is_new
    }

    /// Whether the bold words of a unit come more than once.
    fn again(&self, unit: &Unit) -> bool {
        self.leads.get(unit.whole().text.as_str()).is_some_and(|uses| uses.times > 1)
    }

    /// A few words without a verb before the sentences of a paragraph are a name for them.
    pub(super) fn named_by(&self, index: usize) -> Option<Need> {
        let unit = &self.units[index];
        let text = &unit.whole().text;
        let name = unit.number == 0
            && unit.of > 1
            && !self.words.verbs.is_empty()
            && word_count(text) < FRAGMENT / 2 + 1
            && !contains(&text.to_lowercase(), self.words.verbs);
        name.then(|| all(vec![index + 1]))
    }
}
