//! One card each: long answers in short, until each fits its card.

use std::collections::BTreeMap;

use offprint::diagnostic::{DiagnosticKind, Remedy};
use offprint::document::{Block, Document, plain_text, word_count};
use offprint::product::{
    CardOptions, Division, FittedDeck, FontSet, Grid, Imposition, ImpositionOptions,
    Length, Paper, Size, fitted_deck, flashcards,
};
use offprint::select::{Flashcard, Split};
use serde_json::Value;

use crate::support::command::Sandbox;
use crate::support::guides;

const PROSE: &str = "A cache keeps results of earlier work. It is filled as results are asked \
    for the first time, which takes as long as it would without it. Some caches are shared by \
    many machines of one network, and these have to agree about what is still true. A result \
    that was not asked for in a long time goes to make room for others. However, what goes is \
    not always what is needed least, since nobody knows the future. Most caches therefore have \
    a rule that is simple and nearly as good. ";

/// Cards so small that many answers are too long.
fn small() -> CardOptions {
    let white = Size::new(Length::mm(5.0), Length::mm(5.0));
    let gutter = Size::default();
    let division = Division { columns: 3, rows: 6, margin: white, gutter };
    let grid = Grid::divided(Paper::a4(), division).expect("a grid");
    let mut sheet = ImpositionOptions::default();
    sheet.grid = grid;
    let mut options = CardOptions::default();
    options.imposition = Imposition::new(sheet).expect("cards");
    options.one_card = true;
    options
}

fn fitted(document: &Document, options: &CardOptions) -> FittedDeck {
    fitted_deck(document, &mut FontSet::bundled(), options).expect("a deck")
}

fn parse(markdown: &str) -> Document {
    guides::parse_bytes("guide.md", markdown.as_bytes())
}

fn text(blocks: &[Block]) -> String {
    blocks.iter().map(Block::plain_text).collect()
}

fn words(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| word_count(&block.plain_text())).sum()
}

/// The only card of a guide with one question, in short.
fn card(answer: &str) -> (Flashcard, FittedDeck) {
    let document = parse(&format!("### Q1: What is a cache?\n\n{answer}\n"));
    let fitted = fitted(&document, &small());
    assert_eq!(fitted.deck.cards.len(), 1);
    (fitted.deck.cards[0].clone(), fitted)
}

#[test]
fn every_answer_fits_its_card_and_nothing_is_lost_silently() {
    let document = guides::embedded();
    for split in [Split::Whole, Split::Items] {
        let mut options = small();
        options.deck.split = split;
        let mut fonts = FontSet::bundled();
        let made = flashcards(&document, &mut fonts, &options).expect("cards");
        let fitted = fitted(&document, &options);
        assert_eq!(made.cards, fitted.deck.cards.len());
        assert!(fitted.deck.cards.iter().all(|card| words(&card.answer) > 0));
        let warnings = made.diagnostics.iter();
        let long = warnings.filter(|one| one.kind == DiagnosticKind::LongCard).count();
        assert_eq!(long, 0);
        let report = made.report.expect("a report");
        assert_eq!(Some(&report), fitted.report.as_ref());
        assert!(!report.dropped.is_empty());
        let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
        for dropped in &report.dropped {
            *gone.entry(&dropped.question).or_default() += word_count(&dropped.text);
        }
        for kept in &report.kept {
            let gone = gone.get(&*kept.question).copied().unwrap_or_default();
            assert!(kept.answer_words > 0, "{kept:?}");
            assert_eq!(kept.answer_words + gone, kept.of, "{kept:?}");
        }
        options.one_card = false;
        let before = flashcards(&document, &mut fonts, &options).expect("cards");
        assert!(before.cards > made.cards, "{} cards before", before.cards);
        assert!(before.report.is_none());
    }
}

#[test]
fn what_is_left_is_sentences_of_the_guide() {
    let long = PROSE.repeat(2);
    let (card, fitted) = card(&long);
    let short = text(&card.answer);
    assert!(word_count(&short) > 10 && word_count(&short) < word_count(&long));
    let report = fitted.report.expect("a report");
    assert_eq!(report.kept[0].answer_words, words(&card.answer));
    let mut guide = long.split_whitespace();
    for word in short.split_whitespace() {
        let is_same = |other: &str| other.eq_ignore_ascii_case(word);
        assert!(guide.any(is_same), "{word} in {short}");
    }
}

