//! Other colours for what is drawn: greys, or those of a theme.

use std::sync::Arc;

use super::{Color, Frame, FrameItem, Pages};
use crate::theme::Theme;

impl Pages {
    /// Turns the colours of all that is drawn, pictures aside, into greys.
    pub fn turn_grey(&mut self) {
        for page in &mut self.pages {
            page.frame.recolor(&|color| Some(color.grey()));
        }
    }

    /// Draws what is drawn in the design's colours in those of a theme.
    pub fn wear(&mut self, theme: &Theme) {
        let Some(palette) = theme.palette() else { return };
        for page in &mut self.pages {
            page.frame.recolor(&|color| palette.color(color));
        }
    }
}

impl Frame {
    /// Draws what is drawn in the design's colours in those of a theme.
    pub fn wear(&mut self, theme: &Theme) {
        if let Some(palette) = theme.palette() {
            self.recolor(&|color| palette.color(color));
        }
    }

    /// Draws everything in other colours; what has none is not drawn, words aside.
    fn recolor(&mut self, other: &dyn Fn(Color) -> Option<Color>) {
        let draws = |color: &mut Color| {
            let found = other(*color);
            *color = found.unwrap_or(*color);
            found.is_some()
        };
        self.items.retain_mut(|(_, item)| match item {
            FrameItem::Text(run) => {
                draws(&mut run.color);
                true
            }
            FrameItem::Rect { fill, .. } => draws(fill),
            FrameItem::Line { color, .. } => draws(color),
            FrameItem::Group { frame, .. } => {
                Arc::make_mut(frame).recolor(other);
                true
            }
            FrameItem::Image { .. } | FrameItem::Link { .. } | FrameItem::Anchor(_) => {
                true
            }
        });
    }
}
