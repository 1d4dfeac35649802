//! A galley with some elements gone and some lists run in.
//!
//! The lines of every element are broken once at a size and a measure. What changes from
//! one [`Choice`] to the next is only which of them stand, and the few paragraphs that are
//! put together of several: a list run into its label, a list that tells how many of its
//! items are gone.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::select::Rank;
use crate::text::Shaped;

use super::flow::{AppearsIn, Body, Flow, ListRun};
use super::galley::{Galley, LINE, SetBody, Setting, Slug, set_bodies, slugs, width_of};
use super::lines::{Align, break_lines};

/// What stands, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Which elements are gone.
    pub gone: Vec<bool>,
    /// Which elements stand with their short text.
    pub shortened: Vec<bool>,
    /// Which lists are run in.
    pub run_in: Vec<bool>,
    /// Which titles stand without their label. A list that is run in right below takes the
    /// label up.
    pub bare: Vec<bool>,
}

/// A flow set at one size and measure, to be arranged in many ways.
#[derive(Debug)]
pub struct Arranger<'a> {
    flow: &'a Flow,
    setting: Setting,
    set: Vec<SetBody>,
    /// “ +1”, “ +2”...: how many items of a list are gone.
    counts: &'a [Shaped],
    /// Paragraphs put together so far, by element and by the places of their parts in
    /// memory: one choice differs little from the next.
    made: RefCell<BTreeMap<Parts, Rc<SetBody>>>,
}

/// An element, and the places in memory of the texts that it is put together of.
type Parts = (usize, Vec<usize>);

/// What an element shows instead of its own text, or that another shows it.
#[derive(Debug)]
enum Instead {
    Text(Rc<SetBody>),
    Elsewhere,
}

impl Choice {
    /// Everything, every list with an item a line.
    pub fn all(flow: &Flow) -> Self {
        Self::appearing(flow, AppearsIn::Condensed)
    }

    /// The same, where there is not room for all: authors say what goes at once, and what
    /// stands instead.
    pub fn condensed(flow: &Flow) -> Self {
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
        Self { gone, shortened: elements.clone(), run_in, bare: elements }
    }

    /// Takes out what belongs to something gone, and names that name nothing more; names
    /// come back with what they name.
    pub fn settle(&mut self, flow: &Flow) {
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
    pub fn new(flow: &'a Flow, setting: Setting, counts: &'a [Shaped]) -> Self {
        let set = set_bodies(flow, &setting);
        Self { flow, setting, set, counts, made: RefCell::default() }
    }

    /// The slugs that a choice leaves.
    pub fn slugs(&self, choice: &Choice) -> Vec<Slug> {
        let instead = self.instead(choice);
        self.slugs_of(choice, &instead)
    }

    fn slugs_of(&self, choice: &Choice, instead: &BTreeMap<usize, Instead>) -> Vec<Slug> {
        let bodies = self.set.iter().enumerate().filter(|(n, _)| !choice.gone[*n]);
        let bodies = bodies.filter_map(|(n, body)| match instead.get(&n) {
            None => Some((n, body)),
            Some(Instead::Text(body)) => Some((n, &**body)),
            Some(Instead::Elsewhere) => None,
        });
        slugs(self.flow, self.setting.tight, bodies)
    }

    /// The galley of a choice, to be painted.
    pub fn galley(mut self, choice: &Choice) -> Galley {
        let instead = self.instead(choice);
        let slugs = self.slugs_of(choice, &instead);
        for (element, instead) in instead {
            if let Instead::Text(body) = instead {
                self.set[element] = SetBody::clone(&body);
            }
        }
        Galley { set: self.set, slugs }
    }

    /// How many lines a list wins by being run in, where nothing is gone.
    pub fn won_by_run_in(&self, list: usize, choice: &Choice) -> i32 {
        let list = &self.flow.lists[list];
        if !list.plain || list.items.is_empty() {
            return 0;
        }
        let mut instead = BTreeMap::new();
        let whole = (&list.items[..], 0);
        let parts = self.run_in(list, (list.head, None), whole, choice, &mut instead);
        let target = list.head.unwrap_or(list.items[0]);
        self.put(target, &parts, true, &mut instead);
        let apart = list.head.iter().chain(&list.items).map(|&n| lines_of(&self.set[n]));
        let together = match &instead[&target] {
            Instead::Text(body) => lines_of(body),
            Instead::Elsewhere => 0,
        };
        apart.sum::<i32>() - together
    }

    /// Whether the label of a title needs a line of its own at this size.
    pub fn has_label_apart(&self, element: usize) -> bool {
        matches!(&self.set[element], SetBody::Title { label, .. } if !label.is_empty())
    }

    /// The label that a list takes up from the title right above it.
    fn taken_up(&self, choice: &Choice, list: &ListRun) -> Option<&'a Shaped> {
        let title = list.items.first()?.checked_sub(1)?;
        if !choice.bare[title] || !self.has_label_apart(title) {
            return None;
        }
        match &self.flow.elements[title].body {
            Body::Title { label, .. } => label.as_ref(),
            _ => None,
        }
    }

