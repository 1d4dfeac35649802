//! Segments to sections: which headings are sections, topics, or headings inside an entry.

use crate::diagnostic::Span;
use crate::document::{Inline, plain_text, visit};

use super::raw::{self, Raw, RawKind};
use super::recognise::{Asked, Reach, Segment, holds_gap, mark};
use super::{answers, assemble, inlines};

/// A section, before numbers and ids are given.
#[derive(Debug)]
pub(super) struct RawSection {
    pub id: Option<String>,
    /// The guide's own number.
    pub number: Option<u32>,
    pub title: Vec<Inline>,
    pub span: Span,
    pub entries: Vec<RawEntry>,
    /// Whether it is no section at all but what stands outside any.
    pub outside: bool,
}

/// An entry, before numbers and ids are given.
#[derive(Debug, Default)]
pub(super) struct RawEntry {
    pub kind: EntryKind,
    pub id: Option<String>,
    pub title: Vec<Inline>,
    pub span: Span,
    pub blocks: Vec<Raw>,
    /// How many of the first blocks still ask.
    pub asking: usize,
    /// Whether the guide's own number is the question's name.
    pub named: bool,
    /// The level of the source that headings inside are below.
    pub base: u8,
}

/// What an entry is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// With the guide's own number.
    Question(Option<u32>),
    #[default]
    Topic,
}

/// The outline of one source.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The heading that is the title of the whole.
    pub title: Option<TitleHeading>,
    pub sections: Vec<RawSection>,
}

/// A heading that is the title of a whole source.
#[derive(Debug)]
pub(super) struct TitleHeading {
    pub content: Vec<Inline>,
    pub span: Span,
}

/// Makes the outline of `segments`.
pub(super) fn outline(mut segments: Vec<Segment>) -> Outline {
    let title = title_index(&segments).and_then(|at| match segments.remove(at) {
        Segment::Heading { content, span, .. } => Some(TitleHeading { content, span }),
        _ => None,
    });
    let places = places(&segments);
    let mut outliner = Outliner::default();
    for (segment, place) in segments.into_iter().zip(places) {
        match segment {
            Segment::Heading { level, id, content, span } => {
                outliner.heading(Heading { level, id, content, span }, place);
            }
            Segment::Question(asked) => outliner.question(asked),
            Segment::Block(block) => outliner.block(block),
        }
    }
    outliner.close_entry();
    let mut sections = outliner.sections;
    sections.retain(|section| !section.outside || !section.entries.is_empty());
    Outline { title, sections }
}

/// The segment that is the title: a first-level heading before all others that is the only
/// one, or has nothing but text below it while the other ones are sections.
fn title_index(segments: &[Segment]) -> Option<usize> {
    let level_of = |segment: &Segment| match segment {
        Segment::Heading { level, .. }
        | Segment::Question(Asked { reach: Reach::Level(level), .. }) => Some(*level),
        Segment::Question(_) => Some(7),
        Segment::Block(_) => None,
    };
    let mut levels = segments
        .iter()
        .enumerate()
        .filter_map(|(at, segment)| level_of(segment).map(|level| (at, level)));
    let (first, level) = levels.next()?;
    let Segment::Heading { level: 1, content, .. } = &segments[first] else {
        return None;
    };
    debug_assert_eq!(level, 1);
    let mut rest = levels.map(|(_, level)| level).peekable();
    let next = rest.peek().copied();
    let others = rest.any(|level| level == 1);
    let numbered = section_number(content).is_some();
    (!others || next == Some(1) && !numbered).then_some(first)
}

/// What the headings around a heading say of it.
#[derive(Debug, Default, Clone, Copy)]
struct Place {
    /// It stands under no other heading.
    top: bool,
    /// There are questions below it.
    asks: bool,
    /// It has text, and questions of its own level come next: it is no section of theirs.
    beside: bool,
}

