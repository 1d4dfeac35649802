//! Inlines of the tree as spans of text in a format.

use std::collections::BTreeMap;

use crate::document::{Address, Inline, InlineKind, words_for};
use crate::font::{Family, Style, Weight};
use crate::frame::{LinkTarget, NodeKind, Structure, Tag};
use crate::math::{Formula, FormulaRun, Script};
use crate::text::{Format, Shaper, Span, aloud};
use crate::theme;
use crate::units::Em;

/// A link that spans refer to by its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// Its text, for a voice.
    pub title: String,
    /// Its node.
    pub tag: Option<Tag>,
}

/// Adds a link; gives the number that spans refer to it by.
pub(super) fn add_link(links: &mut Vec<Link>, link: Link) -> u32 {
    links.push(link);
    links.len() as u32 - 1
}

/// A footnote that the text refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted {
    /// Its place among the document's footnotes.
    pub(super) index: usize,
    /// The node of the first reference, which tells it from the same note set elsewhere.
    pub(super) first: Tag,
    /// Whether that reference is set apart from the flow, so that no link leads back to it.
    pub(super) elsewhere: bool,
}

impl Noted {
    /// The name of the place where the note stands. No name in a guide has a space.
    pub(super) fn anchor(&self) -> String {
        format!("note {}", self.first.0)
    }

    /// The name of the place where it is first referred to.
    pub(super) fn back(&self) -> String {
        format!("reference {}", self.first.0)
    }
}

/// A voice reads the number of a footnote as a word of its own, not as the end of the one before.
pub(super) const BEFORE_NUMBER: &str = "\u{202f}";

/// The footnotes that the text refers to, in the order of their first references.
#[derive(Debug, Default)]
pub(super) struct References {
    order: Vec<Noted>,
    /// The place in that order of each footnote.
    places: BTreeMap<usize, usize>,
}

impl References {
    pub(super) fn get(&self, place: usize) -> Option<Noted> {
        self.order.get(place).copied()
    }

    pub(super) fn clear(&mut self) {
        self.order.clear();
        self.places.clear();
    }

    pub(super) fn known(&self, index: usize) -> Option<Noted> {
        self.places.get(&index).map(|place| self.order[*place])
    }

    pub(super) fn add(&mut self, noted: Noted) {
        self.places.insert(noted.index, self.order.len());
        self.order.push(noted);
    }
}

/// Collects spans, and the links and nodes that they refer to.
pub(super) struct Spans<'a, 'f> {
    pub(super) shaper: &'a mut Shaper<'f>,
    pub(super) structure: &'a mut Structure,
    pub(super) links: &'a mut Vec<Link>,
    /// The place of each of the document's footnotes, by label.
    pub(super) notes: &'a BTreeMap<&'a str, usize>,
    /// The notes referred to.
    pub(super) noted: &'a mut References,
    /// Names of the place that the text stands at.
    pub(super) anchors: &'a mut Vec<String>,
    /// How formulas are set.
    pub(super) formulas: Formulas,
    pub(super) out: Vec<Span>,
}

/// How formulas are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formulas {
    /// On a line of their own, those that are displayed.
    Displayed,
    /// In a line of text.
    Inline,
    /// As words and signs, where lines cannot grow.
    Words,
}

impl Spans<'_, '_> {
    pub(super) fn text(&mut self, text: impl Into<String>, format: Format) {
        self.out.push(Span { text: text.into(), format });
    }

    pub(super) fn inlines(&mut self, inlines: &[Inline], format: Format) {
        for inline in inlines {
            self.inline(inline, format);
        }
    }

    fn inline(&mut self, inline: &Inline, format: Format) {
        match &inline.kind {
            InlineKind::Text(text) => self.text(text.as_str(), format),
            InlineKind::Code(text) => self.text(text.as_str(), code(format)),
            InlineKind::Emphasis(content) => self.inlines(content, emphasis(format)),
            InlineKind::Strong(content) => self.inlines(content, strong(format)),
            InlineKind::Strikethrough(content) => {
                self.inlines(content, Format { struck: true, ..format });
            }
            InlineKind::Superscript(content) => {
                self.inlines(content, script(format, 340));
            }
            InlineKind::Subscript(content) => self.inlines(content, script(format, -140)),
            InlineKind::Link { target, content } => self.link(target, content, format),
            InlineKind::Image { source, alt, .. } => self.image(source, alt, format),
            InlineKind::FootnoteReference(label) => self.note(label, format),
            InlineKind::Math { tex, display } => self.formula(tex, *display, format),
            InlineKind::LineBreak => self.text("\n", format),
            InlineKind::Cloze { content, .. } => self.inlines(content, format),
        }
    }

    fn link(&mut self, target: &str, content: &[Inline], format: Format) {
        let title = aloud(content);
        let Some(target) = link_target(target) else {
            return self.inlines(content, format);
        };
        let tag = format.tag.map(|tag| self.structure.add(NodeKind::Link, Some(tag)));
        let link = Some(add_link(self.links, Link { target, title, tag }));
        self.inlines(content, Format { link, tag: tag.or(format.tag), ..format });
    }

