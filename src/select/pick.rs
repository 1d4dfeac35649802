//! One item of a list of what is wanted, or of what is not: how it is written, and what it means in a guide.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use super::nearest::nearest;
use crate::diagnostic::{Error, Remedy, Result};
use crate::document::{BlockKind, Document, Entry, Section};

/// A list of [`Pick`]s as it is typed, separated by commas.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Picks(pub Vec<Pick>);

/// One item of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// As typed, for messages and because an id may look like a number of a question.
    text: String,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Sections(RangeInclusive<u32>),
    Questions(RangeInclusive<u32>),
    Id,
}

/// What a pick stands for in a certain guide, where it stands for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    Sections(RangeInclusive<u32>),
    Questions(RangeInclusive<u32>),
    Id(String),
}

/// Why a list could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickError(String);

impl fmt::Display for PickError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PickError {}

impl FromStr for Picks {
    type Err = PickError;

    fn from_str(list: &str) -> Result<Self, PickError> {
        let items = list.split(',').map(str::trim).filter(|item| !item.is_empty());
        let picks = items.map(str::parse).collect::<Result<Vec<Pick>, _>>()?;
        if picks.is_empty() {
            return Err(PickError(
                "the list is empty; name sections such as 4 or 4-6, \
                 questions such as Q12 or Q9-Q12, or ids"
                    .to_owned(),
            ));
        }
        Ok(Self(picks))
    }
}

impl FromStr for Pick {
    type Err = PickError;

    fn from_str(text: &str) -> Result<Self, PickError> {
        let kind = kind(text);
        if let Kind::Sections(range) | Kind::Questions(range) = &kind
            && range.is_empty()
        {
            let (last, first) = text.split_once(DASHES).unwrap_or((text, text));
            return Err(PickError(format!(
                "the range {text} runs backwards; write {first}-{last}"
            )));
        }
        Ok(Self { text: text.to_owned(), kind })
    }
}

/// What may stand between the ends of a range: text processors turn one into the other.
const DASHES: [char; 2] = ['-', '–'];

fn kind(text: &str) -> Kind {
    let (first, last) = text.split_once(DASHES).unwrap_or((text, text));
    let (first, last) = (first.trim(), last.trim());
    if let (Some(first), Some(last)) = (number(first), number(last)) {
        Kind::Sections(first..=last)
    } else if let (Some(first), Some(last)) =
        (question(first), question(last).or_else(|| number(last)))
    {
        Kind::Questions(first..=last)
    } else {
        Kind::Id
    }
}

fn number(text: &str) -> Option<u32> {
    // `parse` alone would take a sign as well.
    text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse().ok())?
}

fn question(text: &str) -> Option<u32> {
    number(text.strip_prefix(['Q', 'q'])?)
}

impl Pick {
    /// What this means in `document`, or an error with the nearest names there are.
    pub(super) fn choose(&self, document: &Document) -> Result<Chosen> {
        match &self.kind {
            Kind::Sections(range) if sections(document).any(|n| range.contains(&n)) => {
                Ok(Chosen::Sections(range.clone()))
            }
            Kind::Questions(range) if questions(document).any(|n| range.contains(&n)) => {
                Ok(Chosen::Questions(range.clone()))
            }
            _ => match id_like(&self.text, document) {
                Some(id) => Ok(Chosen::Id(id.to_owned())),
                None => Err(self.unknown(document)),
            },
        }
    }

    fn unknown(&self, document: &Document) -> Error {
        let text = &self.text;
        let (message, hint) = match &self.kind {
            Kind::Sections(range) => (
                format!("no section has the number {text}"),
                numbers_hint(sections(document).collect(), *range.start(), "section", "")
                    .into(),
            ),
            Kind::Questions(range) => (
                format!("no question has the number {text}"),
                numbers_hint(
                    questions(document).collect(),
                    *range.start(),
                    "question",
                    "Q",
                )
                .into(),
            ),
            Kind::Id => (
                format!("nothing in the guide is named “{text}”"),
                inner_heading(text, document)
                    .map_or_else(|| ids_hint(text, document), Remedy::from),
            ),
        };
        Error::Select { message, hint: Some(hint) }
    }
}