fn places(segments: &[Segment]) -> Vec<Place> {
    let place = |beside| Place { beside, ..Place::default() };
    let mut places: Vec<Place> = beside(segments).into_iter().map(place).collect();
    // The headings around the segment, with their levels. Their number is below seven.
    let mut open: Vec<(usize, u8)> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        let level = match segment {
            Segment::Heading { level, .. } => *level,
            Segment::Question(asked) => {
                let level = if let Reach::Level(level) = asked.reach { level } else { 7 };
                open.retain(|(_, above)| *above < level);
                for (above, _) in &open {
                    places[*above].asks = true;
                }
                if level < 7 {
                    open.push((at, level));
                }
                continue;
            }
            Segment::Block(_) => continue,
        };
        open.retain(|(_, above)| *above < level);
        places[at].top = open.is_empty();
        open.push((at, level));
    }
    places
}

/// Which headings stand beside questions: they have text, and the next question below the
/// same heading is of their own level. A numbered heading is a section all the same.
fn beside(segments: &[Segment]) -> Vec<bool> {
    let mut beside = vec![false; segments.len()];
    // Whether the next thing of a level that matters is a question; above 6 nothing is.
    let mut question = [false; 8];
    for (at, segment) in segments.iter().enumerate().rev() {
        let (level, asks) = match segment {
            Segment::Heading { level, content, .. } => {
                let has_text = matches!(segments.get(at + 1), Some(Segment::Block(_)));
                beside[at] = has_text
                    && question[usize::from(*level)]
                    && section_number(content).is_none();
                (*level, beside[at])
            }
            Segment::Question(Asked { reach: Reach::Level(level), .. }) => (*level, true),
            Segment::Question(_) | Segment::Block(_) => continue,
        };
        question[usize::from(level)] = asks;
        question[usize::from(level) + 1..].fill(false);
    }
    beside
}

struct Heading {
    level: u8,
    id: Option<String>,
    content: Vec<Inline>,
    span: Span,
}

#[derive(Default)]
struct Outliner {
    sections: Vec<RawSection>,
    /// The level of the section's heading; 0 outside any.
    section_level: u8,
    entry: Option<(RawEntry, Reach)>,
}

impl Outliner {
    fn heading(&mut self, heading: Heading, place: Place) {
        if place.asks || place.top && !place.beside {
            // A heading can stand alone below a question with a level.
            if !(place.top && !place.asks && self.holds(heading.level)) {
                return self.section(heading);
            }
        }
        if self.holds(heading.level) {
            let Heading { level, id, content, span } = heading;
            self.block(Raw::new(
                RawKind::Heading { level, id, content, indented: false },
                span,
            ));
        } else {
            let Heading { level, id, content: title, span } = heading;
            let kind = EntryKind::Topic;
            let topic =
                RawEntry { kind, id, title, span, base: level, ..RawEntry::default() };
            self.open(topic, Reach::Level(level));
        }
    }

    /// Whether a heading of this level stands inside the open entry.
    fn holds(&self, level: u8) -> bool {
        match self.entry {
            Some((_, Reach::Level(own))) => level > own,
            Some((_, Reach::Section)) => {
                self.section_level > 0 && level > self.section_level
            }
            Some((_, Reach::Closed)) | None => false,
        }
    }

    fn section(&mut self, heading: Heading) {
        self.close_entry();
        let Heading { level, id, content, span } = heading;
        let (number, title) = match section_number(&content) {
            Some((number, length)) => {
                (Some(number), inlines::without_front(content, length))
            }
            None => (None, content),
        };
        self.section_level = level;
        let entries = Vec::new();
        self.sections.push(RawSection {
            id,
            number,
            title,
            span,
            entries,
            outside: false,
        });
    }

    fn question(&mut self, asked: Asked) {
        let Asked { number, id, title, span, prompt: mut blocks, answer, reach } = asked;
        let asking = blocks.len();
        blocks.extend(answer);
        let base = match reach {
            Reach::Level(level) => level,
            Reach::Section | Reach::Closed => self.section_level.max(lowest(&blocks)),
        };
        let named = number.is_some_and(|number| number.named);
        let kind = EntryKind::Question(number.map(|number| number.value));
        let entry = RawEntry { kind, id, title, span, blocks, asking, named, base };
        self.open(entry, reach);
    }

