//! The nodes of the structure tree in the order they are written in: which are kept, where
//! they begin, and the numbers of their objects.

use std::collections::BTreeMap;

use super::content::{Content, LinkContent, Position};
use crate::frame::{Node, NodeKind};
use crate::render::pdf::file::File;
use crate::render::pdf::role::heading;

/// The tree while it is written.
pub(super) struct Tree<'a> {
    pub nodes: &'a [Node],
    pub content: Content,
    /// The nodes in each node, in order; those of the document come last.
    pub kids: Kids,
    /// Where each node begins; none if nothing belongs to it.
    pub begins: Vec<Option<Position>>,
    /// Whether a link annotation belongs to the node.
    pub linked: Vec<bool>,
    /// Whether the node is a row with cells that are no heads.
    pub has_cells: Vec<bool>,
    /// Structure types of headings, without gaps in their levels.
    pub headings: BTreeMap<usize, &'static str>,
    /// Object numbers of the elements; none for a node that is left out.
    pub ids: Vec<Option<u32>>,
    /// Object numbers of the elements of links whose node is none of a link.
    pub link_ids: BTreeMap<usize, u32>,
}

/// Which nodes are in which.
pub(super) struct Kids {
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
    pub(super) fn of(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.first[parent];
        std::iter::successors(first, |&kid| self.next[kid as usize])
            .map(|kid| kid as usize)
    }
}

impl<'a> Tree<'a> {
    /// The nodes with what belongs to them, not yet numbered.
    pub(super) fn new(nodes: &'a [Node], content: Content) -> Self {
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
                let LinkContent { read, page, .. } = *link;
                let behind = Position { read, page, sequence: u32::MAX };
                earlier(&mut begins[index], behind);
            }
        }
        for (index, node) in nodes.iter().enumerate().rev() {
            if let (Some(at), Some(parent)) = (begins[index], node.parent) {
                earlier(&mut begins[parent.0 as usize], at);
            }
        }
        let mut has_cells = vec![false; nodes.len()];
        for node in nodes.iter().filter(|node| node.kind == NodeKind::Cell) {
            if let Some(row) = node.parent {
                has_cells[row.0 as usize] = true;
            }
        }
        Self {
            nodes,
            content,
            kids: Kids::new(nodes),
            begins,
            linked,
            has_cells,
            headings: BTreeMap::new(),
            ids: Vec::new(),
            link_ids: BTreeMap::new(),
        }
    }

    /// Gives numbers to the elements that are written, in reading order.
    pub(super) fn number(&mut self, file: &mut File) {
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
                self.headings.insert(index, heading(level));
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
}
