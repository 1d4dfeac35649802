//! Markdown to the document tree.
//!
//! The order things happen in, for each source:
//!
//! 1. `front_matter` takes YAML or TOML off the front.
//! 2. `mask` hides what the parser of Markdown would take for what no author meant. `events` and
//!    `html` feed Markdown events and HTML tags to one tree builder, `build`, which makes a tree
//!    of `raw` blocks as the source has them, with the formulas that pictures are (`formulas`);
//!    `notation` reads in it what note programs and site generators have besides Markdown.
//! 3. `boilerplate` takes out what only a web page needs.
//! 4. `recognise` finds the questions by the author's style, and before that the gaps that cards
//!    ask for; `outline` the sections.
//!
//! and then for all sources together: `names` gives numbers and ids, `finish` resolves
//! links, finds lead-ins (`leads`) and emoji (`emoji`), and makes the [`Document`], in which
//! `mentions` links the names of questions.
//!
//! Parsing cannot fail; it can warn. No input makes it panic, nest the tree deeper than
//! `serde_json` can read back, or take more than linear time.
//!
//! Architecture invariant: only this floor knows Markdown and HTML. It knows no fonts, no
//! paper, no files and no products.

mod anchors;
mod answers;
mod assemble;
mod autolink;
mod begun;
mod boilerplate;
mod build;
mod calls;
mod elsewhere;
mod emoji;
mod events;
mod explain;
mod files;
mod finish;
mod foreign;
mod formulas;
mod front_matter;
mod hidden;
mod html;
mod includes;
mod inlines;
mod language;
mod leads;
mod mask;
mod mathml;
mod mentions;
mod names;
mod notation;
mod note_tags;
mod notes;
mod options;
mod outline;
mod pin;
mod pins;
mod properties;
mod raw;
mod recognise;
mod slug;
mod summary;
mod tag;
mod undefined;
mod underline;
mod unprinted;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Span};
use crate::document::{
    Address, Document, Footnote, Inline, InlineKind, Meta, each_inline, plain_text,
};

use anchors::Anchors;
use elsewhere::Elsewhere;
use files::Files;
use finish::Finisher;
use front_matter::Taken;
use mentions::Mentions;
use notes::Notes;
use outline::{EntryKind, Outline, RawSection, TitleHeading};
use pin::RawPin;
use pins::Pins;
use raw::{Raw, RawFootnote, RawKind};
use recognise::{Around, Choice};

pub use crate::source::Source;
pub use boilerplate::{Boilerplate, BoilerplateKind};
pub use foreign::{Notebook, notebook, values};
pub use front_matter::FrontMatter;
pub use includes::{Include, includes};
pub use options::{Chapter, ParseOptions};
pub(crate) use recognise::is_question;
pub use recognise::{QuestionStyle, Recognition, Style};
pub(crate) use slug::{id as slug, percent_decoded};
pub use summary::{Listed, chapters};

/// A document, and what is to be said about how it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parsed {
    /// The tree.
    pub document: Document,
    /// Findings, in the order of the sources and their lines; those of reading the sources
    /// included.
    pub diagnostics: Vec<Diagnostic>,
    /// What was left out on purpose.
    pub boilerplate: Vec<Boilerplate>,
    /// For each source, how its questions are written; `None` if it has none.
    pub recognised: Vec<Option<Recognition>>,
}

/// Makes one document of `sources`, joined in the order given.
pub fn parse(sources: &[Source], options: &ParseOptions) -> Parsed {
    let mut diagnostics = Vec::new();
    let mut boilerplate = Vec::new();
    let mut recognised = Vec::with_capacity(sources.len());
    let mut guide = Guide::default();
    for (index, source) in sources.iter().enumerate() {
        let read = Read::new(source, index as u32, options, &mut diagnostics);
        recognised.push(read.recognition());
        boilerplate.extend_from_slice(&read.boilerplate);
        guide.join(read, source.name(), options, &mut diagnostics);
    }
    let names = sources.iter().map(|source| source.name().to_owned()).collect();
    let document = guide.finish(names, language::guess(sources), &mut diagnostics);
    diagnostics.extend(explain::boilerplate(&boilerplate));
    let place = |one: &Diagnostic| one.span.map(|span| (span.source, span.line));
    diagnostics.sort_by_key(place);
    Parsed { document, diagnostics, boilerplate, recognised }
}