    /// A picture's text stands for it.
    fn image(&mut self, source: &str, alt: &str, format: Format) {
        let words = words_for(source, alt);
        let format = Format { color: theme::QUIET, ..emphasis(format) };
        self.text(format!("[{words}]"), format);
    }

    fn formula(&mut self, tex: &str, display: bool, format: Format) {
        let (shaper, structure) = (&mut *self.shaper, &mut *self.structure);
        self.out.extend(formula(tex, display, self.formulas, format, shaper, structure));
    }

    fn note(&mut self, label: &str, format: Format) {
        let Some(&index) = self.notes.get(label) else { return };
        let number = (index + 1).to_string();
        let reference = self.structure.add(NodeKind::Reference, format.tag);
        let noted = self.noted.known(index).unwrap_or_else(|| {
            let noted = Noted { index, first: reference, elsewhere: false };
            self.anchors.push(noted.back());
            self.noted.add(noted);
            noted
        });
        let tag = self.structure.add(NodeKind::Link, Some(reference));
        let target = LinkTarget::Anchor(noted.anchor());
        let link = Link { target, title: number.clone(), tag: Some(tag) };
        let link = Some(add_link(self.links, link));
        let raised = script(format, 340);
        self.text(BEFORE_NUMBER, raised);
        self.text(number, Format { tag: Some(tag), link, ..raised });
    }
}

/// A formula; what is none is shown as it is written.
pub(super) fn formula(
    tex: &str,
    display: bool,
    how: Formulas,
    format: Format,
    shaper: &mut Shaper<'_>,
    structure: &mut Structure,
) -> Vec<Span> {
    let Some(formula) = Formula::read(tex, display) else {
        return vec![Span { text: tex.to_owned(), format: code(format) }];
    };
    let tag = format.tag.map(|tag| structure.add(NodeKind::Formula, Some(tag)));
    if let Some(tag) = tag {
        structure.set_alt(tag, formula.spoken());
    }
    let format = Format { tag: tag.or(format.tag), ..format };
    let words = formula_spans(&formula.runs(), format);
    if how == Formulas::Words {
        return words;
    }
    let inline = shaper.formula(&formula, false, format, words);
    if display && how == Formulas::Displayed {
        return shaper.formula(&formula, true, format, inline);
    }
    inline
}

/// The letters of a formula, each in its style and at its height.
pub(super) fn formula_spans(runs: &[FormulaRun], format: Format) -> Vec<Span> {
    let upright = Format { style: Style { italic: false, ..format.style }, ..format };
    let spans = runs.iter().map(|run| {
        let mut format = upright;
        format.style.italic = run.style.italic;
        if run.style.bold {
            format = strong(format);
        }
        let (text, scripts) = drawn_scripts(run);
        let rise = |script: &Script| if *script == Script::Up { 340 } else { -140 };
        format = scripts.iter().fold(format, |format, one| script(format, rise(one)));
        Span { text, format }
    });
    spans.collect()
}

/// Raised and lowered figures are letters of their own, which the face draws better than
/// small ones and which stay so when they are copied.
fn drawn_scripts(run: &FormulaRun) -> (String, &[Script]) {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let figures = |set: [char; 10]| {
        let digit = |c: char| c.to_digit(10).map(|digit| set[digit as usize]);
        run.text.chars().map(digit).collect::<Option<String>>()
    };
    let drawn = match run.scripts[..] {
        [Script::Up] => figures(RAISED),
        [Script::Down] => figures(LOWERED),
        _ => None,
    };
    match drawn {
        Some(text) => (text, &[]),
        None => (run.text.clone(), &run.scripts),
    }
}

/// Where a link leads, if it leads anywhere on paper. An address stands as it is written.
pub(super) fn link_target(target: &str) -> Option<LinkTarget> {
    match Address::of(target) {
        Address::Place(id) => Some(LinkTarget::Anchor(id.to_owned())),
        Address::External(_) => Some(LinkTarget::Uri(target.trim().to_owned())),
        Address::Path(_) | Address::Nowhere => None,
    }
}

pub(super) fn code(format: Format) -> Format {
    let mut style = format.style;
    style.family = Family::Code;
    Format { style, scale: format.scale.times(theme::SCALES.code), ..format }
}

/// Slanted; upright inside slanted text.
pub(super) fn emphasis(format: Format) -> Format {
    let mut style = format.style;
    style.italic = !style.italic;
    Format { style, ..format }
}

pub(super) fn strong(format: Format) -> Format {
    weighted(
        format,
        if format.style.weight == Weight::Regular {
            Weight::SemiBold
        } else {
            Weight::Bold
        },
    )
}

pub(super) fn weighted(format: Format, weight: Weight) -> Format {
    let mut style = format.style;
    style.weight = weight;
    Format { style, ..format }
}

pub(super) fn script(format: Format, rise: i64) -> Format {
    let rise = format.rise + Em::thousandths(rise).times(format.scale);
    Format { scale: format.scale.times(theme::SCALES.script), rise, ..format }
}
