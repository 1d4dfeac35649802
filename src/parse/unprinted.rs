//! What has no form on paper: videos, scripts, pictures drawn by code. Each kind is said once for
//! a source, with how often it is there and in which lines, so that a guide full of it does not
//! bury what else there is to say.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};

use super::explain::lines;

/// The kinds of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unprinted {
    Video,
    Audio,
    Frame,
    Object,
    Drawing,
    Canvas,
    Script,
    Style,
    Field,
    Area,
    /// A fence of a language in which pictures are written.
    Diagram,
    /// A fence that asks the program that keeps the notes.
    Query,
    /// A note that another program shows in its place.
    Embed,
    /// Words that a page shows where the pointer rests.
    Tooltip,
}

impl Unprinted {
    /// What an element of HTML is that no page shows.
    pub(super) fn element(name: &str) -> Option<Self> {
        Some(match name {
            "video" => Self::Video,
            "audio" => Self::Audio,
            "iframe" | "frame" => Self::Frame,
            "object" | "embed" | "applet" => Self::Object,
            "svg" => Self::Drawing,
            "canvas" => Self::Canvas,
            "script" => Self::Script,
            "style" => Self::Style,
            "input" | "progress" | "meter" => Self::Field,
            "area" => Self::Area,
            _ => return None,
        })
    }

    /// What code in a fence of this language is, if a site would draw it.
    pub(super) fn fence(language: &str) -> Option<Self> {
        const DRAWN: [&str; 14] = [
            "mermaid",
            "plantuml",
            "puml",
            "uml",
            "dot",
            "graphviz",
            "d2",
            "ditaa",
            "nomnoml",
            "wavedrom",
            "vega",
            "vega-lite",
            "svgbob",
            "pikchr",
        ];
        let language = language.to_ascii_lowercase();
        DRAWN.contains(&&*language).then_some(Self::Diagram)
    }

    /// What it is called, for one and for many.
    const fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Video => ("a video", "videos"),
            Self::Audio => ("a recording", "recordings"),
            Self::Frame => ("a page in a frame", "pages in frames"),
            Self::Object => ("an embedded object", "embedded objects"),
            Self::Drawing => ("a drawing in SVG", "drawings in SVG"),
            Self::Canvas => ("a canvas", "canvases"),
            Self::Script => ("a script", "scripts"),
            Self::Style => ("a style sheet", "style sheets"),
            Self::Field => ("a field of a form", "fields of forms"),
            Self::Area => ("a link of an image map", "links of image maps"),
            Self::Diagram => ("a diagram", "diagrams"),
            Self::Query => ("a query of the note program", "queries of the note program"),
            Self::Embed => ("an embedded note", "embedded notes"),
            Self::Tooltip => ("a title for the pointer", "titles for the pointer"),
        }
    }

    const fn hint(self) -> &'static str {
        match self {
            Self::Video | Self::Audio | Self::Frame | Self::Object | Self::Canvas => {
                "say in words what it shows, or link to it"
            }
            Self::Drawing => {
                "save it as a file beside the guide, and name that as a picture"
            }
            Self::Script => "write what it puts on the page into the guide",
            Self::Style => "a theme sets how a print looks",
            Self::Field => "write a blank as `____`, and a box to tick as `- [ ]`",
            Self::Area => "write its links below the picture",
            Self::Diagram => "draw it to a picture beside the guide, and name that",
            Self::Query => "write what it finds into the guide",
            Self::Tooltip => "write what it says into the text",
            Self::Embed => "print that note along with the guide, or copy its text",
        }
    }

    /// What is said where a source has it at `spans`, of which there is one at least.
    fn said(self, spans: &[Span]) -> Diagnostic {
        let (one, many) = self.name();
        let subject = match spans.len() {
            1 => format!("{one} is"),
            count => format!("{count} {many} are"),
        };
        let fate = match (self, spans.len()) {
            (Self::Diagram, 1) => "printed as the code that it is written in",
            (Self::Diagram, _) => "printed as the code that they are written in",
            (Self::Embed, 1) => "printed as its name alone",
            (Self::Embed, _) => "printed as their names alone",
            _ => "left out",
        };
        let says = format!("{subject} {fate}{}", lines(spans));
        // How a page looks is no part of what it says.
        let diagnostic = match self {
            Self::Style | Self::Tooltip => {
                Diagnostic::note(DiagnosticKind::LeftOut, says)
            }
            Self::Diagram => Diagnostic::warning(DiagnosticKind::Diagram, says),
            Self::Query => Diagnostic::warning(DiagnosticKind::LeftOut, says),
            Self::Embed => Diagnostic::warning(DiagnosticKind::Link, says),
            _ => Diagnostic::warning(DiagnosticKind::Html, says),
        };
        diagnostic.at(spans[0]).hint(self.hint())
    }
}

/// One diagnostic for each kind in a source.
pub(super) fn said(found: &[(Unprinted, Span)]) -> Vec<Diagnostic> {
    let mut kinds: BTreeMap<Unprinted, Vec<Span>> = BTreeMap::new();
    for (kind, span) in found {
        kinds.entry(*kind).or_default().push(*span);
    }
    kinds.into_iter().map(|(kind, spans)| kind.said(&spans)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32) -> Span {
        Span { line, ..Span::default() }
    }

    #[test]
    fn each_kind_is_said_once_with_its_lines() {
        let found = [(Unprinted::Video, at(9)), (Unprinted::Diagram, at(4))];
        let again = [(Unprinted::Video, at(12))];
        let said = said(&[&found[..], &again[..]].concat());
        let says: Vec<&str> = said.iter().map(|one| one.message.as_str()).collect();
        let videos = "2 videos are left out (lines 9, 12)";
        assert_eq!(
            says,
            [videos, "a diagram is printed as the code that it is written in"]
        );
    }

    #[test]
    fn languages_that_are_drawn_are_known_in_any_case() {
        assert_eq!(Unprinted::fence("Mermaid"), Some(Unprinted::Diagram));
        assert_eq!(Unprinted::fence("sql"), None);
    }
}
