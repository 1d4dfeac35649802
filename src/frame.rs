//! Positioned glyphs, rules, images and links on pages: all that a page back end sees.
//!
//! A [`Frame`] is a list of items, each at a point measured from the frame's upper left
//! corner, y downwards. Text is glyphs by then: a back end draws what stands here and
//! decides nothing.
//!
//! What a piece of text *is* (a heading, a list label) is told by a [`Tag`], a node of the
//! [`Structure`]; the order of nodes is the reading order, whatever the order on the page.
//! An item without a tag is furniture, which a reading voice passes over.

mod colors;
mod mirror;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::font::FaceId;
pub use crate::theme::Color;
use crate::units::{Em, Length, Point, Size};

/// Pages ready to be drawn.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Pages {
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// What each page is called where a reader lists them, in the same order; those without
    /// a name are numbered through.
    pub labels: Vec<String>,
    /// Bookmarks, in reading order.
    pub outline: Vec<Bookmark>,
    /// What the tagged items are.
    pub structure: Structure,
    /// The pictures that [`FrameItem::Image`] shows, by number.
    pub images: BTreeMap<usize, Arc<Picture>>,
}

impl Pages {
    /// On which page each anchor stands first, counted from 0.
    pub fn places(&self) -> BTreeMap<String, usize> {
        let mut places = BTreeMap::new();
        for (number, page) in self.pages.iter().enumerate() {
            page.frame.each_anchor(&mut |name| {
                places.entry(name.to_owned()).or_insert(number);
            });
        }
        places
    }
}

/// One side of a sheet.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Page {
    /// What is drawn, as large as the page.
    pub frame: Frame,
}

/// A rectangle with things in it.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Frame {
    /// Its extent; items may reach beyond it.
    pub size: Size,
    /// Things, drawn in this order, each at its upper left corner; text at its baseline.
    pub items: Vec<(Point, FrameItem)>,
}

/// What can stand in a frame.
#[derive(Debug, Clone, PartialEq)]
pub enum FrameItem {
    /// Glyphs of one face on one baseline.
    Text(TextRun),
    /// A filled rectangle: a rule, a bar, a tint.
    Rect {
        /// Width and height.
        size: Size,
        /// Its colour.
        fill: Color,
    },
    /// A stroke from the item's point to another: a cut line, a mark.
    Line {
        /// The other end, from the item's point.
        to: Point,
        /// How thick.
        thickness: Length,
        /// Its colour.
        color: Color,
        /// For a broken line.
        dash: Option<Dash>,
    },
    /// A picture of [`Pages::images`].
    Image {
        /// Which.
        index: usize,
        /// As large as this.
        size: Size,
        /// The figure it is.
        tag: Option<Tag>,
    },
    /// An area that leads elsewhere. It draws nothing.
    Link {
        /// How large.
        size: Size,
        /// Where to.
        target: LinkTarget,
        /// What a reader is told for it.
        title: String,
        /// The link's node.
        tag: Option<Tag>,
    },
    /// A place that links and bookmarks lead to. It draws nothing.
    Anchor(String),
    /// Another frame: moved to the item's point, turned about that point, clipped to its
    /// size.
    Group {
        /// The frame.
        frame: Arc<Frame>,
        /// Thousandths of a degree, clockwise as seen; 180,000 stands on its head.
        turn: i32,
        /// Whether what reaches beyond the frame is cut off.
        clip: bool,
        /// Which page of the text it is, counted from 0, where a side of a sheet has
        /// several: they stand in another order than they are read in.
        page: Option<usize>,
    },
}

/// How a line is dashed, again and again from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dash {
    /// How long it is drawn.
    pub on: Length,
    /// How long it is not.
    pub off: Length,
}

/// Glyphs of one face and size on one baseline, in visual order.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// The face.
    pub face: FaceId,
    /// The type size.
    pub size: Length,
    /// Its colour.
    pub color: Color,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
    /// What they say. A hyphen put in by a line break is U+00AD here.
    pub text: String,
    /// The node whose words these are; none for furniture.
    pub tag: Option<Tag>,
    /// Stretches of the text that are to be read as something else, in order.
    pub said: Vec<Said>,
}

