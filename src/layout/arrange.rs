//! A galley with some elements gone and some lists run in.
//!
//! The lines of every element are broken once at a size and a measure. What changes from
//! one [`Choice`] to the next is only which of them stand, and the few paragraphs that are
//! put together of several: a list run into its label, a list that tells how many of its
//! items are gone.

mod heads;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::select::Rank;
use crate::text::Shaped;
use crate::units::Em;

use super::flow::{AppearsIn, Body, Element, Flow, ListRun};
use super::galley::{Galley, LINE, Outdent, SetBody, Setting, Slug, set_bodies, slugs};
use super::lines::{Align, break_lines};

/// What stands, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Which elements are gone.
    pub gone: Vec<bool>,
    /// Which elements stand with their short text.
    pub shortened: Vec<bool>,
    /// Which lists are run in.
    pub run_in: Vec<bool>,
    /// Which titles stand without their label. A list that is run in right below takes the
    /// label up.
    pub bare: Vec<bool>,
    /// Whether answers begin on the last lines of their titles, where that wins a line.
    pub heads_run_in: bool,
}

/// A flow set at one size and measure, to be arranged in many ways.
#[derive(Debug)]
pub(crate) struct Arranger<'a> {
    flow: &'a Flow,
    setting: Setting,
    set: Vec<SetBody>,
    /// “ +1”, “ +2”...: how many items of a list are gone.
    counts: &'a [Shaped],
    /// Paragraphs put together so far: one choice differs little from the next.
    joined: RefCell<JoinedSoFar>,
}

/// Paragraphs that were put together.
#[derive(Debug, Default)]
struct JoinedSoFar {
    known: BTreeMap<JoinedOf, Joined>,
    /// How many there were in all.
    count: usize,
    /// Of how many texts those that are known are.
    texts: usize,
}

impl JoinedSoFar {
    /// The paragraph that is put together `of` something, as `make` does it the first time.
    /// What was made long ago is given up where there is too much of it.
    fn get(&mut self, of: JoinedOf, make: impl FnOnce() -> SetBody) -> Joined {
        if let Some(known) = self.known.get(&of) {
            return known.clone();
        }
        let (.., sources) = &of;
        self.texts += sources.len();
        if self.texts > MOST_KEPT {
            self.known.clear();
            self.texts = sources.len();
        }
        self.count += 1;
        let joined = Joined { number: self.count, body: Rc::new(make()) };
        self.known.insert(of, joined.clone());
        joined
    }
}

/// Of so many texts paragraphs are kept. A list of some hundred items that loses one after
/// another is a paragraph of as many each time.
const MOST_KEPT: usize = 100_000;

/// What a paragraph is put together for and of: an element, whether its label hangs before
/// it, and texts.
type JoinedOf = (usize, bool, Vec<Source>);

/// Where a text that a paragraph is put together of comes from. Numbers are those of
/// elements, if nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// The element's own text.
    Own(usize),
    /// The short text that stands for it.
    Short(usize),
    /// The number that hangs before it.
    Number(usize),
    /// A title.
    Title(usize),
    /// The label of a title.
    TitleLabel(usize),
    AfterLabel,
    Gap,
    Dot,
    /// The count of so many items that are gone.
    Lost(usize),
    /// A paragraph put together before, by its number.
    Joined(usize),
}

/// A text that a paragraph is put together of.
#[derive(Debug, Clone, Copy)]
struct Fragment<'t> {
    source: Source,
    text: &'t Shaped,
}

/// A paragraph put together of several texts.
#[derive(Debug, Clone)]
struct Joined {
    /// How many were put together before it.
    number: usize,
    body: Rc<SetBody>,
}

/// What an element shows instead of its own text, or that another shows it.
#[derive(Debug)]
enum Instead {
    Title(SetBody),
    Paragraph(Joined),
    Elsewhere,
}

/// What a list that is run in is put together of.
struct RunIn<'l, 't> {
    list: &'l ListRun,
    /// The element before the items, if it stands.
    head: Option<usize>,
    /// The label that it takes up from the title right above.
    label: Option<Fragment<'t>>,
    /// The items that stand, one at least.
    kept: &'l [usize],
    /// How many do not.
    lost: usize,
}

impl RunIn<'_, '_> {
    /// The element that shows the list.
    fn target(&self) -> usize {
        self.head.unwrap_or(self.kept[0])
    }
}

