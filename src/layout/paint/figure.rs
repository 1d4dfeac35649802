//! Pictures that stand by themselves.

use super::Painter;
use crate::frame::{Frame, FrameItem};
use crate::layout::flow::FigureBox;
use crate::units::{Point, Size};

impl Painter<'_> {
    /// Draws a picture, and the link that it is.
    pub(super) fn figure(
        &self,
        figure: &FigureBox,
        size: Size,
        at: Point,
        out: &mut Frame,
    ) {
        let (index, tag) = (figure.index, Some(figure.tag));
        out.push(at, FrameItem::Image { index, size, tag });
        if let Some(link) = figure.link.and_then(|link| self.flow.links.get(link)) {
            let (target, title) = (link.target.clone(), link.title.clone());
            out.push(at, FrameItem::Link { size, target, title, tag: link.tag });
        }
    }
}
