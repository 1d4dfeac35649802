//! Answers that take several cards, as they are printed: where each card begins, how much is on
//! it, and how large the type is. Finished sheets are cut up for that; what is looked for is known
//! from the tree of the guide and from rules of its own.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use offprint::document::{Block, BlockKind, Cell, Document, plain_text};
use offprint::product::{
    CardOptions, FontSet, Imposition, ImpositionOptions, Stock, deck, flashcards,
};
use offprint::select::Flashcard;

use crate::imposition::scissors::{Printer, cut};
use crate::imposition::stock::{SHEETS, Sheet};
use crate::support::ink::{Text, pages};
use crate::support::{file, guides};

const MM: f64 = 25.4 / 72.0;
/// The bar at the top of a card and the gap below it.
const BAR_MM: f64 = 5.4 + 1.8;

/// A guide of all that can go on on another card.
fn kinds() -> Document {
    let mut guide = "## 1. Kinds\n\n### Q1: Much prose?\n\n".to_owned();
    for n in 0..14 {
        let _ = write!(
            guide,
            "Sentence {n} of the prose, e.g. Number {n}, ends here. Short {n}. "
        );
        if n % 5 == 4 {
            guide.push_str("\n\n");
        }
    }
    guide.push_str("\n\n### Q2: A long list?\n\nBefore the list:\n\n");
    for n in 0..12 {
        let _ =
            writeln!(guide, "- **Name {n}:** says what it is. And why it is so, too.");
    }
    guide.push_str("\n### Q3: Code?\n\nFirst look at it. Then run it.\n\n```python\n");
    for n in 0..9 {
        let _ = write!(guide, "def step_{n}():\n    return {n}\n\n");
    }
    guide.push_str("```\n\nThat is all of it.\n\n### Q4: A table?\n\n");
    guide.push_str("| Term | What it is |\n|---|---|\n");
    for n in 0..17 {
        let _ = writeln!(guide, "| Entry{n} | is the row of number {n} |");
    }
    guide.push_str("\n### Q5: Code and a table among words?\n\n");
    for n in 0..4 {
        let _ =
            write!(guide, "Before part {n}, read this. Then go on to it.\n\n```python\n");
        let lines = (0..6).map(|line| format!("value_{n}_{line} = {line}\n"));
        guide.extend(lines);
        guide.push_str("```\n\nNow the words that it stands for:\n\n");
        guide.push_str("| Term | What it is |\n|---|---|\n");
        let rows = (0..5).map(|row| format!("| Word{n}{row} | its number |\n"));
        guide.extend(rows);
        guide.push('\n');
    }
    guide.push_str("\n### Q6: One sentence?\n\nThis goes on");
    for n in 0..160 {
        let _ = write!(guide, " and on to number {n}");
    }
    guide.push_str(" and ends. Another follows.\n");
    guides::parse_bytes("kinds.md", guide.as_bytes())
}

/// A card's answer as it is printed.
struct Back {
    /// Which of how many.
    part: usize,
    count: usize,
    /// What stands below the bar, by lines: baseline and texts.
    lines: Vec<(f64, Vec<Text>)>,
}

/// What is counted.
#[derive(Debug, Default)]
struct Found {
    continued: usize,
    inside: Vec<String>,
    short: Vec<String>,
    lone: Vec<String>,
    blank: Vec<String>,
    parted: Vec<String>,
    mixed: Vec<String>,
    sizes: BTreeMap<i64, usize>,
    last: Vec<f64>,
    single: Vec<f64>,
}

fn letters(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).collect()
}

/// The backs in the order in which they come.
fn backs(sheet: &Sheet, bytes: &[u8]) -> Vec<Back> {
    let pages = pages(bytes);
    let printer = Printer { upright_hinge: !sheet.is_across(), ..Printer::default() };
    let sides = pages.chunks(2);
    let cards = sides.flat_map(|sides| cut(sheet, &sides[0], &sides[1], printer));
    cards.filter(|card| !card.is_empty()).map(|card| back(&card.back)).collect()
}

