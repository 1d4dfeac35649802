//! Documents made by hand: one with everything a guide may hold, and hostile ones.

use offprint::diagnostic::Span;
use offprint::document::{
    Alert, Alignment, Block, BlockKind, Cell, Definition, Document, Entry, Footnote,
    Inline, InlineKind, Item, LeadIn, List, Meta, Paragraph, Question, Role, Section,
    Table, Topic,
};

pub fn inline(kind: InlineKind) -> Inline {
    Inline { kind, span: Span::default() }
}

pub fn words(text: &str) -> Vec<Inline> {
    vec![Inline::text(text)]
}

pub fn block(kind: BlockKind) -> Block {
    Block::new(kind, Span::default())
}

pub fn paragraph(content: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph(Paragraph { lead: None, content }))
}

pub fn led(role: Role, lead: &str, separator: &str, content: Vec<Inline>) -> Block {
    let lead = LeadIn { role, text: words(lead), separator: separator.to_owned() };
    block(BlockKind::Paragraph(Paragraph { lead: Some(lead), content }))
}

pub fn list(
    start: Option<u64>,
    tight: bool,
    items: Vec<(Option<bool>, Vec<Block>)>,
) -> Block {
    let items = items.into_iter();
    let items = items.map(|(task, blocks)| Item { task, blocks, span: Span::default() });
    block(BlockKind::List(List { start, tight, items: items.collect() }))
}

pub fn table(columns: usize, head: &[&str], rows: &[&[&str]]) -> Block {
    let mut columns = vec![Alignment::Start; columns];
    if let Some(last) = columns.last_mut() {
        *last = Alignment::End;
    }
    block(BlockKind::Table(Table {
        columns,
        head: cells(head),
        rows: rows.iter().map(|row| cells(row)).collect(),
    }))
}

fn cells(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell { content: words(text) }).collect()
}

pub fn heading(level: u8, id: &str, text: &str) -> Block {
    block(BlockKind::Heading { level, id: id.to_owned(), content: words(text) })
}

pub fn code(language: &str, text: &str) -> Block {
    block(BlockKind::Code { language: Some(language.to_owned()), text: text.to_owned() })
}

pub fn link(target: &str, text: &str) -> Inline {
    inline(InlineKind::Link { target: target.to_owned(), content: words(text) })
}

pub fn note(label: &str) -> Inline {
    inline(InlineKind::FootnoteReference(label.to_owned()))
}

pub fn question(number: u32, title: Vec<Inline>, answer: Vec<Block>) -> Entry {
    let id = format!("q{number}");
    Entry::Question(Question { number, id, title, answer, ..Question::default() })
}

pub fn topic(id: &str, title: &str, blocks: Vec<Block>) -> Entry {
    let title = if title.is_empty() { Vec::new() } else { words(title) };
    Entry::Topic(Topic { id: id.to_owned(), title, span: Span::default(), blocks })
}

pub fn section(number: u32, id: &str, title: &str, entries: Vec<Entry>) -> Section {
    let title = if title.is_empty() { Vec::new() } else { words(title) };
    Section { number, id: id.to_owned(), title, span: Span::default(), entries }
}

fn footnote(label: &str, blocks: Vec<Block>) -> Footnote {
    Footnote { label: label.to_owned(), span: Span::default(), blocks }
}

/// A guide with everything in it.
pub fn everything() -> Document {
    Document {
        meta: Meta {
            title: Some("Streams & Tables: a study guide".to_owned()),
            subtitle: Some("Questions that come up, and what to say".to_owned()),
            author: Some("Ada <Example> & Co.".to_owned()),
            date: Some("2024-05-01".to_owned()),
            ..Meta::default()
        },
        sections: vec![
            section(0, "", "", vec![topic("preface", "", preface())]),
            section(1, "streams", "Streams", streams()),
            section(2, "tables", "Tables and <markup>", tables()),
            section(3, "empty", "Nothing yet", Vec::new()),
        ],
        footnotes: vec![
            footnote("a", vec![paragraph(words("Counted over 24 hours."))]),
            footnote(
                "b",
                vec![
                    paragraph([words("See also"), vec![note("a")]].concat()),
                    code("sh", "wc -l events.log"),
                ],
            ),
        ],
        ..Document::default()
    }
}

fn preface() -> Vec<Block> {
    vec![
        paragraph(words("How to use this guide: read a question, think, then read on.")),
        heading(3, "how", "How to read it"),
        paragraph(vec![
            Inline::text("Begin with "),
            link("#q2", "the second question"),
            Inline::text(", go on to "),
            link("#late-data", "late data"),
            Inline::text(", and skip "),
            link("#nowhere", "what is not there"),
            Inline::text("."),
        ]),
    ]
}

fn streams() -> Vec<Entry> {
    let mut marked = words("What is a ");
    marked.push(inline(InlineKind::Code("watermark".to_owned())));
    marked.push(inline(InlineKind::Emphasis(words(", really?"))));
    vec![
        question(1, marked, first_answer()),
        question(2, words("How do you handle late data?"), second_answer()),
        question(3, words("And code?"), code_answer()),
    ]
}

