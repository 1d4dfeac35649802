//! That every word that is printed is on the paper.

use crate::diagnostic::{Error, Result};
use crate::frame::Pages;
use crate::units::Length;

/// What may hang out: the slant of a letter.
const SLACK_MM: f64 = 1.0;
/// As many words are named of those that are not on the paper.
const NAMED: usize = 12;

/// An error where text stands beyond the edge of its page or card, so that it would be cut
/// off silently.
pub(super) fn all_on_paper(pages: &Pages) -> Result<()> {
    let mut words: Vec<String> = Vec::new();
    for page in &pages.pages {
        page.frame.each_run_outside(Length::mm(SLACK_MM), &mut |run| {
            words.extend(run.text.split_whitespace().map(str::to_owned));
        });
    }
    if words.is_empty() {
        return Ok(());
    }
    let more = if words.len() > NAMED { " …" } else { "" };
    let message = format!(
        "{} {} not fit on the paper: “{}{more}”",
        words.len(),
        if words.len() == 1 { "word does" } else { "words do" },
        words[..words.len().min(NAMED)].join(" "),
    );
    Err(Error::Fit { message, hint: Some("use larger paper, or larger cards".into()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Frame, FrameItem, Page, TextRun};
    use crate::units::{Point, Size};

    #[test]
    fn words_beyond_the_edge_are_named() {
        let mut pages = Pages::default();
        let mut frame = Frame::new(Size::new(Length::mm(100.0), Length::mm(50.0)));
        let run = |text: &str| {
            FrameItem::Text(TextRun {
                face: crate::font::FaceId(0),
                size: Length::pt(10.0),
                color: crate::theme::INK,
                glyphs: Vec::new(),
                text: text.to_owned(),
                tag: None,
                said: Vec::new(),
            })
        };
        frame.push(Point::new(Length::mm(10.0), Length::mm(49.0)), run("on paper"));
        pages.pages.push(Page { frame: frame.clone() });
        assert!(all_on_paper(&pages).is_ok());
        frame.push(Point::new(Length::mm(10.0), Length::mm(52.0)), run("cut off"));
        pages.pages.push(Page { frame });
        let error = all_on_paper(&pages).expect_err("words are lost");
        assert_eq!(error.to_string(), "2 words do not fit on the paper: “cut off”");
    }
}