fn back(texts: &[Text]) -> Back {
    let top = texts.iter().map(|text| text.from.1).fold(f64::MAX, f64::min);
    // The bar's number and words share its baseline.
    let (bar, body): (Vec<&Text>, Vec<&Text>) =
        texts.iter().partition(|text| text.from.1 - top < 1.0);
    let said: String = bar.iter().map(|text| text.said.as_str()).collect();
    let folio = said.split_once(" · ").and_then(|(_, rest)| {
        let (part, rest) = rest.split_once('/')?;
        let count: String = rest.chars().take_while(char::is_ascii_digit).collect();
        Some((part.parse().ok()?, count.parse().ok()?))
    });
    let (part, count) = folio.unwrap_or((1, 1));
    let mut lines: Vec<(f64, Vec<Text>)> = Vec::new();
    for text in body {
        // Raised and lowered numbers are no lines.
        match lines.iter_mut().find(|(y, _)| (*y - text.from.1).abs() < text.size * 0.5) {
            Some((_, line)) => line.push(text.clone()),
            None => lines.push((text.from.1, vec![text.clone()])),
        }
    }
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    Back { part, count, lines }
}

/// What a card may begin with: paragraphs with their sentences, cells, lines of code.
#[derive(Default)]
struct Wholes {
    texts: Vec<String>,
    /// The first cells of the rows of each table.
    tables: Vec<Vec<String>>,
    /// Lines of code, and tables of short cells: the beginnings of their lines.
    blocks: Vec<Vec<String>>,
}

impl Wholes {
    fn add(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(paragraph) => {
                    let lead = paragraph.lead.as_ref();
                    let lead =
                        lead.map_or_else(String::new, |lead| plain_text(&lead.text));
                    self.texts.push(format!("{lead} {}", plain_text(&paragraph.content)));
                }
                BlockKind::Heading { content, .. } => {
                    self.texts.push(plain_text(content));
                }
                BlockKind::List(list) => {
                    list.items.iter().for_each(|item| self.add(&item.blocks));
                }
                BlockKind::Table(table) => {
                    let rows = [&table.head].into_iter().chain(&table.rows);
                    let cells = rows.flatten().map(|cell| plain_text(&cell.content));
                    self.texts.extend(cells);
                    let first = table.rows.iter().filter_map(|row| row.first());
                    let first = first.map(|cell| letters(&plain_text(&cell.content)));
                    let first: Vec<String> = first.collect();
                    let short = |row: &Vec<Cell>| {
                        let cells =
                            row.iter().map(|cell| plain_text(&cell.content).len());
                        cells.sum::<usize>() < 30
                    };
                    if table.rows.iter().all(short) {
                        self.blocks.push(first.clone());
                    }
                    self.tables.push(first);
                }
                BlockKind::Code { text, .. } => {
                    self.texts.extend(text.lines().map(str::to_owned));
                    self.blocks.push(text.lines().map(letters).collect());
                }
                BlockKind::Quote { blocks, .. } => self.add(blocks),
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.texts.push(plain_text(&definition.term));
                        definition.meanings.iter().for_each(|blocks| self.add(blocks));
                    }
                }
                BlockKind::Rule => {}
            }
        }
    }

    /// Whether something begins with the letters: a text, or a sentence of one.
    fn begins(&self, line: &str) -> bool {
        line.is_empty()
            || self.texts.iter().any(|text| {
                starts(text).any(|at| {
                    let rest = letters(&text[at..]);
                    rest.starts_with(line)
                })
            })
    }

    /// How many letters the longest sentence has that has those of the line.
    fn around(&self, line: &str) -> usize {
        let sentences = self.texts.iter().flat_map(|text| {
            let at: Vec<usize> = starts(text).chain([text.len()]).collect();
            at.windows(2).map(|ends| letters(&text[ends[0]..ends[1]])).collect::<Vec<_>>()
        });
        let has = sentences.filter(|sentence| sentence.contains(line));
        has.map(|sentence| sentence.chars().count()).max().unwrap_or(0)
    }
}

/// Where sentences of a text begin, by a rule that knows no abbreviations: it takes more places
/// for beginnings than there are, but for none inside words that follow each other.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut ended = true;
    text.char_indices().filter_map(move |(at, c)| {
        let begins = ended && c.is_alphanumeric();
        if matches!(c, '.' | '?' | '!' | '。' | '？' | '！' | '；' | '：' | ':' | '…')
        {
            ended = true;
        } else if c.is_alphanumeric() {
            ended = false;
        }
        begins.then_some(at)
    })
}