fn first_answer() -> Vec<Block> {
    vec![
        led(Role::Key, "Key", ":", words("a promise that no older event will come.")),
        led(Role::Plain, "Steps", ":", Vec::new()),
        list(
            Some(3),
            true,
            vec![
                (
                    None,
                    vec![led(Role::Plain, "Watch", "–", words("the clock of events."))],
                ),
                (
                    None,
                    vec![
                        paragraph([words("Hold back"), vec![note("a")]].concat()),
                        list(
                            None,
                            true,
                            vec![(None, vec![paragraph(words("a little"))])],
                        ),
                    ],
                ),
            ],
        ),
        led(Role::Example, "Example", ":", [words("a lift"), vec![note("b")]].concat()),
        led(Role::Tip, "Pro tip?", "", words("Say it in one sentence.")),
        block(BlockKind::Rule),
        block(BlockKind::Quote {
            alert: Some(Alert::Warning),
            blocks: vec![paragraph(words("A watermark may be wrong."))],
        }),
        block(BlockKind::Quote {
            alert: None,
            blocks: vec![paragraph(words(
                "Time is what keeps things from happening at once.",
            ))],
        }),
    ]
}

fn second_answer() -> Vec<Block> {
    let formula =
        |display, tex: &str| inline(InlineKind::Math { display, tex: tex.to_owned() });
    vec![
        heading(2, "late-data", "Late data"),
        paragraph(vec![
            Inline::text("Drop it, or "),
            inline(InlineKind::Strong(words("keep"))),
            Inline::text(" it"),
            note("a"),
            Inline::text(" for "),
            inline(InlineKind::Strikethrough(words("an hour"))),
            Inline::text(" 10"),
            inline(InlineKind::Superscript(words("3"))),
            Inline::text(" s; H"),
            inline(InlineKind::Subscript(words("2"))),
            Inline::text("O."),
            inline(InlineKind::LineBreak),
            link(
                "https://example.org/a_very_long/path?with=parameters&and=more#too",
                "read",
            ),
            Inline::text(", "),
            link("https://example.org/", ""),
            Inline::text(", "),
            link("notes/my file.md", "a file"),
            Inline::text(", "),
            link("mailto:ada@example.org", "write"),
        ]),
        heading(1, "figures", "Figures"),
        paragraph(vec![
            inline(InlineKind::Image {
                source: "flow.png".to_owned(),
                alt: "Events flow from left to right".to_owned(),
                width: None,
            }),
            inline(InlineKind::Image {
                source: "x.png".to_owned(),
                alt: String::new(),
                width: None,
            }),
        ]),
        paragraph(vec![
            Inline::text("With "),
            formula(false, "a^2 < b"),
            Inline::text(":"),
        ]),
        paragraph(vec![formula(true, "\\sum_{i=1}^{n} x_i")]),
        paragraph(formulas().iter().map(|tex| formula(false, tex)).collect()),
        list(
            None,
            true,
            vec![
                (Some(true), vec![paragraph(words("measured"))]),
                (Some(false), vec![paragraph(words("explained"))]),
            ],
        ),
        list(
            None,
            false,
            vec![
                (Some(true), vec![paragraph(words("roomy")), paragraph(words("second"))]),
                (None, vec![code("sql", "SELECT 1")]),
            ],
        ),
    ]
}

/// Formulas of all kinds; the last is none that any reader shows.
fn formulas() -> &'static [&'static str] {
    &[
        "\\frac{TP}{TP+FN} \\geq 50\\%",
        "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
        "\\begin{cases}1 & x>0\\\\0 & \\text{else}\\end{cases}",
        "\\hat{y}=\\sigma(w^\\top x+b)",
        "\\mathcal{L}(\\theta) = \\prod_i p(x_i \\mid \\theta)",
        "\\begin{aligned}a&=b\\\\&=c\\end{aligned}",
        "\\underbrace{a+b}_{c} \\xrightarrow{n \\to \\infty} \\overline{x}",
        "\\sqrt[3]{x} \\cdot \\vec{v} \\color{red}{r}",
        "\\left\\lfloor \\frac{1}{2} \\right\\rfloor \\binom{n}{k} \\int_0^1 f\\,dx",
        "\\begin{array}{l|r}a & b\\\\ \\hline c & d\\end{array}",
        "\\notacommand{x}",
    ]
}

fn code_answer() -> Vec<Block> {
    let long = "SELECT user_id, COUNT(*) AS events, MAX(event_time) AS last_seen \
        FROM events WHERE event_time > NOW() - INTERVAL '1 hour' AND a<b AND b>c;";
    let unbroken =
        "https://example.org/".to_owned() + &"averylongwordwithoutanybreak".repeat(9);
    vec![
        code("sql", &format!("\n{long}\n\n    -- indented & \"quoted\"\n")),
        paragraph(words(&unbroken)),
        paragraph(vec![inline(InlineKind::Code("snake_case_".repeat(12)))]),
    ]
}