    fn block(&mut self, block: Raw) {
        let apart = self.is_answered() && holds_gap(&block);
        match &mut self.entry {
            Some((entry, reach)) if *reach != Reach::Closed && !apart => {
                entry.blocks.push(block);
            }
            _ => {
                let topic = RawEntry {
                    span: block.span,
                    base: self.section_level,
                    blocks: vec![block],
                    ..RawEntry::default()
                };
                // The next heading of any level begins an entry of its own.
                self.open(topic, Reach::Level(7));
            }
        }
    }

    /// Whether the open entry is a question that has an answer, and what comes next may be
    /// something else: a sentence with gaps asks for itself.
    fn is_answered(&self) -> bool {
        self.entry.as_ref().is_some_and(|(entry, reach)| {
            matches!(entry.kind, EntryKind::Question(_))
                && *reach == Reach::Section
                && entry.blocks.len() > entry.asking
        })
    }

    fn open(&mut self, entry: RawEntry, reach: Reach) {
        self.close_entry();
        self.entry = Some((entry, reach));
    }

    fn close_entry(&mut self) {
        let Some((mut entry, _)) = self.entry.take() else { return };
        let leading = trim_rules(&mut entry.blocks);
        entry.asking = entry.asking.saturating_sub(leading).min(entry.blocks.len());
        if entry.title.is_empty() && entry.blocks.is_empty() {
            return;
        }
        if matches!(entry.kind, EntryKind::Question(_)) {
            entry.asking = answers::asking(&entry.blocks, entry.asking);
            let answer = entry.blocks.split_off(entry.asking);
            entry.blocks.extend(answers::unmarked(answer));
        }
        if self.sections.is_empty() {
            self.sections.push(RawSection {
                id: None,
                number: None,
                title: Vec::new(),
                span: entry.span,
                entries: Vec::new(),
                outside: true,
            });
        }
        if let Some(section) = self.sections.last_mut() {
            section.entries.push(entry);
        }
    }
}

/// One less than the highest heading in an answer, so that it becomes level 1.
fn lowest(blocks: &[Raw]) -> u8 {
    let levels = blocks.iter().filter_map(|block| match block.kind {
        RawKind::Heading { level, .. } => Some(level),
        _ => None,
    });
    levels.min().unwrap_or(1).saturating_sub(1)
}

/// Lines across at the ends of an entry only part it from the next. Gives how many of the
/// first blocks are gone.
fn trim_rules(blocks: &mut Vec<Raw>) -> usize {
    while blocks.last().is_some_and(|block| block.kind == RawKind::Rule) {
        blocks.pop();
    }
    let leading = blocks.iter().take_while(|block| block.kind == RawKind::Rule).count();
    blocks.drain(..leading);
    leading
}

/// The number of `4. Title`, and how many bytes it takes.
fn section_number(title: &[Inline]) -> Option<(u32, usize)> {
    let words = plain_text(title);
    let mark = mark(&words)
        .filter(|mark| !mark.named && mark.length < words.trim_end().len())?;
    let number = mark.number.filter(|number| (1..1000).contains(number))?;
    Some((number, mark.length))
}

/// A section for what a source has outside any, under the name of the source.
pub(super) fn named(title: Vec<Inline>, span: Span, sections: &mut Vec<RawSection>) {
    let title = assemble::trim(title);
    match sections.first_mut().filter(|section| section.outside) {
        Some(section) => {
            section.title = title;
            section.span = span;
            section.outside = false;
        }
        None => sections.insert(0, bare(title, span)),
    }
}

/// A section that is only the title of those after it, up to the next of its kind.
pub(super) fn part(title: String, span: Span, sections: &mut Vec<RawSection>) {
    sections.insert(0, bare(vec![Inline::text(title)], span));
}

fn bare(title: Vec<Inline>, span: Span) -> RawSection {
    RawSection { id: None, number: None, title, span, entries: vec![], outside: false }
}

/// Calls `visit` for every inline of `sections`, to change it.
pub(super) fn each_inline_mut(
    sections: &mut [RawSection],
    visit: &mut impl FnMut(&mut Inline),
) {
    for section in sections {
        visit::inlines_mut(&mut section.title, visit);
        for entry in &mut section.entries {
            visit::inlines_mut(&mut entry.title, visit);
            raw::each_inline_mut(&mut entry.blocks, visit);
        }
    }
}