/// The letters of a line without what hangs before it, and of its first piece alone, if others
/// stand apart from that: names beside a text, cells.
fn first_words(line: &[Text]) -> [String; 2] {
    let hangs = |text: &&Text| {
        let said = text.said.trim();
        !said.is_empty()
            && (said.chars().all(|c| c.is_ascii_digit())
                || !said.contains(char::is_alphanumeric))
    };
    let line: Vec<&Text> =
        line.iter().skip(line.iter().take_while(hangs).count()).collect();
    let apart =
        |pair: &[&Text]| (pair[1].from.0 - pair[0].to.0).abs() > pair[0].size * 0.7;
    let end = line.windows(2).position(apart).map_or(line.len(), |at| at + 1);
    let said =
        |texts: &[&Text]| -> String { texts.iter().map(|t| t.said.as_str()).collect() };
    [letters(&said(&line)), letters(&said(&line[..end]))]
}

impl Back {
    fn letters(&self) -> usize {
        let texts = self.lines.iter().flat_map(|(_, line)| line);
        texts.map(|text| letters(&text.said).chars().count()).sum()
    }

    /// What it says.
    fn said(&self) -> String {
        let texts = self.lines.iter().flat_map(|(_, line)| line);
        texts.map(|text| text.said.as_str()).collect()
    }

    /// The size that most letters have, in half points: words of programs are a little larger
    /// than others beside them.
    fn size(&self) -> Option<i64> {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for text in self.lines.iter().flat_map(|(_, line)| line) {
            let size = (text.size / MM * 2.0).round() as i64;
            *sizes.entry(size).or_default() += letters(&text.said).chars().count();
        }
        sizes.into_iter().max_by_key(|(_, count)| *count).map(|(size, _)| size)
    }
}

fn look(
    found: &mut Found,
    what: &str,
    card: &Flashcard,
    parts: &[Back],
    room: (f64, f64),
) {
    // Where only the question goes on, the end of the answer stands behind all of it.
    let same = |pair: &[Back]| pair[0].said() == pair[1].said();
    let again = parts.windows(2).rev().take_while(|pair| same(pair)).count();
    let parts = &parts[..parts.len() - again];
    let mut wholes = Wholes::default();
    wholes.add(&card.answer);
    let most = parts.iter().map(Back::letters).max().unwrap_or(0);
    let (top, bottom) = room;
    for part in parts {
        let what = || format!("{what} {} {}/{}", card.id, part.part, part.count);
        let Some((first, line)) = part.lines.first() else { continue };
        let last = part.lines[part.lines.len() - 1].0;
        let fill = (last - top) / (bottom - top);
        if parts.len() == 1 {
            found.single.push(fill);
            continue;
        }
        if part.part == parts.len() {
            found.last.push(fill);
        }
        if part.lines.len() < 3 {
            found.short.push(what());
        }
        if first - top > 2.2 * line[0].size {
            found.blank.push(format!("{}: {:.1} mm", what(), first - top));
        }
        for rows in &wholes.tables {
            let begins = |row: &&String| {
                let line = |(_, line): &(f64, Vec<Text>)| {
                    let [_, cell] = first_words(line);
                    cell.len() >= 4 && row.starts_with(&cell)
                };
                row.len() >= 4 && part.lines.iter().any(line)
            };
            if rows.len() > 1 && rows.iter().filter(begins).count() == 1 {
                found.lone.push(what());
            }
        }
        if part.part > 1 {
            found.continued += 1;
            let [line, cell] = first_words(line);
            let fits = wholes.around(&line) < most * 9 / 10;
            if !wholes.begins(&line) && !wholes.begins(&cell) && fits {
                found.inside.push(format!("{}: {line}", what()));
            }
        }
    }
    let lines = parts.iter().map(|part| part.lines.len()).max().unwrap_or(0);
    for (n, block) in wholes.blocks.iter().enumerate() {
        // Lines that other blocks have, too, do not say which of them is seen.
        let others = wholes.blocks.iter().enumerate().filter(|(other, _)| *other != n);
        let others: Vec<&String> = others.flat_map(|(_, lines)| lines).collect();
        // The heads of a table, and what may not stay behind above it.
        let fits = block.len() + 3 <= lines;
        let of = |part: &&Back| {
            let begins = |(_, line): &(f64, Vec<Text>)| {
                let said = first_words(line);
                let own = |own: &String| {
                    own.len() >= 6 && said.contains(own) && !others.contains(&own)
                };
                block.iter().any(own)
            };
            part.lines.iter().any(begins)
        };
        if fits && parts.iter().filter(of).count() > 1 {
            found.parted.push(format!(
                "{what} {}: {:?} is parted",
                card.id,
                block.first()
            ));
        }
    }
    let sizes: Vec<i64> = parts.iter().filter_map(Back::size).collect();
    if sizes.windows(2).any(|pair| pair[0] != pair[1]) {
        found.mixed.push(format!("{what} {}: {sizes:?}", card.id));
    }
    if let Some(size) = sizes.first() {
        *found.sizes.entry(*size).or_default() += 1;
    }
}

