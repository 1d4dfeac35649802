//! The elements of the structure tree as objects (ISO 32000-1, 14.7.2).

use super::content::{LinkContent, Position};
use super::order::Tree;
use crate::frame::{Node, NodeKind, Tag};
use crate::render::pdf::file::File;
use crate::render::pdf::role;
use crate::render::pdf::syntax::{integer, name, reference, string, text};

/// The identifier of a note (ISO 14289-1, 7.9).
pub(super) fn note_id(index: usize) -> String {
    format!("note-{index}")
}

/// What an element consists of.
enum Kid {
    Element(u32),
    Marked(Position),
    Annotation { page: u32, id: u32 },
}

impl Tree<'_> {
    /// Writes the element of the document and those of all nodes.
    pub(super) fn elements(&self, file: &mut File, root: u32, document: u32) {
        let kids = self.kids(None);
        file.raw(document, |out| {
            out.extend_from_slice(b"<</S/Document/P ");
            reference(out, root);
            self.write_kids(out, &kids);
            out.extend_from_slice(b">>");
        });
        for (index, node) in self.nodes.iter().enumerate() {
            if let Some(id) = self.ids[index] {
                let parent = node.parent.and_then(|parent| self.ids[parent.0 as usize]);
                file.raw(id, |out| self.element(out, index, parent.unwrap_or(document)));
            }
        }
        for (&index, &id) in &self.link_ids {
            let link = self.content.links[index];
            let parent = link.tag.and_then(|tag| self.ids[tag.0 as usize]);
            file.raw(id, |out| self.lone_link(out, link, parent.unwrap_or(document)));
        }
    }

    fn element(&self, out: &mut Vec<u8>, index: usize, parent: u32) {
        let node = &self.nodes[index];
        out.extend_from_slice(b"<</S");
        name(out, self.role(index, node).as_bytes());
        out.extend_from_slice(b"/P ");
        reference(out, parent);
        self.attributes(out, index, node);
        if node.kind == NodeKind::Note {
            out.extend_from_slice(b"/ID");
            string(out, note_id(index).as_bytes());
        }
        if let Some(alt) = node.alt.as_ref().filter(|alt| !alt.trim().is_empty()) {
            out.extend_from_slice(b"/Alt");
            string(out, &text(alt));
        }
        if let Some(lang) = &node.lang {
            out.extend_from_slice(b"/Lang");
            string(out, lang.as_bytes());
        }
        let kids = self.kids(Some(Tag(index as u32)));
        self.write_kids(out, &kids);
        out.extend_from_slice(b">>");
    }

    fn role(&self, index: usize, node: &Node) -> &'static str {
        match node.kind {
            NodeKind::Heading(_) => self.headings.get(&index).copied().unwrap_or("H1"),
            // A link that leads nowhere is words.
            NodeKind::Link if !self.linked[index] => "Span",
            _ => role::role(node),
        }
    }

    fn attributes(&self, out: &mut Vec<u8>, index: usize, node: &Node) {
        match node.kind {
            NodeKind::HeadCell => role::scope_attribute(out, self.heads_row(node)),
            NodeKind::List => {
                if let Some(label) = self.first_label(index) {
                    role::list_attribute(out, role::numbering(label));
                }
            }
            NodeKind::Figure if !role::is_mute(node) => {
                if let Some(&(_, edges)) = self.content.pictures.get(&Tag(index as u32)) {
                    role::box_attribute(out, edges);
                }
            }
            _ => {}
        }
    }

    /// Whether a head cell is that of its row: one that has other cells too.
    fn heads_row(&self, cell: &Node) -> bool {
        cell.parent.is_some_and(|row| self.has_cells[row.0 as usize])
    }

    fn first_label(&self, list: usize) -> Option<&str> {
        let items = self.kids.of(list);
        let mut labels = items.flat_map(|item| self.kids.of(item));
        labels
            .find_map(|kid| self.content.labels.get(&Tag(kid as u32)))
            .map(String::as_str)
    }

    /// What a node consists of; without one, the document.
    fn kids(&self, tag: Option<Tag>) -> Vec<Kid> {
        let parent = tag.map_or(self.nodes.len(), |tag| tag.0 as usize);
        let mut own = tag.map_or(&[][..], |tag| self.marked(tag)).iter().peekable();
        let mut kids = Vec::new();
        for kid in self.kids.of(parent) {
            let Some(id) = self.ids[kid] else { continue };
            while let Some((_, at)) = own.next_if(|(_, at)| Some(*at) < self.begins[kid])
            {
                kids.push(Kid::Marked(*at));
            }
            kids.push(Kid::Element(id));
        }
        kids.extend(own.map(|&(_, at)| Kid::Marked(at)));
        let from = self.content.links.partition_point(|link| link.tag < tag);
        let links = self.content.links[from..].iter().take_while(|link| link.tag == tag);
        kids.extend(links.enumerate().map(|(index, link)| {
            match self.link_ids.get(&(from + index)) {
                Some(&id) => Kid::Element(id),
                None => Kid::Annotation { page: link.page, id: link.id },
            }
        }));
        kids
    }

    /// The marked-content sequences of a node.
    fn marked(&self, tag: Tag) -> &[(Tag, Position)] {
        let all = &self.content.marked;
        let from = all.partition_point(|(other, _)| *other < tag);
        let count = all[from..].partition_point(|(other, _)| *other == tag);
        &all[from..from + count]
    }

    /// Writes the page that most of an element is on, and what it consists of.
    fn write_kids(&self, out: &mut Vec<u8>, kids: &[Kid]) {
        let page = kids.iter().find_map(|kid| match kid {
            Kid::Marked(Position { page, .. }) | Kid::Annotation { page, .. } => {
                Some(*page)
            }
            Kid::Element(_) => None,
        });
        if let Some(page) = page {
            out.extend_from_slice(b"/Pg ");
            reference(out, self.content.pages[page as usize]);
        }
        match kids {
            [] => {}
            [kid] => {
                out.extend_from_slice(b"/K");
                self.write_kid(out, kid, page, true);
            }
            kids => {
                out.extend_from_slice(b"/K[");
                for (index, kid) in kids.iter().enumerate() {
                    self.write_kid(out, kid, page, index > 0);
                }
                out.push(b']');
            }
        }
    }

    fn write_kid(&self, out: &mut Vec<u8>, kid: &Kid, page: Option<u32>, spaced: bool) {
        let space =
            |out: &mut Vec<u8>| out.extend_from_slice(if spaced { b" " } else { b"" });
        let elsewhere = |out: &mut Vec<u8>, other: u32| {
            if Some(other) != page {
                out.extend_from_slice(b"/Pg ");
                reference(out, self.content.pages[other as usize]);
            }
        };
        match *kid {
            Kid::Element(id) => {
                space(out);
                reference(out, id);
            }
            Kid::Marked(Position { page: other, sequence, .. })
                if Some(other) == page =>
            {
                space(out);
                integer(out, i64::from(sequence));
            }
            Kid::Marked(Position { page: other, sequence, .. }) => {
                out.extend_from_slice(b"<</Type/MCR");
                elsewhere(out, other);
                out.extend_from_slice(b"/MCID ");
                integer(out, i64::from(sequence));
                out.extend_from_slice(b">>");
            }
            Kid::Annotation { page: other, id } => {
                out.extend_from_slice(b"<</Type/OBJR/Obj ");
                reference(out, id);
                elsewhere(out, other);
                out.extend_from_slice(b">>");
            }
        }
    }

    /// A link that has no node of its own.
    fn lone_link(&self, out: &mut Vec<u8>, link: LinkContent, parent: u32) {
        out.extend_from_slice(b"<</S/Link/P ");
        reference(out, parent);
        self.write_kids(out, &[Kid::Annotation { page: link.page, id: link.id }]);
        out.extend_from_slice(b">>");
    }
}