impl Parsed {
    /// How the questions of each source were distinguished from the rest: the style, how many, and
    /// what else could have been questions. One note a source.
    pub fn explanation(&self) -> Vec<Diagnostic> {
        let mut gaps = vec![0; self.recognised.len()];
        each_inline(&self.document, |inline| {
            let source = inline.span.source as usize;
            if let (InlineKind::Cloze { .. }, Some(gaps)) =
                (&inline.kind, gaps.get_mut(source))
            {
                *gaps += 1;
            }
        });
        explain::questions(&self.recognised, &gaps)
    }
}

/// One source, read as far as it can be without the others.
struct Read {
    matter: FrontMatter,
    outline: Outline,
    footnotes: Vec<RawFootnote>,
    anchors: Anchors,
    pins: Vec<RawPin>,
    boilerplate: Vec<Boilerplate>,
    choice: Option<Choice>,
    /// The place behind the last byte, which is no line of the source.
    end: Span,
}

impl Read {
    fn new(
        source: &Source,
        index: u32,
        options: &ParseOptions,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        diagnostics.extend(source.findings().iter().cloned().map(|mut finding| {
            finding.span.iter_mut().for_each(|span| span.source = index);
            finding
        }));
        let Taken { matter, from, comments } =
            front_matter::read(source, index, diagnostics);
        let mut built = events::read(source, index, from, diagnostics);
        if let Some(chapter) = options.chapter(index as usize) {
            let blocks = &mut built.blocks;
            diagnostics.extend(includes::carry_out(blocks, source, index, chapter));
        }
        notes::missing(source, &built.blocks, diagnostics);
        let deck = note_tags::is_deck(source.text());
        built.blocks = recognise::gaps(built.blocks, source.text(), deck);
        for note in &built.footnotes {
            notes::missing(source, &note.blocks, diagnostics);
        }
        let left = built.read_notations(source, index);
        diagnostics.extend(unprinted::said(&built.unprinted));
        let anchors = Anchors::gather(&built.blocks, &built.anchors, source.text());
        let links = linked_headings(&built.blocks, &anchors);
        let (mut blocks, mut boilerplate) = boilerplate::remove(built.blocks, &anchors);
        properties::take(&mut blocks, &mut boilerplate);
        let tags = note_tags::take(&mut blocks);
        let comments = comments.into_iter().chain(built.comments);
        boilerplate.extend(boilerplate::comments(comments));
        boilerplate.extend(tags.removed);
        boilerplate.extend(left);
        let linked = |block: &Raw| links.contains(&block.span.start);
        let style = options.question_style.or(matter.question_style);
        let style = style.or(options.fallback.question_style).unwrap_or_default();
        let around =
            Around { linked: &linked, text: source.text(), cards: &tags.cards, deck };
        let (segments, choice) = recognise::recognise(blocks, &around, style);
        if choice.is_none() && style.is_a_style() {
            diagnostics.push(explain::nothing_of(index));
        }
        let outline = outline::outline(segments);
        let (footnotes, pins) = (built.footnotes, built.pins);
        let end = source.text().len() as u32;
        let end = Span { source: index, start: end, end, line: 0 };
        Self { matter, outline, footnotes, anchors, pins, boilerplate, choice, end }
    }

    fn recognition(&self) -> Option<Recognition> {
        let Choice { style, of, requested, others } = self.choice.as_ref()?;
        let entries = self.outline.sections.iter().flat_map(|section| &section.entries);
        let mut asked =
            entries.filter(|entry| matches!(entry.kind, EntryKind::Question(_)));
        let first = asked.next()?.span;
        let (style, of, requested, others) = (*style, *of, *requested, others.clone());
        let questions = 1 + asked.count();
        Some(Recognition { style, questions, of, requested, others, first })
    }
}

