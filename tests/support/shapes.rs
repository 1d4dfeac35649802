//! Guides that are very much of one thing, of any size, and what is made of them. Twice as much
//! has to take twice as long, whatever it is: `hostile` holds the program to it, and the
//! bench `growth` shows the figures.

/// A guide that can be of any size.
pub struct Shape {
    pub name: &'static str,
    /// How many of the thing are about a tenth of the text that is printed at once, or as
    /// many as there may be.
    pub many: usize,
    guide: fn(usize) -> String,
}

/// A product, and which part of a shape is enough to see how it grows.
pub struct Way {
    pub name: &'static str,
    /// The arguments; the guide is `guide.md`.
    pub line: &'static str,
    pub part: usize,
}

/// From what only reads to what asks most.
pub const WAYS: [Way; 9] = [
    Way { name: "list", line: "list guide.md", part: 1 },
    // Every stage from reading to choosing is walked.
    Way { name: "short", line: "tree guide.md --answer-words 8 -o tree.json", part: 4 },
    Way { name: "sheet", line: "sheet guide.md -o sheet.pdf", part: 8 },
    Way { name: "one-page", line: "sheet guide.md --one-page -o one.pdf", part: 64 },
    Way { name: "pages", line: "sheet guide.md --pages 3 -o three.pdf", part: 64 },
    Way { name: "cards", line: "cards guide.md --topics -o cards.pdf", part: 32 },
    Way {
        name: "one-card",
        line: "cards guide.md --topics --one-card -o card.pdf",
        part: 32,
    },
    Way { name: "anki", line: "anki guide.md --topics -o anki.txt", part: 8 },
    Way { name: "epub", line: "epub guide.md -o book.epub", part: 8 },
];

impl Shape {
    /// The guide with so many.
    pub fn guide(&self, many: usize) -> String {
        (self.guide)(many)
    }
}

/// All shapes.
pub fn all() -> impl Iterator<Item = &'static Shape> {
    OF_PIECES.iter().chain(OF_ONE_PIECE)
}

/// An answer that is all `text`.
fn one(text: &str) -> String {
    format!("## A\n\n### Q1: What?\n\n{text}\n")
}

/// An answer of which each part is written by `line`.
fn each(many: usize, mut line: impl FnMut(usize) -> String) -> String {
    let mut guide = "## A\n\n### Q1: What?\n\n".to_owned();
    guide.extend((0..many).map(&mut line));
    guide + "\n"
}

macro_rules! shapes {
    ($($name:ident: $many:expr, |$n:ident| $($line:expr),+;)*) => {
        const OF_PIECES: &[Shape] = &[$(Shape {
            name: stringify!($name),
            many: $many,
            guide: |many| each(many, |$n| {
                let _ = $n;
                format!($($line),+)
            }),
        }),*];
    };
}

