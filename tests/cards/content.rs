//! What is on a card: every word of question and answer, and nothing outside the safe zone.

use offprint::document::{Block, Document, each_text, plain_text};
use offprint::internals::frame::{Frame, FrameItem, Structure, TextRun};
use offprint::internals::layout::{Card, CardLayout, CardMaker};
use offprint::internals::text::Shaper;
use offprint::product::{
    CardOptions, FontSet, Length, Pictures, Point, Size, flashcards,
};
use offprint::select::{Deck, DeckOptions, Flashcard, Split, Topics};

use crate::support::{file, guides, validators};

const SAFE_MM: f64 = 5.5;

fn layout(width: f64, height: f64) -> CardLayout {
    CardLayout {
        size: Size::new(Length::mm(width), Length::mm(height)),
        safe: Size::new(Length::mm(SAFE_MM), Length::mm(SAFE_MM)),
        min_x_height: Length::mm(1.2),
        least_size: Length::pt(8.0),
        leitner: true,
    }
}

/// Fonts that have every letter of the document that any font here has.
fn fonts(document: &Document) -> FontSet {
    let mut fonts = FontSet::bundled();
    let mut letters = String::new();
    each_text(document, |text, _| letters.push_str(text));
    fonts.find_fallbacks(letters.chars(), &document.meta.language);
    fonts
}

/// Lays out a deck; calls `see` with each card and its sides.
fn each_card(
    document: &Document,
    options: DeckOptions,
    layout: CardLayout,
    mut see: impl FnMut(&Flashcard, &[Card]),
) {
    let fonts = fonts(document);
    let shaper = &mut Shaper::new(&fonts, &document.meta.language);
    let pictures = &Pictures::default();
    let mut maker =
        CardMaker { document, pictures, shaper, layout, structure: Structure::default() };
    let deck = Deck::new(document, &options).cards;
    let cards = maker.cards(&deck).expect("they can be set");
    for (card, sides) in deck.iter().zip(&cards) {
        see(card, sides);
    }
}

fn runs(frame: &Frame) -> impl Iterator<Item = (Point, &TextRun)> {
    frame.items.iter().filter_map(|(at, item)| match item {
        FrameItem::Text(run) => Some((*at, run)),
        _ => None,
    })
}

/// Letters and digits alone: lines end where they like, and words are divided by hyphens.
fn letters(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).collect()
}

/// The letters that are tagged, so that a voice reads them, in the order drawn.
fn read(frames: &[&Frame]) -> String {
    let all = frames.iter().flat_map(|frame| runs(frame));
    let tagged = all.filter(|(_, run)| run.tag.is_some());
    tagged.map(|(_, run)| letters(&run.text)).collect()
}

#[track_caller]
fn holds(name: &str, card: &Flashcard, shown: &str, blocks: &[Block], title: &str) {
    let blocks = guides::without_formulas(&blocks.to_vec());
    let text: String = blocks.iter().map(Block::plain_text).collect();
    for word in title.split_whitespace().chain(text.split_whitespace()) {
        let word = letters(word);
        assert!(shown.contains(&word), "{name}: {} lost {word}: {shown}", card.id);
    }
}

#[test]
fn every_word_is_on_a_card_and_inside_the_safe_zone() {
    for (name, document) in guides::all() {
        // Items of the longest guides would take minutes.
        let short = document.questions().count() < 200;
        for split in [Split::Whole, Split::Items] {
            if split == Split::Items && !short {
                continue;
            }
            let mut options = DeckOptions::default();
            options.split = split;
            options.topics = Topics::Always;
            each_card(&document, options, layout(100.0, 71.75), |card, sides| {
                let fronts: Vec<&Frame> = sides.iter().map(|side| &*side.front).collect();
                let backs: Vec<&Frame> = sides.iter().map(|side| &*side.back).collect();
                let title = plain_text(&card.title) + " " + &plain_text(&card.cue);
                holds(&name, card, &read(&fronts), &card.prompt, &title);
                holds(&name, card, &read(&backs), &card.answer, "");
                for frame in fronts.into_iter().chain(backs) {
                    check_inside(&name, card, frame);
                }
            });
        }
    }
}

