//! Answers of any form: nothing is lost in any, and nothing stands without what it needs.

use super::lengths::Lengths;
use super::*;
use crate::document::{
    BlockKind, Definition, Inline, InlineKind, Item, LeadIn, List, Paragraph, Pin, Role,
};

const WORDS: [&str; 20] = [
    "A key opens the door of the house. ",
    "This makes it fast, such as apples and pears. ",
    "However, the cache (a small store) is still used by many. ",
    "In the U.S. Congress, Dr. King spoke to them. ",
    "as follows: ",
    "Is it so? ",
    "e.g. z. B. ",
    "→ ✅ ",
    "",
    " ",
    "質問と答え。「引用」です。また、これは文です。",
    "ما هذا؟ هذا كتاب. ",
    "Привет. Однако, это способ намного быстрее. ",
    "İstanbul ŒUVRE ßa. ",
    "e\u{301}\u{301}. \u{ad}soft\u{ad} ",
    "\n",
    "It is. But so? And then the others went home. ",
    "1. 2. 3.5 No. 5 ",
    "(open. Never closed. \"And. ",
    "Because the store – a small one – is full, it goes. ",
];

/// Numbers that look random, the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % most
    }

    fn words(&mut self) -> String {
        (0..=self.below(4)).map(|_| WORDS[self.below(WORDS.len())]).collect()
    }

    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        (0..self.below(4)).map(|_| self.inline(depth)).collect()
    }

    fn inline(&mut self, depth: usize) -> Inline {
        let kind = match self.below(if depth < 3 { 13 } else { 9 }) {
            0..5 => InlineKind::Text(self.words()),
            5 => InlineKind::Code("a.b(). C".into()),
            6 => InlineKind::LineBreak,
            7 => InlineKind::Image { source: "x".into(), alt: self.words(), width: None },
            8 => InlineKind::Math { display: self.below(2) == 0, tex: "a. B".into() },
            9 => InlineKind::Strong(self.inlines(depth + 1)),
            10 => InlineKind::Emphasis(self.inlines(depth + 1)),
            11 => InlineKind::Cloze {
                content: self.inlines(depth + 1),
                hint: (self.below(2) == 0).then(|| self.words()),
                group: None,
            },
            _ => {
                InlineKind::Link { target: "u".into(), content: self.inlines(depth + 1) }
            }
        };
        Inline { kind, span: <_>::default() }
    }

    fn paragraph(&mut self) -> Paragraph {
        let lead = (self.below(3) == 0).then(|| LeadIn {
            role: [Role::Plain, Role::Key, Role::Example][self.below(3)],
            text: self.inlines(2),
            separator: [":", "–", "", "?"][self.below(4)].to_owned(),
        });
        Paragraph { lead, content: self.inlines(0) }
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        (0..self.below(5)).map(|_| self.block(depth)).collect()
    }

    fn block(&mut self, depth: usize) -> Block {
        let deeper = depth + 1;
        let kind = match self.below(if depth < 3 { 13 } else { 8 }) {
            0..5 => BlockKind::Paragraph(self.paragraph()),
            5 => BlockKind::Code { language: None, text: self.words() },
            6 => BlockKind::Heading {
                level: 1,
                id: String::new(),
                content: self.inlines(0),
            },
            7 => BlockKind::Rule,
            8..11 => {
                let item = |dice: &mut Self| Item {
                    blocks: dice.blocks(deeper),
                    ..<_>::default()
                };
                let items = (0..self.below(4)).map(|_| item(self)).collect();
                BlockKind::List(List { start: Some(1), tight: true, items })
            }
            11 => BlockKind::Quote { alert: None, blocks: self.blocks(deeper) },
            _ => BlockKind::Definitions(vec![Definition {
                term: self.inlines(1),
                meanings: vec![self.blocks(deeper)],
            }]),
        };
        let pin = [None, None, None, None, Some(Pin::Keep), Some(Pin::Drop)];
        Block { kind, pin: pin[self.below(6)].clone(), span: <_>::default() }
    }
}

fn letters(text: &str) -> Vec<char> {
    let lower = text.to_lowercase();
    let mut letters: Vec<char> = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

fn text(blocks: &[Block]) -> String {
    blocks.iter().map(Block::plain_text).collect()
}

/// That what is kept and what is left out of an answer are all there was, that something is
/// said if anything is, and that nothing stands without what it needs, unless all stands.
fn check(seed: usize, blocks: &[Block], units: &[Unit], choice: &Choice) {
    let short = prune(blocks, units, choice);
    let gone = omissions("q", blocks, units, choice);
    let gone: String = gone.into_iter().map(|gone| gone.text).collect();
    let both = text(&short) + &gone;
    assert_eq!(
        letters(&both),
        letters(&text(blocks)),
        "{seed}: {blocks:#?} {short:#?} {gone}"
    );
    let answers = units.iter().any(|unit| unit.whole().words > 0 && !unit.heads());
    assert!(!answers || !short.is_empty(), "{seed}: {blocks:#?} {choice:#?}");
    let pinned = units.iter().any(|unit| unit.fate == Fate::Keep);
    assert!(
        pinned
            || *choice == Choice::all(units)
            || !can_answer(units)
            || is_sound(units, choice),
        "{seed}: {units:#?} {choice:#?}"
    );
}

#[test]
fn kept_and_left_out_are_all_there_was() {
    for seed in 0..600 {
        let mut dice = Dice(seed as u64);
        let blocks = dice.blocks(0);
        let language = ["en", "de", "ja", "ru", "xx"][dice.below(5)];
        let options =
            CondenseOptions { whole_sentences: dice.below(4) == 0, ..<_>::default() };
        let mut units = Answer::new("The key", &blocks, language, &options).units;
        let (words, corpus) = (Words::new(language), Corpus::default());
        let reader =
            Reader { words: &words, phrases: phrases(language), corpus: &corpus };
        let worth_of = |units: &[Unit]| {
            worth(units, &reader.features(units, "The key"), &FITTED, 0.1)
        };
        let choice = choose(&units, &worth_of(&units), dice.below(40));
        check(seed, &blocks, &units, &choice);

        Title::new("The key", &reader).add_forms(&mut units);
        let worth = worth_of(&units);
        let mut lengths = Lengths::new(units, worth, false);
        let mut shorter = 0;
        for number in 0.. {
            let Some(length) = lengths.at(number).cloned() else { break };
            check(seed, &blocks, &lengths.units, &length.choice);
            assert!(
                length.words > shorter || length.whole || number == 0,
                "{seed}: {length:?}"
            );
            shorter = length.words;
        }
    }
}
