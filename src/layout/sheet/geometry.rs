//! Where columns and the head stand on the pages of a sheet.

use crate::layout::paint::Spine;
use crate::units::{Em, Length};

use super::options::SheetLayout;

/// How much room a page leaves to itself, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    /// From the paper's edge to what is printed.
    margin: f64,
    /// The head, with the room below it.
    head: f64,
    /// From a column to the next one's bar.
    gutter: f64,
    /// The bar of a section, and from it to the text.
    spine: (f64, f64),
    /// The most half lines above anything but a section; none where all keep theirs.
    pub(super) gap: Option<i32>,
}

/// What home printers do not reach along each edge.
const UNPRINTED_MM: f64 = 5.0;
/// How far brackets and the deepest letters of a last line reach below it.
const DEEP_MM: f64 = 0.15;
/// Room to breathe.
pub(super) const CALM: Spread =
    Spread { margin: 7.0, head: 7.0, gutter: 3.2, spine: (0.9, 1.4), gap: None };
/// No more room than it takes to tell things apart.
pub(super) const TIGHT: Spread =
    Spread { margin: 5.0, head: 4.1, gutter: 2.2, spine: (0.9, 1.3), gap: Some(1) };
/// The same without a gap between questions: bold titles and the tints behind their numbers
/// tell them apart, as in a dictionary.
pub(super) const PACKED: Spread = Spread { gap: Some(0), ..TIGHT };

/// The width of text that the number of columns is chosen for: 60 to 65 characters of the
/// text face, which hanging labels and ragged ends bring down to about 50.
const MEASURE: Em = Em::thousandths(23_500);

/// The widest text that is read with ease: about 75 characters of the text face.
const WIDEST: Em = Em::thousandths(28_000);

/// No type is larger only because columns are wide: books are set in this at most.
pub(super) const LARGEST_PT: f64 = 12.0;

/// The size of a head that fits the room which a [`Spread`] has for it.
pub(crate) const HEAD_PT: f64 = 10.5;

/// Where things are on a page.
pub(super) struct Geometry {
    pub(super) margin: Length,
    /// From the paper's left and right edge to what is printed.
    pub(super) side: Length,
    pub(super) head: Length,
    pub(super) columns: usize,
    column: Length,
    gutter: Length,
    pub(super) body_height: Length,
    pub(super) spine: Spine,
}

impl Geometry {
    /// A page of so many columns.
    pub(super) fn new(layout: &SheetLayout, spread: Spread, columns: usize) -> Self {
        let paper = layout.paper.size();
        // Little pages lie at the paper's edge too.
        let narrow = Length::mm(UNPRINTED_MM).min(paper.width / 8).max(paper.width / 12);
        let margin = Length::mm(spread.margin).min(narrow);
        let (gutter, head) = (Length::mm(spread.gutter), Length::mm(spread.head));
        let head = head + (layout.head_size - Length::pt(HEAD_PT)).max(Length::ZERO);
        let (thickness, gap) = spread.spine;
        let spine = Spine { thickness: Length::mm(thickness), gap: Length::mm(gap) };
        let room = paper.width - margin * 2 + gutter;
        let column = room / columns as i64 - gutter;
        let body_height = paper.height - margin * 2 - head - Length::mm(DEEP_MM);
        let side = margin;
        Self { margin, side, head, columns, column, gutter, body_height, spine }
    }

    /// The same for text of a size: columns no wider than lines that are read with ease, in the
    /// middle of the page.
    #[must_use]
    pub(super) fn for_size(self, layout: &SheetLayout, size: Length) -> Self {
        let column = self.column.min(WIDEST.at(size) + self.spine.width());
        let taken = (column + self.gutter) * self.columns as i64 - self.gutter;
        let side = ((layout.paper.size().width - taken) / 2).max(self.side);
        Self { side, column, ..self }
    }

    /// The size at which lines of the columns are just not too long to be read with ease.
    pub(super) fn suitable_size(&self) -> Length {
        self.measure().fraction(Em::ONE.scaled(), WIDEST.scaled())
    }

    /// The number of columns that makes lines of a good length at a size.
    pub(super) fn columns_for(
        layout: &SheetLayout,
        spread: Spread,
        size: Length,
    ) -> usize {
        let one = Self::new(layout, spread, 1);
        let room = one.column + one.gutter;
        let wanted = MEASURE.at(size) + one.spine.width() + one.gutter;
        ((room + wanted / 2).scaled() / wanted.scaled()).max(1) as usize
    }

    /// The width of the text in a column.
    pub(super) fn measure(&self) -> Length {
        self.column - self.spine.width()
    }

    /// The left edge of a column.
    pub(super) fn column_x(&self, column: usize) -> Length {
        self.side + (self.column + self.gutter) * column as i64
    }
}