shapes! {
    links: 120_000, |n| "[a](b) ";
    links_to_notes: 60_000, |n| "[[a{n}|b]] ";
    highlights: 60_000, |n| "==a== b ";
    notes_in_place: 20_000, |n| "a^[b c] ";
    callouts: 20_000, |n| "> [!a] b\n> c\n\n";
    containers: 20_000, |n| ":::note\na\n:::\n\n";
    containers_that_stay_open: 60_000, |n| ":::note\na\n\n";
    admonitions: 20_000, |n| "!!! note\n    a\n\n";
    calls_of_sites: 60_000, |n| "{{{{< a >}}}} b ";
    grid_tables: 20_000, |n| "+--------+\n| a      |\n+--------+\n\n";
    addresses: 30_000, |n| "http://a.b/c ";
    links_inside: 100_000, |n| "[a](#q{n}) ";
    links_to_headings: 20_000, |n| "[a](#h{n})\n\n#### H{n}\n\n";
    footnotes: 40_000, |n| "a[^{n}]\n\n[^{n}]: b\n\n";
    footnotes_of_one_name: 40_000, |n| "a[^n]\n\n[^n]: b\n\n";
    references_to_a_footnote: 60_000, |n| "{}a[^n] ", if n == 0 { "[^n]: b\n\n" } else { "" };
    marks: 150_000, |n| "*a **b ";
    marks_closed: 80_000, |n| "*a* **b** ";
    stars: 240_000, |n| "*a";
    headings: 50_000, |n| "#### Same\n\na\n\n";
    headings_alone: 100_000, |n| "#### Other {n}\n\n";
    questions: 40_000, |n| "### Same?\n\na\n\n";
    questions_with_numbers: 40_000, |n| "### Q{}: What is {n}?\n\na\n\n", n + 2;
    sections: 40_000, |n| "## Same\n\na\n\n";
    ids_that_clash: 40_000, |n| "### Same {{#same}}\n\na\n\n";
    tags: 150_000, |n| "a <b>b</b> ";
    tags_open: 150_000, |n| "<b>";
    tags_of_blocks: 60_000, |n| "<div>a</div>\n\n";
    details: 30_000, |n| "<details><summary>What?</summary>a</details>\n\n";
    details_open: 20_000, |n| "<details><summary>What?</summary>\n\na\n\n";
    rows: 60_000, |n| "{}|a|b|\n", if n == 0 { "|a|b|\n|-|-|\n" } else { "" };
    items: 100_000, |n| "- a\n";
    items_of_words: 10_000, |n| "- some words that say what it is, one after another\n";
    items_with_names: 20_000, |n| "- **Name {n}:** a word\n";
    items_with_one_name: 20_000, |n| "- **Name:** a word\n";
    names_below_headings: 10_000, |n| "#### Part {n}\n\n**Name:** a word\n\n";
    lists_in_each_other: 20_000, |n| "{:>1$}- a\n", "", n % 40;
    quotations: 40_000, |n| "> a\n\n";
    quotations_in_each_other: 200_000, |n| "> ";
    definitions: 40_000, |n| "a\n: b\n\n";
    code: 200_000, |n| "`a` ";
    code_in_lines: 60_000, |n| "{}let a = {n};\n", if n == 0 { "```rust\n" } else { "" };
    code_in_one_line: 500_000, |n| "{}a", if n == 0 { "```\n" } else { "" };
    references: 40_000, |n| "[a{n}]\n\n[a{n}]: b\n\n";
    pictures: 60_000, |n| "![a](a.png) ";
    pictures_each_other: 40_000, |n| "![a](a{n}.png)\n\n";
    brackets: 400_000, |n| "[";
    links_open: 200_000, |n| "[a](";
    pictures_open: 400_000, |n| "![";
    backslashes: 800_000, |n| "\\";
    less: 400_000, |n| "<";
    ampersands: 400_000, |n| "&";
    slashes: 800_000, |n| "a/";
    hyphens: 800_000, |n| "a-";
    letters: 800_000, |n| "a";
    letters_of_two_scripts: 300_000, |n| "aж";
    letters_of_both_directions: 300_000, |n| "aא";
    ideographs: 250_000, |n| "語";
    combining_marks: 100_000, |n| "{}\u{301}", if n == 0 { "a" } else { "" };
    combining_marks_on_each: 100_000, |n| "a\u{301}\u{323}";
    pins: 40_000, |n| "<!-- keep -->\n\na\n\n";
    entities: 300_000, |n| "&amp;";
    emoji: 200_000, |n| ":smile: ";
    emoji_as_they_are: 100_000, |n| "👩‍👩‍👧 ";
    dollars: 200_000, |n| "$a ";
    formulas: 60_000, |n| "$x^2$ ";
    fronts_and_backs: 40_000, |n| "a :: b\n\n";
    mentions: 150_000, |n| "Q1 ";
    words: 150_000, |n| "some word ";
    sentences: 40_000, |n| "One sentence says that it is so. ";
    paragraphs: 40_000, |n| "One paragraph says what it is.\n\n";
}

/// Those that have to be closed.
const OF_ONE_PIECE: &[Shape] = &[
    Shape {
        name: "formula",
        many: 200_000,
        guide: |many| one(&format!("${}x$", "x+".repeat(many))),
    },
    // Runs of all lengths, of so many backticks together.
    Shape {
        name: "backticks",
        many: 2_000_000,
        guide: |many| {
            let runs = (1..(2 * many).isqrt()).map(|length| "`".repeat(length));
            one(&runs.collect::<Vec<_>>().join(" "))
        },
    },
    Shape {
        name: "columns",
        many: 60_000,
        guide: |many| {
            let (head, rule) = ("a|".repeat(many), "-|".repeat(many));
            one(&format!("|{head}\n|{rule}\n|{head}"))
        },
    },
    Shape {
        name: "references_to_one",
        many: 80_000,
        guide: |many| one(&format!("{}\n\n[b]: c", "[a][b] ".repeat(many))),
    },
    Shape {
        name: "details_in_each_other",
        many: 20_000,
        guide: |many| {
            let open = "<details><summary>a</summary>".repeat(many);
            one(&format!("{open}b{}", "</details>".repeat(many)))
        },
    },
    Shape {
        name: "lists_deep",
        many: 200_000,
        guide: |many| one(&format!("{}a", "- ".repeat(many))),
    },
    Shape {
        name: "marks_in_each_other",
        many: 80_000,
        guide: |many| {
            one(&format!("{}c{}", "*a **b ".repeat(many), " b** a*".repeat(many)))
        },
    },
];
