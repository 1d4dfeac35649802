//! The structure tree (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7): what there is
//! on the pages, in reading order.
//!
//! What belongs to a node and the nodes in it are merged by where they begin on the pages, so
//! that a link stands between the words around it. Nodes that nothing belongs to are left
//! out, but not the empty cells of a row that is there.

mod content;
mod element;
mod order;

use std::collections::BTreeMap;

use super::file::File;
use super::syntax::reference;
use crate::diagnostic::{Error, Result};
use crate::frame::{Node, NodeKind, Structure, Tag};

use content::Position;
use order::Tree;

pub(super) use content::{Content, LinkContent, edges};

/// Refuses a structure whose nodes do not stand behind their parents, and content without a
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

impl Tree<'_> {
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
        for &(tag, Position { page, sequence, .. }) in &self.content.marked {
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
