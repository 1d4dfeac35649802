//! Whether a tree that came from outside keeps what the types cannot say.

use std::collections::BTreeSet;

use crate::document::date::Date;
use crate::document::visit::{self, Node};
use crate::document::{Address, BlockKind, Document, InlineKind, Table};

/// Gives the document back if its date, ids, numbers, links, footnotes and tables are in order.
///
/// A tree from the parser always is; one written by hand or by another program may not be,
/// and would make a file that readers refuse. The error is one sentence about the first
/// fault.
pub fn check(document: Document) -> Result<Document, String> {
    let mut inventory = Inventory::default();
    if let Some(date) = &document.meta.date
        && Date::parse(date).is_none()
    {
        inventory.fault(format!("“{date}” is no date; it is written {}", Date::FORM));
    }
    for question in document.questions() {
        inventory.claim("question number", &question.number.to_string());
        if question.asking > question.answer.len() {
            inventory.fault(format!(
                "in the question {} more blocks ask than there are",
                question.number
            ));
        }
    }
    for note in &document.footnotes {
        inventory.claim("footnote", &note.label);
    }
    for section in &document.sections {
        // The section of what stands outside any section needs no name.
        if section.id.is_empty() && section.number > 0 {
            inventory.fault(format!("section {} has no id", section.number));
        }
    }
    visit::document(&document, &mut |node| inventory.look_at(node));
    inventory.references();
    match inventory.faults.into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(document),
    }
}

#[derive(Default)]
struct Inventory {
    /// Kind and name, for instance `("footnote", "1")`.
    names: BTreeSet<(&'static str, String)>,
    /// What is referred to, in the same form.
    wanted: Vec<(&'static str, String)>,
    faults: Vec<String>,
}

impl Inventory {
    fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }

    fn claim(&mut self, kind: &'static str, name: &str) {
        if !self.names.insert((kind, name.to_owned())) {
            self.fault(format!("the {kind} {name} is used twice"));
        }
    }

    fn look_at(&mut self, node: Node<'_>) {
        match node {
            Node::Id(id) if id.is_empty() => {}
            Node::Id(id) if !is_name(id) => {
                self.fault(format!(
                    "“{id}” is no id: it needs a letter, then letters, digits, -"
                ));
            }
            Node::Id(id) => self.claim("id", id),
            Node::Block(block) => match &block.kind {
                BlockKind::Table(table) => self.table(table, block.span.line),
                BlockKind::Heading { level: 0, id, .. } => {
                    self.fault(format!(
                        "the heading {id} has the level 0; levels begin at 1"
                    ));
                }
                _ => {}
            },
            Node::Inline(inline) => match &inline.kind {
                InlineKind::Link { target, .. } => {
                    let id = Address::place(target).map(|id| ("id", id.to_owned()));
                    self.wanted.extend(id);
                }
                InlineKind::FootnoteReference(label) => {
                    self.wanted.push(("footnote", label.clone()));
                }
                _ => {}
            },
            Node::Span(_) | Node::Text(_) => {}
        }
    }

    fn table(&mut self, table: &Table, line: u32) {
        let columns = table.columns.len();
        let head = Some(&table.head).filter(|head| !head.is_empty());
        let ragged = table.rows.iter().chain(head).any(|row| row.len() != columns);
        if ragged || columns == 0 {
            self.fault(format!(
                "the table of line {line} has a row without {columns} cells"
            ));
        }
    }

    fn references(&mut self) {
        for wanted in std::mem::take(&mut self.wanted) {
            if !self.names.contains(&wanted) {
                let (kind, name) = wanted;
                self.fault(format!(
                    "something refers to the {kind} {name}, which is not there"
                ));
            }
        }
    }
}

/// Whether `id` is a URL fragment and an XML name. Beyond ASCII the rules of both are wide,
/// and a letter of any script will do.
fn is_name(id: &str) -> bool {
    let part = |c: char| match c {
        '-' | '_' | '.' => true,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => !c.is_whitespace() && !c.is_control(),
    };
    let first = |c: char| c == '_' || !c.is_ascii() || c.is_ascii_alphabetic();
    id.chars().next().is_some_and(first) && id.chars().all(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::document::{
        Alignment, Block, Cell, Entry, Inline, Paragraph, Question, Section,
    };

    /// A section with a question that answers with `blocks`.
    fn guide(id: &str, kinds: Vec<BlockKind>) -> Document {
        let span = Span { line: 7, ..Span::default() };
        let answer = kinds.into_iter().map(|kind| Block::new(kind, span)).collect();
        let question =
            Question { number: 1, id: id.into(), answer, ..Question::default() };
        let section = Section {
            number: 1,
            id: "basics".into(),
            entries: vec![Entry::Question(question)],
            ..Section::default()
        };
        Document { sections: vec![section], ..Document::default() }
    }

    fn text(kind: InlineKind) -> BlockKind {
        let content = vec![Inline { kind, span: Span::default() }];
        BlockKind::Paragraph(Paragraph { lead: None, content })
    }

    fn fault(document: Document) -> String {
        check(document).expect_err("a fault")
    }

    #[test]
    fn a_sound_tree_passes_unchanged() {
        let link = InlineKind::Link { target: "#basics".into(), content: vec![] };
        let guide = guide("q1", vec![text(link)]);
        assert_eq!(check(guide.clone()), Ok(guide));
    }

    #[test]
    fn ids_are_names_and_unique() {
        assert!(fault(guide("basics", vec![])).contains("used twice"));
        for wrong in ["1", "a b", "-a", "a\"b", "a#b"] {
            assert!(fault(guide(wrong, vec![])).contains("is no id"), "{wrong}");
        }
        for right in ["q1", "_x", "größe", "要件"] {
            assert!(check(guide(right, vec![])).is_ok(), "{right}");
        }
        let mut unnamed = guide("q1", vec![]);
        unnamed.sections[0].id.clear();
        assert!(fault(unnamed).contains("has no id"));
    }

    #[test]
    fn a_date_is_one_of_the_calendar() {
        let dated = |date: &str| {
            let mut guide = guide("q1", vec![]);
            guide.meta.date = Some(date.into());
            guide
        };
        assert!(check(dated("2024-02-29")).is_ok());
        for wrong in ["2023-02-29", "12024-01-01", "", "May"] {
            assert!(fault(dated(wrong)).contains("is no date"), "{wrong}");
        }
    }

    #[test]
    fn numbers_are_unique() {
        let mut twice = guide("q1", vec![]);
        let mut again = guide("q2", vec![]).sections.remove(0);
        again.id = "more".into();
        twice.sections.push(again);
        assert_eq!(fault(twice), "the question number 1 is used twice");
    }

    #[test]
    fn links_and_footnotes_lead_somewhere() {
        let link = InlineKind::Link { target: "#nowhere".into(), content: vec![] };
        assert!(fault(guide("q1", vec![text(link)])).contains("nowhere"));
        let note = InlineKind::FootnoteReference("n".into());
        assert!(fault(guide("q1", vec![text(note)])).contains("footnote n"));
    }

    #[test]
    fn table_rows_have_a_cell_for_each_column() {
        let rows = vec![vec![Cell::default(), Cell::default()]];
        let table = Table { columns: vec![Alignment::Start], head: vec![], rows };
        assert!(fault(guide("q1", vec![BlockKind::Table(table)])).contains("line 7"));
    }
}
