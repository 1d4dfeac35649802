//! Sections that thank sponsors or show how many stars a project has.
//!
//! Who pays for a project can be what a guide is about (“Who is the sponsor in Scrum?”), so
//! the heading alone proves nothing: below it there must be nothing but links and pictures
//! with a few words, and services for such things among them. A heading that asks for a star or
//! to be followed needs only a link, or a few words about stars.

use crate::document::{Address, Inline, InlineKind, plain_text};
use crate::parse::assemble::flatten;
use crate::parse::raw::{self, Raw, RawItem, RawKind};

use super::back::lone_link;

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

/// What headings begin with that ask for something or thank somebody, and that no guide is about.
const APPEALS: [&str; 26] = [
    "sponsored by",
    "supported by our sponsors",
    "star this repo",
    "star the repo",
    "star this project",
    "star us on github",
    "please star",
    "give it a star",
    "give us a star",
    "give a star",
    "give this repo",
    "leave a star",
    "don't forget to star",
    "if you like this repo",
    "if you like this project",
    "if you found this",
    "like this project",
    "show your support",
    "buy me a coffee",
    "support my work",
    "follow me on",
    "follow me",
    "connect with me",
    "join our discord",
    "join our community",
    "advertisement",
];

/// Signs in an address that it is there to be counted.
const COUNTED: [&str; 4] = ["utm_source=", "utm_medium=", "?ref=", "&ref="];

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
    let appeals = is_appeal(content);
    if !appeals && !is_title(content) && !is_advert(content) {
        return 0;
    }
    let own = *level;
    let below = blocks[1..].iter().take_while(|block| match &block.kind {
        RawKind::Heading { level, .. } => *level > own,
        _ => true,
    });
    let below = below.count();
    let section = &blocks[1..=below];
    let heading = std::slice::from_ref(&blocks[0]);
    let served = if appeals {
        let words: String = section.iter().map(words).collect();
        let said = plain_text(content) + &words;
        leads_out(heading) || leads_out(section) || is_of_stars(&said)
    } else {
        is_advert(content) || section.iter().any(names_service)
    };
    if served && section.iter().all(is_promotion) { below + 1 } else { 0 }
}

/// Whether a heading asks for something that the guide is not about, or names who pays.
fn is_appeal(content: &[Inline]) -> bool {
    let words = plain_text(content).to_lowercase().replace('’', "'");
    let words = words.trim_start_matches(|char: char| !char.is_alphanumeric());
    APPEALS.iter().any(|appeal| {
        let rest = words.strip_prefix(appeal);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    }) && words.len() <= FEW
}

/// Whether a heading is nothing but a link that counts who follows it.
fn is_advert(content: &[Inline]) -> bool {
    lone_link(content).is_some_and(|(target, _)| {
        let counted = COUNTED.iter().any(|sign| target.contains(sign));
        counted && matches!(Address::of(target), Address::External(_))
    })
}

fn is_of_stars(words: &str) -> bool {
    let letters = words.chars().filter(|char| char.is_alphanumeric());
    let words = words.to_lowercase();
    letters.count() <= FEW && (words.contains("star") || words.contains('⭐'))
}

/// Whether a link or a picture leads out of the guide.
fn leads_out(blocks: &[Raw]) -> bool {
    let mut leads = false;
    raw::each_inline(blocks, &mut |inline| {
        leads |= match &inline.kind {
            InlineKind::Link { target, .. } => {
                matches!(Address::of(target), Address::External(_))
            }
            InlineKind::Image { .. } => true,
            _ => false,
        };
    });
    leads
}

fn words(block: &Raw) -> String {
    plain_text(&flatten(vec![block.clone()]))
}

fn is_title(content: &[Inline]) -> bool {
    let words = plain_text(content).to_lowercase();
    TITLES.contains(&words.trim_matches(|char: char| !char.is_alphanumeric()))
}

fn is_promotion(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Heading { content, .. } => {
            is_title(content) || is_appeal(content) || is_advert(content)
        }
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
