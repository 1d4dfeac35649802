//! Cards of a guide: what each asks, and what it answers.
//!
//! A question makes a card. Where lists are to be split, each of their items makes a card
//! of its own, and the question's card keeps what names the items, so that a learner can
//! ask both “which are they?” and “what about this one?”.
//!
//! A card is known by its id: that of its question, and behind it the words of the item
//! (`q12.compression`). Its label is what a person calls it (`Q12.4`).

use std::collections::{BTreeMap, BTreeSet};

use super::cloze::{self, Gapped};
use crate::diagnostic::Span;
use crate::document::{
    Block, BlockKind, Document, Entry, Inline, Item, LeadIn, List, Paragraph, Question,
    Topic, plain_text,
};
use crate::parse::slug;

/// What becomes a card.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeckOptions {
    /// What of a list answer one card holds.
    pub split: Split,
    /// When text that answers no question makes cards as well.
    pub topics: Topics,
}

/// When text that answers no question makes cards.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Topics {
    /// Never.
    #[default]
    Never,
    /// Where there is no question, and no sentence with gaps.
    WithoutQuestions,
    /// Always.
    Always,
}

impl Topics {
    /// Whether topics of this document make cards.
    pub fn are_cards(self, document: &Document) -> bool {
        match self {
            Self::Never => false,
            Self::WithoutQuestions => {
                let mut entries = document.sections.iter().flat_map(|s| &s.entries);
                !entries.any(|entry| matches!(entry, Entry::Question(_)))
                    && !cloze::has_gaps(document)
            }
            Self::Always => true,
        }
    }
}

/// What of a list answer one card holds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// All of it.
    #[default]
    Whole,
    /// An item.
    Items,
}

/// Cards in the guide's order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deck {
    /// The cards.
    pub cards: Vec<Flashcard>,
}

/// A card before it is laid out.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flashcard {
    /// Unique in the deck; stays when other cards come and go.
    pub id: String,
    /// The id of the question or topic that it is of.
    pub entry: String,
    /// What a person calls it, `Q12` or `Q12.4`; empty for a topic.
    pub label: String,
    /// Its section, by place in the document.
    pub section: usize,
    /// The question; a topic's title.
    pub title: Vec<Inline>,
    /// What of the answer is asked for, if it is one item: the words over its list and its
    /// own, or its place.
    pub cue: Vec<Inline>,
    /// Blocks that ask with the title.
    pub prompt: Vec<Block>,
    /// The answer.
    pub answer: Vec<Block>,
    /// Where it stands in the guide.
    pub span: Span,
    /// Whether it asks for words that are left out of a sentence.
    pub gap: bool,
}

impl Deck {
    /// The cards of `document`.
    pub fn new(document: &Document, options: &DeckOptions) -> Self {
        let topics = options.topics.are_cards(document);
        let mut cards = Vec::new();
        for (section, part) in document.sections.iter().enumerate() {
            for entry in &part.entries {
                let first = cards.len();
                match entry {
                    Entry::Question(question) => match options.split {
                        Split::Whole => cards.push(whole(section, question)),
                        Split::Items => cards.extend(split(section, question)),
                    },
                    Entry::Topic(topic) if topics && is_shown(topic) => {
                        let mut names = [&topic.title, &part.title].into_iter();
                        let name = names.find(|name| !is_blank(name)).cloned();
                        let name = name.unwrap_or_else(|| first_words(document, topic));
                        cards.push(of_topic(section, topic, name));
                    }
                    Entry::Topic(_) => {}
                }
                let own = with_gaps(section, entry, &cards[first..]);
                cards.extend(own);
            }
        }
        Self { cards }
    }
}

