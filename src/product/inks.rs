//! Pages in the inks that a printer has.

use crate::frame::Pages;
use crate::pictures::Pictures;
use crate::theme::{Inks, Theme};

/// Puts pictures into pages, and all into the colours of a theme and the inks that there are.
pub(super) fn print_in(
    pages: &mut Pages,
    pictures: &Pictures,
    theme: &Theme,
    inks: Inks,
) {
    pictures.print(pages, inks);
    pages.wear(theme);
    if inks == Inks::Black {
        pages.turn_grey();
    }
}