impl Choice {
    /// Everything, every list with an item a line.
    pub(crate) fn all(flow: &Flow) -> Self {
        Self::appearing(flow, AppearsIn::Condensed)
    }

    /// The same, where there is not room for all: authors say what goes at once, and what
    /// stands instead.
    pub(crate) fn condensed(flow: &Flow) -> Self {
        let mut choice = Self::appearing(flow, AppearsIn::Whole);
        for (shortened, element) in choice.shortened.iter_mut().zip(&flow.elements) {
            *shortened = element
                .short_text
                .as_ref()
                .is_some_and(|own| own.rank == Rank::SHORTENED);
        }
        choice
    }

    fn appearing(flow: &Flow, other: AppearsIn) -> Self {
        let elements = vec![false; flow.elements.len()];
        let gone =
            flow.elements.iter().map(|element| element.appears_in == other).collect();
        let run_in = vec![false; flow.lists.len()];
        Self {
            gone,
            shortened: elements.clone(),
            run_in,
            bare: elements,
            heads_run_in: false,
        }
    }

    /// Takes out what belongs to something gone, and headings and labels above nothing; these
    /// come back with what stands below them.
    pub(crate) fn settle(&mut self, flow: &Flow) {
        for (n, element) in flow.elements.iter().enumerate() {
            if element.parent.is_some_and(|parent| self.gone[parent]) {
                self.gone[n] = true;
            }
        }
        for (n, element) in flow.elements.iter().enumerate().rev() {
            if element.names == 0 {
                continue;
            }
            let named = n + 1..=n + element.names;
            let none = self.gone[named].iter().all(|gone| *gone);
            match &element.body {
                Body::Title { .. } => self.bare[n] |= none,
                _ if element.appears_in == AppearsIn::Both => self.gone[n] = none,
                _ => {}
            }
        }
    }
}

impl<'a> Arranger<'a> {
    /// Breaks the lines. `counts` holds “ +1”, “ +2” and so on, as many as a list may lose.
    pub(crate) fn new(flow: &'a Flow, setting: Setting, counts: &'a [Shaped]) -> Self {
        let set = set_bodies(flow, &setting);
        Self { flow, setting, set, counts, joined: RefCell::default() }
    }

    /// The slugs that a choice leaves.
    pub(crate) fn slugs(&self, choice: &Choice) -> Vec<Slug> {
        let instead = self.instead(choice);
        self.slugs_of(choice, &instead)
    }

    fn slugs_of(&self, choice: &Choice, instead: &BTreeMap<usize, Instead>) -> Vec<Slug> {
        let bodies = self.set.iter().enumerate().filter(|(n, _)| !choice.gone[*n]);
        let bodies = bodies.filter_map(|(n, body)| match instead.get(&n) {
            None => Some((n, body)),
            Some(Instead::Title(body)) => Some((n, body)),
            Some(Instead::Paragraph(joined)) => Some((n, &*joined.body)),
            Some(Instead::Elsewhere) => None,
        });
        slugs(self.flow, &self.setting, bodies)
    }

    /// The galley of a choice, to be painted.
    pub(crate) fn galley(mut self, choice: &Choice) -> Galley {
        let instead = self.instead(choice);
        let slugs = self.slugs_of(choice, &instead);
        for (element, instead) in instead {
            match instead {
                Instead::Title(body) => self.set[element] = body,
                Instead::Paragraph(joined) => {
                    self.set[element] = SetBody::clone(&joined.body);
                }
                Instead::Elsewhere => {}
            }
        }
        Galley { set: self.set, slugs }
    }

    /// How many lines a list wins by being run in, where nothing is gone.
    pub(crate) fn won_by_run_in(&self, list: usize, choice: &Choice) -> i32 {
        let list = &self.flow.lists[list];
        if !list.plain || list.items.is_empty() {
            return 0;
        }
        let mut instead = BTreeMap::new();
        let run_in =
            RunIn { list, head: list.head, label: None, kept: &list.items, lost: 0 };
        self.run_in(&run_in, choice, &mut instead);
        let target = run_in.target();
        let apart = list.head.iter().chain(&list.items).map(|&n| lines_of(&self.set[n]));
        let together = match &instead[&target] {
            Instead::Paragraph(joined) => lines_of(&joined.body),
            Instead::Title(_) | Instead::Elsewhere => 0,
        };
        apart.sum::<i32>() - together
    }