impl Flashcard {
    /// Label and question as one line of text.
    pub fn name(&self) -> String {
        let title = plain_text(&self.title);
        let cue = plain_text(&self.cue);
        let parts =
            [&self.label, &title, &cue].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

fn whole(section: usize, question: &Question) -> Flashcard {
    Flashcard {
        id: question.id.clone(),
        entry: question.id.clone(),
        label: format!("Q{}", question.number),
        section,
        title: question.title.clone(),
        cue: Vec::new(),
        prompt: question.prompt().to_vec(),
        answer: question.reply().to_vec(),
        span: question.span,
        gap: false,
    }
}

/// Whether a topic has something to show that its sentences with gaps do not.
fn is_shown(topic: &Topic) -> bool {
    let asked = topic.title.is_empty() && cloze::are_sentences(&topic.blocks);
    !topic.blocks.is_empty() && !asked
}

/// The cards of an entry that ask for words left out, beside its `others`.
fn with_gaps(section: usize, entry: &Entry, others: &[Flashcard]) -> Vec<Flashcard> {
    let mut taken: BTreeSet<String> = others.iter().map(|card| card.id.clone()).collect();
    let mut next: BTreeMap<String, u32> = BTreeMap::new();
    let label = match entry {
        Entry::Question(question) => format!("Q{}", question.number),
        Entry::Topic(_) => String::new(),
    };
    let heading = entry.title();
    let cards = cloze::gapped(heading, entry.blocks()).into_iter().map(|gapped| {
        let Gapped { words, front, back, span } = gapped;
        let name = slug(&words, "gap");
        let name = if name.is_empty() { "gap" } else { &name };
        let wanted = format!("{}.gap-{name}", entry.id());
        let mut id = wanted.clone();
        while !taken.insert(id.clone()) {
            let number = next.entry(wanted.clone()).or_insert(1);
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        // A sentence below a heading goes by it.
        let is_heading = plain_text(&back) == plain_text(heading);
        let (title, cue) = if heading.is_empty() || is_heading {
            (front, Vec::new())
        } else {
            (heading.to_vec(), front)
        };
        let kind = BlockKind::Paragraph(Paragraph { lead: None, content: back });
        let (entry, label) = (entry.id().to_owned(), label.clone());
        let answer = vec![Block::new(kind, span)];
        let prompt = Vec::new();
        Flashcard {
            id,
            entry,
            label,
            section,
            title,
            cue,
            prompt,
            answer,
            span,
            gap: true,
        }
    });
    cards.collect()
}

fn is_blank(name: &[Inline]) -> bool {
    plain_text(name).trim().is_empty()
}

/// What a topic without a name is known by: its first words, or the guide's title where it has
/// none.
fn first_words(document: &Document, topic: &Topic) -> Vec<Inline> {
    // A front says what the back is about, not the back itself.
    const MOST: usize = 8;
    let text =
        topic.blocks.iter().map(Block::plain_text).find(|text| !text.trim().is_empty());
    let text = text.or_else(|| document.meta.title.clone()).unwrap_or_default();
    let mut words: Vec<&str> = text.split_whitespace().take(MOST + 1).collect();
    let more = words.len() > MOST || words.is_empty();
    words.truncate(MOST);
    let name = words.join(" ");
    vec![Inline::text(if more { name + "…" } else { name })]
}

/// Text before the first heading of a section goes by the section's title.
fn of_topic(section: usize, topic: &Topic, title: Vec<Inline>) -> Flashcard {
    Flashcard {
        id: topic.id.clone(),
        entry: topic.id.clone(),
        section,
        title,
        answer: topic.blocks.clone(),
        span: topic.span,
        ..Flashcard::default()
    }
}

/// The question's card and those of the items of its lists; one card where no list is
/// worth it.
fn split(section: usize, question: &Question) -> Vec<Flashcard> {
    let mut splitter = Splitter {
        card: whole(section, question),
        label: Vec::new(),
        kept: Vec::new(),
        items: Vec::new(),
        ids: BTreeSet::new(),
    };
    for block in question.reply() {
        splitter.block(block);
    }
    let Splitter { mut card, kept, items, .. } = splitter;
    card.answer = kept;
    std::iter::once(card).chain(items).collect()
}

struct Splitter {
    /// The question's own card.
    card: Flashcard,
    /// The words over the next list.
    label: Vec<Inline>,
    /// What stays on the question's card.
    kept: Vec<Block>,
    items: Vec<Flashcard>,
    ids: BTreeSet<String>,
}

impl Splitter {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::List(list) if is_worth_splitting(list) => {
                for (place, item) in list.items.iter().enumerate() {
                    self.item(list, place, item);
                }
                let kind = BlockKind::List(skeleton(list));
                self.kept.push(Block::new(kind, block.span));
                return;
            }
            BlockKind::Heading { content, .. } => self.label.clone_from(content),
            BlockKind::Paragraph(Paragraph { lead: Some(lead), content })
                if content.is_empty() =>
            {
                self.label.clone_from(&lead.text);
            }
            _ => self.label.clear(),
        }
        self.kept.push(block.clone());
    }

    fn item(&mut self, list: &List, place: usize, item: &Item) {
        let number = self.items.len() + 1;
        let mut cue = self.label.clone();
        if !cue.is_empty() {
            cue.push(Inline::text(": "));
        }
        let mut answer = item.blocks.clone();
        let own = if let Some(lead) = take_lead(&mut answer) {
            let name = slug(&plain_text(&lead.text), "item");
            cue.extend(lead.text);
            // A question mark is one of the words; other signs part them from the text.
            if lead.separator.trim() == "?" {
                cue.push(Inline::text("?"));
            }
            name
        } else {
            let of = format!("{} / {}", place + 1, list.items.len());
            cue.push(Inline::text(of));
            String::new()
        };
        let own = if own.is_empty() { format!("item-{}", place + 1) } else { own };
        let id = self.id(&own);
        self.items.push(Flashcard {
            id,
            label: format!("{}.{number}", self.card.label),
            cue,
            answer,
            span: item.span,
            ..self.card.clone()
        });
    }

    /// The question's id and the item's behind it, or the same with a number.
    fn id(&mut self, own: &str) -> String {
        let id = format!("{}.{own}", self.card.id);
        let more = (2..).map(|n: u32| format!("{id}-{n}"));
        let mut free = std::iter::once(id.clone()).chain(more);
        let id = free.find(|id| !self.ids.contains(id)).unwrap_or(id);
        self.ids.insert(id.clone());
        id
    }
}

/// A list of steps, or one whose items have names to ask by. Bare points have neither:
/// “what is the third one?” teaches nothing, so they stay together.
fn is_worth_splitting(list: &List) -> bool {
    let named = list.items.iter().filter(|item| lead(item).is_some()).count();
    list.items.len() > 1 && (list.start.is_some() || named == list.items.len())
}

/// The list with only the names of its items, where they all have one.
fn skeleton(list: &List) -> List {
    let name = |item: &Item| {
        let lead = lead(item)?.clone();
        let kind =
            BlockKind::Paragraph(Paragraph { lead: Some(lead), content: Vec::new() });
        let blocks = vec![Block::new(kind, item.span)];
        Some(Item { blocks, ..item.clone() })
    };
    let items: Option<Vec<Item>> = list.items.iter().map(name).collect();
    items.map_or_else(|| list.clone(), |items| List { items, ..list.clone() })
}

/// The name of an item that says more than its name.
fn lead(item: &Item) -> Option<&LeadIn> {
    let (first, others) = item.blocks.split_first()?;
    let BlockKind::Paragraph(Paragraph { lead, content }) = &first.kind else {
        return None;
    };
    lead.as_ref().filter(|_| !content.is_empty() || !others.is_empty())
}

/// Takes the name off an item's blocks, if they say more than it.
fn take_lead(blocks: &mut Vec<Block>) -> Option<LeadIn> {
    let alone = blocks.len() == 1;
    let BlockKind::Paragraph(paragraph) = &mut blocks.first_mut()?.kind else {
        return None;
    };
    let empty = paragraph.content.is_empty();
    if alone && empty {
        return None;
    }
    let lead = paragraph.lead.take()?;
    if empty {
        blocks.remove(0);
    }
    Some(lead)
}