#[test]
fn on_cards_in_large_print_nothing_but_raised_figures_is_small() {
    let least = Length::pt(16.0);
    for (name, document) in guides::all().into_iter().take(5) {
        let layout = CardLayout { least_size: least, ..layout(105.0, 74.25) };
        each_card(&document, DeckOptions::default(), layout, |card, sides| {
            for frame in sides.iter().flat_map(|side| [&side.front, &side.back]) {
                check_inside(&name, card, frame);
                let small = runs(frame).find(|(_, run)| {
                    run.size < least && letters(&run.text).chars().count() > 2
                });
                assert!(small.is_none(), "{name}: {}: {small:?}", card.id);
            }
        });
    }
}

fn check_inside(name: &str, card: &Flashcard, frame: &Frame) {
    let safe = Length::mm(SAFE_MM);
    let (right, bottom) = (frame.size.width - safe, frame.size.height - safe);
    // Rounding may take a hair.
    let hair = Length::pt(0.05);
    for (at, run) in runs(frame) {
        let mut bare = run.clone();
        let spaces = run.text.len() - run.text.trim_end().len();
        bare.glyphs.truncate(run.glyphs.len() - spaces.min(run.glyphs.len()));
        let inside = at.x + hair >= safe
            && at.x + bare.width() <= right + hair
            && at.y <= bottom + hair
            && at.y >= safe;
        assert!(inside, "{name}: {} at {at:?}: {:?}", card.id, run.text);
    }
    for (at, item) in &frame.items {
        if let FrameItem::Rect { size, .. } = item {
            let inside = at.x + hair >= safe
                && at.x + size.width <= right + hair
                && at.y + hair >= safe
                && at.y + size.height <= bottom + hair;
            assert!(inside, "{name}: {} has a tint at {at:?}, {size:?}", card.id);
        }
    }
}

#[test]
fn no_text_is_smaller_than_eight_points() {
    let document = guides::embedded();
    each_card(&document, DeckOptions::default(), layout(100.0, 71.75), |card, sides| {
        for frame in sides.iter().flat_map(|side| [&side.front, &side.back]) {
            for (_, run) in runs(frame).filter(|(_, run)| run.tag.is_some()) {
                // Figures of lists and code are nine tenths of the text around them.
                let least = Length::pt(8.0 * 0.9 - 0.01);
                let raised = !run.text.contains(char::is_alphabetic);
                assert!(run.size >= least || raised, "{}: {:?}", card.id, run.text);
            }
        }
    });
}

fn cards_of(markdown: &str, layout: CardLayout) -> Vec<Card> {
    let document = guides::parse_bytes("guide.md", markdown.as_bytes());
    let mut all = Vec::new();
    each_card(&document, DeckOptions::default(), layout, |_, sides| {
        all.extend_from_slice(sides);
    });
    all
}

/// The last letters, signs included, of each back.
fn ends(cards: &[Card]) -> Vec<String> {
    let end = |card: &Card| {
        let text: String = runs(&card.back)
            .filter(|(_, run)| run.tag.is_some())
            .map(|(_, run)| run.text.as_str())
            .collect();
        text.trim_end().to_owned()
    };
    cards.iter().map(end).collect()
}

#[test]
fn long_answers_are_parted_between_sentences() {
    let sentence =
        "A sentence of some length, which says a thing that is worth knowing. ";
    let markdown =
        format!("### Q1: What is said at length?\n\n{}\n", sentence.repeat(40));
    let cards = cards_of(&markdown, layout(100.0, 71.75));
    assert!(cards.len() > 1, "{} cards", cards.len());
    for end in ends(&cards) {
        assert!(end.ends_with('.'), "{end}");
    }
}

#[test]
fn names_of_items_stand_in_a_column_of_their_own() {
    let markdown = "### Q1: Which are there?\n\n\
        1. **Alpha:** the first letter of them all\n2. **Beta:** the second letter\n\
        3. **Gamma and delta:** the third and the fourth letter\n";
    let cards = cards_of(markdown, layout(100.0, 71.75));
    let x = |word: &str| {
        let found = runs(&cards[0].back).find(|(_, run)| run.text.starts_with(word));
        found.map(|(at, _)| at.x).expect(word)
    };
    assert_eq!(x("Alpha"), x("Beta"));
    assert_eq!(x("the first"), x("the second"));
    assert!(x("the third") > x("Gamma"));
}

