//! Which pictures of a paragraph stand by themselves.

use super::outcomes::Pictures;
use crate::document::{Inline, InlineKind};
use crate::units::Length;

/// A picture that is set as a block of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figure<'a> {
    /// Its inline in the tree.
    pub inline: &'a Inline,
    /// Its number among the [`Pictures`].
    pub index: usize,
    /// A path or an address.
    pub source: &'a str,
    /// The text that stands for it.
    pub alt: &'a str,
    /// Where a link leads that it is all of.
    pub link: Option<&'a str>,
}

/// The inlines of a paragraph: pictures, then text, then pictures; each may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureSplit<'a> {
    /// What stands above the text.
    pub above: Vec<Figure<'a>>,
    /// The text, without white space at a side where pictures were.
    pub text: Vec<Inline>,
    /// What stands below the text.
    pub below: Vec<Figure<'a>>,
}

/// Pictures that are no higher, 24 pixels, are signs inside a line, where text is around them.
const SIGN: Length = Length::from_scaled(18 * 65_536);

/// Splits the pictures that a paragraph begins and ends with, where they can be shown, from
/// its text; nothing if there is no such picture.
///
/// Markdown does not tell a picture on a line of its own from one at the end of a sentence:
/// both stand at an end of a paragraph.
pub(crate) fn split_figures<'a>(
    content: &'a [Inline],
    pictures: &Pictures,
) -> Option<FigureSplit<'a>> {
    let figures: Vec<Option<Figure<'a>>> =
        content.iter().map(|inline| figure(inline, None, pictures)).collect();
    let is_blank = |at: usize| match &content[at].kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::LineBreak => true,
        _ => false,
    };
    let apart = |at: usize| figures[at].is_some() || is_blank(at);
    if (0..content.len()).all(apart) {
        let above: Vec<_> = figures.into_iter().flatten().collect();
        let (text, below) = (Vec::new(), Vec::new());
        return (!above.is_empty()).then_some(FigureSplit { above, text, below });
    }
    let large = |at: usize| match figures[at] {
        Some(figure) => pictures
            .graphic(figure.index)
            .is_some_and(|graphic| graphic.natural_size().height > SIGN),
        None => is_blank(at),
    };
    let start = (0..content.len()).take_while(|&at| large(at)).count();
    let end =
        content.len() - (0..content.len()).rev().take_while(|&at| large(at)).count();
    let above: Vec<_> = figures[..start].iter().flatten().copied().collect();
    let below: Vec<_> = figures[end..].iter().flatten().copied().collect();
    if above.is_empty() && below.is_empty() {
        return None;
    }
    let mut text = content[start..end].to_vec();
    if let Some(InlineKind::Text(first)) = text.first_mut().map(|inline| &mut inline.kind)
    {
        *first = first.trim_start().to_owned();
    }
    if let Some(InlineKind::Text(last)) = text.last_mut().map(|inline| &mut inline.kind) {
        last.truncate(last.trim_end().len());
    }
    Some(FigureSplit { above, text, below })
}

/// The picture that an inline is, if it is nothing else and can be shown.
fn figure<'a>(
    inline: &'a Inline,
    link: Option<&'a str>,
    pictures: &Pictures,
) -> Option<Figure<'a>> {
    match &inline.kind {
        InlineKind::Image { source, alt, .. } => {
            let index = pictures.index(inline.span.source, source)?;
            Some(Figure { inline, index, source, alt, link })
        }
        InlineKind::Link { target, content } if link.is_none() => match &content[..] {
            [only] => figure(only, Some(target), pictures),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::pictures::Graphic;

    fn graphic(height: u32) -> Arc<Graphic> {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='{height}'/>"
        );
        Arc::new(Graphic::read(svg.into_bytes()).expect("a drawing"))
    }

    fn image(source: &str) -> Inline {
        let kind = InlineKind::Image {
            source: source.to_owned(),
            alt: String::new(),
            width: None,
        };
        Inline { kind, span: crate::diagnostic::Span::default() }
    }

    fn shape(content: &[Inline]) -> Option<(usize, String, usize)> {
        let mut pictures = Pictures::default();
        pictures.insert(0, "large.svg", Ok(graphic(90)));
        pictures.insert(0, "sign.svg", Ok(graphic(16)));
        let split = split_figures(content, &pictures)?;
        let text = crate::document::plain_text(&split.text);
        Some((split.above.len(), text, split.below.len()))
    }

    #[test]
    fn pictures_at_the_ends_stand_by_themselves() {
        let (large, sign, text) = (image("large.svg"), image("sign.svg"), Inline::text);
        let is = |content: &[Inline], expected: (usize, &str, usize)| {
            let (above, text, below) = expected;
            assert_eq!(shape(content), Some((above, text.to_owned(), below)));
        };
        is(std::slice::from_ref(&large), (1, "", 0));
        is(&[sign.clone(), text(" "), large.clone()], (2, "", 0));
        is(&[text("See "), large.clone()], (0, "See", 1));
        is(
            &[large.clone(), text(" so, "), sign.clone(), text(" yes")],
            (1, "so,  yes", 0),
        );
        assert_eq!(shape(&[text("a "), large.clone(), text(" b")]), None);
        assert_eq!(shape(&[sign, text(" a")]), None);
        assert_eq!(shape(&[image("missing.svg")]), None);
    }

    #[test]
    fn a_link_around_a_picture_is_kept() {
        let target = "https://example.org".to_owned();
        let kind = InlineKind::Link { target, content: vec![image("large.svg")] };
        let linked = [Inline { kind, span: crate::diagnostic::Span::default() }];
        let mut pictures = Pictures::default();
        pictures.insert(0, "large.svg", Ok(graphic(90)));
        let split = split_figures(&linked, &pictures).expect("a figure");
        assert_eq!(split.above[0].link, Some("https://example.org"));
    }
}
