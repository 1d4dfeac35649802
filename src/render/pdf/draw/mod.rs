//! A page as a content stream, and what it has besides: links and the places of figures.
//!
//! Frames have y downwards from their top; content streams have y upwards from the bottom
//! of the page. A rotated group gets coordinates of its own, whose origin is its
//! upper left corner. Another is drawn in those of the frame around it.

mod pen;
mod run;

pub(super) use self::pen::Sequence;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::pen::{Pen, Stroke};
use super::affine::{Affine, Area, Turn};
use super::fonts::Subsets;
use super::images;
use super::role::{is_mute, role};
use crate::frame::{
    Frame, FrameItem, LinkTarget, Node, NodeKind, Page, Picture, Structure, Tag, TextRun,
};
use crate::units::{Length, Point, Size};

/// A page as drawn.
#[derive(Debug)]
pub(super) struct Drawn<'a> {
    /// The content stream.
    pub content: Vec<u8>,
    /// The marked-content sequences, by identifier.
    pub sequences: Vec<Sequence>,
    /// The links, in the order of the frame.
    pub links: Vec<Link<'a>>,
    /// How much of the page each node's pictures take.
    pub pictures: BTreeMap<Tag, PicturePlace>,
    /// What stands first in each label of a list.
    pub labels: BTreeMap<Tag, &'a str>,
}

/// A link on a page.
#[derive(Debug)]
pub(super) struct Link<'a> {
    pub area: Area,
    pub target: &'a LinkTarget,
    pub title: &'a str,
    pub tag: Option<Tag>,
    /// The page of the text that it is on, where that is not the side of the sheet.
    pub page: Option<usize>,
}

/// Where the pictures of a node are.
#[derive(Debug, Clone, Copy)]
pub(super) struct PicturePlace {
    pub area: Area,
    /// The page of the text that they are on, where that is not the side of the sheet.
    pub page: Option<usize>,
}

/// What drawing needs to know of the document.
pub(super) struct Draw<'a> {
    pub subsets: &'a Subsets<'a>,
    pub structure: &'a Structure,
    /// The images there are.
    pub images: &'a BTreeMap<usize, Arc<Picture>>,
}

impl Draw<'_> {
    /// Draws a page.
    pub(super) fn page<'p>(&self, page: &'p Page) -> Drawn<'p> {
        let (pictures, labels) = (BTreeMap::new(), BTreeMap::new());
        let mut sheet = Sheet { draw: self, links: Vec::new(), pictures, labels };
        let mut pen = Pen::default();
        let size = page.frame.size;
        let origin = Point::default();
        let clip = Some(Affine::IDENTITY.area(origin, size));
        let view = View { placed: Affine::IDENTITY, clip, origin, top: size.height };
        sheet.frame(&mut pen, &page.frame, view);
        let (content, sequences) = pen.finish();
        let Sheet { links, pictures, labels, .. } = sheet;
        Drawn { content, sequences, links, pictures, labels }
    }

    fn node(&self, tag: Option<Tag>) -> Option<&Node> {
        self.structure.nodes().get(tag?.0 as usize)
    }

    fn role(&self, tag: Option<Tag>) -> &'static str {
        self.node(tag).map_or("", role)
    }
}

/// How a frame lies on the page.
#[derive(Clone, Copy)]
struct View {
    /// For places on the page.
    placed: Affine,
    /// What of the page is not clipped away, if anything.
    clip: Option<Area>,
    /// The frame's corner in the coordinates that are drawn in, y downwards.
    origin: Point,
    /// Where the top of those coordinates is, y upwards.
    top: Length,
}

impl View {
    /// A point as content streams have it, y upwards.
    fn point(&self, at: Point) -> Point {
        let at = self.origin + at;
        Point::new(at.x, self.top - at.y)
    }

    /// A rectangle as content streams have it: lower left corner and extent.
    fn rect(&self, at: Point, size: Size) -> [Length; 4] {
        let corner = self.point(at);
        [corner.x, corner.y - size.height, size.width, size.height]
    }
}

/// An image on a page.
#[derive(Clone, Copy)]
struct Shown {
    index: usize,
    tag: Option<Tag>,
    at: Point,
    size: Size,
}