fn tables() -> Vec<Entry> {
    let narrow = table(
        3,
        &["Store", "Good at", "Latency"],
        &[
            &["Row store", "single rows, updates", "1 ms"],
            &["Column store", "sums", "1 s"],
        ],
    );
    let wide = table(
        7,
        &["Name", "Model", "Consistency", "Partitioning", "Replication", "", "Licence"],
        &[&["Alpha", "wide column", "tunable", "hash", "quorum", "yes", "open"]],
    );
    let headless = table(2, &[], &[&["a", "b"]]);
    let terms = BlockKind::Definitions(vec![
        Definition {
            term: words("OLTP"),
            meanings: vec![vec![paragraph(words("many small writes"))]],
        },
        Definition { term: words("OLAP"), meanings: Vec::new() },
    ]);
    vec![
        question(7, words("Which store is for what?"), vec![narrow, wide, headless]),
        topic("terms", "Terms", vec![block(terms), paragraph(vec![note("a")])]),
    ]
}

/// Guides whose titles and names try to break the files.
pub fn hostile() -> Vec<Document> {
    let titles = [
        "<\"&'>]]> <script>alert(1)</script> --> &amp;".to_owned(),
        "😀👩‍👩‍👧‍👦 \u{202e}reversed\u{202c} שלום عربي".to_owned(),
        "x".repeat(2_000),
        " \u{0}\u{8}\u{fffe} ".to_owned(),
    ];
    let mut documents: Vec<Document> = titles.iter().map(|title| named(title)).collect();
    documents[1].meta.language = String::from("he");
    documents[2].meta.language = String::from("not a language");
    documents.push(Document::default());
    documents
}

fn named(title: &str) -> Document {
    let mut answer = vec![
        paragraph(vec![link(&format!("https://example.org/{title}"), title)]),
        heading(1, title, title),
        table(2, &[title, title], &[&[title, title]]),
    ];
    for target in ADDRESSES {
        answer.push(paragraph(vec![link(target, target)]));
    }
    let nested = inline(InlineKind::Link {
        target: "https://example.org".to_owned(),
        content: vec![link("#q1", "inner"), note(title), note(title)],
    });
    answer.push(paragraph(vec![nested]));
    answer.push(paragraph(Vec::new()));
    answer.push(list(None, true, Vec::new()));
    answer.push(list(Some(u64::MAX), true, vec![(Some(true), Vec::new())]));
    answer.push(block(BlockKind::Definitions(Vec::new())));
    answer.push(block(BlockKind::Quote { alert: Some(Alert::Tip), blocks: Vec::new() }));
    answer.push(code("c++ <x>", title));
    Document {
        meta: Meta {
            title: Some(title.to_owned()),
            subtitle: Some(title.to_owned()),
            author: Some(title.to_owned()),
            date: Some(title.to_owned()),
            identifier: Some(title.to_owned()),
            ..Meta::default()
        },
        sections: vec![
            section(0, "a b", "", vec![question(1, words(title), answer.clone())]),
            section(1, "a b", title, vec![question(1, Vec::new(), answer)]),
            section(2, "", "", vec![topic("", "", Vec::new())]),
        ],
        footnotes: vec![footnote(title, vec![heading(4, title, title)])],
        ..Document::default()
    }
}

/// Addresses that are nearly right.
const ADDRESSES: &[&str] = &[
    "http://example.org:80/?a[]=b|c&d=\"e\"#f#g",
    "https://example.org/%zz",
    "https://example.org/%E2%9C%93",
    "https://ja.wikipedia.org/wiki/質問_(曖昧さ回避)",
    "https://bücher.example/straße",
    "https://under_score.example.org/",
    "https://[2001:db8::1]/",
    "https://127.0.0.1:8080/a;b=c,d?e=f/g?h",
    "https://example.org/a b\\c^d`e{f}<g>",
    "https://example.org/😀?😀#😀",
    "https://user:secret@example.org/",
    "https://xn--a.example.org/",
    "mailto:a@b.example?subject=Hello world&body=100%25",
    "mailto:ä@b.example",
    "http:example.org",
    "//example.org",
    "../other file.md#part",
    "javascript:alert(1)",
    "tel:+1-555",
    "https://",
    "#",
    "",
];

/// A guide whose only section is far too long for a file.
pub fn long() -> Document {
    let text = "Words & more words. ".repeat(60);
    let answer =
        vec![paragraph(words(&text)), led(Role::Key, "Key", ":", vec![note("n")])];
    let questions = (1..=800).map(|number| {
        let mut answer = answer.clone();
        answer.push(paragraph(vec![link(&format!("#q{}", 801 - number), "its mirror")]));
        question(number, words("Again?"), answer)
    });
    Document {
        sections: vec![section(1, "s", "Long", questions.collect())],
        footnotes: vec![footnote("n", vec![paragraph(words("Noted."))])],
        ..Document::default()
    }
}