/// The sources joined so far.
#[derive(Default)]
struct Guide {
    meta: FrontMatter,
    sections: Vec<RawSection>,
    footnotes: Notes,
    anchors: Vec<Anchors>,
    pins: Pins,
}

impl Guide {
    fn join(
        &mut self,
        read: Read,
        name: &str,
        options: &ParseOptions,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let chapter = options.chapter(self.anchors.len());
        let Read { matter, outline: Outline { title, mut sections }, footnotes, .. } =
            read;
        let first = self.anchors.is_empty();
        let matter = if first { matter.or(&options.fallback) } else { matter };
        if !first {
            diagnostics.extend(self.passed_over(
                &matter,
                title.as_ref(),
                read.end.source,
            ));
        }
        match chapter {
            // The title of a first chapter is not that of the book, if the book has one.
            Some(chapter) if !first || options.fallback.title.is_some() => {
                let own = FrontMatter { title: chapter.title.clone(), ..matter.clone() };
                name_source(own, title, name, &mut sections);
                if first {
                    self.meta = matter;
                }
            }
            _ if first => {
                self.footnotes.of_title(title.as_ref().map_or(&[], |one| &one.content));
                self.meta = titled(matter, title.as_ref());
            }
            _ => name_source(matter, title, name, &mut sections),
        }
        if let Some(part) = chapter.and_then(|chapter| chapter.part.clone()) {
            outline::part(part, read.end, &mut sections);
        }
        let number = self.anchors.len() + 1;
        self.footnotes.join(footnotes, &mut sections, number, diagnostics);
        self.sections.append(&mut sections);
        self.anchors.push(read.anchors);
        self.pins.add(read.pins);
    }

    /// A note of what the front matter of a further source says that nothing becomes of: the
    /// whole has one author and one date.
    fn passed_over(
        &self,
        matter: &FrontMatter,
        heading: Option<&TitleHeading>,
        source: u32,
    ) -> Option<Diagnostic> {
        let mut keys = matter.different(&self.meta);
        if heading.is_some_and(|heading| {
            let words = plain_text(&heading.content);
            matter.title.as_deref().is_some_and(|title| title != words.trim())
        }) {
            keys.insert(0, "title");
        }
        (!keys.is_empty()).then(|| explain::matter_of_further(source, &keys))
    }

