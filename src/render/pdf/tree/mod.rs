//! The structure tree (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7): what the pieces of
//! the pages are, in reading order.
//!
//! A node's own pieces and the nodes in it are merged by where they begin on the pages, so
//! that a link stands between the words around it. Nodes that nothing belongs to are left
//! out, but not the empty cells of a row that is there.

mod element;
mod role;

use std::collections::BTreeMap;

use super::affine::Area;
use super::draw::Drawn;
use super::file::File;
use super::syntax::{milli, reference};
use crate::diagnostic::{Error, Result};
use crate::frame::{Node, NodeKind, Structure, Tag};
use crate::units::Length;

pub(super) use role::{is_mute, role};

/// A place on the pages: page index, then marked-content identifier.
pub(super) type Position = (u32, u32);

/// What belongs to the nodes.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Object numbers of the pages.
    pub pages: Vec<u32>,
    /// Each marked-content sequence and its node, by page and identifier.
    pub marked: Vec<(Tag, Position)>,
    /// Each link annotation.
    pub links: Vec<LinkContent>,
    /// The place of each node's pictures; the edges as [`edges`] has them.
    pub pictures: BTreeMap<Tag, [i64; 4]>,
    /// What stands first in each label.
    pub labels: BTreeMap<Tag, String>,
}

/// A link annotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LinkContent {
    /// The node.
    pub tag: Option<Tag>,
    /// Page index.
    pub page: u32,
    /// Object number.
    pub id: u32,
    /// Key in the parent tree.
    pub key: u32,
}

impl Content {
    /// Adds what is on a page.
    pub fn add(&mut self, page: usize, page_height: Length, drawn: Drawn<'_>) {
        let page = page as u32;
        let sequences = drawn.sequences.into_iter().enumerate();
        self.marked
            .extend(sequences.map(|(sequence, tag)| (tag, (page, sequence as u32))));
        for (tag, area) in drawn.pictures {
            // A figure has one box; one that goes on to another page has that of its first.
            self.pictures.entry(tag).or_insert_with(|| edges(area, page_height));
        }
        for (tag, label) in drawn.labels {
            self.labels.entry(tag).or_insert_with(|| label.to_owned());
        }
    }
}

/// An area's edges as boxes have them: left, bottom, right, top, y upwards, in thousandths
/// of a point.
pub(super) fn edges(area: Area, page_height: Length) -> [i64; 4] {
    [area.left, page_height - area.bottom, area.right, page_height - area.top].map(milli)
}

/// Refuses a structure whose nodes do not stand behind their parents, and pieces without a
/// node.
pub(super) fn check(structure: &Structure, last: Option<Tag>) -> Result<()> {
    let nodes = structure.nodes();
    let behind = |(index, node): (usize, &Node)| {
        node.parent.is_none_or(|p| (p.0 as usize) < index)
    };
    let sound = nodes.iter().enumerate().all(behind);
    let known = last.is_none_or(|tag| (tag.0 as usize) < nodes.len());
    if sound && known {
        return Ok(());
    }
    let reason = "the structure of the pages does not hold together".to_owned();
    Err(Error::Render { format: "PDF", reason: reason.into() })
}

/// Writes the tree; gives back the object number of its root.
pub(super) fn write(file: &mut File, structure: &Structure, mut content: Content) -> u32 {
    content.marked.sort_unstable();
    content.links.sort_unstable();
    let (root, document) = (file.number(), file.number());
    let mut tree = Tree::new(structure.nodes(), content);
    tree.number(file);
    tree.elements(file, root, document);
    tree.root(file, root, document);
    root
}

/// The tree while it is written.
struct Tree<'a> {
    nodes: &'a [Node],
    content: Content,
    /// The nodes in each node, in order; those of the document come last.
    kids: Kids,
    /// Where each node begins; none if nothing belongs to it.
    begins: Vec<Option<Position>>,
    /// Whether a link annotation belongs to the node.
    linked: Vec<bool>,
    /// Structure types of headings, without gaps in their levels.
    headings: BTreeMap<usize, &'static str>,
    /// Object numbers of the elements; none for a node that is left out.
    ids: Vec<Option<u32>>,
    /// Object numbers of the elements of links whose node is none of a link.
    link_ids: BTreeMap<usize, u32>,
}

/// Which nodes are in which.
struct Kids {
    first: Vec<Option<u32>>,
    next: Vec<Option<u32>>,
}

impl Kids {
    fn new(nodes: &[Node]) -> Self {
        let mut first = vec![None; nodes.len() + 1];
        let mut next = vec![None; nodes.len()];
        for (index, node) in nodes.iter().enumerate().rev() {
            let parent = node.parent.map_or(nodes.len(), |parent| parent.0 as usize);
            next[index] = first[parent].replace(index as u32);
        }
        Self { first, next }
    }

    /// The nodes in a node, or in the document, whose index is one past the last.
    fn of(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.first[parent];
        std::iter::successors(first, |&kid| self.next[kid as usize])
            .map(|kid| kid as usize)
    }
}

