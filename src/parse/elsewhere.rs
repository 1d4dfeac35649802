//! Links that no print can follow: to files beside the guide that are no part of it, and to what
//! is no address. Their words are printed; that the links go is said once a source.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span, first_of};
use crate::document::{Address, Inline, InlineKind};

use super::explain::lines;

/// So many targets are named.
const MOST_NAMES: usize = 3;

/// The links of all sources.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    links: BTreeMap<(u32, Kind), Vec<(String, Span)>>,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    File,
    Nowhere,
    Untold,
}

impl Elsewhere {
    /// Takes down a link whose target is none of the sources, if it leads nowhere in print. One
    /// around a picture is passed over: the picture is there, and leads to itself most times.
    pub(super) fn add(&mut self, target: &str, content: &[Inline], span: Span) {
        let kind = match Address::of(target) {
            Address::Path(path) if path.trim().is_empty() => Kind::Untold,
            // An address that wants its scheme.
            Address::Path(path) if path.trim().starts_with("www.") => Kind::Nowhere,
            Address::Path(_) => Kind::File,
            Address::Nowhere => Kind::Nowhere,
            Address::Place(_) | Address::External(_) => return,
        };
        let is_picture = |one: &Inline| matches!(one.kind, InlineKind::Image { .. });
        if content.iter().any(|one| !is_picture(one)) {
            let links = self.links.entry((span.source, kind)).or_default();
            links.push((target.trim().to_owned(), span));
        }
    }

    /// One diagnostic for each kind in each source.
    pub(super) fn said(&self) -> impl Iterator<Item = Diagnostic> {
        self.links.iter().map(|((_, kind), links)| kind.said(links))
    }
}

impl Kind {
    fn said(self, links: &[(String, Span)]) -> Diagnostic {
        let spans: Vec<Span> = links.iter().map(|(_, span)| *span).collect();
        let names = names(links.iter().map(|(target, _)| target.as_str()));
        let one = links.len() == 1;
        let (subject, its) = if one {
            ("a link".to_owned(), "its")
        } else {
            (format!("{} links", links.len()), "their")
        };
        let (leads, hint) = match self {
            Self::File if one => (
                format!("leads to another file ({names})"),
                "print that file along with the guide, or link to an address on the web",
            ),
            Self::File => (
                format!("lead to other files ({names})"),
                "print those files along with the guide, or link to addresses on the web",
            ),
            Self::Nowhere => {
                let verb = if one { "leads" } else { "lead" };
                (
                    format!("{verb} to no address that a print can have ({names})"),
                    "link to an address that begins with https: or mailto:",
                )
            }
            Self::Untold => {
                let verb = if one { "says" } else { "say" };
                (format!("{verb} not where to"), "put an address between the brackets")
            }
        };
        let says = format!("{subject} {leads}; {its} words are printed{}", lines(&spans));
        Diagnostic::warning(DiagnosticKind::Link, says).at(spans[0]).hint(hint)
    }
}

/// The first few of different targets.
fn names<'a>(targets: impl Iterator<Item = &'a str>) -> String {
    let mut known = BTreeSet::new();
    let different = targets.filter(|target| known.insert(*target));
    first_of(different.map(|name| format!("`{name}`")), MOST_NAMES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(targets: &[&str]) -> Vec<String> {
        let mut elsewhere = Elsewhere::default();
        for target in targets {
            elsewhere.add(target, &[Inline::text("words")], Span::default());
        }
        elsewhere.said().map(|one| one.message).collect()
    }

    #[test]
    fn links_of_a_kind_are_said_once() {
        let one = "a link leads to another file (`a.md`); its words are printed";
        assert_eq!(said(&["a.md"]), [one]);
        let many = said(&[
            "a.md",
            "b.md",
            "a.md",
            "c/d.pdf",
            "e",
            "file:///x",
            "",
            "www.example.org",
        ]);
        let files = "5 links lead to other files (`a.md`, `b.md`, `c/d.pdf` and 1 more); \
                     their words are printed";
        assert_eq!(many[0], files);
        assert!(many[1].contains("no address") && many[2].contains("says not where"));
        assert!(said(&["https://example.org", "#place"]).is_empty());
    }

    #[test]
    fn a_picture_may_lead_to_itself() {
        let kind =
            InlineKind::Image { source: "a.png".into(), alt: "A".into(), width: None };
        let picture = Inline { kind, ..Inline::text("") };
        let mut elsewhere = Elsewhere::default();
        elsewhere.add("a.png", &[picture], Span::default());
        assert_eq!(elsewhere.said().count(), 0);
    }
}