    fn finish(
        mut self,
        sources: Vec<String>,
        guess: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Document {
        let mentions = Mentions::gather(&self.sections);
        let notes = &mut self.footnotes.all;
        names::name(&mut self.sections, notes, &mut self.anchors, diagnostics);
        if let [name] = &sources[..] {
            let title = &mut self.meta.title;
            *title = title.take().or_else(|| files::title(name));
        }
        let order = references(&mut self.sections, &mut self.footnotes.all);
        self.footnotes.unread(&order, diagnostics);
        let files = Files::new(&sources);
        let missing = BTreeSet::new();
        let mut finisher = Finisher {
            anchors: &self.anchors,
            files: &files,
            diagnostics,
            missing,
            pins: self.pins,
            elsewhere: Elsewhere::default(),
            linked: false,
            addresses: 0,
            unanswered: Vec::new(),
        };
        let sections =
            self.sections.into_iter().map(|section| finisher.section(section)).collect();
        let mut footnotes: Vec<Footnote> = self
            .footnotes
            .all
            .into_iter()
            .map(|footnote| finisher.footnote(footnote))
            .collect();
        finisher.found();
        footnotes.sort_by_key(|footnote| {
            order.get(&footnote.label).copied().unwrap_or(usize::MAX)
        });
        let meta = meta(self.meta, guess);
        let mut document =
            Document { meta, sources, sections, footnotes, ..Document::default() };
        mentions.link(&mut document);
        document.drop_controls();
        document
    }
}

/// The front matter with the title heading worked in. A heading that says something else
/// than the front matter's title becomes the subtitle, so that no word is lost.
fn titled(mut matter: FrontMatter, heading: Option<&TitleHeading>) -> FrontMatter {
    let Some(TitleHeading { content, .. }) = heading else { return matter };
    let words = plain_text(content).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = emoji::shown(&words).into_owned();
    if words.is_empty() || matter.title.as_ref() == Some(&words) {
        return matter;
    }
    if matter.title.is_none() {
        matter.title = Some(words);
    } else {
        matter.subtitle = Some(match matter.subtitle {
            Some(subtitle) if subtitle != words => format!("{words} · {subtitle}"),
            _ => words,
        });
    }
    matter
}

/// What a joined source has outside any section goes into one with the source's title.
fn name_source(
    matter: FrontMatter,
    heading: Option<TitleHeading>,
    name: &str,
    sections: &mut Vec<RawSection>,
) {
    let outside = sections.first().is_some_and(|section| section.outside);
    match (heading, matter.title) {
        (Some(title), _) => outline::named(title.content, title.span, sections),
        (None, Some(title)) if outside => {
            outline::named(vec![Inline::text(title)], sections[0].span, sections);
        }
        (None, None) if outside => {
            let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            outline::named(vec![Inline::text(stem)], sections[0].span, sections);
        }
        _ => {}
    }
}

/// `guess` is the language where the front matter names none.
fn meta(matter: FrontMatter, guess: &str) -> Meta {
    let FrontMatter {
        title, subtitle, author, language, date, cover, identifier, ..
    } = matter;
    let language = language.unwrap_or_else(|| guess.to_owned());
    Meta { title, subtitle, author, language, date, cover, identifier }
}

/// The headings that links in lists lead to, or links that stand alone, by where they stand.
fn linked_headings(blocks: &[Raw], anchors: &Anchors) -> BTreeSet<u32> {
    let mut linked = BTreeSet::new();
    for block in blocks {
        match &block.kind {
            RawKind::List { .. } | RawKind::Table(_) => {}
            RawKind::Paragraph(content) if boilerplate::is_links(content) => {}
            _ => continue,
        }
        let mut visit = |inline: &Inline| {
            if let InlineKind::Link { target, content } = &inline.kind {
                linked.extend(match Address::place(target) {
                    Some(name) => anchors.find(name),
                    None => anchors.heading_of_text(&plain_text(content)),
                });
            }
        };
        raw::each_inline(std::slice::from_ref(block), &mut visit);
    }
    linked
}

/// The order in which the text refers to footnotes.
fn references(
    sections: &mut [RawSection],
    footnotes: &mut [RawFootnote],
) -> BTreeMap<String, usize> {
    let mut order = BTreeMap::new();
    let mut visit = |inline: &mut Inline| {
        if let InlineKind::FootnoteReference(label) = &inline.kind {
            let next = order.len();
            order.entry(label.clone()).or_insert(next);
        }
    };
    outline::each_inline_mut(sections, &mut visit);
    for footnote in footnotes {
        raw::each_inline_mut(&mut footnote.blocks, &mut visit);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_heading_is_never_lost() {
        let subtitle = |front_matter: &str| {
            let text = format!("---\n{front_matter}---\n\n# Heading\n\nText.\n");
            let source = Source::from_bytes("a.md", text.as_bytes()).expect("text");
            let meta = parse(&[source], &ParseOptions::default()).document.meta;
            (meta.title.unwrap_or_default(), meta.subtitle.unwrap_or_default())
        };
        let pair = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        assert_eq!(subtitle("lang: en\n"), pair("Heading", ""));
        assert_eq!(subtitle("title: Title\n"), pair("Title", "Heading"));
        let both = "title: Title\nsubtitle: Line\n";
        assert_eq!(subtitle(both), pair("Title", "Heading · Line"));
        let same = "title: Title\nsubtitle: Heading\n";
        assert_eq!(subtitle(same), pair("Title", "Heading"));
    }
}