/// Prints the cards of a guide on a stock, cuts them out and looks at them.
fn found(name: &str, document: &Document, sheet: &Sheet) -> Found {
    let mut options = CardOptions::default();
    let mut imposition = ImpositionOptions::default();
    imposition.grid = Stock::named(sheet.name).expect(sheet.name).grid();
    options.imposition = Imposition::new(imposition).expect("they go together");
    let fonts = &mut FontSet::bundled();
    let made = flashcards(document, fonts, &options).expect("cards");
    let deck = deck(document, &options.deck).expect("a deck");
    let safe = options.imposition.safe().height.to_mm();
    let room = (safe + BAR_MM, sheet.card.1 - safe);
    let mut backs = backs(sheet, &made.bytes).into_iter().peekable();
    let mut found = Found::default();
    for card in &deck.cards {
        let mut parts = vec![backs.next().expect("each card of the deck is printed")];
        while parts.len() < parts[0].count {
            parts.push(backs.next().expect("all of its parts are printed"));
        }
        look(&mut found, &format!("{name} on {}", sheet.name), card, &parts, room);
    }
    assert!(backs.next().is_none(), "{name} on {}", sheet.name);
    found
}

fn median(values: &mut [f64]) -> String {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).map_or("–".to_owned(), |value| format!("{value:.2}"))
}

#[test]
fn cards_that_go_on_begin_with_a_whole_and_are_of_few_sizes() {
    let mut all = vec![
        ("guide.md".to_owned(), guides::embedded()),
        ("kinds.md".to_owned(), kinds()),
    ];
    let real = ["backend.md", "kubernetes-exercises.md", "system-design-primer.md"];
    for name in real {
        if let Some(bytes) = guides::bytes_of(name) {
            all.push((name.to_owned(), guides::parse_bytes(name, &bytes)));
        }
    }
    let mut table = String::new();
    let _ = writeln!(
        table,
        "{:24} {:13} {:>9} {:>6} {:>6} {:>5} {:>4} {:>5} {:>5} {:>9} {:>8}",
        "guide",
        "stock",
        "continued",
        "inside",
        "parted",
        "short",
        "lone",
        "blank",
        "sizes",
        "last part",
        "one card"
    );
    let mut wrong = Vec::new();
    let mut continued = 0;
    for (name, document) in &all {
        for sheet in &SHEETS {
            let mut found = found(name, document, sheet);
            continued += found.continued;
            let _ = writeln!(
                table,
                "{name:24} {:13} {:>9} {:>6} {:>6} {:>5} {:>4} {:>5} {:>5} {:>9} {:>8}",
                sheet.name,
                found.continued,
                found.inside.len(),
                found.parted.len(),
                found.short.len(),
                found.lone.len(),
                found.blank.len(),
                found.sizes.len(),
                median(&mut found.last),
                median(&mut found.single),
            );
            for faults in [
                found.parted,
                found.inside,
                found.short,
                found.lone,
                found.blank,
                found.mixed,
            ] {
                wrong.extend(faults);
            }
            if found.sizes.len() > 3 {
                wrong.push(format!("{name} on {}: {:?}", sheet.name, found.sizes));
            }
        }
    }
    println!("{table}");
    file("continued.txt", table.as_bytes());
    assert!(continued > 100, "{continued}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_begins_inside_a_sentence_is_found() {
    let blocks = guides::parse_bytes(
        "a.md",
        b"### Q1: What?\n\nWrite the *criteria* down. Ask.\n",
    );
    let mut wholes = Wholes::default();
    wholes.add(&blocks.questions().next().expect("a question").answer);
    for (line, begins) in
        [("Writethe", true), ("Ask", true), ("criteria", false), ("own", false)]
    {
        assert_eq!(wholes.begins(line), begins, "{line}");
    }
}