#[test]
fn what_asks_is_on_the_front_and_an_answer_that_is_not_there_has_lines() {
    let markdown = "<details><summary>\n\nWhat is printed?\n\n```\nsecret(1)\n```\n\n\
        </summary>\n\n</details>\n\n<details><summary>Why is it so?</summary>\n\n\
        It is.\n\n</details>\n";
    let cards = cards_of(markdown, layout(100.0, 71.75));
    assert!(read(&[&cards[0].front]).ends_with("secret1"));
    assert_eq!(read(&[&cards[0].back]), "");
    let rules = |card: &Card| {
        let items = card.back.items.iter();
        let flat = |size: &Size| size.height < Length::pt(1.0);
        items
            .filter(
                |(_, item)| matches!(item, FrameItem::Rect { size, .. } if flat(size)),
            )
            .count()
    };
    assert!(rules(&cards[0]) >= 5, "{} lines to write on", rules(&cards[0]));
    assert_eq!(rules(&cards[1]), 0);
}

#[test]
fn every_back_has_an_answer() {
    let code = "let total = numbers.iter().filter(|n| n.is_odd()).sum();\n".repeat(60);
    let markdown = format!(
        "### Q1: What is printed?\n\n```rust\n{code}```\n\n<details><summary>Answer\
         </summary>\n\nThe sum of odd numbers.\n\n</details>\n"
    );
    let cards = cards_of(&markdown, layout(105.0, 74.0));
    assert!(cards.len() > 1, "{}", cards.len());
    for card in &cards {
        let shown: String = runs(&card.back).map(|(_, run)| letters(&run.text)).collect();
        assert!(shown.contains("Thesumofoddnumbers"), "{shown}");
    }
}

#[test]
fn lines_stand_closer_where_that_wins_a_card() {
    let lines = |count: usize| {
        let items = "- a point\n".repeat(count);
        cards_of(&format!("### Q1: Which points?\n\n{items}"), layout(74.0, 105.0)).len()
    };
    let most = (1..60).rev().find(|count| lines(*count) == 1).expect("one fits");
    // At the usual leading of 8 pt, there would be two lines less.
    let room = Length::mm(105.0 - 2.0 * 5.0 - 5.4 - 1.8);
    let usual = room.to_pt() / (8.0 * 1.18);
    assert!(most as f64 > usual.floor(), "{most} lines, {usual}");
}

#[test]
fn a_question_that_no_front_holds_goes_on_like_an_answer() {
    let words = "word ".repeat(300);
    let markdown = format!("### Q1: {words} end?\n\nYes.\n");
    let cards = cards_of(&markdown, layout(74.0, 52.0));
    assert!(cards.len() > 1);
    let fronts: Vec<&Frame> = cards.iter().map(|card| &*card.front).collect();
    assert_eq!(read(&fronts).matches("word").count(), 300);
    assert!(read(&fronts).ends_with("end"));
}

#[test]
fn the_finished_file_clips_no_word() {
    for (name, document) in guides::all() {
        if document.questions().count() < 2 {
            continue;
        }
        let mut fonts = FontSet::bundled();
        let made = flashcards(&document, &mut fonts, &CardOptions::default());
        let path = file("clips.pdf", &made.expect("cards").bytes);
        let Some(mut tool) = validators::tool("pdftotext") else { return };
        let (done, text) = validators::output(tool.arg(&path).arg("-"));
        assert!(done, "{text}");
        let text = letters(&text.replace(['\u{ad}', '\u{c}'], ""));
        for card in &Deck::new(&document, &DeckOptions::default()).cards {
            let answer = guides::without_formulas(&card.answer);
            let answer: String = answer.iter().map(Block::plain_text).collect();
            for word in answer.split_whitespace().map(letters) {
                // Letters that are composed otherwise come out so; a word longer than a
                // line may be parted by the bar of the next card.
                assert!(
                    word.len() > 40 || !word.is_ascii() || text.contains(&word),
                    "{name}: {} lost {word}",
                    card.id
                );
            }
        }
    }
}
