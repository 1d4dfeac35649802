//! Arbitrary trees, with text from all of Unicode.

use offprint::document::{
    Alert, Alignment, Block, BlockKind, Cell, Definition, Document, Entry, Footnote,
    Inline, InlineKind, Item, LeadIn, List, Meta, Paragraph, Question, Role, Section,
    Table, Topic,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::sample::{block, inline};

/// Few names, so that they meet; some of them odd.
fn name() -> impl Strategy<Value = String> {
    select(vec!["a", "b", "a-2", "_note-1", "1", "", "x y", "<é\u{1}>"])
        .prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z ]{0,12}",
        1 => vec(any::<char>(), 0..8).prop_map(|chars| chars.into_iter().collect()),
        1 => "[<>&\"'\\]\\- \u{0}-\u{1f}\u{fffe}]{0,8}",
    ]
}

/// TeX that is right, that is wrong, and that is no TeX.
fn tex() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "a",
        "1",
        "+",
        "<",
        "&",
        "{",
        "}",
        "^",
        "_",
        "'",
        "\\\\",
        "\\frac{a}{b}",
        "\\sqrt",
        "\\left(",
        "\\right)",
        "\\text{x & y}",
        "\\begin{matrix}",
        "\\end{matrix}",
        "\\color{red}",
        "\\unknown",
        "\\sum",
        "\\hat",
        "質",
        " ",
    ]);
    let pieces = vec(piece, 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieces, 1 => text()]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![
        4 => text().prop_map(InlineKind::Text),
        1 => text().prop_map(InlineKind::Code),
        1 => (text(), text()).prop_map(|(source, alt)| InlineKind::Image { source, alt, width: None }),
        1 => name().prop_map(InlineKind::FootnoteReference),
        1 => (any::<bool>(), tex()).prop_map(|(display, tex)| InlineKind::Math { display, tex }),
        1 => Just(InlineKind::LineBreak),
    ];
    let kind = leaf.prop_recursive(3, 12, 3, |inner| {
        let content = vec(inner.prop_map(inline), 0..3);
        let target = prop_oneof![
            name().prop_map(|id| format!("#{id}")),
            text(),
            text().prop_map(|text| format!("https://example.org/{text}")),
        ];
        prop_oneof![
            content.clone().prop_map(InlineKind::Emphasis),
            content.clone().prop_map(InlineKind::Strong),
            content.clone().prop_map(InlineKind::Strikethrough),
            (content.clone(), option::of(text()), option::of(0..3_u32)).prop_map(
                |(content, hint, group)| InlineKind::Cloze { content, hint, group }
            ),
            (target, content)
                .prop_map(|(target, content)| InlineKind::Link { target, content }),
        ]
    });
    vec(kind.prop_map(inline), 0..4)
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let roles = vec![Role::Key, Role::Example, Role::Tip, Role::Plain];
    let separator = select(vec![":", "–", "-", "?", ""]).prop_map(str::to_owned);
    let lead = (select(roles), inlines(), separator)
        .prop_map(|(role, text, separator)| LeadIn { role, text, separator });
    (option::weighted(0.3, lead), inlines())
        .prop_map(|(lead, content)| Paragraph { lead, content })
}

fn table() -> impl Strategy<Value = Table> {
    (0usize..4).prop_flat_map(|columns| {
        let cell = inlines().prop_map(|content| Cell { content });
        let rows = vec(vec(cell, columns), 0..4);
        (any::<bool>(), rows).prop_map(move |(has_head, mut rows)| {
            let head = if has_head { rows.pop().unwrap_or_default() } else { Vec::new() };
            Table { columns: vec![Alignment::Center; columns], head, rows }
        })
    })
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        4 => paragraph().prop_map(BlockKind::Paragraph),
        1 => (1u8..8, name(), inlines())
            .prop_map(|(level, id, content)| BlockKind::Heading { level, id, content }),
        1 => table().prop_map(BlockKind::Table),
        1 => (option::of(text()), text())
            .prop_map(|(language, text)| BlockKind::Code { language, text }),
        1 => Just(BlockKind::Rule),
    ];
    let kind = leaf.prop_recursive(3, 16, 3, |inner| {
        let inner = vec(inner.prop_map(block), 0..3);
        let alert = option::of(select(vec![Alert::Note, Alert::Caution]));
        let item = (option::of(any::<bool>()), inner.clone())
            .prop_map(|(task, blocks)| Item { task, blocks, ..Item::default() });
        let list = (option::of(any::<u64>()), any::<bool>(), vec(item, 0..3))
            .prop_map(|(start, tight, items)| List { start, tight, items });
        let definition = (inlines(), vec(inner.clone(), 0..3))
            .prop_map(|(term, meanings)| Definition { term, meanings });
        prop_oneof![
            list.prop_map(BlockKind::List),
            (alert, inner).prop_map(|(alert, blocks)| BlockKind::Quote { alert, blocks }),
            vec(definition, 0..3).prop_map(BlockKind::Definitions),
        ]
    });
    vec(kind.prop_map(block), 0..4)
}

fn entry() -> impl Strategy<Value = Entry> {
    let question =
        (0u32..5, name(), inlines(), blocks()).prop_map(|(number, id, title, answer)| {
            Entry::Question(Question { number, id, title, answer, ..Question::default() })
        });
    let topic = (name(), inlines(), blocks()).prop_map(|(id, title, blocks)| {
        Entry::Topic(Topic { id, title, blocks, ..Topic::default() })
    });
    prop_oneof![question, topic]
}

fn section() -> impl Strategy<Value = Section> {
    (0u32..4, name(), inlines(), vec(entry(), 0..4)).prop_map(
        |(number, id, title, entries)| Section {
            number,
            id,
            title,
            entries,
            ..Section::default()
        },
    )
}

/// Any document at all, even one that the parser would never make.
pub fn document() -> impl Strategy<Value = Document> {
    let meta = (option::of(text()), option::of(text()), text()).prop_map(
        |(title, author, language)| Meta { title, author, language, ..Meta::default() },
    );
    let note = (name(), blocks()).prop_map(|(label, blocks)| Footnote {
        label,
        span: <_>::default(),
        blocks,
    });
    (meta, vec(section(), 0..4), vec(note, 0..3)).prop_map(
        |(meta, sections, footnotes)| Document {
            meta,
            sections,
            footnotes,
            ..Document::default()
        },
    )
}