/// A stretch of a run's text, and what it is read as by what copies, searches or speaks it: a
/// word divided at the end of a line is read whole where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In the text of its run.
    pub bytes: Range<usize>,
    /// What it says; nothing where the stretch before, of whatever run, says it as well.
    pub words: Option<String>,
}

/// A glyph of a [`TextRun`]. Distances are relative to the run's size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// In the face.
    pub id: u16,
    /// From this glyph's origin to the next one's.
    pub advance: Em,
    /// Right of the origin.
    pub dx: Em,
    /// Above the baseline.
    pub dy: Em,
    /// Byte in [`TextRun::text`] where the characters of this glyph begin; glyphs of one
    /// cluster share it. They end where the next cluster begins.
    pub cluster: u32,
}

impl TextRun {
    /// The sum of the advances.
    pub fn width(&self) -> Length {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<Em>().at(self.size)
    }

    /// From the run's point to where its words begin and end: the spaces around them may
    /// hang out, as at the end of a line.
    pub fn words_extent(&self) -> (Length, Length) {
        let is_space = |glyph: &&Glyph| {
            self.text
                .get(glyph.cluster as usize..)
                .is_some_and(|text| text.starts_with(' '))
        };
        let width = |glyphs: &mut dyn Iterator<Item = &Glyph>| {
            glyphs.map(|glyph| glyph.advance).sum::<Em>().at(self.size)
        };
        let before = width(&mut self.glyphs.iter().take_while(is_space));
        let after = width(&mut self.glyphs.iter().rev().take_while(is_space));
        (before, (self.width() - after).max(before))
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// An [`FrameItem::Anchor`] in these pages.
    Anchor(String),
    /// An address.
    Uri(String),
}

/// A bookmark and those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// What it says.
    pub title: String,
    /// The anchor it leads to.
    pub anchor: String,
    /// The next level.
    pub children: Vec<Bookmark>,
}

/// A picture, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Its colours.
    pub pixels: Pixels,
    /// A byte a pixel, 255 opaque, if it is not opaque throughout.
    pub alpha: Option<Vec<u8>>,
}

/// The colours of a picture, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pixels {
    /// A byte a pixel, 255 white.
    Grey(Vec<u8>),
    /// Three bytes a pixel, sRGB.
    Rgb(Vec<u8>),
    /// A baseline JPEG file of the picture's size.
    Jpeg {
        /// Whether it has one channel, of grey, instead of three.
        grey: bool,
        /// Its content.
        file: Vec<u8>,
    },
}

/// A node of the [`Structure`], by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u32);

/// What the tagged items are: a tree in reading order (ISO 32000-1, 14.7 and 14.8).
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Structure {
    nodes: Vec<Node>,
}

/// A node of the structure tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The node it belongs to; none at the top.
    pub parent: Option<Tag>,
    /// What stands for it where it can't be shown.
    pub alt: Option<String>,
    /// The language of its words, where it differs from that around it.
    pub lang: Option<String>,
}

/// The kinds of node (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the standard’s own")]
pub enum NodeKind {
    Section,
    Heading(u8),
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    Row,
    HeadCell,
    Cell,
    Code,
    Quote,
    Figure,
    Formula,
    Link,
    Note,
    Reference,
}

impl Structure {
    /// Adds a node behind all that are there.
    pub fn add(&mut self, kind: NodeKind, parent: Option<Tag>) -> Tag {
        self.nodes.push(Node { kind, parent, alt: None, lang: None });
        Tag(self.nodes.len() as u32 - 1)
    }

    /// Takes off all nodes but the first `count`, which something was tried with.
    pub fn truncate(&mut self, count: usize) {
        self.nodes.truncate(count);
    }