#[test]
fn pins_win() {
    let long = PROSE.repeat(2);
    let keep = "Most of all it must be small and near.";
    let (kept, _) = card(&format!("{long}\n\n<!-- keep -->\n{keep}"));
    assert!(text(&kept.answer).contains(keep), "{}", text(&kept.answer));
    let (dropped, _) = card(&format!("<!-- drop -->\nA cache is a store.\n\n{long}"));
    assert!(!text(&dropped.answer).contains("is a store"));
    let (short, _) = card(&format!("<!-- short: A store that is near. -->\n{long}"));
    assert_eq!(text(&short.answer).trim(), "A store that is near.");
}

#[test]
fn what_has_to_stay_and_does_not_fit_goes_on_with_a_warning() {
    let (card, fitted) = card(&format!("<!-- keep -->\n{PROSE}{PROSE}"));
    assert_eq!(word_count(&text(&card.answer)), 2 * word_count(PROSE));
    let long = fitted.diagnostics.iter().find(|one| one.kind == DiagnosticKind::LongCard);
    let long = long.expect("a warning");
    assert!(long.message.contains("Q1"), "{}", long.message);
    assert_eq!(long.hint, Some(Remedy::LargerCardsForAnswer));
}

#[test]
fn a_table_keeps_its_first_rows_and_a_list_its_names() {
    let rows: Vec<_> = (1..40).map(|n| format!("| row {n} | about {n} |\n")).collect();
    let rows = rows.concat();
    let (table, _) = card(&format!("See here.\n\n| Name | What |\n|---|---|\n{rows}"));
    let shown = text(&table.answer);
    assert!(shown.contains("row 1") && !shown.contains("row 39"), "{shown}");
    let code = "```\nfirst(1);\nsecond(2);\nthird(3);\nfourth(4);\n```";
    let item = |name: &str| format!("- **{name}:**\n\n{}\n", indented(code));
    let items: String = ["Shared", "Local", "Remote"].map(item).concat();
    let (list, _) = card(&format!("There are three kinds of it:\n\n{items}"));
    let shown = text(&list.answer);
    for name in ["Shared", "Local", "Remote"] {
        assert!(shown.contains(name), "{name}: {shown}");
    }
}

fn indented(code: &str) -> String {
    code.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

#[test]
fn sentences_stay_whole_where_that_is_asked_for() {
    let document = guides::embedded();
    let mut options = small();
    options.whole_sentences = true;
    let report = fitted(&document, &options).report.expect("a report");
    assert!(!report.dropped.is_empty());
    assert!(report.dropped.iter().all(|dropped| !dropped.part));
}

#[test]
fn the_command_says_what_it_left_out() {
    let guide = format!(
        "# Stores\n\n### Q1: What is a cache?\n\n{PROSE}{PROSE}\n\n### Q2: What is a key?\n\nA name.\n"
    );
    let sandbox = Sandbox::with_guide(&guide);
    let report = |line: &str| -> Value {
        sandbox.run(line).done(line);
        serde_json::from_slice(&sandbox.read("r.json")).expect("JSON")
    };
    let grid = "--grid 3x6 --one-card --report r.json";
    let cards = report(&format!("cards guide.md {grid} --lock a.lock"));
    let kept = |report: &Value, at: usize| {
        let kept = &report["kept"][at];
        (kept["answer_words"].as_u64(), kept["of"].as_u64())
    };
    let (shown, of) = kept(&cards, 0);
    assert!(shown < of && shown > Some(8), "{shown:?} of {of:?}");
    assert_eq!(kept(&cards, 1), (Some(2), Some(2)));
    assert!(!cards["dropped"].as_array().expect("a list").is_empty());
    let both = report(&format!("cards guide.md {grid} --answer-words 12"));
    let (fewer, same) = kept(&both, 0);
    assert!(fewer <= shown && fewer <= Some(12), "{fewer:?}");
    assert_eq!(same, of);
    let all = report(&format!("all guide.md {grid} -d out"));
    assert_eq!(kept(&all["cards"], 0), (shown, of));
    let again =
        sandbox.run("cards guide.md --grid 3x6 --one-card --changed-since a.lock");
    assert!(again.said.contains("2 unchanged"), "{}", again.said);
}

#[test]
fn a_title_that_points_at_code_has_it() {
    let code = "```\nprint(1)\n```";
    let document = parse(&format!(
        "### Q1: What does the code below print?\n\n{code}\n\n{PROSE}{PROSE}\n"
    ));
    let card = &fitted(&document, &small()).deck.cards[0];
    let shown = text(&card.prompt) + &text(&card.answer);
    assert!(shown.contains("print(1)"), "{}: {shown}", plain_text(&card.title));
}
