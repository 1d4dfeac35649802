//! Pages in the inks that a printer has.

use crate::frame::Pages;
use crate::pictures::Pictures;
use crate::theme::Inks;

/// Puts pictures into pages, and all into the inks that there are.
pub(super) fn print_in(pages: &mut Pages, pictures: &Pictures, inks: Inks) {
    pictures.print(pages, inks);
    if inks == Inks::Black {
        pages.turn_grey();
    }
}