/// How a group lies in the frame around it.
#[derive(Clone, Copy)]
struct Placing {
    at: Point,
    /// In thousandths of a degree, clockwise.
    turn: i32,
    /// Whether what lies outside its frame is cut off.
    clip: bool,
}

/// What has been met on a page.
struct Sheet<'d, 'p> {
    draw: &'d Draw<'d>,
    links: Vec<Link<'p>>,
    pictures: BTreeMap<Tag, PicturePlace>,
    labels: BTreeMap<Tag, &'p str>,
}

impl<'p> Sheet<'_, 'p> {
    fn frame(&mut self, pen: &mut Pen, frame: &'p Frame, view: View) {
        for &(at, ref item) in &frame.items {
            match item {
                FrameItem::Text(text) => self.text(pen, text, view.point(at)),
                &FrameItem::Rect { size, fill } => pen.rect(view.rect(at, size), fill),
                &FrameItem::Line { to, thickness, color, dash } => {
                    let ends =
                        [view.point(at), view.point(at + to)].map(|end| [end.x, end.y]);
                    pen.line(ends[0], ends[1], Stroke { thickness, color, dash });
                }
                &FrameItem::Image { index, size, tag } => {
                    self.image(pen, Shown { index, tag, at, size }, view);
                }
                FrameItem::Link { size, target, title, tag } => {
                    let area = view.placed.area(at, *size);
                    let area = view.clip.and_then(|clip| area.intersect(clip));
                    self.links.extend(area.map(|area| Link {
                        area,
                        target,
                        title,
                        tag: *tag,
                        page: pen.page,
                    }));
                }
                FrameItem::Anchor(_) => {}
                &FrameItem::Group { ref frame, turn, clip, page } => {
                    let outside = pen.page;
                    pen.page = page.or(outside);
                    self.group(pen, frame, Placing { at, turn, clip }, view);
                    pen.page = outside;
                }
            }
        }
    }

    fn text(&mut self, pen: &mut Pen, text: &'p TextRun, at: Point) {
        let node = self.draw.node(text.tag);
        if let (Some(tag), Some(NodeKind::Label)) = (text.tag, node.map(|node| node.kind))
        {
            self.labels.entry(tag).or_insert(&text.text);
        }
        if let Some(subset) = self.draw.subsets.get(&text.face) {
            run::run(pen, at, text, subset, node.map_or("", role));
        }
    }

    fn image(&mut self, pen: &mut Pen, shown: Shown, view: View) {
        let Shown { index, tag, at, size } = shown;
        // A figure that nothing is said of is furniture (ISO 14289-1, 7.3).
        let tag = tag.filter(|_| !self.draw.node(tag).is_some_and(is_mute));
        if let Some(tag) = tag {
            let area = view.placed.area(at, size);
            let here = PicturePlace { area, page: pen.page };
            let all = self.pictures.entry(tag).or_insert(here);
            if all.page == here.page {
                all.area = all.area.union(area);
            } else if here.page < all.page {
                *all = here;
            }
        }
        if self.draw.images.contains_key(&index) {
            pen.mark(tag, self.draw.role(tag));
            pen.image(view.rect(at, size), &images::name(index));
        }
    }

    fn group(&mut self, pen: &mut Pen, frame: &'p Frame, placing: Placing, view: View) {
        let Placing { at, turn, clip } = placing;
        let placed = view.placed.inside(at, turn);
        let mut inner = View { placed, origin: view.origin + at, ..view };
        if clip {
            let area = placed.area(Point::default(), frame.size);
            inner.clip = view.clip.and_then(|clip| area.intersect(clip));
        }
        let rotated = turn.rem_euclid(360_000) != 0;
        if !rotated && !clip {
            return self.frame(pen, frame, inner);
        }
        if rotated {
            inner.origin = Point::default();
            inner.top = Length::ZERO;
        }
        let corner = view.point(at);
        pen.group(|pen| {
            if rotated {
                pen.transform(Turn::of(turn), corner);
            }
            if clip {
                pen.clip(inner.rect(Point::default(), frame.size));
            }
            self.frame(pen, frame, inner);
        });
    }
}