    /// Whether the label of a title needs a line of its own at this size.
    pub(crate) fn has_label_apart(&self, element: usize) -> bool {
        matches!(&self.set[element], SetBody::Title { label, .. } if !label.is_empty())
    }

    /// The label that a list takes up from the title right above it.
    fn taken_up(&self, choice: &Choice, list: &ListRun) -> Option<Fragment<'a>> {
        let title = list.items.first()?.checked_sub(1)?;
        if !choice.bare[title] || !self.has_label_apart(title) {
            return None;
        }
        match &self.flow.elements[title].body {
            Body::Title { label: Some(text), .. } => {
                Some(Fragment { source: Source::TitleLabel(title), text })
            }
            _ => None,
        }
    }

    /// The titles whose label stands nowhere.
    pub(crate) fn unlabelled(&self, choice: &Choice) -> Vec<usize> {
        let lists = self.flow.lists.iter().enumerate();
        let taken: BTreeSet<usize> = lists
            .filter(|(n, list)| {
                let stands = list.items.iter().any(|&item| !choice.gone[item]);
                choice.run_in[*n] && list.plain && stands
            })
            .filter(|(_, list)| self.taken_up(choice, list).is_some())
            .map(|(_, list)| list.items[0] - 1)
            .collect();
        let labelled = |n: &usize| {
            matches!(self.flow.elements[*n].body, Body::Title { label: Some(_), .. })
        };
        let bare = (0..choice.bare.len()).filter(|&n| choice.bare[n]);
        bare.filter(|n| labelled(n) && !taken.contains(n)).collect()
    }

    /// How many lines an element takes, in thousandths; a part of a list that is run in, as
    /// much as its words need.
    pub(crate) fn lines_taken(&self, element: usize, run_in: bool) -> i64 {
        let width = self.width(&self.flow.elements[element]).scaled();
        match (&self.set[element], &self.flow.elements[element].body) {
            (_, Body::Text { text, .. }) if run_in => {
                text.width().scaled() * 1000 / width
            }
            (SetBody::Text(lines) | SetBody::RunIn { lines, .. }, _) => {
                lines.len() as i64 * 1000
            }
            (SetBody::Code(lines), _) => lines.len() as i64 * 1000,
            (SetBody::Figure(_, steps), _) => i64::from(*steps) * 1000 / i64::from(LINE),
            (SetBody::Table(table), _) => {
                let steps: i64 =
                    table.parts.iter().map(|part| i64::from(part.height())).sum();
                steps * 1000 / i64::from(LINE)
            }
            _ => 1000,
        }
    }

    fn instead(&self, choice: &Choice) -> BTreeMap<usize, Instead> {
        let mut instead = BTreeMap::new();
        for n in (0..choice.bare.len()).filter(|&n| choice.bare[n]) {
            instead.extend(self.bare(n).map(|body| (n, Instead::Title(body))));
        }
        for n in (0..choice.shortened.len())
            .filter(|&n| choice.shortened[n] && !choice.gone[n])
        {
            self.put(n, &[self.text(n, choice)], None, &mut instead);
        }
        for (n, list) in self.flow.lists.iter().enumerate() {
            let run_in = choice.run_in[n] && list.plain;
            let kept: Vec<usize> =
                list.items.iter().copied().filter(|&item| !choice.gone[item]).collect();
            let lost = list.items.len() - kept.len();
            let head = list.head.filter(|&head| !choice.gone[head]);
            if run_in && !kept.is_empty() {
                let label = self.taken_up(choice, list);
                let run_in = RunIn { list, head, label, kept: &kept, lost };
                self.run_in(&run_in, choice, &mut instead);
            } else if let Some(last) = kept.last().copied().or(head).filter(|&last| {
                // What begins with code, a table or a picture has no line to go on.
                lost > 0 && matches!(self.flow.elements[last].body, Body::Text { .. })
            }) {
                // A list inside the item may have been run into it already.
                let before = match instead.get(&last) {
                    Some(Instead::Paragraph(joined)) => Some(joined.clone()),
                    _ => None,
                };
                let own =
                    match before.as_ref().map(|joined| (joined.number, &*joined.body)) {
                        Some((number, SetBody::RunIn { text, .. })) => {
                            Fragment { source: Source::Joined(number), text }
                        }
                        _ => self.text(last, choice),
                    };
                self.put(last, &[own, self.count(lost)], None, &mut instead);
            }
        }
        if choice.heads_run_in {
            self.run_in_heads(choice, &mut instead);
        }
        instead
    }

    /// Runs a list in behind its head. One without a head becomes a paragraph from where
    /// its labels hang: numbers stand in it, bullets do not.
    fn run_in(
        &self,
        run_in: &RunIn<'_, '_>,
        choice: &Choice,
        instead: &mut BTreeMap<usize, Instead>,
    ) {
        let separators = &self.flow.separators;
        let after_label =
            Fragment { source: Source::AfterLabel, text: &separators.after_label };
        let between = if run_in.list.ordered {
            Fragment { source: Source::Gap, text: &separators.gap }
        } else {
            Fragment { source: Source::Dot, text: &separators.dot }
        };
        let target = run_in.target();
        let mut fragments = Vec::new();
        if let Some(label) = run_in.label {
            fragments.extend([label, after_label]);
        }
        if let Some(head) = run_in.head {
            fragments.extend([self.text(head, choice), after_label]);
        }
        for (n, &item) in run_in.kept.iter().enumerate() {
            if n > 0 {
                fragments.push(between);
            }
            let label = self.flow.elements[item].label.as_ref();
            if let Some(label) = label.filter(|_| run_in.list.ordered) {
                fragments
                    .push(Fragment { source: Source::Number(item), text: &label.run_in });
            }
            fragments.push(self.text(item, choice));
            if item != target {
                instead.insert(item, Instead::Elsewhere);
            }
        }
        if run_in.lost > 0 {
            fragments.push(self.count(run_in.lost));
        }
        let from = run_in.head.is_none().then_some(run_in.list.indent);
        self.put(target, &fragments, from, instead);
    }

    /// Puts texts together as the text of an element. It begins so far `from` the text edge
    /// of the column, without what hangs before the element; if nothing is said, where the
    /// element does, and with its label.
    fn put(
        &self,
        element: usize,
        fragments: &[Fragment<'_>],
        from: Option<Em>,
        instead: &mut BTreeMap<usize, Instead>,
    ) {
        let sources = fragments.iter().map(|fragment| fragment.source).collect();
        let labelled = from.is_none();
        let make = || {
            let element = &self.flow.elements[element];
            let texts: Vec<_> = fragments.iter().map(|fragment| fragment.text).collect();
            let text = Shaped::concat(&texts, element.direction);
            let outdent = from.map_or(Em::ZERO, |from| element.indent - from);
            let width = self.width(element) + outdent;
            let lines = break_lines(&text, width, Align::Start);
            let head = 0;
            let outdent = Outdent { first: outdent, others: outdent };
            SetBody::RunIn { text, lines, labelled, outdent, head }
        };
        let joined = self.joined.borrow_mut().get((element, labelled, sources), make);
        instead.insert(element, Instead::Paragraph(joined));
    }

    /// The width of an element's lines.
    fn width(&self, element: &Element) -> Em {
        self.flow.width(element, self.setting.measure_em())
    }

    /// A title's lines without its label.
    fn bare(&self, title: usize) -> Option<SetBody> {
        let label = Vec::new();
        let lines = match (&self.set[title], &self.flow.elements[title].body) {
            (SetBody::Title { joined: false, lines, .. }, _) => lines.clone(),
            (SetBody::Title { joined: true, .. }, Body::Title { text, .. }) => {
                let width = self.width(&self.flow.elements[title]);
                break_lines(text, width, Align::Start)
            }
            _ => return None,
        };
        Some(SetBody::Title { joined: false, lines, label })
    }

    fn text(&self, n: usize, choice: &Choice) -> Fragment<'a> {
        let element = &self.flow.elements[n];
        let (source, text) = match (&element.body, &element.short_text) {
            (_, Some(short)) if choice.shortened[n] => (Source::Short(n), &short.text),
            (Body::Text { text, .. }, _) => (Source::Own(n), text),
            _ => (Source::AfterLabel, &self.flow.separators.after_label),
        };
        Fragment { source, text }
    }

    fn count(&self, lost: usize) -> Fragment<'a> {
        let lost = lost.min(self.counts.len());
        Fragment { source: Source::Lost(lost), text: &self.counts[lost - 1] }
    }
}

fn lines_of(body: &SetBody) -> i32 {
    match body {
        SetBody::Text(lines) | SetBody::RunIn { lines, .. } => lines.len() as i32,
        SetBody::Title { lines, label, .. } => (lines.len() + label.len()) as i32,
        _ => 0,
    }
}
