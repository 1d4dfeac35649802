//! Type sizes from the heights of small letters.

use crate::font::{Face, FontSet, Style};
use crate::units::Length;

/// The type size at which small letters of the text face have a height.
pub(crate) fn size_for(fonts: &FontSet, x_height: Length) -> Length {
    let em = Length::from_scaled(text_face(fonts).x_height().scaled());
    Length::from_scaled(x_height.in_em(em).scaled())
}

/// The height of small letters of the text face whose type size is `size` or a trifle more,
/// never less.
pub(crate) fn x_height_at(fonts: &FontSet, size: Length) -> Length {
    let x_height = text_face(fonts).x_height().at(size);
    if size_for(fonts, x_height) < size {
        x_height + Length::from_scaled(1)
    } else {
        x_height
    }
}

fn text_face(fonts: &FontSet) -> &Face {
    fonts.face(fonts.styled(Style::default()))
}