impl Chosen {
    /// Whether the section as a whole is meant.
    pub(super) fn is_section(&self, section: &Section) -> bool {
        match self {
            Self::Sections(range) => range.contains(&section.number),
            Self::Questions(_) => false,
            Self::Id(id) => *id == section.id,
        }
    }

    /// Whether the entry itself is meant.
    pub(super) fn is_entry(&self, entry: &Entry) -> bool {
        match (self, entry) {
            (Self::Questions(range), Entry::Question(question)) => {
                range.contains(&question.number)
            }
            (Self::Id(id), _) => id == entry.id(),
            _ => false,
        }
    }
}

fn sections(document: &Document) -> impl Iterator<Item = u32> {
    document.sections.iter().map(|section| section.number)
}

fn questions(document: &Document) -> impl Iterator<Item = u32> {
    document.questions().map(|question| question.number)
}

/// Ids of sections and entries, in the guide's order. A section that only gathers what
/// stands outside any may have none.
fn ids(document: &Document) -> impl Iterator<Item = &str> {
    document
        .sections
        .iter()
        .flat_map(|section| {
            std::iter::once(section.id.as_str())
                .chain(section.entries.iter().map(Entry::id))
        })
        .filter(|id| !id.is_empty())
}

/// The id that `text` gives, in its own letters if there is one, else in any case.
fn id_like<'a>(text: &str, document: &'a Document) -> Option<&'a str> {
    let text = text.strip_prefix('#').unwrap_or(text);
    ids(document).find(|id| *id == text).or_else(|| {
        let text = text.to_lowercase();
        ids(document).find(|id| id.to_lowercase() == text)
    })
}

fn numbers_hint(mut numbers: Vec<u32>, wanted: u32, what: &str, sign: &str) -> String {
    numbers.sort_unstable();
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return format!("the guide has no {what}s");
    };
    let near = numbers.iter().min_by_key(|n| n.abs_diff(wanted)).unwrap_or(last);
    if first == last {
        format!("the only {what} is {sign}{first}")
    } else {
        format!(
            "the nearest is {sign}{near}; {what}s run from {sign}{first} to {sign}{last}"
        )
    }
}

fn ids_hint(text: &str, document: &Document) -> Remedy {
    let near = nearest(text, ids(document), 3);
    if near.is_empty() {
        return "the guide is empty".into();
    }
    Remedy::Names(near.into_iter().map(str::to_owned).collect())
}

/// A hint for the id of a heading inside an entry: only whole entries can be selected.
fn inner_heading(text: &str, document: &Document) -> Option<String> {
    let holds = |entry: &&Entry| {
        entry.blocks().iter().any(
            |block| matches!(&block.kind, BlockKind::Heading { id, .. } if id == text),
        )
    };
    let entry = document.sections.iter().flat_map(|s| &s.entries).find(holds)?;
    let name = match entry {
        Entry::Question(question) => format!("Q{}", question.number),
        Entry::Topic(topic) => topic.id.clone(),
    };
    Some(format!("it is a heading inside {name}, which can be selected as a whole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(list: &str) -> Vec<Kind> {
        list.parse::<Picks>()
            .expect("a list")
            .0
            .into_iter()
            .map(|pick| pick.kind)
            .collect()
    }

    #[test]
    fn numbers_are_sections_and_q_numbers_questions() {
        assert_eq!(kinds("4"), [Kind::Sections(4..=4)]);
        assert_eq!(kinds("4-6, 8"), [Kind::Sections(4..=6), Kind::Sections(8..=8)]);
        assert_eq!(
            kinds("Q12,q9-Q12"),
            [Kind::Questions(12..=12), Kind::Questions(9..=12)]
        );
        assert_eq!(
            kinds("q9-12,Q1–q3"),
            [Kind::Questions(9..=12), Kind::Questions(1..=3)]
        );
    }

    #[test]
    fn anything_else_is_an_id() {
        for id in ["basics", "q", "q12-tips", "4-basics", "-4", "99999999999999"] {
            assert_eq!(kinds(id), [Kind::Id], "{id}");
        }
    }

    #[test]
    fn empty_lists_and_backward_ranges_are_refused() {
        assert!(",, ".parse::<Picks>().is_err());
        let error = "Q12-Q9".parse::<Picks>().expect_err("backwards");
        assert!(error.to_string().contains("Q9-Q12"), "{error}");
    }
}
