//! What becomes a card: its name, what it asks, what it answers.

use offprint::document::{Block, Document, plain_text};
use offprint::select::{Deck, DeckOptions, Flashcard, Split, Topics};

use crate::support::guides;

const GUIDE: &str = "\
## 1. Basics

Before all.

### Q1: How is it built?

**Steps:**
1. **Aim:** why it is wanted
2. **Data:** what there is

   And where.

**Then:**
1. measure it
2. mend it

**Key:** ask before building

### Q2: What is there?

- a point
- another

### Tips

Sleep.
";

fn deck(document: &Document, split: Split, topics: bool) -> Deck {
    let mut options = DeckOptions::default();
    options.split = split;
    options.topics = if topics { Topics::Always } else { Topics::Never };
    Deck::new(document, &options)
}

fn text(blocks: &[Block]) -> String {
    let lines: String = blocks.iter().map(Block::plain_text).collect();
    lines.trim_end().replace('\n', " | ")
}

/// A line a card: id, label, question, cue, answer.
fn lines(deck: &Deck) -> Vec<String> {
    let line = |card: &Flashcard| {
        let Flashcard { id, label, title, cue, answer, .. } = card;
        let (title, cue) = (plain_text(title), plain_text(cue));
        format!("{id} ({label}) {title} [{cue}] {}", text(answer))
    };
    deck.cards.iter().map(line).collect()
}

#[test]
fn a_question_is_a_card() {
    let document = guides::parse_bytes("guide.md", GUIDE.as_bytes());
    let lines = lines(&deck(&document, Split::Whole, false));
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("q1 (Q1) How is it built? [] Steps:"), "{}", lines[0]);
    assert_eq!(lines[1], "q2 (Q2) What is there? [] a point | another");
}

#[test]
fn items_with_a_name_or_a_place_are_cards_and_bare_points_stay_together() {
    let document = guides::parse_bytes("guide.md", GUIDE.as_bytes());
    let expected = [
        "q1 (Q1) How is it built? [] Steps:  | Aim:  | Data:  | Then:  | measure it | \
         mend it | Key: ask before building",
        "q1.aim (Q1.1) How is it built? [Steps: Aim] why it is wanted",
        "q1.data (Q1.2) How is it built? [Steps: Data] what there is | And where.",
        "q1.item-1 (Q1.3) How is it built? [Then: 1 / 2] measure it",
        "q1.item-2 (Q1.4) How is it built? [Then: 2 / 2] mend it",
        "q2 (Q2) What is there? [] a point | another",
    ];
    assert_eq!(lines(&deck(&document, Split::Items, false)), expected);
}

#[test]
fn topics_are_cards_when_asked_for() {
    let document = guides::parse_bytes("guide.md", GUIDE.as_bytes());
    let lines = lines(&deck(&document, Split::Whole, true));
    assert_eq!(lines[0], "basics-text () Basics [] Before all.");
    assert_eq!(lines[3], "tips () Tips [] Sleep.");
}

#[test]
fn no_front_is_blank() {
    let markdown = "One two three four five six seven eight nine ten.\n\n\
                    ```sh\nls\n```\n\n# \n\n![](a.png)\n";
    let document = guides::parse_bytes("guide.md", markdown.as_bytes());
    let deck = deck(&document, Split::Whole, true);
    assert!(!deck.cards.is_empty());
    let names: Vec<String> =
        deck.cards.iter().map(|card| plain_text(&card.title)).collect();
    assert_eq!(names[0], "One two three four five six seven eight…");
    assert!(names.iter().all(|name| !name.trim().is_empty()), "{names:?}");
}

#[test]
fn what_asks_stands_in_front() {
    let markdown = "### Q1: What is printed?\n\n```js\nf()\n```\n\n\
        <details><summary>Answer</summary>\n\nNothing.\n\n</details>\n";
    let document = guides::parse_bytes("guide.md", markdown.as_bytes());
    let card = &deck(&document, Split::Whole, false).cards[0];
    assert_eq!(text(&card.prompt), "f()");
    assert_eq!(text(&card.answer), "Answer  | Nothing.");
}

#[test]
fn ids_are_unique_and_no_word_is_lost_in_real_guides() {
    for (name, document) in guides::all() {
        for split in [Split::Whole, Split::Items] {
            let deck = deck(&document, split, true);
            let mut ids: Vec<_> = deck.cards.iter().map(|card| &card.id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), deck.cards.len(), "{name}");
            let mut cards = deck.cards.iter();
            for question in document.questions() {
                let own: Vec<_> = cards
                    .by_ref()
                    .skip_while(|card| card.id != question.id)
                    .take(1)
                    .collect();
                let parts = deck.cards.iter().filter(|card| {
                    card.id
                        .strip_prefix(&*question.id)
                        .is_some_and(|rest| rest.starts_with('.'))
                });
                let mut shown = String::new();
                for card in own.into_iter().chain(parts) {
                    for part in
                        [plain_text(&card.cue), text(&card.prompt), text(&card.answer)]
                    {
                        shown.push_str(&part);
                        shown.push('\n');
                    }
                }
                let words = text(&question.answer);
                let words = words.split_whitespace();
                for word in words.filter(|word| word.contains(char::is_alphanumeric)) {
                    let word = word.trim_end_matches([':', '-', '–', '—']);
                    assert!(shown.contains(word), "{name}: {} lost {word}", question.id);
                }
            }
        }
    }
}
