//! What the links inside a guide mean: anchors of the source to ids of the tree.
//!
//! An anchor means a byte of the source, where a heading or an HTML `id` stands. Which id
//! stands there is known only when the outline is made; so this is filled in two steps.

use std::collections::{BTreeMap, BTreeSet};

use super::raw::{Anchor, Raw, each_heading, each_summary};
use super::slug;

/// The anchors of one source.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// Names as they can stand in a link, to the byte they mean.
    names: BTreeMap<String, u32>,
    /// The same without care for hyphens and signs.
    loose: BTreeMap<String, u32>,
    /// Where headings stand.
    headings: BTreeSet<u32>,
    /// Those in summaries, which are no headings in the tree: what folds out stands there.
    folded: BTreeSet<u32>,
    /// Bytes to the ids that the tree has there.
    placed: BTreeMap<u32, String>,
    /// These ids themselves: a link can have one where it is not what a host would form.
    ids: BTreeSet<String>,
    /// The id of what the source begins with.
    first: Option<String>,
}

/// What a link to an anchor comes to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// A place in the tree.
    Id(&'a str),
    /// A place of the source that the tree has no node for: the title, the top.
    Gone,
    /// Nothing has this name.
    Missing,
}

impl Anchors {
    /// Collects the anchors of the source's blocks and those of its HTML.
    pub(super) fn gather(blocks: &[Raw], html: &[Anchor], text: &str) -> Self {
        let mut anchors = Self::default();
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let mut explicit = Vec::new();
        each_heading(blocks, &mut |_, id, content, span| {
            let words = slug::heading_text(content);
            let name = slug::hosted(&words);
            anchors.headings.insert(span.start);
            let count = counts.entry(name.clone()).or_default();
            let unique = if *count == 0 { name } else { format!("{name}-{count}") };
            *count += 1;
            anchors.name(&unique, span.start);
            explicit.extend(id.map(|id| (id.to_owned(), span.start)));
        });
        each_summary(blocks, &mut |summary| {
            each_heading(summary, &mut |_, _, _, span| {
                anchors.folded.insert(span.start);
            });
        });
        for (id, at) in explicit {
            anchors.names.insert(id, at);
        }
        for anchor in html {
            let at = anchors.heading_at(anchor.at, text).unwrap_or(anchor.at);
            anchors.name(&anchor.name, at);
        }
        anchors
    }

    fn name(&mut self, name: &str, at: u32) {
        self.names.entry(name.to_owned()).or_insert(at);
        self.loose.entry(loose(name)).or_insert(at);
    }

    /// The heading that an HTML anchor names: the one right after it.
    fn heading_at(&self, at: u32, text: &str) -> Option<u32> {
        let next = self.headings.range(at..).next()?;
        let between = text.get(at as usize..*next as usize).filter(|between| {
            // Anchors stand close; a long way is no use and would be read once for each.
            between.len() < 400
        })?;
        let mut inside = false;
        let words = between.chars().filter(|char| {
            inside = *char == '<' || inside && *char != '>';
            !inside && !char.is_whitespace() && !matches!(char, '>' | '#')
        });
        (words.count() == 0).then_some(*next)
    }

    /// Tells the id that stands at the byte `at` in the tree.
    pub(super) fn place(&mut self, at: u32, id: &str) {
        self.placed.entry(at).or_insert_with(|| id.to_owned());
        self.ids.insert(id.to_owned());
    }

    /// The byte that the anchor `name` means, as a link has it after its `#`.
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        let name = slug::percent_decoded(name);
        let exact =
            self.names.get(&name).or_else(|| self.names.get(&name.to_lowercase()));
        exact.or_else(|| self.loose.get(&loose(&name))).copied()
    }

    /// How many headings there are.
    pub(super) fn headings(&self) -> usize {
        self.headings.len()
    }

    /// Whether the anchor is a heading's.
    pub(super) fn means_heading(&self, name: &str) -> bool {
        self.find(name).is_some_and(|at| self.headings.contains(&at))
    }

    /// Where the heading stands that has these words.
    pub(super) fn heading_of_text(&self, words: &str) -> Option<u32> {
        let at = *self.loose.get(&loose(words))?;
        self.headings.contains(&at).then_some(at)
    }

    /// Tells the id of a section that has no place of its own, since what it begins with
    /// stands there.
    pub(super) fn know(&mut self, id: &str) {
        self.ids.insert(id.to_owned());
    }

    /// Tells the id of a section, of which the first begins the source.
    pub(super) fn begin(&mut self, id: &str) {
        self.first.get_or_insert_with(|| id.to_owned());
    }

    /// What a link to the source as a whole leads to.
    pub(super) fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// What a link to `#name` comes to.
    pub(super) fn resolve(&self, name: &str) -> Target<'_> {
        let Some(at) = self.find(name) else {
            if let Some(id) = self.ids.get(name) {
                return Target::Id(id);
            }
            let top = matches!(name, "" | "top" | "Top" | "TOP");
            return if top { Target::Gone } else { Target::Missing };
        };
        if let Some(id) = self.placed.get(&at) {
            return Target::Id(id);
        }
        if self.headings.contains(&at) && !self.folded.contains(&at) {
            return Target::Gone;
        }
        match self.placed.range(..=at).next_back() {
            Some((_, id)) => Target::Id(id),
            None => Target::Gone,
        }
    }
}

fn loose(name: &str) -> String {
    slug::squeezed(&slug::hosted(name))
}