impl<'a> Tree<'a> {
    fn new(nodes: &'a [Node], content: Content) -> Self {
        let mut begins: Vec<Option<Position>> = vec![None; nodes.len()];
        let earlier = |begin: &mut Option<Position>, at: Position| {
            *begin = Some(begin.map_or(at, |begin| begin.min(at)));
        };
        let mut linked = vec![false; nodes.len()];
        for &(tag, at) in &content.marked {
            earlier(&mut begins[tag.0 as usize], at);
        }
        for link in &content.links {
            if let Some(index) = link.tag.map(|tag| tag.0 as usize) {
                linked[index] = true;
                // An area alone has no place among the words, and goes behind them.
                earlier(&mut begins[index], (link.page, u32::MAX));
            }
        }
        for (index, node) in nodes.iter().enumerate().rev() {
            if let (Some(at), Some(parent)) = (begins[index], node.parent) {
                earlier(&mut begins[parent.0 as usize], at);
            }
        }
        let kids = Kids::new(nodes);
        let (headings, link_ids) = (BTreeMap::new(), BTreeMap::new());
        Self { nodes, content, kids, begins, linked, headings, ids: Vec::new(), link_ids }
    }

    /// Gives numbers to the elements that are written, in reading order.
    fn number(&mut self, file: &mut File) {
        self.ids = vec![None; self.nodes.len()];
        let mut level = 0;
        for index in 0..self.nodes.len() {
            if !self.is_kept(index) {
                continue;
            }
            self.ids[index] = Some(file.number());
            if let NodeKind::Heading(wanted) = self.nodes[index].kind {
                // No level is left out on the way down (ISO 14289-1, 7.4.2).
                level = wanted.clamp(1, 6).min(level + 1);
                self.headings.insert(index, role::heading(level));
            }
        }
        for (index, link) in self.content.links.iter().enumerate() {
            let kind = link.tag.map(|tag| self.nodes[tag.0 as usize].kind);
            if kind != Some(NodeKind::Link) {
                self.link_ids.insert(index, file.number());
            }
        }
    }

    fn is_kept(&self, index: usize) -> bool {
        let node = &self.nodes[index];
        let begins = |index: usize| self.begins[index].is_some();
        match (node.kind, node.parent) {
            (NodeKind::HeadCell | NodeKind::Cell, Some(row)) => begins(row.0 as usize),
            _ => begins(index),
        }
    }

    /// Writes the root of the tree and what leads from pages to elements (14.7.4.4).
    fn root(&self, file: &mut File, root: u32, document: u32) {
        let parents = self.parent_tree(file);
        let notes = self.id_tree();
        file.raw(root, |out| {
            out.extend_from_slice(b"<</Type/StructTreeRoot/K ");
            reference(out, document);
            out.extend_from_slice(b"/ParentTree ");
            reference(out, parents);
            let next = self.content.pages.len() + self.content.links.len();
            out.extend_from_slice(format!("/ParentTreeNextKey {next}").as_bytes());
            if !notes.is_empty() {
                out.extend_from_slice(b"/IDTree<</Names[");
                for (name, id) in &notes {
                    out.extend_from_slice(format!("({name}){id} 0 R").as_bytes());
                }
                out.extend_from_slice(b"]>>");
            }
            out.extend_from_slice(b">>");
        });
    }

    /// The identifiers of notes (14.7.2), in the order that a name tree has.
    fn id_tree(&self) -> BTreeMap<String, u32> {
        let notes =
            self.nodes.iter().enumerate().filter(|(_, n)| n.kind == NodeKind::Note);
        notes
            .filter_map(|(index, _)| Some((element::note_id(index), self.ids[index]?)))
            .collect()
    }

    /// Writes which element each sequence and each annotation belongs to.
    fn parent_tree(&self, file: &mut File) -> u32 {
        let mut by_page: Vec<Vec<(u32, u32)>> =
            vec![Vec::new(); self.content.pages.len()];
        for &(tag, (page, sequence)) in &self.content.marked {
            if let Some(id) = self.ids[tag.0 as usize] {
                by_page[page as usize].push((sequence, id));
            }
        }
        let mut entries: Vec<(u32, u32)> = Vec::new();
        for (page, mut parents) in by_page.into_iter().enumerate() {
            if parents.is_empty() {
                continue;
            }
            parents.sort_unstable();
            let id = file.number();
            file.raw(id, |out| {
                out.push(b'[');
                for (_, parent) in parents {
                    reference(out, parent);
                    out.push(b' ');
                }
                out.push(b']');
            });
            entries.push((page as u32, id));
        }
        for (index, link) in self.content.links.iter().enumerate() {
            let of_node = || self.ids[link.tag?.0 as usize];
            if let Some(id) = self.link_ids.get(&index).copied().or_else(of_node) {
                entries.push((link.key, id));
            }
        }
        entries.sort_unstable();
        let tree = file.number();
        file.raw(tree, |out| {
            out.extend_from_slice(b"<</Nums[");
            for (key, id) in entries {
                out.extend_from_slice(format!("{key} {id} 0 R ").as_bytes());
            }
            out.extend_from_slice(b"]>>");
        });
        tree
    }
}
