//! Large print: for those who see little, and for walls.
//!
//! Sixteen points are where large print begins (Royal National Institute of Blind People,
//! “Clear print guidelines”; 18 for the American Printing House for the Blind). That is said
//! of faces with small letters about half an em high, as the text face has them.

use crate::font::FontSet;
use crate::layout::sheet::HEAD_PT;
use crate::layout::type_size::x_height_at;
use crate::units::Length;

use super::options::SheetOptions;

/// The smallest text of large print, and the largest that a sheet is filled with.
const SMALLEST_PT: f64 = 16.0;
const LARGEST_PT: f64 = 20.0;
/// The parts of a page's head that are smaller than its title, to that.
const HEAD_PART: (i64, i64) = (1000, 820);
/// The smallest text on cards otherwise, whatever the floor for small letters allows.
const SMALLEST_ON_CARDS_PT: f64 = 8.0;

/// The smallest size of text on cards.
pub(super) fn smallest_on_cards(large: bool) -> Length {
    Length::pt(if large { SMALLEST_PT } else { SMALLEST_ON_CARDS_PT })
}

/// The largest size of the head of a page.
pub(super) fn head_size(large: bool) -> Length {
    if large {
        let (head, part) = HEAD_PART;
        // Rounded up, so that the smaller parts are large enough.
        Length::pt(SMALLEST_PT).fraction(head, part) + Length::from_scaled(part)
    } else {
        Length::pt(HEAD_PT)
    }
}

/// The floor for small letters on a sheet.
pub(super) fn floor(fonts: &FontSet, options: &SheetOptions) -> Length {
    if options.large_print {
        options.min_x_height.max(x_heights(fonts).0)
    } else {
        options.min_x_height
    }
}

/// The x-heights of large print, the smallest and the largest.
pub(super) fn x_heights(fonts: &FontSet) -> (Length, Length) {
    let at = |points| x_height_at(fonts, Length::pt(points));
    (at(SMALLEST_PT), at(LARGEST_PT))
}