    /// The titles whose label stands nowhere.
    pub fn unlabelled(&self, choice: &Choice) -> Vec<usize> {
        let lists = self.flow.lists.iter().enumerate();
        let taken: Vec<usize> = lists
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
    pub fn lines_taken(&self, element: usize, run_in: bool) -> i64 {
        let width = width_of(&self.flow.elements[element], &self.setting).scaled();
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
                table.parts.iter().map(|part| i64::from(part.lines) * 1000).sum()
            }
            _ => 1000,
        }
    }

    fn instead(&self, choice: &Choice) -> BTreeMap<usize, Instead> {
        let mut instead = BTreeMap::new();
        for n in (0..choice.bare.len()).filter(|&n| choice.bare[n]) {
            instead.extend(self.bare(n).map(|body| (n, Instead::Text(Rc::new(body)))));
        }
        for n in (0..choice.shortened.len())
            .filter(|&n| choice.shortened[n] && !choice.gone[n])
        {
            self.put(n, &[self.text(n, choice)], true, &mut instead);
        }
        for (n, list) in self.flow.lists.iter().enumerate() {
            let run_in = choice.run_in[n] && list.plain;
            let kept: Vec<usize> =
                list.items.iter().copied().filter(|&item| !choice.gone[item]).collect();
            let lost = list.items.len() - kept.len();
            let head = list.head.filter(|&head| !choice.gone[head]);
            if run_in && !kept.is_empty() {
                let label = self.taken_up(choice, list);
                let items = (&kept[..], lost);
                let parts = self.run_in(list, (head, label), items, choice, &mut instead);
                let labelled = label.is_none() || !list.ordered;
                self.put(head.unwrap_or(kept[0]), &parts, labelled, &mut instead);
            } else if let Some(last) = kept.last().copied().or(head).filter(|_| lost > 0)
            {
                // A list inside the item may have been run into it already.
                let before = match instead.get(&last) {
                    Some(Instead::Text(body)) => Some(Rc::clone(body)),
                    _ => None,
                };
                let own = match before.as_deref() {
                    Some(SetBody::RunIn { text, .. }) => text,
                    _ => self.text(last, choice),
                };
                self.put(last, &[own, self.count(lost)], true, &mut instead);
            }
        }
        instead
    }

    /// The parts of a list run in behind its head, or behind the first of its items.
    fn run_in(
        &self,
        list: &ListRun,
        (head, taken): (Option<usize>, Option<&'a Shaped>),
        (kept, lost): (&[usize], usize),
        choice: &Choice,
        instead: &mut BTreeMap<usize, Instead>,
    ) -> Vec<&'a Shaped> {
        let separators = &self.flow.separators;
        let target = head.unwrap_or(kept[0]);
        let mut parts = Vec::new();
        if let Some(label) = taken {
            parts.extend([label, &separators.after_label]);
        }
        if let Some(head) = head {
            parts.extend([self.text(head, choice), &separators.after_label]);
        }
        for (n, &item) in kept.iter().enumerate() {
            if n > 0 {
                parts.push(if list.ordered { &separators.gap } else { &separators.dot });
            }
            let label = self.flow.elements[item].label.as_ref();
            let first = item == target && taken.is_none();
            if let Some(label) = label.filter(|_| list.ordered && !first) {
                parts.push(&label.held);
            }
            parts.push(self.text(item, choice));
            if item != target {
                instead.insert(item, Instead::Elsewhere);
            }
        }
        if lost > 0 {
            parts.push(self.count(lost));
        }
        parts
    }

    /// Puts parts together as the text of an element; `labelled` says whether what hangs
    /// before the element still does.
    fn put(
        &self,
        element: usize,
        parts: &[&Shaped],
        labelled: bool,
        instead: &mut BTreeMap<usize, Instead>,
    ) {
        let places = parts.iter().map(|part| std::ptr::from_ref(*part).addr()).collect();
        let mut made = self.made.borrow_mut();
        let body = made.entry((element, places)).or_insert_with(|| {
            let element = &self.flow.elements[element];
            let text = Shaped::concat(parts, element.direction);
            let width = width_of(element, &self.setting);
            let lines = break_lines(&text, width, Align::Start);
            Rc::new(SetBody::RunIn { text, lines, labelled })
        });
        instead.insert(element, Instead::Text(Rc::clone(body)));
    }

    /// A title's lines without its label.
    fn bare(&self, title: usize) -> Option<SetBody> {
        let label = Vec::new();
        let lines = match (&self.set[title], &self.flow.elements[title].body) {
            (SetBody::Title { joined: false, lines, .. }, _) => lines.clone(),
            (SetBody::Title { joined: true, .. }, Body::Title { text, .. }) => {
                let width = width_of(&self.flow.elements[title], &self.setting);
                break_lines(text, width, Align::Start)
            }
            _ => return None,
        };
        Some(SetBody::Title { joined: false, lines, label })
    }

    fn text(&self, element: usize, choice: &Choice) -> &'a Shaped {
        let element_of = &self.flow.elements[element];
        match (&element_of.body, &element_of.short_text) {
            (_, Some(short)) if choice.shortened[element] => &short.text,
            (Body::Text { text, .. }, _) => text,
            _ => &self.flow.separators.after_label,
        }
    }

    fn count(&self, lost: usize) -> &'a Shaped {
        &self.counts[lost.min(self.counts.len()) - 1]
    }
}

fn lines_of(body: &SetBody) -> i32 {
    match body {
        SetBody::Text(lines) | SetBody::RunIn { lines, .. } => lines.len() as i32,
        _ => 0,
    }
}
