//! A tree as text that a person can read in review: one line for each node.

use offprint::document::{
    Block, BlockKind, Cell, Document, Entry, Inline, InlineKind, LeadIn, List, Table,
};

/// The whole document.
pub fn document(document: &Document) -> String {
    let mut out = String::new();
    let meta = &document.meta;
    for (name, value) in [
        ("title", &meta.title),
        ("subtitle", &meta.subtitle),
        ("author", &meta.author),
        ("date", &meta.date),
        ("identifier", &meta.identifier),
    ] {
        if let Some(value) = value {
            line(&mut out, 0, &format!("{name}: {value}"));
        }
    }
    line(&mut out, 0, &format!("language: {}", meta.language));
    for section in &document.sections {
        let title = inlines(&section.title);
        line(
            &mut out,
            0,
            &format!("section {} #{} “{title}”", section.number, section.id),
        );
        for entry in &section.entries {
            let title = inlines(entry.title());
            line(
                &mut out,
                1,
                &match entry {
                    Entry::Question(one) => {
                        let asking = match one.asking {
                            0 => String::new(),
                            asking => format!(", its first {asking} asking"),
                        };
                        format!(
                            "question {} #{} “{title}” line {}{asking}",
                            one.number, one.id, one.span.line
                        )
                    }
                    Entry::Topic(one) => {
                        format!("topic #{} “{title}” line {}", one.id, one.span.line)
                    }
                },
            );
            blocks(entry.blocks(), 2, &mut out);
        }
    }
    for footnote in &document.footnotes {
        line(&mut out, 0, &format!("footnote {}", footnote.label));
        blocks(&footnote.blocks, 1, &mut out);
    }
    out
}

fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}

fn blocks(blocks: &[Block], depth: usize, out: &mut String) {
    for one in blocks {
        block(one, depth, out);
    }
}

fn block(block: &Block, depth: usize, out: &mut String) {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => {
            let lead = paragraph.lead.as_ref().map(lead).unwrap_or_default();
            line(out, depth, &format!("p {lead}{}", inlines(&paragraph.content)));
        }
        BlockKind::Heading { level, id, content } => {
            line(out, depth, &format!("h{level} #{id} {}", inlines(content)));
        }
        BlockKind::List(one) => list(one, depth, out),
        BlockKind::Table(one) => table(one, depth, out),
        BlockKind::Code { language, text } => {
            line(out, depth, &format!("code {}", language.as_deref().unwrap_or("-")));
            text.lines().for_each(|text| line(out, depth + 1, &format!("|{text}")));
        }
        BlockKind::Quote { alert, blocks: inner } => {
            let alert = alert.map(|alert| format!(" {alert:?}")).unwrap_or_default();
            line(out, depth, &format!("quote{alert}"));
            blocks(inner, depth + 1, out);
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                line(out, depth, &format!("term {}", inlines(&definition.term)));
                for meaning in &definition.meanings {
                    line(out, depth + 1, "meaning");
                    blocks(meaning, depth + 2, out);
                }
            }
        }
        BlockKind::Rule => line(out, depth, "rule"),
    }
}

fn lead(lead: &LeadIn) -> String {
    format!("[{:?} {}]{} ", lead.role, inlines(&lead.text), lead.separator)
}

fn list(list: &List, depth: usize, out: &mut String) {
    let start = list.start.map(|start| format!(" from {start}")).unwrap_or_default();
    let tight = if list.tight { "" } else { " loose" };
    line(out, depth, &format!("list{start}{tight}"));
    for item in &list.items {
        let task = match item.task {
            Some(true) => " done",
            Some(false) => " open",
            None => "",
        };
        line(out, depth + 1, &format!("item{task}"));
        blocks(&item.blocks, depth + 2, out);
    }
}

fn table(table: &Table, depth: usize, out: &mut String) {
    let columns: Vec<String> =
        table.columns.iter().map(|one| format!("{one:?}")).collect();
    line(out, depth, &format!("table {}", columns.join(" ")));
    let row = |cells: &[Cell]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| inlines(&cell.content)).collect();
        cells.join(" | ")
    };
    if !table.head.is_empty() {
        line(out, depth + 1, &format!("head {}", row(&table.head)));
    }
    for one in &table.rows {
        line(out, depth + 1, &format!("row {}", row(one)));
    }
}

/// Inlines, with marks that look like Markdown's.
pub fn inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(one: &Inline) -> String {
    match &one.kind {
        InlineKind::Text(text) => text.clone(),
        InlineKind::Code(text) => format!("`{text}`"),
        InlineKind::Emphasis(content) => format!("_{}_", inlines(content)),
        InlineKind::Strong(content) => format!("*{}*", inlines(content)),
        InlineKind::Strikethrough(content) => format!("~{}~", inlines(content)),
        InlineKind::Superscript(content) => format!("^{{{}}}", inlines(content)),
        InlineKind::Subscript(content) => format!("_{{{}}}", inlines(content)),
        InlineKind::Link { target, content } => {
            format!("[{}]({target})", inlines(content))
        }
        InlineKind::Image { source, alt, width } => {
            let width = width.map(|width| format!(" {width:?}")).unwrap_or_default();
            format!("![{alt}]({source}{width})")
        }
        InlineKind::FootnoteReference(label) => format!("[^{label}]"),
        InlineKind::Math { display, tex } => {
            format!("${}{tex}$", if *display { "$" } else { "" })
        }
        InlineKind::LineBreak => "⏎".to_owned(),
        InlineKind::Cloze { content, hint, group } => {
            let group = group.map(|group| group.to_string()).unwrap_or_default();
            let hint = hint.as_ref().map(|hint| format!("|{hint}")).unwrap_or_default();
            format!("{{{group}:{}{hint}}}", inlines(content))
        }
    }
}
