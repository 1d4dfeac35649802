//! Type sizes from the heights of small letters.

use crate::font::{FontSet, Style};
use crate::units::Length;

/// The type size at which small letters of the text face have a height.
pub(crate) fn size_for(fonts: &FontSet, x_height: Length) -> Length {
    let face = fonts.face(fonts.styled(Style::default()));
    let em = Length::from_scaled(face.x_height().scaled());
    Length::from_scaled(x_height.in_em(em).scaled())
}
