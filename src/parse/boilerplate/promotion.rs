//! Sections that thank sponsors or show how many stars a project has.
//!
//! Who pays for a project can be what a guide is about (“Who is the sponsor in Scrum?”), so
//! the heading alone proves nothing: below it there must be nothing but links and pictures
//! with a few words, and services for such things among them.

use crate::document::{Inline, InlineKind, plain_text};
use crate::parse::raw::{self, Raw, RawItem, RawKind};

/// Headings of such sections.
const TITLES: [&str; 18] = [
    "sponsor",
    "sponsors",
    "our sponsors",
    "sponsors and backers",
    "backers",
    "backers and sponsors",
    "gold sponsors",
    "silver sponsors",
    "bronze sponsors",
    "platinum sponsors",
    "financial contributors",
    "support",
    "support this project",
    "support the project",
    "star history",
    "stargazers",
    "stargazers over time",
    "contributors",
];

/// Services that take money for projects, draw their stars or show their people.
pub(super) const SERVICES: [&str; 14] = [
    "opencollective.com",
    "github.com/sponsors",
    "patreon.com",
    "ko-fi.com",
    "buymeacoffee.com",
    "liberapay.com",
    "paypal.me",
    "paypal.com/donate",
    "star-history.com",
    "starchart.cc",
    "contrib.rocks",
    "contributors-img.web.app",
    "avatars.githubusercontent.com",
    "reporoster.com",
];

/// So many letters and digits may stand outside links in a block: a sentence such as “Thanks
/// to our sponsors!”, and no paragraph that says more.
const FEW: usize = 80;

/// How many of `blocks`, which begins with a heading, are such a section; 0 if it is none.
pub(super) fn length(blocks: &[Raw]) -> usize {
    let Some(RawKind::Heading { level, content, .. }) =
        blocks.first().map(|block| &block.kind)
    else {
        return 0;
    };
    if !is_title(content) {
        return 0;
    }
    let own = *level;
    let below = blocks[1..].iter().take_while(|block| match &block.kind {
        RawKind::Heading { level, .. } => *level > own,
        _ => true,
    });
    let below = below.count();
    let section = &blocks[1..=below];
    let served = section.iter().any(names_service);
    if served && section.iter().all(is_promotion) { below + 1 } else { 0 }
}

fn is_title(content: &[Inline]) -> bool {
    let words = plain_text(content).to_lowercase();
    TITLES.contains(&words.trim_matches(|char: char| !char.is_alphanumeric()))
}

fn is_promotion(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Heading { content, .. } => is_title(content),
        RawKind::Paragraph(content) => is_links(content),
        RawKind::List { items, .. } => {
            let is_listed = |item: &RawItem| {
                item.task.is_none() && item.blocks.iter().all(is_promotion)
            };
            items.iter().all(is_listed)
        }
        RawKind::Table(table) => {
            table.rows.iter().flatten().all(|cell| is_links(&cell.content))
        }
        RawKind::Rule => true,
        _ => false,
    }
}

/// Whether there are links or pictures, and hardly a word beside them.
fn is_links(content: &[Inline]) -> bool {
    let is_link = |inline: &Inline| {
        matches!(inline.kind, InlineKind::Link { .. } | InlineKind::Image { .. })
    };
    let words: Vec<Inline> =
        content.iter().filter(|inline| !is_link(inline)).cloned().collect();
    let words = plain_text(&words);
    let letters = words.chars().filter(|char| char.is_alphanumeric());
    letters.count() <= FEW && !words.contains('?')
}

/// Whether a link or a picture of the block is at one of the services.
fn names_service(block: &Raw) -> bool {
    let mut named = false;
    raw::each_inline(std::slice::from_ref(block), &mut |inline| {
        named |= is_served(inline);
    });
    named
}

/// Whether an inline leads to one of the services, or shows what it draws.
pub(super) fn is_served(inline: &Inline) -> bool {
    let (InlineKind::Link { target: address, .. }
    | InlineKind::Image { source: address, .. }) = &inline.kind
    else {
        return false;
    };
    SERVICES.iter().any(|service| address.contains(service))
}
