//! What the parser takes for words, and what stands between them.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// A part of a text, by the bytes that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words as they stand in the source, but for a backslash before them.
    Words(Range<usize>),
    Code(Range<usize>),
    /// Emphasis with its marks, and how many there are on each side.
    Emphasis(Range<usize>, usize),
    /// A link or a picture begins, up to [`Part::Close`]. It is sure if nobody would write so
    /// in a formula.
    Open {
        range: Range<usize>,
        sure: bool,
    },
    Close,
    /// What is neither words nor code: a tag, a note.
    Other(Range<usize>),
    /// A paragraph, a heading, a cell begins or ends.
    Border,
}

/// The parts of a text, in its order.
pub(super) struct Words(pub Vec<Part>);

impl Words {
    /// Those of `text`, read with `options`. Words that name a place or a definition are none:
    /// with a mask in them they would name another.
    pub(super) fn of(text: &str, options: Options) -> Self {
        let mut parts = Vec::new();
        // How many names of links and blocks of code are open.
        let mut names = 0;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let part = match event {
                Event::Text(words) if names == 0 => {
                    // Words that an entity stands for are not in the source.
                    let verbatim = text.get(range.clone()) == Some(&*words);
                    if verbatim { Part::Words(range) } else { Part::Other(range) }
                }
                Event::Text(_) | Event::SoftBreak | Event::HardBreak => continue,
                Event::Code(_) => Part::Code(range),
                Event::Start(Tag::Emphasis) => Part::Emphasis(range, 1),
                Event::Start(Tag::Strong | Tag::Strikethrough) => {
                    // One tilde does for what is struck through.
                    let written = &text[range.clone()];
                    let single = written.starts_with('~') && !written.starts_with("~~");
                    let marks = if single { 1 } else { 2 };
                    Part::Emphasis(range, marks)
                }
                Event::Start(
                    Tag::Link { link_type, dest_url, .. }
                    | Tag::Image { link_type, dest_url, .. },
                ) => {
                    names += usize::from(names > 0 || is_name(link_type));
                    let sure = dest_url.contains(['.', '/', ':', '#', '?']);
                    Part::Open { range, sure }
                }
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    names = names.saturating_sub(1);
                    Part::Close
                }
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                    continue;
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    names += 1;
                    Part::Border
                }
                Event::End(TagEnd::CodeBlock) => {
                    names = names.saturating_sub(1);
                    Part::Border
                }
                Event::Start(_) | Event::End(_) | Event::Rule => Part::Border,
                _ => Part::Other(range),
            };
            parts.push(part);
        }
        Self(parts)
    }
}

/// Whether the words of a link are what it is found by.
fn is_name(link: LinkType) -> bool {
    !matches!(link, LinkType::Inline | LinkType::Reference | LinkType::ReferenceUnknown)
}

/// Where the sign `sign` stands in `words` of `source`, but for one that a backslash keeps from
/// being a mark.
pub(super) fn signs(
    source: &str,
    words: Range<usize>,
    sign: char,
) -> impl Iterator<Item = usize> {
    let escaped = source[..words.start].ends_with('\\') && {
        source[words.clone()].starts_with(sign)
    };
    let from = if escaped { words.start + sign.len_utf8() } else { words.start };
    source[from..words.end].match_indices(sign).map(move |(at, _)| from + at)
}