    /// Says what stands for a node where it can't be shown.
    pub fn set_alt(&mut self, tag: Tag, alt: impl Into<String>) {
        self.nodes[tag.0 as usize].alt = Some(alt.into());
    }

    /// Says what language the words of a node are in.
    pub fn set_lang(&mut self, tag: Tag, lang: impl Into<String>) {
        self.nodes[tag.0 as usize].lang = Some(lang.into());
    }

    /// The nodes; a parent stands before its children.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

impl Frame {
    /// An empty frame.
    pub fn new(size: Size) -> Self {
        Self { size, items: Vec::new() }
    }

    /// Puts an item at a place.
    pub fn push(&mut self, at: Point, item: FrameItem) {
        self.items.push((at, item));
    }

    /// Calls `see` with every run of text of which a part stands more than `slack` beyond
    /// the frame that it is in.
    pub fn each_run_outside(&self, slack: Length, see: &mut dyn FnMut(&TextRun)) {
        for (at, item) in &self.items {
            match item {
                FrameItem::Text(run) => {
                    let (begin, end) = run.words_extent();
                    let (left, right) = (at.x + begin, at.x + end);
                    let inside = left + slack >= Length::ZERO
                        && right <= self.size.width + slack
                        && at.y + slack >= Length::ZERO
                        && at.y <= self.size.height + slack;
                    if !inside {
                        see(run);
                    }
                }
                FrameItem::Group { frame, .. } => frame.each_run_outside(slack, see),
                FrameItem::Rect { .. }
                | FrameItem::Line { .. }
                | FrameItem::Image { .. }
                | FrameItem::Link { .. }
                | FrameItem::Anchor(_) => {}
            }
        }
    }

    fn each_anchor(&self, see: &mut dyn FnMut(&str)) {
        for (_, item) in &self.items {
            match item {
                FrameItem::Anchor(name) => see(name),
                FrameItem::Group { frame, .. } => frame.each_anchor(see),
                FrameItem::Text(_)
                | FrameItem::Rect { .. }
                | FrameItem::Line { .. }
                | FrameItem::Image { .. }
                | FrameItem::Link { .. } => {}
            }
        }
    }

    /// Puts the items of another frame here, moved by `at`.
    pub fn append(&mut self, at: Point, other: Self) {
        self.items
            .extend(other.items.into_iter().map(|(point, item)| (point + at, item)));
    }
}

impl fmt::Display for Frame {
    /// A line an item: where it is, in points, and what it is. For reading in tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pt = |length: Length| format!("{:.1}", length.to_pt());
        for (at, item) in &self.items {
            write!(f, "{:>6} {:>6}  ", pt(at.x), pt(at.y))?;
            match item {
                FrameItem::Text(run) => {
                    let tag = run.tag.map_or("-".to_owned(), |tag| tag.0.to_string());
                    let width = pt(run.width());
                    writeln!(
                        f,
                        "text {:?} {}pt wide {width} tag {tag}",
                        run.text,
                        pt(run.size)
                    )?;
                }
                FrameItem::Rect { size, fill } => {
                    let (width, height) = (pt(size.width), pt(size.height));
                    writeln!(f, "rect {width} x {height} {fill}")?;
                }
                FrameItem::Line { to, .. } => {
                    writeln!(f, "line by {} {}", pt(to.x), pt(to.y))?;
                }
                FrameItem::Image { index, size, .. } => {
                    writeln!(
                        f,
                        "image {index} {} x {}",
                        pt(size.width),
                        pt(size.height)
                    )?;
                }
                FrameItem::Link { target, title, .. } => {
                    writeln!(f, "link {title:?} to {target:?}")?;
                }
                FrameItem::Anchor(name) => writeln!(f, "anchor {name}")?,
                FrameItem::Group { frame, turn, .. } => {
                    writeln!(f, "group turned {turn}")?;
                    for line in frame.to_string().lines() {
                        writeln!(f, "  {line}")?;
                    }
                }
            }
        }
        Ok(())
    }
}
