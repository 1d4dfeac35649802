//! A first look at all pages: which glyphs of which face are shown and what they say
//! there, and where the anchors are. Nothing is drawn yet.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::affine::Affine;
use super::clusters::{clusters, same};
use crate::diagnostic::{Error, Result};
use crate::font::FaceId;
use crate::frame::{Frame, FrameItem, Page, Tag, TextRun};
use crate::units::Point;

/// What the pages use.
#[derive(Debug, Default)]
pub(super) struct Survey<'a> {
    /// The faces, and how their glyphs are used, by glyph id.
    pub faces: BTreeMap<FaceId, Vec<Use<'a>>>,
    /// The place of each anchor; the first of a name counts.
    pub anchors: BTreeMap<&'a str, Place>,
    /// The last of the nodes that something belongs to.
    pub last_tag: Option<Tag>,
}

/// Where an anchor is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Page index.
    pub page: usize,
    /// The page of the text: the page itself, unless it is a side of a sheet with several.
    pub read: usize,
    /// What a reader is to have at the upper left corner of the window.
    pub at: Point,
}

/// Where a frame is.
#[derive(Clone, Copy)]
struct View {
    page: usize,
    read: usize,
    placed: Affine,
    /// The upper left corner, as the sheet lies, of a page that stands on its head there:
    /// what follows on an anchor is above it.
    corner: Option<Point>,
}

/// What a glyph says, and how often.
#[derive(Debug, Default, Clone)]
pub(super) struct Use<'a> {
    said: Option<(&'a str, u32)>,
    others: Vec<(&'a str, u32)>,
}

impl<'a> Use<'a> {
    /// Whether the glyph is shown at all.
    pub(super) const fn is_shown(&self) -> bool {
        self.said.is_some()
    }

    /// What it says most often; the text that sorts first, if several are as frequent.
    pub(super) fn text(&self) -> &'a str {
        let all = self.said.iter().chain(&self.others);
        all.max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map_or("", |(text, _)| text)
    }

    /// Counts what the glyph says. The hyphen of a divided word is one by itself: a viewer that
    /// joins words in its search looks for that character, and what the word is stands beside
    /// it.
    fn add(&mut self, text: &'a str, times: u32) {
        let text = if text == SOFT_HYPHEN { "-" } else { text };
        match &mut self.said {
            None => self.said = Some((text, times)),
            Some((said, count)) if *said == text => *count += times,
            Some((said, count)) if same(said, text) => {
                // One text to a reader. The form with a selector and the plain space stay.
                *count += times;
                let rank = |text: &'a str| (Reverse(text.chars().count()), text);
                *said = std::cmp::min_by_key(*said, text, |&text| rank(text));
            }
            Some(_) => match self.others.iter_mut().find(|(said, _)| same(said, text)) {
                Some((_, count)) => *count += times,
                None => self.others.push((text, times)),
            },
        }
    }
}

/// Looks through the pages.
pub(super) fn survey(pages: &[Page]) -> Result<Survey<'_>> {
    let mut survey = Survey::default();
    for (index, page) in pages.iter().enumerate() {
        let placed = Affine::IDENTITY;
        let view = View { page: index, read: index, placed, corner: None };
        survey.frame(&page.frame, view)?;
    }
    Ok(survey)
}

impl<'a> Survey<'a> {
    fn frame(&mut self, frame: &'a Frame, view: View) -> Result<()> {
        for (at, item) in &frame.items {
            if let FrameItem::Text(TextRun { tag, .. })
            | FrameItem::Image { tag, .. }
            | FrameItem::Link { tag, .. } = item
            {
                self.last_tag = self.last_tag.max(*tag);
            }
            match item {
                FrameItem::Text(run) => self.run(run)?,
                FrameItem::Anchor(name) => self.anchor(name, *at, view),
                FrameItem::Group { frame, turn, page, .. } => {
                    let placed = view.placed.inside(*at, *turn);
                    let mut inner = View { placed, ..view };
                    if let Some(page) = *page {
                        inner.read = page;
                        inner.corner = (placed.cos < 0.0).then(|| {
                            let area = placed.area(Point::default(), frame.size);
                            Point::new(area.left, area.top)
                        });
                    }
                    self.frame(frame, inner)?;
                }
                FrameItem::Rect { .. }
                | FrameItem::Line { .. }
                | FrameItem::Image { .. }
                | FrameItem::Link { .. } => {}
            }
        }
        Ok(())
    }

    fn anchor(&mut self, name: &'a str, at: Point, view: View) {
        let View { page, read, placed, corner } = view;
        let here = Place { page, read, at: corner.unwrap_or_else(|| placed.point(at)) };
        let first = self.anchors.entry(name).or_insert(here);
        if read < first.read {
            *first = here;
        }
    }

    fn run(&mut self, run: &'a TextRun) -> Result<()> {
        if run.glyphs.iter().any(|glyph| glyph.id == 0) {
            let reason = format!("no glyph shows a part of “{}”", run.text);
            return Err(Error::Render { format: "PDF", reason: reason.into() });
        }
        let uses = self.faces.entry(run.face).or_default();
        let most =
            run.glyphs.iter().map(|glyph| usize::from(glyph.id) + 1).max().unwrap_or(0);
        if uses.len() < most {
            uses.resize(most, Use::default());
        }
        for cluster in clusters(run) {
            if let Some(pairs) = cluster.paired() {
                for (glyph, text) in pairs {
                    uses[usize::from(run.glyphs[glyph].id)].add(text, 1);
                }
            } else {
                // The cluster is going to be spoken as a whole. Its glyphs need some text
                // all the same, which any other use outweighs.
                let texts =
                    std::iter::once(cluster.text).chain(std::iter::repeat(JOINER));
                for (glyph, text) in cluster.glyphs.zip(texts) {
                    uses[usize::from(run.glyphs[glyph].id)].add(text, 0);
                }
            }
        }
        Ok(())
    }
}

/// What a line break puts in.
const SOFT_HYPHEN: &str = "\u{ad}";
/// Says nothing and separates nothing.
const JOINER: &str = "\u{2060}";
